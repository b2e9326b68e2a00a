/* `heed import`: takes what `heed export` wrote, perhaps on another host, perhaps nobody knows where. All of
 * it is looked at before anything changes; then keys are added, and the book changes in one commit. */
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "act/indexing.h"
#include "archive.h"
#include "base/cage.h"
#include "base/tar.h"
#include "options.h"
#include "store/book-state.h"
#include "store/keyring.h"
#include "verb.h"

#define MOST_TEXT 4096         /* bytes of keys or the note */
#define MOST_BOOK (4ull << 30) /* bytes */
#define MOST_PLANS 10000
#define MOST_PLAN (1u << 20)   /* bytes */
#define MOST_OF_PLANS (256ull << 20)

struct import {
    const struct home *home;
    int fd;
    bool noted;
    struct secret *keys[G_N_ELEMENTS(archive_keys)]; /* NULL: it has none of them */
    GPtrArray *plans;                                /* GBytes */
    uint64_t bytes;                                  /* of plans */
    char *book;                                      /* where it lies for now; NULL: it was not met yet */
};

static void import_clear(struct import *import)
{
    static const char *const suffixes[] = {"", "-wal", "-shm", "-journal"};
    for (size_t i = 0; import->book && i < G_N_ELEMENTS(suffixes); i++) {
        g_autofree char *path = g_strconcat(import->book, suffixes[i], NULL);
        unlink(path);
    }
    for (size_t i = 0; i < G_N_ELEMENTS(import->keys); i++)
        secret_free(import->keys[i]);
    g_ptr_array_unref(import->plans);
    g_free(import->book);
}

/* --- reading -------------------------------------------------------------------------------------------- */

static enum status refuse(const struct tar_file *file, struct err *err)
{
    return err_set(err, STATUS_CORRUPT, "\"%s\" has no place in an archive of heed, or is too large",
                   file->name);
}

static enum status take_text(const struct import *import, const struct tar_file *file,
                             char text[MOST_TEXT + 1], struct err *err)
{
    if (file->size > MOST_TEXT)
        return refuse(file, err);
    memset(text, 0, MOST_TEXT + 1);
    return tar_take(import->fd, file, text, -1, err);
}

static enum status take_note(struct import *import, const struct tar_file *file, struct err *err)
{
    char text[MOST_TEXT + 1];
    enum status status = take_text(import, file, text, err);
    import->noted = !status && g_str_has_prefix(text, ARCHIVE_FORMAT);
    return status || import->noted
               ? status
               : err_set(err, STATUS_CONFIG, "the archive has another form: a newer heed may take it");
}

static enum status take_key(struct import *import, const struct tar_file *file, struct err *err)
{
    char text[MOST_TEXT + 1];
    size_t i = 0;
    while (i < G_N_ELEMENTS(archive_keys) && strcmp(file->name + strlen(ARCHIVE_KEYS), archive_keys[i]) != 0)
        i++;
    if (i == G_N_ELEMENTS(archive_keys) || import->keys[i])
        return refuse(file, err);
    enum status status = take_text(import, file, text, err);
    if (!status && secret_of_text(text, &import->keys[i], NULL))
        status = err_set(err, STATUS_CORRUPT, "%s are no keys", file->name);
    explicit_bzero(text, sizeof text);
    return status;
}

static enum status take_plan(struct import *import, const struct tar_file *file, struct err *err)
{
    import->bytes += file->size;
    if (file->size > MOST_PLAN || import->bytes > MOST_OF_PLANS || import->plans->len >= MOST_PLANS)
        return refuse(file, err);
    char *bytes = g_malloc(file->size + 1);
    enum status status = tar_take(import->fd, file, bytes, -1, err);
    GBytes *plan = g_bytes_new_take(bytes, file->size);
    g_ptr_array_add(import->plans, plan);
    return status ? status : plan_put_back(import->home, plan, true, err);
}

static enum status take_book(struct import *import, const struct tar_file *file, struct err *err)
{
    if (import->book || file->size > MOST_BOOK)
        return refuse(file, err);
    g_autofree char *path = archive_place(import->home, "import.XXXXXX");
    int fd = mkostemp(path, O_CLOEXEC); /* mode 0600 */
    if (fd < 0)
        return err_errno(err, STATUS_IO, "cannot write into %s", import->home->state_dir);
    import->book = g_steal_pointer(&path);
    enum status status = tar_take(import->fd, file, NULL, fd, err);
    if (close(fd) != 0 && !status)
        status = err_errno(err, STATUS_IO, "cannot write %s", import->book);
    return status ? status : book_vet(import->book, err);
}

/* Names mean no place anywhere: each is one of those that are known, or refused. */
static enum status take_one(struct import *import, const struct tar_file *file, struct err *err)
{
    if (!import->noted)
        return strcmp(file->name, ARCHIVE_NOTE) == 0 ? take_note(import, file, err) : refuse(file, err);
    if (strcmp(file->name, ARCHIVE_BOOK) == 0)
        return take_book(import, file, err);
    if (g_str_has_prefix(file->name, ARCHIVE_KEYS))
        return take_key(import, file, err);
    if (g_str_has_prefix(file->name, ARCHIVE_PLANS))
        return take_plan(import, file, err);
    return refuse(file, err);
}

static enum status read_archive(struct import *import, struct err *err)
{
    struct tar_file file;
    enum status status = tar_next(import->fd, &file, err);
    while (!status && *file.name) {
        status = take_one(import, &file, err);
        if (!status)
            status = tar_next(import->fd, &file, err);
    }
    if (!status && !import->book)
        status = err_set(err, STATUS_CORRUPT, "there is no book in the archive");
    return status;
}

/* --- putting it in place -------------------------------------------------------------------------------- */

/* What is there stays, unless it was said that it may go. */
static enum status look(const struct home *home, bool replace, struct err *err)
{
    struct book_state state;
    g_autofree char *path = home_state(home, BOOK_FILE);
    enum status status = book_inspect(path, false, &state, err);
    if (status == STATUS_NOT_FOUND || replace)
        return STATUS_OK;
    return status || !state.messages
               ? status
               : err_set(err, STATUS_DENIED,
                         "%" G_GINT64_FORMAT
                         " messages are known here: --replace puts the archive in place of that",
                         state.messages);
}

/* Those that are there are still accepted: with the old book they would hold, too. */
static enum status add_keys(const struct import *import, struct err *err)
{
    enum status status = STATUS_OK;
    for (size_t i = 0; i < G_N_ELEMENTS(archive_keys) && !status; i++) {
        if (!import->keys[i])
            continue;
        status = key_place(import->home, archive_keys[i], err);
        if (!status)
            status = secret_import(import->home->key_dir, archive_keys[i], import->keys[i], err);
    }
    return status;
}

static enum status change_all(struct book *book, struct book *other, const struct import *import,
                              struct err *err)
{
    enum status status = book_write_through(book, true, err);
    if (!status)
        status = book_begin(book, err);
    if (status)
        return status;
    status = book_take_over(book, other, err);
    if (!status)
        status = add_keys(import, err);
    if (!status)
        return book_commit(book, err);
    book_rollback(book);
    return status;
}

static enum status put_in_place(struct reader *reader, const struct import *import, struct err *err)
{
    owned(book) other = NULL;
    enum status status = book_open(import->book, reader->config->half_life, &other, err);
    if (!status)
        status = reader_mend_book(reader, err);
    if (!status)
        status = change_all(reader->book, other, import, err);
    for (guint i = 0; i < import->plans->len && !status; i++)
        status = plan_put_back(import->home, import->plans->pdata[i], false, err);
    return status;
}

static enum status run(struct reader *reader, int fd, bool replace, struct err *err)
{
    struct import import = {.home = reader->home, .fd = fd,
                            .plans = g_ptr_array_new_with_free_func((GDestroyNotify)g_bytes_unref)};
    enum status status = look(reader->home, replace, err);
    if (!status)
        status = home_make_state(reader->home, err);
    if (!status)
        status = read_archive(&import, err);
    if (!status)
        status = put_in_place(reader, &import, err);
    import_clear(&import);
    return status;
}

enum status cmd_import(struct reader *reader, int argc, char **argv, struct err *err)
{
    gboolean replace = FALSE;
    const GOptionEntry entries[] = {
        {"replace", 0, 0, G_OPTION_ARG_NONE, &replace, "In place of what is known here", NULL},
        G_OPTION_ENTRY_NULL,
    };
    enum status status = verb_options(entries, &argc, &argv, err);
    if (!status && argc != 2)
        status = err_set(err, STATUS_USAGE, "it takes a file, or - for standard input");
    if (status)
        return status;
    int fd = strcmp(argv[1], "-") ? open(argv[1], O_RDONLY | O_CLOEXEC) : dup(STDIN_FILENO);
    if (fd < 0)
        return err_errno(err, STATUS_NOT_FOUND, "cannot read %s", argv[1]);
    cage_silence();
    status = run(reader, fd, replace, err);
    close(fd);
    return status;
}
