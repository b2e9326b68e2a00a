/* Judging messages that are in the index already: those of a query by what is known today, and taking that back. What
 * comes past `deliver` is judged as it is met: follow.h. */
#ifndef HEED_TAGGING_H
#define HEED_TAGGING_H

#include "flow.h"
#include "learn/follow.h"
#include "reader/sources.h"

struct tagging_report {
    unsigned matched;
    unsigned placed;     /* of these, placed by heed before */
    unsigned hers;       /* written by her, or drafts */
    unsigned touched;    /* not as new mail or heed left them: she has dealt with them */
    unsigned unreadable;
    unsigned judged[PLACE_COUNT]; /* the rest, by where they belong */
    unsigned changed;    /* messages that were changed */
};

/* Called for each message that is judged, in no order that matters. */
typedef void tagging_each(const struct judgement *judgement, const char *id, void *data);

struct tagging {
    const char *query; /* as notmuch takes it */
    bool apply;        /* otherwise nothing is changed */
    bool again;        /* also what heed has placed before */
    int64_t now;       /* seconds since the epoch */
    double lock_wait;  /* seconds, for each commit */
    tagging_each *each;
    follow_progress *progress; /* or NULL */
    void *data, *progress_data;
};

/* Judges as of now all that match, and with `apply` sets tags and mark, some hundred messages to a commit. Whatever
 * ends it, a message is changed wholly or not at all, and a second run does the rest. Errors: STATUS_LOCKED where
 * another program or another such run is at the index, STATUS_IO, STATUS_CORRUPT. */
STATUS_CHECK enum status tagging_run(struct sources *sources, const struct tagging *tagging,
                                     struct tagging_report *report, struct err *err);

struct untagging_report {
    unsigned undone;
    unsigned hers; /* changed by her since, and left as they are */
};

/* Takes back what the last run changed. */
STATUS_CHECK enum status tagging_undo(struct sources *sources, double lock_wait, struct untagging_report *report,
                                      struct err *err);

#endif
