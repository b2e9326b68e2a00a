/* Descriptors over a Unix socket between processes of heed's own, with a few bytes beside them. */
#ifndef HEED_PASS_H
#define HEED_PASS_H

#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>

#include <glib.h>

#define PASS_FDS 2      /* at most */
#define PASS_BYTES 8192 /* at most */

/* Two ends of a socket that keeps what is sent at once together, closed on exec(2). False with errno set. */
bool pass_pair(int ends[2]);

/* Sends LENGTH bytes, at least one, and N descriptors, which stay the caller's. Waits for room only where
 * WAITS. False where nobody hears it. */
bool pass_send(int socket, const void *bytes, size_t length, const int *fds, unsigned n, bool waits);

/* Receives what was sent at once: its length, 0 at the end, -1 where nothing is there now and it does not
 * wait. FDS are the caller's; a descriptor that did not come is -1. */
ssize_t pass_receive(int socket, void *bytes, size_t most, int fds[PASS_FDS], bool waits);

/* Hands FD to who hears BYTES at SOCKET, and with it the other end of a new socket, on which WHAT (frame.h)
 * is said; its floating reference is taken. This end, where the answer comes, is the caller's; -1 where
 * nobody hears it. WAITS as in pass_send(). */
int pass_hand(int socket, const void *bytes, size_t length, int fd, GVariant *what, bool waits);

#endif
