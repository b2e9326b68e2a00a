/* What sessions share: how much is being handed on. Each session writes its own place; the listener
 * clears it when the session has ended, however it ended. */
#ifndef HEED_LMTP_SLOTS_H
#define HEED_LMTP_SLOTS_H

#include <stdatomic.h>
#include <stdbool.h>
#include <stdint.h>
#include <sys/types.h>

struct slot {
    _Atomic uint64_t bytes; /* of the message that is under way */
    uint64_t limit;         /* of all together, from which on this one takes no more */
    pid_t pid;              /* the listener's word, as are the others; 0: free */
    uid_t uid;              /* for whom: SITE_ANY (site-ask.h), or the account that has connected */
};

struct slots {
    unsigned n;
    struct slot at[];
};

/* As long as the process and its children; NULL where there is no memory. */
struct slots *slots_new(unsigned n);

/* BYTES more of SLOT, unless all together are then above its limit. */
bool slots_take(struct slots *slots, struct slot *slot, uint64_t bytes);
void slots_clear(struct slot *slot);

/* A free place, the last one first, or one of the first MOST, for UID; or NULL, also where that account,
 * unless it is SITE_ANY, has three quarters of them. */
struct slot *slots_find(struct slots *slots, unsigned most, uid_t uid);

#endif
