/* Filters and what they find, on messages made up here. */
#include "what-if.h"
#include "world.h"

static void parts_sum_to_scores(void)
{
    struct world world;
    world_open(&world);
    live(&world, 7, OUTCOME_IGNORED);
    live(&world, 2, OUTCOME_OPENED);
    owned(judgement) j = judge(&world, promotion);
    for (int axis = 0; axis < AXIS_COUNT; axis++) {
        double sum = 0;
        for (size_t i = 0; i < findings_count(j->findings); i++) {
            const struct finding *finding = findings_at(j->findings, i);
            g_assert_cmpfloat_with_epsilon(finding->term * 100, round(finding->term * 100), 1e-6);
            sum += finding->spec->axis == (enum axis)axis ? finding->term : 0;
        }
        g_assert_cmpfloat_with_epsilon(j->scores.of[axis], 100 / (1 + exp(-sum)), 1e-6);
    }
    world_close(&world);
}

static void history_decides(void)
{
    struct world ignored, liked;
    world_open(&ignored);
    world_open(&liked);
    live(&ignored, 30, OUTCOME_DELETED_UNREAD);
    live(&liked, 30, OUTCOME_OPENED);
    owned(judgement) down = judge(&ignored, promotion);
    owned(judgement) up = judge(&liked, promotion);
    g_assert_cmpint(down->facts.kind.kind, ==, KIND_PROMOTION);
    g_assert_cmpint(down->verdict.placement, ==, PLACE_LATER);
    g_assert_cmpfloat(down->scores.of[AXIS_USEFUL], <, 5);
    g_assert_cmpfloat(up->scores.of[AXIS_USEFUL], >, 75);
    g_assert_true(up->verdict.placement == PLACE_INBOX || up->verdict.placement == PLACE_PRIORITY);
    world_close(&ignored);
    world_close(&liked);
}

static void flips_are_true(void)
{
    struct world world;
    world_open(&world);
    live(&world, 12, OUTCOME_IGNORED);
    owned(judgement) j = judge(&world, promotion);
    g_assert_cmpint(j->verdict.placement, ==, PLACE_LATER);
    struct flip flip = flip_find(world.reader.config, world.reader.rules, j);
    g_assert_cmpint(flip.by_acting, ==, PLACE_INBOX);
    g_assert_true(flip.acting);
    live(&world, (int)flip.more, OUTCOME_OPENED);
    owned(judgement) again = judge(&world, promotion);
    g_assert_cmpint(again->verdict.placement, ==, PLACE_INBOX);
    world_close(&world);
}

static void changes_are_seen(void)
{
    struct world world;
    world_open(&world);
    came(&world, KIND_PROMOTION, 20, 20, OUTCOME_IGNORED, 0);
    owned(judgement) quiet = judge(&world, promotion);
    g_assert_null(found(quiet, "change.volume"));
    came(&world, KIND_PROMOTION, 10, 1, OUTCOME_OPENED, 0);
    owned(judgement) loud = judge(&world, promotion);
    const struct finding *volume = found(loud, "change.volume"), *lately = found(loud, "change.lately");
    g_assert_nonnull(volume);
    g_assert_true(g_str_has_prefix(volume->detail, "10 in the last fortnight, usually 0.7"));
    g_assert_cmpfloat(volume->term, <, 0);
    g_assert_nonnull(lately);
    g_assert_cmpstr(lately->detail, ==, "acted on 10 of the latest 10");
    g_assert_cmpfloat(lately->term, >, 0.2);
    world_close(&world);
}

static void rhythms_are_known(void)
{
    struct world world;
    world_open(&world);
    came(&world, KIND_RECEIPT, 5, 150, OUTCOME_OPENED, 0);
    owned(judgement) due = judge(&world, promotion);
    const struct finding *finding = found(due, "timely.due");
    g_assert_nonnull(finding);
    g_assert_cmpstr(finding->detail, ==,
                    "you buy from shop.example about every 4.9 months; the last was 4.9 months ago");
    came(&world, KIND_RECEIPT, 1, 3, OUTCOME_OPENED, 0);
    owned(judgement) served = judge(&world, promotion);
    g_assert_null(found(served, "timely.due"));
    world_close(&world);
    world_open(&world);
    came(&world, KIND_RECEIPT, 1, 366, OUTCOME_OPENED, 0);
    owned(judgement) season = judge(&world, promotion);
    g_assert_nonnull(found(season, "timely.yearly"));
    world_close(&world);
}

/* What an appointment is about matters until it has passed. */
static void days_pass(void)
{
    static const char letter[] = "From: Clinic <desk@clinic.example>\nTo: me@home.example\n"
                                 "Subject: Your appointment is confirmed\nMessage-ID: <d@clinic.example>\n"
                                 "Date: Sun, 1 Jun 2025 10:00:00 +0000\n\nAppointment with us on %s, 9:30.\n";
    struct world world;
    world_open(&world);
    g_autofree char *coming = g_strdup_printf(letter, "20 June"), *gone = g_strdup_printf(letter, "2 June 2025");
    owned(judgement) early = judge(&world, coming);
    owned(judgement) late = judge(&world, gone);
    g_assert_cmpint(early->facts.kind.kind, ==, KIND_APPOINTMENT);
    g_assert_cmpfloat(found(early, "timely.ahead")->term, >, 0.3);
    g_assert_null(found(early, "timely.passed"));
    g_assert_cmpfloat(found(late, "timely.passed")->term, <, -1);
    world_close(&world);
}

static void strangers_wrote(struct world *world, enum kind kind, int count, enum outcome outcome)
{
    struct err err;
    for (int i = 0; i < count; i++) {
        g_autofree char *id = g_strdup_printf("first.%d.%d", (int)kind, i);
        g_autofree char *whose = g_strdup_printf("first%d-%d.example", (int)kind, i);
        struct entry entry = {.id = id, .date = NOW - (100 - i) * DAY, .address = whose, .organisation = whose,
                              .thread = "", .kind = kind, .proven = AUTH_UNKNOWN, .placement = PLACE_NONE,
                              .scores = {{NAN, NAN, NAN}}, .outcome = outcome, .stranger = true, .indexed = true};
        g_assert_cmpint(book_put(world->reader.book, &entry, &err), ==, STATUS_OK);
    }
}

/* Strangers of a kind share a history: what she does with first messages of a kind. */
static void strangers_are_judged_by_strangers(void)
{
    for (int liked = 0; liked < 2; liked++) {
        struct world world;
        world_open(&world);
        strangers_wrote(&world, KIND_PROMOTION, 40, liked ? OUTCOME_OPENED : OUTCOME_IGNORED);
        owned(judgement) j = judge(&world, promotion);
        g_assert_true(j->facts.stranger);
        g_assert_nonnull(found(j, "history.strangers"));
        g_assert_cmpint(j->verdict.placement == PLACE_LATER, ==, !liked);
        /* Three messages later it is no stranger any more, but what is known of strangers fades only. */
        live(&world, 3, OUTCOME_NONE);
        owned(judgement) again = judge(&world, promotion);
        g_assert_false(again->facts.stranger);
        g_assert_cmpfloat(again->facts.as_stranger, ==, 1);
        g_assert_cmpint(again->verdict.placement == PLACE_LATER, ==, !liked);
        live(&world, 3, OUTCOME_NONE);
        owned(judgement) faded = judge(&world, promotion);
        g_assert_cmpfloat(faded->facts.as_stranger, ==, 0.5);
        live(&world, 1, OUTCOME_OPENED);
        owned(judgement) wanted = judge(&world, promotion);
        g_assert_cmpfloat(wanted->facts.as_stranger, ==, 0);
        g_assert_cmpint(wanted->verdict.placement, !=, PLACE_LATER);
        world_close(&world);
    }
}

/* What is sent to anybody takes now one form, now another: strangers of one kind tell of those of another. But
 * who says that she bought something is not among them. */
static void strangers_share_a_history(void)
{
    static const char letter[] = "From: Ann Lee <ann.lee@harbour.example>\nTo: me@home.example\nSubject: A question\n"
                                 "Message-ID: <q@harbour.example>\n\nHi Kim,\n\nare you at home on Sunday? I would like "
                                 "to bring back your ladder.\n\nBest,\nAnn\n";
    static const char receipt[] = "From: Shop <a@shop.example>\nTo: me@home.example\nSubject: Your order 81234 is "
                                  "confirmed\nMessage-ID: <o@shop.example>\n\nOrder total: 12.00 EUR.\n";
    double letters[2], receipts[2];
    for (int more = 0; more < 2; more++) {
        struct world world;
        world_open(&world);
        strangers_wrote(&world, KIND_PERSON, 3, OUTCOME_DELETED_UNREAD);
        strangers_wrote(&world, KIND_NEWSLETTER, more * 40, OUTCOME_DELETED_UNREAD);
        owned(judgement) j = judge(&world, letter);
        owned(judgement) other = judge(&world, receipt);
        g_assert_cmpint(j->facts.kind.kind, ==, KIND_PERSON);
        g_assert_cmpint(other->facts.kind.kind, ==, KIND_RECEIPT);
        g_assert_nonnull(found(j, "history.first"));
        g_assert_null(found(other, "history.first"));
        letters[more] = j->scores.of[AXIS_USEFUL];
        receipts[more] = other->scores.of[AXIS_USEFUL];
        world_close(&world);
    }
    g_assert_cmpfloat(letters[1], <, letters[0] - 10);
    g_assert_cmpfloat(receipts[1], >, receipts[0] - 3); /* but for what she does with mail as a whole */
}

static void repetition_is_generic(void)
{
    static const char text[] = "From: Shop <news@shop.example>\nSubject: %s off\nPrecedence: bulk\n"
                               "List-Unsubscribe: <https://shop.example/u>\n\n"
                               "Our spring collection is here and every pair of shoes is reduced by %s until Sunday. "
                               "Come to our shop in the old town or order from your sofa, we deliver to your door "
                               "within two days and take back whatever does not fit, as we have always done.\n";
    g_autofree char *first = g_strdup_printf(text, "20%", "20%"), *next = g_strdup_printf(text, "30%", "30%");
    struct world world;
    world_open(&world);
    owned(judgement) alone = judge(&world, first);
    g_assert_null(found(alone, "generic.repeated"));
    came(&world, alone->facts.kind.kind, 1, 7, OUTCOME_IGNORED, alone->facts.fingerprint);
    owned(judgement) again = judge(&world, next);
    g_assert_nonnull(found(again, "generic.repeated"));
    owned(judgement) other = judge(&world, promotion);
    g_assert_null(found(other, "generic.repeated"));
    world_close(&world);
}

/* Who names the number of her order, or the day of her booking, writes about her: whatever the mail is otherwise. */
static void her_business_is_known(void)
{
    static const char text[] = "Received: from a by b; Sun, 15 Jun 2025 10:00:00 +0000\r\nFrom: Shop <news@%s>\r\n"
        "To: me@home.example\r\nSubject: How was it?\r\nMessage-ID: <q@shop.example>\r\nPrecedence: bulk\r\n"
        "List-Unsubscribe: <https://shop.example/u>\r\n\r\n%s\r\n";
    static const struct {
        const char *domain, *says;
        bool hers;
    } rows[] = {
        {"shop.example", "Tell others about your order no. AB-7741230 and win.", true},
        {"shop.example", "It is about your order of 3 May 2025, which has the number AB-7741230.", true},
        {"shop.example", "See you on 24 July 2025, or sooner.", true},
        {"other.example", "Tell others about your order no. AB-7741230 and win.", false},
        {"shop.example", "Tell others about your order no. AB-7741239 and win.", false},
        {"shop.example", "Call us: AB-7741230.", false},
        {"shop.example", "See you on 25 July 2025.", false},
    };
    struct world world;
    struct err err;
    char *business[] = {"ab-7741230", "2025-07-24", NULL};
    world_open(&world);
    struct entry order = {.id = "order", .date = NOW - 9 * DAY, .address = "x@shop.example", .organisation = "shop.example",
                          .thread = "", .kind = KIND_RECEIPT, .placement = PLACE_NONE, .scores = {{NAN, NAN, NAN}}, .business = business};
    g_assert_cmpint(book_put(world.reader.book, &order, &err), ==, STATUS_OK);
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        g_autofree char *mail = g_strdup_printf(text, rows[i].domain, rows[i].says);
        owned(judgement) j = judge(&world, mail);
        g_assert_cmpint(found(j, "generic.business") != NULL, ==, rows[i].hers);
        g_assert_cmpint(found(j, "generic.order") != NULL, ==, rows[i].hers);
    }
    owned(judgement) receipt = judge(&world, "From: Shop <x@shop.example>\r\nSubject: Order #77412 confirmed\r\n\r\nx");
    g_assert_cmpstr(receipt->facts.business[0], ==, "77412");
    owned(judgement) dialled = judge(&world, "From: Shop <x@shop.example>\r\nSubject: Order confirmed\r\n\r\n"
                                             "Order line: 0800 1234567, 030/1234567, order from +49 30 7654321.");
    g_assert_null(dialled->facts.business[0]);
    world_close(&world);
}

static void every_filter_describes_itself(void)
{
    g_autoptr(GHashTable) codes = g_hash_table_new(g_str_hash, g_str_equal);
    for (const struct filter *const *filter = filters; *filter; filter++) {
        g_assert_cmpuint(strlen((*filter)->summary), >, 10);
        for (size_t i = 0; i < (*filter)->n_specs; i++) {
            const struct finding_spec *spec = &(*filter)->specs[i];
            g_autofree char *prefix = g_strdup_printf("%s.", (*filter)->name);
            g_assert_true(g_str_has_prefix(spec->code, prefix));
            g_assert_cmpuint(strlen(spec->says), >, 5);
            g_assert_true(g_hash_table_add(codes, (char *)spec->code));
        }
    }
}

int main(int argc, char **argv)
{
    unit_init(argc, argv);
    message_init();
    g_test_add_func("/judge/sum", parts_sum_to_scores);
    g_test_add_func("/judge/history", history_decides);
    g_test_add_func("/judge/flip", flips_are_true);
    g_test_add_func("/judge/change", changes_are_seen);
    g_test_add_func("/judge/timely", rhythms_are_known);
    g_test_add_func("/judge/days", days_pass);
    g_test_add_func("/judge/repeated", repetition_is_generic);
    g_test_add_func("/judge/strangers", strangers_are_judged_by_strangers);
    g_test_add_func("/judge/strangers-share", strangers_share_a_history);
    g_test_add_func("/judge/business", her_business_is_known);
    g_test_add_func("/judge/tables", every_filter_describes_itself);
    return g_test_run();
}
