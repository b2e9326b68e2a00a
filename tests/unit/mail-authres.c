/* Authentication-Results: whom to believe, and what that comes to. */
#include <string.h>

#include "unit.h"
#include "../../src/mail/auth/authres-parse.h"
#include "mail/received.h"
#include "mail/authres.h"

static const char *const trusted[] = { "mx.home.example", "protection.outlook.com",
                                       "mx.google.com", "*.farm.example", NULL };

static const char *const sealers[] = { "forward.example", "list.example", NULL };

static struct auth read_with(const char *const *servers, const char *fields)
{
    g_autofree char *mail = g_strconcat(fields, "From: a@shop.example\n\nx\n", NULL);
    struct spool *spool = spool_of(mail, strlen(mail));
    struct message *message = NULL;
    g_assert_cmpint(message_parse(spool, 0, NULL, &message, NULL), ==, STATUS_OK);
    struct auth auth = auth_read(message, servers, sealers, "shop.example");
    message_free(message);
    spool_free(spool);
    return auth;
}

static struct auth read_fields(const char *fields)
{
    return read_with(trusted, fields);
}

#define BORDER                                                                                     \
    "Received: from mta.shop.example (mta.shop.example [192.0.2.7])\n"                             \
    "\tby mx.home.example (Postfix) with ESMTPS id 4F; Mon, 4 Mar 2024 10:00:00 +0100\n"

static void test_world(void)
{
    struct auth a = read_fields(
        "Authentication-Results: mx.home.example; spf=pass smtp.mailfrom=b@e.shop.example;\n"
        " dkim=pass header.d=shop.example; dmarc=pass header.from=shop.example\n" BORDER);
    g_assert_cmpint(auth_verdict(&a), ==, AUTH_PASS);
    g_assert_true(a.spf_aligned);
    g_assert_true(a.dkim_aligned);
    g_assert_cmpstr(a.server, ==, "mx.home.example");
    g_assert_cmpstr(a.signer, ==, "shop.example");
    g_assert_cmpstr(a.mailfrom, ==, "e.shop.example");
}

static void test_forged(void)
{
    struct auth a = read_fields(BORDER "Authentication-Results: mx.home.example; dmarc=pass\n");
    g_assert_cmpint(auth_verdict(&a), ==, AUTH_UNKNOWN);
    g_assert_cmpstr(a.below, ==, "mx.home.example");
    a = read_fields("Authentication-Results: elsewhere.example; dmarc=pass\n" BORDER);
    g_assert_cmpint(auth_verdict(&a), ==, AUTH_UNKNOWN);
    g_assert_cmpstr(a.below, ==, "");
    a = read_fields("Authentication-Results: mx.home.example; dmarc=fail header.from=shop.example\n"
                    BORDER "Authentication-Results: mx.home.example; dmarc=pass\n");
    g_assert_cmpint(auth_verdict(&a), ==, AUTH_FAIL);
    a = read_fields("Received: from [127.0.0.1] (bad.example [198.51.100.9]) by mx.home.example\n"
                    "Authentication-Results: mx.home.example; dmarc=pass\n");
    g_assert_cmpint(auth_verdict(&a), ==, AUTH_UNKNOWN);
    a = read_fields("Received: from mx.home.example (unknown [198.51.100.9]) by mx.home.example\n"
                    "Authentication-Results: mx.home.example; dmarc=pass\n");
    g_assert_cmpint(auth_verdict(&a), ==, AUTH_UNKNOWN);
    a = read_fields("X-Note: x\nAuthentication-Results: (mx.home.example) evil.example; dmarc=pass\n");
    g_assert_cmpint(auth_verdict(&a), ==, AUTH_UNKNOWN);
}

/* Postfix with a milter writes below its own field: only where the user says so, and only
 * directly. */
static void test_below(void)
{
    static const char *const below[] = { "+mx.home.example", NULL };
    struct auth a = read_with(below, BORDER "DKIM-Filter: x\n"
                              "Authentication-Results: mx.home.example; dmarc=pass\n");
    g_assert_cmpint(auth_verdict(&a), ==, AUTH_PASS);
    a = read_with(below, BORDER "Subject: x\nAuthentication-Results: mx.home.example; dmarc=pass\n");
    g_assert_cmpint(auth_verdict(&a), ==, AUTH_UNKNOWN);
    /* What the filter did not report, the sender must not add below it. */
    a = read_with(below, BORDER "Authentication-Results: mx.home.example; dkim=none\n"
                                "Authentication-Results: mx.home.example; dmarc=pass header.from=shop.example\n");
    g_assert_cmpint(a.dmarc, ==, AUTH_UNKNOWN);
    g_assert_cmpint(auth_verdict(&a), ==, AUTH_NONE);
}

static void test_inner_hops(void)
{
    struct auth a = read_fields("Received: by 2002:a05:6a10 with SMTP id x; Mon, 4 Mar 2024\n"
                                "X-Received: by 2002:a05\n"
                                "Authentication-Results: mx.google.com;\n"
                                " dkim=pass header.i=@shop.example header.s=k header.b=ABC;\n"
                                " spf=pass (google.com: domain of x@bounce.esp.example designates "
                                "192.0.2.7 as permitted sender) smtp.mailfrom=x@bounce.esp.example;\n"
                                " dmarc=pass (p=REJECT sp=REJECT dis=NONE) header.from=shop.example\n"
                                "Received: from m.shop.example (m.shop.example. [192.0.2.7])"
                                " by mx.google.com with ESMTPS id y\n");
    g_assert_cmpint(a.dmarc, ==, AUTH_PASS);
    g_assert_true(a.dkim_aligned);
    g_assert_false(a.spf_aligned);
    g_assert_cmpstr(a.mailfrom, ==, "bounce.esp.example");
    a = read_fields("Received: from mx.home.example (localhost [127.0.0.1]) by imap.home.example"
                    " with LMTP\nReceived: from relay.home.example (relay.home.example [203.0.113.5])"
                    " by mx.home.example (Postfix)\n"
                    "Authentication-Results: mx.home.example; dkim=pass header.d=shop.example\n");
    g_assert_cmpint(auth_verdict(&a), ==, AUTH_PASS);
    a = read_fields("Authentication-Results: in7.farm.example; dkim=pass header.d=shop.example\n");
    g_assert_cmpstr(a.server, ==, "in7.farm.example");
}

static void test_microsoft(void)
{
    static const char inner[] =
        "Received: from SA1.prod.outlook.com (::1) by MN1.prod.outlook.com with HTTPS; Tue\n"
        "Received: from BN1.prod.protection.outlook.com (2603:10b6:408:e6:cafe::23)\n"
        " by BN0.outlook.office365.com (2603:10b6:408:e6::28) with Microsoft SMTP Server; Tue\n";
    g_autofree char *fields = g_strconcat(
        inner, "Authentication-Results: spf=softfail (sender IP is 192.0.2.7)\n"
        " smtp.mailfrom=shop.example; dkim=none (message not signed)\n"
        " header.d=none;dmarc=fail action=none header.from=shop.example;compauth=fail reason=001\n"
        "Received: from x (192.0.2.7) by BN1.mail.protection.outlook.com (10.13.177.138) with\n"
        " Microsoft SMTP Server; Tue\n", NULL);
    struct auth a = read_fields(fields);
    g_assert_cmpstr(a.server, ==, "protection.outlook.com");
    g_assert_cmpint(a.spf, ==, AUTH_FAIL);
    g_assert_cmpint(a.dkim, ==, AUTH_NONE);
    g_assert_cmpint(auth_verdict(&a), ==, AUTH_FAIL);
}

static void test_verdicts(void)
{
    static const struct {
        const char *results;
        enum auth_result verdict;
    } rows[] = {
        { "none", AUTH_NONE },
        { "dmarc=none header.from=shop.example; spf=pass smtp.mailfrom=shop.example", AUTH_PASS },
        { "dmarc=none; spf=pass smtp.mailfrom=other.example; dkim=pass header.d=other.example",
          AUTH_NONE },
        { "dmarc=none; spf=fail smtp.mailfrom=shop.example; dkim=none", AUTH_FAIL },
        { "spf=softfail smtp.mailfrom=shop.example", AUTH_FAIL },
        { "spf=fail; dkim=pass header.d=list.example", AUTH_NONE },
        { "spf=fail; dkim=pass header.d=mail.shop.example", AUTH_PASS },
        { "dmarc=fail header.from=shop.example; spf=pass smtp.mailfrom=shop.example", AUTH_FAIL },
        { "dmarc=pass header.from=other.example", AUTH_NONE },
        { "dmarc=temperror header.from=shop.example; spf=fail", AUTH_NONE },
        { "dmarc=bestguesspass; dkim=pass header.d=shop.example", AUTH_PASS },
        { "dkim=fail header.d=shop.example; dkim=pass header.i=@news.shop.example", AUTH_PASS },
        { "spf=pass smtp.helo=shop.example", AUTH_PASS },
        { "spf=neutral", AUTH_NONE },
    };
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        g_autofree char *fields = g_strdup_printf(
            "Authentication-Results: MX.Home.Example 1; %s\n" BORDER, rows[i].results);
        struct auth a = read_fields(fields);
        g_test_message("%s", rows[i].results);
        g_assert_cmpstr(auth_result_name(auth_verdict(&a)), ==, auth_result_name(rows[i].verdict));
    }
}

/* The topmost result of a method counts; DKIM signatures count together. */
static void test_several_fields(void)
{
    struct auth a = read_fields(
        "Authentication-Results: mx.home.example; dmarc=fail header.from=shop.example\n"
        "Authentication-Results: mx.home.example; dkim=pass header.d=list.example\n"
        "Authentication-Results: mx.home.example; dmarc=pass header.from=shop.example\n"
        "Authentication-Results: mx.home.example; dkim=pass header.d=shop.example\n" BORDER);
    g_assert_cmpint(a.dmarc, ==, AUTH_FAIL);
    g_assert_true(a.dkim_aligned);
    g_assert_cmpstr(a.signer, ==, "shop.example");
}

#define FAILED "Authentication-Results: mx.home.example; arc=pass (i=1); dmarc=fail header.from=shop.example\n" BORDER
#define SEALED(i, d) "ARC-Seal: i=" #i "; a=rsa-sha256; t=1; cv=none; d=" d "; s=x; b=abc\n"
#define FOUND(i, results) "ARC-Authentication-Results: i=" #i "; mx.somewhere.example; " results "\n"
#define GENUINE "spf=pass smtp.mailfrom=shop.example; dmarc=pass header.from=news.shop.example"

/* A chain that holds says who had the message in hands, and only believed hands count. */
static void test_forwarded(void)
{
    static const struct {
        const char *fields;
        enum auth_result verdict;
        const char *forwarder;
    } rows[] = {
        { FAILED SEALED(1, "mail.forward.example") FOUND(1, GENUINE), AUTH_PASS, "" },
        { FAILED SEALED(1, "forward.example") FOUND(1, "dkim=pass header.d=shop.example; dmarc=none"), AUTH_PASS, "" },
        { FAILED SEALED(1, "forward.example") FOUND(1, "dkim=pass (ok) header.i=@m.shop.example"), AUTH_PASS, "" },
        { FAILED FOUND(2, "arc=pass") SEALED(2, "list.example") SEALED(1, "forward.example") FOUND(1, GENUINE),
          AUTH_PASS, "" },
        /* the receiving server's own seal, made after it looked */
        { FAILED FOUND(2, "dmarc=fail") SEALED(2, "home.example") SEALED(1, "forward.example") FOUND(1, GENUINE),
          AUTH_PASS, "" },
        /* what the forwarder found was not genuine, or somebody else's */
        { FAILED SEALED(1, "forward.example") FOUND(1, "dmarc=fail header.from=shop.example"), AUTH_FAIL, "" },
        { FAILED SEALED(1, "forward.example") FOUND(1, "dmarc=pass header.from=evil.example"), AUTH_FAIL, "" },
        { FAILED SEALED(1, "forward.example") FOUND(1, "spf=pass smtp.mailfrom=shop.example"), AUTH_FAIL, "" },
        /* anybody can seal a chain of his own, alone or around one that is believed */
        { FAILED SEALED(1, "evil.example") FOUND(1, GENUINE), AUTH_FAIL, "evil.example" },
        { FAILED SEALED(2, "evil.example") FOUND(2, "arc=pass") SEALED(1, "forward.example") FOUND(1, GENUINE),
          AUTH_FAIL, "evil.example" },
        { FAILED SEALED(2, "forward.example") FOUND(2, "arc=pass") SEALED(1, "evil.example") FOUND(1, GENUINE),
          AUTH_FAIL, "evil.example" },
        { FAILED SEALED(1, "home.example") FOUND(1, GENUINE), AUTH_FAIL, "" },
        /* gaps, doubles, nonsense */
        { FAILED SEALED(2, "forward.example") FOUND(2, GENUINE), AUTH_FAIL, "" },
        { FAILED SEALED(1, "forward.example") SEALED(1, "forward.example") FOUND(1, GENUINE), AUTH_FAIL, "" },
        { FAILED SEALED(1, "forward.example") FOUND(1, GENUINE) FOUND(1, GENUINE), AUTH_FAIL, "" },
        { FAILED SEALED(1, "forward.example"), AUTH_FAIL, "" },
        { FAILED FOUND(1, GENUINE), AUTH_FAIL, "" },
        { FAILED SEALED(0, "forward.example") FOUND(0, GENUINE), AUTH_FAIL, "" },
        { FAILED SEALED(99999999999, "forward.example") FOUND(99999999999, GENUINE), AUTH_FAIL, "" },
        { FAILED "ARC-Seal: \nARC-Authentication-Results: i=1\n", AUTH_FAIL, "" },
        { FAILED, AUTH_FAIL, "" },
        /* a chain that the server did not find whole, or did not look at */
        { "Authentication-Results: mx.home.example; arc=fail; dmarc=fail header.from=shop.example\n" BORDER
          SEALED(1, "forward.example") FOUND(1, GENUINE), AUTH_FAIL, "" },
        { "Authentication-Results: mx.home.example; dmarc=fail header.from=shop.example\n" BORDER
          SEALED(1, "forward.example") FOUND(1, GENUINE), AUTH_FAIL, "" },
        { "Authentication-Results: evil.example; arc=pass; dmarc=fail header.from=shop.example\n" BORDER
          SEALED(1, "forward.example") FOUND(1, GENUINE), AUTH_UNKNOWN, "" },
        /* Microsoft's administrators say themselves whom they believe. */
        { "Authentication-Results: dmarc=fail action=none header.from=shop.example;compauth=pass "
          "reason=130\n" BORDER, AUTH_PASS, "" },
        { "Authentication-Results: dmarc=fail action=none header.from=shop.example;compauth=pass "
          "reason=109\n" BORDER, AUTH_FAIL, "" },
        { "Authentication-Results: mx.home.example; dmarc=fail action=none header.from=shop.example;compauth=pass "
          "reason=130\n" BORDER, AUTH_FAIL, "" },
    };
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        struct auth a = read_fields(rows[i].fields);
        if (auth_verdict(&a) != rows[i].verdict || strcmp(a.forwarder, rows[i].forwarder))
            g_error("%zu: %s, forwarder \"%s\": %s", i, auth_result_name(auth_verdict(&a)), a.forwarder, rows[i].fields);
    }
}

/* The envelope's sender may have anything in its local part, if it is quoted, and servers repeat it. */
static void test_local_parts(void)
{
    static const struct {
        const char *sender;
        bool dmarc; /* the server has a filter for it, too */
    } rows[] = {
        { "bob@evil.example", true },
        { "\"x) ; compauth=pass reason=130 (\"@evil.example", true },
        { "\"(\"@evil.example", true },
        { "\"x\\\") ; dmarc=pass header.from=shop.example (\"@evil.example", true },
        { "\"dmarc=fail (p=none\"@evil.example", true },
        { "\"x) ; dkim=pass header.d=shop.example (\"@evil.example", false },
    };
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        g_autofree char *fields = g_strdup_printf(
            "Authentication-Results: mx.home.example; spf=pass (mx.home.example: domain of %s designates 192.0.2.7 as "
            "permitted sender) smtp.mailfrom=%s%s\n" BORDER,
            rows[i].sender, rows[i].sender, rows[i].dmarc ? "; dmarc=fail (p=REJECT) header.from=shop.example" : "");
        struct auth a = read_fields(fields);
        g_test_message("%s", fields);
        g_assert_cmpint(auth_verdict(&a), ==, rows[i].dmarc ? AUTH_FAIL : AUTH_NONE);
        g_assert_false(a.lenient);
        g_assert_cmpstr(a.mailfrom, ==, "evil.example");
    }
}

/* Two milters of one server write a field each, and the first one's stands above or below. */
static void test_two_filters(void)
{
    static const char *const trusted[] = {"+mx.home.example", NULL};
    static const struct {
        const char *first, *second;
        enum auth_result verdict;
    } rows[] = {
        {"dkim=none", "dmarc=fail header.from=bank.example", AUTH_FAIL},
        {"dmarc=fail header.from=bank.example", "dkim=pass header.d=bank.example", AUTH_FAIL},
        {"dkim=none", "dmarc=pass header.from=bank.example", AUTH_NONE}, /* who knows who wrote that */
        {"dmarc=pass header.from=bank.example", "dmarc=fail header.from=bank.example", AUTH_PASS},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        g_autofree char *mail = g_strdup_printf(BORDER "Authentication-Results: mx.home.example; %s\n"
                                                "DKIM-Filter: OpenDKIM Filter v2.11.0 mx.home.example\n"
                                                "Authentication-Results: mx.home.example; %s\n"
                                                "From: a@bank.example\nAuthentication-Results: mx.home.example; "
                                                "dmarc=fail\n\n.\n", rows[i].first, rows[i].second);
        struct spool *spool = spool_of(mail, strlen(mail));
        struct message *message = NULL;
        g_assert_cmpint(message_parse(spool, 0, NULL, &message, NULL), ==, STATUS_OK);
        struct auth auth = auth_read(message, trusted, NULL, "bank.example");
        g_assert_cmpint(auth_verdict(&auth), ==, rows[i].verdict);
        message_free(message);
        spool_free(spool);
    }
}

/* A domain that publishes p=none asks that mail which fails be let pass. */
static void test_lenient(void)
{
    static const struct {
        const char *result;
        bool lenient;
    } rows[] = {
        {"dmarc=fail (p=NONE sp=NONE dis=NONE) header.from=shop.example", true},
        {"dmarc=fail action=none header.from=shop.example", true},
        {"dmarc=fail (p=REJECT sp=NONE dis=NONE) header.from=shop.example", false},
        {"dmarc=fail header.from=shop.example", false},
        {"spf=pass smtp.mailfrom=\"(p=none\"@evil.example; dmarc=fail header.from=shop.example", false},
        {"dmarc=pass (p=NONE) header.from=shop.example", false},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        g_autofree char *fields = g_strdup_printf("Authentication-Results: mx.home.example; %s\n" BORDER, rows[i].result);
        struct auth a = read_fields(fields);
        if (a.lenient != rows[i].lenient)
            g_error("%s", rows[i].result);
    }
}

static void test_signers(void)
{
    struct auth a = read_fields("Authentication-Results: mx.home.example; dkim=pass header.d=hub.example;"
                                " dkim=fail header.d=evil.example; dkim=pass header.i=@mg.velora.com;"
                                " dkim=pass header.d=hub.example\n" BORDER);
    g_assert_cmpuint(a.n_signers, ==, 2);
    g_assert_true(auth_signed_by(&a, "velora.com"));
    g_assert_true(auth_signed_by(&a, "hub.example"));
    g_assert_false(auth_signed_by(&a, "evil.example"));
    g_assert_false(auth_signed_by(&a, ""));
}

static void test_received_for(void)
{
    static const struct {
        const char *value, *who;
    } rows[] = {
        { "from x (y [203.0.113.4]) by mx.home.example (Postfix) with ESMTP id 4X for <Shop@Home.example>; Mon", "shop@home.example" },
        { "from x ([203.0.113.4]) by mx.home.example with esmtp (Exim 4) (envelope-from <a@b.example>) id 1 for shop@home.example; x",
          "shop@home.example" },
        { "from x (y [203.0.113.4]) by mx.home.example (Postfix) with ESMTP id 4X; Mon", "" },
        { "from x (for <b@home.example>) by mx.home.example; Mon", "" },
        { "from for (<b@home.example> [203.0.113.4]) by mx.home.example for <a@home.example>; x", "a@home.example" },
        { "from x for <b@home.example> by mx.home.example", "" },
        { "by mx.home.example for <nobody>; x", "" },
        { "by mx.home.example for <", "" },
        { "for <a@home.example>", "" },
        { "by mx.home.example for", "" },
    };
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        g_autofree char *who = received_for(rows[i].value);
        g_assert_cmpstr(who, ==, rows[i].who);
    }
}

int main(int argc, char **argv)
{
    unit_init(argc, argv);
    message_init();
    g_test_add_func("/authres/local-parts", test_local_parts);
    g_test_add_func("/authres/forwarded", test_forwarded);
    g_test_add_func("/authres/signers", test_signers);
    g_test_add_func("/authres/two-filters", test_two_filters);
    g_test_add_func("/authres/lenient", test_lenient);
    g_test_add_func("/authres/world", test_world);
    g_test_add_func("/authres/forged", test_forged);
    g_test_add_func("/authres/below", test_below);
    g_test_add_func("/authres/inner-hops", test_inner_hops);
    g_test_add_func("/authres/microsoft", test_microsoft);
    g_test_add_func("/authres/verdicts", test_verdicts);
    g_test_add_func("/authres/several-fields", test_several_fields);
    g_test_add_func("/authres/received-for", test_received_for);
    return g_test_run();
}
