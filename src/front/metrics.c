/* Counters in shared memory. A session that was taken over can count what it likes, and nothing else. */
#include <fcntl.h>
#include <stdatomic.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <time.h>
#include <unistd.h>

#include "base/frame.h"
#include "base/spool.h"
#include "front/lmtp.h"
#include "metrics.h"
#include "wire.h"

#define ASK_SECONDS 2   /* for who connects to say what is wanted; nothing has to be said */
#define MOST_LINE 4096  /* bytes */
#define MOST_LINES 100
#define MOST_TEXT 65536 /* bytes */

static const int codes[] = {250, 421, 450, 451, 452, 500, 501, 503, 550, 551, 552, 553, 554, 0 /* others */};
static const char *const reasons[] = {"timeout", "crashed", "garbled", "no-process",
                                      "no-user", "off",     "other"};
static const double bounds[] = {.005, .01, .025, .05, .1, .25, .5, 1, 2.5, 5, 10, 60}; /* seconds */

struct histogram {
    _Atomic uint64_t buckets[G_N_ELEMENTS(bounds) + 1], microseconds;
};

struct metrics {
    _Atomic uint64_t replies[G_N_ELEMENTS(codes)], placed[PLACE_COUNT], unjudged[G_N_ELEMENTS(reasons)];
    struct histogram took[METRICS];
    _Atomic unsigned processes, waiting, learned, unlearned;
    _Atomic uint64_t behind, bytes;
    _Atomic int64_t oldest; /* of what was learned; 0: there was no pass yet */
};

struct metrics *metrics_new(void)
{
    void *at = mmap(NULL, sizeof(struct metrics), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    return at == MAP_FAILED ? NULL : at;
}

void metrics_reply(struct metrics *metrics, int code)
{
    size_t i = 0;
    while (codes[i] && codes[i] != code)
        i++;
    if (metrics)
        atomic_fetch_add(&metrics->replies[i], 1);
}

void metrics_placed(struct metrics *metrics, enum placement placement, const char *why)
{
    size_t i = 0;
    while (why && i + 1 < G_N_ELEMENTS(reasons) && strcmp(reasons[i], why) != 0)
        i++;
    if (metrics)
        atomic_fetch_add(why ? &metrics->unjudged[i] : &metrics->placed[placement], 1);
}

void metrics_took(struct metrics *metrics, enum metric what, double seconds)
{
    size_t i = 0;
    while (i < G_N_ELEMENTS(bounds) && seconds > bounds[i])
        i++;
    if (!metrics)
        return;
    atomic_fetch_add(&metrics->took[what].buckets[i], 1);
    atomic_fetch_add(&metrics->took[what].microseconds, (uint64_t)(MAX(seconds, 0) * 1e6));
}

void metrics_stand(struct metrics *metrics, unsigned processes, unsigned wanted, uint64_t behind)
{
    if (!metrics)
        return;
    atomic_store(&metrics->processes, processes);
    atomic_store(&metrics->waiting, wanted);
    atomic_store(&metrics->behind, behind);
}

void metrics_learned(struct metrics *metrics, const struct site_learned *learned)
{
    if (!metrics)
        return;
    atomic_store(&metrics->bytes, learned->bytes);
    atomic_store(&metrics->learned, learned->learned);
    atomic_store(&metrics->unlearned, learned->unlearned);
    atomic_store(&metrics->oldest, learned->oldest);
}

/* --- the text ------------------------------------------------------------------------------------------- */

static void add_head(GString *text, const char *name, const char *type, const char *help)
{
    g_string_append_printf(text, "# HELP heed_%s %s\n# TYPE heed_%s %s\n", name, help, name, type);
}

static void add_replies(GString *text, const struct metrics *metrics)
{
    add_head(text, "lmtp_replies_total", "counter", "Replies to messages, for each recipient.");
    for (size_t i = 0; i < G_N_ELEMENTS(codes); i++) {
        g_autofree char *code = codes[i] ? g_strdup_printf("%d", codes[i]) : g_strdup("other");
        g_string_append_printf(text, "heed_lmtp_replies_total{code=\"%s\"} %" G_GUINT64_FORMAT "\n", code,
                               (guint64)atomic_load(&metrics->replies[i]));
    }
}

static void add_placed(GString *text, const struct metrics *metrics)
{
    add_head(text, "lmtp_placed_total", "counter", "Judged messages, for each recipient who has them.");
    for (int place = 0; place < PLACE_COUNT; place++)
        g_string_append_printf(text, "heed_lmtp_placed_total{placement=\"%s\"} %" G_GUINT64_FORMAT "\n",
                               placement_name(place), (guint64)atomic_load(&metrics->placed[place]));
    add_head(text, "lmtp_unjudged_total", "counter",
             "Messages that were handed on unjudged, for each recipient.");
    for (size_t i = 0; i < G_N_ELEMENTS(reasons); i++)
        g_string_append_printf(text, "heed_lmtp_unjudged_total{reason=\"%s\"} %" G_GUINT64_FORMAT "\n",
                               reasons[i], (guint64)atomic_load(&metrics->unjudged[i]));
}

static void add_histogram(GString *text, const struct histogram *took, const char *name, const char *help)
{
    uint64_t sum = 0;
    char number[G_ASCII_DTOSTR_BUF_SIZE];
    add_head(text, name, "histogram", help);
    for (size_t i = 0; i <= G_N_ELEMENTS(bounds); i++) {
        bool last = i == G_N_ELEMENTS(bounds);
        sum += atomic_load(&took->buckets[i]);
        g_string_append_printf(text, "heed_%s_bucket{le=\"%s\"} %" G_GUINT64_FORMAT "\n", name,
                               last ? "+Inf" : g_ascii_formatd(number, sizeof number, "%g", bounds[i]),
                               (guint64)sum);
    }
    g_ascii_formatd(number, sizeof number, "%.6f", (double)atomic_load(&took->microseconds) / 1e6);
    g_string_append_printf(text, "heed_%s_sum %s\nheed_%s_count %" G_GUINT64_FORMAT "\n", name,
                           number, name, (guint64)sum);
}

static void add_gauge(GString *text, const char *name, const char *help, uint64_t value)
{
    add_head(text, name, "gauge", help);
    g_string_append_printf(text, "heed_%s %" G_GUINT64_FORMAT "\n", name, (guint64)value);
}

/* The lag goes on growing where nobody learns any more. */
static void add_learned(GString *text, const struct metrics *metrics)
{
    int64_t oldest = atomic_load(&metrics->oldest), lag = time(NULL) - oldest;
    if (!oldest)
        return;
    add_gauge(text, "site_learn_lag_seconds", "Since the user was learned from who waits longest.",
              (uint64_t)MAX(lag, 0));
    add_head(text, "site_users", "gauge", "Users of whom something is known, and who are learned from.");
    g_string_append_printf(text, "heed_site_users{learned=\"yes\"} %u\nheed_site_users{learned=\"no\"} %u\n",
                           atomic_load(&metrics->learned), atomic_load(&metrics->unlearned));
    add_gauge(text, "site_state_bytes", "All that is known of users.", atomic_load(&metrics->bytes));
}

static char *text_of(const struct metrics *metrics)
{
    GString *text = g_string_new(NULL);
    add_replies(text, metrics);
    add_placed(text, metrics);
    add_histogram(text, &metrics->took[METRIC_JUDGE], "lmtp_judge_seconds",
                  "How long judging held a message up.");
    add_histogram(text, &metrics->took[METRIC_STORE], "lmtp_store_seconds", "How long the store took.");
    add_gauge(text, "lmtp_processes", "Workers, and those who have messages judged.",
              atomic_load(&metrics->processes));
    add_gauge(text, "lmtp_waiting", "Messages that wait for a worker.", atomic_load(&metrics->waiting));
    add_gauge(text, "lmtp_index_queue_messages", "Messages that wait to be noted in their users' books.",
              atomic_load(&metrics->behind));
    add_learned(text, metrics);
    return g_string_free(text, FALSE);
}

bool metrics_write(const struct metrics *metrics, const char *path)
{
    if (!metrics)
        return true;
    g_autofree char *text = text_of(metrics), *part = g_strconcat(path, ".part", NULL);
    int fd = open(part, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0644);
    bool written = fd >= 0 && write_all(fd, text, strlen(text));
    if (fd >= 0)
        written = close(fd) == 0 && written;
    return written && rename(part, path) == 0;
}

/* The request is read to its empty line: a socket that is closed over what was not read yet tells the other
 * side of an error. */
void metrics_answer(const struct metrics *metrics, int fd)
{
    owned(wire) wire = wire_new(fd);
    g_autoptr(GString) line = g_string_new(NULL);
    g_autofree char *text = metrics ? text_of(metrics) : g_strdup("");
    double deadline = clock_seconds() + ASK_SECONDS;
    for (unsigned i = 0; i < MOST_LINES; i++) {
        enum wire_got got = wire_line(wire, line, MOST_LINE, deadline);
        if ((got != WIRE_LINE && got != WIRE_BARE && got != WIRE_LONG) || (got != WIRE_LONG && !line->len))
            break;
    }
    wire_say(wire,
             "HTTP/1.0 200 OK\r\nContent-Type: text/plain; version=0.0.4\r\nContent-Length: %zu\r\n\r\n%s",
             strlen(text), text);
    (void)wire_flush(wire, ASK_SECONDS);
}

/* Behind the empty line, to the end. */
char *lmtp_numbers(const char *where, double seconds, struct err *err)
{
    double deadline = clock_seconds() + seconds;
    g_autoptr(GString) line = g_string_new(NULL), text = g_string_new(NULL);
    int fd = wire_connect(where, seconds);
    if (fd < 0) {
        (void)err_errno(err, STATUS_IO, "cannot connect to %s", where);
        return NULL;
    }
    owned(wire) wire = wire_new(fd);
    enum wire_got got = WIRE_LATE;
    wire_say(wire, "GET /metrics HTTP/1.0\r\n\r\n");
    for (bool body = false; wire_flush(wire, seconds) && text->len < MOST_TEXT; body |= !line->len) {
        got = wire_line(wire, line, MOST_LINE, deadline);
        if (got != WIRE_LINE && got != WIRE_BARE)
            break;
        if (body)
            g_string_append_printf(text, "%s\n", line->str);
    }
    if (got == WIRE_END && text->len)
        return g_strdup(text->str);
    (void)err_set(err, STATUS_IO, "nobody says numbers at %s", where);
    return NULL;
}
