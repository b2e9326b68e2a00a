/* What a replay came to: in all, by kind and by organisation, for people and for programs. */
#include <math.h>
#include <stdio.h>

#include "backtest-report.h"
#include "check-rules.h"
#include "json.h"
#include "decide/measure.h"
#include "backtest-moves.h"
#include "base/text.h"
#include "base/wrap.h"

#define MOST_LISTED 20
#define MOST_GROUPS 10

static const struct replayed *row_at(const struct replay *replay, guint i)
{
    return &g_array_index(replay->rows, struct replayed, i);
}

/* Measures over the rows of one organisation (or NULL) and kind (or KIND_ANY). */
static struct measures measure_rows(const struct replay *replay, int settings, const char *organisation,
                                    enum kind kind)
{
    g_autofree struct judged *judged = g_new(struct judged, replay->rows->len + 1);
    size_t count = 0;
    for (guint i = 0; i < replay->rows->len; i++) {
        const struct replayed *row = row_at(replay, i);
        if ((organisation && row->organisation != organisation) || (kind != KIND_ANY && row->kind != kind))
            continue;
        judged[count++] = (struct judged){row->useful, outcome_acted(row->outcome),
                                          placement_is_demoted(row->placement[settings])};
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
    struct measures now = measure_rows(replay, 0, NULL, KIND_ANY);
    bool both = replay->both;
    struct measures other = both ? measure_rows(replay, 1, NULL, KIND_ANY) : now;
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

static int by_count(gconstpointer a, gconstpointer b, gpointer counts)
{
    guint x = GPOINTER_TO_UINT(g_hash_table_lookup(counts, *(char **)a));
    guint y = GPOINTER_TO_UINT(g_hash_table_lookup(counts, *(char **)b));
    return (y > x) - (y < x);
}

/* The organisations, those with most mail first. The caller frees it. */
static GPtrArray *organisations_of(const struct replay *replay)
{
    g_autoptr(GHashTable) counts = g_hash_table_new(g_direct_hash, g_direct_equal);
    GPtrArray *names = g_ptr_array_new();
    for (guint i = 0; i < replay->rows->len; i++) {
        const char *name = row_at(replay, i)->organisation;
        guint count = GPOINTER_TO_UINT(g_hash_table_lookup(counts, name));
        if (!count)
            g_ptr_array_add(names, (char *)name);
        g_hash_table_insert(counts, (char *)name, GUINT_TO_POINTER(count + 1));
    }
    g_ptr_array_sort_with_data(names, by_count, counts);
    return names;
}

static void print_share(int width, double share)
{
    isnan(share) ? printf(" %*s  ", width, "-") : printf(" %*.1f %%", width, 100 * share);
}

static void print_group(const char *name, const struct replay *replay, const char *organisation,
                        enum kind kind)
{
    struct measures m = measure_rows(replay, 0, organisation, kind);
    if (!m.messages)
        return;
    printf("  ");
    text_print_column(stdout, name, 26);
    printf(" %6zu %6.0f", m.messages, m.wanted);
    for (int settings = 0; settings <= replay->both; settings++) {
        struct measures set = settings ? measure_rows(replay, settings, organisation, kind) : m;
        print_share(6, set.wanted_lost);
        print_share(6, set.noise_removed);
    }
    if (!replay->both) { /* else there is no room for what is the same with both */
        isnan(m.auc) ? printf(" %6s", "-") : printf(" %6.3f", m.auc);
        print_share(6, m.calibration);
    }
    putchar('\n');
}

static void print_groups(const struct replay *replay)
{
    g_autoptr(GPtrArray) names = organisations_of(replay);
    printf("\n  %-26s %6s %6s %8s %8s", "", "mails", "wanted", "demoted", "noise");
    replay->both ? printf(" %17s\n", replay->rules ? "with --rules" : "with --set")
                 : printf(" %6s %8s\n", "AUC", "calibr.");
    for (int kind = 0; kind < KIND_COUNT; kind++)
        print_group(kind_name(kind), replay, NULL, kind);
    putchar('\n');
    for (guint i = 0; i < MIN(names->len, MOST_GROUPS); i++)
        print_group(names->pdata[i], replay, names->pdata[i], KIND_ANY);
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
        g_autofree char *organisation = text_column(row->organisation, 40), *id = text_clean(row->id, 200);
        printf("  %5.1f  %-21s %s\n", row->useful, outcome_name(row->outcome), organisation);
        wrap_print(9, "         \"%s\" id:%s", row->subject, id);
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
        wrap_print(6, "  %s  %s", place, text);
        listed++;
    }
}

static void json_figures(struct json *json, const char *name, const struct measures *m)
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

/* As they are now, and with the others where there are any. */
static void json_measures(struct json *json, const struct replay *replay, const char *organisation,
                          enum kind kind)
{
    struct measures now = measure_rows(replay, 0, organisation, kind);
    json_figures(json, "settings", &now);
    if (!replay->both)
        return;
    struct measures other = measure_rows(replay, 1, organisation, kind);
    json_figures(json, replay->rules ? "rules" : "set", &other);
}

static void json_groups(struct json *json, const struct replay *replay)
{
    g_autoptr(GPtrArray) names = organisations_of(replay);
    json_name(json, "kinds");
    json_array(json);
    for (int kind = 0; kind < KIND_COUNT; kind++) {
        json_object(json);
        json_text(json, "kind", kind_name(kind));
        json_measures(json, replay, NULL, kind);
        json_object_end(json);
    }
    json_array_end(json);
    json_name(json, "organisations");
    json_array(json);
    for (guint i = 0; i < MIN(names->len, MOST_GROUPS); i++) {
        json_object(json);
        json_text(json, "organisation", names->pdata[i]);
        json_measures(json, replay, names->pdata[i], KIND_ANY);
        json_object_end(json);
    }
    json_array_end(json);
}

static void json_row(struct json *json, const struct replay *replay, const struct replayed *row)
{
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

void backtest_print_json(const struct replay *replay)
{
    owned(json) json = json_new();
    json_object(json);
    json_measures(json, replay, NULL, KIND_ANY);
    json_groups(json, replay);
    json_name(json, "messages");
    json_array(json);
    for (guint i = 0; i < replay->rows->len; i++)
        json_row(json, replay, row_at(replay, i));
    json_array_end(json);
    json_object_end(json);
    json_print(json);
}

void backtest_print(const struct replay *replay, bool all)
{
    print_measures(replay);
    if (replay->both)
        print_moved(replay, all);
    if (replay->rules)
        print_unmet(replay);
    print_groups(replay);
    print_lost(replay, all);
}
