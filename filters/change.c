/* What has changed: how she took their latest mail of this kind, against all of it, and whether they have
 * begun to shout. What she did lately outweighs what she did long ago, and a jump in volume is a reason of
 * its own. */
#include "base/days.h"
#include "filters/filter.h"
#include "filters/prior.h"

enum { LATELY, VOLUME };

static const struct finding_spec specs[] = {
    [LATELY] = {"change.lately", AXIS_USEFUL, 0.4,
                "how you took the latest of this kind from them, against all of it", .scope = OF_SENDER,
                .spares = true},
    [VOLUME] = {"change.volume", AXIS_USEFUL, -0.3, "they send more than they used to",
                .scope = OF_SENDER, .spares = true},
};

#define LATEST 10       /* messages */
#define FADE 0.9        /* of the weight from one to the next older */
#define WORTH 3         /* messages that the long run is worth */
#define FEWEST 3        /* that something can be said of */
#define UNREAD_DAYS 2   /* after which unread counts half as let lie */

#define FORTNIGHT 14.0  /* days that volume is counted over */
#define JUMP 2.5        /* times the usual volume */
#define FEWEST_JUMP 6   /* messages in a fortnight that are many at all */
#define SETTLED 60.0    /* days after which they have a usual volume */

static void judge_lately(const struct facts *facts, struct findings *out)
{
    double acted = 0, seen = 0, weight = 1;
    unsigned count = 0, wanted = 0;
    for (unsigned i = 0; i < facts->n_recent && count < LATEST; i++) {
        const struct recent *r = &facts->recent[i];
        double worth = r->outcome != OUTCOME_NONE ? 1 : 0.5;
        if (r->outcome == OUTCOME_NONE && (placement_is_demoted(r->placement) ||
                                           (double)(facts->now - r->date) < UNREAD_DAYS * DAY))
            continue;
        seen += weight * worth;
        acted += weight * outcome_acted(r->outcome);
        wanted += outcome_acted(r->outcome) > 0;
        weight *= FADE;
        count++;
    }
    if (count < FEWEST)
        return;
    double usual = tally_rate(&facts->tally[LEVEL_ORGANISATION_KIND], prior_rate(facts->kind.kind), WORTH);
    double lately = (acted + WORTH * usual) / (seen + WORTH);
    findings_add(out, &specs[LATELY], logit(lately) - logit(usual), "acted on %u of the latest %u", wanted,
                 count);
}

static void judge_volume(const struct facts *facts, struct findings *out)
{
    const struct tally *tally = &facts->tally[LEVEL_ORGANISATION_KIND];
    double days = (double)(facts->now - tally->first) / DAY;
    unsigned lately = 0;
    while (lately < facts->n_recent && (double)(facts->now - facts->recent[lately].date) < FORTNIGHT * DAY)
        lately++;
    if (!tally->first || days < SETTLED || lately < FEWEST_JUMP)
        return;
    double usual = (tally_total(tally) - lately) / (days - FORTNIGHT) * FORTNIGHT;
    if (lately < JUMP * usual)
        return;
    findings_add(out, &specs[VOLUME], MIN(log2(lately / MAX(usual, 0.5)), 4),
                 "%u in the last fortnight, usually %.1f", lately, usual);
}

static void judge(const struct facts *facts, struct findings *out)
{
    if (facts->proven == AUTH_FAIL)
        return;
    judge_lately(facts, out);
    judge_volume(facts, out);
}

const struct filter filter_change = {
    "change", "what has changed in what they send and how you take it", specs, G_N_ELEMENTS(specs), judge,
};
