/* Files of rules: whose come first, what is bounded, and that whatever is in one, it is read to its end. */
#include <stdio.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "flow.h"
#include "decide/rules.h"
#include "unit.h"

#define NOW ((int64_t)1750000000)

static const char mail[] =
    "Received: from a by b; Sun, 15 Jun 2025 10:00:00 +0000\r\nFrom: Shop <news@shop.example>\r\n"
    "To: me@home.example\r\nSubject: 50% off everything, today only\r\nMessage-ID: <1@shop.example>\r\n"
    "List-Unsubscribe: <https://shop.example/u>\r\nPrecedence: bulk\r\n\r\nBuy now!\r\n";

struct place {
    char *site, *own;
};

static struct place place_new(void)
{
    return (struct place){unit_folder(), unit_folder()};
}

static void place_remove(struct place *place)
{
    unit_remove(place->site);
    unit_remove(place->own);
}

static void put(const char *folder, const char *name, const char *text)
{
    g_autofree char *path = g_build_filename(folder, name, NULL);
    g_autofree char *parent = g_path_get_dirname(path);
    g_assert_cmpint(g_mkdir_with_parents(parent, 0700), ==, 0);
    g_unlink(path);
    FILE *file = fopen(path, "w"); /* a new file: writing over one, or GLib's way, waits for the disk */
    g_assert_true(file && fputs(text, file) >= 0 && fclose(file) == 0);
}

static struct judgement *judge_by(struct rules *rules, const char *text)
{
    struct reader reader = {.config = config_default(), .rules = rules};
    owned(spool) spool = spool_of(text, strlen(text));
    struct judgement *judgement = NULL;
    g_assert_cmpint(flow_judge(&reader, NULL, spool, AT_ARRIVAL, NOW, &judgement, NULL), ==, STATUS_OK);
    reader.rules = NULL;
    reader_close(&reader);
    return judgement;
}

static void decides(const struct place *place, enum placement placement, const char *where)
{
    owned(rules) rules = rules_load(place->site, place->own);
    owned(judgement) j = judge_by(rules, mail);
    g_autofree char *file = g_path_get_basename(rule_file(j->verdict.ruling.placed_by));
    g_autofree char *at = g_strdup_printf("%s:%u", file, rule_line(j->verdict.ruling.placed_by));
    g_assert_cmpstr(at, ==, where);
    g_assert_cmpint(j->verdict.placement, ==, placement);
    g_assert_cmpint(j->verdict.by_score, ==, PLACE_INBOX);
}

static void order_is_kept(void)
{
    struct place place = place_new();
    g_assert_null(rules_load(place.site, place.own));
    put(place.site, "rules", "bulk -> later\n");
    decides(&place, PLACE_LATER, "rules:1");
    put(place.own, "rules.d/20.rules", "\nbulk -> priority\n");
    decides(&place, PLACE_PRIORITY, "20.rules:2");
    put(place.own, "rules.d/10.rules", "\n\nbulk -> inbox\n");
    put(place.own, "rules.d/05.txt", "bulk -> suspect\n");
    decides(&place, PLACE_INBOX, "10.rules:3");
    put(place.own, "rules", "always bulk -> later\n"); /* hers as any other, and she is told */
    decides(&place, PLACE_LATER, "rules:1");
    put(place.site, "rules.d/policy.rules", "list -> inbox\nalways bulk -> suspect\n");
    decides(&place, PLACE_SUSPECT, "policy.rules:2");
    place_remove(&place);
}

/* What cannot be read is told, and the rest holds. */
static void unreadable_is_told(void)
{
    struct place place = place_new();
    put(place.site, "rules.d", "no folder");
    put(place.own, "rules.d/folder.rules/x", "no file");
    put(place.own, "rules", "bulk -> later\n");
    owned(rules) rules = rules_load(place.site, place.own);
    g_assert_cmpint(rules_skipped(rules), ==, 2);
    g_assert_cmpint(rules_count(rules), ==, 1);
    place_remove(&place);
}

static void stop_stops(void)
{
    struct place place = place_new();
    put(place.own, "rules", "bulk -> +a stop\nbulk -> later +b\n");
    owned(rules) rules = rules_load(place.site, place.own);
    owned(judgement) j = judge_by(rules, mail);
    g_assert_cmpint(j->verdict.placement, ==, PLACE_INBOX);
    g_assert_cmpint(j->verdict.ruling.n_tags, ==, 1);
    g_assert_cmpint(j->verdict.ruling.n_matched, ==, 1);
    place_remove(&place);
}

static void parts_still_add_up(void)
{
    struct place place = place_new();
    put(place.own, "rules", "bulk -> weigh +2.345\nbulk -> weigh -1 trust\n");
    owned(rules) rules = rules_load(place.site, place.own);
    owned(judgement) without = judge_by(NULL, mail);
    owned(judgement) j = judge_by(rules, mail);
    g_assert_cmpfloat_with_epsilon(findings_sum(j->findings, AXIS_USEFUL),
                                   findings_sum(without->findings, AXIS_USEFUL) + 2.35, 1e-9);
    for (int axis = 0; axis < AXIS_COUNT; axis++)
        g_assert_cmpfloat_with_epsilon(score_percent(findings_sum(j->findings, axis)), j->scores.of[axis], 1e-9);
    place_remove(&place);
}

static double cpu_seconds(void)
{
    struct timespec now;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

/* Patterns that take exponential, or for a long text quadratic, time. */
static void patterns_are_bounded(void)
{
    struct place place = place_new();
    put(place.own, "rules",
        "text matches /(a+)+$/ -> later\ntext matches /(a|aa)+b/ -> later\ntext matches /(.*)*x/ -> later\n"
        "text matches /a.*a.*a.*a.*b/s -> later\ntext matches /(?:a?){30}a{30}b/ -> later\n"
        "text matches /([a-z]+)*[0-9]/ -> later\nsubject has off -> +off\n");
    owned(rules) rules = rules_load(place.site, place.own);
    g_assert_cmpint(rules_skipped(rules), ==, 0);
    GString *text = g_string_new(mail);
    for (int i = 0; i < 100000; i++)
        g_string_append_c(text, 'a');
    g_string_append(text, "!\r\n");
    double began = cpu_seconds();
    owned(judgement) without = judge_by(NULL, text->str);
    double middle = cpu_seconds();
    owned(judgement) j = judge_by(rules, text->str);
    double spent = cpu_seconds() - middle - (middle - began);
    g_test_message("%.1f ms", 1000 * spent);
#ifndef HEED_SANITIZE
    g_assert_cmpfloat(spent, <, 0.5);
#endif
    g_assert_cmpint(j->verdict.placement, ==, without->verdict.placement);
    g_assert_cmpint(j->verdict.ruling.n_tags, ==, 1);
    bool told = false;
    for (size_t i = 0; i < findings_count(j->findings); i++)
        told |= strcmp(findings_at(j->findings, i)->spec->code, "rules.slow") == 0;
    g_assert_true(told);
    g_string_free(text, TRUE);
    place_remove(&place);
}

/* Tags on one message are bounded, however many rules add some. */
static void tags_are_bounded(void)
{
    struct place place = place_new();
    GString *text = g_string_new(NULL);
    for (int i = 0; i < 40; i++)
        g_string_append_printf(text, "bulk -> +tag%d\n", i);
    put(place.own, "rules", text->str);
    owned(rules) rules = rules_load(place.site, place.own);
    owned(judgement) j = judge_by(rules, mail);
    g_assert_cmpint(j->verdict.ruling.n_tags, ==, RULE_TAGS);
    g_assert_cmpint(j->verdict.ruling.n_matched, ==, 40);
    g_string_free(text, TRUE);
    place_remove(&place);
}

static void tags_are_told_apart(void)
{
    static const char *const fit[] = {"travel", "to read", "unsubscribe?", "Grüße", "a-b", "a/b", NULL};
    static const char *const unfit[] = {"", "-a", "+a", "unread", "inbox", "replied", "deleted", "a\nb", "a\x1b[1m",
                                        " a", "\xff", NULL};
    for (int i = 0; fit[i]; i++)
        g_assert_true(rules_tag_is_fit(fit[i]));
    for (int i = 0; unfit[i]; i++)
        g_assert_false(rules_tag_is_fit(unfit[i]));
    g_autofree char *longest = g_strnfill(RULE_TAG_BYTES + 1, 'a');
    g_assert_false(rules_tag_is_fit(longest));
}

/* Pieces of the language in any order, with bytes struck out and in: each is read to its end, and what is right
 * behind it still holds. */
static void anything_is_read(void)
{
    static const char *const pieces[] = {
        "from", "subject", "header", "\"X-A\"", "has", "is", "matches", "/a+/i", "/(/", "\"text", "\"text\"", "and", "or",
        "not", "(", ")", ",", "->", "later", "inbox", "+tag", "-tag", "folder", "weigh", "+2", "stop", "always", "expect",
        "id:a@b", "\n", "\n  ", "# x\n", "<", ">=", "!=", "5", "3 MiB", "30 days", "received", "last wanted", "bulk",
        "kind", "receipt", "\\", "\"", "/", "\xc3", "ü", "\t", "organization", "lure.brand", "everything", "\r\n",
    };
    GRand *rand = g_rand_new_with_seed(4711);
    struct place place = place_new();
    for (int round = 0; round < 3000; round++) {
        GString *text = g_string_new(NULL);
        for (int i = g_rand_int_range(rand, 1, 40); i > 0; i--)
            g_string_append_printf(text, "%s%s", pieces[g_rand_int_range(rand, 0, G_N_ELEMENTS(pieces))],
                                   g_rand_int_range(rand, 0, 5) ? " " : "");
        for (int i = g_rand_int_range(rand, 0, 4); i > 0; i--)
            text->str[g_rand_int_range(rand, 0, (gint)text->len)] = (char)g_rand_int_range(rand, 1, 256);
        g_string_append(text, "\nbulk -> +last\n\n# of what comes next\n");
        put(place.own, "rules", text->str);
        owned(rules) rules = rules_load(place.site, place.own);
        unsigned count;
        rules_lint(rules, NULL, NULL, NULL);
        const struct problem *problems = rules_problems(rules, &count);
        for (unsigned i = 0; i < count; i++) {
            g_assert_true(g_utf8_validate(problems[i].text, -1, NULL));
            g_assert_null(strpbrk(problems[i].text, "\t\r\x1b\x07"));
        }
        g_assert_cmpuint(rules_count(rules), >=, 1);
        const struct rule *last = rules_at(rules, rules_count(rules) - 1);
        g_autofree char *says = rule_text(last);
        g_assert_cmpstr(says, ==, "bulk -> +last");
        judgement_free(judge_by(rules, mail));
        g_string_free(text, TRUE);
    }
    place_remove(&place);
    g_rand_free(rand);
}

static void long_rules_are_bounded(void)
{
    struct place place = place_new();
    GString *text = g_string_new("bulk");
    for (int i = 0; i < 200000; i++)
        g_string_append(text, " and bulk");
    g_string_append(text, " -> later\n");
    for (int i = 0; i < 100000; i++)
        g_string_append(text, "(");
    g_string_append(text, "\nfrom a.example");
    for (int i = 0; i < 50000; i++)
        g_string_append_printf(text, ", a%d.example", i);
    g_string_append(text, ", shop.example -> later\n");
    put(place.own, "rules", text->str);
    owned(rules) rules = rules_load(place.site, place.own);
    g_assert_cmpint(rules_skipped(rules), ==, 2);
    g_assert_cmpint(rules_count(rules), ==, 1);
    owned(judgement) j = judge_by(rules, mail);
    g_assert_cmpint(j->verdict.placement, ==, PLACE_LATER);
    g_string_free(text, TRUE);
    place_remove(&place);
}

int main(int argc, char **argv)
{
    unit_init(argc, argv);
    message_init();
    g_test_add_func("/rules/order", order_is_kept);
    g_test_add_func("/rules/unreadable", unreadable_is_told);
    g_test_add_func("/rules/stop", stop_stops);
    g_test_add_func("/rules/weigh", parts_still_add_up);
    g_test_add_func("/rules/patterns", patterns_are_bounded);
    g_test_add_func("/rules/tags", tags_are_bounded);
    g_test_add_func("/rules/tags-fit", tags_are_told_apart);
    g_test_add_func("/rules/anything", anything_is_read);
    g_test_add_func("/rules/long", long_rules_are_bounded);
    return g_test_run();
}
