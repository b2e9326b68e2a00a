/* Names of folders below a mail root. */
#ifndef HEED_FOLDER_H
#define HEED_FOLDER_H

#include <stdbool.h>

/* Whether NAME may be used as a folder below a mail root: relative, no "..", no control characters. */
bool maildir_folder_is_safe(const char *name);

/* NAME with what is in IMAP's modified UTF-7 (RFC 3501 5.1.3) in UTF-8. The caller frees it. */
char *maildir_folder_readable(const char *name);

/* The way back: what is no ASCII in modified UTF-7, and "&" as "&-"; a NAME that is in it already
 * as it is. The caller frees it. */
char *maildir_folder_encoded(const char *name);

/* Whether PATH, below the mail root, lies in a folder for copies of what she wrote (RFC 6154, \\Sent), as
 * mail programs and servers name it, also in IMAP's modified UTF-7 (RFC 3501 5.1.3). */
bool maildir_folder_is_sent(const char *path);

#endif
