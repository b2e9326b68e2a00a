/* What became of one message, told to those who run the mail server: a line in the system's log, and
 * counters. */
#ifndef HEED_REPORT_H
#define HEED_REPORT_H

#include "base/config.h"
#include "base/counters.h"
#include "base/home.h"
#include "base/placement.h"

struct report {
    enum counter verb;     /* COUNT_DELIVERED or COUNT_FILTERED */
    enum counter stage;    /* COUNT_REFUSED_*: what it is refused for if it goes no further */
    const char *unjudged;  /* why it could not be judged, or NULL */
    bool off;              /* nothing was to be judged */
    bool several;          /* it is an mbox of several messages, which go on as one */
    bool late;             /* it was to be waited for until it is indexed, and was not in time */
};

/* Opens log and counters of HOME as CONFIG says. To be called before cage_silence(). */
void report_open(const struct home *home, const struct config *config);

/* The message called ID (as layout_id() gives it) is stored, or passed on. */
void report_done(const struct report *report, const char *id, enum placement placement);

/* It is refused: exit 75. */
void report_refused(const struct report *report, const char *id);

#endif
