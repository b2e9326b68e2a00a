/* The processes that the site's parent forks: kept for a while, lent to one task after the other. Each has a
 * name; whoever wants one of that name gets one that is idle, or a new one. Knows nothing of tasks. */
#ifndef HEED_SITE_POOL_H
#define HEED_SITE_POOL_H

#include <glib.h>
#include <poll.h>
#include <stdbool.h>
#include <sys/types.h>

#include "base/pass.h"

#define POOL_IDLE_SECONDS 60 /* after which one ends that nobody wanted */
#define POOL_BYTES 4096      /* of a name, at most */

/* In the child, which never returns: what it is, and the socket where tasks come in, two descriptors and a
 * byte each. Once a task is done it says POOL_IDLE there; what else it says, beside two descriptors, is the
 * name of somebody it wants for them. At the end of the socket it ends. */
#define POOL_IDLE 'i'
typedef void pool_run(const void *name, size_t length, int control, void *data);

struct pool;

/* RUN gets DATA. */
struct pool *pool_new(pool_run *run, void *data);

/* Lends one called NAME ("": those who want others) to a task of two descriptors, which are taken over, now
 * or within SECONDS; else they are closed. */
void pool_want(struct pool *pool, const void *name, size_t length, const int fds[2], double seconds);

/* Adds what is to be waited for; then says how many seconds at most. */
void pool_watch(const struct pool *pool, GArray *pollfds);
double pool_patience(const struct pool *pool);

/* Does what the POLLFDS that pool_watch() added, from FIRST on, say is due. SECONDS as above, for what they
 * want. */
void pool_work(struct pool *pool, const GArray *pollfds, guint first, double seconds);

/* PID has ended. False where it was none of the pool's. */
bool pool_ended(struct pool *pool, pid_t pid);

/* All that are there end once they are idle, and nobody gets them any more. */
void pool_retire(struct pool *pool);

/* How many have not ended. */
unsigned pool_size(const struct pool *pool);

#endif
