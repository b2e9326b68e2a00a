/* The names of the four placements. */
#include <glib.h>

#include "base/placement.h"

static const char *const names[PLACE_COUNT] = {"priority", "inbox", "later", "suspect"};

const char *placement_name(enum placement placement)
{
    return (guint)placement < PLACE_COUNT ? names[placement] : "unplaced";
}

enum placement placement_from_name(const char *name)
{
    for (int i = 0; i < PLACE_COUNT; i++)
        if (g_strcmp0(name, names[i]) == 0)
            return i;
    return PLACE_NONE;
}
