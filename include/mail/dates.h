/* Days that a text names. */
#ifndef HEED_MAIL_DATES_H
#define HEED_MAIL_DATES_H

#include <stdint.h>

struct wording;

/* The latest day that the first words of TEXT name, from the day of SINCE (seconds since the epoch) to a year
 * later: noon of it, in UTC; 0 where they name none. Days without a year are taken for the next such day.
 * Knows "12 December", "Dec 12th, 2026", "12. Dezember 2026", "12 de diciembre", "12.12.", "2026-12-12"; not
 * "12/11/2026", which is read in two ways. */
int64_t dates_ahead(const struct wording *text, int64_t since);

#endif
