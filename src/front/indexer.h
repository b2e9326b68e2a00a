/* The process behind a delivery that takes what keepers left into book and index. */
#ifndef HEED_INDEXER_H
#define HEED_INDEXER_H

#include "reader/reader.h"

/* Looks whether the index can be read, and whether another mail root stands in it. Errors: STATUS_CORRUPT. */
STATUS_CHECK enum status indexer_look(struct reader *reader, struct err *err);

/* Starts one for READER, whose settings are read and whose mail root is known, unless one is at work: that
 * one looks again before it goes. It holds none of the caller's files and outlives it; SECONDS above 0: it
 * is waited for, so long at most. False where it was to be waited for and is not done. */
bool indexer_start(struct reader *reader, double seconds);

/* What one does: takes what was left for READER, which keeps and is confined (CONFINE_KEEP), unless
 * another is at it for longer than PATIENCE seconds. */
void indexer_take(struct reader *reader, double patience);

#endif
