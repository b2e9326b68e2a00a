/* Flags in the names of a Maildir's files. */
#include <string.h>

#include "maildir/flags.h"
#include "unit.h"

static void names(void)
{
    static const struct {
        const char *path, *flags, *to;
    } cases[] = {
        {"/m/new/1.a.h", "S", "/m/cur/1.a.h:2,S"},
        {"/m/new/1.a.h", "", NULL}, /* what she has not seen stays in new */
        {"/m/cur/1.a.h:2,", "S", "/m/cur/1.a.h:2,S"},
        {"/m/cur/1.a.h:2,S", "", "/m/cur/1.a.h:2,"},
        {"/m/cur/1.a.h:2,S", "S", NULL}, /* it lies so already */
        {"/m/cur/1.a.h", "S", "/m/cur/1.a.h:2,S"},
        {"/m/cur/1.a.h:2,F", "RS", "/m/cur/1.a.h:2,RS"},
        {"/m/cur/1.a.h:2,STa", "F", "/m/cur/1.a.h:2,FTa"}, /* what tags do not stand for stays */
        {"/m/cur/1.a.h:2,T", "DS", "/m/cur/1.a.h:2,DST"},
        {"/m/cur/1.a.h:2,SS", "S", "/m/cur/1.a.h:2,S"},
        {"/m/new/1.a.h:2,T", "", "/m/cur/1.a.h:2,T"},
        {"/m/tmp/1.a.h", "S", NULL},
        {"/m/.Archive/1.a.h", "S", NULL},
        {"/m/.A/cur/1.a.h:2,", "S", "/m/.A/cur/1.a.h:2,S"},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autofree char *to = maildir_flagged(cases[i].path, cases[i].flags);
        if (g_strcmp0(to, cases[i].to))
            g_error("case %zu: %s", i, to);
    }
}

static void moves_never_replace(void)
{
    char *folder = unit_folder();
    struct err err = {0};
    g_autofree char *a = g_build_filename(folder, "a", NULL), *b = g_build_filename(folder, "b", NULL);
    g_autofree char *text = NULL, *other = NULL;
    g_assert_true(g_file_set_contents(a, "one", -1, NULL));
    g_assert_true(g_file_set_contents(b, "two", -1, NULL));
    g_assert_cmpint(maildir_rename(a, b, &err), ==, STATUS_IO);
    g_assert_nonnull(strstr(err.text, a));
    g_assert_true(g_file_get_contents(a, &text, NULL, NULL) && g_file_get_contents(b, &other, NULL, NULL));
    g_assert_cmpstr(text, ==, "one");
    g_assert_cmpstr(other, ==, "two");
    g_assert_cmpint(g_unlink(b), ==, 0);
    g_assert_cmpint(maildir_rename(a, b, &err), ==, STATUS_OK);
    g_assert_false(g_file_test(a, G_FILE_TEST_EXISTS));
    g_clear_pointer(&text, g_free);
    g_assert_true(g_file_get_contents(b, &text, NULL, NULL));
    g_assert_cmpstr(text, ==, "one");
    g_assert_cmpint(maildir_rename(a, b, &err), ==, STATUS_NOT_FOUND);
    unit_remove(folder);
}

int main(int argc, char **argv)
{
    unit_init(argc, argv);
    g_test_add_func("/flags/names", names);
    g_test_add_func("/flags/move", moves_never_replace);
    return g_test_run();
}
