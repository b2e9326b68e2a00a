/* Aliases in the book: to whom each was given, and whose mail came to it. Who may use which is
 * recall-alias.c's. */
#include <string.h>

#include "store/alias.h"
#include "book-private.h"

const char *alias_use_name(enum alias_use use)
{
    static const char *const names[] = {
        [ALIAS_USE_NONE] = "none",     [ALIAS_USE_LEAK] = "leak", [ALIAS_USE_TAKEN] = "taken up",
        [ALIAS_USE_MAILER] = "mailer", [ALIAS_USE_OWN] = "own",
    };
    return (guint)use < G_N_ELEMENTS(names) ? names[use] : "none";
}

void alias_row_clear(struct alias_row *row)
{
    g_free(row->address);
    g_free(row->organisation);
    *row = (struct alias_row){0};
}

enum status book_alias_put(struct book *book, const struct alias *alias, struct err *err)
{
    sqlite3_stmt *put = book_statement(book, SQL_ALIAS_PUT);
    if (put) {
        bind_text(put, 1, alias->address);
        bind_text(put, 2, alias->organisation);
        sqlite3_bind_int64(put, 3, alias->given);
        sqlite3_bind_int(put, 4, alias->made);
    }
    return book_run(book, put, "write to", err);
}

enum status book_alias_close(struct book *book, const char *address, int64_t when, struct err *err)
{
    sqlite3_stmt *close = book_statement(book, SQL_ALIAS_CLOSE);
    if (close) {
        bind_text(close, 1, address);
        sqlite3_bind_int64(close, 2, when);
    }
    return book_run(book, close, "write to", err);
}

static enum status put_use(struct book *book, enum statement how, const struct alias_usage *usage,
                           struct err *err)
{
    sqlite3_stmt *put = book_statement(book, how);
    if (put) {
        bind_text(put, 1, usage->alias.address);
        bind_text(put, 2, usage->who);
        sqlite3_bind_int(put, 3, usage->use);
        sqlite3_bind_int(put, 4, usage->proven);
        sqlite3_bind_int64(put, 5, usage->first);
        sqlite3_bind_int64(put, 6, usage->last);
        sqlite3_bind_int64(put, 7, usage->seen);
    }
    return book_run(book, put, "write to", err);
}

enum status book_alias_used(struct book *book, const struct alias_fact *fact, const struct entry *entry,
                            struct err *err)
{
    enum status status = STATUS_OK;
    if (!fact->address || fact->use == ALIAS_USE_NONE)
        return STATUS_OK;
    if (fact->is_new)
        status = book_alias_put(
            book, &(struct alias){fact->address, fact->organisation, fact->given, fact->made}, err);
    struct alias_usage usage = {.alias = {.address = fact->address},
                                .who = fact->who,
                                .use = fact->use,
                                .proven = entry->proven == AUTH_PASS,
                                .first = entry->date,
                                .last = entry->date,
                                .seen = 1};
    return status ? status : put_use(book, SQL_USE_ADD, &usage, err);
}

enum status book_alias_taken(struct book *book, const struct entry *entry, struct err *err)
{
    sqlite3_stmt *take = book_statement(book, SQL_USE_TAKE);
    if (take) {
        bind_text(take, 1, entry->organisation);
        bind_text(take, 2, entry->address);
    }
    return book_run(book, take, "write to", err);
}

enum status book_alias_unused(struct book *book, const char *address, struct err *err)
{
    sqlite3_stmt *forget = book_statement(book, SQL_USE_FORGET);
    if (forget)
        bind_text(forget, 1, address);
    return book_run(book, forget, "write to", err);
}

enum status book_alias_mailer(struct book *book, const char *address, const char *who, struct err *err)
{
    struct alias_usage usage = {.alias = {.address = address}, .who = who, .use = ALIAS_USE_MAILER};
    return put_use(book, SQL_USE_ADD, &usage, err);
}

static bool take_row(struct book *book, sqlite3_stmt *get, struct alias_row *row)
{
    bool found = book_step(book, get) == SQLITE_ROW;
    if (found)
        *row = (struct alias_row){g_strdup((const char *)sqlite3_column_text(get, 0)),
                                  g_strdup((const char *)sqlite3_column_text(get, 1)),
                                  sqlite3_column_int64(get, 2), sqlite3_column_int(get, 3),
                                  sqlite3_column_int64(get, 4)};
    sqlite3_reset(get);
    return found;
}

bool book_alias_get(struct book *book, const char *address, struct alias_row *row)
{
    sqlite3_stmt *get = book_statement(book, SQL_ALIAS_GET);
    return get && bind_text(get, 1, address) == SQLITE_OK && take_row(book, get, row);
}

bool book_alias_like(struct book *book, const char *label, const char *rest, struct alias_row *row)
{
    sqlite3_stmt *get = book_statement(book, SQL_ALIAS_LIKE);
    if (!get)
        return false;
    bind_text(get, 1, label);
    bind_text(get, 2, rest);
    return take_row(book, get, row);
}

enum alias_use book_alias_use(struct book *book, const char *address, const char *who, bool *anybody)
{
    enum alias_use use = ALIAS_USE_NONE;
    sqlite3_stmt *rows = book_statement(book, SQL_USE_GET);
    if (anybody)
        *anybody = false;
    if (!rows)
        return use;
    bind_text(rows, 1, address);
    while (book_step(book, rows) == SQLITE_ROW) {
        if (anybody)
            *anybody |= sqlite3_column_int(rows, 2) > 0;
        if (strcmp((const char *)sqlite3_column_text(rows, 0), who) == 0)
            use = sqlite3_column_int(rows, 1);
    }
    sqlite3_reset(rows);
    return use;
}

static enum status each_row(struct book *book, sqlite3_stmt *rows, book_each_use *each, void *data,
                            struct err *err)
{
    int code = SQLITE_DONE;
    bool go_on = true;
    while (go_on && (code = book_step(book, rows)) == SQLITE_ROW) {
        const char *who = (const char *)sqlite3_column_text(rows, 5);
        struct alias_usage usage = {
            .alias = {(const char *)sqlite3_column_text(rows, 0), (const char *)sqlite3_column_text(rows, 1),
                      sqlite3_column_int64(rows, 2), sqlite3_column_int(rows, 3)},
            .closed = sqlite3_column_int64(rows, 4),
            .who = who ? who : "",
            .use = sqlite3_column_int(rows, 6),
            .proven = sqlite3_column_int(rows, 7),
            .first = sqlite3_column_int64(rows, 8),
            .last = sqlite3_column_int64(rows, 9),
            .seen = (uint32_t)sqlite3_column_int64(rows, 10),
        };
        go_on = each(&usage, data);
    }
    sqlite3_reset(rows);
    return go_on ? book_status(book, code, "read", err) : STATUS_OK;
}

enum status book_alias_uses(struct book *book, book_each_use *each, void *data, struct err *err)
{
    sqlite3_stmt *rows = book_statement(book, SQL_USES);
    return rows ? each_row(book, rows, each, data, err) : book_run(book, NULL, "read", err);
}

void book_alias_leak(struct book *book, const char *address, book_each_use *each, void *data)
{
    sqlite3_stmt *rows = book_statement(book, SQL_LEAK);
    if (rows && bind_text(rows, 1, address) == SQLITE_OK)
        (void)each_row(book, rows, each, data, NULL);
}

bool book_alias_has_open(struct book *book, const char *organisation)
{
    sqlite3_stmt *get = book_statement(book, SQL_ALIAS_OPEN);
    return get && bind_text(get, 1, organisation) == SQLITE_OK && book_one_number(book, get);
}

struct leaks book_alias_leaks(struct book *book, const char *const names[3], int64_t now)
{
    struct leaks leaks = {0};
    sqlite3_stmt *get = book_statement(book, SQL_LEAKS);
    if (!get)
        return leaks;
    for (int i = 0; i < 3; i++)
        bind_text(get, i + 1, names[i]);
    sqlite3_bind_int64(get, 4, now);
    if (book_step(book, get) == SQLITE_ROW && sqlite3_column_int(get, 0))
        leaks = (struct leaks){(unsigned)sqlite3_column_int(get, 0),
                               g_strdup((const char *)sqlite3_column_text(get, 1)),
                               sqlite3_column_int64(get, 2)};
    sqlite3_reset(get);
    return leaks;
}

struct carrying {
    struct book *to;
    enum status status;
    struct err *err;
};

/* That somebody is a mailer, or was taken up, may have been said after the mail came. */
static bool carry_one(const struct alias_usage *usage, void *data)
{
    struct carrying *c = data;
    struct alias_usage said = {.alias = usage->alias, .who = usage->who, .use = usage->use};
    c->status = book_alias_put(c->to, &usage->alias, c->err);
    if (!c->status && usage->closed)
        c->status = book_alias_close(c->to, usage->alias.address, usage->closed, c->err);
    if (!c->status && (usage->use == ALIAS_USE_MAILER || usage->use == ALIAS_USE_TAKEN))
        c->status = put_use(c->to, SQL_USE_ADD, &said, c->err);
    return !c->status;
}

enum status book_alias_carry(struct book *to, struct book *from, struct err *err)
{
    struct carrying c = {to, STATUS_OK, err};
    enum status status = book_alias_uses(from, carry_one, &c, err);
    return c.status ? c.status : status;
}

static bool remember_one(const struct alias_usage *usage, void *data)
{
    struct carrying *c = data;
    if (usage->seen)
        c->status = put_use(c->to, SQL_USE_MERGE, usage, c->err);
    return !c->status;
}

enum status book_alias_remember(struct book *to, struct book *from, struct err *err)
{
    struct carrying c = {to, STATUS_OK, err};
    enum status status = book_alias_uses(from, remember_one, &c, err);
    return c.status ? c.status : status;
}
