/* Finds the numbers of orders and bookings by the words before them. */
#include <stdbool.h>
#include <string.h>

#include "mail/business.h"
#include "mail/words.h"

#define MOST_WORDS 150 /* of the text that are looked at */
#define FEWEST 5       /* characters of a number behind such a word, ... */
#define FEWEST_BESIDE 4 /* ... right behind it, or parted only by "no." and the like, ... */
#define BESIDE 2       /* ... which are so many words */
#define ALONE 6        /* of one without it: shorter ones are prices, years and houses */
#define NEAR 3         /* words */
#define FAR 12         /* words, where it is only asked whether a number is one of hers */

/* What comes before the number of an order or a booking begins with one of these. */
static const char *const leads[] = {"order",        "bestell",  "auftrag",  "booking",   "buchung",
                                    "reserv",       "invoice",  "rechnung", "reference", "referenz",
                                    "confirmation", "commande", "pedido",   "ordine",    "tracking",
                                    "sendung",      "parcel",   "paket",   "facture",
                                    "factura",      "fattura",  "faktur",  "fatura",
                                    "prenotazione", "encomenda", "zamow",  "rezerw",
                                    "bestall",      "bokning",  "objednav", "rendeles",
                                    "siparis",      "rezerv",   "заказ",   "замовлен",
                                    "бронирован",   "παραγγελ",
                                    "bestelnummer", "boeking",  "lieferschein", "dispatch",
                                    "vorgang",      "dossier",  "purchase",     "achat"};

/* Likewise, where it is only asked whether a number is one of hers. */
static const char *const asks[] = {"liefer", "livr", "deliver", "ship", "sent", "sold", "bought", "kauf",
                                   "gekauft", "achat", "achet", "purchase", "item", "article", "artikel",
                                   "product", "produ", "ware"};

/* Where no blanks part words, the last character of one of these, right before the number: 注文番号, 订单, 번호 */
static const char *const last_glyphs[] = {"号", "號", "호", "文", "单", "單"};

struct reading {
    GPtrArray *keys;
    bool subject;
};

static bool is_lead(const char *word)
{
    for (size_t i = 0; i < G_N_ELEMENTS(leads); i++)
        if (*word == *leads[i] && g_str_has_prefix(word, leads[i]))
            return true;
    return !strcmp(word, "ref") || !strcmp(word, "job");
}

static bool is_last_glyph(const char *word)
{
    for (size_t i = 0; i < G_N_ELEMENTS(last_glyphs); i++)
        if (!strcmp(word, last_glyphs[i]))
            return true;
    return false;
}

static void add(GPtrArray *keys, char *key)
{
    if (keys->len < BUSINESS_MOST && !g_ptr_array_find_with_equal_func(keys, key, g_str_equal, NULL))
        g_ptr_array_add(keys, key);
    else
        g_free(key);
}

/* 0800-1234567, 030/1234567: who orders by telephone finds it in all mail of the shop. */
static bool is_telephone(const char *word)
{
    return *word == '0' && strpbrk(word, "-/");
}

/* Letters and digits, from a letter on. */
static bool is_mixed(const char *word)
{
    size_t letters = strcspn(word, "0123456789");
    return g_ascii_isalpha(*word) && word[letters];
}

/* The number at token I of at least LEAST characters; BESIDE its word also one of two parts, the first of
 * letters and digits: A9W5-BN78. NULL: none. The caller frees it. */
static char *number_at(const struct wording *text, guint i, size_t least, bool beside)
{
    const char *word = wording_word(text, i);
    unsigned classes = g_array_index(text->tokens, struct token, i).classes;
    bool more = i + 1 < text->tokens->len;
    unsigned next = more ? g_array_index(text->tokens, struct token, i + 1).classes : 0;
    const char *part = next & TOKEN_NUMBER ? wording_word(text, i + 1) : "";
    if (beside && is_mixed(word) && !(next & TOKEN_APART) && strlen(part) > 1 &&
        strlen(word) + strlen(part) >= least)
        return g_strconcat(word, part, NULL);
    /* The code of a place, and the number there. */
    bool dials = strlen(word) < FEWEST && (*word == '0' || strlen(part) >= FEWEST);
    return classes & TOKEN_ID && strlen(word) >= least && !dials ? g_strdup(word) : NULL;
}

static bool is_number(const struct wording *text, guint i)
{
    return g_array_index(text->tokens, struct token, i).classes & TOKEN_NUMBER;
}

static void take_number(struct reading *reading, const struct wording *text, guint i)
{
    const char *before = i ? wording_word(text, i - 1) : "";
    guint since = 0; /* the last word that leads to one */
    while (since <= NEAR && (since > i || !is_lead(wording_word(text, i - since))))
        since++;
    bool beside = since <= BESIDE, led = since <= NEAR || is_last_glyph(before);
    /* +49 30, 0800: what may begin a telephone number. */
    bool dialled = i && is_number(text, i - 1) && (*before == '0' || strlen(before) <= 3);
    bool may = !dialled && !is_telephone(wording_word(text, i));
    size_t least = beside ? FEWEST_BESIDE : led ? FEWEST : ALONE;
    char *number = may && (led || reading->subject) ? number_at(text, i, least, beside) : NULL;
    if (number)
        add(reading->keys, number);
}

static void take_words(struct reading *reading, const struct wording *wording)
{
    for (guint i = 0; i < MIN(wording->tokens->len, MOST_WORDS); i++)
        if (is_number(wording, i))
            take_number(reading, wording, i);
}

char **business_read(const struct message *message, int64_t ahead)
{
    struct reading reading = {.keys = g_ptr_array_new(), .subject = true};
    GDateTime *day = ahead > 0 ? g_date_time_new_from_unix_utc(ahead) : NULL;
    take_words(&reading, message->in_subject);
    reading.subject = false;
    take_words(&reading, message->in_text);
    if (day)
        add(reading.keys, g_date_time_format(day, "%Y-%m-%d"));
    g_clear_pointer(&day, g_date_time_unref);
    g_ptr_array_add(reading.keys, NULL);
    return (char **)g_ptr_array_free(reading.keys, FALSE);
}

static bool asks_for(const char *word)
{
    for (size_t i = 0; i < G_N_ELEMENTS(asks); i++)
        if (*word == *asks[i] && g_str_has_prefix(word, asks[i]))
            return true;
    return is_lead(word);
}

static bool is_led(const struct wording *text, guint at, guint far)
{
    for (guint i = at; i > 0 && at - i < far; i--)
        if (asks_for(wording_word(text, i - 1)) || (i == at && is_last_glyph(wording_word(text, i - 1))))
            return true;
    return false;
}

char *business_next(const struct wording *text, guint *at)
{
    char *number = NULL;
    while (*at < text->tokens->len && !number) {
        guint i = (*at)++;
        bool may = is_number(text, i);
        bool beside = may && is_led(text, i, BESIDE);
        if (may && is_led(text, i, FAR))
            number = number_at(text, i, beside ? FEWEST_BESIDE : FEWEST, beside);
    }
    return number;
}

bool business_is_day(const char *key)
{
    return strlen(key) == 10 && key[4] == '-' && key[7] == '-' && g_ascii_isdigit(*key);
}

int64_t business_day(const char *const *keys)
{
    for (; *keys; keys++) {
        g_autofree char *noon = g_strconcat(*keys, "T12:00:00Z", NULL);
        GDateTime *day = business_is_day(*keys) ? g_date_time_new_from_iso8601(noon, NULL) : NULL;
        int64_t when = day ? g_date_time_to_unix(day) : 0;
        g_clear_pointer(&day, g_date_time_unref);
        if (when)
            return when;
    }
    return 0;
}

bool business_is_told_by(enum kind kind)
{
    return kind == KIND_RECEIPT || kind == KIND_SHIPPING || kind == KIND_APPOINTMENT;
}
