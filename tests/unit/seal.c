/* Seals: what they cover, what they let pass, and the files of their keys. */
#include <string.h>
#include <sys/stat.h>

#include "store/seal.h"
#include "unit.h"

#define NOW ((int64_t)1750000000)

static struct secret *secret_in(const char *folder)
{
    struct secret *key = NULL;
    struct err err;
    g_assert_cmpint(secret_open(folder, SEAL_KEY, true, &key, &err), ==, STATUS_OK);
    return key;
}

static bool holds(const struct secret *key, const struct sealed *what, const char *value)
{
    int64_t when = 0;
    bool held = seal_check(key, what, value, &when);
    g_assert_true(!held || when == NOW);
    return held;
}

static void what_is_covered(void)
{
    char *folder = unit_folder();
    owned(secret) key = secret_in(folder);
    owned(secret) same = secret_in(folder);
    struct sealed what = {"id@a", "me@home.example", "hash", NOW, "later; useful=1", "useful -3"};
    g_autofree char *seal = seal_make(key, &what);
    g_assert_true(holds(same, &what, seal));
    struct sealed wrong[] = {what, what, what, what, what};
    wrong[0].message_id = "other@a";
    wrong[1].user = "you@home.example";
    wrong[2].content = "hush";
    wrong[3].verdict = "inbox; useful=1";
    wrong[4].why = "useful -2";
    for (size_t i = 0; i < G_N_ELEMENTS(wrong); i++)
        g_assert_false(holds(key, &wrong[i], seal));
    /* Text must not move from one part into the next. */
    struct sealed shifted = {"id@", "ame@home.example", "hash", NOW, "later; useful=1", "useful -3"};
    g_assert_false(holds(key, &shifted, seal));
    g_autofree char *later = g_strdup(seal);
    later[strlen("v=2; t=1")] ^= 1; /* another time */
    g_assert_false(holds(key, &what, later));
    g_assert_false(holds(key, &what, ""));
    g_assert_false(holds(key, &what, "v=2; t=1; mac="));
    unit_remove(folder);
}

static char *content_of(const char *text)
{
    owned(spool) spool = spool_of(text, strlen(text));
    owned(layout) layout = layout_read(spool);
    return seal_content(spool, layout);
}

static void content_is_what_a_reader_sees(void)
{
    static const char sealed[] = "From: a@a.example\nSubject: Two\n lines\n\nHello,\n\nthere\n";
    static const char *const same[] = {
        "Received: by b\nX-Heed: inbox\nFrom: a@a.example\nDelivered-To: x\nSubject: Two\n lines\n\nHello,\n\nthere\n",
        "From: a@a.example\r\nSubject: Two\r\n lines\r\n\r\nHello,\r\n\r\nthere\r\n",
        "From: a@a.example\nSubject: Two\n lines\n\nHello,\n\nthere",
        "From: a@a.example\nSubject: Two\n lines\n\nHello,\n\nthere\n\n\r\n\n",
    };
    static const char *const other[] = {
        "From: b@a.example\nSubject: Two\n lines\n\nHello,\n\nthere\n",
        "From: a@a.example\nSubject: Three\n lines\n\nHello,\n\nthere\n",
        "From: a@a.example\nFrom: a@a.example\nSubject: Two\n lines\n\nHello,\n\nthere\n",
        "Reply-To: b@a.example\nFrom: a@a.example\nSubject: Two\n lines\n\nHello,\n\nthere\n",
        "Content-Type: text/html\nFrom: a@a.example\nSubject: Two\n lines\n\nHello,\n\nthere\n",
        "From: a@a.example\nFro\vm: b@a.example\nSubject: Two\n lines\n\nHello,\n\nthere\n",
        "From: a@a.example\nFrom\xc2\xa0: b@a.example\nSubject: Two\n lines\n\nHello,\n\nthere\n",
        "From: a@a.example\nX: y\rFrom: b@a.example\nSubject: Two\n lines\n\nHello,\n\nthere\n",
        "From: a@a.example\n\rFrom: b@a.example\nSubject: Two\n lines\n\nHello,\n\nthere\n",
        "From: a@a.example\nno field\rFrom: b@a.example\nSubject: Two\n lines\n\nHello,\n\nthere\n",
        "From: a@a.example\nodd\n \rFrom: b@a.example\nSubject: Two\n lines\n\nHello,\n\nthere\n",
        " \rFrom: b@a.example\nFrom: a@a.example\nSubject: Two\n lines\n\nHello,\n\nthere\n",
        "From: a@a.example\nSubject: Two\n lines\nContent-Disposition: attachment\n\nHello,\n\nthere\n",
        "From: a@a.example\nSubject: Two\n lines\n\nHello,\nthere\n",
        "From: a@a.example\nSubject: Two\n lines\n\nHello,\r\r\n\nthere\n",
        "From: a@a.example\nSubject: Two\n lines\n\n\nHello,\n\nthere\n",
        "From: a@a.example\nSubject: Two\n lines\n\nHello,\n\nthere!\n",
        "From: a@a.example\nSubject: Two\n lines\n\n",
    };
    g_autofree char *hash = content_of(sealed);
    for (size_t i = 0; i < G_N_ELEMENTS(same); i++) {
        g_autofree char *one = content_of(same[i]);
        if (strcmp(one, hash))
            g_error("differs: %s", same[i]);
    }
    for (size_t i = 0; i < G_N_ELEMENTS(other); i++) {
        g_autofree char *one = content_of(other[i]);
        if (!strcmp(one, hash))
            g_error("the same: %s", other[i]);
    }
}

/* Bodies are read piece by piece, and the pieces must not show. */
static void content_of_long_bodies(void)
{
    GString *lf = g_string_new("From: a@a.example\n\n"), *crlf = g_string_new("From: a@a.example\r\n\r\n");
    for (int i = 0; i < 200000; i++) {
        g_string_append(lf, i % 7 ? "x\n" : "\n");
        g_string_append(crlf, i % 7 ? "x\r\n" : "\r\n");
    }
    g_string_append(lf, "end");
    g_string_append(crlf, "end\r\n");
    g_autofree char *one = content_of(lf->str), *two = content_of(crlf->str);
    g_assert_cmpstr(one, ==, two);
    lf->str[lf->len - 5] = 'y';
    g_autofree char *three = content_of(lf->str);
    g_assert_cmpstr(one, !=, three);
    g_string_free(lf, TRUE);
    g_string_free(crlf, TRUE);
}

static void keys_are_kept_to_oneself(void)
{
    char *folder = unit_folder();
    struct err err;
    struct stat st;
    owned(secret) key = NULL;
    g_assert_cmpint(secret_open(folder, SEAL_KEY, false, &key, &err), ==, STATUS_NOT_FOUND);
    key = secret_in(folder);
    g_assert_cmpuint(key->n, ==, 1);
    g_autofree char *path = g_build_filename(folder, SEAL_KEY, NULL);
    g_assert_cmpint(stat(path, &st), ==, 0);
    g_assert_cmpint(st.st_mode & 0777, ==, 0600);
    for (int mode = 0604; mode <= 0640; mode += 0640 - 0604) {
        struct secret *other = NULL;
        g_assert_cmpint(chmod(path, mode), ==, 0);
        g_assert_cmpint(secret_open(folder, SEAL_KEY, true, &other, &err), ==, STATUS_CONFIG);
    }
    unit_remove(folder);
}

static void keys_are_rotated(void)
{
    char *folder = unit_folder();
    struct err err;
    struct sealed what = {"id@a", "me@home.example", "hash", NOW, "later; useful=1", "useful -3"};
    owned(secret) first = secret_in(folder);
    g_autofree char *seal = seal_make(first, &what);
    g_assert_cmpint(secret_rotate(folder, SEAL_KEY, false, &err), ==, STATUS_OK);
    owned(secret) second = secret_in(folder);
    g_assert_cmpuint(second->n, ==, 2);
    g_assert_true(holds(second, &what, seal)); /* what the former key sealed holds on */
    g_autofree char *fresh = seal_make(second, &what);
    g_assert_cmpstr(fresh, !=, seal);
    g_assert_false(holds(first, &what, fresh));
    for (int i = 0; i < 2 * SECRET_MOST; i++)
        g_assert_cmpint(secret_rotate(folder, SEAL_KEY, false, &err), ==, STATUS_OK);
    owned(secret) many = secret_in(folder);
    g_assert_cmpuint(many->n, ==, SECRET_MOST);
    g_assert_cmpint(secret_rotate(folder, SEAL_KEY, true, &err), ==, STATUS_OK);
    owned(secret) last = secret_in(folder);
    g_assert_cmpuint(last->n, ==, 1);
    g_assert_false(holds(last, &what, fresh));
    unit_remove(folder);
}

static void keys_are_shared(void)
{
    char *relay = unit_folder(), *host = unit_folder();
    struct err err;
    struct sealed what = {"id@a", "me@home.example", "hash", NOW, "later; useful=1", "useful -3"};
    owned(secret) of_relay = secret_in(relay);
    owned(secret) of_host = secret_in(host);
    g_autofree char *old = seal_make(of_host, &what), *seal = seal_make(of_relay, &what);
    g_assert_false(holds(of_host, &what, seal));
    char *text = secret_export(of_relay);
    owned(secret) keys = NULL;
    owned(secret) none = NULL;
    g_assert_cmpint(secret_of_text(text, &keys, &err), ==, STATUS_OK);
    g_assert_cmpint(secret_import(host, SEAL_KEY, keys, &err), ==, STATUS_OK);
    g_assert_cmpint(secret_import(host, SEAL_KEY, keys, &err), ==, STATUS_OK); /* twice is once */
    secret_free_text(text);
    owned(secret) shared = secret_in(host);
    g_assert_cmpuint(shared->n, ==, 2);
    g_assert_true(holds(shared, &what, seal));
    g_assert_true(holds(shared, &what, old));
    static const char *const bad[] = {"", "\n", "no key", "QUJD\n", "<html>"};
    for (size_t i = 0; i < G_N_ELEMENTS(bad); i++)
        g_assert_cmpint(secret_of_text(bad[i], &none, &err), ==, STATUS_USAGE);
    unit_remove(relay);
    unit_remove(host);
}

int main(int argc, char **argv)
{
    unit_init(argc, argv);
    g_test_add_func("/seal/covered", what_is_covered);
    g_test_add_func("/seal/content", content_is_what_a_reader_sees);
    g_test_add_func("/seal/long", content_of_long_bodies);
    g_test_add_func("/key/mode", keys_are_kept_to_oneself);
    g_test_add_func("/key/rotated", keys_are_rotated);
    g_test_add_func("/key/shared", keys_are_shared);
    return g_test_run();
}
