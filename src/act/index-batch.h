/* What goes into the index with one commit. */
#ifndef HEED_ACT_BATCH_H
#define HEED_ACT_BATCH_H

#include <glib.h>

#include "reader/sources.h"

#define BATCH_HARD 2 /* tries to index it that never ended: deliveries take it no more */

struct batch {
    GPtrArray *paths, *ids, *tags;
    GArray *placements;
    guint absent, left; /* of them, those that nothing was indexed of: they wait no longer, or they go on waiting */
};

struct batch batch_new(void);
void batch_clear(struct batch *batch);
bool batch_collect(const struct waiting *waiting, void *batch); /* a book_each_waiting */
void batch_absent(struct batch *batch, guint at); /* it is not in the index, and will not be by us */
void batch_leave(struct batch *batch, guint at);  /* it cannot be read now */

/* The lock among heeds: a file descriptor, or -1; and whether it was had within SECONDS. Whoever closes it lets go. */
int index_lock_open(const struct sources *sources, struct err *err);
bool index_lock(int fd, double seconds);

/* Indexes and tags BATCH in one commit, and notes that in the book. Waits SECONDS for the index. The tries of all but OWN
 * (or NULL), whose writer has counted it, are counted before. */
STATUS_CHECK enum status index_batch(const struct sources *sources, struct batch *batch, const char *own, double seconds,
                                     struct err *err);

#endif
