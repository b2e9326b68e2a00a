/* Opening what judgements are drawn from, in the order in which it is needed. */
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include "store/alias.h"
#include "store/index-config.h"
#include "reader/sources.h"

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

/* Whether the mail root is another than notmuch's configuration file says, since that stands in the index itself (notmuch
 * config set --database): a file in the folder of the book says so, if there is that folder. */
static char *elsewhere_mark(void)
{
    return g_build_filename(g_get_user_state_dir(), "heed", "mail-root-in-index", NULL);
}

/* Notes for later deliveries what libnotmuch says, and whether this one was wrong. */
static void see_mail_root(struct sources *sources)
{
    owned(index_config) notmuch = index_config_read();
    g_autofree char *mark = elsewhere_mark(), *taken = g_steal_pointer(&sources->mail_root);
    sources->mail_root = g_strdup(history_mail_root(sources->history));
    if (!history_ready(sources->history))
        return;
    if (notmuch->plain && strcmp(notmuch->mail, sources->mail_root) != 0) { /* libnotmuch compares letters, too */
        int fd = open(mark, O_WRONLY | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
        sources->elsewhere = fd >= 0 && taken && strcmp(taken, sources->mail_root) != 0;
        if (fd >= 0)
            close(fd);
    } else {
        unlink(mark);
    }
}

struct history *sources_index(struct sources *sources)
{
    struct err why = {""};
    if (sources->tried)
        return sources->history;
    sources->tried = true;
    if (history_open(sources->config, &sources->history, &why) == STATUS_OK) {
        see_mail_root(sources);
        set_user(sources, g_strdupv((char **)history_own_addresses(sources->history)),
                 history_user_name(sources->history));
    }
    if (why.text[0])
        add_trouble(sources, why.text);
    return sources->history;
}

/* The mail root by notmuch's configuration file, or NULL where libnotmuch has to say. */
static char *plain_mail_root(void)
{
    owned(index_config) notmuch = index_config_read();
    g_autofree char *mark = elsewhere_mark();
    const char *folder = NULL;
    bool plain = notmuch->plain && access(mark, F_OK) != 0 && errno == ENOENT &&
                 usual_folder(notmuch->mail, &folder, NULL) == STATUS_OK && folder;
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

enum status sources_open_book(struct sources *sources, struct err *err)
{
    struct err why = {""};
    enum status status = config_state_dir(&sources->state_dir, &why);
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
