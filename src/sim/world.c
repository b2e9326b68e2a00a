/* The made-up world's beginning and its clock: who she is and how the brands stand with her are
 * rolled here, once; then day follows day. Nothing is written here. */
#include "state.h"

/* How the strategies are dealt to the shops; dealt again from the start if there are more shops. */
static const enum manner deck[] = {
    STRATEGY_HELPFUL,  STRATEGY_HELPFUL,  STRATEGY_HELPFUL,  STRATEGY_HELPFUL,  STRATEGY_HELPFUL,
    STRATEGY_BLAST,    STRATEGY_BLAST,    STRATEGY_BLAST,    STRATEGY_BLAST,    STRATEGY_BLAST,
    STRATEGY_BLAST,    STRATEGY_DECAYING, STRATEGY_DECAYING, STRATEGY_DECAYING, STRATEGY_DECAYING,
    STRATEGY_REFORMED, STRATEGY_REFORMED, STRATEGY_REFORMED, STRATEGY_QUIET,    STRATEGY_QUIET,
    STRATEGY_QUIET,
};

/* She buys running shoes every six months, and is due two weeks after the past ends. */
#define SHOES_DUE_IN 14
#define SHOES_ITEM 1

#define TIDY 0.34

static const struct lingo *const lingos[] = {&lingo_en, &lingo_de, &lingo_fr};

static void roll_consumer(struct world *world, int least, int most)
{
    struct dice *dice = &world->dice;
    for (int topic = 0; topic < TOPIC_COUNT; topic++)
        for (int n = dice_between(dice, least, most); n > 0; n--)
            world->likes[topic][dice_below(dice, TOPIC_ITEMS)] = true;
    world->home = (int)dice_below(dice, TOPIC_ITEMS);
    world->route = (world->home + dice_between(dice, 1, TOPIC_ITEMS - 1)) % TOPIC_ITEMS;
    world->band = (int)dice_below(dice, TOPIC_ITEMS);
    world->likes[TOPIC_MUSIC][world->band] = true;
}

static void roll_business(struct world *world, unsigned party, enum manner dealt)
{
    struct dice *dice = &world->dice;
    struct business *b = &world->business[party];
    int cadence = b->cadence = parties[party].cadence;
    b->strategy = parties[party].strategy == STRATEGY_DEALT ? dealt : parties[party].strategy;
    b->turn = world->days * dice_between(dice, 45, 65) / 100;
    b->house = mail_houses[dice_below(dice, n_mail_houses)];
    if (!cadence)
        return;
    bool shoes = parties[party].topic == TOPIC_RUNNING;
    b->next_base =
        shoes ? (world->days + SHOES_DUE_IN) % cadence : (int)dice_below(dice, (unsigned)cadence);
    b->next = b->next_base;
    while (!world->likes[parties[party].topic][b->bought_item])
        b->bought_item++;
    b->bought_item = shoes ? SHOES_ITEM : b->bought_item;
}

static void deal(struct world *world)
{
    enum manner cards[G_N_ELEMENTS(deck)];
    unsigned next = 0;
    for (unsigned i = 0; i < G_N_ELEMENTS(deck); i++) {
        unsigned j = dice_below(&world->dice, i + 1);
        cards[i] = cards[j];
        cards[j] = deck[i];
    }
    for (unsigned i = 0; i < n_parties; i++) {
        bool open = parties[i].strategy == STRATEGY_DEALT;
        roll_business(world, i, open ? cards[next++ % G_N_ELEMENTS(deck)] : STRATEGY_NONE);
    }
}

const struct lingo *lingo_find(const char *code)
{
    for (size_t i = 0; i < G_N_ELEMENTS(lingos); i++)
        if (g_str_equal(lingos[i]->code, code))
            return lingos[i];
    return NULL;
}

enum status world_check(struct world_options *o, struct err *err)
{
    if (!lingo_find(o->language))
        return err_set(err, STATUS_USAGE, "%s: the made-up world speaks en, de and fr", o->language);
    if (o->days < 30 || o->days > 3650 || o->live_days > 365)
        return err_set(err, STATUS_USAGE, "--days must be 30 to 3650, --live at most 365");
    if (o->now == 0)
        o->now = WORLD_END;
    return STATUS_OK;
}

struct world *world_new(const struct world_options *options)
{
    struct world *world = g_new0(struct world, 1);
    unsigned all_days = options->days + options->live_days;
    world->dice.state = world->seed = options->seed;
    world->lingo = lingo_find(options->language);
    world->strings = g_string_chunk_new(1 << 16);
    world->days = (int)options->days;
    world->start = options->now - (int64_t)all_days * DAY;
    world->business = g_new0(struct business, n_parties);
    world->plans = g_array_new(FALSE, FALSE, sizeof(struct plan));
    world->replies = g_ptr_array_new_with_free_func(g_free);
    world->tidy = TIDY;
    roll_consumer(world, options->likes_least ? options->likes_least : 1,
                  options->likes_most ? options->likes_most : 2);
    deal(world);
    return world;
}

void world_free(struct world *world)
{
    g_ptr_array_unref(world->replies);
    g_array_unref(world->plans);
    g_free(world->business);
    g_string_chunk_free(world->strings);
    g_free(world);
}

static int by_time(gconstpointer a, gconstpointer b)
{
    const struct letter *x = *(struct letter *const *)a, *y = *(struct letter *const *)b;
    if (x->when != y->when)
        return x->when < y->when ? -1 : 1;
    return x->serial < y->serial ? -1 : 1;
}

GPtrArray *world_step(struct world *world)
{
    GPtrArray *today = g_ptr_array_new_with_free_func(g_free);
    world->today = today;
    days_send(world);
    if (world->day == world->days)
        days_premiere(world);
    world->today = NULL;
    world->day++;
    g_ptr_array_sort(today, by_time);
    for (guint i = 0; i < today->len; i++) {
        struct letter *letter = today->pdata[i];
        if (letter->deed != DEED_ANSWERED && !world->steady)
            letter->deed = reader_react(world, letter);
    }
    return today;
}
