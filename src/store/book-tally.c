/* The counts. A message that came at date d weighs 2^((d - now) / half-life). Kept as the sum of
 * 2^((d - epoch) / half-life) it needs no touching as time passes, and can be taken back exactly when an
 * outcome changes; reading multiplies by 2^((epoch - now) / half-life). */
#include <math.h>
#include <string.h>

#include "book-private.h"

#define EPOCH 1577836800 /* 2020-01-01; any fixed moment will do */
#define FIRST_COUNT 6    /* column of c0 in SQL_TALLY_GET */

static double weight_at(const struct book *book, int64_t date)
{
    return exp2((double)(date - EPOCH) / (book->half_life * DAY));
}

void tally_add(struct tally *tally, const struct tally *more)
{
    tally->received += more->received;
    tally->acted += more->acted;
    tally->proven += more->proven;
    if (more->first > 0)
        tally->first = tally->first > 0 ? MIN(tally->first, more->first) : more->first;
    tally->last = MAX(tally->last, more->last);
    tally->last_wanted = MAX(tally->last_wanted, more->last_wanted);
    for (int i = 0; i < OUTCOME_COUNT; i++)
        tally->count[i] += more->count[i];
}

uint32_t tally_total(const struct tally *tally)
{
    uint32_t total = 0;
    for (int i = 0; i < OUTCOME_COUNT; i++)
        total += tally->count[i];
    return total;
}

/* The row of LEVEL in which ENTRY counts: unproven mail apart. */
static int row_of(int level, const struct entry *entry)
{
    return level != LEVEL_STRANGER && auth_is_unproven(entry->proven) ? level + LEVEL_UNPROVEN : level;
}

/* The name of the row at LEVEL in which ENTRY counts. */
static const char *name_at(int level, const struct entry *entry)
{
    switch (level % LEVEL_COUNT) {
    case LEVEL_ORGANISATION:
    case LEVEL_ORGANISATION_KIND:
        return entry->organisation;
    case LEVEL_SENDER_KIND:
        return entry->address;
    case LEVEL_STRANGER:
        return auth_result_name(entry->proven);
    default:
        return "";
    }
}

static int kind_at(int level, enum kind kind)
{
    return level % LEVEL_COUNT == LEVEL_ALL || level % LEVEL_COUNT == LEVEL_ORGANISATION
               ? KIND_ANY
               : (int)kind;
}

void book_bind_counted(sqlite3_stmt *statement, const struct counted *move)
{
    sqlite3_bind_int(statement, 1, move->level);
    bind_text(statement, 2, move->name);
    sqlite3_bind_int(statement, 3, move->kind);
    sqlite3_bind_double(statement, 4, move->received);
    sqlite3_bind_double(statement, 5, move->acted);
    sqlite3_bind_int64(statement, 6, move->proven);
    sqlite3_bind_int64(statement, 7, move->first);
    sqlite3_bind_int64(statement, 8, move->last);
    sqlite3_bind_int64(statement, 9, move->wanted);
    for (int i = 0; i < OUTCOME_COUNT; i++)
        sqlite3_bind_int64(statement, 10 + i, move->count[i]);
}

/* What a message adds to a row: what ENTRY says, without what OLD (or NULL) said of it before. */
static enum status move_one(struct book *book, int level, const struct entry *old,
                            const struct entry *entry, int sign, struct err *err)
{
    double acted = outcome_acted(entry->outcome), weight = weight_at(book, entry->date);
    double received = entry->outcome == OUTCOME_NONE ? 0 : sign * weight;
    double before = !old || old->outcome == OUTCOME_NONE ? 0 : sign * weight;
    struct counted move = {
        .level = level,
        .name = name_at(level, entry),
        .kind = kind_at(level, entry->kind),
        .received = received - before,
        .acted = received * acted - before * (old ? outcome_acted(old->outcome) : 0),
        .proven = old ? 0 : sign * (entry->proven == AUTH_PASS),
        .first = MAX(0, entry->date), /* 0: it has none */
        .last = MAX(0, entry->date),
        .wanted = acted > 0 ? MAX(0, entry->date) : 0,
    };
    for (int i = 0; i < OUTCOME_COUNT; i++)
        move.count[i] = sign * ((i == (int)entry->outcome) - (old && i == (int)old->outcome));
    if (book->counted && level != LEVEL_ORGANISATION) { /* organisations are asked for as a table */
        book_count(book->counted, &move);
        return STATUS_OK;
    }
    sqlite3_stmt *statement = book_statement(book, SQL_TALLY_MOVE);
    if (statement)
        book_bind_counted(statement, &move);
    return book_run(book, statement, "write to", err);
}

static enum status move_all(struct book *book, const struct entry *old, const struct entry *entry, int sign,
                            struct err *err)
{
    enum status status = STATUS_OK;
    for (int level = 0; level < LEVEL_COUNT && !status && !entry->own; level++)
        if (level != LEVEL_STRANGER || entry->stranger)
            status = move_one(book, row_of(level, entry), old, entry, sign, err);
    return status;
}

bool book_same_rows(const struct entry *a, const struct entry *b)
{
    return a->date == b->date && a->kind == b->kind && a->proven == b->proven && a->own == b->own &&
           a->stranger == b->stranger && !strcmp(a->organisation, b->organisation) &&
           !strcmp(a->address, b->address);
}

enum status book_move_tallies(struct book *book, const struct entry *old, const struct entry *entry,
                              struct err *err)
{
    if (old && book_same_rows(old, entry))
        return old->outcome == entry->outcome ? STATUS_OK : move_all(book, old, entry, 1, err);
    enum status status = old ? move_all(book, NULL, old, -1, err) : STATUS_OK;
    return status ? status : move_all(book, NULL, entry, 1, err);
}

static struct tally tally_of(const struct book *book, const struct counted *row, int64_t now)
{
    double scale = 1 / weight_at(book, now);
    struct tally tally = {
        .received = row->received * scale,
        .acted = row->acted * scale,
        .proven = (uint32_t)row->proven,
        .first = row->first,
        .last = row->last,
        .last_wanted = row->wanted,
    };
    for (int i = 0; i < OUTCOME_COUNT; i++)
        tally.count[i] = (uint32_t)MAX(0, row->count[i]);
    return tally;
}

static struct tally read_tally(const struct book *book, sqlite3_stmt *row, int at, int64_t now)
{
    struct counted read = {
        .received = sqlite3_column_double(row, at),
        .acted = sqlite3_column_double(row, at + 1),
        .proven = sqlite3_column_int64(row, at + 2),
        .first = sqlite3_column_int64(row, at + 3),
        .last = sqlite3_column_int64(row, at + 4),
        .wanted = sqlite3_column_int64(row, at + 5),
    };
    for (int i = 0; i < OUTCOME_COUNT; i++)
        read.count[i] = sqlite3_column_int64(row, at + FIRST_COUNT + i);
    return tally_of(book, &read, now);
}

struct tally book_tally(struct book *book, int level, const char *name, enum kind kind, int64_t now)
{
    struct tally tally = {0};
    if (book->counted && level != LEVEL_ORGANISATION) {
        const struct counted *row = book_counted(book->counted, level, name, kind_at(level, kind));
        return row ? tally_of(book, row, now) : tally;
    }
    sqlite3_stmt *get = book_statement(book, SQL_TALLY_GET);
    if (!get)
        return tally;
    sqlite3_bind_int(get, 1, level);
    bind_text(get, 2, name);
    sqlite3_bind_int(get, 3, kind_at(level, kind));
    if (book_step(book, get) == SQLITE_ROW)
        tally = read_tally(book, get, 0, now);
    sqlite3_reset(get);
    return tally;
}

void book_tally_without(const struct book *book, const struct entry *entry, int level,
                        const char *name, enum kind kind, int64_t now, struct tally *tally)
{
    if (entry->own || row_of(level % LEVEL_COUNT, entry) != level ||
        (level == LEVEL_STRANGER && !entry->stranger) || strcmp(name_at(level, entry), name) ||
        kind_at(level, entry->kind) != kind_at(level, kind) || !tally->count[entry->outcome])
        return;
    double weight = entry->outcome == OUTCOME_NONE ? 0 : weight_at(book, entry->date) / weight_at(book, now);
    tally->count[entry->outcome]--;
    tally->received = MAX(0, tally->received - weight);
    tally->acted = MAX(0, tally->acted - weight * outcome_acted(entry->outcome));
    tally->proven -= tally->proven && entry->proven == AUTH_PASS;
    if (!tally_total(tally))
        *tally = (struct tally){0};
}

enum status book_relations(struct book *book, int64_t now, book_each_tally *each, void *data,
                           struct err *err)
{
    sqlite3_stmt *rows = book_statement(book, SQL_RELATIONS);
    if (!rows)
        return book_run(book, NULL, "read", err);
    int code;
    while ((code = book_step(book, rows)) == SQLITE_ROW) {
        struct tally tally = read_tally(book, rows, 2, now);
        each((const char *)sqlite3_column_text(rows, 0), sqlite3_column_int(rows, 1), &tally, data);
    }
    sqlite3_reset(rows);
    return book_status(book, code, "read", err);
}

enum status book_recount(struct book *book, struct err *err)
{
    if (book->counted)
        g_hash_table_remove_all(book->counted);
    enum status status = book_run_text(book, "DELETE FROM tally", "recount", err);
    sqlite3_stmt *all = book_statement(book, SQL_ENTRY_ALL);
    while (!status && all && book_step(book, all) == SQLITE_ROW) {
        struct entry entry;
        book_read_entry(all, &entry);
        status = book_move_tallies(book, NULL, &entry, err);
    }
    if (all)
        sqlite3_reset(all);
    return status;
}
