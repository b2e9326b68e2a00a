/* One user's worker: judges messages for that user, and notes what became of them. */
#ifndef HEED_SITE_WORKER_H
#define HEED_SITE_WORKER_H

#include "base/config.h"
#include "front/site.h"
#include "store/secret.h"

struct site {
    const struct home *home;
    struct config *config;
    struct secret *key; /* of the site's seals, or NULL */
};

/* A user as whoever wants a worker says it: site_user, in order. */
#define SITE_USER "(ssssuu)"

/* What comes in over the first of a task's descriptors, as a variant; the second one is the message. One is
 * to be judged (sender, whether that is known, queue id, recipients, seconds), and answered: placement, why
 * it was not judged or "", the plan or "". Of one that is stored the plan is to be noted, and nothing is
 * answered. */
#define WORK_JUDGE "(sbsasd)"
#define WORK_FOUND "(ysv)"

/* Why, where what is known of the user lies elsewhere by now: another worker will do. */
#define WORK_MOVED "moved"

/* In a process of its own: becomes the user who is packed in the LENGTH bytes at NAME, and does what comes in
 * at CONTROL (site-pool.h) until it ends. It parses no mail and has no book open: judges are forked off it,
 * and so is whoever writes the book. */
void site_worker(struct site *site, const void *name, size_t length, int control);

#endif
