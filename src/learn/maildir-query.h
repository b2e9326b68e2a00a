/* Which mail is meant where folders are the history: a few of the words that notmuch's queries have. */
#ifndef HEED_MAILDIR_QUERY_H
#define HEED_MAILDIR_QUERY_H

#include "maildir/mailbox.h"
#include "reader/reader.h"

/* What has all of it that is there. */
struct maildir_query {
    char *id;     /* or NULL */
    char *folder; /* as people see it or as it is on the disk; or NULL */
    char *path;   /* of a file; or NULL */
    int64_t from, to; /* seconds since the epoch */
};

/* Reads TEXT, or takes it for a file's name; ROOT is the Maildir. Errors: STATUS_USAGE, with the words that
 * there are; STATUS_NOT_FOUND where there is no such file below ROOT. */
STATUS_CHECK enum status maildir_query_read(const char *text, const char *root, int64_t now,
                                            struct maildir_query *query, struct err *err);
void maildir_query_clear(struct maildir_query *query);

/* Calls EACH, the oldest first, for what matches of MAILBOXES, all that there are, as READER's book knows
 * it. record.untouched: one file, new and unread, in an inbox or where heed puts things aside; placement: by
 * heed, or by a filter that put it aside. Errors: STATUS_NOT_FOUND where there is no such folder; those of
 * the book. */
STATUS_CHECK enum status maildir_query_walk(struct reader *reader, const struct maildir_query *query,
                                            const GPtrArray *mailboxes, history_each *each, void *data,
                                            struct err *err);

#endif
