/* The settings of a consumer, and what is usual. */
#include "consumer.h"

#include "shipped.h"

#define KEY(key, kind, from, to)                                                                            \
    {                                                                                                       \
#key, SHEET_##kind, offsetof(struct consumer, key), from, to, NULL                                  \
    }

static const struct sheet_key keys[] = {
    KEY(patience, RANGE, 1, 86400), KEY(likes, RANGE, 1, 8),      KEY(keen, NUMBER, 0, 300),
    KEY(tidy, NUMBER, 0, 100),      KEY(looks, NUMBER, 0, 365),   KEY(look, NUMBER, 0, 3600),
    KEY(lines, NUMBER, 1, 100),     KEY(temper, NUMBER, 0, 100),  KEY(forgives, NUMBER, 1, 3650),
    KEY(leaves, NUMBER, 0, 10000),  KEY(worth, NUMBER, 0, 86400),
};

static const struct consumer usual = {
    .patience = {40, 140},
    .likes = {1, 2},
    .keen = 100,
    .tidy = 34,
    .looks = 7,
    .look = 60,
    .lines = 1,
    .temper = 1,
    .forgives = 45,
    .leaves = 16,
    .worth = 120,
};

enum status consumers_load(const char *file, struct consumer consumers[CONSUMERS_MOST], unsigned *count,
                           struct err *err)
{
    const struct sheet sheet = {"a consumer", keys, G_N_ELEMENTS(keys), sizeof *consumers, &usual};
    return sheet_load(&sheet, file, shipped_consumers, consumers, CONSUMERS_MOST, count, err);
}
