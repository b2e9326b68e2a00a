/* The side that reads mail, and what it says. */
#ifndef HEED_TAGGING_CHILD_H
#define HEED_TAGGING_CHILD_H

#include "learn/tagging.h"

#define TAGGING_PROGRESS "(uu)"         /* done, of so many */
#define TAGGING_JUDGED "(ssssiddas)"    /* struct tagged */
#define TAGGING_END "(isuuuuu)"         /* status, why; matched, placed, hers, touched, unreadable */

struct tagging_child {
    struct reader *reader;
    const struct tagging *how;
    struct peer *parent;
    struct tagging_report report;
};

int tagging_child(struct peer *parent, void *child);

#endif
