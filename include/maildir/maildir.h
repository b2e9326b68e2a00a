/* Durable delivery into a Maildir: when maildir_deliver() says it is there, it is on the disk. */
#ifndef HEED_MAILDIR_H
#define HEED_MAILDIR_H

#include <stdbool.h>

#include "mail/layout.h"
#include "base/spool.h"
#include "base/status.h"

/* Writes the message to tmp/, fsyncs it, links it under a name that nothing has, into new/ or with FLAGS
 * (of MAILDIR_FLAGS, flags.h) into cur/, and fsyncs that folder. MAILDIR is absolute; it and its cur, new
 * and tmp are made (0700) where absent. *PATH is the file's name, the caller's. On an error nothing of the
 * message is visible. Errors: STATUS_IO. Source: maildir(5); naming as in Postfix and Dovecot. */
STATUS_CHECK enum status maildir_deliver(const char *maildir, const struct spool *spool,
                                         const struct layout *layout, const char *block, const char *flags,
                                         char **path, struct err *err);

/* Stores the file PATH in MAILDIR, byte for byte and as durably, and removes it where it was. *PATH is
 * freed and replaced by where it is now; on an error it stays where it was. Errors: STATUS_IO. */
STATUS_CHECK enum status maildir_move(const char *maildir, char **path, struct err *err);

/* Has what was made, renamed or removed in the folder PATH on the disk. Errors: STATUS_IO. */
STATUS_CHECK enum status maildir_sync(const char *path, struct err *err);

/* The same of MAILDIR and each folder above it up to ABOVE, both too. Errors: STATUS_IO. */
STATUS_CHECK enum status maildir_sync_down(const char *above, const char *maildir, struct err *err);

/* Whether nothing lies in MAILDIR's new and cur: it may not be there, or have been made just now. */
bool maildir_is_empty(const char *maildir);

/* Makes MAILDIR with its three folders where they are absent. */
STATUS_CHECK enum status maildir_make(const char *maildir, struct err *err);

#endif
