/* `heed status --site`. */
#ifndef HEED_STATUS_SITE_H
#define HEED_STATUS_SITE_H

#include "base/home.h"
#include "base/status.h"

/* Prints how the whole site stands, as JSON or for a person. Errors: STATUS_IO where the table of users does
 * not answer. */
STATUS_CHECK enum status status_site(const struct home *home, bool json, struct err *err);

#endif
