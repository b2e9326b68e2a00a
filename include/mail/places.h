/* One name for a place, whatever the language. */
#ifndef HEED_PLACES_H
#define HEED_PLACES_H

/* Made while heed is built from CLDR's names of time zones' cities and of countries, sorted by NAME. */
struct place_name {
    const char *name, *english; /* as tokens_split() spells them */
};
extern const struct place_name place_names[];
extern const unsigned n_place_names;

/* The English name of WORD, spelt as tokens_split() does, where it is another language's name of a city or a
 * country ("lissabon", "lisbonne": "lisbon"); else WORD. */
const char *place_name(const char *word);

#endif
