/* Which servers' fields `heed init` could propose to trust: who writes where the receiving server would. */
#include <string.h>

#include "authres-offer.h"
#include "authres-parse.h"
#include "mail/sender.h"

/* Of what decides whose mail it is. */
static bool tells(const struct authres *a)
{
    for (guint i = 0; i < a->results->len; i++) {
        const char *method = g_array_index(a->results, struct authres_result, i).method;
        if (!strcmp(method, "dkim") || !strcmp(method, "dmarc"))
            return true;
    }
    return false;
}

/* What to offer where SERVER writes below FIRST, which is offered: the house, if both are of it, or else both
 * where the first tells of SPF only. NULL: what was offered. The caller frees it. */
static char *offer_beside(const char *offered, bool told, const struct authres *a, const char *server)
{
    const char *first = offered + (*offered == '+');
    if (*first == '*' || strchr(first, ';') || !strcmp(first, server))
        return NULL;
    const char *mark = *offered == '+' ? "+" : "";
    g_autofree char *house = organisation_of(server), *firsts = organisation_of(first);
    if (!strcmp(house, firsts))
        return strcmp(house, server) && strcmp(house, first) ? g_strdup_printf("%s*.%s", mark, house) : NULL;
    bool both = *mark && !told && tells(a);
    return both ? g_strdup_printf("%s;+%s", offered, server) : NULL;
}

void offer_note(struct auth *auth, bool *told, const struct header *header, bool below)
{
    struct authres a;
    bool encoded = g_str_has_prefix(header->raw, "=?");
    if (authres_parse(&a, encoded ? header->value : header->raw)) {
        const char *server = *a.server ? a.server : MICROSOFT;
        g_autofree char *offered = *auth->offered ? offer_beside(auth->offered, *told, &a, server)
                                                  : g_strconcat(below ? "+" : "", server, NULL);
        if (offered && strlen(offered) < sizeof auth->offered)
            g_strlcpy(auth->offered, offered, sizeof auth->offered);
        *told |= tells(&a);
    }
    authres_clear(&a);
}
