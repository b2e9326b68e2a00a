/* Memory that the listener and its sessions share. */
#include <stddef.h>
#include <sys/mman.h>

#include "lmtp-slots.h"
#include "site-ask.h"

static size_t size_of(unsigned n)
{
    return sizeof(struct slots) + n * sizeof(struct slot);
}

struct slots *slots_new(unsigned n)
{
    struct slots *slots =
        mmap(NULL, size_of(n), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    if (slots == MAP_FAILED)
        return NULL;
    slots->n = n;
    return slots;
}

bool slots_take(struct slots *slots, struct slot *slot, uint64_t bytes)
{
    uint64_t all = bytes;
    for (unsigned i = 0; i < slots->n; i++)
        all += atomic_load(&slots->at[i].bytes);
    if (all > slot->limit)
        return false;
    atomic_fetch_add(&slot->bytes, bytes);
    return true;
}

void slots_clear(struct slot *slot)
{
    atomic_store(&slot->bytes, 0);
}

struct slot *slots_find(struct slots *slots, unsigned most, uid_t uid)
{
    unsigned others = most / 4, count = 0;
    for (unsigned i = 0; i < slots->n && uid != SITE_ANY; i++)
        count += slots->at[i].pid && slots->at[i].uid == uid;
    if (count && count >= most - others)
        return NULL;
    while (most && slots->at[most - 1].pid)
        most--;
    return most ? &slots->at[most - 1] : NULL;
}
