/* Telling what a message is for. The words behind it are rows of one table (src/mail/words). */
#ifndef HEED_MAIL_KIND_GUESS_H
#define HEED_MAIL_KIND_GUESS_H

#include <stdbool.h>

#include "base/kind.h"
#include "mail/message.h"

struct kind_guess {
    enum kind kind;
    char why[120];   /* what it was read from: "schema.org Order", "'order #' in subject" */
    bool local;      /* a report from a machine of the house, which never came from outside */
    bool answer;     /* a report that a program sent in answer: somebody is away, or has read it */
    bool excuses;    /* of any kind: answers under a subject that says that somebody is away */
    bool wordless;   /* of a business that no word says: a short text with a number */
    bool bulk;       /* sent to many alike, by its headers (List-*, Precedence, Feedback-ID) */
    float urgency;   /* urgency words per 100 words of subject and text, 0 and up */
    float discount;  /* discount words and signs per 100 words, 0 and up */
    unsigned discounts; /* how many there are */
};

/* Judges from headers, markup, then words in every language of the table; pure. */
struct kind_guess kind_guess(const struct message *message);

/* Whether MESSAGE, which came from somebody's address, was written by a program for them: vacation
 * answers, receipts of reading, reports, calendar replies, what is forwarded by a rule (RFC 3834,
 * RFC 3798, RFC 5546). Pure. */
bool message_is_automatic(const struct message *message);

#endif
