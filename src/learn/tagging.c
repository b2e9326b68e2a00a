/* Some hundred messages at a time: what a child says of them is collected, what takes the changes back is
 * written down, then all are changed in one commit of the index. The book is told nothing: the next sync
 * reads the marks. Where folders are the history it is the files that change: tagging-move.c. */
#include <string.h>

#include "act/indexing.h"
#include "base/frame.h"
#include "base/text.h"
#include "intent.h"
#include "moving.h"
#include "tagging-child.h"
#include "tagging-move.h"
#include "undo.h"

#define BATCH 500    /* messages to a commit */
#define SILENCE 3600 /* seconds between two signs of life */

/* What is to become of one message. */
struct decided {
    char *id, *folder, **tags; /* of rules; FOLDER is "" where none names one */
    enum placement placement;
};

struct run {
    struct reader *reader;
    const struct tagging *how;
    struct tagging_report *report;
    GArray *decided;
    struct undo *undo;            /* NULL in a dry run */
    struct index_writer *writer;  /* started when it is first needed */
    struct tagging_move *moves;   /* likewise */
};

static void clear_decided(gpointer at)
{
    struct decided *decided = at;
    g_free(decided->id);
    g_free(decided->folder);
    g_strfreev(decided->tags);
}

/* Changes what was decided, uncommitted; LINES take it back. */
static enum status change_all(struct run *run, GString *lines, unsigned *changed, struct err *err)
{
    enum status status = STATUS_OK;
    for (guint i = 0; i < run->decided->len && !status; i++) {
        struct decided *decided = &g_array_index(run->decided, struct decided, i);
        g_autofree const char **tags = index_tags(run->reader->config, decided->placement, decided->tags);
        struct retag how = {decided->id, placement_name(decided->placement), tags, run->how->now,
                            run->how->again};
        g_autofree char *line = NULL;
        status = index_writer_retag(run->writer, &how, &line, err);
        if (line)
            g_string_append_printf(lines, "%s\n", line);
        *changed += line != NULL;
    }
    return status;
}

static enum status move_batch(struct run *run, struct err *err)
{
    g_autofree struct decided_move *decisions = g_new0(struct decided_move, run->decided->len);
    for (guint i = 0; i < run->decided->len; i++) {
        const struct decided *decided = &g_array_index(run->decided, struct decided, i);
        decisions[i] = (struct decided_move){decided->id, decided->folder, decided->placement};
    }
    enum status status = run->moves ? STATUS_OK
                                    : tagging_move_begin(run->reader, run->how->query, run->how->again,
                                                         &run->moves, err);
    return status ? status
                  : tagging_move_some(run->moves, decisions, run->decided->len, &run->report->changed, err);
}

static enum status write_batch(struct run *run, struct err *err)
{
    if (run->reader->follows)
        return move_batch(run, err);
    g_autoptr(GString) lines = g_string_new(NULL);
    unsigned changed = 0;
    enum status status = run->writer ? STATUS_OK : index_writer_start(run->reader, true, &run->writer, err);
    if (!status)
        status = index_writer_begin(run->writer, run->how->lock_wait, err);
    if (status)
        return status;
    status = change_all(run, lines, &changed, err);
    if (!status && lines->len)
        status = undo_add(run->undo, run->how->query, lines, err); /* State: recorded. */
    if (status || !lines->len) {
        index_writer_drop(run->writer);
        return status;
    }
    status = index_writer_commit(run->writer, err); /* State: retagged. */
    run->report->changed += status ? 0 : changed;
    return status;
}

/* Judged are one message and another; a taken-over judge may say what it likes of them, and of no tag that
 * no rule names. */
static enum status take(struct run *run, GVariant *said, struct err *err)
{
    struct tagged tagged = {0};
    g_autofree const char **tags = NULL;
    gint32 placement;
    const char *folder;
    g_variant_get(said, "(&s&s&s&s&sidd^a&s)", &tagged.id, &tagged.subject, &tagged.organisation,
                  &tagged.reason, &folder, &placement, &tagged.useful, &tagged.trust, &tags);
    if (placement < 0 || placement >= PLACE_COUNT || g_strv_length((char **)tags) > RULE_TAGS)
        return err_set(err, STATUS_INTERNAL, "the process that judges is not to be believed");
    tagged.placement = (enum placement)placement;
    tagged.folder = rules_has_folder(run->reader->rules, folder) ? folder : "";
    unsigned kept = 0;
    for (const char **tag = tags; *tag; tag++)
        if (rules_has_tag(run->reader->rules, *tag))
            tags[kept++] = *tag;
    tags[kept] = NULL;
    tagged.tags = tags;
    run->report->judged[tagged.placement]++;
    if (run->how->each)
        run->how->each(&tagged, run->how->data);
    if (!run->how->apply)
        return STATUS_OK;
    struct decided decided = {g_strdup(tagged.id), g_strdup(tagged.folder), g_strdupv((char **)tags),
                              tagged.placement};
    g_array_append_val(run->decided, decided);
    if (run->decided->len < BATCH)
        return STATUS_OK;
    enum status status = write_batch(run, err);
    g_array_set_size(run->decided, 0);
    return status;
}

static enum status take_end(struct run *run, GVariant *said, struct err *err)
{
    struct tagging_report *report = run->report;
    gint32 status;
    const char *why;
    g_variant_get(said, "(i&suuuuu)", &status, &why, &report->matched, &report->placed, &report->hers,
                  &report->touched, &report->unreadable);
    if (status)
        return err_set(err, status > 0 && status <= STATUS_DENIED ? (enum status)status : STATUS_INTERNAL,
                       "%s", why);
    return run->how->apply && run->decided->len ? write_batch(run, err) : STATUS_OK;
}

static enum status hear_child(struct run *run, const struct peer *child, struct err *err)
{
    for (;;) {
        g_autoptr(GVariant) said = NULL;
        enum status status = STATUS_OK;
        guint32 done, total;
        if (listen_for(reader_keyring(run->reader), child, G_MAXUINT, clock_seconds() + SILENCE, &said,
                       NULL) !=
            HEARD)
            return err_set(err, STATUS_INTERNAL, "the process that judges ended");
        if (g_variant_is_of_type(said, G_VARIANT_TYPE(TAGGING_END)))
            return take_end(run, said, err);
        if (g_variant_is_of_type(said, G_VARIANT_TYPE(TAGGING_JUDGED))) {
            status = take(run, said, err);
        } else if (g_variant_is_of_type(said, G_VARIANT_TYPE(TAGGING_PROGRESS))) {
            g_variant_get(said, TAGGING_PROGRESS, &done, &total);
            if (run->how->progress)
                run->how->progress(done, total, run->how->progress_data);
        }
        if (status)
            return status;
    }
}

static enum status run_all(struct run *run, struct err *err)
{
    struct tagging_child child = {.reader = run->reader, .how = run->how};
    struct peer peer;
    enum status status = STATUS_OK;
    if (run->reader->follows)
        status = maildir_query_read(run->how->query, run->reader->follows, run->how->now, &child.maildir,
                                    err);
    else if (run->how->apply)
        status = undo_open(run->reader->home->state_dir, &run->undo, err);
    reader_keyring(run->reader);
    reader_where(run->reader);
    if (!status)
        status = peer_fork(&peer, tagging_child, &child, err);
    if (status)
        return status;
    status = hear_child(run, &peer, err);
    peer_end(&peer, true);
    maildir_query_clear(&child.maildir);
    if (!status && run->undo)
        status = undo_end(run->undo, run->how->query, err);
    if (!status && run->moves)
        status = tagging_move_end(run->moves, err);
    return status;
}

enum status tagging_run(struct reader *reader, const struct tagging *tagging, struct tagging_report *report,
                        struct err *err)
{
    struct run run = {.reader = reader, .how = tagging, .report = report,
                      .decided = g_array_new(FALSE, FALSE, sizeof(struct decided))};
    *report = (struct tagging_report){0};
    if (reader_follows(reader) && tagging->apply && !reader->config->move)
        return err_set(err, STATUS_DENIED,
                       "without notmuch heed moves mail that is there only if [folders] has move = yes");
    g_array_set_clear_func(run.decided, clear_decided);
    enum status status = run_all(&run, err);
    g_array_free(run.decided, TRUE);
    index_writer_free(run.writer);
    tagging_move_free(run.moves);
    undo_free(run.undo);
    return status;
}

/* --- taking it back ------------------------------------------------------------------------------------- */

static enum status undo_batch(struct index_writer *writer, char **lines, guint count, double lock_wait,
                              struct untagging_report *report, struct err *err)
{
    struct untagging_report some = {0};
    enum status status = index_writer_begin(writer, lock_wait, err);
    if (status)
        return status;
    for (guint i = 0; i < count && !status; i++) {
        enum untag done;
        status = index_writer_untag(writer, lines[i], &done, err);
        some.undone += !status && done == UNTAG_DONE;
        some.hers += !status && done == UNTAG_HERS;
    }
    if (status)
        index_writer_drop(writer);
    else
        status = index_writer_commit(writer, err);
    report->undone += status ? 0 : some.undone;
    report->hers += status ? 0 : some.hers;
    return status;
}

/* So that a look at the folders that comes between knows whose moves these are. */
static enum status intend_back(struct book *book, char **lines, guint count, char **before, struct err *err)
{
    g_autoptr(GString) intents = g_string_new(NULL);
    for (guint i = 0; i < count; i++)
        if (moving_is_line(lines[i]))
            moving_intend_back(intents, lines[i]);
    return intent_begin(book, intents, before, err);
}

static enum status undo_some(struct reader *reader, const GPtrArray *mailboxes, char **lines, guint count,
                             struct untagging_report *report, struct err *err)
{
    struct book *book = reader->book;
    g_autofree char *before = NULL;
    enum status failed = STATUS_OK, status = intend_back(book, lines, count, &before, err);
    if (status)
        return status;
    for (guint i = 0; i < count && !failed; i++) {
        bool hers = true;
        if (!moving_is_line(lines[i]))
            continue;
        failed = moving_undo(reader, mailboxes, lines[i], &hers, err);
        report->hers += !failed && hers;
        report->undone += !failed && !hers;
    }
    status = intent_end(book, before, !failed, failed ? NULL : err);
    return failed ? failed : status;
}

static enum status undo_moves(struct reader *reader, struct undo *undo, char **lines,
                              struct untagging_report *report, struct err *err)
{
    struct use_names names = reader_uses(reader);
    g_autoptr(GPtrArray) mailboxes = mailboxes_find(reader->follows, &names);
    enum status status = reader->book ? STATUS_OK : reader_open_book(reader, err);
    for (guint at = 0, all = g_strv_length(lines); at < all && !status; at += INTENTS)
        status = undo_some(reader, mailboxes, lines + at, MIN(INTENTS, all - at), report, err);
    return status ? status : undo_forget(undo, err);
}

enum status tagging_undo(struct reader *reader, double lock_wait, struct untagging_report *report,
                         struct err *err)
{
    owned(undo) undo = NULL;
    owned(index_writer) writer = NULL;
    g_auto(GStrv) lines = NULL;
    *report = (struct untagging_report){0};
    enum status status = undo_open(reader->home->state_dir, &undo, err);
    if (!status)
        status = undo_lines(undo, &lines, err);
    if (!status && !*lines)
        status = err_set(err, STATUS_NOT_FOUND, "there is nothing to take back");
    if (!status && reader_follows(reader))
        return undo_moves(reader, undo, lines, report, err);
    if (!status)
        status = index_writer_start(reader, true, &writer, err);
    for (guint at = 0, all = status ? 0 : g_strv_length(lines); at < all && !status; at += BATCH)
        status = undo_batch(writer, lines + at, MIN(BATCH, all - at), lock_wait, report, err);
    return status ? status : undo_forget(undo, err);
}
