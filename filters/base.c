/* Where each score starts before anything is known of the message. Usefulness starts at what its kind is
 * worth to most people; the history filter moves it to what it is worth to her. */
#include "filters/claim.h"
#include "filters/filter.h"
#include "filters/prior.h"

enum { USEFUL, PERSONAL, TRUST };

static const struct finding_spec specs[] = {
    [USEFUL] = {"base.kind", AXIS_USEFUL, 1.0, "how often people act on mail of this kind",
              .scope = OF_KIND, .spares_learned = true},
    [PERSONAL] = {"base.personal", AXIS_PERSONAL, 1.0, "where the personal score starts",
                  .background = true},
    [TRUST] = {"base.trust", AXIS_TRUST, 1.0, "where trust starts: most mail is what it says",
               .background = true},
};

static void judge(const struct facts *facts, struct findings *out)
{
    bool claims = is_claim(facts);
    enum kind kind = claims ? KIND_PROMOTION : facts->kind.kind;
    findings_add(out, &specs[USEFUL], logit(prior_rate(kind)), "%s%s (%s); %.0f%% for most people",
                 kind_name(facts->kind.kind), claims ? ", as it says" : "", facts->kind.why,
                 100 * prior_rate(kind));
    findings_add(out, &specs[PERSONAL], -0.5, "%s", "");
    findings_add(out, &specs[TRUST], 1.2, "%s", "");
}

const struct filter filter_base = {
    "base", "what is known before the message is read: its kind", specs, G_N_ELEMENTS(specs), judge,
};
