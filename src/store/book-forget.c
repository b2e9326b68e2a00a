/* What a flood leaves in the book goes again: strangers who wrote once, and where there are many, those who
 * wrote for a month at most, whom she threw away; and of those who wrote for ever and got nothing, all but
 * the latest. What they told stays counted. */
#include "book-private.h"

#define KEPT "64" /* messages of a relation that she never wanted anything of */
#define SPAN "2592000" /* seconds between a stranger's first and last message: thirty days */
#define FLOOD "200" /* messages of those who wrote more than once; fewer may be of somebody tiresome */
#define FREE_PAGES 4 /* that are worth writing the file anew, where they are a twentieth of it */

/* Half of these names are of the unproven mail of the same relations (facts.learned_as). */
#define GONE "(SELECT organisation FROM forgotten)"
#define THEIRS \
    "(SELECT organisation FROM forgotten UNION ALL SELECT 'unproven ' || organisation FROM forgotten)"
#define VOICES "(SELECT address FROM message WHERE own = 0 AND organisation IN " GONE ")"

#define IS_WITH "name GLOB '" WEIGHT_WITH " *'" /* whom letters are to as well */

/* Words of nobody's in particular that she never acted on, but for the strongest: fewer than messages are
 * left that may have taught them. */
#define FORGET_WORDS \
    "DELETE FROM weight WHERE key IN (SELECT key FROM weight WHERE key >= 0 AND acted <= 0 AND " \
    "(instr(name, ' ') = 0 OR " IS_WITH ") ORDER BY abs(value) DESC LIMIT -1 " \
    "OFFSET (SELECT count(*) / 2 FROM message))"

#define IS_UNPROVEN "(proven IN (1, 3, 4))" /* auth_is_unproven() */
G_STATIC_ASSERT(AUTH_NONE == 1 && AUTH_FAIL == 3 && AUTH_ERROR == 4);
#define IS_THINNED \
    "own = 0 AND gone = 1 AND date < (SELECT date FROM thinned WHERE " \
    "thinned.organisation = message.organisation AND unproven = " IS_UNPROVEN ")"
G_STATIC_ASSERT(OUTCOME_FORWARDED == 2 && OUTCOME_FILED == 5);
G_STATIC_ASSERT(LEVEL_ORGANISATION == 2 && LEVEL_ORGANISATION_KIND == 3 && LEVEL_SENDER_KIND == 4 &&
                LEVEL_UNPROVEN == 6);

static enum status find_strangers(struct book *book, int64_t before, struct err *err)
{
    g_autofree char *find = g_strdup_printf(
        "CREATE TEMP TABLE IF NOT EXISTS forgotten(organisation TEXT PRIMARY KEY, n INTEGER) WITHOUT ROWID;"
        "DELETE FROM forgotten;"
        "INSERT INTO forgotten SELECT organisation, count(*) FROM message WHERE own = 0 "
        "GROUP BY organisation "
        "HAVING min(gone) = 1 AND max(date) < %" G_GINT64_FORMAT " AND max(date) - min(date) < " SPAN
        " AND organisation NOT IN (SELECT name FROM tally WHERE level IN (2, 8) AND wanted > 0);"
        "DELETE FROM forgotten WHERE n > 1 AND (SELECT sum(n) FROM forgotten WHERE n > 1) < " FLOOD,
        before);
    return book_run_text(book, find, "look through", err);
}

/* Of each relation of which she never wanted anything, and has thrown away more than KEPT, the older ones;
 * unproven mail for itself, which may be forged in the name of whom she knows. */
static enum status thin_out(struct book *book, int64_t before, struct err *err)
{
    g_autofree char *thin = g_strdup_printf(
        "CREATE TEMP TABLE IF NOT EXISTS thinned(organisation TEXT, unproven INTEGER, date INTEGER, "
        "PRIMARY KEY(organisation, unproven)) WITHOUT ROWID;"
        "CREATE TEMP TABLE IF NOT EXISTS silent(address TEXT PRIMARY KEY) WITHOUT ROWID;"
        "DELETE FROM thinned; DELETE FROM silent;"
        "INSERT INTO thinned SELECT organisation, " IS_UNPROVEN " AS unproven, 0 FROM message "
        "WHERE own = 0 AND gone = 1 GROUP BY 1, 2 HAVING count(*) > " KEPT " AND organisation NOT IN "
        "(SELECT name FROM tally WHERE level IN (8, iif(unproven, 8, 2)) AND wanted > 0);"
        "UPDATE thinned SET date = min(%" G_GINT64_FORMAT ", (SELECT min(date) FROM (SELECT date "
        "FROM message m WHERE own = 0 AND m.organisation = thinned.organisation "
        "AND " IS_UNPROVEN " = unproven ORDER BY date DESC LIMIT " KEPT ")));"
        "INSERT OR IGNORE INTO silent SELECT address FROM message WHERE " IS_THINNED ";"
        "DELETE FROM message WHERE " IS_THINNED ";"
        "DELETE FROM silent WHERE address IN (SELECT address FROM message WHERE own = 0 AND organisation IN "
        "(SELECT organisation FROM thinned));"
        "DELETE FROM tally WHERE level IN (4, 10) AND name IN (SELECT address FROM silent);"
        "DELETE FROM weight WHERE seen <= 1 AND substr(name, instr(name, ' ') + 1) IN "
        "(SELECT organisation FROM thinned)",
        before);
    return book_run_text(book, thin, "thin out", err);
}

/* Of what was acted on long ago: nothing that follows teaches otherwise. */
static enum status forget_features(struct book *book, int64_t before, struct err *err)
{
    g_autofree char *forget =
        g_strdup_printf("UPDATE message SET features = NULL WHERE features IS NOT NULL "
                        "AND outcome IN (2, 3, 4, 5) AND date < %" G_GINT64_FORMAT, before);
    return book_run_text(book, forget, "write to", err);
}

static int64_t ask(struct book *book, const char *sql)
{
    sqlite3_stmt *statement = NULL;
    int64_t number = 0;
    if (sqlite3_prepare_v2(book->db, sql, -1, &statement, NULL) == SQLITE_OK &&
        sqlite3_step(statement) == SQLITE_ROW)
        number = sqlite3_column_int64(statement, 0);
    sqlite3_finalize(statement);
    return number;
}

enum status book_forget_strangers(struct book *book, int64_t before, struct err *err)
{
    enum status status = book_begin(book, err);
    if (!status)
        status = find_strangers(book, before, err);
    if (!status && ask(book, "SELECT count(*) FROM forgotten"))
        status = book_run_text(
            book,
            "DELETE FROM tally WHERE level IN (4, 10) AND name IN " VOICES ";"
            "DELETE FROM tally WHERE level IN (2, 3, 8, 9) AND name IN " GONE ";"
            "DELETE FROM name WHERE organisation IN " GONE " OR organisation IN " VOICES ";"
            "DELETE FROM business WHERE organisation IN " GONE ";"
            "DELETE FROM thing WHERE organisation IN " GONE ";"
            /* words of theirs, and what neither counts nor words explained; then words that came once */
            "DELETE FROM weight WHERE name IN " THEIRS " OR substr(name, instr(name, ' ') + 1) IN " THEIRS
            " OR substr(name, 1, instr(name, ' ') - 1) IN " VOICES
            " OR (key >= 0 AND seen <= 1 AND (instr(name, ' ') = 0 OR " IS_WITH "));"
            "DELETE FROM message WHERE own = 0 AND organisation IN " GONE,
            "write to", err);
    if (!status && ask(book, "SELECT total(n) >= " FLOOD " FROM forgotten"))
        status = book_run_text(book, FORGET_WORDS, "write to", err);
    if (!status)
        status = thin_out(book, before, err);
    if (!status)
        status = forget_features(book, before, err);
    if (!status)
        return book_commit(book, err);
    book_rollback(book);
    return status;
}

void book_shrink(struct book *book)
{
    int64_t pages = ask(book, "PRAGMA page_count"), free = ask(book, "PRAGMA freelist_count");
    if (free > FREE_PAGES && free * 20 > pages)
        sqlite3_exec(book->db, "VACUUM", NULL, NULL, NULL);
}
