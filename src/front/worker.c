/* The parent's side of the worker: starting it, waiting for it no longer than agreed, and believing only
 * what it may say. */
#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>
#include <fcntl.h>

#include "base/log.h"
#include "maildir/maildir.h"
#include "worker.h"
#include "worker-child.h"

struct worker {
    pid_t pid;
    int from, to; /* pipe ends */
    bool done;    /* it has said so and is ending by itself */
};

void order_clear(struct order *order)
{
    g_clear_pointer(&order->folder, g_free);
    g_clear_pointer(&order->block, g_free);
}

struct worker *worker_start(const struct sources *sources, const struct spool *spool, const char *folder,
                            bool stores)
{
    int up[2], down[2];
    if (pipe2(up, O_CLOEXEC) != 0)
        return NULL;
    if (pipe2(down, O_CLOEXEC) != 0) {
        close(up[0]);
        close(up[1]);
        return NULL;
    }
    pid_t pid = fork();
    if (pid == 0) {
        close(up[0]);
        close(down[1]);
        log_close();
        worker_child(sources, spool, folder, stores, down[0], up[1]); /* does not return */
    }
    close(up[1]);
    close(down[0]);
    if (pid < 0) {
        close(up[0]);
        close(down[1]);
        return NULL;
    }
    struct worker *worker = g_new0(struct worker, 1);
    *worker = (struct worker){.pid = pid, .from = up[0], .to = down[1]};
    return worker;
}

static double seconds_now(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

/* Reads until LEN bytes are there (true), the worker ends, or the DEADLINE has passed. */
static bool read_until(struct worker *worker, void *buffer, size_t len, double deadline)
{
    char *p = buffer;
    while (len > 0) {
        double left = deadline - seconds_now();
        struct pollfd pollfd = {.fd = worker->from, .events = POLLIN};
        int ready = left > 0 ? poll(&pollfd, 1, (int)(left * 1000) + 1) : 0;
        if (ready < 0 && errno == EINTR)
            continue;
        if (ready <= 0) {
            errno = ETIMEDOUT;
            return false;
        }
        ssize_t n = read(worker->from, p, len);
        if (n < 0 && errno == EINTR)
            continue;
        if (n <= 0) {
            errno = EPIPE;
            return false;
        }
        p += n;
        len -= (size_t)n;
    }
    return true;
}

/* The worker has read a stranger's bytes, so its order is checked like a stranger's. */
static bool take_order(GVariant *variant, struct order *order)
{
    gint32 placement;
    gboolean keep;
    g_variant_get(variant, ORDER_TYPE, &keep, &placement, &order->folder, &order->block);
    order->keep = keep;
    order->placement = (enum placement)placement;
    if (placement >= 0 && placement < PLACE_COUNT && maildir_folder_is_safe(order->folder) &&
        (keep || headers_are_ours(order->block)))
        return true;
    order_clear(order);
    return false;
}

const char *worker_order(struct worker *worker, double seconds, struct order *order)
{
    double deadline = seconds_now() + seconds;
    uint32_t length;
    if (!read_until(worker, &length, sizeof length, deadline))
        return errno == ETIMEDOUT ? "timeout" : "crashed";
    if (length > ORDER_BYTES)
        return "garbled";
    char *bytes = g_malloc(length);
    if (!read_until(worker, bytes, length, deadline)) {
        g_free(bytes);
        return errno == ETIMEDOUT ? "timeout" : "crashed";
    }
    g_autoptr(GVariant) raw = g_variant_ref_sink(
        g_variant_new_from_data(G_VARIANT_TYPE(ORDER_TYPE), bytes, length, FALSE, g_free, bytes));
    g_autoptr(GVariant) variant = g_variant_get_normal_form(raw);
    return take_order(variant, order) ? NULL : "garbled";
}

char worker_index(struct worker *worker, const char *path, double seconds)
{
    uint32_t length = (uint32_t)strlen(path);
    char done = 0;
    if (write_all(worker->to, &length, sizeof length) && write_all(worker->to, path, length))
        worker->done = read_until(worker, &done, 1, seconds_now() + seconds);
    return done;
}

void worker_stop(struct worker *worker)
{
    if (!worker)
        return;
    close(worker->to);
    close(worker->from);
    if (!worker->done)
        kill(worker->pid, SIGKILL);
    /* One that is done ends by itself; the MTA need not wait for that. */
    while (waitpid(worker->pid, NULL, worker->done ? WNOHANG : 0) < 0 && errno == EINTR)
        ;
    g_free(worker);
}
