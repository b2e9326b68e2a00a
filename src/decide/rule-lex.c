/* The signs, words, texts and patterns of the rule language. Knows where they begin and end, not what they mean. */
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

static bool in_word(const struct scan *scan)
{
    return scan->at < scan->end && !g_ascii_isspace(*scan->at) && !strchr("()\",#<>=!", *scan->at) &&
           !starts(scan, "->");
}

bool scan_word(struct scan *scan, GString *out)
{
    scan_space(scan);
    const char *from = scan->at;
    while (in_word(scan))
        scan->at++;
    g_string_truncate(out, 0);
    g_string_append_len(out, from, scan->at - from);
    return out->len > 0;
}

bool scan_accept_word(struct scan *scan, const char *word)
{
    struct scan ahead = *scan;
    g_autoptr(GString) found = g_string_new(NULL);
    if (!scan_word(&ahead, found) || g_ascii_strcasecmp(found->str, word) != 0)
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
