/* Finds the phrases of lures.c and the names of brands.c. Both are compared as rows of hashes: a hash that
 * collides costs a finding that weighs little alone. The index is made once in a process, in some
 * microseconds. */
#include <string.h>

#include <glib.h>

#include "lures.h"
#include "tokens.h"

#define MOST_PHRASES 2000
#define MOST_WORDS 300  /* of a text that are looked at */
#define LONGEST 6       /* words of a phrase */
#define BUCKETS 4096
#define MOST_POINTS 10
#define PLAIN 5.0f /* points that make a theme plain */

#define NUMBER 1u /* stands for any number; no word hashes to it, nor to the next */
#define MONEY 2u

enum entry_kind { ENTRY_THEME, ENTRY_BRAND, ENTRY_OFFICE };

struct entry {
    uint32_t words[LONGEST];
    uint8_t n_words, kind, points, bytes;
    uint16_t row; /* theme, or number of the brand */
    uint16_t next;
    const char *text;
};

static struct {
    struct entry entries[MOST_PHRASES]; /* from 1 on */
    uint16_t first[BUCKETS];
    uint16_t n;
} phrases;

static uint32_t hash_of(const char *word, size_t len)
{
    uint32_t h = 2166136261u; /* FNV-1a */
    for (size_t i = 0; i < len; i++)
        h = (h ^ (unsigned char)word[i]) * 16777619u;
    return h | 4;
}

static uint32_t hash_in_table(const char *word, size_t len)
{
    return len == 1 && *word == '#' ? NUMBER : len == 1 && *word == '$' ? MONEY : hash_of(word, len);
}

static void add_phrase(const char *text, size_t len, enum entry_kind kind, unsigned row, unsigned points)
{
    g_assert(phrases.n + 1 < MOST_PHRASES);
    struct entry *e = &phrases.entries[++phrases.n];
    *e = (struct entry){.kind = kind, .points = points, .row = row, .text = text, .bytes = MIN(len, 255)};
    for (size_t i = 0; i < len && e->n_words < LONGEST;) {
        size_t word = strcspn(text + i, " |");
        word = MIN(word, len - i);
        if (word)
            e->words[e->n_words++] = hash_in_table(text + i, word);
        i += word + 1;
    }
    uint16_t *bucket = &phrases.first[e->words[0] % BUCKETS];
    e->next = *bucket;
    *bucket = phrases.n;
}

static void add_list(const char *list, enum entry_kind kind, unsigned row, unsigned points)
{
    while (*list) {
        list += strspn(list, " |");
        size_t len = strcspn(list, "|"), bare = len;
        while (bare && list[bare - 1] == ' ')
            bare--;
        if (bare)
            add_phrase(list, bare, kind, row, points);
        list += len;
    }
}

static void make_index(void)
{
    static gsize done;
    if (!g_once_init_enter(&done))
        return;
    for (const struct lure_row *row = lure_rows; row->phrases; row++)
        add_list(row->phrases, ENTRY_THEME, row->theme, row->points);
    for (unsigned i = 0; brands[i].name; i++)
        add_list(brands[i].names, ENTRY_BRAND, i, 0);
    for (unsigned i = 0; offices[i]; i++)
        add_list(offices[i], ENTRY_OFFICE, 0, 0);
    g_once_init_leave(&done, 1);
}

struct words {
    uint32_t hash[MOST_WORDS];
    unsigned classes[MOST_WORDS];
    unsigned n;
};

static void keep_word(void *ctx, const char *word, unsigned classes)
{
    struct words *words = ctx;
    words->hash[words->n] = hash_of(word, strlen(word));
    words->classes[words->n++] = classes;
}

static bool word_is(const struct words *words, unsigned at, uint32_t expected)
{
    if (expected == NUMBER)
        return words->classes[at] & TOKEN_NUMBER;
    if (expected == MONEY)
        return words->classes[at] & TOKEN_MONEY;
    return words->hash[at] == expected;
}

static bool stands_at(const struct entry *e, const struct words *words, unsigned at)
{
    if (at + e->n_words > words->n)
        return false;
    for (unsigned i = 0; i < e->n_words; i++)
        if (!word_is(words, at + i, e->words[i]))
            return false;
    return true;
}

struct reading {
    struct lure *lure;
    enum lure_place place;
    struct lure_words found;
    unsigned covered; /* words that name the brand or an office */
    uint16_t counted[32]; /* phrases count once in a text */
    unsigned n_counted;
};

static bool counted_before(struct reading *r, uint16_t number)
{
    for (unsigned i = 0; i < r->n_counted; i++)
        if (r->counted[i] == number)
            return true;
    if (r->n_counted < G_N_ELEMENTS(r->counted))
        r->counted[r->n_counted++] = number;
    return false;
}

static void take(struct reading *r, const struct entry *e)
{
    unsigned most = r->place == LURE_TEXT ? 1 : 2; /* of a word that stands alone, and so may mean anything */
    float points = (r->place == LURE_TEXT ? 1 : 2) * (e->n_words == 1 ? MIN(e->points, most) : e->points);
    if (e->kind == ENTRY_BRAND) {
        if (!r->found.brand)
            r->found.brand = &brands[e->row];
        if (r->found.brand == &brands[e->row]) {
            r->covered += e->n_words;
            r->found.brand_sure |= !r->found.brand->common || e->n_words > 1;
        }
    } else if (e->kind == ENTRY_OFFICE) {
        r->found.office = true;
        r->covered++;
    } else if (!counted_before(r, (uint16_t)(e - phrases.entries))) {
        float *theme = &r->lure->themes[e->row];
        *theme = MIN(*theme + points / PLAIN, MOST_POINTS / PLAIN);
        if (!*r->lure->words[e->row])
            g_strlcpy(r->lure->words[e->row], e->text, MIN(e->bytes + 1u, sizeof r->lure->words[0]));
    }
}

static void try_from(struct reading *r, const struct words *words, unsigned at, uint32_t first)
{
    for (uint16_t i = phrases.first[first % BUCKETS]; i; i = phrases.entries[i].next)
        if (stands_at(&phrases.entries[i], words, at))
            take(r, &phrases.entries[i]);
}

struct lure_words lure_words_read(const char *text, enum lure_place place, struct lure *lure)
{
    struct words words;
    words.n = 0;
    make_index();
    tokens_split(text, MOST_WORDS, keep_word, &words);
    struct reading r = {.lure = lure, .place = place};
    for (unsigned i = 0; i < words.n; i++) {
        try_from(&r, &words, i, words.hash[i]);
        if (words.classes[i] & TOKEN_NUMBER)
            try_from(&r, &words, i, NUMBER);
        if (words.classes[i] & TOKEN_MONEY)
            try_from(&r, &words, i, MONEY);
    }
    r.found.brand_sure |= r.found.brand && r.covered >= words.n;
    return r.found;
}
