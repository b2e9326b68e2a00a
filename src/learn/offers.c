/* Counting who offers Authentication-Results. */
#include <string.h>

#include "base/text.h"
#include "mail/sender.h"
#include "offers.h"

#define RECENT 200 /* messages: who has moved to another provider is asked about that one */
#define FEWEST 3   /* of the majority of a small mailbox */
#define SURE 5     /* of a third */

struct offers {
    char *names[RECENT];
    unsigned count; /* of all that were added */
};

struct offers *offers_new(void)
{
    return g_new0(struct offers, 1);
}

void offers_free(struct offers *offers)
{
    for (unsigned i = 0; offers && i < RECENT; i++)
        g_free(offers->names[i]);
    g_free(offers);
}

void offers_add(struct offers *offers, const char *name)
{
    char **slot = &offers->names[offers->count++ % RECENT];
    g_free(*slot);
    *slot = g_strdup(name);
}

/* "+mx7.farm.example" as "+*.farm.example". */
static char *farm_of(const char *name)
{
    bool below = *name == '+';
    g_autofree char *organisation = organisation_of(name + below);
    return g_strdup_printf("%s*.%s", below ? "+" : "", organisation);
}

struct most {
    const char *name; /* NULL where there is none, or not one alone */
    unsigned count;
};

static struct most find_most(GHashTable *counts)
{
    struct most most = {NULL, 0};
    GHashTableIter iter;
    gpointer name, value;
    g_hash_table_iter_init(&iter, counts);
    while (g_hash_table_iter_next(&iter, &name, &value)) {
        unsigned count = GPOINTER_TO_UINT(value);
        if (count >= most.count)
            most = (struct most){count > most.count ? name : NULL, count};
    }
    return most;
}

static void add_one(GHashTable *counts, char *name)
{
    guint count = GPOINTER_TO_UINT(g_hash_table_lookup(counts, name));
    g_hash_table_insert(counts, name, GUINT_TO_POINTER(count + 1));
}

void offers_propose(const struct offers *offers, struct follow_report *report)
{
    g_autoptr(GHashTable) names = g_hash_table_new_full(text_hash, g_str_equal, g_free, NULL);
    g_autoptr(GHashTable) farms = g_hash_table_new_full(text_hash, g_str_equal, g_free, NULL);
    unsigned recent = MIN(offers->count, RECENT);
    for (unsigned i = 0; i < recent; i++)
        if (*offers->names[i]) {
            add_one(names, g_strdup(offers->names[i]));
            add_one(farms, farm_of(offers->names[i]));
        }
    struct most most = find_most(names), farm = find_most(farms);
    if (farm.count > 2 * most.count)
        most = farm;
    bool likely = (2 * most.count > recent && most.count >= FEWEST) ||
                  (3 * most.count >= recent && most.count >= SURE);
    report->recent = recent;
    if (most.name && likely) {
        report->offers = most.count;
        g_strlcpy(report->offered, most.name, sizeof report->offered);
    }
}
