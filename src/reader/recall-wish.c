/* What she last said outright to whoever sends a message: a yes by answering or fetching back, a no by junk,
 * by putting aside, by writing to where one leaves, or by closing the address that it comes to. What is sent
 * to many is one, whatever form it takes; of people it is the person. What comes over a list says nothing of
 * it. */
#include <string.h>

#include "base/days.h"
#include "recall-wish.h"

#define MOST_WAYS_OUT 3   /* addresses of List-Unsubscribe */
#define SETTLING_DAYS 2     /* after which what lies in the inbox has probably been seen */
#define WISH_DAYS (2 * 365) /* that are looked back over */

static const enum kind to_many[] = {KIND_PROMOTION, KIND_NEWSLETTER, KIND_SOCIAL, KIND_OTHER};

static bool is_to_many(enum kind kind)
{
    for (size_t i = 0; i < G_N_ELEMENTS(to_many); i++)
        if (to_many[i] == kind)
            return true;
    return false;
}

static void take_later(struct facts *facts, struct wish wish)
{
    if (wish.outcome != OUTCOME_NONE && wish.date > facts->wish.date)
        facts->wish = wish;
}

/* She wrote to an address that List-Unsubscribe (RFC 2369, section 3.2) names. */
static void recall_leaving(struct book *book, struct facts *facts)
{
    const char *at = facts->message->list_unsubscribe;
    for (unsigned n = 0; n < MOST_WAYS_OUT && (at = strstr(at, "<mailto:")); n++) {
        at += strlen("<mailto:");
        g_autofree char *address = g_strndup(at, strcspn(at, "?> "));
        g_autofree char *lower = g_utf8_strdown(address, -1);
        struct contact contact = book_contact(book, lower);
        bool later = contact.written && contact.last > facts->wish.date && contact.last < facts->now;
        if (!later || !strcmp(lower, facts->sender->address))
            continue;
        facts->wish = (struct wish){OUTCOME_DEMOTED, contact.last};
        facts->left = true;
    }
}

/* Who has said a yes or a no to nothing of an organisation has not done so to its mail of a kind. */
static bool said_any(const struct facts *facts)
{
    const struct tally *all = &facts->tally[LEVEL_ORGANISATION];
    for (int i = 0; i < OUTCOME_COUNT; i++)
        if (outcome_wish(i) && all->count[i])
            return true;
    return false;
}

static void look_since(struct facts *facts)
{
    struct wish_since *since = &facts->since_wish;
    for (unsigned i = 0; i < facts->n_recent && facts->recent[i].date > facts->wish.date; i++) {
        const struct recent *r = &facts->recent[i];
        bool lies = !placement_is_demoted(r->placement) && facts->now - r->date > SETTLING_DAYS * DAY;
        since->came++;
        since->decided += r->outcome != OUTCOME_NONE ? 1 : lies ? 0.5 : 0;
        since->acted += outcome_acted(r->outcome);
    }
}

void recall_wish(struct book *book, const struct entry *self, struct facts *facts)
{
    bool person = facts->kind.kind == KIND_PERSON, many = is_to_many(facts->kind.kind);
    struct wish_query query = {facts->relation, person ? facts->voice : "",
                               facts->kind.kind, auth_is_unproven(facts->entitled),
                               facts->now - WISH_DAYS * DAY, facts->now, self};
    if (facts->discussion || facts->proven == AUTH_FAIL || !(person || many))
        return;
    for (size_t i = 0; i < (many ? G_N_ELEMENTS(to_many) : 1) && said_any(facts); i++) {
        query.kind = many ? to_many[i] : KIND_PERSON;
        take_later(facts, book_wish(book, &query));
    }
    if (many)
        recall_leaving(book, facts);
    if (facts->alias.use >= ALIAS_USE_MAILER && !facts->alias.renewed && facts->alias.closed < facts->now)
        take_later(facts, (struct wish){OUTCOME_DEMOTED, facts->alias.closed});
    if (person && facts->contact.last > facts->wish.date) /* she wrote to them since */
        facts->wish = (struct wish){OUTCOME_NONE, 0};
    look_since(facts);
}
