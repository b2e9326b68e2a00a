/* Frames, and forking whoever says them. Knows nothing of what is said. */
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <string.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "base/counters.h"
#include "base/ending.h"
#include "base/frame.h"
#include "base/log.h"
#include "base/spool.h"

#define ALIGNED 8 /* bytes, for any GVariant */

double clock_seconds(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

static void close_pair(const int pair[2])
{
    close(pair[0]);
    close(pair[1]);
}

/* Whoever reads the parent's output waits for its end, and nobody is to read the child's. */
static void detach_standard(void)
{
    int null = open("/dev/null", O_RDWR | O_CLOEXEC);
    dup2(null, STDIN_FILENO);
    dup2(null, STDOUT_FILENO);
    if (null > STDERR_FILENO)
        close(null);
}

enum status peer_fork(struct peer *child, peer_run *run, void *data, struct err *err)
{
    int up[2], down[2];
    signal(SIGPIPE, SIG_IGN); /* a child that has ended is told nothing, and its parent lives */
    if (pipe2(up, O_CLOEXEC) != 0)
        return err_errno(err, STATUS_IO, "cannot make a pipe");
    if (pipe2(down, O_CLOEXEC) != 0) {
        close_pair(up);
        return err_errno(err, STATUS_IO, "cannot make a pipe");
    }
    pid_t pid = fork();
    if (pid == 0) {
        struct peer parent = {0, down[0], up[1]};
        close(up[0]);
        close(down[1]);
        ending_renew(); /* it may outlive who would give it up */
        log_close();
        counters_close(); /* a child that is taken over by what it reads is not to count, either */
        detach_standard();
        _exit(run(&parent, data));
    }
    close(up[1]);
    close(down[0]);
    *child = (struct peer){pid, up[0], down[1]};
    if (pid > 0)
        return STATUS_OK;
    enum status status = err_errno(err, STATUS_IO, "cannot start a process");
    close(up[0]);
    close(down[1]);
    return status;
}

static void close_range_of(unsigned from, unsigned to)
{
    if (from > to || syscall(SYS_close_range, from, to, 0) == 0)
        return;
    for (unsigned fd = from; fd <= MIN(to, 1023); fd++) /* before Linux 5.9 */
        close((int)fd);
}

void peer_close_all_but(const struct peer *parent, int kept, int other)
{
    const unsigned all[] = {(unsigned)parent->from, (unsigned)parent->to, (unsigned)kept, /* -1: last */
                            (unsigned)other};
    for (unsigned from = STDERR_FILENO + 1, next = 0; next != ~0U; from = next + 1) {
        next = ~0U;
        for (size_t i = 0; i < G_N_ELEMENTS(all); i++)
            if (all[i] >= from)
                next = MIN(next, all[i]);
        close_range_of(from, next - 1);
    }
}

void peer_close_others(const struct peer *parent, int kept)
{
    peer_close_all_but(parent, kept, -1);
}

int peer_end(struct peer *child, bool kills)
{
    int code;
    pid_t ended;
    close(child->to);
    close(child->from);
    if (kills)
        kill(child->pid, SIGKILL);
    while ((ended = waitpid(child->pid, &code, 0)) < 0 && errno == EINTR)
        ;
    return ended > 0 && WIFEXITED(code) ? WEXITSTATUS(code) : -1;
}

bool frame_say(int fd, GVariant *what)
{
    g_autoptr(GVariant) held = g_variant_ref_sink(what);
    uint32_t length = (uint32_t)g_variant_get_size(held);
    if (g_variant_get_size(held) > FRAME_BYTES)
        return false;
    /* In one write; what is stored has to be aligned, so the length stands right before it. */
    g_autofree char *bytes = g_malloc(ALIGNED + length);
    memcpy(bytes + ALIGNED - sizeof length, &length, sizeof length);
    g_variant_store(held, bytes + ALIGNED);
    return write_all(fd, bytes + ALIGNED - sizeof length, sizeof length + length);
}

/* Reads until LENGTH bytes are there. */
static enum heard read_until(int fd, void *buffer, size_t length, double deadline)
{
    for (char *at = buffer; length > 0;) {
        double left = deadline == G_MAXDOUBLE ? 3600 : deadline - clock_seconds();
        struct pollfd pollfd = {.fd = fd, .events = POLLIN};
        int wait = left > 0 ? (int)(MIN(left, 3600) * 1000) + 1 : 0; /* what is there is taken, late or not */
        int ready = poll(&pollfd, 1, wait);
        if ((ready < 0 && errno == EINTR) || (ready == 0 && deadline == G_MAXDOUBLE))
            continue;
        if (ready <= 0)
            return HEARD_LATE;
        ssize_t got = read(fd, at, length);
        if (got < 0 && errno == EINTR)
            continue;
        if (got <= 0)
            return HEARD_END;
        at += got;
        length -= (size_t)got;
    }
    return HEARD;
}

enum heard frame_hear(int fd, const char *type, double deadline, GVariant **what)
{
    uint32_t length;
    enum heard heard = read_until(fd, &length, sizeof length, deadline);
    if (heard != HEARD)
        return heard;
    if (length > FRAME_BYTES)
        return HEARD_GARBLED;
    char *bytes = g_malloc(length);
    heard = read_until(fd, bytes, length, deadline);
    if (heard != HEARD) {
        g_free(bytes);
        return heard;
    }
    g_autoptr(GVariant) raw = g_variant_ref_sink(
        g_variant_new_from_data(G_VARIANT_TYPE(type), bytes, length, FALSE, g_free, bytes));
    *what = g_variant_get_normal_form(raw);
    return HEARD;
}
