/* One rename for each message. What is moved is told to the book in the same change as what is decided, by
 * the caller; where that never comes to pass, the message lies in the folder that it belongs to all the
 * same. */
#include <string.h>
#include <unistd.h>

#include "maildir/flags.h"
#include "maildir/folder.h"
#include "maildir/maildir.h"
#include "moving.h"
#include "undo.h"

#define RUN "new"     /* all moves since the last time they were taken back are one run */
#define LINE "move "  /* id, from, to: below the root, escaped */
#define MOST_NAMES 100
#define MOST_RECORD (4 << 20) /* bytes of what can be taken back; some ten thousand moves */

struct moving {
    struct reader *reader;
    struct undo *undo;
};

enum status moving_begin(struct reader *reader, struct moving **out, struct err *err)
{
    owned(moving) moving = g_new0(struct moving, 1);
    moving->reader = reader;
    enum status status = undo_open(reader->home->state_dir, &moving->undo, err);
    if (!status)
        status = undo_bound(moving->undo, RUN, MOST_RECORD, err);
    if (!status)
        *out = g_steal_pointer(&moving);
    return status;
}

void moving_free(struct moving *moving)
{
    if (!moving)
        return;
    undo_free(moving->undo);
    g_free(moving);
}

static enum status sync_parent(const char *path, struct err *err)
{
    g_autofree char *folder = g_path_get_dirname(path);
    return maildir_sync(folder, err);
}

/* The name without mbsync's number, which is that of another folder. */
static char *plain_base(const char *name)
{
    const char *number = strstr(name, ",U=");
    size_t before = number ? (size_t)(number - name) : strlen(name);
    const char *after = number ? number + 3 + strspn(number + 3, "0123456789") : "";
    return g_strdup_printf("%.*s%s", (int)before, name, after);
}

/* PATH's name in MAILDIR, in the same of new and cur; TRY tells apart where it is taken. */
static char *name_in(const char *maildir, const char *path, unsigned try)
{
    g_autofree char *name = g_path_get_basename(path), *folder = g_path_get_dirname(path);
    g_autofree char *place = g_path_get_basename(folder), *plain = plain_base(name);
    const char *info = strchr(plain, ':');
    g_autofree char *base = g_strndup(plain, info ? (gsize)(info - plain) : strlen(plain));
    g_autofree char *mark = try ? g_strdup_printf("_%u", try) : g_strdup("");
    g_autofree char *whole = g_strconcat(base, mark, info ? info : "", NULL);
    return g_build_filename(maildir, place, whole, NULL);
}

/* Where another file system is, the bytes are stored there, as durably as a delivery. */
static enum status rename_into(const char *maildir, const char *path, char **to, struct err *err)
{
    for (unsigned try = 0; try < MOST_NAMES; try++) {
        g_autofree char *name = name_in(maildir, path, try);
        enum status status = maildir_rename(path, name, err);
        if (status == STATUS_NOT_FOUND && access(path, F_OK) != 0)
            return status;
        if (!status) {
            *to = g_steal_pointer(&name);
            status = sync_parent(*to, err);
            return status ? status : sync_parent(path, err);
        }
        if (access(name, F_OK) != 0)
            break;
    }
    g_autofree char *moved = g_strdup(path);
    enum status status = maildir_move(maildir, &moved, err);
    if (!status)
        *to = g_steal_pointer(&moved);
    return status;
}

static enum status note(struct moving *moving, const char *id, const char *path, const char *to,
                        struct err *err)
{
    const char *root = moving->reader->follows;
    g_autofree char *name = g_uri_escape_string(id, NULL, FALSE);
    g_autofree char *from = g_uri_escape_string(path + strlen(root) + 1, NULL, FALSE);
    g_autofree char *into = g_uri_escape_string(to, NULL, FALSE);
    g_autoptr(GString) line = g_string_new(NULL);
    g_string_printf(line, LINE "%s %s %s\n", name, from, into);
    return undo_add(moving->undo, RUN, line, err);
}

enum status moving_move(struct moving *moving, const char *id, const char *path, const char *account,
                        const char *folder, char **to, struct err *err)
{
    g_autofree char *root = g_build_filename(moving->reader->follows, *account ? account : NULL, NULL);
    g_autofree char *place = mailbox_place(root, folder), *maildir = g_build_filename(root, place, NULL);
    g_autofree char *within = *account ? g_build_filename(account, place, NULL) : g_strdup(place);
    enum status status = mailbox_make(root, folder, err);
    if (!status)
        status = note(moving, id, path, within, err);
    return status ? status : rename_into(maildir, path, to, err);
}

enum status moving_enter(struct book *book, const char *root, const struct place *was, const char *to,
                         struct err *err)
{
    struct mail_parts parts = mail_split(root, to);
    const struct place now = {parts.folder, parts.base, parts.info, was->id, was->flags};
    enum status status = book_place_drop(book, was->folder, was->base, err);
    if (!status)
        status = book_place_put(book, &now, err);
    mail_parts_clear(&parts);
    return status;
}

/* --- taking it back ------------------------------------------------------------------------------------- */

bool moving_is_line(const char *line)
{
    return g_str_has_prefix(line, LINE);
}

struct finding_file {
    const char *root, *folder;
    char *path, *base;
    unsigned others; /* files of it elsewhere */
    uint32_t flags;
};

static void find(const struct place *place, void *data)
{
    struct finding_file *finding = data;
    if (strcmp(place->folder, finding->folder) != 0) {
        finding->others++;
        return;
    }
    finding->flags = place->flags;
    g_free(finding->path);
    g_free(finding->base);
    finding->path = mail_path(finding->root, place->folder, place->base, place->info);
    finding->base = g_strdup(place->base);
}

/* As if heed had never seen to it: what she does next is met as with any other mail. */
static enum status forget_placement(struct book *book, const char *id, struct err *err)
{
    struct entry entry;
    if (!book_get(book, id, &entry))
        return STATUS_OK;
    entry.placement = PLACE_NONE;
    entry.tags = TAG_BY_FOLDER | TAG_INBOX | (entry.tags & TAG_UNREAD);
    return book_put(book, &entry, err);
}

static enum status put_back(struct reader *reader, const char *id, const struct finding_file *file,
                            const char *maildir, struct err *err)
{
    g_autofree char *to = NULL;
    const struct place was = {file->folder, file->base, "", id, file->flags};
    enum status status = rename_into(maildir, file->path, &to, err);
    if (!status)
        status = moving_enter(reader->book, reader->follows, &was, to, err);
    return status ? status : forget_placement(reader->book, id, err);
}

enum status moving_undo(struct reader *reader, const char *line, bool *hers, struct err *err)
{
    g_auto(GStrv) fields = g_strsplit(line + strlen(LINE), " ", -1);
    *hers = true;
    if (g_strv_length(fields) != 3)
        return STATUS_OK;
    g_autofree char *id = g_uri_unescape_string(fields[0], NULL);
    g_autofree char *from = g_uri_unescape_string(fields[1], "");
    g_autofree char *folder = g_uri_unescape_string(fields[2], NULL);
    if (!id || !from || !folder || !maildir_folder_is_safe(from))
        return STATUS_OK;
    struct finding_file file = {.root = reader->follows, .folder = folder};
    enum status status = book_places_of(reader->book, id, find, &file, err);
    g_autofree char *path = g_build_filename(reader->follows, from, NULL);
    g_autofree char *place = g_path_get_dirname(path), *maildir = g_path_get_dirname(place);
    if (!status && file.path && !file.others && !(file.flags & (MAIL_SEEN | MAIL_TRASHED | MAIL_FLAGGED))) {
        status = put_back(reader, id, &file, maildir, err);
        *hers = status == STATUS_NOT_FOUND;
        status = *hers ? STATUS_OK : status;
    }
    g_free(file.path);
    g_free(file.base);
    return status;
}
