/* What the last run of `tag` changed, in a file of the state folder: a line of text for each message, on
 * the disk before the index is written to. */
#ifndef HEED_UNDO_H
#define HEED_UNDO_H

#include <glib.h>

#include "base/owned.h"
#include "base/status.h"

struct undo;

/* Opens the record below STATE_DIR, made where it is absent. Errors: STATUS_LOCKED where another process
 * has it open; STATUS_IO. */
STATUS_CHECK enum status undo_open(const char *state_dir, struct undo **out, struct err *err);
void undo_free(struct undo *undo);
OWNED_DEFINE(undo)

/* Adds LINES, each with its line break, to the run that is called NAME, and waits for the disk. A run of
 * that name that did not come to its end goes on; any other is forgotten. Errors: STATUS_IO. */
STATUS_CHECK enum status undo_add(struct undo *undo, const char *name, const GString *lines, struct err *err);

/* The run called NAME has come to its end. */
STATUS_CHECK enum status undo_end(struct undo *undo, const char *name, struct err *err);

/* From here on undo_add() adds to the run that is there, whatever its name and whether it has ended, where
 * its lines begin as LINE does and it has no more than MOST bytes. LINE is borrowed. */
void undo_join(struct undo *undo, const char *line, size_t most);

/* All lines of the last run, the latest first; NULL-ended, the caller's. */
STATUS_CHECK enum status undo_lines(struct undo *undo, char ***out, struct err *err);

/* Forgets it. */
STATUS_CHECK enum status undo_forget(struct undo *undo, struct err *err);

#endif
