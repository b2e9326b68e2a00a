/* The client of heed lmtp's second door: LMTP, whose reply to the message is its fields. */
#include <string.h>

#include "base/frame.h"
#include "lmtp-store.h"
#include "mail/heed-fields.h"
#include "site-filter.h"

#define OPEN_SECONDS 1 /* to be greeted, and answered */
#define PIECE 65536    /* bytes that are sent at once */

/* As one chunk, whatever its lines end in. */
static bool send_message(struct store *store, const struct spool *spool)
{
    g_autofree char *buffer = g_malloc(PIECE);
    uint64_t size = spool_size(spool);
    wire_say(store->wire, "BDAT %" G_GUINT64_FORMAT " LAST\r\n", size);
    for (uint64_t at = 0; at < size;) {
        size_t got = spool_peek(spool, at, buffer, PIECE);
        wire_put(store->wire, buffer, got);
        at += got;
        if (!got || !wire_flush(store->wire, store->seconds))
            return false;
    }
    return wire_flush(store->wire, store->seconds);
}

/* "MAIL FROM", "RCPT TO". The code of the reply, or 0. */
static int say_path(struct store *store, const char *command, const char *address, double deadline)
{
    struct reply reply = {0};
    g_autofree char *line = g_strdup_printf("%s:<%s>", command, address);
    store->seconds = MAX(deadline - clock_seconds(), 0);
    int code = store_ask(store, line, &reply) ? reply.code : 0;
    reply_clear(&reply);
    return code;
}

/* "250-X-Heed: later", "250 X-Heed-Seal: ..." */
static char *fields_of(const struct reply *reply)
{
    g_auto(GStrv) lines = g_strsplit(reply->text, "\r\n", -1);
    g_autoptr(GString) block = g_string_new(NULL);
    for (char **line = lines; *line; line++)
        if (strlen(*line) > 4)
            g_string_append_printf(block, "%s\n", *line + 4);
    bool off = !block->len; /* there are to be none */
    return off || heed_fields_are_sound(block->str) ? g_strdup(block->str) : NULL;
}

static bool is_word(const char *address)
{
    return strcspn(address, "\r\n") == strlen(address);
}

char *site_filter(const struct config_site *site, const struct spool *spool, const char *sender,
                  const char *recipient, double seconds, const char **why)
{
    struct store store;
    struct reply reply = {0};
    double deadline = clock_seconds() + seconds;
    char *block = NULL;
    *why = "no-process";
    if (!*site->filter || !store_open(&store, site->filter, "localhost", OPEN_SECONDS))
        return NULL;
    int code = is_word(sender) && is_word(recipient) ? say_path(&store, "MAIL FROM", sender, deadline) : 501;
    code = code == 250 ? say_path(&store, "RCPT TO", recipient, deadline) : code;
    store.seconds = MAX(deadline - clock_seconds(), 0);
    if (code / 100 == 5)
        *why = "no-user";
    else if (code == 250 && send_message(&store, spool) && store_hear(&store, store.seconds, &reply))
        block = reply_is_good(&reply) ? fields_of(&reply) : NULL;
    if (code == 250 && !reply.code)
        *why = deadline <= clock_seconds() ? "timeout" : "crashed";
    reply_clear(&reply);
    store_close(&store);
    return block;
}
