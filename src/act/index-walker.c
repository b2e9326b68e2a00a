/* Both sides of the walk through the index. */
#include <string.h>

#include "act/index-walker.h"
#include "base/cage.h"

#define WALK_SECONDS 600 /* between two records */
#define TRIES 5          /* walks over an index that somebody else is writing to */

/* To the child: what, a text, a flag. From it: records, and at the end a status, why, a number and a text. */
#define ASKED "(ysb)"
enum asked { ASK_REVISION = 'r', ASK_USER = 'u', ASK_HAS = 'h', ASK_WALK = 'w', ASK_FIND = 'f' };
#define RECORD_TYPE "(sssxubixbs)"
#define END_TYPE "(isxs)"

struct index_walker {
    struct peer child;
    char *uuid;
    bool gone;
};

/* --- the child ------------------------------------------------------------------------------------------ */

static bool say_record(const struct record *record, void *data)
{
    const struct peer *parent = data;
    return say(parent->to, SAID_OTHER,
               g_variant_new(RECORD_TYPE, record->id, record->path, record->thread, record->date,
                             record->tags, record->placed, (gint32)record->placement, record->placed_at,
                             record->untouched, record->newest));
}

static bool say_end(const struct peer *parent, enum status status, const struct err *err, uint64_t number,
                    const char *text)
{
    return say(parent->to, SAID_OTHER,
               g_variant_new(END_TYPE, (gint32)status, status ? err->text : "", (gint64)number, text));
}

/* Her name and her addresses, one a line. */
static char *user_of(const struct history *history)
{
    g_autofree char *own = g_strjoinv("\n", (char **)history_own_addresses(history));
    g_autofree char *name = g_strdelimit(g_strdup(history_user_name(history)), "\n", ' ');
    return g_strdup_printf("%s\n%s", name, own);
}

static bool answer(struct history *history, struct peer *parent, guchar what, const char *text, bool flag)
{
    struct err err = {0};
    const char *uuid = "";
    uint64_t revision = 0;
    enum status status = STATUS_OK;
    g_autofree char *user = what == ASK_USER ? user_of(history) : NULL;
    if (what == ASK_REVISION || what == ASK_WALK)
        status = history_refresh(history, &err);
    if (!status && what == ASK_REVISION)
        revision = history_revision(history, &uuid);
    else if (!status && what == ASK_HAS)
        status = history_find_file(history, text, &err);
    else if (!status && what == ASK_WALK)
        status = history_walk(history, text, flag, NULL, say_record, parent, &err);
    else if (!status && what == ASK_FIND)
        status = history_find(history, text, say_record, parent, &err);
    return say_end(parent, status, &err, revision, user ? user : uuid);
}

static int walk_child(struct peer *parent, void *data)
{
    struct reader *reader = data;
    struct err err = {0};
    reader_begin_child(reader, parent, false, -1);
    cage_silence();
    reader_confine(reader, CONFINE_JUDGE, NULL);
    bool on = reader_history(reader) && history_ready(reader->history);
    if (!on)
        err_set(&err, STATUS_CORRUPT, "there is no index that can be read: %s",
                reader->trouble ? reader->trouble : "");
    on = say_end(parent, on ? STATUS_OK : STATUS_CORRUPT, &err, 0, "") && on;
    while (on) {
        g_autoptr(GVariant) asked = NULL;
        const char *text;
        guchar what;
        gboolean flag;
        if (frame_hear(parent->from, ASKED, G_MAXDOUBLE, &asked) != HEARD)
            break;
        g_variant_get(asked, "(y&sb)", &what, &text, &flag);
        on = answer(reader->history, parent, what, text, flag);
    }
    return 0;
}

/* --- the parent ----------------------------------------------------------------------------------------- */

static enum status lose(struct index_walker *walker, struct err *err)
{
    walker->gone = true;
    return err_set(err, STATUS_CORRUPT, "the index cannot be read: libnotmuch did not come back");
}

struct end {
    uint64_t number;
    char *text;
};

/* Calls EACH (or NULL) for the records until the end is said. */
static enum status hear(struct index_walker *walker, history_each *each, void *data, struct end *end,
                        struct err *err)
{
    static const struct keyring none = {0};
    bool on = true;
    for (;;) {
        g_autoptr(GVariant) said = NULL;
        struct record record = {0};
        gint32 status, placement;
        gint64 number;
        gboolean placed, untouched;
        const char *why, *text;
        if (walker->gone ||
            listen_for(&none, &walker->child, 0, clock_seconds() + WALK_SECONDS, &said, NULL) != HEARD)
            return lose(walker, err);
        if (g_variant_is_of_type(said, G_VARIANT_TYPE(END_TYPE))) {
            g_variant_get(said, "(i&sx&s)", &status, &why, &number, &text);
            if (status < 0 || status > STATUS_DENIED)
                return lose(walker, err);
            if (end)
                *end = (struct end){(uint64_t)number, g_strdup(text)};
            return status ? err_set(err, (enum status)status, "%s", why) : STATUS_OK;
        }
        if (!g_variant_is_of_type(said, G_VARIANT_TYPE(RECORD_TYPE)))
            return lose(walker, err);
        g_variant_get(said, "(&s&s&sxubixb&s)", &record.id, &record.path, &record.thread, &record.date,
                      &record.tags, &placed, &placement, &record.placed_at, &untouched,
                      &record.newest);
        record.placed = placed;
        record.untouched = untouched;
        record.placement = placement >= 0 && placement < PLACE_COUNT ? (enum placement)placement : PLACE_NONE;
        on = on && (!each || each(&record, data));
    }
}

static enum status ask(struct index_walker *walker, enum asked what, const char *text, bool flag,
                       history_each *each, void *data, struct end *end, struct err *err)
{
    if (walker->gone || !frame_say(walker->child.to, g_variant_new(ASKED, (guchar)what, text, flag)))
        return lose(walker, err);
    return hear(walker, each, data, end, err);
}

enum status index_walker_start(struct reader *reader, struct index_walker **out, struct err *err)
{
    owned(index_walker) walker = g_new0(struct index_walker, 1);
    enum status status = peer_fork(&walker->child, walk_child, reader, err);
    if (!status)
        status = hear(walker, NULL, NULL, NULL, err);
    if (!status)
        *out = g_steal_pointer(&walker);
    return status;
}

void index_walker_free(struct index_walker *walker)
{
    if (!walker)
        return;
    if (walker->child.pid > 0)
        peer_end(&walker->child, true);
    g_free(walker->uuid);
    g_free(walker);
}

enum status index_walker_revision(struct index_walker *walker, uint64_t *revision, const char **uuid,
                                  struct err *err)
{
    struct end end = {0};
    enum status status = ask(walker, ASK_REVISION, "", false, NULL, NULL, &end, err);
    g_free(walker->uuid);
    walker->uuid = end.text;
    *revision = end.number;
    *uuid = walker->uuid ? walker->uuid : "";
    return status;
}

enum status index_walker_user(struct index_walker *walker, char **name, char ***own, struct err *err)
{
    struct end end = {0};
    enum status status = ask(walker, ASK_USER, "", false, NULL, NULL, &end, err);
    g_autofree char *text = end.text;
    char *addresses = text ? strchr(text, '\n') : NULL;
    if (!status && !addresses)
        return lose(walker, err);
    if (status)
        return status;
    *addresses++ = '\0';
    *name = g_strdup(text);
    *own = *addresses ? g_strsplit(addresses, "\n", -1) : g_new0(char *, 1);
    return STATUS_OK;
}

enum status index_walker_has(struct index_walker *walker, const char *path, struct err *err)
{
    return ask(walker, ASK_HAS, path, false, NULL, NULL, NULL, err);
}

enum status index_walker_walk(struct index_walker *walker, const char *query, bool sorted, history_each *each,
                              void *data, struct err *err)
{
    for (int try = 0;; try++) {
        enum status status = ask(walker, ASK_WALK, query, sorted, each, data, NULL, err);
        if (status != STATUS_LOCKED || try == TRIES)
            return status;
    }
}

enum status index_walker_find(struct index_walker *walker, const char *id, history_each *each, void *data,
                              struct err *err)
{
    return ask(walker, ASK_FIND, id, false, each, data, NULL, err);
}
