/* Lines over a socket, either way, each with a deadline: what mail servers speak (RFC 5321 2.3.8).
 * Knows no command and no reply. */
#ifndef HEED_WIRE_H
#define HEED_WIRE_H

#include <signal.h>
#include <stdbool.h>
#include <stddef.h>

#include <glib.h>

#include "base/owned.h"

#define WIRE_BYTES 16384

struct wire {
    int fd;
    const sigset_t *mask; /* of signals, while it waits for the first byte of a line; or NULL */
    size_t at, filled;    /* of BUFFER: what has not been taken yet */
    GString *out;         /* said, and not sent yet */
    bool broken;          /* nothing can be sent any more */
    char buffer[WIRE_BYTES];
};

/* Takes over FD, a socket. */
struct wire *wire_new(int fd);
void wire_free(struct wire *wire);
OWNED_DEFINE(wire)

/* "/path", "127.0.0.1:2003" or "[::1]:2003" (of config_site): a socket that is connected there
 * within SECONDS, or that listens there; -1 with errno set. */
int wire_connect(const char *where, double seconds);
int wire_listen(const char *where);

/* Whether FD is a stream socket on this machine alone: a Unix socket, or one bound to loopback. */
bool wire_is_local(int fd);

enum wire_got {
    WIRE_LINE,
    WIRE_BARE, /* a line that ends in LF alone */
    WIRE_LONG, /* of more than MOST bytes; it was passed over */
    WIRE_END,  /* nobody is there any more */
    WIRE_LATE,
    WIRE_TOLD /* a signal came while nothing had */
};

/* The next line, without its end, in LINE. DEADLINE by clock_seconds(). */
enum wire_got wire_line(struct wire *wire, GString *line, size_t most, double deadline);

/* Has at least one byte in the buffer: WIRE_LINE, WIRE_END, WIRE_LATE or WIRE_TOLD. */
enum wire_got wire_fill(struct wire *wire, double deadline);

/* Says something, which wire_flush() sends. What nobody reads for SECONDS is given up: false. */
void wire_say(struct wire *wire, const char *format, ...) G_GNUC_PRINTF(2, 3);
void wire_put(struct wire *wire, const char *bytes, size_t length);
bool wire_flush(struct wire *wire, double seconds);

#endif
