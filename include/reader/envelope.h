/* One delivery, as the mail server tells it beside the message: what the message itself cannot be believed
 * about. */
#ifndef HEED_ENVELOPE_H
#define HEED_ENVELOPE_H

#include <stdbool.h>

struct envelope {
    char *sender;      /* MAIL FROM, or NULL where the server does not say; "" is the null reverse-path
                          (RFC 5321 4.5.5) */
    char **recipients; /* RCPT TO, NULL-ended, or NULL */
    char *queue_id;    /* the server's name for the delivery, or NULL */
    bool authenticated; /* whoever sent it had logged in to the server */
};

#endif
