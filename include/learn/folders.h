/* Mail in folders: telling one file's message, and walking all of them. */
#ifndef HEED_FOLDERS_H
#define HEED_FOLDERS_H

#include "base/spool.h"
#include "learn/trail.h"
#include "reader/reader.h"

/* What is known of a file without reading the message: its Message-ID or, where that cannot be used, what
 * stands for it; and what tells letters apart that have the same. */
struct peek {
    char *id;
    uint64_t content;
};
void peek_clear(struct peek *peek);

/* Peeks at what SPOOL holds: at From, Date, Subject, Message-ID and PEEK_BODY bytes of the body. */
#define PEEK_BODY 1024
void peek_into(const struct spool *spool, struct peek *peek);

/* Peeks at PATH; *DATE (or NULL) is when it was sent, or written there. Errors: STATUS_NOT_FOUND where it is
 * gone, STATUS_IO. */
STATUS_CHECK enum status peek_at(const char *path, struct peek *peek, int64_t *date, struct err *err);

/* What tells it from another letter that has its id, whether or not there is one. The caller frees it. */
char *peek_other_name(const struct peek *peek);

/* Where a file of the message ID lies, by the index or, where folders are her history, by READER's book. The
 * caller frees *PATH. Errors: STATUS_NOT_FOUND, STATUS_CORRUPT. */
STATUS_CHECK enum status message_find(struct reader *reader, const char *id, char **path, struct err *err);

/* The same as its bytes, or the first of them where it has to be fetched from a store. Errors: STATUS_IO,
 * too. */
STATUS_CHECK enum status message_open(struct reader *reader, const char *id, struct spool **out,
                                      struct err *err);

/* The newest message that QUERY means, where folders are READER's history: the words of `heed tag` there, but
 * for a file. *COUNT: how many it means. Errors: STATUS_USAGE, STATUS_NOT_FOUND, those of the book. */
STATUS_CHECK enum status message_find_newest(struct reader *reader, const char *query, char **path,
                                             unsigned *count, struct err *err);

/* Who she seems to be, asked of a child that reads some of her newest mail and can change nothing: the
 * addresses that she sent from and that mail was delivered to, the most usual one first, NULL-ended, and her
 * name or "". Both are the caller's. Errors: STATUS_IO. */
STATUS_CHECK enum status folders_owner(struct reader *reader, char ***addresses, char **name,
                                       struct err *err);

/* Calls EACH for every message in the folders of READER, the oldest first, by what stands in its header, and
 * enters where all of it lies into READER's book. KNOWN (or NULL) is the book that this one replaces. Errors:
 * those of the book. */
STATUS_CHECK enum status folders_walk(struct reader *reader, struct book *known, unsigned *total,
                                      history_each *each, void *data, struct err *err);

#endif
