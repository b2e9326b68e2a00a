/* Handing one message on: judged for each recipient, one transaction with the store for all that
 * get the same header. A recipient's reply is the store's; where heed is the store, those who judge store,
 * too, and it is theirs. */
#include <string.h>

#include "base/frame.h"
#include "base/log.h"
#include "base/text.h"
#include "lmtp-data.h"
#include "lmtp-session.h"
#include "site-ask.h"
#include "store/seal.h"

#define GRACE 0.5    /* seconds beyond the time for judging */
#define MOST_SAID 60 /* characters of a reply in the log */

struct handing {
    struct session *session;
    const struct spool *spool;
    struct layout *layout; /* where header lines begin and end: all that is looked at */
    char *id, *content;    /* layout_id() in valid UTF-8, seal_content() */
    struct found *found;
    char **blocks;         /* header fields of each recipient */
    double judged, stored; /* seconds */
};

static bool keeps(const struct session *session)
{
    return session->lmtp->keeps && !session->filters;
}

static struct recipient *recipient_at(const struct session *session, guint i)
{
    return session->recipients->pdata[i];
}

/* --- to the store --------------------------------------------------------------------------------------- */

/* Of those in GROUP that have no reply yet. */
static void refuse_rest(struct session *session, const GArray *group, int code, const char *text)
{
    for (guint i = 0; i < group->len; i++) {
        struct recipient *recipient = recipient_at(session, g_array_index(group, guint, i));
        if (!recipient->reply.code)
            reply_set(&recipient->reply, code, text);
    }
}

/* Begins a transaction with GROUP anew; those that the store refuses now have their reply. False
 * where the store is not there. */
static bool say_again(struct session *session, const GArray *group, guint *left)
{
    struct reply reply = {0};
    struct store *store = &session->store;
    const struct lmtp *lmtp = session->lmtp;
    *left = 0;
    session->open = false;
    if (!store->wire ? !store_open(store, lmtp->site->store, lmtp->host, STORE_SECONDS)
                     : !store_ask(store, "RSET", &reply))
        return false;
    if (!store_ask(store, session->mail, &reply))
        return false;
    if (!reply_is_good(&reply)) {
        for (guint i = 0; i < group->len; i++) {
            struct recipient *recipient = recipient_at(session, g_array_index(group, guint, i));
            recipient->reply = (struct reply){reply.code, g_strdup(reply.text)};
        }
        reply_clear(&reply);
        return true;
    }
    for (guint i = 0; i < group->len; i++) {
        struct recipient *recipient = recipient_at(session, g_array_index(group, guint, i));
        g_autofree char *line = g_strdup_printf("RCPT TO:<%s>", recipient->address);
        if (!store_ask(store, line, &reply))
            return false;
        if (reply_is_good(&reply))
            (*left)++;
        else
            recipient->reply = (struct reply){reply.code, g_steal_pointer(&reply.text)};
        reply_clear(&reply);
    }
    return true;
}

/* Forgets refusals of a transaction that came to nothing. */
static void forget_replies(struct session *session, const GArray *group)
{
    for (guint i = 0; i < group->len; i++)
        reply_clear(&recipient_at(session, g_array_index(group, guint, i))->reply);
}

/* As it came; the store may be another one by now. */
static bool goes_in_chunk(const struct session *session)
{
    return session->chunked && session->store.has_chunking;
}

/* Up to "354", or where a chunk is to be sent: until then nothing is lost by trying on another
 * connection. *LEFT: how many recipients the store has taken; 0: all have their reply. */
static bool begin(struct session *session, const GArray *group, guint *left)
{
    for (int try = 0; try < 2; try++) {
        struct reply reply = {0};
        *left = group->len;
        bool ready = session->open && group->len == session->recipients->len;
        if (!ready && !say_again(session, group, left)) {
            forget_replies(session, group);
            store_close(&session->store);
            continue;
        }
        session->open = false;
        if (!*left || goes_in_chunk(session))
            return true;
        bool heard = store_ask(&session->store, "DATA", &reply);
        if (heard && reply.code / 100 == 3) {
            reply_clear(&reply);
            return true;
        }
        if (heard && reply.code / 100 == 2) /* a yes to what was not sent yet: it is out of step */
            store_close(&session->store);
        if (heard && session->store.wire) {
            for (guint i = 0; i < group->len; i++) {
                struct recipient *recipient = recipient_at(session, g_array_index(group, guint, i));
                if (!recipient->reply.code)
                    recipient->reply = (struct reply){reply.code, g_strdup(reply.text)};
            }
            reply_clear(&reply);
            *left = 0;
            return true;
        }
        reply_clear(&reply);
        forget_replies(session, group);
    }
    return false;
}

/* One reply for each recipient that the store took, in their order (RFC 2033 4.2). */
static void hear_all(struct session *session, const GArray *group)
{
    for (guint i = 0; i < group->len; i++) {
        struct recipient *recipient = recipient_at(session, g_array_index(group, guint, i));
        struct reply reply = {0};
        if (recipient->reply.code)
            continue;
        if (!store_hear(&session->store, STORE_DATA_SECONDS, &reply))
            break;
        if (reply.code == 421 || reply.code / 100 == 3) { /* no word about this message */
            reply_clear(&reply);
            store_close(&session->store); /* what follows belongs to nothing */
            break;
        }
        recipient->stored = reply_is_good(&reply);
        recipient->reply = reply;
    }
}

static void hand_group(struct handing *handing, const GArray *group)
{
    struct session *session = handing->session;
    const char *block = handing->blocks[g_array_index(group, guint, 0)];
    guint left;
    if (!begin(session, group, &left)) {
        refuse_rest(session, group, 451, "4.3.2 the mail store is away");
        return;
    }
    if (left &&
        data_send(session->store.wire, handing->spool, handing->layout, block,
                  goes_in_chunk(session), STORE_SECONDS))
        hear_all(session, group);
    else /* it has not seen the end, or has a transaction that nothing ended */
        store_close(&session->store);
    refuse_rest(session, group, 451, "4.4.2 the mail store ended the connection");
}

static void hand_groups(struct handing *handing)
{
    guint n = handing->session->recipients->len;
    g_autofree bool *done = g_new0(bool, n);
    for (guint first = 0; first < n; first++) {
        g_autoptr(GArray) group = g_array_new(FALSE, FALSE, sizeof(guint));
        for (guint i = first; i < n; i++)
            if (!done[i] && strcmp(handing->blocks[i], handing->blocks[first]) == 0) {
                g_array_append_val(group, i);
                done[i] = true;
            }
        if (group->len)
            hand_group(handing, group);
    }
}

/* --- to Maildirs ---------------------------------------------------------------------------------------- */

void reply_kept(struct reply *reply, enum kept kept, const char *good)
{
    static const struct {
        int code;
        const char *text;
    } words[] = {
        [KEPT_FINE] = {250, NULL},
        [KEPT_NO_USER] = {550, "5.1.1 there is no such user"},
        [KEPT_NOT_TOLD] = {451, "4.3.0 who that is cannot be told now"},
        [KEPT_NOBODY] = {451, "4.3.5 mail for root needs an alias"},
        [KEPT_NO_HOME] = {550, "5.2.1 the account has no home that mail could be in"},
        [KEPT_QUOTA] = {452, "4.2.2 the mailbox is full"},
        [KEPT_NO_ROOM] = {452, "4.3.1 there is no room for the message now"},
        [KEPT_FAILED] = {451, "4.3.0 the message cannot be stored now"},
    };
    G_STATIC_ASSERT(G_N_ELEMENTS(words) == KEPT_COUNT);
    reply_set(reply, words[kept].code, words[kept].text ? words[kept].text : good);
}

static void take_kept(const struct handing *handing)
{
    for (guint i = 0; i < handing->session->recipients->len; i++) {
        struct recipient *recipient = recipient_at(handing->session, i);
        reply_kept(&recipient->reply, handing->found[i].kept, "2.0.0 stored");
        recipient->stored = reply_is_good(&recipient->reply);
    }
}

/* To who asks for a verdict alone: the fields, as the lines of a reply. */
static void hand_back(const struct handing *handing)
{
    for (guint i = 0; i < handing->session->recipients->len; i++) {
        struct recipient *recipient = recipient_at(handing->session, i);
        g_auto(GStrv) lines = g_strsplit(g_strchomp(handing->blocks[i]), "\n", -1);
        g_autoptr(GString) text = g_string_new(*lines ? NULL : "250 \r\n"); /* there are to be none */
        for (char **line = lines; *line; line++)
            g_string_append_printf(text, "250%c%s\r\n", line[1] ? '-' : ' ', *line);
        recipient->reply = (struct reply){250, g_string_free(g_steal_pointer(&text), FALSE)};
        recipient->stored = true; /* by who asked, as far as heed can know */
    }
}

/* --- what is said --------------------------------------------------------------------------------------- */

/* Of the message nothing but its Message-ID; the reply is the store's. */
static void log_one(const struct handing *handing, guint i)
{
    const struct session *session = handing->session;
    const struct recipient *recipient = recipient_at(session, i);
    const struct found *found = handing->found ? &handing->found[i] : NULL;
    g_autofree char *id = text_clean(handing->id ? handing->id : "", 200);
    g_autofree char *user =
        text_clean(found && *found->name ? found->name : recipient->address, 200);
    g_autofree char *line = g_strndup(recipient->reply.text, strcspn(recipient->reply.text, "\r"));
    g_autofree char *said = text_clean(line, MOST_SAID);
    g_strdelimit(id, "\" <>", '_');
    g_strdelimit(user, "\" <>", '_');
    g_strdelimit(said, "\"", '_');
    bool failed = !found || (found->unjudged && found->verdict) || !recipient->stored;
    log_line(failed ? LOG_LEVEL_WARNING : LOG_LEVEL_INFO,
             "lmtp queue=%s user=%s id=<%s> placement=%s%s%s reply=\"%s\" judge=%.3f store=%.3f",
             session->queue_id ? session->queue_id : "-", user, id,
             found ? placement_name(found->placement) : "-",
             found && found->unjudged ? " unjudged=" : "",
             found && found->unjudged ? found->unjudged : "", said, handing->judged,
             handing->stored);
}

static void count_one(const struct handing *handing, guint i)
{
    const struct recipient *recipient = recipient_at(handing->session, i);
    struct metrics *metrics = handing->session->lmtp->metrics;
    metrics_reply(metrics, recipient->reply.code);
    if (recipient->stored && handing->found)
        metrics_placed(metrics, handing->found[i].placement, handing->found[i].unjudged);
}

static void answer_all(struct handing *handing)
{
    struct session *session = handing->session;
    for (guint i = 0; i < session->recipients->len; i++) {
        const struct recipient *recipient = recipient_at(session, i);
        wire_put(session->client, recipient->reply.text, strlen(recipient->reply.text));
    }
    /* State: answered. */
    (void)wire_flush(session->client, STORE_SECONDS);
}

static void tell(struct handing *handing, struct asked *asked)
{
    guint n = handing->session->recipients->len;
    g_autofree bool *stored = g_new0(bool, n);
    for (guint i = 0; i < n && !keeps(handing->session); i++) /* else it is known */
        stored[i] = recipient_at(handing->session, i)->stored &&
                    !(handing->found && handing->found[i].unjudged); /* whose plan was not followed */
    site_tell(asked, stored, n);
}

/* --- all of it ------------------------------------------------------------------------------------------ */

static struct asked ask(const struct session *session, int fd)
{
    guint n = session->recipients->len;
    g_autofree char **recipients = g_new0(char *, n + 1);
    for (guint i = 0; i < n; i++)
        recipients[i] = recipient_at(session, i)->address;
    const struct question question = {session->sender, session->queue_id ? session->queue_id : "",
                                      recipients, keeps(session)};
    return site_ask(session->lmtp->door, fd, &question);
}

static void judge(struct handing *handing, struct asked *asked)
{
    const struct session *session = handing->session;
    guint n = session->recipients->len;
    double most = keeps(session) ? SITE_KEEP_SECONDS : session->lmtp->site->judge_time;
    handing->found = site_answer(asked, handing->id, handing->content, n, most + GRACE, &handing->judged);
    handing->blocks = g_new0(char *, n + 1);
    for (guint i = 0; i < n; i++)
        handing->blocks[i] = found_block(&handing->found[i]);
}

/* False where the message cannot be read. */
static bool look(struct handing *handing)
{
    handing->layout = layout_read(handing->spool);
    g_autofree char *id = layout_id(handing->spool, handing->layout);
    handing->id = g_utf8_make_valid(id, -1);
    handing->content = seal_content(handing->spool, handing->layout);
    return !spool_failed(handing->spool);
}

void session_hand_on(struct session *session, const struct spool *spool, int fd)
{
    struct handing handing = {.session = session, .spool = spool};
    guint n = session->recipients->len;
    double began = clock_seconds();
    /* State: spooled. */
    struct asked asked = ask(session, fd);
    if (look(&handing)) {
        judge(&handing, &asked);
        if (!keeps(session))
            handing.judged = clock_seconds() - began;
        if (session->filters)
            hand_back(&handing);
        else if (keeps(session))
            take_kept(&handing);
        else
            hand_groups(&handing);
    }
    for (guint i = 0; i < n; i++)
        if (!recipient_at(session, i)->reply.code)
            reply_set(&recipient_at(session, i)->reply, 451,
                      "4.3.0 the message cannot be looked at now");
    handing.stored = clock_seconds() - began - handing.judged;
    answer_all(&handing);
    tell(&handing, &asked);
    for (guint i = 0; i < n; i++) {
        log_one(&handing, i);
        count_one(&handing, i);
    }
    metrics_took(session->lmtp->metrics, METRIC_JUDGE, handing.judged);
    metrics_took(session->lmtp->metrics, METRIC_STORE, handing.stored);
    found_free(handing.found, n);
    g_strfreev(handing.blocks);
    layout_free(handing.layout);
    g_free(handing.id);
    g_free(handing.content);
}
