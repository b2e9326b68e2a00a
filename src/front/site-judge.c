/* For one message: a process of each user among its recipients, as that user, and below it the
 * judge. This one has the site's key and is perhaps root; it looks at no byte of the message. */
#include <stdio.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "act/indexing.h"
#include "act/judge.h"
#include "base/cage.h"
#include "base/ending.h"
#include "front/site.h"
#include "indexer.h"
#include "report.h"
#include "site-ask.h"
#include "site-judge.h"
#include "store/seal.h"

#define ASK_SECONDS 10
#define AT_ONCE 8          /* users that a message is judged for */
#define GRACE 0.2          /* seconds of the time for judging, for all else */
#define DONE_SECONDS 3600  /* within which the store has to say what it did */
#define SEALED_FOR "site"  /* in place of a reader */
#define PERSON_SAYS "(ys)" /* placement, why not judged or "" */
#define PROXIED "/proxied" /* where a file lies that the store put somewhere */

struct person {
    struct site *site;
    const struct spool *spool;
    const char *sender, *queue_id;
    struct site_user *user;
    GPtrArray *recipients; /* addresses; borrowed */
    double deadline;
    struct peer child; /* pid 0: none */
    enum placement placement;
    const char *why; /* NULL: judged */
    bool stored;
};

/* --- as the user ---------------------------------------------------------------------------------------- */

static void note(struct reader *reader, struct plan *plan, const struct spool *spool)
{
    const struct report report = {.verb = COUNT_DELIVERED};
    if (home_make_state(reader->home, NULL))
        return;
    counters_open(reader->home->state_dir);
    reader->keeps = true;
    reader_confine(reader, CONFINE_KEEP, NULL);
    report_done(&report, plan->entry.id, plan->placement);
    owned(layout) layout = layout_read(spool);
    plan_hold_to(plan, spool, layout, time(NULL));
    if (plan_leave(reader->home, plan, PROXIED, NULL) == STATUS_OK)
        indexer_take(reader, 0);
}

static const char *judge(struct reader *reader, const struct person *person, struct plan **plan)
{
    g_ptr_array_add(person->recipients, NULL);
    const struct envelope envelope = {.sender = (char *)person->sender,
                                      .recipients = (char **)person->recipients->pdata,
                                      .queue_id = (char *)person->queue_id};
    const struct judge_task task = {.spool = person->spool,
                                    .envelope = &envelope,
                                    .seconds =
                                        MAX(person->deadline - clock_seconds() - GRACE, 0.05)};
    return judge_message(reader, &task, plan);
}

/* Becomes the user, and opens what that one's mail is judged by. False where that cannot be. */
static bool take_on(const struct person *person, struct home **home, struct reader *reader)
{
    const struct config *config = person->site->config;
    struct err err = {""};
    if (site_user_become(config, person->user, &err)) {
        fprintf(stderr, "heed: %s\n", err.text);
        return false;
    }
    *home = site_user_home(config, person->site->home, person->user);
    reader_begin(reader, *home);
    reader->keyring = keyring_open(*home, false, &err);
    g_clear_pointer(&reader->keyring->seal, secret_free); /* what others placed is placed anew */
    reader_where(reader);
    cage_silence();
    return true;
}

static int serve(struct peer *parent, void *data)
{
    const struct person *person = data;
    struct reader reader;
    owned(home) home = NULL;
    owned(plan) plan = NULL;
    g_autoptr(GVariant) heard = NULL;
    ending_within((unsigned)person->site->config->site.judge_time + 10); /* of who judges, too */
    peer_close_others(parent, spool_fd(person->spool));
    g_clear_pointer(&person->site->key, secret_free);
    const char *why = take_on(person, &home, &reader) ? judge(&reader, person, &plan) : "no-process";
    ending_within(DONE_SECONDS + 60);
    guchar placement = why ? PLACE_INBOX : plan->placement;
    bool said = frame_say(parent->to, g_variant_new(PERSON_SAYS, placement, why ? why : ""));
    if (said && !why && frame_hear(parent->from, "b", G_MAXDOUBLE, &heard) == HEARD &&
        g_variant_get_boolean(heard))
        note(&reader, plan, person->spool);
    return 0;
}

/* --- for all -------------------------------------------------------------------------------------------- */

struct mail {
    struct site *site;
    struct spool *spool;
    const char *sender, *queue_id;
    const char **recipients;
    unsigned n;
    GPtrArray *persons;
    struct person **of; /* for each recipient; NULL where nobody knows who that is */
    double deadline;
};

static void person_free(void *data)
{
    struct person *person = data;
    site_user_free(person->user);
    g_ptr_array_free(person->recipients, TRUE);
    g_free(person);
}

static struct person *person_of(struct mail *mail, struct site_user *user)
{
    for (guint i = 0; i < mail->persons->len; i++) {
        struct person *person = mail->persons->pdata[i];
        if (strcmp(person->user->name, user->name) == 0) {
            site_user_free(user);
            return person;
        }
    }
    struct person *person = g_new0(struct person, 1);
    *person = (struct person){.site = mail->site,
                              .spool = mail->spool,
                              .sender = mail->sender,
                              .queue_id = mail->queue_id,
                              .user = user,
                              .recipients = g_ptr_array_new(),
                              .deadline = mail->deadline,
                              .placement = PLACE_INBOX,
                              .why = "timeout"};
    g_ptr_array_add(mail->persons, person);
    return person;
}

static void find_persons(struct mail *mail)
{
    for (unsigned i = 0; i < mail->n; i++) {
        struct err err = {""};
        struct site_user *user = NULL;
        enum status status =
            site_user_find(mail->site->config, mail->recipients[i],
                           MAX(mail->deadline - clock_seconds() - GRACE, 0), &user, &err);
        if (status && status != STATUS_NOT_FOUND)
            fprintf(stderr, "heed: %s\n", err.text);
        if (status)
            continue;
        mail->of[i] = person_of(mail, user);
        g_ptr_array_add(mail->of[i]->recipients, (gpointer)mail->recipients[i]);
    }
}

static void hear_person(struct person *person)
{
    static const char *const reasons[] = {"timeout", "crashed", "garbled", "no-process"};
    g_autoptr(GVariant) said = NULL;
    guchar placement;
    const char *why;
    if (!person->child.pid)
        return;
    enum heard heard = frame_hear(person->child.from, PERSON_SAYS, person->deadline, &said);
    if (heard != HEARD) {
        person->why = heard == HEARD_LATE ? "timeout" : "crashed";
        peer_end(&person->child, true);
        person->child.pid = 0;
        return;
    }
    g_variant_get(said, "(y&s)", &placement, &why);
    person->why = *why || placement >= PLACE_COUNT ? "garbled" : NULL;
    for (size_t i = 0; i < G_N_ELEMENTS(reasons); i++)
        if (strcmp(why, reasons[i]) == 0)
            person->why = reasons[i];
    person->placement = person->why ? PLACE_INBOX : (enum placement)placement;
}

static void judge_all(struct mail *mail)
{
    guint started = 0;
    for (guint heard = 0; heard < mail->persons->len; heard++) {
        for (; started < mail->persons->len && started < heard + AT_ONCE; started++) {
            struct person *person = mail->persons->pdata[started];
            if (clock_seconds() >= mail->deadline - GRACE)
                continue;
            if (peer_fork(&person->child, serve, person, NULL)) {
                person->child.pid = 0;
                person->why = "no-process";
            }
        }
        hear_person(mail->persons->pdata[heard]);
    }
}

static GVariant *seals_of(const struct mail *mail, const char *id, const char *content)
{
    GVariantBuilder seals;
    g_variant_builder_init(&seals, G_VARIANT_TYPE_STRING_ARRAY);
    for (int place = 0; place < PLACE_COUNT; place++) {
        const struct sealed sealed = {id, SEALED_FOR, content, time(NULL), placement_name(place),
                                      ""};
        g_autofree char *seal =
            mail->site->key && *content ? seal_make(mail->site->key, &sealed) : NULL;
        g_variant_builder_add(&seals, "s", seal ? seal : "");
    }
    return g_variant_builder_end(&seals);
}

/* The seals for each placement, or NULL where the session ended. */
static GVariant *hear_seals(const struct mail *mail, int fd)
{
    g_autoptr(GVariant) covered = NULL;
    const char *id, *content;
    if (frame_hear(fd, SITE_SEALED, mail->deadline + ASK_SECONDS, &covered) != HEARD)
        return NULL;
    g_variant_get(covered, "(&s&s)", &id, &content);
    return g_variant_ref_sink(seals_of(mail, id, content));
}

static bool answer(const struct mail *mail, GVariant *seals, int fd)
{
    GVariantBuilder all;
    g_variant_builder_init(&all, G_VARIANT_TYPE("a(yss)"));
    for (unsigned i = 0; i < mail->n; i++) {
        const struct person *person = mail->of[i];
        const char *why = !person ? "no-user" : person->why ? person->why : "";
        g_variant_builder_add(&all, "(yss)", (guchar)(person ? person->placement : PLACE_INBOX), why,
                              person ? person->user->name : "");
    }
    return frame_say(fd, g_variant_new("(@a(yss)@as)", g_variant_builder_end(&all), seals));
}

static GVariant *hear_stored(int fd)
{
    GVariant *stored = NULL;
    return frame_hear(fd, SITE_STORED, clock_seconds() + DONE_SECONDS, &stored) == HEARD ? stored : NULL;
}

static void take_stored(struct mail *mail, GVariant *stored)
{
    for (unsigned i = 0; i < mail->n && i < g_variant_n_children(stored); i++) {
        gboolean is;
        g_variant_get_child(stored, i, "b", &is);
        if (mail->of[i])
            mail->of[i]->stored |= is;
    }
}

/* One after the other: nobody waits for it any more. */
static void note_all(struct mail *mail)
{
    for (guint i = 0; i < mail->persons->len; i++) {
        struct person *person = mail->persons->pdata[i];
        if (!person->child.pid)
            continue;
        (void)frame_say(person->child.to, g_variant_new_boolean(person->stored));
        peer_end(&person->child, false);
        person->child.pid = 0;
    }
}

static void end_all(struct mail *mail)
{
    for (guint i = 0; i < mail->persons->len; i++) {
        struct person *person = mail->persons->pdata[i];
        if (person->child.pid)
            peer_end(&person->child, true);
    }
    g_ptr_array_free(mail->persons, TRUE);
    g_free(mail->of);
}

/* By a process for each user. */
static void judge_each(struct mail *mail, int fd)
{
    judge_all(mail);
    g_autoptr(GVariant) seals = hear_seals(mail, fd);
    g_autoptr(GVariant) stored = seals && answer(mail, seals, fd) ? hear_stored(fd) : NULL;
    if (stored) {
        take_stored(mail, stored);
        note_all(mail);
    }
    end_all(mail);
}

/* Where it is for one user, this process becomes that one, once it has made the seals and forgotten the
 * key. */
static void judge_one(struct mail *mail, struct secret **key, int fd)
{
    struct person *person = mail->persons->pdata[0];
    struct reader reader;
    owned(home) home = NULL;
    owned(plan) plan = NULL;
    g_autoptr(GVariant) seals = hear_seals(mail, fd);
    if (!seals)
        return;
    g_clear_pointer(key, secret_free);
    ending_within((unsigned)mail->site->config->site.judge_time + 10);
    person->why = take_on(person, &home, &reader) ? judge(&reader, person, &plan) : "no-process";
    person->placement = person->why ? PLACE_INBOX : plan->placement;
    ending_within(DONE_SECONDS + 60);
    g_autoptr(GVariant) stored = answer(mail, seals, fd) ? hear_stored(fd) : NULL;
    if (stored)
        take_stored(mail, stored);
    if (plan && person->stored)
        note(&reader, plan, mail->spool);
}

void site_judge(struct site *site, int fd, int message_fd)
{
    g_autoptr(GVariant) asked = NULL;
    g_autofree const char **recipients = NULL;
    owned(spool) spool = NULL;
    gboolean known;
    struct mail mail = {.site = site, .deadline = clock_seconds() + site->config->site.judge_time};
    if (spool_adopt(message_fd, &spool, NULL) ||
        frame_hear(fd, SITE_ASKED, clock_seconds() + ASK_SECONDS, &asked) != HEARD)
        return;
    g_variant_get(asked, "(&sb&s^a&s)", &mail.sender, &known, &mail.queue_id, &recipients);
    mail.spool = spool;
    mail.sender = known ? mail.sender : NULL;
    mail.queue_id = *mail.queue_id ? mail.queue_id : NULL;
    mail.recipients = recipients;
    mail.n = g_strv_length((char **)recipients);
    mail.of = g_new0(struct person *, mail.n + 1);
    mail.persons = g_ptr_array_new_with_free_func(person_free);
    find_persons(&mail);
    ending_within((unsigned)site->config->site.judge_time + DONE_SECONDS + 60);
    if (mail.persons->len == 1)
        judge_one(&mail, &site->key, fd);
    else
        judge_each(&mail, fd);
}
