/* What she cares for, whoever writes of it: how mail with the same distinctive words was taken. Looked up for
 * strangers only, since of anybody she knows the counts say more. */
#include <math.h>

#include "filters/filter.h"
#include "filters/prior.h"

enum { TERMS };

static const struct finding_spec specs[] = {
    [TERMS] = {"interest.terms", AXIS_USEFUL, 0.3, "how mail with the same distinctive words was taken"},
};

#define WORTH 4 /* messages that the share of all mail is worth */
#define FEWEST 2
#define TOLD 3

static void judge(const struct facts *facts, struct findings *out)
{
    const struct interest *interest = &facts->interest;
    if (interest->count < FEWEST || facts->proven == AUTH_FAIL)
        return;
    g_autoptr(GString) told = g_string_new(NULL);
    double sum = 0;
    for (unsigned i = 0; i < interest->count; i++) {
        const struct interest_term *term = &interest->terms[i];
        sum += logit((term->acted + WORTH * interest->base) / (term->seen + WORTH)) - logit(interest->base);
        if (i < TOLD)
            g_string_append_printf(told, "%s'%s' %u of %u", i ? ", " : "", term->stem, term->acted,
                                   term->seen);
    }
    findings_add(out, &specs[TERMS], CLAMP(sum / interest->count, -2, 2), "acted on %s; all mail %.0f in 100",
                 told->str, 100 * interest->base);
}

const struct filter filter_interest = {
    "interest", "what you care for, whoever writes of it", specs, G_N_ELEMENTS(specs), judge,
};
