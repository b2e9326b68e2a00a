/* Following the index: what became of each message goes into the book. `init` follows all of it, `sync`
 * what has changed. */
#ifndef HEED_FOLLOW_H
#define HEED_FOLLOW_H

#include "sources.h"

struct follow_report {
    unsigned messages;  /* looked at */
    unsigned fresh;     /* new to the book */
    unsigned gone;      /* vanished since */
    unsigned placed;    /* tagged by what their sealed header says */
    unsigned unreadable; /* files that could not be opened */
};

/* Called now and then during follow_all(), DONE of TOTAL messages. May be NULL. */
typedef void follow_progress(unsigned done, unsigned total, void *data);

/* Builds the book anew from the whole index as of NOW and puts it in place in one change. What the index
 * cannot tell, messages since vanished, is kept. */
STATUS_CHECK enum status follow_all(struct sources *sources, int64_t now, follow_progress *progress,
                                    void *data, struct follow_report *report, struct err *err);

/* Brings the book up to date with the index, indexes what waits, and tags what was delivered while the
 * index could not be written. One look at the index's revision where nothing is new. */
STATUS_CHECK enum status follow_changes(struct sources *sources, int64_t now, double lock_wait,
                                        struct follow_report *report, struct err *err);

#endif
