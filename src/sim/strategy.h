/* What brands do, as text (sheet.h): how much they write, to whom about what, when, and how honestly; and
 * how one that watches what it earns changes its ways. */
#ifndef SIM_STRATEGY_H
#define SIM_STRATEGY_H

#include <stdbool.h>

#include "cast.h"
#include "sheet.h"

#define STRATEGIES_MOST 20

struct strategy {
    char name[SHEET_NAME];
    double brands;       /* how many shops do so; 0: only others that become it */
    double letters;      /* a week */
    double segments;     /* percent of letters that are about what the reader likes; the rest is chance */
    int tone;            /* enum tone */
    int timing;          /* enum timing */
    double false_dates;  /* percent of letters that claim the end of what does not end */
    double false_orders; /* percent that claim an order that never was */
    int unsubscribing;   /* enum unsubscribing */
    double watches;      /* days after which it looks at what it earned, and changes its ways; 0: never */
    double after;        /* percent of the days, after which it becomes the next */
    char becomes[SHEET_NAME];
};

enum tone { TONE_HELPFUL, TONE_QUIET, TONE_SHOUTING };
enum timing { TIMING_ANY, TIMING_DUE };
enum unsubscribing { UNSUBSCRIBING_HONOURED, UNSUBSCRIBING_IGNORED };

/* Reads FILE, or those that come with heed where it is NULL. Errors: as sheet_load(), and STATUS_CONFIG
 * where there are more brands than shops. */
STATUS_CHECK enum status strategies_load(const char *file, struct strategy strategies[STRATEGIES_MOST],
                                         unsigned *count, struct err *err);

/* The row of those named in becomes, or ROW itself. */
unsigned strategy_next(const struct strategy *strategies, unsigned count, unsigned row);

/* Its letters help or shout; or neither, where few are meant for anybody. */
bool strategy_helps(const struct strategy *strategy);

struct conduct strategy_conduct(const struct strategy *strategy);

/* What a brand that watches knows of itself. */
struct watcher {
    double earned, before; /* in this period and in the one before: letters acted on, less what they cost */
    unsigned move;         /* of its moves, the one that it tries */
    bool tried;
};

/* A period is over: does again what paid, takes back what did not and tries something else. */
void watcher_turn(struct watcher *watcher, struct conduct *conduct);

/* What CONDUCT costs for each letter, in letters acted on: to choose for each reader is dear. */
double conduct_cost(const struct conduct *conduct);

#endif
