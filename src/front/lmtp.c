/* The site's parent: has the rights, the key and the libraries, reads nothing that a stranger
 * wrote, and starts who does: one listener, and for each message those who judge and store it. */
#include <errno.h>
#include <fcntl.h>
#include <grp.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <unistd.h>

#include "act/judge.h"
#include "base/ending.h"
#include "base/frame.h"
#include "base/log.h"
#include "base/part.h"
#include "base/pass.h"
#include "flow.h"
#include "front/lmtp.h"
#include "front/site.h"
#include "lmtp-listener.h"
#include "nobody.h"
#include "service.h"
#include "site-judge.h"
#include "pool.h"
#include "store/keyring.h"

#define AGAIN_SECONDS 1  /* between two listeners, where one ends by itself */
#define METRICS_SECONDS 15
#define LAST_SECONDS 60  /* for what is noted behind the last reply */
#define KEY_SECONDS 60   /* between two tries to open the site's key */

struct parent {
    struct site site;
    int sockets[LISTENER_SOCKETS];
    unsigned n_sockets;
    int filter, numbers; /* of them, or -1 */
    int doors[2];    /* sessions write to the second */
    pid_t listener;  /* 0: none */
    double due;         /* the next listener, on clock_seconds() */
    unsigned listeners; /* of before, that have not ended */
    struct pool *pool;
    struct metrics *metrics;
    double metrics_due, alive_due, key_due;
    sigset_t usual, waiting;
};

static volatile sig_atomic_t told_to_end, told_to_reload;

static void hear(int number)
{
    told_to_end |= number == SIGTERM || number == SIGINT;
    told_to_reload |= number == SIGHUP;
}

/* --- beginning ------------------------------------------------------------------------------------------ */

static enum status take_given(struct parent *parent, struct err *err)
{
    for (unsigned i = 0; i < parent->site.home->service.sockets; i++) {
        int fd = HOME_FIRST_SOCKET + (int)i;
        if (!wire_is_local(fd))
            return err_set(err, STATUS_CONFIG,
                           "socket %d is none of this machine alone: no Unix socket, no loopback",
                           fd);
        (void)fcntl(fd, F_SETFD, FD_CLOEXEC);
        parent->sockets[parent->n_sockets++] = fd;
    }
    return STATUS_OK;
}

/* The mail server is in the group. */
static void give_to_group(const struct config_site *site, const char *path)
{
    const struct group *group = *path == '/' && *site->group ? getgrnam(site->group) : NULL;
    if (*path != '/' || !*site->group)
        return;
    if (group && chown(path, (uid_t)-1, group->gr_gid) == 0)
        (void)!chmod(path, 0660);
    else
        fprintf(stderr, "heed: %s group %s; only its owner may connect to %s\n",
                group ? "it cannot be given to" : "there is no", site->group, path);
}

static enum status open_sockets(struct parent *parent, struct err *err)
{
    const struct config_site *site = &parent->site.config->site;
    if (parent->site.home->service.sockets)
        return take_given(parent, err);
    int fd = wire_listen(site->listen);
    if (fd < 0)
        return err_errno(err, STATUS_IO, "cannot listen at %s", site->listen);
    give_to_group(site, site->listen);
    parent->sockets[parent->n_sockets++] = fd;
    return STATUS_OK;
}

static enum status open_door(struct parent *parent, const char *path, int *door, struct err *err)
{
    if (!*path || parent->n_sockets == LISTENER_SOCKETS)
        return STATUS_OK;
    *door = *path == '/' ? wire_listen(path) : -1;
    if (*door < 0)
        return err_errno(err, STATUS_IO, "cannot listen at %s", path);
    parent->sockets[parent->n_sockets++] = *door;
    return STATUS_OK;
}

/* Who connects is asked for by the kernel's word. */
static enum status open_filter(struct parent *parent, struct err *err)
{
    const char *path = parent->site.config->site.filter;
    if (parent->filter >= 0)
        return STATUS_OK;
    enum status status = open_door(parent, path, &parent->filter, err);
    if (parent->filter >= 0)
        (void)!chmod(path, 0666);
    return status;
}

/* Mail comes without them, too. */
static void open_numbers(struct parent *parent)
{
    const struct config_site *site = &parent->site.config->site;
    struct err why = {0};
    if (parent->numbers >= 0)
        return;
    if (open_door(parent, site->metrics_socket, &parent->numbers, &why))
        fprintf(stderr, "heed: %s; nobody gets metrics there\n", why.text);
    if (parent->numbers >= 0)
        give_to_group(site, site->metrics_socket);
}

static enum status open_doors(struct parent *parent, struct err *err)
{
    enum status status = open_sockets(parent, err);
    status = status ? status : open_filter(parent, err);
    if (!status)
        open_numbers(parent);
    return status;
}

static void open_key(struct site *site)
{
    struct err err = {0};
    g_autofree char *folder = g_build_filename(site->config->site.state, "keys", NULL);
    g_clear_pointer(&site->key, secret_free);
    if (g_mkdir_with_parents(site->config->site.state, 0711) != 0 ||
        g_mkdir_with_parents(folder, 0700) != 0)
        fprintf(stderr, "heed: cannot make %s; verdicts go unsealed\n", folder);
    else if (secret_open(folder, SEAL_KEY, true, &site->key, &err))
        fprintf(stderr, "heed: %s; verdicts go unsealed\n", err.text);
}

/* --- the listener --------------------------------------------------------------------------------------- */

static bool keeps(const struct config_site *site)
{
    return strcmp(site->store, STORE_MAILDIR) == 0;
}

static void run_listener(struct parent *parent)
{
    const struct config_site *site = &parent->site.config->site;
    struct err err = {0};
    char host[256] = "localhost";
    struct slots *slots = slots_new(site->sessions);
    pid_t above = getppid();
    close(parent->doors[0]);
    pool_forget(parent->pool); /* whoever has an end of theirs could speak for the parent */
    g_clear_pointer(&parent->site.key, secret_free);
    if (!slots || nobody_become(site->listener, &err)) {
        fprintf(stderr, "heed: %s\n", slots ? err.text : "no memory");
        _exit(1);
    }
    prctl(PR_SET_PDEATHSIG, SIGTERM); /* behind setuid(2), which takes it back */
    if (gethostname(host, sizeof host - 1) != 0 || !*host)
        g_strlcpy(host, "localhost", sizeof host);
    const struct lmtp lmtp = {site, slots, parent->metrics, host, parent->doors[1], keeps(site),
                              parent->filter, parent->numbers};
    if (getppid() == above)
        lmtp_listener(&lmtp, parent->sockets, parent->n_sockets);
    _exit(0);
}

static void start_listener(struct parent *parent)
{
    pid_t pid = fork();
    if (pid == 0) {
        sigprocmask(SIG_SETMASK, &parent->usual, NULL);
        run_listener(parent);
    }
    parent->listener = MAX(pid, 0);
    parent->due = clock_seconds() + AGAIN_SECONDS;
}

/* --- judges --------------------------------------------------------------------------------------------- */

/* One of the pool: who has a message judged, or a user's worker. */
static void run_member(const void *name, size_t length, int control, void *data)
{
    struct parent *parent = data;
    const struct peer above = {0, control, control};
    signal(SIGCHLD, SIG_DFL);
    signal(SIGTERM, SIG_DFL);
    signal(SIGHUP, SIG_IGN);
    sigprocmask(SIG_SETMASK, &parent->usual, NULL);
    log_close();
    peer_close_others(&above, -1);
    if (length)
        site_worker(&parent->site, name, length, control);
    else
        site_judge(&parent->site, control);
}

static void reap(struct parent *parent)
{
    for (pid_t pid; (pid = waitpid(-1, NULL, WNOHANG)) > 0;)
        if (pid == parent->listener)
            parent->listener = 0;
        else if (!pool_ended(parent->pool, pid) && parent->listeners)
            parent->listeners--;
}

/* --- serving -------------------------------------------------------------------------------------------- */

static bool has_metrics(const struct parent *parent)
{
    return *parent->site.config->site.metrics || parent->numbers >= 0;
}

static void write_metrics(struct parent *parent)
{
    const char *path = parent->site.config->site.metrics;
    double now = clock_seconds();
    struct site_learned learned;
    if (!has_metrics(parent) || now < parent->metrics_due)
        return;
    if (site_learned_read(parent->site.config, &learned))
        metrics_learned(parent->metrics, &learned);
    if (*path && !metrics_write(parent->metrics, path))
        fprintf(stderr, "heed: cannot write %s\n", path);
    parent->metrics_due = now + METRICS_SECONDS;
}

/* The state may come to be there later. Who is without the key ends. */
static void open_key_again(struct parent *parent)
{
    if (parent->site.key || clock_seconds() < parent->key_due)
        return;
    open_key(&parent->site);
    parent->key_due = clock_seconds() + KEY_SECONDS;
    if (parent->site.key)
        pool_retire(parent->pool);
}

/* Until something comes, or SECONDS. Sessions wait for no one here: who has a message judged is there, or
 * comes. A parent that hangs, while they wait for judges that it would start, is started anew by systemd. */
static void wait_some(struct parent *parent, double seconds)
{
    const struct config_site *site = &parent->site.config->site;
    double time = keeps(site) ? SITE_KEEP_SECONDS : site->judge_time;
    if (has_metrics(parent))
        seconds = MIN(seconds, METRICS_SECONDS);
    seconds = service_alive(parent->site.home, seconds, &parent->alive_due);
    g_autoptr(GString) name = g_string_new(NULL);
    int fds[PASS_FDS];
    if (pool_turn(parent->pool, parent->doors[0], seconds, time, &parent->waiting, name, fds)) {
        open_key_again(parent);
        pool_want(parent->pool, "", 0, fds, time);
    }
    reap(parent);
    metrics_stand(parent->metrics, pool_size(parent->pool), pool_waiting(parent->pool),
                  pool_behind(parent->pool));
    write_metrics(parent);
}

/* Sessions that have begun end as they began; the next are by the new settings. A listener of
 * before is not counted any more: it ends by itself. */
static void reload(struct parent *parent)
{
    struct config *config = site_config(parent->site.home);
    struct err err = {0};
    told_to_reload = 0;
    if (nobody_check(config->site.listener, &err))
        fprintf(stderr, "heed: %s; the settings of before hold\n", err.text);
    if (config->unread || *err.text) {
        config_free(config);
        return;
    }
    service_tell(parent->site.home, "RELOADING=1");
    config_free(parent->site.config);
    parent->site.config = config;
    open_key(&parent->site);
    if (open_filter(parent, &err))
        fprintf(stderr, "heed: %s; Sieve gets no verdict there\n", err.text);
    open_numbers(parent);
    pool_retire(parent->pool);
    if (parent->listener) {
        kill(parent->listener, SIGTERM);
        parent->listeners++; /* reap() counts it down */
    }
    start_listener(parent);
    service_tell(parent->site.home, "READY=1");
}

/* Who connects while what has begun comes to its end is refused at once, and not left waiting. */
static void close_sockets(struct parent *parent)
{
    for (unsigned i = 0; i < parent->n_sockets; i++)
        close(parent->sockets[i]);
    parent->n_sockets = 0;
}

static void serve(struct parent *parent)
{
    start_listener(parent);
    service_tell(parent->site.home, "READY=1");
    while (!told_to_end) {
        if (told_to_reload)
            reload(parent);
        if (!parent->listener && clock_seconds() >= parent->due)
            start_listener(parent);
        wait_some(parent, parent->listener ? 3600 : AGAIN_SECONDS);
    }
    service_tell(parent->site.home, "STOPPING=1");
    close_sockets(parent);
    if (parent->listener)
        kill(parent->listener, SIGTERM);
    while (parent->listener || parent->listeners)
        wait_some(parent, 1);
    for (double last = clock_seconds() + LAST_SECONDS; pool_size(parent->pool) && clock_seconds() < last;) {
        pool_retire(parent->pool);
        wait_some(parent, 1);
    }
    parent->metrics_due = 0;
    write_metrics(parent);
}

enum status lmtp_serve(const struct home *home, struct err *err)
{
    struct parent parent = {.site = {.home = home, .config = site_config(home)}, .filter = -1, .numbers = -1};
    const struct config *config = parent.site.config;
    for (char **problem = config->problems; *problem; problem++)
        fprintf(stderr, "heed: %s\n", *problem);
    enum status status = nobody_check(config->site.listener, err);
    status = status ? status : open_doors(&parent, err);
    if (!status && !pass_pair(parent.doors))
        status = err_errno(err, STATUS_IO, "cannot make a socket");
    if (!status) {
        const struct timeval most = {1, 0}; /* that a session waits for room */
        (void)setsockopt(parent.doors[1], SOL_SOCKET, SO_SNDTIMEO, &most, sizeof most);
        ending_within(0);
        service_settle();
        open_key(&parent.site);
        judge_warm_up(config);
        if (config->syslog)
            log_open(config->log_socket);
        service_catch(hear, &parent.usual, &parent.waiting);
        parent.pool = pool_new(run_member, &parent);
        parent.metrics = metrics_new();
        serve(&parent);
        pool_free(parent.pool);
    }
    secret_free(parent.site.key);
    config_free(parent.site.config);
    return status;
}
