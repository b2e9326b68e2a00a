/* Authentication-Results as the RFC, real servers and strangers write it: what is read out of each field, in
 * one form. The RFC's examples are those of RFC 8601 appendix B, older ones of RFC 7601. */
#include <string.h>

#include "unit.h"
#include "authres.h"
#include "mail/authres.h"
#include "mail/received.h"
#include "mail/sender.h"

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

static void test_received(void)
{
    static const struct {
        const char *value;
        bool outside;
    } rows[] = {
        { "by 2002:a05:6a10 with SMTP id x", false },
        { "from localhost (localhost [127.0.0.1]) by mx.home.example (Postfix)", false },
        { "from a.home.example (a.home.example [10.1.2.3]) by mx.home.example", false },
        { "from x (x.home.example [203.0.113.4]) by mx.home.example", false },
        { "from x (x.home.example [203.0.113.4] (may be forged)) by mx.home.example", true },
        { "from home.example (evil.example [203.0.113.4]) by mx.home.example", true },
        { "from [203.0.113.4] (port=1 helo=[192.168.0.1]) by mx.home.example with esmtp", true },
        { "from unknown (HELO mx.home.example) (203.0.113.4) by mx.home.example with SMTP", true },
        { "from imap.web.de [213.165.67.115] by home with IMAP (fetchmail-6.4)", false },
        { "from imap.gmail.com (142.250.1.1) by home.example with IMAP4-SSL; x", false },
        { "from MAILER (2603:10a6:1::2) by x.evil.example with SMTP", true },
        { "from HE1EUR04FT016.eop-eur04.prod.protection.outlook.com (2a01:111:f400:7e0d::205) by"
          " G.outlook.office365.com (2603:1026:900:2::3) with Microsoft SMTP Server; Thu", false },
        { "from A.namprd19.prod.outlook.com (2a01:111:f403:c110::1) by G.outlook.office365.com (::2)", false },
        { "from N-obe.outbound.protection.outlook.com (2a01:111:f403::2) by G.outlook.office365.com (::2)", true },
        { "from A.prod.outlook.com (2a01:111:f403::1) by HE1EUR04FT016.mail.protection.outlook.com (::2)", true },
        { "from A.prod.outlook.com (2a01:111:f404::1) by G.outlook.office365.com (::2)", true },
        { "from A.prod.outlook.com (2a01:111:f403::1) by office365.com.evil.example (::2)", true },
        { "from somewhere by mx.home.example", true },
        { "from by (unknown [203.0.113.4]) by mx.home.example (Postfix) with ESMTP", true },
        { "from from (by [203.0.113.4]) by mx.home.example with ESMTP", true },
        { "from with (unknown [203.0.113.4]) by mx.home.example with ESMTP", true },
        { "from localhost by x with esmtpsa (evil.example [203.0.113.5]) by mx.home.example with ESMTP", true },
        { "from [10.0.0.1] by x with lmtp (evil.example [203.0.113.5]) by mx.home.example with ESMTP", true },
        { "from unknown (HELO localhost) (127.0.0.1@203.0.113.5) by mx.home.example with SMTP", true },
        { "from unknown (HELO a.home.example) (root@10.0.0.1) by mx.home.example with SMTP", false },
        { "from mx2.farm.example by ms8.farm.example with LMTPS id x (envelope-from <b@shop.example>)", false },
        { "from mx.farm.example (mx.other.example [203.0.113.4]) by store.farm.example with UTF8LMTPS", false },
        { "(qmail 123 invoked by uid 0); 4 Mar 2024", false },
        { "from localhost by by mx.home.example with ESMTP", false },
        { "from localhost by by by by by by by by by by by by by by by by by by by by mx.home.example with ESMTP",
          true }, /* nobody looks further */
        { "", false },
    };
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        g_test_message("%s", rows[i].value);
        g_assert_cmpint(received_from_outside(rows[i].value), ==, rows[i].outside);
    }
}

int main(int argc, char **argv)
{
    unit_init(argc, argv);
    message_init();
    g_test_add_func("/authres-forms/rfc", test_rfc);
    g_test_add_func("/authres-forms/grammar", test_grammar);
    g_test_add_func("/authres-forms/servers", test_servers);
    g_test_add_func("/authres-forms/hostile", test_hostile);
    g_test_add_func("/authres-forms/received", test_received);
    return g_test_run();
}
