/* `heed sync`: meant for notmuch's post-new hook and a timer; silent when all is well. */
#include <stdio.h>
#include <time.h>
#include <unistd.h>

#include "store/book-state.h"
#include "front/sync.h"
#include "options.h"
#include "verb.h"

enum status cmd_sync(struct reader *reader, int argc, char **argv, struct err *err)
{
    gboolean verbose = FALSE;
    gint seconds = 30;
    const GOptionEntry entries[] = {
        {"verbose", 'v', 0, G_OPTION_ARG_NONE, &verbose, "Say what was done", NULL},
        {"wait", 0, 0, G_OPTION_ARG_INT, &seconds, "Wait so long for the index (30)", "SECONDS"},
        G_OPTION_ENTRY_NULL,
    };
    struct follow_report report;
    enum status status = verb_options(entries, &argc, &argv, err);
    if (!status && argc > 1)
        status = err_set(err, STATUS_USAGE, "unexpected argument");
    if (!status && (seconds < 0 || seconds > 3600))
        status = err_set(err, STATUS_USAGE, "--wait takes 0 to 3600 seconds");
    if (status)
        return status;
    status = sync_reader(reader, time(NULL), seconds, false, &report, err);
    if (reader->trouble)
        fprintf(stderr, "heed sync: %s\n", reader->trouble);
    if (!status && report.unreadable)
        fprintf(
            stderr,
            "heed sync: %u files could not be read; nothing is learned from them before the next heed init\n",
            report.unreadable);
    if (!status && report.left)
        fprintf(stderr, "heed sync: %u files are delivered but cannot be indexed; heed doctor names them\n",
                report.left);
    if (!status)
        reader_note_run(reader, RUN_SYNC, time(NULL));
    if (!status && verbose)
        printf("%u looked at, %u new, %u vanished, %u tagged\n", report.messages, report.fresh, report.gone,
               report.placed);
    return status;
}
