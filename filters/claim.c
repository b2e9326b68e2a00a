/* What is called a receipt is called so by who wrote it. */
#include "base/days.h"
#include "filters/claim.h"
#include "filters/hers.h"

#define REFUSED 8          /* messages from which on it shows that she wants nothing of somebody ... */
#define REFUSED_SHARE 0.05 /* ... of which she has acted on less than this */
#define MOSTLY 2           /* times what is called an order: who sends so much else advertises */
#define LATELY (90 * (int64_t)DAY) /* after something was bought, what follows needs no more of its own */

static bool wants_nothing(const struct facts *facts)
{
    const struct tally *theirs = &facts->tally[LEVEL_ORGANISATION];
    return theirs->received >= REFUSED && theirs->acted < REFUSED_SHARE * theirs->received &&
           facts->tally[LEVEL_ORGANISATION_KIND].acted < 0.5;
}

/* Parcel services and who sends bills write more of those than they advertise, and nobody opens them. */
static bool advertises(const struct facts *facts)
{
    double such = facts->tally[LEVEL_ORGANISATION_KIND].received;
    double others = facts->tally[LEVEL_ORGANISATION].received - such;
    return others >= REFUSED && others >= MOSTLY * such;
}

bool is_claim(const struct facts *facts)
{
    enum kind kind = facts->kind.kind;
    bool order = kind == KIND_RECEIPT || kind == KIND_SHIPPING || facts->kind.wordless;
    if (!things_are_claimed_by(kind) || facts->her_business || !wants_nothing(facts))
        return false;
    /* What warns of an account, or reminds of a day, may be urgent. */
    float words = facts->kind.discount + (order ? facts->kind.urgency : 0);
    bool bought = facts->told_last && facts->now - facts->told_last < LATELY;
    bool borne_out = facts->borne_out || bought;
    if (words >= SELLS)
        return facts->kind.bulk || !borne_out;
    bool one_thing = facts->priced && !facts->kind.bulk;
    /* A booking names its day, or what it is for; an account's notice, whose number it has, as well. */
    bool bare = !facts->ahead && !*facts->tells;
    /* What sells something meanwhile names that, and any day. */
    order |= facts->offers;
    order |= bare && (kind == KIND_APPOINTMENT || (kind == KIND_ACCOUNT && *facts->business));
    return order && !borne_out && !one_thing && advertises(facts);
}
