/* The little that heed asks Xapian itself; nothing throws through this door. */
#ifndef HEED_INDEX_H
#define HEED_INDEX_H

#include <stdbool.h>
#include <stdint.h>

#include "store/interest.h"

#ifdef __cplusplus
extern "C" {
#endif

/* The revision of the Xapian database in DIR, which every commit raises; 0 where it cannot be read. */
uint64_t index_revision(const char *dir);

/* Whether a writer holds it now. */
enum index_state { INDEX_FREE, INDEX_LOCKED, INDEX_UNREADABLE };
enum index_state index_state(const char *dir);

/* history_settings(), and setting N of them in one commit (a NULL value: none) while nobody else holds the
 * index; false where it cannot be. */
typedef void index_setting(const char *key, const char *value, void *data);
bool index_settings(const char *dir, index_setting *each, void *data);
bool index_set_settings(const char *dir, const char *const *keys, const char *const *values, size_t n);

/* A reader of terms, kept open; NULL where there is no database. It may be used while a writer commits. */
struct index_terms;
struct index_terms *index_terms_open(const char *dir);
void index_terms_close(struct index_terms *terms);

/* history_interest() */
unsigned index_terms_interest(struct index_terms *terms, const char *text, int64_t before,
                              struct interest *interest);

#ifdef __cplusplus
}
#endif

#endif
