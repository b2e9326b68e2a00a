/* One user's worker: judges messages for that user, stores them where heed is the store, and notes what
 * became of them. */
#ifndef HEED_WORKER_H
#define HEED_WORKER_H

#include "base/home.h"

/* What comes in over the first of a task's descriptors, as a variant; the second one is the message. One
 * is to be judged (sender, whether that is known, queue id, recipients, until when by clock_seconds()),
 * and answered: placement, why it was not judged or "", where it would be by MODE_HEADERS, the plan or "",
 * the verdict that it is vouched for or "". Or it is to be judged and stored (the same, and the site's
 * seal for each of site_verdict() or ""), and answered: placement, why it was not judged or "", where it
 * would be, enum kept (site-ask.h), seconds that judging took. Of one that others stored the plan is to be
 * noted; or a plan was left already, and is to be taken. Nothing is answered then. */
#define WORK_LEFT "()"
#define WORK_JUDGE "(sbsasd)"
#define WORK_FOUND "(ysyvs)"
#define WORK_KEEP "(" WORK_JUDGE "as)"
#define WORK_KEPT "(ysyyd)"

/* Why, where what is known of the user lies elsewhere by now: another worker will do. */
#define WORK_MOVED "moved"

/* Why, where the user wants nothing judged (MODE_OFF). */
#define WORK_OFF "off"

/* Does what comes in at CONTROL (pool.h) until it ends, for who has HOME, which this process is; NULL: it
 * could not become that one, and judges nothing. Takes over HOME; a task takes SECONDS and a few at most.
 * Where it does not ACCEPT seals, as for a site, what others placed is placed anew, and plans, which are
 * noted here, are held to their message here. Parses no mail and has no book open: judges are forked off it,
 * and so is whoever writes that. */
void worker_serve(struct home *home, bool accepts, double seconds, int control);

#endif
