/* A made-up consumer's mail: a year of brands, friends, lists and swindlers, with what she did
 * about it, for demonstrations and experiments. The same options make the same bytes. */
#ifndef SIM_WORLD_H
#define SIM_WORLD_H

#include <stdint.h>

#include "base/status.h"

#define WORLD_END 1767225600 /* 1 January 2026, 00:00 UTC: a world depends on nothing but its options */

struct world_options {
    uint32_t seed;
    unsigned days;        /* of the past, 30 and up */
    unsigned live_days;   /* that follow the past, and end at NOW */
    const char *language; /* "en", "de" or "fr" */
    int likes_least, likes_most; /* of eight things of each sort, how many she likes; 0: 1 to 2 */
    int64_t now;          /* seconds since the epoch; 0: WORLD_END */
};

/* Whether OPTIONS can be meant; fills in its end. Errors: STATUS_USAGE. */
STATUS_CHECK enum status world_check(struct world_options *options, struct err *err);

/* Writes into OUT_DIR, which must not exist or be empty: Mail/ (the past as a Maildir), tags (what
 * she did, for `notmuch tag --batch`), tomorrow/NNN.eml (the live days), truth.tsv and
 * notmuch-config. Errors: STATUS_USAGE for options that cannot be meant or a folder with something
 * in it, STATUS_IO. */
STATUS_CHECK enum status world_write(const struct world_options *options, const char *out_dir,
                                     struct err *err);

#endif
