/* Whether one test of a rule holds wherever another of the same field does: a narrower number, fewer words, a
 * longer text, an address within a domain. For `heed check`. */
#include <math.h>
#include <string.h>

#include "rule-private.h"

static const struct value *value_at(const struct rules *rules, const struct test *test, guint i)
{
    return &g_array_index(rules->values, struct value, test->first + i);
}

static uint64_t words_of(const struct rules *rules, const struct test *test)
{
    uint64_t words = 0, all = ((uint64_t)1 << test->field->words) - 1;
    for (guint i = 0; i < test->count; i++)
        words |= (uint64_t)1 << (unsigned)value_at(rules, test, i)->number;
    return test->comparison == IS_NOT ? all & ~words : words;
}

/* What a number that passes TEST is at least, or (UPPER) at most; *OPEN: and not just that. One that is asked
 * for alone is not 0. */
static double bound(const struct rules *rules, const struct test *test, bool upper, bool *open)
{
    enum comparison c = test->comparison;
    if (c == ASK)
        return *open = true, upper ? INFINITY : 0;
    bool bounds = upper ? c == BELOW || c == AT_MOST || c == IS : c == ABOVE || c == AT_LEAST || c == IS;
    *open = c == (upper ? BELOW : ABOVE);
    return bounds ? value_at(rules, test, 0)->number : upper ? INFINITY : -INFINITY;
}

static bool is_range(const struct test *test)
{
    return test->comparison == ASK ? !test->field->spec : test->count == 1 && test->comparison != IS_NOT;
}

static bool number_implies(const struct rules *rules, const struct test *narrow, const struct test *wide)
{
    bool ranges = is_range(narrow) && is_range(wide);
    for (int upper = 0; upper < 2 && ranges; upper++) {
        bool open, wide_open;
        double sign = upper ? -1 : 1, low = sign * bound(rules, narrow, upper, &open);
        double wide_low = sign * bound(rules, wide, upper, &wide_open);
        ranges = low > wide_low || (low == wide_low && (open || !wide_open || isinf(low)));
    }
    return ranges;
}

static bool text_implies(const struct test *narrow, const struct value *value, const struct test *wide,
                         const struct value *wider)
{
    if (wide->comparison == HAS)
        return strstr(value->text, wider->text) != NULL;
    if (narrow->comparison != IS)
        return false;
    if (value->length == wider->length || narrow->field->type != FIELD_IDENTITY)
        return strcmp(value->text, wider->text) == 0;
    return !strchr(wider->text, '@') && g_str_has_suffix(value->text, wider->text) &&
           strchr(".@", value->text[value->length - wider->length - 1]);
}

/* Each value of NARROW has one of WIDE that it implies. */
static bool texts_imply(const struct rules *rules, const struct test *narrow, const struct test *wide)
{
    bool says = narrow->comparison == IS || narrow->comparison == HAS;
    bool all = says && (wide->comparison == IS || wide->comparison == HAS);
    if (wide->comparison == ASK) /* whether there is one */
        return says;
    for (guint i = 0; i < narrow->count && all; i++) {
        bool any = false;
        for (guint k = 0; k < wide->count && !any; k++)
            any = text_implies(narrow, value_at(rules, narrow, i), wide, value_at(rules, wide, k));
        all = any;
    }
    return all;
}

bool rule_test_implies(const struct rules *rules, const struct test *narrow, const struct test *wide)
{
    enum field_type type = narrow->field->type;
    bool text = type == FIELD_TEXT || type == FIELD_IDENTITY;
    if (narrow->field != wide->field || narrow->comparison == ASK || (text && narrow->source != wide->source))
        return false;
    if (type == FIELD_WORD)
        return !(words_of(rules, narrow) & ~words_of(rules, wide));
    return text ? texts_imply(rules, narrow, wide) : number_implies(rules, narrow, wide);
}
