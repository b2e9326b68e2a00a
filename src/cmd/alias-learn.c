/* Addresses that she gave out before heed: read from the archive, with who was the first to write to each. */
#include <stdio.h>
#include <string.h>

#include "base/cage.h"
#include "alias-learn.h"
#include "store/history.h"
#include "json.h"
#include "learn/met.h"
#include "base/text.h"

#define MOST_RECIPIENTS 50

/* An address that is not noted yet. */
struct found {
    char *address;
    char *who;    /* the first to write there; if any are proven, the first of those */
    bool proven;
    unsigned messages, others; /* messages that are not WHO's are OTHERS */
};

struct learning {
    struct sources *sources;
    GHashTable *by_address; /* struct found */
    GPtrArray *in_order;    /* the same */
};

static void found_free(struct found *found)
{
    g_free(found->address);
    g_free(found->who);
    g_free(found);
}

static void count(struct learning *l, const struct judgement *j, const char *address)
{
    const struct sender *sender = j->sender;
    const char *who = sender->free_mail ? sender->address : sender->organisation;
    struct found *found = g_hash_table_lookup(l->by_address, address);
    bool proven = j->facts.proven == AUTH_PASS;
    if (!*who || j->facts.proven == AUTH_FAIL)
        return;
    if (!found) {
        found = g_new0(struct found, 1);
        found->address = g_strdup(address);
        g_hash_table_insert(l->by_address, found->address, found);
        g_ptr_array_add(l->in_order, found);
    }
    if (!found->who || (proven && !found->proven)) {
        g_free(found->who);
        found->who = g_strdup(who);
        found->proven = proven;
        found->others = found->messages;
    }
    found->messages++;
    found->others += strcmp(found->who, who) != 0;
}

static bool consider(struct learning *l, const struct judgement *j, const char *mailbox)
{
    const struct sources *sources = l->sources;
    struct alias_parts parts = {NULL, NULL};
    struct alias_row row = {0};
    if (!alias_split(sources->config, sources->own, mailbox, &parts))
        return false;
    g_autofree char *address = alias_address(sources->config, parts.base, parts.detail);
    if (!book_alias_get(sources->book, address, &row))
        count(l, j, address);
    alias_row_clear(&row);
    alias_parts_clear(&parts);
    return true;
}

/* The address it was delivered to, else one that it names. */
static bool each_record(const struct record *record, void *data)
{
    struct learning *l = data;
    owned(judgement) j = met_read(l->sources->config, record->path);
    bool done = !j || sources_is_own(l->sources, j->sender->address);
    for (unsigned i = 0; !done && i < MOST_RECIPIENTS && j->message->delivered_to[i]; i++)
        done = consider(l, j, j->message->delivered_to[i]);
    for (uint32_t i = 0; !done && i < MIN(j->message->n_recipients, MOST_RECIPIENTS); i++)
        done = consider(l, j, j->message->recipients[i].mailbox);
    return true;
}

static void print(const struct learning *l, bool yes)
{
    for (guint i = 0; i < l->in_order->len; i++) {
        const struct found *found = l->in_order->pdata[i];
        g_autofree char *address = text_clean(found->address, 100), *who = text_clean(found->who, 60);
        printf("%s  %s%s, %u message%s", address, found->proven ? "" : "somebody who says ", who,
               found->messages, found->messages == 1 ? "" : "s");
        if (found->others)
            printf(", %u from others: say yourself", found->others);
        putchar('\n');
    }
    if (!l->in_order->len)
        puts("No address of yours that is not noted yet has got mail.");
    else
        puts(yes ? "Noted, but for those that others write to as well. heed init looks back over what came "
                   "to them."
                 : "Nothing is noted: heed alias note --learn --yes notes those that nobody else writes to.");
}

static void print_json(const struct learning *l)
{
    owned(json) json = json_new();
    json_array(json);
    for (guint i = 0; i < l->in_order->len; i++) {
        const struct found *found = l->in_order->pdata[i];
        json_object(json);
        json_text(json, "address", found->address);
        json_text(json, "organisation", found->who);
        json_name(json, "proven");
        json_flag(json, found->proven);
        json_count(json, "messages", found->messages);
        json_count(json, "from-others", found->others);
        json_object_end(json);
    }
    json_array_end(json);
    json_print(json);
}

static enum status note_all(const struct learning *l, struct err *err)
{
    struct book *book = l->sources->book;
    enum status status = book_begin(book, err);
    for (guint i = 0; i < l->in_order->len && !status; i++) {
        const struct found *found = l->in_order->pdata[i];
        if (!found->others) /* it was passed on, or she gave it to both: she alone knows */
            status = alias_note(l->sources, found->address, found->who, err);
    }
    if (!status)
        return book_commit(book, err);
    book_rollback(book);
    return status;
}

enum status alias_learn(struct sources *sources, bool yes, bool json, struct err *err)
{
    struct learning l = {sources, g_hash_table_new(g_str_hash, g_str_equal),
                         g_ptr_array_new_with_free_func((GDestroyNotify)found_free)};
    cage_silence();
    sources_confine(sources, CONFINE_WALK, NULL);
    enum status status = history_walk(sources->history, "*", true, NULL, each_record, &l, err);
    if (!status && yes)
        status = note_all(&l, err);
    if (!status)
        json ? print_json(&l) : print(&l, yes);
    g_hash_table_destroy(l.by_address);
    g_ptr_array_free(l.in_order, TRUE);
    return status;
}
