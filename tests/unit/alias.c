/* Aliases: their form, their code, what the book keeps of them, and books of former versions. */
#include <math.h>
#include <string.h>

#include <sqlite3.h>

#include "store/alias.h"
#include "store/seal.h"
#include "unit.h"

#define NOW ((int64_t)1750000000)

static char *own[] = {(char *)"reader@home.example", (char *)"info+desk@work.example", NULL};

static struct config *config_of(const char *delimiter, const char *domain)
{
    struct config *config = config_default();
    struct err err;
    g_autofree char *first = g_strconcat("delimiter=", delimiter, NULL), *second = g_strconcat("domain=", domain, NULL);
    g_assert_cmpint(config_set(config, "alias", first, &err), ==, STATUS_OK);
    g_assert_cmpint(config_set(config, "alias", second, &err), ==, STATUS_OK);
    return config;
}

static void addresses_are_split(void)
{
    static const struct {
        const char *delimiter, *domain, *address, *base, *detail;
    } cases[] = {
        {"+", "", "reader+velora@home.example", "reader@home.example", "velora"},
        {"+", "", "READER+Velora.Abc@HOME.example", "reader@home.example", "velora.abc"},
        {"+", "", "reader+a+b@home.example", "reader@home.example", "a+b"},
        {"+", "", "reader+@home.example", NULL, NULL},
        {"+", "", "reader@home.example", NULL, NULL},
        {"+", "", "readerx+velora@home.example", NULL, NULL},
        {"+", "", "reader+velora@home.example.org", NULL, NULL},
        {"+", "", "reader+velora", NULL, NULL},
        {"+", "", "@home.example", NULL, NULL},
        {"+", "", "", NULL, NULL},
        {"+", "", "info+desk@work.example", NULL, NULL}, /* one of hers as it stands */
        {"+", "", "info+desk+x@work.example", "info+desk@work.example", "x"},
        {"-", "", "reader-velora@home.example", "reader@home.example", "velora"},
        {"-", "", "reader+velora@home.example", NULL, NULL},
        {"", "", "reader+velora@home.example", NULL, NULL},
        {"+", "me.example", "velora.abc@me.example", "@me.example", "velora.abc"},
        {"+", "ME.example", "Velora@Me.example", "@me.example", "velora"},
        {"+", "me.example", "velora@not-me.example", NULL, NULL},
        {"+", "home.example", "reader@home.example", NULL, NULL},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        owned(config) config = config_of(cases[i].delimiter, cases[i].domain);
        struct alias_parts parts = {NULL, NULL};
        bool split = alias_split(config, own, cases[i].address, &parts);
        if (split != (cases[i].base != NULL) || g_strcmp0(parts.base, cases[i].base) ||
            g_strcmp0(parts.detail, cases[i].detail))
            g_error("%s: %s, %s", cases[i].address, parts.base, parts.detail);
        g_autofree char *again = split ? alias_address(config, parts.base, parts.detail) : NULL;
        g_autofree char *lower = g_ascii_strdown(cases[i].address, -1);
        g_assert_true(!split || !strcmp(again, lower));
        alias_parts_clear(&parts);
    }
}

static bool holds(const struct config *config, const struct secret *key, const char *address, const char *organisation)
{
    struct alias_parts parts = {NULL, NULL};
    g_assert_true(alias_split(config, own, address, &parts));
    bool held = alias_holds(key, &parts, organisation);
    alias_parts_clear(&parts);
    return held;
}

static void codes_hold_for_one(void)
{
    char *folder = unit_folder(), *elsewhere = unit_folder();
    struct err err;
    owned(config) config = config_of("+", "me.example");
    struct secret *key = NULL, *other = NULL;
    g_assert_cmpint(secret_open(folder, ALIAS_KEY, true, &key, &err), ==, STATUS_OK);
    g_assert_cmpint(secret_open(elsewhere, ALIAS_KEY, true, &other, &err), ==, STATUS_OK);
    g_autofree char *alias = alias_make(config, key, "reader@home.example", "velora", "velora.com");
    g_assert_true(g_str_has_prefix(alias, "reader+velora.") && g_str_has_suffix(alias, "@home.example"));
    g_assert_true(holds(config, key, alias, "velora.com"));
    g_assert_false(holds(config, key, alias, "velora.co.uk"));
    g_assert_false(holds(config, other, alias, "velora.com"));
    g_autofree char *upper = g_ascii_strup(alias, -1);
    g_assert_true(holds(config, key, upper, "velora.com"));

    /* The same code behind another label, at another address, or with one letter changed. */
    const char *code = strchr(alias, '.') + 1;
    g_autofree char *label = g_strdup_printf("reader+velorb.%s", code);
    g_autofree char *base = g_strdup_printf("info+desk+velora.%.*s@work.example", SEAL_TAG, code);
    g_autofree char *domain = g_strdup_printf("velora.%.*s@me.example", SEAL_TAG, code);
    g_assert_false(holds(config, key, label, "velora.com"));
    g_assert_false(holds(config, key, base, "velora.com"));
    g_assert_false(holds(config, key, domain, "velora.com"));
    for (int i = 0; i < SEAL_TAG; i++) {
        g_autofree char *changed = g_strdup(alias);
        char *at = changed + (code - alias) + i;
        *at = *at == 'a' ? 'b' : 'a';
        g_assert_false(holds(config, key, changed, "velora.com"));
    }
    secret_free(key);
    secret_free(other);
    unit_remove(folder);
    unit_remove(elsewhere);
}

static void forms(void)
{
    g_assert_true(alias_has_code("velora.k7f3q2m"));
    g_assert_true(alias_has_code("a.b.k7f3q2m"));
    static const char *const none[] = {"velora", "velora.k7f3q2", "velora.k7f3q2mm", "velora.k7f3q2l", "velora.k7f3q21", ".k7f3q2m", ""};
    for (size_t i = 0; i < G_N_ELEMENTS(none); i++)
        g_assert_false(alias_has_code(none[i]));
    static const char *const labels[][2] = {
        {"velora.co.uk", "velora"}, {"jo.smith@gmail.com", "jo"}, {"xn--bcher-kva.example", "xn--bcher-kva"},
        {"\xc3\xa4.example", "alias"}, {"", "alias"}};
    for (size_t i = 0; i < G_N_ELEMENTS(labels); i++) {
        g_autofree char *label = alias_label(labels[i][0]);
        g_assert_cmpstr(label, ==, labels[i][1]);
        g_assert_true(alias_label_is_good(label));
    }
    static const char *const bad[] = {"", "-a", "a.b", "a b", "A", "a+b", "abcdefghijklmnopqrstuvwxyz01234"};
    for (size_t i = 0; i < G_N_ELEMENTS(bad); i++)
        g_assert_false(alias_label_is_good(bad[i]));
}

/* --- the book ---------------------------------------------------------------------------------------- */

static struct book *open_book(const char *path)
{
    struct book *book = NULL;
    struct err err;
    if (book_open(path, 90, &book, &err))
        g_error("%s", err.text);
    return book;
}

static struct entry entry_at(const char *id, int64_t date, const struct alias_fact *alias)
{
    return (struct entry){.id = id, .date = date, .address = "x@seedy.example", .organisation = "seedy.example",
                          .thread = "", .proven = AUTH_PASS, .placement = PLACE_NONE, .scores = {{NAN, NAN, NAN}}, .indexed = true, .alias = alias};
}

static bool take_use(const struct alias_usage *usage, void *data)
{
    GString *text = data;
    g_string_append_printf(text, "%s:%s:%s:%u:%" G_GINT64_FORMAT "-%" G_GINT64_FORMAT " ", usage->alias.organisation,
                           usage->who, alias_use_name(usage->use), usage->seen, usage->first ? usage->first - NOW : 0,
                           usage->last ? usage->last - NOW : 0);
    return true;
}

static char *uses_of(struct book *book)
{
    GString *text = g_string_new(NULL);
    struct err err;
    g_assert_cmpint(book_alias_uses(book, take_use, text, &err), ==, STATUS_OK);
    return g_string_free(text, FALSE);
}

static void uses_are_kept(void)
{
    owned(book) book = open_book(":memory:");
    owned(book) fresh = open_book(":memory:");
    struct err err;
    struct alias alias = {"reader+velora@home.example", "velora.com", NOW, false};
    g_assert_cmpint(book_alias_put(book, &alias, &err), ==, STATUS_OK);
    struct alias_fact fact = {.address = (char *)alias.address, .organisation = (char *)alias.organisation,
                              .who = (char *)"seedy.example", .use = ALIAS_USE_LEAK};
    struct entry late = entry_at("late", NOW + 20, &fact), early = entry_at("early", NOW + 10, &fact);
    g_assert_cmpint(book_put(book, &late, &err), ==, STATUS_OK);
    g_assert_cmpint(book_put(book, &early, &err), ==, STATUS_OK);
    early.tags = 1;
    g_assert_cmpint(book_put(book, &early, &err), ==, STATUS_OK); /* known: counted once */
    g_autofree char *uses = uses_of(book);
    g_assert_cmpstr(uses, ==, "velora.com:seedy.example:leak:2:10-20 ");

    /* Opening is not taking up; answering is, and stays so. */
    early.outcome = OUTCOME_OPENED;
    g_assert_cmpint(book_put(book, &early, &err), ==, STATUS_OK);
    g_assert_cmpint(book_alias_use(book, alias.address, "seedy.example", NULL), ==, ALIAS_USE_LEAK);
    early.outcome = OUTCOME_ANSWERED;
    g_assert_cmpint(book_put(book, &early, &err), ==, STATUS_OK);
    struct entry next = entry_at("next", NOW + 30, &fact);
    g_assert_cmpint(book_put(book, &next, &err), ==, STATUS_OK);
    bool anybody;
    g_assert_cmpint(book_alias_use(book, alias.address, "seedy.example", &anybody), ==, ALIAS_USE_TAKEN);
    g_assert_true(anybody);

    /* An archive lived again: what is said is known before the first message, what vanished after the last. */
    g_assert_cmpint(book_alias_mailer(book, alias.address, "hub.example", &err), ==, STATUS_OK);
    g_assert_cmpint(book_alias_carry(fresh, book, &err), ==, STATUS_OK);
    g_assert_cmpint(book_alias_use(fresh, alias.address, "hub.example", &anybody), ==, ALIAS_USE_MAILER);
    g_assert_false(anybody);
    g_assert_cmpint(book_put(fresh, &next, &err), ==, STATUS_OK);
    g_assert_cmpint(book_alias_remember(fresh, book, &err), ==, STATUS_OK);
    g_assert_cmpint(book_alias_carry(fresh, book, &err), ==, STATUS_OK);
    g_autofree char *again = uses_of(fresh);
    g_assert_cmpstr(again, ==, "velora.com:hub.example:mailer:0:0-0 velora.com:seedy.example:taken up:3:10-30 ");
    g_assert_cmpint(book_replace(book, fresh, &err), ==, STATUS_OK);
    g_autofree char *replaced = uses_of(book);
    g_assert_cmpstr(replaced, ==, again);
}

static void run(const char *path, const char *sql)
{
    sqlite3 *db = NULL;
    g_assert_cmpint(sqlite3_open(path, &db), ==, SQLITE_OK);
    char *why = NULL;
    if (sqlite3_exec(db, sql, NULL, NULL, &why) != SQLITE_OK)
        g_error("%s", why);
    sqlite3_close(db);
}

/* What version 1 had, with a message in it; version 2 had more. */
#define FIRST                                                                                                     \
    "CREATE TABLE meta(key TEXT PRIMARY KEY, value) WITHOUT ROWID;"                                               \
    "CREATE TABLE message(id TEXT PRIMARY KEY, date INTEGER, address TEXT, organisation TEXT, thread TEXT,"      \
    " kind INTEGER, proven INTEGER, placement INTEGER, useful REAL, personal REAL, trust REAL, outcome INTEGER," \
    " tags INTEGER, own INTEGER, answered INTEGER, gone INTEGER, indexed INTEGER, features BLOB) WITHOUT ROWID;" \
    "CREATE INDEX message_undecided ON message(date) WHERE outcome = 0 AND own = 0 AND gone = 0 AND indexed = 1 " \
    " AND placement NOT IN (2, 3);"                                                                               \
    "CREATE INDEX message_recent ON message(date) WHERE indexed = 1 AND gone = 0;"                                \
    "CREATE INDEX message_thread ON message(thread) WHERE own = 1;"                                               \
    "CREATE TABLE tally(level INTEGER, name TEXT, kind INTEGER, received REAL, acted REAL, proven INTEGER,"      \
    " first INTEGER, last INTEGER, wanted INTEGER, c0 INTEGER, c1 INTEGER, c2 INTEGER, c3 INTEGER, c4 INTEGER,"  \
    " c5 INTEGER, c6 INTEGER, c7 INTEGER, c8 INTEGER, c9 INTEGER, c10 INTEGER, PRIMARY KEY(level, name, kind))"  \
    " WITHOUT ROWID;"                                                                                             \
    "CREATE TABLE weight(key INTEGER PRIMARY KEY, value REAL, square REAL, seen REAL, acted REAL, name TEXT);"   \
    "CREATE TABLE contact(address TEXT PRIMARY KEY, written INTEGER, last INTEGER) WITHOUT ROWID;"               \
    "CREATE TABLE waiting(path TEXT PRIMARY KEY, id TEXT, placement INTEGER) WITHOUT ROWID;"                     \
    "INSERT INTO message VALUES('old@a.example', 1700000000, 'x@a.example', 'a.example', '', 0, 2, 1, 50, 50, 50," \
    " 4, 0, 0, 0, 0, 1, NULL);"
#define SECOND                                                                                               \
    "ALTER TABLE message ADD COLUMN fingerprint INTEGER NOT NULL DEFAULT 0;"                                 \
    "ALTER TABLE message ADD COLUMN stranger INTEGER NOT NULL DEFAULT 0;"                                    \
    "CREATE INDEX message_relation ON message(organisation, kind, date, outcome, placement, fingerprint) "   \
    "WHERE own = 0;"                                                                                         \
    "CREATE TABLE name(name TEXT, organisation TEXT, seen INTEGER, PRIMARY KEY(name, organisation)) WITHOUT ROWID;"

#define THIRD                                                                                                     \
    "CREATE TABLE alias(address TEXT PRIMARY KEY, organisation TEXT, given INTEGER, made INTEGER) WITHOUT ROWID;" \
    "CREATE TABLE alias_use(address TEXT, who TEXT, use INTEGER, proven INTEGER, first INTEGER, last INTEGER,"    \
    " seen INTEGER, PRIMARY KEY(address, who)) WITHOUT ROWID;"                                                    \
    "INSERT INTO alias VALUES('reader+old@home.example', 'old.example', 5, 1);"

#define FOURTH "ALTER TABLE waiting ADD COLUMN tags TEXT NOT NULL DEFAULT '';"

static void former_versions_are_upgraded(void)
{
    static const char *const versions[] = {FIRST "PRAGMA user_version = 1", FIRST SECOND "PRAGMA user_version = 2",
                                           FIRST SECOND THIRD "PRAGMA user_version = 3",
                                           FIRST SECOND THIRD FOURTH "PRAGMA user_version = 4"};
    for (size_t i = 0; i < G_N_ELEMENTS(versions); i++) {
        char *folder = unit_folder();
        struct err err;
        struct entry entry;
        g_autofree char *path = g_build_filename(folder, "book.db", NULL);
        run(path, versions[i]);
        book_close(open_book(path));
        owned(book) book = open_book(path); /* once is enough */
        g_assert_true(book_get(book, "old@a.example", &entry));
        g_assert_cmpuint(book_tally(book, LEVEL_ORGANISATION, "a.example", KIND_COUNT, NOW).proven, ==, 1);
        struct recent recent;
        const struct lately lately = {"a.example", KIND_PERSON, false, 0, NOW};
        g_assert_cmpuint(book_recent(book, &lately, &recent, 1), ==, 1);
        struct alias alias = {"reader+velora@home.example", "velora.com", NOW, true};
        g_assert_cmpint(book_alias_put(book, &alias, &err), ==, STATUS_OK);
        struct alias_row row;
        g_assert_true(book_alias_get(book, alias.address, &row));
        g_assert_true(row.made && !row.closed);
        alias_row_clear(&row);
        g_assert_cmpint(book_alias_close(book, alias.address, NOW, &err), ==, STATUS_OK);
        g_assert_false(book_alias_has_open(book, alias.organisation));
        g_assert_cmpint(book_alias_get(book, "reader+old@home.example", &row), ==, i > 1);
        g_assert_true(i < 2 || (row.given == 5 && row.made && !row.closed));
        alias_row_clear(&row);
        struct entry named = entry_at("new", NOW, NULL);
        unsigned times = 0;
        char *business[] = {"a-1234567", NULL};
        named.name = "seedy";
        named.kind = KIND_RECEIPT;
        named.business = business;
        g_assert_cmpint(book_put(book, &named, &err), ==, STATUS_OK);
        g_assert_cmpint(book_business_since(book, named.organisation, "a-1234567", &times), ==, NOW);
        g_assert_cmpint(book_business_since(book, "other.example", "a-1234567", &times), ==, 0);
        struct waiting waiting = {.path = "/m/new/1", .id = "new", .placement = PLACE_LATER, .tags = "+travel"};
        g_assert_cmpint(book_wait_add(book, &waiting, &err), ==, STATUS_OK);
        unit_remove(folder);
    }
}

int main(int argc, char **argv)
{
    unit_init(argc, argv);
    g_test_add_func("/alias/split", addresses_are_split);
    g_test_add_func("/alias/code", codes_hold_for_one);
    g_test_add_func("/alias/form", forms);
    g_test_add_func("/alias/uses", uses_are_kept);
    g_test_add_func("/book/upgrade", former_versions_are_upgraded);
    return g_test_run();
}
