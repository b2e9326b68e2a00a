/* Who writes to a list, to whom else, and whether she is named there. */
#include "decide/learn.h"
#include "world.h"

static char *mine[] = {"me@home.example", NULL};

static void readers_open(struct world *world)
{
    world_open(world);
    reader_set_user(&world->reader, g_strdupv(mine), "Robin Reader");
}

static struct judgement *judge_post(struct world *world, const char *from, const char *fields)
{
    g_autofree char *bytes = g_strdup_printf("From: %s\n%sMessage-ID: <q@harbour.example>\nDate: Sun, 15 Jun 2025 10:00:00 +0000\n"
                                             "List-Id: <rides.lists.gravel.example>\n"
                                             "List-Post: <mailto:rides@lists.gravel.example>\n\nWho rides on Sunday?\n", from, fields);
    struct judgement *j = judge(world, bytes);
    g_assert_true(j->facts.discussion);
    g_assert_cmpstr(j->facts.relation, ==, "rides.lists.gravel.example");
    return j;
}

static double useful_of(struct world *world, const char *fields)
{
    owned(judgement) j = judge_post(world, "Ann Lee <ann.lee@harbour.example>", fields);
    return j->scores.of[AXIS_USEFUL];
}

#define LIST "rides@lists.gravel.example"

static void named_comes_first(void)
{
    struct world world;
    readers_open(&world);
    double first = useful_of(&world, "To: me@home.example\nCc: " LIST "\nSubject: Sunday\n");
    double later = useful_of(&world, "To: " LIST ", me@home.example\nSubject: Sunday\n");
    double copy = useful_of(&world, "To: " LIST "\nCc: me@home.example\nSubject: Sunday\n");
    double none = useful_of(&world, "To: " LIST "\nSubject: Sunday\n");
    double goes_on = useful_of(&world, "To: " LIST "\nSubject: Re: Sunday\n");
    g_assert_cmpfloat(first, >, later + 5);
    g_assert_cmpfloat(later, >, copy + 5);
    g_assert_cmpfloat(copy, >, none + 5);
    g_assert_cmpfloat(none, >, goes_on + 3);
    world_close(&world);
}

/* COUNT posts of NAME's, as they are entered. */
static void wrote(struct world *world, const char *name, int count, enum outcome outcome)
{
    struct err err;
    for (int i = 0; i < count; i++) {
        owned(judgement) j = judge_post(world, name, "To: " LIST "\nSubject: Sunday\n");
        g_autofree char *id = g_strdup_printf("%d.%s", i, name);
        struct entry entry = {.id = id, .date = NOW - (i + 1) * DAY, .address = j->facts.voice, .organisation = j->facts.relation,
                              .thread = "", .kind = KIND_LIST, .proven = j->facts.entitled, .placement = PLACE_NONE,
                              .scores = {{NAN, NAN, NAN}}, .outcome = outcome, .indexed = true};
        g_assert_cmpint(book_put(world->reader.book, &entry, &err), ==, STATUS_OK);
    }
}

/* Each author counts alone, also where the list writes for all under one address. */
static void authors_count(void)
{
    static const char *const names[][2] = {
        {"Ann Lee <ann.lee@harbour.example>", "Bo Ott <bo.ott@harbour.example>"},
        {"Ann Lee via Rides <" LIST ">", "Bo Ott via Rides <" LIST ">"},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(names); i++) {
        struct world world;
        readers_open(&world);
        wrote(&world, names[i][0], 12, OUTCOME_ANSWERED);
        wrote(&world, names[i][1], 12, OUTCOME_IGNORED);
        owned(judgement) ann = judge_post(&world, names[i][0], "To: " LIST "\nSubject: Sunday\n");
        owned(judgement) bo = judge_post(&world, names[i][1], "To: " LIST "\nSubject: Sunday\n");
        g_assert_cmpfloat(found(ann, "history.sender")->term, >, found(bo, "history.sender")->term + 1);
        g_assert_cmpfloat(ann->scores.of[AXIS_USEFUL], >, bo->scores.of[AXIS_USEFUL] + 20);
        world_close(&world);
    }
}

static void company_is_learned(void)
{
    struct world world;
    readers_open(&world);
    static const char fields[] = "To: " LIST "\nCc: boss@y.example\nSubject: Sunday\n";
    double before = useful_of(&world, fields);
    for (int i = 0; i < 30; i++) {
        owned(judgement) j = judge_post(&world, "Ann Lee <ann.lee@harbour.example>", fields);
        j->facts.first = false; /* somebody who writes again */
        owned(features) features = features_of(&j->facts, j->findings);
        learn(world.reader.book, features, 1, 1);
    }
    owned(judgement) j = judge_post(&world, "Ann Lee <ann.lee@harbour.example>", fields);
    g_assert_cmpfloat(found(j, "addressed.with")->term, >, 0.3);
    g_assert_cmpfloat(j->scores.of[AXIS_USEFUL], >, before + 10);
    world_close(&world);
}

/* That an answer to her is a reply to her is said once. */
static void answers_count_once(void)
{
    struct world world;
    readers_open(&world);
    owned(judgement) j = judge(&world, "From: Ann Lee <ann.lee@harbour.example>\nTo: me@home.example\nSubject: Re: Ladder\n"
                                       "Message-ID: <q@harbour.example>\n\nYes, on Sunday.\n");
    g_assert_nonnull(found(j, "addressed.answered"));
    j->facts.answers_her = true;
    owned(findings) again = filters_judge(&j->facts);
    for (size_t i = 0; i < findings_count(again); i++)
        g_assert_cmpstr(findings_at(again, i)->spec->code, !=, "addressed.answered");
    world_close(&world);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    message_init();
    g_test_add_func("/lists/named", named_comes_first);
    g_test_add_func("/lists/authors", authors_count);
    g_test_add_func("/lists/company", company_is_learned);
    g_test_add_func("/lists/answers", answers_count_once);
    return g_test_run();
}
