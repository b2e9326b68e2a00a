/* A plan in the header of its message, and a verdict that a message carries. */
#include <math.h>
#include <string.h>

#include "act/plan.h"
#include "mail/heed-fields.h"
#include "maildir/folder.h"

/* A word of the verdict: nothing in it can be taken for another, or for the end of the field. */
static void append_word(GString *out, const char *name, const char *value)
{
    g_autofree char *word = g_uri_escape_string(value, "+/:@!?*&$", FALSE);
    g_string_append_printf(out, "; %s=%s", name, word);
}

static char *verdict_of(const struct plan *plan)
{
    GString *out = g_string_new(placement_name(plan->placement));
    if (plan->would != PLACE_NONE)
        append_word(out, HEED_FIELD_WOULD, placement_name(plan->would));
    for (int axis = 0; axis < AXIS_COUNT; axis++) {
        char number[G_ASCII_DTOSTR_BUF_SIZE];
        g_ascii_formatd(number, sizeof number, axis == AXIS_USEFUL ? "%.1f" : "%.0f", plan->scores.of[axis]);
        g_string_append_printf(out, "; %s=%s", axis_name(axis), number);
    }
    g_string_append_printf(out, "; kind=%s", kind_name(plan->kind));
    if (plan->is_protected)
        g_string_append(out, "; protected");
    if (plan->is_probe)
        g_string_append(out, "; probe");
    if (*plan->rule)
        append_word(out, "rule", plan->rule);
    for (const char **tag = plan->tags; *tag; tag++)
        append_word(out, "tag", *tag);
    if (*plan->folder)
        append_word(out, "folder", plan->folder);
    if (plan->settings_skipped)
        g_string_append_printf(out, "; settings-skipped=%u", plan->settings_skipped);
    if (plan->rules_skipped)
        g_string_append_printf(out, "; rules-skipped=%u", plan->rules_skipped);
    if (plan->without_book)
        g_string_append(out, "; without-history");
    return g_string_free(out, FALSE);
}

char *plan_block(const struct plan *plan, const struct spool *spool, const struct layout *layout,
                 const struct secret *key)
{
    g_autofree char *verdict = verdict_of(plan);
    GString *out = g_string_new(NULL);
    heed_field_append(out, HEED_FIELD_VERDICT, verdict);
    heed_field_append(out, HEED_FIELD_WHY, plan->reasons);
    if (key) {
        g_autofree char *id = layout_id(spool, layout), *content = seal_content(spool, layout);
        struct sealed sealed = {id, plan->user, content, plan->when, verdict, plan->reasons};
        g_autofree char *seal = seal_make(key, &sealed);
        heed_field_append(out, HEED_FIELD_SEAL, seal);
    }
    return g_string_free(out, FALSE);
}

char *plan_block_unjudged(const char *why)
{
    return g_strdup_printf("%s: %s; unjudged=%s\n", HEED_FIELD_VERDICT, placement_name(PLACE_INBOX), why);
}

/* --- reading -------------------------------------------------------------------------------------------- */

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

bool plan_is_owed(const struct message *message)
{
    const char *verdict = only_field(message, HEED_FIELD_VERDICT);
    g_autofree char *owed = g_strdup_printf("%s; unjudged=", placement_name(PLACE_INBOX));
    return verdict && g_str_has_prefix(verdict, owed);
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

bool verdict_has(const char *verdict, const char *name, const char *value)
{
    g_auto(GStrv) values = read_words(verdict ? verdict : "", name);
    return g_strv_contains((const char *const *)values, value);
}

static char **read_tags(const char *verdict)
{
    char **tags = read_words(verdict, "tag");
    unsigned kept = 0;
    for (char **tag = tags; *tag; tag++)
        if (strchr("+-", **tag) && rules_tag_is_fit(*tag + 1) && kept < RULE_TAGS)
            tags[kept++] = *tag;
        else
            g_free(*tag);
    tags[kept] = NULL;
    return tags;
}

static char *read_folder(const char *verdict)
{
    g_auto(GStrv) folders = read_words(verdict, "folder");
    return *folders && **folders && maildir_folder_is_safe(*folders) ? g_strdup(*folders) : NULL;
}

void carried_clear(struct carried *carried)
{
    g_clear_pointer(&carried->tags, g_strfreev);
    g_clear_pointer(&carried->folder, g_free);
}

bool carried_read(const struct reader *reader, const struct judgement *j, struct carried *carried)
{
    const char *verdict = only_field(j->message, HEED_FIELD_VERDICT);
    const char *why = only_field(j->message, HEED_FIELD_WHY);
    const char *seal = only_field(j->message, HEED_FIELD_SEAL);
    *carried = (struct carried){.placement = PLACE_NONE};
    if (!verdict || !why || !seal || !j->content)
        return false;
    struct sealed sealed = {j->id, reader_user(reader), j->content, 0, verdict, why};
    int64_t when;
    if (!witness_seal_holds(&reader->witness, &sealed, seal, &when))
        return false;
    g_autofree char *place = g_strndup(verdict, strcspn(verdict, ";"));
    *carried = (struct carried){.placement = placement_from_name(place),
                                .when = when,
                                .verdict = verdict,
                                .why = why,
                                .tags = read_tags(verdict),
                                .folder = read_folder(verdict)};
    for (int axis = 0; axis < AXIS_COUNT; axis++)
        carried->scores.of[axis] = read_score(verdict, axis);
    if (carried->placement != PLACE_NONE)
        return true;
    carried_clear(carried);
    return false;
}
