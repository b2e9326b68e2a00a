/* What a message is judged in here: settings as they come, a book in memory, and nobody but the reader. */
#ifndef HEED_UNIT_WORLD_H
#define HEED_UNIT_WORLD_H

#include <math.h>
#include <string.h>

#include "base/days.h"
#include "filters/filter.h"
#include "flow.h"
#include "store/secret.h"
#include "unit.h"

#define NOW ((int64_t)1750000000)

static const char promotion[] G_GNUC_UNUSED =
    "Received: from a by b; Sun, 15 Jun 2025 10:00:00 +0000\r\nFrom: Shop <news@shop.example>\r\n"
    "To: me@home.example\r\nSubject: 50% off everything, today only\r\nMessage-ID: <1@shop.example>\r\n"
    "List-Unsubscribe: <https://shop.example/u>\r\nPrecedence: bulk\r\n\r\nBuy now!\r\n";

struct world {
    struct reader reader;
    char *state;
};

static inline void world_open(struct world *world)
{
    struct err err;
    world->state = unit_folder();
    world->reader = (struct reader){.config = config_default()};
    g_assert_cmpint(book_open(":memory:", 90, &world->reader.book, &err), ==, STATUS_OK);
    world->reader.keyring = g_new0(struct keyring, 1);
    world->reader.witness.keyring = world->reader.keyring;
    g_assert_cmpint(secret_open(world->state, SEAL_KEY, true, &world->reader.keyring->seal, &err), ==, STATUS_OK);
}

static inline void world_close(struct world *world)
{
    unit_remove(world->state);
    reader_close(&world->reader);
}

static inline struct judgement *judge(struct world *world, const char *text)
{
    owned(spool) spool = spool_of(text, strlen(text));
    struct judgement *judgement = NULL;
    struct err err;
    g_assert_cmpint(flow_judge(&world->reader, NULL, spool, AT_ARRIVAL, NOW, &judgement, &err), ==, STATUS_OK);
    return judgement;
}

static inline void live(struct world *world, int count, enum outcome outcome)
{
    struct err err;
    static int serial;
    for (int i = 0; i < count; i++) {
        g_autofree char *id = g_strdup_printf("old.%d", serial++);
        struct entry entry = {.id = id, .date = NOW - 86400 * i, .address = "news@shop.example",
                              .organisation = "shop.example", .thread = "", .kind = KIND_PROMOTION,
                              .placement = PLACE_NONE, .scores = {{NAN, NAN, NAN}},
                              .outcome = outcome, .indexed = true};
        g_assert_cmpint(book_put(world->reader.book, &entry, &err), ==, STATUS_OK);
    }
}

static inline const struct finding *found(const struct judgement *j, const char *code)
{
    for (size_t i = 0; i < findings_count(j->findings); i++)
        if (g_str_equal(findings_at(j->findings, i)->spec->code, code))
            return findings_at(j->findings, i);
    return NULL;
}

/* A row of messages, one every STEP days, the latest STEP days ago. */
static inline void came(struct world *world, enum kind kind, int count, int step, enum outcome outcome, uint64_t print)
{
    static int serial;
    struct err err;
    for (int i = 1; i <= count; i++) {
        g_autofree char *id = g_strdup_printf("came.%d", serial++);
        struct entry entry = {.id = id, .date = NOW - i * step * DAY, .address = "news@shop.example",
                              .organisation = "shop.example", .thread = "", .kind = kind, .placement = PLACE_NONE,
                              .scores = {{NAN, NAN, NAN}}, .outcome = outcome, .indexed = true,
                              .fingerprint = print};
        g_assert_cmpint(book_put(world->reader.book, &entry, &err), ==, STATUS_OK);
    }
}

#endif
