/* The table of words, made ready for searching: every word of every phrase has a number, and
 * phrases are found by their first word. What the words are is in the blocks (words-*.c); what
 * follows from them is in kind.c. */
#include <string.h>

#include "words.h"

#define MAX_WORDS 10 /* of one phrase */
#define MAX_GAP 5

static const struct words_block *const blocks[] = { &words_local, &words_en, &words_de,
                                                    &words_fr,    &words_es, &words_more };

/* What a phrase may have in place of a word. */
#define WORD_ANY_ID (-3)
#define WORD_ANY_NUMBER (-4)
#define WORD_ANY_MONEY (-5)

struct phrase {
    struct words_hit hit;
    int words[MAX_WORDS];
    int n;
    int next; /* phrase that starts with the same word, or -1 */
};

/* A cache, since the table is constant: built at the first use, in about a millisecond. */
struct index {
    GHashTable *numbers; /* word -> number + 1 */
    GStringChunk *strings;
    GArray *phrases;     /* struct phrase */
    GArray *first;       /* first phrase by word number, or -1 */
    int first_id, first_number, first_money;
    GHashTable *keys;    /* while building: phrases that several languages share count once */
};

static int number_of(struct index *index, const char *word, bool add)
{
    gpointer found = g_hash_table_lookup(index->numbers, word);
    if (!found && add) {
        const int none = -1;
        found = GINT_TO_POINTER((int)g_hash_table_size(index->numbers) + 1);
        g_hash_table_insert(index->numbers, g_string_chunk_insert(index->strings, word), found);
        g_array_append_val(index->first, none);
    }
    return GPOINTER_TO_INT(found) - 1;
}

struct building {
    struct index *index;
    struct phrase *phrase;
};

static void add_number(struct phrase *phrase, int number)
{
    if (phrase->n == MAX_WORDS) /* a mistake in the table */
        g_error("phrase too long: %.60s", phrase->hit.phrase);
    phrase->words[phrase->n++] = number;
}

static void add_word(void *ctx, const char *word, unsigned classes)
{
    struct building *b = ctx;
    bool money = (classes & TOKEN_MONEY) && !strcmp(word, "$");
    add_number(b->phrase, money ? WORD_ANY_MONEY : number_of(b->index, word, true));
}

/* Reads one blank-separated piece of a phrase. */
static void add_piece(struct building *b, const char *piece, size_t len)
{
    char text[TOKEN_BYTES];
    len = MIN(len, sizeof text - 1);
    memcpy(text, piece, len);
    text[len] = 0;
    if (!strcmp(text, "N"))
        add_number(b->phrase, WORD_ANY_ID);
    else if (!strcmp(text, "#"))
        add_number(b->phrase, WORD_ANY_NUMBER);
    else if (!strcmp(text, "..."))
        add_number(b->phrase, TOKEN_GAP);
    else
        tokens_split(text, MAX_WORDS, add_word, b);
}

static int *head_for(struct index *index, int first)
{
    if (first == WORD_ANY_ID)
        return &index->first_id;
    if (first == WORD_ANY_NUMBER)
        return &index->first_number;
    if (first == WORD_ANY_MONEY)
        return &index->first_money;
    return &g_array_index(index->first, int, first);
}

/* FNV-1a over what makes two phrases the same; 64 bits do for some thousands. */
static bool is_new(struct index *index, const struct phrase *phrase)
{
    const struct words_row *row = phrase->hit.row;
    guint64 key = 14695981039346656037u;
    key = (key ^ (guint64)(row->class * 8 + (int)row->place)) * 1099511628211u;
    for (int i = 0; i < phrase->n; i++)
        key = (key ^ (guint64)(phrase->words[i] + 10)) * 1099511628211u;
    gint64 *kept = g_new(gint64, 1);
    *kept = (gint64)key;
    return g_hash_table_add(index->keys, kept);
}

static void add_phrase(struct index *index, const struct words_row *row, const char *text,
                       size_t len)
{
    struct phrase phrase = { .hit = { .row = row, .phrase = text, .len = (int)len,
                                      .phrase_id = index->phrases->len } };
    struct building b = { index, &phrase };
    for (size_t i = 0; i < len;) {
        size_t piece = 0;
        while (i + piece < len && text[i + piece] != ' ')
            piece++;
        add_piece(&b, text + i, piece);
        i += piece + 1;
    }
    if (!phrase.n || phrase.words[0] == TOKEN_GAP) /* a mistake in the table */
        g_error("not a phrase: %.*s", (int)len, text);
    if (!is_new(index, &phrase))
        return;
    int *head = head_for(index, phrase.words[0]);
    phrase.next = *head;
    *head = (int)phrase.hit.phrase_id;
    g_array_append_val(index->phrases, phrase);
}

static void add_row(struct index *index, const struct words_row *row)
{
    for (const char *p = row->phrases; *p;) {
        const char *end = strstr(p, " | ");
        size_t len = end ? (size_t)(end - p) : strlen(p);
        add_phrase(index, row, p, len);
        p += len + (end ? 3 : 0);
    }
}

static struct index *index_new(void)
{
    struct index *index = g_new0(struct index, 1);
    index->numbers = g_hash_table_new(g_str_hash, g_str_equal);
    index->strings = g_string_chunk_new(32768);
    index->keys = g_hash_table_new_full(g_int64_hash, g_int64_equal, g_free, NULL);
    index->phrases = g_array_sized_new(FALSE, FALSE, sizeof(struct phrase), 5000);
    index->first = g_array_sized_new(FALSE, FALSE, sizeof(int), 4000);
    index->first_id = index->first_number = index->first_money = -1;
    for (size_t i = 0; i < G_N_ELEMENTS(blocks); i++)
        for (size_t k = 0; k < blocks[i]->n; k++)
            add_row(index, &blocks[i]->rows[k]);
    g_clear_pointer(&index->keys, g_hash_table_unref);
    return index;
}

static struct index *the_index(void)
{
    static struct index *index;
    static gsize done;
    if (g_once_init_enter(&done)) {
        index = index_new();
        g_once_init_leave(&done, 1);
    }
    return index;
}

guint words_count(void)
{
    return the_index()->phrases->len;
}

struct counting {
    struct index *index;
    GArray *tokens;
};

static void add_token(void *ctx, const char *word, unsigned classes)
{
    struct counting *c = ctx;
    struct token token = { number_of(c->index, word, false), classes };
    g_array_append_val(c->tokens, token);
}

GArray *words_tokens(const char *text, size_t most)
{
    struct counting c = { the_index(), g_array_sized_new(FALSE, FALSE, sizeof(struct token), 256) };
    tokens_split(text, most, add_token, &c);
    return c.tokens;
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
static bool stands_at(const GArray *tokens, guint i, const int *words, int n)
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
    const struct index *index;
    const GArray *tokens;
    enum word_place place;
    void (*hit)(void *ctx, const struct words_hit *hit);
    void *ctx;
};

static void try_phrases(const struct finding *f, int at, guint i)
{
    while (at >= 0) {
        const struct phrase *phrase = &g_array_index(f->index->phrases, struct phrase, at);
        if ((phrase->hit.row->place & f->place) &&
            stands_at(f->tokens, i, phrase->words, phrase->n))
            f->hit(f->ctx, &phrase->hit);
        at = phrase->next;
    }
}

void words_find(const GArray *tokens, enum word_place place,
                void (*hit)(void *ctx, const struct words_hit *hit), void *ctx)
{
    struct index *index = the_index();
    struct finding f = { index, tokens, place, hit, ctx };
    for (guint i = 0; i < tokens->len; i++) {
        const struct token *token = &g_array_index(tokens, struct token, i);
        if (token->word >= 0)
            try_phrases(&f, g_array_index(index->first, int, token->word), i);
        if (token->classes & TOKEN_ID)
            try_phrases(&f, index->first_id, i);
        if (token->classes & TOKEN_NUMBER)
            try_phrases(&f, index->first_number, i);
        if (token->classes & TOKEN_MONEY)
            try_phrases(&f, index->first_money, i);
    }
}
