/* Who recipients are, by the table of users, remembered for a while: mail comes in bursts. */
#ifndef HEED_SITE_KNOWN_H
#define HEED_SITE_KNOWN_H

#include "front/site.h"

/* A user as whoever wants a worker says it: site_user, in order. */
#define SITE_USER "(ssssuu)"

struct site_known;
struct site_known *site_known_new(void);
void site_known_free(struct site_known *known);

/* As site_user_find(): by the table of CONFIG, or as it said within the last minute. *USER is a SITE_USER,
 * borrowed until the next call, and small enough to be a name in the pool (POOL_BYTES). */
STATUS_CHECK enum status site_known_find(struct site_known *known, const struct config *config,
                                         const char *address, double seconds, GVariant **user,
                                         struct err *err);

#endif
