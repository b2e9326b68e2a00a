/* What libnotmuch does not come back from: it crashes, or takes longer than an indexer waits. sync takes
 * it by itself. */
#include <time.h>
#include <unistd.h>

#include "base/days.h"
#include "index-batch.h"
#include "store/book-state.h"

#define MOST 500 /* that one sync looks at */

struct hard {
    GPtrArray *paths, *ids, *tags;
    GArray *placements;
};

static bool collect(const struct waiting *waiting, void *data)
{
    struct hard *hard = data;
    g_ptr_array_add(hard->paths, g_strdup(waiting->path));
    g_ptr_array_add(hard->ids, g_strdup(waiting->id));
    g_ptr_array_add(hard->tags, g_strdup(waiting->tags));
    g_array_append_val(hard->placements, waiting->placement);
    return true;
}

static enum status collect_hard(struct book *book, unsigned tries, unsigned to, struct hard *hard,
                                struct err *err)
{
    *hard = (struct hard){g_ptr_array_new_with_free_func(g_free), g_ptr_array_new_with_free_func(g_free),
                          g_ptr_array_new_with_free_func(g_free),
                          g_array_new(FALSE, FALSE, sizeof(enum placement))};
    return book_wait_each(book, MOST, tries, to, collect, hard, err);
}

static void hard_clear(struct hard *hard)
{
    g_ptr_array_free(hard->paths, TRUE);
    g_ptr_array_free(hard->ids, TRUE);
    g_ptr_array_free(hard->tags, TRUE);
    g_array_free(hard->placements, TRUE);
}

static enum status forget(struct book *book, const char *path, struct err *err)
{
    enum status status = book_begin(book, err);
    if (!status)
        status = book_wait_done(book, path, err);
    if (!status)
        return book_commit(book, err);
    book_rollback(book);
    return status;
}

/* What is gone is gone. */
static bool is_gone(const char *path)
{
    return !g_str_has_prefix(path, WAIT_ID) && access(path, F_OK) != 0;
}

static enum status note_retry(struct book *book, struct err *err)
{
    enum status status = book_begin(book, err);
    if (!status)
        status = book_set_number(book, BOOK_RETRIED, time(NULL), err);
    if (!status)
        return book_commit(book, err);
    book_rollback(book);
    return status;
}

/* A writer of its own for each, which it takes with it. */
static enum status take_hard(struct reader *reader, const struct hard *hard, guint at, double seconds,
                             unsigned *taken, struct err *err)
{
    struct err ignored;
    owned(index_writer) writer = NULL;
    unsigned some = 0;
    if (is_gone(hard->paths->pdata[at]))
        return forget(reader->book, hard->paths->pdata[at], err);
    int lock = index_lock(reader->home, seconds);
    if (lock < 0)
        return STATUS_OK;
    struct batch one = batch_new();
    struct waiting waiting = {hard->paths->pdata[at], hard->ids->pdata[at],
                              g_array_index(hard->placements, enum placement, at), hard->tags->pdata[at], 0};
    batch_add(&one, reader->config, &waiting);
    if (index_writer_start(reader, true, &writer, &ignored) == STATUS_OK)
        (void)!batch_write(reader, writer, &one, seconds, &some, &ignored);
    *taken += some;
    batch_clear(&one);
    index_unlock(lock);
    return STATUS_OK;
}

/* What still waits of those that were tried enough. */
static enum status count_hopeless(struct reader *reader, unsigned *left, struct err *err)
{
    struct hard hopeless;
    *left = 0;
    enum status status = collect_hard(reader->book, WAIT_HOPELESS, G_MAXUINT, &hopeless, err);
    for (guint i = 0; i < hopeless.paths->len && !status; i++)
        if (is_gone(hopeless.paths->pdata[i]))
            status = forget(reader->book, hopeless.paths->pdata[i], err);
        else
            ++*left;
    hard_clear(&hopeless);
    return status;
}

enum status index_hard(struct reader *reader, double seconds, unsigned *taken, unsigned *left,
                       struct err *err)
{
    struct hard hard;
    gint64 until = g_get_monotonic_time() + (gint64)INDEX_HARD_SECONDS * G_USEC_PER_SEC;
    enum status status = count_hopeless(reader, left, err);
    /* What failed may have been the disk. */
    bool daily = *left && ABS(time(NULL) - book_number(reader->book, BOOK_RETRIED)) > DAY;
    if (!status && daily)
        status = note_retry(reader->book, err);
    if (status)
        return status;
    status = collect_hard(reader->book, BATCH_HARD, daily ? G_MAXUINT : WAIT_HOPELESS - 1, &hard, err);
    for (guint i = 0; i < hard.paths->len && !status && g_get_monotonic_time() < until; i++)
        status = take_hard(reader, &hard, i, seconds, taken, err);
    if (!status && hard.paths->len)
        status = count_hopeless(reader, left, err);
    hard_clear(&hard);
    return status;
}
