/* Following folders: what came, what went, which flags changed since the last look. A file that left one
 * folder and one that came into another are one message by its Message-ID and content, in whichever order and
 * in however many looks the two are seen. */
#include <string.h>
#include <unistd.h>

#include "act/entry.h"
#include "base/days.h"
#include "learn/folders.h"
#include "looking.h"
#include "mail/vocabulary.h"
#include "store/places.h"

#define UNDERWAY 600      /* seconds that mbsync and its like may take between the halves of a move */
#define SURE 3600         /* seconds between two looks in which nobody reads and expunges unseen */

/* --- one message ---------------------------------------------------------------------------------------- */

struct gathering {
    const struct looking *looking;
    struct trail trail;
    char *path; /* of one of its files */
    char *folder, *base, *info;
    uint32_t flags;
    bool away;                /* one lies, or lay, where nobody can look now */
    GPtrArray *absent;        /* of these, folder and base in turn where the folder is no more */
};

static void gathering_clear(struct gathering *gathering)
{
    g_free(gathering->path);
    g_free(gathering->folder);
    g_free(gathering->base);
    g_free(gathering->info);
}

static void note_away(struct gathering *gathering, const struct place *place)
{
    gathering->away = true;
    if (!g_hash_table_contains(gathering->looking->absent, place->folder))
        return;
    g_ptr_array_add(gathering->absent, g_strdup(place->folder));
    g_ptr_array_add(gathering->absent, g_strdup(place->base));
}

/* What lay in a folder that is no more was found elsewhere: it was moved, perhaps with the folder. */
static enum status leave_absent(const struct looking *looking, const char *id, const GPtrArray *absent)
{
    enum status status = STATUS_OK;
    for (guint i = 0; i + 1 < absent->len && !status; i += 2)
        status = book_place_drop(looking->follow->book, absent->pdata[i], absent->pdata[i + 1],
                                 looking->follow->err);
    if (absent->len)
        g_hash_table_add(looking->left, g_strdup(id));
    return status;
}

static void gather(const struct place *place, void *data)
{
    struct gathering *gathering = data;
    const struct mailbox *mailbox = g_hash_table_lookup(gathering->looking->by_path, place->folder);
    if (!mailbox) {
        note_away(gathering, place);
        return;
    }
    trail_add(&gathering->trail, mailbox->use, place->flags);
    gathering_clear(gathering);
    gathering->path =
        mailstore_path(gathering->looking->store, place->folder, place->base, place->info);
    gathering->folder = g_strdup(place->folder);
    gathering->base = g_strdup(place->base);
    gathering->info = g_strdup(place->info);
    gathering->flags = place->flags;
}

/* What was delivered is first seen where heed left it, unless she was faster. */
static uint32_t tags_before(const struct looking *looking, const struct entry *entry)
{
    static const enum special_use uses[PLACE_COUNT] = {USE_INBOX, USE_INBOX, USE_LATER, USE_SUSPECT};
    const struct config *config = looking->follow->reader->config;
    int delivered = GPOINTER_TO_INT(g_hash_table_lookup(looking->delivered, entry->id));
    if (entry->indexed || (delivered <= 0 && entry->placement >= PLACE_COUNT))
        return entry->tags;
    enum special_use use = delivered > 0                         ? (enum special_use)(delivered - 1)
                           : *config->folders[entry->placement] ? uses[entry->placement]
                                                                 : USE_INBOX;
    return TAG_BY_FOLDER | TAG_UNREAD | trail_place(use);
}

/* A move takes a file away from somewhere, in this look or one shortly before, or marks it as deleted. */
static uint32_t tags_now(const struct looking *looking, const struct entry *entry, const char *id,
                         const struct trail *trail)
{
    uint32_t before = tags_before(looking, entry), bits = trail_bits(trail);
    bool moved = g_hash_table_contains(looking->left, id) || book_is_missing(looking->follow->book, id) ||
                 !entry->indexed || trail->removed || trail_is_same(before, bits);
    return moved ? trail_moved(before, bits, false) : trail_copied(before, bits);
}

/* What could not be judged is tried again by the next looks. */
static enum status let_try(struct follow *follow, const char *id, const struct gathering *gathering)
{
    struct entry entry;
    uint32_t tries = gathering->flags / PLACE_TRY + 1, flags = gathering->flags % PLACE_TRY;
    if (book_get(follow->book, id, &entry))
        return STATUS_OK;
    flags |= tries < PLACE_TRIES ? tries * PLACE_TRY : 0;
    const struct place place = {gathering->folder, gathering->base, gathering->info, id, flags};
    enum status status = book_place_put(follow->book, &place, follow->err);
    return status || tries >= PLACE_TRIES
               ? status
               : book_folder_looked(follow->book, gathering->folder, "", follow->err);
}

/* What heed set out to move, and where it lies now: it did. */
static void take_intent(const struct looking *looking, const struct gathering *gathering, uint32_t bits,
                        struct entry *entry)
{
    struct follow *follow = looking->follow;
    const struct intent *intent = g_hash_table_lookup(looking->intents, entry->id);
    if (!intent || strcmp(intent->folder, gathering->folder) != 0 || gathering->trail.files != 1)
        return;
    const uint32_t keeps = TAG_REPLIED | TAG_FORWARDED | TAG_FLAGGED;
    entry->tags = (bits & ~keeps) | (entry->tags & (keeps | TAG_UNREAD));
    entry->placement = intent->placement;
    follow->status = book_put(follow->book, entry, follow->err);
}

static void take(struct looking *looking, const char *id, const struct gathering *gathering)
{
    struct follow *follow = looking->follow;
    struct entry entry;
    bool met = book_get(follow->book, id, &entry);
    const struct trail *trail = &gathering->trail;
    uint32_t bits = trail_bits(trail);
    if (met)
        take_intent(looking, gathering, bits, &entry);
    struct record record = {
        .id = id,
        .path = gathering->path,
        .thread = "",
        .date = met ? entry.date
                    : mailstore_came(looking->store, gathering->path, gathering->info, follow->now),
        .tags = trail_at_rest(met ? tags_now(looking, &entry, id, trail) : bits),
        .placement = PLACE_NONE,
        .untouched = true,
        .newest = "",
    };
    follow->report->messages++;
    if (!met) {
        follow_new(follow, &record);
        if (!follow->status)
            follow->status = let_try(follow, id, gathering);
    } else if (!entry.own)
        follow_known(follow, &record, &entry);
    if (!follow->status)
        follow->status = book_missing_drop(follow->book, id, follow->err);
}

static void settle(struct looking *looking, const char *id, bool synced)
{
    struct follow *follow = looking->follow;
    g_autoptr(GPtrArray) absent = g_ptr_array_new_with_free_func(g_free);
    struct gathering gathering = {.looking = looking, .absent = absent};
    follow->status = book_places_of(follow->book, id, gather, &gathering, follow->err);
    int64_t since = synced ? follow->now : follow->now - UNDERWAY; /* where no program brings both halves, the
                                                                      next look is sure */
    bool draft = gathering.trail.in[USE_DRAFTS] || gathering.trail.flags & MAIL_DRAFT;
    if (!follow->status && gathering.path)
        follow->status = leave_absent(looking, id, absent);
    if (!follow->status && gathering.path && !draft)
        take(looking, id, &gathering);
    else if (!follow->status && !gathering.path && !gathering.away)
        follow->status =
            book_missing_put(follow->book, id, since, follow->now - looking->last < SURE, follow->err);
    gathering_clear(&gathering);
}

/* --- what is new ---------------------------------------------------------------------------------------- */

/* What the table has under one id, beside the file FOLDER, BASE. */
struct naming {
    const struct change *change;
    bool known;            /* that file */
    unsigned seen, unseen; /* others; UNSEEN are those that heed delivered and nobody has looked at */
};

static void count_file(const struct place *place, void *data)
{
    struct naming *naming = data;
    const struct change *change = naming->change;
    if (strcmp(place->folder, change->mailbox->path) == 0 && strcmp(place->base, change->base) == 0)
        naming->known = true;
    else if (place->flags & PLACE_UNSEEN)
        naming->unseen++;
    else
        naming->seen++;
}

/* Whether ENTRY is of the letter in PATH: nothing else is left of the first one to compare that with. */
static bool is_entrys(struct follow *follow, const struct entry *entry, const struct change *change,
                      const char *path)
{
    const struct record record = {.id = entry->id,
                                  .path = path,
                                  .thread = "",
                                  .newest = "",
                                  .date = mailstore_came(follow->store, path, change->info, follow->now),
                                  .tags = TAG_BY_FOLDER,
                                  .placement = PLACE_NONE};
    owned(plan) plan = mailstore_judge(follow->store, follow->judges, path, &record);
    if (!plan)
        return true;
    uint64_t one = entry->fingerprint, other = plan->entry.fingerprint;
    return strcmp(entry->address, plan->entry.address) == 0 &&
           (one == other || fingerprints_match(one, other)) &&
           ABS(entry->date - plan->entry.date) <= DAY;
}

/* A Message-ID may be used again when the first letter is gone; and of two that were delivered under one
 * since the last look, the book knows the first. */
static char *name_file(struct looking *looking, const struct change *change, const struct peek *peek,
                       const char *path)
{
    struct follow *follow = looking->follow;
    struct entry entry;
    struct naming naming = {.change = change};
    g_autofree char *name = mailstore_name(looking->store, follow->book, peek);
    if (strcmp(name, peek->id) != 0 || !book_get(follow->book, name, &entry) || entry.own)
        return g_steal_pointer(&name);
    follow->status = book_places_of(follow->book, name, count_file, &naming, follow->err);
    bool sure = naming.seen || (naming.known && !naming.unseen &&
                                !g_hash_table_contains(looking->left, name));
    return sure || is_entrys(follow, &entry, change, path) ? g_steal_pointer(&name) : peek_other_name(peek);
}

static void take_file(struct looking *looking, const struct change *change)
{
    struct follow *follow = looking->follow;
    struct peek peek = {NULL, 0};
    const struct mailbox *mailbox = change->mailbox;
    g_autofree char *path = mailstore_path(looking->store, mailbox->path, change->base, change->info);
    /* Renamed or gone since; or it cannot be read now. */
    if (mailstore_peek(looking->store, path, &peek, NULL, NULL)) {
        follow->report->unreadable += access(path, F_OK) == 0;
        follow->status = book_folder_looked(follow->book, mailbox->path, "", follow->err);
        return;
    }
    g_autofree char *id = name_file(looking, change, &peek, path);
    const struct place place = {mailbox->path, change->base, change->info, id, change->flags};
    peek_clear(&peek);
    looking_touch(looking, id, false);
    if (!follow->status)
        follow->status = book_place_put(follow->book, &place, follow->err);
}

/* --- all ------------------------------------------------------------------------------------------------ */

static void keep_id(const char *id, void *data)
{
    g_ptr_array_add(data, g_strdup(id));
}

static void keep_missing(const char *id, bool sure, void *data)
{
    g_ptr_array_add(data, g_strdup_printf("%c%s", sure ? '+' : '-', id));
}

/* What lies nowhere since long enough was thrown away. */
static void count_missing(struct looking *looking)
{
    struct follow *follow = looking->follow;
    g_autoptr(GPtrArray) ids = g_ptr_array_new_with_free_func(g_free);
    follow->status =
        book_missing(follow->book, follow->now - UNDERWAY + 1, keep_missing, ids, follow->err);
    for (guint i = 0; i < ids->len && !follow->status; i++) {
        const char *id = (const char *)ids->pdata[i] + 1;
        struct entry entry;
        if (g_hash_table_contains(looking->touched, id))
            continue;
        follow->status = book_missing_drop(follow->book, id, follow->err);
        if (follow->status || !book_get(follow->book, id, &entry) || entry.gone || !entry.indexed)
            continue;
        entry.gone = true;
        if (*(const char *)ids->pdata[i] == '-')
            entry.tags |= TAG_BY_FILTER; /* read and expunged between two looks, for all that is known */
        follow->report->gone += !entry.own;
        if (entry.own)
            follow->status = book_put(follow->book, &entry, follow->err);
        else
            follow->status = entry_settle(follow->reader->config, follow->book, &entry, NULL, follow->now,
                                          follow->err);
    }
}

/* What is old enough to count as ignored now. */
static void revisit(struct looking *looking)
{
    struct follow *follow = looking->follow;
    g_autoptr(GPtrArray) ids = g_ptr_array_new_with_free_func(g_free);
    follow->status = follow_left_alone(follow, 0, keep_id, ids);
    for (guint i = 0; i < ids->len && !follow->status; i++)
        if (!g_hash_table_contains(looking->touched, ids->pdata[i]))
            settle(looking, ids->pdata[i], false);
}

static void look(struct looking *looking)
{
    struct follow *follow = looking->follow;
    for (guint i = 0; i < looking->mailboxes->len && !follow->status; i++)
        look_into(looking, looking->mailboxes->pdata[i]);
    if (!follow->status)
        look_forget(looking);
    for (guint i = 0; i < looking->fresh->len && !follow->status; i++)
        take_file(looking, looking->fresh->pdata[i]);
    GHashTableIter iter;
    gpointer id, synced;
    g_hash_table_iter_init(&iter, looking->touched);
    while (!follow->status && g_hash_table_iter_next(&iter, &id, &synced))
        settle(looking, id, GPOINTER_TO_INT(synced));
    if (!follow->status)
        count_missing(looking);
    if (!follow->status)
        revisit(looking);
    if (!follow->status && g_hash_table_size(looking->intents))
        follow->status = intent_done(follow->book, "", follow->err);
    if (!follow->status)
        follow->status = book_set_number(follow->book, BOOK_LOOKED, follow->now, follow->err);
    if (!follow->status)
        follow->status = reader_note_user(follow->reader, follow->book, follow->err);
}

static bool anything_new(const struct looking *looking)
{
    const struct follow *follow = looking->follow;
    g_autoptr(GPtrArray) ids = g_ptr_array_new_with_free_func(g_free);
    if (g_hash_table_size(looking->stamps) != looking->mailboxes->len ||
        g_hash_table_size(looking->intents) ||
        book_missing(follow->book, follow->now - UNDERWAY + 1, keep_missing, ids, NULL) ||
        book_undecided(follow->book, follow_ignored_before(follow), 0, keep_id, ids, NULL) || ids->len)
        return true;
    for (guint i = 0; i < looking->mailboxes->len; i++) {
        const struct mailbox *mailbox = looking->mailboxes->pdata[i];
        g_autofree char *stamp = mailstore_stamp(looking->store, mailbox, follow->now);
        if (!mailbox_is_same(stamp, g_hash_table_lookup(looking->stamps, mailbox->path)))
            return true;
    }
    return false;
}

enum status follow_folders(struct follow *follow)
{
    struct looking looking;
    looking_begin(&looking, follow);
    follow->places &= looking.last > 0; /* all of her mail is no news */
    if (!follow->status && anything_new(&looking)) {
        follow->status = book_begin(follow->book, follow->err);
        if (!follow->status)
            look(&looking);
        if (!follow->status)
            follow->status = book_commit(follow->book, follow->err); /* State: looked. */
        else
            book_rollback(follow->book);
    }
    if (!follow->status)
        follow->status = follow_forget(follow);
    moving_free(follow->moving);
    looking_clear(&looking);
    return follow->status;
}
