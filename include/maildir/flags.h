/* Flags in the names of a Maildir's files: "cur/1736.M1.host:2,FS". Source: maildir(5), and Dovecot's use
 * of it. */
#ifndef HEED_MAILDIR_FLAGS_H
#define HEED_MAILDIR_FLAGS_H

#include <stdbool.h>

#include "base/status.h"

#define MAILDIR_FLAGS "DFPRS" /* those that tags stand for: draft, flagged, passed, replied, seen */

/* Where the file PATH lies with FLAGS, of MAILDIR_FLAGS in their order, in place of those of these that it
 * has; other flags stay. NULL where it lies so already, or in neither cur nor new of a Maildir. The caller
 * frees it. */
char *maildir_flagged(const char *path, const char *flags);

/* Whether the name of the file PATH says which flags it has, if only that it has none: what lies in new has
 * none, what lies in cur says so behind ":2,". */
bool maildir_has_flags(const char *path);

/* Gives the file FROM the name TO, never in place of another. Errors: STATUS_NOT_FOUND where there is no
 * FROM, STATUS_IO. */
STATUS_CHECK enum status maildir_rename(const char *from, const char *to, struct err *err);

#endif
