/* Comparing folders with the table of files, name by name. Opens no mail. */
#include <string.h>

#include "base/days.h"
#include "base/text.h"
#include "looking.h"
#include "store/book-state.h"
#include "store/places.h"

#define ABSENT_DAYS 28 /* after which a folder that is no more does not come back */

static void change_free(struct change *change)
{
    g_free(change->base);
    g_free(change->info);
    g_free(change);
}

struct known {
    char *info, *id;
    uint32_t flags;
    bool there; /* seen again */
};

static void known_free(struct known *known)
{
    g_free(known->info);
    g_free(known->id);
    g_free(known);
}

static void keep_stamp(const char *folder, const char *stamp, void *data)
{
    g_hash_table_insert(data, g_strdup(folder), g_strdup(stamp));
}

void looking_begin(struct looking *looking, struct follow *follow)
{
    *looking = (struct looking){.follow = follow,
                                .store = follow->store,
                                .mailboxes = mailstore_folders(follow->store),
                                .by_path = g_hash_table_new(text_hash, g_str_equal),
                                .last = book_number(follow->book, BOOK_LOOKED)};
    looking->stamps = g_hash_table_new_full(text_hash, g_str_equal, g_free, g_free);
    looking->delivered = g_hash_table_new_full(text_hash, g_str_equal, g_free, NULL);
    looking->left = g_hash_table_new_full(text_hash, g_str_equal, g_free, NULL);
    looking->touched = g_hash_table_new_full(text_hash, g_str_equal, g_free, NULL);
    looking->files = g_hash_table_new_full(text_hash, g_str_equal, g_free, (GDestroyNotify)known_free);
    looking->absent = g_hash_table_new(text_hash, g_str_equal);
    looking->intents = intent_left(follow->book);
    looking->fresh = g_ptr_array_new_with_free_func((GDestroyNotify)change_free);
    for (guint i = 0; i < looking->mailboxes->len; i++) {
        struct mailbox *mailbox = looking->mailboxes->pdata[i];
        g_hash_table_insert(looking->by_path, mailbox->path, mailbox);
    }
    follow->status = book_folders(follow->book, keep_stamp, looking->stamps, follow->err);
}

void looking_clear(struct looking *looking)
{
    g_hash_table_destroy(looking->by_path);
    g_hash_table_destroy(looking->stamps);
    g_hash_table_destroy(looking->delivered);
    g_hash_table_destroy(looking->left);
    g_hash_table_destroy(looking->touched);
    g_hash_table_destroy(looking->files);
    g_hash_table_destroy(looking->absent);
    g_hash_table_destroy(looking->intents);
    g_ptr_array_free(looking->fresh, TRUE);
}

void looking_touch(struct looking *looking, const char *id, bool synced)
{
    bool before = GPOINTER_TO_INT(g_hash_table_lookup(looking->touched, id));
    g_hash_table_insert(looking->touched, g_strdup(id), GINT_TO_POINTER(before || synced));
}

/* --- one folder ----------------------------------------------------------------------------------------- */

static void know(const struct place *place, void *data)
{
    struct known *known = g_new0(struct known, 1);
    *known = (struct known){g_strdup(place->info), g_strdup(place->id), place->flags, false};
    g_hash_table_insert(data, g_strdup(place->base), known);
}

static void note_delivered(const struct looking *looking, const char *id, enum special_use use)
{
    int before = GPOINTER_TO_INT(g_hash_table_lookup(looking->delivered, id));
    int now = before && before != (int)use + 1 ? -1 : (int)use + 1; /* two letters under one id */
    g_hash_table_insert(looking->delivered, g_strdup(id), GINT_TO_POINTER(now));
}

static void meet(const struct mail_name *name, void *data)
{
    struct looking *looking = data;
    struct follow *follow = looking->follow;
    struct known *known = g_hash_table_lookup(looking->files, name->base);
    bool unseen = known && known->flags & PLACE_UNSEEN;
    if (unseen) {
        known->there = true;
        note_delivered(looking, known->id, looking->mailbox->use);
    }
    if (!known || unseen) {
        struct change *change = g_new0(struct change, 1);
        *change = (struct change){looking->mailbox, g_strdup(name->base), g_strdup(name->info), name->flags};
        g_ptr_array_add(looking->fresh, change);
        return;
    }
    known->there = true;
    if (strcmp(known->info, name->info) == 0 && known->flags == name->flags)
        return;
    const struct place place = {looking->mailbox->path, name->base, name->info, known->id, name->flags};
    if ((known->flags ^ name->flags) & MAIL_TRASHED) /* as good as gone, or here again */
        g_hash_table_add(looking->left, g_strdup(known->id));
    looking_touch(looking, known->id, false);
    if (!follow->status)
        follow->status = book_place_put(follow->book, &place, follow->err);
}

/* mbsync and offlineimap name their files so; the other half of a move may be minutes away. */
static bool is_synced(const char *base)
{
    return strstr(base, ",U=") != NULL;
}

static void drop_missing(struct looking *looking, const char *folder)
{
    GHashTableIter iter;
    gpointer base, at;
    g_hash_table_iter_init(&iter, looking->files);
    while (g_hash_table_iter_next(&iter, &base, &at)) {
        const struct known *known = at;
        if (known->there || looking->follow->status)
            continue;
        const struct mailbox *mailbox = g_hash_table_lookup(looking->by_path, folder);
        if (known->flags & PLACE_UNSEEN && mailbox)
            note_delivered(looking, known->id, mailbox->use);
        g_hash_table_add(looking->left, g_strdup(known->id));
        looking_touch(looking, known->id, is_synced(base));
        looking->follow->status = book_place_drop(looking->follow->book, folder, base, looking->follow->err);
    }
}

static void count(const struct place *place, void *data)
{
    (void)place;
    ++*(unsigned *)data;
}

static void begin_folder(struct looking *looking, const char *folder)
{
    struct follow *follow = looking->follow;
    g_hash_table_remove_all(looking->files);
    if (!follow->status)
        follow->status = book_places_in(follow->book, folder, know, looking->files, follow->err);
}

/* A folder that changed just now may change again within the same tick of its clock, and one that could not
 * be read whole says nothing of what is missing: it is looked into again. */
void look_into(struct looking *looking, const struct mailbox *mailbox)
{
    struct follow *follow = looking->follow;
    const char *before = g_hash_table_lookup(looking->stamps, mailbox->path);
    g_autofree char *stamp = mailstore_stamp(looking->store, mailbox, follow->now);
    bool whole = false;
    if (mailbox_is_same(stamp, before))
        return;
    begin_folder(looking, mailbox->path);
    looking->mailbox = mailbox;
    if (!follow->status)
        follow->status = mailstore_names(looking->store, follow->book, mailbox, before, meet, looking, &whole,
                                         follow->err);
    if (whole)
        drop_missing(looking, mailbox->path);
    if (!follow->status)
        follow->status = book_folder_looked(follow->book, mailbox->path, whole ? stamp : "", follow->err);
}

/* What lay there is gone, and nobody can tell whether she did that: it teaches nothing. */
static void drop_folder(struct looking *looking, const char *folder)
{
    GHashTableIter iter;
    gpointer base, at;
    struct follow *follow = looking->follow;
    begin_folder(looking, folder);
    g_hash_table_iter_init(&iter, looking->files);
    while (!follow->status && g_hash_table_iter_next(&iter, &base, &at)) {
        const struct known *known = at;
        struct entry entry;
        unsigned left = 0;
        follow->status = book_place_drop(follow->book, folder, base, follow->err);
        if (!follow->status)
            follow->status = book_places_of(follow->book, known->id, count, &left, follow->err);
        if (follow->status || left || !book_get(follow->book, known->id, &entry))
            continue;
        entry.gone = true;
        follow->status = book_put(follow->book, &entry, follow->err);
    }
    if (!follow->status)
        follow->status = book_folder_drop(follow->book, folder, follow->err);
}

/* One that is no more: a disk that is not there, a link that is missing, or she deleted it. What lay in it is
 * not known for weeks; unless all of her mail is somewhere else just now. */
void look_forget(struct looking *looking)
{
    GHashTableIter iter;
    gpointer path, stamp;
    struct follow *follow = looking->follow;
    g_hash_table_iter_init(&iter, looking->stamps);
    while (looking->mailboxes->len && g_hash_table_iter_next(&iter, &path, &stamp) && !follow->status) {
        if (g_hash_table_contains(looking->by_path, path) || mailstore_is_away(looking->store, path))
            continue;
        int64_t since = 0;
        g_autofree char *absent = g_strdup_printf(FOLDER_ABSENT "%" G_GINT64_FORMAT, follow->now);
        if (g_str_has_prefix(stamp, FOLDER_ABSENT))
            since = g_ascii_strtoll((const char *)stamp + strlen(FOLDER_ABSENT), NULL, 10);
        if (since && follow->now - since > ABSENT_DAYS * DAY) {
            drop_folder(looking, path);
            continue;
        }
        g_hash_table_add(looking->absent, path);
        if (!since)
            follow->status = book_folder_looked(follow->book, path, absent, follow->err);
    }
}
