/* `heed senders`: her relationships as a table. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "store/alias.h"
#include "json.h"
#include "base/text.h"
#include "base/wrap.h"
#include "options.h"
#include "senders-business.h"
#include "verb.h"

struct relation {
    char *organisation;
    enum kind kind; /* KIND_ANY: all */
    struct tally tally;
    double useful, trust, trend; /* percent, percent, points */
    double depth;    /* -100 to 100 */
    uint32_t bought; /* receipts */
};

/* An address of hers that the organisation passed on. */
struct passed {
    char *organisation, *address, *to;
    int64_t when;
    bool proven;
};

enum column { NAME, KIND, RECEIVED, OPENED, ANSWERED, DEPTH, USEFUL, TRUST, TREND, WANTED, LAST, COLUMNS };
static const char *const names[COLUMNS + 1] = {"name",   "kind",  "received", "opened", "answered", "depth",
                                               "useful", "trust", "trend",    "wanted", "last",     NULL};

struct table {
    GArray *rows;
    double everybody; /* rate over all mail */
    bool kinds;
    char **wanted; /* NULL or names to show */
    GArray *passed; /* struct passed, in order of time */
};

static double opened(const struct tally *tally)
{
    double acted = 0;
    for (int i = 0; i < OUTCOME_COUNT; i++)
        acted += outcome_acted(i) * tally->count[i];
    return acted;
}

/* Recent behaviour (decayed) against all there ever was, in points of percent. */
static double trend(const struct tally *tally)
{
    uint32_t known = tally_total(tally) - tally->count[OUTCOME_NONE];
    if (known < 5 || tally->received < 1)
        return 0;
    return 100 * (tally->acted / tally->received - opened(tally) / known);
}

/* How deep it goes on average (outcome_depth()), where what was BOUGHT, and came with these receipts, is as
 * deep as an answer. */
static double depth(const struct tally *tally, const struct tally *bought)
{
    uint32_t known = tally_total(tally) - tally->count[OUTCOME_NONE];
    double sum = 0;
    for (int i = 0; i < OUTCOME_COUNT; i++)
        sum += outcome_depth(i) * tally->count[i] +
               (i != OUTCOME_NONE ? (1 - outcome_depth(i)) * bought->count[i] : 0);
    return known ? 100 * sum / known : 0;
}

static void add_bought(const char *organisation, enum kind kind, const struct tally *tally, void *data)
{
    GArray *rows = data;
    g_autofree char *name = text_clean(organisation, 60);
    for (guint i = 0; kind == KIND_RECEIPT && i < rows->len; i++) {
        struct relation *row = &g_array_index(rows, struct relation, i);
        if ((row->kind != KIND_ANY && row->kind != KIND_RECEIPT) || strcmp(row->organisation, name) != 0)
            continue;
        row->depth = depth(&row->tally, tally);
        row->bought = tally_total(tally);
    }
}

static void add_row(const char *organisation, enum kind kind, const struct tally *tally, void *data)
{
    struct table *table = data;
    if ((kind != KIND_ANY) != table->kinds || tally_total(tally) == 0)
        return;
    bool match = !table->wanted;
    for (char **wanted = table->wanted; wanted && *wanted; wanted++)
        match |= strstr(organisation, *wanted) != NULL;
    if (!match)
        return;
    struct relation row = {
        .organisation = text_clean(organisation, 60),
        .kind = kind,
        .tally = *tally,
        .useful = 100 * tally_rate(tally, table->everybody, 3),
        .trust = 100.0 * tally->proven / tally_total(tally),
        .trend = trend(tally),
        .depth = depth(tally, &(struct tally){0}),
    };
    g_array_append_val(table->rows, row);
}

static bool add_passed(const struct alias_usage *usage, void *data)
{
    struct table *table = data;
    bool leak = usage->seen && (usage->use == ALIAS_USE_LEAK || usage->use == ALIAS_USE_TAKEN);
    struct passed passed = {text_clean(usage->alias.organisation, 60), text_clean(usage->alias.address, 100),
                            text_clean(usage->who, 60), usage->first, usage->proven};
    if (leak)
        g_array_append_val(table->passed, passed);
    else
        g_free(passed.organisation), g_free(passed.address), g_free(passed.to);
    return true;
}

static double value_of(const struct relation *row, enum column column)
{
    switch (column) {
    case RECEIVED:
        return tally_total(&row->tally);
    case OPENED:
        return opened(&row->tally);
    case ANSWERED:
        return row->tally.count[OUTCOME_ANSWERED];
    case DEPTH:
        return row->depth;
    case USEFUL:
        return row->useful;
    case TRUST:
        return row->trust;
    case TREND:
        return row->trend;
    case WANTED:
        return (double)row->tally.last_wanted;
    case LAST:
        return (double)row->tally.last;
    default:
        return row->kind;
    }
}

struct order_by {
    enum column column;
    bool descending;
};

static int compare(gconstpointer a, gconstpointer b, gpointer data)
{
    const struct relation *left = a, *right = b;
    const struct order_by *order = data;
    double x = value_of(left, order->column), y = value_of(right, order->column);
    int result = order->column == NAME ? 0 : (x > y) - (x < y);
    if (result == 0)
        return strcmp(left->organisation, right->organisation);
    return order->descending ? -result : result;
}

static enum status read_order(const char *text, struct order_by *order, struct err *err)
{
    order->descending = *text == '-';
    text += order->descending;
    for (int i = 0; i < COLUMNS; i++)
        if (strcmp(text, names[i]) == 0) {
            order->column = i;
            return STATUS_OK;
        }
    const char *near = text_nearest(text, names);
    return err_set(err, STATUS_USAGE, "no column \"%s\"%s%s%s", text, near ? ", did you mean " : "",
                   near ? near : "", near ? "?" : "");
}

/* Below the row, the first of each. */
static void print_passed(const struct table *table, const char *organisation)
{
    char day[32];
    for (guint i = 0; i < table->passed->len; i++) {
        const struct passed *passed = &g_array_index(table->passed, struct passed, i);
        if (strcmp(passed->organisation, organisation) == 0)
            wrap_print(4, "  passed your address on to %s%s on %s (%s)",
                       passed->proven ? "" : "somebody who says ", passed->to,
                       text_day(passed->when, day, sizeof day), passed->address);
    }
}

static void json_passed(struct json *json, const struct table *table, const char *organisation)
{
    json_name(json, "passed-on");
    json_array(json);
    for (guint i = 0; i < table->passed->len; i++) {
        const struct passed *passed = &g_array_index(table->passed, struct passed, i);
        if (strcmp(passed->organisation, organisation) != 0)
            continue;
        json_object(json);
        json_text(json, "to", passed->to);
        json_text(json, "address", passed->address);
        json_count(json, "when", passed->when);
        json_name(json, "proven");
        json_flag(json, passed->proven);
        json_object_end(json);
    }
    json_array_end(json);
}

/* With kinds there is no room for names beside the figures: each stands above what it sends. */
static void print_table(const struct table *table, guint limit)
{
    char day[32];
    const char *above = "";
    printf("%-25s %8s %6s %5s %6s %5s %6s  %s\n", table->kinds ? "organisation, kind" : "organisation",
           "received", "opened", "depth", "useful", "trust", "trend", "last wanted");
    for (guint i = 0; i < MIN(limit, table->rows->len); i++) {
        const struct relation *row = &g_array_index(table->rows, struct relation, i);
        g_autofree char *name = text_column(row->organisation, 25);
        if (table->kinds && strcmp(above, row->organisation) != 0)
            puts(above = row->organisation);
        table->kinds ? printf("  %-23s ", kind_name(row->kind)) : printf("%s ", name);
        printf("%8u %6.0f %+5.0f %6.1f %5.0f ", tally_total(&row->tally), opened(&row->tally), row->depth,
               row->useful, row->trust);
        if (fabs(row->trend) < 1)
            printf("%6s", "");
        else
            printf("%+6.0f", row->trend);
        printf("  %s\n",
               row->tally.last_wanted ? text_day(row->tally.last_wanted, day, sizeof day) : "never");
        if (!table->kinds)
            print_passed(table, row->organisation);
    }
}

static void print_json(const struct table *table, guint limit)
{
    owned(json) json = json_new();
    json_array(json);
    for (guint i = 0; i < MIN(limit, table->rows->len); i++) {
        const struct relation *row = &g_array_index(table->rows, struct relation, i);
        json_object(json);
        json_text(json, "organisation", row->organisation);
        if (table->kinds)
            json_text(json, "kind", kind_name(row->kind));
        json_count(json, "received", tally_total(&row->tally));
        for (int outcome = 0; outcome < OUTCOME_COUNT; outcome++)
            json_count(json, outcome_name(outcome), row->tally.count[outcome]);
        json_count(json, "bought", row->bought);
        json_number(json, "depth", row->depth);
        json_number(json, "useful", row->useful);
        json_number(json, "trust", row->trust);
        json_number(json, "trend", row->trend);
        json_count(json, "first", row->tally.first);
        json_count(json, "last", row->tally.last);
        json_count(json, "last-wanted", row->tally.last_wanted);
        if (!table->kinds)
            json_passed(json, table, row->organisation);
        json_object_end(json);
    }
    json_array_end(json);
    json_print(json);
}

static void clear_row(gpointer row)
{
    g_free(((struct relation *)row)->organisation);
}

static void clear_passed(gpointer data)
{
    struct passed *passed = data;
    g_free(passed->organisation);
    g_free(passed->address);
    g_free(passed->to);
}

enum status cmd_senders(struct reader *reader, int argc, char **argv, struct err *err)
{
    gboolean json = FALSE, kinds = FALSE, business = FALSE, forgets = FALSE;
    gint limit = 0;
    g_autofree char *sort = NULL;
    g_auto(GStrv) wanted = NULL;
    const GOptionEntry entries[] = {
        {"sort", 0, 0, G_OPTION_ARG_STRING, &sort,
         "name, kind, received, opened, answered, depth, useful,\n"
         "                    trust, trend, wanted or last; -COLUMN: largest first",
         "COLUMN"},
        {"limit", 0, 0, G_OPTION_ARG_INT, &limit, "Show so many", "N"},
        {"kinds", 0, 0, G_OPTION_ARG_NONE, &kinds, "A row for each kind of mail", NULL},
        {"business", 0, 0, G_OPTION_ARG_NONE, &business, "What receipts and bookings have told", NULL},
        {"forget", 0, 0, G_OPTION_ARG_NONE, &forgets, "With --business and NAME: forget it", NULL},
        {"json", 0, 0, G_OPTION_ARG_NONE, &json, "For programs", NULL},
        {G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_STRING_ARRAY, &wanted, NULL, "[NAME...]"},
        G_OPTION_ENTRY_NULL,
    };
    struct order_by order = {RECEIVED, true};
    enum status status = verb_options(entries, &argc, &argv, err);
    if (!status && sort)
        status = read_order(sort, &order, err);
    if (!status && limit < 0)
        status = err_set(err, STATUS_USAGE, "--limit must not be negative");
    if (!status && forgets && (!business || !wanted || json))
        status = err_set(err, STATUS_USAGE, "--forget goes with --business and a NAME");
    if (status || business)
        return status ? status : senders_business(reader->book, wanted, forgets, json, err);

    int64_t now = time(NULL);
    struct tally all = book_tally(reader->book, LEVEL_ALL, "", KIND_ANY, now);
    struct table table = {
        .rows = g_array_new(FALSE, FALSE, sizeof(struct relation)),
        .everybody = tally_rate(&all, 0.3, 10),
        .kinds = kinds,
        .wanted = wanted,
        .passed = g_array_new(FALSE, FALSE, sizeof(struct passed)),
    };
    g_array_set_clear_func(table.passed, clear_passed);
    g_array_set_clear_func(table.rows, clear_row);
    status = book_relations(reader->book, now, add_row, &table, err);
    if (!status)
        status = book_relations(reader->book, now, add_bought, table.rows, err);
    if (!status && !kinds)
        status = book_alias_uses(reader->book, add_passed, &table, err);
    if (!status) {
        g_array_sort_with_data(table.rows, compare, &order);
        guint most = limit ? (guint)limit : G_MAXUINT;
        if (wanted && !table.rows->len && !json)
            status = err_set(err, STATUS_NOT_FOUND,
                             "no organisation that you have mail from has that in its name");
        else
            json ? print_json(&table, most) : print_table(&table, most);
    }
    g_array_free(table.rows, TRUE);
    g_array_free(table.passed, TRUE);
    return status;
}
