/* The words that tell what a message is for, in every language of the table, and finding them. */
#ifndef HEED_MAIL_WORDS_H
#define HEED_MAIL_WORDS_H

#include <stdbool.h>

#include <glib.h>

#include "mail/kind-guess.h"
#include "base/owned.h"
#include "mail/tokens.h"

/* What a word speaks for: a kind, or one of these. */
enum {
    WORD_URGENCY = KIND_COUNT,
    WORD_DISCOUNT,
    WORD_AUTOMATIC, /* nobody reads what is sent to this local part */
    WORD_ROLE,      /* a desk, not a person */
    WORD_BULK,      /* the small print of mail to many */
    WORD_BOUNCE,    /* a letter was not delivered */
    WORD_AWAY,      /* nobody is there to read it */
    WORD_SEEN,      /* it was read */
    WORD_MACHINE,   /* jobs, disks and the like */
    WORD_COMPLAINT, /* a desk that complains of what machines did */
    WORD_TALK,      /* people write so to people */
    WORD_COMMON,    /* words of every text of a language: the table knows it */
    WORD_CLASSES,
    WORD_BRAND = WORD_CLASSES, /* the name of an organisation: brands.c */
    WORD_OFFICE,               /* a word of an office rather than of a person */
    WORD_THEME                 /* and more: a lure of enum theme */
};

enum word_place {
    PLACE_SUBJECT = 1,
    PLACE_BODY = 2,
    PLACE_EITHER = 3,
    PLACE_LOCAL = 4, /* local part of the author's address */
    PLACE_LURE = 8,  /* wherever lures are looked for */
};

/* PHRASES stand apart by " | ". In a phrase N is an order number or the like, # any number, $ a
 * currency, % itself and ... up to five words of any kind. Case and accents do not matter. A
 * weight of 3 decides alone, 1 supports. */
struct words_row {
    int class;
    enum word_place place;
    float weight;
    const char *phrases;
};

/* One language is one file with one such block, and a line in words.c. */
struct words_block {
    const char *language;
    const struct words_row *rows;
    size_t n;
};

extern const struct words_block words_matters, words_entries, words_en, words_en_notices, words_de,
    words_fr, words_es, words_it, words_pt, words_nl, words_pl, words_cs, words_sv, words_more, words_tr,
    words_el, words_ru, words_uk, words_hu, words_ja, words_ko, words_zh, words_local, words_report,
    words_lures, words_lures_people;

struct words_hit {
    const struct words_row *row;
    const char *phrase; /* as in the row, not NUL-ended */
    int len;            /* its bytes */
    guint phrase_id;    /* 0 to words_count() - 1 */
    guint n_words;
    guint number;       /* of the row; for a brand, of brands[] */
    guint at;           /* the token that it begins at */
};

/* A text in words, split once for all who read it. */
struct wording {
    GArray *tokens; /* struct token */
    GString *spelt; /* each word, NUL-ended */
};

/* The first MOST words of TEXT. The caller frees it. */
struct wording *wording_new(const char *text, size_t most);
void wording_free(struct wording *wording);
OWNED_DEFINE(wording)

/* Its word I, from 0 on, of tokens->len. Borrowed. */
static inline const char *wording_word(const struct wording *wording, guint i)
{
    return wording->spelt->str + g_array_index(wording->tokens, struct token, i).at;
}

/* Whether WORD, spelt as tokens_split() does, is one of WORDING. */
bool wording_has(const struct wording *wording, const char *word);

guint words_count(void);

/* Whether a phrase of the table has WORD, spelt as tokens_split() does. */
bool words_have(const char *word);

/* Calls HIT for every phrase of the table that stands in the MOST words from the word FROM on, and whose row
 * is for PLACE. */
void words_find(const struct wording *wording, guint from, guint most, enum word_place place,
                void (*hit)(void *ctx, const struct words_hit *hit), void *ctx);

#endif
