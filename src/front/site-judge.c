/* Having messages judged for each of their recipients, each by a worker of that user's. This process has
 * the site's key and is perhaps root; it looks at no byte of a message. */
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
#include "pool.h"
#include "store/seal.h"
#include "worker.h"

#define ASK_SECONDS 10
#define AT_ONCE 8          /* workers that one message is with */
#define GRACE 0.2          /* seconds of the time for judging, for all else */
#define DONE_SECONDS 3600  /* within which the store has to say what it did */
#define SEALED_FOR "site"  /* in place of a reader */
#define KNOWN_SECONDS 60   /* that who an address is holds */
#define MOST_KNOWN 1000    /* addresses */

struct courier {
    struct site *site;
    int control;
    GHashTable *known; /* addresses: their user, packed */
    double since;      /* clock_seconds() of the first of them */
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
};

struct mail {
    struct courier *courier;
    int message;
    const char *sender, *queue_id;
    gboolean known;
    const char **recipients;
    unsigned n;
    GPtrArray *persons;
    struct person **of;  /* for each recipient; NULL where it is not known who that is */
    const char **no_one; /* then why */
    double deadline;
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

/* By the table, or as it said within the last minute: a user who is no more the store refuses. */
static enum status look_up(struct mail *mail, const char *address, GVariant **user, struct err *err)
{
    struct courier *courier = mail->courier;
    double now = clock_seconds();
    if (now - courier->since > KNOWN_SECONDS || g_hash_table_size(courier->known) >= MOST_KNOWN) {
        g_hash_table_remove_all(courier->known);
        courier->since = now;
    }
    *user = g_hash_table_lookup(courier->known, address);
    if (*user)
        return STATUS_OK;
    owned(site_user) found = NULL;
    enum status status = site_user_find(courier->site->config, address,
                                        MAX(mail->deadline - now - GRACE, 0), &found, err);
    if (status)
        return status;
    *user = g_variant_ref_sink(g_variant_new(SITE_USER, found->name, found->address, found->home,
                                             found->maildir, (guint)found->uid, (guint)found->gid));
    if (g_variant_get_size(*user) > POOL_BYTES) {
        g_clear_pointer(user, g_variant_unref);
        return err_set(err, STATUS_NOT_FOUND, "the paths of %s are too long", found->name);
    }
    g_hash_table_insert(courier->known, g_strdup(address), *user);
    return STATUS_OK;
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
                              .why = "timeout"};
    g_ptr_array_add(mail->persons, person);
    return person;
}

static void find_persons(struct mail *mail)
{
    for (unsigned i = 0; i < mail->n; i++) {
        struct err err = {0};
        GVariant *user = NULL;
        enum status status = look_up(mail, mail->recipients[i], &user, &err);
        if (status && status != STATUS_NOT_FOUND)
            fprintf(stderr, "heed: %s\n", err.text);
        mail->no_one[i] = status == STATUS_NOT_FOUND ? "no-user" : "timeout";
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
    g_ptr_array_add(person->recipients, NULL);
    person->channel =
        hand_to(mail, person,
                g_variant_new("(sbs^asd)", mail->sender, mail->known, mail->queue_id,
                              (const char **)person->recipients->pdata, mail->deadline - clock_seconds()));
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

static void hear_person(const struct mail *mail, struct person *person)
{
    g_autoptr(GVariant) said = NULL, plan = NULL;
    guchar placement, would;
    const char *why;
    enum heard heard = frame_hear(person->channel, WORK_FOUND, mail->deadline, &said);
    close(person->channel);
    person->channel = -1;
    if (heard != HEARD) {
        person->why = heard == HEARD_LATE ? "timeout" : "crashed";
        return;
    }
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
        double left = mail->deadline - clock_seconds();
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

static bool answer(const struct mail *mail, GVariant *seals, int fd)
{
    GVariantBuilder all;
    g_variant_builder_init(&all, G_VARIANT_TYPE("a(yyss)"));
    for (unsigned i = 0; i < mail->n; i++) {
        const struct person *person = mail->of[i];
        const char *why = !person ? mail->no_one[i] : person->why ? person->why : "";
        g_variant_builder_add(&all, "(yyss)", (guchar)(person ? person->placement : PLACE_INBOX),
                              (guchar)(person ? person->would : PLACE_NONE), why,
                              person ? name_of(person) : "");
    }
    return frame_say(fd, g_variant_new("(@a(yyss)@as)", g_variant_builder_end(&all), seals));
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

static void judge_mail(struct mail *mail, int fd)
{
    find_persons(mail);
    guint next = ask_some(mail, 0);
    g_autoptr(GVariant) seals = hear_seals(mail, fd);
    if (!seals)
        return;
    hear_all(mail, next);
    if (answer(mail, seals, fd))
        note_stored(mail, fd);
}

static void take_mail(struct courier *courier, int fd, int message)
{
    g_autoptr(GVariant) asked = NULL;
    g_autofree const char **recipients = NULL;
    struct mail mail = {.courier = courier,
                        .message = message,
                        .deadline = clock_seconds() + courier->site->config->site.judge_time};
    if (frame_hear(fd, SITE_ASKED, clock_seconds() + ASK_SECONDS, &asked) != HEARD)
        return;
    g_variant_get(asked, "(&sb&s^a&s)", &mail.sender, &mail.known, &mail.queue_id, &recipients);
    mail.recipients = recipients;
    mail.n = g_strv_length((char **)recipients);
    g_autofree struct person **of = mail.of = g_new0(struct person *, mail.n + 1);
    g_autofree const char **no_one = mail.no_one = g_new0(const char *, mail.n + 1);
    mail.persons = g_ptr_array_new_with_free_func(person_free);
    judge_mail(&mail, fd);
    g_ptr_array_free(mail.persons, TRUE);
}

void site_judge(struct site *site, int control)
{
    struct courier courier = {
        .site = site,
        .control = control,
        .known = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_variant_unref)};
    int fds[PASS_FDS];
    char byte;
    while (pass_receive(control, &byte, 1, fds, true) > 0) {
        ending_within((unsigned)site->config->site.judge_time + DONE_SECONDS + 60);
        if (fds[1] >= 0)
            take_mail(&courier, fds[0], fds[1]);
        ending_within(0);
        for (unsigned i = 0; i < PASS_FDS; i++)
            if (fds[i] >= 0)
                close(fds[i]);
        if (!pass_send(control, (char[]){POOL_IDLE}, 1, NULL, 0, true))
            break;
    }
    g_hash_table_destroy(courier.known);
}
