/* Points in time as people write them, in the words of notmuch's date: (notmuch-search-terms(7)). */
#ifndef HEED_WHEN_H
#define HEED_WHEN_H

#include <stdbool.h>
#include <stdint.h>

/* Reads TEXT: "2025-03-14", "2025-03", "2025", "@1741910400", "today", "yesterday", "now", or so long before
 * NOW: "1y", "6M", "2weeks", "1d12h". Days are those of the local clock. *FIRST and *LAST are the seconds
 * since the epoch between which that is. False where it is none of these. */
bool when_read(const char *text, int64_t now, int64_t *first, int64_t *last);

#endif
