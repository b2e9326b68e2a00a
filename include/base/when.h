/* Points in time as people write them, in the words of notmuch's date: (notmuch-search-terms(7)). */
#ifndef HEED_WHEN_H
#define HEED_WHEN_H

#include <stdbool.h>
#include <stdint.h>

/* Reads TEXT: "2025-03-14", "2025-03", "2025", "@1741910400", "today", "yesterday", "now", or so long before
 * NOW: "1y", "6M", "2weeks", "1d12h". Days are those of the local clock. *FIRST and *LAST are the seconds
 * since the epoch between which that is. False where it is none of these. */
bool when_read(const char *text, int64_t now, int64_t *first, int64_t *last);

/* Days of the calendar are kept as their noon in UTC, since a text names them without a time zone. The one
 * that it is at WHEN by the local clock, and when DAY is over by that clock. */
int64_t when_day(int64_t when);
int64_t when_day_ends(int64_t day);

#endif
