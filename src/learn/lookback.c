/* Living the archive again. What became of a message is entered when she would have shown it, not when the
 * message came: between the two wait queues, one for what shows within a day, one for what shows by being
 * left alone. */
#include <math.h>
#include <string.h>

#include "act/entry.h"
#include "base/days.h"
#include "learn/folders.h"
#include "learn/read-ahead.h"
#include "store/alias.h"
#include "learn/follow.h"
#include "base/text.h"
#include "offers.h"

/* A message whose outcome is not known yet. */
struct due {
    int64_t when;
    struct entry entry; /* owns id, address and organisation */
    struct features *features;
};

struct lookback {
    struct reader *reader;
    int64_t now;
    struct follow_report *report;
    enum status status;
    struct err *err;
    GQueue soon, late;  /* struct due, each in order of time */
    struct dealt dealt; /* of those that were entered */
    GHashTable *by_id;  /* both */
    struct offers *offers;
    struct ahead *ahead;
    unsigned total;
    lookback_each *each;
    void *each_data;
    follow_progress *progress;
    void *progress_data;
};

static void due_free(struct due *due)
{
    g_free((char *)due->entry.id);
    g_free((char *)due->entry.address);
    g_free((char *)due->entry.organisation);
    features_free(due->features);
    g_free(due);
}

static int64_t ignored_before(const struct lookback *l, int64_t now)
{
    const struct config *config = l->reader->config;
    return outcome_ignored_before(l->dealt.dates[DEALT - 1], config->ignored_after, config->passed_after,
                                  now);
}

static void enter(struct lookback *l, struct due *due)
{
    struct entry *entry = &due->entry;
    g_autoptr(GBytes) packed = NULL;
    if (entry->outcome == OUTCOME_NONE)
        entry->outcome = entry_outcome(l->reader->config, entry, ignored_before(l, l->now));
    if (outcome_acted(entry->outcome) == 1)
        dealt_add(&l->dealt, entry->date);
    if (entry->outcome == OUTCOME_NONE)
        entry->features = packed = features_pack(due->features);
    else
        learn(l->reader->book, due->features, outcome_acted(entry->outcome),
              outcome_importance(entry->outcome));
    if (!l->status)
        l->status = book_put(l->reader->book, entry, l->err);
}

/* When it shows that LATE, the oldest there, was left alone: by its age, or once she has passed it over. */
static int64_t known_at(const struct lookback *l, const struct due *late)
{
    int64_t passed = late->entry.date + (int64_t)(l->reader->config->passed_after * DAY);
    return l->dealt.dates[DEALT - 1] > late->entry.date ? MIN(passed, late->when) : late->when;
}

/* Enters what was known by WHEN, the older of both queues first. */
static void enter_until(struct lookback *l, int64_t when)
{
    for (;;) {
        struct due *soon = g_queue_peek_head(&l->soon), *late = g_queue_peek_head(&l->late);
        int64_t shows = late ? known_at(l, late) : 0;
        bool from_late = late && (!soon || shows < soon->when);
        struct due *due = from_late ? late : soon;
        if (!due || (from_late ? shows : due->when) > when)
            return;
        g_queue_pop_head(from_late ? &l->late : &l->soon);
        g_hash_table_remove(l->by_id, due->entry.id);
        enter(l, due);
        due_free(due);
    }
}

static void wait_for(struct lookback *l, struct met *met)
{
    struct due *due = g_new0(struct due, 1);
    due->entry = met->entry;
    due->entry.id = g_strdup(met->entry.id);
    due->entry.address = g_strdup(met->entry.address);
    due->entry.organisation = g_strdup(met->entry.organisation);
    due->features = g_steal_pointer(&met->features);
    bool late = due->entry.outcome == OUTCOME_IGNORED || due->entry.outcome == OUTCOME_NONE;
    due->when = due->entry.date + (late ? (int64_t)(l->reader->config->ignored_after * DAY) : DAY);
    g_queue_push_tail(late ? &l->late : &l->soon, due);
    g_hash_table_insert(l->by_id, (char *)due->entry.id, due);
    struct entry arrived = due->entry; /* that it came is known at once */
    arrived.outcome = OUTCOME_NONE;
    l->status = book_put(l->reader->book, &arrived, l->err);
    due->entry.name = NULL; /* it is known now, and these end with the message */
    due->entry.alias = NULL;
    due->entry.business = NULL;
    due->entry.things = NULL;
    due->entry.affiliate = NULL;
    due->entry.seller = NULL;
}

static enum status mark_answered(const char *id, void *data, struct err *err)
{
    struct lookback *l = data;
    struct due *due = g_hash_table_lookup(l->by_id, id);
    if (!due)
        return entry_mark_answered(l->reader->config, l->reader->book, id, l->now, err);
    due->entry.answered = true;
    due->entry.outcome = OUTCOME_ANSWERED;
    return STATUS_OK;
}

static void take_own(struct lookback *l, const struct met *met)
{
    const struct message *message = met->judgement->message;
    bool hers = !met->entry.by_program;
    const char *answers = hers && message->references[0] ? message->references[0] : "";
    g_auto(GStrv) wrote_to = hers ? entry_recipients(l->reader, message) : g_new0(char *, 1);
    l->status = entry_own(l->reader->book, &met->entry, (const char *const *)wrote_to, answers, mark_answered,
                          l, l->err);
}

static void live(const struct record *record, struct judgement *read, void *data)
{
    struct lookback *l = data;
    struct met met;
    if (l->status) {
        judgement_free(read);
        return;
    }
    enter_until(l, CLAMP(record->date, 0, l->now));
    if (!read) {
        l->report->unreadable++;
        return;
    }
    entry_meet(l->reader, record, l->now, read, &met);
    struct entry known;
    if (l->reader->known && book_get(l->reader->known, record->id, &known) &&
        entry_keeps_folders(&known, record))
        met.entry.tags = known.tags;
    l->report->fresh++;
    if (met.entry.own) {
        take_own(l, &met);
    } else {
        met.entry.outcome = entry_outcome(l->reader->config, &met.entry,
                                          l->now - (int64_t)(l->reader->config->ignored_after * DAY));
        if (l->each)
            l->each(met.judgement, &met.entry, l->each_data);
        l->report->believed += *met.judgement->facts.auth.server != 0;
        if (met.judgement->message->received) /* what never travelled is her own */
            offers_add(l->offers, met.judgement->facts.auth.offered);
        wait_for(l, &met);
    }
    met_clear(&met);
}

static bool each_record(const struct record *record, void *data)
{
    struct lookback *l = data;
    if (++l->report->messages % 64 == 0 && l->progress)
        l->progress(l->report->messages, l->total, l->progress_data);
    if (record->tags & TAG_DRAFT)
        return true;
    ahead_push(l->ahead, record);
    return !l->status;
}

enum status lookback(struct reader *reader, int64_t now, lookback_each *each, void *each_data,
                     follow_progress *progress, void *progress_data, struct follow_report *report,
                     struct err *err)
{
    struct lookback l = {.reader = reader, .now = now, .report = report, .err = err, .each = each,
                         .each_data = each_data, .progress = progress, .progress_data = progress_data};
    *report = (struct follow_report){0};
    g_queue_init(&l.soon);
    g_queue_init(&l.late);
    l.by_id = g_hash_table_new(text_hash, g_str_equal);
    l.offers = offers_new();
    l.ahead = ahead_new(reader->config, live, &l);
    reader->terse = true;
    enum status status = reader_follows(reader)
                             ? folders_walk(reader, reader->known, &l.total, each_record, &l, err)
                             : history_walk(reader->history, "*", true, &l.total, each_record, &l, err);
    ahead_free(l.ahead);
    reader->terse = false;
    if (!l.status && !status)
        enter_until(&l, G_MAXINT64);
    if (!l.status && !status)
        l.status = book_set_number(reader->book, BOOK_DEALT, l.dealt.dates[DEALT - 1], err);
    g_queue_clear_full(&l.soon, (GDestroyNotify)due_free);
    g_queue_clear_full(&l.late, (GDestroyNotify)due_free);
    g_hash_table_destroy(l.by_id);
    offers_propose(l.offers, report);
    offers_free(l.offers);
    return l.status ? l.status : status;
}
