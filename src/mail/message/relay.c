/* Services that lend her addresses and send on what comes to them under an address of their own, in
 * which, or in the name beside it, stands who wrote: SimpleLogin and Proton Pass, addy.io, Firefox
 * Relay, Hide My Email, DuckDuckGo, forwardemail. */
#include <string.h>

#include <glib.h>

#include "mail/sender.h"
#include "relay.h"

#define MOST_PARTS 12 /* of a host name that is spelled with underscores */
#define LONGEST_END 7 /* letters of what hosts end with; codes are longer, or have digits */
#define CUT 45        /* letters of an address after which SimpleLogin cuts it off, and adds a code */

static const char *const relays[] = {
    "33mail.com",
    "4wrd.cc",
    "8alias.com",
    "8shield.net",
    "addy.io",
    "addymail.com",
    "aleeas.com",
    "anonaddy.com",
    "anonaddy.me",
    "dralias.com",
    "duck.com",
    "forwardemail.net",
    "icloud.com",
    "mailer.me",
    "mozmail.com",
    "passfwd.com",
    "passinbox.com",
    "passmail.com",
    "passmail.net",
    "privaterelay.appleid.com",
    "relay.firefox.com",
    "silomails.com",
    "simplelogin.co",
    "simplelogin.com",
    "simplelogin.fr",
    "simplelogin.io",
    "slmail.me",
    "slmails.com",
};

bool domain_lends(const char *domain)
{
    for (size_t i = 0; i < G_N_ELEMENTS(relays); i++) {
        size_t length = strlen(relays[i]), own = strlen(domain);
        if (own >= length && !strcmp(domain + own - length, relays[i]) &&
            (own == length || domain[own - length - 1] == '.'))
            return true;
    }
    return false;
}

/* Letters, digits, dots and hyphens, of which one dot is within. */
static char *host_at(const char *text)
{
    size_t length = 0;
    while (g_ascii_isalnum(text[length]) || text[length] == '-' || text[length] == '.')
        length++;
    g_autofree char *domain = g_strndup(text, length);
    const char *dot = strchr(domain, '.');
    return dot && dot != domain && dot[1] ? g_steal_pointer(&domain) : NULL;
}

static bool can_end_host(const char *label)
{
    size_t length = 0;
    while (g_ascii_isalpha(label[length]))
        length++;
    return !label[length] && length >= 2 && length <= LONGEST_END;
}

/* paypal_co_uk_8f3a2b, strava_com_6n2kdbrdp8_44da77ed: dots are underscores, and one or two codes follow. The
 * longest that ends as hosts do; where none does, all but the last. */
static char *spelled_host(const char *text)
{
    g_auto(GStrv) parts = g_strsplit(text, "_", MOST_PARTS);
    g_autofree char *longest = NULL;
    for (guint n = g_strv_length(parts); n-- > 2;) {
        g_clear_pointer(&parts[n], g_free);
        g_autofree char *host = g_strjoinv(".", parts);
        if (can_end_host(parts[n - 1]))
            return host_at(host);
        if (!longest)
            longest = g_steal_pointer(&host);
    }
    return longest ? host_at(longest) : NULL;
}

/* LENGTH letters of LOCAL at HOST, which it takes. */
static char *mailbox_at(const char *local, size_t length, char *host)
{
    g_autofree char *taken = host;
    return host ? g_strdup_printf("%.*s@%s", (int)length, local, host) : NULL;
}

/* service_at_paypal_com_xkcdabcd, service_at_paypal.com_me, me+service=paypal.com, me=service=paypal.com. */
static char *in_local(const char *local)
{
    const char *at = strstr(local, "_at_"), *equals = strrchr(local, '='), *code = strrchr(local, '_');
    size_t own = strcspn(local, "+=") + 1;
    if (equals && local + own < equals)
        return mailbox_at(local + own, (size_t)(equals - local) - own, host_at(equals + 1));
    if (!at)
        return NULL;
    const char *host = at + strlen("_at_"), *dot = strchr(host, '.'), *end = dot ? strchr(dot, '_') : NULL;
    if (!dot && code - local >= CUT)
        return NULL;
    g_autofree char *plain = end ? g_strndup(host, (gsize)(end - host)) : g_strdup(host);
    return mailbox_at(local, (size_t)(at - local),
                      dot ? host_at(g_strdelimit(plain, "_", '.')) : spelled_host(host));
}

/* The last of the signs that stand between a mailbox and its host; *LENGTH: how long it is. */
static const char *last_sign(const char *name, size_t *length)
{
    static const char *const signs[] = {"@", " at ", "(a)", "[at]"};
    const char *last = NULL;
    for (size_t i = 0; i < G_N_ELEMENTS(signs); i++)
        for (const char *at = name; (at = strstr(at, signs[i])); at++)
            if (!last || at > last) {
                last = at;
                *length = strlen(signs[i]);
            }
    return last;
}

/* "PayPal - service at paypal.com", "service@paypal.com [via Relay]", "PayPal (service(a)paypal.com)". What
 * stands before, whoever wrote it chose. */
static char *in_name(const char *name)
{
    size_t sign = 0;
    const char *at = last_sign(name, &sign), *from = at;
    while (from && from > name && !strchr(" \t'\"(<[:,", from[-1]))
        from--;
    return at && from < at ? mailbox_at(from, (size_t)(at - from), host_at(at + sign)) : NULL;
}

char *relay_mailbox(const char *address, const char *name, bool anybody)
{
    const char *at = strrchr(address, '@');
    if (!at || !domain_lends(at + 1))
        return NULL;
    g_autofree char *local = g_strndup(address, (gsize)(at - address));
    g_autofree char *behind = in_local(local);
    if (!behind && !anybody)
        behind = in_name(name);
    return behind ? g_utf8_strdown(behind, -1) : NULL;
}
