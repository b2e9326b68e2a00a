/* The texts that rules look at, read from the message once however many rules ask. Equality is by hash,
 * and what is looked for in a long text is first held against the rows of three letters that it has, so
 * that ten thousand rules cost little more than one. Patterns are bounded: they can be written so that
 * they would never end. */
#include <string.h>

#include "rule-private.h"

#define MOST_TEXTS 500        /* of one source */
#define LONG_TEXT 256         /* bytes; shorter ones are just searched */
#define ROW_BITS 15
#define PATTERN_BYTES 65536   /* of a text that patterns look at */
#define PATTERN_STEPS 250000  /* of one match; 5 to 20 ms */
#define PATTERN_MEMORY 16384  /* KiB */
#define PATTERN_MICROSECONDS 20000 /* for all patterns of a message; the last may run over */

struct one {
    char *text;   /* as written, or as told by the field */
    char *folded;
    char *key;    /* of an address: itself */
};

struct reading {
    bool done;
    enum truth whole;
    GArray *ones;
    GHashTable *keys;  /* what the texts are equal to: hash of a text -> the text */
    uint8_t *rows;     /* which rows of three letters there are, or NULL */
};

struct texts {
    const struct rules *rules;
    const struct sight *sight;
    struct reading *readings; /* one for each source */
    int64_t spent;            /* on patterns, microseconds */
    const struct test *slow;
};

char *fold_text(const char *text)
{
    GString *out = g_string_sized_new(strlen(text) + 8);
    for (const char *p = text; *p;)
        if ((guchar)*p < 0x80)
            g_string_append_c(out, g_ascii_tolower(*p++));
        else {
            g_string_append_unichar(out, g_unichar_tolower(g_utf8_get_char(p)));
            p = g_utf8_next_char(p);
        }
    return g_string_free(out, FALSE);
}

char *fold_identity(const char *text)
{
    if (g_str_has_prefix(text, "*@") || g_str_has_prefix(text, "*."))
        text += 2;
    else if (*text == '@' || *text == '.')
        text++;
    const char *at = strrchr(text, '@');
    const char *domain = at ? at + 1 : text;
    g_autofree char *ascii = g_str_is_ascii(domain) ? NULL : g_hostname_to_ascii(domain);
    g_autofree char *whole = g_strdup_printf("%.*s%s", (int)(domain - text), text, ascii ? ascii : domain);
    return fold_text(whole);
}

static void clear_one(gpointer at)
{
    struct one *one = at;
    g_free(one->text);
    g_free(one->folded);
    g_free(one->key);
}

struct texts *texts_new(const struct rules *rules, const struct sight *sight)
{
    struct texts *texts = g_new0(struct texts, 1);
    *texts = (struct texts){.rules = rules, .sight = sight};
    texts->readings = g_new0(struct reading, rules->sources->len + 1);
    return texts;
}

void texts_free(struct texts *texts)
{
    for (guint i = 0; i < texts->rules->sources->len; i++) {
        struct reading *reading = &texts->readings[i];
        g_clear_pointer(&reading->ones, g_array_unref);
        g_clear_pointer(&reading->keys, g_hash_table_destroy);
        g_free(reading->rows);
    }
    g_free(texts->readings);
    g_free(texts);
}

static guint row_of(const char *p)
{
    return ((guchar)p[0] * 0x9e3779b1u ^ (guchar)p[1] * 0x85ebca6bu ^ (guchar)p[2] * 0xc2b2ae35u) >>
           (32 - ROW_BITS);
}

static void note_rows(struct reading *reading)
{
    size_t length = 0;
    for (guint i = 0; i < reading->ones->len; i++)
        length += strlen(g_array_index(reading->ones, struct one, i).folded);
    if (length < LONG_TEXT)
        return;
    reading->rows = g_malloc0((1u << ROW_BITS) / 8);
    for (guint i = 0; i < reading->ones->len; i++)
        for (const char *p = g_array_index(reading->ones, struct one, i).folded; p[0] && p[1] && p[2]; p++)
            reading->rows[row_of(p) >> 3] |= (uint8_t)(1 << (row_of(p) & 7));
}

static bool may_have(const struct reading *reading, const struct value *value)
{
    for (const char *p = value->text; reading->rows && p[0] && p[1] && p[2]; p++)
        if (!(reading->rows[row_of(p) >> 3] >> (row_of(p) & 7) & 1))
            return false;
    return true;
}

/* What an address is equal to: itself, its domain, and each domain above that. The organisation is among
 * them. */
static void note_identity(struct reading *reading, struct one *one)
{
    char *open = strrchr(one->text, '<');
    g_autofree char *mailbox = open ? g_strndup(open + 1, strcspn(open + 1, ">")) : g_strdup(one->text);
    one->key = fold_identity(mailbox);
    g_hash_table_add(reading->keys, one->key);
    char *at = strrchr(one->key, '@');
    for (char *domain = at ? at + 1 : one->key; domain && *domain;) {
        g_hash_table_add(reading->keys, domain);
        char *dot = strchr(domain, '.');
        domain = dot ? dot + 1 : NULL;
    }
}

static void read_source(struct texts *texts, const struct source *source, struct reading *reading)
{
    reading->done = true;
    reading->whole = source->field->whole ? source->field->whole(texts->sight) : YES;
    if (reading->whole == UNKNOWN)
        return;
    reading->ones = g_array_new(FALSE, FALSE, sizeof(struct one));
    g_array_set_clear_func(reading->ones, clear_one);
    reading->keys = g_hash_table_new(g_str_hash, g_str_equal);
    for (unsigned i = 0; i < MOST_TEXTS; i++) {
        char *made = NULL;
        const char *text = source->field->text(texts->sight, source->argument, i, &made);
        if (!text)
            break;
        struct one one = {made ? made : g_strdup(text), fold_text(text), NULL};
        if (source->field->type == FIELD_IDENTITY)
            note_identity(reading, &one);
        else
            g_hash_table_add(reading->keys, one.folded);
        g_array_append_val(reading->ones, one);
    }
    note_rows(reading);
}

static const struct reading *read_once(struct texts *texts, guint source)
{
    struct reading *reading = &texts->readings[source];
    if (!reading->done)
        read_source(texts, &g_array_index(texts->rules->sources, struct source, source), reading);
    return reading;
}

/* --- patterns ------------------------------------------------------------------------------------------- */

/* PCRE counts steps anew for each place where a match may begin. Where the way there is part of the
 * pattern, there is one place, and the limit holds for the whole. */
GRegex *pattern_new(const char *pattern, const char *flags, char **why, int *offset)
{
    GRegexCompileFlags options = 0;
    for (const char *flag = flags; *flag; flag++)
        options |= *flag == 'i'   ? G_REGEX_CASELESS
                   : *flag == 'm' ? G_REGEX_MULTILINE
                   : *flag == 's' ? G_REGEX_DOTALL
                                  : G_REGEX_EXTENDED;
    g_autofree char *before =
        g_strdup_printf("(*LIMIT_MATCH=%d)(*LIMIT_HEAP=%d)(?s:.*?)(?:", PATTERN_STEPS, PATTERN_MEMORY);
    g_autofree char *bounded =
        g_strdup_printf("%s%s%s)", before, pattern, options & G_REGEX_EXTENDED ? "\n" : "");
    g_autoptr(GError) error = NULL;
    *offset = (int)strlen(before);
    if (g_str_has_prefix(pattern, "(*")) {
        *offset = 0;
        *why = g_strdup("a pattern may not begin with (*");
        return NULL;
    }
    GRegex *regex = g_regex_new(bounded, options, G_REGEX_MATCH_ANCHORED, &error);
    if (!regex) { /* "Error while compiling regular expression X at char N: what" */
        const char *at = g_strrstr(error->message, " at char ");
        const char *what = at ? strstr(at, ": ") : NULL;
        *offset = at ? atoi(at + strlen(" at char ")) - *offset : 0;
        *why = g_strdup(what ? what + 2 : error->message);
    }
    return regex;
}

static enum truth match(struct texts *texts, const struct test *test, const struct value *value,
                        const char *text)
{
    g_autoptr(GError) error = NULL;
    size_t length = strlen(text);
    bool cut = length > PATTERN_BYTES;
    if (texts->spent > PATTERN_MICROSECONDS)
        return UNKNOWN;
    if (cut)
        length = (size_t)(g_utf8_find_prev_char(text, text + PATTERN_BYTES) - text);
    int64_t began = g_get_monotonic_time();
    GRegexMatchFlags end = cut ? G_REGEX_MATCH_NOTEOL : 0; /* where it was cut is no end */
    bool matches = g_regex_match_full(value->regex, text, (gssize)length, 0, end, NULL, &error);
    texts->spent += g_get_monotonic_time() - began;
    if (error || texts->spent > PATTERN_MICROSECONDS)
        texts->slow = texts->slow ? texts->slow : test;
    return matches ? YES : error || cut ? UNKNOWN : NO;
}

const struct test *texts_slow(const struct texts *texts)
{
    return texts->slow;
}

/* --- tests ---------------------------------------------------------------------------------------------- */

static enum truth test_value(struct texts *texts, const struct reading *reading, const struct test *test,
                             const struct value *value)
{
    enum truth found = NO;
    if (test->comparison == IS || test->comparison == IS_NOT)
        return g_hash_table_contains(reading->keys, value->text);
    if (test->comparison == HAS && !may_have(reading, value))
        return NO;
    for (guint i = 0; i < reading->ones->len && found != YES; i++) {
        const struct one *one = &g_array_index(reading->ones, struct one, i);
        if (test->comparison == HAS)
            found = strstr(one->folded, value->text) ? YES : found;
        else {
            enum truth one_matches = match(texts, test, value, one->text);
            found = one_matches == NO ? found : one_matches;
        }
    }
    return found;
}

enum truth texts_test(struct texts *texts, const struct test *test)
{
    const struct reading *reading = read_once(texts, test->source);
    if (reading->whole == UNKNOWN)
        return UNKNOWN;
    enum truth found = NO;
    if (test->comparison == ASK)
        found = reading->ones->len > 0;
    for (guint i = 0; i < test->count && found != YES; i++) {
        enum truth one = test_value(texts, reading, test,
                                    &g_array_index(texts->rules->values, struct value, test->first + i));
        found = one == NO ? found : one;
    }
    if (found == NO && reading->whole == NO)
        found = UNKNOWN;
    return test->comparison != IS_NOT || found == UNKNOWN ? found : !found;
}
