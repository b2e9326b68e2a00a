/* Folders that IMAP shows. Dovecot (doc.dovecot.org, Mailbox Formats: Maildir) and Courier keep Maildir++;
 * Dovecot's LAYOUT=fs and most mail programs keep one folder below the other. */
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/spool.h"
#include "maildir/folder.h"
#include "maildir/mailbox.h"
#include "maildir/maildir.h"
#include "maildir/rights.h"

#define LOCK_TRIES 100   /* for somebody else's list of folders */
#define LOCK_PAUSE 20000 /* microseconds between two */
#define MOST_LISTED (1u << 20) /* bytes of a list of folders that are looked at */

static bool is_maildir(const char *root, const char *path)
{
    struct stat st;
    g_autofree char *cur = g_build_filename(root, path, "cur", NULL);
    return stat(cur, &st) == 0 && S_ISDIR(st.st_mode);
}

static bool has_file(const char *root, const char *name)
{
    g_autofree char *path = g_build_filename(root, name, NULL);
    return access(path, F_OK) == 0;
}

/* How many folders lie directly below ROOT in each way. */
static void count_layouts(const char *root, unsigned *dotted, unsigned *plain)
{
    DIR *dir = opendir(root);
    for (struct dirent *entry; dir && (entry = readdir(dir));) {
        static const char *const others[] = {".", "..", "cur", "new", "tmp", NULL};
        if (g_strv_contains(others, entry->d_name) || !is_maildir(root, entry->d_name))
            continue;
        ++*(*entry->d_name == '.' ? dotted : plain);
    }
    if (dir)
        closedir(dir);
}

static bool has_server(const char *root)
{
    static const char *const files[] = {"dovecot-uidlist", "dovecot-uidvalidity", "dovecot.index.log",
                                        "dovecot.list.index.log", "courierimapuiddb", "courierimapsubscribed",
                                        "subscriptions", NULL};
    for (const char *const *file = files; *file; file++)
        if (has_file(root, *file))
            return true;
    return false;
}

/* ".Lists.Birds". The caller frees it. */
static char *dotted_name(const char *name)
{
    return g_strdelimit(g_strconcat(".", name, NULL), "/", '.');
}

/* Whether what is made below ROOT gets a dot, as its other folders have one. Beside an inbox
 * without any it does, since no server shows it otherwise; whose index is there, too, reads with
 * notmuch. */
static bool is_dotted(const char *root, bool server)
{
    unsigned dotted = 0, plain = 0;
    count_layouts(root, &dotted, &plain);
    if (server)
        return dotted || !plain;
    bool inbox = is_maildir(root, "") && !has_file(root, ".notmuch");
    return dotted > plain || (inbox && dotted == plain);
}

/* The inbox that is ROOT itself has no folder of its own, and servers may show the others below it. */
static const char *within_inbox(const char *root, const char *name)
{
    bool inbox = g_ascii_strncasecmp(name, "INBOX", 5) == 0 && is_maildir(root, "");
    return !inbox ? name : !name[5] ? "" : strchr("./", name[5]) ? name + 6 : name;
}

char *mailbox_place(const char *root, const char *name)
{
    name = within_inbox(root, name);
    if (!*name || *name == '.')
        return g_strdup(name);
    g_autofree char *encoded = maildir_folder_encoded(name), *flat = dotted_name(encoded);
    g_autofree char *raw = dotted_name(name); /* servers can be told to leave names in UTF-8 */
    if (is_maildir(root, flat) || is_maildir(root, raw))
        return g_strdup(is_maildir(root, flat) ? flat : raw);
    bool server = is_maildir(root, "") && has_server(root);
    bool there = is_maildir(root, name), other = is_maildir(root, encoded);
    const char *below = there || (!server && !other) ? name : encoded;
    bool stays = (there || other) && !server;
    return g_strdup(!stays && is_dotted(root, server) ? flat : below);
}

/* Whether a server has had one of the folders below ROOT that have no dot, as it does where it
 * shows them. */
static bool serves_plain(const char *root)
{
    bool found = false;
    DIR *dir = opendir(root);
    for (struct dirent *entry; dir && !found && (entry = readdir(dir));) {
        g_autofree char *path = g_build_filename(root, entry->d_name, NULL);
        found = *entry->d_name != '.' && is_maildir(root, entry->d_name) && has_server(path);
    }
    if (dir)
        closedir(dir);
    return found;
}

char *mailbox_hidden(const char *root, const char *name)
{
    bool server = has_server(root);
    if (!*name || *name == '.' || !is_maildir(root, "") || !is_maildir(root, name))
        return NULL;
    if (!is_dotted(root, server) && (!server || serves_plain(root)))
        return NULL;
    g_autofree char *encoded = maildir_folder_encoded(name);
    return dotted_name(encoded);
}

/* What servers keep in a folder of Maildir++, and in one that people share. */
static void make_mark(const char *path, const char *name, const struct rights *rights)
{
    g_autofree char *mark = g_build_filename(path, name, NULL);
    int fd = open(mark, O_WRONLY | O_CREAT | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK, 0600);
    if (fd < 0)
        return;
    rights_give(fd, rights, rights->file);
    close(fd);
}

/* Each folder on the way, with the rights of the root and fsynced in the one above, and what is within but
 * for cur: without that it is none yet. The caller frees *FOLDER. */
static enum status make_most(const char *root, const char *place, char **folder, struct err *err)
{
    static const char *const within[] = {"tmp", "new"};
    struct rights rights = rights_in(root);
    g_auto(GStrv) parts = g_strsplit(place, "/", -1);
    *folder = g_strdup(root);
    for (char **part = parts; *part; part++) {
        g_autofree char *above = *folder;
        *folder = g_build_filename(above, *part, NULL);
        if (!rights_make(*folder, &rights))
            return err_errno(err, STATUS_IO, "cannot make %s", *folder);
        enum status status = maildir_sync(above, err);
        if (status)
            return status;
    }
    for (size_t i = 0; i < G_N_ELEMENTS(within); i++) {
        g_autofree char *below = g_build_filename(*folder, within[i], NULL);
        if (!rights_make(below, &rights))
            return err_errno(err, STATUS_IO, "cannot make %s", below);
    }
    if (*place == '.')
        make_mark(*folder, "maildirfolder", &rights);
    if (has_file(root, "dovecot-shared"))
        make_mark(*folder, "dovecot-shared", &rights);
    return STATUS_OK;
}

static enum status make_cur(const char *root, const char *folder, struct err *err)
{
    struct rights rights = rights_in(root);
    g_autofree char *cur = g_build_filename(folder, "cur", NULL);
    if (!rights_make(cur, &rights))
        return err_errno(err, STATUS_IO, "cannot make %s", cur);
    return maildir_sync(folder, err);
}

/* A line for NAME, in the form that the list has (Dovecot: "V\t2", an empty line, TAB between levels). */
static char *line_for(const char *list, const char *name)
{
    g_autofree char *encoded = maildir_folder_encoded(name);
    char *line = g_strconcat(encoded + (*encoded == '.'), "\n", NULL);
    return g_str_has_prefix(list, "V\t2\n") ? g_strdelimit(line, "/.", '\t') : g_strdelimit(line, "/", '.');
}

static bool lists(const char *list, const char *line)
{
    const char *at = strstr(list, line);
    while (at && at > list && at[-1] != '\n')
        at = strstr(at + 1, line);
    return at != NULL;
}

/* Dovecot writes the list anew into this file, which nobody else has while it is there, and renames it. One
 * that was left behind Dovecot takes away. */
static int open_lock(const char *path, struct err *err)
{
    for (int tries = 0;; tries++) {
        int fd = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600);
        if (fd >= 0)
            return fd;
        if (errno != EEXIST || tries == LOCK_TRIES) {
            (void)!err_errno(err, STATUS_IO, "cannot make %s", path);
            return -1;
        }
        g_usleep(LOCK_PAUSE);
    }
}

/* The list as it is, with LINE behind it, into FD. */
static bool write_list(int fd, const char *path, const char *list, const char *line)
{
    struct stat st;
    struct rights rights = {.group = (gid_t)-1};
    if (lstat(path, &st) != 0)
        return false;
    rights.group = st.st_gid != getegid() ? st.st_gid : rights.group;
    rights_give(fd, &rights, st.st_mode & 0777);
    return write_all(fd, list, strlen(list)) && write_all(fd, line, strlen(line)) && fsync(fd) == 0;
}

/* With an end to its last line. */
static bool read_list(const char *path, char **list)
{
    int fd = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
    *list = g_malloc0(MOST_LISTED + 2);
    ssize_t length = fd < 0 ? -1 : pread(fd, *list, MOST_LISTED, 0);
    int error = errno;
    if (fd >= 0)
        close(fd);
    errno = length == MOST_LISTED ? EFBIG : error;
    if (length < 0 || length == MOST_LISTED || strlen(*list) != (size_t)length)
        return false;
    if (length && (*list)[length - 1] != '\n')
        (*list)[length] = '\n';
    return true;
}

/* Where there is a list, and NAME is not in it. */
static enum status subscribe(const char *root, const char *name, struct err *err)
{
    g_autofree char *path = g_build_filename(root, "subscriptions", NULL);
    g_autofree char *lock = g_strconcat(path, ".lock", NULL), *list = NULL;
    if (!has_file(root, "subscriptions"))
        return STATUS_OK;
    int fd = open_lock(lock, err);
    if (fd < 0)
        return STATUS_IO;
    bool known = read_list(path, &list);
    g_autofree char *line = known ? line_for(list, name) : NULL;
    bool there = line && lists(list, line), done = line && !there && write_list(fd, path, list, line);
    int error = errno;
    done = close(fd) == 0 && done && rename(lock, path) == 0;
    error = done ? 0 : error;
    if (!done)
        unlink(lock);
    errno = error;
    return done || there ? maildir_sync(root, err) : err_errno(err, STATUS_IO, "cannot write %s", path);
}

/* Who ends behind the list and before cur finds the name listed next time. */
static enum status make_listed(const char *root, const char *place, const char *name, bool *listed,
                               struct err *err)
{
    g_autofree char *folder = NULL;
    *listed = true;
    if (is_maildir(root, place)) /* whether she subscribes to it is hers to say */
        return STATUS_OK;
    enum status status = make_most(root, place, &folder, err);
    if (status)
        return status;
    *listed = subscribe(root, name, err) == STATUS_OK;
    return make_cur(root, folder, *listed ? err : NULL);
}

enum status mailbox_make(const char *root, const char *name, struct err *err)
{
    g_autofree char *place = mailbox_place(root, name);
    bool listed;
    enum status status = make_listed(root, place, within_inbox(root, name), &listed, err);
    return status ? status : listed ? STATUS_OK : STATUS_IO;
}

enum status mailbox_make_at(const char *root, const char *place, struct err *err)
{
    g_autofree char *name = *place == '.' ? maildir_folder_readable(place + 1) : g_strdup(place);
    bool listed;
    if (*place == '.')
        g_strdelimit(name, ".", '/');
    return make_listed(root, place, name, &listed, err);
}
