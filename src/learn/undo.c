/* The file: a line with the run's name, a line for each change, and "end" once the run is through. Whoever
 * is killed leaves the last line torn at most; what a line says is for history-tag.c to know. */
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/spool.h"
#include "undo.h"

#define NAME "run "
#define END "end"

struct undo {
    int fd;
    char *path;
    bool going; /* this process has added to the run, and nothing went wrong */
    const char *joins; /* undo_join() */
    size_t most;
};

enum status undo_open(const char *state_dir, struct undo **out, struct err *err)
{
    owned(undo) undo = g_new0(struct undo, 1);
    undo->path = g_build_filename(state_dir, "tag.undo", NULL);
    undo->fd = open(undo->path, O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
    if (undo->fd < 0)
        return err_errno(err, STATUS_IO, "cannot open %s", undo->path);
    if (flock(undo->fd, LOCK_EX | LOCK_NB) != 0)
        return errno == EWOULDBLOCK ? err_set(err, STATUS_LOCKED, "another heed tag is at work")
                                    : err_errno(err, STATUS_IO, "cannot lock %s", undo->path);
    *out = g_steal_pointer(&undo);
    return STATUS_OK;
}

void undo_free(struct undo *undo)
{
    if (!undo)
        return;
    if (undo->fd >= 0)
        close(undo->fd);
    g_free(undo->path);
    g_free(undo);
}

static enum status read_text(struct undo *undo, char **text, struct err *err)
{
    g_autoptr(GError) error = NULL;
    if (g_file_get_contents(undo->path, text, NULL, &error))
        return STATUS_OK;
    return err_set(err, STATUS_IO, "cannot read %s: %s", undo->path, error->message);
}

static char *first_line(const char *name)
{
    g_autofree char *escaped = g_uri_escape_string(name, NULL, FALSE);
    return g_strconcat(NAME, escaped, "\n", NULL);
}

/* Whether TEXT is of the run that begins with FIRST, and it has not come to its end. */
static bool goes_on(const char *text, const char *first)
{
    return g_str_has_prefix(text, first) && !g_str_has_suffix(text, "\n" END "\n");
}

/* Whether a run of whatever name is one of lines that undo->joins tells, and has room for more. */
static bool joins(const struct undo *undo, const char *text)
{
    const char *line = strchr(text, '\n');
    return undo->joins && line && g_str_has_prefix(line + 1, undo->joins) && strlen(text) <= undo->most;
}

static enum status write_text(struct undo *undo, const char *text, size_t length, struct err *err)
{
    undo->going = write_all(undo->fd, text, length) && fsync(undo->fd) == 0;
    if (undo->going)
        return STATUS_OK;
    return err_errno(err, STATUS_IO, "cannot write %s", undo->path);
}

enum status undo_add(struct undo *undo, const char *name, const GString *lines, struct err *err)
{
    g_autofree char *text = NULL, *first = first_line(name);
    if (undo->going)
        return write_text(undo, lines->str, lines->len, err);
    enum status status = read_text(undo, &text, err);
    if (status)
        return status;
    g_autoptr(GString) more = g_string_new(NULL);
    if (undo->joins ? joins(undo, text) : goes_on(text, first)) {
        if (!g_str_has_suffix(text, "\n"))
            g_string_append_c(more, '\n');
    } else {
        if (ftruncate(undo->fd, 0) != 0)
            return err_errno(err, STATUS_IO, "cannot write %s", undo->path);
        g_string_append(more, first);
    }
    g_string_append_len(more, lines->str, (gssize)lines->len);
    return write_text(undo, more->str, more->len, err);
}

void undo_join(struct undo *undo, const char *line, size_t most)
{
    undo->joins = line;
    undo->most = most;
}

enum status undo_end(struct undo *undo, const char *name, struct err *err)
{
    g_autofree char *text = NULL, *first = first_line(name);
    enum status status = read_text(undo, &text, err);
    if (status || !goes_on(text, first))
        return status;
    const char *end = g_str_has_suffix(text, "\n") ? END "\n" : "\n" END "\n";
    return write_text(undo, end, strlen(end), err);
}

enum status undo_lines(struct undo *undo, char ***out, struct err *err)
{
    g_autofree char *text = NULL;
    enum status status = read_text(undo, &text, err);
    if (status)
        return status;
    g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
    GPtrArray *all = g_ptr_array_new();
    for (guint i = g_strv_length(lines); i-- > 1;) /* the first is the name */
        if (*lines[i] && strcmp(lines[i], END) != 0)
            g_ptr_array_add(all, g_strdup(lines[i]));
    g_ptr_array_add(all, NULL);
    *out = (char **)g_ptr_array_free(all, FALSE);
    return STATUS_OK;
}

enum status undo_forget(struct undo *undo, struct err *err)
{
    return ftruncate(undo->fd, 0) == 0 && fsync(undo->fd) == 0
               ? STATUS_OK
               : err_errno(err, STATUS_IO, "cannot write %s", undo->path);
}
