/* From scores to a placement: thresholds, doubts and probes, what is learned, and what it is measured by. */
#include "filters/prior.h"
#include "decide/learn.h"
#include "decide/measure.h"
#include "decide/telling.h"
#include "world.h"

/* An authenticated receipt is never placed in later by score alone. */
static const struct sender velora = {.organisation = "velora.com"};

static void protected_kinds_stay(void)
{
    owned(config) config = config_default();
    config->doubt = config->patience = 0;
    struct scores scores = {.of = {[AXIS_USEFUL] = 1, [AXIS_PERSONAL] = 50, [AXIS_TRUST] = 90}};
    struct facts facts = {.sender = &velora, .kind = {.kind = KIND_RECEIPT}, .proven = AUTH_PASS};
    g_assert_cmpint(decide(config, &facts, &scores).placement, ==, PLACE_INBOX);
    facts.proven = AUTH_FAIL;
    g_assert_cmpint(decide(config, &facts, &scores).placement, ==, PLACE_LATER);
    facts.kind.kind = KIND_PERSON;
    facts.proven = AUTH_PASS;
    g_assert_cmpint(decide(config, &facts, &scores).placement, ==, PLACE_LATER);
    facts.contact.written = 1;
    g_assert_cmpint(decide(config, &facts, &scores).placement, ==, PLACE_INBOX);
    scores.of[AXIS_TRUST] = 5;
    g_assert_cmpint(decide(config, &facts, &scores).placement, ==, PLACE_SUSPECT);
}

/* The learned model: a word that tells wanted from unwanted mail of one sender. */
static void words_are_learned(void)
{
    static const char wanted[] = "From: Air <news@air.example>\nSubject: Flights to Lisbon\n"
                                 "List-Unsubscribe: <https://air.example>\n\nbook\n";
    static const char other[] = "From: Air <news@air.example>\nSubject: Flights to Oslo\n"
                                "List-Unsubscribe: <https://air.example>\n\nbook\n";
    struct world world;
    struct err failed;
    struct entry before = {.id = "before", .date = NOW - DAY, .address = "news@air.example", .organisation = "air.example",
                           .thread = "", .kind = KIND_PROMOTION, .scores = {{NAN, NAN, NAN}}}; /* no stranger's first */
    world_open(&world);
    g_assert_cmpint(book_put(world.reader.book, &before, &failed), ==, STATUS_OK);
    for (int i = 0; i < 20; i++)
        for (int lisbon = 0; lisbon < 2; lisbon++) {
            owned(judgement) j = judge(&world, lisbon ? wanted : other);
            owned(features) features = features_of(&j->facts, j->findings);
            g_autoptr(GBytes) packed = features_pack(features);
            owned(features) kept = features_unpack(packed);
            learn(world.reader.book, kept, lisbon, 1);
        }
    owned(judgement) up = judge(&world, wanted);
    owned(judgement) down = judge(&world, other);
    g_assert_cmpfloat(up->scores.of[AXIS_USEFUL], >, down->scores.of[AXIS_USEFUL] + 40);
    bool told = false;
    for (size_t i = 0; i < findings_count(up->findings); i++)
        told |= strstr(findings_at(up->findings, i)->detail, "'lisbon' from air.example: acted on 20 of 20") != NULL;
    g_assert_true(told);
    /* What is forgotten is gone, and so is what was stored. */
    struct err err;
    g_assert_cmpint(book_begin(world.reader.book, &err), ==, STATUS_OK);
    g_assert_cmpint(book_commit(world.reader.book, &err), ==, STATUS_OK);
    g_assert_cmpint(book_forget_weights(world.reader.book, &err), ==, STATUS_OK);
    owned(judgement) after = judge(&world, wanted);
    owned(judgement) same = judge(&world, other);
    g_assert_cmpfloat(after->scores.of[AXIS_USEFUL], ==, same->scores.of[AXIS_USEFUL]);
    world_close(&world);
}

static void measures_are_right(void)
{
    struct judged judged[] = {{10, 0, true}, {20, 1, true}, {30, 0, false}, {90, 1, false}};
    struct measures m = measure(judged, G_N_ELEMENTS(judged));
    g_assert_cmpfloat_with_epsilon(m.auc, 0.75, 1e-9);
    g_assert_cmpfloat_with_epsilon(m.wanted_lost, 0.5, 1e-9);
    g_assert_cmpfloat_with_epsilon(m.noise_removed, 0.5, 1e-9);
    g_assert_cmpfloat_with_epsilon(m.lost_at_90, 0.5, 1e-9);
    g_assert_cmpfloat_with_epsilon(m.calibration, (0.1 + 0.8 + 0.3 + 0.1) / 4, 1e-9);
}

/* A sender that nobody knows yet gets the benefit of the doubt. */
static void doubt_fades(void)
{
    owned(config) config = config_default();
    struct facts facts = {.sender = &velora, .kind = {.kind = KIND_PROMOTION}};
    struct scores scores = {.of = {[AXIS_USEFUL] = 1, [AXIS_PERSONAL] = 50, [AXIS_TRUST] = 90}};
    g_assert_cmpint(decide(config, &facts, &scores).placement, ==, PLACE_INBOX);
    g_assert_cmpfloat(later_below(config, &facts), ==, 0);
    facts.now = NOW;
    facts.since = NOW - (int64_t)(config->patience * DAY);
    facts.tally[LEVEL_ORGANISATION_KIND].received = config->doubt;
    g_assert_cmpfloat_with_epsilon(later_below(config, &facts), config->later_below / 4, 1e-6);
    g_assert_cmpint(decide(config, &facts, &scores).placement, ==, PLACE_LATER);
    config->patience = 0;
    g_assert_cmpfloat_with_epsilon(later_below(config, &facts), config->later_below / 2, 1e-6);
    facts.akin = 2 * config->doubt; /* its newsletters */
    g_assert_cmpfloat_with_epsilon(later_below(config, &facts), config->later_below * 3 / 4, 1e-6);
}

/* Who acts on little loses no more than who acts on much: the border moves with her rate. */
static void later_is_hers(void)
{
    owned(config) config = config_default();
    struct facts facts = {.sender = &velora};
    struct tally *all = &facts.tally[LEVEL_ALL];
    double usual = later_for_her(config, &facts);
    g_assert_cmpfloat_with_epsilon(usual, config->later_below, 1e-6);
    all->received = 3000;
    all->acted = 60;
    double little = later_for_her(config, &facts);
    all->acted = 1800;
    double much = later_for_her(config, &facts);
    g_assert_cmpfloat(little, <, 2);
    g_assert_cmpfloat(much, >, 40);
    g_assert_cmpfloat(much, <, 60);
    all->acted = 0;
    all->received = 1e300; /* by a clock that went back */
    g_assert_cmpfloat(later_for_her(config, &facts), >, 0.5);
    all->acted = all->received = INFINITY;
    g_assert_cmpfloat_with_epsilon(later_for_her(config, &facts), usual, 1e-6);
    config->later_below = 0;
    g_assert_cmpfloat(later_for_her(config, &facts), ==, 0);
    config->later_below = 100;
    g_assert_cmpfloat(later_for_her(config, &facts), ==, 100);
}

/* Who is nearly suspect must have been wanted before, or prove that it is about a business of hers. */
static void doubts_are_acted_on(void)
{
    owned(config) config = config_default();
    struct sender sender = velora;
    struct facts facts = {.sender = &sender, .kind = {.kind = KIND_NEWSLETTER}, .proven = AUTH_PASS, .has_book = true};
    struct scores scores = {.of = {[AXIS_USEFUL] = 50, [AXIS_PERSONAL] = 50, [AXIS_TRUST] = config->doubtful_below - 1}};
    g_assert_cmpint(decide(config, &facts, &scores).placement, ==, PLACE_LATER);
    scores.of[AXIS_TRUST] = (config->doubtful_below + 100) / 2 - 1; /* what is sent to many has to be cleaner, where it is known who sends it */
    g_assert_cmpint(decide(config, &facts, &scores).decision, ==, DECIDED_DOUBTFUL);
    facts.proven = AUTH_UNKNOWN;
    g_assert_cmpint(decide(config, &facts, &scores).placement, ==, PLACE_INBOX);
    facts.proven = AUTH_PASS;
    scores.of[AXIS_TRUST] = config->doubtful_below - 1;
    facts.kind.kind = KIND_PERSON; /* protected where she knows them */
    g_assert_cmpint(decide(config, &facts, &scores).decision, ==, DECIDED_DOUBTFUL);
    facts.kind.kind = KIND_RECEIPT;
    g_assert_cmpint(decide(config, &facts, &scores).placement, ==, PLACE_INBOX);
    sender.free_mail = true; /* and proves no business */
    g_assert_cmpint(decide(config, &facts, &scores).decision, ==, DECIDED_DOUBTFUL);
    sender.free_mail = false;
    scores.of[AXIS_TRUST] = config->suspect_below + 1; /* as good as suspect: whatever business it says it is */
    g_assert_cmpint(decide(config, &facts, &scores).decision, ==, DECIDED_DOUBTFUL);
    scores.of[AXIS_TRUST] = config->doubtful_below - 1;
    facts.proven = AUTH_NONE;
    g_assert_cmpint(decide(config, &facts, &scores).decision, ==, DECIDED_DOUBTFUL);
    facts.tally[LEVEL_ORGANISATION].acted = 1;
    g_assert_cmpint(decide(config, &facts, &scores).placement, ==, PLACE_INBOX);
}

/* A stranger's receipt may be a lure: it comes first only where its sender is proven. */
static void strangers_prove_themselves(void)
{
    owned(config) config = config_default();
    struct facts facts = {.sender = &velora, .kind = {.kind = KIND_RECEIPT}, .proven = AUTH_PASS, .has_book = true, .stranger = true};
    struct scores scores = {.of = {[AXIS_USEFUL] = 90, [AXIS_PERSONAL] = 50, [AXIS_TRUST] = PRIORITY_TRUST - 1}};
    g_assert_cmpint(decide(config, &facts, &scores).placement, ==, PLACE_INBOX);
    scores.of[AXIS_TRUST] = PRIORITY_TRUST;
    g_assert_cmpint(decide(config, &facts, &scores).placement, ==, PLACE_PRIORITY);
    scores.of[AXIS_TRUST] = 50;
    facts.stranger = false;
    g_assert_cmpint(decide(config, &facts, &scores).placement, ==, PLACE_PRIORITY);
    facts.kind.kind = KIND_PERSON; /* a cold caller */
    g_assert_cmpint(decide(config, &facts, &scores).decision, ==, DECIDED_UNPROVEN);
    facts.tally[LEVEL_SENDER_KIND].count[OUTCOME_NONE] = 5; /* again and again */
    g_assert_cmpint(decide(config, &facts, &scores).decision, ==, DECIDED_UNPROVEN);
    facts.tally[LEVEL_SENDER_KIND].acted = 1;
    g_assert_cmpint(decide(config, &facts, &scores).placement, ==, PLACE_PRIORITY);
}

/* What was put aside and left there is mail that she did not act on: a rate of what was shown would rise with
 * all that is put aside, and the border of later with it. */
static void rate_counts_what_was_put_aside(void)
{
    struct tally all = {.received = 100, .acted = 30, .first = NOW - 200 * DAY, .last = NOW};
    all.count[OUTCOME_OPENED] = 30;
    all.count[OUTCOME_IGNORED] = 70;
    all.count[OUTCOME_NONE] = 7; /* what came in the last 14 days */
    g_assert_cmpfloat_with_epsilon(rate_of_hers(&all), tally_rate(&all, USUAL_RATE, 30), 1e-6);
    all.count[OUTCOME_NONE] = 300;
    g_assert_cmpfloat(rate_of_hers(&all), <, 0.5 * tally_rate(&all, USUAL_RATE, 30));
}

/* Whose mail is always demoted is shown now and then. */
static void verdicts_do_not_prove_themselves(void)
{
    owned(config) config = config_default();
    struct scores scores = {.of = {[AXIS_USEFUL] = 1, [AXIS_PERSONAL] = 50, [AXIS_TRUST] = 90}};
    struct facts facts = {.sender = &velora, .now = NOW, .kind = {.kind = KIND_PROMOTION}};
    facts.since = facts.tally[LEVEL_ORGANISATION_KIND].first = NOW - 90 * DAY;
    facts.tally[LEVEL_ORGANISATION_KIND].received = 50;
    facts.last_shown = NOW - 19 * DAY;
    g_assert_cmpint(decide(config, &facts, &scores).placement, ==, PLACE_LATER);
    facts.last_shown = NOW - 59 * DAY;
    g_assert_cmpint(decide(config, &facts, &scores).placement, ==, PLACE_LATER);
    facts.last_shown = NOW - 61 * DAY;
    g_assert_cmpint(decide(config, &facts, &scores).decision, ==, DECIDED_PROBE);
    g_assert_cmpint(decide(config, &facts, &scores).placement, ==, PLACE_INBOX);
    /* More rarely where she has wanted none of it for long ... */
    facts.tally[LEVEL_ORGANISATION_KIND].first = NOW - 300 * DAY;
    g_assert_cmpint(decide(config, &facts, &scores).placement, ==, PLACE_LATER);
    facts.tally[LEVEL_ORGANISATION_KIND].last_wanted = NOW - 60 * DAY;
    g_assert_cmpint(decide(config, &facts, &scores).decision, ==, DECIDED_PROBE);
    /* ... and never for an impostor, nor where it is switched off. */
    facts.proven = AUTH_FAIL;
    g_assert_cmpint(decide(config, &facts, &scores).placement, ==, PLACE_LATER);
    facts.proven = AUTH_PASS;
    config->probe = 0;
    g_assert_cmpint(decide(config, &facts, &scores).placement, ==, PLACE_LATER);
}

/* Attention is charged for by volume: who sends much for nothing waits longer for a chance, whoever writes
 * less or is acted on does not, and nobody waits for ever. */
static void volume_delays_a_chance(void)
{
    owned(config) config = config_default();
    struct facts facts = {.sender = &velora, .now = NOW, .kind = {.kind = KIND_PROMOTION}, .since = NOW - 400 * DAY};
    facts.tally[LEVEL_ORGANISATION_KIND].first = NOW - 400 * DAY;
    facts.tally[LEVEL_ORGANISATION_KIND].last_wanted = NOW - 90 * DAY;
    facts.last_shown = NOW - 61 * DAY;
    facts.volume.sent = (unsigned)VOLUME_FREE;
    g_assert_true(is_probe(config, &facts));
    facts.volume.sent = 3 * (unsigned)VOLUME_FREE;
    g_assert_false(is_probe(config, &facts));
    facts.volume.acted = facts.volume.sent * USUAL_RATE; /* as much as she acts on of all */
    g_assert_true(is_probe(config, &facts));
    facts.volume.acted = 0;
    facts.volume.sent = 1000;
    facts.last_shown = NOW - 361 * DAY;
    g_assert_true(is_probe(config, &facts));
}

/* ... however often they write: more mail than is looked at one by one must not hide when the last was shown. */
static void shouters_are_probed(void)
{
    struct world world;
    struct err err;
    world_open(&world);
    for (int i = 1; i <= 800; i++) {
        g_autofree char *id = g_strdup_printf("shout.%d", i);
        struct entry entry = {.id = id, .date = NOW - i * DAY / 2, .address = "news@shop.example",
                              .organisation = "shop.example", .thread = "", .kind = KIND_PROMOTION,
                              .placement = i <= 730 ? PLACE_LATER : PLACE_INBOX, .scores = {{NAN, NAN, NAN}}, .outcome = i <= 730 ? OUTCOME_NONE : OUTCOME_IGNORED, .indexed = true};
        g_assert_cmpint(book_put(world.reader.book, &entry, &err), ==, STATUS_OK);
    }
    owned(judgement) j = judge(&world, promotion);
    g_assert_cmpuint(j->facts.volume.sent, ==, RECENT_MESSAGES);
    g_assert_cmpint(j->verdict.decision, ==, DECIDED_PROBE);
    world_close(&world);
}

/* Ten messages of hers to react to are enough, whatever a hundred before them said. */
static void ten_messages_turn_a_brand(void)
{
    for (int helpful = 0; helpful < 2; helpful++) {
        struct world world;
        struct err err;
        world_open(&world);
        for (int i = 0; i < 110; i++) {
            bool acted = (i < 100) != helpful;
            g_autofree char *id = g_strdup_printf("turn.%d", i);
            owned(spool) spool = spool_of(promotion, strlen(promotion));
            struct judgement *j = NULL;
            g_assert_cmpint(flow_judge(&world.reader, NULL, spool, AT_CLOCK, NOW - (120 - i) * DAY, &j, &err), ==, STATUS_OK);
            struct entry entry = {.id = id, .date = NOW - (120 - i) * DAY, .address = j->facts.voice,
                                  .organisation = j->facts.relation, .thread = "", .kind = j->facts.kind.kind,
                                  .placement = PLACE_NONE, .scores = {{NAN, NAN, NAN}},
                                  .outcome = acted ? OUTCOME_OPENED : OUTCOME_IGNORED, .indexed = true};
            owned(features) features = features_of(&j->facts, j->findings);
            learn(world.reader.book, features, acted, 1);
            g_assert_cmpint(book_put(world.reader.book, &entry, &err), ==, STATUS_OK);
            judgement_free(j);
        }
        owned(judgement) now = judge(&world, promotion);
        g_test_message("%s: useful %.1f", helpful ? "helpful" : "noise", now->scores.of[AXIS_USEFUL]);
        g_assert_cmpint(now->verdict.placement == PLACE_LATER, ==, !helpful);
        world_close(&world);
    }
}

/* "keep" takes out of later and does nothing else. */
static void keeping_is_no_placing(void)
{
    static const enum placement rows[][2] = {{PLACE_PRIORITY, PLACE_PRIORITY}, {PLACE_INBOX, PLACE_INBOX},
                                             {PLACE_LATER, PLACE_INBOX}, {PLACE_SUSPECT, PLACE_SUSPECT}};
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        struct verdict decided = {.placement = rows[i][0], .decision = DECIDED_USEFUL, .by_score = rows[i][0]};
        struct ruling keeps = {.placement = PLACE_NONE, .keeps = true};
        struct verdict verdict = verdict_with(decided, &keeps);
        g_assert_cmpint(verdict.placement, ==, rows[i][1]);
        g_assert_cmpint(verdict.decision == DECIDED_RULE, ==, rows[i][0] == PLACE_LATER);
    }
}

/* Each row: terms of kind, sender (a chain of two) and message, and which of them sets it apart. */
static void what_tells_is_named(void)
{
    static const struct finding_spec specs[] = {
        {"kind", AXIS_USEFUL, 1, "", false, OF_KIND, false, false, false, false},   {"sender", AXIS_USEFUL, 1, "", false, OF_SENDER, false, false, false, false},
        {"step", AXIS_USEFUL, 1, "", false, OF_SENDER, false, false, false, false}, {"message", AXIS_USEFUL, 1, "", false, OF_MESSAGE, false, false, false, false},
        {"all", AXIS_USEFUL, 1, "", true, OF_MESSAGE, false, false, false, false},  {"lure", AXIS_TRUST, 1, "", false, OF_MESSAGE, false, false, false, false},
    };
    static const struct {
        double terms[4];
        struct verdict verdict;
        const char *code;
    } rows[] = {
        {{-1.6, -0.3, 0, -0.5}, {.placement = PLACE_LATER, .decision = DECIDED_USEFUL}, "message"},
        {{-1.6, -0.9, 0, -0.5}, {.placement = PLACE_LATER, .decision = DECIDED_USEFUL}, "sender"},
        {{-1.6, -0.3, 0, -0.1}, {.placement = PLACE_LATER, .decision = DECIDED_USEFUL}, "sender"},
        {{-1.6, 0.4, 0, 0.5}, {.placement = PLACE_LATER, .decision = DECIDED_USEFUL}, "kind"},
        {{-1.6, -0.6, 0.6, 0}, {.placement = PLACE_LATER, .decision = DECIDED_USEFUL}, "kind"}, /* steps that come to nothing */
        {{-1.6, -0.05, 0, -0.1}, {.placement = PLACE_LATER, .decision = DECIDED_USEFUL}, "kind"},
        {{-1.1, 0.2, 0, 0.9}, {.placement = PLACE_INBOX, .decision = DECIDED_USEFUL}, "message"}, /* lifts it */
        {{1.1, -0.7, 0, 0.3}, {.placement = PLACE_INBOX, .decision = DECIDED_USEFUL}, "sender"},  /* holds it */
        {{1.7, 0.2, 0.1, 0}, {.placement = PLACE_PRIORITY, .decision = DECIDED_USEFUL}, "sender"},
        {{-1.6, -0.3, 0, -0.5}, {.placement = PLACE_SUSPECT, .decision = DECIDED_TRUST}, "lure"},
        {{1.7, 0, 0, 0}, {.placement = PLACE_INBOX, .decision = DECIDED_UNPROVEN, .barred = true}, "lure"},
        {{1.7, 0, 0, 0}, {.placement = PLACE_LATER, .decision = DECIDED_RULE}, NULL},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        owned(findings) findings = findings_new(NULL, false);
        for (int which = 0; which < 4; which++)
            findings_add(findings, &specs[which], rows[i].terms[which], "%s", "a fact");
        findings_add(findings, &specs[4], -3, "%s", "a fact");
        findings_add(findings, &specs[5], -1, "%s", "a fact");
        const struct finding *finding = finding_telling(&rows[i].verdict, findings);
        g_assert_cmpstr(finding ? finding->spec->code : NULL, ==, rows[i].code);
    }
}

/* Against what is about hers, a kind weighs what it does for most people, whatever was learned of it. */
static void what_is_hers_spares(void)
{
    static const struct finding_spec spec = {"kind", AXIS_USEFUL, 1, "", .spares_learned = true};
    static const struct {
        double learned, value, share, term;
    } rows[] = {{1.5, -1, 0, -2.5}, {1.5, -1, 1, -1}, {1.5, -1, 0.5, -1.75}, {-0.5, -1, 1, -0.5}, {1.5, 1, 1, 2.5}};
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        struct weight weight = {.key = weight_key_of_finding("kind"), .value = rows[i].learned};
        g_autoptr(GHashTable) deviations = g_hash_table_new(g_int64_hash, g_int64_equal);
        g_hash_table_insert(deviations, &weight.key, &weight);
        owned(findings) findings = findings_new(deviations, false);
        findings_spare(findings, rows[i].share);
        findings_add(findings, &spec, rows[i].value, "%s", "");
        g_assert_cmpfloat(findings_at(findings, 0)->term, ==, rows[i].term);
    }
}

int main(int argc, char **argv)
{
    unit_init(argc, argv);
    message_init();
    g_test_add_func("/decide/protected", protected_kinds_stay);
    g_test_add_func("/decide/words", words_are_learned);
    g_test_add_func("/decide/measures", measures_are_right);
    g_test_add_func("/decide/doubt", doubt_fades);
    g_test_add_func("/decide/her-later", later_is_hers);
    g_test_add_func("/decide/rate", rate_counts_what_was_put_aside);
    g_test_add_func("/decide/probe", verdicts_do_not_prove_themselves);
    g_test_add_func("/decide/volume", volume_delays_a_chance);
    g_test_add_func("/decide/shouters", shouters_are_probed);
    g_test_add_func("/decide/turn", ten_messages_turn_a_brand);
    g_test_add_func("/decide/doubtful", doubts_are_acted_on);
    g_test_add_func("/decide/priority", strangers_prove_themselves);
    g_test_add_func("/decide/keep", keeping_is_no_placing);
    g_test_add_func("/decide/telling", what_tells_is_named);
    g_test_add_func("/decide/spares", what_is_hers_spares);
    return g_test_run();
}
