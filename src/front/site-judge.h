/* Judging messages for each of their recipients, each by what is known of that one's mail. */
#ifndef HEED_SITE_JUDGE_H
#define HEED_SITE_JUDGE_H

#include "site-worker.h"

/* In a process of its own, which parses nothing: does what comes in at CONTROL (site-pool.h) until it ends.
 * Of a task the first descriptor is where a session asks (site-ask.h), the second one the message. It wants
 * the users' workers there. */
void site_judge(struct site *site, int control);

#endif
