/* The table of verbs; opens what the verb's row says, and turns its status into an exit code. */
#include <fcntl.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/counters.h"
#include "base/part.h"
#include "base/ending.h"
#include "mail/message.h"
#include "base/text.h"
#include "base/wrap.h"
#include "options.h"
#include "verb.h"

static const struct verb verbs[] = {
    {"init", "[--yes] [--rules] [MAILDIR]", "look back over your mail and build the book", NEED_START,
     cmd_init},
    {"sync", "[-v] [--wait=SECONDS]", "follow what became of mail since", NEED_MAIL, cmd_sync},
    {"watch", "[--new]", "sync within seconds of whatever changes", NEED_MAIL, cmd_watch},
    {"deliver", "[--folder NAME] [-f ADDRESS] [RECIPIENT...]",
     "store one message from standard input, judged", NEED_HOME, cmd_deliver},
    {"filter", "[-f ADDRESS] [--site] [RECIPIENT...]",
     "standard input to standard output, the verdict in its header", NEED_HOME, cmd_filter},
    {"serve", "", "judges that stay, for deliver and filter", NEED_HOME, cmd_serve},
    {"lmtp", "", "a whole site's mail, between mail server and store", NEED_HOME, cmd_lmtp},
    {"user", "NAME VERB [ARGUMENT...] | --all VERB [ARGUMENT...] | NAME on|headers|off",
     "a verb, for a user of the site", NEED_HOME, cmd_user},
    {"mode", "[on|headers|off]", "whether mail is judged, and put where it belongs", NEED_START, cmd_mode},
    {"tag", "[--apply] [--again] [--json] [--wait=SECONDS] QUERY | --new | --undo",
     "judge mail that is there already", NEED_MAIL, cmd_tag},
    {"why", "[--json|--brief] [--rules FILE] FILE | id:MESSAGE-ID | -", "explain where a message belongs",
     NEED_LOOK, cmd_why},
    {"senders", "[--sort=COLUMN] [--limit=N] [--kinds] [--business [--forget]] [--json] [NAME...]",
     "relationships as a table", NEED_BOOK, cmd_senders},
    {"mute", "[--undo] NAME", "a rule that puts aside what a sender sends to many", NEED_START, cmd_mute},
    {"follow", "[--undo] NAME", "a rule that puts nothing of a sender aside", NEED_START, cmd_follow},
    {"backtest",
     "[--set NAME=VALUE] [--rules FILE] [--without FILTER[,FILTER]] [--since WHEN] [--sample SHARE] [--all] "
     "[--json]",
     "replay the archive and measure", NEED_LOOK, cmd_backtest},
    {"alias",
     "new ORGANISATION [--label=NAME] | list | check ADDRESS [ORGANISATION] | "
     "note ADDRESS|LABEL ORGANISATION [--mailer] | note --learn [--yes] | close ADDRESS [--undo] | "
     "renew ADDRESS|ORGANISATION [--label=NAME]",
     "addresses to hand out, one to each organisation", NEED_BOOK, cmd_alias},
    {"key", "[--rotate [--forget]|--export|--import]", "the key of the verdicts' seals", NEED_HOME, cmd_key},
    {"export", "FILE | -", "all that is known, and the keys, for another host", NEED_START, cmd_export},
    {"import", "[--replace] FILE | -", "take what export wrote", NEED_START, cmd_import},
    {"erase", "[--yes]", "remove all that was learned, and the keys", NEED_HOME, cmd_erase},
    {"check", "[-v] [--fields] [FILE...]", "look over settings and rules, or files of rules", NEED_SETTINGS,
     cmd_check},
    {"doctor", "[--site] [--json]", "look at everything that could go wrong here", NEED_HOME, cmd_doctor},
    {"status", "[--site] [--json]", "what deliveries came to, and what waits", NEED_START, cmd_status},
    {"filters", "[--learned|--forget] [--json]", "what is judged, and by how much", NEED_HOME, cmd_filters},
    {"simulate",
     "[--play [--json]] [--seed=N] [--days=N] [--live=N] [--language=en|de|fr] [--now=EPOCH] [DIRECTORY]",
     "a made-up consumer's mail", NEED_HOME, cmd_simulate},
};

/* Seconds that a verb may take without coming forward before it is given up. Mail servers and procmail
 * give up a delivery after 1000 and 960 seconds; input that comes slowly comes forward (spool.c). What a
 * person watches may be stopped or wait in a pager; sync and tag bound themselves closer. */
static const struct {
    verb_run *run;
    unsigned seconds;
} bounds[] = {
    {cmd_deliver, 900},
    {cmd_filter, 900},
    {NULL, 24 * 3600}, /* all others */
};

static unsigned verb_bound(const struct verb *verb)
{
    size_t i = 0;
    while (bounds[i].run && bounds[i].run != verb->run)
        i++;
    return bounds[i].seconds;
}

static void print_usage(FILE *out)
{
    fputs("usage: heed VERB [ARGUMENT...]\n\n", out);
    for (size_t i = 0; i < G_N_ELEMENTS(verbs); i++)
        fprintf(out, "  %-10s%s\n", verbs[i].name, verbs[i].summary);
    fputs("\nheed VERB --help tells more; heed(1) tells all.\n", out);
}

static const struct verb *find_verb(const char *name)
{
    for (size_t i = 0; i < G_N_ELEMENTS(verbs); i++)
        if (strcmp(name, verbs[i].name) == 0)
            return &verbs[i];
    return NULL;
}

static int unknown_verb(const char *name)
{
    const char *names[G_N_ELEMENTS(verbs) + 1] = {NULL};
    for (size_t i = 0; i < G_N_ELEMENTS(verbs); i++)
        names[i] = verbs[i].name;
    const char *near = text_nearest(name, names);
    g_autofree char *clean = text_clean(name, 40);
    fprintf(stderr, "heed: unknown verb \"%s\"%s%s%s\n", clean, near ? ", did you mean " : "",
            near ? near : "", near ? "?" : "");
    print_usage(stderr);
    return status_exit(STATUS_USAGE);
}

static enum status need_index(struct reader *reader, struct err *err)
{
    enum status status = reader_open(reader, err);
    if (status || reader_follows(reader) || (reader->history && history_ready(reader->history)))
        return status;
    return err_set(err, STATUS_CORRUPT, "there is no index that can be read; notmuch new makes it (%s)",
                   reader->trouble ? reader->trouble : "none is configured");
}

static enum status open_reader(const struct verb *verb, struct reader *reader, struct err *err)
{
    enum status status = STATUS_OK;
    if (verb->need != NEED_HOME)
        reader_begin(reader, reader->home);
    switch (verb->need) {
    case NEED_HOME:
    case NEED_START:
        break;
    case NEED_SETTINGS:
        (void)reader_open(reader, NULL);
        break;
    case NEED_MAIL:
        status = reader_find_mail(reader, err);
        break;
    case NEED_LOOK:
        message_init();
        status = reader_ask_keys(reader, err);
        if (!status)
            status = need_index(reader, err);
        if (!status)
            status = reader_read_book(reader, err);
        break;
    case NEED_BOOK:
        status = need_index(reader, err);
        reader_keyring(reader);
        if (!status)
            status = reader_open_book(reader, err);
    }
    return status;
}

/* Counted here rather than in the verb, which does not begin where the index cannot be read. */
static void count_failed_sync(const struct home *home)
{
    counters_open(home->state_dir);
    counters_add(COUNT_SYNC_FAILED);
    counters_close();
}

/* GLib that is linked in makes some hundred things before main, in constructors without a priority. */
__attribute__((constructor(101))) static void before_glib(void)
{
    ending_log();
}

/* What is opened next takes the place of what was closed when heed began: a message would be read from the
 * counters, or written over them. Reading what stands in for the input fails, and so does writing. */
static void fill_closed(void)
{
    static const int modes[] = {[STDIN_FILENO] = O_WRONLY, [STDOUT_FILENO] = O_RDONLY,
                                [STDERR_FILENO] = O_WRONLY};
    for (int fd = 0; fd < (int)G_N_ELEMENTS(modes); fd++)
        if (fcntl(fd, F_GETFD) < 0 && open("/dev/null", modes[fd]) != fd)
            _exit(status_exit(STATUS_IO));
}

int main(int argc, char **argv)
{
    static char help_option[] = "--help";
    fill_closed();
    ending_begin();
    if (argc == 3 && strcmp(argv[1], "help") == 0) {
        argv[1] = argv[2];
        argv[2] = help_option;
    }
    if (argc < 2 || strcmp(argv[1], "--help") == 0 || strcmp(argv[1], "-h") == 0 ||
        strcmp(argv[1], "help") == 0) {
        print_usage(argc < 2 ? stderr : stdout);
        return argc < 2 ? status_exit(STATUS_USAGE) : 0;
    }
    if (strcmp(argv[1], "--version") == 0 || strcmp(argv[1], "-V") == 0) {
        puts("heed " HEED_VERSION);
        return 0;
    }
    const struct verb *verb = find_verb(argv[1]);
    if (!verb)
        return unknown_verb(argv[1]);
    owned(home) home = home_from_environment();
    struct err err = {0};
    if (verb->run == cmd_user && argc > 3 && *argv[2] != '-') {
        enum status status = user_begin(&home, argv[2], argv + 3, &err);
        if (status) {
            wrap_warn(2, "heed user: %s", err.text);
            return status_exit(status);
        }
        bool short_for_mode = argc == 4 && mode_from_name(argv[3]) != MODE_COUNT;
        argv += short_for_mode ? 1 : 2;
        argc -= short_for_mode ? 1 : 2;
        verb = find_verb(short_for_mode ? "mode" : argv[1]);
        if (!verb)
            return unknown_verb(argv[1]);
    }
    options_describe(verb->arguments, verb->summary);
    ending_within(verb_bound(verb));

    struct reader reader = {.home = home};
    part_prepare(home->interposed);
    g_autofree char *name = g_strdup_printf("heed %s", verb->name);
    argv[1] = name; /* what GOption and messages call the program */
    bool help = argc > 2 && (strcmp(argv[2], "--help") == 0 || strcmp(argv[2], "-h") == 0);
    if (verb->need != NEED_HOME || help) /* delivery says nothing that has a locale */
        setlocale(LC_CTYPE, "");
    enum status status = help ? STATUS_OK : open_reader(verb, &reader, &err);
    g_set_prgname(name);
    if (!status)
        status = verb->run(&reader, argc - 1, argv + 1, &err);
    if (status && err.text[0])
        wrap_warn(2, "heed %s: %s", verb->name, err.text);
    if (status && status != STATUS_USAGE && verb->run == cmd_sync)
        count_failed_sync(home);
    if (status == STATUS_USAGE)
        wrap_warn(7, "usage: heed %s %s", verb->name, verb->arguments);
    reader_close(&reader);
    g_clear_pointer(&home, home_free);
#ifndef HEED_SANITIZE
    /* What libraries would tidy up at exit takes as long as judging a message. */
    if (fflush(NULL) == 0)
        _exit(status_exit(status));
#endif
    return status_exit(status);
}
