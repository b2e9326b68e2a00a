/* `heed status`: what deliveries came to, by the counters, and what waits and what is known, by the book. */
#include <stdio.h>
#include <string.h>
#include <time.h>

#include "store/book-state.h"
#include "base/counters.h"
#include "json.h"
#include "base/text.h"
#include "base/wrap.h"
#include "options.h"
#include "verb.h"
#include "status-site.h"
#include "when.h"

struct health {
    struct counters counters;
    struct book_state book;
    enum status status; /* of the book */
    struct err err;     /* why it cannot be read */
    const char *follows; /* the Maildir, or the IMAP server, that has her history; NULL: notmuch's index is */
    bool unsorted;       /* reader_sorts_nothing() */
};

static struct health look(struct reader *reader)
{
    const struct home *home = reader->home;
    struct health health = {.follows = home->store ? home->store : reader_follows(reader)};
    health.unsorted = reader_sorts_nothing(reader);
    g_autofree char *path = home_state(home, BOOK_FILE);
    health.counters = counters_read(home->state_dir);
    health.status = book_inspect(path, false, &health.book, &health.err);
    return health;
}

/* Counters of one group stand next to each other. */
static void add_counters(struct json *json, const struct counters *counters)
{
    const char *open = "";
    for (enum counter counter = 0; counter < COUNTER_COUNT; counter++) {
        const char *group = counter_group(counter);
        if (*open && strcmp(open, group) != 0)
            json_object_end(json);
        if (*group && strcmp(open, group) != 0) {
            json_name(json, group);
            json_object(json);
        }
        open = group;
        json_count(json, counter_name(counter), (int64_t)counters->values[counter]);
    }
}

static void print_json(const struct health *health)
{
    const struct book_state *book = &health->book;
    owned(json) json = json_new();
    json_object(json);
    json_text(json, "version", HEED_VERSION);
    json_text(json, "history", health->follows ? health->follows : "notmuch");
    json_count(json, "since", health->counters.since);
    add_counters(json, &health->counters);
    json_name(json, "book");
    if (health->status) {
        json_null(json);
    } else {
        json_object(json);
        json_count(json, "schema", book->version);
        json_count(json, "bytes", book->bytes);
        json_count(json, "messages", book->messages);
        json_count(json, "waiting", book->waiting);
        json_count(json, "last-sync", book->synced);
        json_count(json, "last-init", book->built);
        json_object_end(json);
    }
    json_object_end(json);
    json_print(json);
}

static void print_counters(const struct counters *counters)
{
    char day[32];
    if (!counters->since) {
        puts("nothing has been counted yet");
        return;
    }
    printf("since %s\n", text_day(counters->since, day, sizeof day));
    const char *group = "";
    for (enum counter counter = 0; counter < COUNTER_COUNT; counter++) {
        if (strcmp(group, counter_group(counter)) != 0 && *counter_group(counter))
            printf("  %s\n", counter_group(counter));
        group = counter_group(counter);
        printf("  %s%-*s %10" G_GUINT64_FORMAT "\n", *group ? "  " : "", *group ? 14 : 16,
               counter_name(counter), counters->values[counter]);
    }
}

static void print_text(const struct health *health)
{
    const struct book_state *book = &health->book;
    int64_t now = time(NULL);
    char buffer[WHEN_SIZE];
    print_counters(&health->counters);
    if (health->status) {
        bool none = health->status == STATUS_NOT_FOUND;
        wrap_print(2, "%s",
                   none ? "nothing is known of your mail yet: run heed init, or heed init "
                          "~/Maildir where you "
                          "read by IMAP"
                        : health->err.text);
        return;
    }
    if (health->follows)
        wrap_print(2, "history: the folders and flags of %s", health->follows);
    else
        printf("waiting for the index %" G_GINT64_FORMAT "\n", book->waiting);
    if (health->unsorted)
        wrap_print(2, "%s", SORTS_NOTHING);
    printf("last sync %s\n", when_ago(book->synced, now, buffer));
    printf("last init %s\n", when_ago(book->built, now, buffer));
    printf("book: version %d, %" G_GINT64_FORMAT " messages, %.1f MiB\n", book->version, book->messages,
           (double)book->bytes / (1 << 20));
    puts("heed " HEED_VERSION);
}

enum status cmd_status(struct reader *reader, int argc, char **argv, struct err *err)
{
    gboolean json = FALSE, site = FALSE;
    const GOptionEntry entries[] = {
        {"site", 0, 0, G_OPTION_ARG_NONE, &site, "Of all users of a mail server", NULL},
        {"json", 0, 0, G_OPTION_ARG_NONE, &json, "For programs", NULL},
        G_OPTION_ENTRY_NULL,
    };
    enum status status = verb_options(entries, &argc, &argv, err);
    if (!status && argc > 1)
        status = err_set(err, STATUS_USAGE, "unexpected argument");
    if (status)
        return status;
    if (site)
        return status_site(reader->home, json, err);
    struct health health = look(reader);
    json ? print_json(&health) : print_text(&health);
    return STATUS_OK;
}
