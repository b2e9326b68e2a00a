/* Received fields, as far as they tell whether a message came from outside. */
#ifndef HEED_MAIL_RECEIVED_H
#define HEED_MAIL_RECEIVED_H

#include <stdbool.h>

#include "mail/message.h"

/* True where VALUE (unfolded) says that a server took the message over from another organisation or
 * from a stranger. Names that the other side only claimed (HELO) are not believed. */
bool received_from_outside(const char *value);

/* True where none of MESSAGE's Received fields says that it came from outside: it was written on this host
 * or in its own network, or by somebody who had logged in to the server. */
bool received_inside(const struct message *message);

/* The address that the server which wrote VALUE (unfolded) says the message is for, in lower case; "" where
 * it says none, as for several recipients (RFC 5321 4.4, For). The caller frees it. */
char *received_for(const char *value);

#endif
