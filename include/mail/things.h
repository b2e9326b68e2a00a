/* The things that a receipt, a booking or a registration is about, by their words; and whether another
 * message is about one of them. */
#ifndef HEED_THINGS_H
#define HEED_THINGS_H

#include <stdbool.h>

#include "base/owned.h"
#include "mail/kind-guess.h"
#include "mail/message.h"

#define THINGS_MOST 8    /* of one message */
#define THING_WORDS 8    /* of one thing */
#define THING_BYTES 240  /* of one thing, all words and the blanks between them, and its details */

/* Whether messages of KIND tell of things of hers. */
bool things_are_told_by(enum kind kind);

/* Whether messages of KIND say that something was bought, booked or is to be done, which may be no more than
 * said. */
bool things_are_claimed_by(enum kind kind);

/* What MESSAGE of KIND tells of: from schema.org markup and its calendar, its subject, and where there is no
 * markup, the lines that hold a sum of money, and those that name a day. Of each the words by which it is
 * known again, in lower case without accents, separated by blanks: "glide trail shoes"; without numbers but
 * how far something goes ("10km"), without phrases of the table of words, without names of those it was sent
 * to, without words of the author's name, unless they leave too little: a race may have given its organiser
 * the name; places by their English names.
 * Behind them, if anything is known of it, a blank and details_text(). NULL-ended; g_strfreev() it. Pure. */
char **things_read(const struct message *message, enum kind kind);

/* Whether MESSAGE has what bears out that something was bought or booked: a file, markup, a sum, or two
 * things with their prices. *PRICED: it names at least one price, and not "from" or "now" before it, or how
 * many there are of something; *OFFERS: it names prices, and none but such. Pure. */
bool things_bear_out(const struct message *message, bool *priced, bool *offers);

/* Whether lines of MESSAGE have both ends of a trip; LIKELY: or of what looks like one. Pure. */
bool things_are_of_trip(const struct message *message, bool likely);

/* Noon, in UTC, of the day that it is for: AHEAD (facts.ahead), else where MESSAGE of KIND is of a
 * subscription and says how long that lasts, the day on which it is over; 0: none. Pure. */
int64_t things_day(const struct message *message, enum kind kind, int64_t ahead);

struct wording;

/* Whether WORDING has a word for what is paid for again and again. Pure. */
bool things_are_renewed(const struct wording *wording);

/* Whether WORDING says that what was bought before runs out, or is to be bought again. Pure. */
bool things_run_out(const struct wording *wording);

/* Whether WORDING names a line of goods that is none of THING's. Pure. */
bool things_are_other_goods(const struct wording *wording, const char *thing);

/* A word for what a shop of that NAME sells, where that says it; or NULL. The caller frees it. And whether
 * THING has a word for a line of goods itself. Pure. */
char *goods_of_name(const char *name);
bool goods_are_known(const char *thing);

/* The words by which a message could mention a thing. */
struct mentions;

/* Of MESSAGE's subject, or OF_TEXT, of its first words. HERSELF is what she is called, or NULL: no thing is.
 * COMMON (or NULL) says of a word in how much of its sender's mail it stands, 0 to 1: what stands in all of
 * it says little. MESSAGE is borrowed as long as they live. Pure. */
typedef double mentions_common(const char *word, const void *data);
struct mentions *mentions_new(const struct message *message, const char *herself, bool of_text,
                              mentions_common *common, const void *data);
void mentions_free(struct mentions *mentions);
OWNED_DEFINE(mentions)

/* Whether they have a word of THING, or for it: mentions_share() is 0 where not. Pure, but for what is kept
 * in MENTIONS. */
bool mentions_touch(struct mentions *mentions, const char *thing);

/* How far they are about the words of THING (of things_read()), which mail of KIND told: 0, not at all, to 1.
 * Of what has DETAILS (of details_text(), or NULL) also what only names it, and asks for about what was paid.
 * *WORDS, where WORDS is not NULL, becomes the words of THING that stand there, separated by blanks; the
 * caller frees it. Pure, but for what is kept in MENTIONS. */
double mentions_share(struct mentions *mentions, const char *thing, const char *details, enum kind kind,
                      char **words);

/* Whether they stand in mail of whom THING has the name, or the whole name and more, and name it. Pure. */
bool mentions_author(const struct mentions *mentions, const char *thing);

/* Of PEOPLE (struct details) the first whose whole name stands in the subject, and who is not called HERSELF;
 * or NULL, also where it is not known what she is called (HERSELF NULL or ""). The caller frees it. Pure. */
char *mentions_person(const struct mentions *mentions, const char *people, const char *herself);

/* The lowest and the highest price in CURRENCY (struct details) that MESSAGE names for WORDS (of
 * mentions_share()): in its subject, and in lines that have a name of these, else in the line below. False:
 * none. Pure. */
bool things_price(const struct message *message, const char *words, const char *currency, double *lowest,
                  double *highest);

#endif
