/* Opening what judgements are drawn from, in the order in which it is needed, and noticing that it has
 * changed. */
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "reader/reader.h"
#include "store/book-state.h"

static void add_trouble(struct reader *reader, const char *text)
{
    if (!reader->trouble)
        reader->trouble = g_strdup(text);
}

/* --- settings and rules --------------------------------------------------------------------------------- */

static void add_stamp(struct stamp *sum, const char *path)
{
    struct stat st;
    if (stat(path, &st) != 0)
        return;
    sum->seconds += st.st_mtim.tv_sec;
    sum->nanoseconds += st.st_mtim.tv_nsec;
    sum->inode += (int64_t)st.st_ino + st.st_size;
}

static struct stamp stamp_of(const struct home *home, const char *const *names)
{
    struct stamp sum = {0};
    const char *const dirs[] = {home->site_dir, home->config_dir};
    for (size_t i = 0; i < G_N_ELEMENTS(dirs); i++)
        for (const char *const *name = names; *name; name++) {
            g_autofree char *path = g_build_filename(dirs[i], *name, NULL);
            add_stamp(&sum, path);
        }
    return sum;
}

static const char *const settings_names[] = {"config", NULL};
static const char *const rules_names[] = {"rules", "rules.d", NULL};

/* A file in rules.d that is changed in place leaves the folder as it was, so each is looked at. */
static struct stamp rules_stamp(const struct home *home)
{
    struct stamp sum = stamp_of(home, rules_names);
    const char *const dirs[] = {home->site_dir, home->config_dir};
    for (size_t i = 0; i < G_N_ELEMENTS(dirs); i++) {
        g_autofree char *folder = g_build_filename(dirs[i], "rules.d", NULL);
        GDir *dir = g_dir_open(folder, 0, NULL);
        for (const char *name; dir && (name = g_dir_read_name(dir));) {
            g_autofree char *path = g_build_filename(folder, name, NULL);
            add_stamp(&sum, path);
        }
        if (dir)
            g_dir_close(dir);
    }
    return sum;
}

void reader_begin(struct reader *reader, const struct home *home)
{
    *reader = (struct reader){
        .home = home, .config = config_load(home), .settings = stamp_of(home, settings_names)};
}

void reader_read_rules(struct reader *reader)
{
    rules_free(reader->rules);
    reader->ruled = rules_stamp(reader->home);
    reader->rules = rules_load(reader->home->site_dir, reader->home->config_dir);
}

static bool same_stamp(const struct stamp *a, const struct stamp *b)
{
    return a->seconds == b->seconds && a->nanoseconds == b->nanoseconds && a->inode == b->inode;
}

/* A file that cannot be read just now leaves what was read of it before. */
static void refresh_settings(struct reader *reader)
{
    struct stamp now = stamp_of(reader->home, settings_names);
    if (same_stamp(&now, &reader->settings))
        return;
    owned(config) config = config_load(reader->home);
    if (config->unread)
        return;
    reader->settings = now;
    if (reader->history) { /* it borrows them */
        g_clear_pointer(&reader->history, history_free);
        reader->tried = false;
    }
    g_clear_pointer(&reader->follows, g_free);
    reader->asked = false;
    config_free(reader->config);
    reader->config = g_steal_pointer(&config);
}

void reader_refresh(struct reader *reader)
{
    refresh_settings(reader);
    struct stamp ruled = rules_stamp(reader->home);
    if (!same_stamp(&ruled, &reader->ruled))
        reader_read_rules(reader);
    reader_refresh_history(reader);
}

static void forget_index(struct reader *reader)
{
    g_clear_pointer(&reader->index, index_free);
    reader->looked = false;
}

void reader_reread(struct reader *reader)
{
    refresh_settings(reader);
    reader_read_rules(reader);
    forget_index(reader);
    g_clear_pointer(&reader->where, index_config_free);
    g_clear_pointer(&reader->mail_root, g_free);
    g_clear_pointer(&reader->follows, g_free);
    reader->asked = false;
    reader_where(reader);
}

/* --- the index ------------------------------------------------------------------------------------------ */

const struct index_config *reader_where(struct reader *reader)
{
    if (!reader->where)
        reader->where = index_config_read(reader->home);
    return reader->where;
}

void reader_set_user(struct reader *reader, char **own, const char *name)
{
    g_strfreev(reader->own);
    g_free(reader->user_name);
    reader->own = own;
    reader->user_name = g_strdup(name);
}

const char *reader_follows(struct reader *reader)
{
    const struct config *config = reader->config;
    if (reader->asked || !reader->home)
        return reader->follows;
    reader->asked = true;
    const struct index_config *where = reader_where(reader);
    bool notmuch = where->odd || reader->home->notmuch.database || access(where->file, F_OK) == 0 ||
                   access(where->xapian, F_OK) == 0;
    const char *maildir = *config->history ? config->history : notmuch ? "" : config->maildir;
    if (!*maildir)
        return NULL;
    reader->follows = g_canonicalize_filename(maildir, "/");
    g_free(reader->mail_root);
    reader->mail_root = g_strdup(reader->follows);
    if (*config->addresses)
        reader_set_user(reader, g_strdupv(config->addresses), config->user_name);
    return reader->follows;
}

bool reader_sorts_nothing(struct reader *reader)
{
    char *const *folders = reader->config->folders;
    return reader_follows(reader) && !*folders[PLACE_LATER] && !*folders[PLACE_SUSPECT];
}

struct use_names reader_uses(const struct reader *reader)
{
    const struct config *config = reader->config;
    return (struct use_names){.of = {[USE_LATER] = config->folders[PLACE_LATER],
                                      [USE_SUSPECT] = config->folders[PLACE_SUSPECT],
                                      [USE_INBOX] = config->folders[PLACE_PRIORITY],
                                      [USE_TRASH] = config->trash,
                                      [USE_JUNK] = config->junk,
                                      [USE_ARCHIVE] = config->archive,
                                      [USE_SENT] = config->sent,
                                      [USE_DRAFTS] = config->drafts}};
}

struct history *reader_history(struct reader *reader)
{
    struct err why = {0};
    if (reader->tried || !reader->home || reader_follows(reader))
        return reader->history;
    reader->tried = true;
    if (history_open(reader->config, reader_where(reader), &reader->history, &why) == STATUS_OK) {
        g_free(reader->mail_root);
        reader->mail_root = g_strdup(history_mail_root(reader->history));
        reader_set_user(reader, g_strdupv((char **)history_own_addresses(reader->history)),
                        history_user_name(reader->history));
    }
    if (why.text[0])
        add_trouble(reader, why.text);
    return reader->history;
}

struct index *reader_index(struct reader *reader)
{
    struct err why;
    if (reader->looked || !reader->home || reader_follows(reader))
        return reader->index;
    reader->looked = true;
    if (index_open(reader_where(reader)->xapian, &reader->index, &why))
        add_trouble(reader, why.text);
    return reader->index;
}

void reader_take_back(struct reader *reader, const struct reader *copy)
{
    reader->index = copy->index;
    reader->looked = copy->looked;
}

enum status reader_open(struct reader *reader, struct err *err)
{
    if (reader_follows(reader) || reader_history(reader) || *reader->config->maildir)
        return STATUS_OK;
    return err_set(err, STATUS_NOT_FOUND, "%s", reader->trouble);
}

/* --- who she is ----------------------------------------------------------------------------------------- */

/* Whether the book tells. */
static bool read_user(struct reader *reader)
{
    g_autofree char *own = reader->book ? book_text(reader->book, BOOK_OWN) : g_strdup("");
    g_autofree char *name = reader->book ? book_text(reader->book, BOOK_NAME) : g_strdup("");
    if (*own)
        reader_set_user(reader, g_strsplit(own, "\n", -1), name);
    return *own;
}

/* From the book or else from the index. */
static void recall_user(struct reader *reader)
{
    reader_follows(reader);
    if (!reader->own && !read_user(reader) && !reader->keeps)
        reader_history(reader);
}

void reader_refresh_history(struct reader *reader)
{
    if (reader->book)
        book_refresh(reader->book);
    if (!*reader->config->addresses)
        read_user(reader);
    if (reader->history && history_ready(reader->history))
        (void)!history_refresh(reader->history, NULL);
    if (reader->index)
        index_refresh(reader->index);
}

enum status reader_note_user(const struct reader *reader, struct book *book, struct err *err)
{
    g_autofree char *own = reader->own ? g_strjoinv("\n", reader->own) : g_strdup("");
    enum status status = book_set_text(book, BOOK_OWN, own, err);
    return status ? status : book_set_text(book, BOOK_NAME, reader->user_name, err);
}

const char *reader_user(const struct reader *reader)
{
    return reader->own && *reader->own ? *reader->own : "";
}

bool reader_is_own(const struct reader *reader, const char *address)
{
    for (char **own = reader->own; own && *own; own++)
        if (g_ascii_strcasecmp(*own, address) == 0)
            return true;
    return alias_split(reader->config, reader->own, address, NULL);
}

/* --- the book ------------------------------------------------------------------------------------------- */

static char *book_path(const struct reader *reader)
{
    return home_state(reader->home, BOOK_FILE);
}

enum status reader_renew_book(struct reader *reader, struct err *err)
{
    g_autofree char *path = book_path(reader);
    g_clear_pointer(&reader->book, book_close);
    enum status status = book_open(path, reader->config->half_life, &reader->book, err);
    if (status == STATUS_CORRUPT || (!status && !book_is_whole(reader->book))) {
        g_clear_pointer(&reader->book, book_close);
        book_move_aside(path);
        g_clear_pointer(&reader->trouble, g_free);
        add_trouble(
            reader,
            "the book was damaged and is kept beside the new one, as book.db.corrupt-*: run heed init");
        status = book_open(path, reader->config->half_life, &reader->book, err);
    }
    return status;
}

typedef enum status open_book(const char *path, double half_life, struct book **out, struct err *err);

static enum status open_with(struct reader *reader, open_book *open, struct err *err)
{
    struct err why = {0};
    enum status status = home_make_state(reader->home, &why);
    if (!status) {
        g_autofree char *path = book_path(reader);
        status = open(path, reader->config->half_life, &reader->book, &why);
        if (status == STATUS_CORRUPT)
            err_set(&why, status, "the book %s is damaged: heed init puts it aside and builds it anew", path);
    }
    if (status) {
        add_trouble(reader, why.text);
        err_set(err, status, "%s", why.text);
    }
    recall_user(reader);
    return status;
}

enum status reader_open_book(struct reader *reader, struct err *err)
{
    return open_with(reader, book_open, err);
}

enum status reader_read_book(struct reader *reader, struct err *err)
{
    return open_with(reader, book_open_to_read, err);
}

enum status reader_mend_book(struct reader *reader, struct err *err)
{
    enum status status = reader_open_book(reader, err);
    return status == STATUS_CORRUPT ? reader_renew_book(reader, err) : status;
}

const struct keyring *reader_keyring(struct reader *reader)
{
    struct err why = {0};
    if (!reader->keyring) {
        reader->keyring = keyring_open(reader->home, true, &why);
        if (why.text[0])
            add_trouble(reader, why.text);
        reader->witness.keyring = reader->keyring;
    }
    return reader->keyring;
}

void reader_begin_child(struct reader *reader, const struct peer *parent, bool asks, int kept)
{
    g_clear_pointer(&reader->keyring, keyring_free);
    reader->witness = asks ? (struct witness){.from = parent->from, .to = parent->to} : (struct witness){0};
    book_forget(reader->book); /* not closed: whoever has it open as well would lose its locks */
    peer_close_all_but(parent, kept, reader->reads_store && reader->home->imap ? reader->home->imap : -1);
    reader->book = NULL;
    reader->history = NULL;
    reader->index = NULL;
    reader->tried = reader->looked = false;
    reader->keeps = false;
}

enum status reader_ask_keys(struct reader *reader, struct err *err)
{
    return witness_start(reader->home, &reader->keys, &reader->witness, err);
}

void reader_note_run(const struct reader *reader, const char *what, int64_t now)
{
    if (!reader->book || book_begin(reader->book, NULL))
        return;
    if (book_set_number(reader->book, what, now, NULL) || book_commit(reader->book, NULL))
        book_rollback(reader->book);
}

void reader_close(struct reader *reader)
{
    book_close(reader->book);
    history_free(reader->history);
    index_free(reader->index);
    keyring_free(reader->keyring);
    if (reader->keys.pid > 0)
        peer_end(&reader->keys, false); /* it ends when nobody can ask; the cage lets nobody be killed */
    rules_free(reader->rules);
    config_free(reader->config);
    index_config_free(reader->where);
    g_strfreev(reader->own);
    g_free(reader->user_name);
    g_free(reader->follows);
    g_free(reader->mail_root);
    g_free(reader->trouble);
    memset(reader, 0, sizeof *reader);
}
