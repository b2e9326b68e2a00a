/* Storing one message where its plan says, durably, by a process that can do nothing else: the same for one
 * person's delivery and for a site's users. */
#ifndef HEED_STORING_H
#define HEED_STORING_H

#include "act/plan.h"
#include "reader/reader.h"

struct storing {
    struct reader *reader;      /* reader_find_mail() was fine */
    const struct spool *spool;
    struct plan *plan;          /* its entry's id is "" afterwards where it is not about the message */
    const char *unjudged;       /* why, or NULL */
    const char *folder;         /* below the mail root, whatever the plan says; or NULL */
    bool dry;                   /* nothing is stored */
    const char *block;          /* heed's fields; NULL: those of PLAN, sealed with the reader's key */
    const char *sender;         /* of the envelope, for Return-Path (RFC 5321 4.4) where the message does not
                                   begin with one; NULL: whoever hands it over has seen to that */
    /* What came of it, the caller's. */
    char *maildir, *path, *id;  /* id: of the message, valid UTF-8 */
    char *made;                 /* the fields, where it is dry */
    bool several;               /* it is an mbox of several messages, stored as one */
};

/* STATUS_OK means that it is fsynced; PATH may then be NULL, where it is not known under which name. Any
 * other status means that no trace of it is in the Maildir; err->number tells what failed. Errors:
 * STATUS_IO. */
STATUS_CHECK enum status storing_run(struct storing *storing, struct err *err);

/* The fields for the message, as it is laid out. The caller frees it. */
char *storing_block(const struct storing *storing, const struct layout *layout);

/* Frees what came of it. */
void storing_clear(struct storing *storing);

#endif
