/* A message on the wire (RFC 5321 4.5.2): coming, into a spool; and going, with heed's fields. */
#ifndef HEED_LMTP_DATA_H
#define HEED_LMTP_DATA_H

#include "base/config.h"
#include "base/spool.h"
#include "lmtp-slots.h"
#include "mail/layout.h"
#include "wire.h"

enum data_end {
    DATA_WHOLE,
    DATA_BIG,  /* above [site] size; it was read to its end and is gone */
    DATA_FULL, /* no room for it now; likewise */
    DATA_GONE, /* whoever sent it ended, or takes too long */
};

/* Reads up to CR LF . CR LF, and nothing else ends it: an LF without CR is part of a line that goes
 * on, and is written as CR LF, which it is to stores; a CR without LF stays as it is. LINE_END stands for
 * CR LF in what is written. *FD is a file without a name that nobody can write to any more, the caller's;
 * *OUT reads it. */
enum data_end data_read(struct wire *wire, const struct config_site *site, struct slots *slots,
                        struct slot *slot, const char *line_end, int *fd, struct spool **out);

/* Says the message in SPOOL by LAYOUT with BLOCK in place of the fields that are heed's (NULL:
 * none, and they go all the same), and its end. Within SECONDS for each piece. False where nobody
 * takes it. */
bool data_send(struct wire *wire, const struct spool *spool, const struct layout *layout,
               const char *block, double seconds);

#endif
