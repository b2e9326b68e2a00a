/* What a message names of a business of hers: the number of an order or a booking, the day that it is
 * about. Who does not know it cannot name it, which no mail merge over a list of addresses does. */
#ifndef HEED_BUSINESS_H
#define HEED_BUSINESS_H

#include <stdbool.h>
#include <stdint.h>

#include "mail/kind-guess.h"
#include "mail/message.h"

#define BUSINESS_MOST 4 /* of one message */

/* Numbers as they stand, in lower case, and AHEAD (facts.ahead; 0: none) as "2026-12-24"; NULL-ended. A
 * number counts in the subject, or behind a word such as "order" among the first words of the text; right
 * behind it also one of four digits, or of two parts such as A9W5-BN78, which are put together. Pure. The
 * caller frees it. */
char **business_read(const struct message *message, int64_t ahead);

/* The first number at or behind the word *AT of TEXT, however long, that has such a word some way before it,
 * or NULL; *AT moves behind it. For asking whether it is one of hers, not for learning that it is. Pure. The
 * caller frees it. */
char *business_next(const struct wording *text, guint *at);

/* Whether KEY is a day, not a number. */
bool business_is_day(const char *key);

/* Noon, in UTC, of the first of KEYS that is a day; 0: none is. NULL-ended. */
int64_t business_day(const char *const *keys);

/* Whether messages of KIND tell of businesses, so that what they name is to be remembered. */
bool business_is_told_by(enum kind kind);

#endif
