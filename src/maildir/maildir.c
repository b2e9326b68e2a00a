/* The recipe of durable delivery: tmp, write, fsync, checked close, link, fsync the folder. Each step that
 * fails takes back those before it. */
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/time.h>
#include <time.h>
#include <unistd.h>

#include "maildir/flags.h"
#include "maildir/maildir.h"
#include "maildir/rights.h"

#define MOST_NAMES 100 /* tries to find a free name */

enum status maildir_sync(const char *path, struct err *err)
{
    int fd = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (fd < 0)
        return err_errno(err, STATUS_IO, "cannot open %s", path);
    enum status status = fsync(fd) == 0 ? STATUS_OK : err_errno(err, STATUS_IO, "cannot fsync %s", path);
    close(fd);
    return status;
}

enum status maildir_sync_down(const char *above, const char *maildir, struct err *err)
{
    enum status status = maildir_sync(maildir, err);
    g_autofree char *path = g_strdup(maildir);
    while (!status && strlen(path) > strlen(above)) {
        char *next = g_path_get_dirname(path);
        g_free(path);
        path = next;
        status = maildir_sync(path, err);
    }
    return status;
}

static bool has_mail(const char *maildir, const char *folder)
{
    g_autofree char *path = g_build_filename(maildir, folder, NULL);
    DIR *dir = opendir(path);
    bool found = false;
    for (struct dirent *entry; dir && !found && (entry = readdir(dir));)
        found = *entry->d_name != '.';
    if (dir)
        closedir(dir);
    return found;
}

bool maildir_is_empty(const char *maildir)
{
    return !has_mail(maildir, "cur") && !has_mail(maildir, "new");
}

/* mkdir -p, each new folder fsynced in its parent. */
static enum status make_folder(const char *path, struct err *err)
{
    struct stat st;
    if (stat(path, &st) == 0)
        return S_ISDIR(st.st_mode) ? STATUS_OK : err_set(err, STATUS_IO, "%s is not a folder", path);
    if (errno != ENOENT)
        return err_errno(err, STATUS_IO, "cannot look at %s", path);
    g_autofree char *parent = g_path_get_dirname(path);
    enum status status = strcmp(parent, path) == 0 ? STATUS_OK : make_folder(parent, err);
    if (status)
        return status;
    if (mkdir(path, 0700) != 0 && errno != EEXIST)
        return err_errno(err, STATUS_IO, "cannot make %s", path);
    return maildir_sync(parent, err);
}

enum status maildir_make(const char *maildir, struct err *err)
{
    static const char *const folders[] = {"tmp", "new", "cur"};
    enum status status = STATUS_OK;
    for (size_t i = 0; i < G_N_ELEMENTS(folders) && !status; i++) {
        g_autofree char *path = g_build_filename(maildir, folders[i], NULL);
        status = make_folder(path, err);
    }
    return status;
}

/* seconds.M microseconds P process Q count .host: unique while clocks, processes and hosts are. */
static char *make_name(unsigned count)
{
    char host[256];
    struct timeval now;
    if (gethostname(host, sizeof host) != 0)
        g_strlcpy(host, "localhost", sizeof host);
    host[sizeof host - 1] = '\0';
    for (char *p = host; *p; p++)
        if (*p == '/' || *p == ':' || !g_ascii_isgraph(*p))
            *p = '_';
    gettimeofday(&now, NULL);
    return g_strdup_printf("%lld.M%06ldP%ldQ%u.%s", (long long)now.tv_sec, (long)now.tv_usec,
                           (long)getpid(), count, host);
}

static int open_temporary(const char *maildir, char **path)
{
    struct rights rights = rights_in(maildir);
    for (unsigned count = 0; count < MOST_NAMES; count++) {
        g_autofree char *name = make_name(count);
        g_autofree char *candidate = g_build_filename(maildir, "tmp", name, NULL);
        int fd = open(candidate, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600);
        if (fd >= 0) {
            rights_give(fd, &rights, rights.file);
            *path = g_steal_pointer(&candidate);
            return fd;
        }
        if (errno != EEXIST)
            return -1;
    }
    return -1;
}

/* Over a network link(2) may be done and yet fail: the answer got lost, and the second try found the
 * first's name. */
static bool is_linked(const char *from, const char *to)
{
    struct stat one, other;
    int error = errno;
    bool linked = lstat(from, &one) == 0 && lstat(to, &other) == 0 && one.st_dev == other.st_dev &&
                  one.st_ino == other.st_ino;
    errno = error;
    return linked;
}

/* link(2) never overwrites; where the file system has no links, rename without overwriting does as well. */
static bool publish_once(const char *from, const char *to)
{
    if (link(from, to) == 0 || is_linked(from, to)) {
        unlink(from);
        return true;
    }
    if (errno != EPERM && errno != ENOTSUP && errno != EOPNOTSUPP && errno != ENOSYS && errno != EMLINK)
        return false;
    return renameat2(AT_FDCWD, from, AT_FDCWD, to, RENAME_NOREPLACE) == 0;
}

/* Dovecot takes a file's size, and what it is with CR LF, from its name (doc.dovecot.org, Maildir), and has
 * to read what does not say so. */
static bool is_dovecots(const char *maildir)
{
    static const char *const files[] = {"dovecot-uidlist", "../dovecot-uidlist", "maildirfolder"};
    for (size_t i = 0; i < G_N_ELEMENTS(files); i++) {
        g_autofree char *path = g_build_filename(maildir, files[i], NULL);
        if (access(path, F_OK) == 0)
            return true;
    }
    return false;
}

/* ",S=4711,W=4800", or "". The caller frees it. */
static char *sizes_of(const char *maildir, const char *path)
{
    int fd = is_dovecots(maildir) ? open(path, O_RDONLY | O_CLOEXEC) : -1;
    char buffer[65536], last = '\0';
    uint64_t bytes = 0, bare = 0;
    ssize_t length = 0;
    while (fd >= 0 && (length = read(fd, buffer, sizeof buffer)) > 0) {
        bytes += (uint64_t)length;
        for (const char *p = buffer, *end = buffer + length; (p = memchr(p, '\n', (size_t)(end - p))); p++)
            bare += (p == buffer ? last : p[-1]) != '\r';
        last = buffer[length - 1];
    }
    if (fd >= 0)
        close(fd);
    return fd < 0 || length < 0 ? g_strdup("")
                                : g_strdup_printf(",S=%" G_GUINT64_FORMAT ",W=%" G_GUINT64_FORMAT, bytes,
                                                  bytes + bare);
}

/* Into new, or with FLAGS into cur. */
static bool publish(const char *maildir, const char *from, const char *flags, char **path)
{
    g_autofree char *sizes = sizes_of(maildir, from);
    for (unsigned count = 0; count < MOST_NAMES; count++) {
        g_autofree char *plain = count ? make_name(count) : g_path_get_basename(from);
        g_autofree char *name = g_strconcat(plain, sizes, NULL);
        g_autofree char *fresh = g_build_filename(maildir, "new", name, NULL);
        g_autofree char *flagged = maildir_flagged(fresh, flags), *to = g_strdup(flagged ? flagged : fresh);
        if (publish_once(from, to)) {
            *path = g_steal_pointer(&to);
            return true;
        }
        if (errno != EEXIST)
            return false;
    }
    return false;
}

enum status maildir_deliver(const char *maildir, const struct spool *spool, const struct layout *layout,
                            const char *block, const char *flags, char **path, struct err *err)
{
    g_autofree char *temporary = NULL, *delivered = NULL;
    g_autofree char *new_folder = g_build_filename(maildir, *flags ? "cur" : "new", NULL);
    enum status status = access(new_folder, F_OK) == 0 ? STATUS_OK : maildir_make(maildir, err);
    if (status)
        return status;
    int fd = open_temporary(maildir, &temporary);
    if (fd < 0 && errno == ENOENT) {
        status = maildir_make(maildir, err);
        if (status)
            return status;
        fd = open_temporary(maildir, &temporary);
    }
    if (fd < 0)
        return err_errno(err, STATUS_IO, "cannot make a file in %s/tmp", maildir);

    /* State: begun. */
    status = layout_write(spool, layout, block, false, fd, err);
    if (!status && fsync(fd) != 0)
        status = err_errno(err, STATUS_IO, "cannot fsync %s", temporary);
    if (close(fd) != 0 && !status)
        status = err_errno(err, STATUS_IO, "cannot close %s", temporary);
    /* State: written. */
    if (!status && !publish(maildir, temporary, flags, &delivered))
        status = err_errno(err, STATUS_IO, "cannot move the message into %s", new_folder);
    if (status) {
        unlink(temporary);
        return status;
    }
    /* State: visible. */
    status = maildir_sync(new_folder, err);
    if (status)
        unlink(delivered);
    else /* State: stored. */
        *path = g_steal_pointer(&delivered);
    return status;
}

enum status maildir_move(const char *maildir, char **path, struct err *err)
{
    owned(spool) spool = NULL;
    owned(layout) layout = NULL;
    char *moved = NULL;
    enum status status = spool_open(*path, &spool, err);
    if (status)
        return status;
    layout = layout_read(spool);
    layout->start = 0; /* all of it, whatever it begins with */
    status = maildir_deliver(maildir, spool, layout, NULL, "", &moved, err);
    if (status)
        return status;
    if (unlink(*path) != 0 && access(*path, F_OK) == 0) { /* may not be removed: no second copy of it */
        status = err_errno(err, STATUS_IO, "cannot remove %s", *path);
        unlink(moved);
        g_free(moved);
        return status;
    }
    g_free(*path);
    *path = moved;
    return STATUS_OK;
}
