/* Makes the index of the table of words while heed is built, so that a process that judges one message
 * need not: every word of every phrase gets a number, and phrases are found by their first word. Writes C
 * to standard output, in the form of words-index.h. */
#include <stdbool.h>
#include <stdio.h>
#include <string.h>

#include "mail/brands.h"
#include "../words-index.h"

static GHashTable *numbers; /* word -> number + 1 */
static GPtrArray *words;
static GArray *phrases, *first;
static GArray *all; /* words of all phrases, phrase by phrase */
static GHashTable *seen; /* phrases that several languages share count once */
static int16_t first_id = -1, first_number = -1, first_money = -1;

static int number_of(const char *word)
{
    gpointer found = g_hash_table_lookup(numbers, word);
    if (!found) {
        const int16_t none = -1;
        char *copy = g_strdup(word);
        g_ptr_array_add(words, copy);
        found = GUINT_TO_POINTER(words->len);
        g_hash_table_insert(numbers, copy, found);
        g_array_append_val(first, none);
    }
    return GPOINTER_TO_INT(found) - 1;
}

static void add_number(struct phrase *phrase, int number)
{
    int16_t word = (int16_t)number;
    if (phrase->n == MAX_WORDS || number > INT16_MAX)
        g_error("phrase %d of block %d, row %d is too long", phrase->at, phrase->block, phrase->row);
    g_array_append_val(all, word);
    phrase->n++;
}

static int word_of(const struct phrase *phrase, int i)
{
    return g_array_index(all, int16_t, phrase->words + i);
}

static void add_word(void *ctx, const char *word, unsigned classes)
{
    bool money = (classes & TOKEN_MONEY) && !strcmp(word, "$");
    add_number(ctx, money ? WORD_ANY_MONEY : number_of(word));
}

/* Reads one blank-separated piece of a phrase. */
static void add_piece(struct phrase *phrase, const char *piece)
{
    if (!strcmp(piece, "N"))
        add_number(phrase, WORD_ANY_ID);
    else if (!strcmp(piece, "#"))
        add_number(phrase, WORD_ANY_NUMBER);
    else if (!strcmp(piece, "..."))
        add_number(phrase, TOKEN_GAP);
    else
        tokens_split(piece, MAX_WORDS, add_word, phrase);
}

static int16_t *head_for(int word)
{
    return word == WORD_ANY_ID       ? &first_id
           : word == WORD_ANY_NUMBER ? &first_number
           : word == WORD_ANY_MONEY  ? &first_money
                                     : &g_array_index(first, int16_t, word);
}

static bool is_new(const struct words_row *row, const struct phrase *phrase)
{
    GString *key = g_string_new(NULL);
    g_string_printf(key, "%d %d %d", row->class, row->place, row->class == WORD_BRAND ? phrase->row : 0);
    for (int i = 0; i < phrase->n; i++)
        g_string_append_printf(key, " %d", word_of(phrase, i));
    return g_hash_table_add(seen, g_string_free(key, FALSE));
}

static void add_phrase(struct phrase phrase, const struct words_row *row, const char *text)
{
    g_auto(GStrv) pieces = g_strsplit(text, " ", -1);
    if (all->len > UINT16_MAX)
        g_error("too many words");
    phrase.words = (uint16_t)all->len;
    for (char **piece = pieces; *piece; piece++)
        add_piece(&phrase, *piece);
    if (!phrase.n || word_of(&phrase, 0) == TOKEN_GAP || strlen(text) > UINT8_MAX)
        g_error("not a phrase: %s", text);
    if (!is_new(row, &phrase)) {
        g_array_set_size(all, phrase.words);
        return;
    }
    phrase.len = (uint8_t)strlen(text);
    phrase.place = (uint8_t)row->place;
    int16_t *head = head_for(word_of(&phrase, 0));
    phrase.next = *head;
    *head = (int16_t)phrases->len;
    g_array_append_val(phrases, phrase);
}

static void add_row(unsigned block, unsigned number, const struct words_row *row, const char *listed)
{
    g_auto(GStrv) texts = g_strsplit(listed, " | ", -1);
    size_t at = 0;
    for (char **text = texts; *text; at += strlen(*text) + strlen(" | "), text++) {
        if (at > UINT16_MAX)
            g_error("row %u of block %u is too long", number, block);
        add_phrase((struct phrase){.block = (uint8_t)block, .row = (uint16_t)number, .at = (uint16_t)at},
                   row, *text);
    }
}

static void print_words(void)
{
    uint32_t slots = 1, offset = 0;
    while (slots < 3 * words->len)
        slots *= 2;
    int *table = g_new(int, slots);
    memset(table, -1, slots * sizeof *table);
    puts("static const char strings[] =");
    for (guint i = 0; i < words->len; i++)
        printf("    \"%s\\0\"\n", (char *)words->pdata[i]);
    puts("    ;\nstatic const uint32_t where[] = {");
    for (guint i = 0; i < words->len; i++) {
        uint32_t slot = words_hash(words->pdata[i]) & (slots - 1);
        while (table[slot] >= 0)
            slot = (slot + 1) & (slots - 1);
        table[slot] = (int)i;
        printf("%u,\n", offset);
        offset += (uint32_t)strlen(words->pdata[i]) + 1;
    }
    printf("};\n#define MASK %u\nstatic const int16_t slots[] = {\n", slots - 1);
    for (uint32_t i = 0; i < slots; i++)
        printf("%d,%s", table[i], i % 16 == 15 ? "\n" : "");
    puts("};");
    g_free(table);
}

static void print_phrases(void)
{
    puts("static const struct phrase phrases[] = {");
    for (guint i = 0; i < phrases->len; i++) {
        const struct phrase *p = &g_array_index(phrases, struct phrase, i);
        printf("{%d,%d,%d,%d,%d,%d,%d,%d},\n", p->block, p->len, p->n, p->place, p->row, p->at, p->words,
               p->next);
    }
    puts("};\nstatic const int16_t phrase_words[] = {");
    for (guint i = 0; i < all->len; i++)
        printf("%d,%s", g_array_index(all, int16_t, i), i % 16 == 15 ? "\n" : "");
    puts("};\nstatic const int16_t first[] = {");
    for (guint i = 0; i < first->len; i++)
        printf("%d,\n", g_array_index(first, int16_t, i));
    puts("};");
}

int main(void)
{
    numbers = g_hash_table_new(g_str_hash, g_str_equal);
    seen = g_hash_table_new(g_str_hash, g_str_equal);
    words = g_ptr_array_new();
    phrases = g_array_new(FALSE, FALSE, sizeof(struct phrase));
    all = g_array_new(FALSE, FALSE, sizeof(int16_t));
    first = g_array_new(FALSE, FALSE, sizeof(int16_t));
    for (unsigned block = 0; block < G_N_ELEMENTS(words_blocks); block++)
        for (unsigned row = 0; row < words_blocks[block]->n; row++)
            add_row(block, row, &words_blocks[block]->rows[row], words_blocks[block]->rows[row].phrases);
    for (unsigned row = 0; brands[row].name; row++)
        add_row(BRANDS_BLOCK, row, &brand_row, brands[row].names);
    if (phrases->len > INT16_MAX)
        g_error("too many phrases");
    puts("/* Made by src/mail/words/gen/words-gen.c. */\n#include \"words-index.h\"\n");
    print_words();
    print_phrases();
    printf("const struct words_index words_index = {strings, where, slots, MASK, phrases, phrase_words, %u, "
           "first, %d, %d, %d};\n",
           phrases->len, first_id, first_number, first_money);
    return ferror(stdout) || fflush(stdout) != 0;
}
