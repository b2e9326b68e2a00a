/* What a message says to programs: markup of schema.org, calendars. */
#include <stdio.h>
#include <string.h>

#include "base/days.h"
#include "mail/calendar.h"
#include "message-build.h"

#define MAX_NAMES 50
#define MAX_CLAIMS 20

void build_schema(struct build *build, const char *type)
{
    GPtrArray *schemas = build->schemas;
    for (guint i = 0; i < schemas->len; i++)
        if (!strcmp(schemas->pdata[i], type))
            return;
    if (schemas->len < MAX_NAMES)
        g_ptr_array_add(schemas, build_string(build, type));
}

void build_claim(struct build *build, const char *number)
{
    if (build->claims->len < MAX_CLAIMS)
        g_ptr_array_add(build->claims, build_string(build, number));
}

void build_told(struct build *build, const char *name)
{
    g_autofree char *clean = text_utf8(name);
    if (build->told->len < MAX_CLAIMS)
        g_ptr_array_add(build->told, build_string(build, clean));
}

static int64_t written_at(const struct message *message)
{
    return message->received ? message->received : message->date;
}

/* The first that is not past when it was written. */
void build_day(struct build *build, const char *date)
{
    int year, month, day;
    g_autoptr(GDateTime) noon = sscanf(date, "%4d-%2d-%2d", &year, &month, &day) == 3
                                    ? g_date_time_new_utc(year, month, day, 12, 0, 0)
                                    : NULL;
    int64_t when = noon ? g_date_time_to_unix(noon) : 0;
    if (when && !build->told_day && when >= written_at(&build->message) - DAY)
        build->told_day = when;
}

void build_calendar(struct build *build, const char *calendar, const char *method)
{
    struct message *m = &build->message;
    int64_t since = written_at(m);
    m->calendar_reply |= calendar_answers(calendar, method);
    if (!m->event.day && calendar_read(calendar, since, &m->event))
        m->calendar = MAX(m->event.day, m->event.until) >= since - DAY;
}
