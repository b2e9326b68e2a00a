/* Counters: of many processes at once, and in files that are not as they should be. */
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/counters.h"
#include "unit.h"

#define PROCESSES 8
#define EACH 500

static uint64_t counted(const char *folder, enum counter counter)
{
    return counters_read(folder).values[counter];
}

static void count_in_child(const char *folder)
{
    pid_t pid = fork();
    g_assert_cmpint(pid, >=, 0);
    if (pid)
        return;
    counters_open(folder);
    for (int i = 0; i < EACH; i++) {
        counters_add(COUNT_DELIVERED);
        counters_add(i % 2 ? COUNT_INBOX : COUNT_LATER);
    }
    counters_close();
    _exit(0);
}

/* All begin where there is no file, so that they race to make it, too. */
static void none_is_lost(void)
{
    char *folder = unit_folder();
    for (int i = 0; i < PROCESSES; i++)
        count_in_child(folder);
    for (int code, i = 0; i < PROCESSES; i++) {
        g_assert_cmpint(wait(&code), >, 0);
        g_assert_cmpint(code, ==, 0);
    }
    g_assert_cmpuint(counted(folder, COUNT_DELIVERED), ==, PROCESSES * EACH);
    g_assert_cmpuint(counted(folder, COUNT_INBOX), ==, PROCESSES * EACH / 2);
    g_assert_cmpuint(counted(folder, COUNT_LATER), ==, PROCESSES * EACH / 2);
    g_assert_cmpuint(counted(folder, COUNT_SYNC_FAILED), ==, 0);
    g_assert_cmpint(counters_read(folder).since, >, 1700000000);
    unit_remove(folder);
}

static void nothing_is_nothing(void)
{
    char *folder = unit_folder();
    g_assert_cmpuint(counted(folder, COUNT_DELIVERED), ==, 0);
    g_assert_cmpint(counters_read(folder).since, ==, 0);
    g_autofree char *path = g_build_filename(folder, COUNTERS_FILE, NULL);
    g_assert_false(g_file_test(path, G_FILE_TEST_EXISTS));
    counters_add(COUNT_DELIVERED); /* opened or not */
    g_autofree char *absent = g_build_filename(folder, "absent", NULL);
    counters_open(absent);
    counters_add(COUNT_DELIVERED);
    counters_close();
    unit_remove(folder);
}

static void cut_while_in_use(void)
{
    char *folder = unit_folder();
    g_autofree char *path = g_build_filename(folder, COUNTERS_FILE, NULL);
    static const off_t cuts[] = {40, 4, 0};
    struct stat st;
    for (size_t i = 0; i < G_N_ELEMENTS(cuts); i++) {
        counters_open(folder);
        counters_add(COUNT_DELIVERED);
        counters_add(COUNT_SYNC_FAILED);
        g_assert_cmpuint(counted(folder, COUNT_DELIVERED), ==, 1);
        g_assert_cmpint(truncate(path, cuts[i]), ==, 0);
        counters_add(COUNT_SYNC_FAILED); /* it counts nowhere, and nobody gets a SIGBUS */
        counters_add(COUNT_DELIVERED);
        g_assert_cmpuint(counted(folder, COUNT_SYNC_FAILED), ==, 0);
        counters_close();
        counters_open(folder); /* the next one begins anew */
        g_assert_cmpuint(counted(folder, COUNT_DELIVERED), ==, 0);
        counters_add(COUNT_DELIVERED);
        g_assert_cmpuint(counted(folder, COUNT_DELIVERED), ==, 1);
        counters_close();
        g_assert_cmpint(stat(path, &st), ==, 0);
        g_assert_cmpint(st.st_mode & 0777, ==, 0600);
        g_assert_cmpint(g_unlink(path), ==, 0);
    }
    unit_remove(folder);
}

static void what_is_no_file_of_counters(void)
{
    char *folder = unit_folder();
    g_autofree char *path = g_build_filename(folder, COUNTERS_FILE, NULL);
    g_autofree char *other = g_build_filename(folder, "other", NULL), *text = NULL;
    g_assert_true(g_file_set_contents(other, "hers", -1, NULL));
    g_assert_cmpint(symlink(other, path), ==, 0);
    counters_open(folder);
    counters_add(COUNT_DELIVERED);
    counters_close();
    g_assert_true(g_file_get_contents(other, &text, NULL, NULL));
    g_assert_cmpstr(text, ==, "hers");
    g_assert_true(g_file_test(path, G_FILE_TEST_IS_SYMLINK));
    g_assert_cmpint(g_unlink(path), ==, 0);
    g_assert_cmpint(mkfifo(path, 0600), ==, 0); /* nobody waits at it */
    counters_open(folder);
    counters_add(COUNT_DELIVERED);
    counters_close();
    g_assert_cmpuint(counted(folder, COUNT_DELIVERED), ==, 0);
    unit_remove(folder);
}

int main(int argc, char **argv)
{
    unit_init(argc, argv);
    g_test_add_func("/counters/many", none_is_lost);
    g_test_add_func("/counters/none", nothing_is_nothing);
    g_test_add_func("/counters/cut", cut_while_in_use);
    g_test_add_func("/counters/other", what_is_no_file_of_counters);
    return g_test_run();
}
