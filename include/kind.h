/* What a message is for. The words behind it are rows of one table (src/mail/words.c). */
#ifndef HEED_KIND_H
#define HEED_KIND_H

#include <stdbool.h>

#include "message.h"

enum kind {
    KIND_PERSON,
    KIND_LIST,
    KIND_RECEIPT,
    KIND_SHIPPING,
    KIND_CODE,        /* sign-in codes, security notices */
    KIND_ACCOUNT,     /* welcome, confirmation, billing, terms */
    KIND_APPOINTMENT, /* travel, events, reservations */
    KIND_NEWSLETTER,
    KIND_PROMOTION,
    KIND_SOCIAL,
    KIND_OTHER,
    KIND_COUNT
};

const char *kind_name(enum kind kind);

/* KIND_COUNT where NAME is no kind. */
enum kind kind_from_name(const char *name);

struct kind_guess {
    enum kind kind;
    char why[120];   /* what it was read from: "schema.org Order", "'order #' in subject" */
    bool bulk;       /* sent to many alike, by its headers (List-*, Precedence, Feedback-ID) */
    float urgency;   /* urgency words per 100 words of subject and text, 0 and up */
    float discount;  /* discount words and signs per 100 words, 0 and up */
};

/* Judges from headers, markup, then words in every language of the table; pure. */
struct kind_guess kind_guess(const struct message *message);

#endif
