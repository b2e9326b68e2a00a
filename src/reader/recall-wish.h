/* What she last said outright to whoever sends a message. */
#ifndef HEED_READER_RECALL_WISH_H
#define HEED_READER_RECALL_WISH_H

#include "store/facts.h"

/* Fills wish, since_wish and left of FACTS, whose tallies, contact, alias and latest are known, from BOOK;
 * SELF is the message's own entry, or NULL. */
void recall_wish(struct book *book, const struct entry *self, struct facts *facts);

#endif
