/* Following the index by its revision: what has changed, what has come of age, what has vanished. Parses
 * nothing: a child reads the index, and each message that is new is judged in a process of its own. */
#include <string.h>
#include <unistd.h>

#include "act/indexing.h"
#include "base/days.h"
#include "follow-private.h"

#define WATCHED_DAYS 30 /* how long a message is watched for vanishing */
#define OLDER 200       /* messages older than that are looked for in the index with each sync, in turn */
#define PASSED_OVER 2000 /* of those for which nobody need look */
#define MOST_OLDER 20000 /* of both, where as many as half of the last have vanished */
#define FORGET_DAYS 30  /* after which what a stranger sent and she threw away is forgotten */

enum status follow_need_walker(struct follow *follow)
{
    return follow->walker ? STATUS_OK : index_walker_start(follow->reader, &follow->walker, follow->err);
}

/* --- messages that are new to the book ------------------------------------------------------------------ */

static struct plan *judge_file(struct follow *follow, const struct record *record, const char *path)
{
    return mailstore_judge(follow->store, follow->judges, path, record);
}

/* What waits for its tags gets them, and rules', from whoever is at the index next. */
static enum status let_wait(struct follow *follow, const char *id, enum placement placement,
                            const char **tags)
{
    g_autofree char *path = g_strconcat(WAIT_ID, id, NULL), *ruled = g_strjoinv("\n", (char **)tags);
    if (book_waits(follow->book, path))
        return STATUS_OK;
    struct waiting waiting = {path, id, placement, ruled, 0};
    follow->queued = true;
    return book_wait_add(follow->book, &waiting, follow->err);
}

/* Delivered to the inbox, and its header has no verdict: there was no time for one, or no judge. */
static bool is_unjudged(const struct record *record, const struct plan *plan)
{
    return record->placed && record->placement == PLACE_INBOX && !record->placed_at &&
           plan->entry.placement == PLACE_NONE;
}

/* A delivered message that could not be tagged then is tagged by its header. One that came past deliver is
 * judged by what was known when it came, which is what it is met by; so is what could not be judged then. */
static enum status place(struct follow *follow, const struct record *record, struct plan *plan)
{
    bool unjudged = is_unjudged(record, plan);
    if (record->tags & TAG_BY_FOLDER)
        return follow_move(follow, record, plan);
    if (record->placed && !unjudged)
        return STATUS_OK;
    if (plan->entry.placement != PLACE_NONE) /* State: untagged. */
        return let_wait(follow, record->id, plan->entry.placement, plan->tags);
    if ((!follow->places && !unjudged) || !record->untouched)
        return STATUS_OK;
    plan->entry.placement = plan->placement;
    plan->entry.scores = plan->scores;
    return let_wait(follow, record->id, plan->placement, plan->tags); /* State: met. */
}

static enum status mark_answered(const char *id, void *data, struct err *err)
{
    const struct follow *follow = data;
    return entry_mark_answered(follow->reader->config, follow->book, id, follow->now, err);
}

void follow_new(struct follow *follow, const struct record *record)
{
    owned(plan) plan = judge_file(follow, record, record->path);
    if (!plan) {
        /* One that is gone was moved: when notmuch has noticed, it is met again. */
        bool remote = follow->store && mailstore_is_remote(follow->store);
        follow->report->unreadable += remote || access(record->path, F_OK) == 0;
        return;
    }
    struct entry *entry = &plan->entry;
    entry->id = record->id;
    entry_see(follow->book, entry, record, follow->now);
    follow->report->fresh++;
    if (entry->own) {
        entry->thread = record->thread;
        follow->status =
            entry_own(follow->book, entry, plan->wrote_to, plan->answers, mark_answered, follow, follow->err);
        return;
    }
    bool unjudged = is_unjudged(record, plan);
    follow->status = place(follow, record, plan);
    if (!unjudged || entry->placement == PLACE_NONE)
        entry_placed(record, entry);
    owned(features) features = features_unpack(entry->features);
    if (!follow->status)
        follow->status =
            entry_settle(follow->reader->config, follow->book, entry, features, follow->now, follow->err);
}

/* --- those that it knows -------------------------------------------------------------------------------- */

/* Delivered when the index could not be written: its placement stands in the book, what rules said in its
 * header. */
static enum status place_known(struct follow *follow, const struct record *record, const struct entry *entry)
{
    g_autofree char *path = g_strconcat(WAIT_ID, record->id, NULL);
    if (record->placed || record->tags & TAG_BY_FOLDER || entry->placement == PLACE_NONE ||
        book_waits(follow->book, path))
        return STATUS_OK;
    owned(plan) plan = judge_file(follow, record, record->path);
    const char *none[] = {NULL};
    bool carried = plan && plan->carried;
    return let_wait(follow, record->id, entry->placement, carried ? plan->tags : none);
}

/* One of hers that was delivered was in no thread yet. */
static enum status take_own(struct follow *follow, const struct record *record, struct entry *entry)
{
    if (entry->indexed && (*entry->thread || !*record->thread))
        return STATUS_OK;
    entry->thread = record->thread;
    entry->indexed = true;
    return book_put(follow->book, entry, follow->err);
}

/* Another letter came under the Message-ID of one that was demoted, past deliver. */
static bool take_another(struct follow *follow, const struct record *record, struct entry *known)
{
    if (!follow->places || !*record->newest || !placement_is_demoted(known->placement))
        return false;
    owned(plan) plan = judge_file(follow, record, record->newest);
    if (!plan || !entry_is_anew(follow->book, known, plan))
        return false;
    g_autofree const char **tags = g_new0(const char *, g_strv_length((char **)plan->tags) + 2);
    unsigned n = 0;
    for (; plan->tags[n]; n++)
        tags[n] = plan->tags[n];
    tags[n] = HISTORY_ANEW;
    struct entry *entry = &plan->entry;
    entry->id = record->id;
    entry->placement = plan->placement;
    entry->scores = plan->scores;
    entry->indexed = true;
    follow->status = let_wait(follow, record->id, plan->placement, tags);
    if (!follow->status)
        follow->status = book_put(follow->book, entry, follow->err);
    return true;
}

void follow_known(struct follow *follow, const struct record *record, struct entry *entry)
{
    if (take_another(follow, record, entry))
        return;
    follow->status = place_known(follow, record, entry);
    if (entry_keeps_folders(entry, record))
        return;
    enum placement before = entry->placement;
    entry_placed(record, entry);
    uint32_t tags = entry->tags;
    bool indexed = entry->indexed;
    entry_see(follow->book, entry, record, follow->now);
    bool same = entry->tags == tags && indexed && !entry->gone && entry->placement == before;
    entry->gone = false;
    const struct config *config = follow->reader->config;
    same &= entry_outcome(config, entry, follow_ignored_before(follow)) == entry->outcome;
    if (!follow->status && !same)
        follow->status = entry_settle(config, follow->book, entry, NULL, follow->now, follow->err);
}

static bool each_record(const struct record *record, void *data)
{
    struct follow *follow = data;
    struct entry entry;
    follow->report->messages++;
    if (record->tags & TAG_DRAFT)
        return true;
    if (!book_get(follow->book, record->id, &entry))
        follow_new(follow, record);
    else if (entry.own)
        follow->status = take_own(follow, record, &entry);
    else
        follow_known(follow, record, &entry);
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
    if (!follow->status)
        follow->status = follow_left_alone(follow, follow->now - WATCHED_DAYS * DAY, add_id, ids);
    for (guint i = 0; i < ids->len && !follow->status; i++) {
        struct entry entry;
        enum status found = index_walker_find(follow->walker, ids->pdata[i], each_record, follow, NULL);
        if (found != STATUS_NOT_FOUND || !book_get(follow->book, ids->pdata[i], &entry) || !entry.indexed)
            continue;
        entry.gone = true;
        follow->report->gone++;
        follow->status =
            entry_settle(follow->reader->config, follow->book, &entry, NULL, follow->now, follow->err);
    }
}

/* Nothing of its relation, or of what was not proven to be, was ever wanted: what became of others' mail
 * after a month says nothing. */
static bool is_unwanted(struct follow *follow, const struct entry *entry)
{
    const char *relation = entry->organisation;
    struct tally proven = book_tally(follow->book, LEVEL_ORGANISATION, relation, KIND_ANY, follow->now);
    struct tally unproven =
        book_tally(follow->book, LEVEL_ORGANISATION + LEVEL_UNPROVEN, relation, KIND_ANY, follow->now);
    return !entry->own && !unproven.last_wanted && (!proven.last_wanted || auth_is_unproven(entry->proven));
}

/* Notes which of IDS, of unwanted senders, are no longer there; adds to *LOOKED for how many it looked.
 * Returns how many are gone. */
static unsigned look_for(struct follow *follow, const GPtrArray *ids, unsigned *looked)
{
    unsigned gone = 0;
    for (guint i = 0; i < ids->len && !follow->status; i++) {
        struct entry entry;
        if (!book_get(follow->book, ids->pdata[i], &entry) || !is_unwanted(follow, &entry))
            continue;
        ++*looked;
        if (index_walker_find(follow->walker, ids->pdata[i], NULL, NULL, NULL) != STATUS_NOT_FOUND)
            continue;
        entry.gone = true;
        gone++;
        follow->status =
            entry_settle(follow->reader->config, follow->book, &entry, NULL, follow->now, follow->err);
    }
    follow->report->gone += gone;
    return gone;
}

/* Of what is too old to be watched, some, and then the next: more only as long as much of it has vanished. */
static void revisit_older(struct follow *follow)
{
    g_autofree char *from = book_text(follow->book, BOOK_WATCHED);
    bool on = !follow->status;
    unsigned looked = 0;
    for (unsigned seen = OLDER; on && seen <= MOST_OLDER; seen += OLDER) {
        g_autoptr(GPtrArray) ids = g_ptr_array_new_with_free_func(g_free);
        char *last =
            book_older(follow->book, from, follow->now - WATCHED_DAYS * DAY, OLDER, add_id, ids);
        g_free(from);
        from = last;
        bool many = look_for(follow, ids, &looked) > OLDER / 2;
        on = *from && !follow->status && (many || (looked < OLDER && seen < PASSED_OVER));
    }
    if (!follow->status)
        follow->status = book_set_text(follow->book, BOOK_WATCHED, from, follow->err);
}

/* --- following ------------------------------------------------------------------------------------------ */

enum status follow_note(struct reader *reader, uint64_t revision, const char *uuid, uint64_t commit,
                        struct err *err)
{
    enum status status = book_set_number(reader->book, BOOK_REVISION, (int64_t)revision, err);
    if (!status)
        status = book_set_text(reader->book, BOOK_UUID, uuid, err);
    if (!status)
        status = book_set_number(reader->book, BOOK_COMMIT, (int64_t)commit, err);
    return status ? status : reader_note_user(reader, reader->book, err);
}

static enum status learn_user(struct follow *follow)
{
    g_autofree char *name = NULL;
    char **own = NULL;
    enum status status = index_walker_user(follow->walker, &name, &own, follow->err);
    if (!status)
        reader_set_user(follow->reader, own, name);
    return status;
}

static enum status follow_since(struct follow *follow, uint64_t commit)
{
    const char *uuid;
    uint64_t revision, since = (uint64_t)book_number(follow->book, BOOK_REVISION);
    enum status status = index_walker_revision(follow->walker, &revision, &uuid, follow->err);
    if (status)
        return status;
    g_autofree char *same = g_strdup(uuid), *known = book_text(follow->book, BOOK_UUID);
    bool fresh = strcmp(same, known) != 0;
    follow->places &= !fresh; /* all of an index that the book does not know is no news */
    g_autofree char *query =
        fresh ? g_strdup("*")
              : g_strdup_printf("lastmod:%" G_GUINT64_FORMAT "..%" G_GUINT64_FORMAT, since + 1,
                                MAX(revision, since + 1));
    if (fresh || revision > since)
        status = index_walker_walk(follow->walker, query, fresh, each_record, follow, follow->err);
    /* Another index says nothing of what vanished from the old one. */
    if (!status && !fresh) {
        revisit(follow);
        revisit_older(follow);
    }
    if (follow->status)
        return follow->status;
    if (!status)
        status = learn_user(follow);
    return status ? status : follow_note(follow->reader, revision, same, commit, follow->err);
}

/* Once a day. */
enum status follow_forget(struct follow *follow)
{
    int64_t last = book_number(follow->book, BOOK_FORGOT);
    if (last > follow->now - DAY && last <= follow->now)
        return STATUS_OK;
    enum status status = book_forget_strangers(follow->book, follow->now - FORGET_DAYS * DAY, follow->err);
    if (!status)
        status = book_unite(follow->book, follow->err);
    return status ? status : book_set_number(follow->book, BOOK_FORGOT, follow->now, follow->err);
}

/* True where nothing can have changed: no commit to the index, nothing come of age. */
static bool is_up_to_date(const struct follow *follow, uint64_t commit)
{
    g_autoptr(GPtrArray) ids = g_ptr_array_new_with_free_func(g_free);
    return commit && commit == (uint64_t)book_number(follow->book, BOOK_COMMIT) &&
           book_undecided(follow->book, follow_ignored_before(follow), 0, add_id, ids, NULL) == STATUS_OK &&
           ids->len == 0;
}

static enum status follow_book(struct follow *follow)
{
    uint64_t commit = index_revision(reader_where(follow->reader)->xapian);
    if (is_up_to_date(follow, commit))
        return STATUS_OK;
    enum status status = follow_need_walker(follow);
    if (!status)
        status = book_begin(follow->book, follow->err);
    if (status)
        return status;
    status = follow_since(follow, commit);
    if (!status)
        status = book_commit(follow->book, follow->err); /* State: followed. */
    else
        book_rollback(follow->book);
    if (!status)
        status = follow_forget(follow);
    return status;
}

static enum status ask_walker(const char *path, void *data, struct err *err)
{
    struct follow *follow = data;
    enum status status = follow_need_walker(follow);
    return status ? status : index_walker_has(follow->walker, path, err);
}

enum status follow_changes(struct reader *reader, const struct following *how, struct follow_report *report,
                           struct err *err)
{
    int64_t now = how->now;
    double lock_wait = how->lock_wait;
    *report = (struct follow_report){0};
    struct follow follow = {.reader = reader,
                            .book = reader->book,
                            .judges = how->judges,
                            .now = now,
                            .report = report,
                            .places = how->places,
                            .err = err};
    unsigned taken = 0;
    if (reader_follows(reader)) {
        enum status left = index_waiting(reader, lock_wait, lock_wait, NULL, err);
        enum status followed = mailstore_open(reader, &follow.store, err);
        if (!followed)
            followed = follow_folders(&follow);
        if (!followed)
            followed = follow_ledger(&follow);
        mailstore_free(follow.store);
        book_settle(reader->book);
        return followed ? followed : left;
    }
    enum status missed = index_missed(reader, now, ask_walker, &follow, err);
    enum status waiting = index_waiting(reader, lock_wait, lock_wait, &taken, err);
    report->placed = taken;
    if (!waiting)
        waiting = index_hard(reader, lock_wait, &report->placed, &report->left, err);
    enum status status = follow_book(&follow);
    if (!status)
        status = follow_ledger(&follow);
    if (!status && follow.queued) {
        waiting = index_waiting(reader, lock_wait, lock_wait, &taken, err); /* State: tagged. */
        report->placed += taken;
    }
    book_settle(reader->book);
    index_walker_free(follow.walker);
    return status ? status : missed ? missed : waiting;
}
