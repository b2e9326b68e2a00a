/* Which server's Authentication-Results could be believed, by where they stand in the latest mail.
 */
#ifndef HEED_OFFERS_H
#define HEED_OFFERS_H

#include "base/owned.h"
#include "learn/follow.h"

struct offers;
struct offers *offers_new(void);
void offers_free(struct offers *offers);
OWNED_DEFINE(offers)

/* Of one message that came from elsewhere, in order of time: NAME is its auth.offered, or "". */
void offers_add(struct offers *offers, const char *name);

/* Sets offered, offers and recent of REPORT: one name that most of the latest messages have, or a
 * third of them where that is five; the farm that it belongs to where its machines name themselves.
 * "" where none has, or two have as many: a wrong server would be believed about everybody. */
void offers_propose(const struct offers *offers, struct follow_report *report);

#endif
