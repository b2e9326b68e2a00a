/* One rename for each message. What is moved is told to the book in the same change as what is decided, by
 * the caller; where that never comes to pass, the message lies in the folder that it belongs to all the
 * same. */
#include <string.h>
#include <unistd.h>

#include "intent.h"
#include "learn/trail.h"
#include "maildir/flags.h"
#include "maildir/folder.h"
#include "maildir/maildir.h"
#include "maildir/rights.h"
#include "moving.h"
#include "undo.h"

#define LINE "move "  /* id, from, to: below the root, escaped; and heed's placement before */
#define MOST_NAMES 100
#define MOST_RECORD (4 << 20) /* bytes of what can be taken back; some ten thousand moves */

struct moving {
    struct reader *reader;
    struct undo *undo;
    char *run;
};

enum status moving_begin(struct reader *reader, const char *run, struct moving **out, struct err *err)
{
    owned(moving) moving = g_new0(struct moving, 1);
    moving->reader = reader;
    moving->run = g_strdup(run ? run : "new");
    enum status status = undo_open(reader->home->state_dir, &moving->undo, err);
    if (!status && !run) /* all moves since the last time they were taken back are one run */
        undo_join(moving->undo, LINE, MOST_RECORD);
    if (!status)
        *out = g_steal_pointer(&moving);
    return status;
}

enum status moving_end(struct moving *moving, struct err *err)
{
    return undo_end(moving->undo, moving->run, err);
}

void moving_free(struct moving *moving)
{
    if (!moving)
        return;
    undo_free(moving->undo);
    g_free(moving->run);
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
            rights_take_over(name, maildir);
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

static enum status note(struct moving *moving, const struct move *move, const char *to, struct err *err)
{
    const char *root = moving->reader->follows;
    g_autofree char *name = g_uri_escape_string(move->id, NULL, FALSE);
    g_autofree char *from = g_uri_escape_string(move->path + strlen(root) + 1, NULL, FALSE);
    g_autofree char *into = g_uri_escape_string(to, NULL, FALSE);
    g_autoptr(GString) line = g_string_new(NULL);
    g_string_printf(line, LINE "%s %s %s %s\n", name, from, into, placement_name(move->before));
    return undo_add(moving->undo, moving->run, line, err);
}

char *moving_place(const struct reader *reader, const char *account, const char *folder)
{
    g_autofree char *root = g_build_filename(reader->follows, *account ? account : NULL, NULL);
    g_autofree char *place = mailbox_place(root, folder);
    return *account ? g_build_filename(account, *place ? place : NULL, NULL) : g_steal_pointer(&place);
}

enum status moving_move(struct moving *moving, const struct move *move, char **to, struct err *err)
{
    const char *follows = moving->reader->follows;
    g_autofree char *root = g_build_filename(follows, *move->account ? move->account : NULL, NULL);
    g_autofree char *place = mailbox_place(root, move->folder);
    g_autofree char *within = moving_place(moving->reader, move->account, move->folder);
    g_autofree char *maildir = g_build_filename(follows, *within ? within : NULL, NULL);
    enum status status = mailbox_make_at(root, place, err);
    if (!status)
        status = note(moving, move, within, err);
    return status ? status : rename_into(maildir, move->path, to, err);
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

/* What a line says. */
struct moved_line {
    char *id, *from, *maildir, *to; /* FROM is a file, MAILDIR the folder it lay in; all below the root */
    enum placement before;
};

static void line_clear(struct moved_line *line)
{
    g_free(line->id);
    g_free(line->from);
    g_free(line->maildir);
    g_free(line->to);
}

static bool line_read(const char *text, struct moved_line *line)
{
    g_auto(GStrv) fields = g_strsplit(text + strlen(LINE), " ", -1);
    guint n = g_strv_length(fields);
    *line = (struct moved_line){.before = n == 4 ? placement_from_name(fields[3]) : PLACE_NONE};
    if (n != 3 && n != 4)
        return false;
    line->id = g_uri_unescape_string(fields[0], NULL);
    line->from = g_uri_unescape_string(fields[1], "");
    line->to = g_uri_unescape_string(fields[2], NULL);
    if (!line->id || !line->from || !line->to || !maildir_folder_is_safe(line->from))
        return false;
    g_autofree char *place = g_path_get_dirname(line->from), *maildir = g_path_get_dirname(place);
    line->maildir = g_strdup(strcmp(maildir, ".") == 0 ? "" : maildir);
    return true;
}

void moving_intend_back(GString *intents, const char *text)
{
    struct moved_line line;
    if (line_read(text, &line))
        intent_add(intents, line.id, line.maildir, line.before);
    line_clear(&line);
}

/* As if heed had never moved it: what she does next is met as with any other mail. */
static enum status forget_placement(struct book *book, const struct moved_line *line, enum special_use use,
                                    struct err *err)
{
    struct entry entry;
    if (!book_get(book, line->id, &entry))
        return STATUS_OK;
    entry.placement = line->before;
    entry.tags = TAG_BY_FOLDER | trail_place(use) | (entry.tags & TAG_UNREAD);
    return book_put(book, &entry, err);
}

static enum status put_back(struct reader *reader, const struct moved_line *line, enum special_use use,
                            const struct finding_file *file, struct err *err)
{
    g_autofree char *to = NULL;
    g_autofree char *maildir = g_build_filename(reader->follows, *line->maildir ? line->maildir : NULL, NULL);
    const struct place was = {file->folder, file->base, "", line->id, file->flags};
    enum status status = rename_into(maildir, file->path, &to, err);
    if (!status)
        status = moving_enter(reader->book, reader->follows, &was, to, err);
    return status ? status : forget_placement(reader->book, line, use, err);
}

enum status moving_undo(struct reader *reader, const GPtrArray *mailboxes, const char *text, bool *hers,
                        struct err *err)
{
    struct moved_line line;
    *hers = true;
    if (!line_read(text, &line)) {
        line_clear(&line);
        return STATUS_OK;
    }
    struct finding_file file = {.root = reader->follows, .folder = line.to};
    enum status status = book_places_of(reader->book, line.id, find, &file, err);
    const struct mailbox *mailbox = mailboxes_at(mailboxes, line.maildir);
    if (!status && file.path && !file.others && !(file.flags & (MAIL_SEEN | MAIL_TRASHED | MAIL_FLAGGED))) {
        status = put_back(reader, &line, mailbox ? mailbox->use : USE_INBOX, &file, err);
        *hers = status == STATUS_NOT_FOUND;
        status = *hers ? STATUS_OK : status;
    }
    g_free(file.path);
    g_free(file.base);
    line_clear(&line);
    return status;
}
