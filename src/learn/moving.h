/* Moving mail that is there already between her folders, where the settings ask for it, so that she sees it
 * by IMAP; and taking that back. */
#ifndef HEED_MOVING_H
#define HEED_MOVING_H

#include "reader/reader.h"
#include "store/places.h"

struct moving;

/* Errors: STATUS_LOCKED where a heed tag is at work, STATUS_IO. */
STATUS_CHECK enum status moving_begin(struct reader *reader, struct moving **out, struct err *err);
void moving_free(struct moving *moving);
OWNED_DEFINE(moving)

/* Moves the file PATH of the message ID into FOLDER of ACCOUNT (mailbox_account()), which people call so:
 * never over anything, and on the disk when this returns; what takes it back is on the disk before. *TO is
 * where it is then, the caller's. Errors: STATUS_NOT_FOUND where there is no file (any more), STATUS_IO. */
STATUS_CHECK enum status moving_move(struct moving *moving, const char *id, const char *path,
                                     const char *account, const char *folder, char **to,
                                     struct err *err);

/* Has BOOK know that the file WAS of a message, below ROOT, is TO now. */
STATUS_CHECK enum status moving_enter(struct book *book, const char *root, const struct place *was,
                                      const char *to, struct err *err);

/* Whether LINE of the record (undo.h) is of a move. */
bool moving_is_line(const char *line);

/* Takes back what LINE tells of, unless she has dealt with the message since: then *HERS. READER's book is
 * open to write. */
STATUS_CHECK enum status moving_undo(struct reader *reader, const char *line, bool *hers, struct err *err);

#endif
