/* Filling the ledger of a book that is older than ledgers: what tells of things is judged again, the latest
 * first, some with each sync, until all of it was looked at once. */
#include <string.h>

#include "act/entry.h"
#include "follow-private.h"
#include "learn/folders.h"
#include "store/ledger.h"
#include "store/places.h"

#define MOST 100 /* messages with one sync */

struct found {
    const struct follow *follow;
    struct plan *plan; /* of the first file that could be judged, or NULL */
};

static bool judge_record(const struct record *record, void *data)
{
    struct found *found = data;
    if (!found->plan)
        found->plan = mailstore_judge(found->follow->store, found->follow->judges, record->path, record);
    return true;
}

static void judge_place(const struct place *place, void *data)
{
    struct found *found = data;
    g_autofree char *path =
        mailstore_path(found->follow->store, place->folder, place->base, place->info);
    const struct record record = {.id = place->id, .path = path, .thread = "", .newest = "",
                                  .tags = TAG_BY_FOLDER, .placement = PLACE_NONE};
    judge_record(&record, data);
}

/* What its file tells, of the sender that the book has it of. */
static struct plan *judge_again(struct follow *follow, const char *id, const struct entry *entry)
{
    struct found found = {.follow = follow};
    if (reader_follows(follow->reader))
        (void)!book_places_of(follow->book, id, judge_place, &found, NULL);
    else
        (void)!index_walker_find(follow->walker, id, judge_record, &found, NULL);
    bool same = found.plan && !strcmp(found.plan->entry.organisation, entry->organisation) &&
                !found.plan->entry.own;
    return same ? found.plan : (plan_free(found.plan), NULL);
}

static void add_id(const char *id, void *data)
{
    g_ptr_array_add(data, g_strdup(id));
}

static enum status learn_things(struct follow *follow, const char *id, const struct plan *plan)
{
    struct entry entry;
    if (!plan || !book_get(follow->book, id, &entry))
        return STATUS_OK;
    struct entry tells = plan->entry;
    tells.date = entry.date;
    return book_ledger_learn(follow->book, &tells, follow->err);
}

enum status follow_ledger(struct follow *follow)
{
    g_autofree char *from = book_text(follow->book, BOOK_LEDGER);
    g_autoptr(GPtrArray) ids = g_ptr_array_new_with_free_func(g_free);
    g_autoptr(GPtrArray) plans = g_ptr_array_new_with_free_func((GDestroyNotify)plan_free);
    if (!strcmp(from, BOOK_LEDGER_WHOLE))
        return STATUS_OK;
    enum status status = reader_follows(follow->reader) ? STATUS_OK : follow_need_walker(follow);
    if (status)
        return status;
    g_autofree char *last = book_telling(follow->book, from, MOST, add_id, ids);
    for (guint i = 0; i < ids->len; i++) { /* before the book is locked */
        struct entry entry;
        bool known = book_get(follow->book, ids->pdata[i], &entry);
        g_ptr_array_add(plans, known ? judge_again(follow, ids->pdata[i], &entry) : NULL);
    }
    status = book_begin(follow->book, follow->err);
    if (status)
        return status;
    for (guint i = 0; i < ids->len && !status; i++)
        status = learn_things(follow, ids->pdata[i], plans->pdata[i]);
    if (!status)
        status = book_set_text(follow->book, BOOK_LEDGER, *last ? last : BOOK_LEDGER_WHOLE, follow->err);
    if (!status)
        return book_commit(follow->book, follow->err);
    book_rollback(follow->book);
    return status;
}
