/* Finds what was bought or booked where receipts name it: in lines with a price, and in the subject. */
#include <string.h>

#include "mail/dates.h"
#include "mail/details.h"
#include "mail/html.h"
#include "mail/places.h"
#include "mail/things.h"
#include "mail/vocabulary.h"
#include "mail/words.h"
#include "things-private.h"

#define BETWEEN 4 /* lines between what is bought and its price: its number, colour, size, how many */
#define LOOKED_AT 80 /* words of one text */

/* Sizes, colours and what else stands in lines of all kinds of things. */
static const char *const vain[] = {
    "size", "grosse", "taille", "talla", "colour", "color", "farbe", "couleur", "black", "white", "blue",
    "green", "grey", "gray", "schwarz", "weiss", "blau", "grun", "grau", "noir", "noire", "blanc",
    "blanche", "bleu", "bleue", "rouge", "vert", "verte", "gris", "grise", "pair", "paar", "paire", "pack",
    "piece", "pieces", "stuck", "stk", "pcs", "unit", "price", "preis", "prix", "article", "artikel",
    "item", "items", "quantity", "menge", "quantite",
    "flight", "flug", "vol", "train", "number", "nummer", "numero", "reference", "start", "startnummer",
    "dossard", "registered", "angemeldet", "inscrit", "inscrite", "confirmed", "bestatigt", "confirmee",
    "registration", "anmeldung", "inscription", "booking", "buchung", "reservation", "monday", "tuesday",
    "wednesday", "thursday", "friday", "saturday", "sunday", "montag", "dienstag", "mittwoch", "donnerstag",
    "freitag", "samstag", "sonntag", "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi",
    "dimanche", "airport", "flughafen", "aeroport", "aeropuerto", "aeroporto", "station", "bahnhof",
    "hauptbahnhof", "gare", "terminal",
};

/* Words of lines whose price is of no thing in particular. */
static const char *const sums[] = {
    "shipping", "versand", "livraison", "delivery", "porto", "postage", "handling", "lieferung", "envio",
    "frais", "total", "subtotal", "gesamt", "summe", "zwischensumme", "gesamtbetrag", "betrag", "montant",
    "amount", "sous", "tax", "vat", "mwst", "ust", "tva", "iva", "steuer", "net", "gross", "netto", "brutto",
    "discount", "rabatt", "remise", "voucher", "gutschein", "paid", "bezahlt", "paye", "visa", "mastercard",
    "paypal", "card", "karte", "carte", "totale", "spedizione", "importe", "suma", "razem",
    "wysylka", "totaal", "verzending", "btw", "summa", "frakt", "moms", "celkem", "doprava", "dph",
    "toplam", "kargo", "kdv", "osszesen", "szallitas", "afa", "итого", "доставка",
    "разом", "συνολο", "valor", "tutar", "kwota", "zaplaty",
};

/* Before a colon they say of what kind the thing is, and name none. */
static const char *const labels[] = {
    "size", "grosse", "taille", "talla", "colour", "color", "farbe", "couleur", "colore", "kleur", "kolor",
    "barva", "farg", "cor", "quantity", "qty", "menge", "anzahl", "quantite", "cantidad", "quantita",
    "aantal", "variant", "variante", "material", "style",
};

struct reading {
    const struct message *message;
    struct wording *author; /* owned */
    GPtrArray *things;
    struct details details[THINGS_MOST]; /* of each */
    struct details people;
    bool marked; /* markup told of things: the lines say the same, and worse, but for the price */
};

static bool is_among(const char *word, const char *const *words, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (*word == *words[i] && !strcmp(word, words[i]))
            return true;
    return false;
}

static bool is_sum(const struct wording *line)
{
    for (size_t i = 0; i < G_N_ELEMENTS(sums); i++)
        if (wording_has(line, sums[i]))
            return true;
    return false;
}

static bool is_vain(const char *word, const struct wording *author)
{
    return is_among(word, vain, G_N_ELEMENTS(vain)) || is_among(word, sums, G_N_ELEMENTS(sums)) ||
           dates_has_month(word) || (author && wording_has(author, word));
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

GPtrArray *telling_words(const struct wording *wording, const struct wording *author, guint most)
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

bool is_named(const GPtrArray *words)
{
    for (guint i = 0; i < words->len; i++)
        if (!words_have(words->pdata[i]))
            return true;
    return false;
}

static struct details *add(struct reading *reading, const struct wording *wording)
{
    g_autoptr(GPtrArray) words = telling_words(wording, reading->author, THING_WORDS);
    guint at;
    if (!is_named(words))
        return NULL;
    g_ptr_array_add(words, NULL);
    g_autofree char *thing = g_strjoinv(" ", (char **)words->pdata);
    if (g_ptr_array_find_with_equal_func(reading->things, thing, g_str_equal, &at))
        return &reading->details[at];
    if (strlen(thing) >= THING_BYTES - DETAILS_BYTES || reading->things->len >= THINGS_MOST)
        return NULL;
    g_ptr_array_add(reading->things, g_steal_pointer(&thing));
    return &reading->details[reading->things->len - 1];
}

/* The thing that markup told of all of whose words stand in LINE, or NULL. */
static struct details *told_in(struct reading *reading, const struct wording *line)
{
    g_autoptr(GPtrArray) here = telling_words(line, reading->author, LINE_WORDS);
    for (guint i = 0; i < reading->things->len; i++) {
        g_auto(GStrv) words = g_strsplit(reading->things->pdata[i], " ", THING_WORDS);
        bool all = true;
        for (char **word = words; *word && all; word++)
            all = g_ptr_array_find_with_equal_func(here, *word, g_str_equal, NULL);
        if (all)
            return &reading->details[i];
    }
    return NULL;
}

static bool has_money(const struct wording *line)
{
    unsigned classes = 0;
    for (guint i = 0; i < line->tokens->len; i++)
        classes |= g_array_index(line->tokens, struct token, i).classes;
    return classes & TOKEN_MONEY;
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

/* 89,- and 89.–, beside no currency. */
static bool has_dash(const char *line)
{
    static const char *const dashes[] = {"-", "–", "—"};
    for (const char *p = line; (p = strpbrk(p, ".,")); p++) {
        int digits = 0;
        while (digits < p - line && g_ascii_isdigit(p[-1 - digits]))
            digits++;
        for (size_t i = 0; digits && digits < 5 && i < G_N_ELEMENTS(dashes); i++)
            if (g_str_has_prefix(p + 1, dashes[i]))
                return true;
    }
    return false;
}

/* From 29 EUR, now only 29 EUR: what is offered, not what was bought. */
static bool is_offered(const struct wording *line)
{
    static const char *const offers[] = {"from", "ab", "des", "desde", "vanaf", "od", "fran", "now", "jetzt",
                                         "only", "just", "nur", "seulement", "solo", "slechts", "endast",
                                         "maintenant", "ora", "ahora", "teraz", "tylko"};
    const char *words[2] = {"", ""}; /* before the number */
    for (guint i = 0; i < line->tokens->len; i++) {
        const struct token *token = &g_array_index(line->tokens, struct token, i);
        const char *word = line->spelt->str + token->at;
        if (token->classes & TOKEN_NUMBER && (is_among(words[0], offers, G_N_ELEMENTS(offers)) ||
                                              is_among(words[1], offers, G_N_ELEMENTS(offers))))
            return true;
        words[0] = words[1];
        words[1] = word;
    }
    return false;
}

static bool names_day(const struct wording *line, int64_t since)
{
    return since > 0 && dates_ahead(line, since).last;
}

char *line_copy(const char *line, size_t length)
{
    size_t cut = MIN(length, LINE_BYTES);
    while (cut && cut < length && (line[cut] & 0xc0) == 0x80) /* not within a character */
        cut--;
    return g_strndup(line, cut);
}

/* A line of a message, and what it says of the thing that it names, or that the line before it does. */
struct line {
    char *text;
    struct wording *wording;
};

static void line_clear(struct line *line)
{
    g_clear_pointer(&line->wording, wording_free);
    g_clear_pointer(&line->text, g_free);
}

static struct line line_at(const char *p, size_t length)
{
    char *text = line_copy(p, length);
    return (struct line){text, wording_new(text, LINE_WORDS)};
}

static bool is_label(const char *line)
{
    size_t length = strcspn(line, ":");
    g_autofree char *before = g_strndup(line, length);
    owned(wording) label = wording_new(before, 2);
    return line[length] && label->tokens->len == 1 &&
           is_among(label->spelt->str, labels, G_N_ELEMENTS(labels));
}

static bool names_thing(const struct reading *reading, const struct line *line)
{
    if (is_label(line->text))
        return false;
    g_autoptr(GPtrArray) words = telling_words(line->wording, reading->author, THING_WORDS);
    return is_named(words);
}

/* What a line of money or a size may be for: the line that named something last, and what came since. */
struct above {
    struct line line;
    struct details since;
    unsigned lines;
};

static void above_set(struct above *above, struct line line)
{
    line_clear(&above->line);
    *above = (struct above){.line = line};
}

static void take_line(struct reading *reading, const struct line *line, const struct above *above,
                      bool priced)
{
    const struct line *of = above ? &above->line : line;
    struct details *details = reading->marked ? told_in(reading, of->wording) : add(reading, of->wording);
    if (!details || !priced)
        return;
    details_read(details, of->text, of->wording);
    if (above && !*details->size)
        memcpy(details->size, above->since.size, sizeof details->size);
    details_read(details, line->text, line->wording);
}

/* Tables may have the size and the price in lines of their own, below what they are for. */
static void read_lines(struct reading *reading, bool days)
{
    int64_t since = reading->message->received ? reading->message->received : reading->message->date;
    struct above above = {0};
    const char *p = reading->message->text;
    for (unsigned n = 0; *p && n < LINES; n++) {
        size_t length = strcspn(p, "\n");
        struct line line = line_at(p, length);
        bool priced = has_price(line.wording), names = names_thing(reading, &line);
        details_read_people(&reading->people, line.text);
        if (priced && !names && above.line.text && above.lines <= BETWEEN && !is_sum(line.wording))
            take_line(reading, &line, &above, true);
        else if (priced || (days && names_day(line.wording, since)))
            take_line(reading, &line, NULL, priced);
        /* A weight or a size may stand between what is bought and its price. */
        bool weak = priced && !names && above.line.text && !has_money(line.wording) &&
                    !is_sum(line.wording);
        if ((priced && !weak) || names) {
            above_set(&above, priced ? (struct line){0} : line);
        } else {
            details_read(&above.since, line.text, line.wording);
            above.lines += line.wording->tokens->len > 0;
        }
        if (priced || !names)
            line_clear(&line);
        p += length + (p[length] == '\n');
    }
    above_set(&above, (struct line){0});
}

bool things_bear_out(const struct message *message, bool *priced)
{
    unsigned prices = has_price(message->in_subject) && !is_offered(message->in_subject);
    const char *p = message->text;
    *priced = true;
    if (message->n_attachments || *message->claims || *message->told)
        return true;
    for (unsigned n = 0; *p && n < LINES; n++) {
        size_t length = strcspn(p, "\n");
        struct line line = line_at(p, length);
        bool price = has_price(line.wording) || has_dash(line.text), sum = price && is_sum(line.wording);
        prices += price && !is_offered(line.wording);
        line_clear(&line);
        if (sum || prices > 1)
            return true;
        p += length + (p[length] == '\n');
    }
    *priced = prices > 0;
    return false;
}

static void add_text(struct reading *reading, const char *text)
{
    owned(wording) wording = wording_new(text, LINE_WORDS);
    add(reading, wording);
}

static void read_markup(struct reading *reading)
{
    for (const char *const *told = reading->message->told; *told; told++) {
        if (**told == TOLD_PERSON) {
            details_add_person(&reading->people, *told + 1);
        } else {
            add_text(reading, *told);
            reading->marked = true;
        }
    }
    add_text(reading, reading->message->event.summary);
}

bool things_are_told_by(enum kind kind)
{
    return kind == KIND_RECEIPT || kind == KIND_APPOINTMENT || kind == KIND_ACCOUNT;
}

/* Whom a trip is for is told of all of its parts. */
static char *whole(struct reading *reading, guint at, bool people)
{
    struct details *details = &reading->details[at];
    if (people)
        memcpy(details->people, reading->people.people, sizeof details->people);
    g_autofree char *told = details_text(details);
    return g_strconcat(reading->things->pdata[at], *told ? " " : "", told, NULL);
}

bool things_are_claimed_by(enum kind kind)
{
    return things_are_told_by(kind) || kind == KIND_SHIPPING || kind == KIND_CODE;
}

char **things_read(const struct message *message, enum kind kind)
{
    owned(wording) author = wording_new(message->author.name, LINE_WORDS);
    g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func(g_free);
    GPtrArray *things = g_ptr_array_new();
    struct reading reading = {.message = message, .author = author, .things = names};
    if (things_are_told_by(kind)) {
        read_markup(&reading);
        add(&reading, message->in_subject);
        read_lines(&reading, kind != KIND_RECEIPT);
    }
    if (kind == KIND_APPOINTMENT && !names->len) { /* whom an event gives the name takes part in no other */
        reading.author = NULL;
        add(&reading, message->in_subject);
    }
    for (guint i = 0; i < names->len; i++)
        g_ptr_array_add(things, whole(&reading, i, kind == KIND_APPOINTMENT));
    g_ptr_array_add(things, NULL);
    return (char **)g_ptr_array_free(things, FALSE);
}
