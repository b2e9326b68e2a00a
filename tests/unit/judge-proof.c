/* Whose proof it is, and what it is worth of a stranger. */
#include "judged.h"

/* What proves that a platform sent it proves nothing of its customer. */
static void test_platforms(void)
{
    static const char code[] = "authentication.pass";
    double own = term_of("From: Velora <news@velora.com>\n\nx\n", code, AUTH_PASS, true);
    static const char *const from[] = {
        "Velora <velora@shared1.ccsend.com>", "PayPal <velora-gmail.com@ccsend.com>",
        "Velora (via Drive) <drive-shares-noreply@google.com>", "Forms <notifications@followups.typeform.io>",
        "Velora <velora@sparkpostmail.com>",
    };
    for (size_t i = 0; i < G_N_ELEMENTS(from); i++) {
        g_autofree char *mail = g_strdup_printf("From: %s\n\nx\n", from[i]);
        if (term_of(mail, code, AUTH_PASS, true) > 0.5 * own)
            g_error("%s: %g of %g", from[i], term_of(mail, code, AUTH_PASS, true), own);
    }
    g_assert_cmpfloat(term_of("From: Jo <jo@gmail.com>\n\nx\n", code, AUTH_PASS, true), <, 0.5 * own);
    g_assert_cmpfloat(term_of("From: Google <no-reply@accounts.google.com>\n\nx\n", code, AUTH_PASS, true), ==,
                      own);
}

/* Who signs nothing and has no policy has a host that may write. */
static void test_host(void)
{
    struct judged j;
    judge(&j, "From: Velora <news@velora.com>\n\nx\n", AUTH_PASS);
    j.facts.stranger = j.facts.auth.spf_aligned = true;
    findings_free(j.findings);
    j.findings = filters_judge(&j.facts);
    double host = finding_of(&j, "authentication.pass")->term;
    j.facts.auth.dkim_aligned = true;
    findings_free(j.findings);
    j.findings = filters_judge(&j.facts);
    g_assert_cmpfloat(2 * host, <=, finding_of(&j, "authentication.pass")->term);
    judged_clear(&j);
}

/* Those who are imitated sign their mail, whatever they ask of servers. */
static void test_lenient(void)
{
    static const char code[] = "authentication.fail";
    double stranger = term_of("From: Velora <news@velora.com>\n\nx\n", code, AUTH_FAIL, true);
    g_assert_cmpfloat(term_of("From: PayPal <service@paypal.com>\n\nx\n", code, AUTH_FAIL, true), <, 2 * stranger);
    g_assert_cmpfloat(term_of("From: Jo <jo@hotmail.com>\n\nx\n", code, AUTH_FAIL, true), ==, stranger);
}

/* Companies sign what they send; people's own hosts may not. */
static void test_nothing_proven(void)
{
    double person = term_of("From: Jo <jo@velora.com>\nSubject: Sunday\n\nAre you coming?\n",
                            "authentication.none", AUTH_NONE, true);
    double shop = term_of("From: Velora <orders@velora.com>\nSubject: Your order #48213 is confirmed\n\n"
                          "Thank you. Total EUR 39.00\n", "authentication.none", AUTH_NONE, true);
    g_assert_cmpfloat(shop, <, 2 * person);
}

int main(int argc, char **argv)
{
    unit_init(argc, argv);
    message_init();
    g_test_add_func("/judge-proof/platforms", test_platforms);
    g_test_add_func("/judge-proof/host", test_host);
    g_test_add_func("/judge-proof/lenient", test_lenient);
    g_test_add_func("/judge-proof/nothing-proven", test_nothing_proven);
    return g_test_run();
}
