/* Which of her letters a report is about. */
#ifndef HEED_MAIL_REPORT_H
#define HEED_MAIL_REPORT_H

#include "mail/message.h"

#define REPORT_IDS 8       /* that are looked at */
#define REPORT_RECIPIENTS 8

/* What a report names; each NULL-ended. */
struct reported {
    char **ids;        /* Message-IDs of what it returns or speaks of, without <> */
    char **recipients; /* addresses that a letter did not reach, lower case */
};

/* Reads MESSAGE, whose kind is a report: what its parts for programs say, and the lines of its text, since
 * many servers write no such parts. Pure. report_clear() it. */
void report_read(const struct message *message, struct reported *report);
void report_clear(struct reported *report);

/* Whether the author has no domain of the Internet: none at all, a bare host, or a name that is for networks
 * of one's own (RFC 6761, 6762, 8375, 9476, and .lan). */
bool author_is_local(const struct message *message);

#endif
