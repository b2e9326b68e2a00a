/* Readers: several in one process, what each of them notices, and what opening leaves as it was. */
#include <fcntl.h>
#include <signal.h>
#include <sqlite3.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/time.h>

#include "person.h"

static void put_for(struct person *person, const char *id, enum outcome outcome)
{
    struct err err;
    struct entry entry = {.id = id, .date = NOW - DAY, .address = "news@shop.example",
                          .organisation = "shop.example", .thread = "", .kind = KIND_PROMOTION,
                          .placement = PLACE_NONE, .scores = {{NAN, NAN, NAN}}, .outcome = outcome,
                          .indexed = true};
    g_assert_cmpint(book_put(person->reader.book, &entry, &err), ==, STATUS_OK);
}

#define ALL_LATER "[placement]\nlater=100\ndoubt=0\npatience=0\nprobe=0\n"
#define NONE_LATER "[placement]\nlater=0\n"

/* --- two at once ---------------------------------------------------------------------------------------- */

static void each_by_her_own_settings(void)
{
    struct person ann, bea;
    person_make(&ann);
    person_make(&bea);
    person_open(&ann, ALL_LATER, NULL);
    person_open(&bea, NONE_LATER, NULL);
    for (int i = 0; i < 2; i++) {
        g_assert_cmpint(place_for(&ann), ==, PLACE_LATER);
        g_assert_cmpint(place_for(&bea), ==, PLACE_INBOX);
    }
    person_close(&ann);
    g_assert_cmpint(place_for(&bea), ==, PLACE_INBOX);
    person_close(&bea);
}

static void each_by_her_own_rules(void)
{
    struct person ann, bea;
    person_make(&ann);
    person_make(&bea);
    person_open(&ann, NULL, "bulk -> priority\n");
    person_open(&bea, NULL, "bulk -> suspect\n");
    g_assert_cmpint(place_for(&ann), ==, PLACE_PRIORITY);
    g_assert_cmpint(place_for(&bea), ==, PLACE_SUSPECT);
    g_assert_cmpint(place_for(&ann), ==, PLACE_PRIORITY);
    person_close(&ann);
    person_close(&bea);
}

static void each_by_her_own_book(void)
{
    struct person ann, bea;
    struct entry entry;
    struct err err;
    person_make(&ann);
    person_make(&bea);
    person_open(&ann, NULL, NULL);
    person_open(&bea, NULL, NULL);
    for (int i = 0; i < 20; i++) {
        g_autofree char *id = g_strdup_printf("ann.%d", i), *hers = g_strdup_printf("bea.%d", i);
        put_for(&ann, id, OUTCOME_ANSWERED);
        put_for(&bea, hers, OUTCOME_IGNORED);
    }
    g_assert_true(book_get(ann.reader.book, "ann.0", &entry));
    g_assert_false(book_get(ann.reader.book, "bea.0", &entry));
    g_assert_false(book_get(bea.reader.book, "ann.0", &entry));
    g_assert_cmpfloat(useful_for(&ann), >, useful_for(&bea) + 10);
    g_assert_cmpint(book_wrote_to(ann.reader.book, "news@shop.example", NOW - DAY, &err), ==, STATUS_OK);
    owned(judgement) of_ann = judge_for(&ann);
    owned(judgement) of_bea = judge_for(&bea);
    g_assert_nonnull(found(of_ann, "contact.written"));
    g_assert_null(found(of_bea, "contact.written"));
    g_clear_pointer(&of_ann, judgement_free);
    g_clear_pointer(&of_bea, judgement_free);
    person_close(&ann);
    person_close(&bea);
}

/* --- noticing ------------------------------------------------------------------------------------------- */

static void changed_settings_are_noticed(void)
{
    struct person ann;
    person_make(&ann);
    person_open(&ann, NONE_LATER, NULL);
    g_assert_cmpint(place_for(&ann), ==, PLACE_INBOX);
    write_file(ann.home->config_dir, "config", ALL_LATER);
    g_assert_cmpint(place_for(&ann), ==, PLACE_INBOX);
    reader_refresh(&ann.reader);
    g_assert_cmpint(place_for(&ann), ==, PLACE_LATER);
    const struct config *kept = ann.reader.config;
    reader_refresh(&ann.reader);
    g_assert_true(ann.reader.config == kept); /* nothing has changed, nothing is read */
    g_autofree char *path = home_config(ann.home, "config");
    g_assert_cmpint(g_unlink(path), ==, 0);
    reader_refresh(&ann.reader);
    g_assert_cmpfloat(ann.reader.config->later_below, <, 100);
    person_close(&ann);
}

static void site_settings_are_noticed(void)
{
    struct person ann;
    person_make(&ann);
    person_open(&ann, NULL, NULL);
    write_file(ann.home->site_dir, "config", ALL_LATER);
    reader_refresh(&ann.reader);
    g_assert_cmpint(place_for(&ann), ==, PLACE_LATER);
    person_close(&ann);
}

/* Another text in the same file, of the same size, and so that the folder stays as it was. */
static void change_in_place(const char *dir, const char *name, const char *text)
{
    g_autofree char *path = g_build_filename(dir, name, NULL);
    struct stat before, after;
    g_assert_cmpint(stat(dir, &before), ==, 0);
    FILE *file = fopen(path, "r+");
    g_assert_nonnull(file);
    g_assert_cmpint(fputs(text, file), >=, 0);
    g_assert_cmpint(fclose(file), ==, 0);
    /* Of a clock that ticks slower than this test runs. */
    const struct timespec later[2] = {{.tv_nsec = UTIME_OMIT}, {.tv_sec = NOW + 1}};
    g_assert_cmpint(utimensat(AT_FDCWD, path, later, 0), ==, 0);
    g_assert_cmpint(stat(dir, &after), ==, 0);
    g_assert_cmpint(after.st_mtim.tv_sec, ==, before.st_mtim.tv_sec);
    g_assert_cmpint(after.st_mtim.tv_nsec, ==, before.st_mtim.tv_nsec);
}

static void changed_rules_are_noticed(void)
{
    struct person ann;
    person_make(&ann);
    person_open(&ann, NULL, NULL);
    g_assert_null(ann.reader.rules);
    write_file(ann.home->config_dir, "rules", "bulk -> priority\n");
    reader_refresh(&ann.reader);
    g_assert_cmpint(place_for(&ann), ==, PLACE_PRIORITY);
    change_in_place(ann.home->config_dir, "rules", "bulk -> suspect \n");
    reader_refresh(&ann.reader);
    g_assert_cmpint(place_for(&ann), ==, PLACE_SUSPECT);
    g_autofree char *path = home_config(ann.home, "rules");
    g_assert_cmpint(g_unlink(path), ==, 0);
    reader_refresh(&ann.reader);
    g_assert_null(ann.reader.rules);
    person_close(&ann);
}

static void rules_in_folders_are_noticed(void)
{
    struct person ann;
    person_make(&ann);
    person_open(&ann, NULL, NULL);
    g_autofree char *dir = home_config(ann.home, "rules.d"), *path = g_build_filename(dir, "10.rules", NULL);
    write_file(dir, "10.rules", "bulk -> priority\n");
    reader_refresh(&ann.reader);
    g_assert_cmpint(place_for(&ann), ==, PLACE_PRIORITY);
    change_in_place(dir, "10.rules", "bulk -> suspect \n");
    g_assert_cmpint(place_for(&ann), ==, PLACE_PRIORITY);
    reader_refresh(&ann.reader);
    g_assert_cmpint(place_for(&ann), ==, PLACE_SUSPECT);
    g_assert_cmpint(g_unlink(path), ==, 0);
    reader_refresh(&ann.reader);
    g_assert_cmpint(place_for(&ann), !=, PLACE_SUSPECT);
    person_close(&ann);
}

/* Each process has a connection of its own; two in one process stand for two processes. */
static struct book *second_connection(struct person *person)
{
    g_autofree char *path = home_state(person->home, BOOK_FILE);
    struct book *book = NULL;
    struct err err;
    g_assert_cmpint(book_open(path, person->reader.config->half_life, &book, &err), ==, STATUS_OK);
    return book;
}

static void learned_weights_are_noticed(void)
{
    struct person ann;
    struct err err;
    person_make(&ann);
    person_open(&ann, NULL, NULL);
    reader_refresh(&ann.reader);
    double before = useful_for(&ann);
    owned(book) other = second_connection(&ann);
    g_assert_cmpint(book_begin(other, &err), ==, STATUS_OK);
    struct weight *weight = book_weight(other, weight_key_of_finding("base.kind"));
    weight->value = -2;
    weight->seen = 1;
    weight->changed = true;
    weight->name = g_strdup("base.kind");
    g_assert_cmpint(book_commit(other, &err), ==, STATUS_OK);
    g_assert_cmpfloat(useful_for(&ann), ==, before); /* one message is judged by one state */
    reader_refresh(&ann.reader);
    g_assert_cmpfloat(fabs(useful_for(&ann) - before), >, 5);
    person_close(&ann);
}

static void her_own_weights_stay_in_memory(void)
{
    struct person ann;
    person_make(&ann);
    person_open(&ann, NULL, NULL);
    reader_refresh(&ann.reader);
    const struct weight *kept = book_weight(ann.reader.book, weight_key_of_finding("base.kind"));
    put_for(&ann, "hers", OUTCOME_OPENED);
    reader_refresh(&ann.reader);
    g_assert_true(book_weight(ann.reader.book, weight_key_of_finding("base.kind")) == kept);
    person_close(&ann);
}

/* --- failing -------------------------------------------------------------------------------------------- */

static void run_raw(struct person *person, const char *sql)
{
    g_autofree char *path = home_state(person->home, BOOK_FILE);
    sqlite3 *raw = NULL;
    char *why = NULL;
    g_assert_cmpint(sqlite3_open(path, &raw), ==, SQLITE_OK);
    sqlite3_exec(raw, sql, NULL, NULL, &why);
    g_assert_cmpstr(why, ==, NULL);
    sqlite3_close(raw);
}

static void a_failed_read_is_over(void)
{
    static const char *const tables[] = {"contact", "tally", "weight"};
    struct person ann;
    person_make(&ann);
    person_open(&ann, NULL, NULL);
    put_for(&ann, "a", OUTCOME_OPENED);
    double before = useful_for(&ann);
    for (size_t i = 0; i < G_N_ELEMENTS(tables); i++) {
        g_autofree char *away = g_strdup_printf("ALTER TABLE %s RENAME TO away", tables[i]);
        g_autofree char *back = g_strdup_printf("ALTER TABLE away RENAME TO %s", tables[i]);
        struct judgement *judgement = NULL;
        struct err err = {0};
        run_raw(&ann, away);
        reader_refresh(&ann.reader);
        g_assert_cmpint(try_judge(&ann, &judgement, &err), ==, STATUS_IO);
        g_assert_null(judgement);
        g_assert_nonnull(strstr(err.text, "no such table"));
        g_assert_nonnull(strstr(err.text, tables[i]));
        run_raw(&ann, back);
        reader_refresh(&ann.reader);
        g_assert_cmpfloat(useful_for(&ann), ==, before);
    }
    g_assert_cmpint(book_sound(ann.reader.book, NULL), ==, STATUS_OK);
    person_close(&ann);
}

/* What is told is what failed first, not what SQLite said of the last, which went well. */
static void the_first_reason_is_kept(void)
{
    struct person ann;
    struct err err = {0};
    struct entry entry;
    person_make(&ann);
    person_open(&ann, NULL, NULL);
    put_for(&ann, "a", OUTCOME_OPENED);
    run_raw(&ann, "ALTER TABLE contact RENAME TO away");
    g_assert_cmpuint(book_contact(ann.reader.book, "x@b.example").written, ==, 0);
    g_assert_true(book_get(ann.reader.book, "a", &entry));
    g_assert_cmpint(book_sound(ann.reader.book, &err), ==, STATUS_IO);
    g_assert_nonnull(strstr(err.text, "contact"));
    run_raw(&ann, "ALTER TABLE away RENAME TO contact");
    g_assert_cmpint(book_begin(ann.reader.book, &err), ==, STATUS_OK);
    g_assert_cmpint(book_wrote_to(ann.reader.book, "x@b.example", NOW, &err), ==, STATUS_OK);
    g_assert_cmpint(book_commit(ann.reader.book, &err), ==, STATUS_OK);
    g_assert_cmpuint(book_contact(ann.reader.book, "x@b.example").written, ==, 1);
    person_close(&ann);
}

/* --- what holds for the whole process ------------------------------------------------------------------- */

struct process {
    mode_t mask;
    void (*handlers[32])(int);
    struct rlimit limits[RLIM_NLIMITS];
    struct itimerval alarm;
};

static void look_at_process(struct process *process)
{
    memset(process, 0, sizeof *process);
    process->mask = umask(0);
    umask(process->mask);
    for (int i = 1; i < 32; i++) {
        struct sigaction action;
        g_assert_cmpint(sigaction(i, NULL, &action), ==, 0);
        process->handlers[i] = action.sa_handler;
    }
    for (int i = 0; i < RLIM_NLIMITS; i++)
        g_assert_cmpint(getrlimit(i, &process->limits[i]), ==, 0);
    g_assert_cmpint(getitimer(ITIMER_REAL, &process->alarm), ==, 0);
}

static mode_t mode_of(struct person *person, const char *name)
{
    g_autofree char *path = home_state(person->home, name);
    struct stat st;
    g_assert_cmpint(stat(path, &st), ==, 0);
    return st.st_mode & 07777;
}

static void opening_changes_nothing_of_the_process(void)
{
    static const mode_t masks[] = {0, 022, 077, 0137};
    mode_t usual = umask(0);
    for (size_t i = 0; i < G_N_ELEMENTS(masks); i++)
        for (int reads = 0; reads < 2; reads++) {
            struct person ann;
            struct process before, after;
            struct err err;
            umask(022);
            person_make(&ann);
            g_assert_cmpint(home_make_state(ann.home, &err), ==, STATUS_OK);
            umask(masks[i]);
            look_at_process(&before);
            if (reads) { /* who only reads makes none */
                person_open(&ann, NULL, NULL);
                reader_close(&ann.reader);
                look_at_process(&before);
            }
            reader_begin(&ann.reader, ann.home);
            reader_read_rules(&ann.reader);
            g_assert_cmpint((reads ? reader_read_book : reader_open_book)(&ann.reader, &err), ==, STATUS_OK);
            if (!reads)
                put_for(&ann, "a", OUTCOME_OPENED);
            useful_for(&ann);
            reader_refresh(&ann.reader);
            look_at_process(&after);
            g_assert_cmpint(after.mask, ==, before.mask);
            g_assert_cmpmem(before.handlers, sizeof before.handlers, after.handlers, sizeof after.handlers);
            g_assert_cmpmem(before.limits, sizeof before.limits, after.limits, sizeof after.limits);
            g_assert_cmpmem(&before.alarm, sizeof before.alarm, &after.alarm, sizeof after.alarm);
            g_assert_cmpint(mode_of(&ann, BOOK_FILE), ==, 0600);
            g_assert_cmpint(mode_of(&ann, BOOK_FILE "-wal"), ==, 0600);
            g_assert_cmpint(mode_of(&ann, BOOK_FILE "-shm"), ==, 0600);
            umask(022);
            person_close(&ann);
        }
    umask(usual);
}

int main(int argc, char **argv)
{
    unit_init(argc, argv);
    message_init();
    g_test_add_func("/reader/two/settings", each_by_her_own_settings);
    g_test_add_func("/reader/two/rules", each_by_her_own_rules);
    g_test_add_func("/reader/two/books", each_by_her_own_book);
    g_test_add_func("/reader/refresh/settings", changed_settings_are_noticed);
    g_test_add_func("/reader/refresh/site", site_settings_are_noticed);
    g_test_add_func("/reader/refresh/rules", changed_rules_are_noticed);
    g_test_add_func("/reader/refresh/rules.d", rules_in_folders_are_noticed);
    g_test_add_func("/reader/refresh/weights", learned_weights_are_noticed);
    g_test_add_func("/reader/refresh/own", her_own_weights_stay_in_memory);
    g_test_add_func("/reader/failed/over", a_failed_read_is_over);
    g_test_add_func("/reader/failed/reason", the_first_reason_is_kept);
    g_test_add_func("/reader/process", opening_changes_nothing_of_the_process);
    return g_test_run();
}
