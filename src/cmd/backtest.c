/* `heed backtest`: replay the archive in order of time, knowing at each message only what was known then, and
 * tell what would have become of it - with the settings there are, and with others beside them. */
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "backtest-report.h"
#include "base/days.h"
#include "base/cage.h"
#include "check-rules.h"
#include "filters/filter.h"
#include "learn/follow.h"
#include "progress.h"
#include "base/text.h"
#include "options.h"
#include "verb.h"

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
        row.rule = intern_place(verdict_rule(&other));
    }
    g_array_append_val(replay->rows, row);
}

/* "2025-03-01", or so many days. */
static enum status read_since(const char *text, int64_t now, int64_t *since, struct err *err)
{
    char *end;
    double days = g_ascii_strtod(text, &end);
    if (*text && !*end) {
        *since = now - (int64_t)(days * DAY);
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

static bool is_filter(const char *name)
{
    const struct filter *const *filter = filters;
    while (*filter && strcmp((*filter)->name, name))
        filter++;
    return *filter;
}

static enum status check_filters(const char *list, struct err *err)
{
    g_auto(GStrv) names = g_strsplit(list, ",", -1);
    for (char **name = names; *name; name++)
        if (!is_filter(*name))
            return err_set(err, STATUS_USAGE, "no filter \"%s\"; heed filters lists them", *name);
    return STATUS_OK;
}

static enum status run(struct reader *reader, struct replay *replay, int64_t now, struct err *err)
{
    owned(book) book = NULL;
    struct bar bar = bar_start();
    struct follow_report report;
    enum status status = book_open(":memory:", reader->config->half_life, &book, err);
    struct reader with = *reader;
    with.book = book;
    if (!status && reader->book)
        status = book_alias_carry(book, reader->book, err);
    if (!status)
        status = book_begin(book, err);
    cage_silence();
    reader_confine(&with, CONFINE_LOOK, NULL);
    if (!status)
        status = lookback(&with, now, take, replay, bar.terminal ? bar_draw : NULL, &bar, &report, err);
    reader_take_back(reader, &with);
    bar_end(&bar);
    if (!status && !replay->rows->len)
        status = err_set(err, STATUS_NOT_FOUND, "no message whose outcome is known");
    return status;
}

static int by_useful(gconstpointer a, gconstpointer b)
{
    double x = ((const struct replayed *)a)->useful, y = ((const struct replayed *)b)->useful;
    return (x > y) - (x < y);
}

enum status cmd_backtest(struct reader *reader, int argc, char **argv, struct err *err)
{
    gboolean json = FALSE, all = FALSE;
    g_autofree char *since = NULL, *without = NULL, *rules = NULL;
    g_auto(GStrv) set = NULL;
    double share = 1;
    const GOptionEntry entries[] = {
        {"set", 0, 0, G_OPTION_ARG_STRING_ARRAY, &set, "Beside it, with another setting of [placement]",
         "NAME=VALUE"},
        {"rules", 0, 0, G_OPTION_ARG_FILENAME, &rules, "Beside it, with these rules in place of your own",
         "FILE"},
        {"without", 0, 0, G_OPTION_ARG_STRING, &without, "Leave filters out: what are they worth?",
         "FILTER[,FILTER]"},
        {"since", 0, 0, G_OPTION_ARG_STRING, &since, "Measure from then on (YYYY-MM-DD, or days ago)",
         "WHEN"},
        {"sample", 0, 0, G_OPTION_ARG_DOUBLE, &share, "Measure this share of the messages (0 to 1)", "SHARE"},
        {"all", 0, 0, G_OPTION_ARG_NONE, &all, "List all wanted mail that would be demoted", NULL},
        {"json", 0, 0, G_OPTION_ARG_NONE, &json, "For programs, every message", NULL},
        G_OPTION_ENTRY_NULL,
    };
    int64_t now = time(NULL);
    struct replay replay = {.config = reader->config};
    owned(config) other = NULL;
    enum status status = verb_options(entries, &argc, &argv, err);
    if (!status && argc > 1)
        status = err_set(err, STATUS_USAGE, "unexpected argument");
    if (!status && !(share > 0 && share <= 1))
        status = err_set(err, STATUS_USAGE, "--sample takes a share above 0, and 1 at most");
    if (!status && without)
        status = check_filters(without, err);
    if (!status && since)
        status = read_since(since, now, &replay.since, err);
    if (!status && set) {
        other = config_load(reader->home);
        for (char **one = set; *one && !status; one++)
            status = config_set(other, "placement", *one, err);
    }
    if (!status && rules) {
        status = try_rules(reader, rules, err);
        replay.rules = g_steal_pointer(&reader->rules);
    }
    owned(rules) tried = replay.rules;
    if (status)
        return status;
    reader_read_rules(reader);
    reader->without = without;
    replay.share = share;
    replay.other = other;
    replay.both = other || replay.rules;
    replay.rows = g_array_new(FALSE, FALSE, sizeof(struct replayed));
    replay.met = g_hash_table_new(NULL, NULL);
    g_array_set_clear_func(replay.rows, free_row);
    status = run(reader, &replay, now, err);
    if (!status) {
        g_array_sort(replay.rows, by_useful);
        json ? backtest_print_json(&replay) : backtest_print(&replay, all);
    }
    g_array_free(replay.rows, TRUE);
    g_hash_table_destroy(replay.met);
    return status;
}
