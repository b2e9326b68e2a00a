/* Becoming the account that processes have which deal with others' servers. */
#ifndef HEED_NOBODY_H
#define HEED_NOBODY_H

#include "base/status.h"

/* Becomes the account LISTENER ([site] listener) for good, where this is root. Errors: STATUS_CONFIG where
 * there is none, or it is root; STATUS_IO. */
STATUS_CHECK enum status nobody_become(const char *listener, struct err *err);

/* Whether it could. Errors: STATUS_CONFIG likewise. */
STATUS_CHECK enum status nobody_check(const char *listener, struct err *err);

#endif
