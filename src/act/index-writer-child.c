/* The side that talks to libnotmuch. Nothing that it says is believed. */
#include <string.h>
#include <sys/statvfs.h>

#include "base/cage.h"
#include "index-writer-private.h"
#include "maildir/moved.h"

#define ROOM (16u << 20) /* bytes, less than which is a full disk */

struct child {
    struct reader *reader;
    struct peer *parent;
};

static bool answer(const struct child *child, enum status status, const struct err *err, GVariant *value)
{
    return say(child->parent->to, SAID_OTHER,
               g_variant_new("(isv)", (gint32)status, status ? err->text : "",
                             value ? value : g_variant_new_string("")));
}

static char *ask_rename(const char *path, const char *flags, void *data)
{
    const struct child *child = data;
    g_autoptr(GVariant) heard = NULL;
    if (!say(child->parent->to, SAID_OTHER, g_variant_new(RENAME_TYPE, path, flags)) ||
        frame_hear(child->parent->from, "s", G_MAXDOUBLE, &heard) != HEARD)
        return NULL;
    const char *renamed = g_variant_get_string(heard, NULL);
    return *renamed ? g_strdup(renamed) : NULL;
}

/* What was missed, of no placement, sync tags by its header. */
static enum status add_one(struct history *history, const char *path, gint32 placement,
                           const char *const *tags, struct err *err)
{
    bool placed = placement >= 0 && placement < PLACE_COUNT;
    const char *mark = placed ? placement_name((enum placement)placement) : NULL;
    if (placed && g_str_has_prefix(path, WAIT_ID))
        return history_place(history, path + strlen(WAIT_ID), mark, tags, err);
    return history_add(history, path, mark, placed ? tags : NULL, err);
}

/* Moved by another program, or by heed itself before it could commit that. */
static enum status add_moved(struct history *history, struct moved *moved, const char *path, gint32 placement,
                             const char *const *tags, struct err *err)
{
    enum status status = add_one(history, path, placement, tags, err);
    g_autofree char *now = status == STATUS_NOT_FOUND ? moved_to(moved, path) : NULL;
    if (status == STATUS_NOT_FOUND && !now && moved->unread)
        return err_set(err, STATUS_IO, "cannot read %s", moved->folder);
    return now ? add_one(history, now, placement, tags, err) : status;
}

/* What the index fails at then is not to blame. */
static bool is_full(const char *dir)
{
    struct statvfs disk;
    return dir && statvfs(dir, &disk) == 0 && disk.f_bavail * disk.f_frsize < ROOM;
}

/* What cannot be read now keeps nobody else from the index. */
static bool add_all(const struct child *child, GVariant *jobs)
{
    struct history *history = child->reader->history;
    struct moved moved = {0};
    struct err err = {0};
    enum status status = STATUS_OK;
    gsize n = g_variant_n_children(jobs), at = 0;
    g_autofree guchar *done = g_malloc0(n + 1);
    for (gsize i = n; i-- > 0 && !status;) { /* what came last, first */
        g_autofree const char **tags = NULL;
        const char *path;
        gint32 placement;
        at = i;
        g_variant_get_child(jobs, i, "(&si^a&s)", &path, &placement, &tags);
        status = add_moved(history, &moved, path, placement, tags, &err);
        if (status == STATUS_NOT_FOUND) /* removed, filed elsewhere by a program that will index it, or no
                                           mail */
            done[i] = INDEX_ABSENT;
        else if (status == STATUS_IO)
            done[i] = INDEX_LEFT;
        if (status == STATUS_NOT_FOUND || status == STATUS_IO)
            status = STATUS_OK;
    }
    moved_clear(&moved);
    if (status) { /* what was about to be written may be half in it: nothing is */
        history_drop_writes(history);
        if (is_full(history_index_dir(history)))
            return answer(child, status, &err, NULL);
        memset(done, INDEX_LEFT, n);
        done[at] = INDEX_HARD;
        return answer(child, STATUS_OK, &err, g_variant_new_fixed_array(G_VARIANT_TYPE_BYTE, done, n, 1));
    }
    enum status committed = history_commit_writes(history, &err);
    return answer(child, committed, &err,
                  g_variant_new_fixed_array(G_VARIANT_TYPE_BYTE, done, n, 1));
}

static bool open_index(const struct child *child, GVariant *seconds)
{
    struct err err = {0};
    enum status status = history_write(child->reader->history, g_variant_get_double(seconds), &err);
    return answer(child, status, &err, NULL);
}

static bool retag(const struct child *child, GVariant *told)
{
    struct err err = {0};
    struct retag how = {0};
    gboolean again;
    g_autofree const char **tags = NULL;
    g_autofree char *undo = NULL;
    g_variant_get(told, "(&s&s^a&sxb)", &how.id, &how.placement, &tags, &how.at, &again);
    how.tags = tags;
    how.again = again;
    enum status status = history_retag(child->reader->history, &how, &undo, &err);
    return answer(child, status, &err, g_variant_new_string(undo ? undo : ""));
}

static bool untag(const struct child *child, GVariant *told)
{
    struct err err = {0};
    enum untag done = UNTAG_GONE;
    enum status status = history_untag(child->reader->history, g_variant_get_string(told, NULL), &done, &err);
    return answer(child, status, &err, g_variant_new_int32(done));
}

static bool end_writes(const struct child *child, bool commit)
{
    struct err err = {0};
    enum status status = STATUS_OK;
    if (commit)
        status = history_commit_writes(child->reader->history, &err);
    else
        history_drop_writes(child->reader->history);
    return answer(child, status, &err, NULL);
}

static bool obey(const struct child *child, guchar what, GVariant *told)
{
    switch ((enum told)what) {
    case TELL_OPEN:
        return open_index(child, told);
    case TELL_ADD:
        return add_all(child, told);
    case TELL_RETAG:
        return retag(child, told);
    case TELL_UNTAG:
        return untag(child, told);
    case TELL_COMMIT:
        return end_writes(child, g_variant_get_boolean(told));
    }
    return false;
}

int index_writer_child(struct peer *parent, void *data)
{
    struct reader *reader = data;
    struct child child = {reader, parent};
    struct err err = {0};
    reader_begin_child(reader, parent, false, -1);
    cage_silence();
    reader_confine(reader, CONFINE_INDEX, NULL);
    bool there = reader_history(reader) && history_ready(reader->history);
    if (there)
        history_set_rename(reader->history, ask_rename, &child);
    else
        err_set(&err, STATUS_NOT_FOUND, "there is no index that can be written to: %s",
                reader->trouble ? reader->trouble : "");
    bool on = answer(&child, there ? STATUS_OK : STATUS_NOT_FOUND, &err, NULL);
    while (on && there) {
        g_autoptr(GVariant) told = NULL, value = NULL;
        guchar what;
        if (frame_hear(parent->from, TOLD, G_MAXDOUBLE, &told) != HEARD)
            break;
        g_variant_get(told, TOLD, &what, &value);
        on = obey(&child, what, value);
    }
    return 0;
}
