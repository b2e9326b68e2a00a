/* The bytes of one message, as they came: small ones in memory, larger ones in an unlinked file, so
 * that memory does not grow with the message. The bytes never change once read. */
#ifndef HEED_SPOOL_H
#define HEED_SPOOL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/owned.h"
#include "base/status.h"

/* Messages up to this many bytes stay in memory. */
#define SPOOL_MEMORY (1u << 20)

struct spool;

/* A half-open range of bytes [from, to) of a spool. */
struct span {
    uint64_t from, to;
};

/* Reads FD to its end. DIR is where an unlinked file is made if it is needed (the spool's own file
 * system does not matter). Errors: STATUS_IO. On success the caller owns *OUT. */
STATUS_CHECK enum status spool_read(int fd, const char *dir, struct spool **out, struct err *err);

/* The file PATH as a spool; large files are read in place. Errors: STATUS_NOT_FOUND, STATUS_IO. */
STATUS_CHECK enum status spool_open(const char *path, struct spool **out, struct err *err);

/* All of the regular file PATH as text, with an end behind its *LENGTH bytes; the caller frees it. It waits
 * for nobody. Errors: STATUS_NOT_FOUND, also where PATH is no file; STATUS_IO, also with EFBIG where it is of
 * more than MOST bytes. */
STATUS_CHECK enum status spool_text(const char *path, size_t most, char **text, size_t *length,
                                    struct err *err);

/* A regular file that is open as FD, as a spool; it is taken over, also where that fails. What it
 * holds is not to change. Errors: STATUS_IO. */
STATUS_CHECK enum status spool_adopt(int fd, struct spool **out, struct err *err);

/* A spool over LEN bytes of memory that stay the caller's and must outlive it. */
struct spool *spool_of(const void *bytes, size_t len);

void spool_free(struct spool *spool);
OWNED_DEFINE(spool)

uint64_t spool_size(const struct spool *spool);

/* The bytes when they are all in memory, otherwise NULL. Borrowed. */
const unsigned char *spool_memory(const struct spool *spool);

/* The descriptor of the unlinked file, or -1 when the bytes are in memory. Borrowed; read it with
 * pread(2) only, since its offset is shared with a forked child. */
int spool_fd(const struct spool *spool);

/* Copies up to LEN bytes from OFFSET. Returns how many there were; fewer than LEN at the end or where
 * the file could not be read. */
size_t spool_peek(const struct spool *spool, uint64_t offset, void *buffer, size_t len);

/* Whether a spool_peek() so far met an error: what was read may be less than the message. */
bool spool_failed(const struct spool *spool);

/* Writes the bytes of RANGE to FD, all of them. Errors: STATUS_IO. */
STATUS_CHECK enum status spool_write(const struct spool *spool, struct span range, int fd,
                                     struct err *err);

/* write(2) until all LEN bytes are out; false with errno set on failure. */
bool write_all(int fd, const void *bytes, size_t len);

#endif
