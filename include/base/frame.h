/* Messages between processes of heed's own, over pipes: a native 32-bit length, then so many bytes of a
 * GVariant. What comes from a process that reads mail is checked like a stranger's: its length here, its
 * form by GVariant, what it means by whoever hears it. */
#ifndef HEED_FRAME_H
#define HEED_FRAME_H

#include <stdbool.h>
#include <sys/types.h>

#include <glib.h>

#include "base/status.h"

#define FRAME_BYTES (8u << 20) /* at most */

/* Two ends of pipes, and who is at the other ones. */
struct peer {
    pid_t pid; /* the child; 0 in the child itself */
    int from, to;
};

/* Forks a child that calls RUN with a peer for its parent, and never returns from it: its exit code is
 * what RUN gives. Its standard input and output lead nowhere. Errors: STATUS_IO. */
typedef int peer_run(struct peer *parent, void *data);
STATUS_CHECK enum status peer_fork(struct peer *child, peer_run *run, void *data, struct err *err);

/* In a child: closes all but what is standard, the ends of PARENT's pipes and KEPT (or -1), whoever opened
 * it, with whatever rights. */
void peer_close_others(const struct peer *parent, int kept);

/* The same with two that are kept. */
void peer_close_all_but(const struct peer *parent, int kept, int other);

/* Tells the child that nothing more comes, kills it if KILLS, and waits until it has ended. Its exit code,
 * or -1. */
int peer_end(struct peer *child, bool kills);

/* Seconds on a clock that only goes forward. */
double clock_seconds(void);

/* Says WHAT, whose floating reference is taken. False where nobody hears it. */
bool frame_say(int fd, GVariant *what);

enum heard { HEARD, HEARD_END, HEARD_LATE, HEARD_GARBLED };

/* Waits for one of TYPE until DEADLINE (clock_seconds(); G_MAXDOUBLE: for ever). *WHAT is the caller's. */
enum heard frame_hear(int fd, const char *type, double deadline, GVariant **what);

#endif
