/* Line by line through a spool, in memory or in a file, never more than 64 KiB of a file at once.
 * Knows nothing of mail but that lines end with LF, with or without CR (RFC 5322 2.1). */
#include <string.h>

#include "mail/lines.h"

void lines_open(struct lines *lines, const struct spool *spool, uint64_t from)
{
    uint64_t size = spool_size(spool);
    from = MIN(from, size);
    *lines = (struct lines){ .spool = spool, .offset = from, .unfetched = from };
    if (spool_memory(spool)) {
        lines->at = (const char *)spool_memory(spool) + from;
        lines->left = (size_t)(size - from);
        lines->unfetched = size;
    } else {
        lines->buffer = g_malloc(LINES_BUFFER);
        lines->at = lines->buffer;
    }
}

/* Moves what is left to the front and fills up behind it. */
static bool fetch(struct lines *lines)
{
    if (!lines->buffer || lines->left == LINES_BUFFER)
        return false;
    memmove(lines->buffer, lines->at, lines->left);
    lines->at = lines->buffer;
    size_t got = spool_peek(lines->spool, lines->unfetched, lines->buffer + lines->left,
                            LINES_BUFFER - lines->left);
    lines->left += got;
    lines->unfetched += got;
    return got > 0;
}

bool lines_next(struct lines *lines, struct piece *piece)
{
    const char *end = lines->left ? memchr(lines->at, '\n', lines->left) : NULL;
    while (!end) {
        size_t seen = lines->left;
        if (!fetch(lines))
            break;
        end = memchr(lines->at + seen, '\n', lines->left - seen);
    }
    if (!lines->left)
        return false;
    size_t len = end ? (size_t)(end - lines->at) + 1 : lines->left;
    *piece = (struct piece){ .bytes = lines->at, .len = len, .offset = lines->offset,
                             .starts = !lines->midline, .ends = end != NULL };
    lines->midline = !end;
    lines->at += len;
    lines->left -= len;
    lines->offset += len;
    return true;
}

void lines_close(struct lines *lines)
{
    g_clear_pointer(&lines->buffer, g_free);
}

size_t piece_text(const struct piece *piece)
{
    size_t len = piece->len;
    if (len && piece->bytes[len - 1] == '\n')
        len--;
    if (len && piece->bytes[len - 1] == '\r')
        len--;
    return len;
}
