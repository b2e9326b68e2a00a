/* The little that heed asks Xapian itself; nothing throws through this door. */
#ifndef HEED_INDEX_H
#define HEED_INDEX_H

#include <stdbool.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/* The revision of the Xapian database in DIR, which every commit raises; 0 where it cannot be read. */
uint64_t index_revision(const char *dir);

/* Whether a writer holds it now. */
bool index_is_locked(const char *dir);

#ifdef __cplusplus
}
#endif

#endif
