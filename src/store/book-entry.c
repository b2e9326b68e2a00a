/* Messages in the book, and the people she writes to. Every change of an entry moves the tallies by the
 * difference, so they are always the sum of the entries. */
#include <math.h>

#include "store/alias.h"
#include "book-private.h"
#include "store/places.h"

#define OWN_BY_PROGRAM 2 /* in the column own */

#define COLUMN_SCORES 8 /* of ENTRY_COLUMNS: useful, personal, trust */

static double real_or_nan(sqlite3_stmt *row, int column)
{
    return sqlite3_column_type(row, column) == SQLITE_NULL ? NAN : sqlite3_column_double(row, column);
}

void book_read_entry(sqlite3_stmt *row, struct entry *entry)
{
    *entry = (struct entry){
        .id = (const char *)sqlite3_column_text(row, 0),
        .date = sqlite3_column_int64(row, 1),
        .address = (const char *)sqlite3_column_text(row, 2),
        .organisation = (const char *)sqlite3_column_text(row, 3),
        .thread = (const char *)sqlite3_column_text(row, 4),
        .kind = sqlite3_column_int(row, 5),
        .proven = sqlite3_column_int(row, 6),
        .placement = sqlite3_column_int(row, 7),
        .outcome = sqlite3_column_int(row, 11),
        .tags = (uint32_t)sqlite3_column_int64(row, 12),
        .own = sqlite3_column_int(row, 13),
        .by_program = sqlite3_column_int(row, 13) == OWN_BY_PROGRAM,
        .answered = sqlite3_column_int(row, 14),
        .gone = sqlite3_column_int(row, 15),
        .indexed = sqlite3_column_int(row, 16),
        .fingerprint = (uint64_t)sqlite3_column_int64(row, 18),
        .stranger = sqlite3_column_int(row, 19),
    };
    for (int axis = 0; axis < AXIS_COUNT; axis++)
        entry->scores.of[axis] = real_or_nan(row, COLUMN_SCORES + axis);
}

/* Copies what is kept, so that no read transaction stays open behind the caller's back. */
static const char *hold(struct book *book, int slot, const char *text)
{
    g_free(book->held[slot]);
    return book->held[slot] = g_strdup(text ? text : "");
}

bool book_get(struct book *book, const char *id, struct entry *entry)
{
    sqlite3_stmt *get = book_statement(book, SQL_ENTRY_GET);
    if (!get || bind_text(get, 1, id) != SQLITE_OK || book_step(book, get) != SQLITE_ROW) {
        if (get)
            sqlite3_reset(get);
        return false;
    }
    book_read_entry(get, entry);
    entry->id = hold(book, 0, entry->id);
    entry->address = hold(book, 1, entry->address);
    entry->organisation = hold(book, 2, entry->organisation);
    entry->thread = hold(book, 3, entry->thread);
    g_clear_pointer(&book->held_features, g_bytes_unref);
    if (sqlite3_column_bytes(get, 17) > 0)
        book->held_features =
            g_bytes_new(sqlite3_column_blob(get, 17), (gsize)sqlite3_column_bytes(get, 17));
    entry->features = book->held_features;
    sqlite3_reset(get);
    return true;
}

static void bind_real(sqlite3_stmt *statement, int at, double value)
{
    if (isnan(value))
        sqlite3_bind_null(statement, at);
    else
        sqlite3_bind_double(statement, at, value);
}

/* Three columns from AT on. */
static void bind_scores(sqlite3_stmt *statement, int at, const struct scores *scores)
{
    for (int axis = 0; axis < AXIS_COUNT; axis++)
        bind_real(statement, at + axis, scores->of[axis]);
}

static enum status write_entry(struct book *book, const struct entry *entry, struct err *err)
{
    sqlite3_stmt *put = book_statement(book, SQL_ENTRY_PUT);
    if (!put)
        return book_run(book, NULL, "write to", err);
    bind_text(put, 1, entry->id);
    sqlite3_bind_int64(put, 2, entry->date);
    bind_text(put, 3, entry->address);
    bind_text(put, 4, entry->organisation);
    bind_text(put, 5, entry->thread);
    sqlite3_bind_int(put, 6, entry->kind);
    sqlite3_bind_int(put, 7, entry->proven);
    sqlite3_bind_int(put, 8, entry->placement);
    bind_scores(put, 9, &entry->scores);
    sqlite3_bind_int(put, 12, entry->outcome);
    sqlite3_bind_int64(put, 13, entry->tags);
    sqlite3_bind_int(put, 14, entry->own && entry->by_program ? OWN_BY_PROGRAM : entry->own);
    sqlite3_bind_int(put, 15, entry->answered);
    sqlite3_bind_int(put, 16, entry->gone);
    sqlite3_bind_int(put, 17, entry->indexed);
    gsize size = 0;
    const void *features = entry->features ? g_bytes_get_data(entry->features, &size) : NULL;
    sqlite3_bind_blob(put, 18, features, (int)size, SQLITE_STATIC);
    sqlite3_bind_int64(put, 19, (sqlite3_int64)entry->fingerprint);
    sqlite3_bind_int(put, 20, entry->stranger);
    return book_run(book, put, "write to", err);
}

int64_t book_last_shown(struct book *book, const char *organisation, enum kind kind, bool unproven,
                        int64_t now)
{
    sqlite3_stmt *get = book_statement(book, SQL_LAST_SHOWN);
    if (!get)
        return 0;
    bind_text(get, 1, organisation);
    sqlite3_bind_int(get, 2, kind);
    sqlite3_bind_int64(get, 3, now);
    sqlite3_bind_int(get, 4, proofs_that_count(unproven));
    return book_one_number(book, get);
}

int64_t book_last_stranger(struct book *book, enum kind kind, int64_t now)
{
    sqlite3_stmt *get = book_statement(book, SQL_LAST_STRANGER);
    if (!get)
        return 0;
    sqlite3_bind_int(get, 1, kind);
    sqlite3_bind_int64(get, 2, now);
    return book_one_number(book, get);
}

static int64_t date_by(struct book *book, enum statement which, int64_t day)
{
    sqlite3_stmt *get = book_statement(book, which);
    if (get)
        sqlite3_bind_int64(get, 1, day);
    return get ? book_one_number(book, get) : 0;
}

/* Back from the latest, by steps of half a year in which something came. */
int64_t book_since(struct book *book, int64_t now)
{
    int64_t day = date_by(book, SQL_LATEST, now), later;
    do {
        later = day;
        day = date_by(book, SQL_HALF_YEAR, later);
    } while (day && day < later);
    return later ? date_by(book, SQL_EIGHTH, later) : 0;
}

/* Most changes touch no column that has an index, so the cheaper statement does. */
static enum status change_entry(struct book *book, const struct entry *entry, struct err *err)
{
    sqlite3_stmt *change = book_statement(book, SQL_ENTRY_CHANGE);
    if (!change)
        return book_run(book, NULL, "write to", err);
    gsize size = 0;
    const void *features = entry->features ? g_bytes_get_data(entry->features, &size) : NULL;
    bind_text(change, 1, entry->id);
    bind_text(change, 2, entry->thread);
    sqlite3_bind_int(change, 3, entry->placement);
    bind_scores(change, 4, &entry->scores);
    sqlite3_bind_int(change, 7, entry->outcome);
    sqlite3_bind_int64(change, 8, entry->tags);
    sqlite3_bind_int(change, 9, entry->answered);
    sqlite3_bind_int(change, 10, entry->gone);
    sqlite3_bind_int(change, 11, entry->indexed);
    sqlite3_bind_blob(change, 12, features, (int)size, SQLITE_STATIC);
    return book_run(book, change, "write to", err);
}

static enum status learn_name(struct book *book, const struct entry *entry, struct err *err)
{
    sqlite3_stmt *add = book_statement(book, SQL_NAME_ADD);
    if (add) {
        bind_text(add, 1, entry->name);
        bind_text(add, 2, entry->kind == KIND_PERSON ? entry->address : entry->organisation);
    }
    return book_run(book, add, "write to", err);
}

void book_organisations(struct book *book, unsigned fewest, book_each_organisation *each, void *data)
{
    sqlite3_stmt *rows = book_statement(book, SQL_ORGANISATIONS);
    if (!rows)
        return;
    sqlite3_bind_int64(rows, 1, fewest);
    while (book_step(book, rows) == SQLITE_ROW &&
           each((const char *)sqlite3_column_text(rows, 0), (unsigned)sqlite3_column_int(rows, 1), data))
        ;
    sqlite3_reset(rows);
}

bool book_has_many_names(struct book *book, const char *organisation, unsigned many, const char *own)
{
    unsigned names = 0;
    bool named = false;
    sqlite3_stmt *rows = book_statement(book, SQL_NAMES);
    if (!rows)
        return false;
    bind_text(rows, 1, organisation);
    sqlite3_bind_int64(rows, 2, 4 * many);
    for (; !named && book_step(book, rows) == SQLITE_ROW; names++)
        named = strstr((const char *)sqlite3_column_text(rows, 0), own) != NULL;
    sqlite3_reset(rows);
    return names >= many && !named;
}

char *book_name_owner(struct book *book, const char *name, const char *except, unsigned fewest,
                      unsigned *times)
{
    char *owner = NULL;
    sqlite3_stmt *get = book_statement(book, SQL_NAME_OWNER);
    if (!get)
        return NULL;
    bind_text(get, 1, name);
    bind_text(get, 2, except);
    sqlite3_bind_int64(get, 3, fewest);
    if (book_step(book, get) == SQLITE_ROW) {
        owner = g_strdup((const char *)sqlite3_column_text(get, 0));
        *times = (unsigned)sqlite3_column_int(get, 1);
    }
    sqlite3_reset(get);
    return owner;
}

/* Opening does not count: people open a message to find out what it is. */
static bool takes_up(enum outcome outcome)
{
    return outcome == OUTCOME_ANSWERED || outcome == OUTCOME_FLAGGED || outcome == OUTCOME_RESCUED;
}

enum status book_put(struct book *book, const struct entry *entry, struct err *err)
{
    enum status status = STATUS_OK;
    bool known = false, same = false, taken = takes_up(entry->outcome);
    sqlite3_stmt *get = book_statement(book, SQL_ENTRY_OLD);
    if (get && bind_text(get, 1, entry->id) == SQLITE_OK && book_step(book, get) == SQLITE_ROW) {
        struct entry old;
        book_read_entry(get, &old);
        known = true;
        taken &= !takes_up(old.outcome);
        same = book_same_rows(&old, entry) && old.fingerprint == entry->fingerprint;
        status = book_move_tallies(book, &old, entry, err);
    }
    if (get)
        sqlite3_reset(get);
    if (!status && !known)
        status = book_move_tallies(book, NULL, entry, err);
    if (!status && !known && entry->name && *entry->name)
        status = learn_name(book, entry, err);
    if (!status && !known && entry->business)
        status = book_business_learn(book, entry, err);
    if (!status && !known && entry->things)
        status = book_things_learn(book, entry, err);
    if (!status && !known && entry->affiliate && *entry->affiliate)
        status = book_affiliate_learn(book, entry, err);
    if (!status && !known && entry->alias)
        status = book_alias_used(book, entry->alias, entry, err);
    if (!status && taken && !entry->own)
        status = book_alias_taken(book, entry, err);
    if (status)
        return status;
    return same ? change_entry(book, entry, err) : write_entry(book, entry, err);
}

enum status book_undecided(struct book *book, int64_t before, int64_t since, book_each_id *each, void *data,
                           struct err *err)
{
    sqlite3_stmt *rows = book_statement(book, SQL_ENTRY_UNDECIDED);
    if (!rows)
        return book_run(book, NULL, "read", err);
    sqlite3_bind_int64(rows, 1, before);
    sqlite3_bind_int64(rows, 2, since ? since : G_MAXINT64);
    int code;
    while ((code = book_step(book, rows)) == SQLITE_ROW)
        each((const char *)sqlite3_column_text(rows, 0), data);
    sqlite3_reset(rows);
    return book_status(book, code, "read", err);
}

int64_t book_dealt(struct book *book, int64_t since, int64_t now)
{
    sqlite3_stmt *get = book_statement(book, SQL_ENTRY_DEALT);
    if (!get)
        return 0;
    sqlite3_bind_int64(get, 1, since);
    sqlite3_bind_int64(get, 2, now);
    sqlite3_bind_int(get, 3, DEALT - 1);
    return book_one_number(book, get);
}

void book_page_begin(sqlite3_stmt *rows, const char *from, int64_t date)
{
    char *id = NULL;
    sqlite3_bind_int64(rows, 1, *from ? g_ascii_strtoll(from, &id, 10) : date);
    bind_text(rows, 2, id && *id ? id + 1 : "");
}

char *book_page(struct book *book, sqlite3_stmt *rows, unsigned most, book_each_id *each, void *data)
{
    g_autofree char *last = g_strdup("");
    unsigned n = 0;
    for (; book_step(book, rows) == SQLITE_ROW; n++) {
        const char *found = (const char *)sqlite3_column_text(rows, 0);
        g_free(last);
        last = g_strdup_printf("%" G_GINT64_FORMAT " %s", (gint64)sqlite3_column_int64(rows, 1), found);
        each(found, data);
    }
    sqlite3_reset(rows);
    return n == most ? g_steal_pointer(&last) : g_strdup("");
}

char *book_older(struct book *book, const char *from, int64_t before, unsigned most, book_each_id *each,
                 void *data)
{
    sqlite3_stmt *rows = book_statement(book, SQL_ENTRY_OLDER);
    if (!rows)
        return g_strdup("");
    book_page_begin(rows, from, G_MININT64);
    sqlite3_bind_int64(rows, 3, before);
    sqlite3_bind_int64(rows, 4, most);
    return book_page(book, rows, most, each, data);
}

unsigned book_recent(struct book *book, const struct lately *lately, struct recent *recent, unsigned most)
{
    unsigned count = 0;
    sqlite3_stmt *rows = book_statement(book, SQL_RECENT);
    if (!rows)
        return 0;
    bind_text(rows, 1, lately->organisation);
    sqlite3_bind_int(rows, 2, lately->kind);
    sqlite3_bind_int64(rows, 3, lately->before);
    sqlite3_bind_int64(rows, 4, most);
    sqlite3_bind_int(rows, 5, proofs_that_count(lately->unproven));
    sqlite3_bind_int64(rows, 6, lately->since);
    while (count < most && book_step(book, rows) == SQLITE_ROW)
        recent[count++] = (struct recent){
            .date = sqlite3_column_int64(rows, 0),
            .outcome = sqlite3_column_int(rows, 1),
            .placement = sqlite3_column_int(rows, 2),
            .fingerprint = (uint64_t)sqlite3_column_int64(rows, 3),
        };
    sqlite3_reset(rows);
    return count;
}

enum status book_mark_indexed(struct book *book, const char *id, struct err *err)
{
    sqlite3_stmt *mark = book_statement(book, SQL_ENTRY_INDEXED);
    if (mark)
        bind_text(mark, 1, id);
    return book_run(book, mark, "write to", err);
}

static void note_place(const struct place *place, void *data)
{
    (void)place;
    *(bool *)data = true;
}

/* Whether it lies in a folder that is absent: all others are in BOOK. */
static bool is_absent(struct book *book, const char *id)
{
    bool lies = false;
    return book_places_of(book, id, note_place, &lies, NULL) == STATUS_OK && lies;
}

/* In OLD but not in BOOK: vanished from the index, or not in it yet. */
enum status book_remember(struct book *book, struct book *old, struct err *err)
{
    sqlite3_stmt *all = book_statement(old, SQL_ENTRY_ALL);
    enum status status = STATUS_OK;
    while (!status && all && book_step(book, all) == SQLITE_ROW) {
        struct entry entry, known;
        book_read_entry(all, &entry);
        if (book_get(book, entry.id, &known))
            continue;
        if (entry.indexed && !entry.gone && !entry.own && !is_absent(book, entry.id)) {
            entry.gone = true;
            const struct outcome_signs signs = {.tags = entry.tags, .placement = entry.placement,
                                                .answered = entry.answered, .gone = true};
            entry.outcome = outcome_when_gone(&signs, entry.outcome);
        }
        status = book_put(book, &entry, err);
    }
    if (all)
        sqlite3_reset(all);
    return status;
}
