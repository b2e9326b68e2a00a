/* From a Message-ID to a file. */
#include <string.h>
#include <sys/mman.h>
#include <time.h>
#include <unistd.h>

#include "learn/folders.h"
#include "learn/mailstore.h"
#include "maildir-query.h"
#include "maildir/moved.h"
#include "store/places.h"

static bool take_record(const struct record *record, void *data)
{
    *(char **)data = g_strdup(record->path);
    return true;
}

struct finding_place {
    const char *root;
    char *path;
};

static void take_place(const struct place *place, void *data)
{
    struct finding_place *finding = data;
    g_free(finding->path);
    finding->path = mail_path(finding->root, place->folder, place->base, place->info);
}

/* "<a@b.example>" as a header has it, or without. The caller frees it. */
static char *bare_id(const char *id)
{
    bool pointed = *id == '<' && g_str_has_suffix(id, ">");
    return pointed ? g_strndup(id + 1, strlen(id) - 2) : g_strdup(id);
}

enum status message_find(struct reader *reader, const char *written, char **path, struct err *err)
{
    g_autofree char *id = bare_id(written);
    *path = NULL;
    if (!reader_follows(reader))
        return reader_history(reader)
                   ? history_find(reader->history, id, take_record, path, err)
                   : err_set(err, STATUS_NOT_FOUND, "there is no index to find id:%s in", id);
    enum status status = reader->book ? STATUS_OK : reader_read_book(reader, err);
    struct finding_place finding = {reader->follows, NULL};
    if (!status)
        status = book_places_of(reader->book, id, take_place, &finding, err);
    if (finding.path && access(finding.path, F_OK) != 0) { /* opened since: new to cur, or other flags */
        struct moved moved = {0};
        char *now = moved_to(&moved, finding.path);
        moved_clear(&moved);
        g_free(finding.path);
        finding.path = now;
    }
    *path = finding.path;
    return status || *path ? status
                           : err_set(err, STATUS_NOT_FOUND, "no message id:%s in %s since the last heed sync",
                                     id, reader->follows);
}

/* --- of a store that is no Maildir ---------------------------------------------------------------------- */

struct fetching {
    const struct mailstore *store;
    GPtrArray *paths;
};

static void add_path(const struct place *place, void *data)
{
    const struct fetching *fetching = data;
    g_ptr_array_add(fetching->paths,
                    mailstore_path(fetching->store, place->folder, place->base, place->info));
}

/* In a file without a name, as a spool of it may outlive whoever fetched it. */
static enum status keep_bytes(GBytes *bytes, struct spool **out, struct err *err)
{
    int fd = memfd_create("heed-message", MFD_CLOEXEC);
    if (fd >= 0 && write_all(fd, g_bytes_get_data(bytes, NULL), g_bytes_get_size(bytes)))
        return spool_adopt(fd, out, err);
    enum status status = err_errno(err, STATUS_IO, "cannot keep a message");
    if (fd >= 0)
        close(fd);
    return status;
}

static enum status fetch(struct reader *reader, const char *id, struct spool **out, struct err *err)
{
    owned(mailstore) store = NULL;
    g_autoptr(GPtrArray) paths = g_ptr_array_new_with_free_func(g_free);
    g_autoptr(GHashTable) bodies = NULL;
    enum status status = reader->book ? STATUS_OK : reader_read_book(reader, err);
    if (!status)
        status = mailstore_open(reader, &store, err);
    struct fetching fetching = {store, paths};
    if (!status)
        status = book_places_of(reader->book, id, add_path, &fetching, err);
    if (status)
        return status;
    bodies = mailstore_bodies(store, (const char *const *)paths->pdata, paths->len);
    for (guint i = 0; i < paths->len; i++) {
        GBytes *bytes = g_hash_table_lookup(bodies, paths->pdata[i]);
        if (bytes)
            return keep_bytes(bytes, out, err);
    }
    return err_set(err, STATUS_NOT_FOUND, "no message id:%s in the mail store since the last heed sync", id);
}

enum status message_open(struct reader *reader, const char *written, struct spool **out, struct err *err)
{
    g_autofree char *path = NULL, *id = bare_id(written);
    if (reader->home && reader->home->imap)
        return fetch(reader, id, out, err);
    enum status status = message_find(reader, written, &path, err);
    return status ? status : spool_open(path, out, err);
}

/* --- by other words ------------------------------------------------------------------------------------- */

struct newest {
    char *path;
    unsigned count;
};

static bool take_newest(const struct record *record, void *data)
{
    struct newest *newest = data;
    g_free(newest->path);
    newest->path = g_strdup(record->path);
    newest->count++;
    return true;
}

enum status message_find_newest(struct reader *reader, const char *query, char **path, unsigned *count,
                                struct err *err)
{
    struct maildir_query meant;
    struct newest newest = {NULL, 0};
    const char *root = reader_follows(reader);
    if (!root)
        return err_set(err, STATUS_USAGE, "with notmuch, heed why takes id:MESSAGE-ID, a file, or -");
    enum status status = reader->book ? STATUS_OK : reader_read_book(reader, err);
    if (!status)
        status = maildir_query_read(query, root, time(NULL), &meant, err);
    if (status)
        return status;
    struct use_names names = reader_uses(reader);
    g_autoptr(GPtrArray) mailboxes = mailboxes_find(root, &names);
    status = maildir_query_walk(reader, &meant, mailboxes, take_newest, &newest, err);
    maildir_query_clear(&meant);
    *path = newest.path;
    *count = newest.count;
    return status || newest.count ? status : err_set(err, STATUS_NOT_FOUND, "no message is meant by that");
}
