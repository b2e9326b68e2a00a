/* Finds heed's own fields in the raw bytes of a header section, line by line in a fixed buffer. Knows
 * nothing of mail beyond RFC 5322 2.2: fields, folding, and the empty line that ends them. */
#include <string.h>

#include "act/headers.h"

#define WINDOW 65536

struct reader {
    const struct spool *spool;
    char *buffer;
    uint64_t base; /* offset of buffer[0] */
    size_t filled;
};

/* The byte at OFFSET, or -1 behind the end. */
static int byte_at(struct reader *reader, uint64_t offset)
{
    if (offset < reader->base || offset >= reader->base + reader->filled) {
        reader->base = offset;
        reader->filled = spool_peek(reader->spool, offset, reader->buffer, WINDOW);
        if (reader->filled == 0)
            return -1;
    }
    return (unsigned char)reader->buffer[offset - reader->base];
}

/* The offset behind the line that begins at OFFSET. */
static uint64_t line_end(struct reader *reader, uint64_t offset)
{
    while (byte_at(reader, offset) >= 0) {
        size_t at = (size_t)(offset - reader->base);
        char *end = memchr(reader->buffer + at, '\n', reader->filled - at);
        if (end)
            return reader->base + (uint64_t)(end - reader->buffer) + 1;
        offset = reader->base + reader->filled;
    }
    return offset;
}

static bool starts_with(struct reader *reader, uint64_t offset, const char *lower)
{
    for (; *lower; lower++, offset++) {
        int byte = byte_at(reader, offset);
        if (byte < 0 || g_ascii_tolower((char)byte) != *lower)
            return false;
    }
    return true;
}

/* A field called X-Heed or X-Heed-anything; white space may stand before the colon (RFC 5322 4.5). */
static bool is_ours(struct reader *reader, uint64_t offset)
{
    if (!starts_with(reader, offset, "x-heed"))
        return false;
    offset += strlen("x-heed");
    bool named = byte_at(reader, offset) == '-';
    for (;; offset++) {
        int byte = byte_at(reader, offset);
        if (byte == ':')
            return true;
        if (byte != ' ' && byte != '\t' && !(named && byte > ' ' && byte < 127))
            return false;
    }
}

static bool is_blank_line(struct reader *reader, uint64_t offset)
{
    int first = byte_at(reader, offset);
    return first < 0 || first == '\n' || (first == '\r' && byte_at(reader, offset + 1) == '\n');
}

static void add_span(GArray *spans, struct span span)
{
    struct span *last = spans->len ? &g_array_index(spans, struct span, spans->len - 1) : NULL;
    if (last && last->to == span.from)
        last->to = span.to;
    else
        g_array_append_val(spans, span);
}

struct layout *layout_read(const struct spool *spool)
{
    struct layout *layout = g_new0(struct layout, 1);
    g_autofree char *buffer = g_malloc(WINDOW);
    struct reader reader = {.spool = spool, .buffer = buffer};
    layout->ours = g_array_new(FALSE, FALSE, sizeof(struct span));

    uint64_t end = line_end(&reader, 0);
    layout->crlf = end >= 2 && byte_at(&reader, end - 2) == '\r' && byte_at(&reader, end - 1) == '\n';
    byte_at(&reader, 0);
    if (starts_with(&reader, 0, "from ") && byte_at(&reader, 0) == 'F' && byte_at(&reader, end - 1) == '\n')
        layout->start = end;
    int first = byte_at(&reader, layout->start);
    layout->no_room = first == ' ' || first == '\t';

    bool inside = false, id = false;
    for (uint64_t at = layout->start; !is_blank_line(&reader, at); at = end) {
        int byte = byte_at(&reader, at);
        if (byte != ' ' && byte != '\t') {
            inside = is_ours(&reader, at);
            id = !layout->id.to && starts_with(&reader, at, "message-id");
            layout->id.from = id ? at : layout->id.from;
        }
        end = line_end(&reader, at);
        if (id)
            layout->id.to = end;
        if (inside)
            add_span(layout->ours, (struct span){at, end});
    }
    return layout;
}

void layout_free(struct layout *layout)
{
    if (!layout)
        return;
    g_array_free(layout->ours, TRUE);
    g_free(layout);
}

/* BLOCK with the message's own line endings. */
static enum status write_block(const char *block, bool crlf, int fd, struct err *err)
{
    g_auto(GStrv) lines = crlf ? g_strsplit(block, "\n", -1) : NULL;
    g_autofree char *text = crlf ? g_strjoinv("\r\n", lines) : g_strdup(block);
    return write_all(fd, text, strlen(text)) ? STATUS_OK
                                             : err_errno(err, STATUS_IO, "cannot write the message");
}

enum status headers_write(const struct spool *spool, const struct layout *layout, const char *block,
                          bool keep_mbox, int fd, struct err *err)
{
    enum status status = STATUS_OK;
    if (keep_mbox && layout->start)
        status = spool_write(spool, (struct span){0, layout->start}, fd, err);
    if (!block)
        return status ? status
                      : spool_write(spool, (struct span){layout->start, spool_size(spool)}, fd, err);
    if (!status && !layout->no_room)
        status = write_block(block, layout->crlf, fd, err);
    uint64_t at = layout->start;
    for (guint i = 0; i < layout->ours->len && !status; i++) {
        struct span ours = g_array_index(layout->ours, struct span, i);
        status = spool_write(spool, (struct span){at, ours.from}, fd, err);
        at = ours.to;
    }
    return status ? status : spool_write(spool, (struct span){at, spool_size(spool)}, fd, err);
}
