/* The child that looks at header lines, and who believes no more of it than its form. */
#include <string.h>

#include "base/cage.h"
#include "base/frame.h"
#include "lmtp-lines.h"
#include "store/seal.h"

#define SECONDS 30
#define LINES_TYPE                                                                                 \
    "(ttbbssa(tt))" /* start, body, crlf, no_room; id, content; spans of heed's own fields */

static int look(struct peer *parent, void *data)
{
    const struct spool *spool = data;
    GVariantBuilder spans;
    peer_close_others(parent, spool_fd(spool));
    cage_silence();
    cage_enter(cage_new(CAGE_NO_SIGNALS));
    cage_restrain(CAGE_JUDGES);
    owned(layout) layout = layout_read(spool);
    g_autofree char *raw = layout_id(spool, layout), *id = g_utf8_make_valid(raw, -1);
    g_autofree char *content = seal_content(spool, layout);
    g_variant_builder_init(&spans, G_VARIANT_TYPE("a(tt)"));
    for (guint i = 0; i < layout->ours->len; i++) {
        struct span span = g_array_index(layout->ours, struct span, i);
        g_variant_builder_add(&spans, "(tt)", span.from, span.to);
    }
    if (spool_failed(spool))
        return 1;
    return frame_say(parent->to, g_variant_new(LINES_TYPE, layout->start, layout->body,
                                               layout->crlf, layout->no_room, id, content, &spans))
               ? 0
               : 1;
}

/* In order, and within the header section: what it says can take out of a message no more than
 * lines there. */
static bool take_spans(GVariant *spans, struct layout *layout)
{
    uint64_t at = layout->start;
    for (gsize i = 0; i < g_variant_n_children(spans); i++) {
        struct span span;
        g_variant_get_child(spans, i, "(tt)", &span.from, &span.to);
        if (span.from < at || span.to < span.from || span.to > layout->body)
            return false;
        at = span.to;
        g_array_append_val(layout->ours, span);
    }
    return true;
}

static bool take(GVariant *said, uint64_t size, struct lines *lines)
{
    g_autoptr(GVariant) spans = NULL;
    gboolean crlf, no_room;
    owned(layout) layout = g_new0(struct layout, 1);
    layout->ours = g_array_new(FALSE, FALSE, sizeof(struct span));
    g_variant_get(said, "(ttbbss@a(tt))", &layout->start, &layout->body, &crlf, &no_room,
                  &lines->id, &lines->content, &spans);
    layout->crlf = crlf;
    layout->no_room = no_room;
    if (layout->start > layout->body || layout->body > size || !take_spans(spans, layout))
        return false;
    lines->layout = g_steal_pointer(&layout);
    return true;
}

bool lines_read(const struct spool *spool, struct lines *lines)
{
    struct peer child;
    g_autoptr(GVariant) said = NULL;
    *lines = (struct lines){NULL};
    if (peer_fork(&child, look, (void *)spool, NULL))
        return false;
    enum heard heard = frame_hear(child.from, LINES_TYPE, clock_seconds() + SECONDS, &said);
    peer_end(&child, true);
    if (heard == HEARD && take(said, spool_size(spool), lines))
        return true;
    lines_clear(lines);
    return false;
}

void lines_clear(struct lines *lines)
{
    g_clear_pointer(&lines->layout, layout_free);
    g_clear_pointer(&lines->id, g_free);
    g_clear_pointer(&lines->content, g_free);
}
