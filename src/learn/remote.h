/* A mail store that is asked by IMAP, seen from who writes the book: hears frames (learn/mailstore.h) and
 * believes none of them unlooked at. */
#ifndef HEED_REMOTE_H
#define HEED_REMOTE_H

#include "learn/mailstore.h"

struct remote {
    int fd;
    GPtrArray *mailboxes; /* struct mailbox */
    GArray *states;       /* struct remote_state, of each */
    GHashTable *places;   /* path -> its number + 1 */
    GHashTable *fresh;    /* path of a message -> struct remote_fact, of those that are not known yet */
};

struct remote_state {
    uint32_t validity, next; /* UIDVALIDITY, UIDNEXT */
    uint64_t modseq;         /* HIGHESTMODSEQ */
    uint32_t messages;
};

struct remote_fact {
    struct peek peek;
    int64_t date;
};

/* Asks at FD, which stays the caller's, for all folders. Errors: STATUS_IO. */
STATUS_CHECK enum status remote_open(int fd, const struct use_names *names, struct remote **out,
                                     struct err *err);
void remote_free(struct remote *remote);

/* What mailstore.h has under the same names. */
char *remote_stamp(const struct remote *remote, const struct mailbox *mailbox);
STATUS_CHECK enum status remote_names(struct remote *remote, struct book *book,
                                      const struct mailbox *mailbox, const char *before, mail_each *each,
                                      void *data, struct err *err);
GHashTable *remote_bodies(struct remote *remote, const char *const *paths, unsigned n);

/* See MAILSTORE_ASKED. */
struct remote_question {
    unsigned char what;
    uint32_t folder, validity, next, known;
    uint64_t modseq;
    const GArray *uids; /* guint32; NULL for none */
};

/* Asks, and calls TAKE for each part of the answer but the last. *END is what that says. Errors: STATUS_IO
 * where it is none, or a failure; and what TAKE says. */
typedef enum status remote_take(guchar what, GVariant *said, void *data, struct err *err);
STATUS_CHECK enum status remote_ask(const struct remote *remote, const struct remote_question *question,
                                    remote_take *take, void *data, uint32_t *end, struct err *err);

/* For whatever does not fit together. */
enum status remote_garbled(struct err *err);

/* The number of the folder PATH, which is one of them. */
guint remote_place(const struct remote *remote, const char *path);

#endif
