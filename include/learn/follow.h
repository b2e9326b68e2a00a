/* Following the index: what became of each message goes into the book. `init` follows all of it, `sync`
 * what has changed. */
#ifndef HEED_FOLLOW_H
#define HEED_FOLLOW_H

#include "act/judge.h"
#include "flow.h"
#include "reader/reader.h"

struct follow_report {
    unsigned messages;  /* looked at */
    unsigned fresh;     /* new to the book */
    unsigned gone;      /* vanished since */
    unsigned placed;    /* tagged by what their sealed header says */
    unsigned unreadable; /* files that could not be read */
    unsigned left;      /* delivered files that the index cannot take: index_hard() */
    unsigned believed;   /* with Authentication-Results of a server that is trusted */
    char offered[140]; /* what to trust, by most of the latest messages, "*.name" for a farm; or ""
                        */
    unsigned offers, recent; /* how many messages that is, and of how many */
};

/* Called now and then during follow_all(), DONE of TOTAL messages. May be NULL. */
typedef void follow_progress(unsigned done, unsigned total, void *data);

/* Called for every message that she did not write, in order of time, with how it is judged by what was known
 * then and with what became of it. */
typedef void lookback_each(const struct judgement *judgement, const struct entry *entry, void *data);

/* Lives her archive again: goes through the index in order of time, judges each message by what the book knew
 * then, and enters and learns its outcome when that became known - a day later where she acted on it or
 * deleted it, when it counts as ignored otherwise. Fills SOURCES->book, which is to be empty. EACH may be
 * NULL. */
STATUS_CHECK enum status lookback(struct reader *reader, int64_t now, lookback_each *each, void *each_data,
                                  follow_progress *progress, void *progress_data,
                                  struct follow_report *report, struct err *err);

/* Builds the book anew from the whole index as of NOW and puts it in place in one change. What the index
 * cannot tell, messages since vanished, is kept. */
STATUS_CHECK enum status follow_all(struct reader *reader, int64_t now, follow_progress *progress,
                                    void *data, struct follow_report *report, struct err *err);

/* Notes up to where the book has followed the index. */
STATUS_CHECK enum status follow_note(struct reader *reader, uint64_t revision, const char *uuid,
                                     uint64_t commit, struct err *err);

/* How to follow. */
struct following {
    struct judge_server *judges; /* started before the book was opened; for messages that are new to the
                                    book */
    int64_t now;                 /* seconds since the epoch */
    double lock_wait;            /* seconds for the index, and for another heed that is at it */
    bool places; /* messages that came past deliver are judged as of their arrival and tagged, too, when
                    the book meets them first - unless it meets the whole index first - and nobody has
                    touched them */
};

/* Brings the book up to date with the index, indexes what was left or waits, and tags what was delivered
 * while the index could not be written. One look at the index's revision where nothing is new. READER has
 * the book open to write and knows the mail root. */
STATUS_CHECK enum status follow_changes(struct reader *reader, const struct following *how,
                                        struct follow_report *report, struct err *err);

#endif
