/* What receipts tell of, and whether other mail is about it. */
#include <string.h>

#include "mail/things.h"
#include "unit.h"

static struct message *message_of(const char *subject, const char *text)
{
    g_autofree char *bytes = g_strdup_printf(
        "From: Velora <orders@velora.example>\nTo: kim@home.example\nSubject: %s\n"
        "Date: Sun, 29 Nov 2026 08:00:00 +0000\nMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n\n%s",
        subject, text);
    owned(spool) spool = spool_of(bytes, strlen(bytes));
    struct message *message = NULL;
    g_assert_cmpint(message_parse(spool, 0, NULL, &message, NULL), ==, STATUS_OK);
    return message;
}

static void things_of_receipts(void)
{
    static const struct {
        enum kind kind;
        const char *subject, *text, *things;
    } rows[] = {
        {KIND_RECEIPT, "Your order 77120", "1 x Glide 5 trail shoes, size 42   119.00 EUR\nShipping 4.90 EUR\nTotal 123.90 EUR\n",
         "glide trail shoes"},
        {KIND_RECEIPT, "Your order 77120", "Glide 5 trail shoes\n119,00 EUR\nMerino socks\n9,00 EUR\n", "glide trail shoes|merino socks"},
        {KIND_RECEIPT, "Ihre Bestellung 77120", "Arabica Kaffeebohnen 1 kg 19,90 EUR\nVersand 4,90 EUR\nGesamt 24,80 EUR\n",
         "arabica kaffeebohnen"},
        {KIND_APPOINTMENT, "Your booking XK4711: Zurich - Lisbon", "Flight Zurich (ZRH) to Lisbon (LIS) on 12 December 2026\n",
         "zurich lisbon|zurich zrh lisbon lis"},
        {KIND_APPOINTMENT, "Registration confirmed: Lake Half Marathon", "See you there.\n", "lake marathon"},
        {KIND_PROMOTION, "Glide 6 is here", "Glide 6, 119.00 EUR\n", ""},
        {KIND_RECEIPT, "Your Velora order 77120", "Velora, 119.00 EUR\n", ""},
        {KIND_RECEIPT, "", "", ""},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        owned(message) message = message_of(rows[i].subject, rows[i].text);
        g_auto(GStrv) things = things_read(message, rows[i].kind);
        g_autofree char *joined = g_strjoinv("|", things);
        g_assert_cmpstr(joined, ==, rows[i].things);
    }
}

static void things_are_bounded(void)
{
    g_autoptr(GString) text = g_string_new(NULL);
    for (int i = 0; i < 5000; i++)
        g_string_append_printf(text, "%c%cthing with %.*s words 9.00 EUR\n", 'a' + i % 26, 'a' + i / 26 % 26, i % 300,
                               "averyveryverylongwordaveryveryverylongwordaveryveryverylongwordaveryveryverylongword");
    owned(message) message = message_of("x", text->str);
    g_auto(GStrv) things = things_read(message, KIND_RECEIPT);
    g_assert_cmpuint(g_strv_length(things), ==, THINGS_MOST);
    for (char **thing = things; *thing; thing++)
        g_assert_cmpuint(strlen(*thing), <, THING_BYTES);
}

/* A line is not cut within a character: valgrind and the sanitizers see what is read behind it. */
static void lines_are_cut_between_characters(void)
{
    g_autofree char *dots = g_strnfill(199, '.');
    g_autofree char *text = g_strdup_printf("%s\303\251\303\251 9.00 EUR\nGlide shoes 9.00 EUR\n", dots);
    owned(message) message = message_of("Your order 77120", text);
    g_auto(GStrv) things = things_read(message, KIND_RECEIPT);
    g_assert_cmpuint(g_strv_length(things), ==, 1);
    g_assert_cmpstr(things[0], ==, "glide shoes");
}

static void mail_is_about_things(void)
{
    static const struct {
        const char *subject, *thing;
        bool about;
    } rows[] = {
        {"Glide 6 is here", "glide trail shoes", true},
        {"New trail shoes: the Glide", "glide trail shoes", true},
        {"Frische Arabica Bohnen", "arabica kaffeebohnen", true},
        {"Trail jackets and warm merino socks for all", "glide trail shoes", false},
        {"Zurich - Lisbon from 59 CHF", "zurich zrh lisbon lis", true},
        {"Zurich - Porto, Oslo, Athens from 59 CHF", "zurich lisbon", false},
        {"Lissabon ab 59 CHF", "zurich lisbon", true},
        {"Lisbonne : Zurich", "zurich lisbon", true},
        {"Everything for the garden", "glide trail shoes", false},
        {"Glider flights", "arabica kaffeebohnen", false},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        owned(message) message = message_of(rows[i].subject, "Glide, arabica, Lisbon and all that.\n");
        owned(mentions) mentions = mentions_new(message, NULL, NULL);
        double share = mentions_share(mentions, rows[i].thing, NULL);
        g_test_message("%s, %s: %f", rows[i].subject, rows[i].thing, share);
        g_assert_cmpint(share > 0.5, ==, rows[i].about);
    }
}

static double in_half(const char *word, const void *data)
{
    (void)data;
    return !strcmp(word, "zurich");
}

static void what_is_common_tells_little(void)
{
    owned(message) message = message_of("Zurich - Porto", "");
    owned(mentions) mentions = mentions_new(message, in_half, NULL);
    g_assert_cmpfloat(mentions_share(mentions, "zurich lisbon", NULL), ==, 0);
}

int main(int argc, char **argv)
{
    unit_init(argc, argv);
    message_init();
    g_test_add_func("/things/receipts", things_of_receipts);
    g_test_add_func("/things/bounded", things_are_bounded);
    g_test_add_func("/things/cut", lines_are_cut_between_characters);
    g_test_add_func("/things/mentions", mail_is_about_things);
    g_test_add_func("/things/common", what_is_common_tells_little);
    return g_test_run();
}
