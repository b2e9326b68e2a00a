/* What became of a message, as the user's tags tell it. */
#ifndef HEED_OUTCOME_H
#define HEED_OUTCOME_H

#include <stdbool.h>
#include <stdint.h>

#include "base/placement.h"

enum outcome {
    OUTCOME_NONE, /* not known yet, or not observable: what heed demoted and she never saw */
    OUTCOME_ANSWERED,
    OUTCOME_FORWARDED,
    OUTCOME_FLAGGED,
    OUTCOME_OPENED,
    OUTCOME_FILED,
    OUTCOME_RESCUED, /* taken back out of later or suspect */
    OUTCOME_DEMOTED, /* put there, or called spam, by hand */
    OUTCOME_IGNORED,
    OUTCOME_DELETED_UNREAD,
    OUTCOME_DELETED_READ,
    OUTCOME_COUNT
};

const char *outcome_name(enum outcome outcome);

/* How far it counts as having acted on the message: 0 to 1. */
double outcome_acted(enum outcome outcome);

/* How many ordinary outcomes it counts for when learning: fetching back what heed had put away, or putting
 * away what it had shown, is an effort, and the only answer that heed gets to that verdict. */
double outcome_importance(enum outcome outcome);

/* How deep it goes: from 1, what nobody does by the way (answered, forwarded, flagged, rescued), over 0.5
 * (opened) and 0 (ignored) to -1 (called junk, put aside by hand). */
double outcome_depth(enum outcome outcome);

/* A no or a yes of hers to whoever sent it, in so many words: -1, 1, else 0. */
int outcome_wish(enum outcome outcome);

/* When mail came that she has acted on: DEALT dates, the newest first, 0 where there are not so many. */
#define DEALT 25
struct dealt {
    int64_t dates[DEALT];
};
void dealt_add(struct dealt *dealt, int64_t date);

/* The date before which what lies unread where she sees it counts as ignored as of NOW: it came AFTER days
 * ago; or PASSED days ago, and she has acted on DEALT messages that came later, the first of them at SINCE
 * (0: not so many). To open takes a moment, and to ignore shows only by and by: without the second, all that
 * is known of a new sender is what she opened (delayed feedback: Chapelle, KDD 2014). Pure. */
int64_t outcome_ignored_before(int64_t since, double after, double passed, int64_t now);

/* Judges by TAGS (enum tag_bit of history.h), where heed had placed the message, whether it has lain unread
 * for long enough (outcome_ignored_before()), whether a reply of hers is in the index, and whether it has
 * vanished from it. Pure. */
struct outcome_signs {
    uint32_t tags;
    enum placement placement;
    bool passed;          /* it lies for long enough, if she could see it */
    double ignored_after; /* days after which unread means ignored */
    double lay;           /* days between its arrival and heed's placing it */
    bool answered, gone;
    bool shows; /* a demotion shows in the tags; otherwise rescuing cannot be seen */
};
enum outcome outcome_of(const struct outcome_signs *signs);

/* The same of what is gone, and was taken for BEFORE: what was acted on stays that; and what was marked as
 * deleted where it lay is what it was without the mark, since mail programs mark and expunge one after the
 * other. */
enum outcome outcome_when_gone(const struct outcome_signs *signs, enum outcome before);

#endif
