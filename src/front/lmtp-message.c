/* The commands that bring a message: DATA (RFC 5321 4.1.1.4), with a reply for each recipient behind it (RFC
 * 2033 4.2), and BDAT (RFC 3030), with one for each behind the last chunk and a single one behind others. */
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "lmtp-intake.h"
#include "lmtp-session.h"

#define REPLY_SECONDS 60 /* for a client to take it */

static void say_to_all(struct session *session, const char *line)
{
    for (guint i = 0; i < session->recipients->len; i++) {
        wire_say(session->client, "%s\r\n", line);
        metrics_reply(session->lmtp->metrics, atoi(line));
    }
}

static struct intake *begin(const struct session *session)
{
    const struct lmtp *lmtp = session->lmtp;
    return intake_new(lmtp->site, lmtp->slots, session->slot, session->alone ? "\n" : "\r\n");
}

static const char *words_for(enum data_end end)
{
    return end == DATA_BIG ? "552 5.3.4 the message is too large"
                           : "452 4.3.1 there is no room for the message now";
}

/* What was read goes on, and the transaction has ended. */
static void finish(struct session *session, struct intake *intake)
{
    struct spool *spool = NULL;
    struct reply reply = {0};
    int fd = -1;
    enum data_end end = intake_end(intake, &fd, &spool);
    if (end == DATA_WHOLE) {
        session_hand_on(session, spool, fd);
        spool_free(spool);
        close(fd);
    } else {
        say_to_all(session, words_for(end));
    }
    bool open = session->open; /* nothing of it went to the store */
    session_forget(session);
    if (open)
        (void)store_ask(&session->store, "RSET", &reply);
    reply_clear(&reply);
}

bool session_data(struct session *session, const char *rest)
{
    const char *wrong = *rest                       ? "501 5.5.4 DATA stands alone"
                        : session->intake           ? "503 5.5.1 BDAT has begun"
                        : !session->recipients->len ? "503 5.5.1 no recipient"
                                                    : NULL;
    wire_say(session->client, "%s\r\n", wrong ? wrong : "354 go on, and end with a dot");
    if (wrong)
        return true;
    if (!wire_flush(session->client, REPLY_SECONDS))
        return false;
    owned(intake) intake = begin(session);
    if (intake_lines(intake, session->client) == DATA_GONE)
        return false;
    finish(session, intake);
    return true;
}

/* "1000 LAST" */
static bool read_size(const char *rest, guint64 *octets, bool *last)
{
    g_auto(GStrv) words = g_strsplit(rest, " ", 3);
    guint n = g_strv_length(words);
    *last = n == 2 && g_ascii_strcasecmp(words[1], "LAST") == 0;
    return (n == 1 || *last) && g_ascii_string_to_unsigned(words[0], 10, 0, G_MAXUINT64, octets, NULL);
}

bool session_bdat(struct session *session, const char *rest)
{
    guint64 octets;
    bool last;
    if (!read_size(rest, &octets, &last)) { /* nor where the next command begins */
        wire_say(session->client, "501 5.5.4 BDAT takes a number, and LAST\r\n");
        return false;
    }
    if (!session->recipients->len || !session->store.has_chunking) {
        wire_say(session->client, session->store.has_chunking ? "503 5.5.1 no recipient\r\n"
                                                              : "502 5.5.1 BDAT is not offered\r\n");
        return intake_skip(session->client, octets);
    }
    if (!session->intake)
        session->intake = begin(session);
    enum data_end end = intake_chunk(session->intake, session->client, octets);
    if (end == DATA_GONE)
        return false;
    if (!last) {
        wire_say(session->client, "%s\r\n", end == DATA_WHOLE ? "250 2.0.0 go on" : words_for(end));
        return true;
    }
    owned(intake) intake = g_steal_pointer(&session->intake);
    session->chunked = true;
    finish(session, intake);
    return true;
}
