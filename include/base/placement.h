/* Where a message may be put, in order of welcome. */
#ifndef HEED_PLACEMENT_H
#define HEED_PLACEMENT_H

#include <stdbool.h>

enum placement {
    PLACE_PRIORITY,
    PLACE_INBOX,
    PLACE_LATER,
    PLACE_SUSPECT,
    PLACE_COUNT,
    PLACE_NONE = PLACE_COUNT, /* heed did not place it */
};

const char *placement_name(enum placement placement);
enum placement placement_from_name(const char *name); /* PLACE_NONE where it is none */

static inline bool placement_is_demoted(enum placement placement)
{
    return placement == PLACE_LATER || placement == PLACE_SUSPECT;
}

#endif
