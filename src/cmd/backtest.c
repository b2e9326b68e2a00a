/* `heed backtest`: replay the archive in order of time, knowing at each message only what was known then, and
 * tell what would have become of it - with the settings there are, and with others beside them. */
#include <math.h>
#include <stdio.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "check-rules.h"
#include "filter.h"
#include "follow.h"
#include "json.h"
#include "measure.h"
#include "moves.h"
#include "progress.h"
#include "text.h"
#include "verb.h"

#define MOST_LISTED 20
#define MOST_GROUPS 10

/* One message of the replay whose outcome is known. */
struct replayed {
    char *id, *subject;
    const char *organisation; /* interned */
    enum kind kind;
    enum outcome outcome;
    double useful, trust;
    enum placement placement[2]; /* with the settings and rules there are; with the others */
    const char *rule;            /* that places it with the others, or NULL; interned */
};

struct replay {
    const struct config *config;
    struct config *other; /* NULL without --set */
    struct rules *rules;  /* NULL without --rules */
    bool both;            /* one of them is there */
    GHashTable *met;      /* of these rules, those that some message met; */
    bool met_more;        /* others may be among those that one message met and nobody remembers */
    int64_t since;
    double share;         /* of the messages, by a hash of their id */
    GArray *rows;
};

static void free_row(gpointer at)
{
    struct replayed *row = at;
    g_free(row->id);
    g_free(row->subject);
}

/* As the other settings and rules would have it. */
static struct verdict judge_other(struct replay *replay, const struct judgement *j)
{
    const struct config *config = replay->other ? replay->other : replay->config;
    if (!replay->rules)
        return verdict_with(decide(config, &j->facts, &j->scores), &j->verdict.ruling);
    struct scores scores;
    struct verdict verdict;
    owned(findings) findings = flow_weigh(config, replay->rules, &j->facts, &scores, &verdict);
    for (unsigned i = 0; i < MIN(verdict.ruling.n_matched, RULE_MATCHES); i++)
        g_hash_table_add(replay->met, (gpointer)verdict.ruling.matched[i]);
    replay->met_more |= verdict.ruling.n_matched > RULE_MATCHES;
    return verdict;
}

static const char *intern_place(const struct rule *rule)
{
    g_autofree char *place = rule ? rule_place(rule) : NULL;
    return g_intern_string(place);
}

static void take(const struct judgement *j, const struct entry *entry, void *data)
{
    struct replay *replay = data;
    if (entry->outcome == OUTCOME_NONE || entry->date < replay->since ||
        (replay->share < 1 && g_str_hash(entry->id) % 10000 >= replay->share * 10000))
        return;
    struct replayed row = {
        .id = g_strdup(entry->id),
        .subject = text_clean(j->message->subject, 60),
        .organisation = g_intern_string(entry->organisation),
        .kind = entry->kind,
        .outcome = entry->outcome,
        .useful = j->scores.of[AXIS_USEFUL],
        .trust = j->scores.of[AXIS_TRUST],
        .placement = {j->verdict.placement},
    };
    if (replay->both) {
        struct verdict other = judge_other(replay, j);
        row.placement[1] = other.placement;
        row.rule = intern_place(other.ruling.placed_by);
    }
    g_array_append_val(replay->rows, row);
}

static const struct replayed *row_at(const struct replay *replay, guint i)
{
    return &g_array_index(replay->rows, struct replayed, i);
}

/* Measures over the rows of one organisation (or NULL) and kind (or KIND_COUNT). */
static struct measures measure_rows(const struct replay *replay, int settings, const char *organisation,
                                    enum kind kind)
{
    g_autofree struct judged *judged = g_new(struct judged, replay->rows->len + 1);
    size_t count = 0;
    for (guint i = 0; i < replay->rows->len; i++) {
        const struct replayed *row = row_at(replay, i);
        if ((organisation && row->organisation != organisation) || (kind != KIND_COUNT && row->kind != kind))
            continue;
        judged[count++] =
            (struct judged){row->useful, outcome_acted(row->outcome), placement_is_demoted(row->placement[settings])};
    }
    return measure(judged, count);
}

static void print_figure(const char *name, double now, double other, bool both)
{
    printf("  %-34s ", name);
    isnan(now) ? printf("%8s", "-") : printf("%6.1f %%", 100 * now);
    if (both)
        isnan(other) ? printf("   %8s", "-") : printf("   %6.1f %%", 100 * other);
    putchar('\n');
}

static void print_measures(const struct replay *replay)
{
    struct measures now = measure_rows(replay, 0, NULL, KIND_COUNT);
    bool both = replay->both;
    struct measures other = both ? measure_rows(replay, 1, NULL, KIND_COUNT) : now;
    printf("%zu messages, of which you acted on %.0f\n\n", now.messages, now.wanted);
    if (both)
        printf("  %-34s %8s   %8s\n", "", "now", replay->rules ? "--rules" : "--set");
    print_figure("wanted mail demoted", now.wanted_lost, other.wanted_lost, both);
    print_figure("unwanted mail demoted", now.noise_removed, other.noise_removed, both);
    if (!isnan(now.auc))
        printf("  order of wanted before unwanted (AUC) %.4f\n", now.auc);
    print_figure("lost at 80 % of noise removed", now.lost_at_80, 0, false);
    print_figure("lost at 90 % of noise removed", now.lost_at_90, 0, false);
    print_figure("calibration error", now.calibration, 0, false);
}

static void print_group(const char *name, const struct replay *replay, const char *organisation, enum kind kind)
{
    int settings = replay->both;
    struct measures m = measure_rows(replay, settings, organisation, kind);
    if (!m.messages)
        return;
    printf("  ");
    text_print_column(stdout, name, 30);
    printf(" %7zu %8.0f", m.messages, m.wanted);
    m.wanted > 0 ? printf(" %7.1f %%", 100 * m.wanted_lost) : printf(" %9s", "-");
    m.noise > 0 ? printf(" %8.1f %%", 100 * m.noise_removed) : printf(" %10s", "-");
    putchar('\n');
}

static int by_count(gconstpointer a, gconstpointer b, gpointer counts)
{
    guint x = GPOINTER_TO_UINT(g_hash_table_lookup(counts, *(char **)a));
    guint y = GPOINTER_TO_UINT(g_hash_table_lookup(counts, *(char **)b));
    return (y > x) - (y < x);
}

static void print_groups(const struct replay *replay)
{
    g_autoptr(GHashTable) counts = g_hash_table_new(g_direct_hash, g_direct_equal);
    g_autoptr(GPtrArray) names = g_ptr_array_new();
    for (guint i = 0; i < replay->rows->len; i++) {
        const char *name = row_at(replay, i)->organisation;
        guint count = GPOINTER_TO_UINT(g_hash_table_lookup(counts, name));
        if (!count)
            g_ptr_array_add(names, (char *)name);
        g_hash_table_insert(counts, (char *)name, GUINT_TO_POINTER(count + 1));
    }
    g_ptr_array_sort_with_data(names, by_count, counts);
    printf("\n  %-30s %7s %8s %9s %10s\n", "", "mails", "wanted", "demoted", "noise");
    for (int kind = 0; kind < KIND_COUNT; kind++)
        print_group(kind_name(kind), replay, NULL, kind);
    putchar('\n');
    for (guint i = 0; i < MIN(names->len, MOST_GROUPS); i++)
        print_group(names->pdata[i], replay, names->pdata[i], KIND_COUNT);
}

static int by_useful(gconstpointer a, gconstpointer b)
{
    double x = ((const struct replayed *)a)->useful, y = ((const struct replayed *)b)->useful;
    return (x > y) - (x < y);
}

static bool is_lost(const struct replay *replay, const struct replayed *row)
{
    return placement_is_demoted(row->placement[replay->both]) && outcome_acted(row->outcome) > 0.5;
}

static void print_lost(const struct replay *replay, bool all)
{
    guint listed = 0, lost = 0;
    for (guint i = 0; i < replay->rows->len; i++)
        lost += is_lost(replay, row_at(replay, i));
    printf("\nWanted mail that would have been demoted: %u%s\n", lost, lost ? ", worst first" : "");
    for (guint i = 0; i < replay->rows->len && (all || listed < MOST_LISTED); i++) {
        const struct replayed *row = row_at(replay, i);
        if (!is_lost(replay, row))
            continue;
        listed++;
        printf("  %5.1f  %-12s ", row->useful, outcome_name(row->outcome));
        text_print_column(stdout, row->organisation, 24);
        g_autofree char *id = text_clean(row->id, 200);
        printf(" \"%s\" id:%s\n", row->subject, id);
    }
    if (listed < lost)
        printf("  and %u more: --all lists them\n", lost - listed);
}

static void print_moved(const struct replay *replay, bool all)
{
    g_autoptr(GArray) moves = g_array_new(FALSE, FALSE, sizeof(struct move));
    for (guint i = 0; i < replay->rows->len; i++) {
        const struct replayed *row = row_at(replay, i);
        struct move move = {row->id,           row->subject,      row->organisation, row->outcome,
                            row->placement[0], row->placement[1], row->rule};
        if (move.from != move.to)
            g_array_append_val(moves, move);
    }
    print_moves(moves, all);
}

static void print_unmet(const struct replay *replay)
{
    guint listed = 0, unmet = rules_count(replay->rules) - g_hash_table_size(replay->met);
    if (!unmet || replay->met_more)
        return;
    printf("\nRules that no message met: %u\n", unmet);
    for (unsigned i = 0; i < rules_count(replay->rules) && listed < MOST_LISTED; i++) {
        const struct rule *rule = rules_at(replay->rules, i);
        if (g_hash_table_contains(replay->met, rule))
            continue;
        g_autofree char *place = rule_place(rule), *text = rule_text(rule);
        printf("  %s  %s\n", place, text);
        listed++;
    }
}

static void json_measures(struct json *json, const char *name, const struct measures *m)
{
    json_name(json, name);
    json_object(json);
    json_count(json, "messages", (int64_t)m->messages);
    json_number(json, "wanted-lost-percent", 100 * m->wanted_lost);
    json_number(json, "noise-removed-percent", 100 * m->noise_removed);
    json_number(json, "auc-percent", 100 * m->auc);
    json_number(json, "lost-at-80-percent", 100 * m->lost_at_80);
    json_number(json, "lost-at-90-percent", 100 * m->lost_at_90);
    json_number(json, "calibration-error-percent", 100 * m->calibration);
    json_object_end(json);
}

static void print_json(const struct replay *replay)
{
    owned(json) json = json_new();
    struct measures now = measure_rows(replay, 0, NULL, KIND_COUNT);
    json_object(json);
    json_measures(json, "settings", &now);
    if (replay->both) {
        struct measures other = measure_rows(replay, 1, NULL, KIND_COUNT);
        json_measures(json, replay->rules ? "rules" : "set", &other);
    }
    json_name(json, "messages");
    json_array(json);
    for (guint i = 0; i < replay->rows->len; i++) {
        const struct replayed *row = row_at(replay, i);
        json_object(json);
        json_text(json, "id", row->id);
        json_text(json, "organisation", row->organisation);
        json_text(json, "kind", kind_name(row->kind));
        json_text(json, "outcome", outcome_name(row->outcome));
        json_number(json, "useful", row->useful);
        json_number(json, "trust", row->trust);
        json_text(json, "placement", placement_name(row->placement[replay->both]));
        if (replay->both)
            json_text(json, "placement-now", placement_name(row->placement[0]));
        json_name(json, "demoted");
        json_flag(json, placement_is_demoted(row->placement[replay->both]));
        json_object_end(json);
    }
    json_array_end(json);
    json_object_end(json);
    json_print(json);
}

/* "2025-03-01", or so many days. */
static enum status read_since(const char *text, int64_t now, int64_t *since, struct err *err)
{
    char *end;
    double days = g_ascii_strtod(text, &end);
    if (*text && !*end) {
        *since = now - (int64_t)(days * 86400);
        return STATUS_OK;
    }
    struct tm tm = {0};
    const char *rest = strptime(text, "%Y-%m-%d", &tm);
    if (!rest || *rest)
        return err_set(err, STATUS_USAGE, "--since takes YYYY-MM-DD or a number of days, not \"%s\"", text);
    tm.tm_isdst = -1;
    *since = mktime(&tm);
    return STATUS_OK;
}

static enum status check_filter(const char *name, struct err *err)
{
    for (const struct filter *const *filter = filters; *filter; filter++)
        if (strcmp((*filter)->name, name) == 0)
            return STATUS_OK;
    return err_set(err, STATUS_USAGE, "no filter \"%s\"; heed filters lists them", name);
}

static enum status run(struct sources *sources, struct replay *replay, int64_t now, struct err *err)
{
    owned(book) book = NULL;
    struct bar bar = bar_start();
    struct follow_report report;
    enum status status = book_open(":memory:", sources->config->half_life, &book, NULL, err);
    sources_find_book(sources); /* for the aliases in it */
    struct sources with = *sources;
    with.book = book;
    if (!status && sources->book)
        status = book_alias_carry(book, sources->book, err);
    if (!status)
        status = book_begin(book, err);
    if (!status)
        status = lookback(&with, now, take, replay, bar.terminal ? bar_draw : NULL, &bar, &report, err);
    bar_end(&bar);
    if (!status && !replay->rows->len)
        status = err_set(err, STATUS_NOT_FOUND, "no message whose outcome is known");
    return status;
}

enum status cmd_backtest(struct sources *sources, int argc, char **argv, struct err *err)
{
    gboolean json = FALSE, all = FALSE;
    g_autofree char *since = NULL, *without = NULL, *rules = NULL;
    g_auto(GStrv) set = NULL;
    double share = 1;
    const GOptionEntry entries[] = {
        {"set", 0, 0, G_OPTION_ARG_STRING_ARRAY, &set, "Beside it, with another setting of [placement]",
         "NAME=VALUE"},
        {"rules", 0, 0, G_OPTION_ARG_FILENAME, &rules, "Beside it, with these rules in place of your own", "FILE"},
        {"without", 0, 0, G_OPTION_ARG_STRING, &without, "Leave a filter out: what is it worth?", "FILTER"},
        {"since", 0, 0, G_OPTION_ARG_STRING, &since, "Measure from then on (YYYY-MM-DD, or days ago)", "WHEN"},
        {"sample", 0, 0, G_OPTION_ARG_DOUBLE, &share, "Measure this share of the messages (0 to 1)", "SHARE"},
        {"all", 0, 0, G_OPTION_ARG_NONE, &all, "List all wanted mail that would be demoted", NULL},
        {"json", 0, 0, G_OPTION_ARG_NONE, &json, "For programs, every message", NULL},
        G_OPTION_ENTRY_NULL,
    };
    int64_t now = time(NULL);
    struct replay replay = {.config = sources->config};
    owned(config) other = NULL;
    enum status status = verb_options(entries, &argc, &argv, err);
    if (!status && argc > 1)
        status = err_set(err, STATUS_USAGE, "unexpected argument");
    if (!status && !(share > 0 && share <= 1))
        status = err_set(err, STATUS_USAGE, "--sample takes a share above 0, and 1 at most");
    if (!status && without)
        status = check_filter(without, err);
    if (!status && since)
        status = read_since(since, now, &replay.since, err);
    if (!status && set) {
        other = config_load(NULL, NULL);
        for (char **one = set; *one && !status; one++)
            status = config_set(other, "placement", *one, err);
    }
    if (!status && rules) {
        status = try_rules(sources, rules, err);
        replay.rules = g_steal_pointer(&sources->rules);
    }
    owned(rules) tried = replay.rules;
    if (status)
        return status;
    sources_read_rules(sources);
    sources->without = without;
    replay.share = share;
    replay.other = other;
    replay.both = other || replay.rules;
    replay.rows = g_array_new(FALSE, FALSE, sizeof(struct replayed));
    replay.met = g_hash_table_new(NULL, NULL);
    g_array_set_clear_func(replay.rows, free_row);
    status = run(sources, &replay, now, err);
    if (!status) {
        g_array_sort(replay.rows, by_useful);
        if (json) {
            print_json(&replay);
        } else {
            print_measures(&replay);
            if (replay.both)
                print_moved(&replay, all);
            if (replay.rules)
                print_unmet(&replay);
            print_groups(&replay);
            print_lost(&replay, all);
        }
    }
    g_array_free(replay.rows, TRUE);
    g_hash_table_destroy(replay.met);
    return status;
}
