/* The body as GMime's tree of parts (RFC 2045, 2046), walked for what a person sees. Attachments are
 * counted and named, never decoded. The bytes come abridged (body-bounds.c), so the tree is small. */
#include <string.h>

#include "mail/html.h"
#include "mail/links.h"
#include "message-build.h"
#include "message-form.h"

#define MAX_NAMES 50
#define MAX_ID 998
#define FEW_LETTERS 20 /* a part with fewer says nothing */
#define REPORT_BYTES (64u << 10)
#define SOURCE_BYTES (4u << 20) /* of text parts, decoded, all together, and of what does not show */

/* The text of a part of the tree. */
struct shown {
    GString *text;
    uint32_t images;
};

struct walk {
    struct build *build;
    GString *html_text;   /* of all HTML parts */
    GString *unseen_text; /* of alternatives that are not shown, and what HTML hides */
    gsize source_left;    /* bytes that may be decoded yet */
    unsigned unseen;      /* within so many alternatives that are not shown */
    uint32_t n_parts;
    bool linked;        /* the HTML part has links of its own */
    unsigned among;     /* within so many alternatives */
    GMimePart *file;    /* the first attachment that is text, or NULL */
    GMimeObject *attached; /* what the first attached message holds, or NULL */
};

static void append_bounded(struct walk *walk, GString *to, const char *text, gsize most)
{
    gsize room = most - MIN(to->len, most), len = strlen(text);
    if (len > room) {
        walk->build->message.limits |= LIMIT_TEXT;
        while (room && (text[room] & 0xc0) == 0x80)
            room--;
        len = room;
    }
    if (to->len && len && to->str[to->len - 1] != '\n')
        g_string_append_c(to, '\n');
    g_string_append_len(to, text, (gssize)len);
}

/* What shows; as much as there is room for, the rest is unseen. */
static void append_shown(struct walk *walk, GString *to, const char *text, gsize most)
{
    gsize before = to->len, len = strlen(text), room = most - MIN(to->len, most);
    append_bounded(walk, to, text, most);
    if (len > room)
        append_bounded(walk, walk->unseen_text, text + MIN(to->len - before, len), SOURCE_BYTES);
}

static gsize most_text(const struct walk *walk)
{
    return 2 * (gsize)walk->build->limits.text_bytes;
}

/* As much of the part as is left of what is decoded of a message: of HTML most may not show. */
static GString *decode(struct walk *walk, GMimePart *part)
{
    GMimeDataWrapper *content = g_mime_part_get_content(part);
    GString *bytes = g_string_new(NULL);
    if (!content)
        return bytes;
    GMimeStream *raw = g_mime_data_wrapper_get_stream(content);
    g_mime_stream_reset(raw);
    GMimeStream *stream = g_mime_stream_filter_new(raw);
    GMimeFilter *filter = g_mime_filter_basic_new(g_mime_data_wrapper_get_encoding(content), FALSE);
    g_mime_stream_filter_add(GMIME_STREAM_FILTER(stream), filter);
    char buffer[8192];
    ssize_t n;
    gsize most = walk->source_left;
    while (bytes->len <= most && (n = g_mime_stream_read(stream, buffer, sizeof buffer)) > 0)
        g_string_append_len(bytes, buffer, n);
    if (bytes->len > most) {
        walk->build->message.limits |= LIMIT_TEXT;
        g_string_truncate(bytes, most);
    }
    walk->source_left -= bytes->len;
    g_object_unref(filter);
    g_object_unref(stream);
    return bytes;
}

/* HTML may say its charset itself; looked for at its start as browsers do. */
static char *charset_of_html(const GString *bytes)
{
    g_autofree char *start = g_ascii_strdown(bytes->str, (gssize)MIN(bytes->len, 1024));
    const char *p = strstr(start, "charset=");
    if (!p)
        return NULL;
    p += 8 + strspn(p + 8, "\"' ");
    return g_strndup(p, strcspn(p, "\"'; />"));
}

static char *text_of_part(struct walk *walk, GMimePart *part, bool html)
{
    GString *bytes = decode(walk, part);
    const char *said = g_mime_object_get_content_type_parameter(GMIME_OBJECT(part), "charset");
    g_autofree char *own = html && !said ? charset_of_html(bytes) : NULL;
    char *text = text_of_bytes(bytes->str, bytes->len, said ? said : own);
    g_string_free(bytes, TRUE);
    return text;
}

static void found_link(void *ctx, const char *href)
{
    struct walk *walk = ctx;
    build_link(walk->build, href, href, !walk->unseen);
}

static void found_html_link(void *ctx, const char *href, const char *text, bool shown)
{
    struct walk *walk = ctx;
    walk->linked |= shown;
    build_link(walk->build, href, text, shown && !walk->unseen);
}

static void found_schema(void *ctx, const char *type)
{
    build_schema(((struct walk *)ctx)->build, type);
}

static void found_claim(void *ctx, const char *number)
{
    build_claim(((struct walk *)ctx)->build, number);
}

static void found_told(void *ctx, const char *name)
{
    build_told(((struct walk *)ctx)->build, name);
}

static void found_day(void *ctx, const char *date)
{
    build_day(((struct walk *)ctx)->build, date);
}

static void show_html(struct walk *walk, GMimePart *part, struct shown *shown)
{
    struct message *m = &walk->build->message;
    g_autofree char *source = text_of_part(walk, part, true);
    struct html html;
    struct html_seen seen = {walk, found_html_link, found_schema, found_claim, found_told, found_day};
    walk->linked = false;
    html_read(&html, source, strlen(source), walk->build->limits.text_bytes, &seen);
    if (!walk->linked) /* mail programs make links of what looks like one */
        links_in_text(html.text->str, found_link, walk);
    m->hidden_bytes += html.hidden_bytes;
    m->split_words += html.split_words;
    m->pierced_words += html.pierced_words;
    m->n_trackers += html.n_trackers;
    m->has_form |= html.has_form;
    m->limits |= (html.too_deep ? LIMIT_DEPTH : 0) | (html.unread || html.too_long ? LIMIT_TEXT : 0);
    append_shown(walk, shown->text, html.text->str, most_text(walk));
    append_bounded(walk, walk->html_text, html.text->str, most_text(walk));
    append_bounded(walk, walk->unseen_text, html.hidden->str, SOURCE_BYTES);
    shown->images += html.n_images;
    g_string_free(html.text, TRUE);
    g_string_free(html.hidden, TRUE);
}

static void show_plain(struct walk *walk, GMimePart *part, struct shown *shown)
{
    g_autofree char *text = text_of_part(walk, part, false);
    links_in_text(text, found_link, walk);
    append_shown(walk, shown->text, text, walk->build->limits.text_bytes);
}

static void name_attachment(struct walk *walk, GMimeObject *object, const char *name)
{
    struct build *build = walk->build;
    build->message.n_attachments++;
    if (build->attachments->len >= MAX_NAMES)
        return;
    g_autofree char *type = name ? NULL : g_mime_content_type_get_mime_type(
                                              g_mime_object_get_content_type(object));
    g_autofree char *clean = text_utf8(name ? name : type);
    g_ptr_array_add(build->attachments, build_string(build, clean));
}

static bool is_attachment(GMimeObject *object)
{
    const char *disposition = g_mime_object_get_disposition(object);
    return disposition && !g_ascii_strcasecmp(disposition, "attachment");
}

static void read_calendar(struct walk *walk, GMimePart *part)
{
    g_autofree char *text = text_of_part(walk, part, false);
    build_calendar(walk->build, text, g_mime_object_get_content_type_parameter(GMIME_OBJECT(part), "method"));
}

/* What a report says to programs (RFC 3464, 8098, 5965), and the header of what it returns (RFC 3462). */
static bool read_report(struct walk *walk, GMimePart *part, GMimeContentType *type)
{
    static const char *const reports[] = { "delivery-status", "disposition-notification", "feedback-report" };
    struct build *build = walk->build;
    const char *is = NULL;
    for (size_t i = 0; i < G_N_ELEMENTS(reports) && !is; i++)
        if (g_mime_content_type_is_type(type, "message", reports[i]))
            is = reports[i];
    if (g_mime_content_type_is_type(type, "message", "global-delivery-status"))
        is = reports[0];
    if (!is && !g_mime_content_type_is_type(type, "text", "rfc822-headers"))
        return false;
    build->message.report = is ? is : build->message.report;
    g_autofree char *text = text_of_part(walk, part, false);
    append_bounded(walk, build->report_text, text, REPORT_BYTES);
    return true;
}

static void show(struct walk *walk, GMimePart *part, struct shown *shown)
{
    if (form_of(part) == FORM_HTML)
        show_html(walk, part, shown);
    else if (form_of(part) != FORM_NONE)
        show_plain(walk, part, shown);
}

/* What does not show: judged for lures alone. */
static void show_unseen(struct walk *walk, GMimePart *part)
{
    struct shown one = { .text = g_string_new(NULL) };
    walk->unseen++;
    show(walk, part, &one);
    walk->unseen--;
    append_bounded(walk, walk->unseen_text, one.text->str, SOURCE_BYTES);
    g_string_free(one.text, TRUE);
}

static void walk_leaf(struct walk *walk, GMimePart *part, struct shown *shown)
{
    GMimeObject *object = GMIME_OBJECT(part);
    GMimeContentType *type = g_mime_object_get_content_type(object);
    const char *name = g_mime_part_get_filename(part);
    if (read_report(walk, part, type))
        return;
    if (g_mime_content_type_is_type(type, "text", "calendar") ||
        g_mime_content_type_is_type(type, "application", "ics"))
        read_calendar(walk, part);
    if (name || is_attachment(object))
        name_attachment(walk, object, name);
    bool all = walk->n_parts == 1; /* what is all of a message is opened like any other */
    bool bytes = g_mime_content_type_is_type(type, "application", "octet-stream") && name;
    if ((is_attachment(object) || bytes) && !all)
        walk->file = walk->file || form_of(part) == FORM_NONE ? walk->file : part;
    else if (walk->among > 0 && form_of(part) == FORM_OTHER)
        show_unseen(walk, part);
    else
        show(walk, part, shown);
}

static uint32_t letters(const char *text, uint32_t enough)
{
    uint32_t n = 0;
    for (const char *p = text; *p && n < enough; p = g_utf8_next_char(p))
        n += g_unichar_isalnum(g_utf8_get_char(p)) ? 1 : 0;
    return n;
}

static void walk_object(struct walk *walk, GMimeObject *object, struct shown *shown,
                        uint32_t depth);

static bool says_something(const struct shown *shown)
{
    return shown->images || letters(shown->text->str, 1);
}

/* RFC 2046 5.1.4: the last one that a mail program knows is shown. The others are there to be judged. */
static void walk_alternative(struct walk *walk, GMimeMultipart *multipart, struct shown *shown,
                             uint32_t depth)
{
    bool found = false;
    for (int i = g_mime_multipart_get_count(multipart) - 1; i >= 0; i--) {
        struct shown one = { .text = g_string_new(NULL) };
        walk->unseen += found;
        walk->among++;
        walk_object(walk, g_mime_multipart_get_part(multipart, i), &one, depth);
        walk->among--;
        walk->unseen -= found;
        bool picture = found && shown->images && letters(shown->text->str, FEW_LETTERS) < FEW_LETTERS;
        if (found && !picture)
            append_bounded(walk, walk->unseen_text, one.text->str, SOURCE_BYTES);
        else /* beside a picture, words tell what it is */
            append_shown(walk, shown->text, one.text->str, most_text(walk));
        shown->images += found ? 0 : one.images;
        found |= says_something(&one);
        g_string_free(one.text, TRUE);
    }
}

static void walk_multipart(struct walk *walk, GMimeMultipart *multipart, struct shown *shown,
                           uint32_t depth)
{
    GMimeContentType *type = g_mime_object_get_content_type(GMIME_OBJECT(multipart));
    bool alternative = g_mime_content_type_is_type(type, "multipart", "alternative");
    int n = g_mime_multipart_get_count(multipart);
    if (alternative)
        walk_alternative(walk, multipart, shown, depth);
    for (int i = 0; i < n && !alternative; i++)
        walk_object(walk, g_mime_multipart_get_part(multipart, i), shown, depth);
    /* Without one closed part GMime leaves the text in the preamble. */
    const char *preamble = g_mime_multipart_get_prologue(multipart);
    if (n == 0 && preamble) {
        g_autofree char *text = text_of_bytes(preamble, strlen(preamble), NULL);
        links_in_text(text, found_link, walk);
        append_shown(walk, shown->text, text, most_text(walk));
    }
}

/* An attached message is an attachment; build_body() reads the first where there is no other
 * text. */
static void walk_message(struct walk *walk, GMimeMessagePart *part)
{
    name_attachment(walk, GMIME_OBJECT(part), NULL);
    GMimeMessage *message = g_mime_message_part_get_message(part);
    if (message && !walk->attached)
        walk->attached = g_mime_message_get_mime_part(message);
    const char *id = message ? g_mime_message_get_message_id(message) : NULL;
    if (id && strlen(id) < MAX_ID)
        g_string_append_printf(walk->build->report_text, "\nMessage-ID: <%s>\n", id);
}

static void walk_object(struct walk *walk, GMimeObject *object, struct shown *shown,
                        uint32_t depth)
{
    struct build *build = walk->build;
    if (depth > build->limits.depth) {
        build->message.limits |= LIMIT_DEPTH;
        return;
    }
    bool many = walk->n_parts >= build->limits.parts;
    if (many)
        build->message.limits |= LIMIT_PARTS;
    else
        walk->n_parts++;
    if (many && GMIME_IS_PART(object)) {
        if (!is_attachment(object))
            show_unseen(walk, GMIME_PART(object));
        return;
    }
    if (GMIME_IS_MULTIPART(object))
        walk_multipart(walk, GMIME_MULTIPART(object), shown, depth + 1);
    else if (GMIME_IS_MESSAGE_PART(object))
        walk_message(walk, GMIME_MESSAGE_PART(object));
    else if (GMIME_IS_PART(object))
        walk_leaf(walk, GMIME_PART(object), shown);
}

/* Follows attached messages that hold nothing but another one only as deep as the bound. */
static void walk_root(struct walk *walk, GMimeObject *root, struct shown *shown)
{
    walk_object(walk, root, shown, 0);
    for (uint32_t depth = 1; walk->attached && letters(shown->text->str, 1) == 0; depth++) {
        GMimeObject *attached = walk->attached;
        walk->attached = NULL;
        walk_object(walk, attached, shown, depth);
    }
    if (walk->file && letters(shown->text->str, 1) == 0) /* there is nothing else to open */
        show_unseen(walk, walk->file);
}

bool build_body(struct build *build, GByteArray *mime)
{
    GMimeStream *stream = g_mime_stream_mem_new_with_byte_array(mime);
    g_mime_stream_mem_set_owner(GMIME_STREAM_MEM(stream), FALSE);
    GMimeParser *parser = g_mime_parser_new_with_stream(stream);
    g_mime_parser_set_persist_stream(parser, TRUE);
    GMimeObject *root = g_mime_parser_construct_part(parser, build->options);
    struct walk walk = { .build = build, .html_text = g_string_new(NULL),
                         .unseen_text = g_string_new(NULL), .source_left = SOURCE_BYTES };
    struct shown shown = { .text = g_string_new(NULL) };
    if (root)
        walk_root(&walk, root, &shown);
    build->message.n_parts = walk.n_parts;
    build->message.text = build_string(build, shown.text->str);
    build->message.html_text = build_string(build, walk.html_text->str);
    build->message.unseen_text = build_string(build, walk.unseen_text->str);
    build->message.n_images = shown.images;
    g_string_free(shown.text, TRUE);
    g_string_free(walk.html_text, TRUE);
    g_string_free(walk.unseen_text, TRUE);
    bool made = root != NULL;
    g_clear_object(&root);
    g_object_unref(parser);
    g_object_unref(stream);
    return made;
}
