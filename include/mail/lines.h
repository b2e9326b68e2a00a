/* Reads a spool line by line in bounded memory. A line longer than the buffer comes in pieces. */
#ifndef HEED_MAIL_LINES_H
#define HEED_MAIL_LINES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/spool.h"

#define LINES_BUFFER (64u << 10)

struct lines {
    const struct spool *spool;
    char *buffer;       /* NULL when the spool is in memory */
    const char *at;     /* unread bytes */
    size_t left;        /* how many */
    uint64_t offset;    /* of AT in the spool */
    uint64_t unfetched; /* offset of the first byte not yet fetched */
    bool midline;       /* the last piece did not end its line */
};

struct piece {
    const char *bytes; /* borrowed until the next call; with its line end */
    size_t len;
    uint64_t offset;
    bool starts; /* first piece of a line */
    bool ends;   /* last piece of a line */
};

void lines_open(struct lines *lines, const struct spool *spool, uint64_t from);
bool lines_next(struct lines *lines, struct piece *piece);
void lines_close(struct lines *lines);

/* Length of the piece without CR and LF. */
size_t piece_text(const struct piece *piece);

#endif
