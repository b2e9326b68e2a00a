/* One organisation over its countries and mail domains. That another domain belongs with it is shown by its
 * own proven mail, where she acts on that: it bears a signature of the other that passed beside its own, or
 * leads above all to its name under another suffix. What others write shows nothing. */
#include <string.h>

#include "reader/reader.h"

#define FEWEST_LINKS 2
#define TRUSTED 3 /* messages of an organisation, decayed, that she acted on, and half of all */

void recall_joined(struct book *book, struct facts *facts)
{
    const struct sender *sender = facts->sender;
    if (facts->discussion || facts->relation != sender->relation || facts->entitled != AUTH_PASS ||
        sender->relayed || !*sender->organisation || strcmp(sender->relation, sender->organisation) != 0)
        return;
    g_clear_pointer(&facts->joined.organisation, g_free);
    if (book_affiliate_of(book, sender->organisation, &facts->joined))
        facts->relation = facts->joined.organisation;
}

/* Its mail is its own: what people write who use it is not, wherever that leads. And she trusts it: whoever
 * imitates a brand that she does not know yet would have what that earns. */
static bool speaks_for_itself(const struct facts *facts)
{
    static const uint64_t others =
        1u << KIND_PERSON | 1u << KIND_LIST | 1u << KIND_SOCIAL | 1u << KIND_REPORT;
    const struct sender *sender = facts->sender;
    const struct tally *earlier = &facts->genuine;
    return !(others >> facts->kind.kind & 1) && !facts->discussion && facts->entitled == AUTH_PASS &&
           !facts->auth.vouched && facts->relation == sender->relation && !strpbrk(sender->relation, "@ ") &&
           !sender->free_mail && !sender->relayed && !domain_is_tenant(sender->domain) &&
           earlier->proven >= TRUSTED && earlier->acted >= TRUSTED && earlier->acted * 2 >= earlier->received;
}

/* An organisation of its own, which may belong with the sender's. */
static bool may_belong(const struct facts *facts, const char *other, bool *same)
{
    g_autofree char *relation = relation_of("", other);
    return domains_share_name(facts->sender->organisation, other, same) &&
           strcmp(other, facts->sender->organisation) != 0 && strcmp(relation, facts->relation) != 0 &&
           !strcmp(relation, other) && !domain_is_tenant(other) && !organisation_is_free_mail(other) &&
           !domain_lends(other);
}

/* Whoever sends her a copy of its mail can sign that, too, but not from servers of the organisation. */
static char *signed_beside(const struct facts *facts)
{
    const struct auth *auth = &facts->auth;
    for (unsigned i = 0; auth->dkim_aligned && auth->spf_aligned && i < auth->n_signers; i++) {
        g_autofree char *other = organisation_of(auth->signers[i]);
        bool same;
        if (may_belong(facts, other, &same))
            return g_strdup_printf("%c%s", AFFILIATE_SIGNED, other);
    }
    return NULL;
}

/* Where more than half of the links lead that show. */
static char *led_to(const struct facts *facts)
{
    const struct message *message = facts->message;
    g_autofree char *other = NULL;
    unsigned all = 0, there = 0;
    for (uint32_t i = 0; i < message->n_links; i++) {
        g_autofree char *host = *message->links[i].host ? organisation_of(message->links[i].host) : NULL;
        bool same = false;
        all += host != NULL;
        if (host && !other && may_belong(facts, host, &same) && same && !organisation_is_brand(host))
            other = g_strdup(host);
        there += host && other && !strcmp(host, other);
    }
    return there >= FEWEST_LINKS && there * 2 > all ? g_steal_pointer(&other) : NULL;
}

void recall_affiliate(struct facts *facts)
{
    if (!speaks_for_itself(facts))
        return;
    facts->affiliate = signed_beside(facts);
    if (!facts->affiliate && (facts->auth.dkim_aligned || facts->auth.spf_aligned))
        facts->affiliate = led_to(facts);
}
