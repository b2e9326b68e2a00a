/* Scores and their names. */
#include <math.h>

#include "base/scores.h"

const struct scores scores_unknown = {{NAN, NAN, NAN}};

const char *axis_name(enum axis axis)
{
    static const char *const names[AXIS_COUNT] = {"useful", "personal", "trust"};
    return names[axis];
}
