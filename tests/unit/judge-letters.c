/* How she is addressed in what people write. */
#include "decide/learn.h"
#include "world.h"

static char *mine[] = {"me@home.example", NULL};

static void office_open(struct world *world)
{
    world_open(world);
    reader_set_user(&world->reader, g_strdupv(mine), "Robin Reader");
}

static struct judgement *judge_letter(struct world *world, const char *fields, const char *text)
{
    g_autofree char *bytes = g_strdup_printf("From: Ann Lee <ann.lee@harbour.example>\r\n%sMessage-ID: <q@harbour.example>\r\n"
                                             "\r\n%s", fields, text);
    return judge(world, bytes);
}

#define TEXT "Hi,\r\n\r\nI would like to bring back your ladder on Sunday, in the afternoon if that suits you.\r\n\r\nBest,\r\nAnn\r\n"

static double useful_of(struct world *world, const char *fields, const char *text)
{
    owned(judgement) j = judge_letter(world, fields, text);
    g_assert_cmpint(j->facts.kind.kind, ==, KIND_PERSON);
    return j->scores.of[AXIS_USEFUL];
}

static void what_is_hers_comes_first(void)
{
    struct world world;
    office_open(&world);
    double alone = useful_of(&world, "To: me@home.example\r\nSubject: Ladder\r\n", TEXT);
    double copy = useful_of(&world, "To: x@y.example\r\nCc: me@home.example\r\nSubject: Ladder\r\n", TEXT);
    double hidden = useful_of(&world, "To: x@y.example\r\nSubject: Ladder\r\n", TEXT);
    double reply = useful_of(&world, "To: me@home.example\r\nSubject: Re: Ladder\r\n", TEXT);
    double response = useful_of(&world, "To: me@home.example\r\nSubject: Accepted: Ladder\r\n", TEXT);
    double asked = useful_of(&world, "To: me@home.example\r\nSubject: Ladder\r\n", "Hi Robin,\r\n\r\nis it you who has my ladder? "
                                     "I would like to have it back on Sunday, if that suits you.\r\n\r\nBest,\r\nAnn\r\n");
    g_assert_cmpfloat(alone, >, copy + 5);
    g_assert_cmpfloat(copy, >, hidden + 5);
    g_assert_cmpfloat(reply, >, alone);
    g_assert_cmpfloat(alone, >, response);
    g_assert_cmpfloat(asked, >, alone);
    world_close(&world);
}

/* What was forwarded to her is to her; that it was, a sender can write, too, but not above her server. */
static void forwarded_is_addressed(void)
{
    static const char received[] = "Received: from away.example (away.example [192.0.2.9]) by mx.home.example; "
                                   "Sun, 15 Jun 2025 10:00:00 +0000\r\n";
    for (int forged = 0; forged < 2; forged++) {
        struct world world;
        office_open(&world);
        g_autofree char *bytes = g_strdup_printf("%s%s%sFrom: Ann Lee <ann.lee@harbour.example>\r\nTo: old@away.example\r\n"
                                                 "Subject: Ladder\r\nMessage-ID: <q@harbour.example>\r\n\r\n" TEXT,
                                                 forged ? received : "", "Delivered-To: old@away.example\r\n", forged ? "" : received);
        owned(judgement) j = judge(&world, bytes);
        g_assert_cmpint(found(j, "addressed.not") != NULL, ==, forged);
        g_assert_cmpint(j->facts.addressing.place, ==, !forged);
        world_close(&world);
    }
}

/* Nobody knows which addresses are hers: none is missing. */
static void unknown_is_not_absent(void)
{
    struct world world;
    world_open(&world);
    owned(judgement) j = judge_letter(&world, "To: x@y.example\r\nSubject: Ladder\r\n", TEXT);
    g_assert_null(found(j, "addressed.not"));
    g_assert_cmpuint(j->facts.n_with, ==, 0);
    world_close(&world);
}

/* Of what is sent to many, the place tells nothing. */
static void bulk_is_not_addressed(void)
{
    struct world world;
    office_open(&world);
    owned(judgement) j = judge(&world, promotion);
    for (size_t i = 0; i < findings_count(j->findings); i++)
        g_assert_false(g_str_has_prefix(findings_at(j->findings, i)->spec->code, "addressed."));
    world_close(&world);
}

/* What she does with what is to her and to the boss, too, is learned by the boss's address, packed or not. */
static void company_is_learned(void)
{
    struct world world;
    office_open(&world);
    static const char fields[] = "To: me@home.example, boss@y.example\r\nSubject: Ladder\r\n";
    double before = useful_of(&world, fields, TEXT);
    for (int i = 0; i < 30; i++) {
        owned(judgement) j = judge_letter(&world, fields, TEXT);
        j->facts.first = false; /* somebody who writes again */
        owned(features) features = features_of(&j->facts, j->findings);
        g_autoptr(GBytes) packed = features_pack(features);
        owned(features) again = features_unpack(packed);
        g_assert_nonnull(again);
        learn(world.reader.book, again, 0, 1);
    }
    struct weight *weight = book_weight(world.reader.book, weight_key_of_word(WEIGHT_WITH, "boss@y.example"));
    g_assert_cmpfloat(weight->value, <, -0.3);
    g_assert_cmpstr(weight->name, ==, "with boss@y.example");
    owned(judgement) j = judge_letter(&world, fields, TEXT);
    g_assert_cmpfloat(found(j, "addressed.with")->term, <, -0.3);
    g_assert_cmpfloat(j->scores.of[AXIS_USEFUL], <, before - 10);
    world_close(&world);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    message_init();
    g_test_add_func("/letters/place", what_is_hers_comes_first);
    g_test_add_func("/letters/forwarded", forwarded_is_addressed);
    g_test_add_func("/letters/unknown", unknown_is_not_absent);
    g_test_add_func("/letters/bulk", bulk_is_not_addressed);
    g_test_add_func("/letters/company", company_is_learned);
    return g_test_run();
}
