/* What an open element inherits and says of what is within: whether it shows, breaks lines, runs
 * backwards. */
#include <string.h>

#include "html-box.h"

const char *box_attribute(const xmlChar **atts, const char *name)
{
    for (; atts && atts[0]; atts += 2)
        if (!strcmp((const char *)atts[0], name))
            return atts[1] ? (const char *)atts[1] : "";
    return NULL;
}

/* What does not show till it is opened, or where what it holds is known. */
static bool is_closed(const xmlChar **atts, enum element element)
{
    return element == ELEMENT_UNSHOWN ||
           ((element == ELEMENT_DETAILS || element == ELEMENT_DIALOG) && !box_attribute(atts, "open"));
}

static struct style read_attributes(const xmlChar **atts, enum element element)
{
    struct style style = style_none();
    style.override = element == ELEMENT_OVERRIDE;
    for (; atts && atts[0]; atts += 2) {
        const char *name = (const char *)atts[0], *value = atts[1] ? (const char *)atts[1] : "";
        if (!strcmp(name, "bgcolor"))
            style.background = colour_read(value);
        else if (!strcmp(name, "background"))
            style.background = COLOUR_UNKNOWN;
        else if (!strcmp(name, "color") && element == ELEMENT_FONT)
            style.colour = colour_read(value);
        else if (!strcmp(name, "text") && element == ELEMENT_BODY)
            style.colour = colour_read(value);
        else if (!strcmp(name, "dir"))
            style.from_right = !g_ascii_strcasecmp(value, "rtl");
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
struct style box_style(struct sheet *sheet, const char *name, const xmlChar **atts, enum element element)
{
    struct style style = read_attributes(atts, element), important = style_none();
    if (sheet)
        sheet_apply(sheet, name, box_attribute(atts, "class"), box_attribute(atts, "id"), &style, &important);
    const char *css = box_attribute(atts, "style");
    if (css)
        style_read(&style, &important, css, strlen(css));
    style_add(&style, &important);
    if (is_closed(atts, element))
        style.display = SAYS_HIDE;
    return style;
}

/* An open element inherits, then says what it says itself. */
struct box box_within(const struct box *parent, enum element element, const struct style *style)
{
    struct box open = *parent;
    open.element = element;
    open.breaks = element == ELEMENT_BLOCK && !style->in_line;
    open.reversed = style->override && style->from_right;
    if (element == ELEMENT_SUMMARY && parent->element == ELEMENT_DETAILS)
        open.gone = parent->around_gone;
    open.around_gone = open.gone;
    if (style->background != COLOUR_NONE && style->background != COLOUR_CLEAR)
        open.background = style->background;
    if (style->colour != COLOUR_NONE)
        open.colour = style->colour;
    if (style->size)
        open.small = style->size == SAYS_HIDE;
    if (style->visibility)
        open.invisible = style->visibility == SAYS_HIDE;
    open.gone |= style->display == SAYS_HIDE || style->away ||
                 ((style->zero || style->thin) && style->overflow_hidden);
    return open;
}

/* Where nobody says, the page is white. */
bool box_shows(const struct box *open)
{
    int background = open->background == COLOUR_NONE ? 0xffffff : open->background;
    return !open->gone && !open->invisible && !open->small && open->colour != COLOUR_CLEAR &&
           !colours_alike(open->colour, background);
}
