/* Some hundred messages at a time: read and judged, then what takes the changes back is written down, then all are
 * changed in one commit of the index. The book is told nothing: the next sync reads the marks. */
#include "base/ending.h"
#include "learn/read-ahead.h"
#include "act/indexing.h"
#include "act/tagging.h"
#include "undo.h"

#define BATCH 500      /* messages to a commit */
#define TRIES 5        /* walks over an index that somebody else is writing to */
#define DEADLINE 120   /* seconds that opening the index may take beyond waiting for it */

/* What is to become of one message. */
struct decided {
    char *id, **tags; /* of rules */
    enum placement placement;
};

struct run {
    struct sources *sources;
    const struct tagging *how;
    struct tagging_report *report;
    GArray *matching; /* struct record, owning its strings */
    GArray *decided;
    struct undo *undo; /* NULL in a dry run */
};

static void clear_record(gpointer at)
{
    struct record *record = at;
    g_free((char *)record->id);
    g_free((char *)record->path);
    g_free((char *)record->thread);
}

static void clear_decided(gpointer at)
{
    struct decided *decided = at;
    g_free(decided->id);
    g_strfreev(decided->tags);
}

static bool gather(const struct record *record, void *data)
{
    struct run *run = data;
    struct tagging_report *report = run->report;
    report->matched++;
    if (record->tags & TAG_DRAFT)
        report->hers++;
    else if (record->placement != PLACE_NONE && !run->how->again)
        report->placed++;
    else if (!record->untouched)
        report->touched++;
    else {
        struct record copy = *record;
        copy.id = g_strdup(record->id);
        copy.path = g_strdup(record->path);
        copy.thread = NULL;
        g_array_append_val(run->matching, copy);
    }
    return true;
}

static char **copy_tags(const struct ruling *ruling)
{
    char **tags = g_new0(char *, ruling->n_tags + 1);
    for (unsigned i = 0; i < ruling->n_tags; i++)
        tags[i] = g_strdup(ruling->tags[i]);
    return tags;
}

static void judge(const struct record *record, struct judgement *read, void *data)
{
    struct run *run = data;
    owned(judgement) j = read;
    if (!j) {
        run->report->unreadable++;
        return;
    }
    if (met_is_own(run->sources, j, record->path)) {
        run->report->hers++;
        return;
    }
    j->facts.known = true;
    flow_decide(run->sources, run->how->now, j);
    run->report->judged[j->verdict.placement]++;
    if (run->how->each)
        run->how->each(j, record->id, run->how->data);
    struct decided decided = {g_strdup(record->id), copy_tags(&j->verdict.ruling), j->verdict.placement};
    g_array_append_val(run->decided, decided);
}

/* Changes what was decided, uncommitted; LINES take it back. */
static enum status change_all(struct run *run, GString *lines, struct err *err)
{
    enum status status = STATUS_OK;
    for (guint i = 0; i < run->decided->len && !status; i++) {
        struct decided *decided = &g_array_index(run->decided, struct decided, i);
        g_autofree const char **tags = index_tags(run->sources->config, decided->placement, decided->tags);
        struct retag how = {decided->id, placement_name(decided->placement), tags, run->how->now, run->how->again};
        g_autofree char *line = NULL;
        status = history_retag(run->sources->history, &how, &line, err);
        if (line)
            g_string_append_printf(lines, "%s\n", line);
    }
    return status;
}

static unsigned lines_in(const GString *lines)
{
    unsigned count = 0;
    for (const char *at = lines->str; *at; at++)
        count += *at == '\n';
    return count;
}

/* libnotmuch may wait for the lock without end. Whoever is ended by that has lost nothing. */
static enum status open_index(struct history *history, double seconds, struct err *err)
{
    unsigned bound = ending_within((unsigned)seconds + DEADLINE);
    enum status status = history_write(history, seconds, err);
    ending_within(bound);
    return status;
}

static enum status write_batch(struct run *run, struct err *err)
{
    struct history *history = run->sources->history;
    g_autoptr(GString) lines = g_string_new(NULL);
    enum status status = open_index(history, run->how->lock_wait, err);
    if (status)
        return status;
    status = change_all(run, lines, err);
    if (!status && lines->len)
        status = undo_add(run->undo, run->how->query, lines, err); /* State: recorded. */
    if (!status && lines->len) {
        status = history_commit_writes(history, err); /* State: retagged. */
        run->report->changed += status ? 0 : lines_in(lines);
    } else {
        history_drop_writes(history);
    }
    return status;
}

static enum status run_batch(struct run *run, guint from, guint to, struct err *err)
{
    struct ahead *ahead = ahead_new(run->sources->config, judge, run);
    for (guint i = from; i < to; i++)
        ahead_push(ahead, &g_array_index(run->matching, struct record, i));
    ahead_free(ahead);
    enum status status = book_sound(run->sources->book, err); /* half of what is known would judge wrongly */
    if (!status && run->how->apply && run->decided->len)
        status = write_batch(run, err);
    g_array_set_size(run->decided, 0);
    return status;
}

/* Somebody may be writing to the index: then it is walked anew. */
static enum status gather_all(struct run *run, struct err *err)
{
    for (int try = 0;; try++) {
        *run->report = (struct tagging_report){0};
        g_array_set_size(run->matching, 0);
        enum status status = history_walk(run->sources->history, run->how->query, true, NULL, gather, run, err);
        if (status != STATUS_LOCKED || try == TRIES)
            return status;
        status = history_refresh(run->sources->history, err);
        if (status)
            return status;
    }
}

static enum status run_all(struct run *run, struct err *err)
{
    const struct tagging *how = run->how;
    enum status status = STATUS_OK;
    if (how->apply)
        status = undo_open(run->sources->state_dir, &run->undo, err);
    if (!status)
        status = gather_all(run, err);
    for (guint at = 0; at < run->matching->len && !status; at += BATCH) {
        status = run_batch(run, at, MIN(at + BATCH, run->matching->len), err);
        if (how->progress)
            how->progress(MIN(at + BATCH, run->matching->len), run->matching->len, how->progress_data);
    }
    if (!status && how->apply)
        status = undo_end(run->undo, how->query, err);
    return status;
}

enum status tagging_run(struct sources *sources, const struct tagging *tagging, struct tagging_report *report,
                        struct err *err)
{
    struct run run = {.sources = sources, .how = tagging, .report = report,
                      .matching = g_array_new(FALSE, FALSE, sizeof(struct record)),
                      .decided = g_array_new(FALSE, FALSE, sizeof(struct decided))};
    g_array_set_clear_func(run.matching, clear_record);
    g_array_set_clear_func(run.decided, clear_decided);
    enum status status = run_all(&run, err);
    g_array_free(run.matching, TRUE);
    g_array_free(run.decided, TRUE);
    undo_free(run.undo);
    return status;
}

static enum status undo_batch(struct history *history, char **lines, guint count, double lock_wait,
                              struct untagging_report *report, struct err *err)
{
    struct untagging_report some = {0};
    enum status status = open_index(history, lock_wait, err);
    if (status)
        return status;
    for (guint i = 0; i < count && !status; i++) {
        enum untag done;
        status = history_untag(history, lines[i], &done, err);
        some.undone += !status && done == UNTAG_DONE;
        some.hers += !status && done == UNTAG_HERS;
    }
    if (status)
        history_drop_writes(history);
    else
        status = history_commit_writes(history, err);
    report->undone += status ? 0 : some.undone;
    report->hers += status ? 0 : some.hers;
    return status;
}

enum status tagging_undo(struct sources *sources, double lock_wait, struct untagging_report *report, struct err *err)
{
    owned(undo) undo = NULL;
    g_auto(GStrv) lines = NULL;
    *report = (struct untagging_report){0};
    enum status status = undo_open(sources->state_dir, &undo, err);
    if (!status)
        status = undo_lines(undo, &lines, err);
    if (!status && !*lines)
        status = err_set(err, STATUS_NOT_FOUND, "there is nothing to take back");
    for (guint at = 0, all = status ? 0 : g_strv_length(lines); at < all && !status; at += BATCH)
        status = undo_batch(sources->history, lines + at, MIN(BATCH, all - at), lock_wait, report, err);
    return status ? status : undo_forget(undo, err);
}
