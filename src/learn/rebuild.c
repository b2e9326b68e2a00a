/* The book built anew. A child lives the archive again in memory, since it reads all mail there is: it
 * changes nothing, and gives an image of the book that it made. Who puts that in place parses no mail.
 * Deliveries meanwhile go on with the book there is. */
#include <stdio.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/cage.h"
#include "base/frame.h"
#include "learn/follow.h"
#include "learn/mailstore.h"
#include "mail/message.h"
#include "store/ledger.h"
#include "store/alias.h"
#include "store/places.h"

#define TRIES 5 /* walks over an index that somebody else is writing to */
#define SILENCE 3600 /* seconds between two signs of life */
#define PROGRESS_TYPE "(uu)"
#define END_TYPE "(isuuuusuubs)" /* status, why; messages, fresh, unreadable, believed, offered, offers,
                                    recent; whether that is all; trouble */

/* --- the child ------------------------------------------------------------------------------------------ */

struct rebuild {
    struct reader *reader;
    struct peer *parent;
    int64_t now;
    int image; /* where the book goes */
};

static enum status fill_from_folders(struct reader *reader, int64_t now, follow_progress *progress,
                                     void *data, struct follow_report *report, struct err *err)
{
    enum status status = book_begin(reader->book, err);
    if (!status)
        status = lookback(reader, now, NULL, NULL, progress, data, report, err);
    if (!status)
        status = book_set_number(reader->book, BOOK_LOOKED, now, err);
    if (!status)
        status = reader_note_user(reader, reader->book, err);
    if (!status)
        status = book_note_built(reader->book, err);
    return status ? status : book_commit(reader->book, err);
}

static enum status fill(struct reader *reader, int64_t now, follow_progress *progress, void *data,
                        struct follow_report *report, struct err *err)
{
    const char *uuid;
    if (reader_follows(reader))
        return fill_from_folders(reader, now, progress, data, report, err);
    uint64_t commit = history_commit(reader->history);
    uint64_t revision = history_revision(reader->history, &uuid);
    g_autofree char *same = g_strdup(uuid);
    enum status status = book_begin(reader->book, err);
    if (!status)
        status = lookback(reader, now, NULL, NULL, progress, data, report, err);
    if (!status)
        status = book_unite(reader->book, err);
    if (!status)
        status = follow_note(reader, revision, same, commit, err);
    if (!status)
        status = book_note_built(reader->book, err);
    return status ? status : book_commit(reader->book, err);
}

/* What she said of aliases, and wants forgotten, is known before that mail is lived again. */
static enum status make_book(const struct reader *reader, struct book **out, struct err *err)
{
    enum status status = book_open(":memory:", reader->config->half_life, out, err);
    if (!status && reader->book &&
        (book_alias_carry(*out, reader->book, err) ||
         book_ledger_carry(*out, reader->book, err))) { /* its damage is the parent's to mend */
        g_clear_pointer(out, book_close);
        status = book_open(":memory:", reader->config->half_life, out, err);
    }
    return status;
}

static void say_progress(unsigned done, unsigned total, void *data)
{
    const struct rebuild *rebuild = data;
    (void)say(rebuild->parent->to, SAID_OTHER, g_variant_new(PROGRESS_TYPE, done, total));
}

static enum status live_again(struct rebuild *rebuild, struct follow_report *report, struct err *err)
{
    struct reader *reader = rebuild->reader;
    enum status status = STATUS_LOCKED;
    for (int try = 0; try < TRIES && status == STATUS_LOCKED; try++) {
        owned(book) book = NULL;
        status = try && reader->history ? history_refresh(reader->history, err) : STATUS_OK;
        if (!status)
            status = make_book(reader, &book, err);
        if (status)
            return status;
        struct reader with = *reader;
        with.book = book;
        with.known = reader->book;
        status = fill(&with, rebuild->now, say_progress, rebuild, report, err); /* State: gathered. */
        reader_take_back(reader, &with);
        if (!status)
            status = book_write_image(book, rebuild->image, err);
    }
    return status;
}

static int rebuild_child(struct peer *parent, void *data)
{
    struct rebuild *rebuild = data;
    struct reader *reader = rebuild->reader;
    struct follow_report report = {0};
    struct err err = {0};
    rebuild->parent = parent;
    reader->reads_store = true;
    reader_begin_child(reader, parent, true, rebuild->image);
    (void)reader_read_book(reader, NULL);
    reader_read_rules(reader);
    message_init();
    cage_silence();
    reader_confine(reader, CONFINE_LOOK, NULL);
    enum status status = STATUS_OK;
    if (!reader_follows(reader) && (!reader_history(reader) || !history_ready(reader->history)))
        status =
            err_set(&err, STATUS_CORRUPT, "there is no index that can be read; notmuch new makes it (%s)",
                    reader->trouble ? reader->trouble : "none is configured");
    if (!status)
        status = live_again(rebuild, &report, &err);
    return say(parent->to, SAID_OTHER,
               g_variant_new(END_TYPE, (gint32)status, status ? err.text : "", report.messages,
                             report.fresh, report.unreadable, report.believed, report.offered,
                             report.offers, report.recent, TRUE,
                             reader->trouble ? reader->trouble : ""))
               ? 0
               : 1;
}

/* --- who puts it in place ------------------------------------------------------------------------------- */

static enum status hear_end(GVariant *said, struct follow_report *report, struct err *err)
{
    gint32 status;
    gboolean whole;
    const char *why, *offered, *trouble;
    g_variant_get(said, "(i&suuuu&suub&s)", &status, &why, &report->messages, &report->fresh,
                  &report->unreadable, &report->believed, &offered, &report->offers,
                  &report->recent, &whole, &trouble);
    g_strlcpy(report->offered, offered, sizeof report->offered);
    if (*trouble)
        fprintf(stderr, "heed init: %s\n", trouble);
    return status
               ? err_set(err, status > 0 && status <= STATUS_DENIED ? (enum status)status : STATUS_INTERNAL,
                         "%s", why)
               : STATUS_OK;
}

static enum status hear_child(struct reader *reader, const struct peer *child, follow_progress *progress,
                              void *data, struct follow_report *report, struct err *err)
{
    for (;;) {
        g_autoptr(GVariant) said = NULL;
        if (listen_for(reader_keyring(reader), child, G_MAXUINT, clock_seconds() + SILENCE, &said, NULL) !=
            HEARD)
            return err_set(err, STATUS_INTERNAL, "the process that looks back ended");
        if (g_variant_is_of_type(said, G_VARIANT_TYPE(END_TYPE)))
            return hear_end(said, report, err);
        if (!g_variant_is_of_type(said, G_VARIANT_TYPE(PROGRESS_TYPE)))
            return err_set(err, STATUS_INTERNAL, "the process that looks back is not to be believed");
        guint32 done, total;
        g_variant_get(said, PROGRESS_TYPE, &done, &total);
        if (progress)
            progress(done, total, data);
    }
}

static bool is_absent(const char *folder, void *data)
{
    return !mailboxes_at(mailstore_folders(data), folder);
}

/* A folder that the book knows and that is not there now, as where its disk is away: its mail is not gone. */
static enum status carry_absent(struct reader *reader, struct book *book, int64_t now, struct err *err)
{
    if (!reader_follows(reader))
        return STATUS_OK;
    owned(mailstore) store = NULL;
    enum status status = mailstore_open(reader, &store, err);
    return status ? status : book_places_carry(book, reader->book, now, is_absent, store, err);
}

static enum status put_in_place(struct reader *reader, struct book *book, int64_t now, struct err *err)
{
    enum status status = book_begin(reader->book, err);
    if (!status)
        status = carry_absent(reader, book, now, err);
    if (status) {
        book_rollback(reader->book);
        return status;
    }
    status = book_alias_carry(book, reader->book, err); /* those made meanwhile, too */
    if (!status)
        status = book_alias_remember(book, reader->book, err);
    if (!status)
        status = book_remember(book, reader->book, err);
    if (!status)
        status = book_replace(reader->book, book, err);
    if (status)
        book_rollback(reader->book);
    else
        status = book_commit(reader->book, err); /* State: replaced. */
    return status;
}

static enum status take_image(struct reader *reader, int image, int64_t now, struct err *err)
{
    owned(book) book = NULL;
    enum status status = reader->book ? STATUS_OK : reader_mend_book(reader, err);
    if (!status)
        status = book_read_image(image, reader->config->half_life, &book, err);
    if (!status)
        status = put_in_place(reader, book, now, err);
    if (status && reader->book && book_is_broken(reader->book) && !(status = reader_renew_book(reader, err)))
        status = put_in_place(reader, book, now, err);
    if (reader->book)
        book_settle(reader->book);
    return status;
}

enum status follow_all(struct reader *reader, int64_t now, follow_progress *progress, void *data,
                       struct follow_report *report, struct err *err)
{
    struct rebuild rebuild = {.reader = reader, .now = now, .image = memfd_create("heed-book", MFD_CLOEXEC)};
    struct peer child;
    *report = (struct follow_report){0};
    if (rebuild.image < 0)
        return err_errno(err, STATUS_IO, "cannot make room for the book");
    reader_keyring(reader);
    reader->keeps = true;
    g_clear_pointer(&reader->book, book_close); /* SQLite lets no child open it anew */
    enum status status = peer_fork(&child, rebuild_child, &rebuild, err);
    if (!status) {
        status = hear_child(reader, &child, progress, data, report, err);
        peer_end(&child, true);
    }
    if (!status)
        status = take_image(reader, rebuild.image, now, err);
    close(rebuild.image);
    return status;
}
