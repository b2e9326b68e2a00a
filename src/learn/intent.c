/* A line for each message, in one text of the book. */
#include <string.h>

#include "base/text.h"
#include "intent.h"

static void intent_free(gpointer at)
{
    struct intent *intent = at;
    g_free(intent->folder);
    g_free(intent);
}

void intent_add(GString *text, const char *id, const char *folder, enum placement placement)
{
    g_autofree char *name = g_uri_escape_string(id, NULL, FALSE);
    g_autofree char *into = g_uri_escape_string(folder, NULL, FALSE);
    g_string_append_printf(text, "%s /%s %s\n", name, into, placement_name(placement));
}

enum status intent_begin(struct book *book, const GString *text, char **before, struct err *err)
{
    enum status status = book_write_through(book, true, err); /* before any of the files is renamed */
    if (!status)
        status = book_begin(book, err);
    *before = status ? g_strdup("") : book_text(book, BOOK_MOVING);
    g_autofree char *all = g_strconcat(*before, text->str, NULL);
    if (!status)
        status = book_set_text(book, BOOK_MOVING, all, err);
    if (status) {
        book_rollback(book);
        return status;
    }
    status = book_commit(book, err);
    if (!status)
        status = book_write_through(book, false, err);
    if (!status)
        status = book_begin(book, err);
    g_autofree char *kept = status ? NULL : book_text(book, BOOK_MOVING);
    if (!kept || strcmp(kept, all) == 0)
        return status;
    book_rollback(book); /* a look came between */
    return err_set(err, STATUS_LOCKED, "another heed is at work");
}

enum status intent_done(struct book *book, const char *before, struct err *err)
{
    return book_set_text(book, BOOK_MOVING, before, err);
}

enum status intent_end(struct book *book, const char *before, bool all, struct err *err)
{
    enum status status = all ? intent_done(book, before, err) : STATUS_OK;
    if (!status)
        return book_commit(book, err);
    book_rollback(book);
    return status;
}

GHashTable *intent_left(struct book *book)
{
    GHashTable *left = g_hash_table_new_full(text_hash, g_str_equal, g_free, intent_free);
    g_autofree char *text = book_text(book, BOOK_MOVING);
    g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
    for (char **line = lines; *line; line++) {
        g_auto(GStrv) fields = g_strsplit(*line, " ", -1);
        if (g_strv_length(fields) != 3)
            continue;
        char *id = g_uri_unescape_string(fields[0], NULL);
        char *folder = g_uri_unescape_string(fields[1] + 1, NULL);
        struct intent *intent = g_new0(struct intent, 1);
        *intent = (struct intent){folder, placement_from_name(fields[2])};
        if (id && folder)
            g_hash_table_insert(left, id, intent);
        else {
            g_free(id);
            intent_free(intent);
        }
    }
    return left;
}
