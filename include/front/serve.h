/* Judges that stay for one person: `heed serve`, and those who ask it. */
#ifndef HEED_SERVE_H
#define HEED_SERVE_H

#include "act/plan.h"
#include "base/home.h"
#include "reader/envelope.h"

/* Judges what deliveries of HOME ask about until SIGTERM. Listens at a datagram socket in the state's folder,
 * or the one that systemd gives. Errors: STATUS_LOCKED where another one does, STATUS_IO where it cannot
 * begin. */
STATUS_CHECK enum status serve_judges(const struct home *home, struct err *err);

/* The socket of who serves HOME, the caller's; -1 where nobody does. */
int serve_find(const struct home *home);

/* Asks at that socket. SECONDS at most; *OUT is the caller's. False where there is no plan, whatever the
 * reason: whoever asked judges for itself then. */
bool serve_ask(int socket, const struct home *home, const struct spool *spool,
               const struct envelope *envelope, double seconds, struct plan **out);

/* Says there that a plan was left, which whoever serves takes into book and index. False where nobody hears
 * it. */
bool serve_left(int socket, const struct home *home);

#endif
