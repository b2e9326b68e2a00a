/* Reads and judges what matches, and says where each message belongs. Changes nothing. */
#include <string.h>

#include "act/entry.h"
#include "base/cage.h"
#include "base/text.h"
#include "learn/read-ahead.h"
#include "mail/message.h"
#include "tagging-child.h"

#define TRIES 5 /* walks over an index that somebody else is writing to */
#define SOME 200 /* messages between two words of progress */

struct looking {
    struct tagging_child *child;
    GArray *matching; /* struct record, owning its strings */
    bool heard;       /* somebody still listens */
};

static void clear_record(gpointer at)
{
    struct record *record = at;
    g_free((char *)record->id);
    g_free((char *)record->path);
    g_free((char *)record->thread);
}

static bool gather(const struct record *record, void *data)
{
    struct looking *looking = data;
    struct tagging_report *report = &looking->child->report;
    report->matched++;
    bool own = record->tags & TAG_BY_FOLDER && record->tags & TAG_SENT;
    if (record->tags & TAG_DRAFT || own)
        report->hers++;
    else if (record->placement != PLACE_NONE && !looking->child->how->again)
        report->placed++;
    else if (!record->untouched)
        report->touched++;
    else {
        struct record copy = *record;
        copy.id = g_strdup(record->id);
        copy.path = g_strdup(record->path);
        copy.thread = NULL;
        g_array_append_val(looking->matching, copy);
    }
    return true;
}

static void say_judged(struct looking *looking, const struct record *record, const struct judgement *j)
{
    const struct ruling *ruling = &j->verdict.ruling;
    const struct tagging *how = looking->child->how;
    const char *tags[RULE_TAGS + 1] = {NULL};
    memcpy(tags, ruling->tags, ruling->n_tags * sizeof *tags);
    g_autofree char *subject = text_clean(j->message->subject, 60),
                    *reason = how->explain ? how->explain(j) : g_strdup("");
    looking->heard &= say(looking->child->parent->to, SAID_OTHER,
                          g_variant_new("(sssssidd@as)", record->id, subject, j->facts.relation, reason,
                                        ruling->folder ? ruling->folder : "",
                                        (gint32)j->verdict.placement, j->scores.of[AXIS_USEFUL],
                                        j->scores.of[AXIS_TRUST], g_variant_new_strv(tags, -1)));
}

static void judge(const struct record *record, struct judgement *read, void *data)
{
    struct looking *looking = data;
    struct tagging_child *child = looking->child;
    owned(judgement) j = read;
    if (!j) {
        child->report.unreadable++;
        return;
    }
    j->facts.tagged_sent = record->tags & TAG_SENT;
    if (entry_is_own(child->reader, j, record->path)) {
        child->report.hers++;
        return;
    }
    j->facts.known = true;
    flow_decide(child->reader, NULL, child->how->now, j);
    if (!child->reader->book ||
        book_sound(child->reader->book, NULL) == STATUS_OK) /* half of what is known judges wrongly */
        say_judged(looking, record, j);
    else
        child->report.unreadable++;
}

static enum status gather_folders(struct looking *looking, struct err *err)
{
    struct reader *reader = looking->child->reader;
    struct use_names names = reader_uses(reader);
    g_autoptr(GPtrArray) mailboxes = mailboxes_find(reader->follows, &names);
    return maildir_query_walk(reader, &looking->child->maildir, mailboxes, gather, looking, err);
}

/* Somebody may be writing to the index: then it is walked anew. */
static enum status gather_all(struct looking *looking, struct err *err)
{
    struct tagging_child *child = looking->child;
    if (child->reader->follows)
        return gather_folders(looking, err);
    for (int try = 0;; try++) {
        child->report = (struct tagging_report){0};
        g_array_set_size(looking->matching, 0);
        enum status status =
            history_walk(child->reader->history, child->how->query, true, NULL, gather, looking, err);
        if (status != STATUS_LOCKED || try == TRIES)
            return status;
        status = history_refresh(child->reader->history, err);
        if (status)
            return status;
    }
}

static void judge_all(struct looking *looking)
{
    struct ahead *ahead = ahead_new(looking->child->reader->config, judge, looking);
    guint total = looking->matching->len;
    for (guint i = 0; i < total && looking->heard; i++) {
        ahead_push(ahead, &g_array_index(looking->matching, struct record, i));
        if (i % SOME == SOME - 1)
            looking->heard &=
                say(looking->child->parent->to, SAID_OTHER, g_variant_new(TAGGING_PROGRESS, i + 1, total));
    }
    ahead_free(ahead);
}

static enum status open_all(struct reader *reader, struct err *err)
{
    enum status status = reader_read_book(reader, err);
    message_init();
    cage_silence();
    reader_confine(reader, CONFINE_LOOK, NULL);
    if (reader->follows)
        return status;
    if (!status && (!reader_history(reader) || !history_ready(reader->history)))
        status = err_set(err, STATUS_CORRUPT, "there is no index that can be read; notmuch new makes it (%s)",
                         reader->trouble ? reader->trouble : "none is configured");
    return status;
}

int tagging_child(struct peer *parent, void *data)
{
    struct tagging_child *child = data;
    struct looking looking = {child, g_array_new(FALSE, FALSE, sizeof(struct record)), true};
    struct reader *reader = child->reader;
    struct tagging_report *report = &child->report;
    struct err err = {0};
    g_array_set_clear_func(looking.matching, clear_record);
    child->parent = parent;
    reader_begin_child(reader, parent, true, -1);
    enum status status = open_all(reader, &err);
    if (!status)
        status = gather_all(&looking, &err);
    if (!status)
        judge_all(&looking);
    return say(parent->to, SAID_OTHER,
               g_variant_new(TAGGING_END, (gint32)status, status ? err.text : "", report->matched,
                             report->placed, report->hers, report->touched, report->unreadable))
               ? 0
               : 1;
}
