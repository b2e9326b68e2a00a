/* Where tags, comments and elements of mere text end (WHATWG HTML 13.2.5). libxml2 is older than these rules:
 * to it "<!-->" opens a comment, and what <title> holds are tags. It also compares each attribute of a tag
 * with all before it: 250 kB of them in one tag cost it two seconds. */
#include <stdbool.h>
#include <string.h>

#include "html-tags.h"

#define MAX_ATTRIBUTES 200
#define HIDDEN "<div hidden>"

/* Elements whose tags are no tags. */
enum raw { RAW_NONE, RAW_STYLE, RAW_SCRIPT, RAW_ESCAPABLE, RAW_TEXT, RAW_PLAIN };

static const struct {
    const char *name;
    enum raw raw;
} raws[] = {
    {"style", RAW_STYLE},    {"script", RAW_SCRIPT},  {"title", RAW_ESCAPABLE}, {"textarea", RAW_ESCAPABLE},
    {"xmp", RAW_TEXT},       {"iframe", RAW_TEXT},    {"noembed", RAW_TEXT},    {"noframes", RAW_TEXT},
    {"plaintext", RAW_PLAIN},
};

struct cleaning {
    GString *out;
    const char *end;
    void (*sheet)(void *ctx, const char *css, size_t len);
    void *ctx;
    bool open_comment, open_raw[G_N_ELEMENTS(raws)]; /* none of these ends any more */
};

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
    const char *equals = p;
    while (equals < end && g_ascii_isspace(*equals))
        equals++;
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

/* Where the tag whose name begins at P ends. *TOO_MANY: where those attributes begin that are over the bound,
 * or NULL. */
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

/* Behind the comment, or what is taken for one, that begins at P; NULL where it does not end. */
static const char *behind_comment(const char *p, const char *end)
{
    if (end - p < 4 || memcmp(p, "<!--", 4) != 0) {
        const char *close = memchr(p, '>', (size_t)(end - p));
        return close ? close + 1 : NULL;
    }
    p += 4;
    if (p < end && *p == '>')
        return p + 1;
    if (end - p > 1 && p[0] == '-' && p[1] == '>')
        return p + 2;
    for (; (p = memmem(p, (size_t)(end - p), "--", 2)); p++) {
        if (end - p > 2 && p[2] == '>')
            return p + 3;
        if (end - p > 3 && p[2] == '!' && p[3] == '>')
            return p + 4;
    }
    return NULL;
}

static const char *take_comment(struct cleaning *c, const char *p)
{
    const char *behind = c->open_comment ? NULL : behind_comment(p, c->end);
    if (behind)
        return behind;
    c->open_comment = true;
    g_string_append(c->out, HIDDEN);
    return p + 2;
}

/* Where "</NAME" stands, or NULL. */
static const char *closing_tag(const char *p, const char *end, const char *name)
{
    size_t len = strlen(name);
    for (; (p = memmem(p, (size_t)(end - p), "</", 2)); p += 2)
        if ((size_t)(end - p) > len + 2 && !g_ascii_strncasecmp(p + 2, name, len) &&
            (g_ascii_isspace(p[len + 2]) || p[len + 2] == '/' || p[len + 2] == '>'))
            return p;
    return NULL;
}

static void append_text(GString *out, const char *p, const char *end, bool escapable)
{
    for (; p < end; p++)
        if (*p == '<')
            g_string_append(out, "&lt;");
        else if (*p == '&' && !escapable)
            g_string_append(out, "&amp;");
        else
            g_string_append_c(out, *p);
}

/* The element raws[AT] whose tag, from OPEN to P, was read. Returns behind what is its own. */
static const char *take_raw(struct cleaning *c, size_t at, const char *open, const char *p)
{
    enum raw raw = raws[at].raw;
    const char *close = raw == RAW_PLAIN ? c->end : NULL;
    if (!close && !c->open_raw[at])
        close = closing_tag(p, c->end, raws[at].name);
    if (!close) {
        c->open_raw[at] = true;
        g_string_append(c->out, HIDDEN);
        return p;
    }
    if (raw == RAW_STYLE) {
        c->sheet(c->ctx, p, (size_t)(close - p));
        const char *behind = memchr(close, '>', (size_t)(c->end - close));
        return behind ? behind + 1 : c->end;
    }
    if (raw == RAW_PLAIN)
        g_string_append(c->out, "<pre>");
    else
        g_string_append_len(c->out, open, p - open);
    if (raw == RAW_SCRIPT)
        g_string_append_len(c->out, p, close - p);
    else
        append_text(c->out, p, close, raw == RAW_ESCAPABLE);
    return close;
}

static const char *take_tag(struct cleaning *c, const char *open)
{
    const char *too_many, *name = open + 1, *p = tag_end(name, c->end, &too_many);
    size_t len = (size_t)(skip_word(name, c->end, true) - name);
    if (p == c->end) /* it shows nothing, nor does what is left */
        return p;
    for (size_t i = 0; i < G_N_ELEMENTS(raws); i++)
        if (strlen(raws[i].name) == len && !g_ascii_strncasecmp(raws[i].name, name, len))
            return take_raw(c, i, open, p + 1);
    g_string_append_len(c->out, open, (too_many ? too_many : p) - open);
    g_string_append(c->out, too_many ? " >" : ">"); /* not "/>" */
    return p + 1;
}

GString *tags_clean(const char *bytes, size_t len, void (*sheet)(void *ctx, const char *css, size_t len),
                    void *ctx)
{
    struct cleaning c = {.out = g_string_sized_new(len + 64), .end = bytes + len, .sheet = sheet, .ctx = ctx};
    for (const char *p = bytes; p < c.end;) {
        const char *open = memchr(p, '<', (size_t)(c.end - p));
        g_string_append_len(c.out, p, (open ? open : c.end) - p);
        if (!open)
            break;
        char next = open + 1 < c.end ? open[1] : 0, then = open + 2 < c.end ? open[2] : 'a';
        if (g_ascii_isalpha(next)) {
            p = take_tag(&c, open);
        } else if (next == '!' || next == '?' || (next == '/' && !g_ascii_isalpha(then))) {
            p = take_comment(&c, open);
        } else {
            g_string_append_c(c.out, '<');
            p = open + 1;
        }
    }
    return c.out;
}
