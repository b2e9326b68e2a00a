/* The one thing to say of a judgement where there is no room for more: what decided, and of the findings
 * behind it the one that sets this message apart. */
#include "reason.h"
#include "base/text.h"
#include "check-rules.h"
#include "decide/telling.h"

/* "trust 12.0; against it: from a host of random letters: xkqzv.example". Where the placement does not say
 * which way that pulls, FOR_IT does. */
static char *of_finding(const struct judgement *j, const char *before)
{
    const struct finding *finding = finding_telling(&j->verdict, j->findings);
    enum axis axis = verdict_axis(&j->verdict);
    return g_strdup_printf("%s %.1f; %s%s%s%s", axis_name(axis), j->scores.of[axis], before,
                           finding ? finding->spec->says : "nothing is known",
                           finding && *finding->detail ? ": " : "", finding ? finding->detail : "");
}

static char *of_protected(const struct judgement *j)
{
    const struct kind_guess *kind = &j->facts.kind;
    bool person = kind->kind == KIND_PERSON;
    return g_strdup_printf("useful %.1f; never put aside by score alone: %s (%s)", j->scores.of[AXIS_USEFUL],
                           person ? j->sender->address : kind_name(kind->kind),
                           person ? "you have dealt with them" : kind->why);
}

/* Once in a while, so that she can say otherwise. */
static char *of_probe(const struct judgement *j)
{
    const struct facts *facts = &j->facts;
    const char *whose = facts->stranger ? "strangers" : facts->relation;
    char span[40] = "";
    if (facts->last_shown)
        text_duration(facts->now - facts->last_shown, span, sizeof span);
    return g_strdup_printf("useful %.1f; a chance to be wanted: no %s mail of %s was shown %s%s",
                           j->scores.of[AXIS_USEFUL], kind_name(facts->kind.kind), whose,
                           facts->last_shown ? "for " : "before", span);
}

static char *of_rule(const struct rule *rule)
{
    g_autofree char *place = rule_place(rule), *text = rule_text(rule);
    return g_strdup_printf("%s: %s", place, text);
}

char *reason_brief(const struct judgement *j)
{
    const struct verdict *verdict = &j->verdict;
    if (verdict_refuses(verdict))
        return of_finding(j, "no priority: ");
    switch (verdict->decision) {
    case DECIDED_RULE:
        return of_rule(verdict_rule(verdict));
    case DECIDED_PROTECTED:
        return of_protected(j);
    case DECIDED_PROBE:
        return of_probe(j);
    case DECIDED_UNPROVEN:
        return verdict->barred ? of_finding(j, "no priority: ")
                               : g_strdup_printf("useful %.1f; no priority: you have not dealt with %s",
                                                 j->scores.of[AXIS_USEFUL], j->sender->address);
    default: {
        const struct finding *finding = finding_telling(verdict, j->findings);
        bool between = verdict->decision == DECIDED_USEFUL && verdict->placement == PLACE_INBOX;
        return of_finding(j, !between || !finding ? "" : finding->term < 0 ? "against it: " : "for it: ");
    }
    }
}
