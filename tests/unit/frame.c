/* Messages between processes: whole, too long, garbled, late; and asking for keys over them. */
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/frame.h"
#include "base/spool.h"
#include "person.h"

/* --- frames ----------------------------------------------------------------------------------------------- */

struct ends {
    int from, to;
};

static struct ends ends_open(void)
{
    int ends[2];
    g_assert_cmpint(pipe2(ends, O_CLOEXEC), ==, 0);
    return (struct ends){ends[0], ends[1]};
}

static void ends_close(struct ends *ends)
{
    close(ends->from);
    if (ends->to >= 0)
        close(ends->to);
}

static enum heard hear(struct ends *ends, const char *type, double seconds, GVariant **what)
{
    return frame_hear(ends->from, type, clock_seconds() + seconds, what);
}

static void whole(void)
{
    struct ends ends = ends_open();
    for (int i = 0; i < 20; i++) { /* one behind the other, of lengths that leave the next one unaligned */
        g_autofree char *text = g_strnfill(i, 'x');
        g_assert_true(frame_say(ends.to, g_variant_new("(syx)", text, (guchar)i, (gint64)i << 40)));
    }
    for (int i = 0; i < 20; i++) {
        g_autoptr(GVariant) what = NULL;
        const char *text;
        guchar byte;
        gint64 number;
        g_assert_cmpint(hear(&ends, "(syx)", 5, &what), ==, HEARD);
        g_variant_get(what, "(&syx)", &text, &byte, &number);
        g_assert_cmpuint(strlen(text), ==, i);
        g_assert_cmpint(byte, ==, i);
        g_assert_cmpint(number, ==, (gint64)i << 40);
    }
    ends_close(&ends);
}

static void say_raw(struct ends *ends, uint32_t length, const void *bytes, size_t size)
{
    g_assert_true(write_all(ends->to, &length, sizeof length) && write_all(ends->to, bytes, size));
}

static void too_long(void)
{
    struct ends ends = ends_open();
    g_autoptr(GVariant) what = NULL;
    say_raw(&ends, FRAME_BYTES + 1, "", 0); /* not waited for, and no memory taken for it */
    g_assert_cmpint(hear(&ends, "s", 5, &what), ==, HEARD_GARBLED);
    say_raw(&ends, G_MAXUINT32, "", 0);
    g_assert_cmpint(hear(&ends, "s", 5, &what), ==, HEARD_GARBLED);
    g_autofree char *much = g_strnfill(FRAME_BYTES, 'x');
    g_assert_false(frame_say(ends.to, g_variant_new_string(much)));
    g_assert_cmpint(hear(&ends, "s", 0.05, &what), ==, HEARD_LATE); /* nor was any of it said */
    g_assert_null(what);
    ends_close(&ends);
}

/* What is not of the form becomes something that is: GVariant's normal form. */
static void garbled(void)
{
    struct ends ends = ends_open();
    g_autoptr(GVariant) text = NULL, pair = NULL, nothing = NULL;
    const char *first;
    gint64 number;
    say_raw(&ends, 3, "abc", 3); /* no end */
    g_assert_cmpint(hear(&ends, "s", 5, &text), ==, HEARD);
    g_assert_cmpstr(g_variant_get_string(text, NULL), ==, "");
    say_raw(&ends, 5, "\xff\xfe\xff\xff\xff", 5);
    g_assert_cmpint(hear(&ends, "(sx)", 5, &pair), ==, HEARD);
    g_variant_get(pair, "(&sx)", &first, &number);
    g_assert_cmpstr(first, ==, "");
    g_assert_cmpint(number, ==, 0);
    say_raw(&ends, 0, "", 0);
    g_assert_cmpint(hear(&ends, "as", 5, &nothing), ==, HEARD);
    g_assert_cmpuint(g_variant_n_children(nothing), ==, 0);
    ends_close(&ends);
}

static void late_or_ended(void)
{
    struct ends ends = ends_open();
    g_autoptr(GVariant) what = NULL;
    double begun = clock_seconds();
    g_assert_cmpint(hear(&ends, "s", 0.05, &what), ==, HEARD_LATE);
    g_assert_cmpfloat(clock_seconds() - begun, >=, 0.05);
    g_assert_cmpint(hear(&ends, "s", -1, &what), ==, HEARD_LATE);
    say_raw(&ends, 100, "half", 4);
    g_assert_cmpint(hear(&ends, "s", 0.05, &what), ==, HEARD_LATE);
    say_raw(&ends, 100, "half", 4);
    close(ends.to);
    ends.to = -1;
    g_assert_cmpint(hear(&ends, "s", 5, &what), ==, HEARD_END);
    g_assert_cmpint(frame_hear(ends.from, "s", G_MAXDOUBLE, &what), ==, HEARD_END);
    g_assert_null(what);
    ends_close(&ends);
}

static int echo(struct peer *parent, void *data)
{
    g_autoptr(GVariant) what = NULL;
    bool said = frame_hear(parent->from, "s", G_MAXDOUBLE, &what) == HEARD && frame_say(parent->to, what);
    return said && parent->pid == 0 && g_str_equal(data, "given") ? 7 : 1;
}

static void children(void)
{
    struct peer child;
    struct err err;
    g_autoptr(GVariant) what = NULL;
    char given[] = "given";
    g_assert_cmpint(peer_fork(&child, echo, given, &err), ==, STATUS_OK);
    g_assert_true(frame_say(child.to, g_variant_new_string("hello")));
    g_assert_cmpint(frame_hear(child.from, "s", clock_seconds() + 30, &what), ==, HEARD);
    g_assert_cmpstr(g_variant_get_string(what, NULL), ==, "hello");
    g_assert_cmpint(peer_end(&child, false), ==, 7);
    g_assert_cmpint(peer_fork(&child, echo, given, &err), ==, STATUS_OK);
    int end = peer_end(&child, true);
    g_assert_true(end == -1 || end == 1); /* it may hear that nobody is left before it is killed */
}

/* --- keys -------------------------------------------------------------------------------------------------- */

static void keys_beside_the_book_are_moved(void)
{
    static const char *const names[] = {SEAL_KEY, ALIAS_KEY};
    for (size_t i = 0; i < G_N_ELEMENTS(names); i++) {
        struct person ann;
        struct err err;
        struct stat st;
        owned(secret) old = NULL;
        owned(secret) key = NULL;
        person_make(&ann);
        g_autofree char *from = home_state(ann.home, names[i]);
        g_autofree char *to = g_build_filename(ann.home->key_dir, names[i], NULL);
        g_assert_cmpint(home_make_state(ann.home, &err), ==, STATUS_OK);
        g_assert_cmpint(secret_open(ann.home->state_dir, names[i], true, &old, &err), ==, STATUS_OK);
        g_assert_cmpint(secret_rotate(ann.home->state_dir, names[i], false, &err), ==, STATUS_OK);
        g_assert_cmpint(key_open(ann.home, names[i], false, &key, &err), ==, STATUS_OK);
        g_assert_cmpuint(key->n, ==, 2); /* all keys of the file */
        g_assert_cmpmem(key->keys[1], SECRET_BYTES, old->keys[0], SECRET_BYTES);
        g_assert_false(g_file_test(from, G_FILE_TEST_EXISTS));
        g_assert_cmpint(stat(to, &st), ==, 0);
        g_assert_cmpint(st.st_mode & 0777, ==, 0600);
        g_assert_cmpint(stat(ann.home->key_dir, &st), ==, 0);
        g_assert_cmpint(st.st_mode & 0777, ==, 0700);
        /* One that is there already stays, and so does the other. */
        g_assert_true(g_file_set_contents(from, "x", -1, NULL));
        owned(secret) again = NULL;
        g_assert_cmpint(key_open(ann.home, names[i], false, &again, &err), ==, STATUS_OK);
        g_assert_cmpmem(again, sizeof *again, key, sizeof *key);
        g_assert_true(g_file_test(from, G_FILE_TEST_EXISTS));
        home_free(ann.home);
        unit_remove(ann.folder);
    }
}

static void only_seals_get_a_key(void)
{
    struct person ann;
    struct err trouble;
    person_make(&ann);
    owned(keyring) none = keyring_open(ann.home, false, &trouble);
    g_assert_null(none->seal);
    g_assert_cmpstr(trouble.text, ==, "");
    g_assert_false(g_file_test(ann.home->key_dir, G_FILE_TEST_EXISTS)); /* who only looks makes nothing */
    owned(keyring) made = keyring_open(ann.home, true, &trouble);
    g_assert_nonnull(made->seal);
    g_assert_null(made->alias);
    g_assert_cmpstr(trouble.text, ==, "");
    g_autofree char *path = g_build_filename(ann.home->key_dir, SEAL_KEY, NULL);
    g_assert_cmpint(chmod(path, 0644), ==, 0);
    owned(keyring) open = keyring_open(ann.home, true, &trouble);
    g_assert_null(open->seal);
    g_assert_nonnull(strstr(trouble.text, path));
    home_free(ann.home);
    unit_remove(ann.folder);
}

static void asked_over_a_pipe(void)
{
    struct person ann;
    struct err err;
    struct peer peer;
    struct witness asks;
    owned(config) config = config_default();
    owned(secret) alias = NULL;
    person_make(&ann);
    g_assert_cmpint(key_open(ann.home, ALIAS_KEY, true, &alias, &err), ==, STATUS_OK);
    owned(keyring) keyring = keyring_open(ann.home, true, &err);
    const struct witness nobody = {0}, knows = {.keyring = keyring};
    g_assert_cmpint(witness_start(ann.home, &peer, &asks, &err), ==, STATUS_OK);

    g_autofree char *address = alias_make(config, alias, "me@home.example", "shop", "shop.example");
    char *own[] = {(char *)"me@home.example", NULL};
    struct alias_parts parts;
    g_assert_true(alias_split(config, own, address, &parts));
    static const char *const names[] = {"velora.example", "", "shop.example", "bank.example"};
    for (unsigned n = 0; n <= G_N_ELEMENTS(names); n++) {
        g_assert_cmpint(witness_made_for(&asks, &parts, names, n), ==, n > 2 ? 2 : -1);
        g_assert_cmpint(witness_made_for(&knows, &parts, names, n), ==, n > 2 ? 2 : -1);
        g_assert_cmpint(witness_made_for(&nobody, &parts, names, n), ==, -1);
    }
    alias_parts_clear(&parts);

    struct sealed what = {"id@a", "me@home.example", "hash", NOW, "later; useful=1", "useful -3"}, other = what;
    other.verdict = "inbox; useful=1";
    g_autofree char *seal = seal_make(keyring->seal, &what);
    int64_t when = 0, direct = 0;
    g_assert_true(witness_seal_holds(&asks, &what, seal, &when));
    g_assert_true(witness_seal_holds(&knows, &what, seal, &direct));
    g_assert_cmpint(when, ==, NOW);
    g_assert_cmpint(direct, ==, NOW);
    g_assert_false(witness_seal_holds(&asks, &other, seal, &when));
    g_assert_false(witness_seal_holds(&knows, &other, seal, &when));
    g_assert_false(witness_seal_holds(&nobody, &what, seal, &when));
    g_assert_cmpint(peer_end(&peer, false), ==, 0);
    home_free(ann.home);
    unit_remove(ann.folder);
}

/* What whoever judges says stands in the pipe; what is answered can be read from the other. */
static enum heard listened(unsigned questions, enum said kind, GVariant *last)
{
    struct ends up = ends_open(), down = ends_open();
    const struct keyring none = {0};
    const struct peer peer = {.from = up.from, .to = down.to};
    g_autoptr(GVariant) what = NULL;
    for (unsigned i = 0; i < questions; i++)
        g_assert_true(say(up.to, SAID_SEAL, g_variant_new(WITNESS_SEAL, "", "", "", "", "", "v=2; t=1; mac=")));
    g_assert_true(say(up.to, kind, last));
    enum heard heard = listen_for(&none, &peer, 3, clock_seconds() + 5, &what, NULL);
    g_assert_true((heard == HEARD) == (what != NULL));
    for (unsigned i = 0; i < MIN(questions, 3); i++) {
        g_autoptr(GVariant) answer = NULL;
        gboolean holds = TRUE;
        g_assert_cmpint(hear(&down, "(bx)", 5, &answer), ==, HEARD);
        g_variant_get(answer, "(bx)", &holds, NULL);
        g_assert_false(holds);
    }
    ends_close(&up);
    ends_close(&down);
    return heard;
}

static void asked_too_much(void)
{
    static const char *const none[] = {NULL};
    g_assert_cmpint(listened(0, SAID_OTHER, g_variant_new_string("done")), ==, HEARD);
    g_assert_cmpint(listened(3, SAID_OTHER, g_variant_new_string("done")), ==, HEARD);
    g_assert_cmpint(listened(4, SAID_OTHER, g_variant_new_string("done")), ==, HEARD_GARBLED);
    g_assert_cmpint(listened(0, SAID_SEAL, g_variant_new_string("no seal")), ==, HEARD_GARBLED);
    g_assert_cmpint(listened(0, SAID_ALIAS, g_variant_new_string("no alias")), ==, HEARD_GARBLED);
    g_assert_cmpint(listened(0, SAID_SEAL, g_variant_new("(ss@as)", "", "", g_variant_new_strv(none, -1))), ==,
                    HEARD_GARBLED);
    g_assert_cmpint(listened(0, (enum said)'?', g_variant_new_string("who")), ==, HEARD_GARBLED);
}

int main(int argc, char **argv)
{
    unit_init(argc, argv);
    message_init();
    g_test_add_func("/frame/whole", whole);
    g_test_add_func("/frame/long", too_long);
    g_test_add_func("/frame/garbled", garbled);
    g_test_add_func("/frame/late", late_or_ended);
    g_test_add_func("/frame/children", children);
    g_test_add_func("/keys/moved", keys_beside_the_book_are_moved);
    g_test_add_func("/keys/made", only_seals_get_a_key);
    g_test_add_func("/keys/asked", asked_over_a_pipe);
    g_test_add_func("/keys/most", asked_too_much);
    return g_test_run();
}
