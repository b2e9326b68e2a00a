/* `heed alias new`, `close` and `renew`: an address is made, is over, or another takes its place. */
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "alias-request.h"
#include "base/text.h"
#include "store/seal.h"

#define MOST_RENEWED 1000

/* Closes CLOSED (may be NULL) as of WHEN (0: opens it), and enters MADE (may be NULL), in one change. */
static enum status alias_store(struct request *r, const struct alias *made, const char *closed, int64_t when)
{
    struct book *book = r->reader->book;
    enum status status = book_begin(book, r->err);
    if (!status && closed)
        status = book_alias_close(book, closed, when, r->err);
    if (!status && made)
        status = book_alias_put(book, made, r->err);
    if (!status)
        return book_commit(book, r->err);
    book_rollback(book);
    return status;
}

static bool is_known(const struct request *r, const char *address, struct alias_row *row)
{
    alias_row_clear(row);
    return book_alias_get(r->reader->book, address, row);
}

enum status alias_run_new(struct request *r)
{
    struct reader *reader = r->reader;
    g_autofree char *to_free = NULL;
    owned(secret) key = NULL;
    if (r->argc != 2)
        return err_set(r->err, STATUS_USAGE, "it is for one organisation, such as velora.com");
    g_autofree char *organisation = alias_read_organisation(r->argv[1], r->err);
    const char *base = organisation ? alias_find_base(reader, &to_free, r->err) : NULL;
    if (!base)
        return STATUS_USAGE;
    g_autofree char *label = r->label ? g_ascii_strdown(r->label, -1) : alias_label(organisation);
    if (!alias_label_is_good(label))
        return err_set(r->err, STATUS_USAGE, "a label is of letters, digits and hyphens, %d at most",
                       ALIAS_LABEL);
    enum status status = key_open(reader->home, ALIAS_KEY, true, &key, r->err);
    if (status)
        return status;
    g_autofree char *address = alias_make(reader->config, key, base, label, organisation);
    struct alias_row row = {0};
    int64_t given = is_known(r, address, &row) ? row.given : time(NULL);
    bool closed = row.closed != 0;
    alias_row_clear(&row);
    if (closed)
        return err_set(r->err, STATUS_DENIED,
                       "%s is closed: heed alias renew makes another, close --undo opens it", address);
    status = alias_store(r, &(struct alias){address, organisation, given, true}, NULL, 0);
    return status ? status : alias_print(r, address, organisation, given);
}

enum status alias_run_close(struct request *r)
{
    struct alias_row row = {0};
    if (r->argc != 2)
        return err_set(r->err, STATUS_USAGE, "which address?");
    g_autofree char *address = alias_read_address(r, r->argv[1]);
    if (!address)
        return STATUS_USAGE;
    bool known = is_known(r, address, &row), closed = row.closed != 0;
    alias_row_clear(&row);
    if (!known)
        return err_set(r->err, STATUS_NOT_FOUND, "%s is not noted for anybody", address);
    return closed != r->undo ? STATUS_OK : alias_store(r, NULL, address, r->undo ? 0 : time(NULL));
}

struct seeking {
    const char *organisation;
    char *address;
};

/* The latest that ORGANISATION was given, of those that are open. */
static bool seek(const struct alias_usage *usage, void *data)
{
    struct seeking *seeking = data;
    if (!usage->closed && !strcmp(usage->alias.organisation, seeking->organisation)) {
        g_free(seeking->address);
        seeking->address = g_strdup(usage->alias.address);
    }
    return true;
}

/* The address to renew, as ARGUMENT names it or whom it was given to. The caller frees it. */
static char *find_old(struct request *r, const char *argument)
{
    struct alias_row row = {0};
    g_autofree char *address = strchr(argument, '@') ? g_ascii_strdown(argument, -1) : NULL;
    bool known = address && is_known(r, address, &row);
    alias_row_clear(&row);
    if (known)
        return g_steal_pointer(&address);
    g_autofree char *organisation = alias_read_organisation(argument, r->err);
    struct seeking seeking = {organisation, NULL};
    if (organisation && !book_alias_uses(r->reader->book, seek, &seeking, r->err) && !seeking.address)
        err_set(r->err, STATUS_NOT_FOUND, "%s has no address of yours that is open", organisation);
    return seeking.address;
}

/* A label as that of OLD, with a number behind it that none has yet. The caller frees it. */
static char *next_label(const struct request *r, const char *old)
{
    struct alias_parts parts = {NULL, NULL};
    if (r->label)
        return g_ascii_strdown(r->label, -1);
    if (!alias_split(r->reader->config, r->reader->own, old, &parts))
        return NULL;
    char *label = alias_label(parts.detail); /* up to the dot */
    alias_parts_clear(&parts);
    char *dash = strrchr(label, '-');
    unsigned long number = dash ? strtoul(dash + 1, NULL, 10) : 0;
    if (number && number < MOST_RENEWED && strspn(dash + 1, "0123456789") == strlen(dash + 1))
        *dash = '\0';
    number = number < MOST_RENEWED ? MAX(number, 1) + 1 : 2;
    char *next = g_strdup_printf("%.*s-%lu", ALIAS_LABEL - (int)strlen("-1000"), label, number);
    g_free(label);
    return next;
}

enum status alias_run_renew(struct request *r)
{
    struct reader *reader = r->reader;
    struct alias_row row = {0};
    g_autofree char *to_free = NULL;
    owned(secret) key = NULL;
    if (r->argc != 2)
        return err_set(r->err, STATUS_USAGE, "which address, or whose?");
    g_autofree char *old = find_old(r, r->argv[1]);
    const char *base = old ? alias_find_base(reader, &to_free, r->err) : NULL;
    if (!base)
        return old ? STATUS_USAGE : STATUS_NOT_FOUND;
    g_autofree char *label = next_label(r, old);
    if (!label || !alias_label_is_good(label))
        return err_set(r->err, STATUS_USAGE, "a label is of letters, digits and hyphens, %d at most",
                       ALIAS_LABEL);
    enum status status = key_open(reader->home, ALIAS_KEY, true, &key, r->err);
    if (status || !is_known(r, old, &row))
        return status ? status : STATUS_NOT_FOUND;
    g_autofree char *organisation = g_strdup(row.organisation);
    g_autofree char *address = alias_make(reader->config, key, base, label, organisation);
    int64_t now = time(NULL), closed = row.closed ? row.closed : now;
    bool given = is_known(r, address, &row);
    alias_row_clear(&row);
    if (given)
        return err_set(r->err, STATUS_DENIED, "%s was given out before: name another label", address);
    status = alias_store(r, &(struct alias){address, organisation, now, true}, old, closed);
    return status ? status : alias_print(r, address, organisation, now);
}
