/* What writing the index asks Xapian itself, beside include/store/index.h. */
#ifndef HEED_INDEX_WRITE_H
#define HEED_INDEX_WRITE_H

#include "store/index.h"

G_BEGIN_DECLS

/* Whether a writer holds it now. */
enum index_state { INDEX_FREE, INDEX_LOCKED, INDEX_UNREADABLE };
enum index_state index_state(const char *dir);

/* Sets N KEYS to their VALUES (NULL: none) in one commit while nobody else holds the index; false where that
 * cannot be. */
bool index_set_settings(const char *dir, const char *const *keys, const char *const *values, size_t n);

G_END_DECLS

#endif
