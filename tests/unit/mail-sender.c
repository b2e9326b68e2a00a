/* Authors and their organisations by the Public Suffix List. */
#include <string.h>

#include "unit.h"
#include "mail/likeness.h"
#include "mail/sender.h"

static void check_organisation(const char *domain, const char *expected)
{
    g_autofree char *organisation = organisation_of(domain);
    g_assert_cmpstr(organisation, ==, expected);
}

static void test_organisation(void)
{
    check_organisation("news.e.velora.co.uk", "velora.co.uk");
    check_organisation("velora.co.uk", "velora.co.uk");
    check_organisation("Mail.VELORA.com.", "velora.com");
    check_organisation(" velora.com . ", "velora.com");
    check_organisation("velora.com \ufe0f", "velora.com"); /* which IDNA takes away */
    check_organisation("co.uk", "co.uk");
    check_organisation("com", "com");
    check_organisation("localhost", "localhost");
    check_organisation("shop.b\u00fccher.de", "xn--bcher-kva.de");
    check_organisation("shop.xn--bcher-kva.de", "xn--bcher-kva.de");
    check_organisation("B\u00dcCHER.de", "xn--bcher-kva.de");
    check_organisation("[192.0.2.1]", "[192.0.2.1]");
    check_organisation("192.0.2.1", "192.0.2.1");
    check_organisation("[IPv6:2001:db8::1]", "[ipv6:2001:db8::1]");
    check_organisation("", "");
    check_organisation("...", "");
    check_organisation("a..b", "a..b");
    check_organisation("\x7f\u00e4.b\u00fccher.de", "\x7f\u00e4.b\u00fccher.de"); /* no host: nobody's */
    check_organisation("news. velora.com", "news. velora.com");
    check_organisation("me.github.io", "me.github.io");
    g_autofree char *long_name = g_strnfill(5000, 'a');
    g_autofree char *organisation = organisation_of(long_name);
    g_assert_cmpuint(strlen(organisation), <=, 255);
    g_autofree char *padding = g_strnfill(248, 'a');
    g_autofree char *padded = g_strconcat(padding, ".co.uk.velora.com", NULL);
    check_organisation(padded, "velora.com");
}

static void test_free_mail(void)
{
    g_assert_true(organisation_is_free_mail("gmail.com"));
    g_assert_true(organisation_is_free_mail("web.de"));
    g_assert_true(organisation_is_free_mail("gmx.net"));
    g_assert_true(organisation_is_free_mail("t-online.de"));
    g_assert_true(organisation_is_free_mail("126.com"));
    g_assert_true(organisation_is_free_mail("zohomail.eu"));
    g_assert_true(organisation_is_free_mail("yahoo.co.jp"));
    g_assert_false(organisation_is_free_mail("velora.com"));
    g_assert_false(organisation_is_free_mail(""));
    g_assert_false(organisation_is_free_mail(NULL));
}

static struct sender *read_from(const char *from)
{
    g_autofree char *mail = g_strdup_printf("From: %s\nList-Id: <a.b>\n\nx\n", from);
    struct spool *spool = spool_of(mail, strlen(mail));
    struct message *message = NULL;
    g_assert_cmpint(message_parse(spool, 0, NULL, &message, NULL), ==, STATUS_OK);
    struct sender *sender = sender_read(message);
    message_free(message);
    spool_free(spool);
    return sender;
}

static void test_sender(void)
{
    owned(sender) s = read_from("\"Velora   News\" <News@E.Velora.co.uk>");
    g_assert_cmpstr(s->address, ==, "news@e.velora.co.uk");
    g_assert_cmpstr(s->domain, ==, "e.velora.co.uk");
    g_assert_cmpstr(s->organisation, ==, "velora.co.uk");
    g_assert_cmpstr(s->name, ==, "Velora News");
    g_assert_cmpstr(s->list, ==, "a.b");
    g_assert_false(s->free_mail);
    owned(sender) u = read_from("x@B\u00fccher.de");
    g_assert_cmpstr(u->address, ==, "x@xn--bcher-kva.de");
    owned(sender) f = read_from("ada@googlemail.com");
    g_assert_true(f->free_mail);
    owned(sender) at = read_from("\"a@b\"@c.example");
    g_assert_cmpstr(at->domain, ==, "c.example");
}

static void test_unreadable(void)
{
    static const char *const bad[] = { "", "nobody", "@", "a@", "<>", "\"unclosed", "@b.example" };
    for (size_t i = 0; i < G_N_ELEMENTS(bad); i++) {
        owned(sender) s = read_from(bad[i]);
        g_assert_cmpstr(s->address, ==, "");
        g_assert_cmpstr(s->domain, ==, "");
        g_assert_cmpstr(s->organisation, ==, "");
    }
}

static struct sender *from(const char *field)
{
    g_autofree char *text = g_strdup_printf("From: %s\nSubject: x\n\nx\n", field);
    owned(spool) spool = spool_of(text, strlen(text));
    owned(message) message = NULL;
    struct err err;
    g_assert_cmpint(message_parse(spool, 0, NULL, &message, &err), ==, STATUS_OK);
    return sender_read(message);
}

static void likenesses(void)
{
    static const struct {
        const char *from, *known;
        enum likeness likeness;
    } rows[] = {
        {"a@velora.com", "velora.com", LIKENESS_NONE},
        {"a@mail.velora.com", "velora.com", LIKENESS_NONE},
        {"a@ve1ora.com", "velora.com", LIKENESS_SAME},
        {"a@vel0ra.net", "velora.com", LIKENESS_SAME},
        {"a@rnarina.example", "marina.example", LIKENESS_SAME},
        {"a@xn--vlora-zwe.com", "velora.com", LIKENESS_SAME}, /* a Cyrillic letter for e */
        {"a@vel-ora.com", "velora.com", LIKENESS_SAME},
        {"a@velora.shop", "velora.com", LIKENESS_SUFFIX},
        {"a@velora-support.com", "velora.com", LIKENESS_WORDS},
        {"a@veloraa.com", "velora.com", LIKENESS_EDIT},
        {"a@velroa.com", "velora.com", LIKENESS_EDIT},
        {"a@veora.com", "velora.com", LIKENESS_EDIT},
        {"a@velroa.net", "velora.com", LIKENESS_NEAR},
        {"a@kapel.com", "kakel.com", LIKENESS_EDIT},
        {"a@kapel.example", "kakel.com", LIKENESS_NONE}, /* nor by two things at once */
        {"a@velora.com.mail-gate.example", "velora.com", LIKENESS_SUBDOMAIN},
        {"a@velora.mail-gate.example", "velora.com", LIKENESS_SUBDOMAIN},
        {"a@booking.airline.example", "booking.com", LIKENESS_NONE}, /* what many hosts are called */
        {"Booking <a@booking.travels.example>", "booking.com", LIKENESS_SUBDOMAIN},
        {"a@booking.com.travels.example", "booking.com", LIKENESS_SUBDOMAIN},
        {"a@solara.com", "velora.com", LIKENESS_NONE},
        {"a@abd.com", "abc.com", LIKENESS_NONE}, /* short names are like each other by chance */
    };
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        owned(sender) sender = from(rows[i].from);
        g_test_message("%s (%s) and %s", rows[i].from, sender->organisation, rows[i].known);
        owned(looks) looks = looks_new(sender);
        enum bearing bears;
        g_assert_cmpint(likeness_of(looks, rows[i].known, &bears), ==, rows[i].likeness);
    }
}

/* Relays write underscores; whoever has the same letters is another all the same. */
static void behind_relays(void)
{
    static const struct {
        const char *from, *address;
        bool is;
    } rows[] = {
        {"Jo <jo_may_at_yahoo_com_xkcda@simplelogin.co>", "jo.may@yahoo.com", true},
        {"Jo <jo_may_at_yahoo_com_xkcda@simplelogin.co>", "jo_may@yahoo.com", true},
        {"Jo <jo.may_at_yahoo.com_kim@duck.com>", "jo.may@yahoo.com", true},
        {"Jo <jomay_at_yahoo.com_kim@duck.com>", "jo.may@yahoo.com", false},
        {"Jo <j.omay_at_yahoo.com_kim@duck.com>", "jo.may@yahoo.com", false},
        {"Jo <jo-may_at_yahoo.com_kim@duck.com>", "jo.may@yahoo.com", false},
        {"Jo <jo_may_at_yahoo_com_xkcda@simplelogin.co>", "joxmay@yahoo.com", false},
        {"Jo <jomay_at_velora.com_kim@duck.com>", "jo.may@velora.com", true}, /* any of its house */
        {"Jo <jo.may@yahoo.com>", "jo.may@yahoo.com", false},                 /* no relay */
    };
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        owned(sender) sender = from(rows[i].from);
        g_test_message("%s, %s behind it, and %s", rows[i].from, sender->mailbox, rows[i].address);
        g_assert_cmpint(sender_is_behind(sender, rows[i].address), ==, rows[i].is);
    }
}

static void claimed_names(void)
{
    static const struct {
        const char *from, *known;
        enum bearing claims;
    } rows[] = {
        {"Velora <a@x.example>", "velora.com", BEARS_NAME},
        {"Velora Support <a@x.example>", "velora.com", BEARS_MORE},
        {"VE1ORA <a@x.example>", "velora.com", BEARS_NAME},
        {"=?utf-8?q?V=D0=B5lora?= <a@x.example>", "velora.com", BEARS_NAME}, /* a Cyrillic letter */
        {"Velora <a@x.example>", "velora-shoes.com", BEARS_NAME},
        {"Velo Ra Shoes <a@x.example>", "velora-shoes.com", BEARS_NAME},
        {"Veloramic Winter <a@x.example>", "velora.com", BEARS_NOTHING},
        {"Jule <a@x.example>", "julesshop.com", BEARS_NOTHING},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        owned(sender) sender = from(rows[i].from);
        g_test_message("%s and %s", rows[i].from, rows[i].known);
        owned(looks) looks = looks_new(sender);
        enum bearing bears;
        likeness_of(looks, rows[i].known, &bears);
        g_assert_cmpint(bears, ==, rows[i].claims);
    }
}

static void names(void)
{
    static const struct {
        const char *name, *like;
        bool same; /* the canonical one, too */
    } rows[] = {
        {"Toni Berg", "Toni Berg", true},          {"Berg, Toni", "Toni Berg", true},
        {"TONI BERG", "Toni Berg", true},          {"Toni Berg (CEO)", "Toni Berg", true},
        {"Mr Toni Berg", "Toni Berg", true},       {"Toni B. Berg", "Toni Berg", true},
        {"Toni Berg, PhD", "Toni Berg", true},     {"Prof. Dr. Berg, Toni", "Toni Berg", false},
        {"Berg Toni", "Toni Berg", false},         {"Toni Berg | Firm", "Toni Berg", false},
        {"Toni Berg via Firm", "Toni Berg", false}, {"Toni Berg, Firm Ltd.", "Toni Berg", false},
        {"\"Berg, Toni\" [Firm]", "Toni Berg", true}, {"Jos\xc3\xa9 Mar\xc3\xad" "a", "Jose Maria", true},
        {"van der Berg, Toni", "Toni van der Berg", true}, {"firm.example Toni Berg", "Toni Berg", true},
        {"T\xd0\xbeni Berg", "Toni Berg", true},   {"Dr. Eva Lang", "Eva Lang", true},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        g_auto(GStrv) keys = names_of_person(rows[i].name);
        g_auto(GStrv) noted = names_of_person(rows[i].like);
        g_autofree char *plain = skeleton_of(rows[i].name);
        if (!g_strv_contains((const char *const *)keys, noted[0]) || (rows[i].same && strcmp(keys[0], noted[0])))
            g_error("%s: %s", rows[i].name, keys[0]);
        g_assert_true(g_strv_contains((const char *const *)keys, plain));
    }
    g_auto(GStrv) other = names_of_person("Toni Bergmann");
    g_auto(GStrv) noted = names_of_person("Toni Berg");
    g_assert_false(g_strv_contains((const char *const *)other, noted[0]));
    static const char *const odd[] = {"", " ", ",", "()", "(", "a,", ", b", "Dr.", "B.", ",,,", "\"", "\xe6\x9d\x8e \xe6\x98\x8e"};
    for (size_t i = 0; i < G_N_ELEMENTS(odd); i++) {
        g_auto(GStrv) keys = names_of_person(odd[i]);
        g_assert_nonnull(keys[0]);
    }
}

int main(int argc, char **argv)
{
    unit_init(argc, argv);
    message_init();
    g_test_add_func("/sender/organisation", test_organisation);
    g_test_add_func("/sender/free-mail", test_free_mail);
    g_test_add_func("/sender/sender", test_sender);
    g_test_add_func("/sender/unreadable", test_unreadable);
    g_test_add_func("/sender/likeness", likenesses);
    g_test_add_func("/sender/behind-relays", behind_relays);
    g_test_add_func("/sender/names", names);
    g_test_add_func("/sender/name", claimed_names);
    return g_test_run();
}
