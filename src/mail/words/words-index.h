/* The index of the table of words, as gen/words-gen.c makes it while heed is built. All constant and without
 * pointers, so that it costs nothing to load. */
#ifndef HEED_MAIL_WORDS_INDEX_H
#define HEED_MAIL_WORDS_INDEX_H

#include <stdint.h>

#include "mail/words.h"

#define MAX_WORDS 24 /* of one phrase: characters are words in Chinese, Japanese and Korean */

/* What a phrase may have in place of a word, besides TOKEN_GAP. */
#define WORD_ANY_ID (-3)
#define WORD_ANY_NUMBER (-4)
#define WORD_ANY_MONEY (-5)

struct phrase {
    uint8_t block, len, n; /* block of the table; bytes of the text; words */
    uint8_t place;         /* the row's */
    uint16_t row, at;      /* row of the block; where in the row's text it begins */
    uint16_t words;        /* where in the index's row of words its own begin */
    int16_t next;          /* phrase that starts with the same word, or -1 */
};

struct words_index {
    const char *strings;    /* all words, each ended by NUL */
    const uint32_t *where;  /* offset of each word's string, by number */
    const int16_t *slots;   /* open addressing: word number, or -1 */
    uint32_t mask;          /* slots - 1 */
    const struct phrase *phrases;
    const int16_t *words; /* of all phrases */
    uint32_t n_phrases;
    const int16_t *first;   /* first phrase by word number, or -1 */
    int16_t first_id, first_number, first_money;
};

extern const struct words_index words_index;

/* FNV-1a, 32 bits. */
static inline uint32_t words_hash(const char *word)
{
    uint32_t hash = 2166136261u;
    for (; *word; word++)
        hash = (hash ^ (unsigned char)*word) * 16777619u;
    return hash;
}

static const struct words_block *const words_blocks[] = {
    &words_local, &words_entries, &words_en, &words_de, &words_fr,   &words_es, &words_it, &words_pt,
    &words_nl,    &words_pl, &words_cs, &words_sv,   &words_tr, &words_el, &words_more,
    &words_ru,    &words_uk, &words_hu, &words_ja,   &words_ko, &words_zh, &words_report, &words_en_notices,
    &words_matters,
    &words_lures, &words_lures_people};
#define BRANDS_BLOCK G_N_ELEMENTS(words_blocks) /* whose rows are those of brands[] */
static const struct words_row brand_row = {WORD_BRAND, PLACE_LURE, 0, ""};

#endif
