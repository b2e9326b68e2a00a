/* From the bytes of a spool to a struct message: bounds first (fields.c, body-bounds.c), then GMime for
 * what they mean (message-*.c). GMime is used in the files message*.c only. */
#include <string.h>

#include "body-bounds.h"
#include "message-build.h"
#include "mail/words.h"

#define MARKS_PER_PART 20     /* lines that could be boundaries; most that look so are none */
#define MIN_MARKS 4000
#define HASHED_BYTES (64u << 10)

static const struct message_limits defaults = {
    .bytes = (uint32_t)LIMITS_SIZE_MIB << 20,
    .headers = LIMITS_HEADERS,
    .header_bytes = LIMITS_HEADER_KIB << 10,
    .addresses = LIMITS_ADDRESSES,
    .parts = LIMITS_PARTS,
    .depth = LIMITS_DEPTH,
    .text_bytes = LIMITS_TEXT_KIB << 10,
    .links = LIMITS_LINKS,
};

void message_init(void)
{
    g_mime_init();
}

static struct message_limits fill_limits(const struct message_limits *given)
{
    struct message_limits l = given ? *given : defaults;
    l.bytes = l.bytes ? l.bytes : defaults.bytes;
    l.headers = l.headers ? l.headers : defaults.headers;
    l.header_bytes = l.header_bytes ? l.header_bytes : defaults.header_bytes;
    l.addresses = l.addresses ? l.addresses : defaults.addresses;
    l.parts = l.parts ? l.parts : defaults.parts;
    l.depth = l.depth ? l.depth : defaults.depth;
    l.text_bytes = l.text_bytes ? l.text_bytes : defaults.text_bytes;
    l.links = l.links ? l.links : defaults.links;
    l.text_bytes = MIN(l.text_bytes, 8u << 20);
    l.headers = MIN(l.headers, 1u << 20);
    return l;
}

static struct build *build_new(const struct message_limits *limits)
{
    struct build *build = g_new0(struct build, 1);
    build->limits = fill_limits(limits);
    build->strings = g_string_chunk_new(8192);
    build->headers = g_array_new(FALSE, FALSE, sizeof(struct header));
    build->recipients = g_array_new(FALSE, FALSE, sizeof(struct address));
    build->links = g_array_new(FALSE, FALSE, sizeof(struct link));
    build->unseen_links = g_array_new(FALSE, FALSE, sizeof(struct link));
    build->delivered_to = g_ptr_array_new();
    build->references = g_ptr_array_new();
    build->schemas = g_ptr_array_new();
    build->claims = g_ptr_array_new();
    build->told = g_ptr_array_new();
    build->attachments = g_ptr_array_new();
    build->report_text = g_string_new(NULL);
    struct message *m = &build->message;
    m->id = m->subject = m->list_id = m->list_unsubscribe = m->precedence = m->auto_submitted =
        m->text = m->html_text = m->unseen_text = m->report = m->reason = "";
    m->author = m->responsible = m->reply_to = (struct address){ "", "" };
    return build;
}

static const char *const *ended(GPtrArray *array)
{
    g_ptr_array_add(array, NULL);
    return (const char *const *)array->pdata;
}

/* Hands the arrays out through the public struct. */
static struct message *finish(struct build *build)
{
    struct message *m = &build->message;
    m->headers = (const struct header *)build->headers->data;
    m->n_headers = build->headers->len;
    m->recipients = (const struct address *)build->recipients->data;
    m->n_recipients = build->recipients->len;
    m->n_links = build->links->len;
    guint room = build->limits.links - MIN(build->limits.links, m->n_links);
    g_array_append_vals(build->links, build->unseen_links->data, MIN(room, build->unseen_links->len));
    m->links = (const struct link *)build->links->data;
    m->n_all_links = build->links->len;
    m->delivered_to = ended(build->delivered_to);
    m->references = ended(build->references);
    m->schemas = ended(build->schemas);
    m->claims = ended(build->claims);
    m->told = ended(build->told);
    if (!m->event.day)
        m->event.day = m->event.until = build->told_day;
    m->attachments = ended(build->attachments);
    m->report_text = build->report_text->str;
    m->in_subject = build->in_subject = wording_new(m->subject, MESSAGE_WORDS);
    m->in_text = build->in_text = wording_new(m->text, MESSAGE_WORDS);
    g_clear_pointer(&build->options, g_mime_parser_options_free);
    return m;
}

void message_free(struct message *message)
{
    struct build *build = (struct build *)message;
    if (!build)
        return;
    g_clear_pointer(&build->options, g_mime_parser_options_free);
    g_string_chunk_free(build->strings);
    g_array_unref(build->headers);
    g_array_unref(build->recipients);
    g_array_unref(build->links);
    g_array_unref(build->unseen_links);
    g_ptr_array_unref(build->delivered_to);
    g_ptr_array_unref(build->references);
    g_ptr_array_unref(build->schemas);
    g_ptr_array_unref(build->claims);
    g_ptr_array_unref(build->told);
    g_ptr_array_unref(build->attachments);
    wording_free(build->in_subject);
    wording_free(build->in_text);
    g_string_free(build->report_text, TRUE);
    g_free(build);
}

/* Raw 8-bit text in FIELDS is UTF-8 (RFC 6532) or, in old mail, in the charset of the body, or else mostly in
 * windows-1252. */
static GMimeParserOptions *new_options(const struct fields *fields)
{
    GMimeParserOptions *options = g_mime_parser_options_new();
    const char *value = fields_find(fields, "Content-Type");
    GMimeContentType *type = value ? g_mime_content_type_parse(options, value) : NULL;
    const char *charset = type ? g_mime_content_type_get_parameter(type, "charset") : NULL;
    const char *fallbacks[] = { "utf-8", charset ? charset : "windows-1252", "windows-1252", NULL };
    g_mime_parser_options_set_fallback_charsets(options, fallbacks);
    g_clear_object(&type);
    g_mime_parser_options_set_allow_addresses_without_domain(options, TRUE);
    return options;
}

/* The same message gives the same id: its fields and the start of its body are hashed, without the
 * fields that heed itself adds, so that a verdict's seal holds for what it is put into. */
static void make_up_id(struct build *build, const struct spool *spool, const struct fields *fields)
{
    g_autoptr(GChecksum) sum = g_checksum_new(G_CHECKSUM_SHA256);
    for (guint i = 0; i < fields->list->len; i++) {
        const struct field *field = &g_array_index(fields->list, struct field, i);
        if (g_ascii_strncasecmp(field->name, "X-Heed", strlen("X-Heed")) == 0)
            continue;
        g_checksum_update(sum, (const guchar *)field->name, (gssize)strlen(field->name) + 1);
        g_checksum_update(sum, (const guchar *)field->value, (gssize)strlen(field->value) + 1);
    }
    char buffer[4096];
    for (uint64_t done = 0; done < HASHED_BYTES;) {
        size_t n = spool_peek(spool, fields->body + done, buffer, MIN(sizeof buffer, HASHED_BYTES - done));
        if (!n)
            break;
        g_checksum_update(sum, (guchar *)buffer, (gssize)n);
        done += n;
    }
    g_autofree char *id = g_strdup_printf("%.32s@heed.invalid", g_checksum_get_string(sum));
    build->message.id = build_string(build, id);
    build->message.id_made_up = true;
}

/* GMime gets the fields that MIME needs and nothing else: addresses in the thousands would cost
 * it more than they tell. */
static void write_mime_fields(GByteArray *mime, const struct fields *fields)
{
    static const char *const names[] = { "Content-Type", "Content-Transfer-Encoding",
                                         "Content-Disposition" };
    g_autoptr(GString) head = g_string_new("MIME-Version: 1.0\n");
    for (size_t i = 0; i < G_N_ELEMENTS(names); i++) {
        const char *value = fields_find(fields, names[i]);
        if (value)
            g_string_append_printf(head, "%s: %s\n", names[i], value);
    }
    g_string_append_c(head, '\n');
    g_byte_array_append(mime, (guint8 *)head->str, (guint)head->len);
}

/* So much of a part that its first text_bytes decoded bytes are in it, even in quoted-printable. */
static size_t stretch_of(const struct build *build)
{
    return 3 * (size_t)build->limits.text_bytes + (64u << 10);
}

static void read_body(struct build *build, const struct spool *spool, uint64_t start,
                      const struct fields *fields)
{
    g_autoptr(GByteArray) mime = g_byte_array_new();
    write_mime_fields(mime, fields);
    uint32_t marks = MAX(MIN_MARKS, build->limits.parts * MARKS_PER_PART);
    struct span range = {fields->body, start + build->limits.bytes};
    struct abridged cut = abridge(mime, spool, range, stretch_of(build), marks);
    build->message.limits |=
        (cut.parts ? LIMIT_PARTS : 0) | (cut.headers ? LIMIT_HEADERS : 0) | (cut.bytes ? LIMIT_SIZE : 0);
    if (!build_body(build, mime))
        build->message.limits |= LIMIT_UNPARSABLE;
}

enum status message_parse(const struct spool *spool, uint64_t start,
                          const struct message_limits *limits, struct message **out,
                          struct err *err)
{
    char byte;
    if (start < spool_size(spool) && spool_peek(spool, start, &byte, 1) != 1)
        return err_set(err, STATUS_IO, "cannot read the message back");
    struct build *build = build_new(limits);
    build->message.size = spool_size(spool) - MIN(start, spool_size(spool));
    struct fields fields;
    fields_read(&fields, spool, start, build->limits.headers, build->limits.header_bytes);
    build->options = new_options(&fields);
    build->message.body = fields.body;
    build_headers(build, &fields);
    if (!*build->message.id)
        make_up_id(build, spool, &fields);
    read_body(build, spool, start, &fields);
    fields_clear(&fields);
    *out = finish(build);
    return STATUS_OK;
}

const struct header *message_header(const struct message *message, const char *name)
{
    for (uint32_t i = 0; i < message->n_headers; i++)
        if (!g_ascii_strcasecmp(message->headers[i].name, name))
            return &message->headers[i];
    return NULL;
}
