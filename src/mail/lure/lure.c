/* Reads out of a message whom it claims to be, what it wants, and where it leads. */
#include <string.h>

#include <glib.h>

#include "mail/lure.h"
#include "lure-private.h"
#include "mail/words.h"

#define MOST_LINKS 300
#define SPLIT_WORDS 3 /* that are in disguise, not by accident */
#define SHORT_LETTER 600u /* bytes */
#define MOST_HOSTS MOST_LINKS /* distinct ones that are looked up */

/* DOMAINS are separated by blanks. */
static bool is_among(const char *domain, const char *domains)
{
    size_t len = strlen(domain);
    for (const char *p = domains; len && (p = strstr(p, domain)); p += len)
        if ((p == domains || p[-1] == ' ') && (!p[len] || p[len] == ' '))
            return true;
    return false;
}

/* Two organisations of one name in several countries: shop.de and shop.com. */
static bool same_label(const char *a, const char *b)
{
    size_t len = strcspn(a, ".");
    return len >= 3 && len == strcspn(b, ".") && !strncmp(a, b, len);
}

static bool is_same(const char *a, const char *b)
{
    return !strcmp(a, b) || same_label(a, b);
}

/* The subject speaks to her by an address of hers. */
static bool subject_has_address(const struct message *message)
{
    for (uint32_t i = 0; i < MIN(message->n_recipients, 4); i++)
        if (strlen(message->recipients[i].mailbox) >= 5 &&
            strcasestr(message->subject, message->recipients[i].mailbox))
            return true;
    return false;
}

struct linking {
    struct lure *lure;
    const struct sender *sender;
    const char *hosts[MOST_HOSTS];
    unsigned n_hosts;
};

static void trick(struct lure *lure, enum link_trick which, const char *host)
{
    lure->tricks |= which;
    if (!*lure->trick_host)
        g_strlcpy(lure->trick_host, host, LURE_HOST);
}

/* https://bank.example@elsewhere.example; an address behind an @ in the path is another matter. */
static bool has_userinfo(const char *href)
{
    const char *start = strstr(href, "://");
    size_t len = start ? strcspn(start + 3, "/?#") : 0;
    return len && memchr(start + 3, '@', len);
}

/* Names a site that is neither the author's nor where it leads. */
static void compare_text(struct linking *l, const char *shown, const char *organisation)
{
    g_autofree char *named = organisation_of(shown);
    if (is_same(named, organisation) || sender_is(l->sender, named))
        return;
    l->lure->tricks |= TRICK_NAMES_OTHER;
    g_strlcpy(l->lure->shown, named, LURE_HOST);
    g_strlcpy(l->lure->target, organisation, LURE_HOST);
}

/* True as well where enough were looked at. */
static bool seen_before(struct linking *l, const char *host)
{
    for (unsigned i = 0; i < l->n_hosts; i++)
        if (!strcmp(l->hosts[i], host))
            return true;
    if (l->n_hosts == MOST_HOSTS)
        return true;
    l->hosts[l->n_hosts++] = host;
    return false;
}

/* Links home speak for a message where they show. */
static void read_host(struct linking *l, const char *host, const char *organisation, bool shown)
{
    struct lure *lure = l->lure;
    bool own = sender_is(l->sender, organisation) ||
               (!l->sender->free_mail && organisations_share_brand(l->sender->organisation, organisation));
    lure->links += shown || !own;
    lure->own_links += shown && own;
    if (own)
        return;
    if (!*lure->away)
        g_strlcpy(lure->away, host, LURE_HOST);
    if (g_hostname_is_ip_address(host))
        trick(lure, TRICK_NUMERIC, host);
    else if (host_is_under_any(host, hosting) || host_is_under_any(host, sharing))
        trick(lure, TRICK_HOSTED, host);
    else if (host_is_under_any(host, shorteners))
        trick(lure, TRICK_SHORTENED, host);
    else if (host_is_random(host, organisation) || host_is_cheap(host) || !g_str_is_ascii(host) ||
             strstr(host, "xn--"))
        trick(lure, TRICK_ODD_HOST, host);
}

static void read_link(struct linking *l, const struct link *link, bool shows)
{
    if (!g_ascii_strncasecmp(link->href, "data:text", 9))
        trick(l->lure, TRICK_DATA, "data:");
    if (!*link->host)
        return;
    if (has_userinfo(link->href))
        trick(l->lure, TRICK_USERINFO, link->host);
    bool again = seen_before(l, link->host), told = l->lure->tricks & TRICK_NAMES_OTHER;
    g_autofree char *shown = told || !strcmp(link->text, link->href) ? NULL : host_in_text(link->text);
    if (again && !shown)
        return;
    g_autofree char *organisation = organisation_of(link->host);
    if (!again)
        read_host(l, link->host, organisation, shows);
    if (shown)
        compare_text(l, shown, organisation);
}

static void read_attachments(const struct message *message, struct lure *lure)
{
    static const char *const pages[] = {".htm", ".html", ".shtml", ".xhtml", ".svg", ".hta"};
    for (const char *const *name = message->attachments; *name && !lure->attachment; name++) {
        const char *dot = strrchr(*name, '.');
        for (size_t i = 0; dot && i < G_N_ELEMENTS(pages); i++)
            if (!g_ascii_strcasecmp(dot, pages[i]))
                lure->attachment = *name;
    }
}

/* BRAND's own mail: from one of its domains, or from its name in another country. */
static bool is_from(const struct brand *brand, const struct sender *sender)
{
    if (is_among(sender->behind, brand->domains))
        return true;
    if (is_among(sender->organisation, brand->domains) || host_is_cheap(sender->organisation))
        return is_among(sender->organisation, brand->domains);
    return same_label(sender->organisation, brand->domains);
}

static void claim(struct lure *lure, const struct brand *brand, const struct sender *sender, enum claim where)
{
    if (!brand || lure->brand || is_from(brand, sender))
        return;
    lure->brand = brand->name;
    lure->brand_domain = brand->domains;
    lure->claim = where;
}

/* The name that hosts would have: the first without a blank. */
static size_t host_name_of(const struct brand *brand, const char **name)
{
    for (const char *p = brand->names; *p; p += strspn(p, " |")) {
        size_t len = strcspn(p, "|"), bare = len;
        while (bare && p[bare - 1] == ' ')
            bare--;
        *name = p;
        if (!memchr(p, ' ', bare))
            return bare;
        p += len;
    }
    return 0;
}

static const struct brand *brand_in_address(const char *address)
{
    for (const struct brand *brand = brands; brand->name; brand++) {
        const char *name = NULL;
        size_t len = brand->common ? 0 : host_name_of(brand, &name);
        if (len >= 6 && memmem(address, strlen(address), name, len))
            return brand;
    }
    return NULL;
}

/* A site named in the display name, which is not the author's. */
static void read_named_site(const char *name, const struct sender *sender, struct lure *lure)
{
    g_auto(GStrv) words = g_strsplit_set(name, " <>()[]\"',;|", 16);
    for (char **word = words; *word && !*lure->named_site; word++) {
        const char *at = strrchr(*word, '@');
        g_autofree char *host = host_in_text(at ? at + 1 : *word);
        g_autofree char *organisation = host ? organisation_of(host) : NULL;
        if (organisation && !sender_is(sender, organisation))
            g_strlcpy(lure->named_site, organisation, LURE_HOST);
    }
}

struct comparing {
    const char *address;
    char initials[16];
    size_t n;
    bool found, any;
};

static void compare_word(void *ctx, const char *word, unsigned classes)
{
    struct comparing *c = ctx;
    (void)classes;
    size_t len = strlen(word);
    if (c->n + 1 < sizeof c->initials)
        c->initials[c->n++] = *word;
    c->any |= len >= 3;
    c->found |= len >= 3 && strstr(c->address, word);
    for (size_t cut = 4; cut < len && !c->found; cut += 4) { /* and what it is short for: velora for
                                                                veloraclub */
        g_autofree char *start = g_strndup(word, cut);
        c->found = strstr(c->address, start);
    }
}

/* Jane Doe at jdoe@, Velora Shop at news@velora.com, New Order of Things at noot.org. */
static bool is_foreign_name(const char *name, const struct sender *sender)
{
    struct comparing c = {.address = sender->address};
    tokens_split(name, 12, compare_word, &c);
    return c.any && !c.found && !sender->relayed && !(c.n >= 2 && strstr(sender->organisation, c.initials));
}

/* "PayPa1 5upport": an office or a brand that is one only where digits are letters. */
static void read_digits(const char *name, const struct sender *sender, struct lure *lure)
{
    struct lure nothing = {0};
    g_autofree char *letters = lure_digits_as_letters(name);
    owned(wording) words = letters ? wording_new(letters, LURE_WORDS) : NULL;
    if (!words)
        return;
    struct lure_words found = lure_words_read(words, 0, LURE_NAME, &nothing);
    if (found.brand_sure)
        claim(lure, found.brand, sender, CLAIM_NAME);
    lure->odd |= found.office || (found.brand_sure && lure->brand) ? ODD_DISGUISED : 0;
}

/* What a machine adds, so that each copy is another one. */
static void read_drawn(const struct sender *sender, const char *mailbox, bool office, struct lure *lure)
{
    bool desk = office || lure->claim == CLAIM_NAME;
    lure->number_digits = desk || sender->free_mail ? lure_number(sender->name) : 0;
    lure->odd |= lure->number_digits ? ODD_NUMBERED : 0;
    /* A marketplace draws the addresses by which its customers write to each other. */
    bool market = domain_is_tenant(sender->domain) && organisation_is_brand(sender->organisation);
    bool random = !market && mailbox_is_random(mailbox), odd = !market && mailbox_is_odd(mailbox);
    bool drawn = odd && !sender->free_mail && !*sender->behind && !strchr(mailbox, '+');
    lure->odd |= (lure->foreign_name && (random || odd)) || drawn ? ODD_MAILBOX : 0;
    if (lure->foreign_name && !market && !(lure->odd & ODD_MAILBOX) && !strchr(mailbox, '+') &&
        mailbox_is_numbered(mailbox))
        lure->odd |= ODD_NUMBERED;
}

static void read_author(const struct message *message, const struct sender *sender, struct lure *lure)
{
    bool masked_name = false, masked_subject = false;
    g_autofree char *name = lure_unmasked(sender->name, &masked_name);
    g_autofree char *subject = lure_unmasked(message->subject, &masked_subject);
    owned(wording) name_words = wording_new(name, LURE_WORDS);
    owned(wording) subject_words = wording_new(subject, LURE_WORDS);
    struct lure_words in_name = lure_words_read(name_words, 0, LURE_NAME, lure);
    struct lure_words in_subject = lure_words_read(subject_words, 0, LURE_SUBJECT, lure);
    bool with_own = in_name.beside && is_from(in_name.beside, sender); /* who carries what it sells */
    if (in_name.brand_sure && !with_own)
        claim(lure, in_name.brand, sender, CLAIM_NAME);
    if (!in_name.brand_sure && !in_name.office)
        read_digits(name, sender, lure);
    if (!sender->free_mail || in_name.office)
        claim(lure, brand_in_address(sender->address), sender, CLAIM_ADDRESS);
    /* "Your Norton order": beside words of business a name is no ordinary word. */
    bool business = lure->themes[THEME_ACCOUNT] + lure->themes[THEME_PAYMENT] >= 0.4f;
    if (in_subject.brand && (!in_subject.brand->common || business))
        claim(lure, in_subject.brand, sender, in_subject.heads ? CLAIM_HEAD : CLAIM_SUBJECT);
    read_named_site(name, sender, lure);
    bool daemon = g_str_has_prefix(sender->address, "mailer-daemon@") ||
                  g_str_has_prefix(sender->address, "postmaster@"); /* nobody else can have these */
    bool office = in_name.office || lure->claim == CLAIM_NAME;
    lure->odd |= sender->free_mail && !daemon && office ? ODD_COMPANY : 0;
    /* People have mailboxes under any name; offices do not. */
    lure->foreign_name = (!sender->free_mail || (lure->odd & ODD_COMPANY)) && is_foreign_name(name, sender);
    lure->odd |= lure_spells(sender->name, sender->organisation) ? ODD_SPELT : 0;
    lure->gibberish = lure_gibberish(message->subject) + lure_gibberish(message->text);
    lure->odd |= lure_is_decorated(sender->name) && !strchr(sender->name, '@') ? ODD_DECORATED : 0;
    lure->odd |= lure_has_tail(subject) || lure_has_tail(name) ? ODD_TAIL : 0;
    read_drawn(sender, message->author.mailbox, in_name.office, lure);
    lure->odd |= lure_is_planted(message->text, sender) || lure_is_planted(subject, sender) ? ODD_PLANTED : 0;
    lure->odd |= masked_name || masked_subject ? ODD_DISGUISED : 0;
    bool brief = strlen(message->text) <= SHORT_LETTER && sender->free_mail;
    bool sum = brief && (lure_names_sum(subject, -1, 4) || lure_names_sum(message->text, -1, 4));
    lure->odd |= sum ? ODD_SUM : 0;
}

/* How plain the plainest theme is, and the next by half, as filters/lure.c counts them. */
static float plainest(const struct lure *lure)
{
    float first = 0, second = 0;
    for (int i = 0; i < THEME_COUNT; i++)
        if (lure->themes[i] > first) {
            second = first;
            first = lure->themes[i];
        } else {
            second = MAX(second, lure->themes[i]);
        }
    return first + second / 2;
}

static void read_wording(const struct wording *wording, const struct lure *before, struct lure *worst)
{
    for (guint from = 0; from < wording->tokens->len; from += LURE_WORDS / 2) {
        struct lure here = *before;
        struct lure_words found = lure_words_read(wording, from, LURE_TEXT, &here);
        here.said = worst->said ? worst->said : found.hers;
        here.named = worst->named ? worst->named : found.brand;
        if (!from || plainest(&here) > plainest(worst))
            *worst = here;
        worst->said = here.said;
        worst->named = here.named;
    }
}

/* As it spells, and what its letters look like. *MASKED says whether that differs much. */
static void read_words(const char *text, const struct wording *first, const struct lure *before,
                       struct lure *worst, bool *masked)
{
    enum mask mask = MASK_NONE;
    bool whole = !first || first->tokens->len >= MESSAGE_WORDS;
    owned(wording) all = whole ? wording_new(text, LURE_TEXT_WORDS) : NULL;
    read_wording(all ? all : first, before, worst);
    g_autofree char *plain = lure_unmasked_text(text, &mask);
    owned(wording) unmasked = plain ? wording_new(plain, LURE_TEXT_WORDS) : NULL;
    struct lure under = *before;
    if (unmasked)
        read_wording(unmasked, before, &under);
    /* Headlines are spaced out, too: disguise is what hides the words of a lure. */
    bool hid = unmasked && plainest(&under) > plainest(worst);
    *masked = mask == MASK_SURE || (mask && hid);
    if (hid)
        *worst = under;
}

/* So many words at a time, since long texts touch everything; the worst of what she sees and of what she does
 * not see counts. Returns whether the latter does. */
static bool read_text(const struct message *message, struct lure *lure)
{
    const struct lure before = *lure;
    struct lure unseen = before;
    bool masked = false, masked_unseen = false;
    read_words(message->text, message->in_text, &before, lure, &masked);
    if (*message->unseen_text)
        read_words(message->unseen_text, NULL, &before, &unseen, &masked_unseen);
    bool worse = plainest(&unseen) > plainest(lure);
    if (worse)
        *lure = unseen;
    masked |= message->split_words >= SPLIT_WORDS || message->pierced_words >= PIERCED;
    lure->odd |= masked ? ODD_DISGUISED_TEXT : 0;
    return worse;
}

struct lure lure_read(const struct message *message, const struct sender *sender)
{
    struct lure lure = {0};
    read_author(message, sender, &lure);
    lure.odd |= host_odd(sender);
    bool of_unseen = read_text(message, &lure);
    bool bill = lure.themes[THEME_PAYMENT] >= 0.4f && lure_names_sum(message->text, -1, 3);
    if (sender->free_mail)
        claim(&lure, lure.said ? lure.said : bill ? lure.named : NULL, sender, CLAIM_TEXT);
    struct linking linking = {.lure = &lure, .sender = sender};
    for (uint32_t i = 0; i < MIN(message->n_all_links, MOST_LINKS); i++)
        read_link(&linking, &message->links[i], i < message->n_links);
    if (of_unseen) /* those that show speak for another text */
        lure.own_links = 0;
    lure_read_reply(message, sender, &lure);
    read_attachments(message, &lure);
    lure.odd |= subject_has_address(message) ? ODD_ADDRESSED : 0;
    return lure;
}
