/* From findings to three scores to a placement. */
#include <math.h>

#include "score.h"

#define MOST_LOGITS 12.0

double score_logit(double percent)
{
    double p = CLAMP(percent, 1e-4, 100 - 1e-4) / 100;
    return CLAMP(log(p / (1 - p)), -MOST_LOGITS, MOST_LOGITS);
}

double score_percent(double logit)
{
    return 100 / (1 + exp(-CLAMP(logit, -MOST_LOGITS, MOST_LOGITS)));
}

struct scores score_findings(const struct findings *findings)
{
    struct scores scores;
    for (int axis = 0; axis < AXIS_COUNT; axis++)
        scores.of[axis] = score_percent(findings_sum(findings, axis));
    return scores;
}

bool is_protected(const struct config *config, const struct facts *facts)
{
    if (!config->protect[facts->kind.kind])
        return false;
    if (facts->kind.kind == KIND_PERSON) /* a person she has written to, or who answers her */
        return facts->proven != AUTH_FAIL &&
               (facts->contact.written > 0 || facts->answers_her || facts->thread_is_hers);
    return facts->proven == AUTH_PASS || facts->proven == AUTH_UNKNOWN;
}

double later_below(const struct config *config, const struct facts *facts)
{
    double known = facts->tally[LEVEL_ORGANISATION_KIND].received;
    return config->doubt > 0 ? config->later_below * known / (known + config->doubt) : config->later_below;
}

struct verdict decide(const struct config *config, const struct facts *facts, const struct scores *scores)
{
    double useful = scores->of[AXIS_USEFUL], below = later_below(config, facts);
    if (scores->of[AXIS_TRUST] < config->suspect_below)
        return (struct verdict){PLACE_SUSPECT, DECIDED_TRUST};
    if (useful < below && is_protected(config, facts))
        return (struct verdict){PLACE_INBOX, DECIDED_PROTECTED};
    enum placement placement = useful < below                     ? PLACE_LATER
                               : useful >= config->priority_above ? PLACE_PRIORITY
                                                                  : PLACE_INBOX;
    return (struct verdict){placement, DECIDED_USEFUL};
}
