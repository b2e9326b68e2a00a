/* Peeking at files, and all of her folders as one archive in order of time. */
#include <string.h>
#include <sys/stat.h>
#include <time.h>

#include "base/text.h"
#include "learn/folders.h"
#include "learn/mailstore.h"
#include "mail/layout.h"
#include "mail/message.h"
#include "store/places.h"

#define MOST_ID 199     /* longer ones are hashed, as notmuch does */
#define MOST_VALUE 4096 /* likewise of one field */

/* --- one file ------------------------------------------------------------------------------------------- */

void peek_clear(struct peek *peek)
{
    g_clear_pointer(&peek->id, g_free);
}

struct summing {
    const struct spool *spool;
    GChecksum *sum;
};

static void add_span(const struct summing *summing, uint64_t from, uint64_t to, size_t most)
{
    guchar bytes[MOST_VALUE];
    size_t length = (size_t)MIN(to - from, MIN(most, sizeof bytes));
    length = spool_peek(summing->spool, from, bytes, length);
    g_checksum_update(summing->sum, bytes, (gssize)length);
}

/* Of what servers and programs that carry mail leave as it is. */
static void add_field(const char *name, struct span value, void *data)
{
    static const char *const told[] = {"from", "date", "subject", "message-id", NULL};
    if (!g_strv_contains(told, name))
        return;
    g_checksum_update(((struct summing *)data)->sum, (const guchar *)name, -1);
    add_span(data, value.from, value.to, MOST_VALUE);
}

static uint64_t sum_of(const struct spool *spool, const struct layout *layout, char **text)
{
    struct summing summing = {spool, g_checksum_new(G_CHECKSUM_SHA256)};
    layout_fields(spool, layout, add_field, &summing);
    add_span(&summing, layout->body, spool_size(spool), PEEK_BODY);
    *text = g_strdup(g_checksum_get_string(summing.sum));
    g_checksum_free(summing.sum);
    g_autofree char *front = g_strndup(*text, 16);
    return g_ascii_strtoull(front, NULL, 16);
}

void peek_into(const struct spool *spool, struct peek *peek)
{
    owned(layout) layout = layout_read(spool);
    g_autofree char *id = layout_id(spool, layout), *sum = NULL;
    peek->content = sum_of(spool, layout, &sum);
    bool plain = *id && strlen(id) <= MOST_ID && !strpbrk(id, " \t<>") && g_utf8_validate(id, -1, NULL);
    peek->id = plain ? g_steal_pointer(&id) : g_strconcat("heed-sha256-", sum, NULL);
}

static int64_t date_of(const char *path, const struct spool *spool)
{
    struct stat st;
    int64_t when = message_when(spool);
    return when ? when : stat(path, &st) == 0 ? (int64_t)st.st_mtim.tv_sec : 0;
}

enum status peek_at(const char *path, struct peek *peek, int64_t *date, struct err *err)
{
    owned(spool) spool = NULL;
    enum status status = spool_open(path, &spool, err);
    if (status)
        return status;
    peek_into(spool, peek);
    if (date)
        *date = date_of(path, spool);
    return STATUS_OK;
}

char *peek_other_name(const struct peek *peek)
{
    return g_strdup_printf("%s#heed-%016" G_GINT64_MODIFIER "x", peek->id, peek->content);
}

/* --- all of them ---------------------------------------------------------------------------------------- */

struct seen {
    char *id, *path;
    int64_t date;
    struct trail trail;
    unsigned stayed; /* files in folders that the last look saw it in */
};

static void seen_free(struct seen *seen)
{
    g_free(seen->id);
    g_free(seen->path);
    g_free(seen);
}

struct walking {
    struct reader *reader;
    struct mailstore *store;
    struct book *known;
    const struct mailbox *mailbox;
    GHashTable *by_id; /* struct seen; of another letter under the same id with a suffix */
    GHashTable *contents; /* id -> content of the first */
    enum status status;
    struct err *err;
};

/* The name under which the book has it: letters that only share an id are different ones. */
static char *name_of(struct walking *walking, struct peek *peek)
{
    gpointer first = NULL;
    struct entry entry;
    g_autofree char *second = peek_other_name(peek);
    if (walking->known && book_get(walking->known, second, &entry))
        return g_steal_pointer(&second);
    if (!g_hash_table_lookup_extended(walking->contents, peek->id, NULL, &first)) {
        guint64 *content = g_memdup2(&peek->content, sizeof peek->content);
        g_hash_table_insert(walking->contents, g_strdup(peek->id), content);
        return g_steal_pointer(&peek->id);
    }
    return *(guint64 *)first == peek->content
               ? g_steal_pointer(&peek->id)
               : g_steal_pointer(&second);
}

struct staying {
    const char *folder; /* or NULL: any */
    unsigned lay;
};

static void count_place(const struct place *place, void *data)
{
    struct staying *staying = data;
    staying->lay += !staying->folder ||
                    (strcmp(place->folder, staying->folder) == 0 && !(place->flags & MAIL_TRASHED));
}

/* How many of its files lay in FOLDER (NULL: anywhere), and were not marked as deleted there. */
static unsigned lay_in(struct book *known, const char *id, const char *folder)
{
    struct staying staying = {folder, 0};
    return known && !book_places_of(known, id, count_place, &staying, NULL) ? staying.lay : 0;
}

static void see(const struct mail_name *name, void *data)
{
    struct walking *walking = data;
    const struct mailbox *mailbox = walking->mailbox;
    g_autofree char *path = mailstore_path(walking->store, mailbox->path, name->base, name->info);
    struct peek peek;
    int64_t date;
    if (walking->status || mailstore_peek(walking->store, path, &peek, &date, NULL)) /* sync will see */
        return;
    g_autofree char *id = name_of(walking, &peek);
    const struct place place = {mailbox->path, name->base, name->info, id, name->flags};
    peek_clear(&peek);
    struct seen *seen = g_hash_table_lookup(walking->by_id, id);
    if (!seen) {
        seen = g_new0(struct seen, 1);
        *seen = (struct seen){g_strdup(id), g_strdup(path), date, {0}, 0};
        g_hash_table_insert(walking->by_id, seen->id, seen);
    }
    trail_add(&seen->trail, mailbox->use, name->flags);
    seen->stayed += !(name->flags & MAIL_TRASHED) && lay_in(walking->known, id, mailbox->path);
    walking->status = book_place_put(walking->reader->book, &place, walking->err);
}

static int by_date(gconstpointer a, gconstpointer b)
{
    const struct seen *one = *(struct seen *const *)a, *other = *(struct seen *const *)b;
    return one->date < other->date ? -1 : one->date > other->date ? 1 : strcmp(one->id, other->id);
}

static enum status walk_folder(struct walking *walking)
{
    g_autofree char *stamp = mailstore_stamp(walking->store, walking->mailbox, time(NULL));
    bool whole;
    enum status status = mailstore_names(walking->store, walking->reader->book, walking->mailbox, NULL, see,
                                         walking, &whole, walking->err);
    /* What came meanwhile sync sees, which looks again where this is not what it finds. */
    return status            ? status
           : walking->status ? walking->status
                             : book_folder_looked(walking->reader->book, walking->mailbox->path,
                                                whole ? stamp : "", walking->err);
}

/* What stayed where it was, and left no other folder, may have a new meaning only, by other settings. */
static bool has_stayed(const struct walking *walking, const struct seen *seen)
{
    return seen->stayed && seen->stayed >= lay_in(walking->known, seen->id, NULL);
}

static uint32_t tags_of(const struct walking *walking, const struct seen *seen, const struct entry *known)
{
    static const uint32_t hers = TAG_UNREAD | TAG_REPLIED | TAG_FORWARDED | TAG_FLAGGED;
    uint32_t bits = trail_bits(&seen->trail);
    if (!known)
        return bits;
    uint32_t before = known->tags;
    bool first = !trail_is_same(before, bits) && has_stayed(walking, seen);
    uint32_t tags = trail_is_copied(&seen->trail, before) ? trail_copied(before, bits)
                                                          : trail_moved(before, bits, first);
    bool by_filter = before & TAG_BY_FILTER && !(before & TAG_UNREAD) && !(tags & hers);
    return tags | (by_filter ? TAG_BY_FILTER : 0); /* which the file's times told, before it was moved */
}

static bool tell(struct walking *walking, const struct seen *seen, GHashTable *bodies, history_each *each,
                 void *data)
{
    struct entry entry;
    bool met = walking->known && book_get(walking->known, seen->id, &entry);
    GBytes *body = bodies ? g_hash_table_lookup(bodies, seen->path) : NULL;
    const struct record record = {
        .id = seen->id,
        .path = seen->path,
        .body = body ? g_bytes_get_data(body, NULL) : NULL,
        .body_length = body ? g_bytes_get_size(body) : 0,
        .thread = "",
        .date = seen->date,
        .tags = trail_at_rest(tags_of(walking, seen, met ? &entry : NULL)),
        .placement = PLACE_NONE,
        .newest = "",
    };
    return each(&record, data);
}

/* The messages of ALL in their order; those that have to be fetched some at a time. */
static void tell_all(struct walking *walking, const GPtrArray *all, history_each *each, void *data)
{
    bool on = true;
    for (guint from = 0; from < all->len && on; from += MAILSTORE_BODIES) {
        const char *paths[MAILSTORE_BODIES];
        guint n = MIN(all->len - from, MAILSTORE_BODIES);
        for (guint i = 0; i < n; i++)
            paths[i] = ((const struct seen *)all->pdata[from + i])->path;
        g_autoptr(GHashTable) bodies = mailstore_bodies(walking->store, paths, n);
        for (guint i = 0; i < n && on; i++)
            on = tell(walking, all->pdata[from + i], bodies, each, data);
    }
}

enum status folders_walk(struct reader *reader, struct book *known, unsigned *total, history_each *each,
                         void *data, struct err *err)
{
    owned(mailstore) store = NULL;
    enum status status = mailstore_open(reader, &store, err);
    if (status)
        return status;
    const GPtrArray *mailboxes = mailstore_folders(store);
    struct walking walking = {.reader = reader, .store = store, .known = known, .err = err};
    walking.by_id = g_hash_table_new_full(text_hash, g_str_equal, NULL, (GDestroyNotify)seen_free);
    walking.contents = g_hash_table_new_full(text_hash, g_str_equal, g_free, g_free);
    for (guint i = 0; i < mailboxes->len && !status; i++) {
        walking.mailbox = mailboxes->pdata[i];
        status = walk_folder(&walking);
    }
    g_autoptr(GPtrArray) all = g_ptr_array_new();
    g_autoptr(GList) values = g_hash_table_get_values(walking.by_id);
    for (GList *value = values; value; value = value->next)
        g_ptr_array_add(all, value->data);
    g_ptr_array_sort(all, by_date);
    *total = all->len;
    if (!status)
        tell_all(&walking, all, each, data);
    g_hash_table_destroy(walking.by_id);
    g_hash_table_destroy(walking.contents);
    return status;
}
