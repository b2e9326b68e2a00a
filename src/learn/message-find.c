/* From a Message-ID to a file. */
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "learn/folders.h"
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
        return reader_index(reader)
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
