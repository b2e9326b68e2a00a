/* Who looks like somebody she knows without being it. The better heed knows what she values, the more an
 * impostor gains by its look; a name or a domain that is nearly another's is no accident. */
#include <string.h>

#include "filters/filter.h"
#include "mail/telephone.h"

enum { DOMAIN, NAME, BOTH, A_PERSON, HERSELF, RELAY };

static const struct finding_spec specs[] = {
    [DOMAIN] = {"imitation.domain", AXIS_TRUST, -1, "its domain looks like that of somebody you know",
                .fixed = true},
    [NAME] = {"imitation.name", AXIS_TRUST, -2.4, "it bears the name of somebody you know", .fixed = true},
    [A_PERSON] = {"imitation.person", AXIS_TRUST, -2.6, "it bears the name of a person you know",
                  .fixed = true},
    [HERSELF] = {"imitation.yourself", AXIS_TRUST, -2.6, "it bears your own name", .fixed = true},
    [RELAY] = {"imitation.relay", AXIS_TRUST, -1.9, "written as if a relay of yours had sent it on",
               .fixed = true},
    [BOTH] = {"imitation.both", AXIS_TRUST, -1.2, "name and domain look like the same one", .fixed = true},
};

static const struct {
    double worth; /* logits against it */
    const char *how;
} likenesses[] = {
    [LIKENESS_NONE] = {0, ""},
    [LIKENESS_SUFFIX] = {0.7, "the same name under another suffix"},
    [LIKENESS_WORDS] = {1.0, "the name with something added"},
    [LIKENESS_NEAR] = {1.6, "one letter off, under another suffix"},
    [LIKENESS_EDIT] = {3.2, "one letter off"},
    [LIKENESS_SUBDOMAIN] = {4.0, "the name before a domain of somebody else"},
    [LIKENESS_SAME] = {5.5, "looks the same"},
};

/* Of people less: a first name may be a shop's name as well. */
#define PERSON 0.5

/* Who writes to many openly, with a way to leave, is more often another branch of the same house. */
#define OPEN_BULK 0.5

/* Who knows what she has ordered from them writes for them. */
#define ITS_BUSINESS 0.15

/* People have more than one mailbox: what weighs is what they ask for from another one. */
#define ASKS_NOTHING 0.3

/* A shop's mail comes through others as well: parcel services, platforms, those who ask how she liked it. Who
 * proves who he is, and wants nothing of her, is doubtful and no more. */
#define WANTS_NOTHING 0.45

static double what_is_asked(const struct lure *lure)
{
    double most = MAX(MAX(lure->themes[THEME_PAYMENT], lure->themes[THEME_ACCOUNT]),
                      MAX(lure->themes[THEME_HURRY], lure->themes[THEME_FORTUNE]));
    most = MAX(most, MAX(lure->themes[THEME_PRIZE], lure->themes[THEME_THREAT]));
    most = MAX(most, lure->themes[THEME_FAVOUR]);
    return *lure->reply ? 1 : CLAMP(most * 2, ASKS_NOTHING, 1);
}

/* Proven to be of a platform or of a brand that others use, leads nowhere else, and has her call nobody: what
 * it says of payments and documents is its business, whoever's name it bears. On a host of his own there a
 * customer says what he likes. */
static bool is_carried(const struct facts *facts)
{
    const struct lure *lure = &facts->lure;
    const struct sender *sender = facts->sender;
    bool tenant = domain_is_tenant(sender->domain), own_host = !strcmp(sender->relation, sender->domain);
    bool platform = tenant ? !own_host : organisation_is_brand(sender->organisation);
    bool leads = lure->links != lure->own_links || lure->attachment || lure->tricks ||
                 facts->message->has_form;
    return facts->proven == AUTH_PASS && platform && !sender->free_mail && !*lure->reply && !leads &&
           !telephone_in(facts->message->text) && !telephone_in(facts->message->subject);
}

static double what_is_asked_there(const struct facts *facts)
{
    struct lure lure = facts->lure;
    if (is_carried(facts) && lure.themes[THEME_HURRY] + lure.themes[THEME_THREAT] <= 0)
        lure.themes[THEME_PAYMENT] = lure.themes[THEME_ACCOUNT] = 0;
    return what_is_asked(&lure);
}

/* How far the name of an organisation counts against a stranger. */
static double what_is_wanted(const struct facts *facts)
{
    const struct lure *lure = &facts->lure;
    unsigned odd = lure->odd & ~(unsigned)ODD_HOSTED; /* which counts for itself */
    if (facts->proven != AUTH_PASS || facts->imitation.domain >= LIKENESS_EDIT || lure->tricks || odd ||
        lure->attachment || facts->message->has_form || facts->sender->free_mail)
        return 1;
    double parcel = lure->links && !lure->own_links ? lure->themes[THEME_PARCEL] : 0;
    return CLAMP(MAX(what_is_asked_there(facts), parcel * 2), WANTS_NOTHING, 1);
}

static void judge_people(const struct facts *facts, struct findings *out)
{
    const struct imitation *i = &facts->imitation;
    /* What somebody shares is a page there; without one it is a letter, and any mailer sends those. */
    double asked = facts->lure.own_links ? what_is_asked_there(facts) : what_is_asked(&facts->lure);
    if (i->person && !i->by_person)
        findings_add(out, &specs[A_PERSON], asked, "says %s; this came from %s", i->person,
                     facts->sender->address);
    else if (i->person)
        findings_add(out, &specs[A_PERSON], asked, "%s wrote %u times as %s; this came from %s", i->person,
                     i->by_person, facts->sender->name, facts->sender->address);
    if (i->herself)
        findings_add(out, &specs[HERSELF], facts->kind.bulk ? asked * ASKS_NOTHING : asked, "from %s",
                     facts->sender->address);
}

static void judge(const struct facts *facts, struct findings *out)
{
    const struct imitation *i = &facts->imitation;
    const char *own = facts->sender->organisation;
    judge_people(facts, out);
    double relay = *facts->sender->behind ? 1 : ASKS_NOTHING;
    if (facts->relay_strange)
        findings_add(out, &specs[RELAY], relay, "from %s; nothing came to an address of yours there",
                     facts->sender->address);
    if (!i->organisation)
        return;
    double bulk = facts->kind.bulk && facts->proven == AUTH_PASS ? OPEN_BULK : 1;
    bool weak = i->domain < LIKENESS_EDIT;
    if (i->knows_her && (weak || i->domain == LIKENESS_SUBDOMAIN)) {
        bulk = ITS_BUSINESS;
        weak = true;
    } else
        bulk = MIN(bulk, what_is_wanted(facts));
    double name = i->name == BEARS_MORE && facts->kind.kind == KIND_PERSON ? PERSON : 1;
    if (i->domain)
        findings_add(out, &specs[DOMAIN],
                     likenesses[i->domain].worth * (weak ? bulk : 1),
                     "%s; %s is known, %u of your messages came from it; this came from %s",
                     likenesses[i->domain].how, i->organisation, i->messages, own);
    if (i->name)
        findings_add(out, &specs[NAME], bulk * name,
                     "says %s; that is %s, %u of your messages came from it; this came from %s",
                     facts->sender->name, i->organisation, i->messages, own);
    /* Less where only the suffix differs: one house often has several. */
    if (i->name && (i->domain == LIKENESS_NONE || i->domain >= LIKENESS_EDIT))
        findings_add(out, &specs[BOTH], bulk * name, "%s",
                     i->domain ? "" : "the name, and nothing of the domain");
}

const struct filter filter_imitation = {
    "imitation", "whether a stranger looks like somebody you know", specs, G_N_ELEMENTS(specs), judge,
};
