/* What other rules or settings would place elsewhere. */
#ifndef HEED_MOVES_H
#define HEED_MOVES_H

#include <stdbool.h>

#include <glib.h>

#include "store/outcome.h"
#include "base/placement.h"

/* One message that would move; all strings are borrowed. */
struct move {
    const char *id, *subject, *organisation;
    enum outcome outcome;
    enum placement from, to;
    const char *rule; /* place of the rule that then decides, or NULL */
};

/* Prints how many of MOVES (of struct move) go from where to where and by which rule, and lists them:
 * those that she acted on first; no more than twenty, unless ALL. */
void print_moves(const GArray *moves, bool all);

#endif
