/* Tells the hop where a message came in from hops within the receiving organisation (RFC 5321 4.4).
 * What cannot be told is outside: the caller then believes less. */
#include <arpa/inet.h>
#include <string.h>

#include <glib.h>

#include "mail/received.h"
#include "mail/sender.h"

struct hop {
    char *from; /* the clause between "from" and "by", comments included; "" where there is none */
    char *by;   /* host name */
    char *with; /* protocol, lower case */
};

/* The next word at depth 0 of parentheses that equals NAME, or NULL. */
static const char *find_clause(const char *p, const char *name)
{
    int depth = 0;
    size_t len = strlen(name);
    for (bool start = true; *p; p++) {
        if (depth == 0 && start && !g_ascii_strncasecmp(p, name, len) && g_ascii_isspace(p[len]))
            return p;
        start = g_ascii_isspace(*p) || *p == ')';
        depth += *p == '(' ? 1 : *p == ')' && depth > 0 ? -1 : 0;
    }
    return NULL;
}

static char *word_behind(const char *clause, size_t name)
{
    if (!clause)
        return g_strdup("");
    clause += name;
    clause += strspn(clause, " \t");
    return g_ascii_strdown(clause, (gssize)strcspn(clause, " \t;("));
}

/* BY: where in VALUE "by" stands, or NULL. */
static struct hop hop_read(const char *value, const char *by)
{
    const char *from = find_clause(value, "from");
    struct hop hop = { .by = word_behind(by, 2) };
    if (from && (!by || from < by))
        hop.from = g_strndup(from + 5, by ? (gsize)(by - from - 5) : strlen(from + 5));
    else
        hop.from = g_strdup("");
    hop.with = word_behind(by ? find_clause(by, "with") : NULL, 4);
    return hop;
}

static void hop_clear(struct hop *hop)
{
    g_free(hop->from);
    g_free(hop->by);
    g_free(hop->with);
}

static bool ends_with_domain(const char *host, const char *domain)
{
    size_t h = strlen(host), d = strlen(domain);
    return h >= d && !strcmp(host + h - d, domain) && (h == d || host[h - d - 1] == '.');
}

/* Exchange Online hands messages on within Microsoft's own 2603:1000::/24; and to hosts of mailboxes from
 * those at its border, which share 2a01:111:f400::/46 with what sends its customers' mail to others, but not
 * their names. */
static bool is_microsoft(const struct in6_addr *a, const struct hop *hop)
{
    static const unsigned char own[] = {0x26, 0x03, 0x10}, border[] = {0x2a, 0x01, 0x01, 0x11, 0xf4};
    size_t length = strcspn(hop->from, " \t(");
    g_autofree char *from = g_ascii_strdown(hop->from, (gssize)length);
    if (memcmp(a->s6_addr, own, sizeof own) == 0)
        return ends_with_domain(hop->by, "outlook.com") || ends_with_domain(hop->by, "office365.com");
    return memcmp(a->s6_addr, border, sizeof border) == 0 && a->s6_addr[5] < 4 &&
           ends_with_domain(hop->by, "outlook.office365.com") &&
           (ends_with_domain(from, "prod.outlook.com") ||
            ends_with_domain(from, "prod.protection.outlook.com"));
}

/* iCloud hands messages on to a gateway of its own, which has no domain and says no address. */
static bool is_apple(const struct hop *hop)
{
    size_t length = strcspn(hop->from, " \t(");
    return length > 7 && !g_ascii_strncasecmp(hop->from + length - 7, ".me.com", 7) &&
           !strchr(hop->by, '.') && strstr(hop->by, "-mailgateway-");
}

/* Loopback, private (RFC 1918, RFC 4193, RFC 3879) and link-local addresses, which no stranger's host has. */
static bool is_inside(const char *text, const struct hop *hop)
{
    struct in_addr v4;
    struct in6_addr a;
    if (inet_pton(AF_INET, text, &v4) == 1) {
        uint32_t ip = ntohl(v4.s_addr);
        return ip >> 24 == 127 || ip >> 24 == 10 || ip >> 20 == 0xac1 || ip >> 16 == 0xc0a8 ||
               ip >> 16 == 0xa9fe;
    }
    if (inet_pton(AF_INET6, text, &a) != 1)
        return false;
    return IN6_IS_ADDR_LOOPBACK(&a) || IN6_IS_ADDR_SITELOCAL(&a) || IN6_IS_ADDR_LINKLOCAL(&a) ||
           (a.s6_addr[0] & 0xfe) == 0xfc || is_microsoft(&a, hop);
}

/* How many IP addresses the clause names, and how many of them are inside. All count, claimed ones
 * too: a stranger who says [127.0.0.1] is still named by his own address beside it. */
static void count_addresses(const struct hop *hop, unsigned *all, unsigned *inside)
{
    const char *p = hop->from;
    *all = *inside = 0;
    while (*p) {
        size_t len = strspn(p, "0123456789abcdefABCDEF:.");
        g_autofree char *text = g_strndup(p, MIN(len, 64));
        if (len > 2 && g_hostname_is_ip_address(text)) {
            ++*all;
            *inside += is_inside(text, hop);
        }
        p += len;
        p += strcspn(p, " \t()[]=,;/@"); /* qmail writes (who the host says it was@address) */
        p += strspn(p, " \t()[]=,;/@");
        if (!g_ascii_strncasecmp(p, "IPv6:", 5))
            p += 5;
    }
}

/* The name that the server looked up itself: the first word of the first comment, as in
 * `from helo (name [address])`. "" where there is none or it is doubted. Caller frees. */
static char *looked_up_name(const struct hop *hop)
{
    const char *open = strchr(hop->from, '(');
    if (!open || strstr(hop->from, "may be forged"))
        return g_strdup("");
    size_t len = strcspn(++open, " \t()[]=");
    if (open[len] == '=' || !g_ascii_strncasecmp(open, "HELO", 4) ||
        !memchr(open, '.', len))
        return g_strdup("");
    while (len && open[len - 1] == '.')
        len--;
    return g_ascii_strdown(open, (gssize)len);
}

static bool same_organisation(const char *a, const char *b)
{
    if (!*a || !*b || g_hostname_is_ip_address(a))
        return false;
    g_autofree char *of_a = organisation_of(a);
    g_autofree char *of_b = organisation_of(b);
    return strchr(of_a, '.') && !strcmp(of_a, of_b);
}

static bool is_local_protocol(const char *with)
{
    /* Fetched from the user's own mailbox elsewhere, or handed on within one machine or house (RFC 2033,
     * RFC 3848, RFC 6531): no server takes mail from others by LMTP. */
    static const char *const protocols[] = { "pop3",      "pop3s",      "pop3-ssl",   "imap",       "imaps",
                                             "imap4",     "imap4-ssl",  "lmtp",       "lmtps",      "lmtpa",
                                             "lmtpsa",    "utf8lmtp",   "utf8lmtps",  "utf8lmtpa",
                                             "utf8lmtpsa", "local" };
    for (size_t i = 0; i < G_N_ELEMENTS(protocols); i++)
        if (!strcmp(with, protocols[i]))
            return true;
    return false;
}

static bool is_outside(const char *value, const char *by)
{
    struct hop hop = hop_read(value, by);
    bool outside = false;
    if (*hop.from && !is_local_protocol(hop.with)) {
        unsigned all, inside;
        count_addresses(&hop, &all, &inside);
        g_autofree char *name = looked_up_name(&hop);
        if (all)
            outside = inside < all && !same_organisation(name, hop.by);
        else
            outside = g_ascii_strncasecmp(hop.from, "localhost", 9) != 0 && !is_apple(&hop);
    }
    hop_clear(&hop);
    return outside;
}

/* The other side may have greeted with a name that holds a "by", and have named a recipient that does:
 * wherever the server's own stands, it must be inside. */
#define MOST_BYS 8 /* each is held against all that stands before it */
bool received_from_outside(const char *value)
{
    value += strspn(value, " \t");
    const char *from = find_clause(value, "from"), *by = find_clause(value, "by");
    if (!by || !from || by < from) /* nobody greeted, or no server says that it took it */
        return is_outside(value, by);
    bool outside = false;
    for (unsigned n = 0; by && !outside; by = find_clause(by + 2, "by"), n++)
        outside = n >= MOST_BYS || is_outside(value, by);
    return outside;
}

/* What the server wrote begins behind the last "by": what the other side greeted with may hold another. NULL
 * where there is none. */
static const char *last_by(const char *value)
{
    const char *by = NULL;
    for (const char *next = value; (next = find_clause(next, "by")); next += 2)
        by = next;
    return by;
}

static char *last_protocol(const char *value)
{
    const char *by = last_by(value);
    return word_behind(by ? find_clause(by, "with") : NULL, 4);
}

char *received_for(const char *value)
{
    const char *by = last_by(value), *clause = by ? find_clause(by, "for") : NULL;
    g_autofree char *word = word_behind(clause, 3);
    size_t length = strlen(word), bare = *word == '<' && word[length - 1] == '>' ? 1 : 0;
    return length > 2 && strchr(word, '@') ? g_strndup(word + bare, length - 2 * bare) : g_strdup("");
}

/* Whoever sent it had logged in (RFC 3848, RFC 6531). What he greeted with and whom he wrote to
 * stand in the field as well, and may say so: then the server says otherwise beside it. */
static bool is_login(const char *value)
{
    static const char *const logins[] = {"esmtpa",     "esmtpsa",   "lmtpa",      "lmtpsa", "utf8smtpa",
                                         "utf8smtpsa", "utf8lmtpa", "utf8lmtpsa", NULL};
    static const char *const others[] = {"smtp",     "esmtp",     "esmtps",   "lmtp",      "lmtps",
                                         "utf8smtp", "utf8smtps", "utf8lmtp", "utf8lmtps", "http",
                                         "https",    "local",     "mapi",     "microsoft", NULL};
    bool logged_in = false, otherwise = false;
    g_auto(GStrv) words = g_strsplit_set(value, " \t;()", -1); /* comments, too: he may have begun one */
    for (char **word = words; *word && word[1]; word++) {
        if (g_ascii_strcasecmp(*word, "with") != 0)
            continue;
        g_autofree char *with = g_ascii_strdown(word[1], -1);
        logged_in |= g_strv_contains(logins, with);
        otherwise |= g_strv_contains(others, with);
    }
    return logged_in && !otherwise;
}

bool received_inside(const struct message *message)
{
    for (uint32_t i = 0; i < message->n_headers; i++) {
        if (g_ascii_strcasecmp(message->headers[i].name, "Received") != 0)
            continue;
        g_autofree char *with = last_protocol(message->headers[i].raw);
        if (is_login(message->headers[i].raw))
            return true;
        if (g_str_has_prefix(with, "pop") || g_str_has_prefix(with, "imap") ||
            received_from_outside(message->headers[i].raw))
            return false;
    }
    return true;
}
