/* What she last said outright to a sender: a yes or a no. */
#include "book-private.h"

struct wish book_wish(struct book *book, const struct wish_query *query)
{
    struct wish wish = {OUTCOME_NONE, 0};
    sqlite3_stmt *get = book_statement(book, SQL_WISH);
    if (!get)
        return wish;
    bind_text(get, 1, query->organisation);
    sqlite3_bind_int(get, 2, query->kind);
    sqlite3_bind_int64(get, 3, query->now);
    sqlite3_bind_int64(get, 4, query->since);
    sqlite3_bind_int(get, 5, proofs_that_count(query->unproven));
    sqlite3_bind_int64(get, 6, query->self ? query->self->date : G_MININT64);
    sqlite3_bind_int64(get, 7, query->self ? (int64_t)query->self->fingerprint : 0);
    bind_text(get, 8, query->address);
    if (book_step(book, get) == SQLITE_ROW)
        wish = (struct wish){sqlite3_column_int(get, 0), sqlite3_column_int64(get, 1)};
    sqlite3_reset(get);
    return wish;
}
