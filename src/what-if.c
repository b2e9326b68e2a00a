/* What would change a placement, found by judging again with other facts: no filter needs to know of it. */
#include <math.h>

#include "what-if.h"

#define MOST_MESSAGES 60

static enum placement place_with(const struct config *config, const struct rules *rules, struct facts *facts,
                                 unsigned more, bool acting)
{
    static const enum level levels[] = {LEVEL_ORGANISATION, LEVEL_ORGANISATION_KIND, LEVEL_SENDER_KIND};
    struct facts other = *facts;
    for (size_t i = 0; i < G_N_ELEMENTS(levels); i++) {
        other.tally[levels[i]].received += more;
        other.tally[levels[i]].acted += acting ? more : 0;
        other.tally[levels[i]].count[acting ? OUTCOME_OPENED : OUTCOME_IGNORED] += more;
    }
    other.since_wish.came += more;
    other.since_wish.decided += more;
    other.since_wish.acted += acting ? more : 0;
    struct scores scores;
    struct verdict verdict;
    owned(findings) findings = flow_weigh(config, rules, &other, &scores, &verdict);
    return verdict.placement;
}

static void find_by_acting(const struct config *config, const struct rules *rules, const struct judgement *j,
                           struct flip *flip)
{
    struct facts facts = j->facts;
    flip->acting = placement_is_demoted(j->verdict.placement);
    for (unsigned more = 1; more <= MOST_MESSAGES && facts.has_book; more += 1 + more / 10) {
        enum placement placement = place_with(config, rules, &facts, more, flip->acting);
        if (placement != j->verdict.placement) {
            flip->by_acting = placement;
            flip->more = more;
            return;
        }
    }
}

static void find_without(const struct config *config, const struct judgement *j, struct flip *flip)
{
    for (size_t i = 0; i < findings_count(j->findings); i++) {
        const struct finding *finding = findings_at(j->findings, i);
        enum axis axis = finding->spec->axis;
        struct scores scores = j->scores;
        scores.of[axis] = score_percent(findings_sum(j->findings, axis) - finding->term);
        struct verdict verdict = decide(config, &j->facts, &scores);
        if (finding->spec->background || verdict.placement == j->verdict.placement ||
            (flip->finding && fabs(flip->finding->term) <= fabs(finding->term)))
            continue;
        flip->without = verdict.placement;
        flip->finding = finding;
    }
}

struct flip flip_find(const struct config *config, const struct rules *rules,
                      const struct judgement *judgement)
{
    struct flip flip = {.by_acting = PLACE_NONE, .without = PLACE_NONE};
    if (judgement->verdict.decision == DECIDED_RULE)
        return flip;
    find_by_acting(config, rules, judgement, &flip);
    find_without(config, judgement, &flip);
    return flip;
}
