/* What the worker does: judge the message, say what to do with it, and when it is stored, write it into the
 * book and the index. */
#include <fcntl.h>
#include <math.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "act/indexing.h"
#include "worker.h"
#include "worker-child.h"
#include "act/headers.h"
#include "base/ending.h"
#include "decide/learn.h"
#include "learn/met.h"

static bool read_all(int fd, void *buffer, size_t len)
{
    for (char *p = buffer; len > 0;) {
        ssize_t n = read(fd, p, len);
        if (n <= 0)
            return false;
        p += n;
        len -= (size_t)n;
    }
    return true;
}

static bool say_order(int to, bool keep, enum placement placement, const char *folder, const char *block)
{
    g_autoptr(GVariant) order =
        g_variant_ref_sink(g_variant_new(ORDER_TYPE, keep, (gint32)placement, folder, block));
    uint32_t length = (uint32_t)g_variant_get_size(order);
    return write_all(to, &length, sizeof length) && write_all(to, g_variant_get_data(order), length);
}

/* Reads the path; NULL where the parent has none: storing failed. */
static char *hear_path(int from)
{
    uint32_t length;
    if (!read_all(from, &length, sizeof length) || length > 8192)
        return NULL;
    char *path = g_malloc0(length + 1);
    if (!read_all(from, path, length))
        g_clear_pointer(&path, g_free);
    return path;
}

/* notmuch makes up its own id for what has none, and hashes long ones; such a message enters the book when
 * `heed sync` meets it in the index. */
static const char *book_id(const struct message *message)
{
    bool plain = !message->id_made_up && strlen(message->id) < 200 && !strpbrk(message->id, " \t<>");
    return plain ? message->id : "";
}

static struct entry make_entry(const struct sources *sources, const struct judgement *j,
                               const struct carried *carried)
{
    struct entry entry = {
        .id = book_id(j->message),
        .date = j->facts.now,
        .address = j->facts.voice,
        .organisation = j->facts.relation,
        .thread = "",
        .kind = j->facts.kind.kind,
        .proven = j->facts.entitled,
        .placement = j->verdict.placement,
        .useful = j->scores.of[AXIS_USEFUL],
        .personal = j->scores.of[AXIS_PERSONAL],
        .trust = j->scores.of[AXIS_TRUST],
        .tags = TAG_UNREAD | TAG_INBOX,
        .fingerprint = j->facts.fingerprint,
        .name = j->facts.name,
        .alias = &j->facts.alias,
        .stranger = j->facts.stranger,
    };
    entry.own = met_is_own(sources, j, NULL);
    if (carried) {
        entry.placement = carried->placement;
        entry.useful = carried->useful;
        entry.personal = carried->personal;
        entry.trust = carried->trust;
    }
    return entry;
}

static char **ruling_tags(const struct ruling *ruling)
{
    char **tags = g_new0(char *, ruling->n_tags + 1);
    for (unsigned i = 0; i < ruling->n_tags; i++)
        tags[i] = g_strdup(ruling->tags[i]);
    return tags;
}

void worker_child(const struct sources *sources, const struct spool *spool, const char *folder, bool stores,
                  int from, int to)
{
    struct sources own = *sources;
    ending_renew(); /* it may outlive who would give it up */
    int null = open("/dev/null", O_RDWR | O_CLOEXEC);
    dup2(null, STDIN_FILENO); /* whoever reads the filter's output waits for its end */
    dup2(null, STDOUT_FILENO);
    struct err err;
    int64_t now = time(NULL);
    signal(SIGPIPE, SIG_IGN);
    (void)sources_open_book(&own, NULL);
    if (own.trouble)
        fprintf(stderr, "heed: %s\n", own.trouble);

    struct judgement *j = NULL;
    message_init();
    sources_read_rules(&own);
    sources_confine(&own, stores ? CONFINE_STORE : CONFINE_READ, folder); /* cage_silence() was the parent's */
    owned(layout) layout = layout_read(spool);
    if (flow_judge(&own, spool, layout->start, AT_ARRIVAL, now, &j, &err))
        _exit(1);

    struct carried carried;
    const struct ruling *ruling = &j->verdict.ruling;
    bool keep = headers_carried(&own, j, &carried) && carried.when > now - CARRIED_DAYS * 86400 &&
                carried.when < now + 86400;
    enum placement placement = keep ? carried.placement : j->verdict.placement;
    g_autofree char *block = keep ? g_strdup("") : headers_make(&own, j, spool, now);
    g_autofree char *ruled = keep ? headers_folder(&carried) : g_strdup(ruling->folder);
    if (!say_order(to, keep, placement, folder ? folder : ruled ? ruled : own.config->folders[placement], block))
        _exit(1);

    if (!stores)
        _exit(0);
    (void)sources_index(&own); /* while the parent stores */
    char *path = hear_path(from);
    if (path) {
        struct entry entry = make_entry(&own, j, keep ? &carried : NULL);
        owned(features) features = features_of(&j->facts, j->findings);
        g_autoptr(GBytes) packed = features_pack(features);
        entry.features = packed;
        g_auto(GStrv) tags = keep ? headers_tags(&carried) : ruling_tags(ruling);
        char done = WORKER_ELSEWHERE;
        if (!own.elsewhere)
            done = index_delivered(&own, &entry, tags, path) ? WORKER_INDEXED : WORKER_LEFT_IT;
        (void)write_all(to, &done, 1);
    }
    _exit(0);
}
