/* Bounded reading and writing of one message's bytes. Knows nothing of mail. */
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/ending.h"
#include "base/spool.h"

struct spool {
    const unsigned char *memory; /* NULL when in a file */
    unsigned char *owned;        /* what to free, or NULL */
    int fd;                      /* -1 when in memory */
    uint64_t size;
    bool failed; /* some of it could not be read */
};

bool write_all(int fd, const void *bytes, size_t len)
{
    const char *p = bytes;
    while (len > 0) {
        ssize_t n = write(fd, p, len);
        if (n < 0 && errno == EINTR)
            continue;
        if (n <= 0) {
            if (n == 0)
                errno = EIO;
            return false;
        }
        p += n;
        len -= (size_t)n;
        ending_renew();
    }
    return true;
}

static ssize_t read_some(int fd, void *buffer, size_t len)
{
    ssize_t n;
    do
        n = read(fd, buffer, len);
    while (n < 0 && errno == EINTR);
    ending_renew();
    return n;
}

/* An unlinked file in DIR; file systems without O_TMPFILE get a name for a moment. */
static int unlinked_file(const char *dir)
{
    int fd = open(dir, O_TMPFILE | O_RDWR | O_CLOEXEC, 0600);
    if (fd >= 0)
        return fd;
    g_autofree char *path = g_build_filename(dir, "heed-XXXXXX", NULL);
    fd = mkostemp(path, O_CLOEXEC);
    if (fd >= 0)
        unlink(path);
    return fd;
}

/* The bytes never change again: a child that is taken over by what it reads is not to write them. Where
 * /proc is not there it stays as it is. */
static void close_to_writing(struct spool *spool)
{
    g_autofree char *path = g_strdup_printf("/proc/self/fd/%d", spool->fd);
    int fd = open(path, O_RDONLY | O_CLOEXEC);
    if (fd < 0)
        return;
    close(spool->fd);
    spool->fd = fd;
}

static enum status spill(struct spool *spool, int in, const char *dir, struct err *err)
{
    spool->fd = unlinked_file(dir);
    if (spool->fd < 0)
        return err_errno(err, STATUS_IO, "cannot make a temporary file in %s", dir);
    size_t fill = (size_t)spool->size;
    for (;;) {
        if (!write_all(spool->fd, spool->owned, fill))
            return err_errno(err, STATUS_IO, "cannot write a temporary file in %s", dir);
        ssize_t n = read_some(in, spool->owned, SPOOL_MEMORY);
        if (n < 0)
            return err_errno(err, STATUS_IO, "cannot read the message");
        if (n == 0)
            break;
        fill = (size_t)n;
        spool->size += fill;
    }
    g_clear_pointer(&spool->owned, g_free);
    spool->memory = NULL;
    close_to_writing(spool);
    return STATUS_OK;
}

enum status spool_read(int fd, const char *dir, struct spool **out, struct err *err)
{
    struct spool *spool = g_new0(struct spool, 1);
    spool->fd = -1;
    spool->memory = spool->owned = g_malloc(SPOOL_MEMORY);
    while (spool->size < SPOOL_MEMORY) {
        ssize_t n = read_some(fd, spool->owned + spool->size, SPOOL_MEMORY - (size_t)spool->size);
        if (n < 0) {
            enum status status = err_errno(err, STATUS_IO, "cannot read the message");
            spool_free(spool);
            return status;
        }
        if (n == 0) {
            *out = spool;
            return STATUS_OK;
        }
        spool->size += (uint64_t)n;
    }
    enum status status = spill(spool, fd, dir, err);
    if (status)
        spool_free(spool);
    else
        *out = spool;
    return status;
}

enum status spool_adopt(int fd, struct spool **out, struct err *err)
{
    struct stat st;
    if (fstat(fd, &st) != 0 || !S_ISREG(st.st_mode)) {
        close(fd);
        errno = EINVAL;
        return err_errno(err, STATUS_IO, "cannot read the message");
    }
    owned(spool) spool = g_new0(struct spool, 1);
    *spool = (struct spool){.fd = fd, .size = (uint64_t)st.st_size};
    if (st.st_size <= SPOOL_MEMORY) {
        spool->owned = g_malloc((gsize)st.st_size + 1);
        spool->size = spool_peek(spool, 0, spool->owned, (size_t)st.st_size);
        spool->memory = spool->owned;
        if (spool->failed)
            return err_errno(err, STATUS_IO, "cannot read the message");
        close(fd);
        spool->fd = -1;
    }
    *out = g_steal_pointer(&spool);
    return STATUS_OK;
}

enum status spool_open(const char *path, struct spool **out, struct err *err)
{
    int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK); /* nobody may ever write to a FIFO */
    struct stat st;
    if (fd < 0 || fstat(fd, &st) != 0 || !S_ISREG(st.st_mode)) {
        enum status status = errno == ENOENT ? STATUS_NOT_FOUND : STATUS_IO;
        if (fd >= 0) {
            errno = S_ISDIR(st.st_mode) ? EISDIR : EINVAL;
            status = STATUS_NOT_FOUND;
        }
        err_errno(err, status, "cannot read %s", path);
        if (fd >= 0)
            close(fd);
        return status;
    }
    enum status status = spool_adopt(fd, out, NULL);
    return status ? err_errno(err, status, "cannot read %s", path) : STATUS_OK;
}

enum status spool_text(const char *path, size_t most, char **text, size_t *length, struct err *err)
{
    owned(spool) spool = NULL;
    enum status status = spool_open(path, &spool, err);
    if (status)
        return status;
    size_t size = (size_t)MIN(spool_size(spool), (uint64_t)most + 1);
    errno = EFBIG;
    if (size > most)
        return err_errno(err, STATUS_IO, "cannot read %s", path);
    *text = g_malloc0(size + 1);
    *length = spool_peek(spool, 0, *text, size);
    if (!spool_failed(spool))
        return STATUS_OK;
    g_clear_pointer(text, g_free);
    return err_errno(err, STATUS_IO, "cannot read %s", path);
}

struct spool *spool_of(const void *bytes, size_t len)
{
    struct spool *spool = g_new0(struct spool, 1);
    spool->fd = -1;
    spool->memory = len ? bytes : (const unsigned char *)"";
    spool->size = len;
    return spool;
}

void spool_free(struct spool *spool)
{
    if (!spool)
        return;
    if (spool->fd >= 0)
        close(spool->fd);
    g_free(spool->owned);
    g_free(spool);
}

uint64_t spool_size(const struct spool *spool)
{
    return spool->size;
}

const unsigned char *spool_memory(const struct spool *spool)
{
    return spool->memory;
}

int spool_fd(const struct spool *spool)
{
    return spool->fd;
}

bool spool_failed(const struct spool *spool)
{
    return spool->failed;
}

size_t spool_peek(const struct spool *spool, uint64_t offset, void *buffer, size_t len)
{
    if (offset >= spool->size)
        return 0;
    len = MIN(len, spool->size - offset);
    if (spool->memory) {
        memcpy(buffer, spool->memory + offset, len);
        return len;
    }
    size_t got = 0;
    while (got < len) {
        ssize_t n = pread(spool->fd, (char *)buffer + got, len - got, (off_t)(offset + got));
        if (n < 0 && errno == EINTR)
            continue;
        if (n < 0)
            ((struct spool *)spool)->failed = true; /* mutable: the bytes never change, but reading them
                                                       may fail */
        if (n <= 0)
            break;
        got += (size_t)n;
    }
    return got;
}

enum status spool_write(const struct spool *spool, struct span range, int fd, struct err *err)
{
    if (spool->memory) {
        if (!write_all(fd, spool->memory + range.from, (size_t)(range.to - range.from)))
            return err_errno(err, STATUS_IO, "cannot write the message");
        return STATUS_OK;
    }
    g_autofree char *buffer = g_malloc(1 << 16);
    while (range.from < range.to) {
        size_t want = MIN(1 << 16, range.to - range.from);
        if (spool_peek(spool, range.from, buffer, want) != want)
            return err_errno(err, STATUS_IO, "cannot read the message back");
        if (!write_all(fd, buffer, want))
            return err_errno(err, STATUS_IO, "cannot write the message");
        range.from += want;
    }
    return STATUS_OK;
}
