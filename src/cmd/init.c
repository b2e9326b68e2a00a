/* `heed init`: look back over the whole index and build the book. Needs no terminal; shows progress on
 * one. */
#include <stdio.h>
#include <time.h>
#include <unistd.h>

#include "follow.h"
#include "text.h"
#include "verb.h"

#define BAR_COLUMNS 40

struct bar {
    gint64 started; /* microseconds */
    gint64 drawn;
};

static void draw(unsigned done, unsigned total, void *data)
{
    struct bar *bar = data;
    gint64 now = g_get_monotonic_time();
    if (now - bar->drawn < 100000 || total == 0)
        return;
    bar->drawn = now;
    unsigned filled = (unsigned)((uint64_t)BAR_COLUMNS * MIN(done, total) / total);
    double left = (double)(now - bar->started) / 1e6 * (total - MIN(done, total)) / MAX(done, 1);
    fprintf(stderr, "\r[%.*s%*s] %u of %u, %.0f s left ", (int)filled,
            "########################################", (int)(BAR_COLUMNS - filled), "", done, total, left);
}

enum status cmd_init(struct sources *sources, int argc, char **argv, struct err *err)
{
    bool terminal = isatty(STDERR_FILENO);
    struct bar bar = {g_get_monotonic_time(), 0};
    struct follow_report report;
    enum status status = verb_options(NULL, &argc, &argv, err);
    if (!status && argc > 1)
        status = err_set(err, STATUS_USAGE, "unexpected argument");
    if (!status)
        status = sources_open_book(sources, err);
    if (!status)
        status = follow_all(sources, time(NULL), terminal ? draw : NULL, &bar, &report, err);
    if (terminal)
        fprintf(stderr, "\r%*s\r", BAR_COLUMNS + 40, "");
    if (status)
        return status;
    printf("Looked back over %u messages in %.1f s.\n", report.messages,
           (double)(g_get_monotonic_time() - bar.started) / 1e6);
    if (report.unreadable)
        printf("%u files of the index could not be read; run notmuch new.\n", report.unreadable);
    if (!*sources->config->authserv_ids)
        printf("No server's Authentication-Results are trusted: set [trust] authserv-id in\n%s.\n",
               sources->config->user_file);
    return STATUS_OK;
}
