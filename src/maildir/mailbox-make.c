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
    g_autofree char *encoded = maildir_folder_encoded(name);
    return g_strdelimit(g_strconcat(".", encoded, NULL), "/", '.');
}

/* The inbox that is ROOT itself has no folder of its own, and servers may show the others below it. */
static const char *within_inbox(const char *root, const char *name)
{
    bool inbox = g_ascii_strncasecmp(name, "INBOX", 5) == 0 && is_maildir(root, "");
    return !inbox ? name : !name[5] ? "" : strchr("./", name[5]) ? name + 6 : name;
}

char *mailbox_place(const char *root, const char *name)
{
    unsigned dotted = 0, plain = 0;
    name = within_inbox(root, name);
    if (!*name)
        return g_strdup("");
    g_autofree char *flat = dotted_name(name);
    if (*name == '.')
        return g_strdup(name);
    if (is_maildir(root, flat))
        return g_steal_pointer(&flat);
    bool there = is_maildir(root, name), server = is_maildir(root, "") && has_server(root);
    if (there && !server)
        return g_strdup(name);
    count_layouts(root, &dotted, &plain);
    bool shown = server ? dotted || !plain : dotted > plain;
    return shown ? g_steal_pointer(&flat) : g_strdup(name);
}

bool mailbox_is_hidden(const char *root, const char *name)
{
    g_autofree char *place = mailbox_place(root, name);
    return *name && strcmp(place, name) != 0 && is_maildir(root, name);
}

/* Also where the process may make nothing with that mode or group, it is hers: what it got stays. */
static bool make_like(const char *path, const struct stat *model)
{
    if (mkdir(path, model->st_mode & 0777) != 0)
        return errno == EEXIST;
    struct stat made;
    if (stat(path, &made) == 0 && made.st_gid != model->st_gid)
        (void)!chown(path, (uid_t)-1, model->st_gid);
    (void)!chmod(path, model->st_mode & 07777);
    return true;
}

/* Each folder on the way, then the three within. */
static enum status make_all(const char *root, const char *place, struct err *err)
{
    struct stat model;
    if (stat(root, &model) != 0)
        return err_errno(err, STATUS_IO, "cannot look at %s", root);
    g_auto(GStrv) parts = g_strsplit(place, "/", -1);
    g_autofree char *path = g_strdup(root);
    for (char **part = parts; *part; part++) {
        char *below = g_build_filename(path, *part, NULL);
        g_free(path);
        path = below;
        if (!make_like(path, &model))
            return err_errno(err, STATUS_IO, "cannot make %s", path);
    }
    static const char *const within[] = {"tmp", "new", "cur"};
    for (size_t i = 0; i < G_N_ELEMENTS(within); i++) {
        g_autofree char *below = g_build_filename(path, within[i], NULL);
        if (!make_like(below, &model))
            return err_errno(err, STATUS_IO, "cannot make %s", below);
    }
    g_autofree char *mark = *place == '.' ? g_build_filename(path, "maildirfolder", NULL) : NULL;
    int fd = mark ? open(mark, O_WRONLY | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600) : -1;
    if (fd >= 0)
        close(fd);
    enum status status = maildir_sync(path, err);
    return status ? status : maildir_sync(root, err);
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

/* A server that appends at the same time does the same: one line each, and none is lost. */
static enum status subscribe(const char *root, const char *name, struct err *err)
{
    g_autofree char *path = g_build_filename(root, "subscriptions", NULL);
    int fd = open(path, O_RDWR | O_APPEND | O_CLOEXEC | O_NOFOLLOW);
    g_autofree char *list = g_malloc0(MOST_LISTED + 1);
    if (fd < 0)
        return errno == ENOENT ? STATUS_OK : err_errno(err, STATUS_IO, "cannot open %s", path);
    ssize_t length = pread(fd, list, MOST_LISTED, 0);
    g_autofree char *line = length >= 0 ? line_for(list, name) : NULL;
    bool torn = line && *list && !g_str_has_suffix(list, "\n");
    bool done = line && (lists(list, line) ||
                         (write_all(fd, "\n", torn) && write_all(fd, line, strlen(line))));
    done = done && fsync(fd) == 0;
    close(fd);
    return done ? STATUS_OK : err_errno(err, STATUS_IO, "cannot write %s", path);
}

enum status mailbox_make(const char *root, const char *name, struct err *err)
{
    g_autofree char *place = mailbox_place(root, name);
    if (is_maildir(root, place)) /* whether she subscribes to it is hers to say */
        return STATUS_OK;
    enum status status = make_all(root, place, err);
    return status ? status : subscribe(root, within_inbox(root, name), err);
}
