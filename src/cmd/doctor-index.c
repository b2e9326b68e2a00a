/* The index: whether it can be read, who holds it, and how far the book has followed it. */
#include <errno.h>
#include <dirent.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "doctor.h"
#include "when.h"

#define STALE (2 * DAY) /* a timer that runs every day may have missed one */

/* Whether process PID has the file of ST open. */
static bool has_open(const char *pid, const struct stat *st)
{
    g_autofree char *path = g_build_filename("/proc", pid, "fd", NULL);
    bool found = false;
    DIR *dir = opendir(path);
    for (struct dirent *entry; dir && !found && (entry = readdir(dir));) {
        struct stat other;
        found = fstatat(dirfd(dir), entry->d_name, &other, 0) == 0 && other.st_dev == st->st_dev &&
                other.st_ino == st->st_ino;
    }
    if (dir)
        closedir(dir);
    return found;
}

/* Who else has PATH open, as far as that may be seen: "notmuch (812)". The caller frees it; NULL where
 * nobody. */
static char *holder_of(const char *path)
{
    struct stat st;
    char *holder = NULL;
    g_autofree char *self = g_strdup_printf("%ld", (long)getpid());
    DIR *proc = stat(path, &st) == 0 ? opendir("/proc") : NULL;
    for (struct dirent *entry; proc && !holder && (entry = readdir(proc));) {
        if (!g_ascii_isdigit(*entry->d_name) || strcmp(entry->d_name, self) == 0 ||
            !has_open(entry->d_name, &st))
            continue;
        g_autofree char *file = g_build_filename("/proc", entry->d_name, "comm", NULL), *name = NULL;
        if (g_file_get_contents(file, &name, NULL, NULL))
            holder = g_strdup_printf("%s (%s)", g_strchomp(name), entry->d_name);
    }
    if (proc)
        closedir(proc);
    return holder;
}

/* Xapian's lock is one of fcntl(2) on the whole file. */
static bool is_write_locked(const char *path)
{
    struct flock lock = {.l_type = F_WRLCK, .l_whence = SEEK_SET};
    int fd = open(path, O_RDWR | O_CLOEXEC);
    bool locked = fd >= 0 && fcntl(fd, F_GETLK, &lock) == 0 && lock.l_type != F_UNLCK;
    if (fd >= 0)
        close(fd);
    return locked;
}

/* Where folders are the history. */
static void examine_folders(struct visit *visit)
{
    struct reader *reader = visit->reader;
    struct use_names names = reader_uses(reader);
    g_autoptr(GPtrArray) all = reader->home->store ? NULL : mailboxes_find(reader->follows, &names);
    unsigned inboxes = 0;
    for (guint i = 0; all && i < all->len; i++)
        inboxes += ((const struct mailbox *)all->pdata[i])->use == USE_INBOX;
    if (!all)
        tell(visit, FINE, NULL, "your mail program's folders and flags, as the IMAP server at %s tells them, "
             "are the history", reader->home->store);
    else if (!all->len)
        tell(visit, PROBLEM, "correct [history] maildir", "%s holds no mail, nor does any folder below it",
             reader->follows);
    else
        tell(visit, inboxes ? FINE : NOTE,
             inboxes ? NULL : "name your inbox INBOX, or set [history] maildir to it",
             "your mail program's folders and flags in %s are the history: %u folder%s, %u of them inbox%s",
             reader->follows, all->len, all->len == 1 ? "" : "s", inboxes, inboxes == 1 ? "" : "es");
    if (!*reader->config->addresses)
        tell(visit, PROBLEM, "set [user] addresses", "nothing says which addresses are yours");
    if (reader_sorts_nothing(reader))
        tell(visit, NOTE, "heed init MAILDIR makes them", SORTS_NOTHING);
}

void examine_index(struct visit *visit)
{
    if (reader_follows(visit->reader)) {
        examine_folders(visit);
        return;
    }
    const struct history *history = visit->reader->history;
    const char *why = visit->reader->trouble ? visit->reader->trouble : "there is no index";
    if (!history || !history_ready(history)) {
        tell(visit, PROBLEM,
             history ? "notmuch new" : "heed init ~/Maildir; or notmuch setup, then notmuch new", "%s", why);
        return;
    }
    const char *dir = history_index_dir(history);
    const struct home_notmuch *notmuch = &visit->reader->home->notmuch;
    if (notmuch->named)
        tell(visit, NOTE, "a mail server does not read your shell's settings: move it to ~/.notmuch-config",
             "notmuch's configuration %s is found by NOTMUCH_CONFIG only", notmuch->config);
    g_autofree char *lock = g_build_filename(dir, "flintlock", NULL);
    if (access(dir, W_OK) != 0)
        tell(visit, PROBLEM, "see to its owner and permissions", "%s cannot be written to: %s", dir,
             g_strerror(errno));
    else if (is_write_locked(lock)) {
        g_autofree char *holder = holder_of(lock);
        tell(visit, NOTE, "if that lasts, end that program: deliveries wait for it",
             "%s is being written to by %s", dir, holder ? holder : "another program");
    } else
        tell(visit, FINE, NULL, "%s can be read and written", dir);
    if (history_tags_by_hook(history))
        tell(visit, FINE, NULL,
             "new.tags is left to a hook: what heed puts aside is no longer tagged as new, and "
             "unread");
    else if (history_marks_new(history))
        tell(visit, FINE, NULL,
             "new.tags has more than inbox and unread: that a hook takes the rest away says nothing");
    else if (history_leaves_inbox(history))
        tell(visit, NOTE, "let the hook leave out what is in later or suspect",
             "new.tags has no inbox: a hook that adds it to what is unread brings back what was put aside");
    if (!history_tells_unread(history))
        tell(visit, NOTE, "notmuch config set new.tags 'unread;inbox', or maildir.synchronize_flags true",
             "new.tags does not say unread, nor do flags: what lies in the inbox counts as read");
}

/* How far behind the book is, and since when. */
void examine_sync(struct visit *visit)
{
    const struct book_state *book = &visit->book;
    struct history *history = visit->reader->history;
    char synced[WHEN_SIZE], built[WHEN_SIZE];
    const char *uuid = "";
    if (!visit->book_status && reader_follows(visit->reader)) {
        bool late = visit->now - MAX(book->synced, book->built) > STALE;
        when_ago(book->synced, visit->now, synced);
        when_ago(book->built, visit->now, built);
        tell(visit, !book->built ? NOTE : late ? PROBLEM : FINE,
             !book->built ? "heed init" : late ? "heed sync; and let a timer run it: README.md" : NULL,
             "last sync %s, last init %s", synced, built);
        return;
    }
    if (visit->book_status || !history || !history_ready(history))
        return;
    int64_t last = MAX(book->synced, book->built);
    int64_t behind = (int64_t)history_revision(history, &uuid) - book->revision;
    bool same = strcmp(uuid, book->uuid) == 0;
    bool due = !same || behind > 0 || book->waiting;
    bool stale = visit->now - last > STALE;
    enum health health = due && stale ? PROBLEM : due ? NOTE : FINE;
    const char *mend = health == PROBLEM
                           ? "heed sync; and let a timer or notmuch's post-new hook run it: README.md, step 2"
                       : due ? "heed sync"
                             : NULL;
    when_ago(book->synced, visit->now, synced);
    when_ago(book->built, visit->now, built);
    if (!book->built && !*book->uuid)
        tell(visit, NOTE, "heed init", "nobody has looked back over your mail yet");
    else if (!same)
        tell(visit, health, "heed init", "the book is of another index; last sync %s, last init %s", synced,
             built);
    else
        tell(visit, health, mend,
             "last sync %s, last init %s; %" G_GINT64_FORMAT " changes of the index not followed yet", synced,
             built, MAX(behind, 0));
}
