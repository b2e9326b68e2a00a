/* One consumer's mail, lived twice: once with every letter in her inbox and once with the real engine
 * placing them. The world is the same, and she has as much time on each day; what brands that watch, and she
 * herself, make of it is each life's own. */
#ifndef SIM_PLAY_H
#define SIM_PLAY_H

#include "consumer.h"
#include "strategy.h"
#include "world.h"

/* Letters of strategies have two rows each, before and after they turn; those of others one. */
enum play_other {
    OTHER_FORGOTTEN,
    OTHER_ROUTE,
    OTHER_BAND,
    OTHER_NEWS,
    OTHER_SOCIAL,
    OTHER_LIST,
    OTHER_PEOPLE,
    OTHER_SWINDLE,
    OTHER_SERVICE, /* all else: receipts, parcels, codes, bills, appointments */
    OTHER_COUNT
};
#define PLAY_OTHERS (2 * STRATEGIES_MOST)
#define PLAY_ROWS (PLAY_OTHERS + OTHER_COUNT)
#define PLAY_PERIODS 24 /* at most */
#define TURN_MOST 40

struct play_line {
    unsigned mails, wanted, seen, acted; /* she would act on; looked at; acted on */
    double earned;                       /* of what she looked at, how much she is expected to act on */
    double seconds;                      /* of her attention */
    unsigned left;                       /* brands that she unsubscribed from */
};

enum turn { TURN_BACK, TURN_GONE, TURN_COUNT };

struct play_side {
    struct play_line row[PLAY_ROWS];
    unsigned put_away;      /* wanted letters in later or suspect */
    unsigned rescued;       /* of these, found there */
    double looking_through; /* seconds spent in later and suspect; in the lines too */
    struct play_period {
        unsigned seen, acted;
    } period[PLAY_PERIODS];
    unsigned turn[TURN_COUNT]
                 [TURN_MOST + 1];       /* brands that turned, by the letter from which on three in a row
                                           were placed as they now deserve; the last: none so far */
    double watchers, letters, segments; /* brands that watch; at the end, letters a week and percent */
};

enum side { SIDE_WITHOUT, SIDE_WITH, SIDE_COUNT };

struct play {
    struct play_side side[SIDE_COUNT];
};

struct play_setup {
    struct world_options world;
    const struct consumer *consumer;
    const struct strategy *strategies;
    unsigned n_strategies;
    unsigned settle; /* the first so many days are not counted */
    unsigned period_days, n_periods; /* the last period takes what is left */
};

/* Plays setup->world.days days from an empty book on. Errors: those of the book. */
STATUS_CHECK enum status play(const struct play_setup *setup, struct play *out, struct err *err);

/* The row's brands, of all shops. */
unsigned play_brands(const struct play_setup *setup, unsigned row);

#endif
