/* The table of files. Knows no folder's meaning. */
#include "book-private.h"
#include "store/places.h"

static const char *text_at(sqlite3_stmt *row, int at)
{
    const char *text = (const char *)sqlite3_column_text(row, at);
    return text ? text : "";
}

static enum status each_place(struct book *book, sqlite3_stmt *rows, book_each_place *each, void *data,
                              struct err *err)
{
    int code = SQLITE_DONE;
    while (rows && (code = book_step(book, rows)) == SQLITE_ROW) {
        const struct place place = {text_at(rows, 0), text_at(rows, 1), text_at(rows, 2), text_at(rows, 3),
                                    (uint32_t)sqlite3_column_int(rows, 4)};
        each(&place, data);
    }
    if (rows)
        sqlite3_reset(rows);
    return rows ? book_status(book, code, "read", err) : book_run(book, NULL, "read", err);
}

enum status book_places_in(struct book *book, const char *folder, book_each_place *each, void *data,
                           struct err *err)
{
    sqlite3_stmt *rows = book_statement(book, SQL_PLACES_IN);
    if (rows)
        bind_text(rows, 1, folder);
    return each_place(book, rows, each, data, err);
}

enum status book_places_of(struct book *book, const char *id, book_each_place *each, void *data,
                           struct err *err)
{
    sqlite3_stmt *rows = book_statement(book, SQL_PLACES_OF);
    if (rows)
        bind_text(rows, 1, id);
    return each_place(book, rows, each, data, err);
}

/* The number that stands for FOLDER, made where there is none. */
static int64_t folder_number(struct book *book, const char *folder)
{
    sqlite3_stmt *add = book_statement(book, SQL_FOLDER_ADD);
    if (!add || bind_text(add, 1, folder) != SQLITE_OK || book_step(book, add) != SQLITE_DONE)
        return 0;
    sqlite3_stmt *get = book_statement(book, SQL_FOLDER_NUMBER);
    return get && bind_text(get, 1, folder) == SQLITE_OK ? book_one_number(book, get) : 0;
}

enum status book_place_put(struct book *book, const struct place *place, struct err *err)
{
    int64_t number = folder_number(book, place->folder);
    sqlite3_stmt *put = number ? book_statement(book, SQL_PLACE_PUT) : NULL;
    if (put) {
        sqlite3_bind_int64(put, 1, number);
        bind_text(put, 2, place->base);
        bind_text(put, 3, place->info);
        bind_text(put, 4, place->id);
        sqlite3_bind_int(put, 5, (int)place->flags);
    }
    return book_run(book, put, "write to", err);
}

enum status book_place_drop(struct book *book, const char *folder, const char *base, struct err *err)
{
    sqlite3_stmt *drop = book_statement(book, SQL_PLACE_DROP);
    if (drop) {
        bind_text(drop, 1, folder);
        bind_text(drop, 2, base);
    }
    return book_run(book, drop, "write to", err);
}

enum status book_folders(struct book *book, book_each_folder *each, void *data, struct err *err)
{
    sqlite3_stmt *rows = book_statement(book, SQL_FOLDERS);
    int code = SQLITE_DONE;
    while (rows && (code = book_step(book, rows)) == SQLITE_ROW)
        each(text_at(rows, 0), text_at(rows, 1), data);
    if (rows)
        sqlite3_reset(rows);
    return rows ? book_status(book, code, "read", err) : book_run(book, NULL, "read", err);
}

enum status book_folder_looked(struct book *book, const char *folder, const char *stamp, struct err *err)
{
    sqlite3_stmt *looked = folder_number(book, folder) ? book_statement(book, SQL_FOLDER_LOOKED) : NULL;
    if (looked) {
        bind_text(looked, 1, folder);
        bind_text(looked, 2, stamp);
    }
    return book_run(book, looked, "write to", err);
}

enum status book_folder_drop(struct book *book, const char *folder, struct err *err)
{
    sqlite3_stmt *drop = book_statement(book, SQL_FOLDER_DROP);
    if (drop)
        bind_text(drop, 1, folder);
    return book_run(book, drop, "write to", err);
}

struct carrying {
    struct book *book, *old;
    int64_t now;
    bool (*is_absent)(const char *folder, void *data);
    void *data;
    enum status status;
    struct err *err;
};

static void carry_place(const struct place *place, void *data)
{
    struct carrying *carrying = data;
    if (!carrying->status)
        carrying->status = book_place_put(carrying->book, place, carrying->err);
}

static void keep_absent(const char *folder, const char *stamp, void *data)
{
    struct carrying *carrying = data;
    if (carrying->status || !carrying->is_absent(folder, carrying->data))
        return;
    bool known = g_str_has_prefix(stamp, FOLDER_ABSENT);
    g_autofree char *since = known ? g_strdup(stamp)
                                   : g_strdup_printf(FOLDER_ABSENT "%" G_GINT64_FORMAT, carrying->now);
    carrying->status = book_folder_looked(carrying->book, folder, since, carrying->err);
    if (!carrying->status)
        carrying->status = book_places_in(carrying->old, folder, carry_place, carrying, carrying->err);
}

enum status book_places_carry(struct book *book, struct book *old, int64_t now,
                              bool (*is_absent)(const char *folder, void *data), void *data,
                              struct err *err)
{
    struct carrying carrying = {book, old, now, is_absent, data, STATUS_OK, err};
    enum status status = book_folders(old, keep_absent, &carrying, err);
    return carrying.status ? carrying.status : status;
}

enum status book_missing_put(struct book *book, const char *id, int64_t since, bool sure, struct err *err)
{
    sqlite3_stmt *put = book_statement(book, SQL_MISSING_PUT);
    if (put) {
        bind_text(put, 1, id);
        sqlite3_bind_int64(put, 2, since);
        sqlite3_bind_int(put, 3, sure);
    }
    return book_run(book, put, "write to", err);
}

enum status book_missing_drop(struct book *book, const char *id, struct err *err)
{
    sqlite3_stmt *drop = book_statement(book, SQL_MISSING_DROP);
    if (drop)
        bind_text(drop, 1, id);
    return book_run(book, drop, "write to", err);
}

bool book_is_missing(struct book *book, const char *id)
{
    sqlite3_stmt *get = book_statement(book, SQL_MISSING_HAS);
    return get && bind_text(get, 1, id) == SQLITE_OK && book_one_number(book, get) == 1;
}

enum status book_missing(struct book *book, int64_t before, book_each_missing *each, void *data,
                         struct err *err)
{
    sqlite3_stmt *rows = book_statement(book, SQL_MISSING);
    int code = SQLITE_DONE;
    if (rows)
        sqlite3_bind_int64(rows, 1, before);
    while (rows && (code = book_step(book, rows)) == SQLITE_ROW)
        each(text_at(rows, 0), sqlite3_column_int(rows, 1) != 0, data);
    if (rows)
        sqlite3_reset(rows);
    return rows ? book_status(book, code, "read", err) : book_run(book, NULL, "read", err);
}
