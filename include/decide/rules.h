/* Rules: hers, and the site's, in text files. They win over scores. The language is in heed-rules(5). */
#ifndef HEED_RULES_H
#define HEED_RULES_H

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>

#include "store/facts.h"
#include "filters/finding.h"
#include "base/owned.h"
#include "base/placement.h"
#include "base/status.h"

#define RULE_TAGS 16    /* tags that rules may change on one message */
#define RULE_TAG_BYTES 64
#define RULE_MATCHES 16 /* of the rules that match, those that are remembered */

struct rules;
struct rule;
struct scores;

/* What the rules say of one message. All that it points to belongs to the rules. */
struct ruling {
    enum placement placement;      /* PLACE_NONE where no rule places it */
    bool keeps;                    /* a rule keeps it out of later; it places it no other way */
    const struct rule *placed_by;
    const char *folder;            /* below the mail root, or NULL */
    const char *tags[RULE_TAGS];   /* "+travel", "-list" */
    unsigned n_tags;
    const struct rule *matched[RULE_MATCHES]; /* in order */
    unsigned n_matched;            /* all of them, also those that are not remembered */
    bool stopped;                  /* by the last of them */
};

/* Reads the usual files: `rules` and `rules.d` in SITE_DIR, then in USER_DIR. What cannot be read is a
 * problem; all else holds. NULL where there are no such files. */
struct rules *rules_load(const char *site_dir, const char *user_dir);

/* The same with FILES (NULL-ended) in place of hers; with no site's where SITE_DIR is "". Never NULL. */
struct rules *rules_read(const char *site_dir, const char *const *files);

void rules_free(struct rules *rules);
OWNED_DEFINE(rules)

/* Applies RULES (NULL: none) in their order: adds findings for what they weigh, moves SCORES with them,
 * and tells the rest in *RULING. Takes at most 50 ms for patterns; what would take longer is not known. */
void rules_apply(const struct rules *rules, const struct facts *facts, struct findings *findings,
                 struct scores *scores, struct ruling *ruling);

/* Mistakes and warnings, in order of file and line; of several lines each, without a line break at the
 * end. */
struct problem {
    const char *file;
    unsigned line, column; /* from 1; the column in characters */
    bool warning;
    char *text;
};
const struct problem *rules_problems(const struct rules *rules, unsigned *count);

/* Adds warnings: rules that never match or are shadowed, tags that differ in case only or are CONFIG's
 * (may be NULL) for placements, and organisations that KNOWN (may be NULL) does not know; *NEAR may name
 * one that was meant. */
typedef bool rules_known(const char *organisation, const char **near, void *data);
void rules_lint(struct rules *rules, const struct config *config, rules_known *known, void *data);

unsigned rules_count(const struct rules *rules);
unsigned rules_skipped(const struct rules *rules); /* rules and files with mistakes; 0 for NULL */
const struct rule *rules_at(const struct rules *rules, unsigned index);

/* Where a rule stands and what it says, for a person; rule_text() is the caller's to free. */
const char *rule_file(const struct rule *rule);
unsigned rule_line(const struct rule *rule);
char *rule_text(const struct rule *rule);
enum placement rule_placement(const struct rule *rule);

/* Whether a rule names TAG, with its sign, or FOLDER. */
bool rules_has_tag(const struct rules *rules, const char *tag);
bool rules_has_folder(const struct rules *rules, const char *folder);

/* Calls EACH for every folder that a rule names. */
void rules_folders(const struct rules *rules, void (*each)(const char *folder, void *data), void *data);

/* `expect "mail.eml" later +travel`: what a file says of its own rules, for `heed check` to verify. */
struct expectation {
    const char *file;
    unsigned line;
    const char *message;      /* a path, absolute or beside the file; or "id:..." */
    enum placement placement; /* PLACE_NONE: any */
    bool unruled;             /* "none": no rule places it */
    const char *folder;       /* or NULL */
    const char *tags[RULE_TAGS];
    unsigned n_tags;          /* "+travel": added, "-travel": not added */
};
const struct expectation *rules_expectations(const struct rules *rules, unsigned *count);

/* Whether TAG, without its sign, is one that a rule may change. */
bool rules_tag_is_fit(const char *tag);

/* Every field of the language, in the order of the manual, the findings of the filters last. */
struct field_help {
    const char *name, *also; /* other names, or "" */
    const char *type, *help;
    const char *words;       /* that one of type word can be, or "" */
};
struct field_help rules_field(unsigned index); /* name NULL behind the last */

#endif
