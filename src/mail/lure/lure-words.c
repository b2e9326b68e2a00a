/* What the words of one text say to whom it would lure: the phrases of words-lures.c and the names of
 * brands.c, counted. */
#include "lure-private.h"
#include "mail/words.h"

#define MOST_COUNTED 32
#define MOST_POINTS 10
#define PLAIN 5.0f /* points that make a theme plain */

struct reading {
    struct lure *lure;
    const struct wording *text;
    enum lure_place place;
    struct lure_words found;
    unsigned covered;             /* words that name the brand or an office */
    guint counted[MOST_COUNTED];  /* phrases count once in a text */
    unsigned n_counted;
};

static bool counted_before(struct reading *r, guint phrase)
{
    for (unsigned i = 0; i < r->n_counted; i++)
        if (r->counted[i] == phrase)
            return true;
    if (r->n_counted < MOST_COUNTED)
        r->counted[r->n_counted++] = phrase;
    return false;
}

/* Whether the token I of TEXT is one of WORDS. */
static bool stands_at(const struct wording *text, guint i, const char *const *words)
{
    if (i >= text->tokens->len)
        return false;
    return g_strv_contains(words, wording_word(text, i));
}

/* "your Velora account", "votre compte Velora": it has to do with a brand whose name is WORDS long, at AT. */
static bool is_hers(const struct wording *text, guint at, unsigned words)
{
    static const char *const yours[] = {"your", "ihr",  "ihre", "ihrem", "ihres", "dein", "deinem", "votre",
                                        "ton",  "su",   "tu",   "sua",   "seu",   "tuo",  "suo",    "uw",
                                        "je",   "twoje", NULL};
    static const char *const has[] = {"account",  "konto",  "kontos", "compte", "conta",   "cuenta",
                                      "rekening", "wallet", "card",   "karte",  "carte",   "cartao",
                                      "tarjeta",  "order",  "purchase", "subscription", "membership", NULL};
    return at && ((stands_at(text, at - 1, yours) && stands_at(text, at + words, has)) ||
                  (at > 1 && stands_at(text, at - 2, yours) && stands_at(text, at - 1, has)));
}

static void take_brand(struct reading *r, const struct brand *brand, unsigned words, guint at)
{
    if (!r->found.brand) {
        r->found.brand = brand;
        r->found.heads = at == 0;
    }
    if (r->found.brand != brand) {
        r->found.beside = brand;
        return;
    }
    r->covered += words;
    r->found.brand_sure |= !brand->common || words > 1;
}

static void take_theme(struct reading *r, const struct words_hit *hit)
{
    int theme = hit->row->class - WORD_THEME;
    float points = hit->row->weight, *sum = &r->lure->themes[theme];
    if (counted_before(r, hit->phrase_id))
        return;
    if (hit->n_words == 1) /* a word that stands alone may mean anything */
        points = MIN(points, r->place == LURE_TEXT ? 1 : 2);
    *sum = MIN(*sum + (r->place == LURE_TEXT ? 1 : 2) * points / PLAIN, MOST_POINTS / PLAIN);
    if (!*r->lure->words[theme])
        g_strlcpy(r->lure->words[theme], hit->phrase, MIN((size_t)hit->len + 1, sizeof r->lure->words[0]));
}

static void take(void *ctx, const struct words_hit *hit)
{
    struct reading *r = ctx;
    if (hit->row->class == WORD_BRAND) {
        take_brand(r, &brands[hit->number], hit->n_words, hit->at);
        if (is_hers(r->text, hit->at, hit->n_words))
            r->found.hers = &brands[hit->number];
    } else if (hit->row->class == WORD_OFFICE) {
        r->found.office = true;
        r->covered++;
    } else {
        take_theme(r, hit);
    }
}

struct lure_words lure_words_read(const struct wording *text, guint from, enum lure_place place,
                                  struct lure *lure)
{
    struct reading r = {.lure = lure, .text = text, .place = place};
    words_find(text, from, LURE_WORDS, PLACE_LURE, take, &r);
    r.found.brand_sure |= r.found.brand && r.covered >= MIN(text->tokens->len, LURE_WORDS);
    return r.found;
}
