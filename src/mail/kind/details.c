/* Finds prices, sizes and names in lines of receipts and bookings. */
#include <string.h>

#include "mail/details.h"
#include "mail/words.h"
#include "things-private.h"

#define PRICE_MOST 10000000.0
#define PERSON_WORDS 4
#define SAVED_WITHIN 3 /* words */
#define BESIDE_MONEY 2 /* of how sure an amount is */

/* As they stand in a line; the first is what they are called. */
static const struct {
    const char *name, *marks[3];
} currencies[] = {
    {"eur", {"€", "euros", "euro"}}, {"gbp", {"£", NULL, NULL}}, {"pln", {"zł", "zl", NULL}},
    {"jpy", {"¥", "円", NULL}},      {"inr", {"₹", NULL, NULL}}, {"rub", {"₽", "руб", NULL}},
    {"uah", {"₴", "грн", NULL}},     {"krw", {"₩", "원", NULL}}, {"try", {"₺", "tl", NULL}},
    {"czk", {"kč", "kc", NULL}},     {"usd", {"$", NULL, NULL}},
};

static const char *const sizes[] = {"size", "grosse", "taille", "talla", "maat", "taglia", "tamanho",
                                    "rozmiar", "storlek", "velikost", "meret", "beden"};

/* Before who travels or stays. */
static const char *const travels[] = {
    "passenger", "passengers", "traveller", "travellers", "traveler", "travelers", "guest",    "guests",
    "fahrgast",  "passagier",  "passagiere", "reisende",  "reisender", "gast",     "gaste",    "passager",
    "passagers", "voyageur",   "voyageurs", "voyageuse",  "pasajero", "pasajeros", "viajero",  "huesped",
    "passeggero", "passeggeri", "ospite",   "passageiro", "passageiros", "hospede", "reiziger", "reizigers",
    "participant", "participants", "participante", "attendee", "attendees", "athlete", "teilnehmer",
    "teilnehmerin", "teilnehmende", "partecipante", "deelnemer", "uczestnik", "coureur",
    "pasazer",   "cestujici",  "resenar",   "utas",       "yolcu",
};

/* Likewise, where no blanks part words. */
static const char *const unparted[] = {"搭乗者", "乗客", "宿泊者", "旅客", "乘客", "入住人", "탑승자", "승객"};

static const char *word_at(const struct wording *wording, guint i, unsigned *classes)
{
    *classes = 0;
    if (i >= wording->tokens->len)
        return "";
    const struct token *token = &g_array_index(wording->tokens, struct token, i);
    *classes = token->classes;
    return wording->spelt->str + token->at;
}

/* Of the first sign or word of money in LINE. */
static const char *currency_of(const char *line, const struct wording *wording)
{
    for (guint i = 0; i < wording->tokens->len; i++) {
        unsigned classes;
        const char *word = word_at(wording, i, &classes);
        if (!(classes & TOKEN_MONEY))
            continue;
        for (size_t k = 0; k < G_N_ELEMENTS(currencies); k++)
            for (size_t m = 0; m < G_N_ELEMENTS(currencies[k].marks); m++) {
                const char *mark = currencies[k].marks[m];
                if (mark && (!strcmp(word, "$") ? strstr(line, mark) != NULL : !strcmp(word, mark)))
                    return currencies[k].name;
            }
        return strcmp(word, "$") != 0 ? word : "";
    }
    return "";
}

/* Whether the first LENGTH bytes of WORD are digits, or groups of three behind one sign that is not POINT. */
static bool is_whole(const char *word, size_t length, char point)
{
    size_t first = strcspn(word, ".,");
    if (first >= length)
        return true;
    for (size_t i = first; i < length; i++)
        if ((i - first) % 4 ? !g_ascii_isdigit(word[i]) : word[i] != word[first])
            return false;
    return first <= 3 && word[first] != point && (length - first) % 4 == 0;
}

/* 1.234,50, 12,800 and 49; 0: WORD is no amount. */
static double amount_of(const char *word)
{
    g_autoptr(GString) plain = g_string_new(NULL);
    size_t length = strlen(word);
    bool decimal = length >= 4 && strchr(".,", word[length - 3]);
    if (!is_whole(word, decimal ? length - 3 : length, decimal ? word[length - 3] : 0))
        return 0;
    for (size_t i = 0; i < length; i++) {
        bool point = strchr(".,", word[i]);
        if (!point && !g_ascii_isdigit(word[i]))
            return 0;
        if (!point || (decimal && i == length - 3))
            g_string_append_c(plain, point ? '.' : word[i]);
    }
    double amount = g_ascii_strtod(plain->str, NULL);
    return amount < PRICE_MOST ? amount : 0;
}

/* "Save 40 EUR", "40 EUR off": what is not to be paid. */
static bool is_saved(const struct wording *wording, guint i)
{
    static const char *const ahead[] = {"save", "saving", "saved", "spare", "sparen", "sparst", "economisez",
                                        "ahorra", "risparmia", "bespaar", "poupe", "rabatt", "gutschein",
                                        "voucher", "coupon", "remise", "bon", "discount", "credit"};
    static const char *const behind[] = {"off", "sparen", "gespart", "rabatt", "gutschein", "gutscheine",
                                         "voucher", "coupon", "moins", "remise", "less", "cashback",
                                         "gunstiger", "korting", "rabat", "sconto", "descuento",
                                         "discount", "credit", "reduction", "cheaper"};
    unsigned classes;
    for (guint back = 1; back <= SAVED_WITHIN && back <= i; back++)
        if (is_among(word_at(wording, i - back, &classes), ahead, G_N_ELEMENTS(ahead)))
            return true;
    const char *next = word_at(wording, i + 1, &classes);
    if (classes & TOKEN_MONEY)
        next = word_at(wording, i + 2, &classes);
    return is_among(next, behind, G_N_ELEMENTS(behind));
}

/* The amount at token I: with two decimals, or beside money. *SURE: 1 to 3, the more, the more of these. */
static double price_at(const struct wording *wording, guint i, int *sure)
{
    unsigned classes, before = 0, behind;
    const char *word = word_at(wording, i, &classes);
    size_t length = strlen(word);
    *sure = 0;
    if (!(classes & TOKEN_NUMBER))
        return 0;
    if (i)
        word_at(wording, i - 1, &before);
    word_at(wording, i + 1, &behind);
    if (behind & TOKEN_PERCENT)
        return 0;
    bool decimal = length >= 4 && strchr(".,", word[length - 3]);
    *sure = ((before | behind) & TOKEN_MONEY ? BESIDE_MONEY : 0) + decimal;
    return *sure ? amount_of(word) : 0;
}

/* The first of the surest amounts; 0: none. */
static double price_of(const struct wording *wording)
{
    double price = 0;
    int best = 0;
    for (guint i = 0; i < wording->tokens->len; i++) {
        int sure;
        double here = price_at(wording, i, &sure);
        if (here > 0 && sure > best) {
            best = sure;
            price = here;
        }
    }
    return price;
}

bool details_has_price(const struct wording *wording)
{
    int sure = 0;
    for (guint i = 0; i < wording->tokens->len && !sure; i++)
        price_at(wording, i, &sure);
    return sure > 0;
}

bool details_prices(const char *line, const char *currency, double *lowest, double *highest)
{
    owned(wording) wording = wording_new(line, LINE_WORDS);
    const char *here = currency_of(line, wording);
    bool any = false, beside = false;
    if (*here && *currency && strcmp(here, currency) != 0)
        return false;
    for (guint i = 0; i < wording->tokens->len; i++) {
        int sure;
        double price = price_at(wording, i, &sure);
        if (price <= 0 || (beside && sure < BESIDE_MONEY) || is_saved(wording, i))
            continue;
        any &= beside || sure < BESIDE_MONEY; /* what stands beside no money may be a weight */
        beside |= sure >= BESIDE_MONEY;
        *lowest = any ? MIN(*lowest, price) : price;
        *highest = any ? MAX(*highest, price) : price;
        any = true;
    }
    return any;
}

static bool is_size(const char *word)
{
    static const char *const letters[] = {"xs", "s", "m", "l", "xl", "xxl", "xxxl"};
    return is_among(word, letters, G_N_ELEMENTS(letters)) ||
           (g_ascii_isdigit(*word) && strlen(word) <= 5 && strspn(word, "0123456789.,/") == strlen(word));
}

void details_read(struct details *details, const char *line, const struct wording *wording)
{
    double price = *details->currency ? 0 : price_of(wording);
    const char *currency = currency_of(line, wording);
    if (price > 0 && (details->price <= 0 || *currency)) {
        details->price = price;
        g_strlcpy(details->currency, currency, sizeof details->currency);
    }
    for (guint i = 0; i < wording->tokens->len; i++) {
        unsigned classes;
        const char *next = word_at(wording, i + 1, &classes);
        if (!*details->size && is_among(word_at(wording, i, &classes), sizes, G_N_ELEMENTS(sizes)) &&
            is_size(next))
            g_strlcpy(details->size, next, sizeof details->size);
    }
}

void details_add_person(struct details *details, const char *name)
{
    owned(wording) words = wording_new(name, PERSON_WORDS);
    g_autoptr(GString) person = g_string_new(NULL);
    for (guint i = 0; i < words->tokens->len; i++) {
        unsigned classes;
        const char *word = word_at(words, i, &classes);
        if (classes & (TOKEN_NUMBER | TOKEN_MONEY | TOKEN_PERCENT))
            return;
        g_string_append_printf(person, "%s%s", i ? " " : "", word);
    }
    size_t had = strlen(details->people);
    if (words->tokens->len < 2 || strstr(details->people, person->str) ||
        had + person->len + 3 > sizeof details->people)
        return;
    g_snprintf(details->people + had, sizeof details->people - had, "%s%s", had ? ", " : "", person->str);
}

/* "Passengers: Kim Larsen, Jo Larsen"; titles are left out. */
bool details_read_people(struct details *details, const char *line)
{
    static const char *const titles[] = {"mr", "mrs", "ms", "mx", "dr", "herr", "frau", "mme",
                                         "m",  "sr",  "sra"};
    static const char wide[] = "：";
    const char *colon = strstr(line, wide) ? strstr(line, wide) : strchr(line, ':');
    if (!colon)
        return false;
    g_autofree char *before = g_strndup(line, (gsize)(colon - line));
    owned(wording) label = wording_new(before, 3);
    bool is_label = false;
    for (guint i = 0; i < label->tokens->len && !is_label; i++) {
        unsigned classes;
        is_label = is_among(word_at(label, i, &classes), travels, G_N_ELEMENTS(travels));
    }
    for (size_t i = 0; i < G_N_ELEMENTS(unparted) && !is_label; i++)
        is_label = strstr(before, unparted[i]) != NULL;
    colon += *colon == ':' ? 1 : strlen(wide);
    g_auto(GStrv) names = is_label ? g_strsplit_set(colon, ",;/&", PERSON_WORDS) : g_new0(char *, 1);
    for (char **name = names; *name; name++) {
        const char *at = g_strchug(*name);
        size_t length = strcspn(at, " .");
        g_autofree char *first = g_utf8_strdown(at, (gssize)length);
        at += is_among(first, titles, G_N_ELEMENTS(titles)) ? length + (at[length] == '.') : 0;
        details_add_person(details, at);
    }
    return is_label;
}

/* --- as a text ------------------------------------------------------------------------------------------ */

char *details_text(const struct details *details)
{
    g_autoptr(GString) text = g_string_new(NULL);
    if (details->price > 0) {
        char price[G_ASCII_DTOSTR_BUF_SIZE];
        g_string_append_printf(text, " =%s%s%s", g_ascii_formatd(price, sizeof price, "%.2f", details->price),
                               *details->currency ? " " : "", details->currency);
    }
    if (*details->size)
        g_string_append_printf(text, " #%s", details->size);
    if (*details->people)
        g_string_append_printf(text, " @%s", details->people);
    return g_strdup(text->len ? text->str + 1 : "");
}

size_t details_at(const char *told)
{
    return strcspn(told, "=#@");
}

static void copy_until(char *to, size_t size, const char *from, const char *end)
{
    size_t length = MIN(size - 1, strcspn(from, end));
    while (length && ((guchar)from[length] & 0xc0) == 0x80) /* not within a character */
        length--;
    g_strlcpy(to, from, length + 1);
    g_strchomp(to);
}

struct details details_of(const char *text)
{
    struct details details = {0};
    const char *price = strchr(text, '='), *size = strchr(text, '#'), *people = strchr(text, '@');
    char *behind = NULL;
    if (price) {
        details.price = CLAMP(g_ascii_strtod(price + 1, &behind), 0, PRICE_MOST);
        copy_until(details.currency, sizeof details.currency, behind + (*behind == ' '), "#@");
    }
    if (size)
        copy_until(details.size, sizeof details.size, size + 1, " @");
    if (people)
        copy_until(details.people, sizeof details.people, people + 1, "=#@");
    return details;
}

/* Names begin with capitals. */
static void append_names(GString *text, const char *names)
{
    bool begins = true;
    for (const char *p = names; *p; p = g_utf8_next_char(p)) {
        gunichar c = g_utf8_get_char(p);
        g_string_append_unichar(text, begins ? g_unichar_toupper(c) : c);
        begins = c == ' ';
    }
}

char *details_show(const struct details *details)
{
    g_autoptr(GString) text = g_string_new(NULL);
    if (details->price > 0) {
        char price[G_ASCII_DTOSTR_BUF_SIZE];
        g_autofree char *currency = g_utf8_strup(details->currency, -1);
        g_string_append_printf(text, ", %s%s%s", g_ascii_formatd(price, sizeof price, "%.2f", details->price),
                               *currency ? " " : "", currency);
    }
    if (*details->size)
        g_string_append_printf(text, ", size %s", details->size);
    if (*details->people) {
        g_string_append(text, ", for ");
        append_names(text, details->people);
    }
    return g_strdup(text->len ? text->str + 2 : "");
}
