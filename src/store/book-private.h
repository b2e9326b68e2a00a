/* Shared by the files of the book: the connection and its prepared statements. */
#ifndef HEED_BOOK_PRIVATE_H
#define HEED_BOOK_PRIVATE_H

#include <sqlite3.h>

#include "base/days.h"
#include "store/book.h"

/* Every statement of the book, named; the texts are in book-sql.c. */
enum statement {
    SQL_ENTRY_GET,
    SQL_ENTRY_OLD,
    SQL_ENTRY_PUT,
    SQL_ENTRY_CHANGE,
    SQL_ENTRY_UNDECIDED,
    SQL_ENTRY_DEALT,
    SQL_RECENT,
    SQL_WISH,
    SQL_LAST_SHOWN,
    SQL_LAST_STRANGER,
    SQL_LATEST,
    SQL_HALF_YEAR,
    SQL_EIGHTH,
    SQL_ENTRY_OLDER,
    SQL_ENTRY_TELLING,
    SQL_ENTRY_ALL,
    SQL_TALLY_GET,
    SQL_TALLY_MOVE,
    SQL_TALLY_PUT,
    SQL_RELATIONS,
    SQL_ORGANISATIONS,
    SQL_AFFILIATE_ADD,
    SQL_AFFILIATE_GET,
    SQL_AFFILIATES,
    SQL_NAME_ADD,
    SQL_NAMES,
    SQL_NAME_OWNER,
    SQL_BUSINESS_ADD,
    SQL_BUSINESS_NAMED,
    SQL_BUSINESS_GET,
    SQL_BUSINESS_LAST,
    SQL_THING_ADD,
    SQL_THING_FORGOT,
    SQL_THINGS_ALL,
    SQL_THINGS_FORGOTTEN,
    SQL_THING_THIN,
    SQL_THINGS_OF,
    SQL_THINGS_ELSEWHERE,
    SQL_THING_GET,
    SQL_WEIGHT_GET,
    SQL_WEIGHT_PUT,
    SQL_WEIGHTS_OF_FINDINGS,
    SQL_WEIGHTS,
    SQL_CONTACT_ADD,
    SQL_CONTACT_GET,
    SQL_CONTACT_SINCE,
    SQL_THREAD_OWN,
    SQL_ENTRY_INDEXED,
    SQL_WAIT_ADD,
    SQL_WAIT_MISSED,
    SQL_WAIT_EACH,
    SQL_WAIT_TRY,
    SQL_WAIT_DONE,
    SQL_WAIT_HAS,
    SQL_PLACES_IN,
    SQL_PLACES_OF,
    SQL_PLACE_PUT,
    SQL_PLACE_DROP,
    SQL_FOLDERS,
    SQL_FOLDER_ADD,
    SQL_FOLDER_NUMBER,
    SQL_FOLDER_LOOKED,
    SQL_FOLDER_DROP,
    SQL_MISSING_PUT,
    SQL_MISSING_DROP,
    SQL_MISSING,
    SQL_MISSING_HAS,
    SQL_ALIAS_GET,
    SQL_ALIAS_LIKE,
    SQL_ALIAS_PUT,
    SQL_ALIAS_CLOSE,
    SQL_ALIAS_OPEN,
    SQL_LEAKS,
    SQL_USE_GET,
    SQL_USE_ADD,
    SQL_USE_MERGE,
    SQL_USE_FORGET,
    SQL_USE_TAKE,
    SQL_USES,
    SQL_LEAK,
    SQL_META_GET,
    SQL_META_SET,
    SQL_DATA_VERSION,
    SQL_COUNT
};

struct book {
    sqlite3 *db;
    sqlite3_stmt *prepared[SQL_COUNT];
    double half_life; /* days */
    char *held[4];    /* strings of the last book_get() */
    GBytes *held_features;
    GHashTable *weights; /* key -> struct weight, read so far */
    bool deviations_read;
    bool in_memory;      /* what is not in WEIGHTS or COUNTED is nowhere */
    GHashTable *counted; /* of a book in memory: rows of the tallies, but those of organisations
                            (book-counted.c) */
    bool holds;          /* book_hold() began a transaction of its own */
    bool begun;           /* within a transaction */
    bool reads_only;      /* book_open_to_read() */
    int64_t version;      /* of the data, as this connection last saw it (PRAGMA data_version) */
    int failed;           /* the first error of SQLite since the last book_begin() or book_hold(); what
                             could not be read looks like what is not there, and a transaction in which
                             this happens may have ended by itself */
    char *reason;         /* in SQLite's words, or NULL */
};

extern const char *const book_sql[SQL_COUNT];

/* The version of the schema that the file has, 0 for a new one; -1 where it cannot be read. */
int book_version(struct book *book);

/* Whether it has this schema, and is kept by this half-life and these tables of relations. */
bool book_is_current(struct book *book);

/* Everything that a new or a differently kept book needs before its first use, in one transaction. */
STATUS_CHECK enum status book_make(struct book *book, struct err *err);

/* Forgets the statements that were prepared: the tables behind them are others now. */
void book_forget_prepared(struct book *book);

/* The statement, reset and ready to bind, or NULL where SQLite cannot prepare it or the transaction has
 * failed. */
sqlite3_stmt *book_statement(struct book *book, enum statement which);

/* Calls EACH for the rows (id, date) of ROWS, which are bound: at most MOST. The last one as "DATE ID", from
 * which book_page_begin() goes on, where there may be more; else "". The caller frees it. */
char *book_page(struct book *book, sqlite3_stmt *rows, unsigned most, book_each_id *each, void *data);

/* Binds where a page begins as 1 (date) and 2 (id): FROM as above, or "" for DATE. */
void book_page_begin(sqlite3_stmt *rows, const char *from, int64_t date);

/* sqlite3_step() whose failure is remembered. */
int book_step(struct book *book, sqlite3_stmt *statement);

/* The first column of the first row that BOUND gives, and resets that; 0 where there is none. */
int64_t book_one_number(struct book *book, sqlite3_stmt *bound);

/* STATUS_OK where CODE is SQLITE_OK, ROW or DONE; otherwise the status for it, with SQLite's words. */
STATUS_CHECK enum status book_status(struct book *book, int code, const char *doing, struct err *err);

/* Counts all entries anew. */
STATUS_CHECK enum status book_recount(struct book *book, struct err *err);

#define AFFILIATE_DAYS 3 /* on which a domain was seen to belong with an organisation, until it counts */

/* Notes that entry->affiliate was seen to belong with entry->organisation. */
STATUS_CHECK enum status book_affiliate_learn(struct book *book, const struct entry *entry, struct err *err);

#define THINGS_KEPT 256 /* of an organisation; older ones go, ... */
#define THINGS_ALIKE 8  /* likewise of those with the same words: what is bought weekly leaves room */

/* Notes ENTRY's things. */
STATUS_CHECK enum status book_things_learn(struct book *book, const struct entry *entry, struct err *err);

/* Notes ENTRY's business, since its date where it is new. */
STATUS_CHECK enum status book_business_learn(struct book *book, const struct entry *entry, struct err *err);

/* Steps a statement that returns no rows. */
STATUS_CHECK enum status book_run(struct book *book, sqlite3_stmt *statement, const char *doing,
                                  struct err *err);

/* Runs statements without parameters. */
STATUS_CHECK enum status book_run_text(struct book *book, const char *sql, const char *doing,
                                       struct err *err);

/* Whether both count in the same rows of the tallies. */
bool book_same_rows(const struct entry *a, const struct entry *b);

/* Moves the tallies from what OLD (or NULL) said of a message to what ENTRY says. */
STATUS_CHECK enum status book_move_tallies(struct book *book, const struct entry *old,
                                           const struct entry *entry, struct err *err);

/* Reads one row of SQL_ENTRY_GET or SQL_ENTRY_ALL; strings live until the statement steps. */
void book_read_entry(sqlite3_stmt *row, struct entry *entry);

/* Writes the weights that were changed. */
STATUS_CHECK enum status book_flush_weights(struct book *book, struct err *err);

/* What a message adds to one row of the tallies, and such a row. */
struct counted {
    int level, kind; /* KIND_ANY where the level knows none */
    const char *name;
    double received, acted; /* at the epoch's weight: book-tally.c */
    int64_t proven, first, last, wanted;
    int64_t count[OUTCOME_COUNT];
    bool changed; /* since it was written */
};

/* The same in memory: a look-back moves a dozen rows for each message, most of them again and again. */
GHashTable *book_counted_new(void);
void book_count(GHashTable *counted, const struct counted *move);
const struct counted *book_counted(GHashTable *counted, int level, const char *name, int kind);
STATUS_CHECK enum status book_flush_counted(struct book *book, struct err *err);

/* Binds MOVE to SQL_TALLY_MOVE or SQL_TALLY_PUT. */
void book_bind_counted(sqlite3_stmt *statement, const struct counted *move);

/* A bit for each verdict (enum auth_result) that counts, as statements ask for it. */
static inline int proofs_that_count(bool unproven)
{
    int bits = 0;
    for (int result = AUTH_UNKNOWN; result <= AUTH_ERROR; result++)
        bits |= (unproven || !auth_is_unproven(result)) << result;
    return bits;
}

static inline int bind_text(sqlite3_stmt *statement, int at, const char *text)
{
    return sqlite3_bind_text(statement, at, text ? text : "", -1, SQLITE_STATIC);
}

/* Gives back to the disk what was freed, where that is half of the file. */
void book_shrink(struct book *book);

/* The name of SQLite's way to files with which the log of a book is opened to read, too. */
const char *book_reading_vfs(void);

#endif
