/* Days that a text names. */
#ifndef HEED_MAIL_DATES_H
#define HEED_MAIL_DATES_H

#include <stdbool.h>
#include <stdint.h>

struct wording;

/* Noon, in UTC; 0: none. */
struct days {
    int64_t next, last; /* the earliest, another one than that of writing if there is one; and the latest */
    int64_t passed;     /* the latest one of the 60 days before that of writing */
};

/* The days that the first words of TEXT name, from the day of SINCE (seconds since the epoch) to a year
 * later. Days without a year are taken for the next such day.
 * Knows "12 December", "Dec 12th, 2026", "12. Dezember 2026", "12 de diciembre", "12.12.", "2026-12-12",
 * "24/12/2026", "12/24/2026", "2026年12月24日"; "12/11/2026" only behind "le" and the like, and in
 * languages that write the day first, since it is read in two ways. */
struct days dates_ahead(const struct wording *text, int64_t since);

/* Whether WORD, in lower case without accents, is the name of a month. */
bool dates_has_month(const char *word);

#endif
