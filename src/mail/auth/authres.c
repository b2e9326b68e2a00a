/* Whom to believe about where a message came from. A field is believed where its authserv-id is
 * trusted and it stands above the border: the first Received field, from the top, in which a
 * server took the message over from outside. Everything below that line the sender could have
 * written himself (RFC 8601 5 and 7.1), and so it is not believed even where it claims a
 * trusted name. Fields stop being believed, too, at the first Received field below a believed
 * one, so that a border that was not recognised does not open the door to what stands below it.
 *
 * Some servers (Postfix with a milter) insert their field directly below their own Received
 * field, where a sender's forgery would stand as well. Such fields are believed only where the
 * server is listed as "+mx.example", by which the user says that it removes forgeries (RFC 8601
 * 5).
 *
 * Of several believed results of one method the topmost counts; of DKIM signatures the best. */
#include <string.h>

#include "arc.h"
#include "authres-offer.h"
#include "authres-parse.h"
#include "mail/authres.h"
#include "mail/received.h"
#include "mail/sender.h"

/* Its reason for letting pass what failed: the ARC chain of a forwarder that its administrator trusts. */
#define MICROSOFT_ARC "130"

struct reading {
    struct auth auth;
    const char *const *trusted;
    const char *organisation;
    bool spf_by_mailfrom;
    bool dmarc_known, dkim_known; /* by a field further up */
    bool offer_tells;             /* for offer_note() */
    const char *raw; /* of the field that is read */
};

const char *auth_result_name(enum auth_result result)
{
    static const char *const names[] = { [AUTH_UNKNOWN] = "unknown", [AUTH_NONE] = "none",
                                         [AUTH_PASS] = "pass",       [AUTH_FAIL] = "fail",
                                         [AUTH_ERROR] = "error" };
    return (guint)result < G_N_ELEMENTS(names) ? names[result] : "unknown";
}

/* RFC 8601 2.7; words of no registered meaning conclude nothing. Microsoft's bestguesspass is its
 * opinion where the domain publishes no policy. */
static enum auth_result result_from(const char *word)
{
    static const struct {
        const char *word;
        enum auth_result result;
    } words[] = {
        { "pass", AUTH_PASS },      { "none", AUTH_NONE },      { "bestguesspass", AUTH_NONE },
        { "fail", AUTH_FAIL },      { "softfail", AUTH_FAIL },  { "hardfail", AUTH_FAIL },
        { "policy", AUTH_FAIL },    { "permerror", AUTH_FAIL },
    };
    for (size_t i = 0; i < G_N_ELEMENTS(words); i++)
        if (!strcmp(word, words[i].word))
            return words[i].result;
    return AUTH_ERROR;
}

static bool aligned(const struct reading *r, const char *domain)
{
    if (!*domain || !*r->organisation)
        return false;
    g_autofree char *organisation = organisation_of(domain);
    return !g_ascii_strcasecmp(organisation, r->organisation);
}

#define MOST_MACHINES 8 /* of a house, that write a field each */

/* Behind the last @, or the whole. */
static const char *domain_of(const char *address)
{
    const char *at = address ? strrchr(address, '@') : NULL;
    return at ? at + 1 : address ? address : "";
}

/* What of NAME has room, cut between letters. */
static void note(char to[128], const char *name)
{
    const char *end;
    g_strlcpy(to, name, 128);
    if (!g_utf8_validate(to, -1, &end))
        to[end - to] = 0;
}

/* In lower case, without what may stand around it. The caller frees it. */
static char *clean_domain(const char *domain)
{
    char *lower = g_utf8_strdown(domain, -1);
    size_t len = strlen(lower);
    if (len && (lower[len - 1] == '>' || lower[len - 1] == '.'))
        lower[len - 1] = 0;
    return lower;
}

/* Servers say the policy in a comment right behind the result (Google, OpenDMARC, Exim) or behind its
 * properties (rspamd), or as what they did (Microsoft), or as a property (Stalwart). */
static bool is_lenient(const struct authres *a, const struct authres_result *res)
{
    static const char *const names[][2] = {
        {"", "action"}, {"policy", "published-domain-policy"}, {"policy", "dmarc"}};
    for (size_t i = 0; i < G_N_ELEMENTS(names); i++)
        if (!g_strcmp0(authres_property(a, res, names[i][0], names[i][1]), "none"))
            return true;
    return g_str_has_prefix(res->comments, "(p=none") || g_str_has_prefix(res->comments, "(none;") ||
           g_str_has_prefix(res->comments, "(none)") || strstr(res->comments, "(policy=none)");
}

/* A server says one thing in one field: a pass beside something else was not its own. */
static void read_dmarc(struct reading *r, const struct authres *a, const struct authres_result *res)
{
    const char *from = authres_property(a, res, "header", "from");
    if (r->dmarc_known || (from && !aligned(r, domain_of(from))))
        return;
    /* A policy that cannot be read is no policy (RFC 7489 6.6.3). */
    enum auth_result said = strcmp(res->result, "permerror") ? result_from(res->result) : AUTH_ERROR;
    if (said == AUTH_FAIL || r->auth.dmarc == AUTH_UNKNOWN || r->auth.dmarc == AUTH_PASS)
        r->auth.dmarc = said;
    r->auth.lenient = r->auth.dmarc == AUTH_FAIL && is_lenient(a, res);
}

/* The HELO identity counts only where MAIL FROM was empty or not looked at (RFC 7208 2.4). */
static void read_spf(struct reading *r, const struct authres *a, const struct authres_result *res)
{
    static const char *const names[][2] = { { "smtp", "mailfrom" }, { "smtp", "mail" }, { "smtp", "mfrom" },
                                            { "", "envelope-from" } };
    const char *mailfrom = NULL;
    for (size_t i = 0; i < G_N_ELEMENTS(names) && !mailfrom; i++)
        mailfrom = authres_property(a, res, names[i][0], names[i][1]);
    const char *helo = authres_property(a, res, "smtp", "helo");
    if (r->auth.spf != AUTH_UNKNOWN && (r->spf_by_mailfrom || !mailfrom))
        return;
    r->spf_by_mailfrom = mailfrom != NULL;
    r->auth.spf = result_from(res->result);
    const char *domain = domain_of(mailfrom ? mailfrom : helo);
    bool pass = r->auth.spf == AUTH_PASS;
    g_autofree char *clean = clean_domain(pass ? domain : "");
    note(r->auth.mailfrom, clean);
    r->auth.spf_aligned = aligned(r, clean);
}

static int rank(enum auth_result result)
{
    static const int ranks[] = { [AUTH_UNKNOWN] = 0, [AUTH_NONE] = 1, [AUTH_FAIL] = 2,
                                 [AUTH_ERROR] = 3,   [AUTH_PASS] = 4 };
    return ranks[result];
}

static void read_dkim(struct reading *r, const struct authres *a, const struct authres_result *res)
{
    enum auth_result result = result_from(res->result);
    if (r->dkim_known)
        return;
    if (rank(result) > rank(r->auth.dkim))
        r->auth.dkim = result;
    if (result != AUTH_PASS)
        return;
    const char *d = authres_property(a, res, "header", "d");
    g_autofree char *signer = clean_domain(domain_of(d ? d : authres_property(a, res, "header", "i")));
    bool is_aligned = aligned(r, signer);
    if (!*r->auth.signer || (is_aligned && !r->auth.dkim_aligned))
        note(r->auth.signer, signer);
    r->auth.dkim_aligned |= is_aligned;
    for (unsigned i = 0; i < r->auth.n_signers; i++)
        if (!strcmp(r->auth.signers[i], signer))
            return;
    if (r->auth.n_signers < AUTH_SIGNERS && *signer)
        note(r->auth.signers[r->auth.n_signers++], signer);
}

bool auth_signed_by(const struct auth *auth, const char *organisation)
{
    for (unsigned i = 0; i < auth->n_signers; i++) {
        g_autofree char *signer = organisation_of(auth->signers[i]);
        if (!strcmp(signer, organisation))
            return true;
    }
    return false;
}

/* Results of a version that is not known mean nothing (RFC 8601 2.2). */
static void read_results(struct reading *r, const struct authres *a)
{
    r->dmarc_known = r->auth.dmarc != AUTH_UNKNOWN;
    for (guint i = 0; i < a->results->len; i++) {
        const struct authres_result *res = &g_array_index(a->results, struct authres_result, i);
        if (res->version != 1)
            continue;
        if (!strcmp(res->method, "dmarc"))
            read_dmarc(r, a, res);
        else if (!strcmp(res->method, "spf"))
            read_spf(r, a, res);
        else if (!strcmp(res->method, "dkim"))
            read_dkim(r, a, res);
        else if (!strcmp(res->method, "arc") && r->auth.arc == AUTH_UNKNOWN)
            r->auth.arc = result_from(res->result);
        else if (!*a->server && !strcmp(res->method, "compauth")) /* Microsoft's own, which carry no name */
            r->auth.vouched |= !strcmp(res->result, "pass") && !strcmp(res->reason, MICROSOFT_ARC);
    }
}

/* Lower case and A-labels: both forms are in use (RFC 8601 2.5). The caller frees it. */
static char *comparable(const char *name)
{
    char *ascii = g_str_is_ascii(name) ? NULL : g_hostname_to_ascii(name);
    return ascii ? ascii : g_ascii_strdown(name, -1);
}

/* "*.example" stands for every name under it: some servers sign with each machine's own name. */
static bool matches(const char *trusted, const char *server)
{
    bool under = g_str_has_prefix(trusted, "*.");
    g_autofree char *name = comparable(trusted + under);
    g_autofree char *own = comparable(server);
    return under ? strlen(own) > strlen(name) && g_str_has_suffix(own, name) : !strcmp(name, own);
}

enum trust { TRUST_NO, TRUST_ABOVE, TRUST_BELOW };

static enum trust trust_of(const struct reading *r, const char *server)
{
    enum trust trust = TRUST_NO;
    for (size_t i = 0; *server && r->trusted && r->trusted[i]; i++) {
        bool below = *r->trusted[i] == '+';
        if (matches(r->trusted[i] + below, server))
            trust = MAX(trust, below ? TRUST_BELOW : TRUST_ABOVE);
    }
    return trust;
}

/* True where the field was believed. Microsoft hides some fields in encoded words. */
static bool read_field(struct reading *r, const struct header *header, bool below_border)
{
    struct authres a;
    bool believed = false;
    bool encoded = g_str_has_prefix(header->raw, "=?");
    r->raw = encoded ? header->value : header->raw;
    if (authres_parse(&a, r->raw)) {
        const char *server = *a.server ? a.server : MICROSOFT;
        enum trust trust = a.version == 1 ? trust_of(r, server) : TRUST_NO;
        believed = trust == TRUST_BELOW || (trust == TRUST_ABOVE && !below_border);
        r->dkim_known = below_border && r->auth.dkim != AUTH_UNKNOWN;
        if (believed && !*r->auth.server)
            note(r->auth.server, server);
        if (believed)
            read_results(r, &a);
        else if (trust && !*r->auth.below)
            note(r->auth.below, server);
    }
    authres_clear(&a);
    return believed;
}

static bool is(const struct header *header, const char *name)
{
    return !g_ascii_strcasecmp(header->name, name);
}

/* Fields that a server's filters add beside their verdict. */
static bool is_trace(const struct header *header)
{
    return is(header, "Received-SPF") || is(header, "DKIM-Filter") || is(header, "DMARC-Filter") ||
           !g_ascii_strncasecmp(header->name, "X-", 2) ||
           !g_ascii_strncasecmp(header->name, "ARC-", 4);
}

/* What a second filter of the same server found stands below the first one's, or the sender wrote it. Of
 * DKIM it is believed, since OpenDKIM removes what others said of that; that DMARC failed, and that it passed
 * where such a signature or the first one's SPF bears it out; nothing else. */
static void read_further(struct reading *r, const struct header *header)
{
    struct reading further = {.trusted = r->trusted, .organisation = r->organisation};
    struct auth *auth = &r->auth;
    if (!read_field(&further, header, true))
        return;
    if (auth->dkim == AUTH_UNKNOWN && auth->dmarc != AUTH_FAIL) {
        auth->dkim = further.auth.dkim;
        auth->dkim_aligned = further.auth.dkim_aligned;
        memcpy(auth->signer, further.auth.signer, sizeof auth->signer);
        memcpy(auth->signers, further.auth.signers, sizeof auth->signers);
        auth->n_signers = further.auth.n_signers;
    }
    bool borne_out = auth->dkim_aligned || auth->spf_aligned;
    if (auth->dmarc != AUTH_UNKNOWN || (further.auth.dmarc != AUTH_FAIL && !borne_out))
        return;
    auth->dmarc = further.auth.dmarc;
    auth->lenient = further.auth.lenient;
}

/* Whether HEADER is of another machine of a house ("+*.icloud.com") all of whose machines are
 * believed there, or of another filter that is listed ("+OpenDMARC"), and has said nothing yet: some write
 * a field for each method. */
static bool is_of_house(const struct reading *r, const struct header *header, GPtrArray *said)
{
    struct authres a;
    bool of_house = false;
    if (authres_parse(&a, header->raw) && a.version == 1 && said->len < MOST_MACHINES &&
        !g_ptr_array_find_with_equal_func(said, a.server, g_str_equal, NULL)) {
        for (size_t i = 0; r->trusted && r->trusted[i]; i++)
            of_house |= *r->trusted[i] == '+' && *a.server && matches(r->trusted[i] + 1, a.server);
        g_ptr_array_add(said, g_strdup(a.server));
    }
    authres_clear(&a);
    return of_house;
}

/* Directly below the border, past fields that filters add. What stands below the first field may be the
 * sender's, and a method that the filter did not report must not be his to fill in. */
static void read_below(struct reading *r, const struct message *m, uint32_t from)
{
    bool believed = false;
    g_autoptr(GPtrArray) said = g_ptr_array_new_with_free_func(g_free);
    for (uint32_t i = from; i < m->n_headers; i++) {
        const struct header *header = &m->headers[i];
        if (is(header, "Authentication-Results")) {
            bool of_house = is_of_house(r, header, said);
            offer_note(&r->auth, &r->offer_tells, header, true);
            if (believed && !of_house)
                read_further(r, header);
            else
                believed |= read_field(r, header, true);
        } else if (!is_trace(header))
            return;
    }
}

struct auth auth_read(const struct message *m, const char *const *trusted, const char *const *sealers,
                      const char *organisation)
{
    struct reading r = { .trusted = trusted, .organisation = organisation ? organisation : "" };
    bool believed = false;
    for (uint32_t i = 0; i < m->n_headers; i++) {
        const struct header *header = &m->headers[i];
        if (is(header, "Authentication-Results")) {
            offer_note(&r.auth, &r.offer_tells, header, false);
            believed |= read_field(&r, header, false);
        } else if (is(header, "Received")) {
            bool border = received_from_outside(header->raw);
            if (border && !believed)
                read_below(&r, m, i + 1);
            if (border || believed)
                break;
        }
    }
    if (r.auth.arc == AUTH_PASS && r.auth.dmarc != AUTH_PASS)
        arc_read(m, sealers, r.auth.server, r.organisation, &r.auth);
    return r.auth;
}

enum auth_result auth_verdict(const struct auth *auth)
{
    if (!*auth->server)
        return AUTH_UNKNOWN;
    if (auth->dmarc == AUTH_PASS || auth->vouched)
        return AUTH_PASS;
    if (auth->dmarc == AUTH_FAIL)
        return AUTH_FAIL;
    if (auth->spf_aligned || auth->dkim_aligned)
        return AUTH_PASS;
    if (auth->dmarc != AUTH_ERROR && auth->spf == AUTH_FAIL && auth->dkim != AUTH_PASS)
        return AUTH_FAIL;
    return AUTH_NONE;
}
