/* What receipts tell of, and whether other mail is about it. */
#include <string.h>

#include "mail/details.h"
#include "mail/things.h"
#include "unit.h"

static struct message *message_of(const char *subject, const char *text)
{
    g_autofree char *bytes = g_strdup_printf(
        "From: Velora <orders@velora.example>\nTo: kim@home.example\nSubject: %s\n"
        "Date: Sun, 29 Nov 2026 08:00:00 +0000\nMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n\n%s",
        subject, text);
    owned(spool) spool = spool_of(bytes, strlen(bytes));
    struct message *message = NULL;
    g_assert_cmpint(message_parse(spool, 0, NULL, &message, NULL), ==, STATUS_OK);
    return message;
}

static void things_of_receipts(void)
{
    static const struct {
        enum kind kind;
        const char *subject, *text, *things;
    } rows[] = {
        {KIND_RECEIPT, "Your order 77120", "1 x Glide 5 trail shoes, size 42   119.00 EUR\nShipping 4.90 EUR\nTotal 123.90 EUR\n",
         "glide trail shoes =119.00 eur #42"},
        {KIND_RECEIPT, "Your order 77120", "Glide 5 trail shoes\n119,00 EUR\nMerino socks\n9,00 EUR\n",
         "glide trail shoes =119.00 eur|merino socks =9.00 eur"},
        {KIND_RECEIPT, "Ihre Bestellung 77120", "Glide 5 Trail\nGr\303\266\303\237e XL\n1.119,00 \342\202\254\nWir liefern an Hollow Lane\n\n"
         "Fragen? Schreiben Sie uns.\nAntworten kommen gleich.\nBis bald.\nGesamt 1.123,90 \342\202\254\n", "glide trail =1119.00 eur #xl"},
        {KIND_RECEIPT, "Your order 77120", "Acuvue lenses\nLeft: -2.25 / 8.4\n2\n\302\24323.95\nTotal 47.90 EUR\n", "acuvue lenses =23.95 gbp"},
        {KIND_RECEIPT, "Your order 77120", "Glide shoes, 0.75 kg, on 3 December 2026 $4.99\n", "glide shoes =4.99 usd"},
        {KIND_RECEIPT, "Your order 77120", "Lastenrad Bollwerk 12'499.00 CHF\nGlide shoes 1\342\200\257299,00 EUR\n1'234'567 EUR Trossen\n",
         "lastenrad bollwerk =12499.00 chf|glide shoes =1299.00 eur|trossen =1234567.00 eur"},
        {KIND_RECEIPT, "Your order 77120", "Glide shoes 402.114.90\n", "glide shoes"},
        {KIND_RECEIPT, "Your order 77120", "Glide shoes\nArticle no. 402-114-90\nColour: Anthracite\nSize: 42\nQuantity: 2\n119.00 EUR\n",
         "glide shoes =119.00 eur #42"},
        {KIND_RECEIPT, "Your order 77120", "Glide shoes\n119.00\nTotal 123.90\nEUR 123.90\n", "glide shoes =119.00"},
        {KIND_RECEIPT, "Your order 77120", "Glide shoes \302\24389\nSave 20% on Brokat\n", "glide shoes =89.00 gbp"},
        {KIND_RECEIPT, "Ihre Bestellung 77120", "Arabica Kaffeebohnen 1 kg 19,90 EUR\nVersand 4,90 EUR\nGesamt 24,80 EUR\n",
         "arabica kaffeebohnen =19.90 eur"},
        {KIND_APPOINTMENT, "Your booking XK4711: Zurich - Lisbon", "Flight Zurich (ZRH) to Lisbon (LIS) on 12 December 2026\n",
         "zurich lisbon|zurich zrh lisbon lis"},
        {KIND_APPOINTMENT, "Your booking XK4711: Zurich - Lisbon", "Passengers: Ms. Kim Larsen, Jo Larsen\nGuest: 2\nTotal 189.00 CHF\n",
         "zurich lisbon @kim larsen, jo larsen"},
        {KIND_APPOINTMENT, "Registration confirmed: Lake Half Marathon", "See you there.\n", "lake half marathon"},
        {KIND_APPOINTMENT, "Booking confirmed XK4711", "Hamburg (HAM) - Lisbon (LIS)\nDeparture: 12 December 2026 07:15\n"
         "Passenger: Kim Alder\nFare 148.00 EUR\n", "hamburg ham lisbon lis =148.00 eur @kim alder"},
        {KIND_APPOINTMENT, "Booking confirmed XK4711", "Edinburgh EDI 06:55\nVenezia VCE 10:20\n", "edinburgh edi venice vce"},
        {KIND_APPOINTMENT, "Travel documents 4711", "From: M\303\274nchen Hbf\nTo: Salzburg\n", "munich salzburg"},
        {KIND_APPOINTMENT, "Registration confirmed: Lake Triathlon", "Race day: 12 December 2026\nBib 77\n", "lake triathlon"},
        {KIND_APPOINTMENT, "Your booking XK4711: Zurich - Porto", "Total 189.00 CHF\n", "zurich porto"},
        {KIND_ACCOUNT, "Your subscription is confirmed", "Your yearly subscription to Morgenwind Digital is active. 49.00 EUR per year.\n",
         "morgenwind digital =49.00 eur"},
        {KIND_RECEIPT, "Your receipt for order 77120", "Thank you for your order 77120. You bought Corvus Five razor blades for 22.90 EUR. "
         "It leaves our warehouse tomorrow.\n", "corvus five razor blades =22.90 eur"},
        {KIND_RECEIPT, "Zam\303\263wienie 77120", "Wk\305\202ady Corvus Five\nCena: 92,90 z\305\202\nWarto\305\233\304\207 produkt\303\263w 92,90 z\305\202\n",
         "wklady corvus five =92.90 pln"},
        {KIND_RECEIPT, "ご注文の確認 77120", "コルバス 替刃\n  数量: 1\n  価格: 2,290円\n合計 2,790円\n", "コルバス 替刃 =2290.00 jpy"},
        {KIND_RECEIPT, "Your order 77120", "2 x Running vest, half zip 49.00 EUR\nTotal 98.00 EUR\n", "running vest half zip =49.00 eur"},
        {KIND_RECEIPT, "Ihre Bestellung 77120", "1 x Kleines Schwarzes Buch 9,00 EUR\n", "kleines schwarzes buch =9.00 eur"},
        {KIND_PROMOTION, "Glide 6 is here", "Glide 6, 119.00 EUR\n", ""},
        {KIND_APPOINTMENT, "Your registration for the Velora Marathon", "See you there.\n", "marathon"},
        {KIND_APPOINTMENT, "Registration confirmed: Velora", "See you there.\n", "velora"},
        {KIND_RECEIPT, "Your Velora order 77120", "Velora, 119.00 EUR\n", ""},
        {KIND_SHIPPING, "Your parcel", "In it:\n- 3 Lignac refills\n2x Nordic wax\n12 December 2026\nMain Street 5\n", "lignac refills|nordic wax"},
        {KIND_APPOINTMENT, "Registration confirmed: Velora 10K", "Hi Kim!\nParticipant: Kim\nRace day: 12 December 2026\n", "velora 10km"},
        {KIND_APPOINTMENT, "Registration confirmed", "You are registered for the Lake Run and will get mail.\nDate: 12 December 2026\n", "lake run"},
        {KIND_APPOINTMENT, "Ticket", "09:03 Bath Spa 10:14 Cardiff Central\n", "bath spa cardiff central"},
        {KIND_RECEIPT, "Your order 77120", "Corvus Five 8 pack\nShaving\nQty: 1\n12.00 GBP\n", "corvus five shaving =12.00 gbp"},
        {KIND_RECEIPT, "Your order 77120", "Corvus Five\nMen > Care > Shaving\nQty: 1\n12.00 GBP\n", "corvus five shaving =12.00 gbp"},
        {KIND_RECEIPT, "Your order 77120", "Qty Product\n2 Corvus blades\nTotal 24.00 GBP\n4 Hollow Lane\n", "corvus blades"},
        {KIND_RECEIPT, "Your order 77120", "1 x Corvus5 12.00 GBP\n1 x T4 blades 9.00 GBP\n", "corvus5 =12.00 gbp|blades =9.00 gbp"},
        {KIND_APPOINTMENT, "E-ticket: Paris to Brussels", "Lyon Paris\n12 December 2026, 08:15\nBruxelles (BRU)\n13 December 2026\n", "paris brussels|lyon paris"},
        {KIND_APPOINTMENT, "Course booked", "This is what you booked:\nCourse: Tilework A2\nBegins: 12 December 2026\n", "tilework"},
        {KIND_RECEIPT, "", "", ""},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        owned(message) message = message_of(rows[i].subject, rows[i].text);
        g_auto(GStrv) things = things_read(message, rows[i].kind);
        g_autofree char *joined = g_strjoinv("|", things);
        g_assert_cmpstr(joined, ==, rows[i].things);
    }
}

static struct message *parse(const char *head, const char *body)
{
    g_autofree char *bytes = g_strdup_printf(
        "From: Velora <orders@velora.example>\nTo: kim@home.example\nDate: Sun, 29 Nov 2026 08:00:00 +0000\n"
        "MIME-Version: 1.0\n%s\n\n%s", head, body);
    owned(spool) spool = spool_of(bytes, strlen(bytes));
    struct message *message = NULL;
    g_assert_cmpint(message_parse(spool, 0, NULL, &message, NULL), ==, STATUS_OK);
    return message;
}

static void check(const struct message *message, enum kind kind, const char *wanted, const char *day)
{
    g_auto(GStrv) things = things_read(message, kind);
    g_autofree char *joined = g_strjoinv("|", things);
    g_assert_cmpstr(joined, ==, wanted);
    g_autoptr(GDateTime) begins = g_date_time_new_from_unix_utc(message->event.day);
    g_autofree char *said = message->event.day ? g_date_time_format(begins, "%F %H") : g_strdup("");
    g_assert_cmpstr(said, ==, day);
}

#define JSON "<p>Thank you.</p><script type=\"application/ld+json\">"

static void things_of_markup(void)
{
    static const struct {
        enum kind kind;
        const char *html, *things, *day;
    } rows[] = {
        {KIND_RECEIPT, JSON "{\"@context\":\"http://schema.org\",\"@type\":\"Order\",\"merchant\":{\"@type\":\"Organization\","
         "\"name\":\"Marlo\"},\"orderNumber\":\"77120\",\"acceptedOffer\":[{\"@type\":\"Offer\",\"itemOffered\":{\"@type\":"
         "\"Product\",\"name\":\"Glide 5 trail shoes\",\"brand\":{\"name\":\"Aerio\"}},\"price\":\"119.00\"},{\"@type\":\"Offer\","
         "\"itemOffered\":{\"@type\":\"Product\",\"name\":\"K\\u00f6cherb\\u00fcrste \\ud83d\\ude00 \\\"M\\\"\"}}]}</script>",
         "glide trail shoes|kocherburste", ""},
        {KIND_RECEIPT, JSON "{\"@type\":\"Order\",\"orderedItem\":[{\"@type\":\"OrderItem\",\"orderedItem\":{\"name\":\"Merino socks\"}},"
         "{\"@type\":\"Product\",\"name\":\"Arabica beans\"}],\"customer\":{\"name\":\"Kim Berg\"}}</script><p>Glide 9.00 EUR</p><table><tr>"
         "<td>Arabica beans, best</td></tr><tr><td>19.90 EUR</td></tr></table>", "merino socks|arabica beans =19.90 eur", ""},
        {KIND_APPOINTMENT, JSON "{\"@type\":\"FlightReservation\",\"reservationFor\":{\"@type\":\"Flight\",\"arrivalAirport\":"
         "{\"@type\":\"Airport\",\"name\":\"Lissabon\",\"iataCode\":\"LIS\"},\"airline\":{\"name\":\"Velora Air\",\"iataCode\":"
         "\"VA\"},\"departureAirport\":{\"name\":\"Zurich Airport\",\"iataCode\":\"ZRH\",\"address\":{\"name\":\"Kloten\"}},"
         "\"departureTime\":\"2026-12-12T20:15:00+01:00\"},\"underName\":{\"name\":\"Kim Berg\"}}</script>",
         "zurich zrh lisbon lis @kim berg", "2026-12-12 12"},
        {KIND_APPOINTMENT, JSON "[{\"@type\":\"EventReservation\",\"reservationFor\":{\"@type\":\"MusicEvent\",\"name\":\"Winterklang\","
         "\"startDate\":\"2027-01-08\",\"performer\":{\"name\":\"Nordlicht Trio\"},\"location\":{\"name\":\"Halle 9\"}}}]</script>",
         "winterklang|nordlicht trio", "2027-01-08 12"},
        {KIND_APPOINTMENT, "<div itemscope itemtype=\"http://schema.org/FlightReservation\"><div itemprop=\"reservationFor\" itemscope "
         "itemtype=\"http://schema.org/Flight\"><div itemprop=\"departureAirport\" itemscope itemtype=\"http://schema.org/Airport\">"
         "<meta itemprop=\"name\" content=\"Zurich\"/><meta itemprop=\"iataCode\" content=\"ZRH\"/></div><meta itemprop="
         "\"departureTime\" content=\"2026-12-12T20:15:00+01:00\"/><div itemprop=\"arrivalAirport\" itemscope itemtype="
         "\"http://schema.org/Airport\"><meta itemprop=\"name\" content=\"Oslo\"/></div></div><meta itemprop=\"name\" content=\"Kim\"/></div>",
         "zurich zrh oslo", "2026-12-12 12"},
        {KIND_RECEIPT, "<table><tr><td>Glide shoes</td><td>1&nbsp;299,00&nbsp;&euro;</td></tr><tr><td>Merino socks 9 119,00 \342\202\277</td></tr></table>",
         "glide shoes =1299.00 eur|merino socks =119.00", ""},
        {KIND_RECEIPT, "<div itemscope itemtype=\"http://schema.org/Order\"><div itemprop=\"orderedItem\" itemscope itemtype="
         "\"http://schema.org/Product\"><meta itemprop=\"name\" content=\"Glide 5 trail shoes\"></div></div>",
         "glide trail shoes", ""},
        {KIND_PROMOTION, JSON "{\"@type\":\"Order\",\"orderedItem\":{\"name\":\"Merino socks\"}}</script>", "", ""},
        {KIND_APPOINTMENT, JSON "{\"@type\":\"EventReservation\",\"reservationFor\":{\"name\":\"Winterklang\",\"startDate\":"
         "\"2025-01-08\"}}</script>", "winterklang", ""}, /* is past */
        {KIND_RECEIPT, JSON "{\"@type\":\"Order\",\"orderedItem\":[[[[[[[[[[[[[[[[[[[[[[{\"name\":\"Deep\"}]}}}]]]", "", ""},
        {KIND_RECEIPT, JSON "{\"orderedItem\":{\"name\":\"Brokat\"</script>", "brokat", ""},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        g_test_message("row %zu", i);
        owned(message) message = parse("Subject: x\nContent-Type: text/html; charset=utf-8", rows[i].html);
        check(message, rows[i].kind, rows[i].things, rows[i].day);
    }
}

static void things_of_calendars(void)
{
    owned(message) message = parse(
        "Subject: Invitation\nContent-Type: text/calendar; charset=utf-8",
        "BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:Old thing\nDTSTART:20250108T190000Z\nEND:VEVENT\nBEGIN:VEVENT\nDTSTART;TZID=x:"
        "20270108T190000\nSUMMARY;LANGUAGE=de:Winterklang\\, Nord\n licht\nEND:VEVENT\nEND:VCALENDAR\n");
    check(message, KIND_APPOINTMENT, "winterklang nordlicht", "2027-01-08 12");
}

static void subscriptions_end(void)
{
    static const struct {
        enum kind kind;
        const char *subject, *text, *day;
    } rows[] = {
        {KIND_ACCOUNT, "Your Paperboy subscription", "Your yearly subscription is active.\n", "2027-11-29"},
        {KIND_RECEIPT, "Receipt", "Paperboy Plus, renewed every month, 4.90 EUR\n", "2026-12-29"},
        {KIND_RECEIPT, "Ihr Abo", "Paperboy im Abo, pro Jahr 49,00 EUR\n", "2027-11-29"},
        {KIND_RECEIPT, "Rechnung", "Ihre Mitgliedschaft verl\303\244ngert sich j\303\244hrlich.\n", "2027-11-29"},
        {KIND_ACCOUNT, "Votre abonnement", "Abonnement mensuel : 4,90 EUR par mois\n", "2026-12-29"},
        {KIND_ACCOUNT, "Su suscripci\303\263n", "Suscripci\303\263n anual\n", "2027-11-29"},
        {KIND_ACCOUNT, "Membership", "Your weekly membership\n", "2026-12-06"},
        {KIND_RECEIPT, "Your order", "One pair of shoes a year is enough.\n", ""},
        {KIND_ACCOUNT, "Subscription", "Thank you for reading. We have served readers for more than one year.\n", ""},
        {KIND_PROMOTION, "Yearly subscription", "Only today.\n", ""},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        g_test_message("%s", rows[i].text);
        owned(message) message = message_of(rows[i].subject, rows[i].text);
        int64_t day = things_day(message, rows[i].kind, 0);
        g_autoptr(GDateTime) when = g_date_time_new_from_unix_utc(day);
        g_autofree char *said = day ? g_date_time_format(when, "%F") : g_strdup("");
        g_assert_cmpstr(said, ==, rows[i].day);
        g_assert_cmpint(things_day(message, rows[i].kind, 17), ==, 17); /* what it names itself */
    }
}

static void things_are_bounded(void)
{
    g_autoptr(GString) text = g_string_new(NULL);
    for (int i = 0; i < 5000; i++)
        g_string_append_printf(text, "%c%cthing with %.*s words 9.00 EUR\n", 'a' + i % 26, 'a' + i / 26 % 26, i % 300,
                               "averyveryverylongwordaveryveryverylongwordaveryveryverylongwordaveryveryverylongword");
    owned(message) message = message_of("x", text->str);
    g_auto(GStrv) things = things_read(message, KIND_RECEIPT);
    g_assert_cmpuint(g_strv_length(things), ==, THINGS_MOST);
    for (char **thing = things; *thing; thing++)
        g_assert_cmpuint(strlen(*thing), <, THING_BYTES);
}

/* A line is not cut within a character: valgrind and the sanitizers see what is read behind it. */
static void lines_are_cut_between_characters(void)
{
    g_autofree char *dots = g_strnfill(199, '.');
    g_autofree char *text = g_strdup_printf("%s\303\251\303\251 9.00 EUR\nGlide shoes 9.00 EUR\n", dots);
    owned(message) message = message_of("Your order 77120", text);
    g_auto(GStrv) things = things_read(message, KIND_RECEIPT);
    g_assert_cmpuint(g_strv_length(things), ==, 1);
    g_assert_cmpstr(things[0], ==, "glide shoes =9.00 eur");
}

static void details_are_one_line(void)
{
    static const struct {
        const char *text, *again, *shown;
    } rows[] = {
        {"=139.90 eur #42 @kim larsen, jo larsen", "=139.90 eur #42 @kim larsen, jo larsen", "139.90 EUR, size 42, for Kim Larsen, Jo Larsen"},
        {"=9.00", "=9.00", "9.00"},
        {"#xl", "#xl", "size xl"},
        {"", "", ""},
        {"=nan eur", "", ""},
        {"=-5.00 eur", "", ""},
        {"=1e300 eur", "=10000000.00 eur", "10000000.00 EUR"},
        {"#averyverylongsize @", "#averyve", "size averyve"},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        struct details details = details_of(rows[i].text);
        g_autofree char *again = details_text(&details), *shown = details_show(&details);
        g_assert_cmpstr(again, ==, rows[i].again);
        g_assert_cmpstr(shown, ==, rows[i].shown);
    }
}

static void prices_of_things(void)
{
    static const struct {
        const char *subject, *text, *currency;
        double lowest, highest;
    } rows[] = {
        {"Glide shoes now 99.00 EUR", "Shop now.\n", "eur", 99, 99},
        {"Glide is back", "Run in the Glide.\nFrom 119.00 EUR instead of 139.00 EUR\nSocks for 5.00 EUR\n", "eur", 119, 139},
        {"Glide is back", "Glide 119.00 EUR\nSocks 5.00 EUR\n", "eur", 119, 119},
        {"Glide is back", "Glide 119.00 USD\n", "eur", 0, 0},
        {"Glide is back", "Glide 20% off\n", "eur", 0, 0},
        {"Save 40 EUR on Glide", "Glide: 30 EUR Gutschein\nGlide, spare bis zu 20 EUR\n", "eur", 0, 0},
        {"Glide now 99 EUR, save 40 EUR", "", "eur", 99, 99},
        {"Glide \342\202\25499", "", "eur", 99, 99},
        {"New socks", "Socks 9.00 EUR\n", "eur", 0, 0},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        owned(message) message = message_of(rows[i].subject, rows[i].text);
        double lowest = 0, highest = 0;
        g_assert_cmpint(things_price(message, "glide shoes", rows[i].currency, &lowest, &highest), ==, rows[i].lowest > 0);
        g_assert_cmpfloat(lowest, ==, rows[i].lowest);
        g_assert_cmpfloat(highest, ==, rows[i].highest);
    }
}

static void people_are_mentioned(void)
{
    static const struct {
        const char *subject, *people, *herself, *who;
    } rows[] = {
        {"Jo Larsen: check in from tomorrow", "kim larsen, jo larsen", "Kim Larsen", "jo larsen"},
        {"Kim Larsen, the sale is on", "kim larsen, jo larsen", "Kim Larsen", NULL}, /* a mail merge */
        {"Jo, check in", "jo larsen", "Kim Larsen", NULL},
        {"Jo Larsen: check in from tomorrow", "jo larsen", "", NULL},
        {"Jo Larsen: check in from tomorrow", "", "Kim Larsen", NULL},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        owned(message) message = message_of(rows[i].subject, "x\n");
        owned(mentions) mentions = mentions_new(message, NULL, false, NULL, NULL);
        g_autofree char *who = mentions_person(mentions, rows[i].people, rows[i].herself);
        g_assert_cmpstr(who, ==, rows[i].who);
    }
}

static void mail_is_about_things(void)
{
    static const struct {
        const char *subject, *thing;
        bool about, booked;
    } rows[] = {
        {"Glide 6 is here", "glide trail shoes", true, false},
        {"New trail shoes: the Glide", "glide trail shoes", true, false},
        {"Frische Arabica Bohnen", "arabica kaffeebohnen", true, false},
        {"Trail jackets and warm merino socks for all", "glide trail shoes", false, false},
        {"Zurich - Lisbon from 59 CHF", "zurich zrh lisbon lis", true, false},
        {"Zurich - Porto, Oslo, Athens from 59 CHF", "zurich lisbon", false, false},
        {"ZRH-LIS from 59 CHF", "zurich zrh lisbon lis", true, true},
        {"ZRH-OSL from 59 CHF", "zurich zrh lisbon lis", false, true},
        {"Lisbon from 59 CHF", "zurich lisbon", true, true},
        {"Zurich - Oslo from 59 CHF", "zurich lisbon", false, true},
        {"Lissabon ab 59 CHF", "zurich lisbon", true, false},
        {"Lisbonne : Zurich", "zurich lisbon", true, false},
        {"Everything for the garden", "glide trail shoes", false, false},
        {"The new Glide is here", "glide running shoes", true, false},
        {"Half marathon: the last places", "lake half marathon", true, false},
        {"Half of all is sold, the season is running", "lake half marathon", false, false},
        {"Running is in the air", "glide running shoes", false, false},
        {"Petrix harness 20% off", "petrix vapor climbing shoes", false, false}, /* another thing of that name */
        {"The new Petrix Vapor has arrived", "petrix vapor climbing shoes", true, false},
        {"Knit caps for all", "chef knife", false, false},
        {"Nordisches Chorfestival", "nordischen chorfestival", true, true},
        {"コルバスの替刃、在庫あり", "コルバス 替刃", true, false},
        {"サングラス特集", "コルバス 替刃", false, false},
        {"Glider flights", "arabica kaffeebohnen", false, false},
        {"Nappies: 3 for 2", "pampers premium", true, false}, /* what is known by its brand */
        {"Magnesium: 3 for 2", "magnesiumcitrat kapseln", true, false}, {"Neue Fahrradreifen", "schwalbe marathon", true, false},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        owned(message) message = message_of(rows[i].subject, "Glide, arabica, Lisbon and all that.\n");
        owned(mentions) mentions = mentions_new(message, NULL, false, NULL, NULL);
        enum kind kind = rows[i].booked ? KIND_APPOINTMENT : KIND_RECEIPT;
        double share = mentions_touch(mentions, rows[i].thing) ? mentions_share(mentions, rows[i].thing, NULL, kind, NULL) : 0;
        g_test_message("%s, %s: %f", rows[i].subject, rows[i].thing, share);
        g_assert_cmpint(share > 0.5, ==, rows[i].about);
    }
}

/* Praise may hide a name, but what is offered has a price beside it, about that which she paid. */
static void offers_have_prices(void)
{
    static const struct {
        const char *text;
        bool about;
    } rows[] = {
        {"Our Yirgacheffe of the new harvest is here, 14.50 EUR a bag.\n", true},
        {"Yirgacheffe\n14.90 EUR\n", true},
        {"Our Yirgacheffe of the new harvest is here.\n", false},
        {"Yirgacheffe, 49.00 EUR\n", false},
        {"Yirgacheffe mugs 14.50 EUR\n", false},
        {"Yirgacheffe, 14.50 USD\n", false},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        g_test_message("%s", rows[i].text);
        owned(message) message = message_of("Yirgacheffe: fragrant, chocolatey, velvety", rows[i].text);
        owned(mentions) mentions = mentions_new(message, NULL, false, NULL, NULL);
        g_assert_cmpint(mentions_share(mentions, "yirgacheffe whole bean", "=14.50 eur", KIND_RECEIPT, NULL) > 0.5, ==, rows[i].about);
    }
}

/* Words of a name that are too short to be one name nobody's things. */
static void short_names_are_in_no_thing(void)
{
    static const struct {
        const char *from, *subject;
        bool theirs;
    } rows[] = {
        {"Riverside Runs", "Riverside Runs: entries close", true},
        {"O2", "O2: entries close", false},
        {"DB", "DB: entries close", false},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        g_autofree char *mail = g_strdup_printf("From: %s <a@b.example>\nSubject: %s\n\nHello.\n", rows[i].from, rows[i].subject);
        owned(spool) spool = spool_of(mail, strlen(mail));
        owned(message) message = NULL;
        g_assert_cmpint(message_parse(spool, 0, NULL, &message, NULL), ==, STATUS_OK);
        owned(mentions) mentions = mentions_new(message, NULL, false, NULL, NULL);
        g_assert_cmpint(mentions_author(mentions, "riverside runs"), ==, rows[i].theirs);
    }
}

static double in_half(const char *word, const void *data)
{
    (void)data;
    return !strcmp(word, "zurich");
}

static void what_is_common_tells_little(void)
{
    owned(message) message = message_of("Zurich - Porto", "");
    owned(mentions) mentions = mentions_new(message, NULL, false, in_half, NULL);
    g_assert_cmpfloat(mentions_share(mentions, "zurich lisbon", NULL, KIND_APPOINTMENT, NULL), ==, 0);
}

int main(int argc, char **argv)
{
    unit_init(argc, argv);
    message_init();
    g_test_add_func("/things/receipts", things_of_receipts);
    g_test_add_func("/things/markup", things_of_markup);
    g_test_add_func("/things/calendars", things_of_calendars);
    g_test_add_func("/things/subscriptions", subscriptions_end);
    g_test_add_func("/things/short-names", short_names_are_in_no_thing);
    g_test_add_func("/things/bounded", things_are_bounded);
    g_test_add_func("/things/cut", lines_are_cut_between_characters);
    g_test_add_func("/things/mentions", mail_is_about_things);
    g_test_add_func("/things/offers", offers_have_prices);
    g_test_add_func("/things/details", details_are_one_line);
    g_test_add_func("/things/prices", prices_of_things);
    g_test_add_func("/things/people", people_are_mentioned);
    g_test_add_func("/things/common", what_is_common_tells_little);
    return g_test_run();
}
