/* Where the fields of a header section begin and end, in the raw bytes: all that the process which stores
 * a message looks at. Of what stands in them nothing is decoded. RFC 5322 2.2. */
#ifndef HEED_LAYOUT_H
#define HEED_LAYOUT_H

#include <stdbool.h>

#include <glib.h>

#include "base/owned.h"
#include "base/spool.h"

struct layout {
    uint64_t start;  /* first byte behind an mbox "From " line, or 0 */
    uint64_t body;   /* first byte behind the empty line that ends the section; the end where there is none */
    bool crlf;       /* the first line ends in CR LF */
    bool no_room;    /* the first line is a continuation: a field before it would swallow it */
    GArray *ours;    /* struct span of every X-Heed* field, in order, none touching the next */
    struct span id;  /* the first field whose name begins with Message-ID; empty where there is none */
};

/* Reads the header section of SPOOL. Cannot fail: what is unreadable is as if it were not there. */
struct layout *layout_read(const struct spool *spool);
void layout_free(struct layout *layout);
OWNED_DEFINE(layout)

/* The message-id of the section without <> and blanks, cut where its field is longer than a line may be;
 * "" where there is none, or it has no <. The caller frees it. */
char *layout_id(const struct spool *spool, const struct layout *layout);

/* Calls EACH for every field: its NAME in lower case, without the blanks before the colon, and
 * where its value lies. Names are cut at LAYOUT_NAME bytes, and "" where they hold what no name
 * may: then the value is all of the field. Of a line without a colon NAME is all that stands in it, and the
 * value is what continues it. */
#define LAYOUT_NAME 63
typedef void layout_each(const char *name, struct span value, void *data);
void layout_fields(const struct spool *spool, const struct layout *layout, layout_each *each, void *data);

/* Whether TEXT, of ASCII, stands somewhere in the first 256 KiB of the section, whatever its case. */
bool layout_has(const struct spool *spool, const struct layout *layout, const char *text);

/* Whether what begins like an mbox holds several messages: another "From " line, behind an empty one and
 * before something like a field (RFC 4155). */
bool layout_is_several(const struct spool *spool, const struct layout *layout);

/* Writes the message with BLOCK (heed's fields, each line ended by LF; NULL: as it is) in its place,
 * without the fields of LAYOUT, to FD. The mbox line goes first if KEEP_MBOX, otherwise it is dropped.
 * Errors: STATUS_IO. */
STATUS_CHECK enum status layout_write(const struct spool *spool, const struct layout *layout,
                                      const char *block, bool keep_mbox, int fd, struct err *err);

#endif
