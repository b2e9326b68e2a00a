/* Who accepts connections, as nobody, and gives each a process. */
#ifndef HEED_LMTP_LISTENER_H
#define HEED_LMTP_LISTENER_H

#include "lmtp-session.h"

#define LISTENER_SOCKETS 16 /* at most */

/* Serves SOCKETS until SIGTERM, then waits for the sessions to end what they have begun. Gives up
 * rights before the first connection; the log is open. */
void lmtp_listener(const struct lmtp *lmtp, const int *sockets, unsigned n);

#endif
