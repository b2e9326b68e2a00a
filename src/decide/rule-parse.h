/* What the two halves of the parser share. */
#ifndef HEED_RULE_PARSE_H
#define HEED_RULE_PARSE_H

#include "rule-private.h"

struct parse {
    struct rules *rules;
    struct rule_file *file;
    struct scan scan;
    const char *last; /* where what was read last begins, for mistakes at the rule's end */
    GString *word;    /* the latest */
    unsigned depth, tests;
};

/* Both note a mistake and return false: one at AT; and that EXPECTED was expected where the parser is. */
bool parse_fail(struct parse *p, const char *at, const char *near, const char *format, ...) G_GNUC_PRINTF(4, 5);
bool parse_found(struct parse *p, const char *expected);

/* Reads a condition up to "->"; *NODE is its root. */
bool parse_condition(struct parse *p, guint *node);

#endif
