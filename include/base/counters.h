/* What deliveries came to, counted in one small file of the state folder for `heed status`. Counting never
 * fails and never waits: what cannot be counted is not. */
#ifndef HEED_COUNTERS_H
#define HEED_COUNTERS_H

#include <stdbool.h>
#include <stdint.h>

/* The order is that of the file: new ones come last, and another order needs another COUNTERS_VERSION. */
enum counter {
    COUNT_DELIVERED, /* stored and acknowledged */
    COUNT_FILTERED,  /* passed on by `heed filter` */
    COUNT_PRIORITY,  /* of both, by placement, in the order of enum placement */
    COUNT_INBOX,
    COUNT_LATER,
    COUNT_SUSPECT,
    COUNT_UNJUDGED_TIMEOUT, /* of both, in the inbox since nobody could judge them */
    COUNT_UNJUDGED_CRASHED,
    COUNT_UNJUDGED_GARBLED,
    COUNT_UNJUDGED_NO_PROCESS,
    COUNT_REFUSED_SETTINGS, /* exit 75: the settings could not be read */
    COUNT_REFUSED_INPUT,    /* the message could not be read or kept meanwhile */
    COUNT_REFUSED_FOLDER,   /* it is not known which Maildir */
    COUNT_REFUSED_STORE,    /* it could not be written there, or to standard output */
    COUNT_INDEX_LATE,       /* delivered, and not indexed before the mail server was answered */
    COUNT_SYNC_FAILED,
    COUNTER_COUNT
};

/* "delivered", "timeout"; and what it is one of, "unjudged", or "" for those that stand alone. */
const char *counter_name(enum counter counter);
const char *counter_group(enum counter counter);

#define COUNTERS_FILE "counters"
#define COUNTERS_VERSION 1

/* Opens STATE_DIR/counters for counters_add(), and makes it where it is absent, of another length or
 * version. To be called before files are closed off (cage.h). */
void counters_open(const char *state_dir);
void counters_add(enum counter counter);
void counters_close(void);

struct counters {
    int64_t since; /* when counting began, seconds since the epoch; 0: nothing has been counted */
    uint64_t values[COUNTER_COUNT];
};

/* What was counted so far; all zero where there is no such file. */
struct counters counters_read(const char *state_dir);

#endif
