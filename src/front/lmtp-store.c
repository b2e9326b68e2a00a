/* The client's side of LMTP. What the store says is passed on, so it is held to its form here. */
#include <string.h>

#include "base/frame.h"
#include "front/lmtp.h"
#include "lmtp-store.h"

#define CONNECT_SECONDS 10
#define MOST_LINE 1000 /* bytes; RFC 5321 4.5.3.1.5 has 512 */
#define MOST_LINES 50  /* of one reply */

void reply_clear(struct reply *reply)
{
    g_clear_pointer(&reply->text, g_free);
    reply->code = 0;
}

void reply_set(struct reply *reply, int code, const char *text)
{
    reply_clear(reply);
    reply->code = code;
    reply->text = g_strdup_printf("%d %s\r\n", code, text);
}

/* The code of a line such as "250-8BITMIME", or 0. */
static int code_of(const char *line)
{
    bool formed = g_ascii_isdigit(line[0]) && g_ascii_isdigit(line[1]) &&
                  g_ascii_isdigit(line[2]) && (line[3] == ' ' || line[3] == '-' || !line[3]);
    int code = formed ? (line[0] - '0') * 100 + (line[1] - '0') * 10 + line[2] - '0' : 0;
    return code >= 200 && code < 600 ? code : 0;
}

bool store_hear(struct store *store, double seconds, struct reply *reply)
{
    double deadline = clock_seconds() + seconds;
    g_autoptr(GString) line = g_string_new(NULL);
    g_autoptr(GString) text = g_string_new(NULL);
    int code = 0;
    reply_clear(reply);
    for (unsigned n = 0; store->wire && n < MOST_LINES; n++) {
        enum wire_got got = wire_line(store->wire, line, MOST_LINE, deadline);
        int found = got == WIRE_LINE || got == WIRE_BARE ? code_of(line->str) : 0;
        if (!found || (code && code != found))
            break;
        code = found;
        for (char *p = line->str; *p; p++)
            if (*p < ' ' || *p > '~')
                *p = '?';
        g_string_append_printf(text, "%s\r\n", line->str);
        if (line->str[3] == '-')
            continue;
        *reply = (struct reply){code, g_string_free(g_steal_pointer(&text), FALSE)};
        if (code == 421)
            store_close(store);
        return true;
    }
    store_close(store);
    return false;
}

bool store_ask(struct store *store, const char *line, struct reply *reply)
{
    reply_clear(reply);
    if (!store->wire)
        return false;
    wire_say(store->wire, "%s\r\n", line);
    if (wire_flush(store->wire, store->seconds))
        return store_hear(store, store->seconds, reply);
    store_close(store);
    return false;
}

/* "250-SIZE 10485760" and the like. */
static void take_abilities(struct store *store, const char *text)
{
    g_auto(GStrv) lines = g_strsplit(text, "\r\n", -1);
    for (char **line = lines; *line; line++) {
        const char *word = strlen(*line) > 4 ? *line + 4 : "";
        store->has_8bit |= g_ascii_strcasecmp(word, "8BITMIME") == 0;
        store->has_utf8 |= g_ascii_strcasecmp(word, "SMTPUTF8") == 0;
        store->has_enhanced |= g_ascii_strcasecmp(word, "ENHANCEDSTATUSCODES") == 0;
        store->has_chunking |= g_ascii_strcasecmp(word, "CHUNKING") == 0;
        if (g_ascii_strncasecmp(word, "SIZE", 4) == 0 && (!word[4] || word[4] == ' ')) {
            store->has_size = true;
            store->size = word[4] ? g_ascii_strtoull(word + 5, NULL, 10) : 0;
        }
    }
}

bool store_open(struct store *store, const char *where, const char *name, double seconds)
{
    struct reply reply = {0};
    g_autofree char *hello = g_strdup_printf("LHLO %s", name);
    int fd = wire_connect(where, MIN(CONNECT_SECONDS, seconds));
    *store = (struct store){.wire = fd < 0 ? NULL : wire_new(fd), .seconds = seconds};
    bool good = store->wire && store_hear(store, seconds, &reply) && reply_is_good(&reply) &&
                store_ask(store, hello, &reply) && reply_is_good(&reply);
    if (good)
        take_abilities(store, reply.text);
    else
        store_close(store);
    reply_clear(&reply);
    return good;
}

void store_close(struct store *store)
{
    g_clear_pointer(&store->wire, wire_free);
}

enum status lmtp_greets(const char *where, double seconds, struct err *err)
{
    int fd = wire_connect(where, seconds);
    if (fd < 0)
        return err_errno(err, STATUS_IO, "cannot connect to %s", where);
    struct store store = {.wire = wire_new(fd)};
    struct reply reply = {0};
    bool heard = store_hear(&store, seconds, &reply), good = heard && reply.code == 220;
    if (!heard)
        err_set(err, STATUS_IO, "nobody greets at %s", where);
    else if (!good)
        err_set(err, STATUS_IO, "at %s it says %s", where, reply.text);
    reply_clear(&reply);
    store_close(&store);
    return good ? STATUS_OK : STATUS_IO;
}
