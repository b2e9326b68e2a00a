/* The one who waits: it lends what comes in to warm workers, and reads none of it. */
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/file.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include "act/judge.h"
#include "base/config.h"
#include "base/ending.h"
#include "base/frame.h"
#include "base/log.h"
#include "pool.h"
#include "serve-door.h"
#include "service.h"
#include "worker.h"

#define LAST_SECONDS 10 /* for what is judged when it is told to end */

struct server {
    const struct home *home;
    double judge_time;
    struct pool *pool;
    int door, lock; /* lock: held by who serves */
    double alive_due;
    sigset_t usual, waiting;
};

static volatile sig_atomic_t told_to_end;

static void hear(int number)
{
    told_to_end |= number != SIGCHLD;
}

/* --- the socket ----------------------------------------------------------------------------------------- */

static bool is_door(int fd)
{
    int type = 0, family = 0;
    socklen_t length = sizeof type;
    return getsockopt(fd, SOL_SOCKET, SO_TYPE, &type, &length) == 0 && type == SOCK_DGRAM &&
           getsockopt(fd, SOL_SOCKET, SO_DOMAIN, &family, &length) == 0 && family == AF_UNIX;
}

static enum status open_door(struct server *server, struct err *err)
{
    struct sockaddr_un address;
    if (server->home->service.sockets) {
        server->door = HOME_FIRST_SOCKET;
        if (!is_door(server->door))
            return err_set(err, STATUS_CONFIG, "the socket given is no Unix datagram socket");
        return STATUS_OK;
    }
    if (!serve_address(server->home, &address))
        return err_set(err, STATUS_IO, "the path of the state's folder is too long for a socket");
    g_autofree char *lock = home_state(server->home, "serve.lock");
    server->lock = open(lock, O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (server->lock < 0 || flock(server->lock, LOCK_EX | LOCK_NB) != 0)
        return err_set(err, STATUS_LOCKED, "another heed serve is there");
    unlink(address.sun_path); /* of one that was killed */
    server->door = socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0);
    if (server->door < 0 || bind(server->door, (struct sockaddr *)&address, sizeof address) != 0)
        return err_errno(err, STATUS_IO, "cannot listen at %s", address.sun_path);
    return STATUS_OK;
}

static void close_door(const struct server *server)
{
    struct sockaddr_un address;
    if (!server->home->service.sockets && serve_address(server->home, &address))
        unlink(address.sun_path);
    close(server->door);
}

/* --- workers -------------------------------------------------------------------------------------------- */

static void run_worker(const void *name, size_t length, int control, void *data)
{
    const struct server *server = data;
    const struct peer above = {0, control, control};
    (void)name;
    (void)length;
    signal(SIGCHLD, SIG_DFL);
    signal(SIGTERM, SIG_DFL);
    signal(SIGINT, SIG_IGN); /* the terminal's goes to all */
    sigprocmask(SIG_SETMASK, &server->usual, NULL);
    peer_close_others(&above, -1);
    worker_serve((struct home *)server->home, true, server->judge_time, control);
}

static void turn(struct server *server, const char *called, double patience)
{
    g_autoptr(GString) name = g_string_new(NULL);
    int fds[PASS_FDS];
    patience = service_alive(server->home, patience, &server->alive_due);
    if (pool_turn(server->pool, server->door, patience, server->judge_time, &server->waiting, name, fds)) {
        if (strlen(called) == name->len && memcmp(called, name->str, name->len) == 0) {
            pool_want(server->pool, called, name->len, fds, server->judge_time);
        } else {
            close(fds[0]);
            close(fds[1]);
        }
    }
    for (pid_t pid; (pid = waitpid(-1, NULL, WNOHANG)) > 0;)
        pool_ended(server->pool, pid);
}

static void serve(struct server *server)
{
    g_autofree char *called = serve_name(server->home);
    service_tell(server->home, "READY=1");
    while (!told_to_end)
        turn(server, called, 3600);
    service_tell(server->home, "STOPPING=1");
    for (double last = clock_seconds() + LAST_SECONDS; pool_size(server->pool) && clock_seconds() < last;) {
        pool_retire(server->pool);
        turn(server, called, 1);
    }
}

enum status serve_judges(const struct home *home, struct err *err)
{
    struct server server = {.home = home};
    enum status status = home_make_state(home, err);
    if (status)
        return status;
    service_catch(hear, &server.usual, &server.waiting); /* whoever finds the socket may end it */
    status = open_door(&server, err);
    if (status)
        return status;
    owned(config) config = config_load(home);
    server.judge_time = config->judge_time;
    ending_within(0);
    service_settle();
    judge_warm_up(config);
    server.pool = pool_new(run_worker, &server);
    serve(&server);
    pool_free(server.pool);
    close_door(&server);
    return STATUS_OK;
}
