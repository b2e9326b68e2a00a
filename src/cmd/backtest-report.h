/* A replay of the archive, and what it came to. */
#ifndef HEED_BACKTEST_REPORT_H
#define HEED_BACKTEST_REPORT_H

#include <stdbool.h>
#include <stdint.h>

#include <glib.h>

#include "base/config.h"
#include "base/kind.h"
#include "store/outcome.h"
#include "base/placement.h"
#include "decide/rules.h"

/* One message of the replay whose outcome is known. */
struct replayed {
    char *id, *subject;
    const char *organisation; /* interned */
    enum kind kind;
    enum outcome outcome;
    double useful, trust;
    enum placement placement[2]; /* with the settings and rules there are; with the others */
    const char *rule;            /* that places it with the others, or NULL; interned */
};

struct replay {
    const struct config *config;
    struct config *other; /* NULL without --set */
    struct rules *rules;  /* NULL without --rules */
    bool both;            /* one of them is there */
    GHashTable *met;      /* of these rules, those that some message met; */
    bool met_more;        /* a message remembers only some of the rules that it meets, so others may have
                             matched, too */
    int64_t since;
    double share;         /* of the messages, by a hash of their id */
    GArray *rows;
};

/* Print what REPLAY, whose rows are in order of usefulness, came to: in all, what moves, by kind and by
 * organisation, and the wanted mail that would be demoted, of which no more than twenty messages are
 * listed unless ALL. */
void backtest_print(const struct replay *replay, bool all);
void backtest_print_json(const struct replay *replay);

#endif
