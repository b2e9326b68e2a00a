/* Reads calendars by lines, as far as it takes to tell whether an event is still to come. */
#include <stdio.h>
#include <string.h>

#include <glib.h>

#include "base/days.h"
#include "base/when.h"
#include "mail/calendar.h"

#define MOST_LINES 20000
#define MOST_EXCLUDED 64
#define MOST_STEPS 2400 /* of months: two hundred years */

enum frequency { ONCE, DAILY, WEEKLY, MONTHLY, YEARLY };

struct reading {
    bool inside; /* a VEVENT, and no part of it */
    int64_t start, until;
    enum frequency frequency;
    unsigned interval, count;
    int64_t excluded[MOST_EXCLUDED];
    unsigned n_excluded, attendees;
    char summary[EVENT_SUMMARY];
};

/* Noon of the day that VALUE (20261212, 20261212T100000Z) begins with, or 0. */
static int64_t day_of(const char *value)
{
    int year, month, day;
    if (sscanf(value, "%4d%2d%2d", &year, &month, &day) != 3)
        return 0;
    g_autoptr(GDateTime) noon = g_date_time_new_utc(year, month, day, 12, 0, 0);
    return noon ? g_date_time_to_unix(noon) : 0;
}

/* The value of part NAME of a rule ("FREQ=WEEKLY;COUNT=3"), or NULL. */
static const char *part_of(const char *rule, const char *name)
{
    size_t len = strlen(name);
    for (const char *p = rule; p; p = strchr(p, ';')) {
        p += *p == ';';
        if (!g_ascii_strncasecmp(p, name, len) && p[len] == '=')
            return p + len + 1;
    }
    return NULL;
}

static void read_rule(struct reading *r, const char *rule)
{
    static const char *const names[] = {"", "DAILY", "WEEKLY", "MONTHLY", "YEARLY"};
    const char *frequency = part_of(rule, "FREQ"), *interval = part_of(rule, "INTERVAL");
    const char *count = part_of(rule, "COUNT"), *until = part_of(rule, "UNTIL");
    for (int i = DAILY; frequency && i <= YEARLY; i++)
        if (!g_ascii_strncasecmp(frequency, names[i], strlen(names[i])))
            r->frequency = (enum frequency)i;
    r->interval = interval ? (unsigned)CLAMP(g_ascii_strtoll(interval, NULL, 10), 1, 1000) : 1;
    r->count = count ? (unsigned)CLAMP(g_ascii_strtoll(count, NULL, 10), 1, 100000) : 0;
    r->until = until ? day_of(until) : 0;
}

static void exclude(struct reading *r, const char *days)
{
    for (const char *p = days; p && r->n_excluded < MOST_EXCLUDED; p = strchr(p, ',')) {
        p += *p == ',';
        r->excluded[r->n_excluded++] = day_of(p);
    }
}

/* The Nth time after the first that it begins, or 0. */
static int64_t begins(const struct reading *r, unsigned n)
{
    if (r->frequency == DAILY || r->frequency == WEEKLY)
        return r->start + (int64_t)n * r->interval * (r->frequency == WEEKLY ? 7 : 1) * DAY;
    g_autoptr(GDateTime) start = g_date_time_new_from_unix_utc(r->start);
    int months = (int)MIN((int64_t)n * r->interval * (r->frequency == YEARLY ? 12 : 1), 12 * 400);
    g_autoptr(GDateTime) then = start ? g_date_time_add_months(start, months) : NULL;
    return then ? g_date_time_to_unix(then) : 0;
}

static int64_t last_day(const struct reading *r)
{
    if (r->frequency == ONCE)
        return r->start;
    if (r->count)
        return begins(r, r->count - 1);
    return r->until ? r->until : EVENT_FOR_EVER;
}

static bool is_excluded(const struct reading *r, int64_t day)
{
    for (unsigned i = 0; i < r->n_excluded; i++)
        if (r->excluded[i] == day)
            return true;
    return false;
}

static int64_t next_day(const struct reading *r, int64_t since, int64_t last)
{
    unsigned n = 0;
    if (r->frequency == ONCE)
        return r->start;
    since = MIN(since, last);
    if ((r->frequency == DAILY || r->frequency == WEEKLY) && since > r->start)
        n = (unsigned)((since - r->start) / DAY / (r->interval * (r->frequency == WEEKLY ? 7 : 1)));
    int64_t day = r->start;
    for (unsigned steps = 0; steps < MOST_STEPS; steps++, n++) {
        int64_t next = begins(r, n);
        if (!next || next > last)
            break;
        day = next;
        if (when_day_ends(day) >= since && !is_excluded(r, day))
            break;
    }
    return day;
}

/* VALUE without its escapes (RFC 5545 3.3.11), cut between characters. */
static void read_summary(struct reading *r, const char *value)
{
    size_t len = 0;
    for (; *value && len + 1 < sizeof r->summary; value++) {
        bool escape = *value == '\\' && value[1];
        value += escape;
        r->summary[len++] = escape && (*value | 0x20) == 'n' ? ' ' : *value;
    }
    while (*value && len && r->summary[len - 1] & 0x80 && (r->summary[--len] & 0xc0) == 0x80)
        continue;
    r->summary[len] = '\0';
}

/* The event that comes first of those that are to come, else that was last. */
static void take(const struct reading *r, int64_t since, struct event *event)
{
    int64_t last = last_day(r), day = next_day(r, since, last);
    bool ahead = when_day_ends(day) >= since, other = when_day_ends(event->day) >= since;
    bool sooner = ahead && (!other || day < event->day), later = !ahead && !other && day > event->day;
    if (!event->day || sooner || later) {
        event->day = day;
        memcpy(event->summary, r->summary, sizeof event->summary);
    }
    event->until = MAX(event->until, last);
    event->attendees = MAX(event->attendees, r->attendees);
}

/* LINE is "NAME;PARAMETERS:VALUE". */
static void read_line(struct reading *r, const char *line, int64_t since, struct event *event)
{
    size_t name = strcspn(line, ";:");
    const char *value = line + name;
    for (bool quoted = false; *value && (*value != ':' || quoted); value++)
        quoted ^= *value == '"';
    value += *value == ':';
#define IS(word) (name == strlen(word) && !g_ascii_strncasecmp(line, word, name))
    if (IS("BEGIN")) {
        bool begins_event = !g_ascii_strcasecmp(value, "VEVENT");
        if (begins_event)
            *r = (struct reading){.inside = true};
        else
            r->inside = false;
    } else if (IS("END")) {
        if (!g_ascii_strcasecmp(value, "VEVENT") && r->start)
            take(r, since, event);
        r->inside = g_ascii_strcasecmp(value, "VEVENT") && r->start;
    } else if (r->inside && IS("DTSTART")) {
        r->start = day_of(value);
    } else if (r->inside && IS("RRULE")) {
        read_rule(r, value);
    } else if (r->inside && IS("EXDATE")) {
        exclude(r, value);
    } else if (r->inside && IS("ATTENDEE")) {
        r->attendees++;
    } else if (r->inside && IS("SUMMARY")) {
        read_summary(r, value);
    }
#undef IS
}

bool calendar_read(const char *calendar, int64_t since, struct event *event)
{
    struct reading r = {0};
    g_autoptr(GString) line = g_string_new(NULL);
    *event = (struct event){0};
    for (unsigned n = 0; *calendar && n < MOST_LINES; n++) {
        size_t len = strcspn(calendar, "\r\n");
        bool folded = *calendar == ' ' || *calendar == '\t'; /* RFC 5545 3.1 */
        if (!folded) {
            read_line(&r, line->str, since, event);
            g_string_truncate(line, 0);
        }
        g_string_append_len(line, calendar + folded, (gssize)len - folded);
        calendar += len;
        calendar += *calendar == '\r' && calendar[1] == '\n' ? 2 : *calendar ? 1 : 0;
    }
    read_line(&r, line->str, since, event);
    return event->day != 0;
}

bool calendar_answers(const char *calendar, const char *method)
{
    static const char *const answers[] = {"REPLY", "COUNTER", "REFRESH"};
    const char *line = calendar;
    for (int n = 0; !method && line && n < MOST_LINES; n++) {
        if (!g_ascii_strncasecmp(line, "METHOD:", 7))
            method = line + 7;
        line = strchr(line, '\n');
        line = line ? line + 1 : NULL;
    }
    for (size_t i = 0; method && i < G_N_ELEMENTS(answers); i++) {
        size_t length = strlen(answers[i]);
        if (!g_ascii_strncasecmp(method, answers[i], length) && !g_ascii_isalpha(method[length]))
            return true;
    }
    return false;
}
