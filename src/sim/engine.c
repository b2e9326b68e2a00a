/* Arrival and outcome for a world without a mail index: what src/act does with notmuch's records,
 * done with the letters of the day. Whether she looks at all is attention.c's. */
#include <math.h>
#include <sys/mman.h>
#include <unistd.h>

#include "learn/met.h"
#include "engine.h"
#include "store/history.h"

struct engine {
    struct sources sources;
    enum status status;
    struct err *err;
};

static enum status open_sources(struct sources *sources, struct err *err)
{
    static const char *const own[] = {READER_ADDRESS, NULL};
    *sources = (struct sources){
        .config = config_load("/nonexistent", "/nonexistent"),
        .tried = true, /* there is no index to look for */
        .own = g_strdupv((char **)own),
        .user_name = g_strdup(READER_NAME),
    };
    enum status status = config_set(sources->config, "trust", "authserv-id=" READER_SERVER, err);
    if (!status)
        status = book_open(":memory:", sources->config->half_life, &sources->book, err);
    return status ? status : book_begin(sources->book, err);
}

enum status engine_open(struct engine **out, struct err *err)
{
    owned(engine) engine = g_new0(struct engine, 1);
    engine->err = err;
    message_init();
    enum status status = open_sources(&engine->sources, err);
    if (!status)
        *out = g_steal_pointer(&engine);
    return status;
}

void engine_free(struct engine *engine)
{
    if (engine)
        sources_close(&engine->sources);
    g_free(engine);
}

/* The letter as a file that never touches a disk, since whoever meets a message opens its path. */
static bool meet_letter(struct engine *engine, const struct letter *letter,
                        const struct lingo *lingo, struct met *met)
{
    g_autoptr(GString) bytes = letter_render(letter, lingo);
    int fd = memfd_create("letter", MFD_CLOEXEC);
    g_autofree char *path = g_strdup_printf("/proc/self/fd/%d", fd);
    struct record record = {.id = letter->id,
                            .path = path,
                            .thread = "",
                            .date = letter->when,
                            .tags = TAG_UNREAD | TAG_INBOX};
    bool known = fd >= 0 && write_all(fd, bytes->str, bytes->len) &&
                 meet(&engine->sources, &record, letter->when, met);
    if (!known)
        engine->status = err_set(engine->err, STATUS_IO, "cannot judge letter %s", letter->id);
    if (fd >= 0)
        close(fd);
    return known;
}

/* She does not answer what she has not seen. */
static bool was_hidden(struct engine *engine, const char *id)
{
    struct entry entry;
    return id && book_get(engine->sources.book, id, &entry) &&
           placement_is_demoted(entry.placement);
}

static void note_own(struct engine *engine, const struct met *met)
{
    engine->status = book_put(engine->sources.book, &met->entry, engine->err);
    if (!engine->status)
        engine->status =
            met_own(&engine->sources, met->judgement->message, met->entry.date, engine->err);
}

static enum placement note_other(struct engine *engine, struct met *met)
{
    struct entry *entry = &met->entry;
    const struct scores *scores = &met->judgement->scores;
    g_autoptr(GBytes) features = features_pack(met->features);
    entry->features = features;
    entry->placement = met->judgement->verdict.placement;
    entry->useful = scores->of[AXIS_USEFUL];
    entry->personal = scores->of[AXIS_PERSONAL];
    entry->trust = scores->of[AXIS_TRUST];
    engine->status = book_put(engine->sources.book, entry, engine->err);
    return entry->placement;
}

enum placement engine_arrive(struct engine *engine, const struct letter *letter,
                             const struct lingo *lingo)
{
    struct met met;
    enum placement placement = PLACE_NONE;
    bool hers = letter->origin == ORIGIN_HER;
    if (engine->status || (hers && was_hidden(engine, letter->in_reply_to)) ||
        !meet_letter(engine, letter, lingo, &met))
        return placement;
    if (met.entry.own)
        note_own(engine, &met);
    else
        placement = note_other(engine, &met);
    met_clear(&met);
    return placement;
}

void engine_tell(struct engine *engine, const char *id, enum outcome outcome)
{
    struct entry entry;
    struct book *book = engine->sources.book;
    if (engine->status || !book_get(book, id, &entry))
        return;
    owned(features) features = features_unpack(entry.features);
    if (features)
        learn(book, features, outcome_acted(outcome), met_importance(outcome));
    entry.features = NULL;
    entry.outcome = outcome;
    engine->status = book_put(book, &entry, engine->err);
}

enum status engine_settle(struct engine *engine)
{
    if (!engine->status)
        engine->status = book_commit(engine->sources.book, engine->err);
    if (!engine->status)
        engine->status = book_begin(engine->sources.book, engine->err);
    return engine->status;
}
