/* What Authentication-Results of whole messages are worth: the examples of the RFC and the fixtures of
 * HEED_CORPORA, long and encoded names, and what contradicts itself. */
#include <string.h>

#include "unit.h"
#include "authres.h"
#include "mail/authres.h"
#include "mail/sender.h"

static const char *const home[] = { "mx.home.example", NULL };

static struct auth read_mail(const char *mail, size_t len, const char *const *trusted)
{
    struct spool *spool = spool_of(mail, len);
    struct message *message = NULL;
    g_assert_cmpint(message_parse(spool, 0, NULL, &message, NULL), ==, STATUS_OK);
    struct sender *sender = sender_read(message);
    struct auth auth = auth_read(message, trusted, NULL, sender->organisation);
    sender_free(sender);
    message_free(message);
    spool_free(spool);
    return auth;
}

static struct auth read_field(const char *field, const char *const *trusted)
{
    g_autofree char *mail = g_strdup_printf("Authentication-Results: %s\nFrom: a@shop.example\n\nx\n", field);
    return read_mail(mail, strlen(mail), trusted);
}

static void check_verdict(const char *field, enum auth_result verdict)
{
    struct auth auth = read_field(field, home);
    g_test_message("%s", field);
    g_assert_cmpstr(auth_result_name(auth_verdict(&auth)), ==, auth_result_name(verdict));
}

static void test_believed(void)
{
    check_verdict("mx.home.example; dmarc=pass", AUTH_PASS);
    check_verdict("\"MX.Home.Example\" 1; dmarc=pass", AUTH_PASS);
    check_verdict("mx.home.example 2; dmarc=pass", AUTH_UNKNOWN);
    check_verdict("mx.home.example something; dmarc=pass", AUTH_UNKNOWN);
    check_verdict("mx.home.example; dmarc/2=pass; dkim/0=pass header.d=shop.example", AUTH_NONE);
    check_verdict("mx.home.example; spf=pass client-ip=192.0.2.7; envelope-from=b@e.shop.example", AUTH_PASS);
    check_verdict("mx.home.example; spf=pass smtp.mfrom=b@shop.example", AUTH_PASS);
    check_verdict("mx.home.example; envelope-from=b@shop.example", AUTH_NONE);
    check_verdict("mx.home.example.evil.example; dmarc=pass", AUTH_UNKNOWN);
    check_verdict("(mx.home.example) evil.example; dmarc=pass", AUTH_UNKNOWN);
    check_verdict("evil.example (\n mx.home.example; dmarc=pass)", AUTH_UNKNOWN);
}

/* Where a server let a stranger's address out of its quotes, what he put there contradicts what the server says. */
static void test_contradicted(void)
{
    check_verdict("mx.home.example; spf=pass (domain of x) ; dmarc=pass header.from=shop.example (y@evil.example)"
                  " smtp.mailfrom=evil.example; dmarc=fail header.from=shop.example", AUTH_FAIL);
    check_verdict("mx.home.example; spf=pass (domain of x) smtp.mailfrom=shop.example (y@evil.example)"
                  " smtp.mailfrom=evil.example; dmarc=none", AUTH_NONE);
    check_verdict("mx.home.example; spf=pass smtp.mailfrom=shop.example smtp.mailfrom=shop.example", AUTH_PASS);
}

/* A name of more than 127 characters, whose first 127 are a name of the shop's. */
static void test_long_domain(void)
{
    static const char *const methods[] = { "spf=pass smtp.mailfrom", "dkim=pass header.d", "dkim=pass header.i" };
    for (size_t i = 0; i < G_N_ELEMENTS(methods); i++) {
        GString *domain = g_string_new("shop.example");
        while (domain->len < 126)
            g_string_prepend(domain, "a.");
        if (domain->len < 127)
            g_string_prepend_c(domain, 'a');
        g_autofree char *field =
            g_strdup_printf("mx.home.example; %s=x@%s.evil.example", methods[i], domain->str);
        check_verdict(field, AUTH_NONE);
        g_string_free(domain, TRUE);
    }
    g_autofree char *wide = repeated("mx.home.example; dkim=pass header.d=xx", "\xc3\xbc", 100, ".example");
    struct auth cut = read_field(wide, home);
    g_assert_true(*cut.signer && g_utf8_validate(cut.signer, -1, NULL));
}

/* RFC 8601 2.5: an authserv-id may be written in U-labels. */
static void test_wide_names(void)
{
    static const char *const a_label[] = { "mx.xn--mnchen-3ya.example", NULL };
    static const char *const u_label[] = { "*.m\xc3\xbcnchen.example", NULL };
    static const char *const fields[] = { "mx.xn--mnchen-3ya.example; dmarc=pass",
                                          "MX.M\xc3\x9cNCHEN.example; dmarc=pass" };
    for (size_t i = 0; i < G_N_ELEMENTS(fields); i++) {
        struct auth a = read_field(fields[i], a_label), u = read_field(fields[i], u_label);
        g_assert_cmpint(auth_verdict(&a), ==, AUTH_PASS);
        g_assert_cmpint(auth_verdict(&u), ==, AUTH_PASS);
    }
}

/* Microsoft writes fields with other letters than ASCII as encoded words. */
static void test_encoded(void)
{
    static const char *const microsoft[] = { "protection.outlook.com", NULL };
    static const char field[] = "=?utf-8?q?spf=3Dpass_=28sender_IP_is_192=2E0=2E2=2E7=29?=\n"
                                " =?utf-8?q?_smtp=2Emailfrom=3Dshop=2Eexample=3B_dmarc=3Dpass?=\n"
                                " =?utf-8?q?_header=2Efrom=3Dshop=2Eexample?=";
    struct auth auth = read_field(field, microsoft), nobody = read_field(field, home);
    g_assert_cmpint(auth_verdict(&auth), ==, AUTH_PASS);
    g_assert_true(auth.spf_aligned);
    g_assert_cmpint(auth_verdict(&nobody), ==, AUTH_UNKNOWN);
}

static void test_nuls(void)
{
    static const char mail[] = "Authentication-Results: mx.home.example\0.evil.example; dmarc=pass\n"
                               "From: a@shop.example\n\nx\n";
    struct auth auth = read_mail(mail, sizeof mail - 1, home);
    g_assert_cmpint(auth_verdict(&auth), ==, AUTH_UNKNOWN);
}

#define FROM(address) "From: " address "\nTo: receiver@example.com\nSubject: here's a sample\n\nHello!\n"
#define DIALUP                                                                                     \
    "Received: from dialup-1-2-3-4.example.net\n              (dialup-1-2-3-4.example.net [192.0.2.200])\n" \
    "          by mail-router.example.com (8.11.6/8.11.6)\n              with ESMTP id g1G0r1kA003489;\n" \
    "          Fri, Feb 15 2002 17:19:07 -0800\n"

/* RFC 8601 B.1 to B.6 as whole messages, at a receiver that trusts example.com (and, in vain, example.net). */
static void test_rfc_messages(void)
{
    static const char *const trusted[] = { "example.com", "example.org", "example.net", NULL };
    static const struct {
        const char *mail;
        enum auth_result verdict;
        const char *server, *signer, *mailfrom;
    } rows[] = {
        { DIALUP FROM("sender@example.net"), AUTH_UNKNOWN, "", "", "" },
        { "Authentication-Results: example.org 1; none\n" DIALUP FROM("sender@example.com"), AUTH_NONE,
          "example.org", "", "" },
        { "Authentication-Results: example.com;\n          spf=pass smtp.mailfrom=example.net\n" DIALUP
          FROM("sender@example.net"), AUTH_PASS, "example.com", "", "example.net" },
        { "Authentication-Results: example.com;\n          auth=pass (cram-md5) smtp.auth=sender@example.net;\n"
          "          spf=pass smtp.mailfrom=example.net\n"
          "Authentication-Results: example.com; iprev=pass\n          policy.iprev=192.0.2.200\n" DIALUP
          FROM("sender@example.net"), AUTH_PASS, "example.com", "", "example.net" },
        { "Authentication-Results: example.com;\n          dkim=pass (good signature) header.d=example.com\n"
          "Received: from mail-router.example.com\n              (mail-router.example.com [192.0.2.1])\n"
          "          by auth-checker.example.com (8.11.6/8.11.6)\n              with ESMTP id i7PK0sH7021929;\n"
          "          Fri, Feb 15 2002 17:19:22 -0800\n"
          "Authentication-Results: example.com;\n          auth=pass (cram-md5) smtp.auth=sender@example.com;\n"
          "          spf=fail smtp.mailfrom=example.com\n" DIALUP FROM("sender@example.com"), AUTH_PASS,
          "example.com", "example.com", "" },
        { "Authentication-Results: example.com;\n      dkim=pass reason=\"good signature\"\n"
          "        header.i=@mail-router.example.net;\n      dkim=fail reason=\"bad signature\"\n"
          "        header.i=@newyork.example.com\n"
          "Received: from mail-router.example.net\n          (mail-router.example.net [192.0.2.250])\n"
          "        by chicago.example.com (8.11.6/8.11.6)\n          for <recipient@chicago.example.com>\n"
          "        with ESMTP id i7PK0sH7021929;\n        Fri, Feb 15 2002 17:19:22 -0800\n"
          "Authentication-Results: example.net;\n      dkim=pass (good signature) header.i=@newyork.example.com\n"
          "Received: from smtp.newyork.example.com\n          (smtp.newyork.example.com [192.0.2.220])\n"
          "        by mail-router.example.net (8.11.6/8.11.6)\n          with ESMTP id g1G0r1kA003489;\n"
          "        Fri, Feb 15 2002 17:19:07 -0800\n" FROM("sender@newyork.example.com"), AUTH_NONE, "example.com",
          "mail-router.example.net", "" },
    };
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        struct auth auth = read_mail(rows[i].mail, strlen(rows[i].mail), trusted);
        g_test_message("B.%zu", i + 1);
        g_assert_cmpstr(auth_result_name(auth_verdict(&auth)), ==, auth_result_name(rows[i].verdict));
        g_assert_cmpstr(auth.server, ==, rows[i].server);
        g_assert_cmpstr(auth.signer, ==, rows[i].signer);
        g_assert_cmpstr(auth.mailfrom, ==, rows[i].mailfrom);
    }
}

static const char *corpora(void)
{
    const char *folder = g_getenv("HEED_CORPORA");
    folder = folder ? folder : "../shared/corpora";
    if (g_file_test(folder, G_FILE_TEST_IS_DIR))
        return folder;
    g_test_skip("no fixtures: set HEED_CORPORA or put them in ../shared/corpora");
    return NULL;
}

/* What the servers of the messages in auth/mailauth found out, read by a person. */
static void test_fixtures(void)
{
    static const char *const trusted[] = { "+mx.google.com", "mx.ethereal.email", "+uvn-67-33.tll01.zonevs.eu",
                                           "zonemx.eu", NULL };
    static const struct {
        const char *file;
        enum auth_result dmarc, spf, dkim, arc, verdict;
        const char *server, *signer, *mailfrom;
    } rows[] = {
        { "arc-fail", AUTH_FAIL, AUTH_ERROR, AUTH_PASS, AUTH_PASS, AUTH_FAIL, "mx.google.com", "zonevs.eu", "" },
        { "arc-fail2", AUTH_FAIL, AUTH_ERROR, AUTH_PASS, AUTH_PASS, AUTH_FAIL, "mx.google.com", "zonevs.eu", "" },
        { "arc-fail3", AUTH_UNKNOWN, AUTH_ERROR, AUTH_PASS, AUTH_PASS, AUTH_PASS, "mx.google.com", "ekiri.ee", "" },
        { "arc-pass", AUTH_UNKNOWN, AUTH_ERROR, AUTH_PASS, AUTH_PASS, AUTH_PASS, "mx.google.com", "ekiri.ee", "" },
        { "arc-pass2", AUTH_FAIL, AUTH_ERROR, AUTH_PASS, AUTH_PASS, AUTH_FAIL, "mx.google.com", "zonevs.eu", "" },
        { "authtest", AUTH_UNKNOWN, AUTH_PASS, AUTH_PASS, AUTH_UNKNOWN, AUTH_PASS, "mx.google.com", "ekiri.ee",
          "ekiri.ee" },
        { "bimi", AUTH_PASS, AUTH_PASS, AUTH_PASS, AUTH_UNKNOWN, AUTH_PASS, "mx.google.com", "out.srv.dev",
          "out.srv.dev" },
        { "message1", AUTH_UNKNOWN, AUTH_UNKNOWN, AUTH_UNKNOWN, AUTH_UNKNOWN, AUTH_UNKNOWN, "", "", "" },
        { "message2", AUTH_UNKNOWN, AUTH_PASS, AUTH_UNKNOWN, AUTH_UNKNOWN, AUTH_PASS, "mx.ethereal.email", "",
          "mail.projectpending.com" },
        { "message3", AUTH_UNKNOWN, AUTH_PASS, AUTH_PASS, AUTH_UNKNOWN, AUTH_PASS, "mx.google.com",
          "cronweekly.ma.ttias.be", "cronweekly.ma.ttias.be" },
        { "message4", AUTH_UNKNOWN, AUTH_UNKNOWN, AUTH_PASS, AUTH_UNKNOWN, AUTH_PASS, "uvn-67-33.tll01.zonevs.eu",
          "out.srv.dev", "" },
        { "zbimi", AUTH_PASS, AUTH_PASS, AUTH_PASS, AUTH_UNKNOWN, AUTH_PASS, "mx.google.com", "zone.ee",
          "zone.ee" },
        { "zproov", AUTH_UNKNOWN, AUTH_PASS, AUTH_PASS, AUTH_UNKNOWN, AUTH_PASS, "zonemx.eu", "gmail.com",
          "gmail.com" },
    };
    const char *folder = corpora();
    for (size_t i = 0; folder && i < G_N_ELEMENTS(rows); i++) {
        g_autofree char *path = g_strdup_printf("%s/auth/mailauth/fixtures/%s.eml", folder, rows[i].file), *mail = NULL;
        gsize len;
        g_assert_true(g_file_get_contents(path, &mail, &len, NULL));
        struct auth auth = read_mail(mail, len, trusted);
        g_test_message("%s", rows[i].file);
        g_assert_cmpstr(auth_result_name(auth.dmarc), ==, auth_result_name(rows[i].dmarc));
        g_assert_cmpstr(auth_result_name(auth.spf), ==, auth_result_name(rows[i].spf));
        g_assert_cmpstr(auth_result_name(auth.dkim), ==, auth_result_name(rows[i].dkim));
        g_assert_cmpstr(auth_result_name(auth.arc), ==, auth_result_name(rows[i].arc));
        g_assert_cmpstr(auth_result_name(auth_verdict(&auth)), ==, auth_result_name(rows[i].verdict));
        g_assert_cmpstr(auth.server, ==, rows[i].server);
        g_assert_cmpstr(auth.signer, ==, rows[i].signer);
        g_assert_cmpstr(auth.mailfrom, ==, rows[i].mailfrom);
        struct auth nobody = read_mail(mail, len, NULL);
        g_assert_cmpint(auth_verdict(&nobody), ==, AUTH_UNKNOWN);
    }
}

/* The ARC suites: fields in strings of JSON. Each says who wrote it, and one result for each semicolon. */
static void test_arc_suites(void)
{
    static const char *const files[] = { "sign", "validation" };
    const char *folder = corpora();
    g_autoptr(GRegex) field =
        g_regex_new("^Authentication-Results:(.*(?:\n[ \t]+.*)*)", G_REGEX_MULTILINE, 0, NULL);
    int seen = 0;
    for (size_t i = 0; folder && i < G_N_ELEMENTS(files); i++) {
        g_autofree char *path =
            g_strdup_printf("%s/auth/mailauth/fixtures/arc/arc-draft-%s-tests.json", folder, files[i]);
        g_autofree char *json = NULL;
        g_assert_true(g_file_get_contents(path, &json, NULL, NULL));
        g_autofree char *text = g_strcompress(json);
        g_autoptr(GMatchInfo) match = NULL;
        for (g_regex_match(field, text, 0, &match); g_match_info_matches(match); g_match_info_next(match, NULL)) {
            g_autofree char *value = g_match_info_fetch(match, 1), *read = shown(value);
            g_auto(GStrv) parts = g_strsplit(value, ";", -1), results = g_strsplit(read, ";", -1);
            g_test_message("%s", read);
            g_assert_true(g_str_has_prefix(read, "lists.example.org/1: ") ||
                          g_str_equal(read, "nobody.example.org/1: something/1=ignored"));
            g_assert_cmpuint(g_strv_length(results), ==, g_strv_length(parts) - 1);
            seen++;
        }
    }
    g_assert_true(!folder || seen > 150);
}

int main(int argc, char **argv)
{
    unit_init(argc, argv);
    message_init();
    g_test_add_func("/authres-mail/rfc-messages", test_rfc_messages);
    g_test_add_func("/authres-mail/believed", test_believed);
    g_test_add_func("/authres-mail/contradicted", test_contradicted);
    g_test_add_func("/authres-mail/long-domain", test_long_domain);
    g_test_add_func("/authres-mail/wide-names", test_wide_names);
    g_test_add_func("/authres-mail/encoded", test_encoded);
    g_test_add_func("/authres-mail/nuls", test_nuls);
    g_test_add_func("/authres-mail/fixtures", test_fixtures);
    g_test_add_func("/authres-mail/arc-suites", test_arc_suites);
    return g_test_run();
}
