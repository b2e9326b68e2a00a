/* What the files of the rule language share: the tree that parsing makes and matching walks. */
#ifndef HEED_RULE_PRIVATE_H
#define HEED_RULE_PRIVATE_H

#include <glib.h>

#include "decide/rules.h"
#include "decide/score.h"

#define MOST_DEPTH 50          /* of parentheses and "not" */
#define MOST_RULES 100000
#define MOST_FILE (8u << 20)   /* bytes */
#define MOST_WEIGHT 12.0       /* logits */

enum truth { UNKNOWN = -1, NO = 0, YES = 1 };

enum field_type {
    FIELD_TEXT,     /* one or more texts */
    FIELD_IDENTITY, /* an address, equal to its domain and organisation too */
    FIELD_WORD,     /* one of a few words */
    FIELD_NUMBER,
    FIELD_SIZE,     /* bytes */
    FIELD_AGE,      /* days */
    FIELD_FLAG,
};

/* The message that a rule looks at. */
struct sight {
    const struct facts *facts;
    const struct findings *findings;
    const struct scores *scores;
};

struct field {
    const char *name;
    const char *also; /* other names, separated by ", "; or NULL */
    enum field_type type;
    const char *help;
    int arg; /* for the functions below */
    double (*number)(const struct sight *sight,
                     const struct field *field); /* of all but texts; NAN: not known */
    /* The text at INDEX, NULL behind the last. *FREE is set where it is to be freed. */
    const char *(*text)(const struct sight *sight, const char *argument, unsigned index, char **free);
    /* UNKNOWN where nothing can be said; NO where there may be more than was looked at. NULL: always
     * whole. */
    enum truth (*whole)(const struct sight *sight);
    const char *(*word)(int index); /* the words of FIELD_WORD, whose number() is the index */
    int words;
    double min, max; /* of numbers; max 0: no bound */
    bool has;        /* "has" is meant where no operator is written, otherwise "is" */
    bool argument;   /* its name is followed by a text: header "X-Spam" */
    const struct finding_spec *spec; /* of a finding's own field */
};

/* Two to four words at most; NULL where there is none of that name. */
const struct field *field_find(const char *name);
const char *field_nearest(const char *name); /* of all others */
const struct field *field_at(unsigned index);

enum comparison { ASK, IS, IS_NOT, HAS, MATCHES, BELOW, AT_MOST, ABOVE, AT_LEAST };

struct value {
    const char *text; /* as compared: lower case */
    guint length;
    double number;
    GRegex *regex;
};

/* A text that is looked at: a field, and for header its argument. Each is read once for a message. */
struct source {
    const struct field *field;
    const char *argument; /* or NULL */
};

struct test {
    const struct field *field;
    guint source; /* of texts */
    enum comparison comparison;
    guint first, count; /* in rules->values */
};

enum node_kind { NODE_TEST, NODE_NOT, NODE_AND, NODE_OR };
struct node {
    enum node_kind kind;
    guint a, b; /* nodes; of NODE_TEST, a is the test */
};

struct rule_file {
    char *path;
    char *text;
    gsize length;
    bool site, own;      /* neither: read by its name */
    const char *counted; /* a line's beginning, of which rule-problem.c knows the number */
    unsigned lines;
};

struct rule {
    struct rule_file *file;
    const char *from;  /* in file->text */
    guint length, line;
    guint condition;   /* node */
    guint first_test, n_tests;
    enum placement placement;
    const char *folder;
    const char *tags[RULE_TAGS];
    unsigned n_tags;
    double weigh[AXIS_COUNT];
    bool keeps;        /* out of later, where the scores would put it there */
    bool stop, always;
};

struct rules {
    GPtrArray *files;      /* struct rule_file */
    GArray *rules;         /* struct rule, in the order in which they are applied */
    GArray *nodes, *tests, *values, *sources;
    GHashTable *source_of; /* field name and argument -> index + 1 */
    GStringChunk *strings;
    GArray *problems;      /* struct problem */
    GArray *expectations;
    unsigned skipped;
};

/* Parses FILE, which it takes over into RULES. */
void rule_parse(struct rules *rules, struct rule_file *file);

/* Notes what is wrong at AT in FILE. NEAR (may be NULL) is what was probably meant. */
void rule_problem(struct rules *rules, struct rule_file *file, const char *at, bool warning,
                  const char *near, const char *format, ...) G_GNUC_PRINTF(6, 7);

/* rule-tag.c: whether TAG says what she did or what heed did. */
bool rule_tag_is_taken(const char *tag);

/* rule-lex.c: a place in one rule, and what stands there. */
struct scan {
    const char *at, *end;
};
void scan_space(struct scan *scan);                     /* white space, line breaks, comments */
bool scan_accept(struct scan *scan, const char *sign);  /* a sign such as "(" or "->" */
bool scan_word(struct scan *scan, GString *out);        /* a bare word; false where there is none */
bool scan_sign(struct scan *scan, GString *out);        /* other characters up to a blank, a letter or a
                                                           quote */
bool scan_is_word(const struct scan *scan, const char *word); /* the next is WORD, case aside */
bool scan_accept_word(struct scan *scan, const char *word);
/* A text in quotes. NULL where all is well, otherwise what is wrong; scan->at is then where. */
const char *scan_string(struct scan *scan, GString *out);
/* /pattern/flags, the slash escaped within. */
const char *scan_pattern(struct scan *scan, GString *pattern, GString *flags);

/* rule-text.c: the texts of one message, each read once. */
struct texts;
struct texts *texts_new(const struct rules *rules, const struct sight *sight);
void texts_free(struct texts *texts);
OWNED_DEFINE(texts)

/* Whether one of SOURCE's texts is, has or matches one of the COUNT values from FIRST on. */
enum truth texts_test(struct texts *texts, const struct test *test);

/* A value whose pattern took too long on this message, or NULL. */
const struct test *texts_slow(const struct texts *texts);

/* Whether WIDE holds wherever NARROW does, as far as the two tests of one field tell. */
bool rule_test_implies(const struct rules *rules, const struct test *narrow, const struct test *wide);

/* Lower case; the caller frees it. */
char *fold_text(const char *text);

/* TEXT as an IDENTITY is compared: the domain in A-label form, without "@" or "*." before it. */
char *fold_identity(const char *text);

/* The pattern so that one match takes a bounded number of steps, wherever it begins. *OFFSET is how many
 * characters come before the pattern in what errors speak of. NULL with *WHY where it is none. */
GRegex *pattern_new(const char *pattern, const char *flags, char **why, int *offset);

#endif
