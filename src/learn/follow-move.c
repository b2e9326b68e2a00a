/* Mail that came past heed, in folders: judged as it is met, and moved where that is asked for; and what was
 * delivered unjudged, which deliver would have stored there. */
#include <string.h>

#include "follow-private.h"
#include "learn/trail.h"
#include "store/places.h"

struct one_file {
    const char *root, *path;
    char *folder, *base;
    uint32_t flags;
    unsigned files;
};

static void find(const struct place *place, void *data)
{
    struct one_file *one = data;
    one->files++;
    g_autofree char *path = mail_path(one->root, place->folder, place->base, place->info);
    if (strcmp(path, one->path) != 0)
        return;
    one->folder = g_strdup(place->folder);
    one->base = g_strdup(place->base);
    one->flags = place->flags;
}

static enum status move_one(struct follow *follow, const struct record *record, const struct one_file *one,
                            const char *folder)
{
    g_autofree char *to = NULL, *account = mailbox_account(one->folder);
    const struct move move = {record->id, record->path, account, folder, PLACE_NONE};
    enum status status =
        follow->moving ? STATUS_OK : moving_begin(follow->reader, NULL, &follow->moving, follow->err);
    if (!status)
        status = moving_move(follow->moving, &move, &to, follow->err);
    const struct place was = {one->folder, one->base, "", record->id, one->flags};
    return status ? status : moving_enter(follow->book, one->root, &was, to, follow->err);
}

/* Whether FOLDER of its account is where it lies already. */
static bool lies_there(const struct follow *follow, const struct one_file *one, const char *folder)
{
    g_autofree char *account = mailbox_account(one->folder);
    g_autofree char *place = moving_place(follow->reader, account, folder);
    return strcmp(place, one->folder) == 0;
}

/* Only what is new, in the inbox, and not looked at yet: the rest is where she has it. */
static bool may_move(const struct follow *follow, const struct record *record, const struct plan *plan)
{
    uint32_t places = TAG_INBOX | TAG_LATER | TAG_SUSPECT | TAG_SPAM | TAG_DELETED | TAG_FILED | TAG_UNREAD;
    bool asked = follow->places && follow->reader->config->move;
    return (asked || plan->was_unjudged) && plan->entry.placement == PLACE_NONE &&
           (record->tags & places) == (TAG_INBOX | TAG_UNREAD);
}

enum status follow_move(struct follow *follow, const struct record *record, struct plan *plan)
{
    struct use_names names = reader_uses(follow->reader);
    const struct config *config = follow->reader->config;
    const char *folder = *plan->folder ? plan->folder : config->folders[plan->placement];
    struct one_file one = {.root = follow->reader->follows, .path = record->path};
    if (mailstore_is_remote(follow->store) || !may_move(follow, record, plan))
        return STATUS_OK;
    bool moves = false, stays = !*folder;
    enum status status = STATUS_OK;
    if (*folder) {
        status = book_places_of(follow->book, record->id, find, &one, follow->err);
        stays = !status && one.folder && lies_there(follow, &one, folder);
        moves = !status && one.folder && one.files == 1 && !stays;
        if (moves)
            status = move_one(follow, record, &one, folder);
    }
    if (!status && (moves || stays)) {
        struct entry *entry = &plan->entry;
        entry->placement = plan->placement; /* State: moved. */
        entry->scores = plan->scores;
        if (moves)
            entry->tags = (entry->tags & ~(uint32_t)TAG_INBOX) | trail_place(special_use_of(folder, &names));
        follow->report->placed += moves;
    }
    g_free(one.folder);
    g_free(one.base);
    return status == STATUS_NOT_FOUND ? STATUS_OK : status;
}
