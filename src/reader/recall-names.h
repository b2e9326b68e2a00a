/* Whose name a stranger bears. */
#ifndef HEED_READER_RECALL_NAMES_H
#define HEED_READER_RECALL_NAMES_H

#include "reader/reader.h"

/* Whose proven mail bore the display name of FACTS, in any of its forms, at least FEWEST times: an
 * organisation, or the address of a person; or NULL. *TIMES is how often. The caller frees it. */
char *recall_name_owner(struct book *book, const struct facts *facts, unsigned fewest, unsigned *times);

/* An address of somebody she knows that stands in the display name and is not the author's; or NULL. The
 * caller frees it. */
char *recall_known_address(struct reader *reader, const struct facts *facts);

/* Whether the display name is hers, and the author is not. */
bool recall_her_name(struct reader *reader, const struct facts *facts);

#endif
