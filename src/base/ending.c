/* The end of a process that cannot go on, or does not. Knows the alarm and GLib's log; how long a verb may
 * take and what its caller is to be told is for main and the verb to say. */
#include <signal.h>
#include <stdbool.h>
#include <string.h>
#include <unistd.h>

#include "base/ending.h"

#define LINE_BYTES 1000 /* of what a library says */
#define PREFIX "heed: "

static volatile sig_atomic_t code;
static bool begun;
static unsigned bound; /* seconds */

/* One line to standard error, without control characters: a library may quote what stood in a message. */
static void say(const char *from, size_t length)
{
    char line[sizeof PREFIX + LINE_BYTES] = PREFIX, *to = line + sizeof PREFIX - 1;
    for (size_t i = 0; i < MIN(length, LINE_BYTES); i++)
        *to++ = (unsigned char)from[i] < ' ' || from[i] == 0x7f ? ' ' : from[i];
    *to++ = '\n';
    (void)!write(STDERR_FILENO, line, (size_t)(to - line));
}

static void too_late(int number)
{
    static const char words[] = "something does not come back; given up";
    (void)number;
    say(words, sizeof words - 1);
    _exit(code);
}

static void say_field(const GLogField *field)
{
    say(field->value, field->length < 0 ? strlen(field->value) : (size_t)field->length);
}

static GLogWriterOutput write_log(GLogLevelFlags level, const GLogField *fields, gsize n_fields,
                                  gpointer data)
{
    bool said = !(level & (G_LOG_LEVEL_INFO | G_LOG_LEVEL_DEBUG)); /* by GLib's own writer, too */
    (void)data;
    for (gsize i = 0; i < n_fields && said; i++)
        if (strcmp(fields[i].key, "MESSAGE") == 0)
            say_field(&fields[i]);
    if (level & G_LOG_LEVEL_ERROR)
        _exit(code);
    return G_LOG_WRITER_HANDLED;
}

static void print_error(const char *text)
{
    (void)!write(STDERR_FILENO, text, strlen(text));
}

/* What GLib makes once in any verb: the C locale for numbers, and the language of its messages. */
static void make_once(void)
{
    (void)g_ascii_strtod("0", NULL);
    (void)g_dgettext("glib20", "");
    char *nothing = NULL;
    (void)g_file_get_contents("", &nothing, NULL, NULL);
}

void ending_log(void)
{
    static bool set; /* GLib takes one a process, forked ones included */
    ending_answer(STATUS_LIMIT);
    if (!set)
        g_log_set_writer_func(write_log, NULL, NULL);
    set = true;
}

void ending_log_too(ending_set_writer *set)
{
    static bool done;
    if (set && set != g_log_set_writer_func && !done)
        set(write_log, NULL, NULL);
    done |= set != NULL;
}

void ending_begin(void)
{
    const struct sigaction end = {.sa_handler = too_late};
    sigset_t alarms;
    ending_log();
    begun = true;
    g_set_printerr_handler(print_error);
    sigaction(SIGALRM, &end, NULL);
    sigemptyset(&alarms);
    sigaddset(&alarms, SIGALRM);
    sigprocmask(SIG_UNBLOCK, &alarms, NULL); /* whoever started this may have left it blocked */
    make_once();
}

void ending_answer(enum status status)
{
    code = status_exit(status);
}

unsigned ending_within(unsigned seconds)
{
    unsigned before = bound;
    bound = seconds;
    ending_renew();
    return before;
}

void ending_renew(void)
{
    if (begun)
        alarm(bound);
}
