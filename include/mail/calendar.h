/* Events of a calendar part (RFC 5545), by the day. */
#ifndef HEED_MAIL_CALENDAR_H
#define HEED_MAIL_CALENDAR_H

#include <stdbool.h>
#include <stdint.h>

#define EVENT_FOR_EVER INT64_MAX
#define EVENT_SUMMARY 160 /* bytes */

/* Days are noon, UTC, of the day as the calendar writes it. */
struct event {
    int64_t day;        /* when it next begins; where that is over, when it last did; 0: there is none */
    int64_t until;      /* the last day on which it begins; EVENT_FOR_EVER */
    unsigned attendees; /* who is asked to come, as far as it says */
    char summary[EVENT_SUMMARY]; /* what it is, of the one on that day; or "" */
};

/* Reads of CALENDAR the event that comes next from SINCE (seconds since the epoch) on: its first day, or one
 * of those on which it recurs (RRULE, but for the days within a week or a month; EXDATE). False where no
 * event has a day. Pure. */
bool calendar_read(const char *calendar, int64_t since, struct event *event);

/* Whether CALENDAR answers an invitation (RFC 5546 3.2: REPLY, COUNTER, REFRESH). METHOD is what its part's
 * type says; NULL: nothing, then its own METHOD counts. Pure. */
bool calendar_answers(const char *calendar, const char *method);

#endif
