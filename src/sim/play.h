/* The brands of the made-up world compete for one reader's attention, once with every letter in her inbox
 * and once with the real engine placing them. The same letters come in both, she would want the same of
 * them, and has as much time on each day. */
#ifndef SIM_PLAY_H
#define SIM_PLAY_H

#include <stdio.h>

#include "cast.h"
#include "world.h"

/* The letters that are told apart; rows of play_groups[]. */
enum play_group {
    GROUP_HELPFUL,
    GROUP_TIMELY,
    GROUP_QUIET,
    GROUP_REFORMED_BEFORE,
    GROUP_REFORMED_AFTER,
    GROUP_DECAYING_BEFORE,
    GROUP_DECAYING_AFTER,
    GROUP_BLAST,
    GROUP_ROUTE,
    GROUP_BAND,
    GROUP_NEWS,
    GROUP_SOCIAL,
    GROUP_LIST,
    GROUP_PEOPLE,
    GROUP_SWINDLE,
    GROUP_SERVICE, /* all else: receipts, parcels, codes, bills, appointments */
    GROUP_COUNT
};

enum manner { MANNER_OTHER, MANNER_HELPS, MANNER_SHOUTS, MANNER_COUNT };

struct play_group_row {
    const char *name, *label; /* for programs; for a person */
    enum manner manner;
    enum strategy strategy; /* STRATEGY_DEALT: whichever */
    unsigned talks;         /* set of 1 << enum talk */
};
extern const struct play_group_row play_groups[GROUP_COUNT];

#define PLAY_PERIODS 24 /* at most */

/* What came of the letters of one group. */
struct play_line {
    unsigned seen, acted; /* looked at; of these, acted on, which is what the sender earns */
    double seconds;       /* of her attention */
};

struct play_side {
    struct play_line of[GROUP_COUNT];
    unsigned put_away;      /* wanted letters in later or suspect */
    unsigned rescued;       /* of these, found there */
    double looking_through; /* seconds spent in later and suspect; in the lines too */
    struct play_period {
        unsigned seen, acted;
        double wanted, unwanted; /* seconds spent on letters that she wanted, and on others */
    } period[PLAY_PERIODS];
};

enum side { SIDE_WITHOUT, SIDE_WITH, SIDE_COUNT };

struct play {
    struct world_options options;
    unsigned period_days, n_periods; /* days of each period; the last takes what is left */
    unsigned mails[GROUP_COUNT], wanted[GROUP_COUNT];
    struct play_side side[SIDE_COUNT];
};

/* Called day by day; may be NULL. */
typedef void play_progress(unsigned done, unsigned total, void *data);

/* Plays OPTIONS->days days from an empty book on. Errors: as world_check(), and those of the book.
 */
STATUS_CHECK enum status play(const struct world_options *options, play_progress *progress,
                              void *data, struct play *out, struct err *err);

/* Sums over the groups of MANNER (MANNER_COUNT: all). */
struct play_sum {
    unsigned mails, wanted, seen, acted;
    double seconds;
};
struct play_sum play_sum(const struct play *play, enum side side, enum manner manner);

/* For a person: 80 columns. */
void play_print(const struct play *play, FILE *out);

#endif
