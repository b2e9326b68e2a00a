/* What a message offers to be trusted. */
#ifndef HEED_MAIL_AUTHRES_OFFER_H
#define HEED_MAIL_AUTHRES_OFFER_H

#include <stdbool.h>

#include "mail/authres.h"
#include "mail/message.h"

/* What Microsoft's fields count as: they carry no authserv-id. */
#define MICROSOFT "protection.outlook.com"

/* Notes in auth->offered who wrote HEADER, an Authentication-Results field above the border, or right BELOW
 * it. *TOLD: the fields so far tell of DKIM or DMARC; false before the first. */
void offer_note(struct auth *auth, bool *told, const struct header *header, bool below);

#endif
