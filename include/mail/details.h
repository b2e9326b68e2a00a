/* What receipts and bookings say of a thing beside its name: what it cost, its size, whom it is for. */
#ifndef HEED_DETAILS_H
#define HEED_DETAILS_H

#include <stdbool.h>

#include <glib.h>

#define DETAILS_BYTES 80 /* of details_text() */

struct wording;

/* Of one thing. Begins all zero: nothing is known. */
struct details {
    double price;      /* in units of the currency; 0: none */
    char currency[8];  /* "eur", or as it stands, in lower case; "": none */
    char size[8];      /* "42", "xl" */
    char people[48];   /* "kim larsen", or two with ", " between; in lower case */
};

/* Adds to DETAILS what LINE (UTF-8; WORDING: its words) says of a thing that it names: the first price, the
 * size. What is known already stays. Pure. */
void details_read(struct details *details, const char *line, const struct wording *wording);

/* Adds who travels or stays where LINE says it ("Passenger: Kim Larsen"; false: it does not), or NAME where
 * that is known to be somebody's. Pure. */
bool details_read_people(struct details *details, const char *line);
void details_add_person(struct details *details, const char *name);

/* Whether WORDING has what looks like a sum of money: 49.00, 1.234,50, a number beside a currency. Pure. */
bool details_has_price(const struct wording *wording);

/* All prices of LINE, but for what is to be saved, in CURRENCY, or in none where it has none: the lowest, and
 * the highest. False: there is none. Pure. */
bool details_prices(const char *line, const char *currency, double *lowest, double *highest);

/* One line without a word that a thing's words could be taken for: "=139.90 eur #42 @kim larsen"; "":
 * nothing. The caller frees it. And the details again; what is no such line gives those that it has. */
char *details_text(const struct details *details);
struct details details_of(const char *text);

/* Where the details begin in TOLD, a thing of things_read(): its length where it has none. Pure. */
size_t details_at(const char *told);

/* For people: "139.90 EUR, size 42, for Kim Larsen"; "": nothing. The caller frees it. */
char *details_show(const struct details *details);

#endif
