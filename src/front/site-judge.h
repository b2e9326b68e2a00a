/* Judging one message for each of its recipients, each by what is known of that one's mail. */
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

/* In a process of its own, which parses nothing: hears over FD what is asked about the message in
 * MESSAGE_FD, has it judged, answers, and when it hears who got it has that noted. Takes over both.
 */
void site_judge(struct site *site, int fd, int message_fd);

#endif
