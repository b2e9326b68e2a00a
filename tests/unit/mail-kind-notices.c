/* What messages are for where neither bulk fields nor words of a business say it: a program's few words to one, a shop's
 * window, a place where people meet, who complains of machines, what mail programs write by themselves. All of it is
 * made up. */
#include "kind-rows.h"

#define FEEDBACK "Feedback-ID: 1:2:esp\n"
#define FIVE "https://h.example/1 https://h.example/2 https://h.example/3 https://h.example/4 https://h.example/5\n"

/* A program's few words to her alone are no news, whatever it links to. */
static void test_to_one(void)
{
    static const struct row rows[] = {
        { KIND_ACCOUNT, "noreply@maps.example", "", "Bea shows you where she is",
          "Bea will be there until noon. This message was sent to ada@home.example. " FIVE },
        { KIND_ACCOUNT, "AutoNotification@expense.example", FEEDBACK, "Report has changed",
          "The report below has changed. " FIVE },
        { KIND_ACCOUNT, "noreply@learn.example", "Precedence: bulk\nAuto-Submitted: auto-generated\n"
          "List-Unsubscribe: <https://l.example/u>\n", "Well done",
          "Hello Ada, you have come to the end of the lesson. " FIVE },
        { KIND_ACCOUNT, "robot@house.example", "", "Passwort- Änderung",
          "Sehr geehrte Frau Lee, Sie haben am 06.07. Ihr Passwort von zu Hause aus geändert. Alles Gute." },
        /* Where one can leave, others read it, too. */
        { KIND_NEWSLETTER, "dailyword@words.example", "", "Word of it > blimp",
          "Look at that blimp! To unsubscribe, write to us. " FIVE },
        { KIND_NEWSLETTER, "noreply@paper.example", BULK, "Bea is at sea", "Hello Ada, read on what became of her. " FIVE },
    };
    CHECK(rows);
}

/* The subject says it all, and a program has few words besides. */
static void test_outright(void)
{
    static const struct row rows[] = {
        { KIND_ACCOUNT, "noreply@charity.example", BULK, "Please confirm your email address", "Thank you. Ada, it is this one?" },
        { KIND_ACCOUNT, "listserv@lists.example", "Precedence: bulk\n", "Subscription confirmation cancelled",
          "What you asked for was not confirmed within 48 hours." },
    };
    CHECK(rows);
}

/* What comes to everybody, in whatever language. */
static void test_matters(void)
{
    static const struct row rows[] = {
        { KIND_ACCOUNT, "jobs@yard.example", "", "Ihre Bewerbung als Bootsbauer", "Guten Tag, wir melden uns bei Ihnen." },
        { KIND_ACCOUNT, "jobs@chantier.example", "", "Votre candidature", "Bonjour, nous avons bien reçu votre candidature." },
        { KIND_RECEIPT, "hello@shop.example", "", "We're processing your refill order", "Order number 48211 of today." },
        { KIND_RECEIPT, "eBill@phone.example", "", "Έκδοση μηνιαίου λογαριασμού 15/02", "Αγαπητέ συνδρομητή, δείτε τον." },
        { KIND_APPOINTMENT, "ann.lee@mor.example", "", "Meeting Forward Notification: Budget",
          "Your meeting was forwarded. Ann Lee has forwarded your meeting request to Bea." },
    };
    CHECK(rows);
}

/* Who only asks in the name of a desk sends no code; a number in a subject is no order's where no word says so. */
static void test_numbers(void)
{
    static const struct row rows[] = {
        { KIND_ACCOUNT, "auth@news.example", "", "Re: you may write to the group (b965652)",
          "You are now one of those who may write to the group. If you have any questions, see the page of the group." },
        { KIND_OTHER, "build@yard.example", "", "P4 #16130 (linking for the others)",
          "Change by build on the day that it was made for you and for all of us. 4570 4560 4550 4540 4530" },
    };
    CHECK(rows);
}

/* A measure is no discount. */
static void test_measures(void)
{
    static const struct row rows[] = {
        { KIND_NEWSLETTER, "desk@coin.example", BULK, "Ether is down 0.9%", "It has fallen since noon, and that is all." },
        { KIND_PROMOTION, "desk@coin.example", BULK, "Down by 20%", "It has fallen since noon, and that is all." },
    };
    CHECK(rows);
}

/* Who meets her at a place of theirs; and who is told of as a neighbour elsewhere. */
static void test_met(void)
{
    static const struct row rows[] = {
        { KIND_SOCIAL, "invitations@linkedin.com", BULK, "Grüße von Ann Lee", "Hallo! Ann Lee: wie möchten Sie antworten? " FIVE },
        { KIND_SOCIAL, "mail@flickr.com", "", "[Flickr] You are Ann's newest one!", "To see it, click here. https://h.example/1" },
        { KIND_ACCOUNT, "security@facebookmail.com", "", "Your password was changed", "Your password was changed at noon." },
        { KIND_SOCIAL, "no_replychat@chat.example", "", "View your Chat messages!", "You have unread messages waiting. " FIVE },
        { KIND_NEWSLETTER, "garage@cars.example", BULK, "Number 45 is live!", "It is this car with more than others. " FIVE },
    };
    CHECK(rows);
}

/* One who answers by a mailer, to a group, or from an address that bears the house's name, is a person. */
static void test_people(void)
{
#define OUTLOOK "X-Auto-Response-Suppress: DR, OOF, AutoReply\nThread-Topic: a\nThread-Index: AQHb\n"
#define FIVE_MORE ", a@b.example, c@b.example, d@b.example, e@b.example, f@b.example"
#define CROWD "Cc: " "g@b.example, h@b.example" FIVE_MORE ", i@c.example, j@c.example, k@c.example, l@c.example, m@c.example, " \
              "n@c.example, o@c.example, p@c.example, q@c.example, r@c.example, s@c.example, t@c.example, u@c.example, " \
              "v@c.example, w@c.example, x@c.example, y@c.example, z@c.example, aa@c.example, bb@c.example\n"
    static const struct row rows[] = {
        { KIND_PERSON, "ann.lee@jobs.example", FEEDBACK "In-Reply-To: <a@b.example>\nReferences: <a@b.example>\n",
          "Re: The yard", "Hi Ada, will you send me a plan of it? " FIVE },
        { KIND_PERSON, "ann.lee@mor.example", OUTLOOK, "Swap for the third", "Please find it attached. Ann" },
        { KIND_PERSON, "ann.lee@mor.example", "", "Re: survey", "Thanks, I will!\n\nOn Monday, Bea wrote:\n> Dear all, "
          "save 20 % now, a special offer. To unsubscribe, click. " FIVE "> https://h.example/6 https://h.example/7\n" },
        { KIND_PERSON, "ann.lee@mor.example", CROWD, "New faces", "Dear all, we have new faces in the office. Ann" },
        { KIND_PROMOTION, "ann.lee@mor.example", CROWD, "New faces at 20% off", "Dear all, hats in the office. Ann" },
        { KIND_PERSON, "sales@mor.example", "", "Price of the trip, ref 208005", "Hi Ada, what is the price of a trip? Park, thanks" },
        { KIND_REPORT, "ann.lee@mor.example", OUTLOOK, "Automatic reply: Swap", "I am not there until May." },
        { KIND_PERSON, "ganada@ganada.example", "", "This is Ganada", "Dear Ada, you can visit our school on Saturday. Thank you, Park" },
    };
    CHECK(rows);
}

static void test_programs_of_mail(void)
{
    static const struct row rows[] = {
        { KIND_REPORT, "bea@mor.example", "In-Reply-To: <a@b.example>\nReferences: <a@b.example>\n", "Read: The door", "" },
        { KIND_REPORT, "bea@mor.example", "", "Gelesen: Die Tür", "Ihre Nachricht wurde am Donnerstag gelesen." },
        { KIND_PERSON, "bea@mor.example", "", "Read: a book for you", "Have a look at it: https://h.example/1 Bea" },
        { KIND_REPORT, "postmaster@poczta.example", "", "Wiadomosc odrzucona (RBL)",
          "Wiadomość wysłana przez Ciebie nie została dostarczona do odbiorcy." },
        { KIND_REPORT, "alert@house.example", "", "[hr1] Server wieder erreichbar", "Seit 16:09 antwortet er." },
        { KIND_ACCOUNT, "noreply@cloud.example", "", "Ihr Speicherplatz ist fast voll", "Ihr Konto hat noch 2 GB." },
        { KIND_OTHER, "ddos-response@host.example", "", "A server of yours was used against us", "Dear Ada, since noon 192.0.2.7." },
        { KIND_REPORT, "delivery@host.example", "", "SMTP Delivery failure",
          "The hosts failed to deliver your message. 550: Recipient address rejected. Delivery has failed." },
        { KIND_PERSON, "abuse@host.example", "In-Reply-To: <a@b.example>\nReferences: <a@b.example>\n",
          "Re: a server of yours", "Hi Ada, thanks, it is off now. Ann" },
    };
    CHECK(rows);
}

/* A bug belongs to all who watch it; a list to which one writes is news, unless people talk of it on that host. */
static void test_watched(void)
{
#define ANNOUNCE "List-Id: <choir-announce.lists.example>\nList-Post: <mailto:choir-announce@lists.example>\n"
    static const struct row rows[] = {
        { KIND_LIST, "ann.lee@fox.example", "", "[Bug 397009] A filter will not let me", "You are receiving this since you watch it." },
        { KIND_PERSON, "ann.lee@fox.example", "", "[Bug in it] A filter will not let me", "Hi Ada, it is so for me. Ann" },
        { KIND_NEWSLETTER, "ann.lee@choir.example", ANNOUNCE "Reply-To: choir@choir.example\n", "Concerts", "In May and in June." },
        { KIND_LIST, "ann.lee@choir.example", ANNOUNCE "Reply-To: choir-talk@lists.example\n", "Concerts", "In May." },
        { KIND_LIST, "ann.lee@choir.example", "List-Id: <newsletters-talk.lists.example>\nPrecedence: list\n", "Concerts", "When?" },
    };
    CHECK(rows);
}

static const char *kind_of_page(const char *fields, const char *subject, unsigned pictures, const char *text)
{
    g_autoptr(GString) mail = g_string_new(NULL);
    g_string_append_printf(mail, "From: Shop <shop@shop.example>\nTo: ada@home.example\nSubject: %s\n%s"
                           "Content-Type: text/html; charset=utf-8\n\n<html><body><p>%s</p>", subject, fields, text);
    for (unsigned i = 0; i < pictures; i++)
        g_string_append_printf(mail, "<a href=\"https://shop.example/%u\"><img src=\"https://shop.example/%u.png\" width=90></a>",
                               i, i);
    g_string_append(mail, "</body></html>\n");
    owned(message) message = parse(mail->str, mail->len);
    return kind_name(kind_guess(message).kind);
}

/* Pictures that lead to what they show, or prices, and hardly a word: what sells. What a long text does not bear out is
 * but a word of its subject. */
static void test_windows(void)
{
    g_assert_cmpstr(kind_of_page(BULK, "Ten things for winter", 12, "Hats, gloves, and all that is warm."), ==, "promotion");
    g_assert_cmpstr(kind_of_page(BULK, "Ten things for winter", 0, "Hats, gloves, and all that is warm."), ==, "newsletter");
    g_assert_cmpstr(kind_of_page(BULK, "Ten things for winter", 0, "Hats €12.00, gloves €9.00, coats €90.00, shoes €49.00."),
                    ==, "promotion");
    g_autoptr(GString) article = g_string_new("An editorial of the desk, and what others read. ");
    for (int i = 0; i < 600; i++)
        g_string_append(article, "word ");
    g_assert_cmpstr(kind_of_page(BULK, "A stress-free room", 4, article->str), ==, "newsletter");
    g_assert_cmpstr(kind_of_page(BULK, "A free room", 4, "An editorial of the desk."), ==, "promotion");
}

/* Long, and much to follow: an issue, though no field says so. What is passed on is who passes it on. */
static void test_issues(void)
{
    g_autoptr(GString) text = g_string_new(FIVE FIVE);
    for (int i = 0; i < 700; i++)
        g_string_append(text, "word ");
    const struct row rows[] = {
        { KIND_NEWSLETTER, "ann.lee@wire.example", "", "Wire people, Friday", text->str },
        { KIND_PERSON, "ann.lee@wire.example", "", "FW: Wire people, Friday", text->str },
        { KIND_PERSON, "ann.lee@wire.example", "", "Wire people, Friday", text->str + strlen(FIVE FIVE) },
    };
    CHECK(rows);
}

/* Bytes that an address spells are no shares of a price, and sums of which no word offers anything may be news. */
static void test_figures(void)
{
#define SPELT "https://h.example/?utm=Fund+Update%3A+Oct+2025%20a%2Fb "
#define SUMS "The yard pays 900 USD, the mast 400 USD, the sail 300 USD, the hull 800 USD. "
    static const struct row rows[] = {
        { KIND_NEWSLETTER, "desk@fund.example", BULK, "Two leases more", "Two leases were signed. " SPELT SPELT SPELT SPELT },
        { KIND_PROMOTION, "desk@fund.example", BULK, "Two hats more", "Two hats, 10% off, 20% off, 30%de la tienda. Shop now" },
        { KIND_NEWSLETTER, "desk@roles.example", BULK, "28 new roles", SUMS "Read more on the page." },
        { KIND_PROMOTION, "desk@roles.example", BULK, "28 new hats", SUMS "Shop now, free shipping." },
        { KIND_PROMOTION, "desk@hats.example", BULK, "Hats for all heads, $5 a piece", "Ten of them, and no more. Read more" },
        { KIND_PROMOTION, "desk@hats.example", BULK, "Hüte ab 4,90 €", "Zehn Stück, und nicht mehr." },
        { KIND_NEWSLETTER, "desk@hats.example", BULK, "Hats for $5 million sold", "Ten of them, and no more. Read more" },
        { KIND_NEWSLETTER, "desk@hats.example", BULK, "Hats: $20M for a yard", "Ten of them, and no more. Read more" },
        { KIND_NEWSLETTER, "desk@yard.example", BULK, "Why yards grow", "Sponsored by a sail, the exclusive one. Read more" },
        { KIND_PROMOTION, "desk@yard.example", BULK, "Why yards grow", "There is a sail, the exclusive one. Read more" },
        { KIND_PROMOTION, "alic@cables.example", BULK, "Cables", "We offer competitive prices and a free quote." },
    };
    CHECK(rows);
}

/* One matter of many, by its number; a letter by a mailer, of which nobody can be rid; what stands twice in the subject. */
static void test_single_matters(void)
{
#define GENERATED "Precedence: bulk\nAuto-Submitted: auto-generated\nList-Unsubscribe: <mailto:l@desk.example>\n"
#define LONG_CASE "It is still open, and the yard waits for what you have to say of the mast. Please look at the case. " \
                  "What was said of it before stands below, from the first day on, as it was written down by the desk. "
#define CASE LONG_CASE LONG_CASE LONG_CASE LONG_CASE LONG_CASE
    static const struct row rows[] = {
        { KIND_ACCOUNT, "desk@yard.example", GENERATED, "The mast awaits a word - MAST4815162", CASE },
        { KIND_NEWSLETTER, "desk@yard.example", GENERATED, "The mast in words and pictures", CASE "To unsubscribe, write to us." },
        { KIND_ACCOUNT, "desk@yard.example", GENERATED "Cc: a@b.example, c@b.example\n", "Bea shared the plan of the mast",
          "See it on the page. Unsubscribe" },
        { KIND_ACCOUNT, "noreply@yard.example", FEEDBACK, "The mast awaits a word", CASE },
        { KIND_ACCOUNT, "info@yard.example", BULK "X-Job: 1\n", "Your application status: application updated",
          "Hello Ada, it is on the page. Unsubscribe" },
        { KIND_NEWSLETTER, "info@yard.example", BULK, "Application status", "Hello Ada, how others fare. Unsubscribe" },
    };
    CHECK(rows);
}

static const char *kind_named(const char *name, const char *fields, const char *text)
{
    g_autofree char *mail = g_strdup_printf("From: %s <dse@signs.example>\nTo: Ada <ada@home.example>\n%s"
                                            "Subject: Completed: The plan\n\n%s " FIVE, name, fields, text);
    owned(message) message = parse(mail, strlen(mail));
    return kind_name(kind_guess(message).kind);
}

/* In whose name a program writes, and whose is that of news. */
static void test_in_her_name(void)
{
    g_assert_cmpstr(kind_named("Ann Lee via Signs", FEEDBACK, "All have signed it:"), ==, "account");
    g_assert_cmpstr(kind_named("Ann Lee", FEEDBACK, "All have signed it:"), ==, "newsletter");
    g_assert_cmpstr(kind_named("Yard Daily Digest", BULK, "Ten of them, exclusive"), ==, "newsletter");
    g_assert_cmpstr(kind_named("Yard", BULK, "Ten of them, exclusive"), ==, "promotion");
}

/* Who holds an account is told of it, and of what she need not do; numbers of a year's part are no order's. */
static void test_holders(void)
{
    static const struct row rows[] = {
        { KIND_ACCOUNT, "plan@mail.pension.example", BULK, "Changes of the plan - no action required",
          "You do not need to take any action. Unsubscribe" },
        { KIND_ACCOUNT, "info@banka.example", "", "Zvýšení zůstatku na účtu",
          "Dobrý den, zůstatek na účtu číslo 1111222233 je 50,00 Kč. Dostupný zůstatek je 50,00 Kč. Hezký den" },
        { KIND_ACCOUNT, "club.admin@house.example", "", "Important for members",
          "Dear Ada, thank you. Your login information: user id AL12" },
        { KIND_ACCOUNT, "legal@advice.example", "", "ALERT: LEE: report for Q1/2025",
          "This is an automated reminder from us. The report of the yard falls due in May." },
        { KIND_ACCOUNT, "yard.admin@mail.example", "", "An inbound message for you has been quarantined",
          "Somebody has tried to send it. Please do not reply to this." },
        { KIND_ACCOUNT, "administrator@yard.example", "", "Your mailbox is approaching the size limit", "It holds 90 of 100." },
        { KIND_ACCOUNT, "yard.admin@club.example", "", "Your web site information has been changed", "You will find it there." },
        { KIND_OTHER, "hats.um.a.21.2098@em.example", "", "A message from hats", "Hats for the whole of the house" },
        { KIND_PERSON, "ann.lee.21@mor.example", "", "A message from me", "Hats for the whole of the house" },
        { KIND_PERSON, "customercare@benefits.example", "", "A word on the card",
          "Dear Ada, the tracking number of this paper is 256131481234. Thank you" },
    };
    CHECK(rows);
}

/* What a desk passes on is another's; what a welcome sells, and on what terms an offer holds, is an offer. */
static void test_desks(void)
{
    static const struct row rows[] = {
        { KIND_ACCOUNT, "orders@yard.example", "Precedence: bulk\nAuto-Submitted: auto-generated\n", "Fw: OMR2278261 - closure",
          "FYI\n\nFrom: Ann Lee\nSubject: Re: OMR2278261 - closure\n\nHi Bea, please map the boats to the yard." },
        { KIND_RECEIPT, "orders@yard.example", "Precedence: bulk\nAuto-Submitted: auto-generated\n", "OMR2278261 - closure",
          "Ann Lee\n\nHi Bea, please map the boats to the yard." },
        { KIND_PROMOTION, "yard@yard.example", "", "Welcome, ada, to our fourteenth birthday",
          "For this day an exclusive offer, $1.40 a month. Buy now. Forgot your password? Unsubscribe here" },
        { KIND_ACCOUNT, "yard@yard.example", "", "Welcome, ada, to the yard",
          "An exclusive place to buy now. Forgot your password? Unsubscribe here" },
        { KIND_PROMOTION, "yard@yard.example", "", "Take two hundred and fifty cards",
          "Not valid on previous purchases, and exclusions apply. The lowest prices of all. To unsubscribe, write to us. " FIVE },
        { KIND_PROMOTION, "hof@hof.example", "", "Zweihundert Karten",
          "Nicht mit anderen Aktionen, nicht kombinierbar mit Gutem. Newsletter abbestellen " FIVE },
        { KIND_NEWSLETTER, "430932.281940806.1@newsbymail.paper.example", "", "What is to come", "Dear reader, read on. https://p.example/1" },
        { KIND_OTHER, "430932.281940806.1@mail.paper.example", "", "What is to come", "Dear reader, read on. https://p.example/1" },
    };
    CHECK(rows);
}

/* A machine is called so in its name, where its mailbox is not. */
static void test_machine_names(void)
{
    static const char *const names[][2] = {{"A7-MONITOR", "report"}, {"Ann Lee", "person"}};
    for (size_t i = 0; i < G_N_ELEMENTS(names); i++) {
        g_autofree char *mail = g_strdup_printf("From: %s <mon@yard.example>\nTo: ada@home.example\nSubject: Monitor "
                                                "diario\n\nRecepcion: 41\nEnvio: 0\n", names[i][0]);
        owned(message) message = parse(mail, strlen(mail));
        g_assert_cmpstr(kind_name(kind_guess(message).kind), ==, names[i][1]);
    }
}

int main(int argc, char **argv)
{
    unit_init(argc, argv);
    message_init();
    g_test_add_func("/kind-notices/to-one", test_to_one);
    g_test_add_func("/kind-notices/outright", test_outright);
    g_test_add_func("/kind-notices/matters", test_matters);
    g_test_add_func("/kind-notices/numbers", test_numbers);
    g_test_add_func("/kind-notices/measures", test_measures);
    g_test_add_func("/kind-notices/met", test_met);
    g_test_add_func("/kind-notices/people", test_people);
    g_test_add_func("/kind-notices/programs-of-mail", test_programs_of_mail);
    g_test_add_func("/kind-notices/watched", test_watched);
    g_test_add_func("/kind-notices/windows", test_windows);
    g_test_add_func("/kind-notices/issues", test_issues);
    g_test_add_func("/kind-notices/figures", test_figures);
    g_test_add_func("/kind-notices/single-matters", test_single_matters);
    g_test_add_func("/kind-notices/in-her-name", test_in_her_name);
    g_test_add_func("/kind-notices/holders", test_holders);
    g_test_add_func("/kind-notices/desks", test_desks);
    g_test_add_func("/kind-notices/machine-names", test_machine_names);
    return g_test_run();
}
