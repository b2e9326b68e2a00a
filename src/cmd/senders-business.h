/* What receipts and bookings have told of her business. */
#ifndef HEED_SENDERS_BUSINESS_H
#define HEED_SENDERS_BUSINESS_H

#include "store/book.h"

/* Prints what is known of the organisations whose name contains one of WANTED (NULL: all); where FORGETS is
 * true forgets it instead, and says so. Errors: STATUS_NOT_FOUND where nothing is. */
STATUS_CHECK enum status senders_business(struct book *book, char **wanted, bool forgets, bool as_json,
                                          struct err *err);

#endif
