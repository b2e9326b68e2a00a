/* Walks HTML with libxml2's SAX parser and keeps what a person sees apart from what she does
 * not. No tree is built, nothing is fetched, and depth and text are bounded. Only user of
 * libxml2. */
#include <string.h>

#include <libxml/HTMLparser.h>
#include <libxml/parserInternals.h>

#include "html-elements.h"
#include "mail/html.h"
#include "base/part.h"
#include "html-schema.h"
#include "html-sheet.h"
#include "html-tags.h"
#include "html-text.h"

PART_VERSION(html);

#define MAX_DEPTH 1000   /* unclosed <font> piles up in real mail */
#define MAX_SCRIPT 65536 /* bytes of one JSON-LD script */
#define MAX_LINK_TEXT 400
#define MAX_CLAIM 60

/* One open element. */
struct open {
    enum element element;
    bool gone, invisible, small; /* whatever is within; till it is said otherwise; its letters */
    int colour, background;
};

struct reader {
    struct html *html;
    const struct html_seen *seen;
    htmlParserCtxtPtr parser;
    GArray *stack; /* struct open; the first is the page itself */
    GString *script;
    char *href;    /* of the open link, or NULL */
    GString *link_text;
    guint link_depth;
    unsigned skip; /* open elements whose text is no text: title, style, script */
    bool in_json;
    bool blank;    /* white space is owed before the next word */
    bool link_shows;
    struct sheet *sheet; /* or NULL */
    size_t most;
};

static struct open *top(struct reader *r)
{
    return &g_array_index(r->stack, struct open, r->stack->len - 1);
}

static void line_break(struct reader *r)
{
    GString *text = r->html->text;
    while (text->len && text->str[text->len - 1] == ' ')
        g_string_truncate(text, text->len - 1);
    if (text->len && text->str[text->len - 1] != '\n')
        g_string_append_c(text, '\n');
    r->blank = false;
}

static const char *attribute(const xmlChar **atts, const char *name)
{
    for (; atts && atts[0]; atts += 2)
        if (!strcmp((const char *)atts[0], name))
            return atts[1] ? (const char *)atts[1] : "";
    return NULL;
}

static struct style read_attributes(const xmlChar **atts, enum element element)
{
    struct style style = style_none();
    for (; atts && atts[0]; atts += 2) {
        const char *name = (const char *)atts[0], *value = atts[1] ? (const char *)atts[1] : "";
        if (!strcmp(name, "bgcolor"))
            style.background = colour_read(value);
        else if (!strcmp(name, "background"))
            style.background = COLOUR_UNKNOWN;
        else if (!strcmp(name, "color") && element == ELEMENT_FONT)
            style.colour = colour_read(value);
        else if (!strcmp(name, "width"))
            style.width = pixels_read(value);
        else if (!strcmp(name, "height"))
            style.height = pixels_read(value);
        else if (!strcmp(name, "hidden"))
            style.display = SAYS_HIDE;
    }
    return style;
}

/* Attributes, style sheets, the element's own style, then what is !important of both (CSS 2.2 6.4). */
static struct style read_style(const struct reader *r, const char *name, const xmlChar **atts,
                               enum element element)
{
    struct style style = read_attributes(atts, element), important = style_none();
    if (r->sheet)
        sheet_apply(r->sheet, name, attribute(atts, "class"), attribute(atts, "id"), &style, &important);
    const char *css = attribute(atts, "style");
    if (css)
        style_read(&style, &important, css, strlen(css));
    style_add(&style, &important);
    return style;
}

/* An open element inherits, then says what it says itself. */
static struct open inherit(const struct open *parent, enum element element,
                           const struct style *style)
{
    struct open open = *parent;
    open.element = element;
    if (style->background != COLOUR_NONE && style->background != COLOUR_CLEAR)
        open.background = style->background;
    if (style->colour != COLOUR_NONE)
        open.colour = style->colour;
    if (style->size)
        open.small = style->size == SAYS_HIDE;
    if (style->visibility)
        open.invisible = style->visibility == SAYS_HIDE;
    open.gone |= style->display == SAYS_HIDE || style->away || (style->zero && style->overflow_hidden);
    return open;
}

/* Where nobody says, the page is white. */
static bool shows(const struct open *open)
{
    int background = open->background == COLOUR_NONE ? 0xffffff : open->background;
    return !open->gone && !open->invisible && !open->small && open->colour != COLOUR_CLEAR &&
           !colours_alike(open->colour, background);
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
    const char *href = attribute(atts, "href");
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
        r->html->n_trackers += is_remote(attribute(atts, "src"));
        return;
    }
    if (style->width == 1 || style->height == 1)
        return;
    r->html->n_images++;
    r->link_shows = true;
    const char *alt = attribute(atts, "alt");
    if (r->href && alt && *alt) {
        if (r->link_text->len && r->link_text->len < MAX_LINK_TEXT)
            g_string_append_c(r->link_text, ' ');
        size_t len = strnlen(alt, MAX_LINK_TEXT);
        while (len && (alt[len] & 0xc0) == 0x80)
            len--;
        g_string_append_len(r->link_text, alt, (gssize)len);
    }
}

static void see_item_type(struct reader *r, const xmlChar **atts)
{
    const char *types = attribute(atts, "itemtype");
    const char *name = attribute(atts, "itemprop"), *value = attribute(atts, "content");
    if (name && value && *value && strlen(value) < MAX_CLAIM && r->seen->claim &&
        schema_is_number(name, strlen(name)))
        r->seen->claim(r->seen->ctx, value);
    if (types && r->seen->schema)
        schema_from_itemtype(types, r->seen->schema, r->seen->ctx);
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
        if (r->href && attribute(atts, "alt"))
            g_string_assign(r->link_text, attribute(atts, "alt"));
        r->link_shows = true;
        close_link(r);
        break;
    case ELEMENT_SCRIPT:
        type = attribute(atts, "type");
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
        type = attribute(atts, "type");
        r->html->has_form |= !type || g_ascii_strcasecmp(type, "hidden");
        break;
    case ELEMENT_BLOCK:
        line_break(r);
        break;
    case ELEMENT_CELL:
        r->blank = true;
        break;
    default:
        break;
    }
}

static void start_element(void *ctx, const xmlChar *name, const xmlChar **atts)
{
    struct reader *r = ctx;
    enum element element = element_of((const char *)name);
    struct style style = read_style(r, (const char *)name, atts, element);
    struct open open = inherit(top(r), element, &style);
    g_array_append_val(r->stack, open);
    if (element == ELEMENT_IMAGE)
        see_image(r, atts, &style);
    else
        begin(r, element, atts);
    see_item_type(r, atts);
    if (r->stack->len > MAX_DEPTH) {
        r->html->too_deep = true;
        xmlStopParser(r->parser);
    }
}

static void end_json(struct reader *r)
{
    if (r->seen->schema)
        schema_from_json(r->script->str, r->script->len, r->seen->schema, r->seen->claim, r->seen->ctx);
    g_string_truncate(r->script, 0);
    r->in_json = false;
}

static void end_element(void *ctx, const xmlChar *name)
{
    struct reader *r = ctx;
    (void)name;
    if (r->stack->len <= 1)
        return;
    enum element element = top(r)->element;
    if (element == ELEMENT_SILENT || element == ELEMENT_STYLE || element == ELEMENT_SCRIPT)
        r->skip -= r->skip > 0;
    if (element == ELEMENT_SCRIPT && r->in_json)
        end_json(r);
    if (element == ELEMENT_LINK)
        close_link(r);
    if (element == ELEMENT_BLOCK)
        line_break(r);
    g_array_set_size(r->stack, r->stack->len - 1);
}

static void append_hidden(struct reader *r, const char *word, size_t len)
{
    GString *hidden = r->html->hidden;
    r->html->hidden_bytes += (uint32_t)len;
    if (hidden->len + len >= HTML_HIDDEN)
        return;
    g_string_append_len(hidden, word, (gssize)len);
    g_string_append_c(hidden, ' ');
}

static void append_word(struct reader *r, const char *word, size_t len)
{
    GString *text = r->html->text;
    if (text->len + len > r->most) {
        r->html->too_long = true;
        xmlStopParser(r->parser);
        return;
    }
    if (r->blank && text->len && text->str[text->len - 1] != '\n')
        g_string_append_c(text, ' ');
    g_string_append_len(text, word, (gssize)len);
    r->link_shows = true;
    if (r->href && r->link_text->len < MAX_LINK_TEXT) {
        if (r->blank && r->link_text->len)
            g_string_append_c(r->link_text, ' ');
        g_string_append_len(r->link_text, word, (gssize)len);
    }
    r->blank = false;
}

static void append_text(struct reader *r, const char *text, size_t len)
{
    bool visible = shows(top(r));
    for (size_t i = 0; i < len && !r->html->too_long;) {
        const unsigned char *p = (const unsigned char *)text + i;
        size_t n;
        if ((n = html_space(p, len - i))) {
            r->blank = r->blank || visible;
        } else if (!(n = html_invisible(p, len - i))) {
            n = html_word(p, len - i);
            if (visible)
                append_word(r, text + i, n);
            else
                append_hidden(r, text + i, n);
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

void html_read(struct html *html, const char *bytes, size_t len, size_t most, const struct html_seen *seen)
{
    static gsize ready;
    if (g_once_init_enter(&ready)) {
        xmlInitParser(); /* before threads need it */
        g_once_init_leave(&ready, 1);
    }
    *html = (struct html){ .text = g_string_sized_new(len / 4 + 64), .hidden = g_string_new(NULL) };
    len = MIN(len, G_MAXINT / 2);
    struct reader r = { .html = html, .seen = seen, .most = most, .sheet = sheet_of_page(bytes, len),
                        .script = g_string_new(NULL),
                        .link_text = g_string_new(NULL),
                        .stack = g_array_sized_new(FALSE, FALSE, sizeof(struct open), 64) };
    struct open page = { .element = ELEMENT_OTHER, .colour = COLOUR_NONE,
                         .background = COLOUR_NONE };
    g_array_append_val(r.stack, page);
    g_autofree char *bounded = tags_bounded(bytes, len);
    r.parser = len ? new_parser(&r, bounded ? bounded : bytes, len) : NULL;
    if (r.parser) {
        htmlParseDocument(r.parser);
        close_link(&r);
        htmlFreeParserCtxt(r.parser);
    }
    line_break(&r);
    g_string_free(r.script, TRUE);
    g_string_free(r.link_text, TRUE);
    g_array_unref(r.stack);
    sheet_free(r.sheet);
}
