/* `heed init`: look back over the whole index and build the book. Needs no terminal; shows progress on
 * one. */
#include <stdio.h>
#include <time.h>

#include "follow.h"
#include "progress.h"
#include "text.h"
#include "verb.h"

/* Nobody is trusted yet: who might be. */
static void print_offer(const struct config *config, const struct follow_report *report)
{
    g_autofree char *name = text_clean(report->offered, 130);
    printf("No server's Authentication-Results are trusted, so forged mail cannot be told.\n");
    if (!*name) {
        printf("No message has such a field where your mail server would write it; see heed-config(5).\n");
        return;
    }
    printf("%u messages have those of %s where your mail server would write. If that is your server or\n"
           "provider, put this into %s and run heed init again:\n\n    [trust]\n    authserv-id=%s\n\n",
           report->offers, name + strspn(name, "+*."), config->user_file, name);
}

enum status cmd_init(struct sources *sources, int argc, char **argv, struct err *err)
{
    struct bar bar = bar_start();
    struct follow_report report;
    enum status status = verb_options(NULL, &argc, &argv, err);
    if (!status && argc > 1)
        status = err_set(err, STATUS_USAGE, "unexpected argument");
    if (!status)
        status = sources_open_book(sources, err);
    if (!status)
        status = follow_all(sources, time(NULL), bar.terminal ? bar_draw : NULL, &bar, &report, err);
    bar_end(&bar);
    if (sources->trouble)
        fprintf(stderr, "heed init: %s\n", sources->trouble);
    if (status)
        return status;
    printf("Looked back over %u messages in %.1f s.\n", report.messages,
           bar_seconds(&bar));
    if (report.unreadable)
        printf("%u files of the index could not be read; run notmuch new.\n", report.unreadable);
    if (!*sources->config->authserv_ids)
        print_offer(sources->config, &report);
    return STATUS_OK;
}
