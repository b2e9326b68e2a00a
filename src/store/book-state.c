/* Reading what a book says of itself without changing it, for `heed status` and `heed doctor`. */
#include <sqlite3.h>
#include <sys/stat.h>

#include <glib.h>

#include "base/days.h"
#include "store/book-state.h"
#include "store/book.h"

#define BUSY_MILLISECONDS 2000

static enum status trouble(sqlite3 *db, int code, struct err *err)
{
    int kind = code & 0xff;
    enum status status = kind == SQLITE_CORRUPT || kind == SQLITE_NOTADB ? STATUS_CORRUPT
                         : kind == SQLITE_BUSY || kind == SQLITE_LOCKED  ? STATUS_LOCKED
                                                                         : STATUS_IO;
    return err_set(err, status, "cannot read the book: %s", db ? sqlite3_errmsg(db) : sqlite3_errstr(code));
}

/* The first column of the first row; left alone where there is no row. */
static int ask(sqlite3 *db, const char *sql, int64_t *number, char *text, size_t size)
{
    sqlite3_stmt *statement = NULL;
    int code = sqlite3_prepare_v2(db, sql, -1, &statement, NULL);
    if (code == SQLITE_OK && (code = sqlite3_step(statement)) == SQLITE_ROW) {
        if (number)
            *number = sqlite3_column_int64(statement, 0);
        else
            g_strlcpy(text, (const char *)sqlite3_column_text(statement, 0), size);
    }
    sqlite3_finalize(statement);
    return code == SQLITE_ROW || code == SQLITE_DONE ? SQLITE_OK : code;
}

/* By whom letters of hers are, beside those whom the book has as her (BOOK_OWN, one a line). */
#define UNLISTED(what)                                                                             \
    "SELECT " what                                                                                 \
    " FROM message WHERE own = 1 AND address <> '' AND instr(char(10) || (SELECT value FROM meta " \
    "WHERE key = '" BOOK_OWN "') || char(10), char(10) || address || char(10)) = 0 "               \
    "GROUP BY address ORDER BY count(*) DESC LIMIT 1"

static enum status look_for_damage(sqlite3 *db, struct err *err)
{
    char answer[300] = "";
    int code = ask(db, "PRAGMA quick_check(1)", NULL, answer, sizeof answer);
    if (code != SQLITE_OK)
        return trouble(db, code, err);
    return g_str_equal(answer, "ok") ? STATUS_OK
                                     : err_set(err, STATUS_CORRUPT, "the book is damaged: %s", answer);
}

static enum status read_state(sqlite3 *db, struct book_state *out, struct err *err)
{
    int64_t version = 0;
    int code = ask(db, "PRAGMA user_version", &version, NULL, 0);
    out->version = (int)version;
    if (code != SQLITE_OK || version > book_schema())
        return code == SQLITE_OK ? STATUS_OK : trouble(db, code, err); /* who knows what a newer one holds */
    const struct {
        const char *sql;
        int64_t *to;
    } numbers[] = {
        {"SELECT count(*) FROM message", &out->messages},
        {"SELECT count(*) FROM waiting", &out->waiting},
        {"SELECT value FROM meta WHERE key = '" RUN_SYNC "'", &out->synced},
        {"SELECT value FROM meta WHERE key = '" RUN_INIT "'", &out->built},
        {"SELECT value FROM meta WHERE key = '" BOOK_REVISION "'", &out->revision},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(numbers) && code == SQLITE_OK; i++)
        code = ask(db, numbers[i].sql, numbers[i].to, NULL, 0);
    if (code == SQLITE_OK && version == book_schema()) { /* older ones did not count tries */
        code = ask(db, "SELECT count(*) FROM waiting WHERE tries >= " G_STRINGIFY(WAIT_HOPELESS),
                   &out->hopeless, NULL, 0);
        if (code == SQLITE_OK && out->hopeless)
            code = ask(db, "SELECT path FROM waiting WHERE tries >= " G_STRINGIFY(WAIT_HOPELESS) " LIMIT 1",
                       NULL, out->first_hopeless, sizeof out->first_hopeless);
    }
    if (code == SQLITE_OK)
        code = ask(db, UNLISTED("count(*)"), &out->unlisted, NULL, 0);
    if (code == SQLITE_OK)
        code = ask(db, UNLISTED("address"), NULL, out->identity, sizeof out->identity);
    if (code == SQLITE_OK)
        code =
            ask(db, "SELECT value FROM meta WHERE key = '" BOOK_UUID "'", NULL, out->uuid, sizeof out->uuid);
    return code == SQLITE_OK ? STATUS_OK : trouble(db, code, err);
}

static enum status open_to_look(const char *path, sqlite3 **db, struct err *err)
{
    int code = sqlite3_open_v2(path, db, SQLITE_OPEN_READONLY | SQLITE_OPEN_NOMUTEX, NULL);
    sqlite3_busy_timeout(*db, BUSY_MILLISECONDS);
    return code == SQLITE_OK ? STATUS_OK : trouble(*db, code, err);
}

enum status book_inspect(const char *path, bool thorough, struct book_state *out, struct err *err)
{
    static const char *const suffixes[] = {"", "-wal"};
    struct stat st;
    sqlite3 *db = NULL;
    *out = (struct book_state){0};
    if (stat(path, &st) != 0)
        return err_errno(err, STATUS_NOT_FOUND, "%s", path);
    for (size_t i = 0; i < G_N_ELEMENTS(suffixes); i++) {
        g_autofree char *file = g_strconcat(path, suffixes[i], NULL);
        out->bytes += stat(file, &st) == 0 ? (int64_t)st.st_size : 0;
    }
    enum status status = open_to_look(path, &db, err);
    if (!status)
        status = read_state(db, out, err);
    if (!status && thorough)
        status = look_for_damage(db, err);
    sqlite3_close(db);
    return status;
}

enum status book_save(const char *path, const char *to, struct err *err)
{
    sqlite3 *from = NULL, *copy = NULL;
    enum status status = open_to_look(path, &from, err);
    int code = status ? SQLITE_ERROR : sqlite3_open_v2(to, &copy, SQLITE_OPEN_READWRITE, NULL);
    sqlite3_backup *backup = code == SQLITE_OK ? sqlite3_backup_init(copy, "main", from, "main") : NULL;
    if (backup) {
        (void)sqlite3_backup_step(backup, -1);
        code = sqlite3_backup_finish(backup);
    }
    if (code == SQLITE_OK) /* which stands in the file */
        code = sqlite3_exec(copy, "PRAGMA journal_mode=DELETE", NULL, NULL, NULL);
    if (!status && code != SQLITE_OK)
        status = trouble(copy, code, err);
    sqlite3_close(copy);
    sqlite3_close(from);
    return status;
}

enum status book_vet(const char *path, struct err *err)
{
    sqlite3 *db = NULL;
    int64_t version = 0, others = 0;
    int off = 0;
    enum status status = open_to_look(path, &db, err);
    if (!status) {
        sqlite3_db_config(db, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, &off);
        int code = ask(db, "PRAGMA user_version", &version, NULL, 0);
        if (code == SQLITE_OK)
            code = ask(db, "SELECT count(*) FROM sqlite_schema WHERE type NOT IN ('table', 'index') OR "
                           "ifnull(rootpage, 0) = 0", &others, NULL, 0);
        status = code == SQLITE_OK ? STATUS_OK : trouble(db, code, err);
    }
    if (!status && version > book_schema())
        status = err_set(err, STATUS_CONFIG, "the book is of a newer heed (%d, not %d at most)", (int)version,
                         book_schema());
    if (!status && (version < 1 || others))
        status = err_set(err, STATUS_CORRUPT, "the book is none that heed makes");
    if (!status)
        status = look_for_damage(db, err);
    sqlite3_close(db);
    return status;
}

bool book_clock_was_wrong(const char *path, int64_t now, int64_t *until)
{
    static const char noted[] =
        "SELECT max((SELECT ifnull(max(value), 0) FROM meta WHERE key IN ('" RUN_SYNC "', '" RUN_INIT "')), "
        "(SELECT ifnull(max(date), 0) * (max(date) > ifnull((SELECT value FROM meta WHERE key = '" BOOK_LATEST
        "'), 0)) FROM message WHERE indexed = 1 AND gone = 0))";
    sqlite3 *db = NULL;
    struct stat st;
    int64_t latest = 0, sure = 0;
    if (stat(path, &st) == 0 && open_to_look(path, &db, NULL) == STATUS_OK &&
        ask(db, noted, &latest, NULL, 0) == SQLITE_OK)
        (void)ask(db, "SELECT value FROM meta WHERE key = '" BOOK_CLOCK "'", &sure, NULL, 0);
    sqlite3_close(db);
    bool ahead = latest > now + DAY / 2;
    *until = ahead ? latest : 0;
    return ahead || (sure && sure <= now);
}

enum status book_look_up(const char *path, const char *const *ids, unsigned n, enum placement *out,
                         struct err *err)
{
    sqlite3 *db = NULL;
    sqlite3_stmt *statement = NULL;
    enum status status = open_to_look(path, &db, err);
    int code = SQLITE_ERROR;
    if (!status)
        code = sqlite3_prepare_v2(db, "SELECT placement FROM message WHERE id = ?1", -1, &statement, NULL);
    for (unsigned i = 0; i < n && !status && (code == SQLITE_OK || code == SQLITE_DONE || code == SQLITE_ROW);
         i++) {
        sqlite3_bind_text(statement, 1, ids[i], -1, SQLITE_STATIC);
        code = sqlite3_step(statement);
        int placement = code == SQLITE_ROW ? sqlite3_column_int(statement, 0) : -1;
        if (placement >= 0 && placement < PLACE_COUNT)
            out[i] = (enum placement)placement;
        sqlite3_reset(statement);
    }
    if (!status && code != SQLITE_OK && code != SQLITE_DONE && code != SQLITE_ROW)
        status = trouble(db, code, err);
    sqlite3_finalize(statement);
    sqlite3_close(db);
    return status;
}
