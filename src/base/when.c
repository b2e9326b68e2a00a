/* Dates, days and spans of time. Knows nothing of ranges. */
#include <string.h>
#include <time.h>

#include <glib.h>

#include "base/days.h"
#include "base/when.h"

#define MOST 10000 /* of a unit */

/* The number at *AT, which is moved behind it; -1 where there is none of as many as DIGITS. */
static int number_at(const char **at, size_t digits)
{
    size_t length = strspn(*at, "0123456789");
    if (!length || (digits && length != digits) || length > 5)
        return -1;
    g_autofree char *text = g_strndup(*at, length);
    *at += length;
    return (int)g_ascii_strtoll(text, NULL, 10);
}

/* A year, month or day of the local calendar: what ends it is where the next begins. */
static bool read_date(const char *text, int64_t *first, int64_t *last)
{
    const char *at = text;
    int year = number_at(&at, 4), month = 1, day = 1, parts = 1;
    if (*at == '-' && (at++, month = number_at(&at, 2), parts++, *at == '-'))
        at++, day = number_at(&at, 2), parts++;
    if (year < 1 || month < 0 || day < 0 || *at)
        return false;
    g_autoptr(GDateTime) begin = g_date_time_new_local(year, month, day, 0, 0, 0);
    g_autoptr(GDateTime) end = !begin       ? NULL
                               : parts == 1 ? g_date_time_add_years(begin, 1)
                               : parts == 2 ? g_date_time_add_months(begin, 1)
                                            : g_date_time_add_days(begin, 1);
    if (!begin || !end)
        return false;
    *first = g_date_time_to_unix(begin);
    *last = g_date_time_to_unix(end) - 1;
    return true;
}

static bool read_day(const char *text, int64_t now, int64_t *first, int64_t *last)
{
    int before = g_ascii_strcasecmp(text, "today") == 0       ? 0
                 : g_ascii_strcasecmp(text, "yesterday") == 0 ? 1
                                                               : -1;
    g_autoptr(GDateTime) at = before < 0 ? NULL : g_date_time_new_from_unix_local(now);
    g_autoptr(GDateTime) that = at ? g_date_time_add_days(at, -before) : NULL;
    g_autofree char *date = that ? g_date_time_format(that, "%Y-%m-%d") : NULL;
    return date && read_date(date, first, last);
}

/* How many letters of a unit's name are there; 0: another one's. A single m is a minute, M a month. */
static size_t unit_length(const char *text, const char *name)
{
    size_t length = 0, letters = 0;
    while (g_ascii_isalpha(text[letters]))
        letters++;
    if (letters == 1 && (*text == 'M' || *text == 'm'))
        return strcmp(name, *text == 'M' ? "months" : "minutes") == 0;
    while (length < letters && g_ascii_tolower(text[length]) == name[length])
        length++;
    return length == letters ? length : 0;
}

static GDateTime *take_back(GDateTime *from, const char **at)
{
    static const char *const units[] = {"years", "months", "weeks", "days",    "hours",
                                        "hrs",   "minutes", "mins",  "seconds", "secs"};
    int count = number_at(at, 0);
    size_t unit = 0, length = 0;
    while (count >= 0 && unit < G_N_ELEMENTS(units) && !(length = unit_length(*at, units[unit])))
        unit++;
    if (!length || count > MOST)
        return NULL;
    *at += length;
    switch (unit) {
    case 0: return g_date_time_add_years(from, -count);
    case 1: return g_date_time_add_months(from, -count);
    case 2: return g_date_time_add_weeks(from, -count);
    case 3: return g_date_time_add_days(from, -count);
    case 4:
    case 5: return g_date_time_add_hours(from, -count);
    case 6:
    case 7: return g_date_time_add_minutes(from, -count);
    default: return g_date_time_add_seconds(from, -count);
    }
}

static bool read_span(const char *text, int64_t now, int64_t *first, int64_t *last)
{
    GDateTime *then = g_date_time_new_from_unix_local(now);
    for (const char *at = text; then && *at;) {
        GDateTime *before = take_back(then, &at);
        g_date_time_unref(then);
        then = before;
    }
    if (then)
        *first = *last = g_date_time_to_unix(then);
    g_clear_pointer(&then, g_date_time_unref);
    return *text && *last;
}

static int64_t east_of_utc(int64_t when)
{
    time_t t = (time_t)when;
    struct tm tm;
    return localtime_r(&t, &tm) ? tm.tm_gmtoff : 0;
}

int64_t when_day(int64_t when)
{
    int64_t local = when + east_of_utc(when);
    return local - (local % DAY + DAY) % DAY + DAY / 2;
}

int64_t when_day_ends(int64_t day)
{
    return day + DAY / 2 - east_of_utc(day);
}

bool when_read(const char *text, int64_t now, int64_t *first, int64_t *last)
{
    *first = *last = 0;
    if (*text == '@') {
        char *end;
        *first = *last = g_ascii_strtoll(text + 1, &end, 10);
        return end > text + 1 && !*end;
    }
    if (g_ascii_strcasecmp(text, "now") == 0) {
        *first = *last = now;
        return true;
    }
    return read_day(text, now, first, last) || read_date(text, first, last) ||
           read_span(text, now, first, last);
}
