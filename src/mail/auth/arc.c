/* Anybody can seal a chain of his own, and a server that finds it whole says arc=pass; so a chain tells
 * nothing unless everybody who had the message in his hands is believed. */
#include <string.h>

#include "arc.h"
#include "authres-parse.h"
#include "mail/sender.h"

#define MOST_INSTANCES 50 /* RFC 8617 4.2.1 */

struct link_of_chain {
    char sealer[128];    /* registrable domain of ARC-Seal's d=; "" where there is none */
    const char *results; /* ARC-Authentication-Results behind its instance; NULL where there is none */
};

struct chain {
    struct link_of_chain links[MOST_INSTANCES + 1]; /* from 1 */
    int n;
    bool broken;
};

/* The value of tag NAME of a tag list (RFC 6376 3.2), or NULL. Caller frees. */
static char *tag_of(const char *value, char name)
{
    g_auto(GStrv) tags = g_strsplit(value, ";", 40);
    for (char **tag = tags; *tag; tag++) {
        g_strstrip(*tag);
        char *equals = strchr(*tag, '=');
        if (equals && g_ascii_tolower(**tag) == name &&
            strspn(*tag + 1, " \t") == (size_t)(equals - *tag - 1))
            return g_strdup(g_strstrip(equals + 1));
    }
    return NULL;
}

static struct link_of_chain *link_at(struct chain *chain, const char *value)
{
    g_autofree char *instance = tag_of(value, 'i');
    guint64 i = instance ? g_ascii_strtoull(instance, NULL, 10) : 0;
    if (i < 1 || i > MOST_INSTANCES) {
        chain->broken = true;
        return NULL;
    }
    chain->n = MAX(chain->n, (int)i);
    return &chain->links[i];
}

static void add_seal(struct chain *chain, const char *value)
{
    struct link_of_chain *link = link_at(chain, value);
    g_autofree char *domain = link ? tag_of(value, 'd') : NULL;
    g_autofree char *organisation = organisation_of(domain ? domain : "");
    if (!link)
        return;
    chain->broken |= *link->sealer || !*organisation;
    g_strlcpy(link->sealer, organisation, sizeof link->sealer);
}

static void add_results(struct chain *chain, const char *value)
{
    struct link_of_chain *link = link_at(chain, value);
    const char *semicolon = strchr(value, ';');
    if (!link)
        return;
    chain->broken |= link->results || !semicolon;
    link->results = semicolon ? semicolon + 1 : "";
}

static void read_chain(const struct message *message, struct chain *chain)
{
    for (uint32_t i = 0; i < message->n_headers; i++) {
        const struct header *header = &message->headers[i];
        if (!g_ascii_strcasecmp(header->name, "ARC-Seal"))
            add_seal(chain, header->raw);
        else if (!g_ascii_strcasecmp(header->name, "ARC-Authentication-Results"))
            add_results(chain, header->raw);
    }
    for (int i = 1; i <= chain->n; i++)
        chain->broken |= !*chain->links[i].sealer || !chain->links[i].results;
}

static bool is_among(const char *const *sealers, const char *sealer)
{
    for (; sealers && *sealers; sealers++) {
        g_autofree char *organisation = organisation_of(*sealers);
        if (!strcmp(organisation, sealer))
            return true;
    }
    return false;
}

static bool names(const struct authres *a, const struct authres_result *result, const char *ptype,
                  const char *property, const char *organisation)
{
    const char *value = authres_property(a, result, ptype, property),
               *at = value ? strrchr(value, '@') : NULL;
    g_autofree char *named = organisation_of(at ? at + 1 : value ? value : "");
    return *named && !strcmp(named, organisation);
}

static bool found_genuine(const char *results, const char *organisation)
{
    struct authres a;
    bool genuine = false;
    if (authres_parse(&a, results))
        for (guint i = 0; i < a.results->len; i++) {
            const struct authres_result *r = &g_array_index(a.results, struct authres_result, i);
            bool pass = !strcmp(r->result, "pass");
            genuine |= pass && !strcmp(r->method, "dmarc") && names(&a, r, "header", "from", organisation);
            genuine |=
                pass && !strcmp(r->method, "dkim") &&
                (names(&a, r, "header", "d", organisation) || names(&a, r, "header", "i", organisation));
        }
    authres_clear(&a);
    return genuine;
}

void arc_read(const struct message *message, const char *const *sealers, const char *server,
              const char *organisation, struct auth *auth)
{
    g_autofree struct chain *chain = g_new0(struct chain, 1);
    g_autofree char *receiver = organisation_of(server);
    read_chain(message, chain);
    /* The receiving server may have sealed, too, when it was done. */
    while (chain->n && !chain->broken && !strcmp(chain->links[chain->n].sealer, receiver))
        chain->n--;
    if (!chain->n || chain->broken || !*organisation)
        return;
    for (int i = 1; i <= chain->n; i++)
        if (!is_among(sealers, chain->links[i].sealer)) {
            g_strlcpy(auth->forwarder, chain->links[i].sealer, sizeof auth->forwarder);
            return;
        }
    auth->vouched = found_genuine(chain->links[1].results, organisation);
}
