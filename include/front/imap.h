/* Reading a mail store by IMAP, as a user of the site, in a process of its own. */
#ifndef HEED_IMAP_H
#define HEED_IMAP_H

#include "front/site.h"

/* Connects to [site] imap and starts the process that speaks IMAP there, as USER, by the master user. It has
 * that connection and nothing else: no file, no other socket, no key; the password only until it has logged
 * in. It reads, and changes nothing in the store. *FD, the caller's, is where it hears what is asked and
 * answers (learn/mailstore.h); it ends when nobody has that open any more. To be called before this is USER.
 * SIGPIPE is ignored from then on.
 * Errors: STATUS_CONFIG, STATUS_DENIED where others may read the password; STATUS_IO. */
STATUS_CHECK enum status imap_start(const struct config *config, const struct site_user *user, int *fd,
                                    struct err *err);

/* Whether that could be, but for logging in. Errors as above. */
STATUS_CHECK enum status imap_look(const struct config *config, struct err *err);

#endif
