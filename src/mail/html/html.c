/* Walks HTML with libxml2's SAX parser and keeps what a person sees apart from what she does
 * not. No tree is built, nothing is fetched, and depth and text are bounded. Only user of
 * libxml2. */
#include <string.h>

#include <libxml/HTMLparser.h>
#include <libxml/parserInternals.h>

#include "html-box.h"
#include "html-elements.h"
#include "mail/html.h"
#include "base/part.h"
#include "html-schema.h"
#include "html-tags.h"
#include "html-text.h"
#include "html-told.h"

PART_VERSION(html);

#define MAX_DEPTH 1000   /* unclosed <font> piles up in real mail */
#define MAX_SCRIPT 65536 /* bytes of one JSON-LD script */
#define MAX_LINK_TEXT 400
#define MAX_CLAIM 60
#define RIGHT_TO_LEFT "\xe2\x80\xae" /* as characters say it (Unicode TR 9) */
#define POP "\xe2\x80\xac"

struct reader {
    struct html *html;
    const struct html_seen *seen;
    htmlParserCtxtPtr parser;
    GArray *stack; /* struct box; the first is the page itself */
    GString *script;
    char *href;    /* of the open link, or NULL */
    GString *link_text;
    guint link_depth;
    unsigned skip; /* open elements whose text is no text: title, style, script */
    bool in_json;
    bool blank;    /* white space is owed before the next word, ... */
    bool fixed;    /* and that is one fixed blank: it may stand between groups of digits */
    bool within;   /* a word that shows is followed by something that does not */
    bool pierced;  /* likewise by what has no width, and is no hyphen */
    bool link_shows;
    struct sheet *sheet; /* or NULL: there is none */
    struct told told;    /* of microdata */
    const char *next; /* where to read on behind what is nested too deep, or NULL */
    const char *from, *end; /* of what is read */
    size_t most;
};

static struct box *top(struct reader *r)
{
    return &g_array_index(r->stack, struct box, r->stack->len - 1);
}

static void line_break(struct reader *r)
{
    GString *text = r->html->text;
    while (text->len && text->str[text->len - 1] == ' ')
        g_string_truncate(text, text->len - 1);
    if (text->len && text->str[text->len - 1] != '\n')
        g_string_append_c(text, '\n');
    r->blank = r->within = r->pierced = false;
}

static void close_link(struct reader *r)
{
    if (r->href && r->seen->link)
        r->seen->link(r->seen->ctx, r->href, g_strstrip(r->link_text->str), r->link_shows);
    r->link_shows = false;
    g_clear_pointer(&r->href, g_free);
    g_string_truncate(r->link_text, 0);
}

static void open_link(struct reader *r, const xmlChar **atts)
{
    const char *href = box_attribute(atts, "href");
    close_link(r);
    if (!href || !*href || *href == '#')
        return;
    r->href = g_strdup(href);
    r->link_depth = r->stack->len;
}

static bool is_remote(const char *src)
{
    return src && (!g_ascii_strncasecmp(src, "http", 4) || g_str_has_prefix(src, "//"));
}

/* Spacers and the like are neither pictures nor trackers. */
static void see_image(struct reader *r, const xmlChar **atts, const struct style *style)
{
    bool hidden = top(r)->gone || top(r)->invisible;
    bool tiny = style->width == 0 || style->height == 0 ||
                (style->width == 1 && style->height == 1);
    if (hidden || tiny || style->zero) {
        r->html->n_trackers += is_remote(box_attribute(atts, "src"));
        return;
    }
    if (style->width == 1 || style->height == 1)
        return;
    r->html->n_images++;
    r->link_shows = true;
    const char *alt = box_attribute(atts, "alt");
    if (r->href && alt && *alt) {
        if (r->link_text->len && r->link_text->len < MAX_LINK_TEXT)
            g_string_append_c(r->link_text, ' ');
        size_t len = strnlen(alt, MAX_LINK_TEXT);
        while (len && (alt[len] & 0xc0) == 0x80)
            len--;
        g_string_append_len(r->link_text, alt, (gssize)len);
    }
}

static struct told_to told_to(const struct reader *r)
{
    return (struct told_to){r->seen->told, r->seen->day, r->seen->ctx};
}

/* Whoever sees one sees the other. */
static void see_thing(struct reader *r, bool opens, const char *property, const char *value)
{
    struct told_to to = told_to(r);
    if (!to.name)
        return;
    if (value && *property)
        told_value(&r->told, property, strlen(property), value, &to);
    if (opens && r->told.depth < TOLD_DEPTH)
        told_open(&r->told, property, strlen(property), false, r->stack->len);
}

static void end_thing(struct reader *r)
{
    struct told_to to = told_to(r);
    if (r->told.depth && r->told.levels[r->told.depth - 1].at == r->stack->len)
        told_close(&r->told, &to);
}

static void see_item_type(struct reader *r, const xmlChar **atts)
{
    const char *types = box_attribute(atts, "itemtype");
    const char *name = box_attribute(atts, "itemprop"), *value = box_attribute(atts, "content");
    if (name && value && *value && strlen(value) < MAX_CLAIM && r->seen->claim &&
        schema_is_number(name, strlen(name)))
        r->seen->claim(r->seen->ctx, value);
    if (types && r->seen->schema)
        schema_from_itemtype(types, r->seen->schema, r->seen->ctx);
    see_thing(r, types != NULL, name ? name : "", value ? value : box_attribute(atts, "datetime"));
}

static void begin(struct reader *r, enum element element, const xmlChar **atts)
{
    const char *type;
    switch (element) {
    case ELEMENT_LINK:
        open_link(r, atts);
        break;
    case ELEMENT_AREA:
        open_link(r, atts);
        if (r->href && box_attribute(atts, "alt"))
            g_string_assign(r->link_text, box_attribute(atts, "alt"));
        r->link_shows = true;
        close_link(r);
        break;
    case ELEMENT_SCRIPT:
        type = box_attribute(atts, "type");
        r->in_json = type && !g_ascii_strncasecmp(type, "application/ld+json", 19);
        r->skip++;
        break;
    case ELEMENT_STYLE:
    case ELEMENT_SILENT:
        r->skip++;
        break;
    case ELEMENT_FORM:
        r->html->has_form = true;
        break;
    case ELEMENT_INPUT:
        type = box_attribute(atts, "type");
        r->html->has_form |= !type || g_ascii_strcasecmp(type, "hidden");
        break;
    case ELEMENT_CELL:
        r->blank = true;
        break;
    default:
        break;
    }
}

/* Over the bound a parser of its own reads on, whose stack is empty: libxml2 compares each end tag with all
 * that is open. */
static void start_anew(struct reader *r)
{
    long read = xmlByteConsumed(r->parser);
    const char *at = read < 0 || read > r->end - r->from ? NULL : r->from + read;
    r->next = at ? memchr(at, '>', (size_t)(r->end - at)) : NULL;
    r->html->too_deep |= !r->next;
    xmlStopParser(r->parser);
}

static void start_element(void *ctx, const xmlChar *name, const xmlChar **atts)
{
    struct reader *r = ctx;
    enum element element = element_of((const char *)name);
    struct style style = box_style(r->sheet, (const char *)name, atts, element);
    struct box open = box_within(top(r), element, &style);
    g_array_append_val(r->stack, open);
    if (open.breaks && !open.gone)
        line_break(r);
    if (open.reversed)
        g_string_append(r->html->text, RIGHT_TO_LEFT);
    if (element == ELEMENT_IMAGE)
        see_image(r, atts, &style);
    else
        begin(r, element, atts);
    see_item_type(r, atts);
    if (r->stack->len > MAX_DEPTH)
        start_anew(r);
}

static void end_json(struct reader *r)
{
    if (r->seen->schema)
        schema_from_json(r->script->str, r->script->len, r->seen->schema, r->seen->claim, r->seen->ctx);
    struct told_to to = told_to(r);
    if (to.name)
        told_from_json(r->script->str, r->script->len, &to);
    g_string_truncate(r->script, 0);
    r->in_json = false;
}

static void end_element(void *ctx, const xmlChar *name)
{
    struct reader *r = ctx;
    (void)name;
    if (r->stack->len <= 1 || r->next) /* the parser that stops closes all: that is no end of theirs */
        return;
    enum element element = top(r)->element;
    if (element == ELEMENT_SILENT || element == ELEMENT_STYLE || element == ELEMENT_SCRIPT)
        r->skip -= r->skip > 0;
    if (element == ELEMENT_SCRIPT && r->in_json)
        end_json(r);
    if (element == ELEMENT_LINK)
        close_link(r);
    end_thing(r);
    if (top(r)->reversed)
        g_string_append(r->html->text, POP);
    if (top(r)->breaks && !top(r)->gone)
        line_break(r);
    g_array_set_size(r->stack, r->stack->len - 1);
}

static void append_hidden(struct reader *r, const char *word, size_t len)
{
    g_string_append_len(r->html->hidden, word, (gssize)len);
    g_string_append_c(r->html->hidden, ' ');
}

static void append_word(struct reader *r, const char *word, size_t len)
{
    GString *text = r->html->text;
    if (r->html->too_long || text->len + len > r->most) {
        r->html->too_long = true;
        append_hidden(r, word, len);
        return;
    }
    if (r->blank && text->len && text->str[text->len - 1] != '\n' &&
        !(r->fixed && g_ascii_isdigit(text->str[text->len - 1]) && html_is_group(word, len)))
        g_string_append_c(text, ' ');
    bool goes_on = !r->blank && g_ascii_isalpha(*word);
    r->html->split_words += r->within && goes_on;
    r->html->pierced_words += r->pierced && goes_on;
    r->within = r->pierced = false;
    g_string_append_len(text, word, (gssize)len);
    r->link_shows = true;
    if (r->href && r->link_text->len < MAX_LINK_TEXT) {
        if (r->blank && r->link_text->len)
            g_string_append_c(r->link_text, ' ');
        g_string_append_len(r->link_text, word, (gssize)len);
    }
    r->blank = false;
}

static bool in_word(const struct reader *r)
{
    const GString *shown = r->html->text;
    return !r->blank && shown->len && g_ascii_isalpha(shown->str[shown->len - 1]);
}

static void append_text(struct reader *r, const char *text, size_t len)
{
    bool visible = box_shows(top(r));
    for (size_t i = 0; i < len;) {
        const unsigned char *p = (const unsigned char *)text + i;
        size_t n;
        if ((n = html_space(p, len - i))) {
            r->fixed = visible && !r->blank && n == 2;
            r->blank = r->blank || visible;
        } else if (!(n = html_invisible(p, len - i))) {
            n = html_word(p, len - i);
            if (visible) {
                append_word(r, text + i, n);
            } else {
                r->within = in_word(r);
                append_hidden(r, text + i, n);
                r->html->hidden_bytes += (uint32_t)n;
            }
        } else if (visible && n > 2) {
            r->pierced = in_word(r);
        }
        i += n;
    }
}

static void characters(void *ctx, const xmlChar *text, int len)
{
    struct reader *r = ctx;
    if (r->in_json) {
        if (r->script->len < MAX_SCRIPT)
            g_string_append_len(r->script, (const char *)text, len);
    } else if (!r->skip) {
        append_text(r, (const char *)text, (size_t)len);
    }
}

static const xmlSAXHandler handlers = {
    .startElement = start_element,
    .endElement = end_element,
    .characters = characters,
    .ignorableWhitespace = characters,
    .cdataBlock = characters, /* scripts */
};

static htmlParserCtxtPtr new_parser(struct reader *r, const char *bytes, size_t len)
{
    htmlParserCtxtPtr parser = htmlCreateMemoryParserCtxt(bytes, (int)len);
    if (!parser)
        return NULL;
    htmlCtxtUseOptions(parser, HTML_PARSE_NONET | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING |
                                   HTML_PARSE_RECOVER | HTML_PARSE_NODEFDTD |
                                   HTML_PARSE_IGNORE_ENC | HTML_PARSE_COMPACT);
    *parser->sax = handlers;
    parser->userData = r;
    /* Said here, or libxml2 would take bytes above 127 for Latin-1. */
    xmlCharEncodingHandlerPtr utf8 = xmlFindCharEncodingHandler("UTF-8");
    if (utf8)
        xmlSwitchToEncoding(parser, utf8);
    return parser;
}

static void see_sheet(void *ctx, const char *css, size_t len)
{
    struct reader *r = ctx;
    if (!r->sheet)
        r->sheet = sheet_new();
    sheet_add(r->sheet, css, len);
}

/* Until its end, by as many parsers as it takes: what is open stays what it is. */
static void read_all(struct reader *r)
{
    while (r->from && r->from < r->end && (r->parser = new_parser(r, r->from, (size_t)(r->end - r->from)))) {
        r->next = NULL;
        htmlParseDocument(r->parser);
        htmlFreeParserCtxt(r->parser);
        struct box last = *top(r);
        last.element = ELEMENT_OTHER;
        last.breaks = last.reversed = false;
        g_array_set_size(r->stack, 0);
        g_array_append_val(r->stack, last);
        r->told.depth = 0;
        r->from = r->next ? r->next + 1 : NULL;
    }
}

void html_read(struct html *html, const char *bytes, size_t len, size_t most, const struct html_seen *seen)
{
    static gsize ready;
    if (g_once_init_enter(&ready)) {
        xmlInitParser(); /* before threads need it */
        g_once_init_leave(&ready, 1);
    }
    *html = (struct html){ .text = g_string_sized_new(len / 4 + 64), .hidden = g_string_new(NULL) };
    struct reader r = { .html = html, .seen = seen, .most = most, .script = g_string_new(NULL),
                        .link_text = g_string_new(NULL),
                        .stack = g_array_sized_new(FALSE, FALSE, sizeof(struct box), 64) };
    struct box page = { .element = ELEMENT_OTHER, .colour = COLOUR_NONE, .background = COLOUR_NONE };
    g_array_append_val(r.stack, page);
    g_autoptr(GString) clean = tags_clean(bytes, MIN(len, G_MAXINT / 8), see_sheet, &r);
    r.from = clean->str;
    r.end = clean->str + clean->len;
    read_all(&r);
    close_link(&r);
    line_break(&r);
    g_string_free(r.script, TRUE);
    g_string_free(r.link_text, TRUE);
    g_array_unref(r.stack);
    sheet_free(r.sheet);
}
