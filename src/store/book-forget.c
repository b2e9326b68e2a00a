/* What a flood leaves in the book goes again: strangers who wrote once, and whom she threw away; and of those
 * who wrote for ever and got nothing, all but the latest. What they told stays counted. */
#include "book-private.h"

#define KEPT "64" /* messages of a relation that she never wanted anything of */
#define FREE_PAGES 64 /* that are worth writing the file anew, where they are half of it */

/* Half of these names are of the unproven mail of the same relations (facts.learned_as). */
#define GONE "(SELECT organisation FROM forgotten)"
#define THEIRS \
    "(SELECT organisation FROM forgotten UNION ALL SELECT 'unproven ' || organisation FROM forgotten)"
#define VOICES "(SELECT address FROM message WHERE own = 0 AND organisation IN " GONE ")"

G_STATIC_ASSERT(LEVEL_ORGANISATION == 2 && LEVEL_ORGANISATION_KIND == 3 && LEVEL_SENDER_KIND == 4 &&
                LEVEL_UNPROVEN == 6);

static enum status find_strangers(struct book *book, int64_t before, struct err *err)
{
    g_autofree char *find = g_strdup_printf(
        "CREATE TEMP TABLE IF NOT EXISTS forgotten(organisation TEXT PRIMARY KEY) WITHOUT ROWID;"
        "DELETE FROM forgotten;"
        "INSERT INTO forgotten SELECT organisation FROM message WHERE own = 0 GROUP BY organisation "
        "HAVING count(*) = 1 AND min(gone) = 1 AND max(date) < %" G_GINT64_FORMAT " AND organisation NOT IN "
        "(SELECT name FROM tally WHERE level IN (2, 8) AND wanted > 0)",
        before);
    return book_run_text(book, find, "look through", err);
}

/* Of each relation of which she never wanted anything, and has thrown away more than KEPT, the older ones. */
static enum status thin_out(struct book *book, int64_t before, struct err *err)
{
    g_autofree char *thin = g_strdup_printf(
        "CREATE TEMP TABLE IF NOT EXISTS thinned(organisation TEXT PRIMARY KEY, date INTEGER) WITHOUT ROWID;"
        "DELETE FROM thinned;"
        "INSERT INTO thinned SELECT organisation, 0 FROM message WHERE own = 0 AND gone = 1 "
        "GROUP BY organisation HAVING count(*) > " KEPT " AND organisation NOT IN "
        "(SELECT name FROM tally WHERE level IN (2, 8) AND wanted > 0);"
        "UPDATE thinned SET date = (SELECT min(date) FROM (SELECT date FROM message m WHERE own = 0 AND "
        "m.organisation = thinned.organisation ORDER BY date DESC LIMIT " KEPT "));"
        "DELETE FROM message WHERE own = 0 AND gone = 1 AND date < %" G_GINT64_FORMAT
        " AND date < (SELECT date FROM thinned WHERE thinned.organisation = message.organisation);"
        "DELETE FROM weight WHERE seen <= 1 AND substr(name, instr(name, ' ') + 1) IN "
        "(SELECT organisation FROM thinned)",
        before);
    return book_run_text(book, thin, "thin out", err);
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
            "DELETE FROM name WHERE organisation IN " GONE ";"
            "DELETE FROM business WHERE organisation IN " GONE ";"
            /* words of theirs, and what neither counts nor words explained; then words that came once */
            "DELETE FROM weight WHERE name IN " THEIRS " OR substr(name, instr(name, ' ') + 1) IN " THEIRS
            " OR substr(name, 1, instr(name, ' ') - 1) IN " VOICES
            " OR (key >= 0 AND seen <= 1 AND instr(name, ' ') = 0);"
            "DELETE FROM message WHERE own = 0 AND organisation IN " GONE,
            "write to", err);
    if (!status)
        status = thin_out(book, before, err);
    if (!status)
        return book_commit(book, err);
    book_rollback(book);
    return status;
}

void book_shrink(struct book *book)
{
    int64_t pages = ask(book, "PRAGMA page_count"), free = ask(book, "PRAGMA freelist_count");
    if (free > FREE_PAGES && free * 2 > pages)
        sqlite3_exec(book->db, "VACUUM", NULL, NULL, NULL);
}
