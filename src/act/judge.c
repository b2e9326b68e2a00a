/* Both sides of a judgement. Everything that the judge opens it opens before it sees the message. */
#include <signal.h>
#include <stdio.h>
#include <sys/prctl.h>
#include <time.h>
#include <unistd.h>

#include "act/judge.h"
#include "base/cage.h"
#include "mail/message.h"

#define MOST_QUESTIONS 200 /* about seals and aliases: one for each recipient that is looked at, and some */

struct judging {
    struct reader *reader;
    const struct judge_task *task;
    pid_t asker;
};

static int judge_child(struct peer *parent, void *data)
{
    const struct judging *judging = data;
    const struct judge_task *task = judging->task;
    struct reader *reader = judging->reader;
    owned(judgement) j = NULL;
    struct err err;
    int64_t now = time(NULL);
    prctl(PR_SET_PDEATHSIG, SIGKILL); /* nobody else would end one that hangs */
    if (getppid() != judging->asker)
        return 1;
    reader_begin_child(reader, parent, true, spool_fd(task->spool));
    (void)reader_read_book(reader, NULL);
    if (reader->trouble)
        fprintf(stderr, "heed: %s\n", reader->trouble);
    if (!reader->rules)
        reader_read_rules(reader);
    message_init();
    cage_silence();
    reader_confine(reader, CONFINE_JUDGE, NULL);
    int64_t clock = task->id ? CLAMP(task->date, 0, now) : now;
    if (flow_judge(reader, task->envelope, task->spool, AT_ARRIVAL, clock, &j, &err) &&
        flow_judge(reader, task->envelope, task->spool, AT_ARRIVAL, clock, &j,
                   &err)) { /* the book was changing */
        fprintf(stderr, "heed: %s\n", err.text);
        return 1;
    }
    j->facts.tagged_sent = task->sent;
    owned(plan) plan = plan_of(reader, j, task->path, task->id, now);
    return plan && say(parent->to, SAID_OTHER, g_variant_new_variant(plan->packed)) ? 0 : 1;
}

const char *judge_message(struct reader *reader, const struct judge_task *task, struct plan **out)
{
    struct judging judging = {reader, task, getpid()};
    struct peer child;
    g_autoptr(GVariant) said = NULL, packed = NULL;
    g_autofree char *vouched = NULL;
    const struct keyring *keyring = reader_keyring(reader);
    if (peer_fork(&child, judge_child, &judging, NULL))
        return "no-process";
    enum heard heard = listen_for(keyring, &child, MOST_QUESTIONS, clock_seconds() + task->seconds, &said,
                                  &vouched);
    peer_end(&child, true); /* what it has to say it has said */
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
