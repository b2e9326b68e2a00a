/* The indexer. A commit of the index costs the same for one message as for hundreds, so bursts share one:
 * every keeper leaves its plan first, and whoever has the lock takes all there are. A plan is left before
 * its keeper tries the lock, and an indexer looks again after letting go, so none is left behind while
 * somebody is there to take it. */
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/file.h>
#include <time.h>
#include <unistd.h>

#include "base/days.h"
#include "index-batch.h"
#include "left.h"
#include "maildir/maildir.h"
#include "store/places.h"

#define MOST_PER_COMMIT 500
#define MOST_ROUNDS 1000 /* so that one indexer does not work for ever */

int index_lock(const struct home *home, double seconds)
{
    g_autofree char *path = home_state(home, "index.lock");
    int fd = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    for (double waited = 0; fd >= 0 && flock(fd, LOCK_EX | LOCK_NB) != 0; waited += 0.02) {
        if (waited >= seconds) {
            close(fd);
            return -1;
        }
        g_usleep(20000);
    }
    return fd;
}

void index_unlock(int lock)
{
    flock(lock, LOCK_UN);
    close(lock);
}

/* --- plans that were left ------------------------------------------------------------------------------- */

/* What was stored below another root than the index's is not lost there, but nobody would see it. */
static void mend_place(struct reader *reader, const struct plan *plan, char **path)
{
    const char *root = reader->mail_root;
    g_autofree char *maildir = NULL;
    bool below =
        !root || *reader->config->maildir || (g_str_has_prefix(*path, root) && (*path)[strlen(root)] == '/');
    const char *folder = *plan->folder ? plan->folder : reader->config->folders[plan->placement];
    if (!below && reader_maildir(reader, folder, &maildir, NULL) == STATUS_OK)
        (void)!maildir_move(maildir, path, NULL);
}

/* Where folders are the history: so that it is found by its id before sync has looked. */
static enum status take_place(struct reader *reader, const struct plan *plan, const char *path,
                              struct err *err)
{
    const char *root = reader_follows(reader);
    size_t length = strlen(root);
    if (strncmp(path, root, length) != 0 || path[length] != '/' || !*plan->entry.id)
        return STATUS_OK;
    struct mail_parts parts = mail_split(root, path);
    const struct place place = {parts.folder, parts.base, parts.info, plan->entry.id, PLACE_UNSEEN};
    enum status status = book_place_put(reader->book, &place, err);
    mail_parts_clear(&parts);
    return status;
}

static enum status take_plan(struct reader *reader, const struct plan *plan, const char *path,
                             struct err *err)
{
    bool anew = false;
    enum status status = entry_delivered(reader->config, reader->book, plan, time(NULL), &anew, err);
    if (reader_follows(reader))
        return status ? status : take_place(reader, plan, path, err);
    g_autofree char *tags = g_strjoinv("\n", (char **)plan->tags);
    g_autofree char *all = g_strconcat(tags, anew ? "\n" HISTORY_ANEW : "", NULL);
    /* With heed's mark and without a verdict it would be judged by the next sync. */
    enum placement placement = reader->config->mode == MODE_OFF ? PLACE_NONE : plan->placement;
    struct waiting waiting = {path, plan->entry.id, placement, all, 0};
    return status ? status : book_wait_add(reader->book, &waiting, err);
}

/* All in one change of the book; then their files may go. */
static enum status take_plans(struct reader *reader, struct err *err)
{
    g_autoptr(GPtrArray) names = left_names(reader->home);
    enum status status = names->len ? book_begin(reader->book, err) : STATUS_OK;
    if (status || !names->len)
        return status;
    for (guint i = 0; i < names->len && !status; i++) {
        g_autofree char *path = NULL;
        owned(plan) plan = left_read(names->pdata[i], &path);
        if (plan)
            mend_place(reader, plan, &path);
        if (plan)
            status = take_plan(reader, plan, path, err);
    }
    if (status)
        book_rollback(reader->book);
    else
        status = book_commit(reader->book, err); /* State: waiting. */
    for (guint i = 0; i < names->len && !status; i++)
        unlink(names->pdata[i]);
    return status;
}

/* --- what waits ----------------------------------------------------------------------------------------- */

struct collecting {
    const struct reader *reader;
    struct batch *batch;
};

static bool collect(const struct waiting *waiting, void *data)
{
    const struct collecting *collecting = data;
    batch_add(collecting->batch, collecting->reader->config, waiting);
    return true;
}

static enum status collect_batch(const struct reader *reader, struct batch *batch, unsigned most,
                                 unsigned from, unsigned to, struct err *err)
{
    struct collecting collecting = {reader, batch};
    *batch = batch_new();
    return book_wait_each(reader->book, most, from, to, collect, &collecting, err);
}

/* One commit's worth; *TAKEN is 0 when nothing waited. */
static enum status take_batch(struct reader *reader, struct index_writer **writer, double seconds,
                              unsigned *taken, unsigned *waited, struct err *err)
{
    struct batch batch;
    *waited = 0;
    if (reader_follows(reader))
        return STATUS_OK;
    enum status status = collect_batch(reader, &batch, MOST_PER_COMMIT, 0, BATCH_HARD - 1, err);
    *waited = status ? 0 : batch.jobs->len;
    if (!status && batch.jobs->len && !*writer)
        status = index_writer_start(reader, true, writer, err);
    if (!status && batch.jobs->len)
        status = batch_write(reader, *writer, &batch, seconds, taken, err);
    batch_clear(&batch);
    return status;
}

static bool anything_left(const struct home *home)
{
    g_autoptr(GPtrArray) names = left_names(home);
    return names->len > 0;
}

enum status index_waiting(struct reader *reader, double patience, double seconds, unsigned *taken,
                          struct err *err)
{
    owned(index_writer) writer = NULL;
    enum status status = STATUS_OK;
    unsigned all = 0;
    if (!reader->book)
        return err_set(err, STATUS_NOT_FOUND, "there is no book");
    for (int round = 0; round < MOST_ROUNDS && !status; round++) {
        unsigned some = 0, waited = 0;
        int lock = index_lock(reader->home, patience);
        if (lock < 0) {
            status = err_set(err, STATUS_LOCKED, "another heed is at the index");
            break;
        }
        status = take_plans(reader, err);
        if (!status)
            status = take_batch(reader, &writer, seconds, &some, &waited, err);
        index_unlock(lock);
        all += some;
        if (!waited && !anything_left(reader->home))
            break;
    }
    if (taken)
        *taken = all;
    return status;
}
