/* Days that a text names. */
#include "mail/dates.h"
#include "mail/words.h"
#include "mail/message.h"
#include "unit.h"

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
        {"31 February 2027, 0 March, 32 April", 0},
        {"May 2027 bring you 12 joys of march", 0},
        {"version 1.12.20260", 0},
        {"in 9999999999 December", 0},
        {"", 0},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        g_test_message("%s", rows[i].text);
        owned(wording) text = wording_new(rows[i].text, MESSAGE_WORDS);
        g_assert_cmpint(dates_ahead(text, NOW), ==, rows[i].day ? NOON(rows[i].day) : 0);
    }
}

static void calendar_names_its_day(void)
{
    g_assert_cmpint(dates_of_calendar("BEGIN:VCALENDAR\r\nBEGIN:VTIMEZONE\r\nDTSTART:19700101T000000\r\nEND:VTIMEZONE\r\n"
                                      "BEGIN:VEVENT\r\nDTSTART;TZID=Europe/Berlin:20261212T103000\r\n"),
                    ==, NOON(20799));
    g_assert_cmpint(dates_of_calendar("BEGIN:VEVENT\nDTSTART\n:20261212"), ==, 0);
    g_assert_cmpint(dates_of_calendar("BEGIN:VEVENT\nDTSTART:tomorrow"), ==, 0);
    g_assert_cmpint(dates_of_calendar(""), ==, 0);
}

int main(int argc, char **argv)
{
    unit_init(argc, argv);
    g_test_add_func("/dates/text", text_names_days);
    g_test_add_func("/dates/calendar", calendar_names_its_day);
    return g_test_run();
}
