/* What rules that are looked over would do beside hers. */
#ifndef HEED_CHECK_MOVES_H
#define HEED_CHECK_MOVES_H

#include "reader/reader.h"

/* Her latest messages, opened (struct spool); and what RULES would do to them that READER's own leave to the
 * scores, on standard output. Between the two no file needs to be opened. */
GPtrArray *moves_sample(struct reader *reader);
void moves_tell(struct reader *reader, const struct rules *rules, GPtrArray *sample);

#endif
