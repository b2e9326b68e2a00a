/* `heed simulate`: reads the command line for a made-up consumer's mail; the world itself is src/sim. */
#include "verb.h"

#include "../sim/world.h"

enum status cmd_simulate(struct sources *sources, int argc, char **argv, struct err *err)
{
    (void)sources;
    int seed = 1, days = 365, live = 1;
    gint64 now = 0;
    g_autofree char *language = NULL;
    const GOptionEntry entries[] = {
        {"seed", 0, 0, G_OPTION_ARG_INT, &seed, "Another number is another world (1)", "N"},
        {"days", 0, 0, G_OPTION_ARG_INT, &days, "Days of past mail (365)", "N"},
        {"live", 0, 0, G_OPTION_ARG_INT, &live, "Days to be delivered live after it (1)", "N"},
        {"language", 0, 0, G_OPTION_ARG_STRING, &language, "en or de (en)", "LANGUAGE"},
        {"now", 0, 0, G_OPTION_ARG_INT64, &now, "When the live days end (the clock)", "EPOCH"},
        {NULL, 0, 0, 0, NULL, NULL, NULL}};
    enum status status = verb_options(entries, &argc, &argv, err);
    if (status != STATUS_OK)
        return status;
    if (argc != 2)
        return err_set(err, STATUS_USAGE, "simulate needs one DIRECTORY, new or empty");
    if (seed < 0 || days < 0 || live < 0 || now < 0)
        return err_set(err, STATUS_USAGE, "simulate: numbers must not be negative");

    struct world_options options = {.seed = (uint32_t)seed,
                                    .days = (unsigned)days,
                                    .live_days = (unsigned)live,
                                    .language = language ? language : "en",
                                    .now = now};
    return world_write(&options, argv[1], err);
}
