/* What heed writes into a message, and whether what a message carries is heed's own. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "act/headers.h"
#include "maildir/maildir.h"
#include "base/text.h"

#define FOLD_COLUMN 76
#define VERDICT_COLUMN 900 /* of at most 998: many programs look at the first line only */
#define WHY_BYTES 6000

/* A word of the verdict: nothing in it can be taken for another, or for the end of the field. */
static void append_word(GString *out, const char *name, const char *value)
{
    g_autofree char *word = g_uri_escape_string(value, "+/:@!?*&$", FALSE);
    g_string_append_printf(out, "; %s=%s", name, word);
}

/* What the rules said, so that `heed sync` can do it later. */
static void append_ruling(GString *out, const struct ruling *ruling)
{
    if (ruling->placed_by) {
        g_autofree char *name = g_path_get_basename(rule_file(ruling->placed_by));
        g_autofree char *place = g_strdup_printf("%.100s:%u", name, rule_line(ruling->placed_by));
        append_word(out, "rule", place);
    }
    for (unsigned i = 0; i < ruling->n_tags; i++)
        append_word(out, "tag", ruling->tags[i]);
    if (ruling->folder)
        append_word(out, "folder", ruling->folder);
}

static char *make_verdict(const struct sources *sources, const struct judgement *j)
{
    GString *out = g_string_new(placement_name(j->verdict.placement));
    for (int axis = 0; axis < AXIS_COUNT; axis++) {
        char number[G_ASCII_DTOSTR_BUF_SIZE];
        g_ascii_formatd(number, sizeof number, axis == AXIS_USEFUL ? "%.1f" : "%.0f", j->scores.of[axis]);
        g_string_append_printf(out, "; %s=%s", axis_name(axis), number);
    }
    g_string_append_printf(out, "; kind=%s", kind_name(j->facts.kind.kind));
    if (j->verdict.decision == DECIDED_PROTECTED)
        g_string_append(out, "; protected");
    if (j->verdict.decision == DECIDED_PROBE)
        g_string_append(out, "; probe");
    append_ruling(out, &j->verdict.ruling);
    guint skipped = g_strv_length(sources->config->problems), skipped_rules = rules_skipped(sources->rules);
    if (skipped)
        g_string_append_printf(out, "; settings-skipped=%u", skipped);
    if (skipped_rules)
        g_string_append_printf(out, "; rules-skipped=%u", skipped_rules);
    if (!j->facts.has_book)
        g_string_append(out, "; without-history");
    return g_string_free(out, FALSE);
}

/* "useful -1.98: base.kind -1.58 (promotion), history.kind -0.40 (acted on ...); personal ..." */
static char *make_why(const struct findings *findings)
{
    GString *out = g_string_new(NULL);
    for (int axis = 0; axis < AXIS_COUNT; axis++) {
        char sum[G_ASCII_DTOSTR_BUF_SIZE];
        g_ascii_formatd(sum, sizeof sum, "%+.2f", findings_sum(findings, axis));
        g_string_append_printf(out, "%s%s %s:", axis ? "; " : "", axis_name(axis), sum);
        const char *comma = "";
        for (size_t i = 0; i < findings_count(findings) && out->len < WHY_BYTES; i++) {
            const struct finding *finding = findings_at(findings, i);
            if (finding->spec->axis != (enum axis)axis)
                continue;
            g_ascii_formatd(sum, sizeof sum, "%+.2f", finding->term);
            g_string_append_printf(out, "%s %s %s", comma, finding->spec->code, sum);
            if (*finding->detail)
                g_string_append_printf(out, " (%s)", finding->detail);
            comma = ",";
        }
    }
    g_autofree char *text = g_string_free(out, FALSE), *ascii = g_str_to_ascii(text, "C");
    return text_clean(ascii, SIZE_MAX); /* half a pound, in ASCII, has blanks around it: folded, a line of nothing */
}

/* Appends "NAME: VALUE", folded at spaces, so that unfolding gives VALUE back (RFC 5322 2.2.3). */
static void append_field(GString *out, const char *name, const char *value)
{
    g_auto(GStrv) words = g_strsplit(value, " ", -1);
    g_string_append_printf(out, "%s:", name);
    size_t column = strlen(name) + 1;
    size_t most = strcmp(name, HEADER_WHY) == 0 ? FOLD_COLUMN : VERDICT_COLUMN;
    for (char **word = words; *word; word++) {
        size_t length = MIN(strlen(*word), 900);
        if (word > words && column + 1 + length > most) {
            g_string_append_c(out, '\n');
            column = 0;
        }
        g_string_append_printf(out, " %.*s", (int)length, *word);
        column += 1 + length;
    }
    g_string_append_c(out, '\n');
}

char *headers_make(const struct sources *sources, const struct judgement *judgement, const struct spool *spool,
                   int64_t when)
{
    g_autofree char *verdict = make_verdict(sources, judgement);
    g_autofree char *why = make_why(judgement->findings);
    GString *out = g_string_new(NULL);
    append_field(out, HEADER_VERDICT, verdict);
    append_field(out, HEADER_WHY, why);
    if (sources->key) {
        g_autofree char *content = seal_content(judgement->message, spool);
        struct sealed sealed = {judgement->message->id, sources_user(sources), content, when, verdict, why};
        g_autofree char *seal = seal_make(sources->key, &sealed);
        append_field(out, HEADER_SEAL, seal);
    }
    return g_string_free(out, FALSE);
}

char *headers_unjudged(const char *why)
{
    return g_strdup_printf("%s: %s; unjudged=%s\n", HEADER_VERDICT, placement_name(PLACE_INBOX), why);
}

bool headers_are_ours(const char *text)
{
    size_t length = strlen(text);
    if (length < strlen(HEADER_VERDICT) || length > 4 * WHY_BYTES || text[length - 1] != '\n')
        return false;
    bool line_start = true;
    for (const char *p = text; *p; p++) {
        bool continued = p > text && *p == ' ' && p[1] != ' ' && p[1] != '\n';
        if (line_start && !continued && !g_str_has_prefix(p, HEADER_VERDICT ":") &&
            !g_str_has_prefix(p, HEADER_VERDICT "-"))
            return false;
        if (*p != '\n' && (*p < ' ' || *p > '~'))
            return false;
        line_start = *p == '\n';
    }
    return true;
}

/* The value of the one field of that name, or NULL where there is none or more than one. */
static const char *only_field(const struct message *message, const char *name)
{
    const char *value = NULL;
    for (uint32_t i = 0; i < message->n_headers; i++)
        if (g_ascii_strcasecmp(message->headers[i].name, name) == 0) {
            if (value)
                return NULL;
            value = message->headers[i].raw;
        }
    return value;
}

static double read_score(const char *verdict, enum axis axis)
{
    g_autofree char *key = g_strdup_printf("; %s=", axis_name(axis));
    const char *at = strstr(verdict, key);
    return at ? g_ascii_strtod(at + strlen(key), NULL) : NAN;
}

/* The values of the words called NAME, in order. NULL-ended. */
static char **read_words(const char *verdict, const char *name)
{
    GPtrArray *values = g_ptr_array_new();
    g_autofree char *key = g_strdup_printf("%s=", name);
    g_auto(GStrv) words = g_strsplit(verdict, "; ", -1);
    for (char **word = words; *word; word++) {
        char *value = g_str_has_prefix(*word, key) ? g_uri_unescape_string(*word + strlen(key), NULL) : NULL;
        if (value)
            g_ptr_array_add(values, value);
    }
    g_ptr_array_add(values, NULL);
    return (char **)g_ptr_array_free(values, FALSE);
}

char **headers_tags(const struct carried *carried)
{
    char **tags = read_words(carried->verdict, "tag");
    unsigned kept = 0;
    for (char **tag = tags; *tag; tag++)
        if (strchr("+-", **tag) && rules_tag_is_fit(*tag + 1) && kept < RULE_TAGS)
            tags[kept++] = *tag;
        else
            g_free(*tag);
    tags[kept] = NULL;
    return tags;
}

char *headers_folder(const struct carried *carried)
{
    g_auto(GStrv) folders = read_words(carried->verdict, "folder");
    return *folders && **folders && maildir_folder_is_safe(*folders) ? g_strdup(*folders) : NULL;
}

bool headers_carried(const struct sources *sources, const struct judgement *judgement, struct carried *carried)
{
    const struct message *message = judgement->message;
    const char *verdict = only_field(message, HEADER_VERDICT);
    const char *why = only_field(message, HEADER_WHY);
    const char *seal = only_field(message, HEADER_SEAL);
    int64_t when;
    if (!verdict || !why || !seal || !sources->key)
        return false;
    struct sealed sealed = {message->id, sources_user(sources), judgement->content, 0, verdict, why};
    if (!seal_check(sources->key, &sealed, seal, &when))
        return false;
    g_autofree char *place = g_strndup(verdict, strcspn(verdict, ";"));
    *carried = (struct carried){
        .placement = placement_from_name(place),
        .useful = read_score(verdict, AXIS_USEFUL),
        .personal = read_score(verdict, AXIS_PERSONAL),
        .trust = read_score(verdict, AXIS_TRUST),
        .when = when,
        .verdict = verdict,
        .why = why,
    };
    return carried->placement != PLACE_NONE;
}
