/* libxml2 compares each attribute of a tag with all before it: 250 kB of them in one tag cost it two
 * seconds. Real tags have a dozen; what is beyond the bound is blanked out before it reads. Knows of HTML
 * how a tag ends (WHATWG HTML 13.2.5.32 and on), and nothing else. */
#include <stdbool.h>
#include <string.h>

#include <glib.h>

#include "html-tags.h"

#define MAX_ATTRIBUTES 200

static const char *skip_blanks(const char *p, const char *end)
{
    while (p < end && (g_ascii_isspace(*p) || *p == '/'))
        p++;
    return p;
}

/* Behind the name, or the bare value, that begins at P. */
static const char *skip_word(const char *p, const char *end, bool name)
{
    const char *from = p;
    while (p < end && !g_ascii_isspace(*p) && *p != '>' && !(name && (*p == '/' || (*p == '=' && p > from))))
        p++;
    return p;
}

static const char *skip_attribute(const char *p, const char *end)
{
    p = skip_word(p, end, true);
    const char *equals = skip_blanks(p, end);
    if (equals == end || *equals != '=')
        return p;
    p = equals + 1;
    while (p < end && g_ascii_isspace(*p))
        p++;
    if (p == end || (*p != '"' && *p != '\''))
        return skip_word(p, end, false);
    const char *close = memchr(p + 1, *p, (size_t)(end - p - 1));
    return close ? close + 1 : end;
}

/* Where the tag whose name begins at P ends. *TOO_MANY: where those begin that are over the bound, or
 * NULL. */
static const char *tag_end(const char *p, const char *end, const char **too_many)
{
    unsigned count = 0;
    *too_many = NULL;
    p = skip_blanks(skip_word(p, end, true), end);
    while (p < end && *p != '>') {
        if (++count > MAX_ATTRIBUTES && !*too_many)
            *too_many = p;
        p = skip_blanks(skip_attribute(p, end), end);
    }
    return p;
}

char *tags_bounded(const char *bytes, size_t len)
{
    char *copy = NULL;
    const char *end = bytes + len, *p = bytes;
    while (p < end && (p = memchr(p, '<', (size_t)(end - p)))) {
        const char *from = NULL;
        if (++p < end && g_ascii_isalpha(*p))
            p = tag_end(p, end, &from);
        if (from && !copy)
            copy = g_memdup2(bytes, len);
        if (from)
            memset(copy + (from - bytes), ' ', (size_t)(p - from));
    }
    return copy;
}
