/* What single letters look like. */
#ifndef HEED_MAIL_LURE_LETTERS_H
#define HEED_MAIL_LURE_LETTERS_H

#include <stdbool.h>

#include <glib.h>

/* It takes no room. */
bool letter_is_invisible(gunichar c);

/* C is one of those that never stand behind a Latin letter. */
bool letter_is_selector(gunichar c);

/* The Latin letter that C of another script or form looks like, or 0. */
gunichar letter_looks_like(gunichar c);

/* C is of a script that nobody writes within Latin words. */
bool letter_is_strange(gunichar c);

/* The letter that C of a styled alphabet is, or 0. */
gunichar letter_unstyled(gunichar c);

#endif
