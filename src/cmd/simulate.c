/* `heed simulate`: reads the command line for a made-up consumer's mail, writes it out or plays it; the
 * world itself is src/sim. */
#include <stdio.h>
#include <string.h>

#include "progress.h"
#include "options.h"
#include "simulate-json.h"
#include "verb.h"

#include "../sim/stand.h"

struct asked {
    int seed, seeds, days, settle, live;
    gboolean plays, json;
    gint64 now;
    char *language, *consumers, *strategies;
};

/* "en", "en,fr", or "all". */
static enum status read_languages(const char *text, struct stand *stand, struct err *err)
{
    static const char *const known[STAND_LANGUAGES + 1] = {"en", "de", "fr", NULL};
    bool all = !strcmp(text, "all");
    g_auto(GStrv) names = g_strsplit(text, ",", STAND_LANGUAGES + 1);
    for (char **name = names; !all && *name; name++)
        if (!g_strv_contains(known, *name))
            return err_set(err, STATUS_USAGE, "%s: the made-up world speaks en, de and fr", *name);
    for (const char *const *name = known; *name; name++)
        if (all || g_strv_contains((const char *const *)names, *name))
            stand->languages[stand->n_languages++] = *name;
    return stand->n_languages ? STATUS_OK : err_set(err, STATUS_USAGE, "--language is empty");
}

static enum status run_play(const struct asked *asked, struct stand *stand, struct err *err)
{
    enum status status = read_languages(asked->language ? asked->language : "en", stand, err);
    if (!status)
        status = consumers_load(asked->consumers, stand->consumers, &stand->n_consumers, err);
    if (!status)
        status = strategies_load(asked->strategies, stand->strategies, &stand->n_strategies, err);
    if (status)
        return status;
    struct bar bar = bar_start();
    status = stand_run(stand, bar.terminal ? bar_draw : NULL, &bar, err);
    bar_end(&bar);
    if (!status)
        asked->json ? simulate_json(stand) : stand_print(stand, stdout);
    stand_clear(stand);
    return status;
}

static enum status simulate_play(const struct asked *asked, struct err *err)
{
    g_autofree struct stand *stand = g_new0(struct stand, 1);
    stand->seed = (uint32_t)asked->seed;
    stand->seeds = (unsigned)asked->seeds;
    stand->days = (unsigned)asked->days;
    stand->settle = (unsigned)asked->settle;
    stand->now = asked->now;
    return run_play(asked, stand, err);
}

static enum status simulate_write(const struct asked *asked, const char *folder, struct err *err)
{
    struct world_options options = {.seed = (uint32_t)asked->seed,
                                    .days = (unsigned)asked->days,
                                    .live_days = asked->live == -1 ? 1 : (unsigned)asked->live,
                                    .language = asked->language ? asked->language : "en",
                                    .now = asked->now};
    return world_write(&options, folder, err);
}

/* What can be meant. */
static enum status check_asked(const struct asked *asked, int argc, struct err *err)
{
    bool for_play = asked->json || asked->consumers || asked->strategies || asked->seeds != 1;
    if (argc != (asked->plays ? 1 : 2))
        return err_set(err, STATUS_USAGE,
                       asked->plays ? "--play takes no DIRECTORY: it writes nothing"
                                    : "simulate needs one DIRECTORY, new or empty");
    if (asked->plays ? asked->live != -1 : for_play)
        return err_set(err, STATUS_USAGE,
                       asked->plays ? "--live does not go with --play"
                                    : "--json, --seeds, --consumers and --strategies need --play");
    if (asked->seed < 0 || asked->days < 0 || asked->settle < 0 || asked->live < -1 || asked->now < 0)
        return err_set(err, STATUS_USAGE, "simulate: numbers must not be negative");
    if (asked->seeds < 1 || asked->seeds > STAND_SEEDS)
        return err_set(err, STATUS_USAGE, "--seeds must be 1 to %d", STAND_SEEDS);
    return STATUS_OK;
}

enum status cmd_simulate(struct reader *reader, int argc, char **argv, struct err *err)
{
    (void)reader;
    struct asked asked = {.seed = 1, .seeds = 1, .days = 365, .settle = 60, .live = -1};
    const GOptionEntry entries[] = {
        {"play", 0, 0, G_OPTION_ARG_NONE, &asked.plays,
         "Live the days without heed and with it; write nothing", NULL},
        {"seed", 0, 0, G_OPTION_ARG_INT, &asked.seed, "Another number is another world (1)", "N"},
        {"seeds", 0, 0, G_OPTION_ARG_INT, &asked.seeds, "With --play, so many worlds from that one on (1)",
         "N"},
        {"days", 0, 0, G_OPTION_ARG_INT, &asked.days, "Days of past mail, or of play (365)", "N"},
        {"settle", 0, 0, G_OPTION_ARG_INT, &asked.settle, "With --play, days before it counts (60)", "N"},
        {"live", 0, 0, G_OPTION_ARG_INT, &asked.live, "Days to be delivered live after it (1)", "N"},
        {"language", 0, 0, G_OPTION_ARG_STRING, &asked.language, "en, de or fr (en); with --play also all",
         "LANGUAGE"},
        {"consumers", 0, 0, G_OPTION_ARG_FILENAME, &asked.consumers, "With --play, who reads (ten)", "FILE"},
        {"strategies", 0, 0, G_OPTION_ARG_FILENAME, &asked.strategies, "With --play, what brands do",
         "FILE"},
        {"now", 0, 0, G_OPTION_ARG_INT64, &asked.now, "When the last day ends (1 January 2026)", "EPOCH"},
        {"json", 0, 0, G_OPTION_ARG_NONE, &asked.json, "With --play, for programs", NULL},
        G_OPTION_ENTRY_NULL};
    enum status status = verb_options(entries, &argc, &argv, err);
    if (status == STATUS_OK)
        status = check_asked(&asked, argc, err);
    if (status == STATUS_OK)
        status = asked.plays ? simulate_play(&asked, err) : simulate_write(&asked, argv[1], err);
    g_free(asked.language);
    g_free(asked.consumers);
    g_free(asked.strategies);
    return status;
}
