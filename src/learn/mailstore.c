/* Which of the two it is: the one place that asks. */
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "remote.h"

#define FETCHED "fetched" /* in the folder of the state: one message while it is judged */

struct mailstore {
    const struct reader *reader;
    const char *root;     /* of a Maildir */
    GPtrArray *mailboxes; /* likewise */
    struct remote *remote; /* or NULL */
};

enum status mailstore_open(struct reader *reader, struct mailstore **out, struct err *err)
{
    struct use_names names = reader_uses(reader);
    owned(mailstore) store = g_new0(struct mailstore, 1);
    store->reader = reader;
    store->root = reader_follows(reader);
    enum status status = STATUS_OK;
    if (reader->home->imap)
        status = remote_open(reader->home->imap, &names, &store->remote, err);
    else
        store->mailboxes = mailboxes_find(store->root, &names);
    if (!status)
        *out = g_steal_pointer(&store);
    return status;
}

void mailstore_free(struct mailstore *store)
{
    if (!store)
        return;
    g_clear_pointer(&store->remote, remote_free);
    g_clear_pointer(&store->mailboxes, g_ptr_array_unref);
    g_free(store);
}

bool mailstore_is_remote(const struct mailstore *store)
{
    return store->remote != NULL;
}

const GPtrArray *mailstore_folders(const struct mailstore *store)
{
    return store->remote ? store->remote->mailboxes : store->mailboxes;
}

/* A folder of a Maildir that is there, but what was in it is not now: a disk that is not mounted, rights that
 * are missing. */
bool mailstore_is_away(const struct mailstore *store, const char *path)
{
    struct stat st;
    g_autofree char *folder = store->remote ? NULL : g_build_filename(store->root, path, NULL);
    return folder && (lstat(folder, &st) == 0 || errno != ENOENT);
}

char *mailstore_stamp(const struct mailstore *store, const struct mailbox *mailbox, int64_t now)
{
    return store->remote ? remote_stamp(store->remote, mailbox) : mailbox_stamp(store->root, mailbox, now);
}

enum status mailstore_names(struct mailstore *store, struct book *book, const struct mailbox *mailbox,
                            const char *before, mail_each *each, void *data, bool *whole, struct err *err)
{
    if (!store->remote) {
        *whole = mailbox_names(store->root, mailbox, each, data);
        return STATUS_OK;
    }
    *whole = true;
    return remote_names(store->remote, book, mailbox, before, each, data, err);
}

char *mailstore_path(const struct mailstore *store, const char *folder, const char *base, const char *info)
{
    return store->remote ? g_strconcat(folder, "/", base, NULL) : mail_path(store->root, folder, base, info);
}

/* --- one message ---------------------------------------------------------------------------------------- */

static enum status peek_remote(const struct remote *remote, const char *path, struct peek *peek,
                               int64_t *date)
{
    const struct remote_fact *fact = g_hash_table_lookup(remote->fresh, path);
    if (!fact)
        return STATUS_NOT_FOUND;
    *peek = (struct peek){g_strdup(fact->peek.id), fact->peek.content};
    if (date)
        *date = fact->date;
    return STATUS_OK;
}

enum status mailstore_peek(const struct mailstore *store, const char *path, struct peek *peek, int64_t *date,
                           struct err *err)
{
    return store->remote ? peek_remote(store->remote, path, peek, date) : peek_at(path, peek, date, err);
}

bool mailstore_content(const struct mailstore *store, const struct place *place, uint64_t *content)
{
    struct peek peek = {NULL, 0};
    guint64 said = 0;
    if (store->remote) {
        bool told = sscanf(place->info, "%16" G_GINT64_MODIFIER "x", &said) == 1;
        *content = said;
        return told;
    }
    g_autofree char *path = mail_path(store->root, place->folder, place->base, place->info);
    bool told = peek_at(path, &peek, NULL, NULL) == STATUS_OK;
    *content = peek.content;
    peek_clear(&peek);
    return told;
}

int64_t mailstore_came(const struct mailstore *store, const char *path, const char *info, int64_t now)
{
    struct stat st;
    gint64 when = 0;
    if (!store->remote)
        return stat(path, &st) == 0 && st.st_mtim.tv_sec < now ? (int64_t)st.st_mtim.tv_sec : now;
    return sscanf(info, "%*s %" G_GINT64_FORMAT, &when) == 1 && when > 0 && when < now ? when : now;
}

struct namesake {
    const struct mailstore *store;
    uint64_t content;
    bool any, same;
};

static void compare(const struct place *place, void *data)
{
    struct namesake *namesake = data;
    uint64_t content;
    /* Named by what the message says, before anybody looked; or not sent yet, as it is now. */
    bool passes = place->flags & (PLACE_UNSEEN | MAIL_DRAFT);
    if (namesake->same || passes || !mailstore_content(namesake->store, place, &content))
        return;
    namesake->any = true;
    namesake->same = content == namesake->content;
}

char *mailstore_name(const struct mailstore *store, struct book *book, const struct peek *peek)
{
    struct namesake namesake = {.store = store, .content = peek->content};
    struct entry other;
    g_autofree char *own = peek_other_name(peek);
    if (book_get(book, own, &other))
        return g_steal_pointer(&own);
    if (book_places_of(book, peek->id, compare, &namesake, NULL) || !namesake.any || namesake.same)
        return g_strdup(peek->id);
    return g_steal_pointer(&own);
}

/* --- its bytes ------------------------------------------------------------------------------------------ */

GHashTable *mailstore_bodies(struct mailstore *store, const char *const *paths, unsigned n)
{
    return store->remote ? remote_bodies(store->remote, paths, n) : NULL;
}

/* Into a file that no other process makes, in place of one that was left when a sync was killed. */
static bool write_file(const char *path, GBytes *bytes)
{
    gsize length;
    const void *data = g_bytes_get_data(bytes, &length);
    unlink(path);
    int fd = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    bool written = fd >= 0 && write_all(fd, data, length);
    if (fd >= 0)
        close(fd);
    return written;
}

struct plan *mailstore_judge(struct mailstore *store, struct judge_server *judges, const char *path,
                             const struct record *record)
{
    if (!store || !store->remote)
        return judge_server_ask(judges, path, record);
    g_autoptr(GHashTable) bodies = remote_bodies(store->remote, &path, 1);
    GBytes *bytes = g_hash_table_lookup(bodies, path);
    g_autofree char *file = home_state(store->reader->home, FETCHED);
    struct plan *plan = bytes && write_file(file, bytes) ? judge_server_ask(judges, file, record) : NULL;
    unlink(file);
    return plan;
}
