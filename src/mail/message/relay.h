/* Whom a relay sent a message on for. */
#ifndef HEED_RELAY_H
#define HEED_RELAY_H

#include <stdbool.h>

/* The host behind ADDRESS, which is lent by a relay, as it or the display NAME beside it tells; ANYBODY: the
 * relay gives mailboxes to anyone, so the name does not count. NULL where there is none. The caller frees it.
 * Pure. */
char *relay_host(const char *address, const char *name, bool anybody);

#endif
