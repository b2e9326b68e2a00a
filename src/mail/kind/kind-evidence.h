/* What speaks for each kind, gathered from all of a message before anything is decided. */
#ifndef HEED_MAIL_EVIDENCE_H
#define HEED_MAIL_EVIDENCE_H

#include <stdbool.h>

#include "mail/kind-guess.h"
#include "mail/words.h"

/* The strongest phrase of one class in one place, and the sum of the others. */
struct support {
    float best, rest;
    const char *phrase; /* not NUL-ended */
    int len;
};

struct evidence {
    struct support subject[WORD_CLASSES], body[WORD_CLASSES], local[WORD_CLASSES];
    const char *schema[KIND_COUNT]; /* a schema.org type that speaks for the kind, or NULL */
    float bulk;       /* how plainly the header fields speak of mail to many; 1 is plain */
    bool bulk_headers;
    bool faint;       /* no other field than one that mailers of single letters write, too */
    bool discussion;  /* a list that people write to */
    bool reply;       /* answers another message */
    bool renamed;     /* under a subject of its own, without "Re:" */
    bool passed_on;   /* quotes another message, or has its subject behind "Re:", "Fwd:" and the like */
    bool automatic;   /* no person writes from such an address, or it says so itself */
    bool data;        /* its text is for programs */
    bool role;        /* a desk does */
    bool house;       /* an organisation writes in its own name, as its domain has it */
    bool carrier;     /* of an organisation that carries parcels */
    bool network;     /* of a place where people meet */
    bool named;       /* mail to many, in whose author's name a word of news stands */
    bool id_in_subject, code_in_subject, percent_in_subject, price_in_subject;
    unsigned codes, longs, amounts; /* in the body: lone codes, long numbers, sums of money */
    unsigned words, subject_words;
    unsigned urgency, discount, common; /* words of that class, each time they stand */
};

void evidence_gather(struct evidence *evidence, const struct message *message);

/* The weight of the heaviest phrase of CLASS, a kind or one of enum word_class, that says in the author's
 * name what is sent from there, as in the local part of an address; 0 where there is none. */
float evidence_of_name(const struct message *m, int class);

/* The best phrase counts in full, the others support it. */
float support_value(const struct support *support);

#endif
