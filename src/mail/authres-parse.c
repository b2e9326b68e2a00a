/* A tokenizer and a small descent over RFC 8601 2.2: comments nest and may stand between any
 * two tokens, values may be quoted. Reads leniently, since real servers write leniently; never
 * reads past its bounds, since senders can put anything into such a field. */
#include <stdlib.h>
#include <string.h>

#include "authres-parse.h"

#define MAX_COMMENT_DEPTH 20
#define MAX_RESULTS 100
#define MAX_PROPERTIES 400

struct scan {
    const char *p;
    struct authres *out;
};

/* RFC 5322 3.2.2; P stands on "(". A comment that does not end takes the rest. */
static const char *skip_comment(const char *p)
{
    int depth = 0;
    for (; *p; p++) {
        if (*p == '\\' && p[1]) {
            p++;
        } else if (*p == '(') {
            if (++depth > MAX_COMMENT_DEPTH)
                return p + strlen(p);
        } else if (*p == ')' && --depth == 0) {
            return p + 1;
        }
    }
    return p;
}

static void skip(struct scan *s)
{
    for (;;) {
        while (g_ascii_isspace(*s->p))
            s->p++;
        if (*s->p != '(')
            return;
        s->p = skip_comment(s->p);
    }
}

/* RFC 5322 3.2.4; P stands on the quote. */
static char *quoted(struct scan *s)
{
    g_autoptr(GString) text = g_string_new(NULL);
    for (s->p++; *s->p && *s->p != '"'; s->p++) {
        if (*s->p == '\\' && s->p[1])
            s->p++;
        g_string_append_c(text, *s->p);
    }
    if (*s->p)
        s->p++;
    return g_string_chunk_insert(s->out->strings, text->str);
}

/* Characters up to one of STOP, a blank, a comment or the end. */
static char *word(struct scan *s, const char *stop, bool lower)
{
    skip(s);
    if (*s->p == '"')
        return quoted(s);
    const char *from = s->p;
    while (*s->p && !g_ascii_isspace(*s->p) && *s->p != '(' && !strchr(stop, *s->p))
        s->p++;
    g_autofree char *text = g_strndup(from, (gsize)(s->p - from));
    if (!lower)
        return g_string_chunk_insert(s->out->strings, text);
    g_autofree char *low = g_ascii_strdown(text, -1);
    return g_string_chunk_insert(s->out->strings, low);
}

static bool take(struct scan *s, char c)
{
    skip(s);
    if (*s->p != c)
        return false;
    s->p++;
    return true;
}

static unsigned number(struct scan *s)
{
    unsigned long n = strtoul(word(s, ";=/", false), NULL, 10);
    return n > 0 && n < 1000 ? (unsigned)n : 1;
}

/* A pvalue is a value or an address; "local part"@domain keeps its quotes' content. */
static const char *pvalue(struct scan *s)
{
    const char *first = word(s, ";", false);
    if (*s->p != '@')
        return first;
    g_autofree char *whole = g_strconcat(first, word(s, ";", false), NULL);
    return g_string_chunk_insert(s->out->strings, whole);
}

/* `reason=...` or `ptype.property=...`, with blanks and comments around "." and "=". */
static bool read_property(struct scan *s, struct authres_result *result)
{
    const char *name = word(s, ";=.", true), *property = "";
    if (!*name)
        return false;
    bool dotted = take(s, '.');
    if (dotted)
        property = word(s, ";=", true);
    if (!take(s, '='))
        return false;
    const char *value = pvalue(s);
    if (!dotted && !strcmp(name, "reason")) {
        result->reason = value;
        return true;
    }
    struct authres_property p = { dotted ? name : "", dotted ? property : name, value };
    if (s->out->properties->len < MAX_PROPERTIES) {
        g_array_append_val(s->out->properties, p);
        result->n++;
    }
    return true;
}

static void skip_result(struct scan *s)
{
    skip(s);
    while (*s->p && *s->p != ';') {
        if (*s->p == '"')
            quoted(s);
        else
            s->p++;
        skip(s);
    }
}

/* METHOD was read already. */
static void read_result(struct scan *s, const char *method)
{
    struct authres_result result = { .method = method, .version = 1, .reason = "",
                                     .first = s->out->properties->len };
    if (take(s, '/'))
        result.version = number(s);
    if (!take(s, '=')) {
        s->out->none |= !strcmp(method, "none");
        skip_result(s);
        return;
    }
    result.result = word(s, ";", true);
    for (skip(s); *s->p && *s->p != ';'; skip(s))
        if (!read_property(s, &result))
            break;
    skip_result(s);
    if (*method && *result.result && s->out->results->len < MAX_RESULTS)
        g_array_append_val(s->out->results, result);
}

/* The authserv-id and its version; or, in Microsoft's form, the first method. */
static void read_head(struct scan *s)
{
    const char *first = word(s, ";=/", true);
    skip(s);
    if (*s->p == '=' || *s->p == '/') {
        read_result(s, first);
        return;
    }
    s->out->server = first;
    if (*s->p && *s->p != ';')
        s->out->version = number(s);
    skip_result(s);
}

bool authres_parse(struct authres *authres, const char *value)
{
    *authres = (struct authres){ .server = "", .version = 1 };
    authres->strings = g_string_chunk_new(512);
    authres->results = g_array_new(FALSE, FALSE, sizeof(struct authres_result));
    authres->properties = g_array_new(FALSE, FALSE, sizeof(struct authres_property));
    struct scan scan = { .p = value, .out = authres };
    read_head(&scan);
    while (take(&scan, ';'))
        read_result(&scan, word(&scan, ";=/", true));
    return *authres->server || authres->results->len;
}

void authres_clear(struct authres *authres)
{
    g_clear_pointer(&authres->strings, g_string_chunk_free);
    g_clear_pointer(&authres->results, g_array_unref);
    g_clear_pointer(&authres->properties, g_array_unref);
}

const char *authres_property(const struct authres *authres, const struct authres_result *result,
                             const char *ptype, const char *property)
{
    for (guint i = result->first; i < result->first + result->n; i++) {
        const struct authres_property *p =
            &g_array_index(authres->properties, struct authres_property, i);
        if (!strcmp(p->ptype, ptype) && !strcmp(p->property, property))
            return p->value;
    }
    return NULL;
}
