/* The words by which messages of one sender differ from each other. */
#ifndef HEED_VOCABULARY_H
#define HEED_VOCABULARY_H

#include "message.h"

#define VOCABULARY_WORDS 24 /* at most, of one message */

/* The distinct words of the subject, three letters or longer, lower case without accents, without numbers;
 * in order. NULL-ended; g_strfreev() it. Pure. */
char **message_words(const struct message *message);

#endif
