/* Everything about a message that its header fields say (RFC 5322 3.6, 2369, 2919, 3834, 8058).
 * Fields come bounded from fields.c; decoding of text, addresses and dates is GMime's. */
#include <string.h>

#include "message-build.h"
#include "base/text.h"

#define MAX_REFERENCES 100

static void keep_fields(struct build *build, const struct fields *fields)
{
    for (guint i = 0; i < fields->list->len; i++) {
        const struct field *field = &g_array_index(fields->list, struct field, i);
        g_autofree char *raw = text_utf8(field->value);
        bool plain = text_is_plain(field->value);
        g_autofree char *value = plain ? NULL : text_of_header(build->options, field->value);
        struct header header = {.name = build_string(build, field->name), .raw = build_string(build, raw)};
        header.value = plain || !strcmp(value, raw) ? header.raw : build_string(build, value);
        g_array_append_val(build->headers, header);
    }
}

static int64_t read_date(const char *value)
{
    g_autoptr(GDateTime) date = value ? g_mime_utils_header_decode_date(value) : NULL;
    return date ? g_date_time_to_unix(date) : 0;
}

/* The date of a Received field stands behind its last semicolon (RFC 5322 3.6.7). */
static int64_t received_date(const struct fields *fields)
{
    const char *value = fields_find(fields, "Received");
    const char *date = value ? strrchr(value, ';') : NULL;
    return date ? read_date(date + 1) : 0;
}

#define WHEN_FIELDS 100
#define WHEN_VALUE 2000

int64_t message_when(const struct spool *spool)
{
    struct fields fields;
    fields_read(&fields, spool, 0, WHEN_FIELDS, WHEN_VALUE);
    int64_t when = received_date(&fields);
    if (when <= 0)
        when = read_date(fields_find(&fields, "Date"));
    fields_clear(&fields);
    return MAX(when, 0);
}

/* Message-IDs hold no white space; where a long one was folded, it comes out again. */
static char *without_blanks(const char *from, size_t len)
{
    GString *id = g_string_sized_new(len);
    for (size_t i = 0; i < len; i++)
        if ((unsigned char)from[i] > ' ')
            g_string_append_c(id, from[i]);
    g_autofree char *raw = g_string_free(id, FALSE);
    return g_utf8_make_valid(raw, -1);
}

/* The next <id> at or behind *AT, or NULL. Caller frees. */
static char *next_id(const char **at)
{
    const char *open;
    while ((open = strchr(*at, '<'))) {
        size_t len = strcspn(open + 1, "<>");
        *at = open + 1 + len + (open[1 + len] == '>');
        g_autofree char *id = without_blanks(open + 1, len);
        if (*id)
            return g_steal_pointer(&id);
    }
    return NULL;
}

/* Where there is no <, notmuch takes the whole value, so heed does. */
static void read_id(struct build *build, const struct fields *fields)
{
    const char *value = fields_find(fields, "Message-ID");
    if (!value)
        return;
    const char *at = value;
    g_autofree char *id = next_id(&at);
    if (!id)
        id = without_blanks(value, strlen(value));
    build->message.id = build_string(build, id);
}

static void add_reference(struct build *build, GHashTable *seen, const char *id)
{
    if (build->references->len >= MAX_REFERENCES || g_hash_table_contains(seen, id))
        return;
    char *kept = build_string(build, id);
    g_hash_table_add(seen, kept);
    g_ptr_array_add(build->references, kept);
}

static void read_references(struct build *build, const struct fields *fields)
{
    g_autoptr(GHashTable) seen = g_hash_table_new(text_hash, g_str_equal);
    static const char *const names[] = { "In-Reply-To", "References" };
    for (size_t i = 0; i < G_N_ELEMENTS(names); i++) {
        const char *at = fields_find(fields, names[i]);
        g_autoptr(GPtrArray) ids = g_ptr_array_new_with_free_func(g_free);
        for (char *id; at && (id = next_id(&at));)
            g_ptr_array_add(ids, id);
        for (guint n = ids->len; n-- > 0;)
            add_reference(build, seen, ids->pdata[n]);
    }
}

static void read_delivered_to(struct build *build, const struct fields *fields)
{
    for (guint i = 0; i < fields->list->len && build->delivered_to->len < 100; i++) {
        const struct field *field = &g_array_index(fields->list, struct field, i);
        if (g_ascii_strcasecmp(field->name, "Delivered-To") &&
            g_ascii_strcasecmp(field->name, "X-Original-To") &&
            g_ascii_strcasecmp(field->name, "Envelope-To"))
            continue;
        const char *at = field->value;
        g_autofree char *address = next_id(&at);
        if (!address)
            address = without_blanks(field->value, strlen(field->value));
        if (*address)
            g_ptr_array_add(build->delivered_to, build_string(build, address));
    }
}

static const char *lower_value(struct build *build, const char *value)
{
    g_autofree char *clean = text_utf8(value ? value : "");
    g_autofree char *lower = g_utf8_strdown(clean, -1);
    return build_string(build, g_strstrip(lower));
}

/* RFC 2919: the identifier stands in <> behind an optional phrase. */
static void read_list(struct build *build, const struct fields *fields)
{
    struct message *m = &build->message;
    const char *value = fields_find(fields, "List-Id");
    const char *open = value ? strrchr(value, '<') : NULL;
    if (open) {
        g_autofree char *id = without_blanks(open + 1, strcspn(open + 1, ">"));
        m->list_id = lower_value(build, id);
    } else {
        m->list_id = lower_value(build, value);
    }
    const char *unsubscribe = fields_find(fields, "List-Unsubscribe");
    g_autofree char *clean = text_utf8(unsubscribe ? unsubscribe : "");
    m->list_unsubscribe = build_string(build, clean);
    const char *post = fields_find(fields, "List-Unsubscribe-Post");
    g_autofree char *one_click = post ? g_ascii_strdown(post, -1) : NULL;
    m->one_click = one_click && strstr(one_click, "one-click");
}

/* One word of GitHub, GitLab, Gitea, Forgejo, Launchpad, Gerrit, Bugzilla; of Bugzilla's the first. */
static const char *read_reason(struct build *build, const struct fields *fields)
{
    static const char *const names[] = {"X-GitHub-Reason",  "X-GitLab-NotificationReason",
                                        "X-Gitea-Reason",   "X-Forgejo-Reason",
                                        "X-Bugzilla-Reason", "X-Launchpad-Message-Rationale",
                                        "X-Gerrit-MessageType"};
    const char *value = NULL;
    for (size_t i = 0; i < G_N_ELEMENTS(names) && !value; i++)
        value = fields_find(fields, names[i]);
    char word[32] = "";
    size_t n = 0;
    for (const char *p = value ? value + strspn(value, " \t") : ""; n + 1 < sizeof word; p++) {
        if (!g_ascii_isalnum(*p) && *p != '_' && *p != '-')
            break;
        word[n++] = g_ascii_tolower(*p);
    }
    return build_string(build, g_strcmp0(word, "none") == 0 ? "" : word);
}

void build_headers(struct build *build, const struct fields *fields)
{
    struct message *m = &build->message;
    m->limits |= (fields->more ? LIMIT_HEADERS : 0) | (fields->cut ? LIMIT_HEADER_BYTES : 0);
    keep_fields(build, fields);
    const struct header *subject = NULL;
    for (guint i = 0; i < build->headers->len && !subject; i++) {
        const struct header *h = &g_array_index(build->headers, struct header, i);
        if (!g_ascii_strcasecmp(h->name, "Subject"))
            subject = h;
    }
    m->subject = subject ? subject->value : "";
    m->date = read_date(fields_find(fields, "Date"));
    m->received = received_date(fields);
    m->precedence = lower_value(build, fields_find(fields, "Precedence"));
    m->auto_submitted = lower_value(build, fields_find(fields, "Auto-Submitted"));
    read_id(build, fields);
    read_references(build, fields);
    read_delivered_to(build, fields);
    read_list(build, fields);
    m->reason = read_reason(build, fields);
    build_addresses(build, fields);
}
