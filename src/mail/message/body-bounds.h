/* A copy of a message body short enough to be parsed without further bounds. */
#ifndef HEED_MAIL_ABRIDGE_H
#define HEED_MAIL_ABRIDGE_H

#include <glib.h>

#include "base/spool.h"

/* The most that is ever handed to the MIME parser. */
#define ABRIDGE_BYTES (16u << 20)

struct abridged {
    bool parts; /* there were more boundary lines, or more bytes in all, than were taken */
    bool headers; /* a part's header section was cut */
    bool bytes;   /* the range ended before the message */
};

/* Appends to OUT the bytes of SPOOL in RANGE, to the end of the line that goes beyond it, but of each
 * stretch between two lines that could be MIME boundaries only the first STRETCH bytes (of text, of which
 * most may be markup, some MiB), and no more than MARKS such lines. */
struct abridged abridge(GByteArray *out, const struct spool *spool, struct span range, size_t stretch,
                        uint32_t marks);

#endif
