/* Accepting, and counting sessions. Reads nothing of what comes. */
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/cage.h"
#include "base/ending.h"
#include "lmtp-listener.h"

#define LAST_SECONDS 600 /* for what has begun when it is told to end */

static volatile sig_atomic_t told_to_end;

static void end(int number)
{
    told_to_end |= number == SIGTERM;
}

/* Files: none but those for large messages, and sockets. */
static void give_up_rights(const struct lmtp *lmtp)
{
    static const char *const places[] = {
        "/usr", "/lib", "/lib64", "/etc/ld.so.cache", "/etc/localtime", "/proc/self"};
    struct cage *cage = cage_new(CAGE_CONNECTS);
    for (size_t i = 0; i < G_N_ELEMENTS(places); i++)
        cage_allow(cage, places[i], CAGE_READ);
    cage_allow(cage, "/dev/null", CAGE_WRITE);
    cage_allow(cage, lmtp->site->spool, CAGE_WRITE);
    cage_enter(cage);
    cage_listen();
}

static void reap(struct slots *slots)
{
    for (pid_t pid; (pid = waitpid(-1, NULL, WNOHANG)) > 0;)
        for (unsigned i = 0; i < slots->n; i++)
            if (slots->at[i].pid == pid) {
                slots->at[i].pid = 0;
                slots_clear(&slots->at[i]);
            }
}

static void turn_away(int fd, const char *line)
{
    (void)!send(fd, line, strlen(line), MSG_DONTWAIT | MSG_NOSIGNAL);
    close(fd);
}

/* Root may ask for anybody, as it may be anybody. */
static uid_t asker_of(int fd)
{
    struct ucred asker = {.uid = SITE_ANY - 1}; /* nobody's */
    socklen_t length = sizeof asker;
    (void)getsockopt(fd, SOL_SOCKET, SO_PEERCRED, &asker, &length);
    return asker.uid == 0 ? SITE_ANY : asker.uid;
}

/* FILTERS: any user of the machine may have connected, and these have half of the sessions and of the
 * room, one of them not all of that. */
static void begin_session(const struct lmtp *lmtp, const int *sockets, unsigned n, int fd, bool filters,
                          const sigset_t *blocked)
{
    unsigned most = filters ? (lmtp->slots->n + 1) / 2 : lmtp->slots->n;
    uid_t uid = filters ? asker_of(fd) : SITE_ANY;
    struct slot *slot = slots_find(lmtp->slots, most, uid);
    if (slot) {
        slot->limit = lmtp->site->spool_size / (filters ? 2 : 1);
        slot->uid = uid;
    }
    pid_t listener = getpid(), pid = slot ? fork() : -1;
    if (pid == 0) {
        prctl(PR_SET_PDEATHSIG, SIGTERM);
        signal(SIGCHLD, SIG_DFL);
        sigprocmask(SIG_UNBLOCK, blocked, NULL);
        for (unsigned i = 0; i < n; i++)
            close(sockets[i]);
        ending_within(0);
        if (getppid() == listener)
            lmtp_session(lmtp, slot, fd, filters);
        _exit(0);
    }
    if (pid < 0)
        turn_away(fd, slot ? "421 4.3.2 no process can be started\r\n"
                           : "421 4.3.2 too many sessions\r\n");
    else
        close(fd);
    if (pid > 0)
        slot->pid = pid;
}

static bool any_session(const struct slots *slots)
{
    for (unsigned i = 0; i < slots->n; i++)
        if (slots->at[i].pid)
            return true;
    return false;
}

static void end_sessions(struct slots *slots, const sigset_t *waiting)
{
    for (unsigned i = 0; i < slots->n; i++)
        if (slots->at[i].pid)
            kill(slots->at[i].pid, SIGTERM);
    ending_within(LAST_SECONDS);
    while (any_session(slots)) {
        const struct timespec most = {1, 0};
        (void)ppoll(NULL, 0, &most, waiting);
        reap(slots);
    }
}

void lmtp_listener(const struct lmtp *lmtp, const int *sockets, unsigned n)
{
    const struct sigaction action = {.sa_handler = end};
    struct pollfd waited[LISTENER_SOCKETS];
    sigset_t blocked, waiting;
    sigemptyset(&blocked);
    sigaddset(&blocked, SIGTERM);
    sigaddset(&blocked, SIGCHLD);
    sigprocmask(SIG_BLOCK, &blocked, &waiting);
    sigdelset(&waiting, SIGTERM);
    sigdelset(&waiting, SIGCHLD);
    sigaction(SIGTERM, &action, NULL);
    sigaction(SIGCHLD, &action, NULL);
    for (unsigned i = 0; i < n; i++)
        waited[i] = (struct pollfd){.fd = sockets[i], .events = POLLIN};
    give_up_rights(lmtp);
    while (!told_to_end) {
        int ready = ppoll(waited, n, NULL, &waiting);
        reap(lmtp->slots);
        for (unsigned i = 0; i < n && ready > 0; i++) {
            int fd = waited[i].revents ? accept4(sockets[i], NULL, NULL, SOCK_CLOEXEC) : -1;
            if (fd >= 0)
                begin_session(lmtp, sockets, n, fd, sockets[i] == lmtp->filter, &blocked);
            else if (waited[i].revents && (errno == EMFILE || errno == ENFILE || errno == ENOMEM))
                g_usleep(100000);
        }
    }
    for (unsigned i = 0; i < n; i++)
        close(sockets[i]);
    end_sessions(lmtp->slots, &waiting);
}
