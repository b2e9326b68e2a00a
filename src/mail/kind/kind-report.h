/* What programs say about mail and machines. */
#ifndef HEED_MAIL_KIND_REPORT_H
#define HEED_MAIL_KIND_REPORT_H

#include "kind-evidence.h"

/* What MESSAGE reports of, in words ("a letter was not delivered"), or NULL where it is no report. */
const char *report_says(const struct message *message, const struct evidence *evidence);

/* Whether a vacation answer or the like: a report unless it is about a business of hers. */
const char *report_answers(const struct message *message, const struct evidence *evidence);

/* Whether it answers under a subject of its own ("Automatic reply: ..."), which says that somebody is away or
 * that a program answers. People leave "Re:" there. */
bool report_excuses(const struct evidence *e);

#endif
