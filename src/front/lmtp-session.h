/* One connection of the mail server, from its greeting to its end, in a process of its own. */
#ifndef HEED_LMTP_SESSION_H
#define HEED_LMTP_SESSION_H

#include "base/config.h"
#include "base/spool.h"
#include "lmtp-slots.h"
#include "lmtp-store.h"
#include "metrics.h"
#include "site-ask.h"

/* What all sessions know. */
struct lmtp {
    const struct config_site *site;
    struct slots *slots;
    struct metrics *metrics; /* or NULL */
    const char *host; /* what it calls itself */
    int door;         /* to whoever has messages judged (site-ask.h) */
    bool keeps;       /* heed is the store: [site] store = maildir */
    int filter;       /* the listening socket of heed filter, or -1 */
    int numbers;      /* and that of metrics */
};

struct recipient {
    char *address;      /* between < and >, as it came; valid UTF-8 */
    struct reply reply; /* once the message was handed on */
    bool stored;
};

struct intake;

struct session {
    const struct lmtp *lmtp;
    struct slot *slot;
    struct wire *client;
    struct store store;
    bool alone;  /* there is no store behind: heed is it, or hands the fields back */
    bool filters; /* hands them back, in the reply to the message, of one recipient */
    uid_t uid;    /* whose mail it may have judged; SITE_ANY: anybody's */
    bool greeted;
    char *queue_id; /* or NULL */
    char *mail;   /* "MAIL FROM:<...> ...", as the store was told; NULL: there is no transaction */
    char *sender; /* between < and > */
    GPtrArray *recipients; /* struct recipient, that the store took, or the table of users knows */
    struct intake *intake; /* of BDAT, or NULL: none has come yet */
    bool chunked;          /* the message came by BDAT, and goes on so */
    bool open;             /* the store has this transaction begun, with just these recipients */
};

/* Serves FD, which is taken over, until its end or SIGTERM, which ends nothing that has begun. Where it
 * FILTERS, whoever has connected gets the fields for mail to an own user, and stores it. */
void lmtp_session(const struct lmtp *lmtp, struct slot *slot, int fd, bool filters);

/* Ends the transaction, as RSET does; the store's is another matter. */
void session_forget(struct session *session);

/* DATA and BDAT, REST behind them: false where the session ends. */
bool session_data(struct session *session, const char *rest);
bool session_bdat(struct session *session, const char *rest);

/* Has the message in SPOOL, the file FD, judged for all recipients, hands it on, and says each
 * one's reply to the client. */
void session_hand_on(struct session *session, const struct spool *spool, int fd);

/* What heed says itself where it is the store; GOOD: of KEPT_FINE, its text. */
void reply_kept(struct reply *reply, enum kept kept, const char *good);

/* "FROM:<jule@sommerpost.example> SIZE=100": what is in the brackets and what is behind them, each
 * the caller's. False where KEYWORD ("FROM") is not there, or no path (RFC 5321 4.1.2). */
bool path_read(const char *text, const char *keyword, char **address, char **parameters);

#endif
