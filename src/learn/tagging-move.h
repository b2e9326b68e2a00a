/* What was decided of mail that is in her folders, done: it is moved. */
#ifndef HEED_TAGGING_MOVE_H
#define HEED_TAGGING_MOVE_H

#include "reader/reader.h"

struct decided_move {
    const char *id;
    const char *folder; /* that a rule names, or "" */
    enum placement placement;
};

struct tagging_move;

/* Begins a run that the record calls NAME. Opens READER's book to write. Errors: STATUS_LOCKED where a heed
 * tag is at work; those of the book. */
STATUS_CHECK enum status tagging_move_begin(struct reader *reader, const char *name, bool again,
                                            struct tagging_move **out, struct err *err);
void tagging_move_free(struct tagging_move *run);
OWNED_DEFINE(tagging_move)

/* Moves each of N messages whose decision is not what it lies by, where she has not dealt with it; *MOVED
 * more. What had been moved when an error came stays moved, and the book knows. */
STATUS_CHECK enum status tagging_move_some(struct tagging_move *run, const struct decided_move *decisions,
                                           size_t n, unsigned *moved, struct err *err);

/* It has come to its end. */
STATUS_CHECK enum status tagging_move_end(struct tagging_move *run, struct err *err);

#endif
