/* A message going to the store on the wire (RFC 5321 4.5.2, RFC 3030), with heed's fields. */
#ifndef HEED_LMTP_DATA_H
#define HEED_LMTP_DATA_H

#include "base/spool.h"
#include "mail/layout.h"
#include "wire.h"

/* Says the message in SPOOL by LAYOUT with BLOCK in place of the fields that are heed's (NULL:
 * none, and they go all the same), and its end; as one CHUNK, BDAT goes before it. Within SECONDS for each
 * piece. False where nobody takes it. */
bool data_send(struct wire *wire, const struct spool *spool, const struct layout *layout,
               const char *block, bool chunk, double seconds);

#endif
