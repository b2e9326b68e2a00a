/* Shared by the files of `heed alias`: what was asked for, and how addresses and organisations are read. */
#ifndef HEED_CMD_ALIAS_REQUEST_H
#define HEED_CMD_ALIAS_REQUEST_H

#include "store/alias.h"
#include "reader/reader.h"

struct request {
    struct reader *reader;
    char *label;
    gboolean json, mailer, learn, yes, undo;
    int argc;     /* words behind the verb; the first is what to do */
    char **argv;
    struct err *err;
};

/* "velora.com" of shop.velora.com or of an address there; of those who give mailboxes to anyone, the address.
 * NULL where TEXT is neither. The caller frees it. */
char *alias_read_organisation(const char *text, struct err *err);

/* What aliases hang on: "@domain" or "local@domain"; or NULL. *TO_FREE may own it. */
const char *alias_find_base(const struct reader *reader, char **to_free, struct err *err);

/* An address of hers, or the label of one; NULL where it is none. The caller frees it. */
char *alias_read_address(const struct request *r, const char *text);

STATUS_CHECK enum status alias_print(const struct request *r, const char *address, const char *organisation,
                                     int64_t given);

STATUS_CHECK enum status alias_run_new(struct request *r);
STATUS_CHECK enum status alias_run_close(struct request *r);
STATUS_CHECK enum status alias_run_renew(struct request *r);

#endif
