/* From delivered files to tagged messages: what waits for the index is taken by whoever holds it. */
#ifndef HEED_INDEXING_H
#define HEED_INDEXING_H

#include "reader/sources.h"

/* Writes down that the message of ENTRY lies at PATH and waits for the index, then takes all that waits if
 * nobody else is at it. TAGS (NULL-ended) are what rules change beside the placement's. An empty entry->id keeps the message out of the book until sync meets it. Failures are no loss: the file's sealed header says what `heed sync` needs. Whether it is
 * in the index now, as far as this process knows. */
bool index_delivered(const struct sources *sources, const struct entry *entry, char **tags, const char *path);

/* The changes of tags of PLACEMENT by the settings, and behind them TAGS; the array is the caller's, its strings are
 * not. */
const char **index_tags(const struct config *config, enum placement placement, char **tags);

/* Takes all that waits, in few commits. Waits PATIENCE seconds for another heed that is at it, and SECONDS for the
 * index. *TAKEN (may be NULL) is the number of messages. Errors: STATUS_LOCKED where another heed is at it or
 * another program holds the index. */
STATUS_CHECK enum status index_waiting(const struct sources *sources, double patience, double seconds,
                                       unsigned *taken, struct err *err);

#define INDEX_HARD_SECONDS 120

/* Takes, each by itself and in a child, those that a try before did not come back from: libnotmuch crashed on them, or
 * took longer than a delivery lasts, or somebody ended it. A child may take INDEX_HARD_SECONDS, and after as many no more
 * are begun; so it lasts twice as long at most, beside waiting for the index. After four tries one is left alone but for
 * once a day; *LEFT is how many are. */
STATUS_CHECK enum status index_hard(const struct sources *sources, double seconds, unsigned *taken, unsigned *left,
                                    struct err *err);

/* Finds what was delivered but neither waits nor is in the index, and lets it wait: what could not be judged, or not
 * written into the book. Looks below the mail root, where anything has changed since the last look; NOW is the present.
 * Errors: STATUS_CORRUPT, STATUS_IO, STATUS_LOCKED. */
STATUS_CHECK enum status index_missed(const struct sources *sources, int64_t now, struct err *err);

#endif
