/* `heed senders --business`: what receipts and bookings have told, and forgetting it. */
#include <stdio.h>
#include <string.h>
#include <time.h>

#include "base/days.h"
#include "base/text.h"
#include "base/when.h"
#include "filters/rhythm.h"
#include "json.h"
#include "mail/details.h"
#include "senders-business.h"
#include "store/ledger.h"

/* A thing, and when mail told of it, the latest first. */
struct owned {
    char *words;
    struct details details; /* as the latest has them */
    enum kind kind;
    int64_t day; /* as the latest has it */
    int64_t times[RHYTHM_MOST];
    unsigned n_times, count;
};

struct ledger {
    char **wanted; /* names to show, or NULL */
    GPtrArray *organisations;
    struct json *json; /* or NULL */
    bool prints;
    char *of;          /* the organisation whose ... */
    GPtrArray *things; /* ... these are, of struct owned */
};

static bool matches(const struct ledger *ledger, const char *organisation)
{
    for (char **wanted = ledger->wanted; wanted && *wanted; wanted++)
        if (strstr(organisation, *wanted))
            return true;
    return !ledger->wanted;
}

static void json_details(struct json *json, struct details details)
{
    if (details.price > 0)
        json_number(json, "price", details.price);
    if (*details.currency)
        json_text(json, "currency", details.currency);
    if (*details.size)
        json_text(json, "size", details.size);
    if (*details.people)
        json_text(json, "people", details.people);
}

static void json_thing(struct json *json, const char *organisation, const struct thing *thing)
{
    json_object(json);
    json_text(json, "organisation", organisation);
    json_text(json, "thing", thing->words);
    json_text(json, "kind", kind_name(thing->kind));
    json_count(json, "told", thing->date);
    json_count(json, "day", thing->day);
    json_details(json, details_of(thing->details));
    json_object_end(json);
}

static void owned_free(gpointer owned)
{
    g_free(((struct owned *)owned)->words);
    g_free(owned);
}

static void print_owned(const struct owned *owned)
{
    char told[32], day[32], gap[32];
    struct rhythm rhythm;
    g_autofree char *words = text_clean(owned->words, 40), *shown = details_show(&owned->details);
    g_autofree char *details = text_clean(shown, 60);
    bool again = rhythm_of(owned->times, owned->n_times, &rhythm);
    printf("  %-12s %-12s %s", text_day(owned->times[0], told, sizeof told), kind_name(owned->kind), words);
    if (owned->day)
        printf(", for %s", text_day(when_day_ends(owned->day) - 1, day, sizeof day));
    puts("");
    if (*details)
        printf("  %25s  %s\n", "", details);
    if (owned->count > 1)
        printf("  %25s  %u times%s%s\n", "", owned->count, again ? ", about every " : "",
               again ? text_duration((int64_t)(rhythm.gap * DAY), gap, sizeof gap) : "");
}

/* What one organisation told, each thing once, at its latest. */
static void print_all(struct ledger *ledger)
{
    g_autofree char *name = text_clean(ledger->of, 60);
    if (ledger->things->len)
        puts(name);
    for (guint i = 0; i < ledger->things->len; i++)
        print_owned(ledger->things->pdata[i]);
    g_ptr_array_set_size(ledger->things, 0);
}

static void take_thing(struct ledger *ledger, const char *organisation, const struct thing *thing)
{
    if (g_strcmp0(ledger->of, organisation) != 0) {
        print_all(ledger);
        g_free(ledger->of);
        ledger->of = g_strdup(organisation);
    }
    struct owned *owned = NULL;
    for (guint i = 0; i < ledger->things->len && !owned; i++) {
        struct owned *one = ledger->things->pdata[i];
        owned = one->kind == thing->kind && !strcmp(one->words, thing->words) ? one : NULL;
    }
    if (!owned) {
        owned = g_new0(struct owned, 1);
        *owned = (struct owned){.words = g_strdup(thing->words), .details = details_of(thing->details),
                                .kind = thing->kind, .day = thing->day};
        g_ptr_array_add(ledger->things, owned);
    }
    owned->count++;
    if (owned->n_times < RHYTHM_MOST)
        owned->times[owned->n_times++] = thing->date;
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
    else if (ledger->prints)
        take_thing(ledger, organisation, thing);
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
    g_autoptr(GPtrArray) things = g_ptr_array_new_with_free_func(owned_free);
    struct ledger ledger = {wanted, organisations, json, !json && !forgets, NULL, things};
    if (json)
        json_array(json);
    enum status status = book_ledger(book, show, &ledger, err);
    print_all(&ledger);
    g_free(ledger.of);
    if (!status && json) {
        json_array_end(json);
        json_print(json);
    } else if (!status && !organisations->len) {
        status = err_set(err, STATUS_NOT_FOUND, "nothing is known that you bought or booked%s",
                         wanted ? " of whoever has that in the name" : "");
    }
    return status || !forgets ? status : forget(book, organisations, err);
}
