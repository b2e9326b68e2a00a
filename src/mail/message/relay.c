/* Services that lend her addresses and send on what comes to them under an address of their own, in
 * which, or in the name beside it, stands who wrote: SimpleLogin and Proton Pass, addy.io, Firefox
 * Relay, Hide My Email, DuckDuckGo, forwardemail. */
#include <string.h>

#include <glib.h>

#include "relay.h"

static const char *const relays[] = {
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

static bool is_relay(const char *domain)
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

/* service_at_paypal_com_xkcdabcd (dots are underscores, and a code follows), service_at_paypal.com_me,
 * me+service=paypal.com. */
static char *in_local(const char *local)
{
    const char *at = strstr(local, "_at_"), *equals = strchr(local, '=');
    if (equals && memchr(local, '+', (size_t)(equals - local)))
        return host_at(equals + 1);
    if (!at)
        return NULL;
    g_autofree char *rest = g_strdup(at + strlen("_at_"));
    char *dot = strchr(rest, '.'), *end = dot ? strchr(dot, '_') : strrchr(rest, '_');
    if (end)
        *end = '\0';
    return host_at(g_strdelimit(rest, "_", '.'));
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
    if (!at || !is_relay(at + 1))
        return NULL;
    g_autofree char *local = g_strndup(address, (gsize)(at - address));
    char *behind = in_local(local);
    return behind || anybody ? behind : in_name(name);
}
