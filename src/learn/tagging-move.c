/* Who decides has read mail, and is not believed: what is moved is what is new and unread, and lies in an
 * inbox or where heed puts things aside. */
#include <string.h>

#include "intent.h"
#include "learn/trail.h"
#include "moving.h"
#include "tagging-move.h"

struct tagging_move {
    struct reader *reader;
    struct moving *moving;
    struct use_names names;
    GPtrArray *mailboxes;
    bool again;
};

enum status tagging_move_begin(struct reader *reader, const char *name, bool again,
                               struct tagging_move **out, struct err *err)
{
    owned(tagging_move) run = g_new0(struct tagging_move, 1);
    *run = (struct tagging_move){.reader = reader, .names = reader_uses(reader), .again = again};
    enum status status = moving_begin(reader, name, &run->moving, err);
    if (!status && !reader->book)
        status = reader_open_book(reader, err);
    run->mailboxes = mailboxes_find(reader->follows, &run->names);
    if (!status)
        *out = g_steal_pointer(&run);
    return status;
}

void tagging_move_free(struct tagging_move *run)
{
    if (!run)
        return;
    moving_free(run->moving);
    if (run->mailboxes)
        g_ptr_array_free(run->mailboxes, TRUE);
    g_free(run);
}

enum status tagging_move_end(struct tagging_move *run, struct err *err)
{
    return moving_end(run->moving, err);
}

/* --- one message ---------------------------------------------------------------------------------------- */

struct step {
    char *id, *path, *folder, *base; /* its file */
    uint32_t flags;
    unsigned files;
    char *account, *to, *place; /* TO is what people call it */
    enum special_use use;       /* of that folder */
    enum placement placement, before;
};

static void step_free(gpointer at)
{
    struct step *step = at;
    g_free(step->id);
    g_free(step->path);
    g_free(step->folder);
    g_free(step->base);
    g_free(step->account);
    g_free(step->to);
    g_free(step->place);
    g_free(step);
}

struct finding_one {
    const char *root;
    struct step *step;
};

static void find(const struct place *place, void *data)
{
    const struct finding_one *finding = data;
    struct step *step = finding->step;
    if (step->files++)
        return;
    step->path = mail_path(finding->root, place->folder, place->base, place->info);
    step->folder = g_strdup(place->folder);
    step->base = g_strdup(place->base);
    step->flags = place->flags;
}

/* Below which folder MAILBOX's account has its folders, or NULL where nobody can tell. */
static char *account_of(const struct tagging_move *run, const struct mailbox *mailbox)
{
    const char *name = run->names.of[mailbox->use];
    if (mailbox->use == USE_INBOX)
        return mailbox_account(mailbox->path);
    for (guint i = 0; name && *name && i < run->mailboxes->len; i++) {
        const struct mailbox *inbox = run->mailboxes->pdata[i];
        g_autofree char *account = inbox->use == USE_INBOX ? mailbox_account(inbox->path) : NULL;
        g_autofree char *place = account ? moving_place(run->reader, account, name) : NULL;
        if (g_strcmp0(place, mailbox->path) == 0)
            return g_steal_pointer(&account);
    }
    return NULL;
}

static bool is_hers(const struct tagging_move *run, const struct step *step, const struct entry *entry)
{
    return entry->own || entry->tags & TAG_BY_HAND || (entry->placement != PLACE_NONE && !run->again) ||
           step->flags & (MAIL_SEEN | MAIL_REPLIED | MAIL_PASSED | MAIL_FLAGGED | MAIL_TRASHED | MAIL_DRAFT);
}

/* Where it goes; "": nowhere. */
static const char *target(const struct tagging_move *run, const struct decided_move *decision, bool aside)
{
    const char *folder = *decision->folder ? decision->folder
                                           : run->reader->config->folders[decision->placement];
    return !*folder && aside && !placement_is_demoted(decision->placement) ? "INBOX" : folder;
}

static bool plan_step(const struct tagging_move *run, const struct decided_move *decision, struct step *step)
{
    struct entry entry;
    const struct finding_one finding = {run->reader->follows, step};
    if (book_places_of(run->reader->book, decision->id, find, (void *)&finding, NULL) || step->files != 1 ||
        !book_get(run->reader->book, decision->id, &entry) || is_hers(run, step, &entry))
        return false;
    const struct mailbox *mailbox = mailboxes_at(run->mailboxes, step->folder);
    bool aside = mailbox && (mailbox->use == USE_LATER || mailbox->use == USE_SUSPECT);
    if (!mailbox || (mailbox->use != USE_INBOX && !aside))
        return false;
    step->before = entry.placement;
    step->to = g_strdup(target(run, decision, aside));
    step->account = *step->to ? account_of(run, mailbox) : NULL;
    step->place = step->account ? moving_place(run->reader, step->account, step->to) : NULL;
    if (!step->place || strcmp(step->place, step->folder) == 0)
        return false;
    const struct mailbox *there = mailboxes_at(run->mailboxes, step->place);
    step->use = there ? there->use : special_use_of(step->to, &run->names);
    step->id = g_strdup(decision->id);
    step->placement = decision->placement;
    return true;
}

static enum status do_step(const struct tagging_move *run, const struct step *step, struct err *err)
{
    g_autofree char *to = NULL;
    struct book *book = run->reader->book;
    const struct move move = {step->id, step->path, step->account, step->to, step->before};
    enum status status = moving_move(run->moving, &move, &to, err);
    if (!to)
        return status;
    const struct place was = {step->folder, step->base, "", step->id, step->flags};
    struct entry entry;
    enum status entered = moving_enter(book, run->reader->follows, &was, to, err);
    if (!entered && book_get(book, step->id, &entry)) {
        entry.placement = step->placement;
        entry.tags = TAG_BY_FOLDER | (entry.tags & TAG_UNREAD) | trail_place(step->use);
        entered = book_put(book, &entry, err);
    }
    return status ? status : entered;
}

/* --- some of them --------------------------------------------------------------------------------------- */

/* State: intended. */
static enum status do_steps(const struct tagging_move *run, const GPtrArray *steps, unsigned *moved,
                            struct err *err)
{
    g_autoptr(GString) intents = g_string_new(NULL);
    struct book *book = run->reader->book;
    unsigned done = 0;
    for (guint i = 0; i < steps->len; i++) {
        const struct step *step = steps->pdata[i];
        intent_add(intents, step->id, step->place, step->placement);
    }
    g_autofree char *before = NULL;
    enum status failed = STATUS_OK, status = intent_begin(book, intents, &before, err);
    if (status)
        return status;
    for (guint i = 0; i < steps->len && !failed; i++) {
        enum status one = do_step(run, steps->pdata[i], err);
        done += one == STATUS_OK;
        failed = one == STATUS_NOT_FOUND ? STATUS_OK : one; /* gone: she, or another program, was faster */
    }
    status = intent_end(book, before, !failed, failed ? NULL : err);
    *moved += status ? 0 : done;
    return failed ? failed : status;
}

enum status tagging_move_some(struct tagging_move *run, const struct decided_move *decisions, size_t n,
                              unsigned *moved, struct err *err)
{
    g_autoptr(GPtrArray) steps = g_ptr_array_new_with_free_func(step_free);
    enum status status = STATUS_OK;
    for (size_t i = 0; i < n && !status; i++) {
        struct step *step = g_new0(struct step, 1);
        if (plan_step(run, &decisions[i], step))
            g_ptr_array_add(steps, step);
        else
            step_free(step);
        if (steps->len && (steps->len == INTENTS || i + 1 == n)) {
            status = do_steps(run, steps, moved, err);
            g_ptr_array_set_size(steps, 0);
        }
    }
    return status;
}
