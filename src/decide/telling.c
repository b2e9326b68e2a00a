/* What sets a message apart. That it is a promotion, and what becomes of promotions, is the largest term of
 * most promotions, and tells nothing of this one. What its sender's mail has meant tells more, what it says
 * itself most: the narrower is named unless the wider weighs half as much again. */
#include <math.h>

#include "decide/telling.h"

#define NARROWER 1.5 /* times as much the wider has to weigh, to be named */

/* Logits: what moves the odds by less sets nothing apart. A word that is in all subjects moves them a bit. */
static const double least[] = {[OF_MESSAGE] = 0.25, [OF_SENDER] = 0.1};

enum axis verdict_axis(const struct verdict *verdict)
{
    bool trust = verdict->decision == DECIDED_TRUST || verdict->decision == DECIDED_DOUBTFUL ||
                 (verdict->decision == DECIDED_UNPROVEN && verdict->barred) || verdict_refuses(verdict);
    return trust ? AXIS_TRUST : AXIS_USEFUL;
}

static double sum_of(const struct findings *findings, enum axis axis, enum scope scope)
{
    double sum = 0;
    for (size_t i = 0; i < findings_count(findings); i++) {
        const struct finding *finding = findings_at(findings, i);
        bool counts = finding->spec->axis == axis && finding->spec->scope == scope;
        sum += counts && !finding->spec->background ? finding->term : 0;
    }
    return sum;
}

/* The strongest that has a fact to tell and pulls the way of SIGN, or NULL. */
static const struct finding *strongest(const struct findings *findings, enum axis axis, enum scope scope,
                                       double sign)
{
    const struct finding *best = NULL;
    for (size_t i = 0; i < findings_count(findings); i++) {
        const struct finding *finding = findings_at(findings, i);
        const struct finding_spec *spec = finding->spec;
        if (spec->axis == axis && spec->scope == scope && !spec->background && *finding->detail &&
            sign * finding->term > (best ? sign * best->term : 0))
            best = finding;
    }
    return best;
}

/* Which way what decided pulls. Between the two thresholds it is what sets the message apart that says so. */
static double sign_of(const struct verdict *verdict, const struct findings *findings, enum axis axis)
{
    bool down = axis == AXIS_TRUST || placement_is_demoted(verdict->placement) ||
                verdict->decision == DECIDED_PROTECTED || verdict->decision == DECIDED_PROBE;
    if (down || verdict->decision != DECIDED_USEFUL || verdict->placement == PLACE_PRIORITY)
        return down ? -1 : 1;
    return sum_of(findings, axis, OF_MESSAGE) + sum_of(findings, axis, OF_SENDER) < 0 ? -1 : 1;
}

const struct finding *finding_telling(const struct verdict *verdict, const struct findings *findings)
{
    enum axis axis = verdict_axis(verdict);
    if (verdict->decision == DECIDED_RULE && axis != AXIS_TRUST)
        return NULL;
    double sign = sign_of(verdict, findings, axis);
    const struct finding *message = strongest(findings, axis, OF_MESSAGE, sign);
    const struct finding *sender = strongest(findings, axis, OF_SENDER, sign);
    const struct finding *kind = strongest(findings, axis, OF_KIND, sign);
    double by_message = message ? sign * message->term : 0;
    double by_sender = sender ? sign * sum_of(findings, axis, OF_SENDER) : 0;
    if (by_message >= least[OF_MESSAGE] && NARROWER * by_message >= by_sender)
        return message;
    if (by_sender >= least[OF_SENDER])
        return sender;
    return kind ? kind : message ? message : sender;
}
