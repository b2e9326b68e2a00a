/* Bursts share commits: a commit of the index costs the same for one message as for hundreds. Every
 * delivery writes a line into the book first; whoever gets the lock takes all lines there are. A line is
 * written before its writer tries the lock, and a holder looks again after letting go, so none is left
 * behind while somebody is there to take it.
 * libnotmuch knows no bounds: a message may crash it, or take it for longer than a delivery lasts. A line counts the
 * tries that never ended; from the second on deliveries leave it alone, and sync takes it by itself. */
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

#include "index-batch.h"
#include "act/indexing.h"
#include "maildir/moved.h"

#define MOST_PER_COMMIT 500
#define MOST_ROUNDS 20 /* so that one delivery is not kept busy for all others */

/* Rules change nothing that shows a placement. */
const char **index_tags(const struct config *config, enum placement placement, char **tags)
{
    GPtrArray *all = g_ptr_array_new();
    for (char **tag = config->tags[placement]; *tag; tag++)
        g_ptr_array_add(all, *tag);
    for (; *tags; tags++)
        if (!config_places_by(config, *tags + 1))
            g_ptr_array_add(all, *tags);
    g_ptr_array_add(all, NULL);
    return (const char **)g_ptr_array_free(all, FALSE);
}

/* What was missed, of no PLACEMENT, sync tags by its header. */
static enum status add_one(const struct sources *sources, const char *path, enum placement placement, const char *ruled,
                           struct err *err)
{
    if (placement >= PLACE_COUNT)
        return history_add(sources->history, path, NULL, NULL, err);
    g_auto(GStrv) more = g_strsplit(ruled, "\n", -1);
    g_autofree const char **tags = index_tags(sources->config, placement, more);
    if (g_str_has_prefix(path, WAIT_ID))
        return history_place(sources->history, path + strlen(WAIT_ID), placement_name(placement), tags, err);
    return history_add(sources->history, path, placement_name(placement), tags, err);
}

/* What cannot be read now goes on waiting, and keeps nobody else from the index. */
static enum status add_to_index(const struct sources *sources, struct batch *batch, struct err *err)
{
    enum status status = STATUS_OK;
    struct moved moved = {0};
    for (guint i = batch->paths->len; i-- > 0 && !status;) {
        enum placement placement = g_array_index(batch->placements, enum placement, i);
        const char *tags = batch->tags->pdata[i];
        status = add_one(sources, batch->paths->pdata[i], placement, tags, err);
        /* Moved by another program, or by heed itself before it could commit that. */
        g_autofree char *path = status == STATUS_NOT_FOUND ? moved_to(&moved, batch->paths->pdata[i]) : NULL;
        if (path)
            status = add_one(sources, path, placement, tags, err);
        if (status == STATUS_NOT_FOUND) /* removed, filed elsewhere by a program that will index it, or no mail */
            batch_absent(batch, i);
        else if (status == STATUS_IO)
            batch_leave(batch, i);
        if (status == STATUS_NOT_FOUND || status == STATUS_IO)
            status = STATUS_OK;
    }
    moved_clear(&moved);
    enum status committed = history_commit_writes(sources->history, status ? NULL : err);
    return status ? status : committed;
}

static enum status note_indexed(const struct sources *sources, const struct batch *batch, struct err *err)
{
    enum status status = book_begin(sources->book, err);
    for (guint i = 0; i < batch->paths->len && !status; i++) {
        const char *path = batch->paths->pdata[i], *id = batch->ids->pdata[i];
        status = id ? book_wait_done(sources->book, path, err) : book_wait_try(sources->book, path, -1, err);
        if (!status && id)
            status = book_mark_indexed(sources->book, id, err);
    }
    if (status) {
        book_rollback(sources->book);
        return status;
    }
    return book_commit(sources->book, err);
}

/* Before the index is touched: whoever never comes back leaves that behind. OWN has been counted when it was written. */
static enum status count_tries(const struct sources *sources, const struct batch *batch, const char *own, int by,
                        struct err *err)
{
    if (batch->paths->len == 1 && g_strcmp0(batch->paths->pdata[0], own) == 0 && by > 0)
        return STATUS_OK;
    enum status status = book_begin(sources->book, err);
    for (guint i = 0; i < batch->paths->len && !status; i++)
        if (by < 0 || g_strcmp0(batch->paths->pdata[i], own) != 0)
            status = book_wait_try(sources->book, batch->paths->pdata[i], by, err);
    if (status) {
        book_rollback(sources->book);
        return status;
    }
    return book_commit(sources->book, err);
}

enum status index_batch(const struct sources *sources, struct batch *batch, const char *own, double seconds,
                        struct err *err)
{
    enum status status = history_write(sources->history, seconds, err);
    if (status)
        return status;
    status = count_tries(sources, batch, own, 1, err);
    if (status)
        history_drop_writes(sources->history);
    else
        status = add_to_index(sources, batch, err);
    if (!status) /* State: indexed. */
        return note_indexed(sources, batch, err);
    (void)!count_tries(sources, batch, NULL, -1, NULL); /* it failed, but it ended */
    return status;
}

/* One commit's worth; *TAKEN is 0 when nothing waited. */
static enum status take_batch(const struct sources *sources, const char *own, double seconds, unsigned *taken,
                              struct err *err)
{
    struct batch batch = batch_new();
    enum status status = book_wait_each(sources->book, MOST_PER_COMMIT, 0, BATCH_HARD - 1, batch_collect, &batch, err);
    if (!status && batch.paths->len)
        status = index_batch(sources, &batch, own, seconds, err);
    /* State: noted. */
    *taken = status ? 0 : batch.paths->len - batch.absent - batch.left;
    if (!status && batch.left)
        status = STATUS_IO;
    batch_clear(&batch);
    return status;
}

static bool anything_waits(struct book *book)
{
    struct batch batch = batch_new();
    bool waits = book_wait_each(book, 1, 0, BATCH_HARD - 1, batch_collect, &batch, NULL) == STATUS_OK && batch.paths->len;
    batch_clear(&batch);
    return waits;
}

static enum status take_waiting(const struct sources *sources, const char *own, double patience, double seconds,
                                unsigned *taken, struct err *err)
{
    unsigned all = 0, some = 1;
    enum status status = STATUS_OK;
    if (!sources->book || !sources->history || !history_ready(sources->history))
        return err_set(err, STATUS_NOT_FOUND, "there is no index or no book");
    int fd = index_lock_open(sources, err);
    if (fd < 0)
        return STATUS_IO;
    for (int round = 0; round < MOST_ROUNDS && some && !status; round++) {
        if (!index_lock(fd, patience)) {
            status = err_errno(err, STATUS_LOCKED, "another heed is at the index");
            break;
        }
        status = take_batch(sources, own, seconds, &some, err);
        all += some;
        flock(fd, LOCK_UN);
        some = anything_waits(sources->book);
    }
    close(fd);
    if (taken)
        *taken = all;
    return status;
}

enum status index_waiting(const struct sources *sources, double patience, double seconds, unsigned *taken,
                          struct err *err)
{
    return take_waiting(sources, NULL, patience, seconds, taken, err);
}

bool index_delivered(const struct sources *sources, const struct entry *entry, char **tags, const char *path)
{
    struct err err;
    g_autofree char *ruled = g_strjoinv("\n", tags);
    if (!sources->book)
        return false;
    enum status status = book_begin(sources->book, &err);
    struct waiting waiting = {path, entry->id, entry->placement, ruled, 1};
    struct entry known;
    bool met = !status && *entry->id && book_get(sources->book, entry->id, &known);
    /* What was demoted under its Message-ID may have been a forgery that came first. */
    bool better = met && known.outcome == OUTCOME_NONE && placement_is_demoted(known.placement) &&
                  !placement_is_demoted(entry->placement);
    if (!status && *entry->id && (!met || better))
        status = book_put(sources->book, entry, &err);
    if (!status)
        status = book_wait_add(sources->book, &waiting, &err);
    if (status)
        book_rollback(sources->book);
    else
        status = book_commit(sources->book, &err);
    if (!status) /* State: waiting. */
        status = take_waiting(sources, path, 0, sources->config->lock_wait, NULL, &err);
    return status == STATUS_OK;
}
