/* Lines of those that wait become jobs of the index's writer; what came of them is noted. libnotmuch knows
 * no bounds: a message may crash it, or take it for longer than an indexer waits. A line counts the tries
 * that never ended. */
#include <string.h>

#include "index-batch.h"

static void clear_job(gpointer at)
{
    struct index_job *job = at;
    g_free(job->path);
    g_strfreev(job->tags);
}

struct batch batch_new(void)
{
    struct batch batch = {g_array_new(FALSE, TRUE, sizeof(struct index_job)),
                          g_ptr_array_new_with_free_func(g_free)};
    g_array_set_clear_func(batch.jobs, clear_job);
    return batch;
}

void batch_clear(struct batch *batch)
{
    g_array_free(batch->jobs, TRUE);
    g_ptr_array_free(batch->ids, TRUE);
}

/* Rules change nothing that shows a placement. */
const char **index_tags(const struct config *config, enum placement placement, char **tags)
{
    GPtrArray *all = g_ptr_array_new();
    for (char **tag = config->tags[placement]; *tag; tag++)
        g_ptr_array_add(all, *tag);
    for (; *tags; tags++)
        if (**tags && !config_places_by(config, *tags + 1)) /* HISTORY_ANEW is passed on */
            g_ptr_array_add(all, *tags);
    g_ptr_array_add(all, NULL);
    return (const char **)g_ptr_array_free(all, FALSE);
}

/* Rules change no tag that is a flag. What is new is unread, whether or not new.tags says so: notmuch has
 * that from the flag S that is not there. */
const char *index_flags(const struct reader *reader, enum placement placement)
{
    const struct index_config *where = reader->where;
    const char *const *fresh = where ? (const char *const *)where->new_tags : NULL;
    if (!fresh || where->sync_flags != SAID_YES)
        return "";
    bool unread = true, flagged = g_strv_contains(fresh, "flagged");
    for (char **tag = reader->config->tags[placement]; *tag; tag++) {
        unread = strcmp(*tag + 1, "unread") == 0 ? **tag == '+' : unread;
        flagged = strcmp(*tag + 1, "flagged") == 0 ? **tag == '+' : flagged;
    }
    return flagged ? unread ? "F" : "FS" : unread ? "" : "S";
}

void batch_add(struct batch *batch, const struct config *config, const struct waiting *waiting)
{
    g_auto(GStrv) ruled = g_strsplit(waiting->tags, "\n", -1);
    g_autofree const char **tags =
        waiting->placement < PLACE_COUNT ? index_tags(config, waiting->placement, ruled) : NULL;
    struct index_job job = {.path = g_strdup(waiting->path), .placement = waiting->placement,
                            .tags = tags ? g_strdupv((char **)tags) : g_new0(char *, 1)};
    g_array_append_val(batch->jobs, job);
    g_ptr_array_add(batch->ids, g_strdup(waiting->id));
}

static struct index_job *job_at(const struct batch *batch, guint i)
{
    return &g_array_index(batch->jobs, struct index_job, i);
}

static enum status end(struct book *book, enum status status, struct err *err)
{
    if (!status)
        return book_commit(book, err);
    book_rollback(book);
    return status;
}

static enum status note_done(struct book *book, const struct batch *batch, struct err *err)
{
    enum status status = book_begin(book, err);
    for (guint i = 0; i < batch->jobs->len && !status; i++) {
        const struct index_job *job = job_at(batch, i);
        const char *id = batch->ids->pdata[i];
        if (job->done == INDEX_HARD) /* the try counts */
            continue;
        status = job->done == INDEX_LEFT ? book_wait_try(book, job->path, -1, err)
                                         : book_wait_done(book, job->path, err);
        if (!status && job->done == INDEX_DONE)
            status = book_mark_indexed(book, id, err);
    }
    return end(book, status, err);
}

/* Before the index is touched: whoever never comes back leaves that behind. */
static enum status count_tries(struct book *book, const struct batch *batch, int by, struct err *err)
{
    enum status status = book_begin(book, err);
    for (guint i = 0; i < batch->jobs->len && !status; i++)
        status = book_wait_try(book, job_at(batch, i)->path, by, err);
    return end(book, status, err);
}

enum status batch_write(struct reader *reader, struct index_writer *writer, struct batch *batch,
                        double seconds, unsigned *taken, struct err *err)
{
    unsigned left = 0, absent = 0;
    *taken = 0;
    enum status status = count_tries(reader->book, batch, 1, err);
    if (status)
        return status;
    status = index_writer_add(writer, (struct index_job *)(void *)batch->jobs->data, batch->jobs->len,
                              seconds, err);
    if (status == STATUS_LIMIT)
        return status;
    if (status) {
        (void)!count_tries(reader->book, batch, -1, NULL); /* it failed, but it ended */
        return status;
    }
    for (guint i = 0; i < batch->jobs->len; i++) {
        left += job_at(batch, i)->done >= INDEX_LEFT;
        absent += job_at(batch, i)->done == INDEX_ABSENT;
    }
    status = note_done(reader->book, batch, err); /* State: indexed. */
    if (status)
        return status;
    /* State: noted. */
    *taken = batch->jobs->len - left - absent;
    return left ? err_set(err, STATUS_IO, "a delivered file cannot be read or indexed now") : STATUS_OK;
}
