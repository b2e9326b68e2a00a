/* How the parser says what it expected and what stands there instead. */
#include <stdarg.h>

#include "rule-parse.h"

const char *const action_words[] = {"priority", "inbox", "later", "suspect", "keep",
                                           "folder",   "weigh", "stop",  NULL};

bool parse_fail(struct parse *p, const char *at, const char *near, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    g_autofree char *what = g_strdup_vprintf(format, args);
    va_end(args);
    rule_problem(p->rules, p->file, at, false, near, "%s", what);
    return false;
}

bool parse_expected_near(struct parse *p, const char *expected, const char *near)
{
    scan_space(&p->scan);
    struct scan ahead = p->scan;
    const char *at = ahead.at;
    if (at >= ahead.end)
        return parse_fail(p, p->last ? p->last : at, NULL, "expected %s, but the rule ends here", expected);
    if (!scan_word(&ahead, p->word) && !scan_sign(&ahead, p->word))
        return parse_fail(p, at, near, "expected %s", expected);
    return parse_fail(p, at, near ? near : meant_by_join(p->word->str), "expected %s, not \"%s\"", expected,
                      p->word->str);
}

bool parse_expected(struct parse *p, const char *expected)
{
    return parse_expected_near(p, expected, NULL);
}

bool parse_expected_join(struct parse *p, const char *expected)
{
    struct scan ahead = p->scan;
    if (!scan_word(&ahead, p->word) && !scan_sign(&ahead, p->word))
        return parse_expected(p, expected);
    bool action = *p->word->str == '+' || g_strv_contains(action_words, p->word->str);
    g_autofree char *near = action ? g_strdup_printf("-> %s", p->word->str) : NULL;
    return parse_expected_near(p, expected, near);
}
