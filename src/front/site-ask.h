/* Asking the site's judges about one message, from a process that is nobody. */
#ifndef HEED_SITE_ASK_H
#define HEED_SITE_ASK_H

#include "base/placement.h"
#include "base/spool.h"

/* In this order over one socket: what is asked (sender, whether that is known, queue id,
 * recipients); what a seal is to cover (Message-ID, seal_content()); the answer (for each recipient
 * a placement, where it would be by MODE_HEADERS, why it was not judged, a name; for each of
 * site_verdict() a seal or ""); for each recipient whether the store has it. */
#define SITE_ASKED "(sbsas)"
#define SITE_SEALED "(ss)"
#define SITE_ANSWER "(a(yyss)as)"
#define SITE_STORED "ab"

/* What a header may say of where a message is: each placement, then what would be each. The caller frees. */
#define SITE_SEALS (2 * PLACE_COUNT)
char *site_verdict(unsigned which);

struct question {
    const char *sender;   /* or NULL */
    const char *queue_id; /* or "" */
    char **recipients;    /* NULL-ended, in valid UTF-8 as the others */
};

struct asked {
    int fd; /* -1: nobody is there to answer */
};

/* DOOR is the parent's socket (base/pass.h); FD the message. Nothing of this can fail: then there is no
 * answer. */
struct asked site_ask(int door, int fd, const struct question *question);

/* What is found of one recipient. */
struct found {
    enum placement placement;
    char *unjudged; /* why, or NULL */
    char *name;     /* of the user, or "" */
    char *verdict;  /* for the header; NULL: it is to have none */
    char *seal;     /* of that, or NULL */
};
void found_free(struct found *found, unsigned n);

/* N of them, the caller's; of those for whom there is no answer within SECONDS it says so. */
struct found *site_answer(struct asked *asked, const char *id, const char *content, unsigned n,
                          double seconds);

/* Says which of N were stored, and ends. */
void site_tell(struct asked *asked, const bool *stored, unsigned n);

#endif
