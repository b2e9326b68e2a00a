/* The signs, words, texts and patterns of the rule language. Knows where they begin and end, not what they
 * mean. */
#include <string.h>

#include "rule-private.h"

void scan_space(struct scan *scan)
{
    for (; scan->at < scan->end; scan->at++)
        if (*scan->at == '#')
            while (scan->at + 1 < scan->end && scan->at[1] != '\n')
                scan->at++;
        else if (!g_ascii_isspace(*scan->at))
            return;
}

static bool starts(const struct scan *scan, const char *sign)
{
    size_t length = strlen(sign);
    return (size_t)(scan->end - scan->at) >= length && memcmp(scan->at, sign, length) == 0;
}

bool scan_accept(struct scan *scan, const char *sign)
{
    scan_space(scan);
    if (!starts(scan, sign))
        return false;
    scan->at += strlen(sign);
    return true;
}

static bool in_word(const char *at, const char *end)
{
    switch (*at) {
    case '(': case ')': case '"': case ',': case '#': case '<': case '>': case '=': case '!':
        return false;
    case '-':
        return at + 1 == end || at[1] != '>';
    default:
        return !g_ascii_isspace(*at);
    }
}

/* The bare word that begins at scan->at, which moves behind it; its length. */
static size_t pass_word(struct scan *scan)
{
    const char *from = scan->at;
    while (scan->at < scan->end && in_word(scan->at, scan->end))
        scan->at++;
    return (size_t)(scan->at - from);
}

bool scan_word(struct scan *scan, GString *out)
{
    scan_space(scan);
    const char *from = scan->at;
    g_string_truncate(out, 0);
    g_string_append_len(out, from, (gssize)pass_word(scan));
    return out->len > 0;
}

bool scan_sign(struct scan *scan, GString *out)
{
    scan_space(scan);
    g_string_truncate(out, 0);
    for (; scan->at < scan->end && g_ascii_ispunct(*scan->at) && *scan->at != '"'; scan->at++)
        g_string_append_c(out, *scan->at);
    return out->len > 0;
}

bool scan_accept_word(struct scan *scan, const char *word)
{
    struct scan ahead = *scan;
    scan_space(&ahead);
    const char *from = ahead.at;
    size_t length = pass_word(&ahead);
    if (length != strlen(word) || g_ascii_strncasecmp(from, word, length) != 0)
        return false;
    *scan = ahead;
    return true;
}

bool scan_is_word(const struct scan *scan, const char *word)
{
    struct scan ahead = *scan;
    return scan_accept_word(&ahead, word);
}

const char *scan_string(struct scan *scan, GString *out)
{
    const char *from = scan->at++;
    g_string_truncate(out, 0);
    for (; scan->at < scan->end && *scan->at != '\n'; scan->at++) {
        if (*scan->at == '"') {
            scan->at++;
            return NULL;
        }
        if (*scan->at == '\\' && scan->at + 1 < scan->end && strchr("\"\\", scan->at[1]))
            scan->at++;
        g_string_append_c(out, *scan->at);
    }
    scan->at = from;
    return "this text has no closing quote";
}

const char *scan_pattern(struct scan *scan, GString *pattern, GString *flags)
{
    const char *from = scan->at++;
    g_string_truncate(pattern, 0);
    for (; scan->at < scan->end && *scan->at != '\n' && *scan->at != '/'; scan->at++) {
        if (*scan->at == '\\' && scan->at + 1 < scan->end && scan->at[1] != '\n') {
            if (scan->at[1] != '/')
                g_string_append_c(pattern, '\\');
            scan->at++;
        }
        g_string_append_c(pattern, *scan->at);
    }
    if (scan->at == scan->end || *scan->at != '/') {
        scan->at = from;
        return "this pattern has no closing /";
    }
    scan->at++;
    g_string_truncate(flags, 0);
    while (scan->at < scan->end && g_ascii_isalpha(*scan->at))
        g_string_append_c(flags, *scan->at++);
    return NULL;
}
