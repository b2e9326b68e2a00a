/* Small facts about the book itself, by the keys of book.h. */
#include "book-private.h"

int64_t book_number(struct book *book, const char *key)
{
    sqlite3_stmt *get = book_statement(book, SQL_META_GET);
    return get && bind_text(get, 1, key) == SQLITE_OK ? book_one_number(book, get) : 0;
}

char *book_text(struct book *book, const char *key)
{
    sqlite3_stmt *get = book_statement(book, SQL_META_GET);
    char *value = NULL;
    if (get && bind_text(get, 1, key) == SQLITE_OK && book_step(book, get) == SQLITE_ROW)
        value = g_strdup((const char *)sqlite3_column_text(get, 0));
    if (get)
        sqlite3_reset(get);
    return value ? value : g_strdup("");
}

enum status book_set_number(struct book *book, const char *key, int64_t value, struct err *err)
{
    sqlite3_stmt *set = book_statement(book, SQL_META_SET);
    if (set) {
        bind_text(set, 1, key);
        sqlite3_bind_int64(set, 2, value);
    }
    return book_run(book, set, "write to", err);
}

enum status book_set_text(struct book *book, const char *key, const char *value, struct err *err)
{
    sqlite3_stmt *set = book_statement(book, SQL_META_SET);
    if (set) {
        bind_text(set, 1, key);
        bind_text(set, 2, value);
    }
    return book_run(book, set, "write to", err);
}

enum status book_note_built(struct book *book, struct err *err)
{
    enum status status = book_set_text(book, BOOK_LEDGER, BOOK_LEDGER_WHOLE, err);
    return status ? status
                  : book_run_text(book, "INSERT OR REPLACE INTO meta SELECT '" BOOK_LATEST "', "
                                        "ifnull(max(date), 0) FROM message WHERE indexed = 1 AND gone = 0",
                                  "write to", err);
}
