/* Single fields of Authentication-Results, taken apart: services, comments, broken ones. */
#include <string.h>

#include "unit.h"
#include "../../src/mail/auth/authres-parse.h"
#include "mail/received.h"
#include "mail/authres.h"

/* One field taken apart: METHOD of result number I says RESULT. */
static void check_result(const struct authres *a, guint i, const char *method, const char *result)
{
    g_assert_cmpuint(a->results->len, >, i);
    const struct authres_result *r = &g_array_index(a->results, struct authres_result, i);
    g_assert_cmpstr(r->method, ==, method);
    g_assert_cmpstr(r->result, ==, result);
}

static const char *property(const struct authres *a, guint i, const char *type, const char *name)
{
    return authres_property(a, &g_array_index(a->results, struct authres_result, i), type, name);
}

/* RFC 8601 B.2: the server did nothing. */
static void test_none(void)
{
    struct authres a;
    g_assert_true(authres_parse(&a, " example.org 1; none"));
    g_assert_cmpstr(a.server, ==, "example.org");
    g_assert_cmpuint(a.version, ==, 1);
    g_assert_true(a.none);
    g_assert_cmpuint(a.results->len, ==, 0);
    authres_clear(&a);
}

/* RFC 8601 B.3 to B.5: one service, several, several in one field with comments. */
static void test_services(void)
{
    struct authres a;
    g_assert_true(authres_parse(&a, "example.com; spf=pass smtp.mailfrom=example.net"));
    check_result(&a, 0, "spf", "pass");
    g_assert_cmpstr(property(&a, 0, "smtp", "mailfrom"), ==, "example.net");
    authres_clear(&a);
    g_assert_true(authres_parse(&a, "example.com; auth=pass (cram-md5) smtp.auth=sender@example.net;"
                                    " spf=pass smtp.mailfrom=example.net"));
    check_result(&a, 0, "auth", "pass");
    g_assert_cmpstr(property(&a, 0, "smtp", "auth"), ==, "sender@example.net");
    check_result(&a, 1, "spf", "pass");
    authres_clear(&a);
    g_assert_true(authres_parse(&a, "example.com; sender-id=fail header.from=example.com;"
                                    " dkim=pass (good signature) header.d=example.com"));
    check_result(&a, 0, "sender-id", "fail");
    check_result(&a, 1, "dkim", "pass");
    authres_clear(&a);
}

/* RFC 8601 B.6 and B.7: a boundary server with two signatures; comments everywhere. */
static void test_comments(void)
{
    struct authres a;
    g_assert_true(authres_parse(&a, "example.com; dkim=pass reason=\"good signature\""
                                    " header.i=@mail-router.example.net; dkim=fail reason=\"bad;"
                                    " signature\" header.i=@newyork.example.com"));
    check_result(&a, 1, "dkim", "fail");
    g_assert_cmpstr(g_array_index(a.results, struct authres_result, 1).reason, ==, "bad; signature");
    g_assert_cmpstr(property(&a, 1, "header", "i"), ==, "@newyork.example.com");
    authres_clear(&a);
    g_assert_true(authres_parse(
        &a, "foo.example.net (foobar (nested \\) ) x) 1 (baz);\tdkim (Because I like it) / 1"
            " (One yay) = (wait for it) fail policy (A dot can go here) . (like that) expired"
            " (this surprised me) = (as I wasn't expecting it) 1362471462"));
    g_assert_cmpstr(a.server, ==, "foo.example.net");
    check_result(&a, 0, "dkim", "fail");
    g_assert_cmpuint(g_array_index(a.results, struct authres_result, 0).version, ==, 1);
    g_assert_cmpstr(property(&a, 0, "policy", "expired"), ==, "1362471462");
    authres_clear(&a);
}

static void test_broken(void)
{
    static const char *const fields[] = { "", ";", ";;;=", "(((((((", "a; b=", "a; =b", "\"", "a; x=y z",
                                          "a; dkim=pass header.", "a; dkim=pass \"\"=\"\"", "/=;.",
                                          "a;b=c d.e=f g" };
    for (size_t i = 0; i < G_N_ELEMENTS(fields); i++) {
        struct authres a;
        (void)!authres_parse(&a, fields[i]);
        g_assert_cmpuint(a.results->len, <=, 3);
        authres_clear(&a);
    }
    struct authres a;
    g_assert_true(authres_parse(&a, "a; bad bad bad; spf=pass"));
    check_result(&a, 0, "spf", "pass");
    authres_clear(&a);
    g_autofree char *deep = g_strnfill(100000, '(');
    g_assert_false(authres_parse(&a, deep));
    authres_clear(&a);
}

int main(int argc, char **argv)
{
    unit_init(argc, argv);
    message_init();
    g_test_add_func("/authres-fields/none", test_none);
    g_test_add_func("/authres-fields/services", test_services);
    g_test_add_func("/authres-fields/comments", test_comments);
    g_test_add_func("/authres-fields/broken", test_broken);
    return g_test_run();
}
