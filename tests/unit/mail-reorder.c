/* What is offered of what she bought before without its name: by its kind, or by its being used up. */
#include <string.h>

#include "mail/things.h"
#include "mail/words.h"
#include "unit.h"

/* One word of goods in a text is not what that is about where a row has more of the kind. */
static void shelves_are_no_offers(void)
{
    static const struct {
        const char *text;
        bool about;
    } rows[] = {{"Reifen Helme Trikots Lichter\n", false}, {"Reifen\n", true}, {"Reifen 3 f\303\274r 2\n", true},
                {"<p><a href='/1'>Reifen</a> <a href='/2'>Farben</a> <a href='/3'>Neu</a></p><p>Heute</p>", false},
                {"<p><a href='/1'>Neue Reifen</a></p><p>Heute</p>", true}};
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        g_autofree char *bytes = g_strdup_printf(
            "From: Velora <news@velora.example>\nTo: kim@home.example\nSubject: Nur heute\nMIME-Version: 1.0\n"
            "Content-Type: text/%s; charset=utf-8\n\n%s", *rows[i].text == '<' ? "html" : "plain", rows[i].text);
        owned(spool) spool = spool_of(bytes, strlen(bytes));
        owned(message) message = NULL;
        g_assert_cmpint(message_parse(spool, 0, NULL, &message, NULL), ==, STATUS_OK);
        owned(mentions) mentions = mentions_new(message, NULL, true, NULL, NULL);
        g_assert_cmpint(mentions_share(mentions, "reifen", NULL, KIND_RECEIPT, NULL) > 0.5, ==, rows[i].about);
    }
}

/* What runs out is asked for without its name, but with no other's. */
static void what_runs_out(void)
{
    static const struct {
        const char *subject;
        bool out, other;
    } rows[] = {
        {"Running low? Time for a refill", true, false},
        {"Nachschub f\303\274r den Napf", true, false},
        {"Refaites le plein de croquettes", true, true},
        {"Restock your tea", true, true},
        {"The run of the season", false, false},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        owned(wording) wording = wording_new(rows[i].subject, 24);
        g_assert_cmpint(things_run_out(wording), ==, rows[i].out);
        g_assert_cmpint(things_are_other_goods(wording, "pampers premium"), ==, rows[i].other);
    }
}

/* Who is named by what he sells sells that, be it under a brand that nobody knows. */
static void names_tell_goods(void)
{
    static const struct {
        const char *name, *like; /* LIKE: a word for what it sells, or NULL */
    } rows[] = {{"Saitenreich", "strings"}, {"Cordes & Bois", "saiten"}, {"Linsenhaus", "lenses"}, {"Meadow Tea", "tee"}, {"Velora", NULL}};
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        g_autofree char *word = goods_of_name(rows[i].name);
        g_assert_cmpint(word != NULL, ==, rows[i].like != NULL);
        owned(wording) like = wording_new(rows[i].like ? rows[i].like : "", 2);
        g_assert_false(word && things_are_other_goods(like, word));
    }
    g_assert_true(goods_are_known("schwalbe marathon"));
    g_assert_false(goods_are_known("thomastik dominant"));
}

int main(int argc, char **argv)
{
    unit_init(argc, argv);
    message_init();
    g_test_add_func("/reorder/shelves", shelves_are_no_offers);
    g_test_add_func("/reorder/run-out", what_runs_out);
    g_test_add_func("/reorder/names", names_tell_goods);
    return g_test_run();
}
