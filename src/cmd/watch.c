/* `heed watch`: `heed sync` within seconds of whatever changes in her mail, and nothing while nothing does.
 * It reads no mail itself: the kernel tells which folders changed (inotify(7)), and a sync is a process of
 * its own each time, which holds no more rights than it needs. */
#include <errno.h>
#include <fcntl.h>
#include <math.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/file.h>
#include <sys/inotify.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/ending.h"
#include "base/frame.h"
#include "options.h"
#include "verb.h"

#define QUIET 0.7      /* seconds without a change that a sync waits for */
#define MOST_WAIT 5    /* but no longer than this after the first */
#define AGAIN 4        /* a folder that changed just before the sync is looked into again */
#define UNDERWAY 620   /* and what moves between servers has arrived by then */
#define IDLE 3600      /* what comes of age, and what nobody told of */
#define POLLING 60     /* where the kernel cannot watch all folders */
#define EVENTS (IN_CREATE | IN_DELETE | IN_MOVED_FROM | IN_MOVED_TO | IN_DELETE_SELF | IN_MOVE_SELF)

struct watch {
    struct reader *reader;
    int inotify;
    bool partly;     /* not all folders can be watched */
    bool told;       /* she knows that */
    double first;    /* change that no sync has seen, on clock_seconds(); 0: none */
    double last;     /* of them */
    double due;      /* the next sync in any case */
    bool followed;   /* the look that follows a change was done */
    unsigned failed; /* syncs, one behind the other */
    sigset_t usual;  /* signals outside of waiting */
    bool places;     /* what came past heed is judged, too */
};

static volatile sig_atomic_t ended;

static void end(int number)
{
    (void)number;
    ended = 1;
}

/* --- what is watched ------------------------------------------------------------------------------------ */

static void watch_path(struct watch *watch, const char *path)
{
    bool watched = inotify_add_watch(watch->inotify, path, EVENTS | IN_ONLYDIR) >= 0;
    if (watched || errno == ENOENT || errno == ENOTDIR)
        return;
    watch->partly = true;
    if (!watch->told)
        fprintf(stderr, "heed watch: %s: %s; looking every %d seconds as well%s\n", path, g_strerror(errno),
                POLLING, errno == ENOSPC ? " (fs.inotify.max_user_watches allows no more)" : "");
    watch->told = true;
}

/* Anew each time: the kernel keeps those of folders that are still there, and drops those that went. */
static void watch_all(struct watch *watch)
{
    struct reader *reader = watch->reader;
    const char *root = reader_follows(reader);
    watch->partly = false;
    if (!root) {
        watch_path(watch, reader_where(reader)->xapian);
        return;
    }
    struct use_names names = reader_uses(reader);
    g_autoptr(GPtrArray) all = mailboxes_find(root, &names);
    watch_path(watch, root);
    for (guint i = 0; i < all->len && !ended; i++) {
        static const char *const places[] = {"", "cur", "new"};
        for (size_t j = 0; j < G_N_ELEMENTS(places); j++) {
            const struct mailbox *mailbox = all->pdata[i];
            g_autofree char *path = g_build_filename(root, mailbox->path, places[j], NULL);
            watch_path(watch, path);
        }
    }
}

static bool take_events(struct watch *watch)
{
    char buffer[16384] __attribute__((aligned(__alignof__(struct inotify_event))));
    ssize_t length;
    while ((length = read(watch->inotify, buffer, sizeof buffer)) > 0)
        for (ssize_t at = 0; at < length;) {
            const struct inotify_event *event = (const struct inotify_event *)(void *)(buffer + at);
            at += (ssize_t)(sizeof *event + event->len);
            if (event->mask & IN_IGNORED)
                continue;
            watch->last = clock_seconds();
            watch->first = watch->first > 0 ? watch->first : watch->last;
        }
    return length < 0 && (errno == EAGAIN || errno == EINTR);
}

/* --- what is done --------------------------------------------------------------------------------------- */

static int sync_once(const struct watch *watch)
{
    static char *const syncs[] = {(char *)"heed", (char *)"sync", NULL};
    static char *const tags[] = {(char *)"heed", (char *)"tag", (char *)"--new", NULL};
    int ended_with = -1;
    pid_t pid = fork();
    if (pid == 0) {
        sigprocmask(SIG_SETMASK, &watch->usual, NULL);
        execv("/proc/self/exe", watch->places ? tags : syncs);
        _exit(127);
    }
    while (pid > 0 && waitpid(pid, &ended_with, 0) < 0 && errno == EINTR)
        ;
    return pid > 0 && WIFEXITED(ended_with) ? WEXITSTATUS(ended_with) : -1;
}

static void look(struct watch *watch)
{
    bool change = watch->first > 0;
    watch->first = watch->last = 0;
    int code = sync_once(watch);
    watch->failed = code ? watch->failed + 1 : 0;
    if (code != 0)
        fprintf(stderr, "heed watch: heed sync ended with %d\n", code);
    reader_refresh(watch->reader);
    watch_all(watch);
    struct stat st;
    bool gone = reader_follows(watch->reader) && stat(watch->reader->follows, &st) != 0;
    bool polls = gone || watch->partly;
    double soon = change ? AGAIN : !watch->followed ? UNDERWAY : IDLE;
    if (watch->failed)
        soon = MIN(AGAIN << MIN(watch->failed, 10), UNDERWAY);
    soon = polls ? MIN(soon, POLLING) : soon;
    watch->followed = !change && (watch->followed || soon == UNDERWAY);
    watch->due = clock_seconds() + soon;
}

/* Until when nothing need be done, unless something happens. */
static double wait_until(const struct watch *watch)
{
    double settled = MIN(watch->last + QUIET, watch->first + MOST_WAIT);
    return watch->first > 0 ? MIN(settled, watch->due) : watch->due;
}

/* Where it cannot wait it would look again and again without a pause. */
static enum status wait_for_change(struct watch *watch, struct err *err)
{
    struct pollfd pollfd = {.fd = watch->inotify, .events = POLLIN};
    double left = wait_until(watch) - clock_seconds();
    struct timespec most = {(time_t)MAX(left, 0), (long)((left - floor(left)) * 1e9)};
    int met = left > 0 ? ppoll(&pollfd, 1, &most, &watch->usual) : 0; /* only here is it told to end */
    bool waited = met > 0 ? take_events(watch) : met == 0 || errno == EINTR;
    return waited ? STATUS_OK : err_errno(err, STATUS_IO, "cannot watch folders");
}

/* Two would only stand in each other's way. */
static enum status lock(const struct home *home, struct err *err)
{
    enum status status = home_make_state(home, err);
    g_autofree char *path = home_state(home, "watch.lock");
    int fd = status ? -1 : open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
    if (status)
        return status;
    if (fd < 0)
        return err_errno(err, STATUS_IO, "cannot open %s", path);
    return flock(fd, LOCK_EX | LOCK_NB) == 0 ? STATUS_OK
                                             : err_set(err, STATUS_LOCKED, "another heed watch is running");
}

enum status cmd_watch(struct reader *reader, int argc, char **argv, struct err *err)
{
    gboolean new = FALSE;
    const GOptionEntry entries[] = {
        {"new", 0, 0, G_OPTION_ARG_NONE, &new, "Judge mail that came past heed, as tag --new does", NULL},
        G_OPTION_ENTRY_NULL,
    };
    const struct sigaction action = {.sa_handler = end};
    struct watch watch = {.reader = reader};
    enum status status = verb_options(entries, &argc, &argv, err);
    if (!status && argc > 1)
        status = err_set(err, STATUS_USAGE, "unexpected argument");
    if (!status)
        status = lock(reader->home, err);
    if (status)
        return status;
    watch.places = new;
    watch.inotify = inotify_init1(IN_NONBLOCK | IN_CLOEXEC);
    if (watch.inotify < 0)
        return err_errno(err, STATUS_IO, "cannot watch folders");
    sigset_t told;
    sigemptyset(&told);
    sigaddset(&told, SIGTERM);
    sigaddset(&told, SIGINT);
    sigprocmask(SIG_BLOCK, &told, &watch.usual);
    sigaction(SIGTERM, &action, NULL);
    sigaction(SIGINT, &action, NULL);
    watch_all(&watch);
    look(&watch);
    while (!ended && !status) {
        ending_renew(); /* an hour at most passes till the next time */
        status = wait_for_change(&watch, err);
        if (!ended && !status && clock_seconds() >= wait_until(&watch))
            look(&watch);
    }
    close(watch.inotify);
    return status;
}
