/* What went wrong, said once. Every fallible function returns a status and, where a person may have
 * to read about it, fills a struct err; one table (src/base/status.c) turns a status into an exit
 * code (sysexits.h). */
#ifndef HEED_STATUS_H
#define HEED_STATUS_H

#include <glib.h>

enum status {
    STATUS_OK = 0,
    STATUS_USAGE,     /* the command line cannot be meant: exit 64 */
    STATUS_CONFIG,    /* a setting cannot be used: exit 78 outside the delivery path */
    STATUS_IO,        /* a system call failed: exit 75 */
    STATUS_LOCKED,    /* somebody else holds what is needed, and waiting took too long: exit 75 */
    STATUS_NOT_FOUND, /* what was asked for is not there: exit 1 */
    STATUS_CORRUPT,   /* index or book cannot be read: exit 75 */
    STATUS_LIMIT,     /* a bound on size, count or time was reached: exit 75 */
    STATUS_INTERNAL,  /* a library failed in a way it does not document: exit 70 */
    STATUS_DENIED,    /* `check` and the like found something wrong: exit 1 */
};

/* Room for one sentence to a person. The text never holds control characters of a message. */
struct err {
    char text[512];
    int number; /* errno of what failed, where a system call did; else 0 */
};

#define STATUS_CHECK __attribute__((warn_unused_result))

/* Writes the sentence into ERR (which may be NULL) and returns STATUS, so that a failure is one line. */
enum status err_set(struct err *err, enum status status, const char *format, ...) G_GNUC_PRINTF(3, 4);

/* Like err_set(), with ": " and the text of errno at the end. */
enum status err_errno(struct err *err, enum status status, const char *format, ...) G_GNUC_PRINTF(3, 4);

/* The process exit code for STATUS (sysexits.h). */
int status_exit(enum status status);

#endif
