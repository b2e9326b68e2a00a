/* What the tables of the book and the statements made to them share. */
#ifndef HEED_BOOK_TABLES_H
#define HEED_BOOK_TABLES_H

#include "book-private.h"
#include "store/alias.h"
#include "store/history.h"
#include "store/seal.h"

#define TELLING "(2, 3, 5, 6)" /* things_are_told_by() */
#define UNDECIDED \
    "outcome = 0 AND own = 0 AND gone = 0 AND indexed = 1 AND placement NOT IN (2, 3) AND tags & 4096 = 0"
G_STATIC_ASSERT(KIND_RECEIPT == 2 && KIND_SHIPPING == 3 && KIND_ACCOUNT == 5 && KIND_APPOINTMENT == 6 &&
                TAG_BY_FILTER == 4096);
G_STATIC_ASSERT(OUTCOME_NONE == 0 && OUTCOME_ANSWERED == 1 && OUTCOME_RESCUED == 6 && OUTCOME_DEMOTED == 7 &&
                PLACE_LATER == 2 && PLACE_SUSPECT == 3); /* SQL_WISH too */

/* Of a row "a" of affiliate. */
#define IS_WANTED(of) "EXISTS (SELECT 1 FROM tally WHERE level = 2 AND tally.name = " of " AND wanted > 0)"
#define AFFILIATED \
    "days >= " G_STRINGIFY(AFFILIATE_DAYS) " AND " IS_WANTED("a.organisation") \
    " AND (NOT " IS_WANTED("a.domain") " OR EXISTS (SELECT 1 FROM affiliate b WHERE a.signed AND " \
    "b.domain = a.organisation AND b.organisation = a.domain AND b.signed AND " \
    "b.days >= " G_STRINGIFY(AFFILIATE_DAYS) "))"

#endif
