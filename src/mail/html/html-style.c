/* Inline CSS (CSS 2.2) read for one question only: does it show? Style sheets are left alone:
 * in mail they are dropped by many readers, so those who want to be read style inline. */
#include <stdlib.h>
#include <string.h>

#include <glib.h>

#include "html-style.h"

struct style style_none(void)
{
    return (struct style){ .width = -1, .height = -1, .colour = COLOUR_NONE,
                           .background = COLOUR_NONE };
}

static const struct {
    const char *name;
    int rgb;
} colours[] = {
    { "white", 0xffffff }, { "black", 0x000000 }, { "red", 0xff0000 },    { "blue", 0x0000ff },
    { "green", 0x008000 }, { "gray", 0x808080 },  { "grey", 0x808080 },   { "silver", 0xc0c0c0 },
    { "yellow", 0xffff00 }, { "navy", 0x000080 }, { "maroon", 0x800000 }, { "snow", 0xfffafa },
    { "whitesmoke", 0xf5f5f5 },
};

static int hex_colour(const char *text)
{
    size_t n = 0;
    while (g_ascii_isxdigit(text[n]))
        n++;
    long value = strtol(text, NULL, 16);
    if (n == 6)
        return (int)value;
    if (n != 3)
        return COLOUR_UNKNOWN;
    int r = (int)(value >> 8) & 15, g = (int)(value >> 4) & 15, b = (int)value & 15;
    return (r * 17) << 16 | (g * 17) << 8 | b * 17;
}

/* rgb(1, 2, 3); with an alpha it is unknown unless nothing of it shows. */
static int rgb_colour(const char *text)
{
    int part[3];
    char *end = (char *)strchr(text, '(') + 1;
    for (int i = 0; i < 3; i++) {
        long value = strtol(end, &end, 10);
        part[i] = (int)CLAMP(value, 0, 255);
        while (*end == ' ' || *end == ',')
            end++;
    }
    return *end == ')' ? part[0] << 16 | part[1] << 8 | part[2] : COLOUR_UNKNOWN;
}

int colour_read(const char *text)
{
    while (g_ascii_isspace(*text))
        text++;
    if (*text == '#')
        return hex_colour(text + 1);
    if (!g_ascii_strncasecmp(text, "rgb", 3) && strchr(text, '('))
        return rgb_colour(text);
    size_t len = strcspn(text, " ;!\t\r\n");
    for (size_t i = 0; i < G_N_ELEMENTS(colours); i++)
        if (strlen(colours[i].name) == len && !g_ascii_strncasecmp(text, colours[i].name, len))
            return colours[i].rgb;
    if (!g_ascii_strncasecmp(text, "transparent", 11) || !g_ascii_strncasecmp(text, "none", 4) ||
        !g_ascii_strncasecmp(text, "inherit", 7))
        return COLOUR_NONE;
    return COLOUR_UNKNOWN;
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

static bool is(const char *value, const char *word)
{
    return !g_ascii_strncasecmp(value, word, strlen(word));
}

static void read_font_size(struct style *style, const char *value)
{
    int pixels = pixels_read(value);
    if (!g_ascii_isdigit(*value) && *value != '.' && !is(value, "inherit"))
        pixels = 10; /* small, medium ... */
    if (is(value, "inherit"))
        return;
    style->font_sized = true;
    style->font_zero = pixels == 0 || pixels == 1;
}

static void read_background(struct style *style, const char *value)
{
    const char *colour = value;
    if (strstr(value, "url(") || strstr(value, "gradient")) {
        style->background = COLOUR_UNKNOWN;
        return;
    }
    int read = colour_read(colour);
    if (read != COLOUR_NONE)
        style->background = read;
}

static void read_size(struct style *style, const char *name, const char *value)
{
    int pixels = pixels_read(value);
    if (!strcmp(name, "width") || !strcmp(name, "max-width")) {
        if (pixels >= 0)
            style->width = pixels;
        return;
    }
    if (!strcmp(name, "height") && pixels >= 0)
        style->height = pixels;
    if (pixels == 0)
        style->zero_height = true;
}

static void declare(struct style *style, const char *name, const char *value)
{
    if (!strcmp(name, "display"))
        style->gone = is(value, "none");
    else if (!strcmp(name, "visibility"))
        style->gone |= is(value, "hidden") || is(value, "collapse");
    else if (!strcmp(name, "opacity"))
        style->gone |= g_ascii_strtod(value, NULL) == 0 && g_ascii_isdigit(*value);
    else if (!strcmp(name, "mso-hide"))
        ; /* one mail program only */
    else if (!strcmp(name, "font-size"))
        read_font_size(style, value);
    else if (!strcmp(name, "overflow"))
        style->overflow_hidden = is(value, "hidden");
    else if (!strcmp(name, "width") || !strcmp(name, "height") || !strcmp(name, "max-height") ||
             !strcmp(name, "max-width"))
        read_size(style, name, value);
    else if (!strcmp(name, "color"))
        style->colour = colour_read(value);
    else if (!strcmp(name, "background") || !strcmp(name, "background-color") ||
             !strcmp(name, "background-image"))
        read_background(style, value);
}

/* Lower-case NAME of at most 31 bytes; longer ones are none of ours. */
static bool take_name(const char **css, char name[32])
{
    while (g_ascii_isspace(**css) || **css == ';')
        (*css)++;
    size_t n = strcspn(*css, ":;");
    size_t len = n;
    while (len && g_ascii_isspace((*css)[len - 1]))
        len--;
    for (size_t i = 0; i < MIN(len, 31); i++)
        name[i] = g_ascii_tolower((*css)[i]);
    name[MIN(len, 31)] = 0;
    *css += n;
    return **css == ':' && len < 32;
}

void style_read(struct style *style, const char *css)
{
    char name[32];
    while (*css) {
        bool named = take_name(&css, name);
        size_t len = strcspn(css, ";");
        if (named) {
            const char *from = css + 1;
            while (g_ascii_isspace(*from))
                from++;
            char value[128];
            size_t n = MIN(sizeof value - 1, from < css + len ? (size_t)(css + len - from) : 0);
            memcpy(value, from, n);
            value[n] = 0;
            declare(style, name, value);
        }
        css += len;
    }
}
