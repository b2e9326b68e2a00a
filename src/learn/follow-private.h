/* What following an index and following folders share. */
#ifndef HEED_FOLLOW_PRIVATE_H
#define HEED_FOLLOW_PRIVATE_H

#include "act/index-walker.h"
#include "learn/follow.h"
#include "learn/mailstore.h"
#include "moving.h"

struct follow {
    struct reader *reader;
    struct book *book;
    struct judge_server *judges;
    struct index_walker *walker;
    struct mailstore *store; /* where folders are her history, else NULL */
    int64_t now;
    struct follow_report *report;
    enum status status;
    struct err *err;
    bool places; /* messages that came past deliver, too */
    struct moving *moving; /* begun with the first file that is moved; NULL before */
    bool queued; /* some wait for their tags */
};

/* Takes in RECORD, which the book does not know, or knows as ENTRY. What fails is follow->status. */
void follow_new(struct follow *follow, const struct record *record);
void follow_known(struct follow *follow, const struct record *record, struct entry *entry);

/* Moves the file of RECORD, whose folder is what PLAN says it is not for, and enters where it is now. */
STATUS_CHECK enum status follow_move(struct follow *follow, const struct record *record, struct plan *plan);

/* Once a day, what nothing depends on is forgotten. */
STATUS_CHECK enum status follow_forget(struct follow *follow);

/* entry_ignored_before() as of now. */
int64_t follow_ignored_before(const struct follow *follow);

/* Notes how far she has come with her mail (BOOK_DEALT), and calls EACH for what is undecided and counts as
 * ignored now, or that came after SINCE (0: no more). */
STATUS_CHECK enum status follow_left_alone(struct follow *follow, int64_t since, book_each_id *each,
                                           void *data);

/* Starts follow->walker where there is none. */
STATUS_CHECK enum status follow_need_walker(struct follow *follow);

/* Fills more of a ledger that is not whole, see BOOK_LEDGER: that of a book of an older heed. */
STATUS_CHECK enum status follow_ledger(struct follow *follow);

/* Takes in what has changed in her folders, by the book's table of them. */
STATUS_CHECK enum status follow_folders(struct follow *follow);

#endif
