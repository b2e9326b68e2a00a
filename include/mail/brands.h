/* Brands that are imitated: one table, to which a person adds rows. */
#ifndef HEED_MAIL_BRANDS_H
#define HEED_MAIL_BRANDS_H

#include <stdbool.h>

struct brand {
    const char *name;
    const char *names;   /* as it is written in mail, folded (tokens.h), apart by " | "; the first without
                            blanks is looked for in host names as well */
    const char *domains; /* registrable domains its mail comes from, separated by blanks; the first is
                            shown */
    bool common;          /* also a word or a surname: one word alone is no claim, unless it is the whole
                             name or the rest are words of an office */
};

extern const struct brand brands[]; /* ends with name NULL */

#endif
