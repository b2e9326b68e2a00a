/* Domains that belong with an organisation: its mail in other countries, and what it sends mail from. Shown
 * by proven mail of an organisation whose mail she acts on, so that no stranger joins anybody. */
#include "book-private.h"

G_STATIC_ASSERT(AUTH_PASS == 2);

enum status book_affiliate_learn(struct book *book, const struct entry *entry, struct err *err)
{
    sqlite3_stmt *add = book_statement(book, SQL_AFFILIATE_ADD);
    bool signed_too = *entry->affiliate == AFFILIATE_SIGNED;
    if (add) {
        bind_text(add, 1, entry->affiliate + signed_too);
        bind_text(add, 2, entry->organisation);
        sqlite3_bind_int(add, 3, signed_too);
        sqlite3_bind_int64(add, 4, entry->date);
    }
    return book_run(book, add, "write to", err);
}

bool book_affiliate_of(struct book *book, const char *domain, struct affiliation *found)
{
    sqlite3_stmt *get = book_statement(book, SQL_AFFILIATE_GET);
    *found = (struct affiliation){0};
    if (!get)
        return false;
    bind_text(get, 1, domain);
    if (book_step(book, get) == SQLITE_ROW)
        *found = (struct affiliation){g_strdup((const char *)sqlite3_column_text(get, 0)),
                                      (unsigned)sqlite3_column_int(get, 1), sqlite3_column_int(get, 2)};
    sqlite3_reset(get);
    return found->organisation != NULL;
}

/* What came proven from DOMAIN, and was learned of it, is the organisation's. */
static enum status move(struct book *book, const char *domain, struct err *err)
{
    struct affiliation found;
    if (!book_affiliate_of(book, domain, &found))
        return STATUS_OK;
    g_autofree char *organisation = found.organisation;
    char *sql = sqlite3_mprintf(
        "UPDATE message SET organisation = %Q WHERE own = 0 AND organisation = %Q AND proven = 2;"
        "UPDATE OR IGNORE name SET organisation = %Q WHERE organisation = %Q;"
        "UPDATE OR IGNORE business SET organisation = %Q WHERE organisation = %Q;"
        "UPDATE OR IGNORE thing SET organisation = %Q WHERE organisation = %Q",
        organisation, domain, organisation, domain, organisation, domain, organisation, domain);
    enum status status = book_run_text(book, sql, "write to", err);
    sqlite3_free(sql);
    return status;
}

static enum status unite(struct book *book, struct err *err)
{
    sqlite3_stmt *rows = book_statement(book, SQL_AFFILIATES);
    g_autoptr(GPtrArray) domains = g_ptr_array_new_with_free_func(g_free);
    enum status status = STATUS_OK;
    int before = sqlite3_total_changes(book->db);
    while (rows && book_step(book, rows) == SQLITE_ROW)
        g_ptr_array_add(domains, g_strdup((const char *)sqlite3_column_text(rows, 0)));
    if (rows)
        sqlite3_reset(rows);
    for (guint i = 0; i < domains->len && !status; i++)
        status = move(book, domains->pdata[i], err);
    return !status && sqlite3_total_changes(book->db) > before ? book_recount(book, err) : status;
}

enum status book_unite(struct book *book, struct err *err)
{
    if (book->begun)
        return unite(book, err);
    enum status status = book_begin(book, err);
    if (!status)
        status = unite(book, err);
    if (!status)
        return book_commit(book, err);
    book_rollback(book);
    return status;
}
