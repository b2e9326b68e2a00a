/* Who lives in the made-up world: the brands with their strategies, the friends, the lists; and
 * what each sort of letter is by nature. Tables only; what happens on a day is days.c, the words
 * are lingo. */
#ifndef SIM_CAST_H
#define SIM_CAST_H

#include <stdbool.h>

enum topic {
    TOPIC_RUNNING,
    TOPIC_BOOKS,
    TOPIC_MUSIC, /* its items are bands */
    TOPIC_COFFEE,
    TOPIC_GARDEN,
    TOPIC_KITCHEN,
    TOPIC_CYCLING,
    TOPIC_TRAVEL, /* its items are cities */
    TOPIC_FILM,
    TOPIC_CLOTHES,
    TOPIC_GAMES,
    TOPIC_PHOTO,
    TOPIC_HOME,
    TOPIC_VISION,
    TOPIC_GADGETS,
    TOPIC_COUNT,
    TOPIC_NONE = TOPIC_COUNT
};
#define TOPIC_ITEMS 8

/* A sort of letter: one set of wordings each (lingo), and one row of talk_traits. */
enum talk {
    TALK_HELPFUL, /* an offer chosen for her */
    TALK_BLAST,   /* the same shout to everyone */
    TALK_DUE,     /* "it may be time for new ..." */
    TALK_ROUTE,   /* an airline's fare to one city */
    TALK_GIG,     /* a concert of one band */
    TALK_QUIET,   /* a word now and then */
    TALK_NEWS,    /* an issue of a newsletter */
    TALK_RECEIPT,
    TALK_SHIPPED,
    TALK_DELIVERED,
    TALK_CODE,
    TALK_ACCOUNT,
    TALK_BOOKING, /* a flight */
    TALK_VISIT,   /* an appointment with a time and a place */
    TALK_SOCIAL,
    TALK_FRIEND,
    TALK_ANSWER, /* a friend answers her */
    TALK_REPLY,  /* what she writes */
    TALK_LIST,
    TALK_PHISH,
    TALK_ENDS,    /* claims that something of hers ends, which does not */
    TALK_ORDERED, /* claims an order that never was */
    TALK_COUNT
};

struct talk_trait {
    const char *kind; /* in truth.tsv; the names of heed's kinds, and "phish" and "sent" */
    float want;       /* how probable it is that she wants it, before anything else is known */
    bool bulk;        /* carries the marks of bulk mail */
    bool html;
    unsigned char first_hour, last_hour; /* UTC */
};
extern const struct talk_trait talk_traits[TALK_COUNT];

enum manner {
    STRATEGY_HELPFUL,
    STRATEGY_TIMELY,
    STRATEGY_BLAST,
    STRATEGY_DECAYING,
    STRATEGY_REFORMED,
    STRATEGY_QUIET,
    STRATEGY_NONE, /* those who sell nothing by mail */
    STRATEGY_DEALT /* in the cast: the seed decides */
};

/* What a brand does with its letters to her. */
struct conduct {
    enum talk talk;
    float weekly;
    float aim;                       /* share of its letters that are about what she likes */
    float false_dates, false_orders; /* shares that claim an end, or an order, which is none */
    bool due;                        /* it writes when what she bought is used up, too */
    bool stays;                      /* who unsubscribes is written to all the same */
};

/* Before and after its turning point; most have none and both are alike. */
struct manner_row {
    const char *name;
    struct conduct before, after;
};
extern const struct manner_row manners[STRATEGY_DEALT];

enum role {
    ROLE_SHOP,
    ROLE_AIRLINE,   /* bores her but for one route */
    ROLE_STAGE,     /* sells tickets; one band matters */
    ROLE_FORGOTTEN, /* ignored for a year, then she orders there */
    ROLE_PAPER,     /* newsletters */
    ROLE_SOCIAL,
    ROLE_BANK,
    ROLE_STREAM, /* sign-in codes, bills */
    ROLE_CLINIC,
    ROLE_COUNT
};

struct party {
    const char *name;
    const char *domain;    /* the organisation */
    const char *bulk_host; /* host part of its bulk mail's addresses, under domain; "" for none */
    const char *bulk_local, *desk_local; /* local parts of offers and of everything else */
    enum role role;
    enum topic topic;
    enum manner strategy;
    float pull;    /* ROLE_PAPER, ROLE_SOCIAL: what she thinks of it, 0-1 */
    float weekly;  /* ROLE_PAPER, ROLE_SOCIAL: letters a week */
    short cadence; /* she buys every so many days; 0: by chance */
};
extern const struct party parties[];
extern const unsigned n_parties;

struct friend_row {
    const char *name, *address;
    float weekly;
};
extern const struct friend_row friends[];
extern const unsigned n_friends;

struct list_row {
    const char *name, *id, *address;
    float weekly, pull;
    enum topic topic;
};
extern const struct list_row lists[];
extern const unsigned n_lists;

/* Who sends for the brands: envelope and Message-ID carry their names. */
extern const char *const mail_houses[];
extern const unsigned n_mail_houses;

#define READER_NAME "Robin Winter"
#define READER_FIRST "Robin"
#define READER_ADDRESS "robin@home.example"
#define READER_SERVER "mx.home.example"

#endif
