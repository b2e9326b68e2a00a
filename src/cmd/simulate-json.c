/* `heed simulate --play --json`: sums over all runs and consumers, and spreads over the runs. */
#include "json.h"
#include "simulate-json.h"

static const char *const sides[SIDE_COUNT] = {"without", "with"};

static void open_object(struct json *json, const char *name)
{
    json_name(json, name);
    json_object(json);
}

static void open_array(struct json *json, const char *name)
{
    json_name(json, name);
    json_array(json);
}

static void json_spread(struct json *json, const char *name, struct spread spread)
{
    open_object(json, name);
    json_number(json, "mean", spread.mean);
    json_number(json, "deviation", spread.deviation);
    json_number(json, "least", spread.least);
    json_number(json, "most", spread.most);
    json_count(json, "runs", spread.count);
    json_object_end(json);
}

static void json_sum(struct json *json, const struct stand_sum *sum)
{
    json_count(json, "mails", sum->line.mails);
    json_count(json, "wanted", sum->line.wanted);
    json_count(json, "seen", sum->line.seen);
    json_count(json, "acted", sum->line.acted);
    json_number(json, "earned", sum->line.earned);
    json_number(json, "minutes", sum->line.seconds / 60);
    json_number(json, "gained", sum->gained / 60);
    json_count(json, "unsubscribed", sum->line.left);
}

static void json_rows(struct json *json, const struct stand *stand)
{
    open_array(json, "strategies");
    for (unsigned row = 0; row < PLAY_ROWS; row++) {
        if (!stand_used(stand, row))
            continue;
        g_autofree char *label = stand_label(stand, row);
        json_object(json);
        json_text(json, "name", label);
        json_count(json, "brands", play_brands(&stand->setup, row));
        json_name(json, "helps");
        json_flag(json, stand_helps(stand, row));
        json_name(json, "shouts");
        json_flag(json, stand_shouts(stand, row));
        for (int side = 0; side < SIDE_COUNT; side++) {
            struct stand_sum sum = stand_sum(stand, row, side, ALL_RUNS, ALL_CONSUMERS);
            open_object(json, sides[side]);
            json_sum(json, &sum);
            json_object_end(json);
        }
        json_spread(json, "change", stand_change(stand, NULL, row));
        json_spread(json, "gain", stand_gain(stand, NULL, row));
        json_object_end(json);
    }
    json_array_end(json);
}

static void json_consumer(struct json *json, const struct stand *stand, enum side side, unsigned consumer)
{
    struct stand_sum sum = stand_sum_of(stand, stand_any, side, ALL_RUNS, consumer);
    unsigned put_away = 0, rescued = 0;
    double looking = 0;
    for (unsigned run = 0; run < stand->n_runs; run++)
        for (unsigned c = 0; c < stand->n_consumers; c++) {
            const struct play_side *s = &stand->plays[run * stand->n_consumers + c].side[side];
            bool counts = consumer == ALL_CONSUMERS || consumer == c;
            put_away += counts ? s->put_away : 0;
            rescued += counts ? s->rescued : 0;
            looking += counts ? s->looking_through : 0;
        }
    open_object(json, sides[side]);
    json_sum(json, &sum);
    json_count(json, "missed", sum.line.wanted - sum.line.acted);
    json_count(json, "unwanted-seen", sum.line.seen - sum.line.acted);
    json_count(json, "put-away", put_away);
    json_count(json, "rescued", rescued);
    json_number(json, "minutes-looking-through", looking / 60);
    json_object_end(json);
}

static void json_consumers(struct json *json, const struct stand *stand)
{
    struct pair pairs[STRATEGIES_MOST];
    unsigned n = stand_pairs(stand, pairs);
    open_array(json, "consumers");
    for (unsigned c = 0; c < stand->n_consumers; c++) {
        json_object(json);
        json_text(json, "name", stand->consumers[c].name);
        for (int side = 0; side < SIDE_COUNT; side++)
            json_consumer(json, stand, side, c);
        open_array(json, "louder");
        for (unsigned i = 0; i < n; i++) {
            json_object(json);
            json_text(json, "name", stand->strategies[pairs[i].louder].name);
            for (int side = 0; side < SIDE_COUNT; side++)
                json_number(json, sides[side], stand_louder_for(stand, pairs[i], side, c));
            json_object_end(json);
        }
        json_array_end(json);
        json_object_end(json);
    }
    json_array_end(json);
}

static void json_louder(struct json *json, const struct stand *stand)
{
    struct pair pairs[STRATEGIES_MOST];
    open_array(json, "louder");
    for (unsigned i = 0, n = stand_pairs(stand, pairs); i < n; i++) {
        json_object(json);
        json_text(json, "name", stand->strategies[pairs[i].louder].name);
        json_text(json, "than", stand->strategies[pairs[i].single].name);
        for (int side = 0; side < SIDE_COUNT; side++)
            json_spread(json, sides[side], stand_louder(stand, pairs[i], side));
        json_object_end(json);
    }
    json_array_end(json);
}

static void json_turns(struct json *json, const struct stand *stand)
{
    static const char *const names[TURN_COUNT] = {[TURN_BACK] = "reformed", [TURN_GONE] = "relapsed"};
    for (int turn = 0; turn < TURN_COUNT; turn++) {
        struct stand_turn t = stand_turn(stand, turn);
        open_object(json, names[turn]);
        json_count(json, "brands", t.brands);
        json_count(json, "within-ten", t.within);
        json_spread(json, "letters", t.letters);
        json_object_end(json);
    }
}

static void json_watchers(struct json *json, const struct stand *stand)
{
    open_object(json, "watching");
    for (int side = 0; side < SIDE_COUNT; side++) {
        struct stand_watchers w = stand_watchers(stand, side);
        open_object(json, sides[side]);
        json_spread(json, "letters", w.letters);
        json_spread(json, "segments", w.segments);
        json_object_end(json);
    }
    json_object_end(json);
}

static void json_periods(struct json *json, const struct stand *stand)
{
    open_array(json, "periods");
    for (unsigned i = 0; i < stand->setup.n_periods; i++) {
        json_object(json);
        json_count(json, "from-day", i * stand->setup.period_days + 1);
        for (int side = 0; side < SIDE_COUNT; side++) {
            unsigned seen = 0, acted = 0;
            for (unsigned n = 0; n < stand->n_runs * stand->n_consumers; n++) {
                seen += stand->plays[n].side[side].period[i].seen;
                acted += stand->plays[n].side[side].period[i].acted;
            }
            open_object(json, sides[side]);
            json_count(json, "seen", seen);
            json_count(json, "acted", acted);
            json_object_end(json);
        }
        json_object_end(json);
    }
    json_array_end(json);
}

static void json_options(struct json *json, const struct stand *stand)
{
    json_count(json, "seed", stand->seed);
    json_count(json, "seeds", stand->seeds);
    json_count(json, "days", stand->days);
    json_count(json, "settle", stand->setup.settle);
    json_count(json, "now", stand->setup.world.now);
    open_array(json, "languages");
    for (unsigned i = 0; i < stand->n_languages; i++)
        json_string(json, stand->languages[i]);
    json_array_end(json);
}

void simulate_json(const struct stand *stand)
{
    owned(json) json = json_new();
    json_object(json);
    json_options(json, stand);
    for (int side = 0; side < SIDE_COUNT; side++)
        json_consumer(json, stand, side, ALL_CONSUMERS);
    json_spread(json, "gain", stand_gain(stand, stand_any, 0));
    json_spread(json, "helps", stand_change(stand, stand_helps, 0));
    json_spread(json, "shouts", stand_change(stand, stand_shouts, 0));
    json_louder(json, stand);
    json_turns(json, stand);
    json_watchers(json, stand);
    json_rows(json, stand);
    json_consumers(json, stand);
    json_periods(json, stand);
    json_object_end(json);
    json_print(json);
}
