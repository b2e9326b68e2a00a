/* What the passes of learning come to, in a small file of the site's state: walking the folders of all users
 * is too dear for who only wants to know. */
#ifndef HEED_SITE_LEARNED_H
#define HEED_SITE_LEARNED_H

#include <stdbool.h>
#include <stdint.h>

#include "base/config.h"
#include "base/home.h"
#include "base/status.h"

struct site_learned {
    int64_t oldest; /* when who waits longest was learned from, seconds since the epoch */
    uint64_t bytes; /* of all that is known */
    uint32_t learned, unlearned; /* users; unlearned: never, or they cannot be looked at */
};

/* At the end of a pass: looks at everybody (site-look.h), and writes that down. HOME and CONFIG are the
 * site's. Errors: STATUS_IO; then what was written before stays. */
STATUS_CHECK enum status site_learned_note(const struct home *home, const struct config *config,
                                           struct err *err);

/* False where nothing was written down, or nobody was learned from. */
bool site_learned_read(const struct config *config, struct site_learned *learned);

#endif
