/* What offers something, and what tells news: both go to many, and words of both stand in either. */
#ifndef HEED_MAIL_OFFER_H
#define HEED_MAIL_OFFER_H

#include "kind-evidence.h"

/* Whether it offers something beside what it would have as KIND. */
bool offers_something(const struct evidence *evidence, enum kind kind);

/* Whether its text prices what it offers, says that twice, outweighs by that what it says of KIND, and says
 * how to leave. */
bool sells_more(const struct evidence *evidence, enum kind kind);

/* How much speaks for an offer, and for news; 2 is what a subject says outright. */
float offer_score(const struct evidence *evidence, const struct message *message);
float news_score(const struct evidence *evidence);

#endif
