/* The worker of one user. What it has noted it leaves as files (act/left.h), and takes these into the book
 * in groups, by a child, behind all replies: a commit costs the same for one as for hundreds. */
#include <errno.h>
#include <poll.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "act/indexing.h"
#include "act/judge.h"
#include "base/cage.h"
#include "base/ending.h"
#include "base/pass.h"
#include "indexer.h"
#include "maildir/maildir.h"
#include "pool.h"
#include "report.h"
#include "site-ask.h"
#include "storing.h"
#include "worker.h"

#define TASK_SECONDS 10    /* for one to be said */
#define GROUP_SECONDS 3    /* at least, between two times that the book is written */
#define GRACE 0.2          /* seconds of the time for judging, for all else */
#define PROXIED "/proxied" /* where a file lies that the store put somewhere */

struct basis {
    ino_t state;           /* of the folder of what is known */
    struct stamp files[3]; /* of keys, and of notmuch's settings */
};

struct worker {
    struct home *home;
    struct reader reader;
    double seconds;    /* of a task */
    bool ready;        /* it has what it needs */
    bool accepts;      /* seals */
    struct basis basis;
    ino_t book;        /* its file, as the judge has it open */
    struct sitting *sitting;
    bool left;           /* there are plans that nobody takes yet */
    uint32_t behind;     /* how many plans there are */
    double due;          /* then they are taken; clock_seconds() */
    struct peer indexer; /* pid 0: none */
};

/* --- judging -------------------------------------------------------------------------------------------- */

/* What a worker has read once: where it is and how old; zero where it is not there. */
static void look(const struct home *home, const char *notmuch, struct basis *basis)
{
    const char *const names[] = {SEAL_KEY, ALIAS_KEY};
    struct stat st;
    *basis = (struct basis){0};
    if (stat(home->state_dir, &st) == 0)
        basis->state = st.st_ino;
    for (size_t i = 0; i <= G_N_ELEMENTS(names); i++) {
        g_autofree char *path = i < G_N_ELEMENTS(names) ? g_build_filename(home->key_dir, names[i], NULL)
                                                        : g_strdup(notmuch ? notmuch : "");
        if (stat(path, &st) == 0)
            basis->files[i] = (struct stamp){st.st_mtim.tv_sec, st.st_mtim.tv_nsec, (int64_t)st.st_ino};
    }
}

/* Somebody may have removed what is known of the user, or put it elsewhere, or changed keys or notmuch's
 * settings. */
static bool is_in_place(struct worker *worker)
{
    struct basis now;
    look(worker->home, reader_where(&worker->reader)->file, &now);
    return memcmp(&now, &worker->basis, sizeof now) == 0;
}

/* Settings, rules and the book's file as they are now; a judge that sits by others goes. */
static void refresh(struct worker *worker)
{
    struct reader *reader = &worker->reader;
    struct stamp settings = reader->settings, ruled = reader->ruled;
    g_autofree char *path = home_state(worker->home, BOOK_FILE);
    struct stat st = {0};
    (void)!stat(path, &st);
    reader_refresh(reader);
    if (memcmp(&settings, &reader->settings, sizeof settings) != 0 ||
        memcmp(&ruled, &reader->ruled, sizeof ruled) != 0 || st.st_ino != worker->book)
        g_clear_pointer(&worker->sitting, sitting_end);
    worker->book = st.st_ino;
}

/* The judge that sits; or NULL. */
static struct sitting *sit(struct worker *worker)
{
    if (!worker->sitting)
        worker->sitting = sitting_start(&worker->reader);
    return worker->sitting;
}

/* One that ended at a message behind others may have ended by those, or before it: another looks again. */
static const char *have_judged(struct worker *worker, const struct judge_task *task, int message,
                               struct plan **plan)
{
    const char *why = "no-process";
    for (bool again = true; again && sit(worker);) {
        why = sitting_judge(worker->sitting, worker->reader.keyring, message, task, plan);
        again = why && strcmp(why, "timeout") != 0 && !sitting_is_first(worker->sitting);
        if (why)
            g_clear_pointer(&worker->sitting, sitting_end);
    }
    return why;
}

static const char *judge(struct worker *worker, GVariant *task, int message, struct plan **plan)
{
    struct envelope envelope = {0};
    g_autofree char **recipients = NULL;
    gboolean known;
    double deadline;
    if (!worker->ready)
        return "no-process";
    if (!is_in_place(worker))
        return WORK_MOVED;
    refresh(worker);
    if (worker->reader.config->mode == MODE_OFF)
        return WORK_OFF;
    g_variant_get(task, "(&sb&s^a&sd)", &envelope.sender, &known, &envelope.queue_id, &recipients, &deadline);
    envelope.sender = known ? envelope.sender : NULL;
    envelope.queue_id = *envelope.queue_id ? envelope.queue_id : NULL;
    envelope.recipients = recipients;
    const struct judge_task judged = {.envelope = &envelope,
                                      .seconds = MAX(deadline - clock_seconds() - GRACE, 0.05)};
    return have_judged(worker, &judged, message, plan);
}

/* Takes out of PLAN what is not about the message, which is taken over. */
static void hold(struct plan *plan, int message)
{
    owned(spool) spool = NULL;
    if (spool_adopt(message, &spool, NULL)) {
        plan->entry.id = "";
        return;
    }
    owned(layout) layout = layout_read(spool);
    plan_hold_to(plan, spool, layout, time(NULL));
}

/* A judge that has seen as many as it may. */
static void end_tired(struct worker *worker)
{
    if (worker->sitting && sitting_is_over(worker->sitting))
        g_clear_pointer(&worker->sitting, sitting_end);
}

static void judge_and_say(struct worker *worker, GVariant *task, int channel, int message)
{
    owned(plan) plan = NULL;
    const char *why = judge(worker, task, message, &plan);
    if (plan && !worker->accepts)
        hold(plan, message);
    else
        close(message);
    GVariant *held = plan ? plan_pack(plan) : g_variant_new_string("");
    const char *vouched = plan && plan->vouched ? plan->vouched : "";
    guchar placement = plan ? plan->placement : PLACE_INBOX, would = plan ? plan->would : PLACE_NONE;
    (void)frame_say(channel, g_variant_new(WORK_FOUND, placement, why ? why : "", would, held, vouched));
    end_tired(worker);
}

/* --- storing -------------------------------------------------------------------------------------------- */

/* Nothing has to be set up for a user. */
static enum status make_inbox(const struct reader *reader, struct err *err)
{
    const char *root = *reader->config->maildir ? reader->config->maildir : reader->mail_root;
    const char *folder = NULL;
    enum status status = usual_folder(root, &folder, err);
    return status || folder ? status : maildir_make(root, err);
}

static enum kept store(struct worker *worker, struct storing *storing)
{
    struct reader *reader = &worker->reader;
    struct err err = {0};
    enum status status = !worker->home || reader->config->unread
                             ? err_set(&err, STATUS_IO, "where to deliver is not known now")
                             : reader_find_mail(reader, &err);
    if (!status)
        status = make_inbox(reader, &err);
    if (!status)
        status = storing_run(storing, &err);
    if (!status)
        return KEPT_FINE;
    fprintf(stderr, "heed: %s\n", err.text);
    return err.number == EDQUOT ? KEPT_QUOTA : err.number == ENOSPC ? KEPT_NO_ROOM : KEPT_FAILED;
}

static void leave(struct worker *worker, const struct plan *plan, const char *path)
{
    bool left = plan_leave(worker->home, plan, path, NULL) == STATUS_OK;
    worker->left |= left;
    worker->behind += left;
}

/* Behind the answer. */
static void note_stored(struct worker *worker, const struct storing *storing, const char *why)
{
    bool off = *why && strcmp(why, WORK_OFF) == 0;
    const struct report report = {.verb = COUNT_DELIVERED,
                                  .unjudged = *why && !off ? why : NULL,
                                  .off = off,
                                  .several = storing->several};
    report_done(&report, storing->plan->entry.id, storing->plan->placement);
    if (worker->ready && storing->path)
        leave(worker, storing->plan, storing->path);
}

/* WHY it was not judged, or "". */
static void store_and_say(struct worker *worker, struct storing *storing, const char *why, GVariant *task,
                          double judged, int channel)
{
    g_autofree const char **seals = NULL;
    const char *sender;
    gboolean known;
    struct plan *plan = storing->plan;
    g_variant_get(task, "((&sb&sasd)^a&s)", &sender, &known, NULL, NULL, NULL, &seals);
    struct found *found = g_new0(struct found, 1);
    if (g_strv_length((char **)seals) == SITE_SEALS)
        *found = found_of(plan->placement, plan->would, why, "", seals);
    g_autofree char *block = found_block(found);
    found_free(found, 1);
    storing->block = block;
    storing->sender = known ? sender : NULL;
    if (*plan->folder || *plan->tags)
        plan_hold_to_rules(plan, worker->reader.config, worker->reader.rules);
    enum kept kept = store(worker, storing);
    (void)frame_say(channel, g_variant_new(WORK_KEPT, (guchar)plan->placement, why, (guchar)plan->would,
                                           (guchar)kept, judged));
    if (kept == KEPT_FINE)
        note_stored(worker, storing, why);
    storing_clear(storing);
}

/* MESSAGE is taken over. */
static void judge_and_store(struct worker *worker, GVariant *task, int channel, int message)
{
    g_autoptr(GVariant) judged = g_variant_get_child_value(task, 0);
    owned(plan) plan = NULL;
    owned(spool) spool = NULL;
    double began = clock_seconds();
    const char *why = judge(worker, judged, message, &plan);
    double took = clock_seconds() - began;
    bool moved = why && strcmp(why, WORK_MOVED) == 0, read = spool_adopt(message, &spool, NULL) == STATUS_OK;
    if (moved || !read) {
        (void)frame_say(channel, g_variant_new(WORK_KEPT, (guchar)PLACE_INBOX, why ? why : "",
                                               (guchar)PLACE_NONE, (guchar)KEPT_FAILED, took));
        return;
    }
    if (why)
        plan = plan_unjudged(time(NULL));
    ending_within(SITE_KEEP_SECONDS);
    struct storing storing = {.reader = &worker->reader, .spool = spool, .plan = plan};
    store_and_say(worker, &storing, why ? why : "", task, took, channel);
    end_tired(worker);
}

/* --- noting --------------------------------------------------------------------------------------------- */

static int index_child(struct peer *parent, void *data)
{
    struct worker *worker = data;
    g_clear_pointer(&worker->reader.keyring, keyring_free);
    peer_close_others(parent, -1);
    cage_silence();
    ending_within(INDEX_HARD_SECONDS);
    reader_reread(&worker->reader);
    worker->reader.keeps = true;
    if (reader_find_mail(&worker->reader, NULL) == STATUS_OK)
        (void)!indexer_look(&worker->reader, NULL);
    reader_confine(&worker->reader, CONFINE_KEEP, NULL);
    indexer_take(&worker->reader, 0);
    return 0;
}

static void start_indexer(struct worker *worker)
{
    if (peer_fork(&worker->indexer, index_child, worker, NULL) == STATUS_OK)
        worker->left = false;
    else
        worker->indexer.pid = 0;
    worker->due = clock_seconds() + GROUP_SECONDS;
}

static void end_indexer(struct worker *worker)
{
    if (worker->indexer.pid)
        peer_end(&worker->indexer, false);
    worker->indexer.pid = 0;
}

static void note(struct worker *worker, GVariant *packed)
{
    const struct report report = {.verb = COUNT_DELIVERED};
    owned(plan) plan = worker->ready ? plan_unpack(packed) : NULL;
    if (!plan || !is_in_place(worker))
        return;
    report_done(&report, plan->entry.id, plan->placement);
    leave(worker, plan, PROXIED);
}

/* --- tasks ---------------------------------------------------------------------------------------------- */

static void take_task(struct worker *worker, int channel, int message)
{
    g_autoptr(GVariant) said = NULL, task = NULL;
    ending_within((unsigned)worker->seconds + TASK_SECONDS + 10);
    if (frame_hear(channel, "v", clock_seconds() + TASK_SECONDS, &said) == HEARD)
        task = g_variant_get_variant(said);
    if (task && g_variant_is_of_type(task, G_VARIANT_TYPE(WORK_JUDGE))) {
        judge_and_say(worker, task, channel, message);
    } else if (task && g_variant_is_of_type(task, G_VARIANT_TYPE(WORK_KEEP))) {
        judge_and_store(worker, task, channel, message);
    } else {
        if (task && g_variant_is_of_type(task, G_VARIANT_TYPE(PLAN_TYPE)))
            note(worker, task);
        worker->left |= task && g_variant_is_of_type(task, G_VARIANT_TYPE(WORK_LEFT));
        close(message);
    }
    close(channel);
    ending_within(0);
}

/* Until a task is there; false at the end of all. Meanwhile the book is written where that is due. */
static bool wait_for_task(struct worker *worker, int control, int fds[PASS_FDS])
{
    for (;;) {
        struct pollfd pollfds[] = {{.fd = control, .events = POLLIN},
                                   {.fd = worker->indexer.pid ? worker->indexer.from : -1}};
        double left = worker->due - clock_seconds();
        bool waits = worker->left && !worker->indexer.pid;
        if (waits && left <= 0) {
            start_indexer(worker);
            continue;
        }
        int ready = poll(pollfds, G_N_ELEMENTS(pollfds), waits ? (int)(left * 1000) + 1 : -1);
        if (ready < 0 && errno != EINTR)
            return false;
        if (ready > 0 && pollfds[1].revents) {
            end_indexer(worker);
            worker->behind = plans_left(worker->home, G_MAXINT64);
            (void)pool_say(control, POOL_BEHIND, worker->behind, false);
        }
        if (ready > 0 && pollfds[0].revents) {
            char byte;
            return pass_receive(control, &byte, 1, fds, true) > 0;
        }
    }
}

/* Opens what mail is judged by. */
static void begin(struct worker *worker)
{
    struct reader *reader = &worker->reader;
    struct err err;
    reader_begin(reader, worker->home);
    reader->keyring = keyring_open(worker->home, worker->accepts, &err);
    if (!worker->accepts)
        g_clear_pointer(&reader->keyring->seal, secret_free);
    reader_read_rules(reader);
    worker->ready = home_make_state(worker->home, NULL) == STATUS_OK;
    if (worker->ready) {
        counters_open(worker->home->state_dir);
        worker->behind = plans_left(worker->home, G_MAXINT64);
    }
    look(worker->home, reader_where(reader)->file, &worker->basis);
    cage_listen(); /* messages go through a socket; who is forked is silenced */
}

void worker_serve(struct home *home, bool accepts, double seconds, int control)
{
    struct worker worker = {.home = home, .accepts = accepts, .seconds = seconds};
    int fds[PASS_FDS];
    if (home)
        begin(&worker);
    while (wait_for_task(&worker, control, fds)) {
        if (fds[1] >= 0)
            take_task(&worker, fds[0], fds[1]);
        if (!worker.ready || !is_in_place(&worker) || /* another one is it then */
            !pool_say(control, POOL_IDLE, worker.behind, true))
            break;
    }
    close(control);
    g_clear_pointer(&worker.sitting, sitting_end);
    end_indexer(&worker);
    if (worker.left)
        start_indexer(&worker);
    end_indexer(&worker);
}
