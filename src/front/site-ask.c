/* The session's side: the message goes to the site's parent, words through a socket of their own. */
#include <string.h>
#include <unistd.h>

#include "base/frame.h"
#include "base/pass.h"
#include "mail/heed-fields.h"
#include "site-ask.h"
#include "worker.h"

#define WHO_SECONDS 15 /* for the table of users */

struct asked site_ask(int door, int fd, const struct question *question)
{
    GVariant *what =
        g_variant_new("(sbs^asb)", question->sender ? question->sender : "", question->sender != NULL,
                      question->queue_id, question->recipients, question->keeps);
    return (struct asked){pass_hand(door, "m", 1, fd, g_variant_new_variant(what), true)};
}

enum kept site_who(int door, const char *address, uid_t uid)
{
    g_autoptr(GVariant) said = NULL;
    guchar kept = KEPT_NOT_TOLD;
    GVariant *what = g_variant_new_variant(g_variant_new(SITE_WHO, address, (guint)uid));
    int fd = pass_hand(door, "w", 1, door, what, true); /* there is no message */
    if (fd >= 0 && frame_hear(fd, SITE_KNOWN, clock_seconds() + WHO_SECONDS, &said) == HEARD)
        g_variant_get(said, SITE_KNOWN, &kept);
    if (fd >= 0)
        close(fd);
    return kept < KEPT_COUNT ? (enum kept)kept : KEPT_NOT_TOLD;
}

char *site_verdict(unsigned which)
{
    const char *place = placement_name(which % PLACE_COUNT);
    if (which < PLACE_COUNT)
        return g_strdup(place);
    return g_strdup_printf("%s; " HEED_FIELD_WOULD "=%s", placement_name(PLACE_INBOX), place);
}

static struct found unjudged(const char *why, const char *name)
{
    bool off = strcmp(why, WORK_OFF) == 0;
    return (struct found){
        .unjudged = g_strdup(why),
        .name = g_strdup(name),
        .verdict = off ? NULL : g_strdup_printf("%s; unjudged=%s", placement_name(PLACE_INBOX), why),
        .placement = PLACE_INBOX,
        .kept = KEPT_FAILED};
}

struct found found_of(enum placement placement, enum placement would, const char *why, const char *name,
                      const char *const *seals)
{
    unsigned which = would == PLACE_NONE ? placement : PLACE_COUNT + would;
    if (*why)
        return unjudged(why, name);
    return (struct found){.name = g_strdup(name),
                          .verdict = site_verdict(which),
                          .seal = *seals[which] ? g_strdup(seals[which]) : NULL,
                          .placement = placement};
}

char *found_block(const struct found *found)
{
    GString *block = g_string_new(NULL);
    if (found->verdict)
        heed_field_append(block, HEED_FIELD_VERDICT, found->verdict);
    if (found->seal)
        heed_field_append(block, HEED_FIELD_SEAL, found->seal);
    return g_string_free(block, FALSE);
}

static bool take_one(GVariant *of, gsize at, const char *const *seals, struct found *found)
{
    guchar placement, would, kept;
    const char *why, *name;
    g_variant_get_child(of, at, "(yy&s&sy)", &placement, &would, &why, &name, &kept);
    if (placement >= PLACE_COUNT || would > PLACE_NONE || kept >= KEPT_COUNT)
        return false;
    *found = found_of((enum placement)placement, (enum placement)would, why, name, seals);
    found->kept = (enum kept)kept;
    return true;
}

static void clear(struct found *found)
{
    g_free(found->unjudged);
    g_free(found->name);
    g_free(found->verdict);
    g_free(found->seal);
}

static bool take(GVariant *said, struct found *found, unsigned n, double *judged)
{
    g_autoptr(GVariant) of = NULL;
    g_autofree const char **seals = NULL;
    g_variant_get(said, "(@a(yyssy)^a&sd)", &of, &seals, judged);
    if (g_variant_n_children(of) != n || g_strv_length((char **)seals) != SITE_SEALS)
        return false;
    for (unsigned i = 0; i < n; i++)
        if (!take_one(of, i, seals, &found[i]))
            return false;
    return true;
}

struct found *site_answer(struct asked *asked, const char *id, const char *content, unsigned n,
                          double seconds, double *judged)
{
    struct found *found = g_new0(struct found, n);
    g_autoptr(GVariant) said = NULL;
    enum heard heard = HEARD_END;
    if (asked->fd >= 0 && frame_say(asked->fd, g_variant_new(SITE_SEALED, id, content)))
        heard = frame_hear(asked->fd, SITE_ANSWER, clock_seconds() + seconds, &said);
    if (heard != HEARD || !take(said, found, n, judged)) {
        const char *why = asked->fd < 0         ? "no-process"
                          : heard == HEARD_LATE ? "timeout"
                                                : "crashed";
        for (unsigned i = 0; i < n; i++) {
            clear(&found[i]);
            found[i] = unjudged(why, "");
        }
    }
    return found;
}

void found_free(struct found *found, unsigned n)
{
    for (unsigned i = 0; found && i < n; i++)
        clear(&found[i]);
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
