/* `heed deliver` and `heed filter`: one message from standard input. The parent reads it, lets a worker
 * judge it, and puts it where it belongs; whatever happens to the worker, the message gets there. */
#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/cage.h"
#include "base/ending.h"
#include "store/index-config.h"
#include "maildir/maildir.h"
#include "front/pipe.h"
#include "report.h"
#include "worker.h"

#define INDEX_SECONDS 1.5 /* beyond the wait for the lock */

struct job {
    struct sources sources;
    struct spool *spool;
    struct layout *layout;
    struct worker *worker;
    struct order order;
    struct report report;
};

static bool ended;

/* A library may end the process by exit(1), as libnotmuch does where it has no memory: to a mail server, a final refusal. */
static void leave(void)
{
    if (!ended)
        _exit(ending_code());
}

/* Standard output is the message's, but g_strerror() tells there that memory ran out. */
static void print_aside(const char *text)
{
    fputs(text, stderr);
}

/* Settings, log and counters; from then on without sockets, which the worker inherits. */
static void job_begin(struct job *job, char **recipients)
{
    signal(SIGPIPE, SIG_IGN);
    g_set_print_handler(print_aside);
    atexit(leave); /* where there is no memory for that, the recipe's "|| exit 75" is left */
    sources_settings(&job->sources);
    job->sources.recipients = recipients;
    report_open(job->sources.config);
    cage_silence();
}

static void job_clear(struct job *job)
{
    worker_stop(job->worker);
    order_clear(&job->order);
    layout_free(job->layout);
    spool_free(job->spool);
    sources_close(&job->sources);
}

/* The parent reads only where heed's own fields stand in the message, but it, too, does that with nothing open
 * but MAILDIR (or NULL): the folders that files come into, or the one that they are to be made in. */
static enum status read_layout(struct job *job, const char *maildir, struct err *err)
{
    static const char *const folders[] = {"", "tmp", "new"}; /* some are links */
    struct cage *cage = cage_new(CAGE_SIGNALS);
    for (size_t i = 0; maildir && i < G_N_ELEMENTS(folders); i++) {
        g_autofree char *path = g_build_filename(maildir, folders[i], NULL);
        cage_allow_first(cage, path, CAGE_WRITE);
    }
    cage_enter(cage);
    job->layout = layout_read(job->spool);
    return spool_failed(job->spool) ? err_set(err, STATUS_IO, "cannot read the message back") : STATUS_OK;
}

/* Tells what became of it. One that is refused has perhaps not been looked at yet. */
static enum status job_end(struct job *job, enum status status)
{
    ending_answer(status ? STATUS_IO : STATUS_OK);
    if (status && job->spool && !job->layout)
        (void)read_layout(job, NULL, NULL);
    if (status)
        report_refused(&job->report, job->spool, job->layout);
    else
        report_done(&job->report, job->spool, job->layout, job->order.placement);
    job_clear(job);
    ended = true;
    return status ? STATUS_IO : STATUS_OK; /* whatever it was, the MTA is to keep the message */
}

static void hear_verdict(struct job *job, const char *folder)
{
    const char *why = job->worker
                          ? worker_order(job->worker, job->sources.config->judge_time, &job->order)
                          : "no-process";
    if (!why) /* State: judged. */
        return;
    /* State: unjudged. */
    worker_stop(job->worker);
    job->worker = NULL;
    job->report.unjudged = why;
    fprintf(stderr, "heed: the message could not be judged (%s); it goes to the inbox\n", why);
    job->order = (struct order){
        .placement = PLACE_INBOX,
        .folder = g_strdup(folder ? folder : job->sources.config->folders[PLACE_INBOX]),
        .block = headers_unjudged(why),
    };
}

enum status pipe_maildir(const struct sources *sources, const char *folder, char **maildir, struct err *err)
{
    const char *root = *sources->config->maildir ? sources->config->maildir : sources->mail_root;
    if (!root || !g_path_is_absolute(root))
        return err_set(err, STATUS_IO, "no Maildir to deliver into: set [deliver] maildir");
    struct stat mounted;
    if (!*sources->config->maildir && stat(root, &mounted) != 0)
        return err_errno(err, STATUS_IO, "cannot look at the mail root %s", root);
    const char *usual = NULL;
    enum status status = *folder ? STATUS_OK : usual_folder(root, &usual, err);
    if (status)
        return status;
    if (usual)
        folder = usual;
    *maildir = *folder ? g_build_filename(root, folder, NULL) : g_strdup(root);
    return STATUS_OK;
}

/* What lies where nobody looks is taken back; by the next try it is known where the mail root is. */
static enum status index_stored(struct job *job, const char *path, struct err *err)
{
    double seconds = job->sources.config->lock_wait + INDEX_SECONDS;
    char said = job->worker ? worker_index(job->worker, path, seconds) : 0;
    job->report.late = said != WORKER_INDEXED;
    if (said != WORKER_ELSEWHERE || job->sources.tried || *job->sources.config->maildir)
        return STATUS_OK;
    unlink(path);
    return err_set(err, STATUS_IO, "the mail root stands in the index, and is not where notmuch's configuration file says");
}

enum status pipe_deliver(const char *folder, char **recipients, struct err *err)
{
    struct job job = {.report = {.verb = COUNT_DELIVERED, .stage = COUNT_REFUSED_SETTINGS}};
    job_begin(&job, recipients);
    /* State: offered. */
    enum status status = STATUS_OK;
    if (job.sources.config->unread)
        status = err_set(err, STATUS_IO, "the settings cannot be read now, so where to deliver is unknown");
    if (!status) {
        job.report.stage = COUNT_REFUSED_INPUT;
        status = spool_read(STDIN_FILENO, g_get_tmp_dir(), &job.spool, err);
    }
    if (!status) { /* State: held. */
        job.report.stage = COUNT_REFUSED_FOLDER;
        status = sources_maildir(&job.sources, err);
    }
    if (!status) {
        job.worker = worker_start(&job.sources, job.spool, folder, true);
        hear_verdict(&job, folder);
        g_autofree char *maildir = NULL, *path = NULL;
        status = pipe_maildir(&job.sources, job.order.folder, &maildir, err);
        if (!status) {
            job.report.stage = COUNT_REFUSED_STORE;
            status = read_layout(&job, maildir, err);
        }
        if (!status)
            status = maildir_deliver(maildir, job.spool, job.layout,
                                     job.order.keep ? NULL : job.order.block, &path, err);
        if (!status)
            status = index_stored(&job, path, err);
    }
    /* State: acknowledged. State: refused. */
    return job_end(&job, status);
}

enum status pipe_filter(char **recipients, struct err *err)
{
    struct job job = {.report = {.verb = COUNT_FILTERED, .stage = COUNT_REFUSED_INPUT}};
    job_begin(&job, recipients);
    enum status status = spool_read(STDIN_FILENO, g_get_tmp_dir(), &job.spool, err);
    if (!status) {
        job.worker = worker_start(&job.sources, job.spool, NULL, false);
        status = read_layout(&job, NULL, err);
    }
    if (!status) {
        job.report.stage = COUNT_REFUSED_STORE;
        hear_verdict(&job, NULL);
        status = headers_write(job.spool, job.layout, job.order.keep ? NULL : job.order.block, true,
                               STDOUT_FILENO, err);
        if (!status && close(STDOUT_FILENO) != 0)
            status = err_errno(err, STATUS_IO, "cannot write the message");
    }
    /* State: passed. */
    return job_end(&job, status);
}
