/* Cuts what nobody will decode, attachments first, out of a body before the MIME parser sees
 * it. GMime keeps preambles, epilogues and the header fields of every part in memory, and
 * compares each boundary line with all that are open; behind this file all of these are small.
 * Knows of MIME only that a boundary line begins with "--" and is short (RFC 2046 5.1.1). */
#include <string.h>

#include "body-bounds.h"
#include "mail/fields.h"
#include "mail/lines.h"

#define MARK_BYTES 200         /* a boundary has 70 characters at most; others are generous too */
#define TEXT_BYTES (6u << 20) /* of a part that says it is text: 4 MiB in base64 */
#define HEADER_BYTES (32u << 10) /* of one part */

struct cutting {
    GByteArray *out;
    struct abridged result;
    size_t stretch, stretch_max;
    size_t header;        /* bytes of the part's header section so far */
    bool maybe_header;    /* this may be a part's header section */
    bool text;            /* the part is text: most of its bytes may be markup */
    bool nested;          /* it spoke of message/..., so another header section may follow */
    uint32_t marks;
};

static bool is_mark(const struct piece *piece)
{
    return piece->starts && piece->len > 3 && piece->len <= MARK_BYTES && piece->bytes[0] == '-' &&
           piece->bytes[1] == '-' && !g_ascii_isspace(piece->bytes[2]);
}

static bool speaks_of_message(const char *bytes, size_t len)
{
    for (size_t i = 0; i + 8 <= len; i++)
        if ((bytes[i] | 32) == 'm' && !g_ascii_strncasecmp(bytes + i, "message/", 8))
            return true;
    return false;
}

static bool is_text_type(const char *bytes, size_t name, size_t colon, size_t len)
{
    const char *end = bytes + len, *p = bytes + colon + 1;
    if (name != strlen("Content-Type") || g_ascii_strncasecmp(bytes, "Content-Type", name) != 0)
        return false;
    while (p < end && (*p == ' ' || *p == '\t'))
        p++;
    return (end - p > 5 && !g_ascii_strncasecmp(p, "text/", 5)) ||
           (end - p > 17 && !g_ascii_strncasecmp(p, "application/xhtml", 17));
}

/* Follows the header section of a part; true where PIECE belongs to one that is already too
 * long. */
static bool header_too_long(struct cutting *cut, const struct piece *piece)
{
    size_t name, colon, len = piece_text(piece);
    if (!cut->maybe_header)
        return false;
    if (piece->starts && len == 0) {
        cut->maybe_header = cut->nested;
        cut->nested = false;
        cut->header = 0;
        return false;
    }
    bool folded = *piece->bytes == ' ' || *piece->bytes == '\t';
    if (piece->starts && !folded && !field_starts(piece->bytes, len, &name, &colon)) {
        cut->maybe_header = false;
        return false;
    }
    if (piece->starts && !folded)
        cut->text |= is_text_type(piece->bytes, name, colon, len);
    cut->nested = cut->nested || speaks_of_message(piece->bytes, MIN(len, 200));
    cut->header += piece->len;
    return cut->header > HEADER_BYTES;
}

static void take(struct cutting *cut, const struct piece *piece)
{
    if (header_too_long(cut, piece)) {
        cut->result.headers = true;
        /* A cut line still needs its end, or the next one would join it. */
        if (piece->ends && cut->out->len && cut->out->data[cut->out->len - 1] != '\n')
            g_byte_array_append(cut->out, (const guint8 *)"\n", 1);
        return;
    }
    size_t most = cut->text ? MAX(cut->stretch_max, TEXT_BYTES) : cut->stretch_max;
    if (cut->stretch >= most)
        return;
    size_t len = MIN(piece->len, most - cut->stretch);
    g_byte_array_append(cut->out, (const guint8 *)piece->bytes, (guint)len);
    cut->stretch += len;
}

/* A boundary line must stand on a line of its own even where the stretch before it was cut. */
static void take_mark(struct cutting *cut, const struct piece *piece)
{
    if (cut->out->len && cut->out->data[cut->out->len - 1] != '\n')
        g_byte_array_append(cut->out, (const guint8 *)"\n", 1);
    g_byte_array_append(cut->out, (const guint8 *)piece->bytes, (guint)piece->len);
    cut->stretch = 0;
    cut->header = 0;
    cut->maybe_header = true;
    cut->nested = false;
    cut->text = false;
}

struct abridged abridge(GByteArray *out, const struct spool *spool, struct span range, size_t stretch,
                        uint32_t marks)
{
    /* The body itself may be a message (Content-Type: message/rfc822), so its start counts too. */
    struct cutting cut = { .out = out, .stretch_max = stretch, .maybe_header = true, .text = true };
    struct lines lines;
    struct piece piece;
    lines_open(&lines, spool, range.from);
    while (lines_next(&lines, &piece)) {
        bool mark = is_mark(&piece);
        if (piece.offset >= range.to) {
            cut.result.bytes = true;
            break;
        }
        if ((mark && ++cut.marks > marks) || out->len + MIN(piece.len, stretch) > ABRIDGE_BYTES) {
            cut.result.parts = true;
            break;
        }
        if (mark)
            take_mark(&cut, &piece);
        else
            take(&cut, &piece);
    }
    lines_close(&lines);
    return cut.result;
}
