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
    pid_t pid;              /* the listener's word; 0: free */
};

struct slots {
    unsigned n;
    struct slot at[];
};

/* NULL where there is no memory. */
struct slots *slots_new(unsigned n);
void slots_free(struct slots *slots);

/* BYTES more of SLOT, unless all together are then above LIMIT. */
bool slots_take(struct slots *slots, struct slot *slot, uint64_t bytes, uint64_t limit);
void slots_clear(struct slot *slot);

/* A free place, the last one first, or one of the first MOST; or NULL. */
struct slot *slots_find(struct slots *slots, unsigned most);

#endif
