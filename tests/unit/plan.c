/* Plans from a judge that may have been taken over: what is no plan, and what is not about its message. */
#include <math.h>
#include <string.h>

#include "act/plan.h"
#include "unit.h"

#define NOW ((int64_t)1750000000)

static const char message[] = "From: Jule <jule@sommerpost.example>\nTo: reader@home.example\nSubject: Saturday\n"
                              "Message-ID: <own@sommerpost.example>\n\nSee you there, says other@northcoat.example.\n";

/* A sound plan in text; each test changes one thing of it. */
static const char sound[] =
    "((0, false, int64 1750000000, (50.0, 50.0, 50.0), byte 0, byte 0, uint32 0, uint32 0), "
    "('rules:1', 'Travel', ['+travel', '-list'], 'useful +1.00', 'reader@home.example'), "
    "('own@sommerpost.example', int64 1749999999, 'jule@sommerpost.example', 'sommerpost.example', '', byte 0, byte 0, "
    "byte 0, uint64 7, 'Jule', '', '', ['order:1'], ['glide shoes'], byte 0, @ay []), "
    "('', '', '', byte 0, int64 0, byte 0), (@as [], ''))";

static struct plan *plan_with(const char *from, const char *to)
{
    GError *error = NULL;
    g_auto(GStrv) parts = g_strsplit(sound, from, 2);
    g_assert_nonnull(parts[1]);
    g_autofree char *text = g_strconcat(parts[0], to, parts[1], NULL);
    GVariant *packed = g_variant_parse(G_VARIANT_TYPE(PLAN_TYPE), text, NULL, NULL, &error);
    g_assert_no_error(error);
    g_autoptr(GVariant) held = g_variant_ref_sink(packed);
    return plan_unpack(held);
}

static void what_is_a_plan(void)
{
    owned(plan) plan = plan_with("Travel", "Travel");
    g_assert_nonnull(plan);
    g_assert_cmpstr(plan->entry.id, ==, "own@sommerpost.example");
    g_assert_cmpstr(plan->tags[1], ==, "-list");
}

static void what_is_none(void)
{
    static const char *const changes[][2] = {
        {"(0, false", "(99, false"},         {"(0, false", "(-1, false"},
        {"(50.0,", "(-0.1,"},                {"(50.0,", "(100.5,"},
        {"(50.0,", "(inf,"},                 {"'Travel'", "'../Travel'"},
        {"'Travel'", "'/home/other/Mail'"},  {"'Travel'", "'Travel/../../x'"},
        {"'Travel'", "'Travel\\nInbox'"},
        {"'+travel'", "'travel'"},           {"'+travel'", "'+'"},
        {"'+travel'", "'+two\\nlines'"},     {"'useful +1.00'", "'useful\\nX-Heed: inbox'"},
        {"'useful +1.00'", "'n\u00fctzlich'"}, {"'rules:1'", "'rules:1\\r\\n'"},
        {"'own@", "'own\\n@"},               {"'own@", "'own @"},
        {"'own@", "'<own@"},                 {"'sommerpost.example'", "'sommer\\tpost.example'"},
        {"'jule@", "'jule\\u007f@"},         {"'Jule'", "'Ju\\nle'"},
        {"['order:1']", "['']"},             {"@ay []", "b'nonsense'"},
        {"byte 0, byte 0, byte 0, uint64", "byte 255, byte 0, byte 0, uint64"},
        {"byte 0, byte 0, byte 0, uint64", "byte 0, byte 255, byte 0, uint64"},
        {"byte 0, byte 0, byte 0, uint64", "byte 0, byte 0, byte 255, uint64"},
        {"'', byte 0, int64 0", "'', byte 255, int64 0"},
        {"(@as [], '')", "(['a\\nb'], '')"}, {"(@as [], '')", "(@as [], 'a\\nb')"},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(changes); i++) {
        owned(plan) plan = plan_with(changes[i][0], changes[i][1]);
        if (plan)
            g_test_message("%s is taken for sound", changes[i][1]);
        g_assert_null(plan);
    }
}

static void too_long_is_none(void)
{
    static const char *const places[] = {"own@", "jule@", "Jule", "rules:1", "useful +1.00", "reader@"};
    g_autofree char *much = g_strnfill(20000, 'a');
    for (size_t i = 0; i < G_N_ELEMENTS(places); i++) {
        owned(plan) plan = plan_with(places[i], much);
        g_assert_null(plan);
    }
}

static char *held_id(const char *from, const char *to, const char *text)
{
    owned(plan) plan = plan_with(from, to);
    owned(spool) spool = spool_of(text, strlen(text));
    owned(layout) layout = layout_read(spool);
    g_assert_nonnull(plan);
    plan_hold_to(plan, spool, layout, NOW);
    return g_strdup(plan->entry.id);
}

/* Whatever is not the message's own, the book is told nothing. */
static void what_is_of_another_message(void)
{
    static const char *const changes[][2] = {
        {"own@sommerpost.example", "other@sommerpost.example"},
        {"'jule@sommerpost.example'", "'deals@northcoat.example'"}, /* the body names it, the header does not */
        {"'sommerpost.example', ''", "'northcoat.example', ''"},
        {"int64 1749999999", "int64 1850000000"},
        {"int64 1749999999", "int64 -5"},
    };
    g_autofree char *own = held_id("Travel", "Travel", message);
    g_assert_cmpstr(own, ==, "own@sommerpost.example");
    for (size_t i = 0; i < G_N_ELEMENTS(changes); i++) {
        g_autofree char *id = held_id(changes[i][0], changes[i][1], message);
        g_test_message("%s", changes[i][1]);
        g_assert_cmpstr(id, ==, "");
    }
    g_autofree char *nameless = held_id("Travel", "Travel", "Subject: no id, no author\n\nBody\n");
    g_assert_cmpstr(nameless, ==, "");
}

static void what_no_rule_says(void)
{
    char *folder = unit_folder();
    g_autofree char *path = g_build_filename(folder, "rules", NULL);
    g_assert_true(g_file_set_contents(path, "kind is person -> inbox +travel\n", -1, NULL));
    owned(rules) rules = rules_load(folder, folder);
    struct config config = {0};
    for (int i = 0; i < PLACE_COUNT; i++)
        config.folders[i] = (char *)"";
    owned(plan) plan = plan_with("Travel", "Other");
    plan_hold_to_rules(plan, &config, rules);
    g_assert_cmpstr(plan->folder, ==, "");
    g_assert_cmpuint(g_strv_length((char **)plan->tags), ==, 1);
    g_assert_cmpstr(plan->tags[0], ==, "+travel");
    config.folders[PLACE_LATER] = (char *)"Other";
    owned(plan) named = plan_with("Travel", "Other");
    plan_hold_to_rules(named, &config, rules);
    g_assert_cmpstr(named->folder, ==, "Other");
    unit_remove(folder);
}

int main(int argc, char **argv)
{
    unit_init(argc, argv);
    g_test_add_func("/plan/what-is-a-plan", what_is_a_plan);
    g_test_add_func("/plan/what-is-none", what_is_none);
    g_test_add_func("/plan/too-long-is-none", too_long_is_none);
    g_test_add_func("/plan/what-is-of-another-message", what_is_of_another_message);
    g_test_add_func("/plan/what-no-rule-says", what_no_rule_says);
    return g_test_run();
}
