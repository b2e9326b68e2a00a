/* Declarations of CSS (CSS 2.2) read for one question only: does it show? */
#include <stdlib.h>
#include <string.h>

#include <glib.h>

#include "html-style.h"
#include "html-css.h"

#define OFF_PAGE (-300) /* pixels to the left or above from where nothing shows */
#define SMALL 2         /* pixels of letters that nobody reads */
#define SMALL_EM 0.15
#define ALIKE 48        /* sum of the differences of three colours, of 765 */

struct style style_none(void)
{
    return (struct style){ .width = -1, .height = -1, .colour = COLOUR_NONE,
                           .background = COLOUR_NONE };
}

bool style_says(const struct style *s)
{
    return s->display || s->visibility || s->size || s->away || s->thin || s->overflow_hidden ||
           s->in_line || s->override || s->from_right || s->width >= 0 || s->height >= 0 ||
           s->colour != COLOUR_NONE || s->background != COLOUR_NONE;
}

void style_add(struct style *style, const struct style *more)
{
    style->display = more->display ? more->display : style->display;
    style->visibility = more->visibility ? more->visibility : style->visibility;
    style->size = more->size ? more->size : style->size;
    style->away |= more->away;
    style->zero |= more->zero;
    style->thin |= more->thin;
    style->overflow_hidden |= more->overflow_hidden;
    style->in_line = more->display ? more->in_line : style->in_line;
    style->override |= more->override;
    style->from_right |= more->from_right;
    style->width = more->width >= 0 ? more->width : style->width;
    style->height = more->height >= 0 ? more->height : style->height;
    style->colour = more->colour != COLOUR_NONE ? more->colour : style->colour;
    style->background = more->background != COLOUR_NONE ? more->background : style->background;
}

int pixels_read(const char *text)
{
    while (g_ascii_isspace(*text))
        text++;
    if (!g_ascii_isdigit(*text) && *text != '.')
        return -1;
    char *end;
    double value = g_ascii_strtod(text, &end);
    if (value == 0)
        return 0;
    if (*end == '%' || !g_ascii_strncasecmp(end, "em", 2) || !g_ascii_strncasecmp(end, "rem", 3) ||
        !g_ascii_strncasecmp(end, "v", 1))
        return -1;
    return value < 1 ? 1 : (int)MIN(value, 100000);
}

bool colours_alike(int colour, int background)
{
    int sum = 0;
    for (int shift = 0; shift < 24; shift += 8)
        sum += ABS((colour >> shift & 255) - (background >> shift & 255));
    return colour >= 0 && background >= 0 && sum < ALIKE;
}

static bool is(const char *value, const char *word)
{
    return !g_ascii_strncasecmp(value, word, strlen(word));
}

static void read_font_size(struct style *style, const char *value)
{
    char *end;
    double size = g_ascii_strtod(value, &end);
    if (is(value, "inherit"))
        return;
    bool em = is(end, "em") || is(end, "rem") || is(end, "ex"), percent = *end == '%';
    bool small = end > value && (em        ? size < SMALL_EM
                                 : percent ? size < 100 * SMALL_EM
                                           : size <= SMALL);
    style->size = small ? SAYS_HIDE : SAYS_SHOW; /* small, medium ... */
}

/* "bold 0/0 a": the size is what has a unit, a line's height behind it, or is nothing. */
static void read_font(struct style *style, const char *value)
{
    for (const char *p = value; *p;) {
        size_t len = strcspn(p, " ");
        if (g_ascii_isdigit(*p) || *p == '.') {
            size_t number = strspn(p, "0123456789.");
            if (number < len || g_ascii_strtod(p, NULL) == 0)
                read_font_size(style, p);
        }
        p += len + strspn(p + len, " ");
    }
}

/* Words that CSS does not know say nothing. */
static void read_display(struct style *style, const char *value)
{
    static const char *const shown[] = { "block", "inline", "flex", "grid", "table", "list-item", "flow",
                                         "contents", "run-in", "ruby", "initial", "inherit", "unset",
                                         "revert", "-" };
    if (is(value, "none"))
        style->display = SAYS_HIDE;
    for (size_t i = 0; i < G_N_ELEMENTS(shown); i++)
        if (is(value, shown[i])) {
            style->display = SAYS_SHOW;
            style->in_line = is(value, "inline") || is(value, "contents");
        }
}

static void read_background(struct style *style, const char *value)
{
    if (strstr(value, "url(") || strstr(value, "gradient")) {
        style->background = COLOUR_UNKNOWN;
        return;
    }
    int read = colour_read(value);
    if (read != COLOUR_NONE && read != COLOUR_CLEAR)
        style->background = read;
}

static void read_size(struct style *style, const char *name, const char *value)
{
    int pixels = pixels_read(value);
    bool most = is(name, "max-");
    if (pixels >= 0 && !most)
        *(strstr(name, "width") ? &style->width : &style->height) = pixels;
    else if (pixels >= 0 && !strcmp(name, "max-width"))
        style->width = pixels;
    style->zero |= pixels == 0;
    style->thin |= pixels >= 0 && pixels <= SMALL;
}

/* -9999px, -100vw; in the margins anywhere. Far to the right is off as well. */
static bool leaves_page(const char *value)
{
    char *unit;
    double right = g_ascii_strtod(value, &unit);
    if (right >= (is(unit, "vw") ? 100 : is(unit, "em") || is(unit, "rem") ? 200 : 3000))
        return true;
    for (const char *minus = value; (minus = strchr(minus, '-')); minus++) {
        char *end;
        double size = g_ascii_strtod(minus, &end);
        bool whole = is(end, "v") || *end == '%';
        double off = whole ? -100 : is(end, "em") || is(end, "rem") ? OFF_PAGE / 16.0 : OFF_PAGE;
        if (end > minus && size <= off)
            return true;
    }
    return false;
}

/* rect(0,0,0,0), inset(100%), scale(0), circle(0). */
static bool clips_all(const char *value)
{
    const char *open = strchr(value, '(');
    if (!open)
        return false;
    if (is(value, "inset"))
        return g_ascii_strtod(open + 1, NULL) >= 50;
    if (is(value, "rect"))
        return !open[1 + strspn(open + 1, "0px, ")] || open[1 + strspn(open + 1, "01px, ")] == ')';
    if (is(value, "rotate"))
        return (value[6] == 'X' || value[6] == 'Y') && g_ascii_strtod(open + 1, NULL) == 90;
    return (is(value, "scale") || is(value, "circle") || is(value, "ellipse") || is(value, "matrix")) &&
           g_ascii_isdigit(open[1]) && g_ascii_strtod(open + 1, NULL) < 0.05;
}

static void declare(struct style *style, const char *name, const char *value)
{
    static const char *const places[] = { "left", "top", "right", "bottom", "text-indent", "margin",
                                          "margin-left", "margin-top", "transform", NULL };
    if (!strcmp(name, "display"))
        read_display(style, value);
    else if (!strcmp(name, "visibility"))
        style->visibility = is(value, "hidden") || is(value, "collapse") ? SAYS_HIDE : SAYS_SHOW;
    else if (!strcmp(name, "opacity"))
        style->away |= g_ascii_strtod(value, NULL) < 0.05 && (g_ascii_isdigit(*value) || *value == '.');
    else if (!strcmp(name, "font-size"))
        read_font_size(style, value);
    else if (!strcmp(name, "font"))
        read_font(style, value);
    else if (!strcmp(name, "unicode-bidi"))
        style->override = strstr(value, "override");
    else if (!strcmp(name, "direction"))
        style->from_right = is(value, "rtl");
    else if (!strcmp(name, "content-visibility"))
        style->away |= is(value, "hidden");
    else if (!strcmp(name, "filter"))
        style->away |= is(value, "opacity(") && g_ascii_strtod(value + 8, NULL) < 0.05;
    else if (!strcmp(name, "zoom"))
        style->away |= g_ascii_isdigit(*value) && g_ascii_strtod(value, NULL) < 0.05;
    else if (is(name, "overflow"))
        style->overflow_hidden = is(value, "hidden") || is(value, "clip");
    else if (!strcmp(name, "width") || !strcmp(name, "height") || !strcmp(name, "max-height") ||
             !strcmp(name, "max-width"))
        read_size(style, name, value);
    else if (!strcmp(name, "color") || !strcmp(name, "-webkit-text-fill-color"))
        style->colour = colour_read(value);
    else if (!strcmp(name, "background") || !strcmp(name, "background-color") ||
             !strcmp(name, "background-image"))
        read_background(style, value);
    else if (g_strv_contains(places, name))
        style->away |= leaves_page(value) || clips_all(value);
    else if (!strcmp(name, "clip") || !strcmp(name, "clip-path"))
        style->away |= clips_all(value);
}

/* Lower-case NAME of at most 31 bytes; longer ones are none of ours. */
static bool take_name(const char **css, const char *end, char name[32])
{
    while (*css < end && (g_ascii_isspace(**css) || **css == ';'))
        (*css)++;
    const char *from = *css;
    while (*css < end && **css != ':' && **css != ';')
        (*css)++;
    size_t len = (size_t)(*css - from);
    while (len && g_ascii_isspace(from[len - 1]))
        len--;
    for (size_t i = 0; i < MIN(len, 31); i++)
        name[i] = g_ascii_tolower(from[i]);
    name[MIN(len, 31)] = 0;
    return *css < end && **css == ':' && len < 32;
}

void style_read(struct style *style, struct style *important, const char *css, size_t len)
{
    char name[32], value[128];
    g_autoptr(GString) plain = memchr(css, '\\', len) || memchr(css, '/', len) ? css_plain(css, len) : NULL;
    css = plain ? plain->str : css;
    const char *end = css + (plain ? plain->len : len);
    while (css < end) {
        bool named = take_name(&css, end, name);
        const char *from = named ? css + 1 : css;
        while (css < end && *css != ';')
            css++;
        while (from < css && g_ascii_isspace(*from))
            from++;
        size_t n = MIN(sizeof value - 1, (size_t)(css - MIN(from, css)));
        memcpy(value, from, n);
        value[n] = 0;
        if (named)
            declare(memchr(value, '!', n) && strcasestr(value, "important") ? important : style, name, value);
    }
}
