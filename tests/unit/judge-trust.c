/* Whose word is taken for what: impostors, lists, mailers, and letters that prove nothing. */
#include "world.h"

/* She opened the last six messages of a list; of each EVERY of them one proves nothing. */
static void follow_list(struct world *world, int every)
{
    struct err err;
    for (int n = 0; n < 6; n++) {
        g_autofree char *id = g_strdup_printf("list.%d", n);
        struct entry entry = {.id = id, .date = NOW - n * DAY, .address = "rides.lists.gravel.example",
                              .organisation = "rides.lists.gravel.example", .thread = "", .kind = KIND_LIST,
                              .proven = n % every ? AUTH_PASS : AUTH_NONE, .placement = PLACE_NONE, .scores = {{NAN, NAN, NAN}}, .outcome = OUTCOME_OPENED, .indexed = true};
        g_assert_cmpint(book_put(world->reader.book, &entry, &err), ==, STATUS_OK);
    }
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
    g_assert_cmpint(config_set(world.reader.config, "trust", "authserv-id=mx.home.example", &err), ==, STATUS_OK);
    for (int i = 0; i < 6; i++) {
        g_autofree char *id = g_strdup_printf("known.%d", i);
        struct entry entry = {.id = id, .date = NOW - i * DAY, .address = "news@northcoat.example", .name = "coatsandmore",
                              .organisation = "northcoat.example", .thread = "", .kind = KIND_PROMOTION,
                              .proven = AUTH_PASS, .placement = PLACE_NONE, .scores = {{NAN, NAN, NAN}}, .outcome = OUTCOME_OPENED, .indexed = true};
        g_assert_cmpint(book_put(world.reader.book, &entry, &err), ==, STATUS_OK);
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
        g_assert_cmpint(config_set(world.reader.config, "trust", "authserv-id=mx.home.example", &err), ==, STATUS_OK);
        if (rows[i].followed)
            follow_list(&world, 3);
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

/* What proves nothing of the author may be signed by the mailer that it names, and counts less against it then. */
static void mailers_sign_for_others(void)
{
    static const struct {
        const char *results, *fields;
        bool mailed;
    } rows[] = {
        {"dkim=pass header.d=mailer.example", "Sender: <bounce@b.mailer.example>\n", true},
        {"dkim=pass header.d=mailer.example", "List-Unsubscribe: <https://mailer.example/u>\n", true},
        {"dkim=pass header.d=mailer.example", "Sender: <bounce@other.example>\n", false},
        {"dkim=pass header.d=mailer.example", "", false},
        {"dkim=fail header.d=mailer.example", "Sender: <bounce@mailer.example>\n", false},
    };
    static const char *const policies[] = {"dmarc=fail (p=NONE) header.from=club.example; ", ""};
    struct world world;
    struct err err;
    world_open(&world);
    g_assert_cmpint(config_set(world.reader.config, "trust", "authserv-id=mx.home.example", &err), ==, STATUS_OK);
    for (size_t policy = 0; policy < G_N_ELEMENTS(policies); policy++) {
        double unsigned_trust = 0;
        for (size_t i = G_N_ELEMENTS(rows); i-- > 0;) {
            g_autofree char *text = g_strdup_printf(
                "Authentication-Results: mx.home.example; %s%s\n"
                "Received: from out.example ([192.0.2.9]) by mx.home.example; Sun, 15 Jun 2025 10:00:00 +0000\n"
                "From: Club <club@club.example>\nTo: me@home.example\nSubject: On Sunday\n%s\nWe meet at ten.\n",
                policies[policy], rows[i].results, rows[i].fields);
            owned(judgement) j = judge(&world, text);
            g_assert_cmpint(j->facts.mailed, ==, rows[i].mailed);
            if (!rows[i].mailed)
                unsigned_trust = MAX(unsigned_trust, j->scores.of[AXIS_TRUST]);
            else
                g_assert_cmpfloat(j->scores.of[AXIS_TRUST], >, unsigned_trust);
        }
    }
    world_close(&world);
}

/* A first letter from a host that proves nothing, with nothing else against it, is no reason to hide it. */
static void letters_need_no_proof(void)
{
    struct world world;
    struct err err;
    world_open(&world);
    g_assert_cmpint(config_set(world.reader.config, "trust", "authserv-id=mx.home.example", &err), ==, STATUS_OK);
    owned(judgement) j = judge(&world,
        "Authentication-Results: mx.home.example; spf=none smtp.mailfrom=person.example; dmarc=none\n"
        "Received: from out.example ([192.0.2.9]) by mx.home.example; Sun, 15 Jun 2025 10:00:00 +0000\n"
        "From: Jo <jo@person.example>\nTo: me@home.example\nSubject: Sunday?\n\nWho comes along?\n");
    g_assert_cmpint(j->facts.proven, ==, AUTH_NONE);
    g_assert_cmpint(j->facts.kind.kind, ==, KIND_PERSON);
    g_assert_cmpint(j->verdict.placement, ==, PLACE_INBOX);
    world_close(&world);
}

/* Anybody can write List-Id: a list that proved itself so far has to go on, and who only says he is one wins nothing. */
static void lists_are_not_borrowed(void)
{
    static const struct {
        const char *domain, *list;
        bool hers;
    } rows[] = {
        {"lists.gravel.example", "List-Id: <rides.lists.gravel.example>\n", true},
        {"swindle.example", "List-Id: <rides.lists.gravel.example>\n", false},
        {"swindle.example", "", false},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        struct world world;
        struct err err;
        world_open(&world);
        g_assert_cmpint(config_set(world.reader.config, "trust", "authserv-id=mx.home.example", &err), ==, STATUS_OK);
        follow_list(&world, 6);
        g_autofree char *text = g_strdup_printf(
            "Authentication-Results: mx.home.example; dmarc=pass header.from=swindle.example; dkim=pass header.d=%s\n"
            "Received: from out.example ([192.0.2.9]) by mx.home.example; Sun, 15 Jun 2025 10:00:00 +0000\n"
            "From: Account Service <service@swindle.example>\nTo: me@home.example\n%sList-Post: <mailto:x@swindle.example>\n"
            "Subject: Your account will be suspended: verify your password\nMessage-ID: <1@swindle.example>\n\n"
            "Your account has been limited. Verify your password now: http://paypal-secure.weebly.com/login\n",
            rows[i].domain, rows[i].list);
        owned(judgement) j = judge(&world, text);
        g_assert_cmpint(j->facts.kind.kind, ==, KIND_LIST);
        g_assert_cmpint(found(j, "history.organisation") != NULL, ==, rows[i].hers);
        g_assert_cmpint(found(j, "authentication.no-list") != NULL, ==, !rows[i].hers && *rows[i].list);
        g_assert_cmpint(j->verdict.placement == PLACE_SUSPECT, ==, !rows[i].hers);
        world_close(&world);
    }
}

int main(int argc, char **argv)
{
    unit_init(argc, argv);
    message_init();
    g_test_add_func("/trust/impostors", impostors_are_named);
    g_test_add_func("/trust/lists", lists_may_break_signatures);
    g_test_add_func("/trust/mailers", mailers_sign_for_others);
    g_test_add_func("/trust/letters", letters_need_no_proof);
    g_test_add_func("/trust/borrowed", lists_are_not_borrowed);
    return g_test_run();
}
