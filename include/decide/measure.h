/* How good scores were, once it is known what became of the messages. */
#ifndef HEED_MEASURE_H
#define HEED_MEASURE_H

#include <stdbool.h>
#include <stddef.h>

/* One message: its usefulness in percent, how far she acted on it (0 to 1), whether it would be demoted. */
struct judged {
    double useful, acted;
    bool demoted;
};

struct measures {
    size_t messages;
    double wanted;        /* sum of acted */
    double noise;         /* sum of 1 - acted */
    double wanted_lost;   /* share of the wanted that is demoted, 0 to 1; NAN without any */
    double noise_removed; /* share of the noise that is demoted */
    double auc;           /* probability that a wanted one is scored above an unwanted one; ties half */
    double lost_at_80, lost_at_90; /* share of the wanted below the score that removes 80, 90 % of the
                                      noise */
    double calibration;   /* expected calibration error, ten bins of equal width (Naeini, Cooper, Hauskrecht
                             2015), 0 to 1 */
};

/* Sorts JUDGED by usefulness. */
struct measures measure(struct judged *judged, size_t count);

#endif
