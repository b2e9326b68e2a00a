/* Files of keys: made, read, and replaced whole. What keys are used for is the business of seal.c and
 * alias.c. */
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/random.h>
#include <sys/stat.h>
#include <unistd.h>

#include "store/secret.h"
#include "base/spool.h"

static enum status make_key(unsigned char *key, struct err *err)
{
    ssize_t got;
    do
        got = getrandom(key, SECRET_BYTES, 0);
    while (got < 0 && errno == EINTR);
    return got == SECRET_BYTES ? STATUS_OK : err_errno(err, STATUS_IO, "cannot make a key");
}

/* Written under another name first. Replacing is by rename(2), so that a reader finds the old keys or the
 * new ones; making is by link(2), so that of two processes one wins and both read the same key. */
static enum status write_keys(const char *dir, const char *path, const struct secret *secret, bool replace,
                              struct err *err)
{
    g_autofree char *temporary = g_build_filename(dir, "key.XXXXXX", NULL);
    int fd = mkostemp(temporary, O_CLOEXEC); /* mode 0600 */
    if (fd < 0)
        return err_errno(err, STATUS_IO, "cannot make a key in %s", dir);
    bool written = write_all(fd, secret->keys, (size_t)secret->n * SECRET_BYTES) && fsync(fd) == 0;
    written = close(fd) == 0 && written;
    if (written)
        written = replace ? rename(temporary, path) == 0 : link(temporary, path) == 0 || errno == EEXIST;
    enum status status = written ? STATUS_OK : err_errno(err, STATUS_IO, "cannot write the key %s", path);
    unlink(temporary);
    return status;
}

static enum status read_keys(int fd, const char *path, struct secret *secret, struct err *err)
{
    struct stat st;
    if (fstat(fd, &st) != 0)
        return err_errno(err, STATUS_IO, "cannot read the key %s", path);
    if (st.st_mode & 077)
        return err_set(err, STATUS_CONFIG, "others can read the key %s: chmod 600 it, or remove it", path);
    if (st.st_uid != geteuid())
        return err_set(err, STATUS_CONFIG, "the key %s belongs to somebody else", path);
    ssize_t got = read(fd, secret->keys, sizeof secret->keys);
    if (got < SECRET_BYTES || got % SECRET_BYTES || (off_t)got != st.st_size)
        return err_set(err, STATUS_CONFIG, "%s is not 1 to %d keys of %d bytes", path, SECRET_MOST,
                       SECRET_BYTES);
    secret->n = (unsigned)(got / SECRET_BYTES);
    return STATUS_OK;
}

enum status secret_open(const char *dir, const char *name, bool make, struct secret **out, struct err *err)
{
    g_autofree char *path = g_build_filename(dir, name, NULL);
    owned(secret) secret = g_new0(struct secret, 1);
    int fd = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
    if (fd < 0 && errno == ENOENT && make) {
        secret->n = 1;
        enum status status = make_key(secret->keys[0], err);
        if (!status)
            status = write_keys(dir, path, secret, false, err);
        if (status)
            return status;
        fd = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
    }
    if (fd < 0)
        return err_errno(err, errno == ENOENT ? STATUS_NOT_FOUND : STATUS_IO, "cannot open the key %s", path);
    enum status status = read_keys(fd, path, secret, err);
    close(fd);
    if (!status)
        *out = g_steal_pointer(&secret);
    return status;
}

enum status secret_put(const char *dir, const char *name, const struct secret *secret, struct err *err)
{
    g_autofree char *path = g_build_filename(dir, name, NULL);
    return write_keys(dir, path, secret, false, err);
}

void secret_free(struct secret *secret)
{
    if (secret)
        explicit_bzero(secret, sizeof *secret);
    g_free(secret);
}

static bool has_key(const struct secret *secret, const unsigned char *key)
{
    for (unsigned i = 0; i < secret->n; i++)
        if (memcmp(secret->keys[i], key, SECRET_BYTES) == 0)
            return true;
    return false;
}

/* The oldest falls off the end. */
static void append_keys(struct secret *to, const struct secret *from)
{
    for (unsigned i = 0; i < from->n && to->n < SECRET_MOST; i++)
        if (!has_key(to, from->keys[i]))
            memcpy(to->keys[to->n++], from->keys[i], SECRET_BYTES);
}

/* Puts FIRST in front of what there is, or with FORGET in its place. */
static enum status put_first(const char *dir, const char *name, struct secret *first, bool forget,
                             struct err *err)
{
    owned(secret) old = NULL;
    enum status status = forget ? STATUS_OK : secret_open(dir, name, false, &old, err);
    if (status && status != STATUS_NOT_FOUND)
        return status;
    if (old)
        append_keys(first, old);
    g_autofree char *path = g_build_filename(dir, name, NULL);
    return write_keys(dir, path, first, true, err);
}

enum status secret_rotate(const char *dir, const char *name, bool forget, struct err *err)
{
    owned(secret) first = g_new0(struct secret, 1);
    first->n = 1;
    enum status status = make_key(first->keys[0], err);
    return status ? status : put_first(dir, name, first, forget, err);
}

char *secret_export(const struct secret *secret)
{
    GString *text = g_string_sized_new(SECRET_MOST * 48);
    for (unsigned i = 0; i < secret->n; i++) {
        char *line = g_base64_encode(secret->keys[i], SECRET_BYTES);
        g_string_append_printf(text, "%s\n", line);
        secret_free_text(line);
    }
    return g_string_free(text, FALSE);
}

void secret_free_text(char *text)
{
    if (text)
        explicit_bzero(text, strlen(text));
    g_free(text);
}

enum status secret_of_text(const char *text, struct secret **out, struct err *err)
{
    owned(secret) keys = g_new0(struct secret, 1);
    g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
    for (char **line = lines; *line; line++) {
        gsize length = 0;
        if (!*g_strstrip(*line))
            continue;
        g_autofree guchar *key = g_base64_decode(*line, &length);
        if (length != SECRET_BYTES || keys->n == SECRET_MOST)
            return err_set(err, STATUS_USAGE, "that is not what heed key --export writes");
        memcpy(keys->keys[keys->n++], key, SECRET_BYTES);
        explicit_bzero(key, length);
    }
    if (!keys->n)
        return err_set(err, STATUS_USAGE, "that is not what heed key --export writes");
    *out = g_steal_pointer(&keys);
    return STATUS_OK;
}

enum status secret_import(const char *dir, const char *name, const struct secret *keys, struct err *err)
{
    owned(secret) first = g_new(struct secret, 1);
    *first = *keys;
    return put_first(dir, name, first, false, err);
}
