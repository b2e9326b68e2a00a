/* Finding the phrases of the table in text, by an index that is made while heed is built. What the words
 * are is in the blocks (words-*.c); what follows from them is in kind.c. */
#include <string.h>

#include "mail/brands.h"
#include "words-index.h"

#define MAX_GAP 5

static int number_of(const char *word)
{
    uint32_t slot = words_hash(word) & words_index.mask;
    for (; words_index.slots[slot] >= 0; slot = (slot + 1) & words_index.mask)
        if (strcmp(words_index.strings + words_index.where[words_index.slots[slot]], word) == 0)
            return words_index.slots[slot];
    return TOKEN_NONE;
}

bool words_have(const char *word)
{
    return number_of(word) != TOKEN_NONE;
}

static void add_token(void *ctx, const char *word, unsigned classes)
{
    struct wording *wording = ctx;
    struct token token = {number_of(word), classes, (unsigned)wording->spelt->len};
    g_string_append_len(wording->spelt, word, (gssize)strlen(word) + 1);
    g_array_append_val(wording->tokens, token);
}

bool wording_has(const struct wording *wording, const char *word)
{
    for (guint i = 0; i < wording->tokens->len; i++)
        if (!strcmp(word, wording_word(wording, i)))
            return true;
    return false;
}

guint words_count(void)
{
    return words_index.n_phrases;
}

struct wording *wording_new(const char *text, size_t most)
{
    struct wording *wording = g_new(struct wording, 1);
    guint words = (guint)MIN(strlen(text) / 6 + 1, most); /* about so many */
    wording->tokens = g_array_sized_new(FALSE, FALSE, sizeof(struct token), words);
    wording->spelt = g_string_sized_new(8 * (gsize)words);
    tokens_split(text, most, add_token, wording);
    return wording;
}

void wording_free(struct wording *wording)
{
    if (!wording)
        return;
    g_array_unref(wording->tokens);
    g_string_free(wording->spelt, TRUE);
    g_free(wording);
}

static bool token_is(const struct token *token, int word)
{
    if (word == WORD_ANY_ID)
        return token->classes & TOKEN_ID;
    if (word == WORD_ANY_NUMBER)
        return token->classes & TOKEN_NUMBER;
    if (word == WORD_ANY_MONEY)
        return token->classes & TOKEN_MONEY;
    return token->word == word;
}

struct finding {
    const GArray *tokens;
    guint n_tokens; /* that are looked at */
    enum word_place place;
    void (*hit)(void *ctx, const struct words_hit *hit);
    void *ctx;
};

/* Whether words[0..n) stand at token I. Gaps are tried short to long; a phrase has one or two. */
static bool stands_at(const struct finding *f, guint i, const int16_t *words, int n)
{
    for (; n > 0; words++, n--, i++) {
        if (*words == TOKEN_GAP) {
            for (guint gap = 0; gap <= MAX_GAP; gap++)
                if (stands_at(f, i + gap, words + 1, n - 1))
                    return true;
            return false;
        }
        if (i >= f->n_tokens || !token_is(&g_array_index(f->tokens, struct token, i), *words))
            return false;
    }
    return true;
}

static void try_phrases(const struct finding *f, int at, guint i)
{
    int next = i + 1 < f->n_tokens ? g_array_index(f->tokens, struct token, i + 1).word : TOKEN_NONE;
    for (; at >= 0; at = words_index.phrases[at].next) {
        const struct phrase *phrase = &words_index.phrases[at];
        const int16_t *words = words_index.words + phrase->words;
        bool may = phrase->place & f->place && (phrase->n < 2 || words[1] < 0 || words[1] == next);
        if (!may || !stands_at(f, i, words, phrase->n))
            continue;
        bool brand = phrase->block == BRANDS_BLOCK;
        const struct words_row *row = brand ? &brand_row : &words_blocks[phrase->block]->rows[phrase->row];
        const char *phrases = brand ? brands[phrase->row].names : row->phrases;
        struct words_hit hit = {row, phrases + phrase->at, phrase->len, (guint)at, phrase->n,
                                phrase->row, i};
        f->hit(f->ctx, &hit);
    }
}

void words_find(const struct wording *wording, guint from, guint most, enum word_place place,
                void (*hit)(void *ctx, const struct words_hit *hit), void *ctx)
{
    const GArray *tokens = wording->tokens;
    struct finding f = {tokens, from + MIN(tokens->len - MIN(from, tokens->len), most), place, hit, ctx};
    for (guint i = from; i < f.n_tokens; i++) {
        const struct token *token = &g_array_index(tokens, struct token, i);
        if (token->word >= 0)
            try_phrases(&f, words_index.first[token->word], i);
        if (token->classes & TOKEN_ID)
            try_phrases(&f, words_index.first_id, i);
        if (token->classes & TOKEN_NUMBER)
            try_phrases(&f, words_index.first_number, i);
        if (token->classes & TOKEN_MONEY)
            try_phrases(&f, words_index.first_money, i);
    }
}
