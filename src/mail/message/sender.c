/* Who a message says it is from, and the organisation behind a domain by the Public Suffix List
 * (publicsuffix.org). Only user of libpsl. Whether any of it is true is for others to say. */
#include <string.h>

#include <libpsl.h>

#include "mail/sender.h"
#include "relay.h"

#define MAX_DOMAIN 255 /* RFC 1035 2.3.4 */

/* The list built into libpsl, or else the system's. Loaded once: it takes
 * milliseconds and never changes while a process lives. */
static const psl_ctx_t *suffixes(void)
{
    static const psl_ctx_t *list;
    static gsize done;
    if (g_once_init_enter(&done)) {
        list = psl_builtin();
        if (!list)
            list = psl_latest(NULL);
        g_once_init_leave(&done, 1);
    }
    return list;
}

/* Takes off blanks around a name and dots at its end. */
static char *strip(char *name)
{
    g_strstrip(name);
    for (size_t len = strlen(name); len && (name[len - 1] == '.' || g_ascii_isspace(name[len - 1])); len--)
        name[len - 1] = 0;
    return name;
}

/* Lower case and A-labels (RFC 5891), without a dot at the end; what is no host name at all is only
 * lowered, and of what is too long for one the end kept: there stands whose it is. Caller frees. */
static char *canonical_domain(const char *domain)
{
    size_t length = strlen(domain);
    g_autofree char *bare = g_strdup(domain + (length > MAX_DOMAIN ? length - MAX_DOMAIN : 0));
    strip(bare);
    if (!g_str_is_ascii(bare) && g_utf8_validate(bare, -1, NULL)) {
        char *ascii = g_hostname_to_ascii(bare);
        if (ascii)
            return strip(ascii);
    }
    g_autofree char *valid = g_utf8_make_valid(bare, -1);
    return g_utf8_strdown(valid, -1);
}

/* RFC 5321 4.1.3: [192.0.2.1] and [IPv6:...]. */
static bool is_address(const char *domain)
{
    return *domain == '[' || g_hostname_is_ip_address(domain);
}

static bool could_be_host(const char *canonical)
{
    while (*canonical > ' ' && *canonical < 127)
        canonical++;
    return !*canonical;
}

/* Whoever has com.be gives out what is below it, as those do whom the list names. */
static const char *below_second_level(const char *domain, const char *registrable)
{
    bool second = g_str_has_prefix(registrable, "com.") || g_str_has_prefix(registrable, "co.");
    if (!second || strlen(strchr(registrable, '.')) != strlen(".be") || registrable == domain)
        return registrable;
    for (registrable--; registrable > domain && registrable[-1] != '.'; registrable--)
        ;
    return registrable;
}

static char *registrable_of(const char *domain)
{
    g_autofree char *canonical = canonical_domain(domain);
    if (is_address(canonical) || !could_be_host(canonical) || !suffixes())
        return g_steal_pointer(&canonical);
    const char *registrable = psl_registrable_domain(suffixes(), canonical);
    return g_strdup(registrable ? below_second_level(canonical, registrable) : canonical);
}

/* A message names the same few domains again and again, and the list takes its time: what was asked last
 * is kept. */
char *organisation_of(const char *domain)
{
    static _Thread_local struct {
        char domain[64], organisation[64];
    } asked[16];
    if (!domain || !*domain)
        return g_strdup("");
    guint at = g_str_hash(domain) % G_N_ELEMENTS(asked);
    if (!strcmp(asked[at].domain, domain))
        return g_strdup(asked[at].organisation);
    char *organisation = registrable_of(domain);
    if (strlen(domain) < sizeof asked->domain && strlen(organisation) < sizeof asked->organisation) {
        strcpy(asked[at].domain, domain);
        strcpy(asked[at].organisation, organisation);
    }
    return organisation;
}

/* Runs of white space of any script become one blank. */
static char *folded(const char *text)
{
    GString *out = g_string_new(NULL);
    for (const char *p = text; *p; p = g_utf8_next_char(p)) {
        gunichar c = g_utf8_get_char(p);
        if (!g_unichar_isspace(c))
            g_string_append_unichar(out, c);
        else if (out->len && out->str[out->len - 1] != ' ')
            g_string_append_c(out, ' ');
    }
    if (out->len && out->str[out->len - 1] == ' ')
        g_string_truncate(out, out->len - 1);
    return g_string_free(out, FALSE);
}

/* Letters and digits of TEXT, in lower case. The caller frees it. */
static char *letters_of(const char *text)
{
    GString *letters = g_string_new(NULL);
    for (; *text; text++)
        if (g_ascii_isalnum(*text))
            g_string_append_c(letters, g_ascii_tolower(*text));
    return g_string_free(letters, FALSE);
}

/* Where a provider of mailboxes writes itself, under its own name: no customer gets one of these (RFC 2142
 * has the first of them). */
static bool is_own_desk(const struct sender *sender)
{
    static const char *const desks[] = {
        "abuse", "info", "postmaster", "security", "support", "accounts", "billing", "customerservice",
        "donotreply", "facturation", "factures", "invoice", "kundenservice", "mailer-daemon", "no-reply",
        "noreply", "rechnung", "rechnungen", "rechnungonline", "service", "team", NULL};
    g_autofree char *label = g_strndup(sender->organisation, strcspn(sender->organisation, "."));
    g_autofree char *local = g_strndup(sender->address, strcspn(sender->address, "@"));
    g_autofree char *name = letters_of(sender->name), *own = letters_of(label);
    bool named = g_str_has_prefix(name, own) || (strlen(name) > 1 && g_str_has_prefix(own, name));
    return named && *own && (!strcmp(local, label) || g_strv_contains(desks, local));
}

/* A shop whose platform or till sends its receipts gets the answers to them. Whoever is no known platform may
 * name anybody there. */
static char *who_answers(const struct message *message, const struct sender *sender)
{
    if (!*message->reply_to.mailbox || !domain_is_tenant(sender->domain))
        return g_strdup("");
    g_autofree char *mailbox = g_utf8_strdown(message->reply_to.mailbox, -1);
    const char *at = strrchr(mailbox, '@');
    g_autofree char *organisation = organisation_of(at ? at + 1 : NULL);
    g_autofree char *relation = relation_of(mailbox, organisation);
    bool other = strchr(organisation, '.') && strcmp(organisation, sender->organisation) != 0 &&
                 strcmp(relation, sender->relation) != 0;
    bool anybodys = organisation_is_free_mail(organisation) || (at && domain_lends(at + 1));
    return g_strdup(other && !anybodys ? relation : "");
}

struct sender *sender_read(const struct message *message)
{
    struct sender *sender = g_new0(struct sender, 1);
    const char *mailbox = message->author.mailbox;
    const char *at = strrchr(mailbox, '@');
    if (at) {
        g_autofree char *local = g_utf8_strdown(mailbox, at - mailbox);
        char *domain = canonical_domain(at + 1);
        sender->domain = domain;
        sender->address = g_strdup_printf("%s@%s", local, domain);
        sender->organisation = organisation_of(domain);
    } else {
        sender->domain = g_strdup("");
        sender->address = g_strdup("");
        sender->organisation = g_strdup("");
    }
    sender->name = folded(message->author.name);
    sender->list = g_strdup(message->list_id);
    sender->free_mail = organisation_is_free_mail(sender->organisation) && !is_own_desk(sender);
    char *behind = relay_mailbox(sender->address, sender->name, sender->free_mail);
    sender->mailbox = behind ? behind : g_strdup("");
    sender->behind = organisation_of(behind ? strrchr(behind, '@') + 1 : NULL);
    sender->free_mail &= !*sender->behind;
    sender->relayed = *sender->behind || (!sender->free_mail && domain_lends(sender->domain));
    g_autofree char *house = relation_of(sender->mailbox, sender->behind);
    sender->relation = *sender->behind   ? g_strdup_printf("%s via %s", house, sender->organisation)
                       : sender->relayed ? g_strdup(sender->address)
                                         : relation_of(sender->address, sender->organisation);
    sender->answers = who_answers(message, sender);
    return sender;
}

#define SHORTEST_NAME 5 /* of an organisation, that says something of who bears it */

static bool begins_or_ends_with(const char *label, const char *name)
{
    return strlen(name) >= SHORTEST_NAME && (g_str_has_prefix(label, name) || g_str_has_suffix(label, name));
}

bool domains_share_name(const char *a, const char *b, bool *same)
{
    g_autofree char *one = g_strndup(a, strcspn(a, ".")), *other = g_strndup(b, strcspn(b, "."));
    bool share = begins_or_ends_with(one, other) || begins_or_ends_with(other, one);
    *same = share && !strcmp(one, other);
    return share;
}

/* Whether MAILBOX, as a relay spells it, is ADDRESS: "_" may be what it has no other sign for. */
static bool is_spelled(const char *mailbox, const char *address)
{
    while (*mailbox && (*mailbox == g_ascii_tolower(*address) ||
                        (*mailbox == '_' && *address && strchr(".-+", *address)))) {
        mailbox++;
        address++;
    }
    return !*mailbox && !*address;
}

bool sender_is_behind(const struct sender *sender, const char *address)
{
    const char *at = strrchr(address, '@');
    g_autofree char *house = organisation_of(at ? at + 1 : address);
    if (!*sender->behind || strcmp(house, sender->behind) != 0)
        return false;
    return !at || !organisation_is_free_mail(house) || is_spelled(sender->mailbox, address);
}

bool sender_is(const struct sender *sender, const char *organisation)
{
    return *organisation &&
           (!strcmp(sender->organisation, organisation) || !strcmp(sender->behind, organisation));
}

void sender_free(struct sender *sender)
{
    if (!sender)
        return;
    g_free((char *)sender->address);
    g_free((char *)sender->domain);
    g_free((char *)sender->organisation);
    g_free((char *)sender->relation);
    g_free((char *)sender->behind);
    g_free((char *)sender->mailbox);
    g_free((char *)sender->answers);
    g_free((char *)sender->name);
    g_free((char *)sender->list);
    g_free(sender);
}
