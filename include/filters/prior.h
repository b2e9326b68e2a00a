/* What is known of nobody in particular: how often people act on mail of each kind. */
#ifndef HEED_PRIOR_H
#define HEED_PRIOR_H

#include <math.h>

#include "base/kind.h"
#include "store/book.h"

static inline double prior_rate(enum kind kind)
{
    static const double rates[KIND_COUNT] = {
        [KIND_PERSON] = 0.80,      [KIND_LIST] = 0.15,       [KIND_RECEIPT] = 0.85,
        [KIND_SHIPPING] = 0.80,    [KIND_CODE] = 0.90,       [KIND_ACCOUNT] = 0.70,
        [KIND_APPOINTMENT] = 0.80, [KIND_NEWSLETTER] = 0.22, [KIND_PROMOTION] = 0.17,
        [KIND_SOCIAL] = 0.13,      [KIND_OTHER] = 0.30,
        [KIND_REPORT] = 0.50,
    };
    return (unsigned)kind < KIND_COUNT ? rates[kind] : 0.3;
}

#define USUAL_RATE 0.25 /* of all that comes, how much people act on */

#define SETTLED_IN 14.0 /* days: what is undecided then was put aside and left there */

/* Of ALL that came, how much was put aside and left there, in decayed messages as tally->received is. What
 * is shown is what she is likely to act on: a rate of that alone would rise with all that is put aside, and
 * the border with it. */
static inline double tally_left(const struct tally *all)
{
    double total = 0, days = fmax((double)(all->last - all->first) / 86400, SETTLED_IN);
    for (int i = 0; i < OUTCOME_COUNT; i++)
        total += all->count[i];
    double known = total - all->count[OUTCOME_NONE];
    double left = all->count[OUTCOME_NONE] - total * SETTLED_IN / days;
    return known > 0 && left > 0 ? left * all->received / known : 0;
}

/* How much of ALL her mail she acts on; what is usual counts for 30 messages. From 0.01 to 0.9, also where a
 * clock that went back makes nothing of counts. */
static inline double rate_of_hers(const struct tally *all)
{
    double rate = (all->acted + USUAL_RATE * 30) / (all->received + tally_left(all) + 30);
    return isfinite(rate) ? fmin(fmax(rate, 0.01), 0.9) : USUAL_RATE;
}

static inline double logit(double p)
{
    return log(p / (1 - p));
}

static inline double expit(double x)
{
    return 1 / (1 + exp(-x));
}

#endif
