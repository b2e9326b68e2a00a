/* One message from standard input. */
#ifndef HEED_PIPE_H
#define HEED_PIPE_H

#include "reader/sources.h"
#include "base/status.h"

/* RECIPIENTS are those of the envelope, where the mail server says them (NULL-ended), or NULL.
 *
 * Delivers it into FOLDER below the mail root (NULL: where the verdict sends it). STATUS_OK means that it is
 * fsynced. Any other status means that no trace of it is in the Maildir. */
STATUS_CHECK enum status pipe_deliver(const char *folder, char **recipients, struct err *err);

/* The Maildir that FOLDER ("" for the usual one) means: below heed's own setting, or notmuch's mail root; where the
 * root is no Maildir itself but has an INBOX that is one, that. Where it cannot be told now, it is not guessed: mail
 * would lie where nobody looks. Errors: STATUS_IO. */
STATUS_CHECK enum status pipe_maildir(const struct sources *sources, const char *folder, char **maildir,
                                      struct err *err);

/* Writes it to standard output with the verdict in its header, otherwise byte for byte. */
STATUS_CHECK enum status pipe_filter(char **recipients, struct err *err);

#endif
