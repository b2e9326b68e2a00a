/* What messages are for where their subject does not say it: a lone code, an address without a domain, news by a manager
 * of lists, notices from one desk to the next. All of it is made up. */
#include "kind-rows.h"

static void test_lone_code(void)
{
    static const struct row rows[] = {
        { KIND_CODE, "ann.lee@trams.example", "", "Welcome to Trams",
          "Your verification code is 4821. Enter this code on the page. Trams, 94158 Harbour Street" },
        { KIND_CODE, "noreply@trams.example", BULK, "Willkommen",
          "Ihr Bestätigungscode lautet 482913. Geben Sie den Code auf der Seite ein." },
        { KIND_PROMOTION, "news@trams.example", BULK, "Save 20 % with us",
          "Use this code at checkout: 482913. Enter the code below. Sale ends tonight, shop now." },
        { KIND_PERSON, "ann.lee@trams.example", "In-Reply-To: <a@b.example>\nReferences: <a@b.example>\n", "Re: The door",
          "Your code is 4821, enter this code at the gate. See you, Ann" },
    };
    CHECK(rows);
}

static void test_courtesy(void)
{
    static const struct row rows[] = {
        { KIND_ACCOUNT, "team@choir.example", "", "Thank you", "Thank you so much for signing up. We will write." },
        { KIND_ACCOUNT, "team@chor.example", "", "Vielen Dank", "Vielen Dank für Ihre Registrierung bei uns." },
        { KIND_PERSON, "ann.lee@choir.example", "", "Thank you", "Hi Ada, that was a lovely evening. Ann" },
    };
    CHECK(rows);
}

/* Another desk of the same house gets what is answered: that is news, though a manager of lists sends it. */
static void test_lists_of_news(void)
{
#define EZMLM "Mailing-List: contact help@lists.example; run by ezmlm\nPrecedence: bulk\n"
    static const struct row rows[] = {
        { KIND_NEWSLETTER, "dan@paper.example", EZMLM "Reply-To: tips@paper.example\n", "Small paper",
          "News of the week, and a long column to read on." },
        { KIND_LIST, "dan@paper.example", EZMLM, "Small paper", "Who knows of one?" },
        { KIND_LIST, "dan@paper.example", EZMLM "Reply-To: dan@paper.example\n", "Small paper", "Who knows of one?" },
        { KIND_LIST, "dan@paper.example", EZMLM "Reply-To: dan@elsewhere.example\n", "Paper", "Who knows of one?" },
        { KIND_LIST, "dan@paper.example", EZMLM "Reply-To: tips@paper.example\nReferences: <a@b.example>\n", "Re: Paper",
          "I do." },
        { KIND_NEWSLETTER, "dan@paper.example", "List-Id: <p.lists.example>\nList-Post: NO\nPrecedence: list\n",
          "[p] Small paper", "News of the week, and a long column to read on." },
        { KIND_LIST, "dan@paper.example", "List-Id: <p.lists.example>\nPrecedence: list\n", "[p] Small paper", "Who?" },
    };
    CHECK(rows);
}

static void test_desks(void)
{
    static const struct row rows[] = {
        { KIND_OTHER, "noreply@watch.example", "", "Malicious content within your network", "At 192.0.2.7, since noon." },
        { KIND_REPORT, "staff@isp.example", "", "complaint about message from 192.0.2.7", "See below." },
        { KIND_PERSON, "ann.lee@mor.example", "", "complaint about message from the choir", "Hi Ada, they are cross. Ann" },
        { KIND_SHIPPING, "noreply@dhl.de", BULK, "Ihr Paket ist unterwegs", "Alles Weitere steht auf der Seite." },
        { KIND_ACCOUNT, "store@shop.example", BULK, "Notice of update to our terms",
          "We have changed the terms of service of your account." },
        { KIND_OTHER, "abuse@proxy.example", "", "[8a4]: notice of infringement at one of your customers",
          "We have received the complaint below." },
        { KIND_OTHER, "tt@telecom.example", "", "Case 79, Trouble Ticket 1-4G", "Reported at 12:11" },
        { KIND_OTHER, "web@mor.example", "", "Neues Ticket: Dachfenster", "Gemeldet um 12:11" },
        { KIND_OTHER, "ann.lee@mor.example", "", "Formulaire de contact", "Nom : Lee" },
        { KIND_OTHER, "ann.lee@mor.example", "", "Mensaje de voz de 12 segundos", "Adjunto." },
        { KIND_PERSON, "ann.lee@mor.example", "In-Reply-To: <a@b.example>\nReferences: <a@b.example>\n",
          "Re: Trouble Ticket 1-4G", "Hi Ada, that is mended. Ann" },
    };
    CHECK(rows);
}

/* The text of a network's notice says thrice what it is. */
static void test_networks(void)
{
    static const struct row rows[] = {
        { KIND_SOCIAL, "noreply@ring.example", "", "Bea Moor and you",
          "Bea Moor reacted to your post. View post. See all notifications" },
        { KIND_SOCIAL, "noreply@ring.example", "", "Contact request of Bea Moor", "Answer it on the page." },
        { KIND_SOCIAL, "noreply@ring.example", "", "Bea Moor wrote on your wall", "\"Hello!\"" },
        { KIND_NEWSLETTER, "news@ring.example", BULK, "What is new with us",
          "Read on: a word on your profile, and the editor's column. View on the page." },
        { KIND_PERSON, "bea@mor.example", "", "The ring",
          "Hi Ada, somebody reacted to your post. Is it your profile? View post and see. Bea" },
    };
    CHECK(rows);
}

static const char *kind_of(const char *mail)
{
    owned(message) message = parse(mail, strlen(mail));
    return kind_name(kind_guess(message).kind);
}

/* Within a house an account needs no domain; a message without From is of nobody. */
static void test_bare_accounts(void)
{
    g_assert_cmpstr(kind_of("From: bea (Bea Moor)\nTo: ada\nSubject: Thursday?\n\nAre we still on?\n"), ==, "person");
    g_assert_cmpstr(kind_of("To: ada\nSubject: Thursday?\n\nAre we still on?\n"), ==, "other");
    /* To nobody, and with a list's name before the subject; a gateway's mark is none. */
    g_assert_cmpstr(kind_of("From: bea (Bea Moor)\nSubject: [Sailing] Thursday?\n\nAre we still on?\n"), ==, "list");
    g_assert_cmpstr(kind_of("From: bea (Bea Moor)\nSubject: Re: [Sailing] Thursday?\n\nYes.\n"), ==, "list");
    g_assert_cmpstr(kind_of("From: bea (Bea Moor)\nSubject: [EXTERNAL] Thursday?\n\nAre we still on?\n"), ==, "person");
    g_assert_cmpstr(kind_of("From: bea (Bea Moor)\nTo: ada\nSubject: [Sailing] Thursday?\n\nAre we still on?\n"), ==, "person");
}

/* What stands in fields as it is, without the word of a charset, is in the body's. */
static void test_raw_fields(void)
{
#define SUBJECT "\xc0\xcc\xbf\xeb\xbe\xe0\xb0\xfc \xba\xaf\xb0\xe6 \xbe\xc8\xb3\xbb" /* terms of use, a notice of changes */
    static const char mail[] = "From: a@b.example\nSubject: " SUBJECT "\nContent-Type: text/plain; charset=euc-kr\n\n" SUBJECT "\n";
    owned(message) message = parse(mail, strlen(mail));
    g_assert_cmpstr(message->subject, ==, "이용약관 변경 안내");
    owned(message) unsaid = parse("Subject: caf\xe9\n\n.\n", strlen("Subject: caf\xe9\n\n.\n"));
    g_assert_cmpstr(unsaid->subject, ==, "café");
    static const char unknown[] = "Subject: caf\xe9\nContent-Type: text/plain; charset=nonsense\n\n.\n";
    owned(message) none = parse(unknown, strlen(unknown));
    g_assert_cmpstr(none->subject, ==, "café");
    static const char utf8[] = "Subject: caf\xc3\xa9\nContent-Type: text/plain; charset=koi8-r\n\n.\n";
    owned(message) first = parse(utf8, strlen(utf8));
    g_assert_cmpstr(first->subject, ==, "café");
}

/* Without a field that says so: how to leave, and a subject that is news or an offer; to itself; an address of a program. */
static void test_many_unsaid(void)
{
#define LINKS "https://h.example/1 https://h.example/2 "
    static const struct row rows[] = {
        { KIND_NEWSLETTER, "yard@mp.club.example", "", "Yard Weekly - 30 May", "Dear subscriber, this week's ships. Unsubscribe" },
        { KIND_PROMOTION, "ship.club.12@w.club.example", "", "10% OFF + a guide to hats",
          "Dear Ada, 10% off until noon. Use the code E21A, sale, save, offer. Remove yourself from this list: " LINKS },
        { KIND_PROMOTION, "swl@hats.example", "", "Big Sale!!!", "The sale of hats: 10% off, a discount for you, offer, save. " LINKS },
        { KIND_PERSON, "ann.lee@mor.example", "", "Sale of the boat", "Hi Ada, the sale of the boat is off. See you, Ann " LINKS },
        { KIND_PERSON, "ann.lee@mor.example", "", "The weekly", "Hi Ada, do you unsubscribe from it? Ann" },
        { KIND_NEWSLETTER, "admin2@ray.example", "", "Of rays", "Dear subscriber, of rays of light. Unsubscribe, or unsubscribe here." },
        { KIND_OTHER, "yardautoemail@class.example", "", "Plan of the mast", "The plan is on the page for all of you, and that is it." },
    };
    CHECK(rows);
    static const char itself[] = "From: reports@mor.example\nTo: reports@mor.example\nSubject: The Mast Weekly\n\n"
                                 "In this issue: sails, and what holds them.\n";
    owned(message) m = parse(itself, strlen(itself));
    g_assert_cmpint(kind_guess(m).kind, ==, KIND_NEWSLETTER);
}

/* A person at a desk may sign with links and pictures. */
static void test_signatures(void)
{
    static const struct row rows[] = {
        { KIND_PERSON, "sales@mor.example", "", "Price and sailing, ref 208005",
          "Good morning Bea, could you please name a price for a boat? Thanks, best regards, Ada "
          "https://mor.example https://h.example/f https://h.example/i https://h.example/l" },
        { KIND_OTHER, "sales@mor.example", "", "The boat", "A boat. https://h.example/1 https://h.example/2 https://h.example/3 "
          "https://h.example/4" },
    };
    CHECK(rows);
}

/* Lists that count their letters; what watches tells a list; a log is of a machine. */
static void test_counted(void)
{
#define ALL "List-Id: <w.mor.example>\nList-Post: <mailto:w@mor.example>\nPrecedence: list\n"
    static const struct row rows[] = {
        { KIND_LIST, "ann@mor.example", "Reply-To: ruby-list@yard.example\n", "[ruby-list:12994] The sieve", "Here it is." },
        { KIND_PERSON, "ann@mor.example", "Reply-To: ruby-list@yard.example\n", "[ruby-list] The sieve", "Here it is. Ann" },
        { KIND_PERSON, "ann@mor.example", "", "[case:12994] The sieve", "Hi Ada, here it is. Ann" },
        { KIND_LIST, "ann@mor.example", "Delivered-To: ada@home.example\nCc: yard@mor.example\n", "[yard:0412] The sieve", "Here it is." },
        /* what is called after her, or after who writes, is no list */
        { KIND_PROMOTION, "deals@mor.example", "Delivered-To: ada@home.example\n", "[ada:0412] 50% off, shop now", "Shop now, save 50%." },
        { KIND_PROMOTION, "deals@mor.example", "Reply-To: deals@mor.example\n", "[deals:0412] 50% off, shop now", "Shop now, save 50%." },
        { KIND_REPORT, "noreply@watch.example", ALL, "Alarm triggered: water", "Since noon. This is an automated message." },
        { KIND_LIST, "ann@watch.example", ALL, "Alarm triggered: water", "Who was it?" },
        { KIND_REPORT, "daemon@orphan.zombinet", "", "[Seal at orphan] CRIT", "1194292332 1194292333 1194292334 1194292335 "
          "1194292336 1194292337 path" },
        { KIND_REPORT, "reports@mail.example", "Auto-Submitted: auto-generated\n", "Message Recall Report for message: \"the subscription\"",
          "You tried to recall the message below. See the page." },
    };
    CHECK(rows);
}

int main(int argc, char **argv)
{
    unit_init(argc, argv);
    message_init();
    g_test_add_func("/kind-shapes/lone-code", test_lone_code);
    g_test_add_func("/kind-shapes/courtesy", test_courtesy);
    g_test_add_func("/kind-shapes/lists-of-news", test_lists_of_news);
    g_test_add_func("/kind-shapes/desks", test_desks);
    g_test_add_func("/kind-shapes/networks", test_networks);
    g_test_add_func("/kind-shapes/bare-accounts", test_bare_accounts);
    g_test_add_func("/kind-shapes/raw-fields", test_raw_fields);
    g_test_add_func("/kind-shapes/many-unsaid", test_many_unsaid);
    g_test_add_func("/kind-shapes/signatures", test_signatures);
    g_test_add_func("/kind-shapes/counted", test_counted);
    return g_test_run();
}
