/* How long ago, for a person. */
#ifndef HEED_WHEN_H
#define HEED_WHEN_H

#include <stdint.h>
#include <stdio.h>

#include <glib.h>

#include "base/days.h"

#define WHEN_SIZE 48

/* "4 minutes ago", "3 hours ago", "12 days ago", "never"; "in the future" where the clock was set back.
 * Returns BUFFER of WHEN_SIZE. */
static inline const char *when_ago(int64_t then, int64_t now, char *buffer)
{
    static const struct {
        int64_t seconds;
        const char *name;
    } units[] = {{DAY, "day"}, {3600, "hour"}, {60, "minute"}, {1, "second"}};
    int64_t ago = now - then;
    unsigned unit = 0;
    if (!then || ago < 0) {
        g_snprintf(buffer, WHEN_SIZE, "%s", then ? "in the future" : "never");
        return buffer;
    }
    while (unit < G_N_ELEMENTS(units) - 1 && ago < 2 * units[unit].seconds)
        unit++;
    int64_t n = ago / units[unit].seconds;
    g_snprintf(buffer, WHEN_SIZE, "%" G_GINT64_FORMAT " %s%s ago", n, units[unit].name, n == 1 ? "" : "s");
    return buffer;
}

#endif
