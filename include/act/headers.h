/* heed's own header fields: finding those that came in, writing those that go out. */
#ifndef HEED_HEADERS_H
#define HEED_HEADERS_H

#include "flow.h"
#include "base/spool.h"

#define HEADER_VERDICT "X-Heed"
#define HEADER_WHY "X-Heed-Why"
#define HEADER_SEAL "X-Heed-Seal"

/* Where the parts of a message lie that heed's headers concern. */
struct layout {
    uint64_t start;  /* first byte behind an mbox "From " line, or 0 */
    bool crlf;       /* the first line ends in CR LF */
    bool no_room;    /* the first line is a continuation: a field before it would swallow it */
    GArray *ours;    /* struct span of every X-Heed* field, in order, none touching the next */
    struct span id;  /* the first field whose name begins with Message-ID; empty where there is none */
};

/* Reads the header section of SPOOL. Cannot fail: what is unreadable is as if it were not there. */
struct layout *layout_read(const struct spool *spool);
void layout_free(struct layout *layout);
OWNED_DEFINE(layout)

/* The fields for JUDGEMENT of the message in SPOOL, sealed where there is a key, each line ended by LF and at most 998 bytes of
 * printable ASCII. The caller frees it. */
char *headers_make(const struct sources *sources, const struct judgement *judgement, const struct spool *spool,
                   int64_t when);

/* The one field of a message that could not be judged; WHY is a word or two. */
char *headers_unjudged(const char *why);

/* True where TEXT is nothing but well-formed X-Heed fields: what a judge that may have been taken over is
 * allowed to put before a message. */
bool headers_are_ours(const char *text);

/* A verdict holds for delivery as long as mail may wait in queues (RFC 5321 4.5.4.1: four to five days) and a bit. */
#define CARRIED_DAYS 7

/* The verdict that a message carries, if it carries just one and its seal holds. VERDICT and WHY are the
 * fields' values, borrowed; WHEN is the time of judging, sealed too. */
struct carried {
    enum placement placement;
    double useful, personal, trust; /* NAN where not there */
    int64_t when;
    const char *verdict, *why;
};
bool headers_carried(const struct sources *sources, const struct judgement *judgement, struct carried *carried);

/* What the rules said then: changes of tags ("+travel", "-list"; NULL-ended), and the folder or NULL. Both are the
 * caller's. */
char **headers_tags(const struct carried *carried);
char *headers_folder(const struct carried *carried);

/* Writes the message with BLOCK (from the functions above; NULL: as it is) in its place, without the fields
 * of LAYOUT, to FD. The mbox line goes first if KEEP_MBOX, otherwise it is dropped. */
STATUS_CHECK enum status headers_write(const struct spool *spool, const struct layout *layout,
                                       const char *block, bool keep_mbox, int fd, struct err *err);

#endif
