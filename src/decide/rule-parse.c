/* From the text of a file to rules: recursive descent, one rule at a time. A rule with a mistake is left
 * out, and reading goes on with the next one. Conditions and their values are read in rule-condition.c. */
#include <math.h>
#include <string.h>

#include "maildir/folder.h"
#include "rule-parse.h"
#include "base/text.h"

/* --- tags ----------------------------------------------------------------------------------------------- */

/* Behind its sign. Returns the tag with it. */
static const char *parse_tag(struct parse *p, char sign)
{
    const char *at = p->scan.at;
    const char *wrong = NULL;
    bool quoted = at < p->scan.end && *at == '"';
    if (quoted)
        wrong = scan_string(&p->scan, p->word);
    else if (at == p->scan.end || g_ascii_isspace(*at) || !scan_word(&p->scan, p->word))
        wrong = "expected a tag behind the sign";
    if (wrong)
        return parse_fail(p, at, NULL, "%s", wrong), NULL;
    if (rule_tag_is_taken(p->word->str))
        return parse_fail(p, at, NULL,
                          "the tag \"%s\" tells what you or heed did with a message; take another one",
                          p->word->str),
               NULL;
    if (!rules_tag_is_fit(p->word->str))
        return parse_fail(p, at, NULL,
                          "\"%s\" cannot be a tag: at most %d bytes, without sign or control characters",
                          p->word->str, RULE_TAG_BYTES),
               NULL;
    g_autofree char *signed_tag = g_strdup_printf("%c%s", sign, p->word->str);
    return g_string_chunk_insert_const(p->rules->strings, signed_tag);
}

static bool parse_tag_into(struct parse *p, char sign, const char **tags, unsigned *count)
{
    const char *at = p->scan.at - 1;
    const char *tag = parse_tag(p, sign);
    if (!tag)
        return false;
    if (*count == RULE_TAGS)
        return parse_fail(p, at, NULL, "more than %d tags", RULE_TAGS);
    for (unsigned i = 0; i < *count; i++)
        if (strcmp(tags[i] + 1, tag + 1) == 0)
            return parse_fail(p, at, NULL, "the tag \"%s\" is there twice", tag + 1);
    tags[(*count)++] = tag;
    return true;
}

/* --- actions -------------------------------------------------------------------------------------------- */

static bool parse_folder(struct parse *p, const char **folder)
{
    scan_space(&p->scan);
    const char *at = p->scan.at;
    struct scan ahead = p->scan;
    g_autofree char *quoted =
        scan_word(&ahead, p->word) ? g_strdup_printf("folder \"%s\"", p->word->str) : NULL;
    if (at == p->scan.end || *at != '"')
        return parse_expected_near(p, "the folder's name in quotes", quoted);
    const char *wrong = scan_string(&p->scan, p->word);
    if (wrong)
        return parse_fail(p, at, NULL, "%s", wrong);
    g_autofree char *last = g_path_get_basename(p->word->str);
    static const char *const own[] = {"cur", "new", "tmp", NULL};
    if (!*p->word->str || !maildir_folder_is_safe(p->word->str) || g_strv_contains(own, last))
        return parse_fail(p, at, NULL, "\"%s\" cannot be a folder below the mail root", p->word->str);
    *folder = g_string_chunk_insert_const(p->rules->strings, p->word->str);
    return true;
}

static bool parse_weigh(struct parse *p, struct rule *rule)
{
    scan_space(&p->scan);
    const char *at = p->scan.at;
    char *end = NULL;
    bool found = scan_word(&p->scan, p->word);
    double weight = found ? g_ascii_strtod(p->word->str, &end) : NAN;
    if (!found || end == p->word->str || *end || !isfinite(weight)) {
        p->scan.at = at;
        return parse_expected(p, "a number such as +2.0 or -1 behind weigh");
    }
    if (weight == 0 || fabs(weight) > MOST_WEIGHT)
        return parse_fail(p, at, NULL, "a weight is between -%g and +%g, and not 0", MOST_WEIGHT,
                          MOST_WEIGHT);
    int axis = AXIS_USEFUL;
    for (int i = 0; i < AXIS_COUNT; i++)
        if (scan_accept_word(&p->scan, axis_name(i)))
            axis = i;
    rule->weigh[axis] += weight;
    return true;
}

static bool set_placement(struct parse *p, const char *at, struct rule *rule)
{
    enum placement placement = placement_from_name(p->word->str);
    if (rule->placement != PLACE_NONE || rule->keeps)
        return parse_fail(p, at, NULL, "a rule places a message once; it says %s before",
                          rule->keeps ? "keep" : placement_name(rule->placement));
    rule->placement = placement; /* none of them where it is to be kept */
    rule->keeps = placement == PLACE_NONE;
    return true;
}

static bool parse_action(struct parse *p, struct rule *rule)
{
    scan_space(&p->scan);
    const char *at = p->scan.at;
    if (scan_accept(&p->scan, "->"))
        return parse_fail(p, at, NULL,
                          "a second -> in one rule; a rule ends with its line, indent only what goes on");
    if (scan_accept(&p->scan, "+"))
        return parse_tag_into(p, '+', rule->tags, &rule->n_tags);
    if (scan_accept(&p->scan, "-"))
        return parse_tag_into(p, '-', rule->tags, &rule->n_tags);
    if (!scan_word(&p->scan, p->word))
        return parse_expected(p, "an action");
    g_autofree char *word = g_ascii_strdown(p->word->str, -1);
    g_string_assign(p->word, word);
    if (placement_from_name(word) != PLACE_NONE || strcmp(word, "keep") == 0)
        return set_placement(p, at, rule);
    if (strcmp(word, "folder") == 0)
        return parse_folder(p, &rule->folder);
    if (strcmp(word, "weigh") == 0)
        return parse_weigh(p, rule);
    if (strcmp(word, "stop") == 0)
        return rule->stop = true;
    if (field_find(word))
        return parse_fail(p, at, NULL, "\"%s\" is no action; a new rule begins in the first column", word);
    g_autofree char *near = meant_by_action(word, action_words);
    return parse_fail(
        p, at, near,
        "\"%s\" is no action (priority, inbox, later, suspect, keep, +tag, -tag, folder, weigh, stop)", word);
}

static bool parse_actions(struct parse *p, struct rule *rule)
{
    do {
        if (!parse_action(p, rule))
            return false;
        scan_space(&p->scan);
        if (scan_accept(&p->scan, ",") || scan_accept(&p->scan, ";"))
            scan_space(&p->scan);
    } while (p->scan.at < p->scan.end);
    return true;
}

/* --- expect --------------------------------------------------------------------------------------------- */

static bool parse_expected_one(struct parse *p, struct expectation *e)
{
    static const char *const known[] = {"priority", "inbox", "later", "suspect", "none", "folder", NULL};
    scan_space(&p->scan);
    const char *at = p->scan.at;
    if (scan_accept(&p->scan, "+"))
        return parse_tag_into(p, '+', e->tags, &e->n_tags);
    if (scan_accept(&p->scan, "-"))
        return parse_tag_into(p, '-', e->tags, &e->n_tags);
    if (!scan_word(&p->scan, p->word))
        return parse_expected(p, "a placement, none, +tag, -tag or folder");
    if (g_ascii_strcasecmp(p->word->str, "folder") == 0)
        return parse_folder(p, &e->folder);
    if (g_ascii_strcasecmp(p->word->str, "none") == 0)
        return e->unruled = true;
    enum placement placement = placement_from_name(p->word->str);
    if (placement == PLACE_NONE)
        return parse_fail(p, at, text_nearest(p->word->str, known),
                          "expected a placement, none, +tag, -tag or folder, not \"%s\"", p->word->str);
    if (e->placement != PLACE_NONE)
        return parse_fail(p, at, NULL, "it cannot be %s and %s", placement_name(e->placement), p->word->str);
    e->placement = placement;
    return true;
}

static bool parse_expect(struct parse *p, unsigned line)
{
    struct expectation e = {.file = p->file->path, .line = line, .placement = PLACE_NONE};
    scan_space(&p->scan);
    const char *at = p->scan.at, *wrong = NULL;
    if (at < p->scan.end && *at == '"') {
        if ((wrong = scan_string(&p->scan, p->word)))
            return parse_fail(p, at, NULL, "%s", wrong);
    } else if (!scan_word(&p->scan, p->word) || !g_str_has_prefix(p->word->str, "id:")) {
        p->scan.at = at;
        return parse_expected(p, "a message: \"FILE\" or id:MESSAGE-ID");
    }
    g_autofree char *folder = g_path_get_dirname(p->file->path);
    g_autofree char *path = g_str_has_prefix(p->word->str, "id:") || g_path_is_absolute(p->word->str)
                                ? g_strdup(p->word->str)
                                : g_build_filename(folder, p->word->str, NULL);
    e.message = g_string_chunk_insert_const(p->rules->strings, path);
    do {
        if (!parse_expected_one(p, &e))
            return false;
        scan_space(&p->scan);
    } while (p->scan.at < p->scan.end);
    g_array_append_val(p->rules->expectations, e);
    return true;
}

/* --- rules ---------------------------------------------------------------------------------------------- */

static bool parse_rule(struct parse *p, struct rule *rule)
{
    scan_space(&p->scan);
    const char *at = p->scan.at;
    rule->always = scan_accept_word(&p->scan, "always");
    if (rule->always && p->file->own) {
        rule_problem(p->rules, p->file, at, true, NULL,
                     "always is for the rules of the site, and does nothing here");
        rule->always = false;
    }
    rule->first_test = p->rules->tests->len;
    if (!parse_condition(p, &rule->condition))
        return false;
    rule->n_tests = p->rules->tests->len - rule->first_test;
    if (!scan_accept(&p->scan, "->"))
        return parse_expected_join(p, "and, or, or -> and what to do");
    p->last = p->scan.at - 2;
    return parse_actions(p, rule);
}

static void parse_statement(struct parse *p, const char *from, const char *end, unsigned line)
{
    struct rule rule = {.file = p->file, .from = from, .line = line, .placement = PLACE_NONE};
    const char *wrong;
    p->scan = (struct scan){from, end};
    p->last = NULL;
    p->depth = p->tests = p->ands = 0;
    p->joint = NULL;
    guint tests = p->rules->tests->len, nodes = p->rules->nodes->len;
    while (end > from && g_ascii_isspace(end[-1]))
        end--;
    rule.length = (guint)(end - from);
    if (!g_utf8_validate(from, end - from, &wrong))
        parse_fail(p, wrong, NULL, "not UTF-8");
    else if (g_ascii_isspace(*from))
        parse_fail(p, from + strspn(from, " \t"), NULL,
                   "indented, but there is no rule before it to go on with");
    else if (scan_accept_word(&p->scan, "expect"))
        parse_expect(p, line);
    else if (p->rules->rules->len >= MOST_RULES)
        parse_fail(p, from, NULL, "more than %d rules", MOST_RULES);
    else if (parse_rule(p, &rule)) {
        g_array_append_val(p->rules->rules, rule);
        return;
    }
    g_array_set_size(p->rules->tests, tests);
    g_array_set_size(p->rules->nodes, nodes);
}

/* A rule begins in the first column; what is indented goes on with it, whatever is between. */
void rule_parse(struct rules *rules, struct rule_file *file)
{
    struct parse parse = {.rules = rules, .file = file, .word = g_string_new(NULL)};
    const char *end = file->text + file->length, *from = NULL, *last = NULL, *next;
    unsigned line = 1, began = 1;
    for (const char *at = file->text; at < end; at = next, line++) {
        next = memchr(at, '\n', (size_t)(end - at));
        next = next ? next + 1 : end;
        const char *first = at;
        while (first < next && g_ascii_isspace(*first))
            first++;
        if (first == next || *first == '#')
            continue;
        if (!from || first == at) {
            if (from)
                parse_statement(&parse, from, last, began);
            from = at;
            began = line;
        }
        last = next;
    }
    if (from)
        parse_statement(&parse, from, last, began);
    g_string_free(parse.word, TRUE);
}
