/* A progress bar on standard error, where that is a terminal. */
#ifndef HEED_PROGRESS_H
#define HEED_PROGRESS_H

#include <stdbool.h>

#include <glib.h>

struct bar {
    bool terminal;
    gint64 started, drawn; /* microseconds, monotonic */
};

struct bar bar_start(void);
void bar_draw(unsigned done, unsigned total, void *bar); /* a follow_progress */
void bar_end(const struct bar *bar);
double bar_seconds(const struct bar *bar); /* since the start */

#endif
