/* Filters, scores, decisions and heed's own headers, on messages made up here. */
#include <math.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "filter.h"
#include "flip.h"
#include "headers.h"
#include "learn.h"
#include "measure.h"
#include "unit.h"

#define NOW ((int64_t)1750000000)
#define DAY ((int64_t)86400)

static const char promotion[] =
    "Received: from a by b; Sun, 15 Jun 2025 10:00:00 +0000\r\nFrom: Shop <news@shop.example>\r\n"
    "To: me@home.example\r\nSubject: 50% off everything, today only\r\nMessage-ID: <1@shop.example>\r\n"
    "List-Unsubscribe: <https://shop.example/u>\r\nPrecedence: bulk\r\n\r\nBuy now!\r\n";

struct world {
    struct sources sources;
    char *state;
};

static void world_open(struct world *world)
{
    struct err err;
    world->state = unit_folder();
    world->sources = (struct sources){.config = config_load("/nonexistent", "/nonexistent")};
    g_assert_cmpint(book_open(":memory:", 90, &world->sources.book, NULL, &err), ==, STATUS_OK);
    g_assert_cmpint(secret_open(world->state, SEAL_KEY, true, &world->sources.key, &err), ==, STATUS_OK);
}

static void world_close(struct world *world)
{
    unit_remove(world->state);
    sources_close(&world->sources);
}

static struct judgement *judge(struct world *world, const char *text)
{
    owned(spool) spool = spool_of(text, strlen(text));
    struct judgement *judgement = NULL;
    struct err err;
    g_assert_cmpint(flow_judge(&world->sources, spool, 0, AT_ARRIVAL, NOW, &judgement, &err), ==, STATUS_OK);
    return judgement;
}

static void live(struct world *world, int count, enum outcome outcome)
{
    struct err err;
    static int serial;
    for (int i = 0; i < count; i++) {
        g_autofree char *id = g_strdup_printf("old.%d", serial++);
        struct entry entry = {.id = id, .date = NOW - 86400 * i, .address = "news@shop.example",
                              .organisation = "shop.example", .thread = "", .kind = KIND_PROMOTION,
                              .placement = PLACE_NONE, .useful = NAN, .personal = NAN, .trust = NAN,
                              .outcome = outcome, .indexed = true};
        g_assert_cmpint(book_put(world->sources.book, &entry, &err), ==, STATUS_OK);
    }
}

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
            g_assert_cmpfloat_with_epsilon(finding->part * 100, round(finding->part * 100), 1e-6);
            sum += finding->spec->axis == (enum axis)axis ? finding->part : 0;
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
    struct flip flip = flip_find(world.sources.config, world.sources.rules, j);
    g_assert_cmpint(flip.by_acting, ==, PLACE_INBOX);
    g_assert_true(flip.acting);
    live(&world, (int)flip.more, OUTCOME_OPENED);
    owned(judgement) again = judge(&world, promotion);
    g_assert_cmpint(again->verdict.placement, ==, PLACE_INBOX);
    world_close(&world);
}

/* An authenticated receipt is never placed in later by score alone. */
static void protected_kinds_stay(void)
{
    owned(config) config = config_load("/nonexistent", "/nonexistent");
    config->doubt = config->patience = 0;
    struct scores scores = {.of = {[AXIS_USEFUL] = 1, [AXIS_PERSONAL] = 50, [AXIS_TRUST] = 90}};
    struct facts facts = {.kind = {.kind = KIND_RECEIPT}, .proven = AUTH_PASS};
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
    world_open(&world);
    for (int i = 0; i < 20; i++)
        for (int lisbon = 0; lisbon < 2; lisbon++) {
            owned(judgement) j = judge(&world, lisbon ? wanted : other);
            owned(features) features = features_of(&j->facts, j->findings);
            g_autoptr(GBytes) packed = features_pack(features);
            owned(features) kept = features_unpack(packed);
            learn(world.sources.book, kept, lisbon, 1);
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
    g_assert_cmpint(book_begin(world.sources.book, &err), ==, STATUS_OK);
    g_assert_cmpint(book_commit(world.sources.book, &err), ==, STATUS_OK);
    g_assert_cmpint(book_forget_weights(world.sources.book, &err), ==, STATUS_OK);
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
    owned(config) config = config_load("/nonexistent", "/nonexistent");
    struct facts facts = {.kind = {.kind = KIND_PROMOTION}};
    struct scores scores = {.of = {[AXIS_USEFUL] = 1, [AXIS_PERSONAL] = 50, [AXIS_TRUST] = 90}};
    g_assert_cmpint(decide(config, &facts, &scores).placement, ==, PLACE_INBOX);
    g_assert_cmpfloat(later_below(config, &facts), ==, 0);
    facts.now = NOW;
    facts.tally[LEVEL_ALL].first = NOW - (int64_t)(config->patience * DAY);
    facts.tally[LEVEL_ORGANISATION_KIND].received = config->doubt;
    g_assert_cmpfloat_with_epsilon(later_below(config, &facts), config->later_below / 4, 1e-6);
    g_assert_cmpint(decide(config, &facts, &scores).placement, ==, PLACE_LATER);
    config->patience = 0;
    g_assert_cmpfloat(later_below(config, &facts), ==, config->later_below / 2);
}

/* Who is nearly suspect must have been wanted before, or prove that it is about a business of hers. */
static void doubts_are_acted_on(void)
{
    owned(config) config = config_load("/nonexistent", "/nonexistent");
    struct facts facts = {.kind = {.kind = KIND_NEWSLETTER}, .proven = AUTH_PASS, .has_history = true};
    struct scores scores = {.of = {[AXIS_USEFUL] = 50, [AXIS_PERSONAL] = 50, [AXIS_TRUST] = config->doubtful_below - 1}};
    g_assert_cmpint(decide(config, &facts, &scores).placement, ==, PLACE_LATER);
    facts.kind.kind = KIND_RECEIPT;
    g_assert_cmpint(decide(config, &facts, &scores).placement, ==, PLACE_INBOX);
    facts.proven = AUTH_NONE;
    g_assert_cmpint(decide(config, &facts, &scores).decision, ==, DECIDED_DOUBTFUL);
    facts.tally[LEVEL_ORGANISATION].acted = 1;
    g_assert_cmpint(decide(config, &facts, &scores).placement, ==, PLACE_INBOX);
}

/* A stranger's receipt may be a lure: it comes first only where its sender is proven. */
static void strangers_prove_themselves(void)
{
    owned(config) config = config_load("/nonexistent", "/nonexistent");
    struct facts facts = {.kind = {.kind = KIND_RECEIPT}, .proven = AUTH_PASS, .has_history = true, .stranger = true};
    struct scores scores = {.of = {[AXIS_USEFUL] = 90, [AXIS_PERSONAL] = 50, [AXIS_TRUST] = PRIORITY_TRUST - 1}};
    g_assert_cmpint(decide(config, &facts, &scores).placement, ==, PLACE_INBOX);
    scores.of[AXIS_TRUST] = PRIORITY_TRUST;
    g_assert_cmpint(decide(config, &facts, &scores).placement, ==, PLACE_PRIORITY);
    scores.of[AXIS_TRUST] = 50;
    facts.stranger = false;
    g_assert_cmpint(decide(config, &facts, &scores).placement, ==, PLACE_PRIORITY);
}

/* Whose mail is always demoted is shown now and then. */
static void verdicts_do_not_prove_themselves(void)
{
    owned(config) config = config_load("/nonexistent", "/nonexistent");
    struct scores scores = {.of = {[AXIS_USEFUL] = 1, [AXIS_PERSONAL] = 50, [AXIS_TRUST] = 90}};
    struct facts facts = {.now = NOW, .kind = {.kind = KIND_PROMOTION}};
    facts.tally[LEVEL_ALL].first = facts.tally[LEVEL_ORGANISATION_KIND].first = NOW - 90 * DAY;
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

/* ... however often they write: more mail than is looked at one by one must not hide when the last was shown. */
static void shouters_are_probed(void)
{
    struct world world;
    struct err err;
    world_open(&world);
    for (int i = 1; i <= 200; i++) {
        g_autofree char *id = g_strdup_printf("shout.%d", i);
        struct entry entry = {.id = id, .date = NOW - i * DAY / 2, .address = "news@shop.example",
                              .organisation = "shop.example", .thread = "", .kind = KIND_PROMOTION,
                              .placement = i <= 160 ? PLACE_LATER : PLACE_INBOX, .useful = NAN, .personal = NAN,
                              .trust = NAN, .outcome = i <= 160 ? OUTCOME_NONE : OUTCOME_IGNORED, .indexed = true};
        g_assert_cmpint(book_put(world.sources.book, &entry, &err), ==, STATUS_OK);
    }
    owned(judgement) j = judge(&world, promotion);
    g_assert_cmpint(j->verdict.decision, ==, DECIDED_PROBE);
    world_close(&world);
}

static const struct finding *found(const struct judgement *j, const char *code)
{
    for (size_t i = 0; i < findings_count(j->findings); i++)
        if (g_str_equal(findings_at(j->findings, i)->spec->code, code))
            return findings_at(j->findings, i);
    return NULL;
}

/* A row of messages, one every STEP days, the latest STEP days ago. */
static void came(struct world *world, enum kind kind, int count, int step, enum outcome outcome, uint64_t print)
{
    static int serial;
    struct err err;
    for (int i = 1; i <= count; i++) {
        g_autofree char *id = g_strdup_printf("came.%d", serial++);
        struct entry entry = {.id = id, .date = NOW - i * step * DAY, .address = "news@shop.example",
                              .organisation = "shop.example", .thread = "", .kind = kind, .placement = PLACE_NONE,
                              .useful = NAN, .personal = NAN, .trust = NAN, .outcome = outcome, .indexed = true,
                              .fingerprint = print};
        g_assert_cmpint(book_put(world->sources.book, &entry, &err), ==, STATUS_OK);
    }
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
    g_assert_cmpfloat(volume->part, <, 0);
    g_assert_nonnull(lately);
    g_assert_cmpstr(lately->detail, ==, "acted on 10 of the latest 10");
    g_assert_cmpfloat(lately->part, >, 0.2);
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
            g_assert_cmpint(flow_judge(&world.sources, spool, 0, AT_CLOCK, NOW - (120 - i) * DAY, &j, &err), ==, STATUS_OK);
            struct entry entry = {.id = id, .date = NOW - (120 - i) * DAY, .address = j->facts.voice,
                                  .organisation = j->facts.relation, .thread = "", .kind = j->facts.kind.kind,
                                  .placement = PLACE_NONE, .useful = NAN, .personal = NAN, .trust = NAN,
                                  .outcome = acted ? OUTCOME_OPENED : OUTCOME_IGNORED, .indexed = true};
            owned(features) features = features_of(&j->facts, j->findings);
            learn(world.sources.book, features, acted, 1);
            g_assert_cmpint(book_put(world.sources.book, &entry, &err), ==, STATUS_OK);
            judgement_free(j);
        }
        owned(judgement) now = judge(&world, promotion);
        g_test_message("%s: useful %.1f", helpful ? "helpful" : "noise", now->scores.of[AXIS_USEFUL]);
        g_assert_cmpint(now->verdict.placement == PLACE_LATER, ==, !helpful);
        world_close(&world);
    }
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
                    "she buys from shop.example about every 4.9 months; the last was 4.9 months ago");
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
    g_assert_cmpfloat(found(early, "timely.ahead")->part, >, 0.3);
    g_assert_null(found(early, "timely.passed"));
    g_assert_cmpfloat(found(late, "timely.passed")->part, <, -1);
    world_close(&world);
}

/* Whoever looks like an organisation that she knows is named, and is suspect although it proves who it is. */
static void impostors_are_named(void)
{
    static const char letter[] = "Authentication-Results: mx.home.example; dmarc=pass header.from=%s\n"
                                 "Received: from a by mx.home.example; Sun, 15 Jun 2025 10:00:00 +0000\n"
                                 "From: %s <service@%s>\nTo: me@home.example\nSubject: Your account is on hold\n"
                                 "Message-ID: <x@y.example>\n%s\nConfirm your details.\n";
    static const struct {
        const char *name, *domain, *bulk;
        bool suspect;
        const char *code;
    } rows[] = {
        {"Northcoat", "northcoat.example", "", false, NULL},
        {"Service", "n0rthcoat.example", "", true, "imitation.domain"},
        {"Northcoat Support", "mailwharf.example", "", true, "imitation.name"},
        {"Coats and More", "mailwharf.example", "", true, "imitation.name"}, /* a name learned from their mail */
        {"Service", "northcoat-help.example", "", false, "imitation.domain"},
        {"Northcoat", "northcoat.test", "List-Unsubscribe: <https://northcoat.test/u>\nPrecedence: bulk\n", false,
         "imitation.domain"},
        {"Southcoat", "mailwharf.example", "", false, NULL},
    };
    struct world world;
    struct err err;
    world_open(&world);
    g_assert_cmpint(config_set(world.sources.config, "trust", "authserv-id=mx.home.example", &err), ==, STATUS_OK);
    for (int i = 0; i < 6; i++) {
        g_autofree char *id = g_strdup_printf("known.%d", i);
        struct entry entry = {.id = id, .date = NOW - i * DAY, .address = "news@northcoat.example", .name = "coatsandmore",
                              .organisation = "northcoat.example", .thread = "", .kind = KIND_PROMOTION,
                              .proven = AUTH_PASS, .placement = PLACE_NONE, .useful = NAN, .personal = NAN,
                              .trust = NAN, .outcome = OUTCOME_OPENED, .indexed = true};
        g_assert_cmpint(book_put(world.sources.book, &entry, &err), ==, STATUS_OK);
    }
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        g_autofree char *text = g_strdup_printf(letter, rows[i].domain, rows[i].name, rows[i].domain, rows[i].bulk);
        owned(judgement) j = judge(&world, text);
        g_test_message("%s at %s: trust %.1f", rows[i].name, rows[i].domain, j->scores.of[AXIS_TRUST]);
        g_assert_cmpint(j->facts.proven, ==, AUTH_PASS);
        g_assert_cmpint(j->verdict.placement == PLACE_SUSPECT, ==, rows[i].suspect);
        if (rows[i].code) {
            const struct finding *finding = found(j, rows[i].code);
            g_assert_nonnull(finding);
            g_assert_nonnull(strstr(finding->detail, "northcoat.example"));
            g_assert_nonnull(strstr(finding->detail, rows[i].domain));
        } else {
            g_assert_null(j->facts.imitation.organisation);
        }
    }
    owned(judgement) person = judge(&world, "Authentication-Results: mx.home.example; dmarc=pass header.from=home2.example\n"
                                            "Received: from a by mx.home.example; Sun, 15 Jun 2025 10:00:00 +0000\n"
                                            "From: Northcoat Winter <n.winter@home2.example>\nTo: me@home.example\n"
                                            "Subject: Saturday\n\nAre you around on Saturday?\n\nNorthcoat\n");
    g_assert_cmpint(person->facts.kind.kind, ==, KIND_PERSON);
    g_assert_nonnull(found(person, "imitation.name"));
    g_assert_cmpint(person->verdict.placement, !=, PLACE_SUSPECT);
    world_close(&world);
}

/* Strangers share a history: what she does with first messages of a kind. */
static void strangers_are_judged_by_strangers(void)
{
    for (int liked = 0; liked < 2; liked++) {
        struct world world;
        struct err err;
        world_open(&world);
        for (int i = 0; i < 40; i++) {
            g_autofree char *id = g_strdup_printf("first.%d", i), *whose = g_strdup_printf("first%d.example", i);
            struct entry entry = {.id = id, .date = NOW - (200 - i) * DAY, .address = whose, .organisation = whose,
                                  .thread = "", .kind = KIND_PROMOTION, .proven = AUTH_UNKNOWN,
                                  .placement = PLACE_NONE, .useful = NAN, .personal = NAN, .trust = NAN,
                                  .outcome = liked ? OUTCOME_OPENED : OUTCOME_IGNORED, .stranger = true, .indexed = true};
            g_assert_cmpint(book_put(world.sources.book, &entry, &err), ==, STATUS_OK);
        }
        owned(judgement) j = judge(&world, promotion);
        g_assert_true(j->facts.stranger);
        g_assert_nonnull(found(j, "history.strangers"));
        g_assert_cmpint(j->verdict.placement == PLACE_LATER, ==, !liked);
        /* One message later it is no stranger any more, and has the benefit of the doubt. */
        live(&world, 1, OUTCOME_NONE);
        owned(judgement) again = judge(&world, promotion);
        g_assert_false(again->facts.stranger);
        g_assert_cmpint(again->verdict.placement, !=, PLACE_LATER);
        world_close(&world);
    }
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

/* What comes out with HEAD before it, read back. */
static char *written(const char *text, const char *block, bool keep_mbox)
{
    owned(spool) spool = spool_of(text, strlen(text));
    owned(layout) layout = layout_read(spool);
    char name[] = "/tmp/heed-written.XXXXXX";
    int fd = g_mkstemp(name);
    struct err err;
    g_assert_cmpint(headers_write(spool, layout, block, keep_mbox, fd, &err), ==, STATUS_OK);
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

/* A list that breaks the authors' signatures is no impostor, once she follows it; who only says it is one may be. */
static void lists_may_break_signatures(void)
{
    static const struct {
        const char *results; /* that the author failed goes without saying */
        bool followed, suspect;
    } rows[] = {
        {"dkim=pass header.d=lists.gravel.example", true, false},
        {"spf=pass smtp.mailfrom=bounce@lists.gravel.example", true, false},
        {"dkim=pass header.d=elsewhere.example", true, true},
        {"dkim=fail header.d=lists.gravel.example", true, true},
        {"dkim=pass header.d=lists.gravel.example", false, true},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        struct world world;
        struct err err;
        world_open(&world);
        g_assert_cmpint(config_set(world.sources.config, "trust", "authserv-id=mx.home.example", &err), ==, STATUS_OK);
        for (int n = 0; rows[i].followed && n < 6; n++) {
            g_autofree char *id = g_strdup_printf("list.%d", n);
            struct entry entry = {.id = id, .date = NOW - n * DAY, .address = "rides.lists.gravel.example",
                                  .organisation = "rides.lists.gravel.example", .thread = "", .kind = KIND_LIST,
                                  .proven = n % 3 ? AUTH_PASS : AUTH_NONE, .placement = PLACE_NONE, .useful = NAN,
                                  .personal = NAN, .trust = NAN, .outcome = OUTCOME_OPENED, .indexed = true};
            g_assert_cmpint(book_put(world.sources.book, &entry, &err), ==, STATUS_OK);
        }
        g_autofree char *text = g_strdup_printf(
            "Authentication-Results: mx.home.example; dmarc=fail header.from=person.example; %s\n"
            "Received: from out.example ([192.0.2.9]) by mx.home.example; Sun, 15 Jun 2025 10:00:00 +0000\n"
            "From: Jo <jo@person.example>\nTo: rides@lists.gravel.example\nSubject: [rides] Sunday?\n"
            "List-Id: <rides.lists.gravel.example>\nList-Post: <mailto:rides@lists.gravel.example>\n"
            "Precedence: list\nMessage-ID: <1@person.example>\n\nWho comes along?\n", rows[i].results);
        owned(judgement) j = judge(&world, text);
        g_assert_cmpint(j->facts.kind.kind, ==, KIND_LIST);
        if ((j->verdict.placement == PLACE_SUSPECT) != rows[i].suspect)
            g_error("%zu: trust %.1f", i, j->scores.of[AXIS_TRUST]);
        g_assert_cmpint(found(j, "authentication.list") != NULL, ==, !rows[i].suspect);
        world_close(&world);
    }
}

static void own_fields_are_believed_and_others_not(void)
{
    struct world world;
    world_open(&world);
    owned(judgement) j = judge(&world, promotion);
    owned(spool) spool = spool_of(promotion, strlen(promotion));
    g_autofree char *block = headers_make(&world.sources, j, spool, NOW);
    g_assert_true(headers_are_ours(block));
    g_autofree char *with = written(promotion, block, false);
    owned(judgement) again = judge(&world, with);
    struct carried carried;
    g_assert_true(headers_carried(&world.sources, again, &carried));
    g_assert_cmpint(carried.placement, ==, j->verdict.placement);
    g_assert_cmpint(carried.when, ==, NOW);
    g_assert_cmpfloat_with_epsilon(carried.useful, j->scores.of[AXIS_USEFUL], 0.051);

    g_autofree char *twice = g_strconcat("X-Heed: priority; useful=99\r\n", with, NULL);
    owned(judgement) doubled = judge(&world, twice);
    g_assert_false(headers_carried(&world.sources, doubled, &carried));
    char *place = strstr(with, "trust=");
    place[strlen("trust=")] ^= 1;
    owned(judgement) altered = judge(&world, with);
    g_assert_false(headers_carried(&world.sources, altered, &carried));
    world_close(&world);
}

static void worker_may_only_say_fields(void)
{
    static const char *const bad[] = {"", "\n", "X-Heed: a", "X-Heed: a\n\nbody\n", "X-Heed: a\nTo: b\n",
                                      " X-Heed: a\n", "X-Heed: \xc3\xa4\n", "X-Heed: a\r\n", "X-Heed: a\n  b\n",
                                      "X-Heed: a\n \n"};
    for (size_t i = 0; i < G_N_ELEMENTS(bad); i++)
        if (headers_are_ours(bad[i]))
            g_error("believed: %s", bad[i]);
    g_assert_true(headers_are_ours("X-Heed: a\nX-Heed-Why: b\n c\n"));
    g_autofree char *unjudged = headers_unjudged("timeout");
    g_assert_true(headers_are_ours(unjudged));
}

int main(int argc, char **argv)
{
    unit_init(argc, argv);
    message_init();
    g_test_add_func("/judge/sum", parts_sum_to_scores);
    g_test_add_func("/judge/history", history_decides);
    g_test_add_func("/judge/flip", flips_are_true);
    g_test_add_func("/judge/protected", protected_kinds_stay);
    g_test_add_func("/judge/words", words_are_learned);
    g_test_add_func("/judge/measures", measures_are_right);
    g_test_add_func("/judge/doubt", doubt_fades);
    g_test_add_func("/judge/probe", verdicts_do_not_prove_themselves);
    g_test_add_func("/judge/shouters", shouters_are_probed);
    g_test_add_func("/judge/change", changes_are_seen);
    g_test_add_func("/judge/turn", ten_messages_turn_a_brand);
    g_test_add_func("/judge/timely", rhythms_are_known);
    g_test_add_func("/judge/days", days_pass);
    g_test_add_func("/judge/doubtful", doubts_are_acted_on);
    g_test_add_func("/judge/priority", strangers_prove_themselves);
    g_test_add_func("/judge/repeated", repetition_is_generic);
    g_test_add_func("/judge/impostors", impostors_are_named);
    g_test_add_func("/judge/strangers", strangers_are_judged_by_strangers);
    g_test_add_func("/filters/tables", every_filter_describes_itself);
    g_test_add_func("/headers/place", fields_go_where_they_belong);
    g_test_add_func("/headers/carried", own_fields_are_believed_and_others_not);
    g_test_add_func("/judge/lists", lists_may_break_signatures);
    g_test_add_func("/headers/worker", worker_may_only_say_fields);
    return g_test_run();
}
