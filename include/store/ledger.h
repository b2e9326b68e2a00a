/* What she bought, booked and takes part in, as the book has it. */
#ifndef HEED_LEDGER_H
#define HEED_LEDGER_H

#include "store/book.h"

/* A thing that she bought, booked or takes part in. */
struct thing {
    const char *words;   /* of things_read(); lives until EACH returns */
    const char *details; /* details_text(); likewise */
    int64_t date;      /* when mail told of it */
    int64_t day;       /* noon of the day that it is for; 0: none */
    enum kind kind;    /* of that mail */
};

/* Calls EACH for those that mail of ORGANISATION told of before BEFORE, MOST of them, the latest first. Of
 * each organisation the book keeps some dozens. */
typedef void book_each_thing(const struct thing *thing, void *data);
void book_things(struct book *book, const char *organisation, int64_t before, unsigned most,
                 book_each_thing *each, void *data);

/* Calls EACH for those of ELSEWHERE whose words are WANTED: of the others the book reads no more. */
struct elsewhere {
    const char *organisation; /* not of its mail, ... */
    enum kind kind;           /* ... of mail of this kind, ... */
    int64_t before;           /* ... and of before: ... */
    unsigned most;            /* ... so many are looked at, the latest first */
};
typedef bool book_wanted_thing(const char *words, void *data);
void book_things_elsewhere(struct book *book, const struct elsewhere *elsewhere, book_wanted_thing *wanted,
                           book_each_thing *each, void *data);

/* Calls EACH for all there are, by organisation, the latest first of each. */
typedef void book_each_owned(const char *organisation, const struct thing *thing, void *data);
STATUS_CHECK enum status book_ledger(struct book *book, book_each_owned *each, void *data, struct err *err);

/* Notes the things that ENTRY's mail told of, and nothing else of it. */
STATUS_CHECK enum status book_ledger_learn(struct book *book, const struct entry *entry, struct err *err);

/* Calls EACH for up to MOST messages there that may have told of things, the latest first, from before the
 * one that FROM names ("": all), as BOOK_LEDGER has it. Returns the name of the last for another call; "":
 * there are no more. The caller frees it. EACH must not write to the book. */
char *book_telling(struct book *book, const char *from, unsigned most, book_each_id *each, void *data);

/* Forgets what mail of ORGANISATION up to NOW has told of her business, things and numbers, for good:
 * building the book anew does not bring it back. */
STATUS_CHECK enum status book_ledger_forget(struct book *book, const char *organisation, int64_t now,
                                            struct err *err);

/* Notes in TO what FROM has as forgotten. */
STATUS_CHECK enum status book_ledger_carry(struct book *to, struct book *from, struct err *err);

#endif
