/* Reading messages of the index ahead of judging them: half of the work is parsing, which looks at nothing
 * that judging changes, so it is done in threads of its own. */
#ifndef HEED_AHEAD_H
#define HEED_AHEAD_H

#include "act/entry.h"

struct ahead;

/* Takes over what was READ (entry_read()) of RECORD; NULL where it could not be read. */
typedef void ahead_each(const struct record *record, struct judgement *read, void *data);

/* CONFIG is borrowed. EACH is called in the caller's thread only. */
struct ahead *ahead_new(const struct config *config, ahead_each *each, void *data);

/* Lets RECORD, which is copied, be read, and calls EACH for the oldest where enough are under way. */
void ahead_push(struct ahead *ahead, const struct record *record);

/* Calls EACH for all that are under way, in the order in which they were pushed. */
void ahead_finish(struct ahead *ahead);

void ahead_free(struct ahead *ahead); /* finishes first */

#endif
