/* One verb, one file, one row in the table of main.c. */
#ifndef HEED_VERB_H
#define HEED_VERB_H

#include "reader/reader.h"
#include "base/status.h"

enum need {
    NEED_HOME,     /* where everything of hers is */
    NEED_START,    /* and the settings */
    NEED_SETTINGS, /* and the settings, and the index where it can be read */
    NEED_MAIL,     /* settings, and where mail is; index and book are for processes that the verb starts */
    NEED_LOOK,     /* settings, the book without the right to write, somebody to ask about keys, and an
                      index that can be read: what reads mail and only tells */
    NEED_BOOK,     /* settings, keys, an index that can be read, and the book: what reads no mail */
};

/* ARGV[0] is the verb. A status with ERR says what went wrong; main prints it. */
typedef enum status verb_run(struct reader *reader, int argc, char **argv, struct err *err);

struct verb {
    const char *name, *arguments, *summary;
    enum need need;
    verb_run *run;
};

verb_run cmd_init, cmd_sync, cmd_deliver, cmd_filter, cmd_why, cmd_senders, cmd_check, cmd_filters,
    cmd_backtest, cmd_simulate, cmd_key, cmd_export, cmd_import, cmd_erase,
    cmd_alias,
    cmd_doctor, cmd_status, cmd_tag, cmd_watch, cmd_lmtp, cmd_serve, cmd_user, cmd_mode, cmd_mute,
    cmd_follow;

/* Becomes the site's user NAME for good, and puts that one's home in place of *HOME, for what WORDS
 * (NULL-ended) are to do: a verb and its arguments. Errors: those of site_user_find(), imap_start() and
 * site_user_become(); STATUS_USAGE where the site's users cannot have that done. */
STATUS_CHECK enum status user_begin(struct home **home, const char *name, char **words, struct err *err);

#endif
