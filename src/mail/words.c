/* Finding the phrases of the table in text, by an index that is made while heed is built. What the words
 * are is in the blocks (words-*.c); what follows from them is in kind.c. */
#include <string.h>

#include "lures.h"
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

static void add_token(void *ctx, const char *word, unsigned classes)
{
    struct token token = { number_of(word), classes };
    g_array_append_val((GArray *)ctx, token);
}

guint words_count(void)
{
    return words_index.n_phrases;
}

GArray *words_tokens(const char *text, size_t most)
{
    GArray *tokens = g_array_sized_new(FALSE, FALSE, sizeof(struct token), 256);
    tokens_split(text, most, add_token, tokens);
    return tokens;
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

/* Whether words[0..n) stand at token I. Gaps are tried short to long; a phrase has one or two. */
static bool stands_at(const GArray *tokens, guint i, const int16_t *words, int n)
{
    for (; n > 0; words++, n--, i++) {
        if (*words == TOKEN_GAP) {
            for (guint gap = 0; gap <= MAX_GAP; gap++)
                if (stands_at(tokens, i + gap, words + 1, n - 1))
                    return true;
            return false;
        }
        if (i >= tokens->len || !token_is(&g_array_index(tokens, struct token, i), *words))
            return false;
    }
    return true;
}

struct finding {
    const GArray *tokens;
    enum word_place place;
    void (*hit)(void *ctx, const struct words_hit *hit);
    void *ctx;
};

static void try_phrases(const struct finding *f, int at, guint i)
{
    for (; at >= 0; at = words_index.phrases[at].next) {
        const struct phrase *phrase = &words_index.phrases[at];
        if (!(phrase->place & f->place) || !stands_at(f->tokens, i, phrase->words, phrase->n))
            continue;
        bool brand = phrase->block == BRANDS_BLOCK;
        const struct words_row *row = brand ? &brand_row : &words_blocks[phrase->block]->rows[phrase->row];
        const char *phrases = brand ? brands[phrase->row].names : row->phrases;
        struct words_hit hit = {row, phrases + phrase->at, phrase->len, (guint)at, phrase->n, phrase->row};
        f->hit(f->ctx, &hit);
    }
}

void words_find(const GArray *tokens, enum word_place place,
                void (*hit)(void *ctx, const struct words_hit *hit), void *ctx)
{
    struct finding f = { tokens, place, hit, ctx };
    for (guint i = 0; i < tokens->len; i++) {
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
