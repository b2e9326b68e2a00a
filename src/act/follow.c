/* From records of the index to entries of the book. A message is parsed once, when the book first meets
 * it; later only its tags are looked at. */
#include <math.h>
#include <string.h>

#include "follow.h"
#include "headers.h"
#include "indexing.h"

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
    GPtrArray *to_place;  /* ids, and placements beside them */
    GArray *placements;
    follow_progress *progress;
    void *progress_data;
    unsigned total;
};

static bool adds_tag(char **tags)
{
    for (; *tags; tags++)
        if (**tags == '+')
            return true;
    return false;
}

static enum outcome decide_outcome(const struct follow *follow, const struct entry *entry)
{
    struct outcome_signs signs = {
        .tags = entry->tags,
        .placement = entry->placement,
        .age = (double)(follow->now - entry->date) / DAY,
        .ignored_after = follow->sources->config->ignored_after,
        .answered = entry->answered,
        .gone = entry->gone,
        .shows = entry->placement < PLACE_COUNT && adds_tag(follow->sources->config->tags[entry->placement]),
    };
    return outcome_of(&signs);
}

/* A message that was read, opened, and then removed stays what it was: only what she had not acted on is
 * told apart by its end. */
static void put(struct follow *follow, struct entry *entry)
{
    enum outcome outcome = decide_outcome(follow, entry);
    if (entry->gone && outcome_acted(entry->outcome) == 1)
        outcome = entry->outcome;
    entry->outcome = outcome;
    if (!follow->status)
        follow->status = book_put(follow->book, entry, follow->err);
}

static void mark_answered(struct follow *follow, const char *id)
{
    struct entry entry;
    if (!id || !book_get(follow->book, id, &entry) || entry.own || entry.answered)
        return;
    entry.answered = true;
    put(follow, &entry);
}

static void note_own(struct follow *follow, const struct message *message, int64_t date)
{
    for (uint32_t i = 0; i < message->n_recipients && i < 50 && !follow->status; i++) {
        g_autofree char *address = g_utf8_strdown(message->recipients[i].mailbox, -1);
        if (*address && !sources_is_own(follow->sources, address))
            follow->status = book_wrote_to(follow->book, address, date, follow->err);
    }
    mark_answered(follow, message->references[0]);
}

static void note_placement(struct follow *follow, const struct message *message,
                           const struct record *record, struct entry *entry)
{
    struct carried carried;
    if (!headers_carried(follow->sources, message, &carried))
        return;
    entry->placement = carried.placement;
    entry->useful = carried.useful;
    entry->personal = carried.personal;
    entry->trust = carried.trust;
    if (!record->placed && follow->to_place) {
        g_ptr_array_add(follow->to_place, g_strdup(record->id));
        g_array_append_val(follow->placements, carried.placement);
    }
}

static void meet(struct follow *follow, const struct record *record)
{
    owned(spool) spool = NULL;
    owned(message) message = NULL;
    if (spool_open(record->path, &spool, NULL) || message_parse(spool, 0, NULL, &message, NULL)) {
        follow->report->unreadable++;
        return;
    }
    owned(sender) sender = sender_read(message);
    struct auth auth = auth_read(message, (const char *const *)follow->sources->config->authserv_ids,
                                 sender->organisation);
    struct entry entry = {
        .id = record->id,
        .date = message->received ? message_arrived(message, follow->now) : CLAMP(record->date, 0, follow->now),
        .address = sender->address,
        .organisation = sender->organisation,
        .thread = "",
        .kind = kind_guess(message).kind,
        .proven = auth_verdict(&auth),
        .placement = PLACE_NONE,
        .useful = NAN,
        .personal = NAN,
        .trust = NAN,
        .tags = record->tags,
        .own = sources_is_own(follow->sources, sender->address),
        .indexed = true,
    };
    follow->report->fresh++;
    if (entry.own) {
        entry.thread = record->thread;
        entry.date = CLAMP(record->date, 0, follow->now);
    } else
        note_placement(follow, message, record, &entry);
    put(follow, &entry);
    if (entry.own)
        note_own(follow, message, entry.date);
}

/* A delivered message that is known but could not be tagged then. */
static void place_later(struct follow *follow, const struct record *record, enum placement placement)
{
    if (record->placed || placement == PLACE_NONE || !follow->to_place)
        return;
    g_ptr_array_add(follow->to_place, g_strdup(record->id));
    g_array_append_val(follow->placements, placement);
}

static bool each_record(const struct record *record, void *data)
{
    struct follow *follow = data;
    struct entry entry;
    follow->report->messages++;
    if (follow->progress && follow->report->messages % 64 == 0)
        follow->progress(follow->report->messages, follow->total, follow->progress_data);
    if (record->tags & TAG_DRAFT)
        return true;
    if (!book_get(follow->book, record->id, &entry)) {
        meet(follow, record);
        return !follow->status;
    }
    if (entry.own)
        return true;
    place_later(follow, record, entry.placement);
    enum outcome outcome = entry.outcome;
    bool same = entry.tags == record->tags && entry.indexed && !entry.gone;
    entry.tags = record->tags;
    entry.indexed = true;
    entry.gone = false;
    if (!same || decide_outcome(follow, &entry) != outcome)
        put(follow, &entry);
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
        put(follow, &entry);
    }
}

static enum status walk(struct follow *follow, const char *query, bool sorted)
{
    for (int try = 0;; try++) {
        follow->report->messages = 0;
        enum status status = history_walk(follow->sources->history, query, sorted, &follow->total,
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

static enum status note_revision(struct follow *follow, uint64_t revision, const char *uuid, uint64_t commit)
{
    enum status status = book_set_number(follow->book, "revision", (int64_t)revision, follow->err);
    if (!status)
        status = book_set_text(follow->book, "uuid", uuid, follow->err);
    if (!status)
        status = book_set_number(follow->book, "commit", (int64_t)commit, follow->err);
    return status ? status : sources_note_user(follow->sources, follow->book, follow->err);
}

enum status follow_all(struct sources *sources, int64_t now, follow_progress *progress, void *data,
                       struct follow_report *report, struct err *err)
{
    owned(book) book = NULL;
    *report = (struct follow_report){0};
    enum status status = book_open(":memory:", sources->config->half_life, &book, NULL, err);
    if (status)
        return status;
    struct follow follow = {.sources = sources, .book = book, .now = now, .report = report, .err = err,
                            .progress = progress, .progress_data = data};
    const char *uuid;
    uint64_t commit = history_commit(sources->history);
    uint64_t revision = history_revision(sources->history, &uuid);
    g_autofree char *same = g_strdup(uuid);

    status = book_begin(book, err);
    if (!status)
        status = walk(&follow, "*", true);
    if (!status)
        status = note_revision(&follow, revision, same, commit);
    if (!status)
        status = book_commit(book, err);
    if (!status)
        status = book_begin(sources->book, err);
    if (status)
        return status;
    status = book_remember(book, sources->book, err);
    if (!status)
        status = book_replace(sources->book, book, err);
    if (status)
        book_rollback(sources->book);
    else
        status = book_commit(sources->book, err);
    book_settle(sources->book);
    return status;
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
        status = history_place(sources->history, follow->to_place->pdata[i], placement_name(placement),
                               (const char *const *)sources->config->tags[placement], follow->err);
        follow->report->placed++;
    }
    enum status committed = history_commit_writes(sources->history, follow->err);
    return status ? status : committed;
}

static enum status follow_since(struct follow *follow, uint64_t commit)
{
    const char *uuid;
    uint64_t revision = history_revision(follow->sources->history, &uuid);
    g_autofree char *same = g_strdup(uuid), *known = book_text(follow->book, "uuid");
    uint64_t since = (uint64_t)book_number(follow->book, "revision");
    bool fresh = strcmp(same, known) != 0;
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
    return status ? status : note_revision(follow, revision, same, commit);
}

/* True where nothing can have changed: no commit to the index, nothing come of age. */
static bool is_up_to_date(const struct follow *follow, uint64_t commit)
{
    int64_t ignored = follow->now - (int64_t)(follow->sources->config->ignored_after * DAY);
    g_autoptr(GPtrArray) ids = g_ptr_array_new_with_free_func(g_free);
    return commit && commit == (uint64_t)book_number(follow->book, "commit") &&
           book_undecided(follow->book, ignored, 0, add_id, ids, NULL) == STATUS_OK && ids->len == 0;
}

enum status follow_changes(struct sources *sources, int64_t now, double lock_wait,
                           struct follow_report *report, struct err *err)
{
    *report = (struct follow_report){0};
    struct follow follow = {.sources = sources, .book = sources->book, .now = now, .report = report,
                            .err = err, .to_place = g_ptr_array_new_with_free_func(g_free),
                            .placements = g_array_new(FALSE, FALSE, sizeof(enum placement))};
    unsigned taken = 0;
    enum status waiting = index_waiting(sources, lock_wait, &taken, err);
    report->placed = taken;
    if (taken && history_refresh(sources->history, err))
        return STATUS_CORRUPT;
    uint64_t commit = history_commit(sources->history);
    enum status status = STATUS_OK;
    if (!is_up_to_date(&follow, commit)) {
        status = book_begin(sources->book, err);
        if (!status)
            status = follow_since(&follow, commit);
        if (status)
            book_rollback(sources->book);
        else
            status = book_commit(sources->book, err);
        if (!status)
            status = place_all(&follow, lock_wait);
        book_settle(sources->book);
    }
    g_ptr_array_free(follow.to_place, TRUE);
    g_array_free(follow.placements, TRUE);
    return status ? status : waiting;
}
