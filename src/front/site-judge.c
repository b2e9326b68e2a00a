/* Having messages judged for each of their recipients, and stored where heed is the store, each by a worker
 * of that user's. This process has the site's key and is perhaps root; it looks at no byte of a message. */
#include <errno.h>
#include <poll.h>
#include <stdio.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "base/ending.h"
#include "base/frame.h"
#include "front/site.h"
#include "site-ask.h"
#include "site-judge.h"
#include "site-known.h"
#include "pool.h"
#include "store/seal.h"
#include "worker.h"

#define ASK_SECONDS 10
#define AT_ONCE 8          /* workers that one message is with */
#define GRACE 0.2          /* seconds of the time for judging, for all else */
#define DONE_SECONDS 3600  /* within which the store has to say what it did */
#define SEALED_FOR "site"  /* in place of a reader */

struct courier {
    struct site *site;
    int control;
    struct site_known *known;
};

struct person {
    GVariant *user; /* SITE_USER */
    GPtrArray *recipients; /* addresses; borrowed */
    int channel;           /* to the worker, or -1 */
    bool again;            /* the first worker was not in place any more */
    enum placement placement, would;
    const char *why; /* NULL: judged */
    GVariant *plan;
    bool stored;
    enum kept kept;
};

struct mail {
    struct courier *courier;
    int message;
    const char *sender, *queue_id;
    gboolean known, keeps; /* keeps: it is stored here */
    const char **recipients;
    unsigned n;
    GPtrArray *persons;
    struct person **of;  /* for each recipient; NULL where it is not known who that is */
    const char **no_one; /* then why */
    enum kept *not_kept; /* likewise */
    GVariant *seals;     /* of each placement; NULL: not known yet */
    double judged;       /* seconds that judging took at most, where workers say it */
    double deadline, end; /* of judging, and of all; clock_seconds() */
};

/* --- who it is for -------------------------------------------------------------------------------------- */

static void person_free(void *data)
{
    struct person *person = data;
    if (person->channel >= 0)
        close(person->channel);
    g_variant_unref(person->user);
    g_clear_pointer(&person->plan, g_variant_unref);
    g_ptr_array_free(person->recipients, TRUE);
    g_free(person);
}

static const char *name_of(const struct person *person)
{
    const char *name;
    g_variant_get_child(person->user, 0, "&s", &name);
    return name;
}

static enum status look_up(const struct courier *courier, const char *address, double seconds,
                           GVariant **user)
{
    struct err err;
    const struct config *config = courier->site->config;
    enum status status = site_known_find(courier->known, config, address, seconds, user, &err);
    if (status && status != STATUS_NOT_FOUND)
        fprintf(stderr, "heed: %s\n", err.text);
    return status;
}

static enum kept kept_of(enum status status)
{
    return status == STATUS_OK ? KEPT_FINE : status == STATUS_NOT_FOUND ? KEPT_NO_USER : KEPT_NOT_TOLD;
}

static struct person *person_of(struct mail *mail, GVariant *user)
{
    for (guint i = 0; i < mail->persons->len; i++) {
        struct person *person = mail->persons->pdata[i];
        if (g_variant_equal(person->user, user))
            return person;
    }
    struct person *person = g_new0(struct person, 1);
    *person = (struct person){.user = g_variant_ref(user),
                              .recipients = g_ptr_array_new(),
                              .channel = -1,
                              .placement = PLACE_INBOX,
                              .would = PLACE_NONE,
                              .why = "timeout",
                              .kept = KEPT_FAILED};
    g_ptr_array_add(mail->persons, person);
    return person;
}

static void find_persons(struct mail *mail)
{
    for (unsigned i = 0; i < mail->n; i++) {
        GVariant *user = NULL;
        double seconds = MAX(mail->deadline - clock_seconds() - GRACE, 0);
        enum status status = look_up(mail->courier, mail->recipients[i], seconds, &user);
        mail->no_one[i] = status == STATUS_NOT_FOUND ? "no-user" : "timeout";
        mail->not_kept[i] = kept_of(status);
        if (status)
            continue;
        mail->of[i] = person_of(mail, user);
        g_ptr_array_add(mail->of[i]->recipients, (gpointer)mail->recipients[i]);
    }
}

/* --- their workers -------------------------------------------------------------------------------------- */

static int hand_to(const struct mail *mail, const struct person *person, GVariant *what)
{
    return pass_hand(mail->courier->control, g_variant_get_data(person->user),
                     g_variant_get_size(person->user), mail->message, g_variant_new_variant(what), true);
}

static void ask_for(const struct mail *mail, struct person *person)
{
    double deadline = mail->deadline; /* where others are stored first, it begins with them */
    if (mail->keeps)
        deadline = MIN(clock_seconds() + mail->courier->site->config->site.judge_time, mail->end);
    g_ptr_array_add(person->recipients, NULL);
    GVariant *task = g_variant_new("(sbs^asd)", mail->sender, mail->known, mail->queue_id,
                                   (const char **)person->recipients->pdata, deadline);
    person->channel =
        hand_to(mail, person, mail->keeps ? g_variant_new("(@" WORK_JUDGE "@as)", task, mail->seals) : task);
    person->why = person->channel < 0 ? "no-process" : "timeout";
    g_ptr_array_set_size(person->recipients, (gint)person->recipients->len - 1);
}

/* What a worker says is one's own words; those of its judge it has checked. */
static const char *known_reason(const char *why)
{
    static const char *const reasons[] = {"timeout", "crashed", "garbled", "no-process", WORK_OFF};
    for (size_t i = 0; i < G_N_ELEMENTS(reasons); i++)
        if (strcmp(why, reasons[i]) == 0)
            return reasons[i];
    return "garbled";
}

static void hear_person(struct mail *mail, struct person *person)
{
    g_autoptr(GVariant) said = NULL, plan = NULL;
    guchar placement, would, kept = KEPT_FAILED;
    const char *why;
    double judged = 0;
    enum heard heard = frame_hear(person->channel, mail->keeps ? WORK_KEPT : WORK_FOUND, mail->end, &said);
    close(person->channel);
    person->channel = -1;
    if (heard != HEARD) {
        person->why = heard == HEARD_LATE ? "timeout" : "crashed";
        return;
    }
    if (mail->keeps)
        g_variant_get(said, "(y&syyd)", &placement, &why, &would, &kept, &judged);
    else
        g_variant_get(said, "(y&syv&s)", &placement, &why, &would, &plan, NULL);
    if (strcmp(why, WORK_MOVED) == 0 && !person->again) {
        person->again = true;
        ask_for(mail, person);
        return;
    }
    person->why = *why || placement >= PLACE_COUNT ? known_reason(why) : NULL;
    person->placement = person->why ? PLACE_INBOX : (enum placement)placement;
    person->would = person->why || would > PLACE_COUNT ? PLACE_NONE : (enum placement)would;
    person->plan = person->why ? NULL : g_steal_pointer(&plan);
    person->kept = kept < KEPT_COUNT ? (enum kept)kept : KEPT_FAILED;
    mail->judged = MAX(mail->judged, judged);
}

static struct person *person_at(const struct mail *mail, guint i)
{
    return mail->persons->pdata[i];
}

static guint count_asked(const struct mail *mail)
{
    guint count = 0;
    for (guint i = 0; i < mail->persons->len; i++)
        count += person_at(mail, i)->channel >= 0;
    return count;
}

/* NEXT is the first whose worker was not asked yet. */
static guint ask_some(const struct mail *mail, guint next)
{
    while (next < mail->persons->len && count_asked(mail) < AT_ONCE)
        ask_for(mail, person_at(mail, next++));
    return next;
}

/* Those that answer are heard, whatever the others do. */
static void hear_all(struct mail *mail, guint next)
{
    guint n = mail->persons->len;
    g_autofree struct pollfd *pollfds = g_new(struct pollfd, n + 1);
    for (;;) {
        next = ask_some(mail, next);
        for (guint i = 0; i < n; i++)
            pollfds[i] = (struct pollfd){.fd = person_at(mail, i)->channel, .events = POLLIN};
        double left = mail->end - clock_seconds();
        int ready = count_asked(mail) && left > 0 ? poll(pollfds, n, (int)(left * 1000) + 1) : 0;
        if (ready <= 0 && !(ready < 0 && errno == EINTR))
            return;
        for (guint i = 0; i < n && ready > 0; i++)
            if (pollfds[i].revents)
                hear_person(mail, person_at(mail, i));
    }
}

/* --- the answer ----------------------------------------------------------------------------------------- */

static GVariant *seals_of(const struct mail *mail, const char *id, const char *content)
{
    GVariantBuilder seals;
    g_variant_builder_init(&seals, G_VARIANT_TYPE_STRING_ARRAY);
    for (unsigned which = 0; which < SITE_SEALS; which++) {
        g_autofree char *verdict = site_verdict(which);
        const struct sealed sealed = {id, SEALED_FOR, content, time(NULL), verdict, ""};
        g_autofree char *seal =
            mail->courier->site->key && *content ? seal_make(mail->courier->site->key, &sealed) : NULL;
        g_variant_builder_add(&seals, "s", seal ? seal : "");
    }
    return g_variant_builder_end(&seals);
}

/* The seals for each verdict, or NULL where the session ended. */
static GVariant *hear_seals(const struct mail *mail, int fd)
{
    g_autoptr(GVariant) covered = NULL;
    const char *id, *content;
    if (frame_hear(fd, SITE_SEALED, mail->deadline + ASK_SECONDS, &covered) != HEARD)
        return NULL;
    g_variant_get(covered, "(&s&s)", &id, &content);
    return g_variant_ref_sink(seals_of(mail, id, content));
}

static bool answer(const struct mail *mail, int fd)
{
    GVariantBuilder all;
    g_variant_builder_init(&all, G_VARIANT_TYPE("a(yyssy)"));
    for (unsigned i = 0; i < mail->n; i++) {
        const struct person *person = mail->of[i];
        const char *why = !person ? mail->no_one[i] : person->why ? person->why : "";
        g_variant_builder_add(&all, "(yyssy)", (guchar)(person ? person->placement : PLACE_INBOX),
                              (guchar)(person ? person->would : PLACE_NONE), why,
                              person ? name_of(person) : "",
                              (guchar)(person ? person->kept : mail->not_kept[i]));
    }
    return frame_say(fd, g_variant_new("(@a(yyssy)@asd)", g_variant_builder_end(&all), mail->seals,
                                       mail->judged));
}

/* Nobody waits for it any more. */
static void note_stored(struct mail *mail, int fd)
{
    g_autoptr(GVariant) stored = NULL;
    if (frame_hear(fd, SITE_STORED, clock_seconds() + DONE_SECONDS, &stored) != HEARD)
        return;
    for (unsigned i = 0; i < mail->n && i < g_variant_n_children(stored); i++) {
        gboolean is;
        g_variant_get_child(stored, i, "b", &is);
        if (mail->of[i])
            mail->of[i]->stored |= is;
    }
    for (guint i = 0; i < mail->persons->len; i++) {
        struct person *person = mail->persons->pdata[i];
        int channel = person->stored && person->plan ? hand_to(mail, person, person->plan) : -1;
        if (channel >= 0)
            close(channel);
    }
}

/* Who stores puts the seal in front; to judge it is not needed. */
static void judge_mail(struct mail *mail, int fd)
{
    find_persons(mail);
    guint next = mail->keeps ? 0 : ask_some(mail, 0);
    g_autoptr(GVariant) seals = mail->seals = hear_seals(mail, fd);
    if (!seals)
        return;
    hear_all(mail, next);
    if (answer(mail, fd) && !mail->keeps)
        note_stored(mail, fd);
}

static void take_mail(struct courier *courier, int fd, int message, GVariant *asked)
{
    g_autofree const char **recipients = NULL;
    double now = clock_seconds();
    struct mail mail = {
        .courier = courier, .message = message, .deadline = now + courier->site->config->site.judge_time};
    g_variant_get(asked, "(&sb&s^a&sb)", &mail.sender, &mail.known, &mail.queue_id, &recipients, &mail.keeps);
    mail.end = mail.keeps ? now + SITE_KEEP_SECONDS : mail.deadline;
    mail.recipients = recipients;
    mail.n = g_strv_length((char **)recipients);
    g_autofree struct person **of = mail.of = g_new0(struct person *, mail.n + 1);
    g_autofree const char **no_one = mail.no_one = g_new0(const char *, mail.n + 1);
    g_autofree enum kept *not_kept = mail.not_kept = g_new0(enum kept, mail.n + 1);
    mail.persons = g_ptr_array_new_with_free_func(person_free);
    judge_mail(&mail, fd);
    g_ptr_array_free(mail.persons, TRUE);
}

/* A Maildir that cannot come to be: no try again would help. */
static bool has_no_home(const struct courier *courier, GVariant *user)
{
    const char *maildir;
    g_variant_get_child(user, 3, "&s", &maildir);
    return g_str_has_prefix(maildir, SITE_NO_HOME "/") &&
           strcmp(courier->site->config->site.store, STORE_MAILDIR) == 0;
}

/* What is refused here is not stored as root either. */
static void tell_who(const struct courier *courier, int fd, GVariant *asked)
{
    const char *address;
    GVariant *user = NULL;
    guint uid = 0, wanted;
    g_variant_get(asked, "(&su)", &address, &wanted);
    enum kept kept = kept_of(look_up(courier, address, ASK_SECONDS, &user));
    if (user)
        g_variant_get_child(user, 4, "u", &uid);
    if (kept == KEPT_FINE && uid == 0)
        kept = KEPT_NOBODY;
    if (kept == KEPT_FINE && has_no_home(courier, user))
        kept = KEPT_NO_HOME;
    if (kept == KEPT_FINE && wanted != SITE_ANY && wanted != uid)
        kept = KEPT_NO_USER;
    (void)frame_say(fd, g_variant_new(SITE_KNOWN, (guchar)kept));
}

static void take_task(struct courier *courier, int fd, int message)
{
    g_autoptr(GVariant) said = NULL, asked = NULL;
    if (frame_hear(fd, "v", clock_seconds() + ASK_SECONDS, &said) != HEARD)
        return;
    asked = g_variant_get_variant(said);
    if (g_variant_is_of_type(asked, G_VARIANT_TYPE(SITE_ASKED)))
        take_mail(courier, fd, message, asked);
    else if (g_variant_is_of_type(asked, G_VARIANT_TYPE(SITE_WHO)))
        tell_who(courier, fd, asked);
}

void site_judge(struct site *site, int control)
{
    struct courier courier = {site, control, site_known_new()};
    int fds[PASS_FDS];
    char byte;
    while (pass_receive(control, &byte, 1, fds, true) > 0) {
        ending_within((unsigned)site->config->site.judge_time + DONE_SECONDS + 60);
        if (fds[1] >= 0)
            take_task(&courier, fds[0], fds[1]);
        ending_within(0);
        for (unsigned i = 0; i < PASS_FDS; i++)
            if (fds[i] >= 0)
                close(fds[i]);
        if (!pass_send(control, (char[]){POOL_IDLE}, 1, NULL, 0, true))
            break;
    }
    site_known_free(courier.known);
}
