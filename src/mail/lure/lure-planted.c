/* What a stranger puts where a name belongs: a site that has never seen her sends it on in mail of its own,
 * proven and well-meant, as "Username: www.gains.example - 97781 USD". */
#include <string.h>

#include <glib.h>

#include "lure-private.h"

#define MOST_LINES 200
#define LABEL_BYTES 60u /* before the name */
#define LINE_BYTES 300u
#define MANY_DIGITS 5 /* of a sum that is to tempt; coins are worth more */

#define SIGN "(?:[$\u20ac\u00a3]|(?:usdt?|eur|euros?|gbp|chf|brl|pln|usdc|btc|bitcoins?|eth|xrp)\\b)"
#define DIGITS "\\d[\\d .,']*"

bool lure_names_sum(const char *text, gssize length, unsigned least)
{
    static GRegex *sum;
    g_autoptr(GMatchInfo) match = NULL;
    if (g_once_init_enter(&sum))
        g_once_init_leave(&sum, g_regex_new("(?:^|[^\\w])(?:" SIGN " ?" DIGITS "|" DIGITS " ?" SIGN ")",
                                            G_REGEX_CASELESS | G_REGEX_OPTIMIZE, 0, NULL));
    if (!g_regex_match_full(sum, text, length, 0, 0, &match, NULL))
        return false;
    g_autofree char *found = g_match_info_fetch(match, 0);
    unsigned digits = 0, behind = 0; /* a sign that may be the decimal one */
    for (const char *p = found; *p; p++) {
        digits += g_ascii_isdigit(*p);
        behind = strchr(".,", *p) ? 0 : behind + g_ascii_isdigit(*p);
    }
    digits -= behind == 2 && digits > 2 ? 2 : 0;
    return digits >= least || strcasestr(found, "btc") || strcasestr(found, "bitcoin") ||
           strcasestr(found, "eth");
}

/* How many of the LENGTH bytes at LINE are looked at: whole characters. */
static size_t looked_at(const char *line, size_t length)
{
    size_t bytes = MIN(length, LINE_BYTES);
    while (bytes < length && ((unsigned char)line[bytes] & 0xc0) == 0x80)
        bytes--;
    return bytes;
}

/* A bill's label, as "Domain:" or "Site web :", asks for a host. */
static bool is_of_site(const char *label, size_t length)
{
    static const char *const names[] = {"domai", "domin", "domen", "site", "sitio", "web", "url"};
    g_autofree char *text = g_strndup(label, length);
    for (size_t i = 0; i < G_N_ELEMENTS(names); i++)
        if (strcasestr(text, names[i]))
            return true;
    return false;
}

/* The host of somebody else that a name in the line begins with: behind a label and ":", or behind a word or
 * two of greeting. *BEHIND is where it ends. */
static bool begins_with_host(const char *line, size_t length, const struct sender *sender,
                             const char **behind)
{
    const char *colon = memchr(line, ':', MIN(length, LABEL_BYTES)), *end = line + length;
    const char *p = colon && colon[1] != '/' ? colon + 1 : line;
    if (p != line && is_of_site(line, (size_t)(colon - line)))
        return false;
    for (int word = 0; word < 3 && p < end; word++) {
        p += strspn(p, " \t\"'(<[");
        size_t bytes = MIN(strcspn(p, " \t,\"')>]\n"), (size_t)(end - p));
        g_autofree char *first = g_strndup(p, bytes), *host = host_in_text(first);
        g_autofree char *organisation = host ? organisation_of(host) : NULL;
        p += bytes;
        *behind = p;
        if (host)
            return !sender_is(sender, organisation);
    }
    return false;
}

/* TEXT leads to somebody else's site as no template writes it: "go.example/x", without what it is. */
static bool names_page(const char *text, const struct sender *sender)
{
    while (*text) {
        size_t bytes = strcspn(text, " \t"), host = strcspn(text, "/ \t"), tld = host;
        while (tld && g_ascii_isalpha(text[tld - 1]))
            tld--;
        bool page = host < bytes && tld > 1 && text[tld - 1] == '.' && host - tld >= 2 && host < LURE_HOST;
        g_autofree char *named = page ? g_ascii_strdown(text, (gssize)host) : NULL;
        g_autofree char *organisation = page && host_is_reachable(named) ? organisation_of(named) : NULL;
        if (organisation && !sender_is(sender, organisation))
            return true;
        text += bytes;
        text += strspn(text, " \t");
    }
    return false;
}

/* The LENGTH bytes at LINE lead to a page that anyone can have, and name coins, or a sum as on an account:
 * "+$1,989". */
static bool tempts(const char *line, size_t length, const struct sender *sender)
{
    g_autofree char *text = g_strndup(line, looked_at(line, length));
    const char *link = strstr(text, "https://");
    g_autofree char *host = link ? host_in_text(link) : NULL;
    bool anyones = host && (host_is_under_any(host, hosting) || host_is_under_any(host, sharing) ||
                            host_is_under_any(host, shorteners));
    bool credited = strstr(text, "+$") || strstr(text, "+\xe2\x82\xac");
    return (anyones || (credited && names_page(text, sender))) &&
           lure_names_sum(text, -1, credited ? 4 : 100);
}

bool lure_is_planted(const char *text, const struct sender *sender)
{
    for (int line = 0; line < MOST_LINES && *text; line++) {
        size_t length = strcspn(text, "\n");
        const char *behind, *end = text + looked_at(text, length);
        if (memchr(text, '.', length) && begins_with_host(text, length, sender, &behind) && behind < end &&
            lure_names_sum(behind, end - behind, MANY_DIGITS))
            return true;
        if (memchr(text, '/', length) && tempts(text, length, sender))
            return true;
        text += length + (text[length] != 0);
    }
    return false;
}
