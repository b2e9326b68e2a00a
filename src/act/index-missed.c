/* Delivered, but nobody told the index: the indexer crashed or was ended, the book could not be written,
 * the power failed. The Maildir itself says what there is, so nothing needs to have been written down for
 * this. What other programs deliver is theirs to index. */
#include <dirent.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

#include "act/indexing.h"
#include "base/days.h"
#include "mail/layout.h"
#include "maildir/mailbox.h"

#define MARGIN (2 * DAY) /* seconds by which clocks are set, and deliveries last */
#define FRESH 2            /* seconds in which a folder may change again without its time changing */

struct search {
    GPtrArray *folders; /* every "new" */
    GString *times;     /* of the folders: the same as last time where nothing came since */
    int64_t latest;     /* of these times */
    bool flagged;       /* what heed stores may have flags, so that it lies in cur */
};

static void note_folder(struct search *search, char *path)
{
    struct stat st;
    if (stat(path, &st) != 0) {
        g_free(path);
        return;
    }
    g_string_append_printf(search->times, "%s %lld.%09ld\n", path, (long long)st.st_mtim.tv_sec,
                           st.st_mtim.tv_nsec);
    search->latest = MAX(search->latest, (int64_t)st.st_mtim.tv_sec);
    g_ptr_array_add(search->folders, path);
}

static void find_folders(struct search *search, const char *root)
{
    g_autoptr(GPtrArray) all = mailboxes_find(root, NULL);
    for (guint i = 0; i < all->len; i++) {
        const struct mailbox *mailbox = all->pdata[i];
        note_folder(search, g_build_filename(root, mailbox->path, "new", NULL));
        if (search->flagged)
            note_folder(search, g_build_filename(root, mailbox->path, "cur", NULL));
    }
}

/* Whether heed may have given this NAME (maildir.c) after SINCE. */
static bool is_candidate(const char *name, int64_t since)
{
    long long seconds;
    int end = 0;
    return sscanf(name, "%lld.M%*dP%*dQ%*u.%n", &seconds, &end) == 1 && end > 0 && seconds >= since;
}

/* Other programs name their files alike; only heed's carry its fields. */
static bool is_delivered(const char *path)
{
    owned(spool) spool = NULL;
    if (spool_open(path, &spool, NULL))
        return false;
    owned(layout) layout = layout_read(spool);
    return layout->ours->len > 0;
}

struct asking {
    struct book *book;
    index_has *has;
    void *data;
};

static enum status look_into(const struct asking *asking, const char *folder, int64_t since, struct err *err)
{
    enum status status = STATUS_OK;
    DIR *dir = opendir(folder);
    if (!dir)
        return err_errno(err, STATUS_IO, "cannot read %s", folder);
    for (struct dirent *entry; !status && (errno = 0, entry = readdir(dir));) {
        if (!is_candidate(entry->d_name, since))
            continue;
        g_autofree char *path = g_build_filename(folder, entry->d_name, NULL);
        enum status found = asking->has(path, asking->data, err);
        if (found == STATUS_NOT_FOUND && is_delivered(path)) /* State: missed. */
            status = book_wait_missed(asking->book, path, err);
        else if (found != STATUS_NOT_FOUND)
            status = found;
    }
    if (!status && errno) /* what was not read is not what is not there */
        status = err_errno(err, STATUS_IO, "cannot read %s", folder);
    closedir(dir);
    return status;
}

/* A folder that changed just now may change again within the same tick of its clock: it is looked into
 * again. */
static enum status look(const struct asking *asking, const struct search *search, const char *times,
                        int64_t now, struct err *err)
{
    struct book *book = asking->book;
    int64_t last = book_number(book, BOOK_LOOKED);
    int64_t since = last > now ? 0 : last - MARGIN; /* a clock that was set back tells nothing */
    enum status status = book_begin(book, err);
    for (guint i = 0; i < search->folders->len && !status; i++)
        status = look_into(asking, search->folders->pdata[i], since, err);
    if (!status && ABS(now - search->latest) > FRESH) {
        status = book_set_text(book, BOOK_LOOKED_AT, times, err);
        if (!status)
            status = book_set_number(book, BOOK_LOOKED, now, err);
    }
    if (status) {
        book_rollback(book);
        return status;
    }
    return book_commit(book, err);
}

enum status index_missed(struct reader *reader, int64_t now, index_has *has, void *data, struct err *err)
{
    struct asking asking = {reader->book, has, data};
    struct search search = {g_ptr_array_new_with_free_func(g_free), g_string_new(NULL), 0, false};
    reader_where(reader);
    for (int place = 0; place < PLACE_COUNT; place++)
        search.flagged |= *index_flags(reader, place) != '\0';
    find_folders(&search, reader->mail_root);
    g_autofree char *times = g_compute_checksum_for_string(G_CHECKSUM_SHA256, search.times->str, -1);
    g_autofree char *last = book_text(reader->book, BOOK_LOOKED_AT);
    enum status status = strcmp(times, last) == 0 ? STATUS_OK : look(&asking, &search, times, now, err);
    g_ptr_array_free(search.folders, TRUE);
    g_string_free(search.times, TRUE);
    return status;
}
