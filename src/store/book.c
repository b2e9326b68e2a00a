/* The book's file: opening, transactions, statements. What is in it says book-schema.c; what is counted
 * and why is the business of book-entry.c and book-tally.c. */
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "book-private.h"
#include "base/text.h"
#include "store/book-state.h"

#define BUSY_MILLISECONDS 2000

static void note_failure(struct book *book, int code)
{
    if (code == SQLITE_OK || code == SQLITE_ROW || code == SQLITE_DONE || book->failed)
        return;
    book->failed = code;
    g_free(book->reason);
    book->reason = g_strdup(sqlite3_errmsg(book->db));
}

/* What failed before is past. */
static void forget_failure(struct book *book)
{
    book->failed = SQLITE_OK;
    g_clear_pointer(&book->reason, g_free);
}

sqlite3_stmt *book_statement(struct book *book, enum statement which)
{
    sqlite3_stmt **slot = &book->prepared[which];
    if (book->begun && book->failed)
        return NULL;
    if (*slot)
        sqlite3_reset(*slot);
    else
        note_failure(
            book, sqlite3_prepare_v3(book->db, book_sql[which], -1, SQLITE_PREPARE_PERSISTENT, slot, NULL));
    return *slot;
}

int book_step(struct book *book, sqlite3_stmt *statement)
{
    int code = sqlite3_step(statement);
    note_failure(book, code);
    return code;
}

int64_t book_one_number(struct book *book, sqlite3_stmt *bound)
{
    int64_t number = book_step(book, bound) == SQLITE_ROW ? sqlite3_column_int64(bound, 0) : 0;
    sqlite3_reset(bound);
    return number;
}

enum status book_status(struct book *book, int code, const char *doing, struct err *err)
{
    const char *why = code == book->failed && book->reason ? book->reason : sqlite3_errmsg(book->db);
    switch (code & 0xff) {
    case SQLITE_OK:
    case SQLITE_ROW:
    case SQLITE_DONE:
        return STATUS_OK;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return err_set(err, STATUS_LOCKED, "cannot %s the book: somebody else is writing to it", doing);
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
        return err_set(err, STATUS_CORRUPT, "cannot %s the book: %s", doing, why);
    default:
        return err_set(err, STATUS_IO, "cannot %s the book: %s", doing, why);
    }
}

enum status book_run(struct book *book, sqlite3_stmt *statement, const char *doing, struct err *err)
{
    int code = statement ? book_step(book, statement) : book->failed;
    if (statement)
        sqlite3_reset(statement);
    return book_status(book, code, doing, err);
}

enum status book_run_text(struct book *book, const char *sql, const char *doing, struct err *err)
{
    int code = sqlite3_exec(book->db, sql, NULL, NULL, NULL);
    note_failure(book, code);
    return book_status(book, code, doing, err);
}

void book_hold(struct book *book)
{
    if (!sqlite3_get_autocommit(book->db))
        return;
    forget_failure(book);
    book->holds = sqlite3_exec(book->db, "BEGIN", NULL, NULL, NULL) == SQLITE_OK;
}

void book_release(struct book *book)
{
    if (book->holds)
        sqlite3_exec(book->db, "COMMIT", NULL, NULL, NULL);
    book->holds = false;
}

enum status book_sound(struct book *book, struct err *err)
{
    return book_status(book, book->failed, "read", err);
}

enum status book_begin(struct book *book, struct err *err)
{
    forget_failure(book);
    enum status status = book_run_text(book, "BEGIN IMMEDIATE", "write to", err);
    book->begun = status == STATUS_OK;
    if (book->begun)
        forget_failure(book);
    return status;
}

enum status book_write_through(struct book *book, bool on, struct err *err)
{
    return book_run_text(book, on ? "PRAGMA synchronous=FULL" : "PRAGMA synchronous=NORMAL", "write to", err);
}

enum status book_commit(struct book *book, struct err *err)
{
    enum status status = book_sound(book, err);
    if (!status)
        status = book_flush_weights(book, err);
    if (!status)
        status = book_flush_counted(book, err);
    if (!status)
        status = book_run_text(book, "COMMIT", "write to", err);
    if (status)
        book_rollback(book);
    book->begun = false;
    return status;
}

void book_rollback(struct book *book)
{
    if (!sqlite3_get_autocommit(book->db))
        sqlite3_exec(book->db, "ROLLBACK", NULL, NULL, NULL);
    book->begun = false;
    g_hash_table_remove_all(book->weights); /* weights whose change was not committed, or that could not be
                                               read */
    book->deviations_read = false;
}

static void free_weight(gpointer weight)
{
    g_free(((struct weight *)weight)->name);
    g_free(weight);
}

/* What was read of weights is kept in memory; where another process has written since, it is read anew. */
void book_refresh(struct book *book)
{
    sqlite3_stmt *get = book_statement(book, SQL_DATA_VERSION);
    int64_t version = get && book_step(book, get) == SQLITE_ROW ? sqlite3_column_int64(get, 0) : -1;
    if (get)
        sqlite3_reset(get);
    if (version == book->version)
        return;
    book->version = version;
    g_hash_table_remove_all(book->weights);
    book->deviations_read = false;
}

static struct book *book_new(const char *path, double half_life)
{
    struct book *book = g_new0(struct book, 1);
    book->half_life = half_life;
    book->in_memory = strcmp(path, ":memory:") == 0;
    book->counted = book->in_memory ? book_counted_new() : NULL;
    book->weights = g_hash_table_new_full(number_hash, g_int64_equal, NULL, free_weight);
    return book;
}

static void set_up(struct book *book)
{
    sqlite3_extended_result_codes(book->db, 1);
    sqlite3_busy_timeout(book->db, BUSY_MILLISECONDS);
}

/* Made by heed, since SQLite would give it the mode that the process happens to have; its log gets the
 * same one. */
static void make_private_file(const char *path)
{
    int fd = *path == ':' ? -1 : open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600);
    if (fd >= 0)
        close(fd);
}

static enum status open_file(struct book *book, const char *path, struct err *err)
{
    int persist = 1;
    make_private_file(path);
    int code = sqlite3_open_v2(path, &book->db,
                               SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX, NULL);
    if (code != SQLITE_OK)
        return book_status(book, code, "open", err);
    set_up(book);
    /* Who may not write can read the book only while its log is there (sqlite.org/wal.html#readonly). */
    sqlite3_file_control(book->db, "main", SQLITE_FCNTL_PERSIST_WAL, &persist);
    sqlite3_db_config(book->db, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, NULL);
    sqlite3_db_config(book->db, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
    sqlite3_db_config(book->db, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
    /* The messages are the truth and the book is derived: a commit need not wait for the disk, only never
     * leave the file inconsistent, which WAL with NORMAL guarantees. Each process reads the log anew, so
     * it is kept short. */
    enum status status =
        book_run_text(book,
                      "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA wal_autocheckpoint=128;"
                      "PRAGMA temp_store=MEMORY", /* temporary folders may be closed off:
                                                                       cage.h */
                      "open", err);
    if (status)
        return status;
    int version = book_version(book);
    if (version < 0)
        return book_status(book, sqlite3_errcode(book->db), "open", err);
    if (version > book_schema())
        return err_set(err, STATUS_CONFIG, "the book %s is of a newer heed (%d)", path, version);
    return book_is_current(book) ? STATUS_OK : book_make(book, err);
}

bool book_is_broken(const struct book *book)
{
    return (book->failed & 0xff) == SQLITE_CORRUPT || (book->failed & 0xff) == SQLITE_NOTADB;
}

bool book_is_whole(struct book *book)
{
    sqlite3_stmt *check = NULL;
    bool whole = sqlite3_prepare_v2(book->db, "PRAGMA quick_check(1)", -1, &check, NULL) == SQLITE_OK &&
                 sqlite3_step(check) == SQLITE_ROW &&
                 g_strcmp0((const char *)sqlite3_column_text(check, 0), "ok") == 0;
    sqlite3_finalize(check);
    return whole;
}

void book_move_aside(const char *path)
{
    static const char *const suffixes[] = {"", "-wal", "-shm"};
    for (size_t i = 0; i < G_N_ELEMENTS(suffixes); i++) {
        g_autofree char *from = g_strconcat(path, suffixes[i], NULL);
        g_autofree char *to = g_strdup_printf("%s.corrupt-%" G_GINT64_FORMAT "%s", path,
                                              (gint64)time(NULL), suffixes[i]);
        rename(from, to);
    }
}

enum status book_open(const char *path, double half_life, struct book **out, struct err *err)
{
    struct book *book = book_new(path, half_life);
    enum status status = open_file(book, path, err);
    if (status == STATUS_CORRUPT) { /* SQLite calls damaged what could not be read just once */
        book_close(book);
        book = book_new(path, half_life);
        status = open_file(book, path, err);
    }
    if (status)
        book_close(book);
    else
        *out = book;
    return status;
}

/* What another version wrote, or another half-life, or what nobody has made yet, is for somebody who may
 * write. */
static enum status open_reading(struct book *book, const char *path, struct err *err)
{
    g_autofree char *escaped = g_uri_escape_string(path, "/", FALSE);
    g_autofree char *uri = g_strdup_printf("file:%s?readonly_shm=1", escaped);
    book->reads_only = true;
    int code =
        sqlite3_open_v2(uri, &book->db, SQLITE_OPEN_READONLY | SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX,
                        book_reading_vfs());
    if (code != SQLITE_OK)
        return book_status(book, code, "open", err);
    set_up(book);
    enum status status = book_run_text(book, "PRAGMA temp_store=MEMORY", "open", err);
    int version = status ? -1 : book_version(book);
    if (version < 0)
        return status ? status : book_status(book, sqlite3_errcode(book->db), "open", err);
    if (version > book_schema())
        return err_set(err, STATUS_CONFIG, "the book %s is of a newer heed (%d)", path, version);
    if (book_is_current(book))
        return book_sound(book, err);
    return err_set(err, STATUS_NOT_FOUND, "the book %s is kept otherwise", path);
}

enum status book_open_to_read(const char *path, double half_life, struct book **out, struct err *err)
{
    enum status status = STATUS_OK;
    if (access(path, F_OK) != 0 && errno == ENOENT)
        return book_open(":memory:", half_life, out, err);
    for (int try = 0; try < 2; try++) {
        struct book *book = book_new(path, half_life), *maker = NULL;
        status = open_reading(book, path, err);
        if (!status) {
            *out = book;
            return STATUS_OK;
        }
        book_close(book);
        if (try || status == STATUS_CONFIG)
            return status;
        status = book_open(path, half_life, &maker, err);
        book_close(maker);
        if (status)
            return status;
    }
    return status;
}

void book_forget_prepared(struct book *book)
{
    for (int i = 0; i < SQL_COUNT; i++) {
        sqlite3_finalize(book->prepared[i]);
        book->prepared[i] = NULL;
    }
}

void book_close(struct book *book)
{
    if (!book)
        return;
    book_forget_prepared(book);
    for (size_t i = 0; i < G_N_ELEMENTS(book->held); i++)
        g_free(book->held[i]);
    if (book->held_features)
        g_bytes_unref(book->held_features);
    g_hash_table_destroy(book->weights);
    g_clear_pointer(&book->counted, g_hash_table_destroy);
    g_free(book->reason);
    sqlite3_close(book->db);
    g_free(book);
}

void book_settle(struct book *book)
{
    book_shrink(book);
    sqlite3_wal_checkpoint_v2(book->db, NULL, SQLITE_CHECKPOINT_TRUNCATE, NULL, NULL);
}
