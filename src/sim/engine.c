/* Arrival and outcome for a world without a mail index: what src/act does with notmuch's records,
 * done with the letters of the day. Whether she looks at all is attention.c's. */
#include <math.h>

#include "act/entry.h"
#include "engine.h"
#include "store/history.h"

struct engine {
    struct reader reader;
    enum status status;
    struct err *err;
};

static enum status open_reader(struct reader *reader, struct err *err)
{
    static const char *const own[] = {READER_ADDRESS, NULL};
    *reader = (struct reader){
        .config = config_default(),
        .tried = true, /* there is no index to look for */
        .terse = true,
        .own = g_strdupv((char **)own),
        .user_name = g_strdup(READER_NAME),
    };
    enum status status = config_set(reader->config, "trust", "authserv-id=" READER_SERVER, err);
    if (!status)
        status = book_open(":memory:", reader->config->half_life, &reader->book, err);
    return status ? status : book_begin(reader->book, err);
}

enum status engine_open(struct engine **out, struct err *err)
{
    owned(engine) engine = g_new0(struct engine, 1);
    engine->err = err;
    message_init();
    enum status status = open_reader(&engine->reader, err);
    if (!status)
        *out = g_steal_pointer(&engine);
    return status;
}

void engine_free(struct engine *engine)
{
    if (engine)
        reader_close(&engine->reader);
    g_free(engine);
}

static bool meet_letter(struct engine *engine, const struct letter *letter,
                        const struct lingo *lingo, struct met *met)
{
    g_autoptr(GString) bytes = letter_render(letter, lingo);
    struct record record = {.id = letter->id,
                            .path = "",
                            .thread = "",
                            .date = letter->when,
                            .tags = TAG_UNREAD | TAG_INBOX};
    owned(spool) spool = spool_of(bytes->str, bytes->len);
    struct judgement *read = NULL;
    engine->status = flow_read(engine->reader.config, spool, &read, engine->err);
    if (!engine->status)
        entry_meet(&engine->reader, &record, letter->when, read, met);
    return !engine->status;
}

/* She does not answer what she has not seen. */
static bool was_hidden(struct engine *engine, const char *id)
{
    struct entry entry;
    return id && book_get(engine->reader.book, id, &entry) &&
           placement_is_demoted(entry.placement);
}

static enum status nothing_answered(const char *id, void *data, struct err *err)
{
    (void)id, (void)data, (void)err;
    return STATUS_OK;
}

static void note_own(struct engine *engine, const struct met *met)
{
    g_auto(GStrv) wrote_to = entry_recipients(&engine->reader, met->judgement->message);
    engine->status = entry_own(engine->reader.book, &met->entry, (const char *const *)wrote_to, "",
                               nothing_answered, NULL, engine->err);
}

static enum placement note_other(struct engine *engine, struct met *met)
{
    struct entry *entry = &met->entry;
    g_autoptr(GBytes) features = features_pack(met->features);
    entry->features = features;
    entry->placement = met->judgement->verdict.placement;
    entry->scores = met->judgement->scores;
    engine->status = book_put(engine->reader.book, entry, engine->err);
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
    struct book *book = engine->reader.book;
    if (engine->status || !book_get(book, id, &entry))
        return;
    owned(features) features = features_unpack(entry.features);
    if (features)
        learn(book, features, outcome_acted(outcome), outcome_importance(outcome));
    if (outcome != OUTCOME_IGNORED) /* she may open it after all */
        entry.features = NULL;
    entry.outcome = outcome;
    engine->status = book_put(book, &entry, engine->err);
}

enum status engine_settle(struct engine *engine)
{
    if (!engine->status)
        engine->status = book_commit(engine->reader.book, engine->err);
    if (!engine->status)
        engine->status = book_begin(engine->reader.book, engine->err);
    return engine->status;
}
