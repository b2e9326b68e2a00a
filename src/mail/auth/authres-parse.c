/* A tokenizer and a small descent over RFC 8601 2.2: comments nest and may stand between any
 * two tokens, values may be quoted. Reads leniently, since real servers write leniently; never
 * reads past its bounds, since senders can put anything into such a field. */
#include <stdlib.h>
#include <string.h>

#include "authres-parse.h"

#define MAX_COMMENT_DEPTH 20
#define MAX_FIELD 16000 /* bytes; of a longer one the parser of messages may have cut off the end */
#define MAX_RESULTS 100
#define MAX_PROPERTIES 400

struct scan {
    const char *p;
    struct authres *out;
    GString *comments; /* of the result that is read, or NULL */
    bool too_much; /* results or properties were left out */
};

/* Servers write the envelope's sender into comments as it came, and within a quoted local part a sender
 * may close them. P stands on the quote; NULL where it opens none, else where it closes. */
static const char *quoted_local_part(const char *p)
{
    for (p++; *p && *p != '"'; p++)
        if (*p == '\\' && p[1])
            p++;
    return *p && p[1] == '@' ? p : NULL;
}

/* RFC 5322 3.2.2; P stands on "(". A comment that does not end takes the rest. */
static const char *skip_comment(const char *p)
{
    int depth = 0;
    for (; *p; p++) {
        const char *end = *p == '"' ? quoted_local_part(p) : NULL;
        if (end) {
            p = end;
        } else if (*p == '\\' && p[1]) {
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
        const char *from = s->p;
        s->p = skip_comment(from);
        for (const char *p = from; s->comments && p < s->p; p++)
            if (!g_ascii_isspace(*p))
                g_string_append_c(s->comments, g_ascii_tolower(*p));
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

static bool ends_word(char c, const char *stop)
{
    return !c || g_ascii_isspace(c) || c == '(' || strchr(stop, c);
}

/* A quoted string, or characters up to one of STOP, a blank, a comment or the end; what is quoted within them
 * belongs to them, as in <"a;b"@example>. */
static char *word(struct scan *s, const char *stop, bool lower)
{
    skip(s);
    const char *from = s->p;
    char *text;
    if (*s->p == '"') {
        text = quoted(s);
    } else {
        while (!ends_word(*s->p, stop))
            if (*s->p == '"')
                quoted(s);
            else
                s->p++;
        text = g_string_chunk_insert_len(s->out->strings, from, s->p - from);
    }
    for (char *p = text; lower && *p; p++)
        *p = g_ascii_tolower(*p);
    return text;
}

static bool take(struct scan *s, char c)
{
    skip(s);
    if (*s->p != c)
        return false;
    s->p++;
    return true;
}

/* A version, or 0 where it is none that could be known. */
static unsigned version(struct scan *s)
{
    const char *digits = word(s, ";=/", false);
    bool plain = *digits && strlen(digits) < 4 && strspn(digits, "0123456789") == strlen(digits);
    return plain ? (unsigned)strtoul(digits, NULL, 10) : 0;
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

static void add_property(struct scan *s, struct authres_result *result, struct authres_property property)
{
    s->too_much |= s->out->properties->len >= MAX_PROPERTIES;
    if (s->too_much)
        return;
    g_array_append_val(s->out->properties, property);
    result->n++;
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
    add_property(s, result, (struct authres_property){ dotted ? name : "", dotted ? property : name, value });
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

/* Amazon sets off the properties of SPF by semicolons, too. */
static bool is_property(const char *name)
{
    return !strcmp(name, "client-ip") || !strcmp(name, "envelope-from") || !strcmp(name, "helo");
}

/* METHOD was read already. */
static void read_result(struct scan *s, const char *method)
{
    struct authres_result result = { .method = method, .version = 1, .reason = "",
                                     .first = s->out->properties->len };
    struct authres *out = s->out;
    if (take(s, '/'))
        result.version = version(s);
    if (!take(s, '=')) {
        out->none |= !strcmp(method, "none");
        skip_result(s);
        return;
    }
    if (is_property(method) && out->results->len) {
        add_property(s, &g_array_index(out->results, struct authres_result, out->results->len - 1),
                     (struct authres_property){ "", method, pvalue(s) });
        skip_result(s);
        return;
    }
    result.result = word(s, ";", true);
    g_autoptr(GString) comments = s->comments = g_string_new(NULL);
    for (skip(s); *s->p && *s->p != ';'; skip(s))
        if (!read_property(s, &result))
            break;
    skip_result(s);
    s->comments = NULL;
    result.comments = g_string_chunk_insert(out->strings, comments->str);
    if (!*method || !*result.result)
        return;
    s->too_much |= out->results->len >= MAX_RESULTS;
    if (!s->too_much)
        g_array_append_val(out->results, result);
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
        s->out->version = version(s);
    skip(s);
    if (*s->p && *s->p != ';')
        s->out->version = 0;
    skip_result(s);
}

bool authres_parse(struct authres *authres, const char *value)
{
    *authres = (struct authres){ .server = "", .version = 1 };
    authres->strings = g_string_chunk_new(512);
    authres->results = g_array_new(FALSE, FALSE, sizeof(struct authres_result));
    authres->properties = g_array_new(FALSE, FALSE, sizeof(struct authres_property));
    struct scan scan = { .p = value, .out = authres };
    if (strlen(value) > MAX_FIELD)
        return false;
    read_head(&scan);
    while (take(&scan, ';'))
        read_result(&scan, word(&scan, ";=/", true));
    return !scan.too_much && (*authres->server || authres->results->len);
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
    const char *value = NULL;
    for (guint i = result->first; i < result->first + result->n; i++) {
        const struct authres_property *p =
            &g_array_index(authres->properties, struct authres_property, i);
        if (!strcmp(p->ptype, ptype) && !strcmp(p->property, property))
            value = value && strcmp(value, p->value) ? "" : p->value;
    }
    return value;
}
