/* The filters there are. A new one is a file beside this one and a row here. */
#include <string.h>

#include "filters/filter.h"
#include "filters/hers.h"

extern const struct filter filter_base, filter_history, filter_contact, filter_generic,
    filter_authentication, filter_words, filter_change, filter_timely, filter_interest,
    filter_imitation, filter_hers, filter_alias, filter_addressed, filter_lure, filter_limits, filter_depth,
    filter_chance;

const struct filter *const filters[] = {
    &filter_base, &filter_contact, &filter_generic, &filter_history, &filter_change, &filter_timely,
    &filter_hers, &filter_interest, &filter_words, &filter_addressed, &filter_authentication,
    &filter_imitation, &filter_alias, &filter_lure, &filter_limits, &filter_depth, &filter_chance, NULL,
};

#define ABOUT 1.0 /* logits of personal from which on what a sender's other mail came to counts less ... */
#define HERS 3.0  /* ... and hardly any more */

/* What is about her is hers, whatever became of the rest that its sender writes. Of people's letters that
 * their sender is of interest is what tells most, and what proves nothing can be made to look so. */
static double about_share(const struct facts *facts, const struct findings *findings)
{
    static const uint32_t letters = 1u << KIND_PERSON | 1u << KIND_LIST | 1u << KIND_REPORT;
    if (letters >> facts->kind.kind & 1 || auth_is_unproven(facts->entitled) || facts_refused(facts))
        return 0;
    double about = (findings_sum(findings, AXIS_PERSONAL) - ABOUT) / (HERS - ABOUT);
    return SPARED_MOST * CLAMP(about, 0, 1);
}

static bool is_left_out(const struct filter *filter, const struct facts *facts)
{
    size_t length = strlen(filter->name);
    for (const char *name = facts->without; name && *name; name += strcspn(name, ","), name += *name == ',')
        if (strcspn(name, ",") == length && !strncmp(name, filter->name, length))
            return true;
    return false;
}

struct findings *filters_judge(const struct facts *facts)
{
    struct findings *findings = findings_new(facts->deviations, facts->terse);
    struct hers hers = hers_of(facts);
    double share = is_left_out(&filter_hers, facts) ? 0 : hers_share(&hers, facts, findings);
    findings_spare(findings, share);
    for (const struct filter *const *filter = filters; *filter; filter++) {
        if (!is_left_out(*filter, facts))
            (*filter)->judge(facts, findings);
        if (*filter == &filter_generic)
            findings_spare(findings, MAX(share, about_share(facts, findings)));
    }
    return findings;
}
