/* Finds what was bought or booked where receipts name it: in lines with a price, and in the subject. */
#include <string.h>

#include "mail/dates.h"
#include "mail/places.h"
#include "mail/things.h"
#include "mail/vocabulary.h"
#include "mail/words.h"

#define LINES 80
#define LINE_BYTES 200
#define LINE_WORDS 40
#define LOOKED_AT 80 /* words of one text */

/* Sizes, colours, amounts and what else stands in lines of all kinds of things. */
static const char *const vain[] = {
    "size", "grosse", "taille", "talla", "colour", "color", "farbe", "couleur", "black", "white", "blue",
    "green", "grey", "gray", "schwarz", "weiss", "blau", "grun", "grau", "noir", "noire", "blanc",
    "blanche", "bleu", "bleue", "rouge", "vert", "verte", "gris", "grise", "pair", "paar", "paire", "pack",
    "piece", "pieces", "stuck", "stk", "pcs", "unit", "shipping", "versand", "livraison", "delivery",
    "porto", "postage", "handling", "lieferung", "envio", "frais", "total", "subtotal", "gesamt", "summe",
    "zwischensumme", "gesamtbetrag", "betrag", "montant", "amount", "sous", "tax", "vat", "mwst", "ust",
    "tva", "iva", "steuer", "net", "gross", "netto", "brutto", "discount", "rabatt", "remise", "voucher",
    "gutschein", "price", "preis", "prix", "paid", "bezahlt", "paye", "visa", "mastercard", "paypal",
    "card", "karte", "carte", "article", "artikel", "item", "items", "quantity", "menge", "quantite",
    "flight", "flug", "vol", "train", "number", "nummer", "numero", "reference", "start", "startnummer",
    "dossard", "registered", "angemeldet", "inscrit", "inscrite", "confirmed", "bestatigt", "confirmee",
    "registration", "anmeldung", "inscription", "booking", "buchung", "reservation", "monday", "tuesday",
    "wednesday", "thursday", "friday", "saturday", "sunday", "montag", "dienstag", "mittwoch", "donnerstag",
    "freitag", "samstag", "sonntag", "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi",
    "dimanche", "airport", "flughafen", "aeroport", "aeropuerto", "aeroporto", "station", "bahnhof",
    "hauptbahnhof", "gare", "terminal",
};

struct reading {
    const struct message *message;
    struct wording *author; /* owned */
    GPtrArray *things;
};

static bool is_among(const char *word, const struct wording *wording)
{
    for (guint i = 0; i < wording->tokens->len; i++)
        if (!strcmp(word, wording->spelt->str + g_array_index(wording->tokens, struct token, i).at))
            return true;
    return false;
}

static bool is_vain(const char *word, const struct wording *author)
{
    for (size_t i = 0; i < G_N_ELEMENTS(vain); i++)
        if (*word == *vain[i] && !strcmp(word, vain[i]))
            return true;
    return dates_has_month(word) || is_among(word, author);
}

/* Words that stand in a phrase of the table say what the message is for; elsewhere the same word may name the
 * thing: "half price", a half marathon. */
static void mark_phrase(void *ctx, const struct words_hit *hit)
{
    bool *marked = ctx;
    bool gap = g_strstr_len(hit->phrase, hit->len, "...") != NULL;
    for (guint i = 0; i < (gap ? 1 : hit->n_words) && hit->at + i < LOOKED_AT; i++)
        marked[hit->at + i] = true;
}

/* The words of WORDING that can name a thing, MOST of them. */
static GPtrArray *telling_words(const struct wording *wording, const struct wording *author, guint most)
{
    GPtrArray *words = g_ptr_array_new_with_free_func(g_free);
    bool marked[LOOKED_AT] = {false};
    words_find(wording, 0, LOOKED_AT, PLACE_EITHER, mark_phrase, marked);
    for (guint i = 0; i < MIN(wording->tokens->len, LOOKED_AT) && words->len < most; i++) {
        unsigned classes = g_array_index(wording->tokens, struct token, i).classes;
        char *word = marked[i] || classes & TOKEN_MONEY ? NULL : vocabulary_word(wording, i);
        const char *known = word ? place_name(word) : NULL;
        if (word && !is_vain(word, author) &&
            !g_ptr_array_find_with_equal_func(words, known, g_str_equal, NULL))
            g_ptr_array_add(words, g_strdup(known));
        g_free(word);
    }
    return words;
}

/* A thing has a name of its own beside words that stand in all sorts of mail. */
static bool is_named(const GPtrArray *words)
{
    for (guint i = 0; i < words->len; i++)
        if (!words_have(words->pdata[i]))
            return true;
    return false;
}

static void add(struct reading *reading, const struct wording *wording)
{
    g_autoptr(GPtrArray) words = telling_words(wording, reading->author, THING_WORDS);
    if (!is_named(words) || reading->things->len >= THINGS_MOST)
        return;
    g_ptr_array_add(words, NULL);
    g_autofree char *thing = g_strjoinv(" ", (char **)words->pdata);
    if (strlen(thing) < THING_BYTES &&
        !g_ptr_array_find_with_equal_func(reading->things, thing, g_str_equal, NULL))
        g_ptr_array_add(reading->things, g_steal_pointer(&thing));
}

/* 49.00, 1.234,50, or a currency beside a number. */
static bool has_price(const struct wording *line)
{
    unsigned classes = 0;
    for (guint i = 0; i < line->tokens->len; i++) {
        const struct token *token = &g_array_index(line->tokens, struct token, i);
        const char *word = line->spelt->str + token->at;
        size_t length = strlen(word);
        classes |= token->classes;
        if (token->classes & TOKEN_NUMBER && length >= 4 && strchr(".,", word[length - 3]))
            return true;
    }
    return classes & TOKEN_MONEY && classes & TOKEN_NUMBER;
}

static bool names_day(const struct wording *line, int64_t since)
{
    return since > 0 && dates_ahead(line, since).last;
}

/* Tables may have the price in a line of its own, below what it is for. */
static void read_lines(struct reading *reading, bool days)
{
    int64_t since = reading->message->received ? reading->message->received : reading->message->date;
    owned(wording) before = NULL;
    const char *p = reading->message->text;
    for (unsigned n = 0; *p && n < LINES && reading->things->len < THINGS_MOST; n++) {
        size_t length = strcspn(p, "\n"), cut = MIN(length, LINE_BYTES);
        while (cut && cut < length && (p[cut] & 0xc0) == 0x80) /* not within a character */
            cut--;
        g_autofree char *text = g_strndup(p, cut);
        owned(wording) line = wording_new(text, LINE_WORDS);
        bool priced = has_price(line);
        if (priced || (days && names_day(line, since))) {
            guint had = reading->things->len;
            g_autoptr(GPtrArray) words = telling_words(line, reading->author, THING_WORDS);
            add(reading, is_named(words) || !before || !priced ? line : before);
            before = had == reading->things->len ? before : (wording_free(before), NULL);
        }
        if (line->tokens->len && !priced) {
            wording_free(before);
            before = g_steal_pointer(&line);
        }
        p += length + (p[length] == '\n');
    }
}

static void add_text(struct reading *reading, const char *text)
{
    owned(wording) wording = wording_new(text, LINE_WORDS);
    add(reading, wording);
}

static void read_markup(struct reading *reading)
{
    for (const char *const *told = reading->message->told; *told; told++)
        add_text(reading, *told);
    add_text(reading, reading->message->event.summary);
}

bool things_are_told_by(enum kind kind)
{
    return kind == KIND_RECEIPT || kind == KIND_APPOINTMENT || kind == KIND_ACCOUNT;
}

char **things_read(const struct message *message, enum kind kind)
{
    owned(wording) author = wording_new(message->author.name, LINE_WORDS);
    struct reading reading = {message, author, g_ptr_array_new()};
    if (things_are_told_by(kind)) {
        read_markup(&reading);
        add(&reading, message->in_subject);
    }
    if (things_are_told_by(kind) && !*message->told) /* which says the same, and better */
        read_lines(&reading, kind != KIND_RECEIPT);
    g_ptr_array_add(reading.things, NULL);
    return (char **)g_ptr_array_free(reading.things, FALSE);
}

/* --- mentions ------------------------------------------------------------------------------------------- */

#define SUBJECT_WORDS 24
#define TEXT_WORDS 24
#define COMMON_MOST 0.75 /* of a word that stands in all mail of the sender, this much does not count */
#define PART 0.5         /* of a compound, of which one word is a part */
#define BESIDE 0.5       /* of a word that is none of the thing's: it may praise it, or name another, ... */
#define ELSEWHERE 1.0    /* ... or another route from the same place, another concert in the same hall */
#define SURE 0.7         /* of what a message is about: from there on, it is about nothing else */
#define UNSURE 0.45      /* up to there it is about something else */

struct mention {
    char *word;
    double counts; /* 0 to 1 */
    bool usual;    /* it stands in all sorts of mail: no name, and says nothing of what else it is about */
};

struct mentions {
    GArray *list; /* struct mention */
};

static void clear_mention(gpointer mention)
{
    g_free(((struct mention *)mention)->word);
}

struct mentions *mentions_new(const struct message *message, mentions_common *common, const void *data)
{
    struct mentions *mentions = g_new0(struct mentions, 1);
    owned(wording) author = wording_new(message->author.name, LINE_WORDS);
    g_autoptr(GPtrArray) words = telling_words(message->in_subject, author, SUBJECT_WORDS);
    if (!words->len) {
        g_ptr_array_unref(words);
        words = telling_words(message->in_text, author, TEXT_WORDS);
    }
    mentions->list = g_array_new(FALSE, FALSE, sizeof(struct mention));
    g_array_set_clear_func(mentions->list, clear_mention);
    for (guint i = 0; i < words->len; i++) {
        double share = common ? common(words->pdata[i], data) : 0;
        struct mention mention = {g_strdup(words->pdata[i]), 1 - COMMON_MOST * CLAMP(share, 0, 1),
                                  words_have(words->pdata[i])};
        g_array_append_val(mentions->list, mention);
    }
    return mentions;
}

void mentions_free(struct mentions *mentions)
{
    if (!mentions)
        return;
    g_array_unref(mentions->list);
    g_free(mentions);
}

/* Whether two words are one but for their ends, or one begins or ends the other: 1, PART or 0. */
static double same_word(const char *a, const char *b)
{
    size_t same = 0, one = strlen(a), other = strlen(b);
    while (a[same] && a[same] == b[same])
        same++;
    size_t shorter = MIN(one, other), longer = MAX(one, other);
    if (same == longer || (shorter >= 4 && same + 1 >= shorter && longer - same <= 2))
        return 1;
    bool ends = shorter >= 5 && !strcmp(a + (one - shorter), b + (other - shorter));
    return ends || (shorter >= 5 && same == shorter) ? PART : 0;
}

/* The best of MENTIONS for WORD, or NULL. */
static const struct mention *find(const struct mentions *mentions, const char *word, double *part)
{
    const struct mention *best = NULL;
    *part = 0;
    for (guint i = 0; i < mentions->list->len; i++) {
        const struct mention *mention = &g_array_index(mentions->list, struct mention, i);
        double same = same_word(mention->word, word);
        if (same > *part) {
            *part = same;
            best = mention;
        }
    }
    return best;
}

double mentions_share(const struct mentions *mentions, const char *thing, enum kind kind, char **words)
{
    g_auto(GStrv) all = g_strsplit(thing, " ", THING_WORDS);
    g_autoptr(GString) told = g_string_new(NULL);
    double found = 0, lacks = 0, all_words = 0;
    bool named = false;
    for (guint i = 0; i < mentions->list->len; i++) {
        const struct mention *mention = &g_array_index(mentions->list, struct mention, i);
        all_words += mention->usual ? 0 : mention->counts;
    }
    for (char **word = all; *word; word++) {
        double part;
        const struct mention *mention = find(mentions, *word, &part);
        lacks += 1 - (mention ? part : 0);
        if (!mention)
            continue;
        found += part * mention->counts;
        all_words += mention->usual ? mention->counts : 0;
        named |= !mention->usual;
        g_string_append_printf(told, "%s%s", told->len ? " " : "", *word);
    }
    if (words)
        *words = g_strdup(told->str);
    if (!named)
        return 0;
    double covers = found / (found + lacks);
    double beside = kind == KIND_APPOINTMENT ? ELSEWHERE : BESIDE;
    double nothing_else = found / (found + beside * MAX(all_words - found, 0));
    double share = MIN(found, 1) * MAX(covers, 0.9 * nothing_else);
    return CLAMP((share - UNSURE) / (SURE - UNSURE), 0, 1);
}
