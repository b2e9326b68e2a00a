/* A book as bytes, on its way from the process that made it to the one that puts it in place. */
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/spool.h"
#include "book-private.h"
#include "store/book-state.h"

enum status book_write_image(struct book *book, int fd, struct err *err)
{
    sqlite3_int64 size = 0;
    unsigned char *bytes = sqlite3_serialize(book->db, "main", &size, 0);
    bool written = bytes && write_all(fd, bytes, (size_t)size);
    sqlite3_free(bytes);
    return written ? STATUS_OK : err_errno(err, STATUS_IO, "cannot hand the book on");
}

/* Everything that says what the tables are: nothing in it may be another than what this heed makes. */
static char *schema_of(sqlite3 *db)
{
    sqlite3_stmt *rows = NULL;
    GString *text = g_string_new(NULL);
    int code = sqlite3_prepare_v2(
        db, "SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY type, name", -1, &rows, NULL);
    while (code == SQLITE_OK && sqlite3_step(rows) == SQLITE_ROW)
        for (int i = 0; i < 4; i++)
            g_string_append_printf(text, "%s\n", (const char *)sqlite3_column_text(rows, i));
    sqlite3_finalize(rows);
    return g_string_free(text, FALSE);
}

static bool is_ours(struct book *book, double half_life)
{
    struct book *own = NULL;
    int off = 0;
    sqlite3_db_config(book->db, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, &off);
    if (!book_is_whole(book) || book_version(book) != book_schema() ||
        book_open(":memory:", half_life, &own, NULL))
        return false;
    g_autofree char *there = schema_of(book->db), *expected = schema_of(own->db);
    book_close(own);
    return strcmp(there, expected) == 0;
}

enum status book_read_image(int fd, double half_life, struct book **out, struct err *err)
{
    struct stat st;
    owned(book) book = NULL;
    enum status status = book_open(":memory:", half_life, &book, err);
    if (status)
        return status;
    if (fstat(fd, &st) != 0 || st.st_size == 0)
        return err_set(err, STATUS_CORRUPT, "there is no book to put in place");
    unsigned char *bytes = sqlite3_malloc64((sqlite3_uint64)st.st_size);
    for (off_t at = 0; bytes && at < st.st_size;) {
        ssize_t got = pread(fd, bytes + at, (size_t)(st.st_size - at), at);
        if (got <= 0) {
            sqlite3_free(bytes);
            return err_errno(err, STATUS_IO, "cannot read the new book");
        }
        at += got;
    }
    book_forget_prepared(book);
    int code = sqlite3_deserialize(book->db, "main", bytes, st.st_size, st.st_size,
                                   SQLITE_DESERIALIZE_FREEONCLOSE | SQLITE_DESERIALIZE_RESIZEABLE);
    if (code != SQLITE_OK || !is_ours(book, half_life))
        return err_set(err, STATUS_CORRUPT, "the new book is none that this heed makes");
    g_clear_pointer(&book->counted, g_hash_table_destroy);
    book->in_memory = false;
    *out = g_steal_pointer(&book);
    return STATUS_OK;
}
