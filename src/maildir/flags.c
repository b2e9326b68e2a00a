/* Names with flags. Which tags they stand for is for those who know tags. */
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <glib.h>

#include "maildir/flags.h"

#define INFO ":2," /* before the flags */

/* "cur" or "new", if PATH's folder is one. */
static bool is_in(const char *path, const char *folder)
{
    g_autofree char *dir = g_path_get_dirname(path), *name = g_path_get_basename(dir);
    return strcmp(name, folder) == 0;
}

bool maildir_has_flags(const char *path)
{
    return is_in(path, "new") || (is_in(path, "cur") && strstr(path, INFO));
}

static int by_letter(const void *a, const void *b)
{
    return *(const char *)a - *(const char *)b;
}

/* The flags of INFO that tags do not stand for, and FLAGS, in order, each once. */
static char *merge(const char *info, const char *flags)
{
    GString *all = g_string_new(flags);
    for (; *info; info++)
        if (!strchr(MAILDIR_FLAGS, *info) && !strchr(all->str, *info))
            g_string_append_c(all, *info);
    qsort(all->str, all->len, 1, by_letter);
    return g_string_free(all, FALSE);
}

char *maildir_flagged(const char *path, const char *flags)
{
    bool fresh = is_in(path, "new");
    if (!fresh && !is_in(path, "cur"))
        return NULL;
    g_autofree char *dir = g_path_get_dirname(path), *name = g_path_get_basename(path);
    char *info = strstr(name, INFO);
    g_autofree char *all = merge(info ? info + strlen(INFO) : "", flags);
    if (info)
        *info = '\0';
    if (fresh && !*all)
        return NULL; /* what she has not seen stays where programs look for it */
    g_autofree char *maildir = g_path_get_dirname(dir), *flagged = g_strconcat(name, INFO, all, NULL);
    char *to = g_build_filename(maildir, "cur", flagged, NULL);
    if (strcmp(to, path) == 0)
        g_clear_pointer(&to, g_free);
    return to;
}

/* Over a network rename(2) may be done and yet fail. */
static bool is_renamed(const struct stat *was, const char *from, const char *to)
{
    struct stat st;
    int error = errno;
    bool renamed = lstat(to, &st) == 0 && st.st_dev == was->st_dev && st.st_ino == was->st_ino &&
                   lstat(from, &st) != 0 && errno == ENOENT;
    errno = error;
    return renamed;
}

enum status maildir_rename(const char *from, const char *to, struct err *err)
{
    struct stat was;
    bool there = lstat(from, &was) == 0;
    if (renameat2(AT_FDCWD, from, AT_FDCWD, to, RENAME_NOREPLACE) == 0 ||
        (there && is_renamed(&was, from, to)))
        return STATUS_OK;
    int why = errno;
    /* File systems that cannot do so at once. */
    if ((why == EINVAL || why == ENOSYS) && link(from, to) == 0) {
        if (unlink(from) == 0)
            return STATUS_OK;
        why = errno;
        unlink(to);
    }
    errno = why;
    return err_errno(err, why == ENOENT ? STATUS_NOT_FOUND : STATUS_IO, "cannot move %s", from);
}
