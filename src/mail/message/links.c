/* Finds web addresses in plain text and the host a browser would ask for. Follows the leniency of
 * browsers (WHATWG URL 4.4) where it differs from RFC 3986, since that is what a click does. */
#include <string.h>

#include "mail/links.h"

#define MAX_HREF 2048

static const char *const schemes[] = { "http:", "https:", "ftp:" };

/* Behind the scheme and any number of slashes of both kinds, or NULL. */
static const char *behind_scheme(const char *href)
{
    const char *p = NULL;
    for (size_t i = 0; i < G_N_ELEMENTS(schemes) && !p; i++)
        if (!g_ascii_strncasecmp(href, schemes[i], strlen(schemes[i])))
            p = href + strlen(schemes[i]);
    if (!p && (g_str_has_prefix(href, "//") || g_str_has_prefix(href, "\\\\")))
        p = href;
    while (p && (*p == '/' || *p == '\\'))
        p++;
    return p;
}

char *link_host(const char *href)
{
    while (*href && (unsigned char)*href <= ' ')
        href++;
    /* Browsers drop tabs and line ends wherever they stand. */
    g_autoptr(GString) clean = g_string_new(NULL);
    for (; *href && clean->len < MAX_HREF; href++)
        if (*href != '\t' && *href != '\n' && *href != '\r')
            g_string_append_c(clean, *href);
    const char *host = behind_scheme(clean->str);
    if (!host)
        return g_strdup("");
    size_t len = strcspn(host, "/\\?#");
    for (size_t i = len; i-- > 0;)
        if (host[i] == '@') { /* user information */
            host += i + 1;
            len -= i + 1;
            break;
        }
    const char *end = *host == '[' ? memchr(host, ']', len) : memchr(host, ':', len);
    if (end)
        len = (size_t)(end - host) + (*host == '[');
    while (len && (host[len - 1] == '.' || host[len - 1] == ' '))
        len--;
    g_autofree char *utf8 = g_utf8_make_valid(host, (gssize)len);
    return g_utf8_strdown(utf8, -1);
}

static bool ends_address(unsigned char c)
{
    return c <= ' ' || c == '<' || c == '>' || c == '"' || c == '`' || c == '{' || c == '}';
}

static size_t address_length(const char *p)
{
    size_t len = 0;
    while (len < MAX_HREF && !ends_address((unsigned char)p[len]))
        len++;
    while (len && ((unsigned char)p[len] & 0xC0) == 0x80) /* not within a character, where it is cut */
        len--;
    while (len && strchr(".,;:!?)]'*_", p[len - 1]))
        len--;
    return len;
}

/* The next place where an address may start: at `http://`, `https://` or `www.` */
static const char *next_address(const char *p, const char *text)
{
    for (; (p = strpbrk(p, "hHwW")); p++) {
        if (p > text && (g_ascii_isalnum(p[-1]) || p[-1] == '.' || p[-1] == '@'))
            continue;
        if (!g_ascii_strncasecmp(p, "http://", 7) || !g_ascii_strncasecmp(p, "https://", 8) ||
            (!g_ascii_strncasecmp(p, "www.", 4) && g_ascii_isalnum(p[4])))
            return p;
    }
    return NULL;
}

void links_in_text(const char *text, void (*found)(void *ctx, const char *href), void *ctx)
{
    const char *p = text;
    while ((p = next_address(p, text))) {
        size_t len = address_length(p);
        g_autofree char *href = g_strndup(p, len);
        if (len > 7)
            found(ctx, href);
        p += MAX(len, 1);
    }
}
