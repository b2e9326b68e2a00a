/* The smallest change that would place a message elsewhere. */
#ifndef HEED_FLIP_H
#define HEED_FLIP_H

#include "flow.h"

/* What she would have to do, or what would have to be otherwise; either placement is PLACE_NONE where no
 * such change was found. */
struct flip {
    enum placement by_acting; /* where it would go ... */
    unsigned more;            /* ... had she acted on (or, for a demotion, let lie) so many more like it */
    bool acting;              /* acted on, not let lie */
    enum placement without;   /* where it would go without one finding ... */
    const struct finding *finding; /* ... this, the least of those that decide; borrowed */
};

/* Nothing is looked for where a rule decided. */
struct flip flip_find(const struct config *config, const struct rules *rules,
                      const struct judgement *judgement);

#endif
