/* Everything that is known when a message is judged. Filters read this and nothing else: they open no
 * file and ask no clock. */
#ifndef HEED_FACTS_H
#define HEED_FACTS_H

#include "store/alias.h"
#include "mail/addressing.h"
#include "mail/authres.h"
#include "store/book.h"
#include "mail/business.h"
#include "base/config.h"
#include "store/interest.h"
#include "mail/kind-guess.h"
#include "mail/likeness.h"
#include "mail/lure.h"
#include "mail/message.h"
#include "mail/report.h"
#include "mail/sender.h"
#include "mail/details.h"
#include "mail/things.h"
#include "mail/vocabulary.h"

#define RECENT_MESSAGES 32
#define PURCHASES 12
#define STRANGERS_KINDS 5
#define THINGS_ABOUT 24

struct facts {
    int64_t now; /* seconds since the epoch; in a replay the message's own arrival */
    const struct message *message;
    const struct sender *sender;
    struct kind_guess kind;
    int64_t ahead; /* noon of the last day that it names, of those not past when it was written; 0: none */
    int64_t next;  /* likewise of the first one */
    int64_t passed; /* of the last one that was past by then, not for long: struct days; 0: none */
    bool discussion;      /* a list's, unless recall() finds that it is none of the list's */
    const char *relation; /* whose mail it is to her: sender->relation; for a discussion, the list */
    const char *voice;    /* within it: the author's address, or '"NAME" via ADDRESS' where a list writes for
                             all under its own; of a forge or tracker, whose it is and why it writes */
    char *own_voice;      /* owns it, where it is no other's text; or NULL */
    struct affiliation joined; /* owns the relation where the sender's domain belongs with that */
    char *affiliate;      /* another domain that this mail shows to belong with the sender's, AFFILIATE_SIGNED
                             before it where it signed this; or NULL */
    struct auth auth;
    enum auth_result proven; /* auth_verdict(&auth) */
    bool mailed;             /* to many, or by a Sender, and a mailer's signature passes: it says who sent
                                it */
    bool inside;             /* it never came from outside: written here, or by somebody who had logged in */
    enum auth_result entitled; /* how far it is proven to be of the relation: for a discussion, that the
                                  list sent it */
    bool no_list;            /* names a list whose mail was proven so far, and is not proven to be of it */
    bool sent_on;            /* the author is not proven, but a list that she follows sent it on */
    struct lure lure;        /* what it wants of her, and where it would lead */

    double suspect_below; /* percent: with less trust it is suspect, by the settings */
    const char *without; /* names of filters that are left out, apart by commas, or NULL */
    bool terse;          /* nobody will read the details of findings, which then are "" */

    bool known; /* it may have come before now: what it counts in the book is no evidence about itself */

    bool has_book;                   /* a book could be asked; otherwise what follows is all zero */
    struct tally tally[LEVEL_COUNT]; /* what she did with earlier mail like this */
    int64_t since;         /* book_since() */
    struct tally genuine;  /* of these, at LEVEL_ORGANISATION, what is proven or was not looked at */
    struct tally unproven; /* and where this message is not proven, what is neither */
    double strangers; /* of a stranger's, how many first messages came from strangers that are as proven, of
                         what comes to many and of people; decayed */
    struct of_strangers {
        enum kind kind;
        struct tally first, all;     /* what she did with these first messages, and with all that is proven */
    } of_strangers[STRANGERS_KINDS]; /* the same, by kinds other than its own */
    bool with_strangers;             /* its own kind is one of these */
    struct wish wish;      /* what she last said outright to whoever sends this; what is sent to many is
                              one */
    struct wish_since {    /* what came since then, of the same kind, and became of it */
        unsigned came;
        double decided, acted; /* what lies unread in the inbox for two days is half decided */
    } since_wish;
    bool left;             /* by writing to the address that takes their readers off the list */
    double akin; /* of an offer, how much news the organisation has sent, and of news, how many offers;
                    decayed */
    struct recent recent[RECENT_MESSAGES]; /* what came lately from the same, of the same kind; the newest
                                              first */
    unsigned n_recent;
    struct volume {    /* what the relation sent to many in the last 30 days, of whatever kind */
        unsigned sent; /* up to RECENT_MESSAGES of each kind */
        double acted;  /* of these, how many she acted on */
    } volume;
    int64_t last_shown;              /* when the latest of these came that was not demoted; 0: never */
    int64_t purchases[PURCHASES];    /* when receipts of the organisation came; the latest first */
    unsigned n_purchases;
    struct tally receipts;           /* of the relation, all of them, as proven as this message is */
    uint64_t fingerprint;            /* message_fingerprint() */
    char *name;                      /* skeleton of the display name of an organisation's proven mail, or
                                        NULL */
    struct imitation {               /* whom a stranger looks like, of those whose proven mail she has */
        enum likeness domain;
        enum bearing name;           /* how far its display name is the other's */
        char *organisation;          /* the other; NULL where there is none */
        unsigned messages;           /* proven ones from it */
        char *person;                /* address of somebody she knows, whose name it bears; or NULL */
        unsigned by_person;          /* proven ones from them */
        bool herself;                /* it bears her own */
        bool knows_her;              /* names an order or a booking that she has with the other */
    } imitation;
    char **business;                 /* business_read() */
    char **tells;                    /* things_read() */
    struct thing_fact {              /* a thing of hers that it is about, bought or booked once */
        char *words;                 /* by which it is known again, those that stand here; owned */
        struct details details;      /* what else mail told of it */
        double lowest, highest;      /* what this message asks for it, in the same currency, of what was
                                        bought last and is what it is about; else 0 */
        double share;                /* how far it is about that: mentions_share() */
        int64_t date, day;           /* when mail told of it, and what day it was for (0: none) */
        enum kind kind;              /* of that mail */
        bool theirs;                 /* with the same relation */
        bool lone;                   /* one word of several stands here */
        bool named;                  /* as the relation is: what they write of may be anything of theirs */
    } things[THINGS_ABOUT];          /* the latest first */
    unsigned n_things;
    bool has_things;                 /* it is known what she bought or booked of the relation, ... */
    int64_t told_last;               /* ... and when mail told of it, or of an order, last; 0: never */
    bool borne_out, priced, offers;  /* whether it has what receipts have: things_bear_out() */
    const char *her_business;        /* one of these that earlier mail of theirs told of, or NULL */
    int64_t business_since;          /* when it first did */
    struct alias_fact alias;         /* the alias of hers that it came to */
    struct leaks leaks;              /* of addresses that she gave to whoever writes; owned */
    struct interest interest;        /* of strangers' mail only: what her index says of its words */
    struct contact contact;          /* what she wrote to the author */
    bool first;                      /* nothing came from the relation before, and she never wrote to it */
    bool stranger;                   /* hardly anything did, and she has acted on none of it */
    double as_stranger;              /* 1; fading with each message more that she has acted on none of */
    struct reported report;          /* of a report: what it names; else empty */
    bool about_hers;                 /* a report about a letter of hers */
    bool answers_her;                /* in reply to a message of hers, from where she writes to */
    bool thread_is_hers;             /* likewise in a thread that she has written in */
    bool newcomer;                   /* names a brand, from an address of which she wanted nothing yet */
    bool relay_strange;              /* through a relay that nothing shows her to have an address at */
    bool colleague;                  /* proven to be of a house where she has an address herself */
    bool hers;                       /* she wrote it herself: it says so, and is proven or came from inside */
    struct addressing addressing;    /* how she is addressed */
    bool tagged_sent;                /* "sent", which no mail that comes is */
    const char *user_name;           /* as configured in notmuch, or "" */

    GHashTable *deviations; /* book_deviations(), or NULL: what was learned about findings' weights */
    struct word_fact {
        const char *word;
        const struct weight *anywhere; /* in anybody's subjects */
        const struct weight *here;     /* in this organisation's */
    } words[VOCABULARY_WORDS];
    unsigned n_words;
    const struct weight *with[ADDRESSING_WITH]; /* of what people write: of each of addressing.with */
    unsigned n_with;
    const struct weight *bias_organisation, *bias_sender; /* what neither counts nor words explain; or NULL */
    char **vocabulary; /* owns the words; facts_clear() */
    char *learned_as;  /* by whose weights it is judged, and teaches: the relation, apart where it is not
                          proven; owned, too */
};

/* Whether it is not proven, where mail of the relation was as far as she has seen. What she acted
 * on was genuine, proven or not; what else claimed to be of the relation says nothing of it. */
bool facts_lapsed(const struct facts *facts);

/* Whether she last said no to whoever sends this, and did not take it back. */
bool facts_refused(const struct facts *facts);

/* Fills FACTS with what MESSAGE says of itself; the rest is nothing until recall() fills it. Borrows from its
 * arguments. Pure. facts_clear() it. */
void facts_read(const struct config *config, const struct message *message, const struct sender *sender,
                struct facts *facts);

/* Frees what FACTS owns. */
void facts_clear(struct facts *facts);

#endif
