/* Opening what judgements are drawn from, in the order in which it is needed. */
#include <string.h>

#include "sources.h"

static void add_trouble(struct sources *sources, const char *text)
{
    if (!sources->trouble)
        sources->trouble = g_strdup(text);
}

enum status sources_open(struct sources *sources, struct err *err)
{
    struct err why = {""};
    *sources = (struct sources){.config = config_load(NULL, NULL)};
    enum status status = history_open(sources->config, &sources->history, &why);
    if (why.text[0])
        add_trouble(sources, why.text);
    if (status && *sources->config->maildir)
        status = STATUS_OK;
    if (status)
        err_set(err, status, "%s", why.text);
    return status;
}

enum status sources_open_book(struct sources *sources, struct err *err)
{
    struct err why = {""};
    enum status status = config_state_dir(&sources->state_dir, &why);
    if (!status) {
        enum status sealed = seal_key_open(sources->state_dir, &sources->key, &why);
        if (sealed)
            add_trouble(sources, why.text);
        g_autofree char *path = g_build_filename(sources->state_dir, "book.db", NULL);
        status = book_open(path, sources->config->half_life, &sources->book, NULL, &why);
    }
    if (status) {
        add_trouble(sources, why.text);
        err_set(err, status, "%s", why.text);
    }
    return status;
}

void sources_close(struct sources *sources)
{
    book_close(sources->book);
    history_free(sources->history);
    seal_key_free(sources->key);
    config_free(sources->config);
    g_free(sources->state_dir);
    g_free(sources->trouble);
    memset(sources, 0, sizeof *sources);
}
