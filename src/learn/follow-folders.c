/* Following folders: what came, what went, which flags changed since the last look. A file that left one
 * folder and one that came into another are one message by its Message-ID and content, in whichever order and
 * in however many looks the two are seen. */
#include <errno.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/days.h"
#include "base/text.h"
#include "act/entry.h"
#include "follow-private.h"
#include "learn/folders.h"
#include "store/places.h"

#define FRESH 2           /* seconds in which a folder may change again without its time changing */
#define UNDERWAY 600      /* seconds that mbsync and its like may take between the halves of a move */
#define SURE 3600         /* seconds between two looks in which nobody reads and expunges unseen */

/* One file that the table does not know, or knows otherwise. */
struct change {
    const struct mailbox *mailbox;
    char *base, *info;
    uint32_t flags;
};

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

struct looking {
    struct follow *follow;
    const char *root;
    GPtrArray *mailboxes;
    GHashTable *by_path; /* path -> struct mailbox */
    GHashTable *stamps;  /* path -> stamp of the last look */
    GHashTable *touched; /* id -> whether a file with it was taken out that mbsync or its like brought */
    GPtrArray *fresh;    /* struct change */
    GHashTable *files;   /* base -> struct known: of the folder that is looked into */
    const struct mailbox *mailbox;
    int64_t last;        /* look before */
};

static void touch(struct looking *looking, const char *id, bool synced)
{
    bool before = GPOINTER_TO_INT(g_hash_table_lookup(looking->touched, id));
    if (*id)
        g_hash_table_insert(looking->touched, g_strdup(id), GINT_TO_POINTER(before || synced));
}

/* --- one folder ----------------------------------------------------------------------------------------- */

static void know(const struct place *place, void *data)
{
    struct known *known = g_new0(struct known, 1);
    *known = (struct known){g_strdup(place->info), g_strdup(place->id), place->flags, false};
    g_hash_table_insert(data, g_strdup(place->base), known);
}

static void meet(const struct mail_name *name, void *data)
{
    struct looking *looking = data;
    struct follow *follow = looking->follow;
    struct known *known = g_hash_table_lookup(looking->files, name->base);
    if (!known) {
        struct change *change = g_new0(struct change, 1);
        *change = (struct change){looking->mailbox, g_strdup(name->base), g_strdup(name->info), name->flags};
        g_ptr_array_add(looking->fresh, change);
        return;
    }
    known->there = true;
    if (strcmp(known->info, name->info) == 0 && known->flags == name->flags)
        return;
    const struct place place = {looking->mailbox->path, name->base, name->info, known->id, name->flags};
    touch(looking, known->id, false);
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
        touch(looking, known->id, is_synced(base));
        looking->follow->status = book_place_drop(looking->follow->book, folder, base, looking->follow->err);
    }
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
static void look_into(struct looking *looking, const struct mailbox *mailbox)
{
    struct follow *follow = looking->follow;
    int64_t latest;
    g_autofree char *stamp = mailbox_stamp(looking->root, mailbox, &latest);
    if (g_strcmp0(g_hash_table_lookup(looking->stamps, mailbox->path), stamp) == 0)
        return;
    begin_folder(looking, mailbox->path);
    looking->mailbox = mailbox;
    bool whole = mailbox_names(looking->root, mailbox, meet, looking);
    if (whole)
        drop_missing(looking, mailbox->path);
    bool settled = whole && ABS(follow->now - latest) > FRESH;
    if (!follow->status)
        follow->status = book_folder_looked(follow->book, mailbox->path, settled ? stamp : "", follow->err);
}

/* One that is no more, and all that was in it; unless all of her mail is somewhere else just now. */
static void forget_folders(struct looking *looking)
{
    GHashTableIter iter;
    gpointer path;
    struct follow *follow = looking->follow;
    g_hash_table_iter_init(&iter, looking->stamps);
    while (looking->mailboxes->len && g_hash_table_iter_next(&iter, &path, NULL) && !follow->status) {
        if (g_hash_table_contains(looking->by_path, path))
            continue;
        begin_folder(looking, path);
        drop_missing(looking, path);
        if (!follow->status)
            follow->status = book_folder_drop(follow->book, path, follow->err);
    }
}

/* --- one message ---------------------------------------------------------------------------------------- */

struct gathering {
    const struct looking *looking;
    struct trail trail;
    char *path; /* of one of its files */
    bool drafts;
};

static void gather(const struct place *place, void *data)
{
    struct gathering *gathering = data;
    const struct mailbox *mailbox = g_hash_table_lookup(gathering->looking->by_path, place->folder);
    if (!mailbox)
        return;
    trail_add(&gathering->trail, mailbox->use, place->flags);
    g_free(gathering->path);
    gathering->path = mail_path(gathering->looking->root, place->folder, place->base, place->info);
}

/* What was delivered is first seen where heed left it, unless she was faster. */
static uint32_t tags_before(const struct looking *looking, const struct entry *entry)
{
    static const uint32_t bits[PLACE_COUNT] = {[PLACE_LATER] = TAG_LATER, [PLACE_SUSPECT] = TAG_SUSPECT};
    const struct config *config = looking->follow->reader->config;
    if (entry->indexed || entry->placement >= PLACE_COUNT)
        return entry->tags;
    bool folder = *config->folders[entry->placement] && bits[entry->placement];
    return TAG_BY_FOLDER | TAG_UNREAD | (folder ? bits[entry->placement] : TAG_INBOX);
}

static int64_t came(const char *path, int64_t now)
{
    struct stat st;
    return stat(path, &st) == 0 && st.st_mtim.tv_sec < now ? (int64_t)st.st_mtim.tv_sec : now;
}

static void take(struct looking *looking, const char *id, const struct gathering *gathering)
{
    struct follow *follow = looking->follow;
    struct entry entry;
    bool met = book_get(follow->book, id, &entry);
    uint32_t bits = trail_bits(&gathering->trail);
    uint32_t before = met ? tags_before(looking, &entry) : 0;
    struct record record = {
        .id = id,
        .path = gathering->path,
        .thread = "",
        .date = met ? entry.date : came(gathering->path, follow->now),
        .tags = trail_moved(before, bits, !met),
        .placement = PLACE_NONE,
        .untouched = true,
        .newest = "",
    };
    follow->report->messages++;
    if (!met)
        follow_new(follow, &record);
    else if (!entry.own)
        follow_known(follow, &record, &entry);
    if (!follow->status)
        follow->status = book_missing_drop(follow->book, id, follow->err);
}

static void settle(struct looking *looking, const char *id, bool synced)
{
    struct follow *follow = looking->follow;
    struct gathering gathering = {.looking = looking};
    follow->status = book_places_of(follow->book, id, gather, &gathering, follow->err);
    bool drafts = gathering.trail.in[USE_DRAFTS];
    if (follow->status || drafts) {
        g_free(gathering.path);
        return;
    }
    if (gathering.path)
        take(looking, id, &gathering);
    else /* where no program brings both halves, the next look is sure */
        follow->status = book_missing_put(follow->book, id, synced ? follow->now : follow->now - UNDERWAY,
                                          follow->now - looking->last < SURE, follow->err);
    g_free(gathering.path);
}

/* --- what is new ---------------------------------------------------------------------------------------- */

static void take_file(struct looking *looking, const struct change *change)
{
    struct follow *follow = looking->follow;
    struct peek peek = {NULL, 0};
    const struct mailbox *mailbox = change->mailbox;
    struct place place = {mailbox->path, change->base, change->info, "", change->flags};
    g_autofree char *path = mail_path(looking->root, mailbox->path, change->base, change->info), *id = NULL;
    if (mailbox->use != USE_DRAFTS) {
        if (peek_at(path, &peek, NULL)) { /* renamed or gone since; or it cannot be read now */
            follow->report->unreadable += access(path, F_OK) == 0;
            follow->status = book_folder_looked(follow->book, mailbox->path, "", follow->err);
            return;
        }
        id = peek_name(follow->book, looking->root, &peek);
        peek_clear(&peek);
        place.id = id;
        touch(looking, id, false);
    }
    follow->status = book_place_put(follow->book, &place, follow->err);
}

/* --- all ------------------------------------------------------------------------------------------------ */

static void keep_stamp(const char *folder, const char *stamp, void *data)
{
    g_hash_table_insert(data, g_strdup(folder), g_strdup(stamp));
}

static void keep_id(const char *id, void *data)
{
    g_ptr_array_add(data, g_strdup(id));
}

static void keep_missing(const char *id, bool sure, void *data)
{
    g_ptr_array_add(data, g_strdup_printf("%c%s", sure ? '+' : '-', id));
}

/* What lies nowhere since long enough was thrown away. */
static void count_missing(struct looking *looking)
{
    struct follow *follow = looking->follow;
    g_autoptr(GPtrArray) ids = g_ptr_array_new_with_free_func(g_free);
    follow->status =
        book_missing(follow->book, follow->now - UNDERWAY + 1, keep_missing, ids, follow->err);
    for (guint i = 0; i < ids->len && !follow->status; i++) {
        const char *id = (const char *)ids->pdata[i] + 1;
        struct entry entry;
        if (g_hash_table_contains(looking->touched, id))
            continue;
        follow->status = book_missing_drop(follow->book, id, follow->err);
        if (follow->status || !book_get(follow->book, id, &entry) || entry.gone || !entry.indexed)
            continue;
        entry.gone = true;
        if (*(const char *)ids->pdata[i] == '-')
            entry.tags |= TAG_BY_FILTER; /* read and expunged between two looks, for all that is known */
        follow->report->gone += !entry.own;
        if (entry.own)
            follow->status = book_put(follow->book, &entry, follow->err);
        else
            follow->status = entry_settle(follow->reader->config, follow->book, &entry, NULL, follow->now,
                                          follow->err);
    }
}

/* What is old enough to count as ignored now. */
static void revisit(struct looking *looking)
{
    struct follow *follow = looking->follow;
    g_autoptr(GPtrArray) ids = g_ptr_array_new_with_free_func(g_free);
    int64_t ignored = follow->now - (int64_t)(follow->reader->config->ignored_after * DAY);
    follow->status = book_undecided(follow->book, ignored, 0, keep_id, ids, follow->err);
    for (guint i = 0; i < ids->len && !follow->status; i++)
        if (!g_hash_table_contains(looking->touched, ids->pdata[i]))
            settle(looking, ids->pdata[i], false);
}

static void look(struct looking *looking)
{
    struct follow *follow = looking->follow;
    for (guint i = 0; i < looking->mailboxes->len && !follow->status; i++)
        look_into(looking, looking->mailboxes->pdata[i]);
    if (!follow->status)
        forget_folders(looking);
    for (guint i = 0; i < looking->fresh->len && !follow->status; i++)
        take_file(looking, looking->fresh->pdata[i]);
    GHashTableIter iter;
    gpointer id, synced;
    g_hash_table_iter_init(&iter, looking->touched);
    while (!follow->status && g_hash_table_iter_next(&iter, &id, &synced))
        settle(looking, id, GPOINTER_TO_INT(synced));
    if (!follow->status)
        count_missing(looking);
    if (!follow->status)
        revisit(looking);
    if (!follow->status)
        follow->status = book_set_number(follow->book, BOOK_LOOKED, follow->now, follow->err);
    if (!follow->status)
        follow->status = reader_note_user(follow->reader, follow->book, follow->err);
}

static bool anything_new(const struct looking *looking)
{
    const struct follow *follow = looking->follow;
    g_autoptr(GPtrArray) ids = g_ptr_array_new_with_free_func(g_free);
    int64_t ignored = follow->now - (int64_t)(follow->reader->config->ignored_after * DAY), latest;
    if (g_hash_table_size(looking->stamps) != looking->mailboxes->len ||
        book_missing(follow->book, follow->now - UNDERWAY + 1, keep_missing, ids, NULL) ||
        book_undecided(follow->book, ignored, 0, keep_id, ids, NULL) || ids->len)
        return true;
    for (guint i = 0; i < looking->mailboxes->len; i++) {
        const struct mailbox *mailbox = looking->mailboxes->pdata[i];
        g_autofree char *stamp = mailbox_stamp(looking->root, mailbox, &latest);
        if (g_strcmp0(g_hash_table_lookup(looking->stamps, mailbox->path), stamp) != 0)
            return true;
    }
    return false;
}

enum status follow_folders(struct follow *follow)
{
    struct use_names names = reader_uses(follow->reader);
    struct looking looking = {.follow = follow, .root = follow->reader->follows,
                              .mailboxes = mailboxes_find(follow->reader->follows, &names),
                              .by_path = g_hash_table_new(text_hash, g_str_equal),
                              .last = book_number(follow->book, BOOK_LOOKED)};
    looking.stamps = g_hash_table_new_full(text_hash, g_str_equal, g_free, g_free);
    looking.touched = g_hash_table_new_full(text_hash, g_str_equal, g_free, NULL);
    looking.files = g_hash_table_new_full(text_hash, g_str_equal, g_free, (GDestroyNotify)known_free);
    looking.fresh = g_ptr_array_new_with_free_func((GDestroyNotify)change_free);
    for (guint i = 0; i < looking.mailboxes->len; i++) {
        struct mailbox *mailbox = looking.mailboxes->pdata[i];
        g_hash_table_insert(looking.by_path, mailbox->path, mailbox);
    }
    follow->places &= looking.last > 0; /* all of her mail is no news */
    follow->status = book_folders(follow->book, keep_stamp, looking.stamps, follow->err);
    if (!follow->status && anything_new(&looking)) {
        follow->status = book_begin(follow->book, follow->err);
        if (!follow->status)
            look(&looking);
        if (!follow->status)
            follow->status = book_commit(follow->book, follow->err); /* State: looked. */
        else
            book_rollback(follow->book);
    }
    if (!follow->status)
        follow->status = follow_forget(follow);
    moving_free(follow->moving);
    g_hash_table_destroy(looking.by_path);
    g_hash_table_destroy(looking.stamps);
    g_hash_table_destroy(looking.touched);
    g_hash_table_destroy(looking.files);
    g_ptr_array_free(looking.fresh, TRUE);
    g_ptr_array_free(looking.mailboxes, TRUE);
    return follow->status;
}
