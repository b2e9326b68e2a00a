/* Writing to the user's index: adding what was delivered and tagging it, many messages to one commit,
 * since a commit costs the same for one as for hundreds. */
#include <errno.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <time.h>
#include <unistd.h>

#include "history-private.h"
#include "index-write.h"
#include "maildir/flags.h"

enum status history_status(struct history *history, struct err *err, notmuch_status_t status,
                           const char *what)
{
    history->spoilt |= history->writing && status == NOTMUCH_STATUS_XAPIAN_EXCEPTION;
    switch (status) {
    case NOTMUCH_STATUS_SUCCESS:
    case NOTMUCH_STATUS_DUPLICATE_MESSAGE_ID:
        return STATUS_OK;
    case NOTMUCH_STATUS_FILE_ERROR:
        return err_set(err, STATUS_IO, "%s: %s", what, notmuch_status_to_string(status));
    case NOTMUCH_STATUS_FILE_NOT_EMAIL:
        return err_set(err, STATUS_NOT_FOUND, "%s: %s", what, notmuch_status_to_string(status));
    default:
        return err_set(err, STATUS_CORRUPT, "%s: %s", what, notmuch_status_to_string(status));
    }
}

/* Where stat(2) of its index fails at the wrong moment, Xapian makes a new, empty one in its place
 * (libnotmuch has it create what is missing): all tags would be gone. Opening what is there writes
 * nothing, so nothing may be written. */
static notmuch_status_t open_for_writing(struct history *history)
{
    struct rlimit usual, none;
    signal(SIGXFSZ, SIG_IGN);
    bool guarded = getrlimit(RLIMIT_FSIZE, &usual) == 0;
    none = (struct rlimit){0, usual.rlim_max};
    guarded = guarded && setrlimit(RLIMIT_FSIZE, &none) == 0;
    notmuch_status_t status = notmuch_database_reopen(history->db, NOTMUCH_DATABASE_MODE_READ_WRITE);
    if (guarded)
        setrlimit(RLIMIT_FSIZE, &usual);
    return status;
}

enum status history_write(struct history *history, double seconds, struct err *err)
{
    if (!history->ready)
        return err_set(err, STATUS_NOT_FOUND, "there is no index to write to");
    /* libnotmuch waits for the lock without end, so heed looks first; the moment between looking and
     * opening is the caller's deadline to bound. */
    enum index_state state;
    for (double waited = 0; (state = index_state(history->index_dir)) == INDEX_LOCKED; waited += 0.02) {
        if (waited >= seconds)
            return err_set(err, STATUS_LOCKED, "another program holds the index");
        g_usleep(20000);
    }
    if (state == INDEX_UNREADABLE)
        return err_set(err, STATUS_CORRUPT, "the index cannot be read now");
    notmuch_status_t status = open_for_writing(history);
    if (status != NOTMUCH_STATUS_SUCCESS) {
        history->ready = false;
        return history_status(history, err, status, "cannot open the index for writing");
    }
    history->closed = false;
    history->writing = true;
    history->commit = index_revision(history->index_dir);
    history->revision = notmuch_database_get_revision(history->db, NULL);
    status = notmuch_database_begin_atomic(history->db);
    return history_status(history, err, status, "cannot write to the index");
}

/* Where a commit fails, as on a full disk, Xapian (1.4) tries it again when it lets go of what was open for
 * writing. Should there be room by then, that overwrites blocks that the last commit on the disk still names
 * as free: nothing can be added any more ("Ran off end of freelist"). And what it was about when something
 * else failed may be half in its tables. So it is neither committed nor let go. */
static notmuch_status_t close_writes(struct history *history)
{
    notmuch_status_t status = NOTMUCH_STATUS_XAPIAN_EXCEPTION;
    if (!history->spoilt)
        status = notmuch_database_close(history->db); /* this is what commits */
    history->closed = true;
    history->spoilt = status != NOTMUCH_STATUS_SUCCESS;
    history->ready = !history->spoilt;
    history->writing = false;
    return status;
}

enum status history_commit_writes(struct history *history, struct err *err)
{
    notmuch_status_t status =
        history->spoilt ? NOTMUCH_STATUS_XAPIAN_EXCEPTION : notmuch_database_end_atomic(history->db);
    history->spoilt |= status == NOTMUCH_STATUS_XAPIAN_EXCEPTION;
    bool changed = notmuch_database_get_revision(history->db, NULL) != history->revision;
    notmuch_status_t closed = close_writes(history);
    /* Where a block cannot be read meanwhile, Xapian cancels it all, and both say that they did it. */
    if (!status && !closed && changed && index_revision(history->index_dir) == history->commit)
        return err_set(err, STATUS_IO, "the index did not take what was written");
    return history_status(history, err, status ? status : closed, "cannot commit to the index");
}

void history_drop_writes(struct history *history)
{
    (void)close_writes(history); /* what is not ended is cancelled (notmuch.h) */
}

enum status history_refresh(struct history *history, struct err *err)
{
    if (!history->ready)
        return err_set(err, STATUS_NOT_FOUND, "there is no index to read");
    notmuch_status_t status = notmuch_database_reopen(history->db, NOTMUCH_DATABASE_MODE_READ_ONLY);
    history->ready = status == NOTMUCH_STATUS_SUCCESS;
    history->closed = false;
    return history_status(history, err, status, "cannot open the index again");
}

enum status history_set_settings(const char *dir, const char *const *keys, const char *const *values,
                                 size_t n, double seconds, struct err *err)
{
    enum index_state state;
    for (double waited = 0; (state = index_state(dir)) == INDEX_LOCKED && waited < seconds; waited += 0.02)
        g_usleep(20000);
    if (state == INDEX_LOCKED)
        return err_set(err, STATUS_LOCKED, "another program holds the index");
    return index_set_settings(dir, keys, values, n)
               ? STATUS_OK
               : err_set(err, STATUS_CORRUPT, "cannot write to the index");
}

static bool has_one_file(notmuch_message_t *message)
{
    notmuch_filenames_t *files = notmuch_message_get_filenames(message);
    int count = 0;
    for (; notmuch_filenames_valid(files); notmuch_filenames_move_to_next(files))
        count++;
    notmuch_filenames_destroy(files);
    return count <= 1;
}

void history_set_rename(struct history *history, history_rename *rename, void *data)
{
    history->rename = rename;
    history->rename_data = data;
}

static char **files_of(notmuch_message_t *message)
{
    GPtrArray *all = g_ptr_array_new();
    notmuch_filenames_t *files = notmuch_message_get_filenames(message);
    for (; notmuch_filenames_valid(files); notmuch_filenames_move_to_next(files))
        g_ptr_array_add(all, g_strdup(notmuch_filenames_get(files)));
    notmuch_filenames_destroy(files);
    g_ptr_array_add(all, NULL);
    return (char **)g_ptr_array_free(all, FALSE);
}

bool history_flags_tell(const struct history *history, notmuch_message_t *message)
{
    g_auto(GStrv) files = files_of(message);
    bool tell = false;
    for (char **file = files; history->sync_flags && *file && !tell; file++)
        tell = maildir_has_flags(*file);
    return tell;
}

/* The flags that stand for tags, as notmuch has it (notmuch(1), maildir.synchronize_flags). */
static void flags_of(notmuch_message_t *message, char flags[sizeof MAILDIR_FLAGS])
{
    static const struct {
        const char *tag;
        char flag;
    } known[] = {{"draft", 'D'}, {"flagged", 'F'}, {"passed", 'P'}, {"replied", 'R'}};
    bool has[G_N_ELEMENTS(known)] = {false}, unread = false;
    size_t n = 0;
    notmuch_tags_t *tags = notmuch_message_get_tags(message);
    for (; notmuch_tags_valid(tags); notmuch_tags_move_to_next(tags)) {
        unread |= strcmp(notmuch_tags_get(tags), "unread") == 0;
        for (size_t i = 0; i < G_N_ELEMENTS(known); i++)
            has[i] |= strcmp(notmuch_tags_get(tags), known[i].tag) == 0;
    }
    notmuch_tags_destroy(tags);
    for (size_t i = 0; i < G_N_ELEMENTS(known); i++)
        if (has[i])
            flags[n++] = known[i].flag;
    if (!unread)
        flags[n++] = 'S';
    flags[n] = '\0';
}

void history_sync_flags(struct history *history, notmuch_message_t *message)
{
    char flags[sizeof MAILDIR_FLAGS];
    if (!history->sync_flags || !history->rename)
        return;
    flags_of(message, flags);
    g_auto(GStrv) files = files_of(message);
    for (char **file = files; *file; file++) {
        g_autofree char *wanted = maildir_flagged(*file, flags);
        g_autofree char *renamed = wanted ? history->rename(*file, flags, history->rename_data) : NULL;
        /* Both names for a moment: a message without a file would be forgotten. */
        notmuch_status_t status =
            renamed ? notmuch_database_index_file(history->db, renamed, NULL, NULL)
                    : NOTMUCH_STATUS_SUCCESS;
        if (status == NOTMUCH_STATUS_DUPLICATE_MESSAGE_ID)
            status = notmuch_database_remove_message(history->db, *file);
        (void)!history_status(history, NULL, status, "cannot index a new name");
    }
}

/* The tags that `notmuch new` gives to what is new: those of its flags, that it is unread among them, then
 * new.tags. */
static notmuch_status_t tag_new(const struct history *history, notmuch_message_t *message)
{
    notmuch_status_t status = NOTMUCH_STATUS_SUCCESS;
    notmuch_bool_t seen = FALSE;
    if (history->sync_flags)
        status = notmuch_message_maildir_flags_to_tags(message);
    if (!status)
        status = notmuch_message_has_maildir_flag_st(message, 'S', &seen);
    for (char **tag = history->new_tags; *tag && !status; tag++)
        if (!seen || strcmp(*tag, "unread") != 0)
            status = notmuch_message_add_tag(message, *tag);
    return status;
}

/* Flags are of the file, which no commit protects: left alone where no change is about them. */
bool history_concerns_flags(const char *const *tags)
{
    static const char *const flags[] = {"unread", "flagged", "replied", "passed", "draft", NULL};
    for (; *tags; tags++)
        if (g_strv_contains(flags, *tags + 1))
            return true;
    return false;
}

/* All changes in one write of the document: FRESH, those of what is new, then with a PLACEMENT TAGS and the
 * mark. Files are renamed where TAGS are about flags, and only then. */
static notmuch_status_t place(struct history *history, notmuch_message_t *message, bool fresh,
                              const char *placement, const char *const *tags)
{
    notmuch_status_t status = notmuch_message_freeze(message);
    if (!status && fresh)
        status = tag_new(history, message);
    if (!status && placement)
        status = history_change(history, message, placement, tags);
    notmuch_status_t thawed = notmuch_message_thaw(message);
    if (!status)
        status = thawed;
    if (!status && placement && history_concerns_flags(tags))
        history_sync_flags(history, message);
    return status;
}

/* Another copy of what is there, which may be a forgery that came first: who knew the Message-ID must not
 * hide this one. Nor must this one clear that one: what shows that it is suspect stays beside it, unless this
 * one is proven to be of somebody whose mail she wants. */
static enum status place_better(struct history *history, notmuch_message_t *message, const char *placement,
                                const char *const *tags, struct err *err)
{
    enum placement before = placement_from_name(history_mark(message, PLACED_PROPERTY));
    if (!placement_is_demoted(before) || placement_is_demoted(placement_from_name(placement)))
        return STATUS_OK;
    if (g_strv_contains(tags, HISTORY_ANEW))
        return history_status(history, err, history_place_anew(history, message, placement, tags),
                              "cannot tag the message");
    g_autoptr(GPtrArray) all = g_ptr_array_new();
    for (char **tag = history->config->tags[before]; before == PLACE_SUSPECT && *tag; tag++)
        if (**tag == '+')
            g_ptr_array_add(all, *tag);
    for (; *tags; tags++)
        g_ptr_array_add(all, (gpointer)*tags);
    g_ptr_array_add(all, NULL);
    g_autofree char *undo = NULL;
    struct retag how = {notmuch_message_get_message_id(message), placement, (const char *const *)all->pdata,
                        time(NULL), true};
    return history_retag(history, &how, &undo, err);
}

enum status history_add(struct history *history, const char *path, const char *placement,
                        const char *const *tags, struct err *err)
{
    notmuch_message_t *message = NULL;
    enum status better = STATUS_OK;
    if (!g_str_has_prefix(path, history->mail_root) || path[strlen(history->mail_root)] != '/')
        return err_set(err, STATUS_NOT_FOUND, "%s is not below the mail root", path);
    notmuch_status_t status = notmuch_database_index_file(history->db, path, NULL, &message);
    if (status == NOTMUCH_STATUS_FILE_NOT_EMAIL) /* or it could not be read just once, which looks the same */
        status = notmuch_database_index_file(history->db, path, NULL, &message);
    if (status == NOTMUCH_STATUS_FILE_ERROR && access(path, F_OK) != 0 && errno == ENOENT)
        return err_set(err, STATUS_NOT_FOUND, "%s is gone", path);
    if (status == NOTMUCH_STATUS_SUCCESS) {
        status = place(history, message, true, placement, tags);
    } else if (placement && status == NOTMUCH_STATUS_DUPLICATE_MESSAGE_ID) {
        /* Either notmuch new was faster with this very file, or it is a copy of something she has. */
        if (!has_one_file(message))
            better = place_better(history, message, placement, tags, err);
        else if (!history_is_placed(message) && history_is_untouched(history, message, tags))
            status = place(history, message, false, placement, tags);
    }
    if (message)
        notmuch_message_destroy(message);
    return better ? better : history_status(history, err, status, "cannot index the message");
}

enum status history_place(struct history *history, const char *id, const char *placement,
                          const char *const *tags, struct err *err)
{
    notmuch_message_t *message = NULL;
    enum status better = STATUS_OK;
    notmuch_status_t status = notmuch_database_find_message(history->db, id, &message);
    bool placed = !status && message && history_is_placed(message);
    bool anew = g_strv_contains(tags, HISTORY_ANEW);
    if (!status && message && anew)
        better = place_better(history, message, placement, tags, err);
    else if (!status && message && !placed && history_is_untouched(history, message, tags))
        status = place(history, message, false, placement, tags);
    /* In the inbox since it came, unjudged. */
    bool again = placed && !anew && !*history_mark(message, PLACED_AT_PROPERTY) &&
                 placement_from_name(history_mark(message, PLACED_PROPERTY)) == PLACE_INBOX;
    if (message)
        notmuch_message_destroy(message);
    if (again) {
        g_autofree char *undo = NULL;
        return history_retag(history, &(struct retag){id, placement, tags, time(NULL), true}, &undo, err);
    }
    return better ? better : history_status(history, err, status, "cannot tag the message");
}
