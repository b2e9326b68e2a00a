/* Learned weights. Some dozens are read for a message and many are read again for the next, so they stay in
 * memory; a commit writes those that were changed. */
#include "book-private.h"

#define WEIGHT_OF_FINDING (G_GUINT64_CONSTANT(1) << 63)

/* FNV-1a, 64 bits, over the text and its end. */
static uint64_t hash(uint64_t state, const char *text)
{
    for (const unsigned char *p = (const unsigned char *)text; *p; p++)
        state = (state ^ *p) * G_GUINT64_CONSTANT(1099511628211);
    return state * G_GUINT64_CONSTANT(1099511628211);
}

uint64_t weight_key_of_finding(const char *code)
{
    return hash(G_GUINT64_CONSTANT(14695981039346656037), code) | WEIGHT_OF_FINDING;
}

uint64_t weight_key_of_word(const char *organisation, const char *word)
{
    return hash(hash(G_GUINT64_CONSTANT(14695981039346656037), organisation), word) & ~WEIGHT_OF_FINDING;
}

GHashTable *book_deviations(struct book *book)
{
    sqlite3_stmt *rows =
        book->in_memory || book->deviations_read ? NULL : book_statement(book, SQL_WEIGHTS_OF_FINDINGS);
    book->deviations_read = true;
    while (rows && book_step(book, rows) == SQLITE_ROW)
        book_weight(book, (uint64_t)sqlite3_column_int64(rows, 0));
    if (rows)
        sqlite3_reset(rows);
    return book->weights;
}

struct weight *book_weight(struct book *book, uint64_t key)
{
    struct weight *weight = g_hash_table_lookup(book->weights, &key);
    if (weight)
        return weight;
    weight = g_new0(struct weight, 1);
    weight->key = key;
    g_hash_table_insert(book->weights, &weight->key, weight);
    sqlite3_stmt *get = book->in_memory ? NULL : book_statement(book, SQL_WEIGHT_GET);
    if (!get)
        return weight;
    sqlite3_bind_int64(get, 1, (sqlite3_int64)key);
    if (book_step(book, get) == SQLITE_ROW) {
        weight->value = sqlite3_column_double(get, 0);
        weight->square = sqlite3_column_double(get, 1);
        weight->seen = sqlite3_column_double(get, 2);
        weight->acted = sqlite3_column_double(get, 3);
        weight->name = g_strdup((const char *)sqlite3_column_text(get, 4));
    }
    sqlite3_reset(get);
    return weight;
}

enum status book_flush_weights(struct book *book, struct err *err)
{
    GHashTableIter iter;
    gpointer at;
    enum status status = STATUS_OK;
    g_hash_table_iter_init(&iter, book->weights);
    while (!status && g_hash_table_iter_next(&iter, NULL, &at)) {
        struct weight *weight = at;
        sqlite3_stmt *put = weight->changed ? book_statement(book, SQL_WEIGHT_PUT) : NULL;
        if (!put)
            continue;
        sqlite3_bind_int64(put, 1, (sqlite3_int64)weight->key);
        sqlite3_bind_double(put, 2, weight->value);
        sqlite3_bind_double(put, 3, weight->square);
        sqlite3_bind_double(put, 4, weight->seen);
        sqlite3_bind_double(put, 5, weight->acted);
        bind_text(put, 6, weight->name);
        status = book_run(book, put, "write to", err);
        weight->changed = status != STATUS_OK;
    }
    return status;
}

enum status book_weights(struct book *book, unsigned most, book_each_weight *each, void *data,
                         struct err *err)
{
    sqlite3_stmt *rows = book_statement(book, SQL_WEIGHTS);
    if (!rows)
        return book_run(book, NULL, "read", err);
    sqlite3_bind_int64(rows, 1, most);
    int code;
    while ((code = book_step(book, rows)) == SQLITE_ROW) {
        struct weight weight = {
            .key = (uint64_t)sqlite3_column_int64(rows, 0),
            .value = sqlite3_column_double(rows, 1),
            .square = sqlite3_column_double(rows, 2),
            .seen = sqlite3_column_double(rows, 3),
            .acted = sqlite3_column_double(rows, 4),
            .name = (char *)sqlite3_column_text(rows, 5),
        };
        each(&weight, data);
    }
    sqlite3_reset(rows);
    return book_status(book, code, "read", err);
}

enum status book_forget_weights(struct book *book, struct err *err)
{
    g_hash_table_remove_all(book->weights);
    return book_status(book, sqlite3_exec(book->db, "DELETE FROM weight", NULL, NULL, NULL), "write to", err);
}
