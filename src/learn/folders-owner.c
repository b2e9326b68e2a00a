/* Who she is, where nothing but her mail says so. */
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "act/entry.h"
#include "base/cage.h"
#include "base/frame.h"
#include "base/text.h"
#include "learn/folders.h"
#include "mail/message.h"

#define MOST_FILES 300     /* of what she sent, and of what she got */
#define MOST_ADDRESSES 10
#define FEWEST_SENT 0.05   /* of what is looked at: what comes to fewer is somebody else's */
#define FEWEST_GOT 0.25    /* likewise; anybody can write that field where no server does */
#define OWNER_SECONDS 300
#define OWNER_TYPE "(ass)"

struct counting {
    GHashTable *sent, *delivered, *named; /* address or name -> number of messages */
    unsigned n_sent, n_got;
};

static void count(GHashTable *table, const char *text)
{
    if (!*text || strlen(text) > 400)
        return;
    g_autofree char *key = g_utf8_make_valid(text, -1);
    guint known = GPOINTER_TO_UINT(g_hash_table_lookup(table, key));
    g_hash_table_insert(table, g_steal_pointer(&key), GUINT_TO_POINTER(known + 1));
}

static void count_address(GHashTable *table, const char *address)
{
    g_autofree char *lower = g_ascii_strdown(address, -1);
    const char *at = strrchr(lower, '@');
    if (at && at > lower && at[1] && !strpbrk(lower, " \t<>\",;"))
        count(table, lower);
}

static void read_one(struct counting *counting, const struct config *config, const char *path, bool sent)
{
    struct judgement *read = entry_read(config, path, NULL, 0);
    if (!read)
        return;
    const struct message *message = read->message;
    if (sent) {
        counting->n_sent++;
        count_address(counting->sent, message->author.mailbox);
        count(counting->named, message->author.name);
    } else {
        counting->n_got++;
        if (*message->delivered_to) /* what stands below the first a sender may have written */
            count_address(counting->delivered, *message->delivered_to);
        if (!*message->delivered_to && message->n_recipients == 1)
            count_address(counting->delivered, message->recipients[0].mailbox);
    }
    judgement_free(read);
}

/* --- the newest files ----------------------------------------------------------------------------------- */

struct listing {
    const struct reader *reader;
    const struct mailbox *mailbox;
    GPtrArray *paths;
};

static void list(const struct mail_name *name, void *data)
{
    struct listing *listing = data;
    g_ptr_array_add(listing->paths, mail_path(listing->reader->follows, listing->mailbox->path, name->base,
                                              name->info));
}

/* Names begin with the time of their delivery (maildir(5)). */
static int newest_first(gconstpointer a, gconstpointer b)
{
    const char *one = strrchr(*(char *const *)a, '/'), *other = strrchr(*(char *const *)b, '/');
    long long when = atoll(one ? one + 1 : ""), then = atoll(other ? other + 1 : "");
    return when < then ? 1 : when > then ? -1 : strcmp(*(char *const *)a, *(char *const *)b);
}

static void count_folder(struct counting *counting, const struct reader *reader,
                         const struct mailbox *mailbox)
{
    struct listing listing = {reader, mailbox, g_ptr_array_new_with_free_func(g_free)};
    bool sent = mailbox->use == USE_SENT;
    (void)mailbox_names(reader->follows, mailbox, list, &listing);
    g_ptr_array_sort(listing.paths, newest_first);
    for (guint i = 0; i < MIN(listing.paths->len, MOST_FILES); i++)
        if ((sent ? counting->n_sent : counting->n_got) < MOST_FILES)
            read_one(counting, reader->config, listing.paths->pdata[i], sent);
    g_ptr_array_free(listing.paths, TRUE);
}

/* --- what it comes to ----------------------------------------------------------------------------------- */

static int by_count(gconstpointer a, gconstpointer b, gpointer table)
{
    guint one = GPOINTER_TO_UINT(g_hash_table_lookup(table, *(char *const *)a));
    guint other = GPOINTER_TO_UINT(g_hash_table_lookup(table, *(char *const *)b));
    return one != other ? (one < other ? 1 : -1) : strcmp(*(char *const *)a, *(char *const *)b);
}

static void add_most(GPtrArray *out, GHashTable *table, double fewest, unsigned most)
{
    GHashTableIter iter;
    gpointer key, value;
    g_autoptr(GPtrArray) keys = g_ptr_array_new();
    g_hash_table_iter_init(&iter, table);
    while (g_hash_table_iter_next(&iter, &key, &value))
        if (GPOINTER_TO_UINT(value) > fewest)
            g_ptr_array_add(keys, key);
    g_ptr_array_sort_with_data(keys, by_count, table);
    for (guint i = 0; i < keys->len && out->len < most; i++)
        if (!g_ptr_array_find_with_equal_func(out, keys->pdata[i], g_str_equal, NULL))
            g_ptr_array_add(out, keys->pdata[i]);
}

static bool say_owner(struct counting *counting, int to)
{
    g_autoptr(GPtrArray) addresses = g_ptr_array_new(), names = g_ptr_array_new();
    add_most(addresses, counting->sent, FEWEST_SENT * counting->n_sent, MOST_ADDRESSES);
    add_most(addresses, counting->delivered, FEWEST_GOT * counting->n_got, MOST_ADDRESSES);
    add_most(names, counting->named, FEWEST_SENT * counting->n_sent, 1);
    g_autofree char *name = text_clean(names->len ? names->pdata[0] : "", 100);
    return frame_say(to, g_variant_new("(@ass)",
                                       g_variant_new_strv((const char *const *)addresses->pdata,
                                                          (gssize)addresses->len), name));
}

static int owner_child(struct peer *parent, void *data)
{
    struct reader *reader = data;
    struct counting counting = {g_hash_table_new_full(text_hash, g_str_equal, g_free, NULL),
                                g_hash_table_new_full(text_hash, g_str_equal, g_free, NULL),
                                g_hash_table_new_full(text_hash, g_str_equal, g_free, NULL), 0, 0};
    reader_begin_child(reader, parent, false, -1);
    message_init();
    cage_silence();
    reader_confine(reader, CONFINE_LOOK, NULL);
    struct use_names names = reader_uses(reader);
    g_autoptr(GPtrArray) mailboxes = mailboxes_find(reader->follows, &names);
    for (guint i = 0; i < mailboxes->len; i++) {
        const struct mailbox *mailbox = mailboxes->pdata[i];
        if (mailbox->use == USE_SENT || mailbox->use == USE_INBOX)
            count_folder(&counting, reader, mailbox);
    }
    return say_owner(&counting, parent->to) ? 0 : 1;
}

enum status folders_owner(struct reader *reader, char ***addresses, char **name, struct err *err)
{
    struct peer child;
    g_autoptr(GVariant) said = NULL;
    const char *text;
    enum status status = peer_fork(&child, owner_child, reader, err);
    if (status)
        return status;
    enum heard heard = frame_hear(child.from, OWNER_TYPE, clock_seconds() + OWNER_SECONDS, &said);
    peer_end(&child, true);
    if (heard != HEARD)
        return err_set(err, STATUS_IO, "the process that looks for your addresses ended");
    g_variant_get(said, "(^as&s)", addresses, &text);
    *name = g_strdup(text);
    return STATUS_OK;
}
