/* What a machine drew, what is asked in the name of people, and letters to nobody by name. */
#include <string.h>

#include "base/config.h"
#include "store/facts.h"
#include "filters/filter.h"
#include "decide/score.h"
#include "judged.h"
#include "unit.h"

static void test_drawn(void)
{
    static const struct {
        const char *mail;
        unsigned odd;
    } rows[] = {
        {"From: Velora <a@velora.com>\nSubject: Your account [x8Kq2]\n\nx\n", ODD_TAIL},
        {"From: Velora <a@velora.com>\nSubject: Notice issued - hSCXPVFj7yxfmvG\n\nx\n", ODD_TAIL},
        {"From: Velora <a@velora.com>\nSubject: Your parcel 3f9a0c27be41\n\nx\n", ODD_TAIL},
        {"From: Velora <a@velora.com>\nSubject: Your parcel waits (#R-83jdk4-2)\n\nx\n", 0},
        {"From: Velora <a@velora.com>\nSubject: Your order #403-1234567\n\nx\n", 0},
        {"From: Velora <a@velora.com>\nSubject: Booking X7KP2Q\n\nx\n", 0},
        {"From: Velora <a@velora.com>\nSubject: Tips for PayPal and YouTube\n\nx\n", 0},
        {"From: Velora <a@velora.com>\nSubject: JavaScript and LinkedIn, iPhone\n\nx\n", 0},
        {"From: Velora Support 24829 <velora@velora.com>\n\nx\n", ODD_NUMBERED},
        {"From: Velora Support 2026 <velora@velora.com>\n\nx\n", 0},
        {"From: Jo Doe 24829 <jo@velora.com>\n\nx\n", 0},
        {"From: Bill Team <gedsrisk72344@velora.com>\n\nx\n", ODD_NUMBERED},
        {"From: Bill Team <bill72344@velora.com>\n\nx\n", 0},
        {"From: Bill Team <bill@dfdgdfg.velora.com>\n\nx\n", ODD_RANDOM},
        {"From: Ve1ora 5upport <velora@velora.com>\n\nx\n", ODD_DISGUISED},
        {"From: Studio54 <studio54@velora.com>\n\nx\n", 0},
        {"From: Smart Deal <MvSSrjf@rare.smartdeal.com>\n\nx\n", ODD_MAILBOX},
        {"From: Smart Deal <news.OcMkh@velora.com>\n\nx\n", ODD_MAILBOX},
        {"From: Hair Partners <Lynn_Bale_10776@velora.com>\n\nx\n", ODD_MAILBOX},
        {"From: Velora <Online#3.19586.b5-9w0blztbvHPdZdRR.1@velora.com>\n\nx\n", 0},
        {"From: Jo McDonald <Jo.McDonald@velora.com>\n\nx\n", 0},
        {"From: Velora <news@r.a.g.n.a.velora.com>\n\nx\n", ODD_RANDOM},
        {"From: Velora <news@x-ny-io-k-uk-vz41.velora.com>\n\nx\n", ODD_RANDOM},
        {"From: Velora <news@e.mail2.velora.com>\n\nx\n", 0},
        {"From: Velora <news@velora.com>\nSubject: =?utf-8?q?Your_a=E1=A5=B4count?=\n\nx\n", ODD_DISGUISED},
        {"From: Velora <news@velora.com>\nSubject: =?utf-8?b?4Yuo4Yqg4Yuy4Yi1IFZlbG9yYQ==?=\n\nx\n", 0},
        {"From: Lumora <a@lum0ra.com>\n\nx\n", ODD_SPELT},
        {"From: Lumora Books <a@lumora-b00ks.com>\n\nx\n", ODD_RANDOM | ODD_SPELT},
        {"From: Studio54 <a@studio54.com>\n\nx\n", 0},
        {"From: Lumora <a@lumora24.com>\n\nx\n", 0},
        {"From: Mark Sato <a@m4rkt.com>\n\nx\n", 0},
        {"From: Velora <a@qlhcyzlln.com>\n\nx\n", ODD_RANDOM},
        {"From: Velora <a@41028776.velora.com>\n\nx\n", 0},
        {"From: Velora <a@190817827092.velora.com>\n\nx\n", ODD_RANDOM},
        {"From: \"#Than_ you#\" <a@velora.com>\n\nx\n", ODD_DECORATED},
        {"From: \"Jo Doe (Sales) [Velora]\" <a@velora.com>\n\nx\n", 0},
        {"From: Mail Delivery Subsystem <mailer-daemon@gmail.com>\n\nx\n", 0},
        {"From: =?utf-8?q?V=CC=B7elora_Sh=CC=B7op?= <a@velora.com>\n\nx\n", ODD_DISGUISED},
        {"From: =?utf-8?q?Vel=DC=BFora?= <a@velora.com>\n\nx\n", ODD_DISGUISED},
        {"From: =?utf-8?q?Ve=CC=81lora?= <a@velora.com>\n\nx\n", 0},
        {"From: lRS Notice <a@velora.com>\n\nx\n", ODD_DISGUISED},
        {"From: Jo <jo@gmail.com>\nSubject: Hello\n\nWithdraw your +23,543$, you have only 24 hours\n", ODD_SUM},
        {"From: Jo <jo@gmail.com>\nSubject: Hello\n\nI owe you 45.50 EUR for the tickets\n", 0},
        {"From: Jo <jo@velora.com>\nSubject: Hello\n\nThe rent is 1,250 EUR\n", 0},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++)
        if (lure_of(rows[i].mail).odd != rows[i].odd)
            g_error("%s: %x", rows[i].mail, lure_of(rows[i].mail).odd);
    g_assert_cmpstr(lure_of("From: PayPa1 5upport <a@velora.com>\n\nx\n").brand, ==, "PayPal");
    g_assert_cmpstr(lure_of("From: BofA <a@velora.com>\n\nx\n").brand, ==, "Bank of America");
    g_assert_cmpstr(lure_of("From: ING <a@velora.com>\n\nx\n").brand, ==, "ING");
    g_assert_null(lure_of("From: Dipl. Ing. Jo Doe <a@velora.com>\n\nx\n").brand);
}

/* Forms that send on what anybody enters; prices and domains of a bill are none of that. */
static void test_planted(void)
{
    static const struct {
        const char *text;
        bool planted;
    } rows[] = {
        {"Username: www.gains.blogspot.com - 97781 USD", true},
        {"Hello www.gains.example - 133 287 EURO,", true},
        {"Identifiant : gains.pages.dev 1.36 BTC", true},
        {"Hello +$1,989 https://forms.yandex.com/cloud/65 thanks for applying", true},
        {"You earned 1.3 Bitcoin! https://t.me/+_KYb", true},
        {"Hi \xe2\x9c\x85 +$4,811 \xe2\x9e\xa1 go.lumora.me/rCQE1, one last step", true},
        {"Your balance: +$4,811, more at velora.com/balance and 24/7", false},
        {"We raised $12,000, see https://t.me/velora", false},
        {"Username: jo", false},
        {"Username: www.velora.com - 97781 USD", false},
        {"Shop: www.lumora.com - 249.00 EUR", false},
        {"Domain: www.lumora.com - 12 345,00 EUR", false},
        {"Site web : lumora.com - refonte 12 500 EUR", false},
        {"Lumora.com price - $2,031.95", false},
        {"Bought at www.lumora.com for EUR 12.50", false},
        {"See https://www.lumora.com/sale", false},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        g_test_message("%s", rows[i].text);
        g_autofree char *mail = g_strdup_printf("From: Velora <a@velora.com>\nSubject: Login details\n\nHi,\n%s\n", rows[i].text);
        g_assert_cmpint((lure_of(mail).odd & ODD_PLANTED) != 0, ==, rows[i].planted);
    }
    struct judged j;
    judge(&j, "From: Velora <a@velora.com>\nSubject: [Velora] Login details\n\nUsername: www.gains.blogspot.com - BINANCE 97 781 USD\n"
              "To set your password: https://velora.com/login\n", AUTH_PASS);
    g_assert_cmpfloat(finding_of(&j, "lure.planted")->term, <, -3);
    judged_clear(&j);
}

/* One piece in many words, letters that no text has, and what HTML hides within words. */
static void test_salted(void)
{
    static const struct {
        const char *type, *text;
        bool disguised;
    } rows[] = {
        {"plain", "Your PrimeX34QDJLership is to renew, your cX34QDJLard is no longer vX34QDJLalid, sX34QDJLorry.", true},
        {"plain", "The ids are a5422799b, c5422799d and ab5422799cd; see userABCDEFGid once.", false},
        {"plain", "M\xf3\xa0\x84\xb9i\xf3\xa0\x84\xb9""c\xf3\xa0\x84\xb9r\xf3\xa0\x84\xb9osoft payment problem", true},
        {"html", "<p>Ama<i style=\"display:none\">x7</i>zon mem<i style=\"display:none\">x7</i>ber, your c<i hidden>x7</i>ard", true},
        {"plain", "M\xdc\xbfi\xdc\xbf\xdc\xbf""c\xdc\xbfr\xdc\xbfosoft payment problem", true},
        {"plain", "SMS\xe0\xa5\x8b\xe0\xa4\x82, PDF\xe0\xa5\x87\xe0\xa4\x82, App\xe0\xa5\x8b\xe0\xa4\x82 Mail\xe0\xa5\x87\xe0\xa4\x82", false},
        {"plain", "MITARBEITERinnen, alle MITARBEITERinnen und neue MITARBEITERinnen: siehe MITARBEITERinnen.", false},
        {"plain", "https://a.example/kXR8TQ2Lvb/1 https://a.example/kXR8TQ2Lvb/2 https://a.example/kXR8TQ2Lvb/3", false},
        {"html", "<p>One<i hidden>x</i><p>Two<i hidden>x</i><div>Three<i hidden>x</i></div>Four<i hidden>x</i><ul><li>Five</ul>", false},
        {"html", "<p>Ama<wbr>zon <i style=\"display:none\">spring</i> sale <i hidden>x</i> now <i hidden>y</i> on", false},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        g_test_message("%s", rows[i].text);
        g_autofree char *mail = g_strdup_printf("From: Velora <a@velora.com>\nSubject: Hello\n"
                                                "Content-Type: text/%s; charset=utf-8\n\n%s\n", rows[i].type, rows[i].text);
        g_assert_cmpint((lure_of(mail).odd & ODD_DISGUISED_TEXT) != 0, ==, rows[i].disguised);
    }
}

/* Words that are full of what has no width; a host that shall be no link has it once, long words have hyphens. */
static void test_pierced(void)
{
    static const struct {
        const char *type, *within;
        unsigned words;
        bool disguised;
    } rows[] = {
        {"html", "&zwnj;", 40, true}, {"html", "&zwnj;&#8203;&zwnj;", 40, true}, {"html", "&zwnj;", 12, false},
        {"html", "&shy;", 80, false}, {"html", "&zwnj; &zwnj;", 80, false},
        {"plain", "\xe2\x80\x8b", 40, true}, {"plain", "\xe2\x80\x8b", 12, false}, {"plain", "\xc2\xad", 80, false},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        g_autoptr(GString) mail = g_string_new(NULL);
        g_string_printf(mail, "From: Velora <a@velora.com>\nSubject: Hello\nContent-Type: text/%s; charset=utf-8\n\n", rows[i].type);
        for (unsigned word = 0; word < rows[i].words; word++)
            g_string_append_printf(mail, "lo%san ", rows[i].within);
        g_test_message("%s", mail->str);
        g_assert_cmpint((lure_of(mail->str).odd & ODD_DISGUISED_TEXT) != 0, ==, rows[i].disguised);
    }
}

/* What is cut in two is not read beyond its end. */
static void test_cut(void)
{
    for (int blanks = 250; blanks < 270; blanks++) {
        g_autofree char *mail =
            g_strdup_printf("From: Velora <a@velora.com>\nContent-Type: text/plain; charset=utf-8\n\n"
                            "Username: www.gains.example -%*s97781 \xe2\x82\xac\n", blanks, "");
        bool whole = strlen(strstr(mail, "Username")) - 1 <= 300;
        g_assert_cmpint((lure_of(mail).odd & ODD_PLANTED) != 0, ==, whole);
    }
}

/* Long runs of what salt is made of take no longer than other text. */
static void test_long(void)
{
    static const char *const runs[] = {"A", "7", "aB", "A1", "aXXXXXX", "XR8TQ2Lvb"};
    for (size_t i = 0; i < G_N_ELEMENTS(runs); i++) {
        g_autoptr(GString) mail = g_string_new("From: Velora <a@velora.com>\n\n");
        while (mail->len < 1u << 20)
            g_string_append(mail, runs[i]);
        g_test_timer_start();
        (void)lure_of(mail->str);
        g_assert_cmpfloat(g_test_timer_elapsed(), <, 10);
    }
}

static void test_gibberish(void)
{
    static const struct {
        const char *subject, *text;
        unsigned words;
    } rows[] = {
        {"Hello", "please visit wlBmsxVRr and shOzVwlse (kRcIzp) today", 3},
        {"Hello", "qwrtz, hgfds zxcvb", 3},
        {"ywkGtRvb", "ywkGtRvb ywkGtRvb", 2},
        {"w i n b i g t o d a y", "x", 1},
        {"Hello", "classifieds T Z T Z T Z T Z T Z T Z T Z T Z T Z and people", 3},
        {"Tips", "JavaScript, LinkedIn, OpenGL, LaTeX, TechTV, kbAlertz, iPhone, eBooks, McDonald, PDFs, MySQL, GitHub, DocuSign", 0},
        {"Re: build", "getElementById() fails in DOMContentLoaded, see MhReadSeqs and https HTTPS gpgCacheIds", 2},
        {"Hello", "Strc prst skrz krk, vlk zmrzl.", 1},
        {"Key", "mQCNAzAYPNsAAAEEAPGTHaNyitUTNAwFHPqmkhlqvTVfQWlpTJof", 0},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        g_test_message("%s: %s", rows[i].subject, rows[i].text);
        g_autofree char *mail = g_strdup_printf("From: Velora <a@velora.com>\nSubject: %s\n\n%s\n", rows[i].subject, rows[i].text);
        g_assert_cmpuint(lure_of(mail).gibberish, ==, rows[i].words);
    }
    struct judged j;
    judge(&j, "From: Solkel <grura@velora.com>\nSubject: Hello\n\nPlease visit wlBmsxVRr and shOzVwlse kRcIzp ywkGtRvb.\n", AUTH_PASS);
    g_assert_cmpfloat(finding_of(&j, "lure.gibberish")->term, <, -1);
    judged_clear(&j);
    judge(&j, "From: Solkel <grura@velora.com>\nList-Id: <dev.velora.com>\nPrecedence: list\nSubject: [dev] keys\n\nwlBmsxVRr shOzVwlse kRcIzp ywkGtRvb\n", AUTH_PASS);
    g_assert_null(finding_of(&j, "lure.gibberish"));
    judged_clear(&j);
}

/* A letter to nobody by name is little alone, and something beside a lure. */
static void test_undisclosed(void)
{
    static const char alone[] = "From: Jo Doe <jo@velora.com>\nTo: undisclosed-recipients:;\nSubject: Choir\n\n"
                                "Dear all, we sing on Friday.\n";
    struct judged j;
    judge(&j, alone, AUTH_PASS);
    g_assert_cmpfloat(finding_of(&j, "lure.undisclosed")->term, >, -0.65);
    judged_clear(&j);
    judge(&j, "From: Jo <jo@velora.com>\nReply-To: jo@gmail.com\nTo: undisclosed-recipients:;\n\nDear beneficiary\n",
          AUTH_PASS);
    g_assert_cmpfloat(finding_of(&j, "lure.undisclosed")->term, <, -1.5);
    judged_clear(&j);
}

/* What is asked in the name of people, in the languages of the table. */
static void test_favours(void)
{
    static const char *const asked[] = {
        "Could you pick up five Apple gift cards? Scratch them and send me the codes.",
        "My phone broke, this is my new number. Text me there.",
        "Please change my bank account for the salary, my new IBAN is below.",
        "Please forward the 6-digit code you just received by SMS to me.",
        "Are you at your desk? I have a quick task for you.",
        "This invoice has to be paid today. Please make a wire transfer.",
        "Kannst du Gutscheinkarten besorgen und mir die Codes schicken?",
        "Bitte für mein Gehalt: meine neue Bankverbindung.",
        "Es-tu au bureau ? J'ai un petit service à te demander, achète des cartes cadeaux.",
        "¿Estás en la oficina? Necesito que compres tarjetas regalo.",
        "Sei in ufficio? Fai un bonifico urgente, resti tra noi.",
        "Mudei de número, salva meu número novo e me manda o código.",
        "Ben je op kantoor? Koop cadeaubonnen en stuur me de codes.",
        "Jesteś w biurze? Kup karty podarunkowe i wyślij mi kody.",
    };
    for (size_t i = 0; i < G_N_ELEMENTS(asked); i++) {
        g_autofree char *mail = g_strdup_printf("From: Jo Doe <jo@gmail.com>\n"
                                                "Content-Type: text/plain; charset=utf-8\n\n%s\n", asked[i]);
        if (lure_of(mail).themes[THEME_FAVOUR] < 0.6f)
            g_error("%s: %g", asked[i], lure_of(mail).themes[THEME_FAVOUR]);
    }
    g_assert_cmpfloat(lure_of("From: Jo <jo@gmail.com>\n\nHi, here are the photos. Could you pay me back the "
                              "20 euro for the tickets?\n").themes[THEME_FAVOUR], <, 0.3);
}

int main(int argc, char **argv)
{
    unit_init(argc, argv);
    message_init();
    g_test_add_func("/lure-odd/drawn", test_drawn);
    g_test_add_func("/lure-odd/planted", test_planted);
    g_test_add_func("/lure-odd/salted", test_salted);
    g_test_add_func("/lure-odd/pierced", test_pierced);
    g_test_add_func("/lure-odd/cut", test_cut);
    g_test_add_func("/lure-odd/long", test_long);
    g_test_add_func("/lure-odd/gibberish", test_gibberish);
    g_test_add_func("/lure-odd/undisclosed", test_undisclosed);
    g_test_add_func("/lure-odd/favours", test_favours);
    return g_test_run();
}
