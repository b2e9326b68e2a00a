/* The pool: a table that is looked through, since it is short. */
#include <poll.h>
#include <string.h>
#include <unistd.h>

#include "base/frame.h"
#include "base/owned.h"
#include "pool.h"

#define MOST_ASKERS 1500   /* called "": one for each message under way */
#define MOST_NAMED 200     /* all others, the oldest idle one first to go */
#define MOST_OF_A_NAME 4   /* so that one message that takes long holds up no other of that name */
#define WAIT_FOR_ONE 0.3   /* seconds, before another one of the same name is forked */
#define STUCK_SECONDS 15   /* of all of a name, after which nobody else waits for them */
#define MOST_WANTED 2000   /* that wait */

struct member {
    pid_t pid;
    int control; /* -1: it is to end, and nobody gets it */
    bool busy, last; /* what it is at is the last that it gets */
    double since; /* clock_seconds(): that it is busy, or idle */
    uint32_t behind;
    size_t length;
    char name[];
};

struct wanted {
    int fds[2];
    double since, deadline;
    size_t length;
    char name[];
};

struct word {
    uint32_t behind, said;
};

struct pool {
    pool_run *run;
    void *data;
    GPtrArray *members;
    GQueue wanted;
};

static bool is_called(const struct member *member, const void *name, size_t length)
{
    return member->length == length && memcmp(member->name, name, length) == 0;
}

static struct member *member_at(const struct pool *pool, guint i)
{
    return pool->members->pdata[i];
}

struct pool *pool_new(pool_run *run, void *data)
{
    struct pool *pool = g_new0(struct pool, 1);
    *pool = (struct pool){run, data, g_ptr_array_new_with_free_func(g_free), G_QUEUE_INIT};
    return pool;
}

unsigned pool_size(const struct pool *pool)
{
    return pool->members->len;
}

unsigned pool_waiting(const struct pool *pool)
{
    return pool->wanted.length;
}

uint64_t pool_behind(const struct pool *pool)
{
    uint64_t behind = 0;
    for (guint i = 0; i < pool->members->len; i++)
        behind += member_at(pool, i)->behind;
    return behind;
}

/* --- members -------------------------------------------------------------------------------------------- */

static void let_go(struct member *member)
{
    if (member->control >= 0)
        close(member->control);
    member->control = -1;
}

/* Whether there is room for another one; the oldest idle one makes it. */
static bool make_room(struct pool *pool, bool named)
{
    unsigned count = 0;
    struct member *oldest = NULL;
    for (guint i = 0; i < pool->members->len; i++) {
        struct member *member = member_at(pool, i);
        if (!member->length == named)
            continue;
        count++;
        if (member->control >= 0 && !member->busy && (!oldest || member->since < oldest->since))
            oldest = member;
    }
    if (count < (named ? MOST_NAMED : MOST_ASKERS))
        return true;
    if (oldest) /* there is room when it has ended */
        let_go(oldest);
    return false;
}

static struct member *start(struct pool *pool, const void *name, size_t length)
{
    int ends[2];
    if (!make_room(pool, length > 0) || !pass_pair(ends))
        return NULL;
    pid_t pid = fork();
    if (pid == 0) {
        close(ends[0]);
        pool->run(name, length, ends[1], pool->data);
        _exit(0);
    }
    close(ends[1]);
    if (pid < 0) {
        close(ends[0]);
        return NULL;
    }
    struct member *member = g_malloc0(sizeof *member + length);
    *member = (struct member){pid, ends[0], .since = clock_seconds(), .length = length};
    memcpy(member->name, name, length);
    g_ptr_array_add(pool->members, member);
    return member;
}

/* The one that was idle for the shortest time: what it has is warm. *COUNT are there of that name. */
static struct member *find_idle(const struct pool *pool, const void *name, size_t length, unsigned *count)
{
    struct member *found = NULL;
    *count = 0;
    for (guint i = 0; i < pool->members->len; i++) {
        struct member *member = member_at(pool, i);
        if (member->control < 0 || member->last || !is_called(member, name, length))
            continue;
        ++*count;
        if (!member->busy && (!found || member->since > found->since))
            found = member;
    }
    return found;
}

/* --- who is wanted -------------------------------------------------------------------------------------- */

static bool lend(struct member *member, const struct wanted *wanted)
{
    if (!pass_send(member->control, "t", 1, wanted->fds, 2, false)) {
        let_go(member);
        return false;
    }
    member->busy = true;
    member->since = clock_seconds();
    return true;
}

/* Whether WANTED got somebody. */
static bool serve(struct pool *pool, const struct wanted *wanted)
{
    unsigned count;
    struct member *member = find_idle(pool, wanted->name, wanted->length, &count);
    bool may_fork = !wanted->length || !count ||
                    (count < MOST_OF_A_NAME && clock_seconds() - wanted->since >= WAIT_FOR_ONE);
    if (!member && may_fork)
        member = start(pool, wanted->name, wanted->length);
    return member && lend(member, wanted);
}

/* Whether all who may have that name have been busy for so long that they hardly come back: the home may lie
 * on a server that is away. Whoever waited for them would be missing for others. */
static bool is_hopeless(const struct pool *pool, const struct wanted *wanted)
{
    unsigned stuck = 0;
    double now = clock_seconds();
    for (guint i = 0; i < pool->members->len && wanted->length; i++) {
        const struct member *member = member_at(pool, i);
        stuck += member->busy && now - member->since > STUCK_SECONDS &&
                 is_called(member, wanted->name, wanted->length);
    }
    return stuck >= MOST_OF_A_NAME;
}

static void wanted_free(struct wanted *wanted)
{
    close(wanted->fds[0]);
    close(wanted->fds[1]);
    g_free(wanted);
}

void pool_want(struct pool *pool, const void *name, size_t length, const int fds[2], double seconds)
{
    double now = clock_seconds();
    struct wanted *wanted = g_malloc0(sizeof *wanted + length);
    *wanted = (struct wanted){{fds[0], fds[1]}, now, now + seconds, length};
    memcpy(wanted->name, name, length);
    if (serve(pool, wanted) || is_hopeless(pool, wanted) || pool->wanted.length >= MOST_WANTED)
        wanted_free(wanted);
    else
        g_queue_push_tail(&pool->wanted, wanted);
}

static void serve_wanted(struct pool *pool)
{
    double now = clock_seconds();
    for (GList *link = pool->wanted.head, *next; link; link = next) {
        struct wanted *wanted = link->data;
        next = link->next;
        if (now < wanted->deadline && !serve(pool, wanted) && !is_hopeless(pool, wanted))
            continue;
        wanted_free(wanted);
        g_queue_delete_link(&pool->wanted, link);
    }
}

/* --- working -------------------------------------------------------------------------------------------- */

static void watch(const struct pool *pool, GArray *pollfds)
{
    for (guint i = 0; i < pool->members->len; i++) {
        const struct pollfd pollfd = {.fd = member_at(pool, i)->control, .events = POLLIN};
        g_array_append_val(pollfds, pollfd); /* one of -1 is passed over */
    }
}

static double patience_of(const struct pool *pool)
{
    return pool->wanted.length ? WAIT_FOR_ONE : pool->members->len ? POOL_IDLE_SECONDS / 4.0 : 3600;
}

static void become_idle(struct member *member)
{
    member->busy = false;
    member->since = clock_seconds();
    if (member->last)
        let_go(member);
}

/* Whoever of a name spoke last knows how much is left for it. */
static void take_behind(struct pool *pool, struct member *member, uint32_t behind)
{
    for (guint i = 0; i < pool->members->len; i++)
        if (is_called(member_at(pool, i), member->name, member->length))
            member_at(pool, i)->behind = 0;
    member->behind = behind;
}

static void hear(struct pool *pool, struct member *member, double seconds)
{
    char bytes[POOL_BYTES];
    struct word word = {0};
    int fds[PASS_FDS];
    ssize_t length = pass_receive(member->control, bytes, sizeof bytes, fds, false);
    if (length == 0) {
        let_go(member);
    } else if (length > 0 && fds[1] >= 0 && !member->length) {
        pool_want(pool, bytes, (size_t)length, fds, seconds);
        return;
    } else if (length == sizeof word && member->length) {
        memcpy(&word, bytes, sizeof word);
        take_behind(pool, member, word.behind);
    }
    if ((length == 1 && *bytes == POOL_IDLE) || word.said == POOL_IDLE)
        become_idle(member);
    for (unsigned i = 0; i < PASS_FDS; i++)
        if (fds[i] >= 0)
            close(fds[i]);
}

static void let_old_ones_go(struct pool *pool)
{
    double now = clock_seconds();
    for (guint i = 0; i < pool->members->len; i++) {
        struct member *member = member_at(pool, i);
        if (member->control >= 0 && !member->busy && now - member->since > POOL_IDLE_SECONDS)
            let_go(member);
    }
}

/* What POLLFDS say of the members; those that are forked meanwhile stand behind them. */
static void hear_members(struct pool *pool, const GArray *pollfds, double seconds)
{
    for (guint i = 0; i + 1 < pollfds->len; i++)
        if (g_array_index(pollfds, struct pollfd, i + 1).revents)
            hear(pool, member_at(pool, i), seconds);
}

static bool hear_door(int door, GString *name, int fds[PASS_FDS])
{
    g_string_set_size(name, POOL_BYTES);
    ssize_t got = pass_receive(door, name->str, POOL_BYTES, fds, false);
    g_string_set_size(name, (gsize)MAX(got, 0));
    if (fds[1] >= 0)
        return true;
    if (fds[0] >= 0)
        close(fds[0]);
    return false;
}

bool pool_turn(struct pool *pool, int door, double patience, double seconds, const sigset_t *mask,
               GString *name, int fds[PASS_FDS])
{
    const struct pollfd waited = {.fd = door, .events = POLLIN};
    g_autoptr(GArray) pollfds = g_array_new(FALSE, FALSE, sizeof waited);
    g_array_append_val(pollfds, waited);
    watch(pool, pollfds);
    patience = MIN(patience, patience_of(pool));
    const struct timespec most = {(time_t)patience, (long)((patience - (double)(time_t)patience) * 1e9)};
    int ready = ppoll((struct pollfd *)(void *)pollfds->data, pollfds->len, &most, mask);
    if (ready > 0)
        hear_members(pool, pollfds, seconds);
    serve_wanted(pool);
    let_old_ones_go(pool);
    return ready > 0 && g_array_index(pollfds, struct pollfd, 0).revents && hear_door(door, name, fds);
}

bool pool_ended(struct pool *pool, pid_t pid)
{
    for (guint i = 0; i < pool->members->len; i++) {
        struct member *member = member_at(pool, i);
        if (member->pid != pid)
            continue;
        let_go(member);
        g_ptr_array_remove_index(pool->members, i);
        return true;
    }
    return false;
}

void pool_forget(struct pool *pool)
{
    for (guint i = 0; i < pool->members->len; i++)
        let_go(member_at(pool, i));
    for (struct wanted *wanted; (wanted = g_queue_pop_head(&pool->wanted));)
        wanted_free(wanted);
}

void pool_free(struct pool *pool)
{
    pool_forget(pool);
    g_ptr_array_free(pool->members, TRUE);
    g_free(pool);
}

bool pool_say(int control, char said, uint32_t behind, bool waits)
{
    const struct word word = {behind, (unsigned char)said};
    return pass_send(control, &word, sizeof word, NULL, 0, waits);
}

void pool_retire(struct pool *pool)
{
    for (guint i = 0; i < pool->members->len; i++) {
        struct member *member = member_at(pool, i);
        member->last = true;
        if (!member->busy)
            let_go(member);
    }
}
