/* Many plays beside each other: each seed in each language with each consumer. What strategies earn, over
 * all of them and with their spread. */
#ifndef SIM_STAND_H
#define SIM_STAND_H

#include <stdio.h>

#include "play.h"

#define STAND_LANGUAGES 3
#define STAND_SEEDS 1000 /* at most */

struct stand {
    uint32_t seed; /* the first */
    unsigned seeds, days, settle;
    int64_t now;
    const char *languages[STAND_LANGUAGES];
    unsigned n_languages;
    struct consumer consumers[CONSUMERS_MOST];
    unsigned n_consumers;
    struct strategy strategies[STRATEGIES_MOST];
    unsigned n_strategies;

    /* of stand_run() */
    struct play_setup setup; /* without a seed, a language and a consumer */
    struct play *plays;      /* by run, in it by consumer */
    unsigned n_runs;         /* seeds times languages */
};

/* Called as plays are done; may be NULL. */
typedef void stand_progress(unsigned done, unsigned total, void *data);

/* Fills in stand->plays, in as many processes as there are processors. stand_clear() it. Errors: as
 * world_check(), and those of play(). */
STATUS_CHECK enum status stand_run(struct stand *stand, stand_progress *progress, void *data,
                                   struct err *err);
void stand_clear(struct stand *stand);

#define ALL_CONSUMERS G_MAXUINT
#define ALL_RUNS G_MAXUINT

/* Sums over RUN and CONSUMER of one row; and what she gains by it: what a letter is worth that she acts on,
 * less the seconds that they took. */
struct stand_sum {
    struct play_line line;
    double gained; /* seconds */
};
struct stand_sum stand_sum(const struct stand *stand, unsigned row, enum side side, unsigned run,
                           unsigned consumer);

/* The same over all rows that WANTED says yes to. */
typedef bool stand_rows(const struct stand *stand, unsigned row);
struct stand_sum stand_sum_of(const struct stand *stand, stand_rows *wanted, enum side side, unsigned run,
                              unsigned consumer);
bool stand_any(const struct stand *stand, unsigned row);
bool stand_helps(const struct stand *stand, unsigned row);
bool stand_shouts(const struct stand *stand, unsigned row);

/* For a person, and for programs; whether the row is used at all. The caller frees the first. */
char *stand_label(const struct stand *stand, unsigned row);
bool stand_used(const struct stand *stand, unsigned row);

/* Of one figure for each run: the mean, the standard deviation, the least and the greatest. */
struct spread {
    double mean, deviation, least, most;
    unsigned count;
};

/* How much more is earned with heed than without by the rows that WANTED says yes to, or by ROW alone where
 * it is NULL; in percent. */
struct spread stand_change(const struct stand *stand, stand_rows *wanted, unsigned row);

/* How much more a consumer gains with heed than without by the same rows: minutes. */
struct spread stand_gain(const struct stand *stand, stand_rows *wanted, unsigned row);

/* Two strategies that differ in how much they write and in nothing else: what the louder one's brands earn,
 * of what the other's do; 1 is as much. By run, or for one CONSUMER in all runs. */
struct pair {
    unsigned single, louder;
};
unsigned stand_pairs(const struct stand *stand, struct pair pairs[STRATEGIES_MOST]);
struct spread stand_louder(const struct stand *stand, struct pair pair, enum side side);
double stand_louder_for(const struct stand *stand, struct pair pair, enum side side, unsigned consumer);

/* Brands that turned, in all runs: after how many letters that showed, and how many of them within ten. */
struct stand_turn {
    unsigned brands, within;
    struct spread letters; /* of those that it showed of */
};
struct stand_turn stand_turn(const struct stand *stand, enum turn turn);

/* What brands that watch do at the end, each run's mean. */
struct stand_watchers {
    double brands;
    struct spread letters, segments;
};
struct stand_watchers stand_watchers(const struct stand *stand, enum side side);

/* Writes the tables and the chart: 80 columns. */
void stand_print(const struct stand *stand, FILE *out);

#endif
