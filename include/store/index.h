/* What heed asks the user's index by Xapian alone, which takes a third of the time to load that libnotmuch
 * takes, and parses no mail. Nothing throws through this door. */
#ifndef HEED_INDEX_H
#define HEED_INDEX_H

#include <stdbool.h>
#include <stdint.h>

#include "base/owned.h"
#include "base/status.h"
#include "store/interest.h"

G_BEGIN_DECLS

/* An index that is open to read, while others may write it. */
struct index;

/* Opens the index whose Xapian files are in DIR. Errors: STATUS_CORRUPT where it cannot be read. */
STATUS_CHECK enum status index_open(const char *dir, struct index **out, struct err *err);
void index_free(struct index *index);

/* Reads the index as it is now. */
void index_refresh(struct index *index);

/* The From field of the message ID (without <>, at most 200 bytes) as the index has it, or NULL. The caller
 * frees it. */
char *index_author(struct index *index, const char *id);

/* notmuch's thread id of the first of IDS (NULL-ended) that is in the index, or NULL; ten are looked at. The
 * caller frees it. */
char *index_thread(struct index *index, const char *const *ids);

/* The distinctive words of TEXT in the index, and how mail with them was taken that came before BEFORE
 * (seconds since the epoch). Bounded in time on archives of any size. Returns how many were found. */
unsigned index_interest(struct index *index, const char *text, int64_t before, struct interest *interest);

/* A number that every commit to the index in DIR raises, deletions included (Xapian's revision); 0 where it
 * cannot be read. */
uint64_t index_revision(const char *dir);

/* Calls EACH for every setting of notmuch's that stands in the index in DIR itself, in the order of their
 * names. False where the index cannot be read. */
typedef void index_setting(const char *key, const char *value, void *data);
bool index_settings(const char *dir, index_setting *each, void *data);

G_END_DECLS

OWNED_DEFINE(index)

#endif
