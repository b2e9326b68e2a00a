/* What is in a folder of a store that is asked by IMAP: what the book has of it, and what changed since. */
#include <stdio.h>
#include <string.h>

#include "base/text.h"
#include "remote.h"

#define MAIL_FLAGS 0xffu /* all of enum mail_flag */

struct row {
    uint64_t uid; /* key of its table */
    char *info;
    uint32_t flags;
};

static void row_free(void *data)
{
    struct row *row = data;
    g_free(row->info);
    g_free(row);
}

struct reading {
    struct remote *remote;
    const struct mailbox *mailbox;
    uint32_t validity;
    GHashTable *rows;  /* struct row, by UID */
    GArray *there;     /* ranges: two numbers each */
    bool told;         /* what is there */
};

static void add_row(struct reading *reading, uint32_t uid, char *info, uint32_t flags)
{
    struct row *row = g_new0(struct row, 1);
    *row = (struct row){uid, info, flags};
    g_hash_table_replace(reading->rows, &row->uid, row);
}

static void know(const struct place *place, void *data)
{
    struct reading *reading = data;
    unsigned validity, uid;
    if (sscanf(place->base, "%u.%u", &validity, &uid) == 2 && validity == reading->validity)
        add_row(reading, uid, g_strdup(place->info), place->flags & MAIL_FLAGS);
}

static char *path_of(const struct reading *reading, uint32_t uid)
{
    return g_strdup_printf("%s/%u.%u", reading->mailbox->path, reading->validity, uid);
}

/* As peek_into() gives it. */
static bool is_id(const char *id)
{
    bool plain = strlen(id) < 200;
    for (const char *p = id; *p; p++)
        plain &= (unsigned char)*p > ' ' && *p != '<' && *p != '>' && *p != 127;
    return plain;
}

static enum status take_fact(struct reading *reading, GVariant *of, struct err *err)
{
    guint32 uid, flags;
    gint64 date;
    guint64 content;
    const char *id;
    g_variant_get(of, "(uux&st)", &uid, &flags, &date, &id, &content);
    const uint64_t key = uid;
    struct row *row = g_hash_table_lookup(reading->rows, &key);
    if (!uid || flags & ~MAIL_FLAGS || !is_id(id) ||
        g_hash_table_size(reading->rows) > MAILSTORE_MESSAGES)
        return remote_garbled(err);
    if (row)
        row->flags = flags;
    if (row || !*id)
        return STATUS_OK;
    struct remote_fact *fact = g_new0(struct remote_fact, 1);
    *fact = (struct remote_fact){{g_strdup(id), content}, MAX(date, 0)};
    g_hash_table_replace(reading->remote->fresh, path_of(reading, uid), fact);
    add_row(reading, uid,
            g_strdup_printf("%016" G_GINT64_MODIFIER "x %" G_GINT64_FORMAT, content, fact->date), flags);
    return STATUS_OK;
}

static enum status take_range(struct reading *reading, GVariant *of, struct err *err)
{
    guint32 range[2], last = 0;
    g_variant_get(of, "(uu)", &range[0], &range[1]);
    if (reading->there->len)
        last = g_array_index(reading->there, guint32, reading->there->len - 1);
    if (range[0] <= last || range[1] < range[0])
        return remote_garbled(err);
    g_array_append_vals(reading->there, range, 2);
    return STATUS_OK;
}

static enum status take(guchar what, GVariant *said, void *data, struct err *err)
{
    struct reading *reading = data;
    bool facts = what == SAID_FACTS && g_variant_is_of_type(said, G_VARIANT_TYPE(SAID_FACTS_TYPE));
    bool there = what == SAID_THERE && g_variant_is_of_type(said, G_VARIANT_TYPE(SAID_THERE_TYPE));
    enum status status = facts || there ? STATUS_OK : remote_garbled(err);
    reading->told |= there;
    for (gsize i = 0; !status && i < g_variant_n_children(said); i++) {
        g_autoptr(GVariant) of = g_variant_get_child_value(said, i);
        status = facts ? take_fact(reading, of, err) : take_range(reading, of, err);
    }
    return status;
}

static bool is_there(const struct reading *reading, uint32_t uid)
{
    const guint32 *ranges = (const guint32 *)(const void *)reading->there->data;
    guint from = 0, to = reading->there->len / 2;
    while (reading->told && from < to) {
        guint middle = from + (to - from) / 2;
        if (uid < ranges[2 * middle])
            to = middle;
        else if (uid > ranges[2 * middle + 1])
            from = middle + 1;
        else
            return true;
    }
    return !reading->told;
}

static void drop_others(struct reading *reading)
{
    GHashTableIter iter;
    gpointer at;
    g_hash_table_iter_init(&iter, reading->rows);
    while (g_hash_table_iter_next(&iter, NULL, &at)) {
        const struct row *row = at;
        if (is_there(reading, (uint32_t)row->uid))
            continue;
        g_autofree char *path = path_of(reading, (uint32_t)row->uid);
        g_hash_table_remove(reading->remote->fresh, path);
        g_hash_table_iter_remove(&iter);
    }
}

static void call_for_each(const struct reading *reading, mail_each *each, void *data)
{
    GHashTableIter iter;
    gpointer at;
    g_hash_table_iter_init(&iter, reading->rows);
    while (g_hash_table_iter_next(&iter, NULL, &at)) {
        const struct row *row = at;
        g_autofree char *base = g_strdup_printf("%u.%u", reading->validity, (uint32_t)row->uid);
        each(&(struct mail_name){base, row->info, row->flags}, data);
    }
}

/* Reads it by what has changed since SINCE, or (NULL) from the beginning. STATUS_NOT_FOUND: what is known
 * does not fit to what is there. */
static enum status read_since(struct reading *reading, struct book *book, const struct remote_state *since,
                              struct err *err)
{
    uint32_t exists = 0;
    struct remote_question question = {.what = 'C',
                                       .folder = remote_place(reading->remote, reading->mailbox->path),
                                       .validity = reading->validity,
                                       .next = 1};
    reading->told = false;
    g_array_set_size(reading->there, 0);
    g_hash_table_remove_all(reading->rows);
    enum status status =
        since ? book_places_in(book, reading->mailbox->path, know, reading, err) : STATUS_OK;
    question.known = g_hash_table_size(reading->rows);
    if (question.known) {
        question.next = since->next;
        question.modseq = since->modseq;
    }
    if (!status)
        status = remote_ask(reading->remote, &question, take, reading, &exists, err);
    if (status)
        return status;
    drop_others(reading);
    bool fits = g_hash_table_size(reading->rows) == exists;
    return fits ? STATUS_OK : question.known ? STATUS_NOT_FOUND : remote_garbled(err);
}

enum status remote_names(struct remote *remote, struct book *book, const struct mailbox *mailbox,
                         const char *before, mail_each *each, void *data, struct err *err)
{
    const struct remote_state *state =
        &g_array_index(remote->states, struct remote_state, remote_place(remote, mailbox->path));
    struct remote_state since;
    guint64 modseq = 0;
    bool same = before &&
                sscanf(before, "%u %u %" G_GUINT64_FORMAT, &since.validity, &since.next, &modseq) == 3 &&
                since.validity == state->validity;
    since.modseq = modseq;
    struct reading reading = {.remote = remote,
                              .mailbox = mailbox,
                              .validity = state->validity,
                              .rows = g_hash_table_new_full(number_hash, g_int64_equal, NULL, row_free),
                              .there = g_array_new(FALSE, FALSE, sizeof(guint32))};
    enum status status = read_since(&reading, book, same ? &since : NULL, err);
    if (status == STATUS_NOT_FOUND)
        status = read_since(&reading, book, NULL, err);
    if (!status)
        call_for_each(&reading, each, data);
    g_hash_table_destroy(reading.rows);
    g_array_free(reading.there, TRUE);
    return status;
}
