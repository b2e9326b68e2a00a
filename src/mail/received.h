/* One Received field, as far as it tells whether a message came from outside. */
#ifndef HEED_MAIL_RECEIVED_H
#define HEED_MAIL_RECEIVED_H

#include <stdbool.h>

/* True where VALUE (unfolded) says that a server took the message over from another organisation or
 * from a stranger. Names that the other side only claimed (HELO) are not believed. */
bool received_from_outside(const char *value);

#endif
