/* `heed simulate`: reads the command line for a made-up consumer's mail, writes it out or plays it; the
 * world itself is src/sim. */
#include <stdio.h>

#include "json.h"
#include "progress.h"
#include "options.h"
#include "verb.h"

#include "../sim/play.h"

static const char *const side_names[SIDE_COUNT] = {"without", "with"};

static void open_object(struct json *json, const char *name)
{
    json_name(json, name);
    json_object(json);
}

static void json_line(struct json *json, const char *name, const struct play_line *line)
{
    open_object(json, name);
    json_count(json, "seen", line->seen);
    json_count(json, "acted", line->acted);
    json_number(json, "minutes", line->seconds / 60);
    json_object_end(json);
}

static void json_strategies(struct json *json, const struct play *play)
{
    json_name(json, "strategies");
    json_array(json);
    for (int group = 0; group < GROUP_COUNT; group++) {
        json_object(json);
        json_text(json, "name", play_groups[group].name);
        json_count(json, "mails", play->mails[group]);
        json_count(json, "wanted", play->wanted[group]);
        for (int side = 0; side < SIDE_COUNT; side++)
            json_line(json, side_names[side], &play->side[side].of[group]);
        json_object_end(json);
    }
    json_array_end(json);
}

static void json_her(struct json *json, const struct play *play)
{
    for (int side = 0; side < SIDE_COUNT; side++) {
        struct play_sum sum = play_sum(play, side, MANNER_COUNT);
        open_object(json, side_names[side]);
        json_count(json, "mails", sum.mails);
        json_count(json, "wanted", sum.wanted);
        json_number(json, "minutes", sum.seconds / 60);
        json_count(json, "acted", sum.acted);
        json_count(json, "missed", sum.wanted - sum.acted);
        json_count(json, "unwanted-seen", sum.seen - sum.acted);
        json_count(json, "put-away", play->side[side].put_away);
        json_count(json, "rescued", play->side[side].rescued);
        json_number(json, "minutes-looking-through", play->side[side].looking_through / 60);
        json_object_end(json);
    }
}

static void json_periods(struct json *json, const struct play *play)
{
    json_name(json, "periods");
    json_array(json);
    for (unsigned i = 0; i < play->n_periods; i++) {
        json_object(json);
        json_count(json, "from-day", i * play->period_days + 1);
        for (int side = 0; side < SIDE_COUNT; side++) {
            open_object(json, side_names[side]);
            const struct play_period *period = &play->side[side].period[i];
            json_count(json, "seen", period->seen);
            json_count(json, "acted", period->acted);
            json_number(json, "minutes-wanted", period->wanted / 60);
            json_number(json, "minutes-unwanted", period->unwanted / 60);
            json_object_end(json);
        }
        json_object_end(json);
    }
    json_array_end(json);
}

static void print_json(const struct play *play)
{
    owned(json) json = json_new();
    json_object(json);
    json_count(json, "seed", play->options.seed);
    json_count(json, "days", play->options.days);
    json_count(json, "now", play->options.now);
    json_text(json, "language", play->options.language);
    json_her(json, play);
    json_strategies(json, play);
    json_periods(json, play);
    json_object_end(json);
    json_print(json);
}

static enum status run_play(const struct world_options *options, bool json, struct err *err)
{
    struct play result;
    struct bar bar = bar_start();
    enum status status = play(options, bar.terminal ? bar_draw : NULL, &bar, &result, err);
    bar_end(&bar);
    if (status)
        return status;
    json ? print_json(&result) : play_print(&result, stdout);
    return STATUS_OK;
}

enum status cmd_simulate(struct reader *reader, int argc, char **argv, struct err *err)
{
    (void)reader;
    int seed = 1, days = 365, live = -1;
    gboolean plays = FALSE, json = FALSE;
    gint64 now = 0;
    g_autofree char *language = NULL;
    const GOptionEntry entries[] = {
        {"play", 0, 0, G_OPTION_ARG_NONE, &plays, "Live the days without heed and with it; write nothing",
         NULL},
        {"seed", 0, 0, G_OPTION_ARG_INT, &seed, "Another number is another world (1)", "N"},
        {"days", 0, 0, G_OPTION_ARG_INT, &days, "Days of past mail, or of play (365)", "N"},
        {"live", 0, 0, G_OPTION_ARG_INT, &live, "Days to be delivered live after it (1)", "N"},
        {"language", 0, 0, G_OPTION_ARG_STRING, &language, "en or de (en)", "LANGUAGE"},
        {"now", 0, 0, G_OPTION_ARG_INT64, &now, "When the last day ends (the clock)", "EPOCH"},
        {"json", 0, 0, G_OPTION_ARG_NONE, &json, "With --play, for programs", NULL},
        G_OPTION_ENTRY_NULL};
    enum status status = verb_options(entries, &argc, &argv, err);
    if (status != STATUS_OK)
        return status;
    if (argc != (plays ? 1 : 2))
        return err_set(err, STATUS_USAGE,
                       plays ? "--play takes no DIRECTORY: it writes nothing"
                             : "simulate needs one DIRECTORY, new or empty");
    if (plays ? live != -1 : json)
        return err_set(err, STATUS_USAGE,
                       plays ? "--live does not go with --play" : "--json needs --play");
    if (seed < 0 || days < 0 || live < -1 || now < 0)
        return err_set(err, STATUS_USAGE, "simulate: numbers must not be negative");

    struct world_options options = {.seed = (uint32_t)seed,
                                    .days = (unsigned)days,
                                    .live_days = plays ? 0 : live == -1 ? 1 : (unsigned)live,
                                    .language = language ? language : "en",
                                    .now = now};
    return plays ? run_play(&options, json, err) : world_write(&options, argv[1], err);
}
