/* What strangers' mail claims and wants, and what comes of it: lures are suspect, genuine mail of the same
 * subjects is not. */
#include <string.h>

#include "base/config.h"
#include "store/facts.h"
#include "filters/filter.h"
#include "decide/score.h"
#include "judged.h"
#include "unit.h"


static bool is_suspect(const char *mail, enum auth_result proven)
{
    struct judged j;
    judge(&j, mail, proven);
    bool suspect = score_findings(j.findings).of[AXIS_TRUST] < j.config->suspect_below;
    judged_clear(&j);
    return suspect;
}

/* Each is proven to be from its address: passing is not trust. */
static const char *const lures[] = {
    "From: PayPal <service@lawn-mowers.example>\nTo: ada@reader.example\n"
    "Subject: Your account has been limited\n\n"
    "Verify your identity within 24 hours: https://paypa1.pages.example/login\n",
    "From: Trust Wallet <noreply@bakery.example>\nSubject: Action required\n\n"
    "Your wallet has been suspended. Enter your recovery phrase at https://x.weebly.com/\n",
    "From: Jackpot <noreply@abc-1.firebaseapp.com>\nSubject: You have won 500 free spins\n\n"
    "Claim your reward: https://spin.elsewhere.example/\n",
    "From: Barr. Tom <tom1@gmail.com>\nReply-To: Tom <tom2@gmail.com>\nSubject: Your inheritance\n\n"
    "Dear beneficiary, I am the barrister of the next of kin. The sum of ten million dollars awaits you.\n",
    "From: \"P\xd0\xb0yP\xd0\xb0l Kundenservice\" <info@gartenbau.example>\nSubject: Konto gesperrt\n\n"
    "Bestatigen Sie Ihre Daten: https://konto.elsewhere.example/\n",
    "From: Banco Bradesco <aviso@clientes.example>\nSubject: Atualize sua conta\n\n"
    "Seu acesso suspenso. Confirme seus dados: https://x.elsewhere.example/\n",
    "From: Correos <info@jardin.example>\nSubject: Su paquete\n\n"
    "Pague la aduana: https://elsewhere.example/pago\n",
    "From: Netflix <abo@fleuriste.example>\nSubject: Votre compte suspendu\n\n"
    "Paiement refuse. Mettre a jour vos informations: https://elsewhere.example/\n",
};

/* Of the same subjects, from those whose business they are; the last ones come without any proof. */
static const char *const genuine[] = {
    "From: PayPal <service@paypal.com>\nSubject: Unusual activity on your account\n\n"
    "Please log in to confirm your identity: https://www.paypal.com/signin\n",
    "From: Velora <noreply@velora.example>\nSubject: Your sign-in code is 482913\n\n"
    "Enter 482913 within 10 minutes. If this was not you, verify your account.\n",
    "From: Velora <noreply@velora.example>\nSubject: Reset your password\n\n"
    "Click here to reset it: https://accounts.velora.example/reset?x=1\n",
    "From: Stadtbank <service@stadtbank.example>\nSubject: Ihre Rechnung\n\n"
    "Die letzte Mahnung ist offen. Ihr Konto: https://online.stadtbank.example/\n",
    "From: Nordwind <billing@nordwind.example>\nSubject: Invoice 20391, payment overdue\n\n"
    "Your payment failed. Update your billing details: https://nordwind.example/billing\n",
    "From: Velora <news@e.velora.example>\nSubject: A surprise for you: 20% off\n"
    "List-Unsubscribe: <https://e.x>\n\n"
    "Claim your gift: https://click.mailer.example/1 Last chance!\n",
    "From: Jo Doe <jo.doe@gmail.com>\nSubject: Dinner on Friday\n\nI paid with PayPal; the restaurant is on "
    "https://maps.example/x\n",
    "From: Amazon <auto@amazon.se>\nSubject: Your package is delayed\n\nhttps://www.amazon.se/track\n",
};

static void test_lures(void)
{
    for (size_t i = 0; i < G_N_ELEMENTS(lures); i++) {
        g_test_message("%s", lures[i]);
        g_assert_true(is_suspect(lures[i], AUTH_PASS));
        g_assert_true(is_suspect(lures[i], AUTH_NONE));
    }
}

static void test_genuine(void)
{
    for (size_t i = 0; i < G_N_ELEMENTS(genuine); i++) {
        g_test_message("%s", genuine[i]);
        g_assert_false(is_suspect(genuine[i], AUTH_PASS));
        g_assert_false(is_suspect(genuine[i], AUTH_UNKNOWN));
    }
}

static void test_both_sides(void)
{
    struct judged j;
    judge(&j, lures[0], AUTH_PASS);
    const struct finding *brand = finding_of(&j, "lure.brand");
    g_assert_nonnull(brand);
    g_assert_cmpstr(brand->detail, ==,
                    "says PayPal, whose mail comes from paypal.com; this came from lawn-mowers.example");
    g_assert_nonnull(finding_of(&j, "lure.account"));
    judged_clear(&j);
}

static bool has(const char *mail, const char *code)
{
    struct judged j;
    judge(&j, mail, AUTH_PASS);
    bool found = finding_of(&j, code) != NULL;
    judged_clear(&j);
    return found;
}

/* A letter to as many as could be found hides its readers; a mailing and a list have their own ways. */
static void test_shape(void)
{
    static const char hello[] = "From: Jo Doe <jo@gmail.com>\n%sSubject: Hello\n\nWrite to me.\n";
    static const struct {
        const char *fields;
        bool undisclosed;
    } rows[] = {
        {"To: undisclosed-recipients:;\n", true},
        {"To: Jo <JO@gmail.com>\n", true},
        {"", false},
        {"To: me@home.example\n", false},
        {"To: jo@gmail.com\nCc: me@home.example\n", false},
        {"To: undisclosed-recipients:;\nList-Unsubscribe: <https://x.example/>\n", false},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        GString *mail = g_string_new(hello);
        g_string_replace(mail, "%s", rows[i].fields, 1);
        g_assert_cmpint(has(mail->str, "lure.undisclosed"), ==, rows[i].undisclosed);
        g_string_free(mail, TRUE);
    }
    static const char file[] = "From: Jo <jo@gmail.com>\nTo: me@home.example\nSubject: Info\nMIME-Version: 1.0\n"
        "Content-Type: multipart/mixed; boundary=b\n\n--b\n\nOpen it.\n--b\nContent-Type: application/pdf\n"
        "Content-Disposition: attachment; filename=info.pdf\n\n%PDF\n--b--\n";
    g_assert_true(has(file, "lure.bare"));
    GString *own = g_string_new(file);
    g_string_replace(own, "@gmail.com", "@office.example", 1);
    g_assert_false(has(own->str, "lure.bare"));
    g_string_free(own, TRUE);
    GString *photo = g_string_new(file); /* needs no words */
    g_string_replace(photo, "info.pdf", "IMG_1.JPG", 1);
    g_assert_false(has(photo->str, "lure.bare"));
    g_string_free(photo, TRUE);
}

/* Companies and their programs write of orders and codes; none of them from a mailbox that anyone can have. */
static void test_office(void)
{
    static const char order[] = "From: Jo Doe <jo@gmail.com>\nTo: me@home.example\n"
                                "Subject: Order confirmation 4821\n\nThank you for your order.\n";
    g_assert_true(has(order, "lure.office"));
    GString *own = g_string_new(order);
    g_string_replace(own, "@gmail.com", "@bakery.example", 1);
    g_assert_false(has(own->str, "lure.office"));
    g_string_free(own, TRUE);
    g_assert_false(has("From: Jo Doe <jo@gmail.com>\nSubject: Sunday\n\nAre you coming?\n", "lure.office"));
}

static double part_of(const char *mail, const char *code)
{
    struct judged j;
    judge(&j, mail, AUTH_PASS);
    const struct finding *finding = finding_of(&j, code);
    double term = finding ? finding->term : 0;
    judged_clear(&j);
    return term;
}

/* From their own domain organisations write of accounts and payments; of fortunes and of meeting her, none does. */
static void test_at_home(void)
{
#define OWN "List-Unsubscribe: <https://velora.example/u>\n\n%s https://www.velora.example/\n"
    static const char own[] = "From: Velora <noreply@velora.example>\nSubject: Hello\n" OWN,
                      other[] = "From: Velora <noreply@nordwind.example>\nSubject: Hello\n" OWN;
    static const struct {
        const char *words, *code;
        bool business;
    } rows[] = {
        {"Your account is suspended.", "lure.account", true},
        {"Claim your inheritance.", "lure.fortune", false},
        {"Local singles in your area.", "lure.dating", false},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        g_autofree char *at_home = g_strdup_printf(own, rows[i].words), *away = g_strdup_printf(other, rows[i].words);
        double home = part_of(at_home, rows[i].code);
        g_test_message("%s", rows[i].words);
        g_assert_cmpfloat(home, <, 0);
        if (rows[i].business)
            g_assert_cmpfloat(home, >, part_of(away, rows[i].code));
        else
            g_assert_cmpfloat(home, ==, part_of(away, rows[i].code));
    }
}

/* Whoever opens an account confirms an address, too: only that of a delivery is what parcels are held for. */
static void test_addresses(void)
{
#define CONFIRM "From: Velora <hello@velora.shop>\nSubject: Please confirm your %saddress\n\n" \
                "Hi Kim, please confirm your %saddress.\n"
    g_autofree char *account = g_strdup_printf(CONFIRM, "", ""),
                    *delivery = g_strdup_printf(CONFIRM, "delivery ", "delivery ");
    g_assert_cmpfloat(part_of(account, "lure.parcel"), >, -0.8);
    g_assert_cmpfloat(part_of(delivery, "lure.parcel"), <, -1.5);
}

/* Shops have cheap domains, too, and bear their names; what is thrown away is not what its sender is called. */
static void test_cheap(void)
{
    double named = part_of("From: Velora Shoes <hello@velora.shop>\nSubject: Hello\n\nx\n", "lure.cheap-host");
    double strange = part_of("From: Tamsin <hello@velora.shop>\nSubject: Hello\n\nx\n", "lure.cheap-host");
    double nobody = part_of("From: hello@velora.shop\nSubject: Hello\n\nx\n", "lure.cheap-host");
    g_assert_cmpfloat(named, <, 0);
    g_assert_cmpfloat(strange, <, named - 0.3);
    g_assert_cmpfloat(nobody, ==, strange);
}

/* From a mailbox that anyone can have: that she has an account of a brand, or is to pay for what it sold her. */
static void test_claim_in_text(void)
{
    static const struct {
        const char *address, *text, *brand;
    } rows[] = {
        {"jo.doe@gmail.com", "Your Coinbase account has a transfer to approve.", "Coinbase"},
        {"jo.doe@gmail.com", "Votre compte PayPal attend.", "PayPal"},
        {"jo.doe@gmail.com", "Ihr PayPal-Konto wartet.", "PayPal"},
        {"jo.doe@gmail.com", "PayPal Team\nReceipt 1089\nPayment by card\nCharges $483.75", "PayPal"},
        {"jo.doe@gmail.com", "I paid with PayPal. Was that your account?", NULL},
        {"jo.doe@gmail.com", "The PayPal account of the club has 483.75 EUR.", NULL},
        {"jo@velora.com", "Your PayPal account is what you paid with.", NULL},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        g_autofree char *mail =
            g_strdup_printf("From: Jo Doe <%s>\nSubject: Hello\n\n%s\n", rows[i].address, rows[i].text);
        g_test_message("%s", rows[i].text);
        g_assert_cmpstr(lure_of(mail).brand, ==, rows[i].brand);
    }
}

/* Offices number the desks that write to many; of a person's mailbox, digits say that a machine drew it. */
static void test_desk(void)
{
    static const char author[] = "From: Tamsin <me02jgoutreach@velora.example>\n%sSubject: Hello\n\nx\n";
    g_autofree char *letter = g_strdup_printf(author, "");
    g_autofree char *mailing = g_strdup_printf(author, "List-Unsubscribe: <https://velora.example/x>\nPrecedence: bulk\n");
    g_assert_cmpfloat(part_of(letter, "lure.mailbox"), <, 0);
    g_assert_cmpfloat(part_of(mailing, "lure.mailbox"), >, 0.3 * part_of(letter, "lure.mailbox"));
}

/* Whom she wrote to may ask for anything. */
static void test_known(void)
{
    struct judged j;
    judge(&j, lures[3], AUTH_PASS);
    double stranger = findings_sum(j.findings, AXIS_TRUST);
    findings_free(j.findings);
    j.facts.contact.written = 3;
    j.findings = filters_judge(&j.facts);
    g_assert_cmpfloat(findings_sum(j.findings, AXIS_TRUST), >, stranger + 2);
    judged_clear(&j);
}

/* Who writes from a house of his own has few words held against him; but not where the house looks like another. */
static void test_made_home(void)
{
    struct judged j;
    judge(&j, "From: Velora Shoes <news@velora-shoes.de>\nSubject: Action required\n\n"
              "Your account has been suspended. Verify your account at https://velora-shoes.de/login\n", AUTH_PASS);
    double home = finding_of(&j, "lure.account")->term;
    findings_free(j.findings);
    j.facts.imitation.organisation = g_strdup("velora-shoes.com");
    j.findings = filters_judge(&j.facts);
    g_assert_cmpfloat(finding_of(&j, "lure.account")->term, <, home - 1);
    judged_clear(&j);
}

#define HTML "Content-Type: text/html\n\n"

static void test_links(void)
{
    struct lure lure = lure_of("From: a@velora.example\n" HTML
                               "<a href='https://evil.example/'>www.bank.example</a>"
                               "<a href='https://shop.velora.example/'>x</a>");
    g_assert_cmpuint(lure.tricks, ==, TRICK_NAMES_OTHER);
    g_assert_cmpstr(lure.shown, ==, "bank.example");
    g_assert_cmpstr(lure.target, ==, "evil.example");
    g_assert_cmpuint(lure.own_links, ==, 1);
    /* Counting clicks: the text names the author's own site. */
    lure = lure_of("From: a@velora.example\n" HTML
                   "<a href='https://click.mailer.example/'>www.velora.example</a>");
    g_assert_cmpuint(lure.tricks, ==, 0);
    lure = lure_of("From: a@velora.example\n" HTML
                   "<a href='https://192.0.2.7/x'>x</a>");
    g_assert_cmpuint(lure.tricks, ==, TRICK_NUMERIC);
    lure = lure_of("From: a@velora.example\n" HTML
                   "<a href='https://velora.example@evil.example/x'>x</a>");
    g_assert_cmpuint(lure.tricks, ==, TRICK_USERINFO);
    lure = lure_of("From: a@velora.example\n" HTML
                   "<a href='https://bit.ly/x'>x</a>");
    g_assert_cmpuint(lure.tricks, ==, TRICK_SHORTENED);
}

static void test_address(void)
{
    g_assert_true(lure_of("From: Velora <a@velora>\n\nx\n").odd & ODD_UNREACHABLE);
    g_assert_true(lure_of("From: Velora <a@j8dwlrt7le.com>\n\nx\n").odd & ODD_RANDOM);
    g_assert_cmpuint(lure_of("From: Velora <velora@velora.top>\n\nx\n").odd, ==, ODD_CHEAP);
    g_assert_cmpuint(lure_of("From: Velora Support <velora1@gmail.com>\n\nx\n").odd, ==, ODD_COMPANY);
    g_assert_cmpuint(lure_of("From: Jo Doe <jo@gmail.com>\n\nx\n").odd, ==, 0);
    g_assert_cmpuint(lure_of("From: V\xe2\x80\x8b" "elora <a@velora.com>\n\nx\n").odd, ==, ODD_DISGUISED);
    g_assert_cmpuint(lure_of("From: \xd0\x92\xd0\xb5\xd1\x80\xd0\xb0 <v@velora.com>\n\nx\n").odd, ==, 0);
    g_assert_cmpuint(lure_of("From: Wirtschaftspr\xc3\xbc" "fer <a@wirtschaftsdienst.de>\n\nx\n").odd, ==, 0);
    g_assert_cmpuint(lure_of("From: V e l o r a <velora@velora.com>\n\nx\n").odd, ==, ODD_DISGUISED);
    g_assert_cmpuint(lure_of("From: J R R Doe <doe@velora.com>\n\nx\n").odd, ==, 0);
    g_assert_cmpuint(lure_of("From: PayPaI <a@paypai.com>\n\nx\n").odd, ==, ODD_DISGUISED);
    g_assert_cmpuint(lure_of("From: Post <post@post.example>\nSubject: Paket wartet auf ZusteIIung\n\nx\n").odd, ==,
                     ODD_DISGUISED);
    g_assert_cmpuint(lure_of("From: BioInformatics MarkII McIntosh <a@bioinformatics.com>\n\nx\n").odd, ==, 0);
    g_assert_cmpuint(lure_of("From: Home Plans <SNYTVKOqu@velora.com>\n\nx\n").odd, ==, ODD_MAILBOX);
    g_assert_cmpuint(lure_of("From: Home Plans <NASAquiz@velora.com>\n\nx\n").odd, ==, ODD_MAILBOX);
    g_assert_cmpuint(lure_of("From: Nasa Quiz <NASAquiz@velora.com>\n\nx\n").odd, ==, 0);
    /* People have mailboxes under any name, offices do not. */
    g_assert_false(lure_of("From: Jo Doe <tom257@gmail.com>\n\nx\n").foreign_name);
    g_assert_true(lure_of("From: Velora Support <tom257@gmail.com>\n\nx\n").foreign_name);
    g_assert_false(lure_of("From: Velora Support <velora1@gmail.com>\n\nx\n").foreign_name);
    g_assert_cmpstr(lure_of("From: Jo <jo@velora.com>\nReply-To: jo@other.example\n\nx\n").reply, ==,
                    "other.example");
    g_assert_cmpstr(lure_of("From: Jo <jo@velora.com>\nReply-To: jo@m.velora.com\n\nx\n").reply, ==, "");
}

static void test_brands(void)
{
    g_assert_cmpstr(lure_of("From: Amazon Prime <a@velora.com>\n\nx\n").brand, ==, "Amazon");
    g_assert_null(lure_of("From: Amazon <a@amazon.co.uk>\n\nx\n").brand);
    g_assert_null(lure_of("From: Jo Chase <jo@velora.com>\n\nx\n").brand);
    g_assert_cmpstr(lure_of("From: Chase Security <jo@velora.com>\n\nx\n").brand, ==, "Chase");
    g_assert_cmpstr(lure_of("From: Info <a@netflix-billing.com>\n\nx\n").brand, ==, "Netflix");
    g_assert_cmpstr(lure_of("From: AppIe ID <a@velora.com>\n\nx\n").brand, ==, "Apple");
    /* Beside words of business an ordinary word is a name. */
    g_assert_cmpstr(lure_of("From: Billing <a@velora.com>\nSubject: Your Norton payment failed\n\nx\n").brand, ==, "Norton");
    g_assert_null(lure_of("From: Trips <a@velora.com>\nSubject: A walk to Norton hill\n\nx\n").brand);
    g_assert_cmpstr(lure_of("From: N e t f l i x <a@velora.com>\n\nx\n").brand, ==, "Netflix");
}

/* However it is spelt. */
static void test_spelling(void)
{
    static const char *const forms[] = {
        "V e r i f y y o u r a c c o u n t", "v\u2009e\u2009r\u2009i\u2009f\u2009y y\u00b7o\u00b7u\u00b7r account",
        "Ver1fy y0ur acc0unt", "VERlFY: verIfy your account", "v\u0435r\u0456fy \u0443\u043eur \u0430ccount",
        "\u1d20\u1d07\u0280\u026a\ua730\u028f your account", "\u202etnuocca ruoy yfirev\u202c", "ve\u2063rify yo\ufe0fur account",
        "veri\u2011fy your account", "\U0001f135\U0001f13e verify your account",
    };
    for (size_t i = 0; i < G_N_ELEMENTS(forms); i++) {
        g_autofree char *mail = g_strdup_printf("From: Jo <jo@velora.com>\n\n%s\n", forms[i]);
        g_test_message("%s", forms[i]);
        g_assert_cmpfloat(lure_of(mail).themes[THEME_ACCOUNT], >=, 0.6);
    }
    static const char *const genuine[] = { "1st of May, B2B, mp3, R2D2, 4you", "a b c d e f", "N E W S" };
    for (size_t i = 0; i < G_N_ELEMENTS(genuine); i++) {
        g_autofree char *mail = g_strdup_printf("From: Jo <jo@velora.com>\n\n%s\n", genuine[i]);
        g_assert_cmpuint(lure_of(mail).odd, ==, 0);
    }
    /* Links home speak for it where they show. */
    g_assert_cmpuint(lure_of("From: Jo <jo@velora.com>\nContent-Type: text/html\n\n<p hidden><a "
                             "href=https://velora.com/>x</a></p><a href=https://a.example/>y</a>").own_links, ==, 0);
}

int main(int argc, char **argv)
{
    unit_init(argc, argv);
    message_init();
    g_test_add_func("/lure/lures", test_lures);
    g_test_add_func("/lure/genuine", test_genuine);
    g_test_add_func("/lure/both-sides", test_both_sides);
    g_test_add_func("/lure/shape", test_shape);
    g_test_add_func("/lure/office", test_office);
    g_test_add_func("/lure/at-home", test_at_home);
    g_test_add_func("/lure/addresses", test_addresses);
    g_test_add_func("/lure/cheap", test_cheap);
    g_test_add_func("/lure/claim-in-text", test_claim_in_text);
    g_test_add_func("/lure/made-home", test_made_home);
    g_test_add_func("/lure/desk", test_desk);
    g_test_add_func("/lure/known", test_known);
    g_test_add_func("/lure/links", test_links);
    g_test_add_func("/lure/address", test_address);
    g_test_add_func("/lure/brands", test_brands);
    g_test_add_func("/lure/spelling", test_spelling);
    return g_test_run();
}
