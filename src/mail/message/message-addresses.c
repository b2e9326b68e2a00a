/* Mailboxes out of address fields (RFC 5322 3.4), as many as the bound allows. GMime splits
 * them; what it cannot read is looked through for something that looks like an address. */
#include <string.h>

#include "message-build.h"

#define MAX_GROUPS 8 /* groups within groups; RFC 5322 allows one */

struct mailboxes {
    struct build *build;
    GArray *list; /* struct address, or NULL to count only */
    struct address first;
    uint32_t n, left;
    bool full, torn;
};

/* The domain in lower case; the local part belongs to its host (RFC 5321 2.4). */
static char *mailbox_text(const char *text)
{
    g_autofree char *clean = text_utf8(text);
    g_strstrip(clean);
    char *at = strrchr(clean, '@');
    if (!at || at == clean || !at[1])
        return g_strdup("");
    g_autofree char *domain = g_utf8_strdown(at + 1, -1);
    return g_strdup_printf("%.*s@%s", (int)(at - clean), clean, domain);
}

static void add_mailbox(struct mailboxes *boxes, const char *name, const char *mailbox)
{
    if (boxes->left == 0) {
        boxes->full = true;
        boxes->build->message.limits |= LIMIT_ADDRESSES;
        return;
    }
    g_autofree char *shown = text_utf8(name ? name : "");
    g_autofree char *text = mailbox_text(mailbox ? mailbox : "");
    boxes->torn |= !*text;
    struct address address = { .name = build_string(boxes->build, g_strstrip(shown)),
                               .mailbox = build_string(boxes->build, text) };
    if (!*address.name && !*address.mailbox)
        return;
    if (boxes->n++ == 0)
        boxes->first = address;
    if (boxes->list)
        g_array_append_val(boxes->list, address);
    boxes->left--;
}

static void add_list(struct mailboxes *boxes, InternetAddressList *list, int depth)
{
    int n = internet_address_list_length(list);
    for (int i = 0; i < n && !boxes->full; i++) {
        InternetAddress *address = internet_address_list_get_address(list, i);
        if (INTERNET_ADDRESS_IS_MAILBOX(address))
            add_mailbox(boxes, internet_address_get_name(address),
                        internet_address_mailbox_get_addr(INTERNET_ADDRESS_MAILBOX(address)));
        else if (INTERNET_ADDRESS_IS_GROUP(address) && depth < MAX_GROUPS)
            add_list(boxes,
                     internet_address_group_get_members(INTERNET_ADDRESS_GROUP(address)),
                     depth + 1);
    }
}

static bool in_address(unsigned char c)
{
    return g_ascii_isalnum(c) || c >= 128 || (c && strchr("@.!#$%&'*+-/=?^_{|}~", c));
}

/* The word around the first @ of a field that GMime could not read. */
static void add_by_hand(struct mailboxes *boxes, const char *value)
{
    const char *at = strchr(value, '@');
    if (!at)
        return;
    const char *from = at, *to = at;
    while (from > value && in_address((unsigned char)from[-1]))
        from--;
    while (in_address((unsigned char)*to))
        to++;
    g_autofree char *mailbox = g_strndup(from, (gsize)(to - from));
    add_mailbox(boxes, "", mailbox);
}

/* The bytes of the encoded word that TEXT begins with (RFC 2047 2), or 0. */
static size_t encoded_word(const char *text)
{
    const char *p = g_str_has_prefix(text, "=?") ? strchr(text + 2, '?') : NULL;
    const char *end = p && p[1] && p[2] == '?' ? strstr(p + 3, "?=") : NULL;
    return end && !memchr(text, '\n', (size_t)(end - text)) ? (size_t)(end + 2 - text) : 0;
}

/* Some programs encode the address, too, in one word or several, in quotes, or between the angle brackets
 * (RFC 2047 5 forbids it). VALUE decoded where no @ stands outside of its encoded words; else NULL. Words are
 * decoded one by one: GMime takes several for one text in base64, which ends where the first of them does. */
static char *unwrapped(struct mailboxes *boxes, const char *value)
{
    GString *bare = g_string_new(NULL);
    bool any = false;
    for (const char *p = value; *p;) {
        size_t length = encoded_word(p);
        g_autofree char *word = g_strndup(p, length);
        g_autofree char *text = length ? g_mime_utils_header_decode_text(boxes->build->options, word) : NULL;
        any |= text != NULL;
        p += MAX(length, 1);
        if (text)
            g_string_append(bare, text);
        else if (p[-1] == '@')
            return g_string_free(bare, TRUE);
        else if (p[-1] != '"')
            g_string_append_c(bare, p[-1] == '\n' ? ' ' : p[-1]);
        /* Blanks between two words are not of the text (6.2). */
        size_t blank = length ? strspn(p, " \t\r\n") : 0;
        p += encoded_word(p + blank) ? blank : 0;
    }
    return g_string_free(bare, !any);
}

static void add_field(struct mailboxes *boxes, const char *value)
{
    g_autofree char *text = unwrapped(boxes, value);
    value = text && strchr(text, '@') ? text : value;
    boxes->left = boxes->full ? 0 : boxes->build->limits.addresses;
    InternetAddressList *list = internet_address_list_parse(boxes->build->options, value);
    uint32_t before = boxes->n;
    if (list) {
        add_list(boxes, list, 0);
        g_object_unref(list);
    }
    if (boxes->n == before)
        add_by_hand(boxes, value);
}

/* All fields of that name. */
static void add_fields(struct mailboxes *boxes, const struct fields *fields, const char *name)
{
    for (guint i = 0; i < fields->list->len; i++) {
        const struct field *field = &g_array_index(fields->list, struct field, i);
        if (!g_ascii_strcasecmp(field->name, name) && !boxes->full)
            add_field(boxes, field->value);
    }
}

static struct address first_of(struct build *build, const struct fields *fields, const char *name)
{
    struct mailboxes boxes = { .build = build, .first = { "", "" } };
    const char *value = fields_find(fields, name);
    if (value)
        add_field(&boxes, value);
    return boxes.first;
}

void build_addresses(struct build *build, const struct fields *fields)
{
    struct message *m = &build->message;
    struct mailboxes from = { .build = build, .first = { "", "" } };
    add_fields(&from, fields, "From");
    m->author = from.first;
    m->n_from = from.n;
    m->from_torn = from.torn && *from.first.mailbox;
    m->responsible = first_of(build, fields, "Sender");
    m->reply_to = first_of(build, fields, "Reply-To");
    struct mailboxes to = { .build = build, .list = build->recipients };
    add_fields(&to, fields, "To");
    to.full = false;
    m->n_to = build->recipients->len;
    add_fields(&to, fields, "Cc");
}
