/* Saying commands, and what is the same for all of them. */
#include <errno.h>
#include <poll.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/frame.h"
#include "base/text.h"
#include "imap-talk.h"

#define SILENCE 60        /* seconds without a response */
#define COMMAND 300       /* seconds of one command */
#define SESSION 14400     /* seconds of all */
#define PLAIN 4096        /* bytes of names and password */
#define MOST_RESPONSES 4000000 /* to one */

static void folder_free(void *data)
{
    struct imap_folder *folder = data;
    g_free(folder->name);
    g_free(folder);
}

struct imap *imap_new(int fd)
{
    struct imap *imap = g_new0(struct imap, 1);
    imap->wire = wire_new(fd);
    imap->end = clock_seconds() + SESSION;
    imap->others = g_ptr_array_new_with_free_func(g_free);
    imap->folders = g_ptr_array_new_with_free_func(folder_free);
    return imap;
}

void imap_free(struct imap *imap)
{
    if (!imap)
        return;
    wire_free(imap->wire);
    g_ptr_array_unref(imap->others);
    g_ptr_array_unref(imap->folders);
    g_free(imap);
}

/* By write(2): who may open no socket may not send(2), either. */
static enum status send_line(struct imap *imap, GString *line, struct err *err)
{
    double deadline = clock_seconds() + SILENCE;
    size_t sent = 0;
    g_string_append(line, "\r\n");
    while (sent < line->len) {
        struct pollfd pollfd = {.fd = imap->wire->fd, .events = POLLOUT};
        double left = deadline - clock_seconds();
        if (left <= 0 || poll(&pollfd, 1, (int)(left * 1000) + 1) == 0)
            return err_set(err, STATUS_LIMIT, "the IMAP server does not listen");
        ssize_t n = write(imap->wire->fd, line->str + sent, line->len - sent);
        if (n < 0 && errno != EINTR && errno != EAGAIN)
            return err_set(err, STATUS_IO, "the IMAP server ended the connection");
        sent += n > 0 ? (size_t)n : 0;
    }
    return STATUS_OK;
}

/* What is said of the folder that is open, whatever was asked. */
static void take_news(struct imap *imap, const struct imap_response *response)
{
    static const char code[] = "OK [UIDVALIDITY ";
    uint64_t number;
    if (response->status && g_ascii_strncasecmp(response->status, code, sizeof code - 1) == 0)
        imap->validity = g_ascii_strtoull(response->status + sizeof code - 1, NULL, 10);
    else if (imap_is(response->items, 1, "EXISTS") && imap_number(response->items, 0, G_MAXUINT32, &number))
        imap->exists = number;
    else if (imap_is(response->items, 1, "EXPUNGE"))
        imap->exists -= imap->exists > 0;
}

static enum status refused(const struct imap_response *response, struct err *err)
{
    g_autofree char *words = text_clean(response->status ? response->status : "", 200);
    return err_set(err, STATUS_IO, "the IMAP server says: %s", words);
}

/* Reads up to the end of a command, or to where the server waits for more. */
static enum status hear(struct imap *imap, bool *more, imap_each *each, void *data, struct err *err)
{
    double end = MIN(clock_seconds() + COMMAND, imap->end);
    bool done = false;
    enum status status = STATUS_OK;
    *more = false;
    for (unsigned i = 0; !done && !*more && !status; i++) {
        struct imap_response response;
        if (i == MOST_RESPONSES)
            return err_set(err, STATUS_LIMIT, "the IMAP server does not come to an end");
        status = imap_read(imap->wire, MIN(end, clock_seconds() + SILENCE), &response, err);
        if (status)
            return status;
        *more = response.more;
        done = response.tagged;
        take_news(imap, &response);
        bool good = response.status && g_ascii_strncasecmp(response.status, "OK", 2) == 0;
        bool bye = response.status && g_ascii_strncasecmp(response.status, "BYE", 3) == 0;
        if (bye || (done && !good))
            status = refused(&response, err);
        else if (each && response.items)
            status = each(&response, data, err);
        imap_response_clear(&response);
    }
    return status;
}

enum status imap_command(struct imap *imap, imap_each *each, void *data, struct err *err, const char *format,
                         ...)
{
    g_autoptr(GString) line = g_string_new(NULL);
    bool more = false;
    va_list args;
    g_string_printf(line, "a%u ", ++imap->commands);
    va_start(args, format);
    g_string_append_vprintf(line, format, args);
    va_end(args);
    enum status status = send_line(imap, line, err);
    if (!status)
        status = hear(imap, &more, each, data, err);
    return status || !more ? status : err_set(err, STATUS_IO, "the IMAP server waits for what is not there");
}

/* --- logging in ----------------------------------------------------------------------------------------- */

static enum status greet(struct imap *imap, struct err *err)
{
    struct imap_response response;
    enum status status = imap_read(imap->wire, clock_seconds() + SILENCE, &response, err);
    if (!status && (!response.status || g_ascii_strncasecmp(response.status, "OK", 2) != 0))
        status = refused(&response, err);
    imap_response_clear(&response);
    return status;
}

static enum status authenticate(struct imap *imap, const char *user, const char *master,
                                char *password, struct err *err)
{
    /* Large enough that nothing is copied where it is not wiped. */
    g_autoptr(GString) plain = g_string_sized_new(PLAIN), line = g_string_sized_new(2 * PLAIN);
    bool more = false;
    const char *const parts[] = {user, master, password};
    for (size_t i = 0; i < G_N_ELEMENTS(parts); i++) {
        if (i)
            g_string_append_c(plain, '\0');
        g_string_append(plain, parts[i]);
    }
    g_string_printf(line, "a%u AUTHENTICATE PLAIN", ++imap->commands);
    enum status status = send_line(imap, line, err);
    if (!status)
        status = hear(imap, &more, NULL, NULL, err);
    if (!status && !more)
        status = err_set(err, STATUS_IO, "the IMAP server does not ask who logs in");
    if (!status) {
        char *encoded = g_base64_encode((const guchar *)plain->str, plain->len);
        g_string_assign(line, encoded);
        explicit_bzero(encoded, strlen(encoded));
        g_free(encoded);
        status = send_line(imap, line, err);
        if (!status)
            status = hear(imap, &more, NULL, NULL, err);
    }
    explicit_bzero(plain->str, plain->len);
    explicit_bzero(line->str, line->len);
    explicit_bzero(password, strlen(password));
    return status;
}

struct abilities {
    bool has[4];
    struct imap *imap;
};
static const char *const needed[] = {"CONDSTORE", "ESEARCH", "LIST-STATUS", "UNSELECT"};

static enum status take_abilities(const struct imap_response *response, void *data, struct err *err)
{
    struct abilities *abilities = data;
    (void)err;
    for (guint i = 1; imap_is(response->items, 0, "CAPABILITY") && i < response->items->len; i++) {
        for (size_t j = 0; j < G_N_ELEMENTS(needed); j++)
            abilities->has[j] |= imap_is(response->items, i, needed[j]);
        abilities->imap->uses |= imap_is(response->items, i, "SPECIAL-USE");
    }
    return STATUS_OK;
}

/* RFC 2342: hers, other users', shared ones. */
static enum status take_namespaces(const struct imap_response *response, void *data, struct err *err)
{
    struct imap *imap = data;
    (void)err;
    for (guint i = 2; imap_is(response->items, 0, "NAMESPACE") && i < 4; i++) {
        const GPtrArray *spaces = imap_list(response->items, i);
        for (guint j = 0; spaces && j < spaces->len; j++) {
            const char *prefix = imap_text(imap_list(spaces, j), 0);
            if (prefix && *prefix)
                g_ptr_array_add(imap->others, g_strdup(prefix));
        }
    }
    return STATUS_OK;
}

enum status imap_log_in(struct imap *imap, const char *user, const char *master, char *password,
                        struct err *err)
{
    struct abilities abilities = {.imap = imap};
    enum status status = greet(imap, err);
    if (!status)
        status = authenticate(imap, user, master, password, err);
    if (!status)
        status = imap_command(imap, take_abilities, &abilities, err, "CAPABILITY");
    for (size_t i = 0; i < G_N_ELEMENTS(needed) && !status; i++)
        if (!abilities.has[i])
            status = err_set(err, STATUS_IO, "the IMAP server lacks %s", needed[i]);
    return status ? status : imap_command(imap, take_namespaces, imap, err, "NAMESPACE");
}

/* --- folders -------------------------------------------------------------------------------------------- */

enum status imap_unselect(struct imap *imap, struct err *err)
{
    if (!imap->selected)
        return STATUS_OK;
    imap->selected = NULL;
    return imap_command(imap, NULL, NULL, err, "UNSELECT");
}

enum status imap_examine(struct imap *imap, const struct imap_folder *folder, struct err *err)
{
    if (imap->selected == folder)
        return STATUS_OK;
    g_autoptr(GString) quoted = g_string_new(NULL);
    for (const char *p = folder->name; *p; p++)
        g_string_append_printf(quoted, *p == '"' || *p == '\\' ? "\\%c" : "%c", *p);
    imap->selected = NULL;
    imap->exists = imap->validity = 0;
    enum status status = imap_command(imap, NULL, NULL, err, "EXAMINE \"%s\"", quoted->str);
    if (!status && imap->validity != folder->validity)
        status = err_set(err, STATUS_IO, "a folder was made anew while heed looked");
    if (!status)
        imap->selected = folder;
    return status;
}
