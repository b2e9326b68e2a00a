/* What a process that stays has to do with the system that it runs on. */
#ifndef HEED_SERVICE_H
#define HEED_SERVICE_H

#include <signal.h>

#include "base/home.h"

/* Says WORD to systemd, where that started it (sd_notify(3)). */
void service_tell(const struct home *home, const char *word);

/* Says WATCHDOG=1, four times within the time that systemd gives, where it gives one: *DUE is when it is to
 * be said again, on clock_seconds(), at first 0. Returns SECONDS, or less, within which to call it again. */
double service_alive(const struct home *home, double seconds, double *due);

/* As many files as the system allows at all; and what one message needs the next one needs, too, so from here
 * on memory is not given back in between. */
void service_settle(void);

/* Has SIGTERM, SIGINT, SIGHUP and SIGCHLD heard by HEAR, and only while one waits with the mask WAITING
 * (ppoll(2)). USUAL is the mask for those who are forked. SIGPIPE is ignored. */
void service_catch(void (*hear)(int number), sigset_t *usual, sigset_t *waiting);

#endif
