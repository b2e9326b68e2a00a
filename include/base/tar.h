/* A few plain files, one after the other in one stream: POSIX ustar (IEEE Std 1003.1, pax, "ustar
 * Interchange Format"), which tar -tf lists. Of folders, links, long names and large files it knows
 * nothing: what it reads and does not write itself is refused. */
#ifndef HEED_TAR_H
#define HEED_TAR_H

#include <stdint.h>

#include "base/status.h"

#define TAR_NAME 100 /* bytes of a name, with its end */

struct tar_file {
    char name[TAR_NAME]; /* "" behind the last */
    uint64_t size;       /* bytes */
};

/* Writes to FD one file that is SIZE bytes: those at BYTES, or with BYTES NULL those of FROM, from its
 * beginning. NAME is shorter than TAR_NAME. Mode 0600, no owner. Errors: STATUS_IO, also where FROM is
 * shorter. */
STATUS_CHECK enum status tar_put(int fd, const char *name, uint64_t size, const void *bytes, int from,
                                 struct err *err);

/* Writes the end. Errors: STATUS_IO. */
STATUS_CHECK enum status tar_end(int fd, struct err *err);

/* Reads from FD what the next file is; what stands before it was taken. Errors: STATUS_IO, also at an end
 * that is none; STATUS_CORRUPT where this is no such stream, or more than a plain file. */
STATUS_CHECK enum status tar_next(int fd, struct tar_file *file, struct err *err);

/* Takes FILE, which was just read of: into TO, or with TO -1 into the FILE->size bytes at BYTES. Errors:
 * STATUS_IO. */
STATUS_CHECK enum status tar_take(int fd, const struct tar_file *file, void *bytes, int to, struct err *err);

#endif
