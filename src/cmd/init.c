/* `heed init`: look back over the whole index and build the book. Needs no terminal; shows progress on
 * one. */
#include <stdio.h>
#include <time.h>

#include "follow.h"
#include "progress.h"
#include "verb.h"

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
    if (status)
        return status;
    printf("Looked back over %u messages in %.1f s.\n", report.messages,
           bar_seconds(&bar));
    if (report.unreadable)
        printf("%u files of the index could not be read; run notmuch new.\n", report.unreadable);
    if (!*sources->config->authserv_ids)
        printf("No server's Authentication-Results are trusted: set [trust] authserv-id in\n%s.\n",
               sources->config->user_file);
    return STATUS_OK;
}
