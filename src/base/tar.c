/* ustar, as far as it is needed: the header's fields stand where the standard has them. */
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include <glib.h>

#include "base/spool.h"
#include "base/tar.h"

#define BLOCK 512
#define PIECE (64 * 1024)

struct header {
    char name[TAR_NAME], mode[8], uid[8], gid[8], size[12], mtime[12], checksum[8], type, link[100];
    char magic[6], version[2], user[32], group[32], major[8], minor[8], prefix[155], rest[12];
};
G_STATIC_ASSERT(sizeof(struct header) == BLOCK);

/* Of all bytes, those of the sum itself taken for blanks. */
static unsigned sum_of(const struct header *header)
{
    const unsigned char *bytes = (const unsigned char *)header;
    unsigned sum = 0;
    for (size_t i = 0; i < BLOCK; i++) {
        bool own = i >= offsetof(struct header, checksum) && i < offsetof(struct header, type);
        sum += own ? ' ' : bytes[i];
    }
    return sum;
}

/* --- writing -------------------------------------------------------------------------------------------- */

static enum status put(int fd, const void *bytes, size_t length, struct err *err)
{
    return write_all(fd, bytes, length) ? STATUS_OK : err_errno(err, STATUS_IO, "cannot write the archive");
}

static enum status put_padding(int fd, uint64_t size, struct err *err)
{
    static const char zeros[BLOCK];
    return put(fd, zeros, (BLOCK - size % BLOCK) % BLOCK, err);
}

static enum status put_from(int fd, int from, uint64_t size, struct err *err)
{
    g_autofree char *buffer = g_malloc(PIECE);
    enum status status = STATUS_OK;
    for (uint64_t at = 0; at < size && !status;) {
        ssize_t got = pread(from, buffer, MIN(PIECE, size - at), (off_t)at);
        if (got <= 0)
            return err_errno(err, STATUS_IO, "cannot read what is to be written");
        status = put(fd, buffer, (size_t)got, err);
        at += (uint64_t)got;
    }
    return status;
}

enum status tar_put(int fd, const char *name, uint64_t size, const void *bytes, int from, struct err *err)
{
    struct header header = {.mode = "0000600", .uid = "0000000", .gid = "0000000", .type = '0',
                            .magic = "ustar", .version = {'0', '0'}};
    if (size >> 33)
        return err_set(err, STATUS_IO, "%s is too large for an archive", name);
    g_strlcpy(header.name, name, sizeof header.name);
    g_snprintf(header.size, sizeof header.size, "%011llo", (unsigned long long)size);
    g_snprintf(header.mtime, sizeof header.mtime, "%011llo", (unsigned long long)time(NULL));
    g_snprintf(header.checksum, sizeof header.checksum, "%06o", sum_of(&header));
    header.checksum[7] = ' ';
    enum status status = put(fd, &header, sizeof header, err);
    if (!status)
        status = bytes ? put(fd, bytes, size, err) : put_from(fd, from, size, err);
    return status ? status : put_padding(fd, size, err);
}

enum status tar_end(int fd, struct err *err)
{
    static const char zeros[2 * BLOCK];
    return put(fd, zeros, sizeof zeros, err);
}

/* --- reading -------------------------------------------------------------------------------------------- */

static enum status take(int fd, void *bytes, size_t length, struct err *err)
{
    for (size_t at = 0; at < length;) {
        ssize_t got = read(fd, (char *)bytes + at, length - at);
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return err_errno(err, STATUS_IO, "cannot read the archive");
        if (!got)
            return err_set(err, STATUS_IO, "the archive ends too early");
        at += (size_t)got;
    }
    return STATUS_OK;
}

/* An octal number of LENGTH digits at most, with an end or a blank behind it. */
static bool read_octal(const char *field, size_t length, uint64_t *number)
{
    size_t i = 0;
    *number = 0;
    for (; i < length && field[i] >= '0' && field[i] <= '7'; i++)
        *number = *number * 8 + (uint64_t)(field[i] - '0');
    return i > 0 && (i == length || !field[i] || field[i] == ' ');
}

static bool is_plain(const struct header *header)
{
    uint64_t sum;
    return memcmp(header->magic, "ustar", 5) == 0 &&
           read_octal(header->checksum, sizeof header->checksum, &sum) && sum == sum_of(header) &&
           (header->type == '0' || !header->type) && !*header->prefix && *header->name &&
           memchr(header->name, 0, sizeof header->name);
}

enum status tar_next(int fd, struct tar_file *file, struct err *err)
{
    static const struct header nothing;
    struct header header;
    *file = (struct tar_file){0};
    enum status status = take(fd, &header, sizeof header, err);
    if (status || memcmp(&header, &nothing, sizeof header) == 0)
        return status;
    if (!is_plain(&header) || !read_octal(header.size, sizeof header.size, &file->size))
        return err_set(err, STATUS_CORRUPT, "this is no archive that heed export writes");
    g_strlcpy(file->name, header.name, sizeof file->name);
    return STATUS_OK;
}

enum status tar_take(int fd, const struct tar_file *file, void *bytes, int to, struct err *err)
{
    g_autofree char *buffer = g_malloc(PIECE);
    enum status status = bytes ? take(fd, bytes, file->size, err) : STATUS_OK;
    for (uint64_t at = 0; !bytes && at < file->size && !status;) {
        size_t want = MIN(PIECE, file->size - at);
        status = take(fd, buffer, want, err);
        if (!status)
            status = put(to, buffer, want, err);
        at += want;
    }
    return status ? status : take(fd, buffer, (BLOCK - file->size % BLOCK) % BLOCK, err);
}
