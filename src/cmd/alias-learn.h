/* Shared by the files of `heed alias`. */
#ifndef HEED_ALIAS_LEARN_H
#define HEED_ALIAS_LEARN_H

#include "reader/reader.h"

/* Writes down that ADDRESS was given to ORGANISATION; within a change of the book. */
STATUS_CHECK enum status alias_note(struct reader *reader, const char *address, const char *organisation,
                                    struct err *err);

/* `heed alias note --learn`: for each address that is not noted yet, who was the first to write to it.
 * With YES those are noted that nobody else writes to. */
STATUS_CHECK enum status alias_learn(struct reader *reader, bool yes, bool json, struct err *err);

#endif
