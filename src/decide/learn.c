/* The gradient step. Weights are deviations, so a zero weight is the shipped prior, and features never seen
 * cost nothing. */
#include <math.h>
#include <string.h>

#include <zlib.h>

#include "decide/learn.h"
#include "decide/score.h"

/* Measured on the worlds of the evaluation; see tests/ablation.sh. */
enum type { FINDING, ANYWHERE, HERE, BIAS, WITH, TYPES };
static const double rates[TYPES] = {[FINDING] = 0.1, [ANYWHERE] = 0.12, [HERE] = 0.12, [BIAS] = 0.02,
                                     [WITH] = 0.2};
#define SMOOTHING 0.3  /* of the squared gradients: how far the first outcomes move a weight */
#define DECAY 0.001    /* pull towards the shipped weight with each step */

#define MOST_FEATURES 1000 /* of one message; and bounds of what they can be */
#define MOST_VALUE 1000.0
#define MOST_BYTES (1u << 20) /* of them, unpacked */
#define MOST_LOGITS 1000.0

#define WITH_NAME WEIGHT_WITH " " /* begins the names of those; of biases an address or a domain does */

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
        add(features, weight_key_of_finding(spec->code), finding->value, FINDING,
            g_strdup(spec->code));
    }
}

/* What failed, or is not proven where mail of the relation was so far, may be of anybody: what becomes of it
 * says nothing of the words that it uses, nor of how findings weigh. */
static bool teaches(const struct facts *facts)
{
    return facts->proven != AUTH_FAIL && facts->entitled != AUTH_FAIL && !facts_lapsed(facts);
}

struct features *features_of(const struct facts *facts, const struct findings *findings)
{
    struct features *features = features_new();
    if (!teaches(facts))
        return features;
    add_findings(features, findings);
    if (!facts->bias_organisation)
        return features;
    for (unsigned i = 0; i < facts->n_with && !facts->first; i++)
        add(features, facts->with[i]->key, 1, WITH, g_strconcat(WITH_NAME, facts->addressing.with[i], NULL));
    /* Whoever writes for the first time may never do so again: that teaches of words, not of him. */
    const char *organisation = facts->learned_as;
    for (unsigned i = 0; i < facts->n_words; i++) {
        const struct word_fact *fact = &facts->words[i];
        add(features, fact->anywhere->key, 1, ANYWHERE, g_strdup(fact->word));
        if (!facts->first)
            add(features, fact->here->key, 1, HERE, g_strdup_printf("%s %s", fact->word, organisation));
    }
    if (facts->first)
        return features;
    add(features, facts->bias_organisation->key, 1, BIAS, g_strdup(organisation));
    add(features, facts->bias_sender->key, 1, BIAS,
        g_strdup_printf("%s%s %s", auth_is_unproven(facts->entitled) ? "unproven " : "", facts->voice,
                        kind_name(facts->kind.kind)));
    return features;
}

/* --- the packed form ------------------------------------------------------------------------------------ */

/* What 0.1.0 packed had every key beside its name, and was eight times as long: fixed logits, then
 * keys, values, types and names. */
#define LONG_FORM "(da(tdys))"
/* Fixed logits; findings by code; the names of biases, and of whom it is to as well; whose words, and the
 * words, each of which stands for two features: anywhere, and here. Keys follow from the names. */
#define SHORT_FORM "(da(sd)assas)"

static uint64_t key_of(enum type type, const char *name)
{
    const char *blank = type == HERE ? strchr(name, ' ') : NULL;
    g_autofree char *word = blank ? g_strndup(name, (gsize)(blank - name)) : NULL;
    return type == FINDING ? weight_key_of_finding(name)
           : type == WITH  ? weight_key_of_word(WEIGHT_WITH, name + strlen(WITH_NAME))
           : type == BIAS  ? weight_key_of_word(name, "")
           : blank         ? weight_key_of_word(blank + 1, word)
                           : weight_key_of_word("", name);
}

/* With a window and tables that fit what is small: zlib's usual ones are 256 KiB to be cleared for each. */
static GBytes *deflated(const void *bytes, gsize length)
{
    int bits = CLAMP((int)g_bit_storage(length), 9, 15), memory = length > 16384 ? 8 : 5;
    uint32_t whole = GUINT32_TO_LE((uint32_t)length);
    z_stream stream = {0};
    if (deflateInit2(&stream, Z_BEST_COMPRESSION, Z_DEFLATED, bits, memory, Z_DEFAULT_STRATEGY) != Z_OK)
        return NULL;
    uLong room = deflateBound(&stream, length);
    g_autofree Bytef *out = g_malloc(sizeof whole + room);
    memcpy(out, &whole, sizeof whole);
    stream.next_in = (z_const Bytef *)bytes;
    stream.avail_in = (uInt)length;
    stream.next_out = out + sizeof whole;
    stream.avail_out = (uInt)room;
    bool done = deflate(&stream, Z_FINISH) == Z_STREAM_END;
    deflateEnd(&stream);
    return done ? g_bytes_new(out, sizeof whole + stream.total_out) : NULL;
}

/* NULL where BYTES are none that deflated() made. */
static GBytes *inflated(GBytes *bytes)
{
    gsize length;
    const Bytef *in = g_bytes_get_data(bytes, &length);
    uint32_t whole = 0;
    if (length <= sizeof whole)
        return NULL;
    memcpy(&whole, in, sizeof whole);
    uLongf room = GUINT32_FROM_LE(whole);
    if (room > MOST_BYTES)
        return NULL;
    g_autofree Bytef *out = g_malloc(room + 1);
    if (uncompress(out, &room, in + sizeof whole, length - sizeof whole) != Z_OK)
        return NULL;
    return g_bytes_new_take(g_steal_pointer(&out), room);
}

GBytes *features_pack(const struct features *features)
{
    GVariantBuilder findings, biases, words;
    const char *whose = "";
    g_variant_builder_init(&findings, G_VARIANT_TYPE("a(sd)"));
    g_variant_builder_init(&biases, G_VARIANT_TYPE("as"));
    g_variant_builder_init(&words, G_VARIANT_TYPE("as"));
    for (guint i = 0; i < features->list->len; i++) {
        const struct feature *f = &g_array_index(features->list, struct feature, i);
        if (f->type == FINDING)
            g_variant_builder_add(&findings, "(sd)", f->name, f->value);
        else if (f->type == BIAS || f->type == WITH)
            g_variant_builder_add(&biases, "s", f->name);
        else if (f->type == ANYWHERE)
            g_variant_builder_add(&words, "s", f->name);
        else if (strchr(f->name, ' '))
            whose = strchr(f->name, ' ') + 1;
    }
    g_autoptr(GVariant) variant = g_variant_ref_sink(
        g_variant_new("(da(sd)assas)", features->fixed, &findings, &biases, whose, &words));
    return deflated(g_variant_get_data(variant), g_variant_get_size(variant));
}

/* Who packed them may have been taken over: one value without bounds would spoil every weight it meets. */
static bool is_sound(const struct features *features)
{
    bool sound = features->list->len <= MOST_FEATURES && fabs(features->fixed) <= MOST_LOGITS;
    for (guint i = 0; i < features->list->len && sound; i++)
        sound = fabs(g_array_index(features->list, struct feature, i).value) <= MOST_VALUE;
    return sound; /* what is no number compares with none */
}

static void add_named(struct features *features, double value, enum type type, char *name)
{
    add(features, key_of(type, name), value, type, name);
}

static struct features *unpack_short(GVariant *variant)
{
    g_autoptr(GVariantIter) findings = NULL, biases = NULL, words = NULL;
    struct features *features = features_new();
    const char *whose;
    char *name;
    double value;
    g_variant_get(variant, "(da(sd)as&sas)", &features->fixed, &findings, &biases, &whose, &words);
    while (g_variant_iter_next(findings, "(sd)", &name, &value))
        add_named(features, value, FINDING, name);
    while (g_variant_iter_next(words, "s", &name)) {
        if (*whose)
            add_named(features, 1, HERE, g_strdup_printf("%s %s", name, whose));
        add_named(features, 1, ANYWHERE, name);
    }
    while (g_variant_iter_next(biases, "s", &name))
        add_named(features, 1, g_str_has_prefix(name, WITH_NAME) ? WITH : BIAS, name);
    return features;
}

static struct features *unpack_long(GVariant *variant)
{
    g_autoptr(GVariantIter) iter = NULL;
    struct features *features = features_new();
    uint64_t key;
    double value;
    guchar type;
    char *name;
    g_variant_get(variant, LONG_FORM, &features->fixed, &iter);
    while (g_variant_iter_next(iter, "(tdys)", &key, &value, &type, &name))
        add(features, key, value, MIN(type, TYPES - 1), name);
    return features;
}

struct features *features_unpack(GBytes *bytes)
{
    if (!bytes)
        return NULL;
    g_autoptr(GBytes) whole = inflated(bytes);
    const GVariantType *type = G_VARIANT_TYPE(whole ? SHORT_FORM : LONG_FORM);
    g_autoptr(GVariant) raw =
        g_variant_ref_sink(g_variant_new_from_bytes(type, whole ? whole : bytes, FALSE));
    g_autoptr(GVariant) variant = g_variant_get_normal_form(raw);
    struct features *features = whole ? unpack_short(variant) : unpack_long(variant);
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

/* What counts for several outcomes moves a weight farther, and makes it no stiffer: else junk would keep the
 * silence behind it from counting. */
static void step(struct weight *weight, const struct feature *feature, double error, double importance)
{
    double gradient = error * feature->value + DECAY * weight->value;
    weight->square += gradient * gradient;
    weight->value -= rates[feature->type] * importance * gradient / sqrt(SMOOTHING + weight->square);
    weight->changed = true;
    if (!weight->name)
        weight->name = g_strdup(feature->name);
}

void learn(struct book *book, const struct features *features, double acted, double importance)
{
    double error = predict(book, features) - acted;
    for (guint i = 0; i < features->list->len; i++) {
        const struct feature *feature = &g_array_index(features->list, struct feature, i);
        struct weight *weight = book_weight(book, feature->key);
        step(weight, feature, error, importance);
        weight->seen += 1;
        weight->acted += acted;
    }
}
