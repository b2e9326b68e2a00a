/* Modes and groups. Nothing here can fail a delivery: who may not give them leaves what is safe. */
#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

#include <glib.h>

#include "maildir/rights.h"

static bool has_mark(const char *folder)
{
    g_autofree char *mark = g_build_filename(folder, "dovecot-shared", NULL);
    return access(mark, F_OK) == 0;
}

struct rights rights_in(const char *folder)
{
    struct rights rights = {0600, 0700, (gid_t)-1, false};
    struct stat st;
    if (stat(folder, &st) != 0)
        return rights;
    bool equal = (st.st_mode & 070) >> 3 == (st.st_mode & 07), given = st.st_mode & S_ISGID;
    rights.shared = st.st_mode & S_IWGRP || has_mark(folder);
    rights.folder = (st.st_mode & 0777) | 0700;
    if (rights.shared)
        rights.file = (st.st_mode & 0666) | 0600;
    if (!equal && !given && st.st_gid != getegid())
        rights.group = st.st_gid;
    return rights;
}

void rights_give(int fd, const struct rights *rights, mode_t mode)
{
    struct stat st;
    if (rights->group != (gid_t)-1 && fchown(fd, (uid_t)-1, rights->group) != 0)
        mode = (mode & ~(mode_t)070) | (mode & 07) << 3;
    if (fstat(fd, &st) == 0 && (st.st_mode & 0777) != mode)
        (void)!fchmod(fd, mode | (st.st_mode & S_ISGID)); /* which a folder got from the one above */
}

void rights_take_over(const char *path, const char *folder)
{
    struct rights rights = rights_in(folder);
    int fd = rights.shared ? open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC) : -1;
    if (fd < 0)
        return;
    rights_give(fd, &rights, rights.file);
    close(fd);
}

bool rights_make(const char *path, const struct rights *rights)
{
    if (mkdir(path, 0700) != 0)
        return errno == EEXIST;
    int fd = open(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
    if (fd >= 0) {
        rights_give(fd, rights, rights->folder);
        close(fd);
    }
    return true;
}
