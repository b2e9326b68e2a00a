/* The order of a sync: who judges is started while the book is closed; then what waits; then what has
 * changed. */
#include "act/index-writer.h"
#include "act/indexing.h"
#include "base/cage.h"
#include "base/ending.h"
#include "front/sync.h"
#include "indexer.h"
#include "store/book-state.h"

/* With a clock that is ahead it is decided too early what became of mail, and that is learned from; what
 * comes has the wrong date. Once it is right the book is built anew. Where that cannot be, sync goes on. */
static void mend_clock(struct reader *reader, int64_t now, struct follow_report *report)
{
    int64_t until;
    g_autofree char *path = home_state(reader->home, BOOK_FILE);
    if (!book_clock_was_wrong(path, now, &until))
        return;
    if (!follow_all(reader, now, NULL, NULL, report, NULL)) {
        reader_note_run(reader, RUN_INIT, now);
        reader_note_run(reader, BOOK_CLOCK, until);
    }
    g_clear_pointer(&reader->book, book_close); /* before judges are started */
}

/* The first look at a store that is no Maildir: its mail is fetched at once, oldest first, as init does. */
static enum status begin_book(struct reader *reader, int64_t now, struct follow_report *report,
                              struct err *err)
{
    if (!reader->home->imap)
        return STATUS_OK;
    enum status status = reader_read_book(reader, NULL);
    bool begins = status == STATUS_CORRUPT || (!status && book_number(reader->book, BOOK_LOOKED) == 0);
    g_clear_pointer(&reader->book, book_close); /* before judges are started */
    if (!begins)
        return STATUS_OK; /* what else is wrong with it sync says */
    status = follow_all(reader, now, NULL, NULL, report, err);
    if (!status)
        reader_note_run(reader, RUN_INIT, now);
    g_clear_pointer(&reader->book, book_close);
    return status;
}

enum status sync_reader(struct reader *reader, int64_t now, double seconds, bool places,
                        struct follow_report *report, struct err *err)
{
    owned(judge_server) judges = NULL;
    *report = (struct follow_report){0};
    cage_silence();
    mend_clock(reader, now, report);
    enum status status = begin_book(reader, now, report, err);
    if (status)
        return status;
    /* libnotmuch may wait for the lock without end; the next sync takes up what this one leaves. */
    ending_within(3 * (unsigned)seconds + 60 + 2 * INDEX_HARD_SECONDS);
    reader->keeps = true;
    status = judge_server_start(reader, &judges, err);
    if (!status)
        status = indexer_look(reader, err);
    if (!status)
        status = reader_mend_book(reader, err);
    if (status)
        return status;
    reader_confine(reader, CONFINE_SYNC, NULL);
    const struct following how = {.judges = judges, .now = now, .lock_wait = seconds, .places = places};
    status = follow_changes(reader, &how, report, err);
    if (status && book_is_broken(reader->book) && !(status = reader_renew_book(reader, err)))
        status = follow_changes(reader, &how, report, err);
    return status;
}
