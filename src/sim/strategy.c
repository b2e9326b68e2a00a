/* Strategies from a text, and what they come to. A watching brand climbs: it changes one thing, and looks
 * whether that paid. */
#include "strategy.h"

#include <string.h>

#include "shipped.h"

#define STEP_LETTERS 1.5
#define STEP_AIM 0.25f
#define LEAST_LETTERS 0.1f
#define MOST_LETTERS 14.0f /* a week */
#define FADES 0.9
#define HELPS_FROM 0.5f /* aim from which on a watcher's letters help */

static const char *const tones[] = {"helpful", "quiet", "shouting", NULL};
static const char *const timings[] = {"any", "due", NULL};
static const char *const partings[] = {"honoured", "ignored", NULL};

#define AT(field) offsetof(struct strategy, field)
static const struct sheet_key keys[] = {
    {"brands", SHEET_NUMBER, AT(brands), 0, 22, NULL},
    {"letters", SHEET_NUMBER, AT(letters), 0, 70, NULL},
    {"segments", SHEET_NUMBER, AT(segments), 0, 100, NULL},
    {"tone", SHEET_WORD, AT(tone), 0, 0, tones},
    {"timing", SHEET_WORD, AT(timing), 0, 0, timings},
    {"false-dates", SHEET_NUMBER, AT(false_dates), 0, 100, NULL},
    {"false-orders", SHEET_NUMBER, AT(false_orders), 0, 100, NULL},
    {"unsubscribing", SHEET_WORD, AT(unsubscribing), 0, 0, partings},
    {"watches", SHEET_NUMBER, AT(watches), 0, 365, NULL},
    {"after", SHEET_NUMBER, AT(after), 0, 100, NULL},
    {"becomes", SHEET_BLOCK, AT(becomes), 0, 0, NULL},
};

static const struct strategy usual = {.brands = 1, .letters = 1, .segments = 25, .after = 50};

unsigned strategy_next(const struct strategy *strategies, unsigned count, unsigned row)
{
    for (unsigned i = 0; i < count; i++)
        if (!strcmp(strategies[i].name, strategies[row].becomes))
            return i;
    return row;
}

bool strategy_helps(const struct strategy *strategy)
{
    return strategy->tone == TONE_HELPFUL || strategy->timing == TIMING_DUE;
}

enum status strategies_load(const char *file, struct strategy strategies[STRATEGIES_MOST], unsigned *count,
                            struct err *err)
{
    const struct sheet sheet = {"a strategy", keys, G_N_ELEMENTS(keys), sizeof *strategies, &usual};
    double shops = 0, brands = 0;
    enum status status =
        sheet_load(&sheet, file, shipped_strategies, strategies, STRATEGIES_MOST, count, err);
    for (unsigned i = 0; i < n_parties; i++)
        shops += parties[i].role == ROLE_SHOP;
    for (unsigned i = 0; i < *count && !status; i++)
        brands += strategies[i].brands = (unsigned)strategies[i].brands;
    if (!status && brands > shops)
        status = err_set(err, STATUS_CONFIG, "%s: %g brands are more than there are shops (%g)",
                         file ? file : "strategies", brands, shops);
    return status;
}

struct conduct strategy_conduct(const struct strategy *s)
{
    static const enum talk talks[] = {
        [TONE_HELPFUL] = TALK_HELPFUL, [TONE_QUIET] = TALK_QUIET, [TONE_SHOUTING] = TALK_BLAST};
    return (struct conduct){
        .talk = talks[s->tone],
        .weekly = (float)s->letters,
        .aim = (float)s->segments / 100,
        .false_dates = (float)s->false_dates / 100,
        .false_orders = (float)s->false_orders / 100,
        .due = s->timing == TIMING_DUE,
        .stays = s->unsubscribing == UNSUBSCRIBING_IGNORED,
    };
}

double conduct_cost(const struct conduct *conduct)
{
    return 0.005 + 0.05 * conduct->aim;
}

static void make_move(struct conduct *conduct, unsigned move, bool back)
{
    bool up = (move < 2) != back;
    if (move % 2)
        conduct->aim = CLAMP(conduct->aim + (up ? STEP_AIM : -STEP_AIM), 0, 1);
    else
        conduct->weekly = CLAMP(up ? conduct->weekly * STEP_LETTERS : conduct->weekly / STEP_LETTERS,
                                LEAST_LETTERS, MOST_LETTERS);
    conduct->talk = conduct->aim >= HELPS_FROM ? TALK_HELPFUL : TALK_BLAST;
}

void watcher_turn(struct watcher *watcher, struct conduct *conduct)
{
    if (watcher->tried && watcher->earned <= watcher->before) {
        make_move(conduct, watcher->move, true);
        watcher->move = (watcher->move + 1) % 4;
        watcher->before *= FADES; /* what once was may not come back */
    } else {
        watcher->before = watcher->earned;
    }
    make_move(conduct, watcher->move, false);
    watcher->earned = 0;
    watcher->tried = true;
}
