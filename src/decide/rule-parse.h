/* What the two halves of the parser share. */
#ifndef HEED_RULE_PARSE_H
#define HEED_RULE_PARSE_H

#include "rule-private.h"

struct parse {
    struct rules *rules;
    struct rule_file *file;
    struct scan scan;
    const char *last; /* where what was read last begins, for mistakes at the rule's end */
    const char *named, *named_end; /* the latest field, as it is written */
    GString *word;    /* the latest */
    const char *joint; /* "and" or "or", if that came last */
    unsigned depth, tests;
    unsigned ands;    /* so far, outside of parentheses */
};

/* Both note a mistake and return false: one at AT; and that EXPECTED was expected where the parser is. */
bool parse_fail(struct parse *p, const char *at, const char *near, const char *format, ...)
    G_GNUC_PRINTF(4, 5);
bool parse_expected(struct parse *p, const char *expected);

/* The same where it may have been NEAR that was meant; NULL: whatever habit makes of what stands there. */
bool parse_expected_near(struct parse *p, const char *expected, const char *near);

/* That EXPECTED was expected between two conditions, or behind them: an action there lacks its arrow. */
bool parse_expected_join(struct parse *p, const char *expected);

extern const char *const action_words[]; /* NULL-ended */

/* rule-habits.c: what was probably meant by WORD where a condition, a kind or an action of KNOWN stands,
 * or what comes between two things; NULL where nobody can tell. */
char *meant_by_condition(const char *word);
const char *meant_by_kind(const char *word);
char *meant_by_action(const char *word, const char *const *known);
const char *meant_by_join(const char *word);

/* Reads a condition up to "->"; *NODE is its root. */
bool parse_condition(struct parse *p, guint *node);

#endif
