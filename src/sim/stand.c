/* Runs plays in processes of their own, each with its own book; they tell what came of them in memory that
 * is shared. What the figures come to is stand-figures.c's. */
#include <malloc.h>
#include <signal.h>
#include <stdatomic.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include "stand.h"

#define MOST_WORKERS 64
#define LOOKS_EVERY 100000 /* microseconds */
#define DAYS_A_PERIOD 30
#define KEPT_MEMORY (64 << 20) /* a play gives back and takes some KiB ten thousand times */

struct shared {
    atomic_uint next, done;
    atomic_int status;
    struct err err; /* of whoever failed first */
    struct play plays[];
};

static unsigned count_plays(const struct stand *stand)
{
    return stand->n_runs * stand->n_consumers;
}

static enum status play_one(const struct stand *stand, unsigned n, struct play *out, struct err *err)
{
    unsigned run = n / stand->n_consumers, consumer = n % stand->n_consumers;
    struct play_setup setup = stand->setup;
    setup.consumer = &stand->consumers[consumer];
    /* The same world in every language; consumers live in worlds of their own. */
    setup.world.seed = (stand->seed + run / stand->n_languages) * 2654435761u ^ consumer * 40503u;
    setup.world.language = stand->languages[run % stand->n_languages];
    setup.world.likes_least = (int)setup.consumer->likes[0];
    setup.world.likes_most = (int)setup.consumer->likes[1];
    return play(&setup, out, err);
}

static void work(const struct stand *stand, struct shared *shared)
{
    struct err err = {0};
    mallopt(M_TRIM_THRESHOLD, KEPT_MEMORY);
    mallopt(M_TOP_PAD, KEPT_MEMORY / 16);
    for (unsigned n; !shared->status && (n = shared->next++) < count_plays(stand); shared->done++) {
        enum status status = play_one(stand, n, &shared->plays[n], &err);
        int none = STATUS_OK;
        if (status && atomic_compare_exchange_strong(&shared->status, &none, (int)status))
            shared->err = err;
    }
}

static unsigned start(const struct stand *stand, struct shared *shared, pid_t workers[MOST_WORKERS])
{
    long processors = sysconf(_SC_NPROCESSORS_ONLN);
    unsigned n = MIN(MIN((unsigned)MAX(processors, 1), MOST_WORKERS), count_plays(stand)), count = 0;
    while (count < n) {
        pid_t pid = fork();
        if (pid == 0) {
            prctl(PR_SET_PDEATHSIG, SIGKILL);
            work(stand, shared);
            _exit(0);
        }
        if (pid < 0)
            break;
        workers[count++] = pid;
    }
    return count;
}

static void await(const struct stand *stand, struct shared *shared, const pid_t *workers, unsigned n,
                  stand_progress *progress, void *data)
{
    for (unsigned i = 0; i < n;) {
        int ended;
        pid_t pid = waitpid(workers[i], &ended, progress ? WNOHANG : 0);
        if (progress)
            progress(shared->done, count_plays(stand), data);
        if (pid == 0) {
            usleep(LOOKS_EVERY);
            continue;
        }
        if (pid < 0 || !WIFEXITED(ended))
            shared->status = STATUS_INTERNAL;
        i++;
    }
}

static void set_up(struct stand *stand, struct world_options world)
{
    unsigned days = stand->days;
    stand->n_runs = stand->seeds * stand->n_languages;
    stand->setup = (struct play_setup){
        .world = world, .strategies = stand->strategies, .n_strategies = stand->n_strategies};
    stand->setup.settle = MIN(stand->settle, days - 1);
    stand->setup.period_days = MAX(DAYS_A_PERIOD, (days + PLAY_PERIODS - 1) / PLAY_PERIODS);
    stand->setup.n_periods = MAX(1, (days + stand->setup.period_days / 2) / stand->setup.period_days);
}

enum status stand_run(struct stand *stand, stand_progress *progress, void *data, struct err *err)
{
    pid_t workers[MOST_WORKERS];
    struct world_options world = {.days = stand->days, .now = stand->now};
    for (unsigned i = 0; i < stand->n_languages; i++) {
        world.language = stand->languages[i];
        enum status status = world_check(&world, err);
        if (status)
            return status;
    }
    set_up(stand, world);
    size_t size = sizeof(struct shared) + count_plays(stand) * sizeof(struct play);
    struct shared *shared = mmap(NULL, size, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    if (shared == MAP_FAILED)
        return err_errno(err, STATUS_IO, "no memory for %u plays", count_plays(stand));
    unsigned n = start(stand, shared, workers);
    if (!n)
        work(stand, shared);
    await(stand, shared, workers, n, progress, data);
    enum status status = (enum status)shared->status;
    if (status)
        err_set(err, status, "%s", *shared->err.text ? shared->err.text : "a process of the play crashed");
    stand->plays = g_memdup2(shared->plays, count_plays(stand) * sizeof(struct play));
    munmap(shared, size);
    return status;
}

void stand_clear(struct stand *stand)
{
    g_clear_pointer(&stand->plays, g_free);
}
