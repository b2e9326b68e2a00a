/* What goes into the index with one commit, and what of it is noted in the book. */
#ifndef HEED_ACT_BATCH_H
#define HEED_ACT_BATCH_H

#include "act/indexing.h"

#define BATCH_HARD 2 /* tries to index it that never ended: deliveries take it no more */

struct batch {
    GArray *jobs;   /* struct index_job */
    GPtrArray *ids; /* beside them */
};

struct batch batch_new(void);
void batch_clear(struct batch *batch);

/* Adds what WAITING says, for READER's settings. */
void batch_add(struct batch *batch, const struct config *config, const struct waiting *waiting);

/* Writes BATCH into the index by WRITER and notes that in the book; *TAKEN is how many are in the index
 * then. A try that does not end leaves its count behind. Errors as index_writer_add(). */
STATUS_CHECK enum status batch_write(struct reader *reader, struct index_writer *writer, struct batch *batch,
                                     double seconds, unsigned *taken, struct err *err);

#endif
