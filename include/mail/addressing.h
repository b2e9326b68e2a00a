/* How a message is addressed, and what shape of letter it is: what tells people's mail to her from what
 * she is only shown. */
#ifndef HEED_ADDRESSING_H
#define HEED_ADDRESSING_H

#include "mail/message.h"

enum addressed_as {
    ADDRESSED_UNKNOWN, /* nobody knows which addresses are hers */
    ADDRESSED_NOT,     /* none of them is in To or Cc: a list, Bcc */
    ADDRESSED_TO,
    ADDRESSED_COPY,    /* in Cc alone */
};

enum subject_says {
    SUBJECT_NEW,
    SUBJECT_REPLY,    /* "Re:", or it names what it answers */
    SUBJECT_FORWARD,  /* "Fwd:" */
    SUBJECT_RESPONSE, /* "Accepted:", or a calendar that answers an invitation */
};

#define ADDRESSING_WITH 10

struct addressing {
    enum addressed_as as;
    unsigned place;          /* of her first address in its field, from 1; 0: in none */
    unsigned others;         /* addresses in To and Cc that are not hers */
    const char *with[ADDRESSING_WITH]; /* the first of these; of the message */
    unsigned n_with;
    enum subject_says subject;
    bool prefixed;           /* the subject begins with such a word */
    unsigned subject_length; /* characters, without "Re:" and the like */
    unsigned text_length;    /* characters before what it quotes */
    bool asks;               /* a question mark stands in these */
};

/* Whether ADDRESS, one of the message's recipients, is hers. */
typedef bool addressing_own(const char *address, void *data);

/* Pure. OWN is NULL where none of her addresses is known. */
struct addressing addressing_read(const struct message *message, addressing_own *own, void *data);

#endif
