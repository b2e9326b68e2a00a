/* Plans: held to the message that they are for, and carried by it. */
#include "mail/heed-fields.h"
#include "plan.h"

/* --- held to its message ---------------------------------------------------------------------------- */

static const char *id_held(const struct raw *raw, const char *text)
{
    static char id[100];
    owned(spool) spool = spool_of(text, strlen(text));
    owned(layout) layout = layout_read(spool);
    owned(plan) plan = raw_plan(raw);
    g_assert_nonnull(plan);
    plan_hold_to(plan, spool, layout, NOW);
    g_strlcpy(id, plan->entry.id, sizeof id);
    return id;
}

#define HELD(expected, ...)                                       \
    do {                                                          \
        struct raw raw = raw_sound();                             \
        __VA_ARGS__;                                              \
        g_assert_cmpstr(id_held(&raw, promotion), ==, expected);  \
    } while (0)

static void held_to_the_message(void)
{
    HELD("1@shop.example", (void)0);
    HELD("1@shop.example", raw.address = "bounce@SHOP.example"); /* by its domain */
    HELD("1@shop.example", raw.date = 0);
    HELD("1@shop.example", raw.date = NOW + DAY);
    HELD("", raw.id = "2@shop.example");
    HELD("", raw.id = "1@shop.exampl");
    HELD("", raw.id = "../../.ssh/authorized_keys");
    HELD("", raw.id = "/home/me/Mail/cur/1");
    HELD("", raw.address = "news@bank.example");
    HELD("", raw.organisation = "bank.example");
    HELD("", raw.organisation = "friend@bank.example");
    HELD("", raw.date = NOW + DAY + 1);
    HELD("", raw.date = -1);
    HELD("", raw.date = G_MAXINT64);
    HELD("", raw.date = G_MININT64);
    struct raw raw = raw_sound(); /* what only the body says is no word of the header's */
    g_assert_cmpstr(id_held(&raw, "Message-ID: <1@shop.example>\nFrom: a@a.example\n\nshop.example"), ==,
                    "1@shop.example");
    g_assert_cmpstr(id_held(&raw, "From: a@a.example\n\nMessage-ID: <1@shop.example>\n"), ==, "");
    raw.organisation = raw.address = "news@velora.example";
    g_assert_cmpstr(id_held(&raw, "Message-ID: <1@shop.example>\n\nFrom: news@velora.example\n"), ==, "");
}

static void held_to_rules_and_settings(void)
{
    struct person ann;
    person_make(&ann);
    person_open(&ann, "[folders]\nlater=Pile\n", "bulk -> later +shop folder \"Shops\"\n");
    static const struct {
        const char *folder, *held;
    } folders[] = {{"Shops", "Shops"}, {"Pile", "Pile"}, {"Sent", ""}, {"", ""}};
    for (size_t i = 0; i < G_N_ELEMENTS(folders); i++) {
        struct raw raw = raw_sound();
        raw.folder = folders[i].folder;
        owned(plan) plan = raw_plan(&raw);
        plan_hold_to_rules(plan, ann.reader.config, ann.reader.rules);
        g_assert_cmpstr(plan->folder, ==, folders[i].held);
        g_assert_true(g_strv_equal((const char *const *)plan->tags, (const char *const[]){"+shop", NULL}));
        owned(plan) packed = there_and_back(plan); /* what was taken away does not come back */
        g_assert_cmpstr(packed->folder, ==, folders[i].held);
        g_assert_null(packed->tags[1]);
    }
    struct raw raw = raw_sound();
    raw.folder = "Shops";
    owned(plan) plan = raw_plan(&raw);
    plan_hold_to_rules(plan, ann.reader.config, NULL);
    g_assert_cmpstr(plan->folder, ==, "");
    g_assert_null(plan->tags[0]);
    person_close(&ann);
}

/* --- carried ---------------------------------------------------------------------------------------- */

static char *marked(struct person *person, const char *text)
{
    owned(spool) spool = spool_of(text, strlen(text));
    owned(layout) layout = layout_read(spool);
    owned(plan) plan = plan_for(person, text, NULL, NOW);
    g_autofree char *block = plan_block(plan, spool, layout, reader_keyring(&person->reader)->seal);
    g_assert_true(heed_fields_are_sound(block));
    return g_strconcat(block, text, NULL);
}

static bool is_carried(struct person *person, const char *text, const char *id, int64_t now)
{
    owned(plan) plan = plan_for(person, text, id, now);
    owned(plan) same = there_and_back(plan);
    g_assert_cmpint(same->carried, ==, plan->carried);
    return same->carried;
}

static void sealed_verdicts_are_carried(void)
{
    static const char text[] = "From: Shop <news@shop.example>\nTo: me@home.example\nSubject: 50% off\n"
                               "Message-ID: <1@shop.example>\nPrecedence: bulk\n\nBuy now!\n";
    struct person ann;
    person_make(&ann);
    person_open(&ann, NULL, RULES);
    g_autofree char *sealed = marked(&ann, text);
    g_assert_false(is_carried(&ann, text, NULL, NOW));
    write_file(ann.home->config_dir, "rules", "bulk -> priority +other\n"); /* she thinks otherwise by now */
    reader_refresh(&ann.reader);
    owned(plan) plan = plan_for(&ann, sealed, NULL, NOW + DAY);
    g_assert_true(plan->carried);
    g_assert_cmpint(plan->placement, ==, PLACE_LATER);
    g_assert_cmpint(plan->entry.placement, ==, PLACE_LATER);
    g_assert_cmpstr(plan->folder, ==, "Shops");
    g_assert_true(
        g_strv_equal((const char *const *)plan->tags, (const char *const[]){"+shop", "-list", NULL}));
    g_assert_cmpstr(plan->reasons, ==, "");
    g_assert_cmpint(plan->when, ==, NOW);
    /* Come anew it holds as long as mail may wait; where it lies, for ever. */
    g_assert_true(is_carried(&ann, sealed, NULL, NOW + CARRIED_DAYS * DAY - 1));
    g_assert_false(is_carried(&ann, sealed, NULL, NOW + CARRIED_DAYS * DAY));
    g_assert_true(is_carried(&ann, sealed, NULL, NOW - DAY + 1));
    g_assert_false(is_carried(&ann, sealed, NULL, NOW - DAY));
    g_assert_true(is_carried(&ann, sealed, "1@shop.example", NOW + 400 * DAY));
    static const char *const changes[][2] = {{"50% off", "Pay now"}, {"Buy now", "Buy how"}, {"<1@", "<2@"},
                                             {"X-Heed: later", "X-Heed: inbox"}, {"tag=-list", "tag=-lost"}};
    for (size_t i = 0; i < G_N_ELEMENTS(changes); i++) {
        g_auto(GStrv) pieces = g_strsplit(sealed, changes[i][0], -1);
        g_autofree char *changed = g_strjoinv(changes[i][1], pieces);
        g_assert_cmpstr(changed, !=, sealed);
        g_assert_false(is_carried(&ann, changed, NULL, NOW));
    }
    g_autofree char *twice = g_strconcat("X-Heed: inbox\n", sealed, NULL);
    g_assert_false(is_carried(&ann, twice, NULL, NOW));
    g_clear_pointer(&plan, plan_free);
    person_close(&ann);
    person_make(&ann); /* somebody else, with another key */
    person_open(&ann, NULL, NULL);
    g_assert_nonnull(reader_keyring(&ann.reader)->seal);
    g_assert_false(is_carried(&ann, sealed, NULL, NOW));
    person_close(&ann);
}

int main(int argc, char **argv)
{
    unit_init(argc, argv);
    message_init();
    g_test_add_func("/plan/held/message", held_to_the_message);
    g_test_add_func("/plan/held/rules", held_to_rules_and_settings);
    g_test_add_func("/plan/carried", sealed_verdicts_are_carried);
    return g_test_run();
}
