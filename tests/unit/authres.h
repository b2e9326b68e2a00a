/* Fields of Authentication-Results, shown and made up. */
#ifndef HEED_UNIT_AUTHRES_H
#define HEED_UNIT_AUTHRES_H

#include <glib.h>

#include "../../src/mail/auth/authres-parse.h"

/* "server/version: method/version=result reason="..." ptype.property=value; ..." or "-". The caller frees it. */
static inline char *shown(const char *field)
{
    struct authres a;
    GString *out = g_string_new(NULL);
    if (authres_parse(&a, field))
        g_string_append_printf(out, "%s/%u:%s", a.server, a.version, a.none ? " none" : "");
    else
        g_string_append(out, "-");
    for (guint i = 0; out->str[0] != '-' && i < a.results->len; i++) {
        const struct authres_result *r = &g_array_index(a.results, struct authres_result, i);
        g_string_append_printf(out, "%s %s/%u=%s", i ? ";" : "", r->method, r->version, r->result);
        if (*r->reason)
            g_string_append_printf(out, " reason=\"%s\"", r->reason);
        for (guint j = r->first; j < r->first + r->n; j++) {
            const struct authres_property *p = &g_array_index(a.properties, struct authres_property, j);
            g_string_append_printf(out, " %s%s%s=%s", p->ptype, *p->ptype ? "." : "", p->property, p->value);
        }
    }
    authres_clear(&a);
    return g_string_free(out, FALSE);
}

static inline char *repeated(const char *head, const char *piece, unsigned times, const char *tail)
{
    GString *out = g_string_new(head);
    while (times--)
        g_string_append(out, piece);
    g_string_append(out, tail);
    return g_string_free(out, FALSE);
}

#endif
