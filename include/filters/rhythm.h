/* How regularly something happens. */
#ifndef HEED_RHYTHM_H
#define HEED_RHYTHM_H

#include <stdbool.h>
#include <stdint.h>

#define RHYTHM_MOST 24

struct rhythm {
    double gap;    /* days, the median */
    unsigned gaps; /* that it was taken from */
};

/* Of TIMES (seconds since the epoch, the latest first), the first RHYTHM_MOST of COUNT; those within four
 * days are one. False where there are fewer than two, or their gaps stray too far from the median. */
bool rhythm_of(const int64_t *times, unsigned count, struct rhythm *rhythm);

#endif
