/* A filter is one file that exports one constant struct, and one row in filters/table.c. */
#ifndef HEED_FILTER_H
#define HEED_FILTER_H

#include "store/facts.h"
#include "filters/finding.h"

struct filter {
    const char *name;
    const char *summary;              /* one line for `heed filters` */
    const struct finding_spec *specs; /* what it can find */
    size_t n_specs;
    void (*judge)(const struct facts *facts, struct findings *out); /* pure: reads facts, adds findings */
};

/* All filters, in the order in which they judge and are explained; ended by NULL. */
extern const struct filter *const filters[];

/* Runs them all. */
struct findings *filters_judge(const struct facts *facts);

#endif
