/* Text as a row of words to compare, in the same form as the rows of the table of words. */
#ifndef HEED_MAIL_TOKENS_H
#define HEED_MAIL_TOKENS_H

#include <stdint.h>

#include <glib.h>

/* What a token is besides the word that it spells. */
enum token_class {
    TOKEN_NUMBER = 1 << 0, /* has a digit; # in a phrase */
    TOKEN_ID = 1 << 1,     /* an order number or the like: four digits or more; N in a phrase */
    TOKEN_CODE = 1 << 2,   /* 4 to 8 digits and nothing else, as in a sign-in code */
    TOKEN_LONG = 1 << 3,   /* ten digits or more, as in a tracking number */
    TOKEN_MONEY = 1 << 4,  /* a currency, by sign or by code; $ in a phrase */
    TOKEN_PERCENT = 1 << 5,
    TOKEN_GLYPH = 1 << 6, /* a character of a script without blanks, or a syllable of Hangul: half a word */
    TOKEN_APART = 1 << 8,  /* a comma, a colon or the like stands before it */
    TOKEN_JOINED = 1 << 7, /* one of these that stands at once behind another */
};

#define TOKEN_GAP (-2)  /* in a phrase: "..." */
#define TOKEN_NONE (-1) /* a word that no phrase has */
#define TOKEN_BYTES 64  /* longer words are cut */

struct token {
    int word; /* from the index, or one of the above */
    unsigned classes;
    unsigned at; /* where it is spelt: struct wording */
};

/* Calls FOUND for each word: lower case without accents, letters and digits of one word
 * together; each character alone where scripts have no blanks, and in Korean. WORD lives until the
 * next call. Stops after MOST words. */
void tokens_split(const char *text, size_t most,
                  void (*found)(void *ctx, const char *word, unsigned classes), void *ctx);

#endif
