/* Status, text, spool, settings: what everything else stands on. */
#include <errno.h>
#include <string.h>
#include <unistd.h>

#include "base/config.h"
#include "base/spool.h"
#include "base/text.h"
#include "unit.h"

static void exit_codes(void)
{
    g_assert_cmpint(status_exit(STATUS_OK), ==, 0);
    g_assert_cmpint(status_exit(STATUS_USAGE), ==, 64);
    g_assert_cmpint(status_exit(STATUS_IO), ==, 75);
    g_assert_cmpint(status_exit(STATUS_LOCKED), ==, 75);
    g_assert_cmpint(status_exit((enum status)999), ==, 70);
}

static void errors_hold_no_control_characters(void)
{
    struct err err;
    g_assert_cmpint(err_set(&err, STATUS_CONFIG, "bad \033[31m%s", "a\nb"), ==, STATUS_CONFIG);
    g_assert_cmpstr(err.text, ==, "bad  [31ma b");
    errno = ENOENT;
    g_assert_cmpint(err_errno(&err, STATUS_IO, "cannot open x"), ==, STATUS_IO);
    g_assert_true(g_str_has_prefix(err.text, "cannot open x: "));
}

static void clean_text(void)
{
    static const struct {
        const char *in, *out;
        size_t max;
    } cases[] = {
        {"plain", "plain", 10},
        {"  two \r\n\t words ", "two words", 20},
        {"\033[2Jx\007y", "[2Jxy", 20},
        {"right\xe2\x80\xaeleft", "rightleft", 20}, /* U+202E */
        {"bad \xff byte", "bad byte", 20},
        {"f\xc3\xbcnf", "f\xc3\xbc" "\xe2\x80\xa6", 2},
        {"", "", 5},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autofree char *out = text_clean(cases[i].in, cases[i].max);
        g_assert_cmpstr(out, ==, cases[i].out);
    }
}

static void nearest_names(void)
{
    static const char *const names[] = {"organisation", "received", "trust", NULL};
    g_assert_cmpstr(text_nearest("organization", names), ==, "organisation");
    g_assert_cmpstr(text_nearest("recieved", names), ==, "received");
    g_assert_null(text_nearest("banana", names));
}

/* Writes SIZE patterned bytes through a pipe into a spool. */
static struct spool *spool_with(size_t size, unsigned char **expected)
{
    char name[] = "/tmp/heed-spool.XXXXXX";
    int fd = g_mkstemp(name);
    *expected = g_malloc(size + 1);
    for (size_t i = 0; i < size; i++)
        (*expected)[i] = (unsigned char)(i * 31 + i / 257);
    g_assert_true(write_all(fd, *expected, size));
    g_assert_cmpint(lseek(fd, 0, SEEK_SET), ==, 0);
    struct spool *spool = NULL;
    struct err err;
    g_assert_cmpint(spool_read(fd, "/tmp", &spool, &err), ==, STATUS_OK);
    close(fd);
    g_unlink(name);
    return spool;
}

static void spool_keeps_bytes(void)
{
    static const size_t sizes[] = {0, 1, SPOOL_MEMORY - 1, SPOOL_MEMORY, SPOOL_MEMORY + 1, 3 * SPOOL_MEMORY + 7};
    for (size_t i = 0; i < G_N_ELEMENTS(sizes); i++) {
        g_autofree unsigned char *expected = NULL;
        owned(spool) spool = spool_with(sizes[i], &expected);
        g_autofree unsigned char *got = g_malloc(sizes[i] + 1);
        g_assert_cmpuint(spool_size(spool), ==, sizes[i]);
        g_assert_cmpuint(spool_peek(spool, 0, got, sizes[i] + 1), ==, sizes[i]);
        g_assert_cmpint(memcmp(got, expected, sizes[i]), ==, 0);
        g_assert_true((spool_memory(spool) != NULL) == (sizes[i] < SPOOL_MEMORY));
        g_assert_cmpuint(spool_peek(spool, sizes[i], got, 1), ==, 0);
    }
}

static struct config *config_of(const char *text)
{
    char *folder = unit_folder();
    owned(home) home = home_at(folder);
    g_autofree char *path = home_config(home, "config");
    g_free(home->site_dir);
    home->site_dir = g_strdup("/nonexistent");
    g_assert_cmpint(g_mkdir_with_parents(home->config_dir, 0700), ==, 0);
    g_assert_true(g_file_set_contents(path, text, -1, NULL));
    struct config *config = config_load(home);
    unit_remove(folder);
    return config;
}

static void settings_have_defaults(void)
{
    owned(config) config = config_default();
    g_assert_cmpuint(g_strv_length(config->problems), ==, 0);
    g_assert_cmpfloat(config->half_life, ==, 90);
    g_assert_true(config->protect[KIND_RECEIPT]);
    g_assert_false(config->protect[KIND_PROMOTION]);
    g_assert_cmpstr(config->tags[PLACE_LATER][0], ==, "-inbox");
    g_assert_cmpstr(config->tags[PLACE_LATER][1], ==, "+later");
}

static void settings_are_read(void)
{
    owned(config) config = config_of("# mine\n[placement]\nlater = 7.5\n[trust]\nauthserv-id = mx.a.example ; b.example;\n"
                                     "[tags]\nlater = +quiet\n[folders]\nlater = Quiet/Later\n[deliver]\nmaildir = /home/kim/Maildir//\n");
    g_assert_cmpuint(g_strv_length(config->problems), ==, 0);
    g_assert_cmpstr(config->maildir, ==, "/home/kim/Maildir");
    g_assert_cmpfloat(config->later_below, ==, 7.5);
    g_assert_cmpstr(config->authserv_ids[0], ==, "mx.a.example");
    g_assert_cmpstr(config->authserv_ids[1], ==, "b.example");
    g_assert_null(config->authserv_ids[2]);
    g_assert_cmpstr(config->folders[PLACE_LATER], ==, "Quiet/Later");
}

static void the_last_of_two_is_told(void)
{
    owned(config) config = config_of("[placement]\nlater = 30\nprobe = 3\nlater = often\n");
    g_assert_cmpuint(g_strv_length(config->problems), ==, 1);
    g_assert_nonnull(strstr(config->problems[0], ":4:1: \"often\""));
}

static void bad_settings_cost_only_themselves(void)
{
    owned(config) config = config_of("stray = 1\n[placement]\nlatr = 5\nlater = often\npriority = 200\n"
                                     "suspect = 30\nnonsense\n[taggs]\nx = 1\n[tags]\nlater = later\n"
                                     "[folders]\nlater = ../out\n[placement]\nprotect = person;recipt\n");
    static const char *const expected[] = {
        ":1:1: a setting before", ":3:1: unknown setting \"latr\", did you mean later?",
        ":4:1: \"often\" is not a number; ignored (the default is \"20\")",
        ":5:1: 200 is out of range (0 to 101)", ":7:1: expected name=value",
        ":8:2: unknown section [taggs], did you mean [tags]?", ":11:1: \"later\" is not +tag or -tag",
        ":13:1: \"../out\" is not a folder", ":15:1: unknown kind \"recipt\", did you mean receipt?",
    };
    g_autofree char *all = g_strjoinv("\n", config->problems);
    for (size_t i = 0; i < G_N_ELEMENTS(expected); i++)
        if (!strstr(all, expected[i]))
            g_error("no \"%s\" in:\n%s", expected[i], all);
    g_assert_cmpuint(g_strv_length(config->problems), ==, G_N_ELEMENTS(expected));
    g_assert_cmpfloat(config->later_below, ==, 20);
    g_assert_cmpfloat(config->suspect_below, ==, 30);
    g_assert_cmpstr(config->tags[PLACE_LATER][0], ==, "-inbox");
    g_assert_true(config->protect[KIND_RECEIPT]);
}

int main(int argc, char **argv)
{
    unit_init(argc, argv);
    g_test_add_func("/status/exit", exit_codes);
    g_test_add_func("/status/text", errors_hold_no_control_characters);
    g_test_add_func("/text/clean", clean_text);
    g_test_add_func("/text/nearest", nearest_names);
    g_test_add_func("/spool/bytes", spool_keeps_bytes);
    g_test_add_func("/config/defaults", settings_have_defaults);
    g_test_add_func("/config/read", settings_are_read);
    g_test_add_func("/config/bad", bad_settings_cost_only_themselves);
    g_test_add_func("/config/last", the_last_of_two_is_told);
    return g_test_run();
}
