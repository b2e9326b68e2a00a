/* `heed export`: what is known of one person, in one file, for another host or a backup. Nothing of the state
 * changes; mail may come meanwhile. */
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "act/indexing.h"
#include "archive.h"
#include "base/cage.h"
#include "base/tar.h"
#include "base/wrap.h"
#include "options.h"
#include "store/book-state.h"
#include "store/keyring.h"
#include "verb.h"

static enum status put_text(int fd, const char *name, const char *text, struct err *err)
{
    return tar_put(fd, name, strlen(text), text, -1, err);
}

static enum status put_keys(const struct home *home, int fd, struct err *err)
{
    enum status status = STATUS_OK;
    for (size_t i = 0; i < G_N_ELEMENTS(archive_keys) && !status; i++) {
        owned(secret) secret = NULL;
        g_autofree char *name = g_strconcat(ARCHIVE_KEYS, archive_keys[i], NULL);
        status = key_open(home, archive_keys[i], false, &secret, err);
        char *text = status ? NULL : secret_export(secret);
        if (text)
            status = put_text(fd, name, text, err);
        else if (status == STATUS_NOT_FOUND)
            status = STATUS_OK;
        secret_free_text(text);
    }
    return status;
}

/* Those that the book has by the time that it is copied are taken twice, which changes nothing. */
static enum status put_plans(const GPtrArray *plans, int fd, struct err *err)
{
    enum status status = STATUS_OK;
    for (guint i = 0; i < plans->len && !status; i++) {
        gsize size;
        g_autofree char *name = g_strdup_printf(ARCHIVE_PLANS "%u", i + 1);
        const void *bytes = g_bytes_get_data(plans->pdata[i], &size);
        status = tar_put(fd, name, size, bytes, -1, err);
    }
    return status;
}

/* A copy of the book without a name; the caller closes it. */
static enum status copy_book(const struct home *home, int *copy, struct err *err)
{
    g_autofree char *path = home_state(home, BOOK_FILE), *to = archive_place(home, "export.XXXXXX");
    if (access(path, F_OK) != 0)
        return err_set(err, STATUS_NOT_FOUND, "nothing is known yet: %s is not there", path);
    int fd = mkostemp(to, O_CLOEXEC); /* mode 0600 */
    if (fd < 0)
        return err_errno(err, STATUS_IO, "cannot make a copy in %s", home->state_dir);
    enum status status = book_save(path, to, err);
    unlink(to);
    if (status)
        close(fd);
    else
        *copy = fd;
    return status;
}

static enum status put_book(int fd, int copy, struct err *err)
{
    struct stat st;
    return fstat(copy, &st) ? err_errno(err, STATUS_IO, "cannot read the copy of the book")
                            : tar_put(fd, ARCHIVE_BOOK, (uint64_t)st.st_size, NULL, copy, err);
}

static enum status write_archive(const struct home *home, int fd, struct err *err)
{
    int copy = -1;
    g_autoptr(GPtrArray) plans = plans_all(home); /* before the book, which may take them meanwhile */
    g_autofree char *note =
        g_strdup_printf(ARCHIVE_FORMAT "heed %s\nschema %d\n", HEED_VERSION, book_schema());
    enum status status = copy_book(home, &copy, err);
    if (status)
        return status;
    status = put_text(fd, ARCHIVE_NOTE, note, err);
    if (!status)
        status = put_keys(home, fd, err);
    if (!status)
        status = put_plans(plans, fd, err);
    if (!status)
        status = put_book(fd, copy, err);
    close(copy);
    return status ? status : tar_end(fd, err);
}

/* Under another name until it is whole. */
static enum status write_file(const struct home *home, const char *path, struct err *err)
{
    g_autofree char *part = g_strconcat(path, ".XXXXXX", NULL);
    int fd = mkostemp(part, O_CLOEXEC); /* mode 0600 */
    if (fd < 0)
        return err_errno(err, STATUS_IO, "cannot write %s", path);
    enum status status = write_archive(home, fd, err);
    bool whole = !status && fsync(fd) == 0;
    whole = close(fd) == 0 && whole && rename(part, path) == 0;
    if (!status && !whole)
        status = err_errno(err, STATUS_IO, "cannot write %s", path);
    if (status)
        unlink(part);
    return status;
}

/* A shell makes files for all to read, where its umask is the usual one. */
static void warn_of_others(void)
{
    struct stat st;
    if (fstat(STDOUT_FILENO, &st) == 0 && S_ISREG(st.st_mode) && st.st_mode & 077)
        wrap_warn(2, "heed export: others can read the file, which has keys: chmod 600 it");
}

enum status cmd_export(struct reader *reader, int argc, char **argv, struct err *err)
{
    const GOptionEntry entries[] = {G_OPTION_ENTRY_NULL};
    enum status status = verb_options(entries, &argc, &argv, err);
    if (!status && argc != 2)
        status = err_set(err, STATUS_USAGE, "it takes a file, or - for standard output");
    if (status)
        return status;
    bool out = strcmp(argv[1], "-") == 0;
    if (out && isatty(STDOUT_FILENO))
        return err_set(err, STATUS_USAGE, "an archive with keys is nothing for a terminal");
    if (out)
        warn_of_others();
    cage_silence();
    return out ? write_archive(reader->home, STDOUT_FILENO, err) : write_file(reader->home, argv[1], err);
}
