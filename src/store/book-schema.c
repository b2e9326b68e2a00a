/* What the book is made of: tables, and how older ones become these. */
#include <math.h>

#include "book-tables.h"
#include "mail/sender.h"
#include "store/book-state.h"

#define SCHEMA_VERSION 13

/* Each holds all that statements by it ask for, so that they read a page or two; SQLite looks for the columns
 * of its condition there, too. */
#define RECENT_INDEX \
    "CREATE INDEX message_relation ON message(organisation, kind, date, proven, outcome, placement, " \
    "fingerprint, own) WHERE own = 0;"
#define SINCE_INDEX \
    "CREATE INDEX message_recent ON message(date, indexed, gone) WHERE indexed = 1 AND gone = 0;"

#define UNDECIDED_INDEX "CREATE INDEX message_undecided ON message(date) WHERE " UNDECIDED ";"

/* First messages, by kind. */
#define STRANGER_INDEX \
    "CREATE INDEX message_stranger ON message(kind, date, placement, stranger, own) " \
    "WHERE stranger = 1 AND own = 0;"

/* Display names that organisations' proven mail bore. */
#define NAME_TABLE \
    "CREATE TABLE name(name TEXT, organisation TEXT, seen INTEGER, PRIMARY KEY(name, organisation)) " \
    "WITHOUT ROWID;"

#define NAME_INDEX "CREATE INDEX name_organisation ON name(organisation);"

/* What she has ordered or booked, by number and day, since when that is known, and how often mail to many has
 * named it since. */
#define BUSINESS_TABLE(name, named) \
    "CREATE TABLE " name "(key TEXT, organisation TEXT, since INTEGER, " named \
    "PRIMARY KEY(key, organisation)) WITHOUT ROWID;"
#define BUSINESS_NAMED "named INTEGER NOT NULL DEFAULT 0, "

/* What she has bought and booked, by the words of receipts, when that was, for which day, and what else they
 * say of it (mail/details.h). Without words: up to when she wants that forgotten. */
#define THING_TABLE(name, details) \
    "CREATE TABLE " name "(organisation TEXT, words TEXT, date INTEGER, kind INTEGER, day INTEGER, " details \
    "PRIMARY KEY(organisation, date, words)) WITHOUT ROWID;"
#define THING_DETAILS "details TEXT NOT NULL DEFAULT '', "
#define THING_INDEX "CREATE INDEX thing_kind ON thing(kind, date);"

/* Domains that proven mail of an organisation showed to belong with it, and on how many days. One that is
 * known for itself belongs with nobody, unless each signs the other's mail: hosts sign their customers'. */
#define AFFILIATE_TABLE \
    "CREATE TABLE affiliate(domain TEXT, organisation TEXT, signed INTEGER, days INTEGER, last INTEGER, " \
    "PRIMARY KEY(domain, organisation, signed)) WITHOUT ROWID;"

/* Addresses that she handed out, and who writes to them. */
#define ALIAS_TABLE(name) \
    "CREATE TABLE " name "(address TEXT PRIMARY KEY, organisation TEXT, given INTEGER, made INTEGER, " \
    "closed INTEGER NOT NULL DEFAULT 0) WITHOUT ROWID;"
#define ALIAS_TABLES \
    ALIAS_TABLE("alias") \
    "CREATE TABLE alias_use(address TEXT, who TEXT, use INTEGER, proven INTEGER, first INTEGER, " \
    "last INTEGER," \
    "  seen INTEGER, PRIMARY KEY(address, who)) WITHOUT ROWID;"

/* Where mail lies, of whoever has no index: include/store/places.h. */
#define PLACE_TABLES \
    "CREATE TABLE folder(number INTEGER PRIMARY KEY, path TEXT UNIQUE, stamp TEXT NOT NULL DEFAULT '');" \
    "CREATE TABLE place(folder INTEGER, base TEXT, info TEXT, id TEXT, flags INTEGER, " \
    "  PRIMARY KEY(folder, base)) WITHOUT ROWID;" \
    "CREATE INDEX place_id ON place(id);" \
    "CREATE TABLE missing(id TEXT PRIMARY KEY, since INTEGER, sure INTEGER) WITHOUT ROWID;"

/* As the tables have it now by which relations are told. */
#define RELATE \
    "UPDATE message SET organisation = relation_of(address, organisation) WHERE instr(address, '@');" \
    "UPDATE OR IGNORE business SET organisation = relation_of('', organisation);" \
    "UPDATE OR IGNORE name SET organisation = relation_of('', organisation);"

/* What each version has beyond the one before it; from version 1. */
static const char *const upgrades[] = {
    [1] = "ALTER TABLE message ADD COLUMN fingerprint INTEGER NOT NULL DEFAULT 0;"
          "ALTER TABLE message ADD COLUMN stranger INTEGER NOT NULL DEFAULT 0;" RECENT_INDEX NAME_TABLE,
    [2] = ALIAS_TABLES,
    [3] = "ALTER TABLE waiting ADD COLUMN tags TEXT NOT NULL DEFAULT '';", /* what rules change */
    [4] = BUSINESS_TABLE("business", ""),
    /* What a list's mail proved of its authors proved nothing of the list; without a half-life all is
     * counted anew. */
    [5] = "UPDATE message SET proven = 1 WHERE kind = 1 AND proven = 2;"
          "DELETE FROM meta WHERE key = '" BOOK_HALF_LIFE "';"
          "ALTER TABLE waiting ADD COLUMN tries INTEGER NOT NULL DEFAULT 0;",
    /* Whose mail it is was the organisation everywhere; and unproven mail was counted with the proven. */
    [6] = RELATE "DROP INDEX message_relation; DELETE FROM meta WHERE key = '" BOOK_HALF_LIFE "';"
          RECENT_INDEX "DROP INDEX message_undecided;" UNDECIDED_INDEX STRANGER_INDEX NAME_INDEX,
    /* The number that stood for all kinds became a kind's. */
    [7] = "UPDATE tally SET kind = 255 WHERE kind = 11;",
    [8] = AFFILIATE_TABLE PLACE_TABLES,
    [9] = THING_TABLE("thing", "") THING_INDEX ALIAS_TABLE("alias_now") /* when one was closed */
          "INSERT INTO alias_now SELECT address, organisation, given, made, 0 FROM alias;"
          "DROP TABLE alias; ALTER TABLE alias_now RENAME TO alias;",
    [10] = THING_TABLE("thing_now", THING_DETAILS) "INSERT INTO thing_now SELECT *, '' FROM thing;"
           "DROP TABLE thing; ALTER TABLE thing_now RENAME TO thing;" THING_INDEX
           "DELETE FROM meta WHERE key = '" BOOK_LEDGER "';", /* what there is is read again */
    [11] = BUSINESS_TABLE("business_now", BUSINESS_NAMED) /* some of version 11 have the column */
           "INSERT INTO business_now SELECT key, organisation, since, 0 FROM business;"
           "DROP TABLE business; ALTER TABLE business_now RENAME TO business;",
    [12] = "DROP INDEX message_relation; DROP INDEX message_recent; DROP INDEX message_stranger;"
           RECENT_INDEX SINCE_INDEX STRANGER_INDEX,
};
G_STATIC_ASSERT(G_N_ELEMENTS(upgrades) == SCHEMA_VERSION);
G_STATIC_ASSERT(KIND_ANY == 255 && KIND_LIST == 1 && AUTH_NONE == 1 && AUTH_PASS == 2);

static const char schema[] =
    "CREATE TABLE meta(key TEXT PRIMARY KEY, value) WITHOUT ROWID;"
    "CREATE TABLE message("
    "  id TEXT PRIMARY KEY, date INTEGER, address TEXT, organisation TEXT, thread TEXT, kind INTEGER,"
    "  proven INTEGER, placement INTEGER, useful REAL, personal REAL, trust REAL, outcome INTEGER,"
    "  tags INTEGER, own INTEGER, answered INTEGER, gone INTEGER, indexed INTEGER, features BLOB,"
    "  fingerprint INTEGER NOT NULL DEFAULT 0, stranger INTEGER NOT NULL DEFAULT 0)"
    "  WITHOUT ROWID;"
    /* Leaves out what heed demoted and she left alone: it is never counted as ignored. */
    UNDECIDED_INDEX STRANGER_INDEX
    SINCE_INDEX "CREATE INDEX message_thread ON message(thread) WHERE own = 1;" RECENT_INDEX
    /* Sums are of 2^((date - epoch) / half-life), so that time passing changes no row. */
    "CREATE TABLE tally("
    "  level INTEGER, name TEXT, kind INTEGER, received REAL, acted REAL, proven INTEGER,"
    "  first INTEGER, last INTEGER, wanted INTEGER, c0 INTEGER, c1 INTEGER, c2 INTEGER, c3 INTEGER,"
    "  c4 INTEGER, c5 INTEGER, c6 INTEGER, c7 INTEGER, c8 INTEGER, c9 INTEGER, c10 INTEGER,"
    "  PRIMARY KEY(level, name, kind)) WITHOUT ROWID;"
    "CREATE TABLE weight(key INTEGER PRIMARY KEY, value REAL, square REAL, seen REAL, acted REAL, name TEXT);"
    NAME_TABLE NAME_INDEX BUSINESS_TABLE("business", BUSINESS_NAMED)
    THING_TABLE("thing", THING_DETAILS) THING_INDEX
    AFFILIATE_TABLE ALIAS_TABLES PLACE_TABLES
    "CREATE TABLE contact(address TEXT PRIMARY KEY, written INTEGER, last INTEGER) WITHOUT ROWID;"
    "CREATE TABLE waiting(path TEXT PRIMARY KEY, id TEXT, placement INTEGER, tags TEXT NOT NULL DEFAULT '',"
    "  tries INTEGER NOT NULL DEFAULT 0) WITHOUT ROWID;";

G_STATIC_ASSERT(OUTCOME_COUNT == 11); /* columns c0 to c10 */

int book_schema(void)
{
    return SCHEMA_VERSION;
}

int book_version(struct book *book)
{
    sqlite3_stmt *statement = NULL;
    int version = -1;
    if (sqlite3_prepare_v2(book->db, "PRAGMA user_version", -1, &statement, NULL) == SQLITE_OK &&
        sqlite3_step(statement) == SQLITE_ROW)
        version = sqlite3_column_int(statement, 0);
    sqlite3_finalize(statement);
    return version;
}

/* relation_of(ADDRESS, ORGANISATION) for upgrades; with an empty ADDRESS as far as the organisation tells. */
static void sql_relation_of(sqlite3_context *context, int n, sqlite3_value **values)
{
    const char *address = (const char *)sqlite3_value_text(values[0]);
    const char *organisation = (const char *)sqlite3_value_text(values[1]);
    (void)n;
    char *relation = relation_of(address ? address : "", organisation ? organisation : "");
    sqlite3_result_text(context, *relation ? relation : organisation, -1, SQLITE_TRANSIENT);
    g_free(relation);
}

static int64_t seconds_of(double half_life)
{
    return (int64_t)round(half_life * DAY);
}

bool book_is_current(struct book *book)
{
    return book_version(book) == SCHEMA_VERSION &&
           book_number(book, BOOK_HALF_LIFE) == seconds_of(book->half_life) &&
           book_number(book, BOOK_RELATIONS) == (int64_t)relation_tables();
}

/* What is known of relations that tables name otherwise now; without a half-life all is counted anew. */
static enum status relate(struct book *book, struct err *err)
{
    int64_t tables = (int64_t)relation_tables();
    if (book_number(book, BOOK_RELATIONS) == tables)
        return STATUS_OK;
    enum status status =
        book_run_text(book, RELATE "UPDATE OR IGNORE thing SET organisation = relation_of('', organisation);"
                      "DELETE FROM meta WHERE key = '" BOOK_HALF_LIFE "'", "upgrade", err);
    return status ? status : book_set_number(book, BOOK_RELATIONS, tables, err);
}

enum status book_make(struct book *book, struct err *err)
{
    enum status status = book_begin(book, err);
    int version = 0;
    if (!status) /* another process may have been faster */
        version = book_version(book);
    if (!status && version == 0)
        status = book_run_text(book, schema, "begin", err);
    if (!status)
        sqlite3_create_function(book->db, "relation_of", 2, SQLITE_UTF8, NULL, sql_relation_of, NULL, NULL);
    for (int from = MAX(version, 1); version && from < SCHEMA_VERSION && !status; from++)
        status = book_run_text(book, upgrades[from], "upgrade", err);
    if (!status && version < SCHEMA_VERSION) {
        char *text = sqlite3_mprintf("PRAGMA user_version = %d", SCHEMA_VERSION);
        status = book_run_text(book, text, "begin", err);
        sqlite3_free(text);
    }
    if (!status)
        status = relate(book, err);
    int64_t half_life = seconds_of(book->half_life);
    if (!status && book_number(book, BOOK_HALF_LIFE) != half_life) {
        status = book_recount(book, err);
        if (!status)
            status = book_set_number(book, BOOK_HALF_LIFE, half_life, err);
    }
    if (status) {
        book_rollback(book);
        return status;
    }
    return book_commit(book, err);
}
