/* The pool of processes: who is warm is lent again, who is busy keeps nobody waiting for long, and nobody is
 * lent twice, kept for ever or left behind. A member here answers with its own pid, on which the tests rest. */
#include <errno.h>
#include <signal.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include "../../src/front/pool.h"
#include "base/frame.h"
#include "unit.h"

#define SECONDS 5 /* that one may be waited for */

/* "slow" stays at a task until it is told to go on, "" wants "other" for the task, "ends" ends. */
static void run(const void *name, size_t length, int control, void *data)
{
    char byte;
    int fds[PASS_FDS];
    const struct peer above = {0, control, control};
    (void)data;
    peer_close_others(&above, -1);
    while (pass_receive(control, &byte, 1, fds, true) > 0) {
        pid_t pid = getpid();
        if (length == 4 && memcmp(name, "ends", 4) == 0)
            _exit(0);
        if (length == 0)
            (void)!pass_send(control, "other", 5, fds, 2, true);
        else
            (void)!write(fds[0], &pid, sizeof pid);
        if (length == 4 && memcmp(name, "slow", 4) == 0)
            (void)!read(fds[1], &byte, 1);
        close(fds[0]);
        close(fds[1]);
        (void)!pass_send(control, (char[]){POOL_IDLE}, 1, NULL, 0, true);
    }
}

/* A task: where its pid comes out, and where one that is slow is told to go on. */
struct task {
    int from, go;
};

static struct task want(struct pool *pool, const char *name, double seconds)
{
    int back[2], on[2];
    g_assert_cmpint(socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, back), ==, 0);
    g_assert_cmpint(socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, on), ==, 0);
    const int fds[2] = {back[1], on[1]};
    pool_want(pool, name, strlen(name), fds, seconds);
    return (struct task){back[0], on[0]};
}

static void turn(struct pool *pool, double seconds)
{
    g_autoptr(GString) name = g_string_new(NULL);
    int fds[PASS_FDS];
    g_assert_false(pool_turn(pool, -1, seconds, SECONDS, NULL, name, fds));
    for (pid_t pid; (pid = waitpid(-1, NULL, WNOHANG)) > 0;)
        g_assert_true(pool_ended(pool, pid));
}

/* Who did it: a pid; 0 where the task was closed and nobody did; -1 where nobody has yet, SECONDS later. */
static pid_t who(struct pool *pool, const struct task *task, double seconds)
{
    pid_t pid;
    for (double end = clock_seconds() + seconds; clock_seconds() < end;) {
        ssize_t got = recv(task->from, &pid, sizeof pid, MSG_DONTWAIT);
        if (got >= 0)
            return got == sizeof pid ? pid : 0;
        turn(pool, 0.02);
    }
    return -1;
}

static void task_end(struct task *task)
{
    close(task->from);
    close(task->go);
}

/* All end, and nobody is left behind. */
static void finish(struct pool *pool)
{
    for (double end = clock_seconds() + SECONDS; pool_size(pool) && clock_seconds() < end;) {
        pool_retire(pool);
        turn(pool, 0.02);
    }
    g_assert_cmpuint(pool_size(pool), ==, 0);
    pool_free(pool);
}

static void warm_again(void)
{
    struct pool *pool = pool_new(run, NULL);
    struct task one = want(pool, "ann", SECONDS), two, three;
    pid_t ann = who(pool, &one, SECONDS);
    g_assert_cmpint(ann, >, 0);
    turn(pool, 0.2); /* it says that it is idle */
    two = want(pool, "ann", SECONDS);
    g_assert_cmpint(who(pool, &two, SECONDS), ==, ann);
    three = want(pool, "bob", SECONDS);
    g_assert_cmpint(who(pool, &three, SECONDS), !=, ann);
    g_assert_cmpuint(pool_size(pool), ==, 2);
    task_end(&one);
    task_end(&two);
    task_end(&three);
    finish(pool);
}

/* A few of a name where the others are busy, and not at once; those beyond are served when one is idle. */
static void busy(void)
{
    struct pool *pool = pool_new(run, NULL);
    struct task tasks[6];
    pid_t pids[6];
    for (int i = 0; i < 6; i++)
        tasks[i] = want(pool, "slow", 60);
    g_assert_cmpuint(pool_size(pool), ==, 1);
    for (int i = 0; i < 4; i++) {
        pids[i] = who(pool, &tasks[i], SECONDS);
        g_assert_cmpint(pids[i], >, 0);
        for (int k = 0; k < i; k++)
            g_assert_cmpint(pids[i], !=, pids[k]);
    }
    g_assert_cmpint(who(pool, &tasks[4], 1), ==, -1);
    g_assert_cmpuint(pool_size(pool), ==, 4);
    struct task other = want(pool, "fast", SECONDS); /* behind those that wait */
    g_assert_cmpint(who(pool, &other, SECONDS), >, 0);
    close(tasks[2].go);
    tasks[2].go = -1;
    g_assert_cmpint(who(pool, &tasks[4], SECONDS), ==, pids[2]);
    for (int i = 0; i < 6; i++)
        task_end(&tasks[i]);
    task_end(&other);
    finish(pool);
}

static void too_late(void)
{
    struct pool *pool = pool_new(run, NULL);
    struct task one = want(pool, "slow", SECONDS), two = want(pool, "slow", 0.1);
    g_assert_cmpint(who(pool, &one, SECONDS), >, 0);
    g_assert_cmpint(who(pool, &two, SECONDS), ==, 0);
    task_end(&one);
    task_end(&two);
    finish(pool);
}

/* One that ends instead of answering costs its own task; the next one gets another. */
static void ends(void)
{
    struct pool *pool = pool_new(run, NULL);
    for (int i = 0; i < 3; i++) {
        struct task task = want(pool, "ends", SECONDS);
        g_assert_cmpint(who(pool, &task, SECONDS), ==, 0);
        task_end(&task);
        turn(pool, 0.2);
    }
    finish(pool);
}

static void wanted_by_one(void)
{
    struct pool *pool = pool_new(run, NULL);
    struct task task = want(pool, "", SECONDS);
    g_assert_cmpint(who(pool, &task, SECONDS), >, 0);
    g_assert_cmpuint(pool_size(pool), ==, 2);
    task_end(&task);
    finish(pool);
}

/* What one is at when all are to end it ends; nobody gets it again. */
static void retired(void)
{
    struct pool *pool = pool_new(run, NULL);
    struct task one = want(pool, "slow", SECONDS), two;
    pid_t old = who(pool, &one, SECONDS);
    pool_retire(pool);
    two = want(pool, "slow", SECONDS);
    pid_t new = who(pool, &two, SECONDS);
    g_assert_cmpint(new, >, 0);
    g_assert_cmpint(new, !=, old);
    g_assert_cmpint(kill(old, 0), ==, 0);
    task_end(&one);
    for (double end = clock_seconds() + SECONDS; pool_size(pool) > 1 && clock_seconds() < end;)
        turn(pool, 0.02);
    g_assert_cmpint(kill(old, 0), ==, -1);
    g_assert_cmpint(errno, ==, ESRCH);
    task_end(&two);
    finish(pool);
}

int main(int argc, char **argv)
{
    unit_init(argc, argv);
    signal(SIGPIPE, SIG_IGN);
    g_test_add_func("/pool/warm-again", warm_again);
    g_test_add_func("/pool/busy", busy);
    g_test_add_func("/pool/too-late", too_late);
    g_test_add_func("/pool/ends", ends);
    g_test_add_func("/pool/wanted-by-one", wanted_by_one);
    g_test_add_func("/pool/retired", retired);
    return g_test_run();
}
