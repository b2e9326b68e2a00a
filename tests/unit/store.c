/* The book and outcomes. */
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "../../src/store/book-private.h"
#include "store/history.h"
#include "unit.h"

#define DAY 86400
#define NOW ((int64_t)1750000000)

static struct book *memory_book(void)
{
    struct book *book = NULL;
    struct err err;
    g_assert_cmpint(book_open(":memory:", 90, &book, &err), ==, STATUS_OK);
    return book;
}

static struct entry entry_of(const char *id, int64_t date, enum kind kind, enum outcome outcome)
{
    return (struct entry){.id = id, .date = date, .address = "news@a.example", .organisation = "a.example",
                          .thread = "", .kind = kind, .proven = AUTH_PASS, .placement = PLACE_NONE,
                          .scores = {{NAN, NAN, NAN}}, .outcome = outcome, .indexed = true};
}

static void put(struct book *book, const struct entry *entry)
{
    struct err err;
    g_assert_cmpint(book_put(book, entry, &err), ==, STATUS_OK);
}

static void outcomes(void)
{
    static const struct {
        struct outcome_signs signs;
        enum outcome outcome;
    } cases[] = {
        {{.tags = TAG_UNREAD | TAG_INBOX, .placement = PLACE_NONE}, OUTCOME_NONE},
        {{.tags = TAG_UNREAD | TAG_INBOX, .placement = PLACE_NONE, .passed = true}, OUTCOME_IGNORED},
        {{.tags = TAG_INBOX, .placement = PLACE_INBOX}, OUTCOME_OPENED},
        {{.tags = TAG_REPLIED, .placement = PLACE_NONE}, OUTCOME_ANSWERED},
        {{.tags = TAG_UNREAD, .answered = true}, OUTCOME_ANSWERED},
        {{.tags = TAG_FORWARDED}, OUTCOME_FORWARDED},
        {{.tags = TAG_FLAGGED | TAG_UNREAD}, OUTCOME_FLAGGED},
        {{.tags = TAG_FILED | TAG_MISSING_NEW}, OUTCOME_FILED},
        {{.tags = TAG_DELETED | TAG_UNREAD}, OUTCOME_DELETED_UNREAD},
        {{.tags = TAG_DELETED}, OUTCOME_DELETED_READ},
        {{.tags = TAG_UNREAD | TAG_INBOX, .gone = true}, OUTCOME_DELETED_UNREAD},
        {{.tags = TAG_UNREAD | TAG_SPAM}, OUTCOME_DEMOTED},
        /* What heed demoted and she never touched says nothing, however old. */
        {{.tags = TAG_UNREAD | TAG_LATER | TAG_MISSING_NEW, .placement = PLACE_LATER, .passed = true}, OUTCOME_NONE},
        /* But what she had let lie before heed put it there. */
        {{.tags = TAG_UNREAD | TAG_LATER | TAG_MISSING_NEW, .placement = PLACE_LATER, .passed = true, .lay = 15}, OUTCOME_IGNORED},
        {{.tags = TAG_UNREAD | TAG_LATER | TAG_MISSING_NEW, .placement = PLACE_LATER, .passed = true, .lay = 13}, OUTCOME_NONE},
        {{.tags = TAG_LATER | TAG_MISSING_NEW, .placement = PLACE_LATER, .passed = true, .lay = 15}, OUTCOME_OPENED},
        {{.tags = TAG_INBOX | TAG_UNREAD, .placement = PLACE_LATER}, OUTCOME_RESCUED},
        {{.tags = TAG_LATER, .placement = PLACE_LATER}, OUTCOME_OPENED},
        {{.tags = TAG_LATER | TAG_UNREAD, .placement = PLACE_INBOX}, OUTCOME_DEMOTED},
        {{.tags = TAG_UNREAD | TAG_MISSING_NEW, .placement = PLACE_INBOX}, OUTCOME_IGNORED},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        struct outcome_signs signs = cases[i].signs;
        signs.ignored_after = 14;
        signs.shows = true;
        if (outcome_of(&signs) != cases[i].outcome)
            g_error("case %zu: %s, expected %s", i, outcome_name(outcome_of(&signs)),
                    outcome_name(cases[i].outcome));
    }
}

/* What lies unread is ignored after a fortnight, or after three days in which she dealt with what came later. */
static void what_she_passed_over_is_ignored(void)
{
    struct dealt dealt = {0};
    for (int i = 0; i < DEALT; i++) {
        g_assert_cmpint(dealt.dates[DEALT - 1], ==, 0);
        dealt_add(&dealt, NOW - (i * 7 % DEALT) * 3600);
    }
    g_assert_cmpint(dealt.dates[0], ==, NOW);
    g_assert_cmpint(dealt.dates[DEALT - 1], ==, NOW - (DEALT - 1) * 3600);
    dealt_add(&dealt, NOW - 99 * DAY);
    g_assert_cmpint(dealt.dates[DEALT - 1], ==, NOW - (DEALT - 1) * 3600);
    dealt_add(&dealt, NOW + 1);
    g_assert_cmpint(dealt.dates[DEALT - 1], ==, NOW - (DEALT - 2) * 3600);

    g_assert_cmpint(outcome_ignored_before(0, 14, 3, NOW), ==, NOW - 14 * DAY);
    g_assert_cmpint(outcome_ignored_before(NOW - 9 * DAY, 14, 3, NOW), ==, NOW - 9 * DAY);
    g_assert_cmpint(outcome_ignored_before(NOW - DAY, 14, 3, NOW), ==, NOW - 3 * DAY);
    g_assert_cmpint(outcome_ignored_before(NOW - 20 * DAY, 14, 3, NOW), ==, NOW - 14 * DAY);
    g_assert_cmpint(outcome_ignored_before(NOW - DAY, 14, 30, NOW), ==, NOW - 14 * DAY);
}

/* Folders instead of tags: nothing tells whether she took it out, or whether she ever saw it. */
static void silent_demotions_teach_nothing(void)
{
    struct outcome_signs signs = {.tags = TAG_INBOX | TAG_UNREAD, .placement = PLACE_LATER, .passed = true,
                                  .ignored_after = 14};
    g_assert_cmpint(outcome_of(&signs), ==, OUTCOME_NONE);
    signs.tags = TAG_INBOX;
    g_assert_cmpint(outcome_of(&signs), ==, OUTCOME_OPENED);
}

static void tallies_decay_by_half_life(void)
{
    owned(book) book = memory_book();
    struct entry old = entry_of("1", NOW - 90 * DAY, KIND_PROMOTION, OUTCOME_OPENED);
    struct entry new = entry_of("2", NOW, KIND_PROMOTION, OUTCOME_IGNORED);
    put(book, &old);
    put(book, &new);
    struct tally tally = book_tally(book, LEVEL_SENDER_KIND, "news@a.example", KIND_PROMOTION, NOW);
    g_assert_cmpfloat_with_epsilon(tally.received, 1.5, 1e-9);
    g_assert_cmpfloat_with_epsilon(tally.acted, 0.5, 1e-9);
    g_assert_cmpuint(tally_total(&tally), ==, 2);
    g_assert_cmpint(tally.first, ==, NOW - 90 * DAY);
    g_assert_cmpint(tally.last_wanted, ==, NOW - 90 * DAY);
    tally = book_tally(book, LEVEL_ALL, "", KIND_COUNT, NOW + 90 * DAY);
    g_assert_cmpfloat_with_epsilon(tally.received, 0.75, 1e-9);
    tally = book_tally(book, LEVEL_ORGANISATION_KIND, "a.example", KIND_RECEIPT, NOW);
    g_assert_cmpuint(tally_total(&tally), ==, 0);
}

static void changed_outcomes_move_tallies(void)
{
    owned(book) book = memory_book();
    struct entry entry = entry_of("1", NOW, KIND_PROMOTION, OUTCOME_NONE);
    put(book, &entry);
    struct tally tally = book_tally(book, LEVEL_ORGANISATION, "a.example", KIND_COUNT, NOW);
    g_assert_cmpfloat(tally.received, ==, 0);
    g_assert_cmpuint(tally.count[OUTCOME_NONE], ==, 1);
    entry.outcome = OUTCOME_IGNORED;
    put(book, &entry);
    entry.outcome = OUTCOME_ANSWERED;
    put(book, &entry);
    tally = book_tally(book, LEVEL_ORGANISATION, "a.example", KIND_COUNT, NOW);
    g_assert_cmpfloat_with_epsilon(tally.received, 1, 1e-9);
    g_assert_cmpfloat_with_epsilon(tally.acted, 1, 1e-9);
    g_assert_cmpuint(tally_total(&tally), ==, 1);
    g_assert_cmpuint(tally.count[OUTCOME_ANSWERED], ==, 1);
    g_assert_cmpuint(tally.proven, ==, 1);
}

static void own_mail_is_not_counted(void)
{
    owned(book) book = memory_book();
    struct entry entry = entry_of("mine", NOW, KIND_PERSON, OUTCOME_OPENED);
    entry.own = true;
    entry.thread = "00000000000000ab";
    put(book, &entry);
    static const char *const ids[] = {"other", "mine", NULL}, *const none[] = {"other", NULL};
    g_assert_true(book_is_hers(book, ids));
    g_assert_false(book_is_hers(book, none));
    g_assert_true(book_thread_is_hers(book, "00000000000000ab"));
    g_assert_false(book_thread_is_hers(book, "00000000000000ac"));
    g_assert_false(book_thread_is_hers(book, NULL));
    struct tally tally = book_tally(book, LEVEL_ALL, "", KIND_COUNT, NOW);
    g_assert_cmpuint(tally_total(&tally), ==, 0);
}

static void contacts(void)
{
    owned(book) book = memory_book();
    struct err err;
    g_assert_cmpuint(book_contact(book, "x@b.example").written, ==, 0);
    g_assert_cmpint(book_wrote_to(book, "x@b.example", NOW, &err), ==, STATUS_OK);
    g_assert_cmpint(book_wrote_to(book, "x@b.example", NOW - DAY, &err), ==, STATUS_OK);
    g_assert_cmpuint(book_contact(book, "x@b.example").written, ==, 2);
    g_assert_cmpint(book_contact(book, "x@b.example").last, ==, NOW);
}

static void vanished_messages_are_remembered(void)
{
    owned(book) old = memory_book();
    owned(book) new = memory_book();
    struct err err;
    struct entry vanished = entry_of("1", NOW, KIND_PROMOTION, OUTCOME_NONE);
    vanished.tags = TAG_UNREAD | TAG_INBOX;
    struct entry kept = entry_of("2", NOW, KIND_PROMOTION, OUTCOME_OPENED), got;
    put(old, &vanished);
    put(old, &kept);
    put(new, &kept);
    g_assert_cmpint(book_remember(new, old, &err), ==, STATUS_OK);
    g_assert_true(book_get(new, "1", &got));
    g_assert_true(got.gone);
    g_assert_cmpint(got.outcome, ==, OUTCOME_DELETED_UNREAD);
    struct tally tally = book_tally(new, LEVEL_ALL, "", KIND_COUNT, NOW);
    g_assert_cmpuint(tally_total(&tally), ==, 2);
}

/* What init learned in memory is all in the book that it is put into, display names included. */
static void replaced_whole(void)
{
    struct book *from = NULL, *to = NULL;
    struct err err;
    unsigned times = 0;
    char *business[] = {"ab-7741230", NULL};
    g_assert_cmpint(book_open(":memory:", 90, &from, &err), ==, STATUS_OK);
    g_assert_cmpint(book_open(":memory:", 90, &to, &err), ==, STATUS_OK);
    struct entry entry = {.id = "a", .date = 1700000000, .address = "news@shop.example", .organisation = "shop.example",
                          .thread = "", .kind = KIND_RECEIPT, .proven = AUTH_PASS, .placement = PLACE_NONE,
                          .scores = {{NAN, NAN, NAN}}, .outcome = OUTCOME_OPENED, .name = "coatsandmore",
                          .business = business};
    put(from, &entry);
    g_assert_cmpint(book_replace(to, from, &err), ==, STATUS_OK);
    g_autofree char *owner = book_name_owner(to, "coatsandmore", "other.example", 1, &times);
    g_assert_cmpstr(owner, ==, "shop.example");
    g_assert_cmpuint(times, ==, 1);
    g_assert_cmpint(book_business_since(to, "shop.example", "ab-7741230", &times), ==, 1700000000);
    g_assert_true(book_get(to, "a", &entry));
    book_close(from);
    book_close(to);
}

static void half_life_can_change(void)
{
    char *folder = unit_folder();
    g_autofree char *path = g_build_filename(folder, "book.db", NULL);
    struct err err;
    struct book *book = NULL;
    g_assert_cmpint(book_open(path, 90, &book, &err), ==, STATUS_OK);
    struct entry entry = entry_of("1", NOW - 90 * DAY, KIND_PROMOTION, OUTCOME_OPENED);
    put(book, &entry);
    book_close(book);
    g_assert_cmpint(book_open(path, 45, &book, &err), ==, STATUS_OK);
    struct tally tally = book_tally(book, LEVEL_ALL, "", KIND_COUNT, NOW);
    g_assert_cmpfloat_with_epsilon(tally.received, 0.25, 1e-9);
    book_close(book);
    unit_remove(folder);
}

/* Who only reads leaves it to those who build it anew. */
static void corrupt_book_stays(void)
{
    char *folder = unit_folder();
    g_autofree char *path = g_build_filename(folder, "book.db", NULL);
    g_autofree char *garbage = g_strnfill(8192, 'x'), *after = NULL;
    g_assert_true(g_file_set_contents(path, garbage, -1, NULL));
    struct err err;
    struct book *book = NULL;
    g_assert_cmpint(book_open(path, 90, &book, &err), ==, STATUS_CORRUPT);
    g_assert_null(book);
    g_assert_true(g_file_get_contents(path, &after, NULL, NULL));
    g_assert_cmpstr(after, ==, garbage);
    unit_remove(folder);
}

/* A message without a date says nothing of when the first one came, whichever of them is entered first. */
static void undated_messages_are_not_the_first(void)
{
    for (int on_disk = 0; on_disk < 2; on_disk++)
        for (int order = 0; order < 2; order++) {
            char *folder = unit_folder();
            struct err err;
            g_autofree char *path = g_build_filename(folder, "book.db", NULL);
            struct book *book = NULL;
            g_assert_cmpint(book_open(on_disk ? path : ":memory:", 90, &book, &err), ==, STATUS_OK);
            for (int i = 0; i < 2; i++) {
                struct entry entry = {.id = i ? "a" : "b", .date = i == order ? 0 : NOW, .address = "x@a.example",
                                      .organisation = "a.example", .thread = "", .kind = KIND_OTHER,
                                      .placement = PLACE_NONE, .scores = {{NAN, NAN, NAN}},
                                      .outcome = OUTCOME_OPENED, .indexed = true};
                g_assert_cmpint(book_put(book, &entry, &err), ==, STATUS_OK);
            }
            struct tally all = book_tally(book, LEVEL_ALL, "", KIND_COUNT, NOW);
            g_assert_cmpint(all.first, ==, NOW);
            g_assert_cmpint(all.last, ==, NOW);
            book_close(book);
            unit_remove(folder);
        }
}

/* Unproven mail is counted apart, and so costs the genuine sender nothing. */
static void unproven_mail_is_counted_apart(void)
{
    owned(book) book = memory_book();
    struct entry genuine = entry_of("1", NOW, KIND_PERSON, OUTCOME_OPENED), forged = entry_of("2", NOW, KIND_PERSON, OUTCOME_DELETED_UNREAD);
    forged.proven = AUTH_FAIL;
    put(book, &genuine);
    put(book, &forged);
    for (int level = 0; level < LEVEL_STRANGER; level++) {
        const char *name = level == LEVEL_SENDER_KIND ? "news@a.example" : level >= LEVEL_ORGANISATION ? "a.example" : "";
        struct tally proven = book_tally(book, level, name, KIND_PERSON, NOW);
        struct tally apart = book_tally(book, level + LEVEL_UNPROVEN, name, KIND_PERSON, NOW);
        g_assert_cmpuint(tally_total(&proven), ==, 1);
        g_assert_cmpuint(proven.count[OUTCOME_OPENED], ==, 1);
        g_assert_cmpuint(tally_total(&apart), ==, 1);
        g_assert_cmpuint(apart.count[OUTCOME_DELETED_UNREAD], ==, 1);
    }
}

/* Of a flood that she threw away nothing is left but what it tells of strangers. */
static void floods_are_forgotten(void)
{
    owned(book) book = memory_book();
    struct err err;
    struct entry got;
    for (int i = 0; i < 300; i++) {
        g_autofree char *id = g_strdup_printf("flood.%d", i), *domain = g_strdup_printf("flood%d.example", i);
        struct entry entry = entry_of(id, NOW - 40 * DAY, KIND_PROMOTION, OUTCOME_DELETED_UNREAD);
        entry.address = entry.organisation = domain;
        entry.stranger = true;
        entry.gone = i != 7;
        put(book, &entry);
    }
    struct entry wanted = entry_of("wanted", NOW - 50 * DAY, KIND_PROMOTION, OUTCOME_OPENED);
    wanted.gone = true;
    struct entry late = entry_of("late", NOW - 2 * DAY, KIND_PROMOTION, OUTCOME_DELETED_UNREAD);
    late.organisation = "late.example";
    late.gone = true;
    put(book, &wanted);
    put(book, &late);
    g_assert_cmpint(book_forget_strangers(book, NOW - 30 * DAY, &err), ==, STATUS_OK);
    g_assert_false(book_get(book, "flood.0", &got));
    g_assert_true(book_get(book, "flood.7", &got));
    g_assert_true(book_get(book, "wanted", &got));
    g_assert_true(book_get(book, "late", &got));
    struct tally one = book_tally(book, LEVEL_ORGANISATION, "flood0.example", KIND_COUNT, NOW);
    g_assert_cmpuint(tally_total(&one), ==, 0);
    struct tally strangers = book_tally(book, LEVEL_STRANGER, "pass", KIND_PROMOTION, NOW);
    g_assert_cmpuint(tally_total(&strangers), ==, 300);
}

/* Each message asks these: a row that has to be looked up elsewhere is another page of the book. */
static void indexes_answer_alone(void)
{
    static const enum statement asked[] = {SQL_RECENT, SQL_LAST_SHOWN, SQL_LAST_STRANGER, SQL_LATEST,
                                           SQL_HALF_YEAR, SQL_EIGHTH, SQL_THINGS_ELSEWHERE};
    owned(book) book = memory_book();
    for (size_t i = 0; i < G_N_ELEMENTS(asked); i++) {
        g_autofree char *sql = g_strconcat("EXPLAIN QUERY PLAN ", book_sql[asked[i]], NULL);
        sqlite3_stmt *plan;
        g_assert_cmpint(sqlite3_prepare_v2(book->db, sql, -1, &plan, NULL), ==, SQLITE_OK);
        g_assert_cmpint(sqlite3_step(plan), ==, SQLITE_ROW);
        g_test_message("%s", sql);
        g_assert_nonnull(strstr((const char *)sqlite3_column_text(plan, 3), "COVERING INDEX"));
        sqlite3_finalize(plan);
    }
}

int main(int argc, char **argv)
{
    unit_init(argc, argv);
    g_test_add_func("/outcome/table", outcomes);
    g_test_add_func("/outcome/silent", silent_demotions_teach_nothing);
    g_test_add_func("/outcome/passed-over", what_she_passed_over_is_ignored);
    g_test_add_func("/book/decay", tallies_decay_by_half_life);
    g_test_add_func("/book/change", changed_outcomes_move_tallies);
    g_test_add_func("/book/own", own_mail_is_not_counted);
    g_test_add_func("/book/contacts", contacts);
    g_test_add_func("/book/vanished", vanished_messages_are_remembered);
    g_test_add_func("/book/half-life", half_life_can_change);
    g_test_add_func("/book/replaced", replaced_whole);
    g_test_add_func("/book/corrupt", corrupt_book_stays);
    g_test_add_func("/book/apart", unproven_mail_is_counted_apart);
    g_test_add_func("/book/floods", floods_are_forgotten);
    g_test_add_func("/book/indexes", indexes_answer_alone);
    g_test_add_func("/book/undated", undated_messages_are_not_the_first);
    return g_test_run();
}
