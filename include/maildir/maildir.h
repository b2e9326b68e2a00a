/* Durable delivery into a Maildir: when maildir_deliver() says it is there, it is on the disk. */
#ifndef HEED_MAILDIR_H
#define HEED_MAILDIR_H

#include "act/headers.h"
#include "base/spool.h"
#include "base/status.h"
#include "maildir/folder.h"

/* Writes the message to tmp/, fsyncs it, links it into new/ under a name that nothing has, and fsyncs new/.
 * MAILDIR is absolute; it and its cur, new and tmp are made (0700) where absent. *PATH is the file's name,
 * the caller's. On an error nothing of the message is visible in new/. Errors: STATUS_IO.
 * Source: maildir(5); naming as in Postfix and Dovecot. */
STATUS_CHECK enum status maildir_deliver(const char *maildir, const struct spool *spool,
                                         const struct layout *layout, const char *block, char **path,
                                         struct err *err);

/* Makes MAILDIR with its three folders where they are absent. */
STATUS_CHECK enum status maildir_make(const char *maildir, struct err *err);

#endif
