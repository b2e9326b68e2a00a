/* Putting one book in the place of another, table by table, within a change of the book. */
#include "book-private.h"

/* The columns of TABLE, with commas between them: in a book that was upgraded they stand in another order.
 * The caller frees it. */
static char *columns_of(struct book *book, const char *table)
{
    g_autofree char *select = g_strdup_printf("SELECT * FROM %s", table);
    g_autoptr(GString) names = g_string_new(NULL);
    sqlite3_stmt *rows = NULL;
    (void)!sqlite3_prepare_v2(book->db, select, -1, &rows, NULL);
    for (int i = 0; i < sqlite3_column_count(rows); i++)
        g_string_append_printf(names, "%s%s", i ? "," : "", sqlite3_column_name(rows, i));
    sqlite3_finalize(rows);
    return g_strdup(names->str);
}

/* Copies one table, row by row, from one connection to another. */
static enum status copy_table(struct book *to, struct book *from, const char *table, struct err *err)
{
    g_autofree char *columns = columns_of(to, table);
    g_autofree char *select = g_strdup_printf("SELECT %s FROM %s", columns, table);
    sqlite3_stmt *rows = NULL, *insert = NULL;
    int code = sqlite3_prepare_v2(from->db, select, -1, &rows, NULL);
    if (code != SQLITE_OK)
        return book_status(from, code, "copy", err);
    GString *sql = g_string_new(NULL);
    g_string_printf(sql, "INSERT OR REPLACE INTO %s(%s) VALUES(?1", table, columns);
    for (int i = 2; i <= sqlite3_column_count(rows); i++)
        g_string_append_printf(sql, ",?%d", i);
    g_string_append_c(sql, ')');
    enum status status =
        book_status(to, sqlite3_prepare_v2(to->db, sql->str, -1, &insert, NULL), "copy", err);
    while (!status && (code = sqlite3_step(rows)) == SQLITE_ROW) {
        for (int i = 0; i < sqlite3_column_count(rows); i++)
            sqlite3_bind_value(insert, i + 1, sqlite3_column_value(rows, i));
        status = book_run(to, insert, "write to", err);
    }
    if (!status)
        status = book_status(from, code, "copy", err);
    sqlite3_finalize(rows);
    sqlite3_finalize(insert);
    g_string_free(sql, TRUE);
    return status;
}

enum status book_replace(struct book *to, struct book *from, struct err *err)
{
    static const char *const tables[] = {"message", "tally",    "weight", "contact",
                                         "name",    "business", "thing", "alias", "alias_use",
                                         "affiliate", "folder",  "place",  "missing"};
    enum status status = book_flush_counted(from, err);
    for (size_t i = 0; i < G_N_ELEMENTS(tables) && !status; i++) {
        g_autofree char *forget = g_strconcat("DELETE FROM ", tables[i], NULL);
        status = book_run_text(to, forget, "write to", err);
        if (!status)
            status = copy_table(to, from, tables[i], err);
    }
    return status ? status : copy_table(to, from, "meta", err);
}

enum status book_take_over(struct book *to, struct book *from, struct err *err)
{
    enum status status = book_replace(to, from, err);
    if (!status)
        status = book_run_text(to, "DELETE FROM waiting", "write to", err);
    return status ? status : copy_table(to, from, "waiting", err);
}
