/* Whose standing a message has, as far as the book tells: who writes from a domain where others write, too,
 * stands for himself. */
#include <string.h>

#include "reader/reader.h"

#define TENANTS 8     /* display names that show that a domain is shared */
#define MISTAKEN 8    /* letters, of which one may have been taken for an office's */

static struct tally tally_of(struct book *book, int level, const char *name, enum kind kind, int64_t now)
{
    struct tally tally = book_tally(book, level, name, kind, now);
    struct tally unproven = book_tally(book, level + LEVEL_UNPROVEN, name, kind, now);
    tally_add(&tally, &unproven);
    return tally;
}

/* Many names at one domain, none of which is its own. */
static bool bears_many_names(struct book *book, const char *organisation)
{
    g_autofree char *label = g_strndup(organisation, strcspn(organisation, "."));
    g_autofree char *own = skeleton_of(label);
    return *own && book_has_many_names(book, organisation, TENANTS, own);
}

/* Whether who is new at the sender's organisation stands for himself there: what came from it are letters of
 * people, so that nothing shows that it controls who writes, as a shop does; or he writes one, and so did
 * others there, as at a provider that sends her bills. What is not proven makes it no shop. */
static bool is_of_people(struct book *book, const struct facts *facts)
{
    const char *organisation = facts->sender->organisation;
    struct tally all = book_tally(book, LEVEL_ORGANISATION, organisation, KIND_ANY, facts->now);
    int apart = tally_total(&all) ? 0 : LEVEL_UNPROVEN;
    if (apart)
        all = book_tally(book, LEVEL_ORGANISATION + apart, organisation, KIND_ANY, facts->now);
    struct tally people =
        book_tally(book, LEVEL_ORGANISATION_KIND + apart, organisation, KIND_PERSON, facts->now);
    unsigned total = tally_total(&all), letters = MIN(total, tally_total(&people));
    return total && ((total - letters) * MISTAKEN <= total || (letters && facts->kind.kind == KIND_PERSON));
}

/* Nothing came from ADDRESS, and nothing of hers went there; or it stood for itself before. */
static bool is_newcomer(struct book *book, const char *address, int64_t now)
{
    struct tally alone = tally_of(book, LEVEL_ORGANISATION, address, KIND_ANY, now);
    if (tally_total(&alone))
        return true;
    struct tally letters = tally_of(book, LEVEL_SENDER_KIND, address, KIND_PERSON, now);
    return !tally_total(&letters) && !book_contact(book, address).written;
}

void recall_relation(struct book *book, struct facts *facts)
{
    const struct sender *sender = facts->sender;
    if (facts->discussion || facts->relation != sender->relation || !*sender->address || facts->hers ||
        strcmp(sender->relation, sender->organisation) != 0)
        return;
    bool alone = is_newcomer(book, sender->address, facts->now) &&
                 is_of_people(book, facts);
    if (alone || bears_many_names(book, sender->organisation))
        facts->relation = sender->address;
}

/* Whom an organisation that she knows lends a name of somebody else's may be anybody who got in there. */
void recall_newcomer(struct book *book, struct facts *facts)
{
    const char *address = facts->sender->address;
    facts->newcomer = facts->lure.brand && facts->lure.claim < CLAIM_SUBJECT && !facts->discussion &&
                      !facts->contact.written;
    for (enum kind kind = 0; facts->newcomer && kind < KIND_COUNT; kind++) {
        if (kind == KIND_LIST) /* where anybody writes as anybody */
            continue;
        struct tally earlier = tally_of(book, LEVEL_SENDER_KIND, address, kind, facts->now);
        facts->newcomer = !earlier.acted;
    }
}

static bool came_through(const char *relation, unsigned proven, void *data)
{
    const char **relay = data, *via = strstr(relation, " via ");
    (void)proven;
    if (via && !strcmp(via + strlen(" via "), *relay))
        *relay = NULL;
    return *relay != NULL;
}

/* Anybody can write in the form of a relay: it is hers where mail for an address there comes to her, or she
 * wanted some that came through it. */
void recall_relay(struct book *book, struct facts *facts)
{
    const struct message *message = facts->message;
    const char *relay = facts->sender->organisation;
    facts->relay_strange = facts->sender->relayed && !facts->contact.written && !facts->discussion;
    for (uint32_t i = 0; facts->relay_strange && i < message->n_recipients; i++) {
        const char *at = strrchr(message->recipients[i].mailbox, '@');
        g_autofree char *domain = at ? g_ascii_strdown(at + 1, -1) : NULL;
        facts->relay_strange = !domain || !domain_lends(domain);
    }
    if (facts->relay_strange && book)
        book_organisations(book, 1, came_through, &relay);
    facts->relay_strange &= relay != NULL;
}
