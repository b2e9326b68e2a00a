/* Starting the indexer. It parses nothing: plans are checked when they are read, and libnotmuch has a
 * child of its own. */
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <string.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include "act/indexing.h"
#include "base/cage.h"
#include "base/counters.h"
#include "base/ending.h"
#include "base/frame.h"
#include "base/log.h"
#include "indexer.h"

#define LEAVE_SECONDS 2 /* for an indexer to let go of its caller, which takes it a millisecond */

/* Mail servers wait for whoever holds their pipes. */
static void let_go(int keep)
{
    int null = open("/dev/null", O_RDWR);
    for (int fd = STDIN_FILENO; null >= 0 && fd <= STDERR_FILENO; fd++)
        dup2(null, fd);
    int first = STDERR_FILENO + 1;
    if (keep >= 0 && dup2(keep, first) == first)
        first++;
    if (syscall(SYS_close_range, (unsigned)first, ~0U, 0) != 0) /* before Linux 5.9 */
        for (int fd = first; fd < 1024; fd++)
            close(fd);
}

static void keep_value(const char *key, const char *value, void *data)
{
    char **root = data;
    if (strcmp(key, "database.mail_root") == 0 && !*root && *value)
        *root = g_strdup(value);
}

/* The index itself may hold another mail root than notmuch's file, and would go before it. */
enum status indexer_look(struct reader *reader, struct err *err)
{
    g_autofree char *said = NULL;
    const struct index_config *where = reader_where(reader);
    if (reader_follows(reader))
        return STATUS_OK;
    if (!index_settings(where->xapian, keep_value, &said))
        return err_set(err, STATUS_CORRUPT, "there is no index that can be read; notmuch new makes it (%s)",
                       where->xapian);
    if (where->mail_said)
        g_clear_pointer(&said, g_free);
    reader_note_mail_root(reader, said);
    if (said && where->plain) {
        g_free(reader->mail_root);
        reader->mail_root = g_strdup(said);
    }
    return STATUS_OK;
}

void indexer_take(struct reader *reader, double patience)
{
    struct err err;
    if (reader_open_book(reader, &err) == STATUS_OK)
        (void)!index_waiting(reader, patience, reader->config->lock_wait, NULL, &err);
}

static void work(struct reader *reader, double patience)
{
    cage_silence();
    reader->keeps = true;
    (void)!indexer_look(reader, NULL);
    reader_confine(reader, CONFINE_KEEP, NULL);
    indexer_take(reader, patience);
}

/* Whether FD, which nobody writes to, is closed by all who hold it within SECONDS. */
static bool is_closed(int fd, double seconds)
{
    double deadline = clock_seconds() + seconds;
    for (;;) {
        struct pollfd pollfd = {.fd = fd, .events = POLLIN};
        double left = deadline - clock_seconds();
        int ready = left > 0 ? poll(&pollfd, 1, (int)(left * 1000) + 1) : 0;
        if (ready < 0 && errno == EINTR)
            continue;
        return ready > 0;
    }
}

bool indexer_start(struct reader *reader, double seconds)
{
    int alive[2] = {-1, -1};
    bool waits = seconds > 0;
    if (!waits) {
        int lock = index_lock(reader->home, 0);
        if (lock < 0)
            return true;
        index_unlock(lock);
    }
    if (pipe2(alive, O_CLOEXEC) != 0)
        return false;
    pid_t pid = fork();
    if (pid == 0) {
        setsid();
        ending_renew(); /* nobody is left to end it */
        log_close();
        counters_close();
        let_go(waits ? alive[1] : -1);
        work(reader, waits ? seconds : 0);
        _exit(0);
    }
    close(alive[1]);
    /* Who called may end all of its group behind this one, as maildrop does: the indexer is to be out. */
    bool done = pid > 0 && (is_closed(alive[0], waits ? seconds : LEAVE_SECONDS) || !waits);
    close(alive[0]);
    if (waits && done) /* what has closed that is ending, and has ended when this returns */
        while (waitpid(pid, NULL, 0) < 0 && errno == EINTR)
            ;
    return done;
}
