/* Opening what judgements are drawn from, in the order in which it is needed. */
#include <string.h>

#include "alias.h"
#include "index-config.h"
#include "sources.h"

static void add_trouble(struct sources *sources, const char *text)
{
    if (!sources->trouble)
        sources->trouble = g_strdup(text);
}

void sources_settings(struct sources *sources)
{
    *sources = (struct sources){.config = config_load(NULL, NULL)};
}

void sources_read_rules(struct sources *sources)
{
    rules_free(sources->rules);
    sources->rules = rules_load(NULL, NULL);
}

static void set_user(struct sources *sources, char **own, const char *name)
{
    g_strfreev(sources->own);
    g_free(sources->user_name);
    sources->own = own;
    sources->user_name = g_strdup(name);
}

struct opening {
    const struct config *config;
    GThread *thread;
    struct history *history;
    struct err why;
};

static gpointer open_index(gpointer data)
{
    struct opening *opening = data;
    if (history_open(opening->config, &opening->history, &opening->why))
        opening->history = NULL;
    return NULL;
}

void sources_index_ahead(struct sources *sources)
{
    if (sources->tried || sources->opening)
        return;
    sources->opening = g_new0(struct opening, 1);
    sources->opening->config = sources->config;
    sources->opening->thread = g_thread_try_new("index", open_index, sources->opening, NULL);
    if (!sources->opening->thread)
        g_clear_pointer(&sources->opening, g_free);
}

struct history *sources_index(struct sources *sources)
{
    if (sources->tried)
        return sources->history;
    sources->tried = true;
    struct opening here = {.config = sources->config};
    g_autofree struct opening *ahead = g_steal_pointer(&sources->opening);
    struct opening *opening = ahead ? ahead : &here;
    if (ahead)
        g_thread_join(ahead->thread);
    else
        open_index(&here);
    sources->history = opening->history;
    if (sources->history) {
        g_free(sources->mail_root);
        sources->mail_root = g_strdup(history_mail_root(sources->history));
        set_user(sources, g_strdupv((char **)history_own_addresses(sources->history)),
                 history_user_name(sources->history));
    }
    if (opening->why.text[0])
        add_trouble(sources, opening->why.text);
    return sources->history;
}

/* libnotmuch may know better than its configuration file, since settings can be in the index, too; where a Maildir is
 * where the file says, it does not. */
static char *plain_mail_root(void)
{
    owned(index_config) notmuch = index_config_read();
    const char *folder = NULL;
    bool plain = notmuch->named && usual_folder(notmuch->mail, &folder, NULL) == STATUS_OK && folder;
    return plain ? g_strdup(notmuch->mail) : NULL;
}

enum status sources_maildir(struct sources *sources, struct err *err)
{
    if (*sources->config->maildir)
        return STATUS_OK;
    if (!sources->mail_root)
        sources->mail_root = plain_mail_root();
    if (sources->mail_root || sources_index(sources))
        return STATUS_OK;
    return err_set(err, STATUS_NOT_FOUND, "%s", sources->trouble);
}

enum status sources_open(struct sources *sources, struct err *err)
{
    sources_settings(sources);
    (void)sources_index(sources);
    return sources_maildir(sources, err);
}

/* Who she is, from the book or else from the index. */
static void recall_user(struct sources *sources)
{
    if (sources->own)
        return;
    g_autofree char *own = sources->book ? book_text(sources->book, "own") : g_strdup("");
    g_autofree char *name = sources->book ? book_text(sources->book, "name") : g_strdup("");
    if (*own)
        set_user(sources, g_strsplit(own, "\n", -1), name);
    else
        sources_index(sources);
}

enum status sources_note_user(const struct sources *sources, struct book *book, struct err *err)
{
    g_autofree char *own = sources->own ? g_strjoinv("\n", sources->own) : g_strdup("");
    enum status status = book_set_text(book, "own", own, err);
    return status ? status : book_set_text(book, "name", sources->user_name, err);
}

const char *sources_user(const struct sources *sources)
{
    return sources->own && *sources->own ? *sources->own : "";
}

bool sources_is_own(const struct sources *sources, const char *address)
{
    for (char **own = sources->own; own && *own; own++)
        if (g_ascii_strcasecmp(*own, address) == 0)
            return true;
    return alias_split(sources->config, sources->own, address, NULL);
}

const struct secret *sources_alias_key(struct sources *sources)
{
    struct err why = {""};
    if (!sources->tried_alias_key && sources->state_dir) {
        enum status status = secret_open(sources->state_dir, ALIAS_KEY, false, &sources->alias_key, &why);
        if (status && status != STATUS_NOT_FOUND)
            add_trouble(sources, why.text);
    }
    sources->tried_alias_key = true;
    return sources->alias_key;
}

enum status sources_renew_book(struct sources *sources, struct err *err)
{
    g_autofree char *path = g_build_filename(sources->state_dir, "book.db", NULL);
    g_clear_pointer(&sources->book, book_close);
    enum status status = book_open(path, sources->config->half_life, &sources->book, err);
    if (status == STATUS_CORRUPT || (!status && !book_is_whole(sources->book))) {
        g_clear_pointer(&sources->book, book_close);
        book_move_aside(path);
        g_clear_pointer(&sources->trouble, g_free);
        add_trouble(sources, "the book was damaged and is kept beside the new one, as book.db.corrupt-*: run heed init");
        status = book_open(path, sources->config->half_life, &sources->book, err);
    }
    return status;
}

enum status sources_state_dir(struct sources *sources, struct err *err)
{
    return sources->state_dir ? STATUS_OK : config_state_dir(&sources->state_dir, err);
}

enum status sources_open_book(struct sources *sources, struct err *err)
{
    struct err why = {""};
    enum status status = sources_state_dir(sources, &why);
    if (!status) {
        enum status sealed = secret_open(sources->state_dir, SEAL_KEY, true, &sources->key, &why);
        if (sealed)
            add_trouble(sources, why.text);
        g_autofree char *path = g_build_filename(sources->state_dir, "book.db", NULL);
        status = book_open(path, sources->config->half_life, &sources->book, &why);
        if (status == STATUS_CORRUPT)
            err_set(&why, status, "the book %s is damaged: heed init puts it aside and builds it anew", path);
    }
    if (status) {
        add_trouble(sources, why.text);
        err_set(err, status, "%s", why.text);
    }
    recall_user(sources);
    return status;
}

enum status sources_mend_book(struct sources *sources, struct err *err)
{
    enum status status = sources_open_book(sources, err);
    return status == STATUS_CORRUPT ? sources_renew_book(sources, err) : status;
}

void sources_find_book(struct sources *sources)
{
    g_autofree char *path = g_build_filename(g_get_user_state_dir(), "heed", "book.db", NULL);
    if (g_file_test(path, G_FILE_TEST_EXISTS))
        (void)sources_open_book(sources, NULL);
}

void sources_note_run(const struct sources *sources, const char *what, int64_t now)
{
    if (!sources->book || book_begin(sources->book, NULL))
        return;
    if (book_set_number(sources->book, what, now, NULL) || book_commit(sources->book, NULL))
        book_rollback(sources->book);
}

void sources_close(struct sources *sources)
{
    if (sources->opening)
        (void)sources_index(sources);
    book_close(sources->book);
    history_free(sources->history);
    secret_free(sources->key);
    secret_free(sources->alias_key);
    rules_free(sources->rules);
    config_free(sources->config);
    g_free(sources->state_dir);
    g_strfreev(sources->own);
    g_free(sources->user_name);
    g_free(sources->mail_root);
    g_free(sources->trouble);
    memset(sources, 0, sizeof *sources);
}
