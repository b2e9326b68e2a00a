/* Whether a message names an order or a booking of hers. */
#include "mail/business.h"
#include "reader/reader.h"

#define MOST_NUMBERS 32 /* of a text that are asked for */
/* Messages to many that may name one of hers: who names it in all makes it worth nothing. */
#define NAMED_MOST 6

/* That it was named is to be learned, too. What FACTS have of it. */
static const char *business_add(struct facts *facts, const char *number)
{
    guint n = g_strv_length(facts->business);
    if (n <= BUSINESS_MOST) {
        facts->business = g_renew(char *, facts->business, n + 2);
        facts->business[n + 1] = NULL;
    } else {
        g_free(facts->business[n = 0]);
    }
    return facts->business[n] = g_strdup(number);
}

static void ask_business(struct book *book, struct facts *facts, const char *key, int64_t before)
{
    unsigned named = 0;
    int64_t since = book_business_since(book, facts->relation, key, &named);
    if (since && since < before && !(facts->kind.bulk && named >= NAMED_MOST)) {
        facts->her_business = key;
        facts->business_since = since;
    }
}

/* BEFORE: when the message came itself, which may have told of it. A recall may come to the number late, and
 * far from the word for it. */
void recall_business(struct book *book, struct facts *facts, int64_t before)
{
    guint at = 0, asked = 0;
    bool more = true;
    for (char **key = facts->business; *key && !facts->her_business; key++)
        ask_business(book, facts, *key, before);
    while (!facts->her_business && more && asked++ < MOST_NUMBERS) {
        g_autofree char *number = business_next(facts->message->in_text, &at);
        more = number != NULL;
        if (more)
            ask_business(book, facts, number, before);
        if (facts->her_business)
            facts->her_business = business_add(facts, number);
    }
}

/* It names an order or a booking of hers with whom it looks like, which a stranger does not know: a
 * parcel service, a shop's platform, the shop under a new name. */
void recall_their_business(struct book *book, struct facts *facts, int64_t before)
{
    for (char **key = facts->business; facts->imitation.organisation && *key; key++) {
        unsigned named = 0;
        int64_t since = book_business_since(book, facts->imitation.organisation, *key, &named);
        facts->imitation.knows_her |= since && since < before;
    }
}
