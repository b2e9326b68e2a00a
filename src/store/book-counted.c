/* The tallies of a book that is filled in memory, until a commit writes them. */
#include <string.h>

#include "book-private.h"
#include "base/text.h"

static guint hash_of(gconstpointer key)
{
    const struct counted *row = key;
    return text_hash(row->name) * 31 + (guint)row->level * 16 + (guint)row->kind;
}

static gboolean is_equal(gconstpointer a, gconstpointer b)
{
    const struct counted *x = a, *y = b;
    return x->level == y->level && x->kind == y->kind && !strcmp(x->name, y->name);
}

static void free_row(gpointer row)
{
    g_free((char *)((struct counted *)row)->name);
    g_free(row);
}

GHashTable *book_counted_new(void)
{
    return g_hash_table_new_full(hash_of, is_equal, free_row, NULL);
}

const struct counted *book_counted(GHashTable *counted, int level, const char *name, int kind)
{
    struct counted key = {.level = level, .name = name, .kind = kind};
    return g_hash_table_lookup(counted, &key);
}

void book_count(GHashTable *counted, const struct counted *move)
{
    struct counted *row = g_hash_table_lookup(counted, move);
    if (!row) {
        row = g_memdup2(move, sizeof *move);
        row->name = g_strdup(move->name);
        row->changed = true;
        g_hash_table_add(counted, row);
        return;
    }
    row->received = MAX(0, row->received + move->received);
    row->acted = MAX(0, row->acted + move->acted);
    row->proven += move->proven;
    if (move->first > 0) /* some messages have no date */
        row->first = row->first > 0 ? MIN(row->first, move->first) : move->first;
    row->last = MAX(row->last, move->last);
    row->wanted = MAX(row->wanted, move->wanted);
    for (int i = 0; i < OUTCOME_COUNT; i++)
        row->count[i] += move->count[i];
    row->changed = true;
}

enum status book_flush_counted(struct book *book, struct err *err)
{
    GHashTableIter iter;
    gpointer at;
    enum status status = STATUS_OK;
    if (!book->counted)
        return STATUS_OK;
    g_hash_table_iter_init(&iter, book->counted);
    while (!status && g_hash_table_iter_next(&iter, &at, NULL)) {
        struct counted *row = at;
        sqlite3_stmt *put = row->changed ? book_statement(book, SQL_TALLY_PUT) : NULL;
        if (!put)
            continue;
        book_bind_counted(put, row);
        status = book_run(book, put, "write to", err);
        row->changed = status != STATUS_OK;
    }
    return status;
}
