/* The session's side: the message goes to the site's parent, words through a socket of their own. */
#include <string.h>
#include <unistd.h>

#include "base/frame.h"
#include "base/pass.h"
#include "site-ask.h"

struct asked site_ask(int door, int fd, const struct question *question)
{
    GVariant *what = g_variant_new("(sbs^as)", question->sender ? question->sender : "",
                                   question->sender != NULL, question->queue_id, question->recipients);
    return (struct asked){pass_hand(door, "m", 1, fd, what, true)};
}

static bool take_one(GVariant *of, gsize at, const char *const *seals, struct found *found)
{
    guchar placement;
    const char *why, *name;
    g_variant_get_child(of, at, "(y&s&s)", &placement, &why, &name);
    if (placement >= PLACE_COUNT)
        return false;
    *found = (struct found){(enum placement)placement, *why ? g_strdup(why) : NULL, g_strdup(name),
                            g_strdup(*why ? "" : seals[placement])};
    return true;
}

static bool take(GVariant *said, struct found *found, unsigned n)
{
    g_autoptr(GVariant) of = NULL;
    g_autofree const char **seals = NULL;
    g_variant_get(said, "(@a(yss)^a&s)", &of, &seals);
    if (g_variant_n_children(of) != n || g_strv_length((char **)seals) != PLACE_COUNT)
        return false;
    for (unsigned i = 0; i < n; i++)
        if (!take_one(of, i, seals, &found[i]))
            return false;
    return true;
}

struct found *site_answer(struct asked *asked, const char *id, const char *content, unsigned n,
                          double seconds)
{
    struct found *found = g_new0(struct found, n);
    g_autoptr(GVariant) said = NULL;
    enum heard heard = HEARD_END;
    if (asked->fd >= 0 && frame_say(asked->fd, g_variant_new(SITE_SEALED, id, content)))
        heard = frame_hear(asked->fd, SITE_ANSWER, clock_seconds() + seconds, &said);
    if (heard != HEARD || !take(said, found, n)) {
        const char *why = asked->fd < 0         ? "no-process"
                          : heard == HEARD_LATE ? "timeout"
                                                : "crashed";
        for (unsigned i = 0; i < n; i++) {
            g_free(found[i].unjudged);
            g_free(found[i].name);
            g_free(found[i].seal);
            found[i] = (struct found){PLACE_INBOX, g_strdup(why), g_strdup(""), g_strdup("")};
        }
    }
    return found;
}

void found_free(struct found *found, unsigned n)
{
    for (unsigned i = 0; found && i < n; i++) {
        g_free(found[i].unjudged);
        g_free(found[i].name);
        g_free(found[i].seal);
    }
    g_free(found);
}

void site_tell(struct asked *asked, const bool *stored, unsigned n)
{
    if (asked->fd < 0)
        return;
    GVariantBuilder all;
    g_variant_builder_init(&all, G_VARIANT_TYPE(SITE_STORED));
    for (unsigned i = 0; i < n; i++)
        g_variant_builder_add(&all, "b", stored[i]);
    (void)frame_say(asked->fd, g_variant_builder_end(&all));
    close(asked->fd);
    asked->fd = -1;
}
