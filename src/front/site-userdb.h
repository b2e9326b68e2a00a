/* Asking Dovecot who a user is. */
#ifndef HEED_SITE_USERDB_H
#define HEED_SITE_USERDB_H

#include "front/site.h"

/* Fills USER by the auth-userdb socket at PATH: Dovecot's authentication protocol, version 1
 * (doc.dovecot.org, "auth protocol", master requests). Errors: STATUS_NOT_FOUND, STATUS_IO. */
STATUS_CHECK enum status site_userdb_ask(const char *path, const char *name, double seconds,
                                         struct site_user *user, struct err *err);

#endif
