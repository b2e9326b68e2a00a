/* Responses of an IMAP server (RFC 9051 section 9), as trees. All of it is bounded. */
#ifndef HEED_IMAP_READ_H
#define HEED_IMAP_READ_H

#include <stdint.h>

#include "base/status.h"
#include "wire.h"

struct imap_item {
    char *text;     /* of an atom or a string, without NUL in it; NULL of a list */
    size_t length;
    bool quoted;    /* it is a string: "NIL" is a name then */
    GPtrArray *list; /* struct imap_item; NULL of all others */
};

struct imap_response {
    bool tagged;      /* the end of a command's answer */
    bool more;        /* "+": the server waits for more */
    char *status;     /* "OK", "NO", "BAD", "BYE", "PREAUTH" with the text behind it; or NULL */
    GPtrArray *items; /* struct imap_item, of all others */
};

/* Reads the next one until DEADLINE (clock_seconds()). Errors: STATUS_IO, STATUS_LIMIT. */
STATUS_CHECK enum status imap_read(struct wire *wire, double deadline, struct imap_response *out,
                                   struct err *err);
void imap_response_clear(struct imap_response *response);

/* The item AT of LIST (or NULL) where it has a text, else NULL; and where it is a list. */
const char *imap_text(const GPtrArray *list, guint at);
const GPtrArray *imap_list(const GPtrArray *list, guint at);

/* Whether the text AT of LIST is WORD, in whatever case. */
bool imap_is(const GPtrArray *list, guint at, const char *word);

/* The number AT of LIST, of MOST at most. */
bool imap_number(const GPtrArray *list, guint at, uint64_t most, uint64_t *out);

/* What stands behind NAME in LIST of names and values in turn: its place, or 0. */
guint imap_behind(const GPtrArray *list, const char *name);

#endif
