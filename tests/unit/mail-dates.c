/* Days that a text names, and numbers of telephones, which look like them. */
#include "mail/calendar.h"
#include "mail/dates.h"
#include "mail/telephone.h"
#include "mail/words.h"
#include "mail/message.h"
#include "base/when.h"
#include "unit.h"

#define HOUR 3600
#define NOON(days) ((int64_t)(days)*86400 + 43200)
#define NOW NOON(20779) /* 22 November 2026 */

static void text_names_days(void)
{
    static const struct {
        const char *text;
        int64_t day; /* since 1970; 0: none */
    } rows[] = {
        {"Your flight on 12 December 2026", 20799},
        {"Your flight on December 12th, 2026 at 10:40", 20799},
        {"Dec 12", 20799},
        {"Ihr Termin am 12. Dezember", 20799},
        {"Ihr Termin am 12.12.2026 um 9 Uhr", 20799},
        {"su cita del 12 de diciembre de 2026", 20799},
        {"le 1er d\303\251cembre", 20788},
        {"2026-12-12", 20799},
        {"from 24 December to 2 January", 20820}, /* the last one */
        {"on 22 November, today", 20779},
        {"ordered on 3 November 2026", 0},        /* past */
        {"on 3 November", 0},                     /* this month's, not next year's */
        {"on 12/11/2026", 0},
        {"Los Angeles, en suite, 129 per night, from 05/12/2026", 0}, /* English has these words */
        {"El Paso: 3 die, 2 for the price of one, 05/12/2026 et al", 0},
        {"der Zug und das Schiff, 05/12/2026", 20792},
        {"reserva para dos en una sala, 05/12/2026", 20792},
        {"il viaggio di due giorni, 05/12/2026", 20792},
        {"het hotel en een kamer, 05/12/2026", 20792},
        {"votre chambre et vos places, 05/12/2026", 20792},
        {"jusqu'au 12/12/2026", 20799},
        {"Nur noch bis 24.12. buchbar", 20811},
        {"Am Do. 24.12. um 20 Uhr", 20811},
        {"So 2.5 Mio, Version 4.10, ab 3.12 EUR", 0},
        {"le 11/12/2026 \303\240 20h", 20798},
        {"on 12/24/2026, on 24/12/26", 20811},
        {"31/02/2027, 13/13/2027, 24/12", 0},
        {"20 grudnia 2026", 20807},
        {"24 \320\264\320\265\320\272\320\260\320\261\321\200\321\217 2026", 20811},
        {"den 5 maj 2027", 20943},
        {"24 Aral\304\261k 2026", 20811},
        {"2026年12月12日（土）", 20799},
        {"12월 12일까지", 20799},
        {"31 February 2027, 0 March, 32 April", 0},
        {"May 2027 bring you 12 joys of march", 0},
        {"version 1.12.20260", 0},
        {"in 9999999999 December", 0},
        {"", 0},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        g_test_message("%s", rows[i].text);
        owned(wording) text = wording_new(rows[i].text, MESSAGE_WORDS);
        g_assert_cmpint(dates_ahead(text, NOW).last, ==, rows[i].day ? NOON(rows[i].day) : 0);
    }
}

static void text_names_days_that_passed(void)
{
    static const struct {
        const char *text;
        int64_t day;
    } rows[] = {
        {"until 19 November 2026", 20776}, {"until 19 November", 20776}, {"until 3 January 2026", 0},
        {"until 12 December 2026", 0},     {"2026年11月19日", 20776},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        owned(wording) text = wording_new(rows[i].text, MESSAGE_WORDS);
        g_assert_cmpint(dates_ahead(text, NOW).passed, ==, rows[i].day ? NOON(rows[i].day) : 0);
    }
}

static int64_t next(const char *calendar, int64_t since)
{
    struct event event;
    return calendar_read(calendar, since, &event) ? event.day : 0;
}

static void calendar_names_its_day(void)
{
    g_assert_cmpint(next("BEGIN:VCALENDAR\r\nBEGIN:VTIMEZONE\r\nDTSTART:19700101T000000\r\nEND:VTIMEZONE\r\n"
                         "BEGIN:VEVENT\r\nDTSTART;TZID=\"Europe/Ber:lin\":20261212T103000\r\nEND:VEVENT\r\n", NOW),
                    ==, NOON(20799));
    g_assert_cmpint(next("BEGIN:VEVENT\nDTSTART;VALUE=DATE:2026\n 1212\nEND:VEVENT\n", NOW), ==, NOON(20799));
    g_assert_cmpint(next("BEGIN:VEVENT\nDTSTART\n:20261212\nEND:VEVENT\n", NOW), ==, 0);
    g_assert_cmpint(next("BEGIN:VEVENT\nDTSTART:tomorrow\nEND:VEVENT\n", NOW), ==, 0);
    g_assert_cmpint(next("BEGIN:VEVENT\nBEGIN:VALARM\nDTSTART:20261212\nEND:VALARM\nEND:VEVENT\n", NOW), ==, 0);
    g_assert_cmpint(next("BEGIN:VCALENDAR\nEND:VCALENDAR\n", NOW), ==, 0);
    g_assert_cmpint(next("", NOW), ==, 0);
}

#define EVENT(lines) "BEGIN:VEVENT\nDTSTART:20261212T100000Z\n" lines "END:VEVENT\n"

static void events_recur(void)
{
    static const struct {
        const char *calendar;
        int since, day, until; /* days since the epoch; -1: for ever */
    } rows[] = {
        {EVENT(""), 20800, 20799, 20799},
        {EVENT("RRULE:FREQ=WEEKLY\n"), 20900, 20904, -1},
        {EVENT("RRULE:INTERVAL=2;FREQ=WEEKLY\n"), 20900, 20911, -1},
        {EVENT("RRULE:FREQ=WEEKLY;COUNT=3\n"), 20900, 20813, 20813},
        {EVENT("RRULE:FREQ=DAILY;UNTIL=20261220T000000Z\n"), 20803, 20803, 20807},
        {EVENT("RRULE:FREQ=DAILY\nEXDATE;TZID=UTC:20261216T100000,20261217T100000\n"), 20803, 20805, -1},
        {EVENT("RRULE:FREQ=MONTHLY\n"), 20800, 20830, -1}, /* 2027-01-12 */
        {EVENT("RRULE:FREQ=YEARLY\n"), 20800, 21164, -1},
        {EVENT("RRULE:FREQ=HOURLY\n"), 20900, 20799, 20799},
        {EVENT("RRULE:FREQ=DAILY;INTERVAL=-5;COUNT=999999999\n"), 20900, 20900, 120798},
        {EVENT("") "BEGIN:VEVENT\nRECURRENCE-ID:20261219\nDTSTART:20261220\nEND:VEVENT\n", 20803, 20807, 20807},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        struct event event;
        g_test_message("%s", rows[i].calendar);
        g_assert_true(calendar_read(rows[i].calendar, NOON(rows[i].since), &event));
        g_assert_cmpint(event.day, ==, NOON(rows[i].day));
        g_assert_cmpint(event.until, ==, rows[i].until < 0 ? EVENT_FOR_EVER : NOON(rows[i].until));
    }
}

/* What it is called is the calendar's, when it begins and ends her clock's. */
static void days_are_the_local_clocks(void)
{
    static const struct {
        const char *zone;
        int64_t since, day; /* of "22 November", which is 20779; 0: past */
        int ends;           /* hours behind that noon */
    } rows[] = {
        {"UTC0", NOON(20779), 20779, 12},
        {"EAST-12", NOON(20779) - HOUR, 20779, 0},
        {"EAST-12", NOON(20779) + HOUR, 0, 0}, /* one in the morning, the next day */
        {"WEST10", NOON(20780) - 7 * HOUR, 20779, 22}, /* seven in the evening */
        {"WEST10", NOON(20780), 0, 22},
    };
    g_autofree char *before = g_strdup(getenv("TZ"));
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        setenv("TZ", rows[i].zone, 1);
        tzset();
        g_test_message("%s %zu", rows[i].zone, i);
        owned(wording) text = wording_new("only on 22 November", MESSAGE_WORDS);
        g_assert_cmpint(dates_ahead(text, rows[i].since).next, ==, rows[i].day ? NOON(rows[i].day) : 0);
        g_assert_cmpint(when_day_ends(NOON(20779)), ==, NOON(20779) + rows[i].ends * HOUR);
    }
    if (before)
        setenv("TZ", before, 1);
    else
        unsetenv("TZ");
    tzset();
}

static void telephones(void)
{
    static const struct {
        const char *text;
        bool telephone;
    } rows[] = {
        {"call us: +49 30 5550123", true},         {"(229) 555-0134", true},
        {"0800-555 0134, day and night", true},    {"229 555 0134", true},
        {"it is 1\u00a0(888)\u00a0555\u20110134", true},
        {"on 2026-12-24 18:00:00", false},         {"24.12.2026, 18.30", false},
        {"order 229555013412", false},             {"4 512 300", false},
        {"222 333 444 555", false},                {"", false},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        g_test_message("%s", rows[i].text);
        g_assert_cmpint(telephone_in(rows[i].text), ==, rows[i].telephone);
    }
}

int main(int argc, char **argv)
{
    unit_init(argc, argv);
    g_test_add_func("/dates/passed", text_names_days_that_passed);
    g_test_add_func("/dates/text", text_names_days);
    g_test_add_func("/dates/calendar", calendar_names_its_day);
    g_test_add_func("/dates/recurring", events_recur);
    g_test_add_func("/dates/zones", days_are_the_local_clocks);
    g_test_add_func("/dates/telephones", telephones);
    return g_test_run();
}
