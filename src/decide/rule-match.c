/* Whether a message meets a condition, in three values: what is not known does not match, and its contrary
 * does not either (Kleene's strong logic). And what follows, rule by rule. */
#include <math.h>
#include <string.h>

#include "rule-private.h"

enum { WEIGH_USEFUL, WEIGH_PERSONAL, WEIGH_TRUST, SLOW };
G_STATIC_ASSERT((int)WEIGH_TRUST == (int)AXIS_TRUST && (int)WEIGH_USEFUL == (int)AXIS_USEFUL);

static const struct finding_spec specs[] = {
    [WEIGH_USEFUL] = {"rules.weigh", AXIS_USEFUL, 1.0, "a rule weighs it", .fixed = true},
    [WEIGH_PERSONAL] = {"rules.weigh-personal", AXIS_PERSONAL, 1.0, "a rule weighs it", .fixed = true},
    [WEIGH_TRUST] = {"rules.weigh-trust", AXIS_TRUST, 1.0, "a rule weighs it", .fixed = true},
    [SLOW] = {"rules.slow", AXIS_USEFUL, 0, "a pattern takes too long on this message", .fixed = true},
};

struct matching {
    const struct rules *rules;
    struct sight sight;
    struct texts *texts;
};

static enum truth invert(enum truth known)
{
    return known == UNKNOWN ? UNKNOWN : known == NO ? YES : NO;
}

static enum truth compare(enum comparison comparison, double number, double value)
{
    switch (comparison) {
    case BELOW:
        return number < value;
    case AT_MOST:
        return number <= value;
    case ABOVE:
        return number > value;
    case AT_LEAST:
        return number >= value;
    default:
        return number == value;
    }
}

static enum truth test(const struct matching *m, const struct test *test)
{
    if (test->field->text)
        return texts_test(m->texts, test);
    double number = test->field->number(&m->sight, test->field);
    if (isnan(number))
        return UNKNOWN;
    if (test->comparison == ASK)
        return number != 0;
    enum truth found = NO;
    for (guint i = 0; i < test->count && found == NO; i++)
        found = compare(test->comparison, number,
                        g_array_index(m->rules->values, struct value, test->first + i).number);
    return test->comparison == IS_NOT ? invert(found) : found;
}

static enum truth meets(const struct matching *m, guint at)
{
    const struct node *node = &g_array_index(m->rules->nodes, struct node, at);
    if (node->kind == NODE_TEST)
        return test(m, &g_array_index(m->rules->tests, struct test, node->a));
    enum truth a = meets(m, node->a);
    if (node->kind == NODE_NOT)
        return invert(a);
    enum truth decides = node->kind == NODE_OR ? YES : NO;
    if (a == decides)
        return a;
    enum truth b = meets(m, node->b);
    return b == decides ? b : a == UNKNOWN ? a : b;
}

/* The first rule that names a tag decides about it. */
static void add_tag(struct ruling *ruling, const char *tag)
{
    for (unsigned i = 0; i < ruling->n_tags; i++)
        if (strcmp(ruling->tags[i] + 1, tag + 1) == 0)
            return;
    if (ruling->n_tags < RULE_TAGS)
        ruling->tags[ruling->n_tags++] = tag;
}

static void weigh(const struct rule *rule, struct findings *findings, struct scores *scores)
{
    bool weighs = false;
    for (int axis = 0; axis < AXIS_COUNT; axis++)
        if (rule->weigh[axis] != 0) {
            g_autofree char *name = g_path_get_basename(rule->file->path);
            findings_add(findings, &specs[axis], rule->weigh[axis], "%s:%u", name, rule->line);
            weighs = true;
        }
    if (weighs)
        *scores = score_findings(findings);
}

static void take(const struct rule *rule, struct ruling *ruling)
{
    if (ruling->n_matched < RULE_MATCHES)
        ruling->matched[ruling->n_matched] = rule;
    ruling->n_matched++;
    if (!ruling->placed_by && (rule->placement != PLACE_NONE || rule->keeps)) {
        ruling->placement = rule->placement;
        ruling->keeps = rule->keeps;
        ruling->placed_by = rule;
    }
    bool beaten = ruling->placed_by != rule && (rule->placement != PLACE_NONE || rule->keeps);
    if (!ruling->folder && !beaten) /* the folder of a rule whose placement lost does not count */
        ruling->folder = rule->folder;
    for (unsigned i = 0; i < rule->n_tags; i++)
        add_tag(ruling, rule->tags[i]);
    ruling->stopped = rule->stop;
}

static const struct rule *rule_of_test(const struct rules *rules, const struct test *test)
{
    guint index = (guint)(test - (const struct test *)(void *)rules->tests->data);
    for (guint i = 0; i < rules->rules->len; i++) {
        const struct rule *rule = &g_array_index(rules->rules, struct rule, i);
        if (index >= rule->first_test && index < rule->first_test + rule->n_tests)
            return rule;
    }
    return NULL;
}

void rules_apply(const struct rules *rules, const struct facts *facts, struct findings *findings,
                 struct scores *scores, struct ruling *ruling)
{
    *ruling = (struct ruling){.placement = PLACE_NONE};
    if (!rules)
        return;
    struct matching m = {.rules = rules, .sight = {facts, findings, scores}};
    owned(texts) texts = m.texts = texts_new(rules, &m.sight);
    for (guint i = 0; i < rules->rules->len && !ruling->stopped; i++) {
        const struct rule *rule = &g_array_index(rules->rules, struct rule, i);
        if (meets(&m, rule->condition) != YES)
            continue;
        take(rule, ruling);
        weigh(rule, findings, scores);
    }
    const struct rule *slow = texts_slow(texts) ? rule_of_test(rules, texts_slow(texts)) : NULL;
    if (slow) {
        g_autofree char *name = g_path_get_basename(slow->file->path);
        findings_add(findings, &specs[SLOW], 0, "%s:%u; the condition counts as not known", name, slow->line);
    }
}
