/* What libnotmuch does not come back from: it crashes, or takes longer than a delivery lasts. sync takes it by itself. */
#include <errno.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "index-batch.h"
#include "base/ending.h"
#include "store/book-state.h"
#include "act/indexing.h"

#define DAY 86400
#define MOST 500 /* that one sync looks at */

/* What another program has indexed meanwhile is met by sync like any other; what is gone is gone. */
static bool is_settled(const struct sources *sources, const char *path)
{
    if (g_str_has_prefix(path, WAIT_ID))
        return false;
    return access(path, F_OK) != 0 || history_find_file(sources->history, path, NULL) == STATUS_OK;
}

static enum status forget(const struct sources *sources, const char *path, struct err *err)
{
    enum status status = book_begin(sources->book, err);
    if (!status)
        status = book_wait_done(sources->book, path, err);
    if (!status)
        return book_commit(sources->book, err);
    book_rollback(sources->book);
    return status;
}

/* Where libnotmuch crashes, or does not come back, it takes a child with it, which has the index and the book opened
 * for itself. */
static bool index_in_child(const struct sources *sources, struct batch *one, double seconds)
{
    pid_t pid = fork();
    if (pid == 0) {
        struct sources own = *sources;
        struct err err;
        ending_begin();
        ending_within(INDEX_HARD_SECONDS);
        own.book = NULL;
        own.history = NULL;
        own.tried = false;
        bool done = sources_index(&own) && history_ready(own.history) && sources_open_book(&own, &err) == STATUS_OK &&
                    index_batch(&own, one, NULL, seconds, &err) == STATUS_OK && !one->absent && !one->left;
        _exit(done ? 0 : 1);
    }
    int code = 1;
    while (pid > 0 && waitpid(pid, &code, 0) < 0 && errno == EINTR)
        ;
    return pid > 0 && code == 0;
}

static enum status note_retry(const struct sources *sources, struct err *err)
{
    enum status status = book_begin(sources->book, err);
    if (!status)
        status = book_set_number(sources->book, "retried", time(NULL), err);
    if (!status)
        return book_commit(sources->book, err);
    book_rollback(sources->book);
    return status;
}

static enum status take_hard(const struct sources *sources, const struct batch *hard, guint at, double seconds,
                             unsigned *taken, struct err *err)
{
    if (is_settled(sources, hard->paths->pdata[at]))
        return forget(sources, hard->paths->pdata[at], err);
    int fd = index_lock_open(sources, err);
    if (fd < 0)
        return STATUS_IO;
    struct batch one = batch_new();
    batch_collect(&(struct waiting){hard->paths->pdata[at], hard->ids->pdata[at],
                                    g_array_index(hard->placements, enum placement, at), hard->tags->pdata[at], 0}, &one);
    if (index_lock(fd, seconds))
        *taken += index_in_child(sources, &one, seconds);
    batch_clear(&one);
    close(fd);
    return STATUS_OK;
}

static enum status collect_hard(const struct sources *sources, unsigned tries, unsigned to, struct batch *batch, struct err *err)
{
    *batch = batch_new();
    return book_wait_each(sources->book, MOST, tries, to, batch_collect, batch, err);
}

/* What still waits of those that were tried enough. */
static enum status count_hopeless(const struct sources *sources, unsigned *left, struct err *err)
{
    struct batch hopeless;
    enum status status = collect_hard(sources, WAIT_HOPELESS, G_MAXUINT, &hopeless, err);
    for (guint i = 0; i < hopeless.paths->len && !status; i++)
        if (is_settled(sources, hopeless.paths->pdata[i]))
            status = forget(sources, hopeless.paths->pdata[i], err);
        else
            ++*left;
    batch_clear(&hopeless);
    return status;
}

enum status index_hard(const struct sources *sources, double seconds, unsigned *taken, unsigned *left, struct err *err)
{
    struct batch hard;
    gint64 until = g_get_monotonic_time() + (gint64)INDEX_HARD_SECONDS * G_USEC_PER_SEC;
    *left = 0;
    enum status status = count_hopeless(sources, left, err);
    /* What failed may have been the disk. */
    bool daily = *left && ABS(time(NULL) - book_number(sources->book, "retried")) > DAY;
    if (!status && daily)
        status = note_retry(sources, err);
    if (status)
        return status;
    status = collect_hard(sources, BATCH_HARD, daily ? G_MAXUINT : WAIT_HOPELESS - 1, &hard, err);
    for (guint i = 0; i < hard.paths->len && !status && g_get_monotonic_time() < until; i++)
        status = take_hard(sources, &hard, i, seconds, taken, err);
    if (!status && hard.paths->len) {
        *left = 0;
        status = count_hopeless(sources, left, err);
    }
    batch_clear(&hard);
    return status;
}
