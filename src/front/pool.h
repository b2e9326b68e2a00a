/* Processes that are kept for a while, lent to one task after the other by who forks them. Each has a
 * name; whoever wants one of that name gets one that is idle, or a new one. Knows nothing of tasks. */
#ifndef HEED_POOL_H
#define HEED_POOL_H

#include <glib.h>
#include <signal.h>
#include <stdbool.h>
#include <stdint.h>
#include <sys/types.h>

#include "base/pass.h"

#define POOL_IDLE_SECONDS 60 /* after which one ends that nobody wanted */
#define POOL_BYTES 4096      /* of a name, at most */

/* In the child, which never returns: what it is, and the socket where tasks come in, two descriptors and a
 * byte each. Once a task is done it says POOL_IDLE there; what else one called "" says, beside two
 * descriptors, is the name of somebody it wants for them. At the end of the socket it ends. */
#define POOL_IDLE 'i'

/* What a member with a name says instead, which has things to do behind its tasks: SAID is POOL_IDLE, or, at
 * any time, POOL_BEHIND; BEHIND is how many are left, of all for its name. Waits for room only where WAITS.
 * False where nobody hears it. */
#define POOL_BEHIND 'b'
bool pool_say(int control, char said, uint32_t behind, bool waits);
typedef void pool_run(const void *name, size_t length, int control, void *data);

struct pool;

/* RUN gets DATA. */
struct pool *pool_new(pool_run *run, void *data);
void pool_free(struct pool *pool); /* as pool_forget(): members end by themselves */

/* Lends one called NAME ("": those who want others) to a task of two descriptors, which are taken over, now
 * or within SECONDS; else they are closed. */
void pool_want(struct pool *pool, const void *name, size_t length, const int fds[2], double seconds);

/* One turn of who has it: waits, PATIENCE seconds at most, with the signals of MASK blocked, until a member
 * or DOOR has something to say, and does what is due. What comes in at DOOR is *NAME and two descriptors,
 * the caller's: true. SECONDS as above, for what members want. */
bool pool_turn(struct pool *pool, int door, double patience, double seconds, const sigset_t *mask,
               GString *name, int fds[PASS_FDS]);

/* PID has ended. False where it was none of the pool's. */
bool pool_ended(struct pool *pool, pid_t pid);

/* All that are there end once they are idle, and nobody gets them any more. */
void pool_retire(struct pool *pool);

/* In a child that is no member: has no end any more of what the pool has open. */
void pool_forget(struct pool *pool);

/* How many have not ended; how many tasks wait; and how much is left behind them, of each name once. */
unsigned pool_size(const struct pool *pool);
unsigned pool_waiting(const struct pool *pool);
uint64_t pool_behind(const struct pool *pool);

#endif
