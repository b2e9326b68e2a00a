/* The book seen from outside: whether it is whole, and what it says of itself. Unlike book_open() this
 * makes, upgrades and moves nothing. */
#ifndef HEED_BOOK_STATE_H
#define HEED_BOOK_STATE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/placement.h"
#include "base/status.h"

/* Where the book keeps when a run ended well: book_number(), seconds since the epoch. */
#define RUN_SYNC "synced"
#define RUN_INIT "built"

#define WAIT_HOPELESS 4 /* tries to index a file that never ended: it is tried no more */

struct book_state {
    int version;               /* of its schema; book_schema() is this heed's */
    int64_t bytes;             /* with its log */
    int64_t messages;          /* that it knows */
    int64_t waiting;           /* delivered files that wait for the index */
    int64_t hopeless;          /* of these, those that it cannot take */
    char first_hopeless[1024]; /* one of them, or "" */
    int64_t unlisted; /* letters of hers from the address that most of those have which notmuch does
                         not list */
    char identity[256];        /* that address, or "" */
    int64_t synced, built;     /* when; 0: never, or before this was noted */
    int64_t revision;          /* of the index, up to which it was followed */
    char uuid[64];             /* of that index, or "" */
};

/* Reads the book PATH; with THOROUGH all of it, looking for damage. Errors: STATUS_NOT_FOUND, STATUS_CORRUPT,
 * STATUS_LOCKED, STATUS_IO. */
STATUS_CHECK enum status book_inspect(const char *path, bool thorough, struct book_state *out,
                                      struct err *err);

/* Whether what was noted in the book PATH was noted by a clock that was wrong. It is half a day ahead of NOW,
 * by its last sync or init or a message that has come since: the clock was ahead then, or it is behind now;
 * *UNTIL becomes from when on it cannot be behind. Or (*UNTIL 0) that time has come. BOOK_CLOCK is where that
 * is kept. */
bool book_clock_was_wrong(const char *path, int64_t now, int64_t *until);

/* Where the book PATH, which is of this heed's schema, has each of the N messages IDS: OUT[i], left alone
 * where it does not know IDS[i]. Errors as above. */
STATUS_CHECK enum status book_look_up(const char *path, const char *const *ids, unsigned n,
                                      enum placement *out, struct err *err);

/* Copies the book PATH as it is at this moment, whoever writes to it, into the empty file TO, which needs no
 * other file beside it then. Errors as above. */
STATUS_CHECK enum status book_save(const char *path, const char *to, struct err *err);

/* Whether the book PATH, which may be a stranger's, can be opened without harm: whole, of this heed's schema
 * or an older one, with tables and indices only. Errors: STATUS_CONFIG where it is of a newer heed, and as
 * above. */
STATUS_CHECK enum status book_vet(const char *path, struct err *err);

int book_schema(void);

#endif
