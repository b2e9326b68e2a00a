/* Judging messages for each of their recipients, each by what is known of that one's mail. */
#ifndef HEED_SITE_JUDGE_H
#define HEED_SITE_JUDGE_H

#include "base/config.h"
#include "base/home.h"
#include "store/secret.h"

struct site {
    const struct home *home;
    struct config *config;
    struct secret *key; /* of the site's seals, or NULL */
};

/* In a process of its own, which parses nothing: does what comes in at CONTROL (pool.h) until it ends. Of a
 * task the first descriptor is where a session asks (site-ask.h), the second one the message, where it is
 * about one. It wants the users' workers there. */
void site_judge(struct site *site, int control);

/* In a process of its own: becomes the user who is PACKED in so many bytes, and is that one's worker. */
void site_worker(struct site *site, const void *packed, size_t length, int control);

#endif
