/* One consumer, two lives. What she does with her time is attention.c's, what heed does is engine.c's; here
 * brands do as their strategies say, and what came of it is counted. */
#include <string.h>

#include "attention.h"
#include "play.h"
#include "state.h"

#define STREAK 3       /* letters in a row that settle it */
#define FEWEST_TURN 10 /* letters after which a brand that turned is counted, settled or not */

#define T(talk) (1u << TALK_##talk)
#define OFFERS (T(HELPFUL) | T(BLAST) | T(DUE) | T(QUIET) | T(ENDS) | T(ORDERED))

/* What one brand is up to. */
struct brand {
    unsigned strategy; /* the row that it was dealt; n_strategies for none */
    struct watcher watcher;
    double earned;                   /* up to the last time that it looked */
    unsigned sent;                   /* letters since then */
    unsigned since, streak, settled; /* letters since it turned; in a row as deserved; the first of these */
};

struct life {
    const struct play_setup *setup;
    struct world *world;
    struct engine *engine; /* NULL without heed */
    struct mailbox mailbox;
    struct brand *brands; /* one for each of parties[] */
    struct play_side *side;
};

/* --- what brands do -------------------------------------------------------------------------------------
 */

static bool has_turned(const struct life *life, const struct brand *brand)
{
    const struct strategy *strategy = &life->setup->strategies[brand->strategy];
    return *strategy->becomes && life->world->day >= life->world->days * strategy->after / 100;
}

static unsigned row_of_strategy(const struct life *life, const struct brand *brand)
{
    return 2 * brand->strategy + has_turned(life, brand);
}

/* The strategy that it follows on this day. */
static const struct strategy *followed(const struct life *life, const struct brand *brand)
{
    const struct play_setup *setup = life->setup;
    unsigned row = brand->strategy;
    return &setup->strategies[has_turned(life, brand)
                                  ? strategy_next(setup->strategies, setup->n_strategies, row)
                                  : row];
}

/* To whoever writes when something is used up go the shops where she buys by the calendar, as far as there
 * are any; the others are dealt by chance. */
static void deal_strategies(struct life *life)
{
    const struct play_setup *setup = life->setup;
    struct dice dice = {.state = ~setup->world.seed};
    g_autofree unsigned *shops = g_new(unsigned, n_parties);
    unsigned n = 0, next = 0;
    for (int calendar = 1; calendar >= 0; calendar--)
        for (unsigned i = 0; i < n_parties; i++)
            if (parties[i].role == ROLE_SHOP && (parties[i].cadence > 0) == calendar)
                shops[n++] = i;
    for (int due = 1; due >= 0; due--) {
        for (unsigned i = n; !due && i > next + 1; i--) {
            unsigned j = next + dice_below(&dice, i - next), shop = shops[i - 1];
            shops[i - 1] = shops[j];
            shops[j] = shop;
        }
        for (unsigned s = 0; s < setup->n_strategies; s++)
            for (unsigned i = 0; i < setup->strategies[s].brands && next < n; i++)
                if ((setup->strategies[s].timing == TIMING_DUE) == due)
                    life->brands[shops[next++]].strategy = s;
    }
}

static void make_brands(struct life *life)
{
    life->brands = g_new0(struct brand, n_parties);
    for (unsigned i = 0; i < n_parties; i++)
        life->brands[i].strategy = life->setup->n_strategies;
    deal_strategies(life);
    for (unsigned i = 0; i < n_parties; i++) {
        struct brand *brand = &life->brands[i];
        bool dealt = brand->strategy < life->setup->n_strategies;
        life->world->business[i].conduct = dealt
                                               ? strategy_conduct(&life->setup->strategies[brand->strategy])
                                               : (struct conduct){.talk = TALK_QUIET};
    }
}

static void look_back(struct life *life, unsigned party)
{
    struct brand *brand = &life->brands[party];
    struct conduct *conduct = &life->world->business[party].conduct;
    double earned = life->mailbox.regard[party].earned;
    brand->watcher.earned = earned - brand->earned - brand->sent * conduct_cost(conduct);
    brand->earned = earned;
    brand->sent = 0;
    watcher_turn(&brand->watcher, conduct);
}

static void brands_day(struct life *life)
{
    for (unsigned i = 0; i < n_parties; i++) {
        const struct brand *brand = &life->brands[i];
        if (brand->strategy >= life->setup->n_strategies)
            continue;
        const struct strategy *strategy = followed(life, brand);
        unsigned watches = (unsigned)strategy->watches, day = (unsigned)life->world->day;
        if (!watches)
            life->world->business[i].conduct = strategy_conduct(strategy);
        else if (day && day % watches == 0)
            look_back(life, i);
    }
}

/* --- what comes -----------------------------------------------------------------------------------------
 */

static unsigned row_of(const struct life *life, const struct letter *letter)
{
    static const struct {
        unsigned talks;
        enum play_other other;
    } others[] = {
        {OFFERS, OTHER_FORGOTTEN},
        {T(ROUTE), OTHER_ROUTE},
        {T(GIG), OTHER_BAND},
        {T(NEWS), OTHER_NEWS},
        {T(SOCIAL), OTHER_SOCIAL},
        {T(LIST), OTHER_LIST},
        {T(FRIEND) | T(ANSWER), OTHER_PEOPLE},
        {T(PHISH), OTHER_SWINDLE},
    };
    if (letter->party && (OFFERS & 1u << letter->talk)) {
        const struct brand *brand = &life->brands[letter->party - parties];
        if (brand->strategy < life->setup->n_strategies)
            return row_of_strategy(life, brand);
    }
    for (size_t i = 0; i < G_N_ELEMENTS(others); i++)
        if (others[i].talks & 1u << letter->talk)
            return PLAY_OTHERS + others[i].other;
    return PLAY_OTHERS + OTHER_SERVICE;
}

/* Where it is now clear what a brand does, how soon do its letters lie where they belong? */
static void follow_turn(struct life *life, const struct letter *letter, enum placement placement)
{
    struct brand *brand = &life->brands[letter->party - parties];
    if (!has_turned(life, brand) || brand->settled)
        return;
    bool deserves = strategy_helps(followed(life, brand));
    brand->since++;
    brand->streak = placement_is_demoted(placement) == deserves ? 0 : brand->streak + 1;
    if (brand->streak == STREAK)
        brand->settled = brand->since - STREAK + 1;
}

static void arrive(struct life *life, struct letter *letter)
{
    enum placement placement = PLACE_INBOX;
    if (life->engine)
        placement = engine_arrive(life->engine, letter, life->world->lingo);
    if (letter->origin == ORIGIN_HER)
        return;
    unsigned row = row_of(life, letter);
    mailbox_expect(&life->mailbox, letter);
    life->side->row[row].mails++;
    life->side->row[row].wanted += letter_is_wanted(letter);
    if (row < PLAY_OTHERS) {
        life->brands[letter->party - parties].sent++;
        follow_turn(life, letter, placement);
    }
    mailbox_put(&life->mailbox, letter, row, placement);
}

/* --- the days -------------------------------------------------------------------------------------------
 */

static enum status live_day(struct life *life, double patience)
{
    const struct play_setup *setup = life->setup;
    const struct consumer *her = setup->consumer;
    unsigned day = (unsigned)life->world->day, looks = (unsigned)her->looks;
    patience = mailbox_read(&life->mailbox, life->world->start + (int64_t)day * DAY, patience);
    if (looks && (day % looks == 0 || day == setup->world.days))
        mailbox_look_through(&life->mailbox, MIN(patience, her->look));
    return life->engine ? engine_settle(life->engine) : STATUS_OK;
}

static enum status live_days(struct life *life)
{
    const struct play_setup *setup = life->setup;
    struct dice dice = {.state = ~(uint64_t)setup->world.seed}; /* for what the day is like */
    enum status status = STATUS_OK;
    g_autoptr(GPtrArray) kept = g_ptr_array_new_with_free_func((GDestroyNotify)g_ptr_array_unref);
    for (unsigned day = 0; day < setup->world.days && !status; day++) {
        double least = setup->consumer->patience[0], more = setup->consumer->patience[1] - least;
        if (day == setup->settle) /* what came before is lived, and not counted */
            *life->side = (struct play_side){.put_away = 0};
        brands_day(life);
        GPtrArray *letters = world_step(life->world);
        g_ptr_array_add(kept, letters);
        life->mailbox.period = MIN(day / setup->period_days, setup->n_periods - 1);
        for (guint i = 0; i < letters->len; i++)
            arrive(life, letters->pdata[i]);
        status = live_day(life, least + more * dice_unit(&dice));
    }
    return status;
}

static void count_brand(struct life *life, unsigned party)
{
    const struct brand *brand = &life->brands[party];
    if (brand->strategy >= life->setup->n_strategies)
        return;
    const struct strategy *strategy = followed(life, brand);
    const struct conduct *conduct = &life->world->business[party].conduct;
    if (strategy->watches > 0) {
        life->side->watchers++;
        life->side->letters += conduct->weekly;
        life->side->segments += 100 * conduct->aim;
    }
    if (brand->settled || brand->since >= FEWEST_TURN)
        life->side->turn[strategy_helps(strategy) ? TURN_BACK : TURN_GONE]
                        [brand->settled ? MIN(brand->settled, TURN_MOST) : TURN_MOST]++;
}

static enum status live(const struct play_setup *setup, struct engine *engine, struct play_side *side)
{
    struct life life = {.setup = setup, .engine = engine, .side = side};
    life.world = world_new(&setup->world);
    life.world->steady = true;
    life.world->tidy = setup->consumer->tidy / 100;
    make_brands(&life);
    mailbox_init(&life.mailbox, setup, life.world, engine, side);
    enum status status = live_days(&life);
    for (unsigned i = 0; i < n_parties; i++)
        count_brand(&life, i);
    mailbox_clear(&life.mailbox);
    g_free(life.brands);
    world_free(life.world);
    return status;
}

enum status play(const struct play_setup *setup, struct play *out, struct err *err)
{
    owned(engine) engine = NULL;
    *out = (struct play){0};
    enum status status = engine_open(&engine, err);
    if (!status)
        status = live(setup, NULL, &out->side[SIDE_WITHOUT]);
    return status ? status : live(setup, engine, &out->side[SIDE_WITH]);
}

unsigned play_brands(const struct play_setup *setup, unsigned row)
{
    return row < PLAY_OTHERS ? (unsigned)setup->strategies[row / 2].brands : 1;
}
