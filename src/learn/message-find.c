/* From a Message-ID to a file. */
#include <string.h>
#include <unistd.h>

#include "learn/folders.h"
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
