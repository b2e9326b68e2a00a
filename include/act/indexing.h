/* From delivered files to tagged messages. The keeper leaves a plan for each message as a small file; at
 * most one indexer for each reader takes all plans there are: the book hears of them, then the index, in
 * one commit. */
#ifndef HEED_INDEXING_H
#define HEED_INDEXING_H

#include "act/entry.h"
#include "act/index-writer.h"
#include "act/plan.h"
#include "reader/reader.h"

/* Leaves PLAN for the message that lies at PATH. What fails is no loss: the file's sealed header says what
 * sync needs. */
STATUS_CHECK enum status plan_leave(const struct home *home, const struct plan *plan, const char *path,
                                    struct err *err);

/* What was left as bytes, for another host: each of them, GBytes, in order of time; the caller frees the
 * array. And the way back, or with DRY a look: errors STATUS_CORRUPT where it is none. */
GPtrArray *plans_all(const struct home *home);
STATUS_CHECK enum status plan_put_back(const struct home *home, GBytes *plan, bool dry, struct err *err);

/* How many plans lie there that were left before BEFORE, seconds since the epoch. Changes nothing. */
unsigned plans_left(const struct home *home, int64_t before);

/* The lock among indexers; -1 where another has it for longer than SECONDS. Children that were forked
 * meanwhile hold it as well, so whoever is done lets go explicitly. */
int index_lock(const struct home *home, double seconds);
void index_unlock(int lock);

/* The changes of tags of PLACEMENT by the settings, and behind them TAGS; the array is the caller's, its
 * strings are not. */
const char **index_tags(const struct config *config, enum placement placement, char **tags);

/* The flags that PLACEMENT gives the file of new mail, of MAILDIR_FLAGS (maildir/flags.h), as far as
 * notmuch's file tells: what is left is done when it is indexed. READER has its settings, and knows where
 * mail is. */
const char *index_flags(const struct reader *reader, enum placement placement);

/* Takes all plans that were left into the book, and all that waits into the index, in few commits. Waits
 * PATIENCE seconds for another indexer, and SECONDS for the index. *TAKEN (may be NULL) is the number of
 * messages. READER has the book open to write; files may be renamed. Errors: STATUS_LOCKED where another
 * indexer is at it or another program holds the index; what could not be taken waits. */
STATUS_CHECK enum status index_waiting(struct reader *reader, double patience, double seconds,
                                       unsigned *taken, struct err *err);

#define INDEX_HARD_SECONDS 120

/* Takes, each by itself, those that a try before did not come back from: libnotmuch crashed on them, or
 * took longer than an indexer waits, or somebody ended it. One may take INDEX_HARD_SECONDS, and after as
 * many no more are begun; so it lasts twice as long at most, beside waiting for the index. After four
 * tries one is left alone but for once a day; *LEFT is how many are. */
STATUS_CHECK enum status index_hard(struct reader *reader, double seconds, unsigned *taken, unsigned *left,
                                    struct err *err);

/* Finds what was delivered but neither waits nor is in the index, and lets it wait: what could not be
 * judged, or not written into the book. Looks below the mail root, where anything has changed since the
 * last look; NOW is the present. IS_INDEXED tells of a path whether the index has it. Errors:
 * STATUS_CORRUPT, STATUS_IO, STATUS_LOCKED. */
typedef enum status index_has(const char *path, void *data, struct err *err);
STATUS_CHECK enum status index_missed(struct reader *reader, int64_t now, index_has *has, void *data,
                                      struct err *err);

#endif
