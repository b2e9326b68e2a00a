/* How far, and how long still. */
#include <stdint.h>
#include <stdio.h>
#include <unistd.h>

#include "progress.h"

#define COLUMNS 40

struct bar bar_start(void)
{
    return (struct bar){.terminal = isatty(STDERR_FILENO), .started = g_get_monotonic_time()};
}

double bar_seconds(const struct bar *bar)
{
    return (double)(g_get_monotonic_time() - bar->started) / 1e6;
}

void bar_draw(unsigned done, unsigned total, void *data)
{
    struct bar *bar = data;
    gint64 now = g_get_monotonic_time();
    if (now - bar->drawn < 100000 || total == 0)
        return;
    bar->drawn = now;
    done = MIN(done, total);
    int filled = (int)((uint64_t)COLUMNS * done / total);
    fprintf(stderr, "\r[%.*s%*s] %u of %u, %.0f s left ", filled, "########################################",
            COLUMNS - filled, "", done, total, bar_seconds(bar) / MAX(done, 1) * (total - done));
}

void bar_end(const struct bar *bar)
{
    if (bar->terminal)
        fprintf(stderr, "\r%*s\r", COLUMNS + 40, "");
}
