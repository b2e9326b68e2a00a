/* Delivered files that wait for the index. */
#include "book-private.h"

enum status book_wait_add(struct book *book, const struct waiting *waiting, struct err *err)
{
    sqlite3_stmt *add = book_statement(book, SQL_WAIT_ADD);
    if (add) {
        bind_text(add, 1, waiting->path);
        bind_text(add, 2, waiting->id);
        sqlite3_bind_int(add, 3, waiting->placement);
        bind_text(add, 4, waiting->tags);
        sqlite3_bind_int64(add, 5, waiting->tries);
    }
    return book_run(book, add, "write to", err);
}

enum status book_wait_missed(struct book *book, const char *path, struct err *err)
{
    sqlite3_stmt *add = book_statement(book, SQL_WAIT_MISSED);
    if (add) {
        bind_text(add, 1, path);
        sqlite3_bind_int(add, 2, PLACE_NONE);
    }
    return book_run(book, add, "write to", err);
}

enum status book_wait_each(struct book *book, unsigned most, unsigned tries, unsigned to,
                           book_each_waiting *each, void *data, struct err *err)
{
    sqlite3_stmt *rows = book_statement(book, SQL_WAIT_EACH);
    if (!rows)
        return book_run(book, NULL, "read", err);
    sqlite3_bind_int64(rows, 1, most);
    sqlite3_bind_int64(rows, 2, tries);
    sqlite3_bind_int64(rows, 3, to);
    int code;
    bool go_on = true;
    while (go_on && (code = book_step(book, rows)) == SQLITE_ROW) {
        struct waiting waiting = {
            .path = (const char *)sqlite3_column_text(rows, 0),
            .id = (const char *)sqlite3_column_text(rows, 1),
            .placement = sqlite3_column_int(rows, 2),
            .tags = (const char *)sqlite3_column_text(rows, 3),
            .tries = (unsigned)sqlite3_column_int(rows, 4),
        };
        go_on = each(&waiting, data);
    }
    sqlite3_reset(rows);
    return go_on ? book_status(book, code, "read", err) : STATUS_OK;
}

enum status book_wait_try(struct book *book, const char *path, int by, struct err *err)
{
    sqlite3_stmt *count = book_statement(book, SQL_WAIT_TRY);
    if (count) {
        bind_text(count, 1, path);
        sqlite3_bind_int(count, 2, by);
    }
    return book_run(book, count, "write to", err);
}

enum status book_wait_done(struct book *book, const char *path, struct err *err)
{
    sqlite3_stmt *done = book_statement(book, SQL_WAIT_DONE);
    if (done)
        bind_text(done, 1, path);
    return book_run(book, done, "write to", err);
}

bool book_waits(struct book *book, const char *path)
{
    sqlite3_stmt *get = book_statement(book, SQL_WAIT_HAS);
    bool waits = get && bind_text(get, 1, path) == SQLITE_OK && book_step(book, get) == SQLITE_ROW;
    if (get)
        sqlite3_reset(get);
    return waits;
}
