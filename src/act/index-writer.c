/* The side that parses nothing. What the child says is held to what was asked for; what it may not do the
 * kernel keeps it from; what the kernel cannot keep it from, changing the index's own settings, is put
 * right here. */
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "base/spool.h"
#include "index-writer-private.h"
#include "maildir/flags.h"

#define START_SECONDS 30
#define ADD_SECONDS 120 /* that one commit may take beyond waiting for the index */
#define MOST_RENAMES 5000
#define MOST_SETTINGS 1000 /* that are looked at at a time */
#define MOST_ROUNDS 1000
#define MOST_NOTES 100

struct index_writer {
    struct reader *reader;
    struct peer child;
    bool renames, gone;
    unsigned renamed;
    GHashTable *settings; /* of the index itself, as they were: key -> value */
};

/* --- settings that stand in the index ------------------------------------------------------------------- */

static void keep_setting(const char *key, const char *value, void *data)
{
    GHashTable *settings = data;
    if (g_hash_table_size(settings) < MOST_SETTINGS)
        g_hash_table_insert(settings, g_strdup(key), g_strdup(value));
}

static GHashTable *read_settings(const struct index_writer *writer)
{
    g_autoptr(GHashTable) settings = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
    bool read = index_settings(reader_where(writer->reader)->xapian, keep_setting, settings);
    return read ? g_steal_pointer(&settings) : NULL;
}

static void note_put_back(const struct index_writer *writer, const char *key)
{
    g_autofree char *path = home_state(writer->reader->home, SETTINGS_PUT_BACK);
    g_autofree char *clean = g_strndup(key, 200);
    g_autofree char *line =
        g_strdup_printf("%lld %s\n", (long long)time(NULL), g_strdelimit(clean, "\r\n\t", ' '));
    int fd = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC | O_NOFOLLOW, 0600);
    if (fd >= 0) {
        (void)!write_all(fd, line, strlen(line));
        close(fd);
    }
}

/* In one commit, so that it takes no longer where there are many. */
static bool put_back(const struct index_writer *writer, GPtrArray *keys, GPtrArray *values)
{
    const char *dir = reader_where(writer->reader)->xapian;
    if (history_set_settings(dir, (const char *const *)keys->pdata, (const char *const *)values->pdata,
                             keys->len, 2, NULL))
        return false;
    for (guint i = 0; i < MIN(keys->len, MOST_NOTES); i++)
        note_put_back(writer, keys->pdata[i]);
    return true;
}

/* Whether something that could be seen is another now than before the child could write, though nobody
 * asked for it, and was put back. */
static bool mend_settings(const struct index_writer *writer)
{
    GHashTableIter iter;
    gpointer key, value;
    g_autoptr(GHashTable) now = read_settings(writer);
    g_autoptr(GPtrArray) keys = g_ptr_array_new(), values = g_ptr_array_new();
    if (!now)
        return false;
    g_hash_table_iter_init(&iter, writer->settings);
    while (g_hash_table_iter_next(&iter, &key, &value))
        if (g_strcmp0(g_hash_table_lookup(now, key), value) != 0) {
            g_ptr_array_add(keys, key);
            g_ptr_array_add(values, value);
        }
    g_hash_table_iter_init(&iter, now);
    while (g_hash_table_iter_next(&iter, &key, &value))
        if (!g_hash_table_contains(writer->settings, key)) {
            g_ptr_array_add(keys, key);
            g_ptr_array_add(values, NULL);
        }
    return keys->len && put_back(writer, keys, values);
}

/* The child may try again while it lives, so what was there before is kept. Of very many settings that it
 * made only some are seen at a time. */
static void check_settings(struct index_writer *writer, int most)
{
    for (int round = 0; writer->settings && round < most && mend_settings(writer); round++)
        ;
}

/* --- renaming ------------------------------------------------------------------------------------------- */

static bool is_below(const char *path, const char *root)
{
    size_t length = root ? strlen(root) : 0;
    return length && strncmp(path, root, length) == 0 && path[length] == '/' && !strstr(path, "/../");
}

/* Only flags, and only of mail: whoever asks may have been taken over. */
static char *rename_for(struct index_writer *writer, const char *path, const char *flags)
{
    const struct reader *reader = writer->reader;
    bool sound = writer->renames && ++writer->renamed <= MOST_RENAMES &&
                 strspn(flags, MAILDIR_FLAGS) == strlen(flags) &&
                 (is_below(path, reader->mail_root) || is_below(path, reader->config->maildir));
    g_autofree char *to = sound ? maildir_flagged(path, flags) : NULL;
    return to && maildir_rename(path, to, NULL) == STATUS_OK ? g_steal_pointer(&to) : g_strdup("");
}

/* --- talking -------------------------------------------------------------------------------------------- */

static enum status lose(struct index_writer *writer, struct err *err)
{
    writer->gone = true;
    return err_set(err, STATUS_LIMIT, "libnotmuch did not come back");
}

/* The child's answer, whose value is of TYPE where it went well. */
static enum status hear(struct index_writer *writer, const char *type, double seconds, GVariant **value,
                        struct err *err)
{
    double deadline = clock_seconds() + seconds;
    static const struct keyring none = {0};
    for (;;) {
        g_autoptr(GVariant) said = NULL, inner = NULL;
        const char *why;
        gint32 status;
        if (listen_for(&none, &writer->child, 0, deadline, &said, NULL) != HEARD)
            return lose(writer, err);
        if (g_variant_is_of_type(said, G_VARIANT_TYPE(RENAME_TYPE))) {
            const char *path, *flags;
            g_variant_get(said, "(&s&s)", &path, &flags);
            g_autofree char *to = rename_for(writer, path, flags);
            if (!frame_say(writer->child.to, g_variant_new_string(to)))
                return lose(writer, err);
            continue;
        }
        if (!g_variant_is_of_type(said, G_VARIANT_TYPE(ANSWER_TYPE)))
            return lose(writer, err);
        g_variant_get(said, "(i&sv)", &status, &why, &inner);
        if (status < 0 || status > STATUS_DENIED ||
            (!status && !g_variant_is_of_type(inner, G_VARIANT_TYPE(type))))
            return lose(writer, err);
        if (value && !status)
            *value = g_steal_pointer(&inner);
        return status ? err_set(err, (enum status)status, "%s", why) : STATUS_OK;
    }
}

static bool tell(struct index_writer *writer, enum told what, GVariant *value)
{
    writer->gone |= !frame_say(writer->child.to, g_variant_new(TOLD, (guchar)what, value));
    return !writer->gone;
}

enum status index_writer_start(struct reader *reader, bool renames, struct index_writer **out,
                               struct err *err)
{
    owned(index_writer) writer = g_new0(struct index_writer, 1);
    writer->reader = reader;
    writer->renames = renames;
    writer->gone = true;
    /* The part is loaded before there is a child, so that it is loaded once. */
    g_autoptr(GHashTable) loaded = read_settings(writer);
    enum status status = peer_fork(&writer->child, index_writer_child, reader, err);
    writer->gone = status != STATUS_OK;
    if (!status)
        status = hear(writer, "s", START_SECONDS, NULL, err);
    if (!status)
        *out = g_steal_pointer(&writer);
    return status;
}

void index_writer_free(struct index_writer *writer)
{
    if (!writer)
        return;
    /* What it was asked for it has done; whether it ends by itself is not to be waited for, and what it
     * still does is looked at when it has ended. */
    if (writer->child.pid > 0)
        peer_end(&writer->child, true);
    check_settings(writer, MOST_ROUNDS);
    g_clear_pointer(&writer->settings, g_hash_table_destroy);
    g_free(writer);
}

enum status index_writer_begin(struct index_writer *writer, double seconds, struct err *err)
{
    if (!tell(writer, TELL_OPEN, g_variant_new_double(seconds)))
        return lose(writer, err);
    enum status status = hear(writer, "s", seconds + START_SECONDS, NULL, err);
    /* Nobody else can write to it now, and the child has not yet. */
    if (!status && !writer->settings)
        writer->settings = read_settings(writer);
    return status;
}

static GVariant *pack_jobs(const struct index_job *jobs, unsigned n)
{
    GVariantBuilder all;
    g_variant_builder_init(&all, G_VARIANT_TYPE(JOBS_TYPE));
    for (unsigned i = 0; i < n; i++)
        g_variant_builder_add(&all, "(si@as)", jobs[i].path, (gint32)jobs[i].placement,
                              g_variant_new_strv((const char *const *)jobs[i].tags, -1));
    return g_variant_builder_end(&all);
}

enum status index_writer_add(struct index_writer *writer, struct index_job *jobs, unsigned n, double seconds,
                             struct err *err)
{
    g_autoptr(GVariant) value = NULL;
    gsize count = 0;
    enum status status = index_writer_begin(writer, seconds, err);
    if (status)
        return status;
    if (!tell(writer, TELL_ADD, pack_jobs(jobs, n)))
        return lose(writer, err);
    status = hear(writer, "ay", ADD_SECONDS, &value, err);
    check_settings(writer, 1);
    const guchar *done = status ? NULL : g_variant_get_fixed_array(value, &count, 1);
    if (!status && count != n)
        return lose(writer, err);
    for (unsigned i = 0; !status && i < n; i++)
        jobs[i].done = MIN(done[i], INDEX_HARD);
    return status;
}

enum status index_writer_retag(struct index_writer *writer, const struct retag *how, char **undo,
                               struct err *err)
{
    g_autoptr(GVariant) value = NULL;
    *undo = NULL;
    if (!tell(writer, TELL_RETAG,
              g_variant_new("(ss@asxb)", how->id, how->placement, g_variant_new_strv(how->tags, -1), how->at,
                            how->again)))
        return lose(writer, err);
    enum status status = hear(writer, "s", ADD_SECONDS, &value, err);
    if (!status && *g_variant_get_string(value, NULL) && !strchr(g_variant_get_string(value, NULL), '\n'))
        *undo = g_variant_dup_string(value, NULL);
    return status;
}

enum status index_writer_untag(struct index_writer *writer, const char *undo, enum untag *done,
                               struct err *err)
{
    g_autoptr(GVariant) value = NULL;
    if (!tell(writer, TELL_UNTAG, g_variant_new_string(undo)))
        return lose(writer, err);
    enum status status = hear(writer, "i", ADD_SECONDS, &value, err);
    *done = status ? UNTAG_GONE : (enum untag)CLAMP(g_variant_get_int32(value), UNTAG_DONE, UNTAG_GONE);
    return status;
}

enum status index_writer_commit(struct index_writer *writer, struct err *err)
{
    if (!tell(writer, TELL_COMMIT, g_variant_new_boolean(TRUE)))
        return lose(writer, err);
    enum status status = hear(writer, "s", ADD_SECONDS, NULL, err);
    check_settings(writer, 1);
    return status;
}

void index_writer_drop(struct index_writer *writer)
{
    struct err err;
    if (tell(writer, TELL_COMMIT, g_variant_new_boolean(FALSE)))
        (void)hear(writer, "s", ADD_SECONDS, NULL, &err);
    check_settings(writer, 1);
}
