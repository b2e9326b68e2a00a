/* The keeper of `heed deliver` and `heed filter`. Who reads standard input looks at none of it; where
 * header lines begin and end is looked at by a child that can do nothing but store; what the message says
 * is for the judge. */
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "act/indexing.h"
#include "act/judge.h"
#include "base/cage.h"
#include "base/ending.h"
#include "front/keeper.h"
#include "front/serve.h"
#include "indexer.h"
#include "maildir/flags.h"
#include "maildir/mailbox.h"
#include "maildir/maildir.h"
#include "report.h"

#define SERVED_SECONDS 1 /* that who judges for her is waited for */
#define WAIT_SECONDS 1.5 /* for the index, beyond its lock */
/* status, why; path, id, header block; whether the plan names the message; whether there are several */
#define STORED_TYPE "(issssbb)"

struct job {
    struct reader reader;
    const struct envelope *envelope;
    const struct keeping *how;
    struct spool *spool;
    struct plan *plan;
    char *maildir;
    char *path, *id, *block; /* once it is stored */
    struct report report;
    int served; /* the socket of who judges for her; or -1 */
};

/* Standard output is the message's, but g_strerror() tells there that memory ran out. */
static void print_aside(const char *text)
{
    fputs(text, stderr);
}

/* Settings, log and counters; from then on without sockets, also for all who are forked. */
static void job_begin(struct job *job, const struct home *home)
{
    signal(SIGPIPE, SIG_IGN);
    g_set_print_handler(print_aside);
    reader_begin(&job->reader, home);
    report_open(home, job->reader.config);
    reader_where(&job->reader);
    reader_keyring(&job->reader);
    job->served = serve_find(home);
    if (job->served >= 0)
        cage_listen(); /* whoever is forked, and this one before it looks at the message, is silenced */
    else
        cage_silence();
}

static void stop_asking(struct job *job)
{
    if (job->served < 0)
        return;
    close(job->served);
    job->served = -1;
    cage_silence();
}

/* Nothing is open but MAILDIR (or NULL): the folders that files come into, or the one that they are to be
 * made in; and ROOT (or NULL). */
static void confine_to(const char *maildir, const char *root)
{
    static const char *const folders[] = {"", "tmp", "new", "cur"}; /* some are links */
    struct cage *cage = cage_new(CAGE_SIGNALS);
    if (root)
        cage_allow(cage, root, CAGE_WRITE);
    for (size_t i = 0; maildir && i < G_N_ELEMENTS(folders); i++) {
        g_autofree char *path = g_build_filename(maildir, folders[i], NULL);
        cage_allow_first(cage, path, CAGE_WRITE);
    }
    cage_enter(cage);
}

/* One that is refused has perhaps not been looked at yet. */
static void read_id(struct job *job)
{
    confine_to(NULL, NULL);
    owned(layout) layout = layout_read(job->spool);
    g_autofree char *id = layout_id(job->spool, layout);
    job->id = g_utf8_make_valid(id, -1);
}

static enum status job_end(struct job *job, enum status status)
{
    ending_answer(status ? STATUS_IO : STATUS_OK);
    stop_asking(job);
    if (status && job->spool && !job->id)
        read_id(job);
    if (status)
        report_refused(&job->report, job->id ? job->id : "");
    else
        report_done(&job->report, job->id ? job->id : "", job->plan->placement);
    if (job->report.several)
        fputs("heed: these are several messages (an mbox?), taken as the one that they came as; "
              "formail -s hands them over one by one\n", stderr);
    plan_free(job->plan);
    spool_free(job->spool);
    g_free(job->maildir);
    g_free(job->path);
    g_free(job->id);
    g_free(job->block);
    reader_close(&job->reader);
    return status ? STATUS_IO : STATUS_OK; /* whatever it was, the mail server is to keep the message */
}

/* --- the judge ------------------------------------------------------------------------------------------ */

/* By who serves her, or where nobody does in time by a process of its own. */
static const char *have_judged(struct job *job)
{
    struct reader *reader = &job->reader;
    double seconds = reader->config->judge_time;
    const struct judge_task task = {.spool = job->spool, .envelope = job->envelope, .seconds = seconds};
    bool served = job->served >= 0 && serve_ask(job->served, reader->home, job->spool, job->envelope,
                                                MIN(seconds / 2, SERVED_SECONDS), &job->plan);
    if (!served) /* nor is it told what was left */
        stop_asking(job);
    return served ? NULL : judge_message(reader, &task, &job->plan);
}

static void judge(struct job *job)
{
    struct reader *reader = &job->reader;
    job->report.off = reader->config->mode == MODE_OFF;
    if (job->report.off) {
        job->plan = plan_unjudged(time(NULL));
        return;
    }
    const char *why = have_judged(job);
    if (why) { /* State: unjudged. */
        job->report.unjudged = why;
        fprintf(stderr, "heed: the message could not be judged (%s); it goes to the inbox\n", why);
        job->plan = plan_unjudged(time(NULL));
        return;
    }
    /* State: judged. */
    if (*job->plan->folder || *job->plan->tags) {
        reader_read_rules(reader);
        plan_hold_to_rules(job->plan, reader->config, reader->rules);
    }
}

static char *make_block(const struct job *job, const struct layout *layout)
{
    const struct keyring *keyring = job->reader.keyring;
    if (job->report.off)
        return g_strdup("");
    return job->report.unjudged ? plan_block_unjudged(job->report.unjudged)
                                : plan_block(job->plan, job->spool, layout, keyring ? keyring->seal : NULL);
}

/* --- storing -------------------------------------------------------------------------------------------- */

/* Below which Maildir the folder is to be made; NULL where it is there, or is nobody's. */
static const char *root_to_make_in(const struct job *job)
{
    const struct reader *reader = &job->reader;
    const char *root = *reader->config->maildir ? reader->config->maildir : reader->mail_root;
    g_autofree char *cur = g_build_filename(job->maildir, "cur", NULL);
    size_t length = root ? strlen(root) : 0;
    bool below = length && g_str_has_prefix(job->maildir, root) && job->maildir[length] == '/';
    return below && access(cur, F_OK) != 0 ? root : NULL;
}

/* As servers make it. What fails here maildir_deliver() meets again. */
static void make_folder(const struct job *job, const char *root)
{
    if (root && !job->how->dry)
        (void)!mailbox_make_at(root, job->maildir + strlen(root) + 1, NULL);
}

static enum status store(const struct job *job, const struct layout *layout, const char *block, char **path,
                         struct err *err)
{
    if (spool_failed(job->spool))
        return err_set(err, STATUS_IO, "cannot read the message back");
    if (job->how->dry)
        return STATUS_OK;
    return maildir_deliver(job->maildir, job->spool, layout, job->plan->carried ? NULL : block,
                           index_flags(&job->reader, job->plan->placement), path, err);
}

static int store_child(struct peer *parent, void *data)
{
    const struct job *job = data;
    struct err err = {0};
    g_autofree char *path = NULL;
    const char *root = root_to_make_in(job);
    cage_silence();
    confine_to(job->maildir, root);
    make_folder(job, root);
    owned(layout) layout = layout_read(job->spool);
    g_autofree char *id = layout_id(job->spool, layout), *block = make_block(job, layout);
    plan_hold_to(job->plan, job->spool, layout, time(NULL));
    enum status status = store(job, layout, block, &path, &err);
    if (path)
        ending_answer(STATUS_OK); /* for want of memory it may be unable to say where */
    bool said = frame_say(parent->to,
                          g_variant_new(STORED_TYPE, (gint32)status, status ? err.text : "", path ? path : "",
                                        id, job->how->dry ? block : "", *job->plan->entry.id != '\0',
                                        layout_is_several(job->spool, layout)));
    /* Who is not heard is not believed to have stored it. */
    if (!said && path)
        unlink(path);
    /* What is not heard is told by this, too: 0 only where the message is stored. */
    return said && path ? 0 : status_exit(STATUS_IO);
}

/* Storing may take as long as the disk does. */
static enum status keep(struct job *job, struct err *err)
{
    struct peer child;
    g_autoptr(GVariant) said = NULL;
    gint32 status;
    gboolean named, several;
    const char *why, *path, *id, *block;
    enum status forked = peer_fork(&child, store_child, job, err);
    if (forked)
        return forked;
    enum heard heard = frame_hear(child.from, STORED_TYPE, G_MAXDOUBLE, &said);
    bool done = peer_end(&child, heard == HEARD) == 0;
    if (heard != HEARD && done) /* stored, and where is not known */
        return STATUS_OK;
    if (heard != HEARD)
        return err_set(err, STATUS_IO, "the process that stores the message ended");
    g_variant_get(said, "(i&s&s&s&sbb)", &status, &why, &path, &id, &block, &named, &several);
    job->report.several = several;
    job->id = g_utf8_make_valid(id, -1);
    if (status)
        return err_set(err, STATUS_IO, "%s", why);
    job->path = g_strdup(path);
    job->block = g_strdup(block);
    if (!named)
        job->plan->entry.id = "";
    return STATUS_OK;
}

/* --- deliver -------------------------------------------------------------------------------------------- */

static enum status find_maildir(struct job *job, struct err *err)
{
    const struct plan *plan = job->plan;
    const char *folder = job->how->folder ? job->how->folder
                         : *plan->folder  ? plan->folder
                                          : job->reader.config->folders[plan->placement];
    return reader_maildir(&job->reader, folder, &job->maildir, err);
}

/* Nothing of this can fail the delivery: what is left undone sync finds. */
static void have_indexed(struct job *job)
{
    double seconds = job->how->waits ? job->reader.config->lock_wait + WAIT_SECONDS : 0;
    bool left = job->path && plan_leave(job->reader.home, job->plan, job->path, NULL) == STATUS_OK;
    if (left && !job->how->waits && job->served >= 0 && serve_left(job->served, job->reader.home))
        return;
    if (left)
        job->report.late = !indexer_start(&job->reader, seconds);
}

static enum status deliver(struct job *job, struct err *err)
{
    /* State: offered. */
    if (job->reader.config->unread)
        return err_set(err, STATUS_IO, "the settings cannot be read now, so where to deliver is unknown");
    job->report.stage = COUNT_REFUSED_INPUT;
    enum status status = spool_read(STDIN_FILENO, job->reader.home->temp_dir, &job->spool, err);
    if (status)
        return status;
    /* State: held. */
    job->report.stage = COUNT_REFUSED_FOLDER;
    status = reader_find_mail(&job->reader, err);
    if (status)
        return status;
    judge(job);
    status = find_maildir(job, err);
    if (status)
        return status;
    job->report.stage = COUNT_REFUSED_STORE;
    status = keep(job, err);
    if (status || job->how->dry)
        return status;
    ending_answer(STATUS_OK);
    have_indexed(job);
    return STATUS_OK;
}

enum status keeper_deliver(const struct home *home, const struct envelope *envelope,
                           const struct keeping *how, struct err *err)
{
    struct job job = {.envelope = envelope, .how = how,
                      .report = {.verb = COUNT_DELIVERED, .stage = COUNT_REFUSED_SETTINGS}};
    job_begin(&job, home);
    enum status status = deliver(&job, err);
    if (!status && how->dry) {
        plan_print(job.plan, job.maildir, job.block, stdout);
        reader_close(&job.reader);
        return STATUS_OK;
    }
    /* State: acknowledged. State: refused. */
    return job_end(&job, status);
}

/* --- filter --------------------------------------------------------------------------------------------- */

static enum status pass_on(struct job *job, struct err *err)
{
    stop_asking(job);
    confine_to(NULL, NULL);
    owned(layout) layout = layout_read(job->spool);
    job->id = layout_id(job->spool, layout);
    job->report.several = layout_is_several(job->spool, layout);
    if (spool_failed(job->spool))
        return err_set(err, STATUS_IO, "cannot read the message back");
    g_autofree char *block = make_block(job, layout);
    job->report.stage = COUNT_REFUSED_STORE;
    enum status status =
        layout_write(job->spool, layout, job->plan->carried ? NULL : block, true, STDOUT_FILENO, err);
    if (!status && close(STDOUT_FILENO) != 0)
        status = err_errno(err, STATUS_IO, "cannot write the message");
    return status;
}

enum status keeper_filter(const struct home *home, const struct envelope *envelope, struct err *err)
{
    static const struct keeping how = {0};
    struct job job = {.envelope = envelope, .how = &how,
                      .report = {.verb = COUNT_FILTERED, .stage = COUNT_REFUSED_INPUT}};
    job_begin(&job, home);
    enum status status = spool_read(STDIN_FILENO, home->temp_dir, &job.spool, err);
    if (!status) {
        judge(&job);
        status = pass_on(&job, err);
    }
    /* State: passed. */
    return job_end(&job, status);
}
