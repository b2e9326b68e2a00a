/* A few threads and a queue. Knows nothing of what messages are read for. */
#include "learn/read-ahead.h"

#define READ_AHEAD 64 /* messages */
#define MOST_READERS 4

struct reading {
    struct record record; /* owns its strings */
    struct judgement *read;
    bool done;
};

struct ahead {
    const struct config *config;
    ahead_each *each;
    void *data;
    GThreadPool *readers;
    GQueue readings; /* struct reading, the oldest first */
    GMutex lock;     /* of done */
    GCond read;
};

static void read_one(gpointer data, gpointer user_data)
{
    struct reading *reading = data;
    struct ahead *ahead = user_data;
    const struct record *record = &reading->record;
    reading->read = entry_read(ahead->config, record->path, record->body, record->body_length);
    g_mutex_lock(&ahead->lock);
    reading->done = true;
    g_cond_signal(&ahead->read);
    g_mutex_unlock(&ahead->lock);
}

struct ahead *ahead_new(const struct config *config, ahead_each *each, void *data)
{
    struct ahead *ahead = g_new0(struct ahead, 1);
    ahead->config = config;
    ahead->each = each;
    ahead->data = data;
    g_queue_init(&ahead->readings);
    g_mutex_init(&ahead->lock);
    g_cond_init(&ahead->read);
    ahead->readers =
        g_thread_pool_new(read_one, ahead, (gint)MIN(g_get_num_processors(), MOST_READERS), FALSE, NULL);
    return ahead;
}

static void take_oldest(struct ahead *ahead)
{
    struct reading *reading = g_queue_pop_head(&ahead->readings);
    g_mutex_lock(&ahead->lock);
    while (!reading->done)
        g_cond_wait(&ahead->read, &ahead->lock);
    g_mutex_unlock(&ahead->lock);
    ahead->each(&reading->record, reading->read, ahead->data);
    g_free((char *)reading->record.id);
    g_free((char *)reading->record.path);
    g_free((char *)reading->record.thread);
    g_free((void *)reading->record.body);
    g_free(reading);
}

void ahead_push(struct ahead *ahead, const struct record *record)
{
    struct reading *reading = g_new0(struct reading, 1);
    reading->record = *record;
    reading->record.id = g_strdup(record->id);
    reading->record.path = g_strdup(record->path);
    reading->record.thread = g_strdup(record->thread);
    reading->record.body = g_memdup2(record->body, record->body_length);
    g_queue_push_tail(&ahead->readings, reading);
    g_thread_pool_push(ahead->readers, reading, NULL);
    if (g_queue_get_length(&ahead->readings) > READ_AHEAD)
        take_oldest(ahead);
}

void ahead_finish(struct ahead *ahead)
{
    while (!g_queue_is_empty(&ahead->readings))
        take_oldest(ahead);
}

void ahead_free(struct ahead *ahead)
{
    ahead_finish(ahead);
    g_thread_pool_free(ahead->readers, FALSE, TRUE);
    g_mutex_clear(&ahead->lock);
    g_cond_clear(&ahead->read);
    g_free(ahead);
}
