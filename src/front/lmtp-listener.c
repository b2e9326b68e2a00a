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

struct listening {
    const struct lmtp *lmtp;
    const int *sockets;
    unsigned n;
    sigset_t blocked, waiting;
    pid_t teller; /* who answers with metrics; 0: nobody, and the next one is accepted */
};

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

static void reap(struct listening *listening)
{
    struct slots *slots = listening->lmtp->slots;
    for (pid_t pid; (pid = waitpid(-1, NULL, WNOHANG)) > 0;) {
        if (pid == listening->teller)
            listening->teller = 0;
        for (unsigned i = 0; i < slots->n; i++)
            if (slots->at[i].pid == pid) {
                slots->at[i].pid = 0;
                slots_clear(&slots->at[i]);
            }
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

/* A process for one connection, which has none of the sockets that are listened at. */
static pid_t begin(const struct listening *listening)
{
    pid_t listener = getpid(), pid = fork();
    if (pid != 0)
        return pid;
    prctl(PR_SET_PDEATHSIG, SIGTERM);
    signal(SIGCHLD, SIG_DFL);
    for (unsigned i = 0; i < listening->n; i++)
        close(listening->sockets[i]);
    if (getppid() != listener)
        _exit(0);
    return 0;
}

/* FILTERS: any user of the machine may have connected, and these have half of the sessions and of the
 * room, one of them not all of that. */
static void begin_session(const struct listening *listening, int fd, bool filters)
{
    const struct lmtp *lmtp = listening->lmtp;
    unsigned most = filters ? (lmtp->slots->n + 1) / 2 : lmtp->slots->n;
    uid_t uid = filters ? asker_of(fd) : SITE_ANY;
    struct slot *slot = slots_find(lmtp->slots, most, uid);
    if (slot) {
        slot->limit = lmtp->site->spool_size / (filters ? 2 : 1);
        slot->uid = uid;
    }
    pid_t pid = slot ? begin(listening) : -1;
    if (pid == 0) {
        sigprocmask(SIG_UNBLOCK, &listening->blocked, NULL);
        ending_within(0);
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

/* One at a time, who takes none of the sessions' room: others wait to be accepted. */
static void begin_telling(struct listening *listening, int fd)
{
    pid_t pid = begin(listening);
    if (pid == 0) {
        signal(SIGTERM, SIG_DFL);
        sigprocmask(SIG_UNBLOCK, &listening->blocked, NULL);
        metrics_answer(listening->lmtp->metrics, fd);
        _exit(0);
    }
    close(fd);
    listening->teller = MAX(pid, 0);
}

static bool any_session(const struct slots *slots)
{
    for (unsigned i = 0; i < slots->n; i++)
        if (slots->at[i].pid)
            return true;
    return false;
}

static void end_sessions(struct listening *listening)
{
    const struct slots *slots = listening->lmtp->slots;
    for (unsigned i = 0; i < slots->n; i++)
        if (slots->at[i].pid)
            kill(slots->at[i].pid, SIGTERM);
    ending_within(LAST_SECONDS);
    while (any_session(slots)) {
        const struct timespec most = {1, 0};
        (void)ppoll(NULL, 0, &most, &listening->waiting);
        reap(listening);
    }
}

static void take(struct listening *listening, int socket)
{
    int fd = accept4(socket, NULL, NULL, SOCK_CLOEXEC);
    if (fd >= 0 && socket == listening->lmtp->numbers)
        begin_telling(listening, fd);
    else if (fd >= 0)
        begin_session(listening, fd, socket == listening->lmtp->filter);
    else if (errno == EMFILE || errno == ENFILE || errno == ENOMEM)
        g_usleep(100000);
}

void lmtp_listener(const struct lmtp *lmtp, const int *sockets, unsigned n)
{
    const struct sigaction action = {.sa_handler = end};
    struct listening listening = {.lmtp = lmtp, .sockets = sockets, .n = n};
    struct pollfd waited[LISTENER_SOCKETS];
    sigemptyset(&listening.blocked);
    sigaddset(&listening.blocked, SIGTERM);
    sigaddset(&listening.blocked, SIGCHLD);
    sigprocmask(SIG_BLOCK, &listening.blocked, &listening.waiting);
    sigdelset(&listening.waiting, SIGTERM);
    sigdelset(&listening.waiting, SIGCHLD);
    sigaction(SIGTERM, &action, NULL);
    sigaction(SIGCHLD, &action, NULL);
    give_up_rights(lmtp);
    while (!told_to_end) {
        for (unsigned i = 0; i < n; i++) {
            bool later = sockets[i] == lmtp->numbers && listening.teller;
            waited[i] = (struct pollfd){.fd = later ? -1 : sockets[i], .events = POLLIN};
        }
        int ready = ppoll(waited, n, NULL, &listening.waiting);
        reap(&listening);
        for (unsigned i = 0; i < n && ready > 0; i++)
            if (waited[i].revents)
                take(&listening, sockets[i]);
    }
    for (unsigned i = 0; i < n; i++)
        close(sockets[i]);
    end_sessions(&listening);
}
