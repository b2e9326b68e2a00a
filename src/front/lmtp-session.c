/* The server's side of LMTP (RFC 2033): commands, their order and their replies. What recipients
 * are told comes from the store. */
#include <signal.h>
#include <string.h>
#include <unistd.h>

#include "base/frame.h"
#include "lmtp-intake.h"
#include "lmtp-session.h"

#define COMMAND_SECONDS 300  /* RFC 5321 4.5.3.2.7 */
#define REPLY_SECONDS 60     /* for a client to take it */
#define MOST_HELD 65536      /* bytes of replies that wait for more to answer */
#define MOST_COMMAND 4096    /* bytes of a line */
#define MOST_RECIPIENTS 1000 /* of one message */
#define MOST_MISTAKES 50     /* of one session */
#define MOST_ID 100          /* bytes of a queue id */

static volatile sig_atomic_t told_to_end;

static void end(int number)
{
    (void)number;
    told_to_end = 1;
}

static void recipient_free(void *data)
{
    struct recipient *recipient = data;
    g_free(recipient->address);
    reply_clear(&recipient->reply);
    g_free(recipient);
}

static void say(struct session *session, const char *line)
{
    wire_say(session->client, "%s\r\n", line);
}

void session_forget(struct session *session)
{
    g_clear_pointer(&session->intake, intake_free);
    slots_clear(session->slot);
    session->chunked = false;
    g_clear_pointer(&session->mail, g_free);
    g_clear_pointer(&session->sender, g_free);
    g_clear_pointer(&session->queue_id, g_free);
    g_ptr_array_set_size(session->recipients, 0);
    session->open = false;
}

/* --- commands ------------------------------------------------------------------------------------------- */

/* Each returns whether the session goes on. */
typedef bool run_command(struct session *session, const char *rest);

static bool say_away(struct session *session)
{
    say(session, "421 4.3.2 the mail store is away");
    return false;
}

/* What heed cannot do by itself is offered where the store can do it. */
static bool do_lhlo(struct session *session, const char *rest)
{
    const struct lmtp *lmtp = session->lmtp;
    uint64_t size = lmtp->site->size;
    if (!*rest) {
        say(session, "501 5.5.4 who are you?");
        return true;
    }
    session_forget(session);
    store_close(&session->store);
    if (session->alone)
        session->store = (struct store){
            .has_8bit = true, .has_utf8 = true, .has_enhanced = true, .has_chunking = true};
    else if (!store_open(&session->store, lmtp->site->store, lmtp->host, STORE_SECONDS))
        return say_away(session);
    session->greeted = true;
    if (session->store.size)
        size = MIN(size, session->store.size);
    wire_say(session->client, "250-%s\r\n250-PIPELINING\r\n250-SIZE %" G_GUINT64_FORMAT "\r\n",
             lmtp->host, size);
    if (session->store.has_enhanced)
        say(session, "250-ENHANCEDSTATUSCODES");
    if (session->store.has_8bit)
        say(session, "250-8BITMIME");
    if (session->store.has_utf8)
        say(session, "250-SMTPUTF8");
    if (session->store.has_chunking)
        say(session, "250-CHUNKING");
    say(session, "250 XFORWARD IDENT");
    return true;
}

static bool do_helo(struct session *session, const char *rest)
{
    (void)rest;
    say(session, "500 5.5.1 this is LMTP: LHLO");
    return true;
}

/* One parameter of MAIL (RFC 1870, 6152, 6531); what the store knows goes on to it. NULL: all is
 * well. */
static const char *take_parameter(struct session *session, const char *word, GString *line)
{
    const struct store *store = &session->store;
    if (g_ascii_strncasecmp(word, "SIZE=", 5) == 0) {
        guint64 size;
        if (!g_ascii_string_to_unsigned(word + 5, 10, 0, G_MAXUINT64, &size, NULL))
            return "501 5.5.4 SIZE takes a number";
        if (size > session->lmtp->site->size)
            return "552 5.3.4 the message is too large";
        if (store->has_size)
            g_string_append_printf(line, " %s", word);
        return NULL;
    }
    bool plain = !g_ascii_strcasecmp(word, "BODY=7BIT");
    if (plain || (!g_ascii_strcasecmp(word, "BODY=8BITMIME") && store->has_8bit) ||
        (!g_ascii_strcasecmp(word, "SMTPUTF8") && store->has_utf8)) {
        if (!plain || store->has_8bit)
            g_string_append_printf(line, " %s", word);
        return NULL;
    }
    return "555 5.5.4 unknown parameter";
}

static const char *take_parameters(struct session *session, const char *parameters, GString *line)
{
    g_auto(GStrv) words = g_strsplit(parameters, " ", -1);
    const char *wrong = NULL;
    for (char **word = words; *word && !wrong; word++)
        if (**word)
            wrong = take_parameter(session, *word, line);
    return wrong;
}

/* The store's reply, or that there is none. False where the session ends. */
static bool pass_on(struct session *session, bool heard, struct reply *reply)
{
    if (heard)
        wire_put(session->client, reply->text, strlen(reply->text));
    reply_clear(reply);
    return heard ? session->alone || session->store.wire : say_away(session);
}

/* Stores end connections that were idle, and mail servers keep theirs: nothing is lost by another
 * one. */
static bool begin_anew(struct session *session, const char *line, struct reply *reply)
{
    const struct lmtp *lmtp = session->lmtp;
    if (session->alone)
        reply_set(reply, 250, "2.1.0 fine");
    if (session->alone || (store_ask(&session->store, line, reply) && session->store.wire))
        return true;
    return store_open(&session->store, lmtp->site->store, lmtp->host, STORE_SECONDS) &&
           store_ask(&session->store, line, reply);
}

static bool do_mail(struct session *session, const char *rest)
{
    g_autofree char *address = NULL, *parameters = NULL;
    struct reply reply = {0};
    const char *wrong = !session->greeted ? "503 5.5.1 LHLO first"
                        : session->mail   ? "503 5.5.1 there is a MAIL already"
                        : !path_read(rest, "FROM", &address, &parameters)
                            ? "501 5.1.7 MAIL FROM:<address>"
                            : NULL;
    g_autoptr(GString) line = g_string_new(NULL);
    g_string_printf(line, "MAIL FROM:<%s>", address ? address : "");
    wrong = wrong ? wrong : take_parameters(session, parameters, line);
    if (!wrong && !slots_take(session->lmtp->slots, session->slot, 0))
        wrong = "452 4.3.1 too much is under way";
    if (wrong) {
        say(session, wrong);
        return true;
    }
    bool heard = begin_anew(session, line->str, &reply);
    if (heard && reply_is_good(&reply)) {
        session->mail = g_strdup(line->str);
        session->sender = g_steal_pointer(&address);
        session->open = !session->alone;
    }
    return pass_on(session, heard, &reply);
}

static bool ask_for(struct session *session, const char *address, struct reply *reply)
{
    g_autofree char *line = g_strdup_printf("RCPT TO:<%s>", address);
    if (!session->alone)
        return store_ask(&session->store, line, reply);
    reply_kept(reply, site_who(session->lmtp->door, address, session->uid), "2.1.5 fine");
    return true;
}

static bool do_rcpt(struct session *session, const char *rest)
{
    g_autofree char *address = NULL, *parameters = NULL;
    struct reply reply = {0};
    guint most = session->filters ? 1 : MOST_RECIPIENTS;
    const char *wrong =
        !session->mail || session->intake               ? "503 5.5.1 MAIL first"
        : session->recipients->len >= most              ? "452 4.5.3 too many recipients"
        : !path_read(rest, "TO", &address, &parameters) ? "501 5.1.3 RCPT TO:<address>"
        : *parameters                                   ? "555 5.5.4 unknown parameter"
                                                        : NULL;
    if (wrong) {
        say(session, wrong);
        return true;
    }
    bool heard = ask_for(session, address, &reply);
    if (heard && reply_is_good(&reply)) {
        struct recipient *recipient = g_new0(struct recipient, 1);
        recipient->address = g_steal_pointer(&address);
        g_ptr_array_add(session->recipients, recipient);
    }
    return pass_on(session, heard, &reply);
}

static bool do_rset(struct session *session, const char *rest)
{
    struct reply reply = {0};
    (void)rest;
    if (session->open && !store_ask(&session->store, "RSET", &reply))
        return say_away(session);
    reply_clear(&reply);
    session_forget(session);
    say(session, "250 2.0.0 forgotten");
    return true;
}

static bool do_noop(struct session *session, const char *rest)
{
    (void)rest;
    say(session, "250 2.0.0 here");
    return true;
}

static bool do_vrfy(struct session *session, const char *rest)
{
    (void)rest;
    say(session, "252 2.1.5 RCPT tells");
    return true;
}

static bool do_quit(struct session *session, const char *rest)
{
    (void)rest;
    say(session, "221 2.0.0 goodbye");
    return false;
}

/* Postfix's name for the message that comes next, for the log (postfix.org, XFORWARD_README); it stands
 * there as a word. "[UNAVAILABLE]" is none. */
static bool do_xforward(struct session *session, const char *rest)
{
    g_auto(GStrv) words = g_strsplit(rest, " ", -1);
    for (char **word = words; *word && !session->mail; word++) {
        const char *id = *word + strlen("IDENT=");
        if (g_ascii_strncasecmp(*word, "IDENT=", 6) != 0 || strlen(id) > MOST_ID)
            continue;
        g_clear_pointer(&session->queue_id, g_free);
        if (!*id || *id == '[')
            continue;
        session->queue_id = g_strdup(id);
        g_strcanon(session->queue_id, G_CSET_a_2_z G_CSET_A_2_Z G_CSET_DIGITS "._-", '_');
    }
    say(session, session->mail ? "503 5.5.1 not behind MAIL" : "250 2.0.0 noted");
    return true;
}

static const struct {
    const char *name;
    run_command *run;
} commands[] = {
    {"LHLO", do_lhlo}, {"HELO", do_helo}, {"EHLO", do_helo},         {"MAIL", do_mail},
    {"RCPT", do_rcpt}, {"DATA", session_data}, {"BDAT", session_bdat}, {"RSET", do_rset},
    {"NOOP", do_noop}, {"VRFY", do_vrfy}, {"QUIT", do_quit}, {"XFORWARD", do_xforward},
};

static bool run(struct session *session, const char *line, unsigned *mistakes)
{
    size_t length = strcspn(line, " ");
    const char *rest = line + length + strspn(line + length, " ");
    for (size_t i = 0; i < G_N_ELEMENTS(commands); i++)
        if (strlen(commands[i].name) == length &&
            g_ascii_strncasecmp(line, commands[i].name, length) == 0)
            return commands[i].run(session, rest);
    say(session, "500 5.5.1 unknown command");
    return ++*mistakes < MOST_MISTAKES;
}

/* --- the session ---------------------------------------------------------------------------------------- */

/* The next command, or NULL at the end. Replies go out when nothing more has come (RFC 2920 3.2).
 */
static const char *next(struct session *session, GString *line, const sigset_t *waiting,
                        unsigned *mistakes)
{
    struct wire *client = session->client;
    while (*mistakes < MOST_MISTAKES) {
        bool due = client->at == client->filled || client->out->len > MOST_HELD;
        if (due && !wire_flush(client, REPLY_SECONDS))
            return NULL;
        client->mask = session->mail ? NULL : waiting;
        enum wire_got got =
            told_to_end && !session->mail
                ? WIRE_TOLD
                : wire_line(client, line, MOST_COMMAND, clock_seconds() + COMMAND_SECONDS);
        client->mask = NULL;
        if (got == WIRE_LINE && strlen(line->str) == line->len)
            return line->str;
        if (got == WIRE_LATE)
            say(session, "421 4.4.2 nothing came");
        if (got == WIRE_TOLD)
            say(session, "421 4.3.2 ends here; try again");
        if (got != WIRE_LINE && got != WIRE_BARE && got != WIRE_LONG)
            return NULL;
        say(session,
            got == WIRE_LONG ? "500 5.5.2 the line is too long" : "500 5.5.2 lines end in CR LF");
        ++*mistakes;
    }
    return NULL;
}

void lmtp_session(const struct lmtp *lmtp, struct slot *slot, int fd, bool filters)
{
    const struct sigaction action = {.sa_handler = end};
    sigset_t blocked, waiting;
    g_autoptr(GString) line = g_string_new(NULL);
    unsigned mistakes = 0;
    struct session session = {.lmtp = lmtp,
                              .slot = slot,
                              .client = wire_new(fd),
                              .alone = lmtp->keeps || filters,
                              .filters = filters,
                              .uid = slot->uid,
                              .recipients = g_ptr_array_new_with_free_func(recipient_free)};
    sigemptyset(&blocked);
    sigaddset(&blocked, SIGTERM);
    sigprocmask(SIG_BLOCK, &blocked, &waiting);
    sigdelset(&waiting, SIGTERM);
    sigaction(SIGTERM, &action, NULL);
    wire_say(session.client, "220 %s LMTP heed\r\n", lmtp->host);
    const char *command;
    do
        command = next(&session, line, &waiting, &mistakes);
    while (command && run(&session, command, &mistakes));
    (void)wire_flush(session.client, REPLY_SECONDS);
    session_forget(&session);
    g_ptr_array_free(session.recipients, TRUE);
    store_close(&session.store);
    wire_free(session.client);
}
