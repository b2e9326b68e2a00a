/* A message on its way to the store: by lines, where no one that goes out begins with a single dot; or by its
 * length. */
#include <string.h>

#include "lmtp-data.h"

#define PIECE 65536 /* bytes that are sent at once */

struct going {
    struct wire *wire;
    double seconds;
    bool dots; /* one at the start of a line is said twice */
    char last; /* byte that was said */
};

static bool say(struct going *going, const char *bytes, size_t length)
{
    const char *p = bytes, *end = bytes + length;
    while (p < end) {
        if (going->dots && going->last == '\n' && *p == '.')
            wire_put(going->wire, ".", 1);
        const char *stop = memchr(p, '\n', (size_t)(end - p));
        stop = stop ? stop + 1 : end;
        wire_put(going->wire, p, (size_t)(stop - p));
        going->last = stop[-1];
        p = stop;
    }
    return going->wire->out->len < PIECE || wire_flush(going->wire, going->seconds);
}

static bool say_span(struct going *going, const struct spool *spool, uint64_t from, uint64_t to)
{
    g_autofree char *buffer = g_malloc(PIECE);
    while (from < to) {
        size_t want = MIN(PIECE, to - from);
        if (spool_peek(spool, from, buffer, want) != want || !say(going, buffer, want))
            return false;
        from += want;
    }
    return true;
}

/* What goes in front, as lines of the wire. */
static char *head_of(const struct layout *layout, const char *block)
{
    g_auto(GStrv) lines = g_strsplit(block && !layout->no_room ? block : "", "\n", -1);
    return g_strjoinv("\r\n", lines);
}

static uint64_t size_of(const struct spool *spool, const struct layout *layout)
{
    uint64_t size = spool_size(spool) - layout->start;
    for (guint i = 0; i < layout->ours->len; i++) {
        struct span ours = g_array_index(layout->ours, struct span, i);
        size -= ours.to - ours.from;
    }
    return size;
}

bool data_send(struct wire *wire, const struct spool *spool, const struct layout *layout,
               const char *block, bool chunk, double seconds)
{
    struct going going = {wire, seconds, !chunk, '\n'};
    uint64_t at = layout->start;
    g_autofree char *head = head_of(layout, block);
    if (chunk)
        wire_say(wire, "BDAT %" G_GUINT64_FORMAT " LAST\r\n", strlen(head) + size_of(spool, layout));
    bool said = say(&going, head, strlen(head));
    for (guint i = 0; i < layout->ours->len && said; i++) {
        struct span ours = g_array_index(layout->ours, struct span, i);
        said = say_span(&going, spool, at, ours.from);
        at = ours.to;
    }
    said = said && say_span(&going, spool, at, spool_size(spool));
    if (!said)
        return false;
    if (!chunk)
        wire_say(wire, "%s.\r\n", going.last == '\n' ? "" : "\r\n");
    return wire_flush(wire, seconds);
}
