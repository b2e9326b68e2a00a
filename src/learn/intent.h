/* What heed is about to move between her folders, in the book before the first file goes: where a move is all
 * that came to pass, the next look at the folders knows whose it was. */
#ifndef HEED_INTENT_H
#define HEED_INTENT_H

#include "store/book.h"

/* The message goes to FOLDER (mailbox.path), and that is heed's PLACEMENT of it. */
struct intent {
    char *folder;
    enum placement placement;
};

#define INTENTS 50 /* messages to a commit, for which others wait */

/* Adds one to TEXT, which is to begin empty. */
void intent_add(GString *text, const char *id, const char *folder, enum placement placement);

/* Puts TEXT into BOOK, in a commit of its own, behind what is left there of others (*BEFORE, the caller's),
 * and begins the change in which all of it is to come to pass. Errors: STATUS_LOCKED where another heed is at
 * work. */
STATUS_CHECK enum status intent_begin(struct book *book, const GString *text, char **before,
                                      struct err *err);

/* Commits that change. Where ALL of it was done BEFORE is left; else what was meant stays written down: what
 * failed may have come to pass. ERR may be NULL. */
STATUS_CHECK enum status intent_end(struct book *book, const char *before, bool all, struct err *err);

/* Nothing is meant any more but what BEFORE says. */
STATUS_CHECK enum status intent_done(struct book *book, const char *before, struct err *err);

/* What never came to be done: id -> struct intent. The caller's. */
GHashTable *intent_left(struct book *book);

#endif
