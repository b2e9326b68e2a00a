/* What domains and display names look like. Compares by skeletons: what looks the same has the same one. */
#include <string.h>

#include "mail/likeness.h"
#include "spoof.h"

#define MOST_WORDS 20
/* Letters of a name that is worth imitating, and rare enough to say something; under another suffix, one
 * of these off is a likeness of chance. */
#define SHORTEST 5

/* Pairs that are taken for one letter, 0 where they are not. */
static char pair_as(char a, char b)
{
    return a == 'r' && b == 'n' ? 'm' : a == 'v' && b == 'v' ? 'w' : a == 'c' && b == 'l' ? 'd' : 0;
}

/* The letter that C is taken for (i, l and 1 are one); 0: it does not count. */
static char seen_as(char c)
{
    static const char as[128] = {['0'] = 'o', ['1'] = 'l', ['3'] = 'e', ['4'] = 'a', ['5'] = 's', ['6'] = 'b',
                                 ['7'] = 't', ['8'] = 'b', ['9'] = 'g', ['i'] = 'l', ['|'] = 'l', ['$'] = 's',
                                 ['@'] = 'a'};
    char other = c & 0x80 ? 0 : as[(unsigned char)c];
    return other ? other : (c & 0x80) || g_ascii_isalnum(c) ? c : 0;
}

/* A-labels (xn--...) as a person is shown them. */
static char *shown(const char *name)
{
    g_autofree char *wide = strstr(name, "xn--") ? g_hostname_to_unicode(name) : NULL;
    const char *text = wide ? wide : name;
    return g_str_is_ascii(text) ? g_strdup(text) : spoof_skeleton(text);
}

char *skeleton_of(const char *name)
{
    bool plain = g_str_is_ascii(name) && !strstr(name, "xn--"); /* the quick way: most names are, and a
                                                                   stranger's is compared with all others */
    g_autofree char *wide = plain ? NULL : shown(name);
    const char *text = wide ? wide : name;
    char *skeleton = g_malloc(strlen(text) + 1), *end = skeleton;
    for (const char *p = text; *p; p++) {
        char first = g_ascii_tolower(p[0]), c = pair_as(first, g_ascii_tolower(p[1]));
        if (c)
            p++;
        else
            c = seen_as(first);
        if (c)
            *end++ = c;
    }
    *end = 0;
    return skeleton;
}

/* "velora" of velora.co.uk. */
static char *label_of(const char *organisation)
{
    return g_strndup(organisation, strcspn(organisation, "."));
}

/* Whether A becomes B by one letter more, fewer or other, or two swapped (Damerau 1964). */
static bool one_edit(const char *a, const char *b)
{
    size_t m = strlen(a), n = strlen(b);
    if (m > n)
        return one_edit(b, a);
    size_t i = 0;
    while (i < m && a[i] == b[i])
        i++;
    if (n - m == 1)
        return !strcmp(a + i, b + i + 1);
    if (n != m || i == m)
        return false;
    return !strcmp(a + i + 1, b + i + 1) ||
           (a[i] == b[i + 1] && a[i + 1] == b[i] && !strcmp(a + i + 2, b + i + 2));
}

/* NAME as a whole label of DOMAIN before its registrable end. */
static bool is_subdomain(const char *domain, const char *organisation, const char *own)
{
    size_t length = strlen(domain), end = strlen(own);
    g_autofree char *before = g_strndup(domain, length > end ? length - end : 0);
    g_autofree char *inside = g_strdup_printf(".%s.", organisation), *around = g_strdup_printf(".%s", before);
    return strstr(around, inside) != NULL;
}

struct looks {
    const struct sender *sender;
    char *label, *skeleton; /* of its organisation's name */
    char *name;             /* skeleton of the display name */
    char **words;           /* skeletons of the display name's words */
};

static char **words_of(const char *name)
{
    char **words = g_strsplit_set(name, " -_,.:|", MOST_WORDS);
    for (char **word = words; *word; word++) {
        char *skeleton = skeleton_of(*word);
        g_free(*word);
        *word = skeleton;
    }
    return words;
}

struct looks *looks_new(const struct sender *sender)
{
    struct looks *looks = g_new0(struct looks, 1);
    looks->sender = sender;
    looks->label = label_of(sender->organisation);
    looks->skeleton = skeleton_of(looks->label);
    looks->name = skeleton_of(sender->name);
    looks->words = words_of(sender->name);
    return looks;
}

void looks_free(struct looks *looks)
{
    if (!looks)
        return;
    g_free(looks->label);
    g_free(looks->skeleton);
    g_free(looks->name);
    g_strfreev(looks->words);
    g_free(looks);
}

/* What anybody calls a host that sends mail: booking.airline.example is nothing of booking.com's.
 * Shorter ones are no name that is worth imitating. */
static bool names_hosts(const char *label)
{
    static const char *const words[] = {
        "account", "accounts", "alert", "alerts", "booking", "bookings", "campaign", "clients", "comms",
        "community", "connect", "contact", "customer", "customers", "delivery", "digital", "email",
        "emails", "event", "events", "forum", "groups", "hello", "insider", "invoice", "learn", "loyalty",
        "mailer", "mailing", "mailings", "marketing", "member", "members", "message", "messages", "mobile",
        "newsletter", "newsletters", "notice", "notify", "offers", "order", "orders", "partner", "partners",
        "press", "promo", "reservations", "reviews", "rewards", "sales", "service", "services", "share",
        "shipping", "shopping", "store", "support", "survey", "surveys", "system", "ticket", "tickets",
        "tracking", "travel", "update", "updates", "welcome", NULL};
    return g_strv_contains(words, label);
}

static enum likeness domain_likeness(const struct looks *looks, const char *organisation, const char *label,
                                     const char *skeleton, enum bearing name)
{
    const struct sender *sender = looks->sender;
    if (strlen(label) < SHORTEST || !strcmp(sender->organisation, organisation))
        return LIKENESS_NONE;
    if (!strcmp(looks->label, label))
        return LIKENESS_SUFFIX;
    if (!strcmp(looks->skeleton, skeleton))
        return LIKENESS_SAME;
    bool below = strstr(sender->domain, label) &&
                 (is_subdomain(sender->domain, organisation, sender->organisation) ||
                  (is_subdomain(sender->domain, label, sender->organisation) &&
                   (name || !names_hosts(label))));
    if (below) /* a tenant of a platform is called what it is */
        return domain_is_tenant(sender->domain) ? LIKENESS_WORDS : LIKENESS_SUBDOMAIN;
    bool suffix = !strcmp(sender->organisation + strlen(looks->label), organisation + strlen(label));
    if ((suffix || strlen(label) > SHORTEST) && one_edit(looks->skeleton, skeleton))
        return suffix ? LIKENESS_EDIT : LIKENESS_NEAR;
    return strstr(looks->skeleton, skeleton) ? LIKENESS_WORDS : LIKENESS_NONE;
}

/* Whether the first of WORDS, together, are the skeleton THEIR. */
static enum bearing begins_with(char *const *words, const char *their)
{
    size_t said = 0, len = strlen(their);
    for (; *words && said < len; words++) {
        size_t word = strlen(*words);
        if (strncmp(their + said, *words, word) != 0)
            return BEARS_NOTHING;
        said += word;
    }
    return said != len ? BEARS_NOTHING : *words ? BEARS_MORE : BEARS_NAME;
}

static enum bearing name_claims(const struct looks *looks, const char *label, const char *skeleton)
{
    enum bearing claim = strlen(skeleton) >= SHORTEST ? begins_with(looks->words, skeleton) : BEARS_NOTHING;
    if (claim || strlen(looks->name) < SHORTEST || strncmp(skeleton, looks->name, strlen(looks->name)) != 0)
        return claim; /* "Velora Shoes" for velora.com */
    g_auto(GStrv) words = words_of(label);
    return begins_with(words, looks->name) ? BEARS_NAME : BEARS_NOTHING; /* "Velora" for velora-shoes.com */
}

enum likeness likeness_of(const struct looks *looks, const char *organisation, enum bearing *bears)
{
    g_autofree char *label = label_of(organisation), *skeleton = skeleton_of(label);
    *bears = name_claims(looks, label, skeleton);
    return domain_likeness(looks, organisation, label, skeleton, *bears);
}
