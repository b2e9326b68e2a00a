/* What plays come to: sums, and how far the runs differ. */
#include <math.h>

#include "stand.h"

static const char *const others[OTHER_COUNT] = {
    [OTHER_FORGOTTEN] = "a shop she forgot",
    [OTHER_ROUTE] = "airline, a route",
    [OTHER_BAND] = "tickets, one band",
    [OTHER_NEWS] = "newsletters",
    [OTHER_SOCIAL] = "social networks",
    [OTHER_LIST] = "mailing lists",
    [OTHER_PEOPLE] = "people",
    [OTHER_SWINDLE] = "swindlers",
    [OTHER_SERVICE] = "receipts, codes",
};

static const struct play_line *line_of(const struct stand *stand, unsigned row, enum side side, unsigned run,
                                       unsigned consumer)
{
    return &stand->plays[run * stand->n_consumers + consumer].side[side].row[row];
}

static void add(struct stand_sum *sum, const struct play_line *line, double worth)
{
    sum->line.mails += line->mails;
    sum->line.wanted += line->wanted;
    sum->line.seen += line->seen;
    sum->line.acted += line->acted;
    sum->line.earned += line->earned;
    sum->line.seconds += line->seconds;
    sum->line.left += line->left;
    sum->gained += line->acted * worth - line->seconds;
}

struct stand_sum stand_sum(const struct stand *stand, unsigned row, enum side side, unsigned run,
                           unsigned consumer)
{
    struct stand_sum sum = {0};
    for (unsigned r = 0; r < stand->n_runs; r++)
        for (unsigned c = 0; c < stand->n_consumers; c++)
            if ((run == ALL_RUNS || run == r) && (consumer == ALL_CONSUMERS || consumer == c))
                add(&sum, line_of(stand, row, side, r, c), stand->consumers[c].worth);
    return sum;
}

struct stand_sum stand_sum_of(const struct stand *stand, stand_rows *wanted, enum side side, unsigned run,
                              unsigned consumer)
{
    struct stand_sum sum = {0};
    for (unsigned row = 0; row < PLAY_ROWS; row++) {
        if (!stand_used(stand, row) || !wanted(stand, row))
            continue;
        struct stand_sum more = stand_sum(stand, row, side, run, consumer);
        add(&sum, &more.line, 0);
        sum.gained += more.line.seconds + more.gained;
    }
    return sum;
}

/* --- rows -----------------------------------------------------------------------------------------------
 */

bool stand_used(const struct stand *stand, unsigned row)
{
    unsigned s = row / 2;
    if (row >= PLAY_OTHERS)
        return true;
    return s < stand->n_strategies && stand->strategies[s].brands > 0 &&
           (row % 2 == 0 || *stand->strategies[s].becomes);
}

/* What the brands of ROW do in it; NULL where none of the strategies. */
static const struct strategy *strategy_of(const struct stand *stand, unsigned row)
{
    unsigned s = row / 2;
    if (row >= PLAY_OTHERS)
        return NULL;
    return &stand->strategies[row % 2 ? strategy_next(stand->strategies, stand->n_strategies, s) : s];
}

bool stand_any(const struct stand *stand, unsigned row)
{
    return stand && row < PLAY_ROWS;
}

bool stand_helps(const struct stand *stand, unsigned row)
{
    const struct strategy *strategy = strategy_of(stand, row);
    return strategy && strategy_helps(strategy) && !strategy->watches;
}

bool stand_shouts(const struct stand *stand, unsigned row)
{
    const struct strategy *strategy = strategy_of(stand, row);
    return strategy && strategy->tone == TONE_SHOUTING && !strategy->watches;
}

char *stand_label(const struct stand *stand, unsigned row)
{
    if (row >= PLAY_OTHERS)
        return g_strdup(others[row - PLAY_OTHERS]);
    const struct strategy *strategy = &stand->strategies[row / 2];
    return g_strconcat(strategy->name, !*strategy->becomes ? "" : row % 2 ? "-after" : "-before", NULL);
}

/* --- spread ---------------------------------------------------------------------------------------------
 */

/* Sums of what was counted, until spread_end(). */
static void spread_add(struct spread *spread, double value)
{
    spread->least = spread->count ? fmin(spread->least, value) : value;
    spread->most = spread->count ? fmax(spread->most, value) : value;
    spread->count++;
    double off = value - spread->mean;
    spread->mean += off / spread->count;
    spread->deviation += off * (value - spread->mean);
}

static struct spread spread_end(struct spread spread)
{
    spread.deviation = spread.count > 1 ? sqrt(spread.deviation / (spread.count - 1)) : 0;
    if (!spread.count)
        spread.mean = spread.deviation = spread.least = spread.most = NAN;
    return spread;
}

static void sum_sides(const struct stand *stand, stand_rows *wanted, unsigned row, unsigned run,
                      struct stand_sum sums[SIDE_COUNT])
{
    for (int side = 0; side < SIDE_COUNT; side++)
        sums[side] = wanted ? stand_sum_of(stand, wanted, side, run, ALL_CONSUMERS)
                            : stand_sum(stand, row, side, run, ALL_CONSUMERS);
}

struct spread stand_change(const struct stand *stand, stand_rows *wanted, unsigned row)
{
    struct spread spread = {0};
    for (unsigned run = 0; run < stand->n_runs; run++) {
        struct stand_sum sums[SIDE_COUNT];
        sum_sides(stand, wanted, row, run, sums);
        if (sums[SIDE_WITHOUT].line.earned > 0)
            spread_add(&spread, 100 * (sums[SIDE_WITH].line.earned / sums[SIDE_WITHOUT].line.earned - 1));
    }
    return spread_end(spread);
}

struct spread stand_gain(const struct stand *stand, stand_rows *wanted, unsigned row)
{
    struct spread spread = {0};
    for (unsigned run = 0; run < stand->n_runs; run++) {
        struct stand_sum sums[SIDE_COUNT];
        sum_sides(stand, wanted, row, run, sums);
        spread_add(&spread, (sums[SIDE_WITH].gained - sums[SIDE_WITHOUT].gained) / 60 / stand->n_consumers);
    }
    return spread_end(spread);
}

/* --- volume ---------------------------------------------------------------------------------------------
 */

static bool differ_in_volume_only(const struct strategy *a, const struct strategy *b)
{
    return b->letters > a->letters && !a->watches && !b->watches && !*a->becomes && !*b->becomes &&
           a->brands >= 1 && b->brands >= 1 && a->segments == b->segments && a->tone == b->tone &&
           a->timing == b->timing && a->false_dates == b->false_dates &&
           a->false_orders == b->false_orders && a->unsubscribing == b->unsubscribing;
}

unsigned stand_pairs(const struct stand *stand, struct pair pairs[STRATEGIES_MOST])
{
    unsigned n = 0;
    for (unsigned a = 0; a < stand->n_strategies; a++)
        for (unsigned b = 0; b < stand->n_strategies && n < STRATEGIES_MOST; b++)
            if (differ_in_volume_only(&stand->strategies[a], &stand->strategies[b]))
                pairs[n++] = (struct pair){a, b};
    return n;
}

static double for_each_brand(const struct stand *stand, unsigned strategy, enum side side, unsigned run,
                             unsigned consumer)
{
    return stand_sum(stand, 2 * strategy, side, run, consumer).line.earned /
           stand->strategies[strategy].brands;
}

double stand_louder_for(const struct stand *stand, struct pair pair, enum side side, unsigned consumer)
{
    return for_each_brand(stand, pair.louder, side, ALL_RUNS, consumer) /
           for_each_brand(stand, pair.single, side, ALL_RUNS, consumer);
}

struct spread stand_louder(const struct stand *stand, struct pair pair, enum side side)
{
    struct spread spread = {0};
    for (unsigned run = 0; run < stand->n_runs; run++) {
        double single = for_each_brand(stand, pair.single, side, run, ALL_CONSUMERS);
        if (single > 0)
            spread_add(&spread, for_each_brand(stand, pair.louder, side, run, ALL_CONSUMERS) / single);
    }
    return spread_end(spread);
}

/* --- turns, watchers ------------------------------------------------------------------------------------
 */

#define SOON 10

struct stand_turn stand_turn(const struct stand *stand, enum turn turn)
{
    struct stand_turn out = {0};
    for (unsigned n = 0; n < stand->n_runs * stand->n_consumers; n++)
        for (unsigned letter = 1; letter <= TURN_MOST; letter++) {
            unsigned brands = stand->plays[n].side[SIDE_WITH].turn[turn][letter];
            out.brands += brands;
            out.within += letter <= SOON ? brands : 0;
            for (unsigned i = 0; i < brands && letter < TURN_MOST; i++)
                spread_add(&out.letters, letter);
        }
    out.letters = spread_end(out.letters);
    return out;
}

struct stand_watchers stand_watchers(const struct stand *stand, enum side side)
{
    struct stand_watchers out = {0};
    for (unsigned run = 0; run < stand->n_runs; run++) {
        double brands = 0, letters = 0, segments = 0;
        for (unsigned c = 0; c < stand->n_consumers; c++) {
            const struct play_side *s = &stand->plays[run * stand->n_consumers + c].side[side];
            brands += s->watchers;
            letters += s->letters;
            segments += s->segments;
        }
        out.brands += brands;
        if (brands > 0) {
            spread_add(&out.letters, letters / brands);
            spread_add(&out.segments, segments / brands);
        }
    }
    out.letters = spread_end(out.letters);
    out.segments = spread_end(out.segments);
    return out;
}
