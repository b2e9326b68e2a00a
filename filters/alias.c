/* Whether the address it came to was meant for who wrote it. She gave each organisation an address of its
 * own, so mail from anybody else tells that it was passed on. */
#include "store/alias.h"
#include "filters/filter.h"
#include "base/text.h"

enum { OWN, MAILER, LEAK, UNASKED, FORGED, CODELESS, CLOSED, PASSED, LEAKER };

static const struct finding_spec specs[] = {
    [OWN] = {"alias.own", AXIS_TRUST, 1.2, "it came to the address that its sender alone was given",
             .fixed = true},
    [MAILER] = {"alias.mailer", AXIS_TRUST, 0.5,
                "it comes from who writes for the one you gave that address to", .fixed = true},
    [LEAK] = {"alias.leak", AXIS_TRUST, -4.5, "it came to an address that somebody else alone was given",
              .fixed = true},
    [UNASKED] = {"alias.unasked", AXIS_USEFUL, -1.0, "it came to an address that was passed on"},
    [FORGED] = {"alias.forged", AXIS_TRUST, -4.0, "the address looks like an alias of yours, and is none",
                .fixed = true},
    [CODELESS] = {"alias.codeless", AXIS_TRUST, -2.5, "the address is an alias of yours without its code",
                  .fixed = true},
    [CLOSED] = {"alias.closed", AXIS_TRUST, -0.5, "it came to an address that you closed", .fixed = true},
    [PASSED] = {"alias.passed-on", AXIS_TRUST, -0.3, "it passes on addresses that you gave to it",
                .fixed = true},
    [LEAKER] = {"alias.leaker", AXIS_USEFUL, -0.2, "it passes on addresses that you gave to it",
                .scope = OF_SENDER, .fixed = true},
};

/* How much an address of hers proves: less where it has no code and could be made up; nothing where others
 * have it. */
#define NOTED 0.5

/* The same name under another suffix: more often a house's other branch than somebody else. */
#define BRANCH 0.5

/* Logits of trust that are left at most to who passed addresses on more than once. */
#define MOST_OF_LEAKER 2.2
#define PER_LEAK 0.4
#define HARDLY_TRUSTED 6

static double worth_of(const struct facts *facts)
{
    double proof = facts->proven == AUTH_PASS      ? 1
                   : facts->alias.passed_to        ? 0
                   : facts->proven == AUTH_UNKNOWN ? 0.7
                                                   : 0.5;
    return proof * (facts->alias.made ? 1 : NOTED);
}

static void judge_own(const struct alias_fact *alias, const struct facts *facts, struct findings *out)
{
    findings_add(out, &specs[OWN], alias->closed ? 0 : worth_of(facts), "%s was given to %s%s",
                 alias->address, alias->organisation,
                 alias->passed_to && facts->proven != AUTH_PASS ? ", but others have it by now" : "");
}

/* One leak is a mishap, which costs a little. Each further one leaves less trust at most, until with the
 * sixth there is too little for priority (PRIORITY_LEAST). */
static void judge_leaker(const struct facts *facts, struct findings *out)
{
    const struct leaks *leaks = &facts->leaks;
    unsigned count = MIN(leaks->count, HARDLY_TRUSTED);
    bool own = facts->alias.use == ALIAS_USE_OWN && facts->alias.passed_to;
    double most = MOST_OF_LEAKER - PER_LEAK * count, trust = findings_sum(out, AXIS_TRUST);
    double term = count > 1 ? MIN(specs[PASSED].weight, most - trust) : own ? specs[PASSED].weight : 0;
    char day[32];
    g_autofree char *to = count ? g_strdup_printf("to %u, last to %s on %s", leaks->count, leaks->to,
                                                  text_day(leaks->last, day, sizeof day))
                                : g_strdup("");
    if (term)
        findings_add(out, &specs[PASSED], term / specs[PASSED].weight, "%s",
                     count ? to : facts->alias.passed_to);
    if (count)
        findings_add(out, &specs[LEAKER], count, "%s", to);
}

static void judge_leak(const struct alias_fact *alias, const struct facts *facts, struct findings *out)
{
    char day[32];
    bool again = alias->passed_to && alias->passed < facts->now;
    enum bearing bears;
    owned(looks) looks = looks_new(facts->sender);
    bool branch = likeness_of(looks, alias->organisation, &bears) == LIKENESS_SUFFIX;
    findings_add(out, &specs[LEAK], branch ? BRANCH : 1, "%s was given to %s; this came from %s%s%s%s%s",
                 alias->address, alias->organisation, alias->who, again ? "; passed on since " : "",
                 again ? text_day(alias->passed, day, sizeof day) : "", again ? ", first to " : "",
                 again ? alias->passed_to : "");
    findings_add(out, &specs[UNASKED], 1, "%s was given to %s", alias->address, alias->organisation);
}

static void judge(const struct facts *facts, struct findings *out)
{
    const struct alias_fact *alias = &facts->alias;
    char day[32];
    if (alias->forged)
        findings_add(out, &specs[FORGED], 1, "%s has another code than the one that %s was given",
                     alias->address, alias->organisation);
    else if (alias->codeless)
        findings_add(out, &specs[CODELESS], alias->use == ALIAS_USE_OWN ? 0 : 1,
                     "%s was given to %s with a code behind it", alias->address, alias->organisation);
    else if (alias->use == ALIAS_USE_OWN)
        judge_own(alias, facts, out);
    else if (alias->use == ALIAS_USE_MAILER)
        findings_add(out, &specs[MAILER], facts->proven == AUTH_PASS ? 1 : 0,
                     "%s writes for %s, who was given %s", alias->who, alias->organisation, alias->address);
    else if (alias->use == ALIAS_USE_LEAK)
        judge_leak(alias, facts, out);
    if (alias->closed)
        findings_add(out, &specs[CLOSED], alias->use == ALIAS_USE_LEAK ? 1 : 0, "%s was closed on %s%s",
                     alias->address, text_day(alias->closed, day, sizeof day),
                     alias->renewed ? "; they were given another" : "");
    judge_leaker(facts, out);
}

const struct filter filter_alias = {
    "alias", "whether the address it came to was meant for who wrote it", specs, G_N_ELEMENTS(specs), judge,
};
