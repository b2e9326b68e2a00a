/* One message from standard input. The keeper moves its bytes; whatever happens to those who judge and
 * index it, the message gets where it belongs. */
#ifndef HEED_KEEPER_H
#define HEED_KEEPER_H

#include "base/home.h"
#include "base/status.h"
#include "reader/envelope.h"

struct keeping {
    const char *folder; /* below the mail root, whatever the verdict; or NULL */
    bool waits;         /* for the index, too, as long as [deliver] lock-wait allows */
    bool dry;           /* nothing is stored: the plan is printed */
};

/* Delivers it to the reader of HOME. STATUS_OK means that it is fsynced; it is indexed behind that, by a
 * process that holds none of the caller's files. Any other status means that no trace of it is in the
 * Maildir. */
STATUS_CHECK enum status keeper_deliver(const struct home *home, const struct envelope *envelope,
                                        const struct keeping *how, struct err *err);

/* Writes it to standard output with the verdict in its header, otherwise byte for byte. Where it is a SITE's,
 * heed lmtp judges it, for the one recipient of ENVELOPE. */
STATUS_CHECK enum status keeper_filter(const struct home *home, const struct envelope *envelope, bool site,
                                       struct err *err);

#endif
