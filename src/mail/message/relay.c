/* Services that lend her addresses and send on what comes to them under an address of their own, in
 * which, or in the name beside it, stands who wrote: SimpleLogin and Proton Pass, addy.io, Firefox
 * Relay, Hide My Email, DuckDuckGo, forwardemail. */
#include <string.h>

#include <glib.h>

#include "mail/sender.h"
#include "relay.h"

#define MOST_PARTS 12 /* of a host name that is spelled with underscores */
#define LONGEST_END 7 /* letters of what hosts end with; codes are longer, or have digits */

static const char *const relays[] = {
    "33mail.com",
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

/* service_at_paypal_com_xkcdabcd, service_at_paypal.com_me, me+service=paypal.com, me=service=paypal.com. */
static char *in_local(const char *local)
{
    const char *at = strstr(local, "_at_"), *equals = strrchr(local, '=');
    if (equals && strcspn(local, "+=") < (size_t)(equals - local))
        return host_at(equals + 1);
    if (!at)
        return NULL;
    at += strlen("_at_");
    const char *dot = strchr(at, '.'), *end = dot ? strchr(dot, '_') : NULL;
    g_autofree char *plain = end ? g_strndup(at, (gsize)(end - at)) : g_strdup(at);
    return dot ? host_at(g_strdelimit(plain, "_", '.')) : spelled_host(at);
}

/* "PayPal - service at paypal.com", "service@paypal.com [via Relay]", "PayPal (service(a)paypal.com)". */
static char *in_name(const char *name)
{
    static const char *const signs[] = {"@", " at ", "(a)", "[at]"};
    for (size_t i = 0; i < G_N_ELEMENTS(signs); i++) {
        const char *at = strstr(name, signs[i]);
        char *host = at && at != name ? host_at(at + strlen(signs[i])) : NULL;
        if (host)
            return host;
    }
    return NULL;
}

char *relay_host(const char *address, const char *name, bool anybody)
{
    const char *at = strrchr(address, '@');
    if (!at || !domain_lends(at + 1))
        return NULL;
    g_autofree char *local = g_strndup(address, (gsize)(at - address));
    char *behind = in_local(local);
    return behind || anybody ? behind : in_name(name);
}
