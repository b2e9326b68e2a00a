/* What a message wants of its reader, and where it would lead her: whom it claims to be, the words by which
 * people are lured, and its links and addresses beside its author's. Evidence only; each piece is found in
 * genuine mail too, and filters/lure.c weighs them together. */
#ifndef HEED_LURE_H
#define HEED_LURE_H

#include <stdbool.h>

#include "mail/message.h"
#include "mail/sender.h"

/* What the words are about. */
enum theme {
    THEME_ACCOUNT, /* sign in, confirm, or lose an account */
    THEME_PAYMENT, /* pay, or a payment failed */
    THEME_PRIZE,   /* gifts, rewards, games of chance */
    THEME_FORTUNE, /* other people's money: inheritances, donations, funds, easy gains */
    THEME_PARCEL,  /* something is held and waits for her */
    THEME_THREAT,  /* extortion, fines, deletion */
    THEME_DATING,
    THEME_CURE,    /* miracles of health and beauty */
    THEME_OFFER,   /* what is sold to strangers: insurance, warranties, loans, jobs */
    THEME_FAVOUR,  /* what is asked in the name of somebody: gift cards, other bank details, a code */
    THEME_HURRY,   /* now or never */
    THEME_COUNT
};

enum claim {
    CLAIM_NONE,
    CLAIM_NAME,    /* in the display name */
    CLAIM_ADDRESS, /* in the author's address */
    CLAIM_SUBJECT,
    CLAIM_HEAD,    /* at its beginning */
    CLAIM_TEXT,    /* as whose account is hers, or beside a sum to pay, from a mailbox that anyone can have */
};

/* Tricks of links; bits. */
enum link_trick {
    TRICK_NAMES_OTHER = 1 << 0, /* the text names one site, the link leads to another */
    TRICK_NUMERIC = 1 << 1,     /* an IP address for a host */
    TRICK_USERINFO = 1 << 2,    /* https://bank.example@elsewhere.example */
    TRICK_DATA = 1 << 3,        /* data: with a page in it */
    TRICK_HOSTED = 1 << 4,      /* a page at a service that gives pages to anyone */
    TRICK_SHORTENED = 1 << 5,   /* a link shortener */
    TRICK_ODD_HOST = 1 << 6,    /* a host of random letters, or in a domain that costs next to nothing */
};

/* What is odd about the author's address and name; bits. */
enum odd {
    ODD_UNREACHABLE = 1 << 0, /* no host name that mail could be sent to */
    ODD_RANDOM = 1 << 1,      /* a host of random letters and digits */
    ODD_CHEAP = 1 << 2,       /* a top-level domain that costs next to nothing */
    ODD_HOSTED = 1 << 3,      /* a host at a service that gives names to anyone */
    ODD_DISGUISED = 1 << 4,   /* letters of several scripts or invisible ones within words of name or
                                 subject */
    ODD_COMPANY = 1 << 5,     /* a mailbox that anyone can have, in the name of an office */
    ODD_ADDRESSED = 1 << 6,   /* the subject calls her by her address */
    ODD_DISGUISED_TEXT = 1 << 8, /* several such letters in its text, or letters far apart */
    ODD_MAILBOX = 1 << 7,     /* a mailbox of random letters, in a name that has nothing to do with it */
    ODD_TAIL = 1 << 9,        /* a word that a machine drew ends the subject or the name */
    ODD_NUMBERED = 1 << 10,   /* an office, or a mailbox that anyone can have, with a number in its name; or
                                 such a mailbox, in a name that has nothing to do with it */
    ODD_SUM = 1 << 13,      /* a short letter from a mailbox that anyone can have, about a sum of money */
    ODD_DECORATED = 1 << 14, /* signs in the display name that no name has */
    ODD_PLANTED = 1 << 12,  /* a site and a sum stand where a name belongs */
    ODD_SPELT = 1 << 11,    /* digits in its host for letters of its name: b3rlin.example, Berlin */
};

#define LURE_HOST 128
#define GIBBERISH_MOST 8

struct brand;
struct lure {
    const char *brand;        /* the organisation that is claimed, or NULL; static */
    const char *brand_domain; /* where its mail comes from; static */
    enum claim claim;
    const struct brand *said;  /* of whom the text says that she has an account or an order, or NULL */
    const struct brand *named; /* whom it names first, or NULL */
    float themes[THEME_COUNT]; /* 0 none, 1 plainly, at most 1.6 */
    char words[THEME_COUNT][48]; /* the first words that were found, as in the table */
    unsigned links, own_links;   /* to web hosts looked at; of these, to the author's organisation */
    char away[LURE_HOST];        /* host of the first link that leads elsewhere, or "" */
    unsigned tricks;             /* enum link_trick */
    char shown[LURE_HOST], target[LURE_HOST]; /* TRICK_NAMES_OTHER: what the text names, where it leads */
    char trick_host[LURE_HOST];  /* of the other tricks, the first */
    unsigned odd;                /* enum odd */
    char named_site[LURE_HOST];  /* a site in the display name that is not the author's, or "" */
    char reply[LURE_HOST];       /* organisation of Reply-To where it is not the author's, or "" */
    bool reply_free_mail;
    bool foreign_name;           /* no word of the display name stands in the address */
    unsigned number_digits;      /* ODD_NUMBERED: how long the number in the display name is */
    unsigned gibberish;          /* words of random letters in subject and text, up to 8 of each */
    const char *attachment;      /* name of an attached page (HTML or SVG), or NULL; the message's */
};

/* Reads MESSAGE, which is from SENDER. Pure. */
struct lure lure_read(const struct message *message, const struct sender *sender);

#endif
