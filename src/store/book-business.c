/* Orders, bookings and days of hers that an organisation's mail has told of. */
#include "book-private.h"

enum status book_business_learn(struct book *book, const struct entry *entry, struct err *err)
{
    enum status status = STATUS_OK;
    for (char **key = entry->business; *key && !status; key++) {
        sqlite3_stmt *add = book_statement(book, SQL_BUSINESS_ADD);
        if (add) {
            sqlite3_bind_text(add, 1, *key, -1, SQLITE_STATIC);
            sqlite3_bind_text(add, 2, entry->organisation, -1, SQLITE_STATIC);
            sqlite3_bind_int64(add, 3, entry->date);
        }
        status = book_run(book, add, "write to", err);
    }
    return status;
}

int64_t book_business_since(struct book *book, const char *organisation, const char *key)
{
    sqlite3_stmt *get = book_statement(book, SQL_BUSINESS_GET);
    if (!get)
        return 0;
    bind_text(get, 1, key);
    bind_text(get, 2, organisation);
    return book_one_number(book, get);
}
