/* What messages are for where neither bulk fields nor words of a business say it: a program's few words to one, a shop's
 * window, a place where people meet, who complains of machines, what mail programs write by themselves. All of it is
 * made up. */
#include "kind-rows.h"

#define FEEDBACK "Feedback-ID: 1:2:esp\n"
#define FIVE "https://h.example/1 https://h.example/2 https://h.example/3 https://h.example/4 https://h.example/5\n"

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

/* A measure is no discount. */
static void test_measures(void)
{
    static const struct row rows[] = {
        { KIND_NEWSLETTER, "desk@coin.example", BULK, "Ether is down 0.9%", "It has fallen since noon, and that is all." },
        { KIND_PROMOTION, "desk@coin.example", BULK, "Down by 20%", "It has fallen since noon, and that is all." },
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

int main(int argc, char **argv)
{
    unit_init(argc, argv);
    message_init();
    g_test_add_func("/kind-notices/matters", test_matters);
    g_test_add_func("/kind-notices/measures", test_measures);
    g_test_add_func("/kind-notices/programs-of-mail", test_programs_of_mail);
    g_test_add_func("/kind-notices/watched", test_watched);
    return g_test_run();
}
