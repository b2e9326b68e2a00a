/* Authentication-Results as the RFC, real servers and strangers write it: what is read out of each field, in one
 * form, and what it does to a message. The RFC's examples are those of RFC 8601 appendix B, older ones of RFC 7601;
 * the fixtures of HEED_CORPORA are read where they are. */
#include <string.h>

#include "unit.h"
#include "../../src/mail/auth/authres-parse.h"
#include "mail/authres.h"
#include "mail/sender.h"

/* "server/version: method/version=result reason="..." ptype.property=value; ..." or "-". The caller frees it. */
static char *shown(const char *field)
{
    struct authres a;
    GString *out = g_string_new(NULL);
    if (authres_parse(&a, field))
        g_string_append_printf(out, "%s/%u:%s", a.server, a.version, a.none ? " none" : "");
    else
        g_string_append(out, "-");
    for (guint i = 0; out->str[0] != '-' && i < a.results->len; i++) {
        const struct authres_result *r = &g_array_index(a.results, struct authres_result, i);
        g_string_append_printf(out, "%s %s/%u=%s", i ? ";" : "", r->method, r->version, r->result);
        if (*r->reason)
            g_string_append_printf(out, " reason=\"%s\"", r->reason);
        for (guint j = r->first; j < r->first + r->n; j++) {
            const struct authres_property *p = &g_array_index(a.properties, struct authres_property, j);
            g_string_append_printf(out, " %s%s%s=%s", p->ptype, *p->ptype ? "." : "", p->property, p->value);
        }
    }
    authres_clear(&a);
    return g_string_free(out, FALSE);
}

struct form {
    const char *field, *read;
};

static void check_forms(const struct form *forms, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        g_autofree char *read = shown(forms[i].field);
        g_assert_cmpstr(read, ==, forms[i].read);
    }
}
#define CHECK(forms) check_forms(forms, G_N_ELEMENTS(forms))

/* RFC 8601 B.2 to B.7; B.1 has no such field. */
static void test_rfc(void)
{
    static const struct form forms[] = {
        { " example.org 1; none", "example.org/1: none" },
        { " example.com;\n          spf=pass smtp.mailfrom=example.net",
          "example.com/1: spf/1=pass smtp.mailfrom=example.net" },
        { " example.com;\n          auth=pass (cram-md5) smtp.auth=sender@example.net;\n"
          "          spf=pass smtp.mailfrom=example.net",
          "example.com/1: auth/1=pass smtp.auth=sender@example.net; spf/1=pass smtp.mailfrom=example.net" },
        { " example.com; iprev=pass\n          policy.iprev=192.0.2.200",
          "example.com/1: iprev/1=pass policy.iprev=192.0.2.200" },
        { " example.com;\n          dkim=pass (good signature) header.d=example.com",
          "example.com/1: dkim/1=pass header.d=example.com" },
        { " example.com;\n          auth=pass (cram-md5) smtp.auth=sender@example.com;\n"
          "          spf=fail smtp.mailfrom=example.com",
          "example.com/1: auth/1=pass smtp.auth=sender@example.com; spf/1=fail smtp.mailfrom=example.com" },
        { " example.com;\n      dkim=pass reason=\"good signature\"\n        header.i=@mail-router.example.net;\n"
          "      dkim=fail reason=\"bad signature\"\n        header.i=@newyork.example.com",
          "example.com/1: dkim/1=pass reason=\"good signature\" header.i=@mail-router.example.net; "
          "dkim/1=fail reason=\"bad signature\" header.i=@newyork.example.com" },
        { " example.net;\n      dkim=pass (good signature) header.i=@newyork.example.com",
          "example.net/1: dkim/1=pass header.i=@newyork.example.com" },
        { " foo.example.net (foobar) 1 (baz);\n    dkim (Because I like it) / 1 (One yay) = (wait for it) fail\n"
          "      policy (A dot can go here) . (like that) expired\n"
          "      (this surprised me) = (as I wasn't expecting it) 1362471462",
          "foo.example.net/1: dkim/1=fail policy.expired=1362471462" },
        /* RFC 7601 B.4 and B.5, which had sender-id besides. */
        { " example.com;\n          sender-id=pass header.from=example.net",
          "example.com/1: sender-id/1=pass header.from=example.net" },
        { " example.com;\n          sender-id=fail header.from=example.com;\n"
          "          dkim=pass (good signature) header.d=example.com",
          "example.com/1: sender-id/1=fail header.from=example.com; dkim/1=pass header.d=example.com" },
    };
    CHECK(forms);
}

/* RFC 8601 2.2 and 2.3: what the grammar allows beyond the examples. */
static void test_grammar(void)
{
    static const struct form forms[] = {
        { "\"Example.COM\"; none", "example.com/1: none" },
        { "EXAMPLE.com; DKIM=Pass Header.D=Example.NET", "example.com/1: dkim/1=pass header.d=Example.NET" },
        { "example.com 01;none", "example.com/1: none" },
        { "example.com 2; spf=pass", "example.com/2: spf/1=pass" },
        { "example.com 0; spf=pass", "example.com/0: spf/1=pass" },
        { "example.com 99999999999999999999; spf=pass", "example.com/0: spf/1=pass" },
        { "example.com 1x; spf=pass", "example.com/0: spf/1=pass" },
        { "example.com other; spf=pass", "example.com/0: spf/1=pass" },
        { "example.com 1 1; spf=pass", "example.com/0: spf/1=pass" },
        { "a; dkim/2=pass header.d=b", "a/1: dkim/2=pass header.d=b" },
        { "a; dkim/x=pass header.d=b", "a/1: dkim/0=pass header.d=b" },
        { "a; spf=pass smtp.mailfrom=\"john smith\"@example.net",
          "a/1: spf/1=pass smtp.mailfrom=john smith@example.net" },
        { "a; spf=pass smtp.mailfrom=\"x\\\"y; dmarc=pass\"@b; dmarc=fail",
          "a/1: spf/1=pass smtp.mailfrom=x\"y; dmarc=pass@b; dmarc/1=fail" },
        { "a; spf=pass smtp.mailfrom=<\"x; dmarc=pass\"@b>; dmarc=fail",
          "a/1: spf/1=pass smtp.mailfrom=<\"x; dmarc=pass\"@b>; dmarc/1=fail" },
        { "a; spf=pass smtp.mailfrom=", "a/1: spf/1=pass smtp.mailfrom=" },
        { "a; spf=pass smtp.mailfrom=\"\"; dmarc=none", "a/1: spf/1=pass smtp.mailfrom=; dmarc/1=none" },
        { "a; dkim=pass header.b=\"ab/c+d==\" header.a=rsa-sha256",
          "a/1: dkim/1=pass header.b=ab/c+d== header.a=rsa-sha256" },
        { "a; x-vendor=pass policy.published-domain-policy=reject policy.d-e_f=1",
          "a/1: x-vendor/1=pass policy.published-domain-policy=reject policy.d-e_f=1" },
        { "a; spf=pass reason=good smtp.mailfrom=b", "a/1: spf/1=pass reason=\"good\" smtp.mailfrom=b" },
        { "a; spf=pass;", "a/1: spf/1=pass" },
        { "a;; spf=pass", "a/1: spf/1=pass" },
        { "a(x);(y)spf(z)=(z)pass(z)", "a/1: spf/1=pass" },
        { "a; dkim=pass (a \\) b \"(\" c)) header.d=b", "a/1: dkim/1=pass header.d=b" },
    };
    CHECK(forms);
}

static void test_servers(void)
{
    static const struct form forms[] = {
        /* Google */
        { "mx.google.com;\n       dkim=pass header.i=@shop.example header.s=k1 header.b=\"URn9MW+F\";\n"
          "       arc=pass (i=1 spf=pass spfdomain=shop.example dkim=pass dkdomain=shop.example);\n"
          "       spf=pass (google.com: domain of a+b=c@e.shop.example designates 192.0.2.7 as permitted sender)"
          " smtp.mailfrom=\"a+b=c@e.shop.example\";\n"
          "       dmarc=pass (p=REJECT sp=REJECT dis=NONE) header.from=shop.example",
          "mx.google.com/1: dkim/1=pass header.i=@shop.example header.s=k1 header.b=URn9MW+F; arc/1=pass; "
          "spf/1=pass smtp.mailfrom=a+b=c@e.shop.example; dmarc/1=pass header.from=shop.example" },
        /* Microsoft */
        { "spf=pass (sender IP is 192.0.2.7)\n smtp.mailfrom=shop.example; dkim=pass (signature was verified)\n"
          " header.d=shop.example;dmarc=pass action=none\n header.from=shop.example;compauth=pass reason=100",
          "/1: spf/1=pass smtp.mailfrom=shop.example; dkim/1=pass header.d=shop.example; "
          "dmarc/1=pass action=none header.from=shop.example; compauth/1=pass reason=\"100\"" },
        /* Amazon */
        { "amazonses.com;\n spf=pass (spfCheck: domain of e.shop.example designates 192.0.2.7 as permitted sender)"
          " client-ip=192.0.2.7; envelope-from=b@e.shop.example; helo=mta.shop.example;\n"
          " dkim=pass header.i=@shop.example;\n dmarc=pass header.from=shop.example;",
          "amazonses.com/1: spf/1=pass client-ip=192.0.2.7 envelope-from=b@e.shop.example helo=mta.shop.example; "
          "dkim/1=pass header.i=@shop.example; dmarc/1=pass header.from=shop.example" },
        /* OpenDKIM, an old one, OpenDMARC, pypolicyd-spf */
        { "mx.home.example;\n\tdkim=pass (2048-bit key; unprotected) header.d=shop.example header.i=@shop.example"
          " header.a=rsa-sha256 header.s=k1 header.b=abc;\n\tdkim-atps=neutral",
          "mx.home.example/1: dkim/1=pass header.d=shop.example header.i=@shop.example header.a=rsa-sha256 "
          "header.s=k1 header.b=abc; dkim-atps/1=neutral" },
        { "mx.home.example; dkim=pass\n\treason=\"1024-bit key; insecure key\"\n\theader.d=shop.example;\n"
          "\tdkim-adsp=none (insecure policy)",
          "mx.home.example/1: dkim/1=pass reason=\"1024-bit key; insecure key\" header.d=shop.example; "
          "dkim-adsp/1=none" },
        { "OpenDMARC; dmarc=pass (p=none dis=none) header.from=shop.example",
          "opendmarc/1: dmarc/1=pass header.from=shop.example" },
        { "mx.home.example; spf=Pass (mailfrom) smtp.mailfrom=shop.example (client-ip=192.0.2.7;"
          " helo=mta.shop.example; envelope-from=a@shop.example; receiver=<UNKNOWN>)",
          "mx.home.example/1: spf/1=pass smtp.mailfrom=shop.example" },
        /* rspamd, in front of Dovecot as elsewhere */
        { "mx.home.example;\n\tdkim=pass header.d=shop.example header.s=k1 header.b=abc;\n"
          "\tarc=pass (\"list.example:s=k:i=1\");\n\tdmarc=pass (policy=reject) header.from=shop.example;\n"
          "\tspf=pass (mx.home.example: domain of a@shop.example designates 192.0.2.7 as permitted sender)"
          " smtp.mailfrom=a@shop.example",
          "mx.home.example/1: dkim/1=pass header.d=shop.example header.s=k1 header.b=abc; arc/1=pass; "
          "dmarc/1=pass header.from=shop.example; spf/1=pass smtp.mailfrom=a@shop.example" },
        /* amavis */
        { "home.example (amavisd-new);\n\tdkim=fail (1024-bit key)\n\treason=\"fail (message has been altered)\""
          "\n\theader.d=shop.example; domainkeys=pass (1024-bit key) header.sender=a@shop.example",
          "home.example/1: dkim/1=fail reason=\"fail (message has been altered)\" header.d=shop.example; "
          "domainkeys/1=pass header.sender=a@shop.example" },
        /* Exim, Yahoo, Fastmail, Haraka */
        { "mx.home.example;\n\tiprev=pass (mta.shop.example) smtp.remote-ip=192.0.2.7;\n\tspf=pass"
          " smtp.mailfrom=shop.example;\n\tdkim=pass header.d=shop.example header.s=k1 header.a=rsa-sha256",
          "mx.home.example/1: iprev/1=pass smtp.remote-ip=192.0.2.7; spf/1=pass smtp.mailfrom=shop.example; "
          "dkim/1=pass header.d=shop.example header.s=k1 header.a=rsa-sha256" },
        { "atlas1.free.mail.example;\n dkim=pass header.i=@shop.example header.s=k1;\n"
          " spf=pass smtp.mailfrom=e.shop.example;\n dmarc=pass(p=REJECT) header.from=shop.example;",
          "atlas1.free.mail.example/1: dkim/1=pass header.i=@shop.example header.s=k1; "
          "spf/1=pass smtp.mailfrom=e.shop.example; dmarc/1=pass header.from=shop.example" },
        { "mx1.home.example; bimi=skipped (DMARC Policy is not at enforcement);\n    dkim=pass (2048-bit rsa key"
          " sha256) header.d=shop.example x-bits=2048;\n    dmarc=pass policy.published-domain-policy=none"
          " policy.applied-disposition=none (p=none,d=none) policy.policy-from=p header.from=shop.example",
          "mx1.home.example/1: bimi/1=skipped; dkim/1=pass header.d=shop.example x-bits=2048; "
          "dmarc/1=pass policy.published-domain-policy=none policy.applied-disposition=none policy.policy-from=p "
          "header.from=shop.example" },
        { "home.example; auth=pass (plain); spf=pass smtp.mailfrom=shop.example",
          "home.example/1: auth/1=pass; spf/1=pass smtp.mailfrom=shop.example" },
    };
    CHECK(forms);
}

static char *repeated(const char *head, const char *piece, unsigned times, const char *tail)
{
    GString *out = g_string_new(head);
    while (times--)
        g_string_append(out, piece);
    g_string_append(out, tail);
    return g_string_free(out, FALSE);
}

/* What does not end takes the rest; where there is too much, nothing is believed: the verdict could be in what was
 * left out. */
static void test_hostile(void)
{
    static const struct form forms[] = {
        { "a; spf=pass (never ends; dmarc=pass", "a/1: spf/1=pass" },
        { "a; spf=pass reason=\"never ends; dmarc=pass", "a/1: spf/1=pass reason=\"never ends; dmarc=pass\"" },
        { "a; spf=pass smtp.mailfrom=x\"y; dmarc=pass", "a/1: spf/1=pass smtp.mailfrom=x\"y; dmarc=pass" },
        { "a; spf=pass \\", "a/1: spf/1=pass" },
        { "(((((((((((((((((((((a)))))))))))))))))))))", "-" },
        { "a; bad bad bad; spf=pass", "a/1: spf/1=pass" },
        { "a; =pass; spf=; /1=pass; dkim=pass", "a/1: dkim/1=pass" },
    };
    CHECK(forms);
    g_autofree char *many = repeated("a", "; dkim=fail", 1000, "; dmarc=pass");
    g_autofree char *long_one = repeated("a; spf=pass smtp.mailfrom=", "x", 20000, "; dmarc=pass");
    g_autofree char *properties = repeated("a; dkim=pass", " header.x=y", 1000, "; dmarc=pass");
    const struct form much[] = { { many, "-" }, { long_one, "-" }, { properties, "-" } };
    CHECK(much);
}

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
    g_test_add_func("/authres-forms/rfc", test_rfc);
    g_test_add_func("/authres-forms/rfc-messages", test_rfc_messages);
    g_test_add_func("/authres-forms/grammar", test_grammar);
    g_test_add_func("/authres-forms/servers", test_servers);
    g_test_add_func("/authres-forms/hostile", test_hostile);
    g_test_add_func("/authres-forms/believed", test_believed);
    g_test_add_func("/authres-forms/contradicted", test_contradicted);
    g_test_add_func("/authres-forms/long-domain", test_long_domain);
    g_test_add_func("/authres-forms/wide-names", test_wide_names);
    g_test_add_func("/authres-forms/encoded", test_encoded);
    g_test_add_func("/authres-forms/nuls", test_nuls);
    g_test_add_func("/authres-forms/fixtures", test_fixtures);
    g_test_add_func("/authres-forms/arc-suites", test_arc_suites);
    return g_test_run();
}
