/* The words by which messages of one sender differ from each other. */
#ifndef HEED_VOCABULARY_H
#define HEED_VOCABULARY_H

#include "mail/message.h"

#define VOCABULARY_WORDS 24 /* at most, of one message */

struct wording;

/* The word at token I of WORDING that can be learned, without numbers, three letters or longer; of characters
 * that are tokens, two together, which search engines take for a word of Chinese, Japanese or Korean. NULL:
 * none. The caller frees it. */
char *vocabulary_word(const struct wording *wording, unsigned i);

/* The distinct words of the subject, three letters or longer, lower case without accents, without numbers;
 * in order. NULL-ended; g_strfreev() it. Pure. */
char **message_words(const struct message *message);

/* 64 bits that differ little between texts that differ little: a simhash over rows of three words
 * (Charikar 2002). 0 for a text of fewer than 20 words. */
uint64_t message_fingerprint(const struct message *message);

/* Whether two fingerprints are of nearly the same text: at most 8 bits apart, and neither 0. */
bool fingerprints_match(uint64_t a, uint64_t b);

#endif
