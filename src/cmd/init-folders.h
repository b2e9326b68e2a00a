/* The first part of `heed init MAILDIR`: who she is, where what is put aside goes, and writing that down. */
#ifndef HEED_INIT_FOLDERS_H
#define HEED_INIT_FOLDERS_H

#include "init-settings.h"
#include "reader/reader.h"

/* Asks where there is a terminal, unless YES takes all that Enter would; without either it
 * proposes, and writes no more than where mail is. What is agreed to is written into the user's
 * file, behind what stands there, when the folders are made; READER begins anew with that. Errors:
 * STATUS_USAGE where PATH is no folder of mail, is somebody else's, or the settings name another,
 * STATUS_IO. */
STATUS_CHECK enum status init_folders(struct reader *reader, const char *path, bool yes,
                                      struct err *err);

/* Makes the folders that the settings name for what is put aside, in each account. Errors:
 * STATUS_IO. */
STATUS_CHECK enum status init_make_folders(const struct reader *reader, struct err *err);

/* The Maildir that is meant by PATH; the caller frees it, also on an error. Errors: STATUS_USAGE,
 * with what to say instead. */
STATUS_CHECK enum status init_maildir(const struct reader *reader, const char *path, char **maildir,
                                      struct err *err);

/* Errors: STATUS_USAGE where MAILDIR is not hers who runs heed, with what to run instead. */
STATUS_CHECK enum status init_check_owner(const char *maildir, struct err *err);

#endif
