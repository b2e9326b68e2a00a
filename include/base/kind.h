/* What a message is for: the names that settings, rules and the book know it by. */
#ifndef HEED_KIND_H
#define HEED_KIND_H

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
    KIND_REPORT, /* bounces, receipts of reading, vacation answers, what machines of the house say */
    KIND_COUNT,
    KIND_ANY = 255 /* in place of one: all of them together; the book's files have this number */
};

const char *kind_name(enum kind kind);

/* KIND_COUNT where NAME is no kind. */
enum kind kind_from_name(const char *name);

#endif
