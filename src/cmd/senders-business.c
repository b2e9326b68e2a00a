/* `heed senders --business`: what receipts and bookings have told, and forgetting it. */
#include <stdio.h>
#include <string.h>
#include <time.h>

#include "base/text.h"
#include "base/when.h"
#include "json.h"
#include "senders-business.h"
#include "store/ledger.h"

struct ledger {
    char **wanted; /* names to show, or NULL */
    GPtrArray *organisations;
    struct json *json; /* or NULL */
    char *above;
};

static bool matches(const struct ledger *ledger, const char *organisation)
{
    for (char **wanted = ledger->wanted; wanted && *wanted; wanted++)
        if (strstr(organisation, *wanted))
            return true;
    return !ledger->wanted;
}

static void json_thing(struct json *json, const char *organisation, const struct thing *thing)
{
    json_object(json);
    json_text(json, "organisation", organisation);
    json_text(json, "thing", thing->words);
    json_text(json, "kind", kind_name(thing->kind));
    json_count(json, "told", thing->date);
    json_count(json, "day", thing->day);
    json_object_end(json);
}

static void print_thing(struct ledger *ledger, const char *organisation, const struct thing *thing)
{
    char told[32], day[32];
    g_autofree char *name = text_clean(organisation, 60), *words = text_clean(thing->words, 40);
    if (g_strcmp0(ledger->above, organisation) != 0)
        puts(name);
    g_free(ledger->above);
    ledger->above = g_strdup(organisation);
    const char *when = thing->day ? text_day(when_day_ends(thing->day) - 1, day, sizeof day) : "";
    printf("  %-12s %-12s %s%s%s\n", text_day(thing->date, told, sizeof told), kind_name(thing->kind), words,
           *when ? ", for " : "", when);
}

static void show(const char *organisation, const struct thing *thing, void *data)
{
    struct ledger *ledger = data;
    if (!matches(ledger, organisation))
        return;
    if (!g_ptr_array_find_with_equal_func(ledger->organisations, organisation, g_str_equal, NULL))
        g_ptr_array_add(ledger->organisations, g_strdup(organisation));
    if (ledger->json)
        json_thing(ledger->json, organisation, thing);
    else if (ledger->above)
        print_thing(ledger, organisation, thing);
}

static enum status forget(struct book *book, const GPtrArray *organisations, struct err *err)
{
    enum status status = STATUS_OK;
    for (guint i = 0; i < organisations->len && !status; i++) {
        g_autofree char *name = text_clean(organisations->pdata[i], 60);
        status = book_ledger_forget(book, organisations->pdata[i], time(NULL), err);
        if (!status)
            printf("Forgot what %s has told of your business.\n", name);
    }
    return status;
}

enum status senders_business(struct book *book, char **wanted, bool forgets, bool as_json, struct err *err)
{
    g_autoptr(GPtrArray) organisations = g_ptr_array_new_with_free_func(g_free);
    owned(json) json = as_json ? json_new() : NULL;
    struct ledger ledger = {wanted, organisations, json, forgets ? NULL : g_strdup("")};
    if (json)
        json_array(json);
    enum status status = book_ledger(book, show, &ledger, err);
    g_free(ledger.above);
    if (!status && json) {
        json_array_end(json);
        json_print(json);
    } else if (!status && !organisations->len) {
        status = err_set(err, STATUS_NOT_FOUND, "nothing is known that you bought or booked%s",
                         wanted ? " of whoever has that in the name" : "");
    }
    return status || !forgets ? status : forget(book, organisations, err);
}
