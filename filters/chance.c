/* What is opened by chance. Of the mail she never wanted, a few in a hundred are opened all the same: by a
 * slip, by a preview pane, to get rid of them. Learned rates contain that share; wanting is what is left.
 * Comes last, since it takes the other findings on usefulness together. */
#include "filters/filter.h"
#include "filters/prior.h"

enum { CHANCE };

static const struct finding_spec specs[] = {
    [CHANCE] = {"chance.opened", AXIS_USEFUL, 1.0, "some mail is opened by chance", .background = true,
                .fixed = true},
};

#define SHARE 0.075 /* of unwanted mail, where she acts on USUAL_RATE of all: measured on the worlds of the
                       evaluation it is 0.08 at most. Who acts on little opens little by chance. */
#define LEAST 0.15  /* the least that is left of a rate, so that the order of rates stays */

static void judge(const struct facts *facts, struct findings *out)
{
    double her = MIN(rate_of_hers(&facts->tally[LEVEL_ALL]) / USUAL_RATE, 1), share = SHARE * her * her;
    double rate = expit(CLAMP(findings_sum(out, AXIS_USEFUL), -12, 12));
    double left = MAX((rate - share) / (1 - share), LEAST * rate);
    findings_add(out, &specs[CHANCE], logit(left) - logit(rate), "%.1f of 100", 100 * share);
}

const struct filter filter_chance = {
    "chance", "what is opened without being wanted", specs, G_N_ELEMENTS(specs), judge,
};
