/* One world, two mailboxes, day by day. What she does with her time is attention.c's, what heed
 * does is engine.c's, how it looks on a terminal is report.c's. */
#include "attention.h"
#include "state.h"

#define PATIENCE_LEAST 40 /* seconds that she has for her mail on a day */
#define PATIENCE_MOST 220
#define LOOK_THROUGH 7 /* days between looks into what was put away */
#define DAYS_A_PERIOD 30

#define T(talk) (1u << TALK_##talk)
#define OFFERS (T(HELPFUL) | T(BLAST) | T(DUE) | T(QUIET))

const struct play_group_row play_groups[GROUP_COUNT] = {
    [GROUP_HELPFUL] = {"helpful", "helpful", MANNER_HELPS, STRATEGY_HELPFUL, OFFERS},
    [GROUP_TIMELY] = {"timely", "timely", MANNER_HELPS, STRATEGY_TIMELY, OFFERS},
    [GROUP_QUIET] = {"quiet", "quiet", MANNER_OTHER, STRATEGY_QUIET, OFFERS},
    [GROUP_REFORMED_BEFORE] = {"reformed-before", "reformed, while it shouted", MANNER_SHOUTS,
                               STRATEGY_REFORMED, T(BLAST)},
    [GROUP_REFORMED_AFTER] = {"reformed-after", "reformed, since it helps", MANNER_HELPS,
                              STRATEGY_REFORMED, T(HELPFUL)},
    [GROUP_DECAYING_BEFORE] = {"decaying-before", "decaying, while it helped", MANNER_HELPS,
                               STRATEGY_DECAYING, T(HELPFUL)},
    [GROUP_DECAYING_AFTER] = {"decaying-after", "decaying, since it shouts", MANNER_SHOUTS,
                              STRATEGY_DECAYING, T(BLAST)},
    [GROUP_BLAST] = {"blast", "blast", MANNER_SHOUTS, STRATEGY_BLAST, OFFERS},
    [GROUP_ROUTE] = {"one-route", "airline: one route is hers", MANNER_OTHER, STRATEGY_DEALT,
                     T(ROUTE)},
    [GROUP_BAND] = {"one-band", "tickets: one band is hers", MANNER_OTHER, STRATEGY_DEALT, T(GIG)},
    [GROUP_NEWS] = {"newsletter", "newsletters", MANNER_OTHER, STRATEGY_DEALT, T(NEWS)},
    [GROUP_SOCIAL] = {"social", "social networks", MANNER_OTHER, STRATEGY_DEALT, T(SOCIAL)},
    [GROUP_LIST] = {"list", "mailing lists", MANNER_OTHER, STRATEGY_DEALT, T(LIST)},
    [GROUP_PEOPLE] = {"person", "people", MANNER_OTHER, STRATEGY_DEALT, T(FRIEND) | T(ANSWER)},
    [GROUP_SWINDLE] = {"phish", "swindlers", MANNER_OTHER, STRATEGY_DEALT, T(PHISH)},
    [GROUP_SERVICE] = {"service", "receipts, codes, bills ...", MANNER_OTHER, STRATEGY_DEALT, ~0u},
};

static enum play_group group_of(const struct letter *letter)
{
    for (enum play_group group = 0; group < GROUP_SERVICE; group++) {
        const struct play_group_row *row = &play_groups[group];
        if ((row->talks & 1u << letter->talk) &&
            (row->strategy == STRATEGY_DEALT ||
             g_str_equal(letter->strategy, strategies[row->strategy].name)))
            return group;
    }
    return GROUP_SERVICE;
}

struct game {
    struct play *play;
    struct world *world;
    struct engine *engine;
    struct mailbox mailbox[SIDE_COUNT];
    struct dice dice; /* for what the day is like; the world has its own */
};

static void arrive(struct game *game, const struct letter *letter)
{
    enum placement placement = engine_arrive(game->engine, letter, game->world->lingo);
    if (letter->origin == ORIGIN_HER)
        return;
    enum play_group group = group_of(letter);
    game->play->mails[group]++;
    game->play->wanted[group] += letter_is_wanted(letter);
    mailbox_put(&game->mailbox[SIDE_WITHOUT], letter, group, PLACE_INBOX);
    mailbox_put(&game->mailbox[SIDE_WITH], letter, group, placement);
}

static enum status play_day(struct game *game, const GPtrArray *letters)
{
    unsigned day = (unsigned)game->world->day, days = game->play->options.days;
    int64_t now = game->world->start + (int64_t)day * DAY;
    double patience = dice_between(&game->dice, PATIENCE_LEAST, PATIENCE_MOST);
    for (int side = 0; side < SIDE_COUNT; side++)
        game->mailbox[side].period =
            MIN((day - 1) / game->play->period_days, game->play->n_periods - 1);
    for (guint i = 0; i < letters->len; i++)
        arrive(game, letters->pdata[i]);
    for (int side = 0; side < SIDE_COUNT; side++)
        mailbox_read(&game->mailbox[side], now, patience);
    if (day % LOOK_THROUGH == 0 || day == days)
        mailbox_look_through(&game->mailbox[SIDE_WITH]);
    return engine_settle(game->engine);
}

static enum status play_days(struct game *game, play_progress *progress, void *data)
{
    unsigned days = game->play->options.days;
    enum status status = STATUS_OK;
    g_autoptr(GPtrArray) kept = g_ptr_array_new_with_free_func((GDestroyNotify)g_ptr_array_unref);
    for (unsigned day = 0; day < days && !status; day++) {
        GPtrArray *letters = world_step(game->world);
        g_ptr_array_add(kept, letters);
        status = play_day(game, letters);
        if (progress)
            progress(day + 1, days, data);
    }
    return status;
}

enum status play(const struct world_options *options, play_progress *progress, void *data,
                 struct play *out, struct err *err)
{
    owned(engine) engine = NULL;
    *out = (struct play){.options = *options};
    enum status status = world_check(&out->options, err);
    if (!status)
        status = engine_open(&engine, err);
    if (status)
        return status;
    unsigned days = options->days;
    out->period_days = MAX(DAYS_A_PERIOD, (days + PLAY_PERIODS - 1) / PLAY_PERIODS);
    out->n_periods = MAX(1, (days + out->period_days / 2) / out->period_days);

    struct game game = {.play = out, .engine = engine, .dice = {.state = ~options->seed}};
    game.world = world_new(&out->options);
    mailbox_init(&game.mailbox[SIDE_WITHOUT], NULL, &out->side[SIDE_WITHOUT], options->seed);
    mailbox_init(&game.mailbox[SIDE_WITH], engine, &out->side[SIDE_WITH], options->seed);
    status = play_days(&game, progress, data);
    for (int side = 0; side < SIDE_COUNT; side++)
        mailbox_clear(&game.mailbox[side]);
    world_free(game.world);
    return status;
}

struct play_sum play_sum(const struct play *play, enum side side, enum manner manner)
{
    struct play_sum sum = {0};
    for (enum play_group group = 0; group < GROUP_COUNT; group++) {
        if (manner != MANNER_COUNT && play_groups[group].manner != manner)
            continue;
        const struct play_line *line = &play->side[side].of[group];
        sum.mails += play->mails[group];
        sum.wanted += play->wanted[group];
        sum.seen += line->seen;
        sum.acted += line->acted;
        sum.seconds += line->seconds;
    }
    return sum;
}
