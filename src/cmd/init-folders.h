/* The first part of `heed init MAILDIR`: who she is, where what is put aside goes, and writing that down. */
#ifndef HEED_INIT_FOLDERS_H
#define HEED_INIT_FOLDERS_H

#include "reader/reader.h"

/* Asks where there is a terminal, takes what is usual where there is none. Writes the settings that are not
 * set yet into the user's file, behind what stands there, makes the folders, and begins READER anew with
 * that. Errors: STATUS_USAGE where PATH is no folder of mail or the settings name another, STATUS_IO. */
STATUS_CHECK enum status init_folders(struct reader *reader, const char *path, struct err *err);

/* Whether she answers yes; Enter means YES. */
bool init_agrees(bool yes);

/* Whether somebody is there to ask. */
bool init_at_terminal(void);

#endif
