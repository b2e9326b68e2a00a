/* Words for learning, split as the table of words is, so that case and accents do not matter. */
#include <string.h>

#include "tokens.h"
#include "vocabulary.h"

#define SUBJECT_TOKENS 60
#define TEXT_TOKENS 400
#define FEWEST_TOKENS 20
#define BITS_APART 8

struct collecting {
    GPtrArray *words;
};

static void collect(void *ctx, const char *word, unsigned classes)
{
    struct collecting *c = ctx;
    if ((classes & TOKEN_NUMBER) || strlen(word) < 3 || c->words->len >= VOCABULARY_WORDS)
        return;
    for (guint i = 0; i < c->words->len; i++)
        if (strcmp(c->words->pdata[i], word) == 0)
            return;
    g_ptr_array_add(c->words, g_strdup(word));
}

char **message_words(const struct message *message)
{
    struct collecting c = {g_ptr_array_new()};
    tokens_split(message->subject, SUBJECT_TOKENS, collect, &c);
    g_ptr_array_add(c.words, NULL);
    return (char **)g_ptr_array_free(c.words, FALSE);
}

struct hashing {
    uint64_t row[3];
    unsigned words;
    int votes[64];
};

/* FNV-1a, whose high bits are as good as its low ones after the last mixing. */
static uint64_t hash_word(const char *word)
{
    uint64_t hash = 0xcbf29ce484222325u;
    for (; *word; word++)
        hash = (hash ^ (unsigned char)*word) * 0x100000001b3u;
    return hash;
}

static void hash_row(void *ctx, const char *word, unsigned classes)
{
    struct hashing *h = ctx;
    (void)classes;
    h->row[h->words++ % 3] = hash_word(word);
    if (h->words < 3)
        return;
    uint64_t hash = h->row[h->words % 3];
    hash = (hash ^ (hash >> 29)) * 0xbf58476d1ce4e5b9u + h->row[(h->words + 1) % 3];
    hash = (hash ^ (hash >> 27)) * 0x94d049bb133111ebu + h->row[(h->words + 2) % 3];
    hash = (hash ^ (hash >> 31)) * 0xff51afd7ed558ccdu;
    hash ^= hash >> 33;
    for (int bit = 0; bit < 64; bit++)
        h->votes[bit] += hash >> bit & 1 ? 1 : -1;
}

uint64_t message_fingerprint(const struct message *message)
{
    struct hashing h = {0};
    uint64_t print = 0;
    tokens_split(message->text, TEXT_TOKENS, hash_row, &h);
    for (int bit = 0; bit < 64 && h.words >= FEWEST_TOKENS; bit++)
        print |= (uint64_t)(h.votes[bit] > 0) << bit;
    return print;
}

bool fingerprints_match(uint64_t a, uint64_t b)
{
    return a && b && __builtin_popcountll(a ^ b) <= BITS_APART;
}
