/* Where header lines are in a message of a stranger, looked at by a child that can do nothing else.
 */
#ifndef HEED_LMTP_LINES_H
#define HEED_LMTP_LINES_H

#include "base/spool.h"
#include "mail/layout.h"

struct lines {
    struct layout *layout;
    char *id, *content; /* layout_id() in valid UTF-8, seal_content() */
};

/* False where the child ends without an answer that can be used. */
bool lines_read(const struct spool *spool, struct lines *lines);
void lines_clear(struct lines *lines);

#endif
