/* Reads types and numbers and nothing else, so that a short scan does instead of a JSON parser: strings are
 * told from the rest, and those behind "@type": are kept. Broken JSON gives what could be read. */
#include <stdbool.h>
#include <string.h>

#include "html-schema.h"

#define MAX_TYPE 60

static void report(const char *from, size_t len, schema_found found, void *ctx)
{
    const char *end = from + len;
    /* https://schema.org/Order, schema:Order and Order are the same. */
    for (const char *p = from; p < end; p++)
        if (*p == '/' || *p == ':' || *p == '#')
            from = p + 1;
    len = (size_t)(end - from);
    if (!len || len > MAX_TYPE)
        return;
    for (size_t i = 0; i < len; i++)
        if (!g_ascii_isalnum(from[i]))
            return;
    g_autofree char *type = g_strndup(from, len);
    found(ctx, type);
}

const char *schema_string_end(const char *p, const char *end)
{
    for (p++; p < end && *p != '"'; p++)
        if (*p == '\\' && p + 1 < end)
            p++;
    return p;
}

const char *schema_skip_blanks(const char *p, const char *end)
{
    while (p < end && g_ascii_isspace(*p))
        p++;
    return p;
}

/* P stands behind "@type"; returns how far it read. */
static const char *read_types(const char *p, const char *end, schema_found found, void *ctx)
{
    p = schema_skip_blanks(p, end);
    if (p >= end || *p != ':')
        return p;
    p = schema_skip_blanks(p + 1, end);
    bool array = p < end && *p == '[';
    if (array)
        p = schema_skip_blanks(p + 1, end);
    while (p < end && *p == '"') {
        const char *close = schema_string_end(p, end);
        report(p + 1, (size_t)(close - p - 1), found, ctx);
        p = schema_skip_blanks(MIN(close + 1, end), end);
        if (!array || p >= end || *p != ',')
            break;
        p = schema_skip_blanks(p + 1, end);
    }
    return p;
}

bool schema_is_number(const char *name, size_t len)
{
    static const char *const names[] = { "orderNumber",     "reservationNumber", "reservationId",
                                         "trackingNumber",  "confirmationNumber", "ticketNumber",
                                         "paymentMethodId", "accountId",          "deliveryNumber" };
    for (size_t i = 0; i < G_N_ELEMENTS(names); i++)
        if (strlen(names[i]) == len && !g_ascii_strncasecmp(name, names[i], len))
            return true;
    return false;
}

/* P stands behind a name; a string or a number. */
static void read_number(const char *p, const char *end, schema_found claim, void *ctx)
{
    p = schema_skip_blanks(p, end);
    if (p >= end || *p != ':')
        return;
    p = schema_skip_blanks(p + 1, end);
    bool quoted = p < end && *p == '"';
    const char *close = quoted ? schema_string_end(p, end) : p;
    while (!quoted && close < end && g_ascii_isalnum(*close))
        close++;
    p += quoted;
    if (close <= p || close - p > MAX_TYPE)
        return;
    g_autofree char *number = g_strndup(p, (gsize)(close - p));
    claim(ctx, number);
}

void schema_from_json(const char *json, size_t len, schema_found found, schema_found claim, void *ctx)
{
    const char *p = json, *end = json + len;
    while (p < end && (p = memchr(p, '"', (size_t)(end - p)))) {
        const char *close = schema_string_end(p, end);
        bool type = close - p == 6 && !memcmp(p, "\"@type", 6);
        bool number = claim && close > p && schema_is_number(p + 1, (size_t)(close - p - 1));
        p = MIN(close + 1, end);
        if (number)
            read_number(p, end, claim, ctx);
        if (type)
            p = read_types(p, end, found, ctx);
    }
}

void schema_from_itemtype(const char *urls, schema_found found, void *ctx)
{
    while (*urls) {
        urls += strspn(urls, " \t\r\n");
        size_t len = strcspn(urls, " \t\r\n");
        g_autofree char *url = g_strndup(urls, len);
        if (strstr(url, "schema.org/"))
            report(url, len, found, ctx);
        urls += len;
    }
}
