/* The worker's own side, and the form of what it says. */
#ifndef HEED_WORKER_CHILD_H
#define HEED_WORKER_CHILD_H

#include "reader/sources.h"
#include "base/spool.h"

/* keep, placement, folder, header block; behind a native 32-bit length. */
#define ORDER_TYPE "(biss)"
#define ORDER_BYTES 65536u

/* Judges, says the order on TO, waits (with STORES) on FROM for the file's path, indexes and tags it, and
 * ends the process. */
G_NORETURN void worker_child(const struct sources *sources, const struct spool *spool, const char *folder,
                             bool stores, int from, int to);

#endif
