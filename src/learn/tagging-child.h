/* The side that reads mail, and what it says. */
#ifndef HEED_TAGGING_CHILD_H
#define HEED_TAGGING_CHILD_H

#include "learn/tagging.h"
#include "maildir-query.h"

#define TAGGING_PROGRESS "(uu)"         /* done, of so many */
#define TAGGING_JUDGED "(sssssiddas)"   /* struct tagged, and behind reason the folder of a rule, or "" */
#define TAGGING_END "(isuuuuu)"         /* status, why; matched, placed, hers, touched, unreadable */

struct tagging_child {
    struct reader *reader;
    const struct tagging *how;
    struct maildir_query maildir; /* where folders are the history: what how->query says */
    struct peer *parent;
    struct tagging_report report;
};

int tagging_child(struct peer *parent, void *child);

#endif
