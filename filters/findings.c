/* The list of findings. A term is rounded before it is used, so that what a person adds up is the score. */
#include <math.h>
#include <stdarg.h>

#include "store/book.h"
#include "filters/finding.h"
#include "base/owned.h"
#include "base/text.h"

#define MOST_FINDINGS 500
#define DETAIL_CHARACTERS 200

struct findings {
    GArray *list; /* of struct finding */
    GHashTable *deviations;
    bool terse;
    double spared;
};

static void clear_finding(gpointer finding)
{
    g_free(((struct finding *)finding)->detail);
}

struct findings *findings_new(GHashTable *deviations, bool terse)
{
    struct findings *findings = g_new0(struct findings, 1);
    findings->list = g_array_new(FALSE, FALSE, sizeof(struct finding));
    findings->deviations = deviations;
    findings->terse = terse;
    g_array_set_clear_func(findings->list, clear_finding);
    return findings;
}

void findings_free(struct findings *findings)
{
    if (!findings)
        return;
    g_array_free(findings->list, TRUE);
    g_free(findings);
}

void findings_spare(struct findings *findings, double share)
{
    findings->spared = share;
}

static double deviation_of(const struct findings *findings, const struct finding_spec *spec)
{
    if (!findings->deviations || spec->fixed)
        return 0;
    uint64_t key = weight_key_of_finding(spec->code);
    const struct weight *weight = g_hash_table_lookup(findings->deviations, &key);
    return weight ? weight->value : 0;
}

double findings_worth(const struct findings *findings, const struct finding_spec *spec)
{
    return CLAMP(1 + deviation_of(findings, spec) / spec->weight, 0, 1.5);
}

void findings_add(struct findings *findings, const struct finding_spec *spec, double value,
                  const char *format, ...)
{
    if (findings->list->len >= MOST_FINDINGS || !isfinite(value))
        return;
    double deviation = deviation_of(findings, spec), weight = spec->weight + deviation;
    if (spec->spares && weight * value < 0)
        value *= 1 - findings->spared;
    if (spec->spares_learned && deviation > 0 && value < 0)
        value *= 1 - findings->spared * deviation / weight;
    double term = round(weight * value * 100) / 100;
    g_autofree char *detail = NULL;
    if (!findings->terse || term == 0) {
        va_list args;
        va_start(args, format);
        detail = g_strdup_vprintf(format, args);
        va_end(args);
    }
    if (term == 0 && !*detail)
        return;
    struct finding finding = {spec, value, weight, term,
                              text_clean(findings->terse ? "" : detail, DETAIL_CHARACTERS)};
    g_array_append_val(findings->list, finding);
}

size_t findings_count(const struct findings *findings)
{
    return findings->list->len;
}

const struct finding *findings_at(const struct findings *findings, size_t index)
{
    return &g_array_index(findings->list, struct finding, index);
}

double findings_sum(const struct findings *findings, enum axis axis)
{
    double sum = 0;
    for (size_t i = 0; i < findings_count(findings); i++)
        if (findings_at(findings, i)->spec->axis == axis)
            sum += findings_at(findings, i)->term;
    return round(sum * 100) / 100;
}
