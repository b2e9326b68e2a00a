/* The words by which messages of one sender differ from each other. */
#ifndef HEED_VOCABULARY_H
#define HEED_VOCABULARY_H

#include "mail/message.h"

#define VOCABULARY_WORDS 24 /* at most, of one message */

/* The distinct words of the subject, three letters or longer, lower case without accents, without numbers;
 * in order. NULL-ended; g_strfreev() it. Pure. */
char **message_words(const struct message *message);

/* 64 bits that differ little between texts that differ little: a simhash over rows of three words
 * (Charikar 2002). 0 for a text of fewer than 20 words. */
uint64_t message_fingerprint(const struct message *message);

/* Whether two fingerprints are of nearly the same text: at most 8 bits apart, and neither 0. */
bool fingerprints_match(uint64_t a, uint64_t b);

#endif
