/* What a mail server says to heed lmtp: an input is the bytes of one session. Behind it stands a store that takes
 * what it is given, and nobody who judges. */
#include <poll.h>
#include <pthread.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include "../../src/front/lmtp-session.h"
#include "fuzz.h"

static struct slots *slots;
static struct lmtp lmtp;
static char place[64];

static void say(FILE *to, const char *text)
{
    fputs(text, to);
    fflush(to);
}

/* The store has a message that begins with heed's word about it, unless that would take in what goes on (layout.no_room),
 * and each line of it ends in CR LF. */
static void take_line(const char *line, size_t len, bool first)
{
    if (first && !strchr(" \t", *line))
        must(g_str_has_prefix(line, "X-Heed: inbox; unjudged=no-process\r\n"));
    must(len >= 2 && line[len - 2] == '\r' && line[len - 1] == '\n');
    must(!memchr(line, '\n', len - 1));
}

static bool take_lines(FILE *from)
{
    char *line = NULL;
    size_t size = 0;
    ssize_t len;
    bool ended = false;
    for (bool first = true; !ended && (len = getline(&line, &size, from)) > 0; first = false) {
        ended = len == 3 && !memcmp(line, ".\r\n", 3);
        if (!ended)
            take_line(line, (size_t)len, first);
    }
    free(line);
    return ended;
}

static void serve_one(FILE *from, FILE *to)
{
    unsigned recipients = 0;
    char line[4096];
    say(to, "220 store.example\r\n");
    while (fgets(line, sizeof line, from)) {
        unsigned long long bytes = 0;
        bool rcpt = g_str_has_prefix(line, "RCPT"), data = g_str_has_prefix(line, "DATA");
        bool chunk = sscanf(line, "BDAT %llu LAST", &bytes) == 1, refused = rcpt && strstr(line, "<x");
        if (rcpt || data || chunk)
            must(g_str_has_suffix(line, "\r\n"));
        for (int c = 0; bytes && c != EOF; bytes--)
            c = getc(from);
        if (data && recipients) {
            say(to, "354 go on\r\n");
            if (!take_lines(from))
                return;
        }
        recipients += rcpt && !refused;
        for (; (data || chunk) && recipients > 1; recipients--)
            say(to, "250 2.0.0 stored\r\n");
        if (g_str_has_prefix(line, "LHLO"))
            say(to, "250-store.example\r\n250-PIPELINING\r\n250-8BITMIME\r\n250-SMTPUTF8\r\n250-CHUNKING\r\n"
                    "250 SIZE 100000\r\n");
        else
            say(to, refused ? "550 5.1.1 nobody\r\n" : "250 2.0.0 fine\r\n");
        recipients = rcpt ? recipients : 0;
    }
}

static void *serve(void *listening)
{
    for (;;) {
        int fd = TEMP_FAILURE_RETRY(accept(*(int *)listening, NULL, NULL)), other = dup(fd);
        FILE *from = fdopen(fd, "r"), *to = fdopen(other, "w");
        must(from && to);
        serve_one(from, to);
        fclose(from);
        fclose(to);
    }
    return NULL;
}

static void remove_place(void)
{
    unlink(place);
}

int LLVMFuzzerInitialize(int *argc, char ***argv)
{
    (void)argc;
    (void)argv;
    static int listening;
    static struct config *config; /* where the sanitizer finds what is its */
    pthread_t thread;
    snprintf(place, sizeof place, "/tmp/heed-fuzz.%d", (int)getpid());
    signal(SIGPIPE, SIG_IGN);
    config = config_default();
    struct config_site *site = &config->site;
    g_free(site->store);
    site->store = g_strdup(place);
    g_free(site->spool);
    site->spool = g_strdup("/tmp");
    site->size = site->spool_size = 15000;
    slots = slots_new(2);
    listening = wire_listen(place);
    must(slots && listening >= 0);
    atexit(remove_place);
    must(pthread_create(&thread, NULL, serve, &listening) == 0);
    lmtp = (struct lmtp){.site = site, .slots = slots, .host = "mx.home.example", .door = -1, .filter = -1};
    return 0;
}

/* All of FD, which never has more than is told. */
static GByteArray *read_all(int fd)
{
    GByteArray *all = g_byte_array_new();
    guint8 some[4096];
    for (ssize_t n; (n = read(fd, some, sizeof some)) > 0;)
        g_byte_array_append(all, some, (guint)n);
    return all;
}

static void *reads(void *fd)
{
    return read_all(*(int *)fd);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
    int ends[2];
    void *said;
    pthread_t reader;
    must(socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) == 0);
    if (len > 20000)
        len = 20000; /* what a socket holds */
    must(send(ends[1], bytes, len, 0) == (ssize_t)len && shutdown(ends[1], SHUT_WR) == 0);
    must(pthread_create(&reader, NULL, reads, &ends[1]) == 0);
    lmtp_session(&lmtp, &slots->at[0], ends[0], false);
    must(pthread_join(reader, &said) == 0);
    close(ends[1]);
    slots_clear(&slots->at[0]);
    GByteArray *all = said;
    g_byte_array_append(all, (const guint8 *)"", 1);
    g_auto(GStrv) lines = g_strsplit((const char *)all->data, "\r\n", -1);
    for (char **line = lines; line[0] && line[1]; line++)
        must(strspn(*line, "0123456789") == 3 && strchr(" -", (*line)[3]) && g_str_is_ascii(*line) &&
             !strpbrk(*line, "\n\r\x1b"));
    g_byte_array_unref(all);
    return 0;
}
