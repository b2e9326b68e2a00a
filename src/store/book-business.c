/* Orders, bookings and days of hers that an organisation's mail has told of, and what they were for. */
#include "base/days.h"
#include "book-private.h"
#include "mail/business.h"
#include "mail/details.h"
#include "store/ledger.h"

/* What tells of an order on its way names it as often as it moves. */
#define UNDER_WAY (30 * (int64_t)DAY)

/* Whether she wants forgotten what mail of ENTRY's date told of ORGANISATION. */
static bool is_forgotten(struct book *book, const struct entry *entry, const char *organisation)
{
    sqlite3_stmt *get = book_statement(book, SQL_THING_FORGOT);
    if (!get)
        return false;
    bind_text(get, 1, organisation);
    return book_one_number(book, get) >= entry->date;
}

static enum status note_number(struct book *book, enum statement how, const char *organisation,
                               const char *key, int64_t when, struct err *err)
{
    sqlite3_stmt *note = book_statement(book, how);
    if (note) {
        bind_text(note, 1, key);
        bind_text(note, 2, organisation);
        sqlite3_bind_int64(note, 3, when);
    }
    return book_run(book, note, "write to", err);
}

static enum status learn_numbers(struct book *book, const struct entry *entry, const char *organisation,
                                 struct err *err)
{
    enum status status = STATUS_OK;
    /* What an account's mail names gives things their day, no more; what is sent to many names anything. */
    bool tells = business_is_told_by(entry->kind);
    if (is_forgotten(book, entry, organisation) || (!tells && !entry->to_many))
        return STATUS_OK;
    for (char **key = entry->business; *key && !status; key++) {
        if (tells)
            status = note_number(book, SQL_BUSINESS_ADD, organisation, *key, entry->date, err);
        if (!status && entry->to_many)
            status = note_number(book, SQL_BUSINESS_NAMED, organisation, *key,
                                 entry->date - (tells ? UNDER_WAY : 0), err);
    }
    return status;
}

static bool has_seller(const struct entry *entry)
{
    return entry->seller && *entry->seller;
}

enum status book_business_learn(struct book *book, const struct entry *entry, struct err *err)
{
    enum status status = learn_numbers(book, entry, entry->organisation, err);
    return status || !has_seller(entry) ? status : learn_numbers(book, entry, entry->seller, err);
}

int64_t book_business_since(struct book *book, const char *organisation, const char *key, unsigned *named)
{
    sqlite3_stmt *get = book_statement(book, SQL_BUSINESS_GET);
    int64_t since = 0;
    if (!get)
        return 0;
    bind_text(get, 1, key);
    bind_text(get, 2, organisation);
    if (book_step(book, get) == SQLITE_ROW) {
        since = sqlite3_column_int64(get, 0);
        *named = (unsigned)sqlite3_column_int(get, 1);
    }
    sqlite3_reset(get);
    return since;
}

int64_t book_business_last(struct book *book, const char *organisation, int64_t before)
{
    sqlite3_stmt *get = book_statement(book, SQL_BUSINESS_LAST);
    if (!get)
        return 0;
    bind_text(get, 1, organisation);
    sqlite3_bind_int64(get, 2, before);
    return book_one_number(book, get);
}

static enum status put_thing(struct book *book, const char *organisation, const struct thing *thing,
                             struct err *err)
{
    sqlite3_stmt *add = book_statement(book, SQL_THING_ADD);
    if (add) {
        bind_text(add, 1, organisation);
        bind_text(add, 2, thing->words);
        sqlite3_bind_int64(add, 3, thing->date);
        sqlite3_bind_int(add, 4, thing->kind);
        sqlite3_bind_int64(add, 5, thing->day);
        bind_text(add, 6, thing->details);
    }
    return book_run(book, add, "write to", err);
}

static enum status learn_things(struct book *book, const struct entry *entry, const char *organisation,
                                struct err *err)
{
    enum status status = STATUS_OK;
    if (is_forgotten(book, entry, organisation))
        return STATUS_OK;
    int64_t day = entry->business ? business_day((const char *const *)entry->business) : 0;
    for (char **told = entry->things; *told && !status; told++) {
        size_t length = details_at(*told);
        g_autofree char *words = g_strndup(*told, length);
        const struct thing thing = {g_strchomp(words), *told + length, entry->date, day, entry->kind};
        status = put_thing(book, organisation, &thing, err);
    }
    sqlite3_stmt *thin = status ? NULL : book_statement(book, SQL_THING_THIN);
    if (thin)
        bind_text(thin, 1, organisation);
    return status ? status : book_run(book, thin, "write to", err);
}

enum status book_things_learn(struct book *book, const struct entry *entry, struct err *err)
{
    enum status status = learn_things(book, entry, entry->organisation, err);
    return status || !has_seller(entry) ? status : learn_things(book, entry, entry->seller, err);
}

static struct thing thing_of(sqlite3_stmt *row)
{
    return (struct thing){(const char *)sqlite3_column_text(row, 0),
                          (const char *)sqlite3_column_text(row, 4), sqlite3_column_int64(row, 1),
                          sqlite3_column_int64(row, 3), sqlite3_column_int(row, 2)};
}

/* ROWS are bound; or NULL. */
static void each_thing(struct book *book, sqlite3_stmt *rows, book_each_thing *each, void *data)
{
    while (rows && book_step(book, rows) == SQLITE_ROW) {
        const struct thing thing = thing_of(rows);
        each(&thing, data);
    }
    sqlite3_reset(rows);
}

void book_things(struct book *book, const char *organisation, int64_t before, unsigned most,
                 book_each_thing *each, void *data)
{
    sqlite3_stmt *rows = book_statement(book, SQL_THINGS_OF);
    if (!rows)
        return;
    bind_text(rows, 1, organisation);
    sqlite3_bind_int64(rows, 2, before);
    sqlite3_bind_int64(rows, 3, most);
    each_thing(book, rows, each, data);
}

void book_things_elsewhere(struct book *book, const struct elsewhere *elsewhere, book_wanted_thing *wanted,
                           book_each_thing *each, void *data)
{
    sqlite3_stmt *rows = book_statement(book, SQL_THINGS_ELSEWHERE);
    if (!rows)
        return;
    bind_text(rows, 1, elsewhere->organisation);
    sqlite3_bind_int64(rows, 2, elsewhere->before);
    sqlite3_bind_int64(rows, 3, elsewhere->most);
    sqlite3_bind_int(rows, 4, elsewhere->kind);
    while (book_step(book, rows) == SQLITE_ROW) {
        const char *words = (const char *)sqlite3_column_text(rows, 0);
        sqlite3_stmt *whole = wanted(words, data) ? book_statement(book, SQL_THING_GET) : NULL;
        if (!whole)
            continue;
        bind_text(whole, 1, (const char *)sqlite3_column_text(rows, 2));
        sqlite3_bind_int64(whole, 2, sqlite3_column_int64(rows, 1));
        bind_text(whole, 3, words);
        each_thing(book, whole, each, data);
    }
    sqlite3_reset(rows);
}

enum status book_ledger(struct book *book, book_each_owned *each, void *data, struct err *err)
{
    sqlite3_stmt *rows = book_statement(book, SQL_THINGS_ALL);
    while (rows && book_step(book, rows) == SQLITE_ROW) {
        const struct thing thing = thing_of(rows);
        each((const char *)sqlite3_column_text(rows, 5), &thing, data);
    }
    if (rows)
        sqlite3_reset(rows);
    return book_sound(book, err);
}

enum status book_ledger_forget(struct book *book, const char *organisation, int64_t now, struct err *err)
{
    const struct thing forgotten = {"", "", now, 0, KIND_ANY};
    char *sql = sqlite3_mprintf("DELETE FROM thing WHERE organisation = %Q;"
                                "DELETE FROM business WHERE organisation = %Q",
                                organisation, organisation);
    enum status status = book_begin(book, err);
    if (!status)
        status = book_run_text(book, sql, "write to", err);
    if (!status)
        status = put_thing(book, organisation, &forgotten, err);
    sqlite3_free(sql);
    if (!status)
        return book_commit(book, err);
    book_rollback(book);
    return status;
}

enum status book_ledger_carry(struct book *to, struct book *from, struct err *err)
{
    enum status status = STATUS_OK;
    sqlite3_stmt *rows = book_statement(from, SQL_THINGS_FORGOTTEN);
    while (!status && rows && book_step(from, rows) == SQLITE_ROW) {
        const struct thing forgotten = {"", "", sqlite3_column_int64(rows, 1), 0, KIND_ANY};
        status = put_thing(to, (const char *)sqlite3_column_text(rows, 0), &forgotten, err);
    }
    if (rows)
        sqlite3_reset(rows);
    return status ? status : book_sound(from, err);
}

enum status book_ledger_learn(struct book *book, const struct entry *entry, struct err *err)
{
    return entry->things ? book_things_learn(book, entry, err) : STATUS_OK;
}

char *book_telling(struct book *book, const char *from, unsigned most, book_each_id *each, void *data)
{
    sqlite3_stmt *rows = book_statement(book, SQL_ENTRY_TELLING);
    if (!rows)
        return g_strdup("");
    book_page_begin(rows, from, G_MAXINT64);
    sqlite3_bind_int64(rows, 3, most);
    return book_page(book, rows, most, each, data);
}
