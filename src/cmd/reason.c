/* The one thing to say of a judgement where there is no room for more. */
#include "reason.h"
#include "check-rules.h"

/* The weightiest finding of the axis that decided. */
static const struct finding *main_finding(const struct judgement *j)
{
    bool trust = j->verdict.decision == DECIDED_TRUST || j->verdict.decision == DECIDED_DOUBTFUL ||
                 j->verdict.decision == DECIDED_UNPROVEN;
    enum axis axis = trust ? AXIS_TRUST : AXIS_USEFUL;
    bool down = placement_is_demoted(j->verdict.placement);
    const struct finding *best = NULL;
    for (size_t i = 0; i < findings_count(j->findings); i++) {
        const struct finding *finding = findings_at(j->findings, i);
        double pull = down ? -finding->term : finding->term;
        if (finding->spec->axis == axis && !finding->spec->background && *finding->detail && pull > 0 &&
            (!best || pull > (down ? -best->term : best->term)))
            best = finding;
    }
    return best;
}

char *reason_brief(const struct judgement *j)
{
    const struct rule *rule = verdict_rule(&j->verdict);
    if (rule) {
        g_autofree char *place = rule_place(rule), *text = rule_text(rule);
        return g_strdup_printf("%s: %s", place, text);
    }
    const struct finding *finding = main_finding(j);
    return g_strdup_printf("useful %.1f; %s%s%s", j->scores.of[AXIS_USEFUL],
                           finding ? finding->spec->says : "nothing is known",
                           finding && *finding->detail ? ": " : "", finding ? finding->detail : "");
}
