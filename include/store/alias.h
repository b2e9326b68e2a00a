/* Addresses that she hands out, one to each organisation, so that mail tells who passed hers on. An alias
 * is `local+label.code@domain` with the recipient delimiter, or `label.code@alias-domain`: the code is one
 * that only her key can make, over address, label and organisation. Addresses that she gave out before are
 * noted as they are. */
#ifndef HEED_ALIAS_H
#define HEED_ALIAS_H

#include <stdbool.h>
#include <stdint.h>

#include "store/book.h"
#include "base/config.h"
#include "store/secret.h"

#define ALIAS_LABEL 30 /* letters of a label at most */

/* Whose mail comes to an alias. Kept in the book: what is further down is not taken back by what is
 * further up. */
enum alias_use {
    ALIAS_USE_NONE,
    ALIAS_USE_LEAK,   /* somebody it was not given to */
    ALIAS_USE_TAKEN,  /* the same, but she answers it or fetched it back */
    ALIAS_USE_MAILER, /* writes for the one it was given to */
    ALIAS_USE_OWN,    /* the one it was given to */
};

const char *alias_use_name(enum alias_use use);

struct alias {
    const char *address;      /* the whole of it, lower case */
    const char *organisation; /* whom it was given to: a registrable domain, or an address where mailboxes
                                 are for all */
    int64_t given;            /* when it was made or noted, seconds since the epoch */
    bool made;                /* has a code */
};

/* What is known of the alias that a message came to. All NULL, zero and false where it came to none. */
struct alias_fact {
    char *address;
    char *organisation; /* whom it was given to; of a forged one, whom the genuine one was given to */
    char *who;          /* whose mail this is */
    enum alias_use use;
    int64_t given;
    bool made;          /* the code holds */
    bool forged;        /* looks like an alias of hers, but the code is wrong */
    bool codeless;      /* likewise, but there is no code, and the genuine one has one */
    int64_t closed;     /* when she closed it; 0: it is open */
    bool renewed;       /* she has given whom it was given to another one */
    bool claimed;       /* nobody but the sender says that it came there */
    bool is_new;        /* not in the book yet */
    char *passed_to;    /* who was the first to write to it without being meant to, or NULL */
    int64_t passed;     /* when that was */
};

static inline void alias_fact_clear(struct alias_fact *fact)
{
    g_free(fact->address);
    g_free(fact->organisation);
    g_free(fact->who);
    g_free(fact->passed_to);
    *fact = (struct alias_fact){0};
}

/* The two halves of an alias: BASE is what it hangs on, "local@domain" or "@alias-domain", DETAIL the rest,
 * "label.code" or whatever she made up. Own their strings. */
struct alias_parts {
    char *base, *detail;
};
void alias_parts_clear(struct alias_parts *parts);

/* True where ADDRESS is one of OWN (NULL-ended) with the recipient delimiter of CONFIG and something
 * behind it, or at its alias domain; *PARTS (may be NULL) is then the caller's. */
bool alias_split(const struct config *config, char *const *own, const char *address,
                 struct alias_parts *parts);

/* The address for DETAIL on BASE, and the one with LABEL and the code that KEY makes for ORGANISATION. The
 * caller frees them. */
char *alias_address(const struct config *config, const char *base, const char *detail);
char *alias_make(const struct config *config, const struct secret *key, const char *base, const char *label,
                 const char *organisation);

/* Whether DETAIL has the form of a label and a code, and whether the code is that of one of KEY's for
 * ORGANISATION. */
bool alias_has_code(const char *detail);
bool alias_holds(const struct secret *key, const struct alias_parts *parts, const char *organisation);

/* A label for ORGANISATION: "velora" of velora.co.uk, "jo" of jo@freemail.example. The caller frees it. */
char *alias_label(const char *organisation);

/* True where LABEL is of letters, digits and hyphens, ALIAS_LABEL at most, in lower case. */
bool alias_label_is_good(const char *label);

/* Writes down that ENTRY's mail came to its alias, and the alias itself where it is new. For book_put(). */
STATUS_CHECK enum status book_alias_used(struct book *book, const struct alias_fact *fact,
                                         const struct entry *entry, struct err *err);

/* She answered ENTRY, flagged it or fetched it back: that its sender has her address is all right with
 * her. */
STATUS_CHECK enum status book_alias_taken(struct book *book, const struct entry *entry, struct err *err);

/* What is closed stays so. */
STATUS_CHECK enum status book_alias_put(struct book *book, const struct alias *alias, struct err *err);

/* Closes ADDRESS as of WHEN, or opens it: 0. */
STATUS_CHECK enum status book_alias_close(struct book *book, const char *address, int64_t when,
                                          struct err *err);

/* Forgets whose mail came to ADDRESS; says that WHO writes for whom it was given to. */
STATUS_CHECK enum status book_alias_unused(struct book *book, const char *address, struct err *err);
STATUS_CHECK enum status book_alias_mailer(struct book *book, const char *address, const char *who,
                                           struct err *err);

/* The alias ADDRESS; or, where LABEL, one that was made and whose address begins so, behind which the code
 * stands, and ends in REST. Its strings are the caller's: free both. */
struct alias_row {
    char *address, *organisation;
    int64_t given;
    bool made;
    int64_t closed;
};
bool book_alias_get(struct book *book, const char *address, struct alias_row *row);
bool book_alias_like(struct book *book, const char *label, const char *rest, struct alias_row *row);
void alias_row_clear(struct alias_row *row);

/* Whether ORGANISATION has an alias that is open. */
bool book_alias_has_open(struct book *book, const char *organisation);

/* How many times one of NAMES (three; "" names nobody) has passed on addresses that she gave to it, up to
 * NOW: each to each that wrote there and was not taken up. To whom last, and when. */
struct leaks {
    unsigned count;
    char *to; /* the caller's to free; NULL where there are none */
    int64_t last;
};
struct leaks book_alias_leaks(struct book *book, const char *const names[3], int64_t now);

/* What WHO is to the alias ADDRESS; ANYBODY (may be NULL) whether anybody has written to it. */
enum alias_use book_alias_use(struct book *book, const char *address, const char *who, bool *anybody);

/* One organisation's use of one alias. */
struct alias_usage {
    struct alias alias;
    int64_t closed;      /* when she closed the alias; 0: it is open */
    const char *who;
    enum alias_use use;
    bool proven;         /* it was really from WHO, once at least */
    int64_t first, last; /* arrival */
    uint32_t seen;       /* messages */
};

/* Calls EACH for all aliases and their uses, in order of time; with WHO "" for one that nobody has used.
 * The other: for who was the first that ADDRESS was passed on to. False stops. */
typedef bool book_each_use(const struct alias_usage *usage, void *data);
STATUS_CHECK enum status book_alias_uses(struct book *book, book_each_use *each, void *data, struct err *err);
void book_alias_leak(struct book *book, const char *address, book_each_use *each, void *data);

/* Copies aliases, and what was said of their mailers and taken-up senders, before an archive is lived
 * again. */
STATUS_CHECK enum status book_alias_carry(struct book *to, struct book *from, struct err *err);

/* Copies what TO does not know of the uses: messages since vanished. */
STATUS_CHECK enum status book_alias_remember(struct book *to, struct book *from, struct err *err);

#endif
