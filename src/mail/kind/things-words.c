/* Which words of a line can name a thing: not sizes, sums and days, nor the labels before them. */
#include <string.h>

#include "mail/dates.h"
#include "mail/places.h"
#include "mail/vocabulary.h"
#include "mail/words.h"
#include "things-private.h"

#define LOOKED_AT 80 /* words of one text */
#define LABEL_WORDS 3
#define NEAR 2         /* words between two places */
#define POSTAGE "porto" /* and a city, behind another word that tells of a trip */
#define MODEL_LETTERS 4 /* at least, before the number of a model */
#define RUN_MOST 4   /* characters of Han that are one word; what is longer has no mark where words end */

/* Sizes, colours and what else stands in lines of all kinds of things. */
static const char *const vain[] = {
    "size", "grosse", "taille", "talla", "maat", "taglia", "tamanho", "rozmiar", "storlek", "velikost",
    "colour", "color", "farbe", "couleur", "black", "white", "blue", "green", "grey", "gray", "schwarz",
    "weiss", "blau", "grun", "grau", "noir", "noire", "blanc", "blanche", "bleu", "bleue", "rouge", "vert",
    "verte", "gris", "grise", "pair", "paar", "paire", "pack", "piece", "pieces", "stuck", "stuks", "stk",
    "pcs", "szt", "unit", "price", "preis", "prix", "precio", "prezzo", "prijs", "cena", "preco", "pris",
    "fare", "tarif", "tarifa", "tariffa", "tarief", "article", "artikel", "item", "items", "quantity",
    "menge", "quantite", "products", "produkte", "produits", "productos", "prodotti", "producten",
    "produktow", "produtos", "flight", "flug", "vol", "train", "number", "nummer", "numero", "reference",
    "start", "startnummer", "dossard", "registered", "angemeldet", "inscrit", "inscrite", "confirmed",
    "bestatigt", "confirmee", "registration", "anmeldung", "inscription", "booking", "buchung",
    "reservation", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "montag",
    "dienstag", "mittwoch", "donnerstag", "freitag", "samstag", "sonntag", "lundi", "mardi", "mercredi",
    "jeudi", "vendredi", "samedi", "dimanche", "mon", "tue", "wed", "thu", "fri", "sat", "sun", "lun", "jeu",
    "ven", "sam", "dim", "airport", "flughafen", "aeroport", "aeropuerto",
    "aeroporto", "station", "bahnhof", "hauptbahnhof", "hbf", "gare", "terminal",
    /* before a day and an hour of a trip or of an event */
    "dep", "arr", "departure", "departs", "arrival", "arrives", "abflug", "abfahrt", "ankunft", "depart",
    "arrivee",
    "salida", "llegada", "partenza", "arrivo", "partida", "chegada", "vertrek", "aankomst", "wylot",
    "odjazd", "przylot", "przyjazd", "wyjazd", "avgang", "ankomst", "odlet", "prilet", "odjezd", "indulas",
    "erkezes", "kalkis", "varis", "date", "datum", "termin", "reisetag", "reisedatum", "fecha", "data",
    "dato", "tarih", "uhr", "tomorrow", "morgen", "demain", "manana", "domani", "jutro", "imorgon",
    "amanha", "crossing", "sailing", "ferry", "journey", "coach", "bus",
    "fahre", "uberfahrt", "fahrt", "reise", "strecke", "zug", "bahn", "schiff", "traversee", "trajet",
    "voyage", "autocar", "bateau", "outbound", "inbound", "hinfahrt", "hinflug", "ruckfahrt", "ruckflug",
    "aller", "retour",
    /* before names of people, and of things */
    "mrs", "herr", "frau", "mme", "mlle", "madame", "monsieur", "participant", "teilnehmer", "teilnehmerin",
    "athlete", "attendee", "pos", "designation", "event", "veranstaltung", "epreuve",
    /* of every day until which something can be done, and of whom it is for */
    "deadline", "closes", "closing", "close", "shut", "ends", "entries", "enter", "enrol", "enroll",
    "enrolment", "register", "presale", "renew", "renews", "renewal", "expires", "expiry", "last", "chance",
    "days", "day", "anmeldeschluss", "meldeschluss", "einsendeschluss", "vorverkauf", "fruhbucher",
    "anmelden", "melden", "reservieren", "kundigungsfrist", "verlangerung", "verlangert", "endet", "tage",
    "tagen", "tag", "inscriptions", "inscrire", "engagements", "reinscription", "reinscriptions",
    "cloture", "prevente", "echeance", "reconduction", "jours", "jour", "plus", "dernier", "derniere",
    "dernieres", "places", "members", "subscribers", "mitglieder", "stammgaste", "abonnenten", "abonnes",
    "adherents",
    /* of every offer */
    "return", "returns", "arrived", "available", "restock", "zuruck", "eingetroffen", "vorratig", "verfugbar",
    "erhaltlich", "revient", "reviennent", "arrive", "arrivent", "disponible", "disponibles", "moment",
    "gultig", "valid", "now", "vintage", "harvest", "jahrgang", "ernte", "millesime", "recolte",
    "cheaper", "reduced", "gunstiger", "billiger", "reduziert", "lieferbar", "frisch", "moins", "menos",
    "meno",
    "goedkoper", "taniej", "fresh", "less", "season", "leer", "nachbestellen", "stock", "lager",
    "back", "again", "wieder",
    /* of every subscription and entry */
    "abo", "abonnement", "abonnements", "subscription", "zeitschrift", "laufzeit", "mitgliedschaft",
    "membership", "adhesion", "abonne", "dank", "danke", "thanks", "merci", "eingegangen", "ihres", "frist",
    "kundigung",
    /* of every sentence */
    "the", "and", "for", "with", "your", "you", "our", "from", "this", "that", "here", "are", "was", "has",
    "have", "until", "bought", "der", "die", "das", "den", "dem", "des", "ein", "eine", "einen", "und",
    "fur", "furs", "mit", "von", "zur", "zum", "bei", "auf", "aus", "hier", "unser", "unsere",
    "unseren", "ihr",
    "ihre", "ihren", "dein", "deine",
    "haben", "ist", "bis", "nach", "sind", "les", "une", "pour", "avec", "aux", "sur", "votre", "vos",
    "notre",
    "nos", "est", "sont", "avez", "achete", "elle", "jusqu", "los", "las", "una", "para", "con", "por",
    "del", "all", "tus", "sus", "comprado", "gli", "dal", "dalla", "alla", "della", "delle", "dei", "nel",
    "nella", "per", "hai", "comprato", "het", "een", "van", "voor", "met", "uit", "aan", "naar", "uw",
    "zijn", "bent", "kocht", "dla", "oraz", "twoj", "twoja", "twoje", "jest", "och", "med", "til", "till",
    "din", "ditt", "uma", "dos", "seu", "sua", "価格", "単価", "数量", "商品", "商品名", "料金", "運賃", "日付", "出発", "出発日",
    "到着", "開催日", "价格", "日期", "出发", "到达", "單價", "가격", "수량", "상품", "출발", "도착", "날짜",
};

/* They belong to names, and name nothing on their own: how long something is paid for, when, and that there
 * is enough of it. */
static const char *const faint[] = {
    "year", "yearly", "annual", "month", "monthly", "week", "jahr", "monat", "woche", "annuel", "annuelle",
    "mois", "semaine", "ano", "anual", "mes", "semana", "anno", "annuale", "mese", "jaar", "maand", "rok",
    "rocznie", "roczna", "miesiecznie", "active", "aktiv", "actif", "activa", "activo", "attivo", "actief",
    "aktywna", "spring", "summer", "autumn", "winter", "fruhling", "fruhjahr", "sommer", "herbst",
    "printemps", "ete", "automne", "hiver", "primavera", "verano", "estate", "autunno", "otono", "inverno",
    "invierno", "reorder", "refill", "topped", "early", "bags", "nachschub", "sparpreis", "sparpreise",
    "sparpack", "vorteilspreis", "vorteilspack", "doppelpack", "vorratspack", "neige", "zugreifen",
    "auffullen", "nachfullen", "farben", "colours", "colors", "couleurs", "coloris",
    "refaites", "maintenant", "besoin", "profitez", "rupture",
    /* of every offer, and of what is sold by the box */
    "box", "boxes", "case", "cases", "bottle", "bottles", "pairs", "offer", "offers", "deal", "deals",
    "mixed", "lowest", "best", "every", "worn", "tired", "dull", "empty", "nearly", "almost", "next",
    "buy", "flasche", "flaschen", "kiste", "kisten", "karton", "packung", "packungen", "angebot",
    "angebote", "gekauft", "kaufen", "abgefahren", "abgenutzt", "durchgelaufen", "stumpf", "verbraucht",
    "sparen", "bestpreis", "gunstig", "deutlich", "bouteille", "bouteilles", "caisse", "caisses", "boite",
    "boites", "paquet", "paquets", "lot", "lots", "offre", "offres", "offert", "offerts", "offertes",
    "achetes", "achetees", "promo", "promos", "promotion", "foire", "prochain", "prochaine", "manquez",
    "pas", "oubliez", "uses", "usees", "lisses", "vide", "temps", "fait", "leur", "meilleur", "caja",
    "botella", "oferta", "ofertas", "scatola", "bottiglie", "offerta", "offerte", "doos", "flessen",
    "aanbieding", "promocja",
    "年額", "月額", "年間", "年間購読", "年会費", "定期購読", "確認",
};

/* Words of lines whose price is of no thing in particular. */
static const char *const sums[] = {
    "shipping", "versand", "versandkosten", "livraison", "delivery", POSTAGE, "postage",
    "carriage", "handling",
    "lieferung", "envio", "verzendkosten", "frais", "total", "subtotal", "gesamt", "summe", "zwischensumme",
    "gesamtbetrag", "gesamtsumme", "betrag", "montant", "amount", "sous", "tax", "vat", "mwst", "ust",
    "tva", "iva", "steuer", "net", "gross", "netto", "brutto", "discount", "rabatt", "remise", "voucher",
    "gutschein", "paid", "bezahlt", "paye", "visa", "mastercard", "paypal", "card", "karte", "carte",
    "totale", "subtotale", "spedizione", "importe", "suma", "razem", "wysylka", "totaal", "subtotaal",
    "verzending", "btw", "summa", "frakt", "moms", "celkem", "doprava", "dph", "dostawa", "wartosc",
    "lacznie", "consegna", "bezorging", "sconto", "descuento", "korting", "toplam", "kargo", "kdv",
    "osszesen", "szallitas", "afa", "итого", "доставка", "разом", "συνολο", "valor", "tutar", "kwota",
    "zaplaty", "小計", "合計", "総計", "送料", "税込", "消費税", "手数料", "お支払", "支払", "小计", "合计", "总计", "运费", "總計", "運費",
    "합계", "총액", "배송비", "소계",
};

/* Before a colon they say of what kind the thing is, and name none. */
static const char *const labels[] = {
    "size", "grosse", "taille", "talla", "colour", "color", "farbe", "couleur", "colore", "kleur", "kolor",
    "barva", "farg", "cor", "quantity", "qty", "menge", "anzahl", "quantite", "cantidad", "quantita",
    "aantal", "ilosc", "variant", "variante", "material", "style",
};

bool is_among(const char *word, const char *const *words, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (*word == *words[i] && !strcmp(word, words[i]))
            return true;
    return false;
}

/* --- words ---------------------------------------------------------------------------------------------- */

enum script { SCRIPT_OTHER, SCRIPT_HAN, SCRIPT_KATAKANA, SCRIPT_HIRAGANA, SCRIPT_HANGUL };

static enum script script_of(const char *glyph)
{
    gunichar c = g_utf8_get_char(glyph);
    if ((c >= 0x30a0 && c < 0x3100) || (c >= 0xff66 && c < 0xffa0))
        return SCRIPT_KATAKANA;
    if (c >= 0x3041 && c < 0x30a0)
        return SCRIPT_HIRAGANA;
    if (c >= 0xac00 && c <= 0xd7a3)
        return SCRIPT_HANGUL;
    return c >= 0x3005 ? SCRIPT_HAN : SCRIPT_OTHER;
}

/* How many tokens from I on, of those not MARKED (or NULL), are one run of the script of the first. */
static guint run_length(const struct wording *wording, guint i, const bool *marked)
{
    enum script script = script_of(wording_word(wording, i));
    guint end = i + 1;
    while (end < MIN(wording->tokens->len, LOOKED_AT) && !(marked && marked[end])) {
        unsigned classes = g_array_index(wording->tokens, struct token, end).classes;
        bool joined = classes & TOKEN_JOINED && !(classes & TOKEN_MONEY);
        if (!joined || script_of(wording_word(wording, end)) != script)
            break;
        end++;
    }
    return end - i;
}

/* The word at I, as vocabulary_word(), but where a script has no blanks: there the characters that stand
 * together and are of one script, without those that only join others. *NEXT: the token behind it.
 * NULL: none. The caller frees it. */
static char *word_at(const struct wording *wording, guint i, const bool *marked, guint *next)
{
    *next = i + 1;
    if (!(g_array_index(wording->tokens, struct token, i).classes & TOKEN_GLYPH))
        return vocabulary_word(wording, i);
    enum script script = script_of(wording_word(wording, i));
    guint length = run_length(wording, i, marked);
    bool within = i && run_length(wording, i - 1, marked) > 1 && !(marked && marked[i - 1]);
    if (script == SCRIPT_OTHER || (script == SCRIPT_HAN && (within || length > RUN_MOST)))
        return length > 1 ? g_strconcat(wording_word(wording, i), wording_word(wording, i + 1), NULL) : NULL;
    *next = i + length;
    if (length < 2 || script == SCRIPT_HIRAGANA)
        return NULL;
    GString *run = g_string_new(NULL);
    for (guint at = i; at < *next; at++)
        g_string_append(run, wording_word(wording, at));
    return g_string_free(run, FALSE);
}

static bool is_one_of(const char *word, const char *words)
{
    g_autofree char *padded = g_strdup_printf(" %s ", word);
    return strstr(words, padded) != NULL;
}

bool is_measure(const char *word)
{
    size_t digits = strspn(word, "0123456789.,");
    return digits && (!strcmp(word + digits, "km") || !strcmp(word + digits, "mi") || !word[digits]);
}

/* How far, at token I, in one way of writing: 10km for "10K" and "10 km", 10mi; 70.3. *NEXT: the token behind
 * it. NULL: none. The caller frees it. */
static char *measure_at(const struct wording *wording, guint i, guint *next)
{
    static const char miles[] = " mi mile miles meile meilen ";
    static const char kilometres[] = " k km kilometer kilometers kilometre kilometres kilometern ";
    const char *word = wording_word(wording, i);
    size_t digits = strspn(word, "0123456789"), all = strspn(word, "0123456789.,");
    const char *unit = word + all;
    if (!digits || digits > 3 || all > digits + 2)
        return NULL;
    *next = i + 1;
    if (!*unit && i + 1 < wording->tokens->len && !is_measure(unit = wording_word(wording, i + 1)))
        *next = i + 2;
    const char *name = is_one_of(unit, kilometres) ? "km" : is_one_of(unit, miles) ? "mi" : NULL;
    if (name)
        return g_strdup_printf("%.*s%s", (int)all, word, name);
    *next = i + 1;
    bool half = all == digits + 2 && digits > 1 && !word[all] && word[digits] == '.';
    return half ? g_strdup(word) : NULL;
}

/* A model's name, which bears a number: Mach3. What has fewer letters is a size, or a code. NULL: it is none.
 * The caller frees it. */
static char *model_of(const char *word)
{
    size_t letters = 0;
    while (word[letters] && !g_ascii_isdigit(word[letters]))
        letters++;
    size_t digits = strspn(word + letters, "0123456789");
    bool model = letters >= MODEL_LETTERS && digits && digits <= 2 && !word[letters + digits];
    return model ? g_strdup(word) : NULL;
}

static bool has_word(const struct wording *wording, const char *word)
{
    return wording && wording_has(wording, word);
}

enum { USUAL = 1, FAINT = 2 };

static void add_words(GHashTable *all, const char *const *words, size_t n, guint what)
{
    for (size_t i = 0; i < n; i++) {
        guint had = GPOINTER_TO_UINT(g_hash_table_lookup(all, words[i]));
        g_hash_table_insert(all, (gpointer)words[i], GUINT_TO_POINTER(had | what));
    }
}

/* Whether WORD is one of VAIN or SUMS: USUAL; whether it is FAINT: it is asked of each word of each line. */
static guint what_is(const char *word)
{
    static gsize made;
    if (g_once_init_enter(&made)) {
        GHashTable *all = g_hash_table_new(g_str_hash, g_str_equal);
        add_words(all, vain, G_N_ELEMENTS(vain), USUAL);
        add_words(all, sums, G_N_ELEMENTS(sums), USUAL);
        add_words(all, faint, G_N_ELEMENTS(faint), FAINT);
        g_once_init_leave(&made, (gsize)all);
    }
    return GPOINTER_TO_UINT(g_hash_table_lookup((GHashTable *)made, word));
}

static bool is_vain(const char *word, const struct wording *author)
{
    return what_is(word) & USUAL || dates_has_month(word) || has_word(author, word);
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

GPtrArray *telling_words(const struct wording *wording, const struct wording *author, guint most,
                         GArray *behind)
{
    GPtrArray *words = g_ptr_array_new_with_free_func(g_free);
    bool marked[LOOKED_AT] = {false};
    words_find(wording, 0, LOOKED_AT, PLACE_EITHER, mark_phrase, marked);
    guint named = 0; /* the token behind the last word that tells */
    for (guint i = 0, next; i < MIN(wording->tokens->len, LOOKED_AT) && words->len < most; i = next) {
        next = i + 1;
        unsigned classes = g_array_index(wording->tokens, struct token, i).classes;
        if (marked[i] || classes & TOKEN_MONEY)
            continue;
        bool number = classes & TOKEN_NUMBER;
        g_autofree char *word = number ? measure_at(wording, i, &next) : word_at(wording, i, marked, &next);
        if (number && !word)
            word = model_of(wording_word(wording, i));
        const char *known = word ? place_name(word) : NULL;
        bool city = word && named && i - named < NEAR && !strcmp(word, POSTAGE);
        if (!word || (is_vain(word, author) && !city))
            continue;
        bool joined = named == i && i > 0 && !(classes & TOKEN_APART);
        named = next;
        if (g_ptr_array_find_with_equal_func(words, known, g_str_equal, NULL))
            continue;
        g_ptr_array_add(words, g_strdup(known));
        if (behind)
            g_array_append_val(behind, joined);
    }
    return words;
}

bool is_name(const char *word)
{
    return !words_have(word) && !(what_is(word) & FAINT) && !is_measure(word);
}

bool is_named(const GPtrArray *words)
{
    for (guint i = 0; i < words->len; i++)
        if (is_name(words->pdata[i]))
            return true;
    return false;
}

/* --- lines ---------------------------------------------------------------------------------------------- */

bool is_sum(const struct wording *line)
{
    bool sum = false;
    for (guint i = 0, next; i < MIN(line->tokens->len, LOOKED_AT) && !sum; i = next) {
        g_autofree char *word = word_at(line, i, NULL, &next);
        sum = word && is_among(word, sums, G_N_ELEMENTS(sums));
    }
    return sum;
}

bool is_label(const char *line)
{
    size_t length = strcspn(line, ":");
    g_autofree char *before = g_strndup(line, length);
    owned(wording) label = wording_new(before, 2);
    return line[length] && label->tokens->len == 1 &&
           is_among(label->spelt->str, labels, G_N_ELEMENTS(labels));
}

const char *colon_in(const char *line, size_t *wide)
{
    static const char *const colons[] = {":", "："};
    const char *first = NULL;
    for (size_t i = 0; i < G_N_ELEMENTS(colons); i++) {
        const char *colon = strstr(line, colons[i]);
        if (colon && (!first || colon < first)) {
            first = colon;
            *wide = strlen(colons[i]);
        }
    }
    return first;
}

bool is_labelled(const char *line)
{
    size_t wide;
    const char *colon = colon_in(line, &wide);
    size_t length = colon ? (size_t)(colon - line) : 0;
    if (!colon || (length && g_ascii_isdigit(line[length - 1])))
        return false;
    g_autofree char *before = g_strndup(line, length);
    owned(wording) label = wording_new(before, LINE_WORDS);
    guint words = label->tokens->len;
    for (guint i = 0; i < label->tokens->len; i++) /* what stands at once behind another ends no word */
        words -= (g_array_index(label->tokens, struct token, i).classes & TOKEN_JOINED) != 0;
    return words > 0 && words <= LABEL_WORDS && line[length + wide];
}

char *line_copy(const char *line, size_t length)
{
    size_t cut = MIN(length, LINE_BYTES);
    while (cut && cut < length && (line[cut] & 0xc0) == 0x80) /* not within a character */
        cut--;
    return g_strndup(line, cut);
}

size_t sentence_length(const char *p, size_t length, size_t least)
{
    static const char full_stop[] = "\343\200\202"; /* of Chinese and Japanese */
    for (size_t i = least; i + 2 < length; i++) {
        if (!memcmp(p + i, full_stop, 3))
            return i + 3;
        bool ordinal = p[i] == '.' && i && g_ascii_isdigit(p[i - 1]); /* 12. Dezember */
        if (strchr(".!?", p[i]) && p[i + 1] == ' ' && !g_ascii_islower(p[i + 2]) && !ordinal)
            return i + 1;
    }
    return length;
}
