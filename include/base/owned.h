/* g_autoptr for types that are `struct noun` with a noun_free(): `owned(spool) s = NULL;`. */
#ifndef HEED_OWNED_H
#define HEED_OWNED_H

#define OWNED_DEFINE(noun)                                                                         \
    static inline void noun##_free_at(struct noun **at)                                            \
    {                                                                                              \
        if (*at)                                                                                   \
            noun##_free(*at);                                                                      \
    }

#define owned(noun) __attribute__((cleanup(noun##_free_at))) struct noun *

#endif
