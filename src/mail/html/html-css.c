/* Comments, escapes and colours of CSS. */
#include <stdlib.h>
#include <string.h>

#include "html-css.h"

/* The escape at P, behind the backslash, where it is of a letter, a digit or the like; else 0. *N: its
 * bytes. */
static char unescaped(const char *p, size_t left, size_t *n)
{
    unsigned c = 0;
    for (*n = 0; *n < MIN(left, 6) && g_ascii_isxdigit(p[*n]); ++*n)
        c = 16 * c + (unsigned)g_ascii_xdigit_value(p[*n]);
    if (!*n && left && (g_ascii_isalpha(*p) || *p == '-'))
        return *n = 1, *p;
    *n += *n && *n < left && g_ascii_isspace(p[*n]);
    return c < 128 && (g_ascii_isalnum((int)c) || c == '-' || c == '_') ? (char)c : 0;
}

GString *css_plain(const char *css, size_t len)
{
    GString *out = g_string_sized_new(len + 1);
    const char *end = css + len;
    while (css < end) {
        size_t n, left = (size_t)(end - css);
        char c;
        if (left > 1 && css[0] == '/' && css[1] == '*') {
            const char *close = memmem(css + 2, left - 2, "*/", 2);
            css = close ? close + 2 : end;
        } else if (left > 3 && (!memcmp(css, "<!--", 4) || !memcmp(css, "-->", 3))) {
            css += *css == '<' ? 4 : 3;
        } else if (*css == '\\' && (c = unescaped(css + 1, left - 1, &n))) {
            g_string_append_c(out, c);
            css += 1 + n;
        } else {
            g_string_append_c(out, *css++);
        }
    }
    return out;
}

static const struct {
    const char *name;
    int rgb;
} colours[] = {
    { "white", 0xffffff }, { "black", 0x000000 }, { "red", 0xff0000 },    { "blue", 0x0000ff },
    { "green", 0x008000 }, { "gray", 0x808080 },  { "grey", 0x808080 },   { "silver", 0xc0c0c0 },
    { "yellow", 0xffff00 }, { "navy", 0x000080 }, { "maroon", 0x800000 }, { "snow", 0xfffafa },
    { "whitesmoke", 0xf5f5f5 }, { "ivory", 0xfffff0 }, { "ghostwhite", 0xf8f8ff },
    { "floralwhite", 0xfffaf0 }, { "mintcream", 0xf5fffa }, { "azure", 0xf0ffff },
    { "aliceblue", 0xf0f8ff }, { "honeydew", 0xf0fff0 }, { "seashell", 0xfff5ee },
    { "oldlace", 0xfdf5e6 }, { "lavenderblush", 0xfff0f5 }, { "lightyellow", 0xffffe0 },
};

static int hex_colour(const char *text)
{
    size_t n = 0;
    while (g_ascii_isxdigit(text[n]))
        n++;
    long value = strtol(text, NULL, 16);
    if (n == 8 || n == 4) { /* the last is how much of it shows */
        long most = n == 8 ? 255 : 15, shows = value & most;
        if (shows * 10 < most)
            return COLOUR_CLEAR;
        value = shows == most ? value >> (n == 8 ? 8 : 4) : -1;
        n = n == 8 ? 6 : 3;
    }
    if ((n != 6 && n != 3) || value < 0)
        return COLOUR_UNKNOWN;
    if (n == 6)
        return (int)value;
    int r = (int)(value >> 8) & 15, g = (int)(value >> 4) & 15, b = (int)value & 15;
    return (r * 17) << 16 | (g * 17) << 8 | b * 17;
}

/* rgb(1, 2, 3), rgb(1 2 3 / 0); with an alpha it is unknown unless nothing of it shows. */
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
    if (*end == ')' || *end == '/' || g_ascii_isdigit(*end) || *end == '.') {
        if (*end == '/')
            end++;
        if (*end != ')' && g_ascii_strtod(end, NULL) < 0.1)
            return COLOUR_CLEAR;
        return *end == ')' ? part[0] << 16 | part[1] << 8 | part[2] : COLOUR_UNKNOWN;
    }
    return COLOUR_UNKNOWN;
}

/* hsl(0, 0%, 100%): greys, from black to white; others are unknown. */
static int hsl_colour(const char *text)
{
    char *end = (char *)strchr(text, '(') + 1;
    double part[4] = { 0, 0, 0, 1 };
    for (int i = 0; i < 4 && *end && *end != ')'; i++) {
        part[i] = g_ascii_strtod(end, &end);
        end += strcspn(end, "0123456789.)");
    }
    if (part[3] < 0.1)
        return COLOUR_CLEAR;
    if (part[3] < 1 || (part[1] > 5 && part[2] > 2 && part[2] < 98))
        return COLOUR_UNKNOWN;
    int grey = (int)(CLAMP(part[2], 0, 100) * 2.55);
    return grey << 16 | grey << 8 | grey;
}

int colour_read(const char *text)
{
    while (g_ascii_isspace(*text))
        text++;
    if (*text == '#')
        return hex_colour(text + 1);
    if (!g_ascii_strncasecmp(text, "rgb", 3) && strchr(text, '('))
        return rgb_colour(text);
    if (!g_ascii_strncasecmp(text, "hsl", 3) && strchr(text, '('))
        return hsl_colour(text);
    size_t len = strcspn(text, " ;!\t\r\n");
    for (size_t i = 0; i < G_N_ELEMENTS(colours); i++)
        if (strlen(colours[i].name) == len && !g_ascii_strncasecmp(text, colours[i].name, len))
            return colours[i].rgb;
    if (!g_ascii_strncasecmp(text, "transparent", 11))
        return COLOUR_CLEAR;
    if (!g_ascii_strncasecmp(text, "none", 4) ||
        !g_ascii_strncasecmp(text, "inherit", 7))
        return COLOUR_NONE;
    return COLOUR_UNKNOWN;
}
