/* The gradient step. Weights are deviations, so a zero weight is the shipped prior, and features never seen
 * cost nothing. */
#include <math.h>
#include <string.h>

#include "decide/learn.h"
#include "decide/score.h"

/* Measured on the worlds of the evaluation; see tests/ablation.sh. */
enum type { FINDING, ANYWHERE, HERE, BIAS, TYPES };
static const double rates[TYPES] = {[FINDING] = 0.1, [ANYWHERE] = 0.12, [HERE] = 0.12, [BIAS] = 0.02};
#define SMOOTHING 0.3  /* of the squared gradients: how far the first outcomes move a weight */
#define DECAY 0.001    /* pull towards the shipped weight with each step */

#define MOST_FEATURES 1000 /* of one message; and bounds of what they can be */
#define MOST_VALUE 1000.0
#define MOST_LOGITS 1000.0

struct feature {
    uint64_t key;
    double value;
    enum type type;
    char *name;
};

struct features {
    double fixed;
    GArray *list; /* struct feature */
};

static void clear_feature(gpointer feature)
{
    g_free(((struct feature *)feature)->name);
}

static struct features *features_new(void)
{
    struct features *features = g_new0(struct features, 1);
    features->list = g_array_new(FALSE, FALSE, sizeof(struct feature));
    g_array_set_clear_func(features->list, clear_feature);
    return features;
}

void features_free(struct features *features)
{
    if (!features)
        return;
    g_array_free(features->list, TRUE);
    g_free(features);
}

static void add(struct features *features, uint64_t key, double value, enum type type, char *name)
{
    struct feature feature = {key, value, type, name};
    g_array_append_val(features->list, feature);
}

static void add_findings(struct features *features, const struct findings *findings)
{
    for (size_t i = 0; i < findings_count(findings); i++) {
        const struct finding *finding = findings_at(findings, i);
        const struct finding_spec *spec = finding->spec;
        if (spec->axis != AXIS_USEFUL || spec->fixed)
            continue;
        features->fixed += spec->weight * finding->value;
        add(features, weight_key_of_finding(spec->code), finding->value, FINDING, g_strdup(spec->code));
    }
}

struct features *features_of(const struct facts *facts, const struct findings *findings)
{
    struct features *features = features_new();
    add_findings(features, findings);
    if (facts->proven == AUTH_FAIL || !facts->bias_organisation)
        return features;
    const char *organisation = facts->learned_as;
    for (unsigned i = 0; i < facts->n_words; i++) {
        const struct word_fact *fact = &facts->words[i];
        add(features, fact->anywhere->key, 1, ANYWHERE, g_strdup(fact->word));
        add(features, fact->here->key, 1, HERE, g_strdup_printf("%s %s", fact->word, organisation));
    }
    add(features, facts->bias_organisation->key, 1, BIAS, g_strdup(organisation));
    add(features, facts->bias_sender->key, 1, BIAS,
        g_strdup_printf("%s %s", facts->voice, kind_name(facts->kind.kind)));
    return features;
}

GBytes *features_pack(const struct features *features)
{
    GVariantBuilder builder;
    g_variant_builder_init(&builder, G_VARIANT_TYPE("a(tdys)"));
    for (guint i = 0; i < features->list->len; i++) {
        const struct feature *f = &g_array_index(features->list, struct feature, i);
        g_variant_builder_add(&builder, "(tdys)", f->key, f->value, (guchar)f->type, f->name);
    }
    g_autoptr(GVariant) variant = g_variant_ref_sink(g_variant_new("(da(tdys))", features->fixed, &builder));
    return g_variant_get_data_as_bytes(variant);
}

/* Who packed them may have been taken over: one value without bounds would spoil every weight it meets. */
static bool is_sound(const struct features *features)
{
    bool sound = features->list->len <= MOST_FEATURES && fabs(features->fixed) <= MOST_LOGITS;
    for (guint i = 0; i < features->list->len && sound; i++)
        sound = fabs(g_array_index(features->list, struct feature, i).value) <= MOST_VALUE;
    return sound; /* what is no number compares with none */
}

struct features *features_unpack(GBytes *bytes)
{
    if (!bytes)
        return NULL;
    g_autoptr(GVariant) raw =
        g_variant_ref_sink(g_variant_new_from_bytes(G_VARIANT_TYPE("(da(tdys))"), bytes, FALSE));
    g_autoptr(GVariant) variant = g_variant_get_normal_form(raw);
    g_autoptr(GVariantIter) iter = NULL;
    struct features *features = features_new();
    guint64 key;
    double value;
    guchar type;
    char *name;
    g_variant_get(variant, "(da(tdys))", &features->fixed, &iter);
    while (g_variant_iter_next(iter, "(tdys)", &key, &value, &type, &name))
        add(features, key, value, MIN(type, TYPES - 1), name);
    if (is_sound(features))
        return features;
    features_free(features);
    return NULL;
}

static double predict(struct book *book, const struct features *features)
{
    double logit = features->fixed;
    for (guint i = 0; i < features->list->len; i++) {
        const struct feature *f = &g_array_index(features->list, struct feature, i);
        logit += f->value * book_weight(book, f->key)->value;
    }
    return score_percent(logit) / 100;
}

static void step(struct weight *weight, const struct feature *feature, double error)
{
    double gradient = error * feature->value + DECAY * weight->value;
    weight->square += gradient * gradient;
    weight->value -= rates[feature->type] * gradient / sqrt(SMOOTHING + weight->square);
    weight->changed = true;
    if (!weight->name)
        weight->name = g_strdup(feature->name);
}

void learn(struct book *book, const struct features *features, double acted, double importance)
{
    double error = (predict(book, features) - acted) * importance;
    for (guint i = 0; i < features->list->len; i++) {
        const struct feature *feature = &g_array_index(features->list, struct feature, i);
        struct weight *weight = book_weight(book, feature->key);
        step(weight, feature, error);
        weight->seen += 1;
        weight->acted += acted;
    }
}
