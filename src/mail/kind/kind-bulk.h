/* What header fields say about mail to many. */
#ifndef HEED_MAIL_BULK_H
#define HEED_MAIL_BULK_H

#include <stdbool.h>

#include "mail/message.h"

struct bulk {
    bool headers;    /* any of them speaks of mail to many */
    bool faint;      /* nothing but a Feedback-ID: who sends single letters by a mailer has that, too */
    float strength;  /* 1 where it is plain, less where single messages carry such fields too */
    bool discussion; /* a mailing list that people write to */
    bool automatic;  /* Auto-Submitted and the like: a program wrote it */
};

struct bulk bulk_read(const struct message *message);

#endif
