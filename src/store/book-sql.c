/* Every statement that is made to the book. */
#include "book-tables.h"
#include "store/book-state.h"

#define ENTRY_COLUMNS                                                                              \
    "id, date, address, organisation, thread, kind, proven, placement, useful, personal, trust, "  \
    "outcome, tags, own, answered, gone, indexed, features, fingerprint, stranger"

#define TALLY_VALUES "VALUES(?1,?2,?3,?4,?5,?6,?7,?8,?9,?10,?11,?12,?13,?14,?15,?16,?17,?18,?19,?20) "

/* What she said of a sender before its mail came has no dates. */
#define USE_PUT                                                                                            \
    "INSERT INTO alias_use VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7) ON CONFLICT DO UPDATE SET "                   \
    "use = max(use, excluded.use), proven = max(proven, excluded.proven), last = max(last, excluded.last), " \
    "first = min(ifnull(nullif(first, 0), excluded.first), ifnull(nullif(excluded.first, 0), first)), "
#define USE_ROWS \
    "SELECT a.address, organisation, given, made, closed, who, use, proven, first, last, seen FROM alias a "
#define PLACES \
    "SELECT folder.path, base, info, id, flags FROM place JOIN folder ON folder.number = place.folder "
G_STATIC_ASSERT(ALIAS_USE_LEAK == 1 && ALIAS_USE_TAKEN == 2);

const char *const book_sql[SQL_COUNT] = {
    [SQL_ENTRY_GET] = "SELECT " ENTRY_COLUMNS " FROM message WHERE id = ?1",
    [SQL_ENTRY_OLD] = "SELECT " ENTRY_COLUMNS " FROM message WHERE id = ?1",
    [SQL_ENTRY_PUT] = "INSERT OR REPLACE INTO message(" ENTRY_COLUMNS ") "
                      "VALUES(?1,?2,?3,?4,?5,?6,?7,?8,?9,?10,?11,?12,?13,?14,?15,?16,?17,?18,?19,?20)",
    [SQL_ENTRY_CHANGE] = "UPDATE message SET thread = ?2, placement = ?3, useful = ?4, personal = ?5, "
                         "trust = ?6, outcome = ?7, tags = ?8, answered = ?9, gone = ?10, indexed = ?11, "
                         "features = ?12 WHERE id = ?1",
    [SQL_ENTRY_UNDECIDED] =
        "SELECT id FROM message INDEXED BY message_undecided WHERE " UNDECIDED " AND date < ?1 UNION "
        "SELECT id FROM message WHERE indexed = 1 AND gone = 0 AND date > ?2",
    [SQL_ENTRY_DEALT] = "SELECT date FROM message INDEXED BY message_recent WHERE indexed = 1 AND gone = 0 "
                        "AND own = 0 AND outcome BETWEEN 1 AND 6 AND date > ?1 AND date <= ?2 "
                        "ORDER BY date DESC LIMIT 1 OFFSET ?3",
    [SQL_ENTRY_OLDER] = "SELECT id, date FROM message WHERE indexed = 1 AND gone = 0 "
                        "AND (date, id) > (?1, ?2) AND date < ?3 ORDER BY date, id LIMIT ?4",
    [SQL_RECENT] = "SELECT date, outcome, placement, fingerprint FROM message INDEXED BY message_relation "
                   "WHERE own = 0 AND organisation = ?1 AND kind = ?2 AND date < ?3 "
                   "AND date >= ?6 AND ?5 >> proven & 1 ORDER BY date DESC LIMIT ?4",
    /* What is in the index goes first: the address is looked for of few. */
    [SQL_WISH] = "SELECT outcome, date FROM message INDEXED BY message_relation WHERE own = 0 "
                 "AND organisation = ?1 AND kind = ?2 AND date < ?3 AND date >= ?4 AND outcome IN (1, 6, 7) "
                 "AND ?5 >> proven & 1 AND NOT (date = ?6 AND fingerprint = ?7) "
                 "AND (?8 = '' OR address = ?8) ORDER BY date DESC LIMIT 1",
    [SQL_LAST_SHOWN] = "SELECT date FROM message INDEXED BY message_relation WHERE own = 0 "
                       "AND organisation = ?1 AND kind = ?2 AND date < ?3 AND placement NOT IN (2, 3) "
                       "AND ?4 >> proven & 1 "
                       "ORDER BY date DESC LIMIT 1",
    [SQL_LAST_STRANGER] = "SELECT date FROM message INDEXED BY message_stranger WHERE stranger = 1 "
                          "AND own = 0 AND kind = ?1 AND date < ?2 AND placement NOT IN (2, 3) "
                          "ORDER BY date DESC LIMIT 1",
    [SQL_LATEST] = "SELECT max(date) FROM message WHERE indexed = 1 AND gone = 0 AND date <= ?1",
    [SQL_HALF_YEAR] = "SELECT min(date) FROM message WHERE indexed = 1 AND gone = 0 "
                      "AND date BETWEEN ?1 - 15552000 AND ?1",
    [SQL_EIGHTH] = "SELECT date FROM message WHERE indexed = 1 AND gone = 0 AND date >= ?1 ORDER BY date "
                   "LIMIT 1 OFFSET 7",
    [SQL_ENTRY_TELLING] = "SELECT id, date FROM message WHERE kind IN " TELLING " AND own = 0 AND gone = 0 "
                          "AND (date, id) < (?1, ?2) ORDER BY date DESC, id DESC LIMIT ?3",
    [SQL_ENTRY_ALL] = "SELECT " ENTRY_COLUMNS " FROM message",
    [SQL_TALLY_GET] = "SELECT received, acted, proven, first, last, wanted, "
                      "c0,c1,c2,c3,c4,c5,c6,c7,c8,c9,c10 "
                      "FROM tally WHERE level = ?1 AND name = ?2 AND kind = ?3",
    [SQL_TALLY_MOVE] =
        "INSERT INTO tally " TALLY_VALUES
        "ON CONFLICT DO UPDATE SET received = max(0, received + excluded.received), "
        "acted = max(0, acted + excluded.acted), proven = proven + excluded.proven, "
        "first = CASE WHEN excluded.first <= 0 THEN first WHEN first <= 0 THEN excluded.first "
        "ELSE min(first, excluded.first) END, last = max(last, excluded.last), "
        "wanted = max(wanted, excluded.wanted), c0 = c0 + excluded.c0, c1 = c1 + excluded.c1, "
        "c2 = c2 + excluded.c2, c3 = c3 + excluded.c3, c4 = c4 + excluded.c4, c5 = c5 + excluded.c5, "
        "c6 = c6 + excluded.c6, c7 = c7 + excluded.c7, c8 = c8 + excluded.c8, c9 = c9 + excluded.c9, "
        "c10 = c10 + excluded.c10",
    [SQL_TALLY_PUT] = "INSERT OR REPLACE INTO tally " TALLY_VALUES,
    /* Proven or not: levels 8 and 9 are of mail that is not. */
    [SQL_RELATIONS] = "SELECT name, kind, sum(received), sum(acted), sum(proven), "
                      "ifnull(min(nullif(first, 0)), 0), max(last), max(wanted), sum(c0), sum(c1), sum(c2), "
                      "sum(c3), sum(c4), sum(c5), sum(c6), sum(c7), sum(c8), sum(c9), sum(c10) "
                      "FROM tally WHERE level IN (2, 3, 8, 9) GROUP BY name, kind "
                      "ORDER BY sum(c0+c1+c2+c3+c4+c5+c6+c7+c8+c9+c10) DESC, name, kind DESC",
    [SQL_ORGANISATIONS] = "SELECT name, proven FROM tally WHERE level = 2 AND proven >= ?1 AND wanted > 0",
    [SQL_BUSINESS_ADD] = "INSERT INTO business(key, organisation, since) VALUES(?1, ?2, ?3) "
                         "ON CONFLICT DO UPDATE SET since = min(since, ?3)",
    [SQL_BUSINESS_NAMED] = "UPDATE business SET named = named + 1 WHERE key = ?1 AND organisation = ?2 "
                           "AND since < ?3",
    [SQL_BUSINESS_GET] = "SELECT since, named FROM business WHERE key = ?1 AND organisation = ?2",
    [SQL_BUSINESS_LAST] = "SELECT max(since) FROM business WHERE organisation = ?1 AND since < ?2",
    [SQL_THING_ADD] = "INSERT INTO thing VALUES(?1, ?2, ?3, ?4, ?5, ?6) "
                      "ON CONFLICT DO UPDATE SET details = excluded.details",
    [SQL_THING_FORGOT] = "SELECT max(date) FROM thing WHERE organisation = ?1 AND words = ''",
    [SQL_THINGS_ALL] = "SELECT words, date, kind, day, details, organisation FROM thing WHERE words <> '' "
                       "ORDER BY organisation, date DESC, words",
    [SQL_THINGS_FORGOTTEN] = "SELECT organisation, date FROM thing WHERE words = ''",
    [SQL_THING_THIN] =
        "DELETE FROM thing WHERE organisation = ?1 AND (date, words) IN (SELECT date, words FROM (SELECT *, "
        "rank() OVER (PARTITION BY words ORDER BY date DESC) a, rank() OVER (ORDER BY date DESC) k FROM "
        "thing WHERE organisation = ?1 AND words <> '') WHERE a > "
        G_STRINGIFY(THINGS_ALIKE) " OR k > " G_STRINGIFY(THINGS_KEPT) ")",
    [SQL_THINGS_OF] = "SELECT words, date, kind, day, details FROM thing WHERE organisation = ?1 "
                      "AND date < ?2 AND words <> '' ORDER BY date DESC LIMIT ?3",
    /* The index has all of these. */
    [SQL_THINGS_ELSEWHERE] = "SELECT words, date, organisation FROM thing WHERE kind = ?4 AND date < ?2 "
                             "AND organisation <> ?1 AND words <> '' ORDER BY date DESC LIMIT ?3",
    [SQL_THING_GET] = "SELECT words, date, kind, day, details FROM thing WHERE organisation = ?1 "
                      "AND date = ?2 AND words = ?3",
    [SQL_AFFILIATE_ADD] = "INSERT INTO affiliate VALUES(?1, ?2, ?3, 1, ?4) ON CONFLICT DO UPDATE SET "
                          "days = days + (last / 86400 <> excluded.last / 86400), "
                          "last = max(last, excluded.last)",
    /* Of two that both belong with the other, one is the name for both. */
    [SQL_AFFILIATE_GET] = "SELECT organisation, days, signed FROM affiliate a "
                          "WHERE domain = ?1 AND " AFFILIATED " AND NOT EXISTS "
                          "(SELECT 1 FROM affiliate b WHERE b.domain = a.organisation "
                          "AND b.organisation = ?1 AND b.signed = a.signed "
                          "AND b.days >= " G_STRINGIFY(AFFILIATE_DAYS) " AND ?1 < a.organisation) "
                          "ORDER BY signed DESC, days DESC, organisation LIMIT 1",
    [SQL_AFFILIATES] = "SELECT DISTINCT domain FROM affiliate a WHERE " AFFILIATED " LIMIT 1000",
    [SQL_NAME_ADD] = "INSERT INTO name VALUES(?1, ?2, 1) ON CONFLICT DO UPDATE SET seen = seen + 1",
    [SQL_NAMES] = "SELECT name FROM name WHERE organisation = ?1 LIMIT ?2",
    [SQL_NAME_OWNER] = "SELECT organisation, seen FROM name WHERE name = ?1 AND organisation <> ?2 "
                       "AND seen >= ?3 AND (EXISTS (SELECT 1 FROM tally WHERE level IN (2, 4) AND "
                       "tally.name = name.organisation AND wanted > 0) OR "
                       "name.organisation IN (SELECT address FROM contact)) "
                       "ORDER BY seen DESC LIMIT 1",
    [SQL_WEIGHT_GET] = "SELECT value, square, seen, acted, name FROM weight WHERE key = ?1",
    [SQL_WEIGHT_PUT] = "INSERT OR REPLACE INTO weight VALUES(?1, ?2, ?3, ?4, ?5, ?6)",
    [SQL_WEIGHTS_OF_FINDINGS] = "SELECT key FROM weight WHERE key < 0", /* WEIGHT_OF_FINDING is the sign */
    [SQL_WEIGHTS] = "SELECT key, value, square, seen, acted, name FROM weight "
                    "ORDER BY abs(value) DESC LIMIT ?1",
    [SQL_CONTACT_ADD] = "INSERT INTO contact VALUES(?1, 1, ?2) ON CONFLICT DO UPDATE "
                        "SET written = written + 1, last = max(last, excluded.last)",
    [SQL_CONTACT_GET] = "SELECT written, last FROM contact WHERE address = ?1",
    [SQL_CONTACT_SINCE] = "SELECT address FROM contact WHERE last >= ?1 ORDER BY last LIMIT 1000",
    [SQL_THREAD_OWN] = "SELECT max(1, min(date)) FROM message WHERE thread = ?1 AND own = 1 HAVING count(*)",
    [SQL_ENTRY_INDEXED] = "UPDATE message SET indexed = 1 WHERE id = ?1",
    [SQL_WAIT_ADD] = "INSERT OR REPLACE INTO waiting VALUES(?1, ?2, ?3, ?4, ?5)",
    [SQL_WAIT_MISSED] = "INSERT OR IGNORE INTO waiting VALUES(?1, '', ?2, '', 0)",
    [SQL_WAIT_EACH] = "SELECT path, id, placement, tags, tries FROM waiting "
                      "WHERE tries BETWEEN ?2 AND ?3 LIMIT ?1",
    [SQL_WAIT_TRY] = "UPDATE waiting SET tries = max(tries + ?2, 0) WHERE path = ?1",
    [SQL_WAIT_HAS] = "SELECT 1 FROM waiting WHERE path = ?1",
    [SQL_WAIT_DONE] = "DELETE FROM waiting WHERE path = ?1",
    [SQL_PLACES_IN] = PLACES "WHERE folder.path = ?1",
    [SQL_PLACES_OF] = PLACES "WHERE id = ?1",
    [SQL_PLACE_PUT] = "INSERT OR REPLACE INTO place VALUES(?1, ?2, ?3, ?4, ?5)",
    [SQL_PLACE_DROP] =
        "DELETE FROM place WHERE folder = (SELECT number FROM folder WHERE path = ?1) AND base = ?2",
    [SQL_FOLDERS] = "SELECT path, stamp FROM folder",
    [SQL_FOLDER_ADD] = "INSERT OR IGNORE INTO folder(path) VALUES(?1)",
    [SQL_FOLDER_NUMBER] = "SELECT number FROM folder WHERE path = ?1",
    [SQL_FOLDER_LOOKED] = "UPDATE folder SET stamp = ?2 WHERE path = ?1",
    [SQL_FOLDER_DROP] = "DELETE FROM folder WHERE path = ?1",
    [SQL_MISSING_PUT] = "INSERT OR IGNORE INTO missing VALUES(?1, ?2, ?3)",
    [SQL_MISSING_DROP] = "DELETE FROM missing WHERE id = ?1",
    [SQL_MISSING] = "SELECT id, sure FROM missing WHERE since < ?1",
    [SQL_MISSING_HAS] = "SELECT 1 FROM missing WHERE id = ?1",
    [SQL_ALIAS_GET] = "SELECT address, organisation, given, made, closed FROM alias WHERE address = ?1",
    /* ?1 up to the code, ?2 behind it */
    [SQL_ALIAS_LIKE] = "SELECT address, organisation, given, made, closed FROM alias WHERE address > ?1 AND "
                       "address < ?1 || '~' AND made = 1 "
                       "AND substr(address, length(?1) + " G_STRINGIFY(SEAL_TAG) " + 1) = ?2 LIMIT 1",
    [SQL_ALIAS_PUT] = "INSERT INTO alias VALUES(?1, ?2, ?3, ?4, 0) ON CONFLICT DO UPDATE SET "
                      "organisation = excluded.organisation, given = excluded.given, made = excluded.made",
    [SQL_ALIAS_CLOSE] = "UPDATE alias SET closed = ?2 WHERE address = ?1",
    [SQL_ALIAS_OPEN] = "SELECT 1 FROM alias WHERE organisation = ?1 AND closed = 0",
    /* The same name under another suffix is more often a branch of the same house. */
    [SQL_LEAKS] = "SELECT count(*), who, max(first) FROM alias a JOIN alias_use u ON u.address = a.address "
                  "WHERE organisation IN (?1, ?2, ?3) AND use = 1 AND first BETWEEN 1 AND ?4 AND "
                  "substr(who, 1, instr(who, '.')) <> substr(organisation, 1, instr(organisation, '.'))",
    [SQL_USE_GET] = "SELECT who, use, seen FROM alias_use WHERE address = ?1",
    [SQL_USE_ADD] = USE_PUT "seen = seen + excluded.seen",
    [SQL_USE_MERGE] = USE_PUT "seen = max(seen, excluded.seen)",
    [SQL_USE_FORGET] = "DELETE FROM alias_use WHERE address = ?1",
    [SQL_USE_TAKE] = "UPDATE alias_use SET use = 2 WHERE use = 1 AND who IN (?1, ?2)",
    [SQL_USES] = USE_ROWS "LEFT JOIN alias_use u ON u.address = a.address "
                          "ORDER BY a.given, a.address, u.first",
    [SQL_LEAK] = USE_ROWS "JOIN alias_use u ON u.address = a.address "
                          "WHERE a.address = ?1 AND u.use IN (1, 2) "
                          "AND u.first > 0 ORDER BY u.first LIMIT 1",
    [SQL_META_GET] = "SELECT value FROM meta WHERE key = ?1",
    [SQL_META_SET] = "INSERT OR REPLACE INTO meta VALUES(?1, ?2)",
    [SQL_DATA_VERSION] = "PRAGMA data_version",
};

/* SQL_RELATIONS */
G_STATIC_ASSERT(LEVEL_ORGANISATION == 2 && LEVEL_ORGANISATION_KIND == 3 && LEVEL_UNPROVEN == 6);
