/* What a site's sessions come to, counted in memory that they share and written for who watches: Prometheus's
 * text format, version 0.0.4. Counting never fails and never waits. Nothing of it tells about a user. */
#ifndef HEED_METRICS_H
#define HEED_METRICS_H

#include <stdbool.h>

#include <stdint.h>

#include "base/placement.h"
#include "front/site-learned.h"

struct metrics;

/* To be made before sessions are forked, which count in it, whoever they are. NULL where there is no memory;
 * then nothing is counted. */
struct metrics *metrics_new(void);

/* A recipient's reply; and one who got a message: where to, or WHY it was not judged. */
void metrics_reply(struct metrics *metrics, int code);
void metrics_placed(struct metrics *metrics, enum placement placement, const char *why);

enum metric { METRIC_JUDGE, METRIC_STORE, METRICS };

/* A message took so long. */
void metrics_took(struct metrics *metrics, enum metric what, double seconds);

/* How many processes the parent has just now, how many tasks wait, and how many messages are not in books. */
void metrics_stand(struct metrics *metrics, unsigned processes, unsigned wanted, uint64_t behind);

/* What the last pass of learning came to. */
void metrics_learned(struct metrics *metrics, const struct site_learned *learned);

/* Writes all into the file PATH, which is never seen half. False with errno set. */
bool metrics_write(const struct metrics *metrics, const char *path);

/* Says all over FD, a socket, which is taken over, as the answer to an HTTP request, whatever that asks for;
 * within a few seconds. Looks at no more of what comes than where its header ends. */
void metrics_answer(const struct metrics *metrics, int fd);

#endif
