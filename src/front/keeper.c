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
#include "report.h"
#include "site-filter.h"
#include "storing.h"

#define SERVED_SECONDS 1 /* that who judges for her is waited for */
#define WAIT_SECONDS 1.5 /* for the index, beyond its lock */

struct job {
    struct reader reader;
    const struct envelope *envelope;
    const struct keeping *how;
    struct spool *spool;
    struct plan *plan;
    struct storing storing; /* once it is judged; its id as soon as anybody has looked for it */
    struct report report;
    int served; /* the socket of who judges for her; or -1 */
};

/* Standard output is the message's, but g_strerror() tells there that memory ran out. */
static void print_aside(const char *text)
{
    fputs(text, stderr);
}

static void job_quiet(void)
{
    signal(SIGPIPE, SIG_IGN);
    g_set_print_handler(print_aside);
}

/* Settings, log and counters; from then on without sockets, also for all who are forked. */
static void job_begin(struct job *job, const struct home *home)
{
    job_quiet();
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

/* One that is refused has perhaps not been looked at yet. */
static void read_id(struct job *job)
{
    cage_enter(cage_new(CAGE_SIGNALS));
    owned(layout) layout = layout_read(job->spool);
    g_autofree char *id = layout_id(job->spool, layout);
    job->storing.id = g_utf8_make_valid(id, -1);
}

static enum status job_end(struct job *job, enum status status)
{
    ending_answer(status ? STATUS_IO : STATUS_OK);
    stop_asking(job);
    if (status && job->spool && !job->storing.id)
        read_id(job);
    const char *id = job->storing.id ? job->storing.id : "";
    if (status)
        report_refused(&job->report, id);
    else
        report_done(&job->report, id, job->plan->placement);
    if (job->report.several)
        fputs("heed: these are several messages (an mbox?), taken as the one that they came as; "
              "formail -s hands them over one by one\n", stderr);
    plan_free(job->plan);
    spool_free(job->spool);
    storing_clear(&job->storing);
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
    bool off = job->report.off = reader->config->mode == MODE_OFF;
    const char *why = job->report.unjudged = off ? NULL : have_judged(job);
    if (why) /* State: unjudged. */
        fprintf(stderr, "heed: the message could not be judged (%s); it goes to the inbox\n", why);
    if (why || off) {
        job->plan = plan_unjudged(time(NULL));
    } else if (*job->plan->folder || *job->plan->tags) { /* State: judged. */
        reader_read_rules(reader);
        plan_hold_to_rules(job->plan, reader->config, reader->rules);
    }
    job->storing = (struct storing){.reader = reader, .spool = job->spool, .plan = job->plan,
                                    .unjudged = why, .block = off ? "" : NULL, .folder = job->how->folder,
                                    .dry = job->how->dry};
}

/* --- deliver -------------------------------------------------------------------------------------------- */

/* Nothing of this can fail the delivery: what is left undone sync finds. */
static void have_indexed(struct job *job)
{
    double seconds = job->how->waits ? job->reader.config->lock_wait + WAIT_SECONDS : 0;
    const char *path = job->storing.path;
    bool left = path && plan_leave(job->reader.home, job->plan, path, NULL) == STATUS_OK;
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
    status = storing_run(&job->storing, err);
    if (job->storing.maildir)
        job->report.stage = COUNT_REFUSED_STORE;
    job->report.several = job->storing.several;
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
        plan_print(job.plan, job.storing.maildir, job.storing.made, stdout);
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
    cage_enter(cage_new(CAGE_SIGNALS));
    owned(layout) layout = layout_read(job->spool);
    job->storing.id = layout_id(job->spool, layout);
    job->report.several = layout_is_several(job->spool, layout);
    if (spool_failed(job->spool))
        return err_set(err, STATUS_IO, "cannot read the message back");
    g_autofree char *block = storing_block(&job->storing, layout);
    job->report.stage = COUNT_REFUSED_STORE;
    enum status status =
        layout_write(job->spool, layout, job->plan->carried ? NULL : block, true, STDOUT_FILENO, err);
    if (!status && close(STDOUT_FILENO) != 0)
        status = err_errno(err, STATUS_IO, "cannot write the message");
    return status;
}

static enum status filter(struct job *job, struct err *err)
{
    enum status status = spool_read(STDIN_FILENO, job->reader.home->temp_dir, &job->spool, err);
    if (status)
        return status;
    judge(job);
    return pass_on(job, err);
}

/* Nothing of hers is opened: what is known of her mail heed lmtp has. */
static enum status filter_for_site(struct job *job, struct err *err)
{
    const struct config_site *site = &job->reader.config->site;
    const struct envelope *envelope = job->envelope;
    enum status status = spool_read(STDIN_FILENO, job->reader.home->temp_dir, &job->spool, err);
    if (status)
        return status;
    g_autofree char *block = site_filter(site, job->spool, envelope->sender ? envelope->sender : "",
                                         *envelope->recipients, site->judge_time + SERVED_SECONDS,
                                         &job->report.unjudged);
    if (block)
        job->report.unjudged = NULL;
    job->plan = plan_unjudged(time(NULL));
    job->storing = (struct storing){.reader = &job->reader, .spool = job->spool, .plan = job->plan,
                                    .unjudged = job->report.unjudged, .block = block};
    cage_silence();
    status = pass_on(job, err);
    job->storing.block = NULL;
    return status;
}

enum status keeper_filter(const struct home *home, const struct envelope *envelope, bool site,
                          struct err *err)
{
    static const struct keeping how = {0};
    struct job job = {.envelope = envelope, .how = &how, .served = -1,
                      .report = {.verb = COUNT_FILTERED, .stage = COUNT_REFUSED_INPUT}};
    if (site) {
        job_quiet();
        reader_begin(&job.reader, home);
        cage_listen();
    } else {
        job_begin(&job, home);
    }
    enum status status = site ? filter_for_site(&job, err) : filter(&job, err);
    /* State: passed. */
    return job_end(&job, status);
}
