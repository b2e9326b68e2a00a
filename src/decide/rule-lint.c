/* What can be right and still is hardly meant: conditions that never hold, rules that another one always
 * comes before, organisations without mail. For `heed check`; delivery does without. */
#include <math.h>
#include <string.h>

#include "rule-private.h"
#include "mail/sender.h"

#define MOST_PARTS 8 /* of a condition that are held against those of earlier rules */
#define MOST_EARLIER 500 /* rules that are held against each other, part by part */

/* A rule so far that places or stops: its parts, all of which must hold, and what they say. */
struct earlier {
    const struct rule *rule;
    GArray *parts;
    char **texts;
};

struct lint {
    struct rules *rules;
    GArray *earlier; /* struct earlier */
    GHashTable *placed, *stopped; /* conditions of rules so far, as text -> struct rule */
    GHashTable *tags;             /* in lower case -> as written */
    const struct config *config;
    rules_known *known;
    void *known_data;
    GHashTable *told;             /* organisations */
};

static const struct node *node_at(const struct lint *lint, guint at)
{
    return &g_array_index(lint->rules->nodes, struct node, at);
}

static const struct test *test_at(const struct lint *lint, guint at)
{
    return &g_array_index(lint->rules->tests, struct test, node_at(lint, at)->a);
}

static const struct value *value_at(const struct lint *lint, const struct test *test, guint i)
{
    return &g_array_index(lint->rules->values, struct value, test->first + i);
}

static void warn(struct lint *lint, const struct rule *rule, const char *near, const char *format, ...)
    G_GNUC_PRINTF(4, 5);
static void warn(struct lint *lint, const struct rule *rule, const char *near, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    g_autofree char *what = g_strdup_vprintf(format, args);
    va_end(args);
    rule_problem(lint->rules, rule->file, rule->from, true, near, "%s", what);
}

/* The parts of a condition that must all hold. */
static void flatten(const struct lint *lint, guint at, GArray *parts)
{
    const struct node *node = node_at(lint, at);
    if (node->kind == NODE_AND) {
        flatten(lint, node->a, parts);
        flatten(lint, node->b, parts);
    } else
        g_array_append_val(parts, at);
}

static bool rule_decides(const struct rule *rule)
{
    return rule->placement != PLACE_NONE || rule->keeps;
}

/* --- never ---------------------------------------------------------------------------------------------- */

struct range {
    const struct field *field;
    double low, high;
    bool open_low, open_high; /* the bound itself is out */
    uint64_t words;
};

static struct range whole_range(const struct field *field)
{
    return (struct range){field, field->min, field->max ? field->max : INFINITY, false, false, ~(uint64_t)0};
}

static void narrow(const struct lint *lint, struct range *range, const struct test *test)
{
    uint64_t words = 0;
    double low = INFINITY, high = -INFINITY;
    for (guint i = 0; i < test->count; i++) {
        double number = value_at(lint, test, i)->number;
        low = MIN(low, number);
        high = MAX(high, number);
        words |= test->field->type == FIELD_WORD ? (uint64_t)1 << (unsigned)number : 0;
    }
    bool above = test->comparison == ABOVE || test->comparison == AT_LEAST || test->comparison == IS;
    bool below = test->comparison == BELOW || test->comparison == AT_MOST || test->comparison == IS;
    if (test->field->type == FIELD_WORD) {
        range->words &= test->comparison == IS ? words : test->comparison == IS_NOT ? ~words : ~(uint64_t)0;
        return;
    }
    if (above && low >= range->low) {
        range->open_low |= test->comparison == ABOVE;
        range->low = low;
    }
    if (below && high <= range->high) {
        range->open_high |= test->comparison == BELOW;
        range->high = high;
    }
}

static bool is_empty(const struct range *range)
{
    if (range->field->type == FIELD_WORD)
        return !(range->words & (((uint64_t)1 << range->field->words) - 1));
    return range->low > range->high || (range->low == range->high && (range->open_low || range->open_high));
}

static void check_ranges(struct lint *lint, const struct rule *rule, GArray *parts)
{
    for (guint i = 0; i < parts->len; i++) {
        guint at = g_array_index(parts, guint, i);
        if (node_at(lint, at)->kind != NODE_TEST || !test_at(lint, at)->field->number)
            continue;
        const struct field *field = test_at(lint, at)->field;
        struct range range = whole_range(field), alone = range;
        narrow(lint, &alone, test_at(lint, at));
        for (guint k = 0; k <= i; k++) {
            guint other = g_array_index(parts, guint, k);
            if (node_at(lint, other)->kind == NODE_TEST && test_at(lint, other)->field == field)
                narrow(lint, &range, test_at(lint, other));
        }
        if (is_empty(&alone) && field->type != FIELD_WORD)
            warn(lint, rule, NULL, "this never matches: %s is from %g to %g", field->name, field->min,
                 whole_range(field).high);
        else if (is_empty(&range))
            warn(lint, rule, NULL, "this never matches: it wants two things of %s that exclude each other",
                 field->name);
        else
            continue;
        return;
    }
}

/* --- shadowed ------------------------------------------------------------------------------------------- */

static void write_test(const struct lint *lint, const struct test *test, guint first, guint count,
                       GString *out)
{
    const char *argument = "";
    if (test->field->argument)
        argument = g_array_index(lint->rules->sources, struct source, test->source).argument;
    g_string_append_printf(out, "%s %s %d", test->field->name, argument, test->comparison);
    for (guint i = first; i < first + count; i++) {
        const struct value *value = value_at(lint, test, i);
        char number[G_ASCII_DTOSTR_BUF_SIZE];
        g_string_append_printf(
            out, "\t%s", value->text ? value->text : g_ascii_dtostr(number, sizeof number, value->number));
        if (value->regex)
            g_string_append_printf(out, "\t%u", (unsigned)g_regex_get_compile_flags(value->regex));
    }
}

static void write_node(const struct lint *lint, guint at, GString *out)
{
    static const char *const marks[] = {"", "!", "&", "|"};
    const struct node *node = node_at(lint, at);
    if (node->kind == NODE_TEST) {
        write_test(lint, test_at(lint, at), 0, test_at(lint, at)->count, out);
        return;
    }
    g_string_append_printf(out, "%s(", marks[node->kind]);
    write_node(lint, node->a, out);
    if (node->kind != NODE_NOT) {
        g_string_append_c(out, ' ');
        write_node(lint, node->b, out);
    }
    g_string_append_c(out, ')');
}

static int by_text(gconstpointer a, gconstpointer b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

/* Parts named by the bits of WHICH, in one text. */
static char *join(char **texts, guint count, guint which)
{
    GPtrArray *some = g_ptr_array_new();
    for (guint i = 0; i < count; i++)
        if (which >> i & 1)
            g_ptr_array_add(some, texts[i]);
    g_ptr_array_sort(some, by_text);
    g_ptr_array_add(some, NULL);
    char *joined = g_strjoinv("\n", (char **)some->pdata);
    g_ptr_array_free(some, TRUE);
    return joined;
}

/* The earlier rule that matches wherever PART does, by what it says of one value after the other. */
static const struct rule *covering_values(const struct lint *lint, GHashTable *earlier, guint part)
{
    const struct rule *cover = NULL;
    if (node_at(lint, part)->kind != NODE_TEST)
        return NULL;
    const struct test *test = test_at(lint, part);
    if (test->comparison != IS && test->comparison != HAS)
        return NULL;
    for (guint i = 0; i < test->count; i++) {
        g_autoptr(GString) text = g_string_new(NULL);
        write_test(lint, test, i, 1, text);
        cover = g_hash_table_lookup(earlier, text->str);
        if (!cover)
            return NULL;
    }
    return cover;
}

/* The earlier rule whose condition is part of this one's: it matches whatever this one does. */
static const struct rule *covering(const struct lint *lint, GHashTable *earlier, GArray *parts, char **texts)
{
    guint count = MIN(parts->len, MOST_PARTS);
    const struct rule *cover = g_hash_table_lookup(earlier, "everything  0");
    for (guint which = 1; !cover && which < 1u << count; which++) {
        g_autofree char *text = join(texts, count, which);
        cover = g_hash_table_lookup(earlier, text);
    }
    for (guint i = 0; !cover && i < parts->len; i++)
        cover = covering_values(lint, earlier, g_array_index(parts, guint, i));
    return cover;
}

/* The first of those that say the same is the one to name. */
static void note(GHashTable *earlier, char *text, const struct rule *rule)
{
    if (g_hash_table_contains(earlier, text))
        g_free(text);
    else
        g_hash_table_insert(earlier, text, (gpointer)rule);
}

static void remember(const struct lint *lint, GHashTable *earlier, const struct rule *rule, GArray *parts,
                     char **texts)
{
    if (parts->len > MOST_PARTS)
        return;
    note(earlier, join(texts, parts->len, (1u << parts->len) - 1), rule);
    guint only = g_array_index(parts, guint, 0);
    if (parts->len > 1 || node_at(lint, only)->kind != NODE_TEST)
        return;
    const struct test *test = test_at(lint, only);
    for (guint i = 0; i < test->count && (test->comparison == IS || test->comparison == HAS); i++) {
        GString *text = g_string_new(NULL);
        write_test(lint, test, i, 1, text);
        note(earlier, g_string_free(text, FALSE), rule);
    }
}

static bool implies(const struct lint *lint, guint part, const char *text, guint earlier, const char *its)
{
    bool tests = node_at(lint, part)->kind == NODE_TEST && node_at(lint, earlier)->kind == NODE_TEST;
    return !strcmp(text, its) ||
           (tests && rule_test_implies(lint->rules, test_at(lint, part), test_at(lint, earlier)));
}

/* Each part of EARLIER holds wherever one of PARTS does. */
static bool is_covered(const struct lint *lint, const struct earlier *earlier, GArray *parts, char **texts)
{
    bool all = true;
    for (guint i = 0; i < earlier->parts->len && all; i++) {
        guint part = g_array_index(earlier->parts, guint, i);
        all = false;
        for (guint k = 0; k < parts->len && !all; k++)
            all = implies(lint, g_array_index(parts, guint, k), texts[k], part, earlier->texts[i]);
    }
    return all;
}

/* The earlier rule that is wider in each of its parts, of those that stop, or that place. */
static const struct rule *wider(const struct lint *lint, GArray *parts, char **texts, bool stops)
{
    for (guint i = 0; i < lint->earlier->len; i++) {
        const struct earlier *earlier = &g_array_index(lint->earlier, struct earlier, i);
        if ((!stops || earlier->rule->stop) && (stops || rule_decides(earlier->rule)) &&
            is_covered(lint, earlier, parts, texts))
            return earlier->rule;
    }
    return NULL;
}

static void clear_earlier(gpointer data)
{
    struct earlier *earlier = data;
    g_array_unref(earlier->parts);
    g_strfreev(earlier->texts);
}

static void check_shadows(struct lint *lint, const struct rule *rule, GArray *parts)
{
    g_auto(GStrv) texts = g_new0(char *, parts->len + 1);
    for (guint i = 0; i < parts->len; i++) {
        GString *text = g_string_new(NULL);
        write_node(lint, g_array_index(parts, guint, i), text);
        texts[i] = g_string_free(text, FALSE);
    }
    const struct rule *stops = covering(lint, lint->stopped, parts, texts);
    bool decides = rule_decides(rule);
    const struct rule *places = !decides ? NULL : covering(lint, lint->placed, parts, texts);
    stops = stops ? stops : wider(lint, parts, texts, true);
    places = places || !decides ? places : wider(lint, parts, texts, false);
    if (stops)
        warn(lint, rule, NULL, "this is never reached: %s:%u stops before it", stops->file->path,
             stops->line);
    else if (places)
        warn(lint, rule, NULL, "this never decides a placement: %s:%u always comes first", places->file->path,
             places->line);
    if (rule->stop)
        remember(lint, lint->stopped, rule, parts, texts);
    if (decides)
        remember(lint, lint->placed, rule, parts, texts);
    if ((rule->stop || decides) && lint->earlier->len < MOST_EARLIER) {
        struct earlier earlier = {rule, g_array_ref(parts), g_steal_pointer(&texts)};
        g_array_append_val(lint->earlier, earlier);
    }
}

/* --- names ---------------------------------------------------------------------------------------------- */

static void check_organisation(struct lint *lint, const struct rule *rule, const struct test *test,
                               const char *value)
{
    const char *at = strrchr(value, '@'), *near = NULL;
    const char *domain = at ? at + 1 : value;
    g_autofree char *organisation = organisation_of(domain);
    g_autofree char *name = g_strdup_printf("name has \"%s\"", value);
    if (!strchr(value, '.') && !at)
        warn(lint, rule, name, "\"%s\" is neither an address nor a domain, and never matches", value);
    else if (strcmp(test->field->name, "organisation") == 0 && strcmp(organisation, value) != 0)
        warn(lint, rule, organisation, "%s is no organisation, and never matches", value);
    else if (lint->known && g_hash_table_add(lint->told, g_strdup(organisation)) &&
             !lint->known(organisation, &near, lint->known_data))
        warn(lint, rule, near, "there is no mail from %s yet", organisation);
}

static void check_names(struct lint *lint, const struct rule *rule)
{
    for (guint i = rule->first_test; i < rule->first_test + rule->n_tests; i++) {
        const struct test *test = &g_array_index(lint->rules->tests, struct test, i);
        bool author = !strcmp(test->field->name, "from") || !strcmp(test->field->name, "organisation") ||
                      !strcmp(test->field->name, "author");
        for (guint k = 0; author && test->comparison == IS && k < test->count; k++)
            check_organisation(lint, rule, test, value_at(lint, test, k)->text);
    }
    for (unsigned i = 0; i < rule->n_tags; i++) {
        const char *tag = rule->tags[i] + 1;
        char *lower = fold_text(tag);
        const char *other = g_hash_table_lookup(lint->tags, lower);
        if (other && strcmp(other, tag) != 0)
            warn(lint, rule, NULL, "the tags \"%s\" and \"%s\" differ in case only", tag, other);
        if (lint->config && config_places_by(lint->config, tag))
            warn(lint, rule, NULL, "the tag \"%s\" shows a placement by your settings, and is not added",
                 tag);
        g_hash_table_insert(lint->tags, lower, (gpointer)tag);
    }
}

static int by_place(gconstpointer a, gconstpointer b)
{
    const struct problem *x = a, *y = b;
    int files = strcmp(x->file, y->file);
    return files ? files : x->line != y->line ? (x->line > y->line) - (x->line < y->line)
                                              : (x->column > y->column) - (x->column < y->column);
}

void rules_lint(struct rules *rules, const struct config *config, rules_known *known, void *data)
{
    struct lint lint = {.rules = rules, .config = config, .known = known, .known_data = data,
                        .earlier = g_array_new(FALSE, FALSE, sizeof(struct earlier)),
                        .placed = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL),
                        .stopped = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL),
                        .tags = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL),
                        .told = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL)};
    g_array_set_clear_func(lint.earlier, clear_earlier);
    for (guint i = 0; i < rules->rules->len; i++) {
        const struct rule *rule = &g_array_index(rules->rules, struct rule, i);
        g_autoptr(GArray) parts = g_array_new(FALSE, FALSE, sizeof(guint));
        flatten(&lint, rule->condition, parts);
        check_ranges(&lint, rule, parts);
        check_shadows(&lint, rule, parts);
        check_names(&lint, rule);
    }
    g_array_free(lint.earlier, TRUE);
    g_array_sort(rules->problems, by_place);
    g_hash_table_destroy(lint.placed);
    g_hash_table_destroy(lint.stopped);
    g_hash_table_destroy(lint.tags);
    g_hash_table_destroy(lint.told);
}
