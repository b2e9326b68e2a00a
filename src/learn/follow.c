/* Following the index by its revision: what has changed, what has come of age, what has vanished. */
#include <string.h>
#include <unistd.h>

#include "learn/follow.h"
#include "act/headers.h"
#include "act/indexing.h"
#include "learn/met.h"

#define DAY 86400
#define WATCHED_DAYS 30      /* how long a message is watched for vanishing */
#define TRIES 5              /* walks over an index that somebody else is writing to */

struct follow {
    struct sources *sources;
    struct book *book;
    int64_t now;
    struct follow_report *report;
    enum status status;
    struct err *err;
    GPtrArray *to_place;  /* ids, and rules' tags and placements beside them */
    GPtrArray *tags;      /* char ** */
    GArray *placements;
    bool places; /* messages that came past deliver, too */
    bool queued; /* some of these wait for their tags */
};

/* What rules said of the message when it came stands in its header. */
static char **read_tags(const struct sources *sources, const char *path)
{
    struct carried carried;
    owned(judgement) read = met_read(sources->config, path);
    return read && headers_carried(sources, read, &carried) ? headers_tags(&carried) : g_new0(char *, 1);
}

/* A delivered message that is known but could not be tagged then. */
static void place_later(struct follow *follow, const struct record *record, enum placement placement)
{
    if (record->placed || placement == PLACE_NONE || !follow->to_place)
        return;
    g_autofree char *path = g_strconcat(WAIT_ID, record->id, NULL);
    if (book_waits(follow->book, path)) /* it will get its tags, and rules', by that */
        return;
    g_ptr_array_add(follow->to_place, g_strdup(record->id)); /* State: untagged. */
    g_ptr_array_add(follow->tags, read_tags(follow->sources, record->path));
    g_array_append_val(follow->placements, placement);
}

/* Enters what became of ENTRY, and learns from it when that is first known or has turned. */
static void put(struct follow *follow, struct entry *entry, const struct features *features)
{
    enum outcome before = entry->outcome;
    entry->outcome = met_outcome(follow->sources->config, entry, follow->now);
    owned(features) kept = features ? NULL : features_unpack(entry->features);
    const struct features *known = features ? features : kept;
    bool turned = outcome_acted(before) != outcome_acted(entry->outcome);
    /* State: learned. */
    if (known && entry->outcome != OUTCOME_NONE && (before == OUTCOME_NONE || turned))
        learn(follow->book, known, outcome_acted(entry->outcome), met_importance(entry->outcome));
    g_autoptr(GBytes) packed = features ? features_pack(features) : NULL;
    if (packed)
        entry->features = packed;
    if (outcome_acted(entry->outcome) == 1)
        entry->features = NULL; /* nothing that follows makes it less wanted */
    if (!follow->status)
        follow->status = book_put(follow->book, entry, follow->err);
}

static void mark_answered(struct follow *follow, const char *id)
{
    struct entry entry;
    if (!id || !book_get(follow->book, id, &entry) || entry.own || entry.answered)
        return;
    entry.answered = true;
    put(follow, &entry, NULL);
}

/* A message that came past deliver is judged by what was known when it came, which is what it is met by. Its tags wait
 * for the index with those of delivered mail: whoever is at it next takes them. */
static void place_met(struct follow *follow, struct met *met, const struct record *record)
{
    const struct judgement *j = met->judgement;
    const struct ruling *ruling = &j->verdict.ruling;
    if (!follow->places || record->placed || !record->untouched || met->entry.placement != PLACE_NONE)
        return;
    met->entry.placement = j->verdict.placement;
    met->entry.useful = j->scores.of[AXIS_USEFUL];
    met->entry.personal = j->scores.of[AXIS_PERSONAL];
    met->entry.trust = j->scores.of[AXIS_TRUST];
    const char *tags[RULE_TAGS + 1] = {NULL};
    memcpy(tags, ruling->tags, ruling->n_tags * sizeof *tags);
    g_autofree char *ruled = g_strjoinv("\n", (char **)tags), *path = g_strconcat(WAIT_ID, record->id, NULL);
    struct waiting waiting = {path, record->id, j->verdict.placement, ruled, 0};
    follow->status = book_wait_add(follow->book, &waiting, follow->err); /* State: met. */
    follow->queued = true;
}

static void take_new(struct follow *follow, const struct record *record)
{
    struct met met;
    if (!meet(follow->sources, record, follow->now, &met)) {
        /* One that is gone was moved: when notmuch has noticed, it is met again. */
        follow->report->unreadable += access(record->path, F_OK) == 0;
        return;
    }
    follow->report->fresh++;
    if (met.entry.own) {
        follow->status = book_put(follow->book, &met.entry, follow->err);
        if (!follow->status)
            follow->status =
                met_own(follow->sources, met.judgement->message, met.entry.date, follow->err);
        mark_answered(follow, met.judgement->message->references[0]);
    } else {
        place_later(follow, record, met.entry.placement);
        place_met(follow, &met, record);
        put(follow, &met.entry, met.features);
    }
    met_clear(&met);
}

static bool each_record(const struct record *record, void *data)
{
    struct follow *follow = data;
    struct entry entry;
    follow->report->messages++;
    if (record->tags & TAG_DRAFT)
        return true;
    if (!book_get(follow->book, record->id, &entry)) {
        take_new(follow, record);
        return !follow->status;
    }
    if (entry.own)
        return true;
    place_later(follow, record, entry.placement);
    enum placement before = entry.placement;
    met_placed(record, &entry);
    bool same = entry.tags == record->tags && entry.indexed && !entry.gone && entry.placement == before;
    entry.tags = record->tags;
    entry.indexed = true;
    entry.gone = false;
    if (!same || met_outcome(follow->sources->config, &entry, follow->now) != entry.outcome)
        put(follow, &entry, NULL);
    return !follow->status;
}

static void add_id(const char *id, void *data)
{
    g_ptr_array_add(data, g_strdup(id));
}

/* Messages that are old enough to count as ignored now, or that are no longer there. */
static void revisit(struct follow *follow)
{
    g_autoptr(GPtrArray) ids = g_ptr_array_new_with_free_func(g_free);
    int64_t ignored = follow->now - (int64_t)(follow->sources->config->ignored_after * DAY);
    if (!follow->status)
        follow->status = book_undecided(follow->book, ignored, follow->now - WATCHED_DAYS * DAY, add_id, ids,
                                        follow->err);
    for (guint i = 0; i < ids->len && !follow->status; i++) {
        struct entry entry;
        enum status found =
            history_find(follow->sources->history, ids->pdata[i], each_record, follow, NULL);
        if (found != STATUS_NOT_FOUND || !book_get(follow->book, ids->pdata[i], &entry) || !entry.indexed)
            continue;
        entry.gone = true;
        follow->report->gone++;
        put(follow, &entry, NULL);
    }
}

static enum status walk(struct follow *follow, const char *query, bool sorted)
{
    for (int try = 0;; try++) {
        follow->report->messages = 0;
        enum status status = history_walk(follow->sources->history, query, sorted, NULL,
                                          each_record, follow, follow->err);
        if (follow->status)
            return follow->status;
        if (status != STATUS_LOCKED || try == TRIES)
            return status;
        status = history_refresh(follow->sources->history, follow->err);
        if (status)
            return status;
    }
}

enum status follow_note(struct sources *sources, uint64_t revision, const char *uuid, uint64_t commit,
                        struct err *err)
{
    enum status status = book_set_number(sources->book, "revision", (int64_t)revision, err);
    if (!status)
        status = book_set_text(sources->book, "uuid", uuid, err);
    if (!status)
        status = book_set_number(sources->book, "commit", (int64_t)commit, err);
    return status ? status : sources_note_user(sources, sources->book, err);
}

static enum status place_all(struct follow *follow, double lock_wait)
{
    const struct sources *sources = follow->sources;
    if (!follow->to_place->len)
        return STATUS_OK;
    enum status status = history_write(sources->history, lock_wait, follow->err);
    if (status)
        return status;
    for (guint i = 0; i < follow->to_place->len && !status; i++) {
        enum placement placement = g_array_index(follow->placements, enum placement, i);
        g_autofree const char **tags = index_tags(sources->config, placement, follow->tags->pdata[i]);
        status = history_place(sources->history, follow->to_place->pdata[i], placement_name(placement), tags,
                               follow->err);
        follow->report->placed++;
    }
    enum status committed = history_commit_writes(sources->history, follow->err);
    /* State: tagged. */
    return status ? status : committed;
}

static enum status follow_since(struct follow *follow, uint64_t commit)
{
    const char *uuid;
    uint64_t revision = history_revision(follow->sources->history, &uuid);
    g_autofree char *same = g_strdup(uuid), *known = book_text(follow->book, "uuid");
    uint64_t since = (uint64_t)book_number(follow->book, "revision");
    bool fresh = strcmp(same, known) != 0;
    follow->places &= !fresh; /* all of an index that the book does not know is no news */
    g_autofree char *query =
        fresh ? g_strdup("*")
              : g_strdup_printf("lastmod:%" G_GUINT64_FORMAT "..%" G_GUINT64_FORMAT, since + 1,
                                MAX(revision, since + 1));
    enum status status = fresh || revision > since ? walk(follow, query, fresh) : STATUS_OK;
    /* Another index says nothing of what vanished from the old one. */
    if (!status && !fresh)
        revisit(follow);
    if (!status)
        status = follow->status;
    return status ? status : follow_note(follow->sources, revision, same, commit, follow->err);
}

/* True where nothing can have changed: no commit to the index, nothing come of age. */
static bool is_up_to_date(const struct follow *follow, uint64_t commit)
{
    int64_t ignored = follow->now - (int64_t)(follow->sources->config->ignored_after * DAY);
    g_autoptr(GPtrArray) ids = g_ptr_array_new_with_free_func(g_free);
    return commit && commit == (uint64_t)book_number(follow->book, "commit") &&
           book_undecided(follow->book, ignored, 0, add_id, ids, NULL) == STATUS_OK && ids->len == 0;
}

/* What could not be tagged is met again by the next sync. */
static void look_again(struct sources *sources, uint64_t since)
{
    if (book_begin(sources->book, NULL))
        return;
    if (book_set_number(sources->book, "revision", (int64_t)since, NULL) ||
        book_set_number(sources->book, "commit", 0, NULL) || book_commit(sources->book, NULL))
        book_rollback(sources->book);
}

enum status follow_changes(struct sources *sources, int64_t now, double lock_wait, bool places,
                           struct follow_report *report, struct err *err)
{
    *report = (struct follow_report){0};
    struct follow follow = {.sources = sources, .book = sources->book, .now = now, .report = report,
                            .places = places, .err = err, .to_place = g_ptr_array_new_with_free_func(g_free),
                            .tags = g_ptr_array_new_with_free_func((GDestroyNotify)g_strfreev),
                            .placements = g_array_new(FALSE, FALSE, sizeof(enum placement))};
    unsigned taken = 0;
    enum status missed = history_ready(sources->history) ? index_missed(sources, now, err) : STATUS_OK;
    enum status waiting = index_waiting(sources, lock_wait, lock_wait, &taken, err);
    if (!waiting && history_ready(sources->history))
        waiting = index_hard(sources, lock_wait, &taken, &report->left, err);
    report->placed = taken;
    if (taken && history_refresh(sources->history, err))
        return STATUS_CORRUPT;
    uint64_t commit = history_commit(sources->history);
    uint64_t since = (uint64_t)book_number(sources->book, "revision");
    enum status status = STATUS_OK;
    if (!is_up_to_date(&follow, commit)) {
        status = book_begin(sources->book, err);
        if (!status)
            status = follow_since(&follow, commit);
        if (status)
            book_rollback(sources->book);
        else
            status = book_commit(sources->book, err); /* State: followed. */
        if (!status && (status = place_all(&follow, lock_wait)))
            look_again(sources, since);
        if (!status && follow.queued) {
            waiting = index_waiting(sources, lock_wait, lock_wait, &taken, err);
            report->placed += taken;
        }
        book_settle(sources->book);
    }
    g_ptr_array_free(follow.to_place, TRUE);
    g_ptr_array_free(follow.tags, TRUE);
    g_array_free(follow.placements, TRUE);
    return status ? status : missed ? missed : waiting;
}
