/* One verb, one file, one row in the table of main.c. */
#ifndef HEED_VERB_H
#define HEED_VERB_H

#include "reader/sources.h"
#include "base/status.h"

enum need {
    NEED_NOTHING,
    NEED_SETTINGS, /* sources->config */
    NEED_INDEX,    /* settings and an index that can be read */
    NEED_BOOK,     /* index, book and key */
};

/* ARGV[0] is the verb. A status with ERR says what went wrong; main prints it. */
typedef enum status verb_run(struct sources *sources, int argc, char **argv, struct err *err);

struct verb {
    const char *name, *arguments, *summary;
    enum need need;
    verb_run *run;
};

verb_run cmd_init, cmd_sync, cmd_deliver, cmd_filter, cmd_why, cmd_senders, cmd_check, cmd_filters,
    cmd_backtest, cmd_simulate, cmd_key, cmd_alias,
    cmd_doctor, cmd_status, cmd_tag;

#endif
