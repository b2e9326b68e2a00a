/* Chance that can be repeated: the same seed rolls the same numbers on every machine (SplitMix64).
 * Knows nothing of what it decides. */
#ifndef SIM_DICE_H
#define SIM_DICE_H

#include <stdbool.h>
#include <stdint.h>

struct dice {
    uint64_t state;
};

static inline uint64_t dice_next(struct dice *dice)
{
    uint64_t z = dice->state += 0x9e3779b97f4a7c15u;
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
    return z ^ (z >> 31);
}

/* In [0, 1). */
static inline double dice_unit(struct dice *dice)
{
    return (double)(dice_next(dice) >> 11) / 9007199254740992.0;
}

/* 0 to N - 1. */
static inline unsigned dice_below(struct dice *dice, unsigned n)
{
    return (unsigned)(dice_unit(dice) * n);
}

static inline int dice_between(struct dice *dice, int low, int high)
{
    return low + (int)dice_below(dice, (unsigned)(high - low + 1));
}

static inline bool dice_chance(struct dice *dice, double p)
{
    return dice_unit(dice) < p;
}

#endif
