/* Gathers evidence from words, schema.org types and the author's address. What header fields
 * say about mail to many is read in bulk.c; what follows is decided in kind.c. */
#include <string.h>

#include "kind-bulk.h"
#include "kind-evidence.h"
#include "mail/addressing.h"
#include "mail/sender.h"

#define MAX_BODY_WORDS MESSAGE_WORDS
#define MAX_SUBJECT_WORDS 60u
#define MAX_LOCAL_WORDS 10
#define TAIL_BYTES 1500
#define FEWEST_CLAIMED 4 /* characters of a number */
#define NAME_WORDS 8
#define NAME_LEAST 5 /* letters that a name and a domain have in common */
#define INITIALS 2   /* letters */

static const struct {
    const char *type;
    enum kind kind;
} schemas[] = {
    { "Order", KIND_RECEIPT },
    { "Invoice", KIND_RECEIPT },
    { "ParcelDelivery", KIND_SHIPPING },
    { "FlightReservation", KIND_APPOINTMENT },
    { "LodgingReservation", KIND_APPOINTMENT },
    { "EventReservation", KIND_APPOINTMENT },
    { "RentalCarReservation", KIND_APPOINTMENT },
    { "TrainReservation", KIND_APPOINTMENT },
    { "BusReservation", KIND_APPOINTMENT },
    { "BoatReservation", KIND_APPOINTMENT },
    { "TaxiReservation", KIND_APPOINTMENT },
    { "FoodEstablishmentReservation", KIND_APPOINTMENT },
    { "Reservation", KIND_APPOINTMENT },
    { "ReservationPackage", KIND_APPOINTMENT },
    { "RsvpAction", KIND_APPOINTMENT },
    { "DiscountOffer", KIND_PROMOTION },
    { "PromotionCard", KIND_PROMOTION },
    { "NewsArticle", KIND_NEWSLETTER },
};

float support_value(const struct support *support)
{
    return support->best + MIN(0.3f * support->rest, 2.0f);
}

struct gathering {
    struct evidence *evidence;
    struct support *supports;
    unsigned char *seen; /* by phrase */
};

static void count(void *ctx, const struct words_hit *hit)
{
    struct gathering *g = ctx;
    int class = hit->row->class;
    g->evidence->urgency += class == WORD_URGENCY;
    g->evidence->discount += class == WORD_DISCOUNT;
    g->evidence->common += class == WORD_COMMON;
    if (g->seen[hit->phrase_id])
        return;
    g->seen[hit->phrase_id] = 1;
    struct support *support = &g->supports[class];
    if (hit->row->weight > support->best) {
        support->rest += support->best;
        support->best = hit->row->weight;
        support->phrase = hit->phrase;
        support->len = hit->len;
    } else {
        support->rest += hit->row->weight;
    }
}

static void gather_words(struct evidence *e, struct support *supports, const struct wording *wording,
                         guint most, enum word_place place)
{
    g_autofree unsigned char *seen = g_malloc0(words_count());
    struct gathering g = { e, supports, seen };
    words_find(wording, 0, most, place, count, &g);
}

/* The words of the first MOST tokens: where a character is a token, two make a word. */
static unsigned words_of(const struct wording *wording, guint most)
{
    unsigned glyphs = 0, n = MIN(wording->tokens->len, most);
    for (guint i = 0; i < n; i++)
        glyphs += (g_array_index(wording->tokens, struct token, i).classes & TOKEN_GLYPH) != 0;
    return n - glyphs / 2;
}

/* "iccs2026", a name and its year, as events have; "q1/2025", a part of a year: no number of an order. */
static bool is_of_year(const char *word)
{
    size_t letters = 0, before = strcspn(word, "/-"), len = strlen(word);
    while (g_ascii_isalpha(word[letters]))
        letters++;
    size_t at = letters == 1 && before == 2 && word[2] ? 3 : letters;
    return at >= 2 && len == at + 4 && strspn(word + at, "0123456789") == 4 &&
           (g_str_has_prefix(word + at, "19") || g_str_has_prefix(word + at, "20"));
}

/* The number I of a subject, beside a currency, is what one thing costs: below a thousand, and of no
 * millions. */
static bool is_price(const struct wording *subject, guint i)
{
    static const char *const scales[] = { "mil", "bil", "tri", "mio", "mrd", "mld", "bn" };
    const char *number = wording_word(subject, i);
    const char *next = i + 1 < subject->tokens->len ? number + strlen(number) + 1 : "";
    size_t digits = strspn(number, "0123456789");
    for (size_t k = 0; k < G_N_ELEMENTS(scales); k++)
        if (g_str_has_prefix(next, scales[k]))
            return false;
    return digits > 0 && digits <= 3 && strspn(number, "0123456789.,") == strlen(number);
}

/* TAGGED: it begins with one or more "[number]" of a list or a tracker. */
static void gather_subject(struct evidence *e, const struct wording *subject, bool tagged)
{
    e->subject_words = words_of(subject, MAX_SUBJECT_WORDS);
    for (guint i = 0, before = 0; i < MIN(subject->tokens->len, MAX_SUBJECT_WORDS); i++) {
        const struct token *token = &g_array_index(subject->tokens, struct token, i);
        unsigned classes = token->classes;
        if ((classes & TOKEN_NUMBER) && (before & TOKEN_MONEY))
            e->price_in_subject |= is_price(subject, i);
        else if ((classes & TOKEN_MONEY) && (before & TOKEN_NUMBER))
            e->price_in_subject |= is_price(subject, i - 1);
        before = classes;
        e->id_in_subject |= (classes & TOKEN_ID) && !tagged && !is_of_year(subject->spelt->str + token->at);
        e->code_in_subject |= (classes & TOKEN_CODE) != 0 && !tagged;
        e->percent_in_subject |= (classes & TOKEN_PERCENT) != 0;
    }
    gather_words(e, e->subject, subject, MAX_SUBJECT_WORDS, PLACE_SUBJECT);
}

/* XML or JSON, from its first letter on. */
static bool is_data(const char *text)
{
    text += strspn(text, " \t\r\n");
    const char *second = *text == '{' || *text == '[' ? text + 1 + strspn(text + 1, " \t\r\n[{") : NULL;
    return g_str_has_prefix(text, "<?xml") || (second && *second == '"');
}

static void gather_body(struct evidence *e, const struct wording *body, const char *text)
{
    guint tokens = MIN(body->tokens->len, MAX_BODY_WORDS);
    e->words = words_of(body, MAX_BODY_WORDS);
    unsigned before = 0;
    for (guint i = 0; i < tokens; i++) {
        unsigned classes = g_array_index(body->tokens, struct token, i).classes;
        e->codes += (classes & TOKEN_CODE) != 0;
        e->longs += (classes & TOKEN_LONG) != 0;
        e->amounts += ((classes & TOKEN_MONEY) && (before & TOKEN_NUMBER)) ||
                      ((classes & TOKEN_NUMBER) && (before & TOKEN_MONEY));
        before = classes;
    }
    e->data = is_data(text);
    gather_words(e, e->body, body, MAX_BODY_WORDS, PLACE_BODY);
    /* The small print stands at the end. */
    size_t len = strlen(text);
    if (tokens == MAX_BODY_WORDS && len > TAIL_BYTES) {
        const char *tail = g_utf8_find_next_char(text + len - TAIL_BYTES, NULL);
        owned(wording) last = wording_new(tail, MAX_BODY_WORDS);
        struct support supports[WORD_CLASSES] = { 0 };
        struct evidence none = { 0 };
        gather_words(&none, supports, last, MAX_BODY_WORDS, PLACE_BODY);
        if (supports[WORD_BULK].best > e->body[WORD_BULK].best)
            e->body[WORD_BULK] = supports[WORD_BULK];
    }
}

/* Addresses that a program made for one message: VERP, tags, long runs of digits, several numbers. */
static bool is_made_up(const char *local, size_t len)
{
    unsigned digits = 0, numbers = 0;
    if (g_str_has_prefix(local, "owner-")) /* a list's */
        return true;
    for (size_t i = 0; i < len; i++) {
        if (local[i] == '=' || local[i] == '#')
            return true;
        digits += g_ascii_isdigit(local[i]) ? 1 : 0;
        /* "sails.um.a.21.2098" */
        size_t run = i && local[i - 1] == '.' ? strspn(local + i, "0123456789") : 0;
        numbers += run && (local[i + run] == '.' || local[i + run] == '@');
    }
    return len > 40 || digits > 7 || numbers > 1;
}

/* A host under the organisation that mail programs of brands send from. */
static bool is_sending_host(const char *domain)
{
    static const char *const labels[] = { "e",       "em",      "email",  "emails",  "news",
                                          "newsletter", "mailing", "mailings", "mailer", "marketing",
                                          "info",    "notifications", "notify", "updates", "crm",
                                          "campaign", "click",  "reply",  "bounce",  "edm", "notification",
                                          "alert", "alerts", "tickets" };
    size_t len = strcspn(domain, ".");
    if (!strchr(domain + len + (domain[len] == '.'), '.'))
        return false; /* the organisation itself */
    for (size_t i = 0; i < G_N_ELEMENTS(labels); i++)
        if (strlen(labels[i]) == len && !g_ascii_strncasecmp(domain, labels[i], len))
            return true;
    return false;
}

/* An address under a host of its organisation's, with that one's name in it: people have theirs at the
 * organisation itself. */
static bool bears_house(const char *local, const char *domain)
{
    g_auto(GStrv) labels = g_strsplit(domain, ".", 8);
    guint n = g_strv_length(labels);
    for (guint i = 1; n >= 3 && i + 1 < n; i++)
        if (strlen(labels[i]) >= 4 && strcasestr(local, labels[i]))
            return true;
    return false;
}

/* "Tarn Marathon" <entries@tarnmarathon.example>: the name is that of the domain. People whose domain has
 * their name have some of it before the @, too, or a letter or two. */
static bool is_house(const char *name, const char *local, const char *domain)
{
    owned(wording) words = wording_new(name, NAME_WORDS);
    g_autofree char *organisation = organisation_of(domain);
    g_autoptr(GString) whole = g_string_new(NULL), label = g_string_new(NULL);
    if (strlen(local) <= INITIALS)
        return false;
    for (guint i = 0; i < words->tokens->len; i++) {
        const char *word = wording_word(words, i);
        if (strlen(word) > INITIALS && strcasestr(local, word))
            return false;
        g_string_append(whole, word);
    }
    for (const char *p = organisation; *p && *p != '.'; p++)
        if (*p != '-')
            g_string_append_c(label, *p);
    size_t same = 0, shorter = MIN(whole->len, label->len);
    while (same < shorter && whole->str[same] == label->str[same])
        same++;
    return same >= NAME_LEAST && 3 * same >= 2 * shorter; /* an accent may be left out, or a word */
}

/* The envelope's sender is the account of a web server. */
static bool is_of_server(const struct message *m)
{
    static const char *const accounts[] = { "www-data@", "apache@", "httpd@",
                                            "nobody@",   "wwwrun@", "nginx@" };
    const struct header *path = message_header(m, "Return-Path");
    const char *from = path ? path->value + strspn(path->value, "< ") : "";
    for (size_t i = 0; i < G_N_ELEMENTS(accounts); i++)
        if (g_str_has_prefix(from, accounts[i]))
            return true;
    return false;
}

/* Who carry parcels: what they tell of deliveries is of hers, whatever its subject. */
static bool is_carrier(const char *domain)
{
    static const char *const carriers[] = {
        "usps.com", "ups.com", "upsemail.com", "fedex.com", "dhl.com", "dhl.de", "dpd.com", "dpd.de",
        "dpd.co.uk", "dpd.fr", "gls-group.com", "gls-group.eu", "gls-pakete.de", "hermesworld.com",
        "myhermes.de", "evri.com", "royalmail.com", "correios.com.br", "correos.es", "laposte.info",
        "chronopost.fr", "colissimo.fr", "poste.it", "postnl.nl", "deutschepost.de", "inpost.pl", "inpost.it",
        "mondialrelay.fr", "bpost.be", "ctt.pt", "seur.com", "canadapost.ca", "auspost.com.au", "ontrac.com",
        "poczta-polska.pl", "packeta.com", "zasilkovna.cz", "ceskaposta.cz", "postnord.se", "postnord.com",
        "bring.com", "post.ch", "post.at", "yurticikargo.com", "novaposhta.ua", NULL};
    g_autofree char *organisation = organisation_of(domain);
    return g_strv_contains(carriers, organisation);
}

/* Where people meet: what such a place writes of what they did there is none of its news. */
static bool is_network(const char *domain)
{
    static const char *const networks[] = {
        "facebook.com", "facebookmail.com", "instagram.com", "threads.net", "linkedin.com",
        "twitter.com", "x.com", "bsky.app", "mastodon.social", "nextdoor.com", "nextdoor.de",
        "nebenan.de", "xing.com", "vk.com", "ok.ru", "pinterest.com", "reddit.com", "redditmail.com",
        "tumblr.com", "flickr.com", "snapchat.com", "tiktok.com", "discord.com", "discordapp.com",
        "slack.com", "telegram.org", "viber.com", "line.me", "kakao.com", "weibo.com", "mixi.jp",
        "myspace.com", "plus.google.com", "meetup.com", "couchsurfing.com", "tinder.com", "badoo.com",
        "okcupid.com", "bumble.com", "parship.de", "match.com", "goodreads.com", "strava.com",
        "duolingo.com", "twitch.tv", "patreon.com", "deviantart.com", "last.fm", "soundcloud.com",
        "ello.co", "academia-mail.com", "researchgate.net", "researchgatemail.net", "classmates.com",
        "stayfriends.de", "viadeo.com", "copainsdavant.com", "tuenti.com", "hyves.nl", "nk.pl",
        "draugiem.lv", "orkut.com", "hi5.com", "friendster.com", "foursquare.com",
        "teams.mail.microsoft", NULL};
    g_autofree char *organisation = organisation_of(domain);
    return g_strv_contains(networks, organisation) || g_strv_contains(networks, domain);
}

/* The name of a mailbox that nobody reads has one of these in it, whatever stands around: pricealert,
 * no_replysnap, AutoNotification. */
static bool is_unread(const char *local)
{
    static const char *const parts[] = {"noreply",        "donotreply", "notification", "autoconfirm",
                                        "automail",       "autoemail",  "alert",        "noresponder",
                                        "nepasrepondre",  "nichtantworten", "benachrichtigung"};
    g_autoptr(GString) letters = g_string_new(NULL);
    for (const char *p = local; *p; p++)
        if (g_ascii_isalnum(*p))
            g_string_append_c(letters, g_ascii_tolower(*p));
    for (size_t i = 0; i < G_N_ELEMENTS(parts); i++)
        if (strstr(letters->str, parts[i]))
            return true;
    return false;
}

static void gather_author(struct evidence *e, const struct message *m)
{
    const char *mailbox = m->author.mailbox, *at = strrchr(mailbox, '@');
    if (!at)
        return;
    size_t len = (size_t)(at - mailbox);
    e->carrier = is_carrier(at + 1);
    e->network = is_network(at + 1);
    e->automatic = is_made_up(mailbox, len) || is_sending_host(at + 1) || is_of_server(m);
    while (len && g_ascii_isdigit(mailbox[len - 1]))
        len--;
    g_autofree char *local = g_strndup(mailbox, len);
    owned(wording) wording = wording_new(local, MAX_LOCAL_WORDS);
    gather_words(e, e->local, wording, MAX_LOCAL_WORDS, PLACE_LOCAL);
    e->automatic |= e->local[WORD_AUTOMATIC].best > 0 || is_unread(local);
    e->role = e->local[WORD_ROLE].best > 0;
    for (int k = 0; k < KIND_COUNT; k++)
        e->role |= e->local[k].best > 0;
    /* brand@brand.example, brandclub@mail.brand.example */
    const char *label = at + 1;
    e->role |= len > 2 && !g_ascii_strncasecmp(mailbox, label, len) && label[len] == '.';
    e->house = is_house(m->author.name, local, at + 1);
    e->role |= bears_house(local, at + 1) || e->house;
}

float evidence_of_name(const struct message *m, int class)
{
    struct evidence none = { 0 };
    struct support supports[WORD_CLASSES] = { 0 };
    owned(wording) wording = wording_new(m->author.name, MAX_LOCAL_WORDS);
    gather_words(&none, supports, wording, MAX_LOCAL_WORDS, PLACE_LOCAL);
    return supports[class].best;
}

/* What markup claims, she can see: it is hidden itself, and costs nothing to write. */
static bool bears_out(const struct message *m)
{
    for (const char *const *claim = m->claims; *claim; claim++)
        if (strlen(*claim) >= FEWEST_CLAIMED && (strstr(m->text, *claim) || strstr(m->subject, *claim)))
            return true;
    return false;
}

static void gather_schemas(struct evidence *e, const struct message *m)
{
    bool borne = bears_out(m);
    for (size_t i = 0; m->schemas[i]; i++)
        for (size_t k = 0; k < G_N_ELEMENTS(schemas); k++)
            if (!strcmp(m->schemas[i], schemas[k].type) && !e->schema[schemas[k].kind] &&
                (borne || schemas[k].kind == KIND_PROMOTION || schemas[k].kind == KIND_NEWSLETTER))
                e->schema[schemas[k].kind] = schemas[k].type;
}

/* Some mail programs do not name what they answer, but quote it. */
static void gather_reply(struct evidence *e, const struct message *m)
{
    struct addressing addressing = addressing_read(m, NULL, NULL);
    bool quotes = addressing.text_length > 0 && addressing.text_length < (unsigned)g_utf8_strlen(m->text, -1);
    e->reply = (*m->references && message_header(m, "In-Reply-To")) ||
               (addressing.subject == SUBJECT_REPLY && quotes);
    e->passed_on = addressing.subject != SUBJECT_NEW || quotes;
    e->renamed = e->reply && !addressing.prefixed;
}

void evidence_gather(struct evidence *e, const struct message *m)
{
    *e = (struct evidence){ 0 };
    gather_subject(e, m->in_subject, *m->subject == '[');
    gather_body(e, m->in_text, m->text);
    gather_author(e, m);
    gather_schemas(e, m);
    struct bulk bulk = bulk_read(m);
    e->bulk = bulk.strength + (e->body[WORD_BULK].best > 0 ? 0.4f : 0);
    e->bulk_headers = bulk.headers;
    e->faint = bulk.faint;
    e->discussion = bulk.discussion;
    e->named = bulk.headers && evidence_of_name(m, KIND_NEWSLETTER) > 0; /* "Yard Weekly" */
    gather_reply(e, m);
    /* "Ann Lee via Signatures": in her name a program writes. */
    e->automatic |= strcasestr(m->author.name, " via ") && !e->reply && !e->discussion;
    e->automatic |= bulk.automatic || (e->body[WORD_AUTOMATIC].best > 0 && !e->reply);
}
