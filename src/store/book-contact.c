/* To whom she wrote, and when; and which letters and threads are hers. */
#include "book-private.h"

enum status book_wrote_to(struct book *book, const char *address, int64_t when, struct err *err)
{
    sqlite3_stmt *add = book_statement(book, SQL_CONTACT_ADD);
    if (add) {
        bind_text(add, 1, address);
        sqlite3_bind_int64(add, 2, when);
    }
    return book_run(book, add, "write to", err);
}

struct contact book_contact(struct book *book, const char *address)
{
    struct contact contact = {0};
    sqlite3_stmt *get = book_statement(book, SQL_CONTACT_GET);
    if (get && bind_text(get, 1, address) == SQLITE_OK && book_step(book, get) == SQLITE_ROW) {
        contact.written = (uint32_t)sqlite3_column_int(get, 0);
        contact.last = sqlite3_column_int64(get, 1);
    }
    if (get)
        sqlite3_reset(get);
    return contact;
}

void book_wrote_since(struct book *book, int64_t since, book_each_address *each, void *data)
{
    sqlite3_stmt *rows = book_statement(book, SQL_CONTACT_SINCE);
    if (!rows)
        return;
    sqlite3_bind_int64(rows, 1, since);
    while (book_step(book, rows) == SQLITE_ROW && each((const char *)sqlite3_column_text(rows, 0), data))
        ;
    sqlite3_reset(rows);
}

int64_t book_is_hers(struct book *book, const char *const *ids)
{
    struct entry entry;
    int64_t since = 0;
    for (; *ids; ids++)
        if (book_get(book, *ids, &entry) && entry.own && !entry.by_program)
            since = since ? MIN(since, MAX(1, entry.date)) : MAX(1, entry.date);
    return since;
}

int64_t book_thread_is_hers(struct book *book, const char *thread)
{
    sqlite3_stmt *get = thread && *thread ? book_statement(book, SQL_THREAD_OWN) : NULL;
    if (!get)
        return 0;
    bind_text(get, 1, thread);
    return book_one_number(book, get);
}
