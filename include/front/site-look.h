/* What is to be known of a site's users, one after the other, for those who run it. */
#ifndef HEED_SITE_LOOK_H
#define HEED_SITE_LOOK_H

#include "front/site.h"

struct site_state {
    const char *name;     /* of the user */
    const char *trouble;  /* why the rest is not known, or NULL */
    bool unknown;         /* the table of users does not know that one any more */
    bool is_open;         /* others may look into the folder */
    enum user_mode mode;
    unsigned problems;    /* in the user's own settings */
    const char *problem;  /* the first of them, or "" */
    uint64_t bytes;       /* of all that is known */
    int64_t messages;     /* that the book knows; -1: there is none */
    int64_t synced;       /* seconds since the epoch; 0: never */
    const char *unstored; /* why no mail can be stored, where heed is the store; or "" */
};

/* Calls EACH for everybody of whom something is known, with what a process of that user's sees there. CONFIG
 * is the site's, HOME gives its folders. Errors: STATUS_IO where the table of users does not answer: then it
 * ends; those of site_may_look(). */
typedef void site_look(const struct site_state *state, void *data);
STATUS_CHECK enum status site_look_all(const struct home *home, const struct config *config, site_look *each,
                                       void *data, struct err *err);

#endif
