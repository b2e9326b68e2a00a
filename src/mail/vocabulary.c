/* Words for learning, split as the table of words is, so that case and accents do not matter. */
#include <string.h>

#include "tokens.h"
#include "vocabulary.h"

#define SUBJECT_TOKENS 60

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
