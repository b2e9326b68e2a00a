/* The shape of lures, whatever their words: names in pieces, no author, files and pages without a word, answers
 * that go elsewhere, what a machine drew. */
#include "judged.h"

/* Programs quote what has a comma. */
static void test_torn(void)
{
    static const char code[] = "lure.torn-name";
    g_assert_cmpfloat(term_of("From: \" Velora\" ,HYH <a@velora.com>\n\nx\n", code, AUTH_PASS, false), <, -1);
    g_assert_cmpfloat(term_of("From: Velora, Your prize <a@velora.com>\n\nx\n", code, AUTH_PASS, false), <, -1);
    g_assert_cmpfloat(term_of("From: \"Doe, Jo\" <a@velora.com>\n\nx\n", code, AUTH_PASS, false), ==, 0);
    g_assert_cmpfloat(term_of("From: =?utf-8?q?Doe=2C_Jo?= <a@velora.com>\n\nx\n", code, AUTH_PASS, false), ==, 0);
    g_assert_cmpfloat(term_of("From: Jo Doe <a@velora.com>\n\nx\n", code, AUTH_PASS, false), ==, 0);
    g_assert_cmpfloat(term_of("From: a@velora.com (Jo Doe, Velora)\n\nx\n", code, AUTH_PASS, false), ==, 0);
}

static void test_bare(void)
{
    static const char code[] = "lure.bare";
    g_assert_cmpfloat(term_of("From: Jo <jo@gmail.com>\n\nfor you https://drive.google.com/file/d/1x\n", code,
                              AUTH_PASS, false), <, -1);
    g_assert_cmpfloat(term_of("From: Jo <jo@gmail.com>\nContent-Type: text/html\n\n<a href=https://ow.ly/1>"
                              "<img src=x></a>\n", code, AUTH_PASS, false), <, -1);
    g_assert_cmpfloat(term_of("From: Jo <jo@gmail.com>\n\n<http://ow.ly/Q?act=cl&pid=71994&uid=73&vid=304359>\n"
                              "<http://ow.ly/Q?act=un&pid=71994&uid=73&vid=304359>\n", code, AUTH_PASS, false), <, -1);
    g_assert_cmpfloat(term_of("From: Jo <jo@gmail.com>\n\nhttps://velora.com/menu shall we eat here?\n", code,
                              AUTH_PASS, false), ==, 0);
    g_assert_cmpfloat(term_of("From: Jo <jo@gmail.com>\n\nHere are the pictures of our week at the lake, as I "
                              "promised; the ones with the dog are at the end, do not miss them.\n"
                              "https://drive.google.com/file/d/1x\n", code, AUTH_PASS, false), ==, 0);
}

/* A short letter from a house that has her write to a free mailbox. */
static void test_named_mailbox(void)
{
    static const char code[] = "lure.reply-to";
    static const char letter[] = "From: Jo Doe <jo@velora.com>\nTo: me@gmail.com\n\nI wait for your answer: %s\n";
    g_autofree char *other = g_strdup_printf(letter, "sgt.monica@gmail.com.");
    g_autofree char *hers = g_strdup_printf(letter, "Me@gmail.com");
    g_autofree char *house = g_strdup_printf(letter, "office@velora.com");
    g_autofree char *page = g_strdup_printf(letter, "https://velora.com/ or jo.doe@gmail.com");
    g_assert_cmpfloat(term_of(other, code, AUTH_PASS, false), <, -1);
    g_assert_cmpfloat(term_of(hers, code, AUTH_PASS, false), ==, 0);
    g_assert_cmpfloat(term_of(house, code, AUTH_PASS, false), ==, 0);
    g_assert_cmpfloat(term_of(page, code, AUTH_PASS, false), ==, 0);
}

/* A machine's domain or mailbox is not better for proving that it is itself. */
static void test_drawn_and_proven(void)
{
    static const char mail[] = "From: Smart Deal <MvSSrjf@rare.smartdeal.com>\nSubject: x\n\nx\n";
    double unproven = term_of(mail, "lure.mailbox", AUTH_NONE, false);
    double proven = term_of(mail, "lure.mailbox", AUTH_PASS, false) + term_of(mail, "authentication.pass", AUTH_PASS, false);
    g_assert_cmpfloat(proven, <=, unproven + 0.05);
    static const char office[] = "From: Account Support <jo4@gmail.com>\nSubject: x\n\nx\n";
    g_assert_cmpfloat(term_of(office, "lure.office", AUTH_PASS, false), <, term_of(office, "lure.office", AUTH_NONE, false));
}

int main(int argc, char **argv)
{
    unit_init(argc, argv);
    message_init();
    g_test_add_func("/lure-shape/torn", test_torn);
    g_test_add_func("/lure-shape/bare", test_bare);
    g_test_add_func("/lure-shape/named-mailbox", test_named_mailbox);
    g_test_add_func("/lure-shape/drawn-and-proven", test_drawn_and_proven);
    return g_test_run();
}
