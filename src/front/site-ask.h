/* Asking the site's judges about one message, or who somebody is, from a process that is nobody. */
#ifndef HEED_SITE_ASK_H
#define HEED_SITE_ASK_H

#include <sys/types.h>

#include "base/placement.h"
#include "base/spool.h"

/* In this order over one socket: what is asked, as a variant (sender, whether that is known, queue id,
 * recipients, whether it is to be stored in their Maildirs, too); what a seal is to cover (Message-ID,
 * seal_content()); the answer (for each recipient a placement, where it would be by MODE_HEADERS, why it was
 * not judged, a name, enum kept; for each of site_verdict() a seal or ""; seconds that judging took, where it
 * was stored, too); for each recipient whether the store has it, where it is the store's to say. */
#define SITE_ASKED "(sbsasb)"
#define SITE_SEALED "(ss)"
#define SITE_ANSWER "(a(yyssy)asd)"
#define SITE_STORED "ab"

/* What a header may say of where a message is: each placement, then what would be each. The caller frees. */
#define SITE_SEALS (2 * PLACE_COUNT)
char *site_verdict(unsigned which);

/* Or, as a variant: whether somebody gets mail for an address, and is of that uid, where it is not SITE_ANY;
 * and enum kept. */
#define SITE_WHO "(su)"
#define SITE_ANY ((uid_t)-1)
#define SITE_KNOWN "(y)"

/* What heed itself has to say of a recipient, where it is the store. */
enum kept {
    KEPT_FINE,     /* stored, and fsynced; or there is such a user */
    KEPT_NO_USER,  /* the table of users knows no such one */
    KEPT_NOT_TOLD, /* it does not tell now */
    KEPT_NOBODY,   /* it is root, as whom nothing is done */
    KEPT_NO_HOME,  /* its home is SITE_NO_HOME */
    KEPT_QUOTA,    /* the user's quota is used up */
    KEPT_NO_ROOM,  /* the disk is full */
    KEPT_FAILED,   /* anything else: rights, the disk, a process that ended */
    KEPT_COUNT
};

#define SITE_KEEP_SECONDS 540 /* within which a message is stored, or another try is asked for */

struct question {
    const char *sender;   /* or NULL */
    const char *queue_id; /* or "" */
    char **recipients;    /* NULL-ended, in valid UTF-8 as the others */
    bool keeps;           /* it is to be stored */
};

struct asked {
    int fd; /* -1: nobody is there to answer */
};

/* DOOR is the parent's socket (base/pass.h); FD the message. Nothing of this can fail: then there is no
 * answer. */
struct asked site_ask(int door, int fd, const struct question *question);

/* What is found of one recipient. */
struct found {
    enum placement placement;
    char *unjudged; /* why, or NULL */
    char *name;     /* of the user, or "" */
    char *verdict;  /* for the header; NULL: it is to have none */
    char *seal;     /* of that, or NULL */
    enum kept kept; /* where it was to be stored */
};
void found_free(struct found *found, unsigned n);

/* What is found where a message is to be at PLACEMENT, or WOULD be elsewhere (PLACE_NONE: it is there), with
 * that one of SITE_SEALS seals; or where it could not be judged, WHY (else ""). found_free() empties it. */
struct found found_of(enum placement placement, enum placement would, const char *why, const char *name,
                      const char *const *seals);

/* The fields for the header: nothing of anybody's history, since a site's mail is forwarded and redirected.
 * "" where there are to be none. The caller frees it. */
char *found_block(const struct found *found);

/* N of them, the caller's; of those for whom there is no answer within SECONDS it says so. *JUDGED: seconds
 * that judging took, where it was stored, too. */
struct found *site_answer(struct asked *asked, const char *id, const char *content, unsigned n,
                          double seconds, double *judged);

/* Says which of N were stored by others, and ends. */
void site_tell(struct asked *asked, const bool *stored, unsigned n);

/* Whether somebody gets mail for ADDRESS, and is UID, where that is not SITE_ANY. */
enum kept site_who(int door, const char *address, uid_t uid);

#endif
