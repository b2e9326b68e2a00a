/* One made-up letter: what it means, and what is needed to render it. Strings belong to the world.
 */
#ifndef SIM_LETTER_H
#define SIM_LETTER_H

#include <glib.h>
#include <stdint.h>

#include "cast.h"
#include "lingo.h"

/* Where a letter really comes from. */
enum origin {
    ORIGIN_OWN,       /* from whom it says: SPF, DKIM and DMARC pass */
    ORIGIN_LIST,      /* a list passed it on: nothing proves the author */
    ORIGIN_FORGED,    /* the From of another, DMARC fails */
    ORIGIN_LOOKALIKE, /* a domain of its own, registered to be misread; DMARC passes for that */
    ORIGIN_NAMED,     /* anybody's mailbox, with a brand as display name */
    ORIGIN_HER        /* her own, from the folder of sent mail */
};

/* What she did with a letter. */
enum deed {
    DEED_OPENED,
    DEED_ANSWERED,
    DEED_FORWARDED,
    DEED_FLAGGED,
    DEED_FILED,
    DEED_IGNORED,
    DEED_DELETED_UNREAD,
    DEED_DELETED,
    DEED_WROTE,   /* it is hers */
    DEED_PENDING, /* not come to it yet */
    DEED_COUNT
};

struct letter {
    int64_t when; /* arrival */
    enum talk talk;
    enum origin origin;
    const struct party *party; /* NULL for people and lists */
    int correspondent;         /* row of friends[] that it is from or to; -1 for none */
    int item;                  /* of the topic; what she likes is decided by it */
    bool due;                  /* it comes when she needs it */
    double want;               /* how probable it is that she wants it */
    enum deed deed;
    const char *organisation, *strategy; /* as in truth.tsv */

    unsigned serial;
    const char *id, *in_reply_to; /* without <>; NULL for no reply */
    const char *from_name, *from_address, *to_name, *to_address;
    const char *house; /* domain of the servers that sent it */
    const char *link_host, *button, *subject, *text;
    const char *list_id, *list_name;                   /* of lists, or NULL */
    const char *order, *price, *product, *city, *home; /* for the markup */
    int64_t event; /* time of the appointment, or of the delivery */
};

/* The bytes of the letter as her server stored them. Pure. The caller frees the string. */
GString *letter_render(const struct letter *letter, const struct lingo *lingo);

#endif
