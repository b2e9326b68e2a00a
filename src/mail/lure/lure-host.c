/* What host names and mailboxes look like: whether mail could be sent there, whether anyone can have them,
 * and whether a machine drew them. */
#include <string.h>

#include <glib.h>

#include "lure-private.h"

/* Whether HOST is NAME or under it. */
static bool is_under(const char *host, const char *name)
{
    size_t h = strlen(host), n = strlen(name);
    return h >= n && !strcmp(host + h - n, name) && (h == n || host[h - n - 1] == '.');
}

bool host_is_under_any(const char *host, const char *const *names)
{
    for (; *names; names++)
        if (is_under(host, *names))
            return true;
    return false;
}

bool host_is_cheap(const char *host)
{
    for (const char *const *tld = cheap_tlds; *tld; tld++)
        if (g_str_has_suffix(host, *tld))
            return true;
    return false;
}

static bool is_vowel(char c)
{
    return strchr("aeiouy", c) != NULL;
}

/* Pairs of letters that hardly stand in a word of any language that is written in Latin letters. */
static bool is_rare_pair(char a, char b)
{
    if (a == 'q')
        return b != 'u' && g_ascii_isalpha(b);
    if (a == 'j' || a == 'v')
        return !is_vowel(b) && strchr("bcdfghjkmnpqtwxz", b);
    if (a == 'x' || a == 'z')
        return strchr("bdfgjkmnqrvxsp", b) && b;
    return b && (b == 'q' || b == 'x' || b == 'j') && strchr("bcdfghjkmptvwxz", a);
}

/* Letters and digits as a machine draws them: changing between both, without vowels, in pairs no word has. */
static bool is_random(const char *label, size_t len)
{
    unsigned changes = 0, run = 0, longest = 0, rare = 0, letters = 0, vowels = 0;
    for (size_t i = 0; i < len; i++) {
        letters += g_ascii_isalpha(label[i]);
        vowels += strchr("aeiou", label[i]) != NULL;
        bool digit = g_ascii_isdigit(label[i]);
        changes += i && digit != g_ascii_isdigit(label[i - 1]) && label[i] != '-' && label[i - 1] != '-';
        run = digit || is_vowel(label[i]) || label[i] == '-' ? 0 : run + 1;
        longest = MAX(longest, run);
        rare += i + 1 < len && is_rare_pair(label[i], label[i + 1]);
    }
    return len >= 5 && (changes >= 3 || (changes == 2 && len >= 8) || longest >= 6 || rare >= 2 ||
                        (letters >= 8 && !vowels));
}

/* A machine draws capitals as well, within words or several before one. */
bool mailbox_is_random(const char *mailbox)
{
    size_t len = strcspn(mailbox, "@");
    unsigned rises = 0, capitals = 0, falls = 0;
    for (size_t i = 0; i < len; i++) {
        if (!g_ascii_isalnum(mailbox[i]))
            return false;
        rises += i && g_ascii_isupper(mailbox[i]) && g_ascii_islower(mailbox[i - 1]);
        falls += capitals > 3 && g_ascii_islower(mailbox[i]);
        capitals = g_ascii_isupper(mailbox[i]) ? capitals + 1 : 0;
    }
    g_autofree char *lower = g_ascii_strdown(mailbox, (gssize)len);
    return len >= 5 && (rises >= 2 || falls || is_random(lower, len));
}

bool host_is_random(const char *host, const char *organisation)
{
    return !g_str_has_prefix(organisation, "xn--") && is_random(organisation, strcspn(organisation, ".")) &&
           !host_is_under_any(host, hosting);
}

bool host_is_reachable(const char *domain)
{
    const char *dot = strchr(domain, '.');
    return dot && dot != domain && dot[1] && *domain != '-' && domain[strlen(domain) - 1] != '.' &&
           !domain[strspn(domain, "abcdefghijklmnopqrstuvwxyz0123456789.-_")];
}

/* "r.a.g.n.a.k60.shop.example", "x-ny-io-k-unv-vz41.shop.example", "9hiwa1.shop.example",
 * "dfdgdfg.shop.example": names before the registrable one that nobody chose. */
static bool is_drawn_below(const char *domain, const char *organisation)
{
    size_t all = strlen(domain), own = strlen(organisation), single = 0;
    g_autofree char *before = g_strndup(domain, all > own ? all - own : 0);
    g_auto(GStrv) labels = g_strsplit(before, ".", 32);
    for (char **label = labels; *label; label++) {
        size_t len = strlen(*label), hyphens = 0, changes = 0, 
               bare = strspn(*label, "bcdfghjklmnpqrstvwxz");
        for (size_t i = 0; i < len; i++) {
            hyphens += (*label)[i] == '-';
            changes += i && g_ascii_isdigit((*label)[i]) != g_ascii_isdigit((*label)[i - 1]);
        }
        single += len == 1;
        bool serial = len >= 12 && strspn(*label, "0123456789") == len;
        bool starts = g_ascii_isdigit(**label) && changes >= 2 && !hyphens && len >= 5;
        if (serial || (hyphens >= 4 && len < 5 * (hyphens + 1)) || starts || (bare == len && len >= 7))
            return true;
    }
    return single >= 4;
}

unsigned host_odd(const struct sender *sender)
{
    unsigned odd = 0;
    const char *domain = sender->domain;
    if (!host_is_reachable(domain))
        odd |= ODD_UNREACHABLE;
    else if (host_is_under_any(domain, hosting))
        odd |= ODD_HOSTED;
    else if (host_is_random(domain, sender->organisation) ||
             (host_is_cheap(domain) && is_random(domain, strcspn(domain, "."))) ||
             is_drawn_below(domain, sender->organisation))
        odd |= ODD_RANDOM;
    if (host_is_cheap(domain))
        odd |= ODD_CHEAP;
    return odd;
}

char *host_in_text(const char *text)
{
    bool sure = !g_ascii_strncasecmp(text, "http", 4) || !g_ascii_strncasecmp(text, "www.", 4);
    const char *scheme = strstr(text, "://");
    const char *start = scheme ? scheme + 3 : text;
    size_t len = strcspn(start, "/?#: ");
    if (len < 4 || len >= LURE_HOST || memchr(start, '@', len) || (!sure && start[len] == ' '))
        return NULL;
    g_autofree char *host = g_ascii_strdown(start, (gssize)len);
    const char *tld = strrchr(host, '.');
    static const char *const known[] = {"com", "net", "org", "gov", "edu", "io", "br", "de", "fr", "es", "uk",
                                        "it", "nl", "eu", "co", "info", "pt", "ca", "au", NULL};
    if (!tld || !host_is_reachable(host) ||
        (!sure && !g_strv_contains(known, tld + 1) && !host_is_under_any(host, hosting)))
        return NULL;
    return g_steal_pointer(&host);
}
