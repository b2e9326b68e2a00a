/* The store's own LMTP server, spoken to as its client (RFC 2033). */
#ifndef HEED_LMTP_STORE_H
#define HEED_LMTP_STORE_H

#include <stdint.h>

#include "wire.h"

struct store {
    struct wire *wire; /* NULL: not connected */
    bool has_8bit, has_utf8, has_enhanced, has_chunking, has_size;
    uint64_t size; /* of a message, at most; 0: it does not say */
    double seconds; /* for a reply */
};

/* One reply of it, fit to be passed on: lines of printable text, each ended by CR LF. */
struct reply {
    int code;
    char *text;
};
void reply_clear(struct reply *reply);
void reply_set(struct reply *reply, int code, const char *text);
static inline bool reply_is_good(const struct reply *reply)
{
    return reply->code / 100 == 2;
}

/* Connects to WHERE, greets as NAME and learns what it can do, SECONDS for each reply from here on. False
 * where it is not there, or refuses: then STORE is not connected. */
bool store_open(struct store *store, const char *where, const char *name, double seconds);
void store_close(struct store *store);

#define STORE_SECONDS 60       /* for a reply */
#define STORE_DATA_SECONDS 600 /* for one behind a message: RFC 5321 4.5.3.2.6 */

/* Says LINE and waits for the reply. False, and the store is not connected any more, where there is
 * none. A reply that is neither a yes nor a no, or is none, counts as none. 421 closes, too. */
bool store_ask(struct store *store, const char *line, struct reply *reply);

/* The next reply; BYTES of which nothing was asked. */
bool store_hear(struct store *store, double seconds, struct reply *reply);

#endif
