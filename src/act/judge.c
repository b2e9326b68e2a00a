/* Both sides of a judgement. Everything that the judge opens it opens before it sees the message. */
#include <signal.h>
#include <stdio.h>
#include <sys/prctl.h>
#include <time.h>
#include <unistd.h>

#include "act/judge.h"
#include "base/cage.h"
#include "base/ending.h"
#include "base/part.h"
#include "base/pass.h"
#include "mail/message.h"

#define MOST_QUESTIONS 200 /* about seals and aliases: one for each recipient that is looked at, and some */

struct judging {
    struct reader *reader;
    const struct judge_task *task;
    pid_t asker;
};

/* A child that has everything open, and no rights; false where who forked it is gone. KEPT is a descriptor
 * that it needs, or -1. */
static bool begin_child(struct reader *reader, const struct peer *parent, pid_t asker, int kept)
{
    prctl(PR_SET_PDEATHSIG, SIGKILL); /* nobody else would end one that hangs */
    if (getppid() != asker)
        return false;
    reader_begin_child(reader, parent, true, kept);
    (void)reader_read_book(reader, NULL);
    if (reader->trouble)
        fprintf(stderr, "heed: %s\n", reader->trouble);
    if (!reader->rules)
        reader_read_rules(reader);
    message_init();
    cage_silence();
    reader_confine(reader, CONFINE_JUDGE, NULL);
    return true;
}

/* Says the plan for the message of TASK. False where it could not be judged. */
static bool judge_one(struct reader *reader, const struct peer *parent, const struct judge_task *task)
{
    owned(judgement) j = NULL;
    struct err err;
    int64_t now = time(NULL), clock = task->id ? CLAMP(task->date, 0, now) : now;
    if (flow_judge(reader, task->envelope, task->spool, AT_ARRIVAL, clock, &j, &err) &&
        flow_judge(reader, task->envelope, task->spool, AT_ARRIVAL, clock, &j,
                   &err)) { /* the book was changing */
        fprintf(stderr, "heed: %s\n", err.text);
        return false;
    }
    j->facts.tagged_sent = task->sent;
    owned(plan) plan = plan_of(reader, j, task->path, task->id, now);
    return plan && say(parent->to, SAID_OTHER, g_variant_new_variant(plan->packed));
}

static int judge_child(struct peer *parent, void *data)
{
    const struct judging *judging = data;
    const struct judge_task *task = judging->task;
    return begin_child(judging->reader, parent, judging->asker, spool_fd(task->spool)) &&
                   judge_one(judging->reader, parent, task)
               ? 0
               : 1;
}

/* What CHILD says of one message; a word for what went wrong, or NULL. */
static const char *hear_plan(const struct keyring *keyring, const struct peer *child, double seconds,
                             struct plan **out)
{
    g_autoptr(GVariant) said = NULL, packed = NULL;
    g_autofree char *vouched = NULL;
    enum heard heard = listen_for(keyring, child, MOST_QUESTIONS, clock_seconds() + seconds, &said, &vouched);
    if (heard != HEARD)
        return heard == HEARD_LATE ? "timeout" : heard == HEARD_END ? "crashed" : "garbled";
    if (g_variant_is_of_type(said, G_VARIANT_TYPE_VARIANT))
        packed = g_variant_get_variant(said);
    *out = packed && g_variant_is_of_type(packed, G_VARIANT_TYPE(PLAN_TYPE)) ? plan_unpack(packed) : NULL;
    if (!*out)
        return "garbled";
    (*out)->vouched = g_steal_pointer(&vouched);
    return NULL;
}

const char *judge_message(struct reader *reader, const struct judge_task *task, struct plan **out)
{
    struct judging judging = {reader, task, getpid()};
    struct peer child;
    const struct keyring *keyring = reader_keyring(reader);
    if (peer_fork(&child, judge_child, &judging, NULL))
        return "no-process";
    const char *why = hear_plan(keyring, &child, task->seconds, out);
    peer_end(&child, true); /* what it has to say it has said */
    return why;
}

void judge_warm_up(const struct config *config)
{
    static const char text[] =
        "From: Heed <heed@home.example>\r\nTo: heed@home.example\r\nSubject: =?utf-8?q?=C3=A4?=\r\n"
        "Date: Mon, 6 Jan 2025 10:00:00 +0000\r\nMessage-ID: <1@home.example>\r\n"
        "MIME-Version: 1.0\r\nContent-Type: text/html; charset=iso-8859-1\r\n\r\n"
        "<p>Hello, <a href=\"https://home.example/\">here</a>\r\n";
    struct judgement *j = NULL;
    void *part;
    owned(spool) spool = spool_of(text, sizeof text - 1);
    message_init();
    (void)!part_load("spoof", &part, NULL);
    if (flow_read(config, spool, &j, NULL) == STATUS_OK)
        judgement_free(j);
}

/* --- a few messages ------------------------------------------------------------------------------------- */

#define ARRIVED "(msmsas)" /* sender, queue id, recipients; the message comes beside it */

struct sitting {
    struct peer child;
    int passes;    /* where messages go in */
    unsigned seen; /* messages */
};

struct taking {
    struct reader *reader;
    pid_t asker;
    int passes;
};

/* What could not be opened at the start another one may find. */
static bool has_all(const struct reader *reader)
{
    return reader->book && (!reader->looked || reader->index) &&
           (!reader->tried || (reader->history && history_ready(reader->history)));
}

/* Judges the next one; false at the end, and where one could not be judged: what it left is not trusted. */
static bool take_one(struct reader *reader, const struct peer *parent, int passes)
{
    g_autoptr(GVariant) arrived = NULL;
    g_autofree char **recipients = NULL;
    owned(spool) spool = NULL;
    struct envelope envelope = {0};
    char byte;
    int fds[PASS_FDS];
    if (pass_receive(passes, &byte, 1, fds, true) != 1 || fds[0] < 0 || spool_adopt(fds[0], &spool, NULL) ||
        frame_hear(parent->from, ARRIVED, G_MAXDOUBLE, &arrived) != HEARD)
        return false;
    g_variant_get(arrived, "(m&sm&s^a&s)", &envelope.sender, &envelope.queue_id, &recipients);
    envelope.recipients = recipients;
    reader_refresh_history(reader);
    const struct judge_task task = {.spool = spool, .envelope = &envelope};
    return judge_one(reader, parent, &task) && has_all(reader);
}

static int take_all(struct peer *parent, void *data)
{
    const struct taking *taking = data;
    ending_within(0); /* who forked it ends it */
    bool more = begin_child(taking->reader, parent, taking->asker, taking->passes);
    while (more)
        more = take_one(taking->reader, parent, taking->passes);
    return 0;
}

struct sitting *sitting_start(struct reader *reader)
{
    int ends[2];
    if (!pass_pair(ends))
        return NULL;
    struct sitting *sitting = g_new0(struct sitting, 1);
    struct taking taking = {reader, getpid(), ends[1]};
    sitting->passes = ends[0];
    enum status status = peer_fork(&sitting->child, take_all, &taking, NULL);
    close(ends[1]);
    if (!status)
        return sitting;
    close(ends[0]);
    g_free(sitting);
    return NULL;
}

const char *sitting_judge(struct sitting *sitting, const struct keyring *keyring, int message,
                          const struct judge_task *task, struct plan **out)
{
    const struct envelope *envelope = task->envelope;
    const char *none[] = {NULL}, *const *recipients = (const char *const *)envelope->recipients;
    sitting->seen++;
    if (!pass_send(sitting->passes, "m", 1, &message, 1, false) ||
        !frame_say(sitting->child.to, g_variant_new("(msms^as)", envelope->sender, envelope->queue_id,
                                                    recipients ? recipients : none)))
        return "crashed";
    return hear_plan(keyring, &sitting->child, task->seconds, out);
}

bool sitting_is_first(const struct sitting *sitting)
{
    return sitting->seen <= 1;
}

bool sitting_is_over(const struct sitting *sitting)
{
    return sitting->seen >= SITTING_MESSAGES;
}

void sitting_end(struct sitting *sitting)
{
    if (!sitting)
        return;
    close(sitting->passes);
    peer_end(&sitting->child, true);
    g_free(sitting);
}

/* --- for somebody else ---------------------------------------------------------------------------------- */

#define SERVED_SECONDS 60
#define SERVED "(ssxb)"

struct judge_server {
    struct peer child;
};

static struct plan *serve_one(struct reader *reader, GVariant *asked)
{
    struct judge_task task = {.seconds = SERVED_SECONDS};
    struct plan *plan = NULL;
    owned(spool) spool = NULL;
    gboolean sent;
    g_variant_get(asked, "(&s&sxb)", &task.path, &task.id, &task.date, &sent);
    task.sent = sent;
    if (spool_open(task.path, &spool, NULL))
        return NULL;
    task.spool = spool;
    const char *why = judge_message(reader, &task, &plan);
    if (!why)
        plan_hold_to_rules(plan, reader->config, reader->rules);
    else
        fprintf(stderr, "heed: %s could not be judged (%s)\n", task.path, why);
    return plan;
}

static int serve(struct peer *parent, void *data)
{
    struct reader *reader = data;
    for (;;) {
        g_autoptr(GVariant) asked = NULL;
        if (frame_hear(parent->from, SERVED, G_MAXDOUBLE, &asked) != HEARD)
            return 0;
        owned(plan) plan = serve_one(reader, asked);
        GVariant *held = plan ? plan_pack(plan) : g_variant_new_string("");
        if (!frame_say(parent->to, g_variant_new("(v)", g_variant_new_variant(held))))
            return 0;
    }
}

enum status judge_server_start(struct reader *reader, struct judge_server **out, struct err *err)
{
    struct judge_server *server = g_new0(struct judge_server, 1);
    reader_keyring(reader);
    reader_where(reader);
    if (!reader->rules)
        reader_read_rules(reader);
    enum status status = peer_fork(&server->child, serve, reader, err);
    if (status)
        g_free(server);
    else
        *out = server;
    return status;
}

void judge_server_free(struct judge_server *server)
{
    if (server)
        peer_end(&server->child, false);
    g_free(server);
}

struct plan *judge_server_ask(struct judge_server *server, const char *path, const struct record *record)
{
    g_autoptr(GVariant) heard = NULL, outer = NULL, packed = NULL;
    bool sent = (record->tags & TAG_SENT) != 0;
    if (!frame_say(server->child.to, g_variant_new(SERVED, path, record->id, record->date, sent)) ||
        frame_hear(server->child.from, "(v)", clock_seconds() + SERVED_SECONDS + 10, &heard) != HEARD)
        return NULL;
    g_variant_get(heard, "(v)", &outer);
    packed = g_variant_is_of_type(outer, G_VARIANT_TYPE_VARIANT) ? g_variant_get_variant(outer) : NULL;
    return packed && g_variant_is_of_type(packed, G_VARIANT_TYPE(PLAN_TYPE)) ? plan_unpack(packed) : NULL;
}
