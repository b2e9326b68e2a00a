/* Words for learning, split as the table of words is, so that case and accents do not matter. */
#include <string.h>

#include "mail/vocabulary.h"
#include "mail/words.h"

#define SUBJECT_TOKENS 60
#define TEXT_WORDS 255 /* what a counter of a byte can hold */
#define FEWEST_WORDS 20
#define BITS_APART 8

char *vocabulary_word(const struct wording *subject, unsigned i)
{
    const struct token *token = &g_array_index(subject->tokens, struct token, i);
    const char *word = subject->spelt->str + token->at;
    if (token->classes & TOKEN_GLYPH) {
        bool pair = i + 1 < subject->tokens->len && (token[1].classes & TOKEN_GLYPH);
        return pair ? g_strconcat(word, subject->spelt->str + token[1].at, NULL) : NULL;
    }
    return !(token->classes & TOKEN_NUMBER) && strlen(word) >= 3 ? g_strdup(word) : NULL;
}

char **message_words(const struct message *message)
{
    const struct wording *subject = message->in_subject;
    GPtrArray *words = g_ptr_array_new();
    for (guint i = 0; i < MIN(subject->tokens->len, SUBJECT_TOKENS) && words->len < VOCABULARY_WORDS; i++) {
        g_autofree char *word = vocabulary_word(subject, i);
        if (word && !g_ptr_array_find_with_equal_func(words, word, g_str_equal, NULL))
            g_ptr_array_add(words, g_steal_pointer(&word));
    }
    g_ptr_array_add(words, NULL);
    return (char **)g_ptr_array_free(words, FALSE);
}

/* FNV-1a over letters only, so that prices and order numbers make no difference. *P moves behind the word. */
static uint64_t hash_word(const unsigned char **p)
{
    uint64_t hash = 0xcbf29ce484222325u;
    for (; g_ascii_isalpha(**p) || **p >= 0x80; ++*p)
        hash = (hash ^ (**p | 0x20)) * 0x100000001b3u;
    return hash;
}

static uint64_t mix(uint64_t a, uint64_t b, uint64_t c)
{
    uint64_t hash = (a ^ (a >> 29)) * 0xbf58476d1ce4e5b9u + b;
    hash = (hash ^ (hash >> 27)) * 0x94d049bb133111ebu + c;
    hash = (hash ^ (hash >> 31)) * 0xff51afd7ed558ccdu;
    return hash ^ (hash >> 33);
}

uint64_t message_fingerprint(const struct message *message)
{
    const uint64_t lowest = 0x0101010101010101u; /* of each byte: eight counters to a word */
    uint64_t votes[8] = {0}, before[2] = {0}, print = 0;
    unsigned words = 0;
    for (const unsigned char *p = (const unsigned char *)message->text; *p && words < TEXT_WORDS;) {
        const unsigned char *from = p;
        uint64_t word = hash_word(&p);
        if (p == from) {
            p++;
            continue;
        }
        uint64_t hash = mix(before[0], before[1], word);
        for (int bit = 0; bit < 8; bit++)
            votes[bit] += hash >> bit & lowest;
        before[0] = before[1];
        before[1] = word;
        words++;
    }
    for (int bit = 0; bit < 64 && words >= FEWEST_WORDS; bit++)
        print |= (uint64_t)(2 * (votes[bit % 8] >> (bit / 8 * 8) & 0xff) > words) << bit;
    return print;
}

bool fingerprints_match(uint64_t a, uint64_t b)
{
    return a && b && __builtin_popcountll(a ^ b) <= BITS_APART;
}
