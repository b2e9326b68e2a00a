/* Putting one book in the place of another, table by table, within a change of the book. */
#include "book-private.h"

/* Copies one table, row by row, from one connection to another. */
static enum status copy_table(struct book *to, struct book *from, const char *table, struct err *err)
{
    g_autofree char *select = g_strdup_printf("SELECT * FROM %s", table);
    sqlite3_stmt *rows = NULL, *insert = NULL;
    int code = sqlite3_prepare_v2(from->db, select, -1, &rows, NULL);
    if (code != SQLITE_OK)
        return book_status(from, code, "copy", err);
    GString *sql = g_string_new(NULL);
    g_string_printf(sql, "INSERT OR REPLACE INTO %s VALUES(?1", table);
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
