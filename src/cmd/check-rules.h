/* Looking over rules: their mistakes, what is hardly meant, and whether their examples hold. */
#ifndef HEED_CHECK_RULES_H
#define HEED_CHECK_RULES_H

#include <stdbool.h>

#include "reader/reader.h"

/* Says on standard error all that is wrong with READER->rules, and on standard output that nothing is.
 * Warnings alone are nothing wrong. Where they are TRIED and nothing is wrong, it also says how many of her
 * latest messages they would move beside her own. */
bool check_rules(struct reader *reader, bool tried);

/* Reads FILE in place of her own rules into SOURCES->rules. Errors: STATUS_DENIED where it has mistakes,
 * which are told on standard error. */
STATUS_CHECK enum status try_rules(struct reader *reader, const char *file, struct err *err);

/* "/home/robin/.config/heed/rules:12"; the caller frees it. */
char *rule_place(const struct rule *rule);

#endif
