/* The condition of a rule: "or" binds less than "and", "and" less than "not"; a test is a field, an
 * operator and values. */
#include <math.h>
#include <string.h>

#include "rule-parse.h"
#include "base/text.h"

#define MOST_WORDS 3 /* of a field's name */
#define MOST_TESTS 500 /* of one rule */

static const char *const operators[] = {"is", "has", "matches", "contains", NULL};

static guint add_node(struct parse *p, enum node_kind kind, guint a, guint b)
{
    struct node node = {kind, a, b};
    g_array_append_val(p->rules->nodes, node);
    return p->rules->nodes->len - 1;
}

/* --- values --------------------------------------------------------------------------------------------- */

static const struct {
    const char *name;
    double worth; /* bytes, or days */
    enum field_type type;
} units[] = {
    {"byte", 1, FIELD_SIZE},      {"bytes", 1, FIELD_SIZE},       {"B", 1, FIELD_SIZE},
    {"kB", 1e3, FIELD_SIZE},      {"KiB", 1024, FIELD_SIZE},      {"MB", 1e6, FIELD_SIZE},
    {"MiB", 1048576, FIELD_SIZE}, {"GB", 1e9, FIELD_SIZE},        {"GiB", 1073741824, FIELD_SIZE},
    {"hour", 1 / 24.0, FIELD_AGE}, {"hours", 1 / 24.0, FIELD_AGE}, {"day", 1, FIELD_AGE},
    {"days", 1, FIELD_AGE},       {"week", 7, FIELD_AGE},         {"weeks", 7, FIELD_AGE},
    {"month", 30.44, FIELD_AGE},  {"months", 30.44, FIELD_AGE},   {"year", 365.25, FIELD_AGE},
    {"years", 365.25, FIELD_AGE}, {"%", 1, FIELD_NUMBER},
};

static const char *units_of(enum field_type type)
{
    return type == FIELD_SIZE ? "bytes, kB, KiB, MB, MiB, GB or GiB" : "hours, days, weeks, months or years";
}

static bool parse_unit(struct parse *p, const struct field *field, const char *at, const char *unit,
                       double *number)
{
    const char *known[G_N_ELEMENTS(units) + 1] = {NULL};
    size_t n = 0;
    for (size_t i = 0; i < G_N_ELEMENTS(units); i++) {
        if (units[i].type != field->type || (*units[i].name == '%' && field->max != 100))
            continue;
        known[n++] = units[i].name;
        if (g_ascii_strcasecmp(units[i].name, unit) == 0) {
            *number *= units[i].worth;
            return true;
        }
    }
    g_autofree char *last = g_strdup_printf("last %s", field->name);
    if (!n)
        return parse_fail(p, at, field_find(last) ? last : NULL, "%s has no unit, but \"%s\" stands here",
                          field->name, unit);
    return parse_fail(p, at, text_nearest(unit, known), "\"%s\" is no unit of %.*s (%s)", unit,
                      (int)(p->named_end - p->named), p->named,
                      field->type == FIELD_NUMBER ? "%" : units_of(field->type));
}

static bool is_connective(const struct scan *scan)
{
    return scan_is_word(scan, "and") || scan_is_word(scan, "or") || scan_is_word(scan, "not");
}

static bool parse_number(struct parse *p, const struct field *field, struct value *value)
{
    scan_space(&p->scan);
    const char *at = p->scan.at;
    char *unit = NULL;
    bool found = scan_word(&p->scan, p->word);
    value->number = found ? g_ascii_strtod(p->word->str, &unit) : NAN;
    if (!found || unit == p->word->str || !isfinite(value->number)) {
        p->scan.at = at;
        return parse_expected(p, "a number");
    }
    if (*unit)
        return parse_unit(p, field, at + (unit - p->word->str), unit, &value->number);
    struct scan ahead = p->scan;
    scan_space(&ahead);
    at = ahead.at;
    if (is_connective(&ahead) || !scan_word(&ahead, p->word))
        return true;
    p->scan = ahead;
    return parse_unit(p, field, at, p->word->str, &value->number);
}

static bool parse_word(struct parse *p, const struct field *field, struct value *value)
{
    const char *known[KIND_COUNT + 1] = {NULL};
    scan_space(&p->scan);
    const char *at = p->scan.at;
    if (is_connective(&p->scan) || !scan_word(&p->scan, p->word))
        return parse_expected(p, "a word");
    for (int i = 0; i < field->words; i++) {
        known[i] = field->word(i);
        value->number = i;
        if (g_ascii_strcasecmp(known[i], p->word->str) == 0)
            return true;
    }
    g_autofree char *all = g_strjoinv(", ", (char **)known);
    const char *near = text_nearest(p->word->str, known);
    if (!near && g_strcmp0(field->name, "kind") == 0)
        near = meant_by_kind(p->word->str);
    return parse_fail(p, at, near, "\"%s\" is no %s (%s)", p->word->str, field->name, all);
}

static bool parse_pattern(struct parse *p, struct value *value)
{
    scan_space(&p->scan);
    const char *at = p->scan.at;
    g_autoptr(GString) flags = g_string_new(NULL);
    if (at == p->scan.end || *at != '/')
        return parse_expected(p, "a pattern between slashes: /order [0-9]+/i");
    const char *wrong = scan_pattern(&p->scan, p->word, flags);
    if (wrong)
        return parse_fail(p, at, NULL, "%s", wrong);
    if (flags->str[strspn(flags->str, "imsx")])
        return parse_fail(p, p->scan.at - 1, NULL, "a pattern's flags are i, m, s and x, not \"%s\"",
                          flags->str);
    g_autofree char *why = NULL;
    int offset;
    value->regex = pattern_new(p->word->str, flags->str, &why, &offset);
    if (!value->regex) {
        const char *there = at + 1 + MAX(0, offset); /* slashes that were escaped may move it */
        return parse_fail(p, MIN(there, p->scan.at - 1), NULL, "this pattern cannot be: %s", why);
    }
    value->text = g_string_chunk_insert_const(p->rules->strings, p->word->str);
    return true;
}

/* A word that begins with what text processors and other languages quote by. */
static bool is_quote(const char *word)
{
    static const gunichar quotes[] = {'\'', '`', 0xab, 0x2018, 0x201a, 0x201c, 0x201e};
    for (size_t i = 0; i < G_N_ELEMENTS(quotes); i++)
        if (g_utf8_get_char(word) == quotes[i])
            return true;
    return false;
}

static bool parse_text(struct parse *p, const struct field *field, struct value *value)
{
    scan_space(&p->scan);
    const char *at = p->scan.at, *wrong;
    if (at < p->scan.end && *at == '"') {
        if ((wrong = scan_string(&p->scan, p->word)))
            return parse_fail(p, at, NULL, "%s", wrong);
    } else if (is_connective(&p->scan) || !scan_word(&p->scan, p->word))
        return parse_expected(p, "a text");
    else if (is_quote(p->word->str))
        return parse_fail(p, at, NULL,
                          "texts stand between \", and other quotation marks would be part of it");
    g_autofree char *text =
        field->type == FIELD_IDENTITY ? fold_identity(p->word->str) : fold_text(p->word->str);
    if (!*text)
        return parse_fail(p, at, NULL, "an empty text is in everything");
    value->text = g_string_chunk_insert_const(p->rules->strings, text);
    value->length = (guint)strlen(text);
    return true;
}

static bool parse_value(struct parse *p, const struct test *test)
{
    struct value value = {0};
    enum field_type type = test->field->type;
    scan_space(&p->scan);
    p->last = p->scan.at;
    bool good = test->comparison == MATCHES                       ? parse_pattern(p, &value)
                : type == FIELD_WORD                              ? parse_word(p, test->field, &value)
                : type == FIELD_TEXT || type == FIELD_IDENTITY    ? parse_text(p, test->field, &value)
                                                                  : parse_number(p, test->field, &value);
    if (good)
        g_array_append_val(p->rules->values, value);
    return good;
}

/* --- tests ---------------------------------------------------------------------------------------------- */

/* The longest name of a field that stands here. */
static const struct field *parse_field(struct parse *p)
{
    g_autoptr(GString) name = g_string_new(NULL);
    const struct field *found = NULL;
    scan_space(&p->scan);
    const char *at = p->scan.at;
    struct scan ahead = p->scan;
    for (int words = 0; words < MOST_WORDS && scan_word(&ahead, p->word); words++) {
        g_string_append_printf(name, "%s%s", words ? " " : "", p->word->str);
        const struct field *field = field_find(name->str);
        if (field) {
            found = field;
            p->scan = ahead;
            p->named_end = ahead.at;
        }
        scan_space(&ahead);
    }
    p->last = p->named = at;
    if (found)
        return found;
    if (!name->len)
        return parse_expected(p, "a condition"), NULL;
    struct scan again = p->scan;
    scan_word(&again, p->word);
    g_autofree char *near = meant_by_condition(p->word->str);
    if (!near && p->joint) /* from a.example or b.example */
        near = g_strdup_printf("a comma instead of %s", p->joint);
    parse_fail(p, at, near, "there is no field \"%s\"; heed check --fields lists them", p->word->str);
    return NULL;
}

static bool parse_argument(struct parse *p, const struct field *field, const char **argument)
{
    scan_space(&p->scan);
    const char *at = p->scan.at, *wrong;
    *argument = NULL;
    if (!field->argument)
        return true;
    if (at < p->scan.end && *at == '"') {
        if ((wrong = scan_string(&p->scan, p->word)))
            return parse_fail(p, at, NULL, "%s", wrong);
    } else if (!scan_word(&p->scan, p->word))
        return parse_expected(p, "the header field's name in quotes");
    if (!*p->word->str || strpbrk(p->word->str, ": \t"))
        return parse_fail(p, at, NULL, "\"%s\" cannot be a header field's name", p->word->str);
    g_autofree char *lower = g_ascii_strdown(p->word->str, -1);
    *argument = g_string_chunk_insert_const(p->rules->strings, lower);
    return true;
}

static guint source_of(struct rules *rules, const struct field *field, const char *argument)
{
    g_autofree char *name = g_strconcat(field->name, "\n", argument, NULL);
    guint index = GPOINTER_TO_UINT(g_hash_table_lookup(rules->source_of, name));
    if (!index) {
        struct source source = {field, argument};
        g_array_append_val(rules->sources, source);
        index = rules->sources->len;
        g_hash_table_insert(rules->source_of, g_steal_pointer(&name), GUINT_TO_POINTER(index));
    }
    return index - 1;
}

/* True and the comparison where a test has an operator, or a value without one. */
static bool read_comparison(struct parse *p, const struct field *field, enum comparison *comparison)
{
    static const struct {
        const char *sign;
        enum comparison comparison;
    } signs[] = {{"<=", AT_MOST}, {">=", AT_LEAST}, {"!=", IS_NOT}, {"==", IS},
                 {"<", BELOW},    {">", ABOVE},     {"=", IS}};
    for (size_t i = 0; i < G_N_ELEMENTS(signs); i++)
        if (scan_accept(&p->scan, signs[i].sign)) {
            *comparison = signs[i].comparison;
            return true;
        }
    if (scan_accept_word(&p->scan, "is")) {
        *comparison = scan_accept_word(&p->scan, "not") ? IS_NOT : IS;
        return true;
    }
    if (scan_accept_word(&p->scan, "has") || scan_accept_word(&p->scan, "contains"))
        *comparison = HAS;
    else if (scan_accept_word(&p->scan, "matches"))
        *comparison = MATCHES;
    else {
        struct scan ahead = p->scan;
        scan_space(&ahead);
        bool value =
            ahead.at < ahead.end && (*ahead.at == '"' || *ahead.at == '/' || scan_word(&ahead, p->word));
        *comparison = value && !is_connective(&p->scan) ? (field->has ? HAS : IS) : ASK;
    }
    return *comparison != ASK;
}

static bool comparison_suits(struct parse *p, const struct field *field, const char *at,
                             enum comparison comparison)
{
    bool text = field->type == FIELD_TEXT || field->type == FIELD_IDENTITY;
    if (field->type == FIELD_FLAG)
        return parse_fail(p, at, field_nearest(field->name),
                          "%s is true or not: write it alone, or behind not", field->name);
    if (text ? comparison >= BELOW : comparison == HAS || comparison == MATCHES)
        return parse_fail(p, at, NULL, "%s is a %s: it takes %s", field->name,
                          text ? "text" : field->type == FIELD_WORD ? "word" : "number",
                          text ? "is, has or matches" : field->type == FIELD_WORD ? "is" : "<, <=, =, >=, >");
    if (field->type == FIELD_WORD && comparison >= BELOW)
        return parse_fail(p, at, NULL, "%s is a word: it takes is", field->name);
    return true;
}

/* `subject haz "sale"`: what was taken for the value was meant for the operator. */
static bool value_ends(struct parse *p, const char *at)
{
    scan_space(&p->scan);
    if (p->scan.at == p->scan.end || strchr("),-", *p->scan.at) || is_connective(&p->scan))
        return true;
    struct scan again = {at, p->scan.end};
    const char *near =
        *at != '"' && scan_word(&again, p->word) ? text_nearest(p->word->str, operators) : NULL;
    return near ? parse_fail(p, at, near, "expected is, has or matches, not \"%s\"", p->word->str)
                : parse_expected_join(p, "a comma, and, or, or -> and what to do");
}

static bool parse_test(struct parse *p, guint *node)
{
    struct test test = {.field = parse_field(p)};
    const char *argument, *at;
    if (!test.field || !parse_argument(p, test.field, &argument))
        return false;
    if (++p->tests > MOST_TESTS)
        return parse_fail(p, p->last, NULL, "more than %d tests in one rule; a list of values is one",
                          MOST_TESTS);
    if (test.field->text)
        test.source = source_of(p->rules, test.field, argument);
    scan_space(&p->scan);
    at = p->scan.at;
    bool bare;
    if (read_comparison(p, test.field, &test.comparison)) {
        bare = p->scan.at == at;
        if (!comparison_suits(p, test.field, at, test.comparison))
            return false;
        test.first = p->rules->values->len;
        do {
            if (!parse_value(p, &test))
                return false;
            if (bare && !value_ends(p, at))
                return false;
        } while (scan_accept(&p->scan, ","));
        test.count = p->rules->values->len - test.first;
        if (test.comparison >= BELOW && test.count > 1)
            return parse_fail(p, p->last, NULL, "only is takes a list");
    } else if (test.field->type == FIELD_WORD)
        return parse_expected(p, "is");
    g_array_append_val(p->rules->tests, test);
    *node = add_node(p, NODE_TEST, p->rules->tests->len - 1, 0);
    return true;
}

/* --- and, or, not --------------------------------------------------------------------------------------- */

static bool parse_or(struct parse *p, guint *node);

static bool parse_primary(struct parse *p, guint *node)
{
    scan_space(&p->scan);
    const char *at = p->scan.at;
    bool negated = scan_accept_word(&p->scan, "not");
    if (!negated && !scan_accept(&p->scan, "("))
        return parse_test(p, node);
    p->joint = NULL;
    p->last = at;
    if (++p->depth > MOST_DEPTH)
        return parse_fail(p, at, NULL, "more than %d parentheses and nots within each other", MOST_DEPTH);
    unsigned ands = p->ands;
    if (!(negated ? parse_primary(p, node) : parse_or(p, node)))
        return false;
    p->ands = ands;
    p->depth--;
    if (negated)
        *node = add_node(p, NODE_NOT, *node, 0);
    else if (!scan_accept(&p->scan, ")"))
        return parse_expected(p, "the closing parenthesis )");
    return true;
}

static bool parse_row(struct parse *p, enum node_kind kind, guint *node)
{
    const char *word = kind == NODE_AND ? "and" : "or";
    unsigned ands = p->ands;
    if (!(kind == NODE_AND ? parse_primary(p, node) : parse_row(p, NODE_AND, node)))
        return false;
    const char *first = NULL;
    while (scan_accept_word(&p->scan, word)) {
        guint right;
        first = first ? first : p->scan.at - strlen(word);
        p->joint = word;
        p->ands += kind == NODE_AND;
        if (!(kind == NODE_AND ? parse_primary(p, &right) : parse_row(p, NODE_AND, &right)))
            return false;
        *node = add_node(p, kind, *node, right);
    }
    if (kind == NODE_OR && first && p->ands > ands)
        rule_problem(p->rules, p->file, first, true, NULL,
                     "and binds closer than or: write parentheses around what is meant");
    return true;
}

static bool parse_or(struct parse *p, guint *node)
{
    return parse_row(p, NODE_OR, node);
}

bool parse_condition(struct parse *p, guint *node)
{
    return parse_or(p, node);
}
