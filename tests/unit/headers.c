/* heed's own fields: where they go, whose are believed, what a worker may say. */
#include <stdio.h>
#include <unistd.h>

#include "act/plan.h"
#include "mail/heed-fields.h"
#include "mail/layout.h"
#include "world.h"

/* What comes out with HEAD before it, read back. */
static char *written(const char *text, const char *block, bool keep_mbox)
{
    owned(spool) spool = spool_of(text, strlen(text));
    owned(layout) layout = layout_read(spool);
    char name[] = "/tmp/heed-written.XXXXXX";
    int fd = g_mkstemp(name);
    struct err err;
    g_assert_cmpint(layout_write(spool, layout, block, keep_mbox, fd, &err), ==, STATUS_OK);
    close(fd);
    char *out = NULL;
    g_assert_true(g_file_get_contents(name, &out, NULL, NULL));
    unlink(name);
    return out;
}

static void fields_go_where_they_belong(void)
{
    static const struct {
        const char *in, *out;
        bool keep_mbox;
    } cases[] = {
        {"Subject: a\n\nbody\n", "X-Heed: v\nSubject: a\n\nbody\n", false},
        {"Subject: a\r\n\r\nbody\r\n", "X-Heed: v\r\nSubject: a\r\n\r\nbody\r\n", false},
        {"From a b\nSubject: a\n\nbody", "From a b\nX-Heed: v\nSubject: a\n\nbody", true},
        {"From a b\nSubject: a\n\nbody", "X-Heed: v\nSubject: a\n\nbody", false},
        {"From: a\n\nb\n", "X-Heed: v\nFrom: a\n\nb\n", false},
        {"X-Heed: forged\n more\nA: b\nx-heed-why : x\n\ty\n\nX-Heed: body\n",
         "X-Heed: v\nA: b\n\nX-Heed: body\n", false},
        {"A: b\nX-Heeded: no\nX-Heed-S_1: z", "X-Heed: v\nA: b\nX-Heeded: no\n", false},
        {"\nonly a body\n", "X-Heed: v\n\nonly a body\n", false},
        {"From a b", "X-Heed: v\nFrom a b", true},
        {"", "X-Heed: v\n", false},
        {" starts with a continuation\nA: b\n", " starts with a continuation\nA: b\n", false},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autofree char *out = written(cases[i].in, "X-Heed: v\n", cases[i].keep_mbox);
        g_assert_cmpstr(out, ==, cases[i].out);
    }
}

static char *block_of(struct world *world, const struct judgement *j, const struct spool *spool)
{
    owned(layout) layout = layout_read(spool);
    owned(plan) plan = plan_of(&world->reader, j, NULL, NULL, NOW);
    return plan_block(plan, spool, layout, world->reader.keyring->seal);
}

/* What a sender calls itself comes into the reasons, and must not make heed's own field look like somebody else's. */
static void names_do_not_break_fields(void)
{
    struct world world;
    world_open(&world);
    GString *name = g_string_new(NULL);
    for (int i = 0; i < 80; i++) {
        g_string_append_c(name, 'a');
        g_autofree char *mail = g_strdup_printf("From: \"Support %s \302\275 \302\275 x \302\274\302\274 y\" <x@gmail.com>\n"
                                                "To: me@home.example\n\nHello\n", name->str);
        owned(judgement) j = judge(&world, mail);
        owned(spool) spool = spool_of(mail, strlen(mail));
        g_autofree char *block = block_of(&world, j, spool);
        g_assert_nonnull(strstr(block, "1/2"));
        g_assert_true(heed_fields_are_sound(block));
    }
    g_string_free(name, TRUE);
    world_close(&world);
}

static void own_fields_are_believed_and_others_not(void)
{
    struct world world;
    world_open(&world);
    owned(judgement) j = judge(&world, promotion);
    owned(spool) spool = spool_of(promotion, strlen(promotion));
    g_autofree char *block = block_of(&world, j, spool);
    g_assert_true(heed_fields_are_sound(block));
    g_autofree char *with = written(promotion, block, false);
    owned(judgement) again = judge(&world, with);
    struct carried carried;
    g_assert_true(carried_read(&world.reader, again, &carried));
    g_assert_cmpint(carried.placement, ==, j->verdict.placement);
    g_assert_cmpint(carried.when, ==, NOW);
    g_assert_cmpfloat_with_epsilon(carried.scores.of[AXIS_USEFUL], j->scores.of[AXIS_USEFUL], 0.051);
    carried_clear(&carried);

    g_autofree char *twice = g_strconcat("X-Heed: priority; useful=99\r\n", with, NULL);
    owned(judgement) doubled = judge(&world, twice);
    g_assert_false(carried_read(&world.reader, doubled, &carried));
    char *place = strstr(with, "trust=");
    place[strlen("trust=")] ^= 1;
    owned(judgement) altered = judge(&world, with);
    g_assert_false(carried_read(&world.reader, altered, &carried));
    world_close(&world);
}

static void decisions_are_told(void)
{
    static const struct {
        enum decision decision;
        const char *word;
    } cases[] = {{DECIDED_PROTECTED, "; protected"}, {DECIDED_PROBE, "; probe"}};
    struct world world;
    world_open(&world);
    owned(judgement) j = judge(&world, promotion);
    owned(spool) spool = spool_of(promotion, strlen(promotion));
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        j->verdict.decision = cases[i].decision;
        g_autofree char *block = block_of(&world, j, spool);
        g_autofree char *verdict = g_strndup(block, strcspn(block, "\n"));
        for (size_t k = 0; k < G_N_ELEMENTS(cases); k++)
            g_assert_cmpint(strstr(verdict, cases[k].word) != NULL, ==, i == k);
    }
    world_close(&world);
}

static void worker_may_only_say_fields(void)
{
    static const char *const bad[] = {"", "\n", "X-Heed: a", "X-Heed: a\n\nbody\n", "X-Heed: a\nTo: b\n",
                                      " X-Heed: a\n", "X-Heed: \xc3\xa4\n", "X-Heed: a\r\n", "X-Heed: a\n  b\n",
                                      "X-Heed: a\n \n"};
    for (size_t i = 0; i < G_N_ELEMENTS(bad); i++)
        if (heed_fields_are_sound(bad[i]))
            g_error("believed: %s", bad[i]);
    g_assert_true(heed_fields_are_sound("X-Heed: a\nX-Heed-Why: b\n c\n"));
    g_autofree char *unjudged = plan_block_unjudged("timeout");
    g_assert_true(heed_fields_are_sound(unjudged));
}

int main(int argc, char **argv)
{
    unit_init(argc, argv);
    message_init();
    g_test_add_func("/headers/names", names_do_not_break_fields);
    g_test_add_func("/headers/place", fields_go_where_they_belong);
    g_test_add_func("/headers/carried", own_fields_are_believed_and_others_not);
    g_test_add_func("/headers/decisions", decisions_are_told);
    g_test_add_func("/headers/worker", worker_may_only_say_fields);
    return g_test_run();
}
