/* What a process that stays has to do with the system that it runs on. */
#ifndef HEED_SERVICE_H
#define HEED_SERVICE_H

#include "base/home.h"

/* Says WORD to systemd, where that started it (sd_notify(3)). */
void service_tell(const struct home *home, const char *word);

/* As many files as the system allows at all; and what one message needs the next one needs, too, so from here
 * on memory is not given back in between. */
void service_settle(void);

#endif
