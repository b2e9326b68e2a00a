/* Whom a relay sent a message on for. */
#ifndef HEED_RELAY_H
#define HEED_RELAY_H

#include <stdbool.h>

/* The mailbox behind ADDRESS, which is lent by a relay, as it or the display NAME beside it tells; some
 * relays write underscores for its dots. ANYBODY: the relay gives mailboxes to anyone, so the name does not
 * count. In lower case; NULL where there is none. The caller frees it. Pure. */
char *relay_mailbox(const char *address, const char *name, bool anybody);

#endif
