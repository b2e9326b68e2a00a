/* The median gap, and how far the gaps stray from it. */
#include <math.h>
#include <stdlib.h>

#include <glib.h>

#include "base/days.h"
#include "filters/rhythm.h"

#define STEADY 0.35   /* median deviation from the median gap, as a share of it, that is still a rhythm */
#define SAME_DAYS 4   /* receipts this close together are one purchase */

static int by_size(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

static double median(double *values, unsigned count)
{
    qsort(values, count, sizeof *values, by_size);
    return count % 2 ? values[count / 2] : (values[count / 2 - 1] + values[count / 2]) / 2;
}

bool rhythm_of(const int64_t *times, unsigned count, struct rhythm *rhythm)
{
    double gaps[RHYTHM_MOST], strays[RHYTHM_MOST];
    *rhythm = (struct rhythm){0};
    for (unsigned i = 0; i + 1 < MIN(count, RHYTHM_MOST); i++) {
        double gap = (double)(times[i] - times[i + 1]) / DAY;
        if (gap > SAME_DAYS)
            gaps[rhythm->gaps++] = gap;
    }
    if (!rhythm->gaps)
        return false;
    rhythm->gap = median(gaps, rhythm->gaps);
    for (unsigned i = 0; i < rhythm->gaps; i++)
        strays[i] = fabs(gaps[i] - rhythm->gap);
    return median(strays, rhythm->gaps) <= STEADY * rhythm->gap;
}
