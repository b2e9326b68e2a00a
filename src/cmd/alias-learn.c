/* Addresses that she gave out before heed: read from the archive, with who was the first to write to each. */
#include <stdio.h>
#include <string.h>

#include "base/cage.h"
#include "alias-learn.h"
#include "store/history.h"
#include "json.h"
#include "act/entry.h"
#include "base/frame.h"
#include "learn/folders.h"
#include "mail/message.h"
#include "store/keyring.h"
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
    struct reader *reader;
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
    const struct reader *reader = l->reader;
    struct alias_parts parts = {NULL, NULL};
    if (!alias_split(reader->config, reader->own, mailbox, &parts))
        return false;
    g_autofree char *address = alias_address(reader->config, parts.base, parts.detail);
    count(l, j, address);
    alias_parts_clear(&parts);
    return true;
}

/* The address it was delivered to, else one that it names. */
static bool each_record(const struct record *record, void *data)
{
    struct learning *l = data;
    owned(judgement) j =
        entry_read(l->reader->config, record->path, record->body, record->body_length);
    bool done = !j || reader_is_own(l->reader, j->sender->address);
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
    struct book *book = l->reader->book;
    enum status status = book_begin(book, err);
    for (guint i = 0; i < l->in_order->len && !status; i++) {
        const struct found *found = l->in_order->pdata[i];
        if (!found->others) /* it was passed on, or she gave it to both: she alone knows */
            status = alias_note(l->reader, found->address, found->who, err);
    }
    if (!status)
        return book_commit(book, err);
    book_rollback(book);
    return status;
}

/* --- the process that reads the mail -------------------------------------------------------------------- */

#define FOUND_TYPE "(ssbuu)"
#define END_TYPE "(is)"
#define SILENCE 3600 /* seconds */

/* Where folders are her history, a book that nobody keeps is told what lies there. */
static enum status read_archive(struct learning *l, struct err *err)
{
    struct reader *reader = l->reader, with = *reader;
    owned(book) book = NULL;
    unsigned total;
    if (!reader_follows(reader)) {
        if (!reader_history(reader) || !history_ready(reader->history))
            return err_set(err, STATUS_CORRUPT, "there is no index that can be read");
        return history_walk(reader->history, "*", true, NULL, each_record, l, err);
    }
    enum status status = book_open(":memory:", reader->config->half_life, &book, err);
    with.book = book;
    return status ? status : folders_walk(&with, NULL, &total, each_record, l, err);
}

static int learn_child(struct peer *parent, void *data)
{
    struct learning *l = data;
    struct err err = {0};
    l->reader->reads_store = true;
    reader_begin_child(l->reader, parent, false, -1);
    message_init();
    cage_silence();
    reader_confine(l->reader, CONFINE_LOOK, NULL);
    enum status status = read_archive(l, &err);
    for (guint i = 0; i < l->in_order->len; i++) {
        const struct found *found = l->in_order->pdata[i];
        (void)say(parent->to, SAID_OTHER,
                  g_variant_new(FOUND_TYPE, found->address, found->who, found->proven, found->messages,
                                found->others));
    }
    return say(parent->to, SAID_OTHER, g_variant_new(END_TYPE, (gint32)status, err.text)) ? 0 : 1;
}

/* One that is noted already, or is none of hers, is none to propose. */
static void take_found(struct learning *l, GVariant *said)
{
    gboolean proven;
    guint32 messages, others;
    const char *address, *who;
    struct alias_row row = {0};
    g_variant_get(said, "(&s&sbuu)", &address, &who, &proven, &messages, &others);
    bool noted = book_alias_get(l->reader->book, address, &row);
    alias_row_clear(&row);
    if (noted || !alias_split(l->reader->config, l->reader->own, address, NULL))
        return;
    struct found *found = g_new0(struct found, 1);
    *found = (struct found){g_strdup(address), g_strdup(who), proven, messages, others};
    g_ptr_array_add(l->in_order, found);
}

static enum status hear_child(struct learning *l, const struct peer *child, struct err *err)
{
    static const struct keyring none = {0};
    for (;;) {
        g_autoptr(GVariant) said = NULL;
        gint32 status;
        const char *why;
        if (listen_for(&none, child, 0, clock_seconds() + SILENCE, &said, NULL) != HEARD)
            return err_set(err, STATUS_INTERNAL, "the process that reads the mail ended");
        if (g_variant_is_of_type(said, G_VARIANT_TYPE(FOUND_TYPE)))
            take_found(l, said);
        if (!g_variant_is_of_type(said, G_VARIANT_TYPE(END_TYPE)))
            continue;
        g_variant_get(said, "(i&s)", &status, &why);
        return status ? err_set(err,
                                status > 0 && status <= STATUS_DENIED ? (enum status)status : STATUS_INTERNAL,
                                "%s", why)
                      : STATUS_OK;
    }
}

enum status alias_learn(struct reader *reader, bool yes, bool json, struct err *err)
{
    struct learning l = {reader, g_hash_table_new(text_hash, g_str_equal),
                         g_ptr_array_new_with_free_func((GDestroyNotify)found_free)};
    struct peer child;
    cage_silence();
    enum status status = peer_fork(&child, learn_child, &l, err);
    if (!status) {
        status = hear_child(&l, &child, err);
        peer_end(&child, true);
    }
    if (!status && yes)
        status = note_all(&l, err);
    if (!status)
        json ? print_json(&l) : print(&l, yes);
    g_hash_table_destroy(l.by_address);
    g_ptr_array_free(l.in_order, TRUE);
    return status;
}
