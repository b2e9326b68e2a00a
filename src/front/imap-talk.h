/* Commands to an IMAP server, one after the other. Nothing that is said here changes anything there. */
#ifndef HEED_IMAP_TALK_H
#define HEED_IMAP_TALK_H

#include "imap-read.h"

struct imap_folder {
    char *name; /* as the server has it */
    uint32_t validity, next; /* UIDVALIDITY and UIDNEXT as they were listed */
};

struct imap {
    struct wire *wire;
    unsigned commands;      /* so far */
    double end;             /* clock_seconds() at which it is given up */
    bool uses;              /* it says what folders are for (RFC 6154) */
    GPtrArray *others;      /* what names of folders begin with that are somebody else's */
    GPtrArray *folders;     /* struct imap_folder: those of the last list */
    const struct imap_folder *selected; /* or NULL */
    uint64_t exists;        /* messages in the selected one */
    uint64_t validity;      /* its UIDVALIDITY */
};

/* Takes over the socket FD. */
struct imap *imap_new(int fd);
void imap_free(struct imap *imap);
OWNED_DEFINE(imap)

/* Called for every response that is no status. Another status than STATUS_OK ends it all. */
typedef enum status imap_each(const struct imap_response *response, void *data, struct err *err);

/* Says a command and reads until it is done; EACH may be NULL. Errors: STATUS_IO where it is refused or what
 * is said is no IMAP, STATUS_LIMIT, and what EACH says. */
STATUS_CHECK enum status imap_command(struct imap *imap, imap_each *each, void *data, struct err *err,
                                      const char *format, ...) G_GNUC_PRINTF(5, 6);

/* Logs in as USER by the word of MASTER (RFC 4616), and looks whether the server can what heed needs.
 * PASSWORD is wiped as soon as it has been said. */
STATUS_CHECK enum status imap_log_in(struct imap *imap, const char *user, const char *master, char *password,
                                     struct err *err);

/* Opens FOLDER, of imap->folders, to read. Errors: STATUS_IO, also where it is not the one any more that was
 * listed. */
STATUS_CHECK enum status imap_examine(struct imap *imap, const struct imap_folder *folder, struct err *err);

/* Has no folder open. */
STATUS_CHECK enum status imap_unselect(struct imap *imap, struct err *err);

/* Answers what is asked at FD (learn/mailstore.h) until nobody asks any more; where it has FAILED already,
 * with what ERR says. */
void imap_serve(struct imap *imap, int fd, enum status failed, struct err *err);

#endif
