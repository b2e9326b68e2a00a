/* Moving mail that is there already between her folders, where the settings ask for it, so that she sees it
 * by IMAP; and taking that back. */
#ifndef HEED_MOVING_H
#define HEED_MOVING_H

#include "reader/reader.h"
#include "store/places.h"

struct moving;

/* RUN is what the record calls these moves; NULL for those of mail as it comes, which belong to the run that
 * is there. Errors: STATUS_LOCKED where a heed tag is at work, STATUS_IO. */
STATUS_CHECK enum status moving_begin(struct reader *reader, const char *run, struct moving **out,
                                      struct err *err);
/* The run has come to its end. */
STATUS_CHECK enum status moving_end(struct moving *moving, struct err *err);
void moving_free(struct moving *moving);
OWNED_DEFINE(moving)

/* One move: of the file PATH of the message ID into FOLDER of ACCOUNT (mailbox_account()), which people call
 * so. BEFORE is where heed had placed it. All strings are borrowed. */
struct move {
    const char *id, *path, *account, *folder;
    enum placement before;
};

/* Where FOLDER of ACCOUNT lies, or would: mailbox.path. The caller frees it. */
char *moving_place(const struct reader *reader, const char *account, const char *folder);

/* Does it: never over anything, and on the disk when this returns; what takes it back is on the disk before.
 * *TO is where the file is then, the caller's. Errors: STATUS_NOT_FOUND where there is no file (any more),
 * STATUS_IO. */
STATUS_CHECK enum status moving_move(struct moving *moving, const struct move *move, char **to,
                                     struct err *err);

/* Has BOOK know that the file WAS of a message, below ROOT, is TO now. */
STATUS_CHECK enum status moving_enter(struct book *book, const char *root, const struct place *was,
                                      const char *to, struct err *err);

/* Whether LINE of the record (undo.h) is of a move. */
bool moving_is_line(const char *line);

/* Adds to INTENTS (intent.h) what taking it back comes to. */
void moving_intend_back(GString *intents, const char *line);

/* Takes back what LINE tells of, unless she has dealt with the message since: then *HERS. READER's book is
 * open to write, MAILBOXES are all folders that there are. */
STATUS_CHECK enum status moving_undo(struct reader *reader, const GPtrArray *mailboxes, const char *line,
                                     bool *hers, struct err *err);

#endif
