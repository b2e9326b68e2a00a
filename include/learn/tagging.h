/* Judging messages that are there already: those of a query by what is known today, and taking that back.
 * What comes past `deliver` is judged as it is met: follow.h. */
#ifndef HEED_TAGGING_H
#define HEED_TAGGING_H

#include "flow.h"
#include "reader/reader.h"

struct tagging_report {
    unsigned matched;
    unsigned placed;     /* of these, placed by heed before */
    unsigned hers;       /* written by her, or drafts */
    unsigned touched;    /* not as new mail or heed left them: she has dealt with them */
    unsigned unreadable;
    unsigned judged[PLACE_COUNT]; /* the rest, by where they belong */
    unsigned changed;    /* messages that were changed */
};

/* One message that was judged. All strings are borrowed. */
struct tagged {
    const char *id, *subject, *organisation;
    const char *reason;       /* what tagging.explain says */
    const char *folder;       /* that a rule names, or "" */
    enum placement placement;
    double useful, trust;
    const char **tags;        /* that rules change; NULL-ended */
};

struct tagging {
    const char *query; /* as notmuch takes it; where folders are the history, as maildir_query_read() does */
    bool apply;        /* otherwise nothing is changed */
    bool again;        /* also what heed has placed before */
    int64_t now;       /* seconds since the epoch */
    double lock_wait;  /* seconds, for each commit */
    char *(*explain)(const struct judgement *j); /* why, in half a line; called in the process that judges.
                                                    Or NULL */
    void (*each)(const struct tagged *tagged, void *data); /* for each message, in no order that matters;
                                                              or NULL */
    void (*progress)(unsigned done, unsigned total, void *data); /* now and then; or NULL */
    void *data, *progress_data;
};

/* A child judges, and changes nothing; what it says is applied here, some hundred messages to a commit. Where
 * folders are the history, files are moved and no tags set. READER has its settings and rules, and has
 * opened neither book nor index. Errors: STATUS_USAGE, STATUS_NOT_FOUND of the query, STATUS_DENIED where
 * nothing may be moved; STATUS_CORRUPT, STATUS_LOCKED, STATUS_IO. */
STATUS_CHECK enum status tagging_run(struct reader *reader, const struct tagging *tagging,
                                     struct tagging_report *report, struct err *err);

struct untagging_report {
    unsigned undone;
    unsigned hers; /* that she has changed since: left alone */
};

/* Takes back what the last run that applied changed. Errors: STATUS_NOT_FOUND where there is nothing to
 * take back. */
STATUS_CHECK enum status tagging_undo(struct reader *reader, double lock_wait,
                                      struct untagging_report *report, struct err *err);

#endif
