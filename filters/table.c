/* The filters there are. A new one is a file beside this one and a row here. */
#include "filters/filter.h"
#include "filters/hers.h"

extern const struct filter filter_base, filter_history, filter_contact, filter_generic,
    filter_authentication, filter_words, filter_change, filter_timely, filter_interest,
    filter_imitation, filter_hers, filter_alias, filter_addressed, filter_lure, filter_limits, filter_depth,
    filter_chance;

const struct filter *const filters[] = {
    &filter_base, &filter_history, &filter_change, &filter_timely, &filter_hers, &filter_interest,
    &filter_words, &filter_contact, &filter_addressed, &filter_generic, &filter_authentication,
    &filter_imitation, &filter_alias, &filter_lure, &filter_limits, &filter_depth, &filter_chance, NULL,
};

struct findings *filters_judge(const struct facts *facts)
{
    struct findings *findings = findings_new(facts->deviations, facts->terse);
    struct hers hers = hers_of(facts);
    if (g_strcmp0(filter_hers.name, facts->without) != 0)
        findings_spare(findings, hers_share(&hers, findings));
    for (const struct filter *const *filter = filters; *filter; filter++)
        if (g_strcmp0((*filter)->name, facts->without) != 0)
            (*filter)->judge(facts, findings);
    return findings;
}
