/* The Authenticated Received Chain (RFC 8617): what forwarders found before they passed a message on. */
#ifndef HEED_MAIL_ARC_H
#define HEED_MAIL_ARC_H

#include "mail/authres.h"

/* Reads the chain of MESSAGE, which the receiving SERVER has found to hold, into AUTH: auth.vouched where
 * every forwarder is an organisation of SEALERS (NULL-ended) and the first of them found that the message
 * was ORGANISATION's; auth.forwarder, the first that is not believed. A chain that has gaps or doubles
 * says nothing. */
void arc_read(const struct message *message, const char *const *sealers, const char *server,
              const char *organisation, struct auth *auth);

#endif
