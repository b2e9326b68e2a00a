/* How deep a relationship goes: a yes or a no of hers turns a sender at once, an answer weighs more than a look, junk more
 * than silence, in whichever order they are learned. */
#include "decide/learn.h"
#include "store/outcome.h"
#include "world.h"

static int64_t today = NOW;

/* One promotion of Shop comes, and a day passes. */
static struct judgement *arrive(struct world *world, const char *shop, char *id, size_t size)
{
    static int serial;
    struct err err;
    struct judgement *j = NULL;
    g_snprintf(id, size, "depth.%d", serial++);
    g_autofree char *text = g_strdup_printf(
        "From: Shop <news@%s.example>\r\nTo: me@home.example\r\nSubject: %d%% off everything, today only\r\n"
        "Message-ID: <%s@%s.example>\r\nList-Unsubscribe: <mailto:leave@%s.example?subject=off>\r\nPrecedence: bulk\r\n\r\n"
        "Buy now!\r\n",
        shop, 10 + serial % 7 * 10, id, shop, shop);
    owned(spool) spool = spool_of(text, strlen(text));
    g_assert_cmpint(flow_judge(&world->reader, NULL, spool, AT_CLOCK, today, &j, &err), ==, STATUS_OK);
    today += DAY;
    return j;
}

static void enter(struct world *world, const struct judgement *j, const char *id, enum outcome outcome)
{
    struct err err;
    struct entry entry = {.id = id, .date = j->facts.now, .address = j->facts.voice, .organisation = j->facts.relation,
                          .thread = "", .kind = j->facts.kind.kind, .placement = j->verdict.placement,
                          .scores = j->scores, .outcome = outcome, .indexed = true, .fingerprint = j->facts.fingerprint};
    if (outcome != OUTCOME_NONE) {
        owned(features) features = features_of(&j->facts, j->findings);
        learn(world->reader.book, features, outcome_acted(outcome), outcome_importance(outcome));
    }
    g_assert_cmpint(book_put(world->reader.book, &entry, &err), ==, STATUS_OK);
}

static void became(struct world *world, const char *shop, int count, enum outcome outcome)
{
    for (int i = 0; i < count; i++) {
        char id[32];
        owned(judgement) j = arrive(world, shop, id, sizeof id);
        enter(world, j, id, outcome);
    }
}

/* How many of the next three, left as they are, are placed in PLACE. */
static int next_three(struct world *world, enum placement place)
{
    int n = 0;
    for (int i = 0; i < 3; i++) {
        char id[32];
        owned(judgement) j = arrive(world, "shop", id, sizeof id);
        g_test_message("useful %.1f, %s", j->scores.of[AXIS_USEFUL], placement_name(j->verdict.placement));
        n += j->verdict.placement == place;
        enter(world, j, id, OUTCOME_NONE);
    }
    return n;
}

static double useful(struct world *world, const char *shop)
{
    char id[32];
    owned(judgement) j = arrive(world, shop, id, sizeof id);
    return j->scores.of[AXIS_USEFUL];
}

/* Her other mail: she opens a part of it. */
static void begin(struct world *world)
{
    today = NOW;
    world_open(world);
    for (int i = 0; i < 40; i++)
        became(world, i % 4 ? "other" : "liked", 1, i % 4 ? OUTCOME_IGNORED : OUTCOME_OPENED);
}

static void a_yes_turns(void)
{
    static const enum outcome yes[] = {OUTCOME_RESCUED, OUTCOME_ANSWERED};
    static const int before[] = {3, 12, 150};
    for (size_t i = 0; i < G_N_ELEMENTS(yes); i++)
        for (size_t k = 0; k < G_N_ELEMENTS(before); k++) {
            struct world world;
            begin(&world);
            became(&world, "shop", before[k], OUTCOME_IGNORED);
            became(&world, "shop", 1, yes[i]);
            g_assert_cmpint(next_three(&world, PLACE_INBOX) + next_three(&world, PLACE_PRIORITY), >=, 3);
            world_close(&world);
        }
}

static void a_no_turns(void)
{
    static const int before[] = {0, 3, 12, 150};
    for (size_t k = 0; k < G_N_ELEMENTS(before); k++) {
        struct world world;
        begin(&world);
        became(&world, "shop", before[k], OUTCOME_OPENED);
        became(&world, "shop", 1, OUTCOME_DEMOTED);
        g_assert_cmpint(next_three(&world, PLACE_LATER), ==, 3);
        world_close(&world);
    }
}

/* The later word holds, and what she does with the mail that follows goes on from there. */
static void the_later_word_holds(void)
{
    struct world world;
    begin(&world);
    became(&world, "shop", 30, OUTCOME_OPENED);
    became(&world, "shop", 1, OUTCOME_DEMOTED);
    became(&world, "shop", 1, OUTCOME_RESCUED);
    g_assert_cmpint(next_three(&world, PLACE_LATER), ==, 0);
    became(&world, "shop", 1, OUTCOME_DEMOTED);
    g_assert_cmpint(next_three(&world, PLACE_LATER), ==, 3);
    became(&world, "shop", 10, OUTCOME_OPENED); /* which she looks for in later */
    g_assert_cmpint(next_three(&world, PLACE_LATER), ==, 0);
    world_close(&world);

    begin(&world);
    became(&world, "shop", 60, OUTCOME_IGNORED);
    became(&world, "shop", 1, OUTCOME_RESCUED);
    became(&world, "shop", 10, OUTCOME_IGNORED);
    g_assert_cmpint(next_three(&world, PLACE_LATER), ==, 3);
    world_close(&world);
}

/* Who asked to be left alone, by letter, said no. */
static void leaving_is_a_no(void)
{
    struct world world;
    struct err err;
    begin(&world);
    became(&world, "shop", 30, OUTCOME_OPENED);
    g_assert_cmpint(next_three(&world, PLACE_LATER), ==, 0);
    g_assert_cmpint(book_wrote_to(world.reader.book, "leave@shop.example", today, &err), ==, STATUS_OK);
    today += DAY;
    g_assert_cmpint(next_three(&world, PLACE_LATER), ==, 3);
    world_close(&world);
}

/* A receipt of who was refused stays where she finds it; so do codes. */
static void a_no_is_to_advertising(void)
{
    struct world world;
    begin(&world);
    became(&world, "shop", 10, OUTCOME_OPENED);
    became(&world, "shop", 1, OUTCOME_DEMOTED);
    owned(judgement) j = judge(&world, "From: Shop <orders@shop.example>\r\nTo: me@home.example\r\nSubject: Your order 77120\r\n"
                                       "\r\nThank you for your order 77120. Total: 35.00 EUR. Invoice attached.\r\n");
    g_assert_cmpint(j->facts.kind.kind, ==, KIND_RECEIPT);
    g_assert_cmpint(j->verdict.placement, !=, PLACE_LATER);
    world_close(&world);
}

/* Ten messages each, half of them acted on, or none. */
static double score_after(enum outcome of_half, enum outcome rest)
{
    struct world world;
    begin(&world);
    for (int i = 0; i < 10; i++)
        became(&world, "shop", 1, i % 2 ? of_half : rest);
    double score = useful(&world, "shop");
    world_close(&world);
    return score;
}

static void depth_weighs(void)
{
    double opened = score_after(OUTCOME_OPENED, OUTCOME_IGNORED), silence = score_after(OUTCOME_IGNORED, OUTCOME_IGNORED);
    static const enum outcome deep[] = {OUTCOME_ANSWERED, OUTCOME_FLAGGED, OUTCOME_FORWARDED, OUTCOME_RESCUED};
    for (size_t i = 0; i < G_N_ELEMENTS(deep); i++) {
        double score = score_after(deep[i], OUTCOME_IGNORED);
        g_test_message("%s %.1f, opened %.1f", outcome_name(deep[i]), score, opened);
        g_assert_cmpfloat(score, >, opened + 1);
    }
    double junk = score_after(OUTCOME_DEMOTED, OUTCOME_IGNORED), deleted = score_after(OUTCOME_DELETED_UNREAD, OUTCOME_IGNORED);
    g_test_message("silence %.2f, deleted unread %.2f, junk %.2f", silence, deleted, junk);
    g_assert_cmpfloat(deleted, <, silence);
    g_assert_cmpfloat(junk, <, deleted);
}

/* In any order: of each row of messages the one with junk in it comes to no more than the one let lie. */
static void junk_is_no_better_than_silence(void)
{
    for (int round = 0; round < 60; round++) {
        double score[2], elsewhere[2];
        int n = g_test_rand_int_range(1, 14), opened = round % 3 ? -1 : g_test_rand_int_range(0, n);
        guint32 junk = (guint32)g_test_rand_int() | 1u << g_test_rand_int_range(0, n);
        for (int with = 0; with < 2; with++) {
            struct world world;
            begin(&world);
            for (int i = 0; i < n; i++)
                became(&world, "shop", 1, with && junk >> i & 1 ? OUTCOME_DEMOTED
                                          : i == opened         ? OUTCOME_OPENED
                                                                : OUTCOME_IGNORED);
            score[with] = useful(&world, "shop");
            elsewhere[with] = useful(&world, "elsewhere"); /* by what words have meant */
            world_close(&world);
        }
        g_test_message("%d messages, junk %x, opened %d: %.2f, %.2f; elsewhere %.2f, %.2f", n, junk, opened, score[0], score[1],
                       elsewhere[0], elsewhere[1]);
        g_assert_cmpfloat(score[1], <, score[0]);
        if (opened < 0) /* what is opened although she calls all else junk is a surprise, and words learn from that */
            g_assert_cmpfloat(elsewhere[1], <=, elsewhere[0] + 0.5);
    }
}

int main(int argc, char **argv)
{
    unit_init(argc, argv);
    message_init();
    g_test_add_func("/depth/yes", a_yes_turns);
    g_test_add_func("/depth/no", a_no_turns);
    g_test_add_func("/depth/later-word", the_later_word_holds);
    g_test_add_func("/depth/leaving", leaving_is_a_no);
    g_test_add_func("/depth/receipts", a_no_is_to_advertising);
    g_test_add_func("/depth/weighs", depth_weighs);
    g_test_add_func("/depth/junk", junk_is_no_better_than_silence);
    return g_test_run();
}
