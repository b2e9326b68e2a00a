/* `heed init`: look back over all of her mail and build the book. Needs no terminal; shows progress on
 * one. */
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "store/book-state.h"
#include "base/cage.h"
#include "learn/follow.h"
#include "init-folders.h"
#include "progress.h"
#include "base/spool.h"
#include "base/text.h"
#include "base/wrap.h"
#include "options.h"
#include "verb.h"

/* Never in place of a file that is there. */
static enum status write_new(const char *path, const char *text, struct err *err)
{
    g_autofree char *folder = g_path_get_dirname(path);
    if (g_mkdir_with_parents(folder, 0700))
        return err_errno(err, STATUS_IO, "cannot make %s", folder);
    int fd = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (fd < 0 && errno == EEXIST)
        return err_set(err, STATUS_DENIED, "%s is there already, and stays as it is", path);
    if (fd < 0)
        return err_errno(err, STATUS_IO, "cannot write %s", path);
    bool written = write_all(fd, text, strlen(text));
    written &= close(fd) == 0;
    if (!written)
        unlink(path);
    return written ? STATUS_OK : err_errno(err, STATUS_IO, "cannot write %s", path);
}

/* The text comes from a message, so only a host name is taken into the settings. */
static bool is_name(const char *name)
{
    return *name && strspn(name, "abcdefghijklmnopqrstuvwxyz0123456789.*+_-") == strlen(name);
}

static void print_server(const struct config *config, const struct follow_report *report,
                         const char *name)
{
    wrap_print(
        2, "%s, so forged mail cannot be told.",
        *config->authserv_ids
            ? "No message has Authentication-Results of a server that [trust] authserv-id names"
            : "No server's Authentication-Results are trusted");
    if (!*name) {
        puts("No server's name stands in enough of your latest messages where your mail server\n"
             "would write it; see heed-config(5).");
        return;
    }
    wrap_print(
        2, "%u of the latest %u messages %s those of %s, written where your own mail server would.",
        report->offers, report->recent, report->offers == 1 ? "has" : "have",
        name + strspn(name, "+*."));
    if (*name == '+')
        puts("A sender could write there as well, unless the server removes what is forged:\n"
             "README.md tells more.");
}

/* Names the server whose word could be believed, where none is named yet or none of those named
 * wrote. With her consent it is written into the settings, where they have none; *AGAIN is then
 * set, and the look-back is made anew with it. */
static enum status offer_server(struct config *config, const struct follow_report *report,
                                bool *again, struct err *err)
{
    g_autofree char *name = text_clean(report->offered, 130);
    print_server(config, report, name);
    if (!*name)
        return STATUS_OK;
    if (!init_at_terminal() || !is_name(name) || init_is_set(config, "trust", "authserv-id")) {
        printf("If that is your server or provider, put this into\n%s\nand run heed init again:\n\n"
               "    [trust]\n    authserv-id=%s\n\n",
               config->user_file, name);
        return STATUS_OK;
    }
    wrap_print(2, "With a yes it is believed from now on, by %s.", config->user_file);
    printf("Is that your server or provider?");
    if (!init_agrees(false))
        return STATUS_OK;
    owned(init_settings) settings = init_settings_new(config, false);
    init_settings_add(settings, "trust", "authserv-id", name);
    enum status status = init_settings_write(settings, err);
    *again = !status;
    return status;
}

/* The set of rules to start with, installed beside the program or where it was built. The caller frees
 * both. */
static bool read_sample(char **path, char **text)
{
    static const char *const places[] = {"../share/heed/default.rules", "../../sample-rules/default.rules"};
    g_autofree char *program = g_file_read_link("/proc/self/exe", NULL);
    g_autofree char *bin = g_path_get_dirname(program ? program : "/usr/bin/heed");
    for (size_t i = 0; i < G_N_ELEMENTS(places); i++) {
        g_autofree char *place = g_build_filename(bin, places[i], NULL);
        *path = g_canonicalize_filename(place, NULL);
        if (g_file_get_contents(*path, text, NULL, NULL))
            return true;
        g_clear_pointer(path, g_free);
    }
    return false;
}

/* With her consent: ASKED for on the command line, or given on a terminal. */
static enum status offer_rules(const struct config *config, bool asked, struct err *err)
{
    g_autofree char *folder = g_path_get_dirname(config->user_file);
    g_autofree char *path = g_build_filename(folder, "rules", NULL), *sample = NULL, *text = NULL;
    if (g_file_test(path, G_FILE_TEST_EXISTS)) {
        if (asked)
            wrap_print(2, "%s is there already, and stays as it is.", path);
        return STATUS_OK;
    }
    if (!asked && !init_at_terminal())
        return STATUS_OK;
    if (!read_sample(&sample, &text))
        return asked ? err_set(err, STATUS_NOT_FOUND, "the set of rules to start with is not installed")
                     : STATUS_OK;
    if (!asked) {
        printf("There are no rules of yours yet. A set to start with is\n%s.\nCopy it to\n%s?",
               sample, path);
        if (!init_agrees(false))
            return STATUS_OK;
    }
    enum status status = write_new(path, text, err);
    if (!status)
        wrap_print(2, "%s is yours to change; heed-rules(5) tells how.", path);
    return status;
}

static enum status look_back(struct reader *reader, struct follow_report *report, struct err *err)
{
    struct bar bar = bar_start();
    enum status status = follow_all(reader, time(NULL), bar.terminal ? bar_draw : NULL, &bar, report, err);
    bar_end(&bar);
    if (reader->trouble)
        fprintf(stderr, "heed init: %s\n", reader->trouble);
    if (status)
        return status;
    reader_note_run(reader, RUN_INIT, time(NULL));
    printf("Looked back over %u message%s in %.1f s.\n", report->messages, report->messages == 1 ? "" : "s",
           bar_seconds(&bar));
    if (report->unreadable)
        printf("%u file%s could not be read%s.\n", report->unreadable, report->unreadable == 1 ? "" : "s",
               reader_follows(reader) ? "" : "; run notmuch new");
    return STATUS_OK;
}

/* Newcomers have neither notmuch nor settings. */
static enum status find_mail(struct reader *reader, struct err *err)
{
    enum status status = reader_find_mail(reader, err);
    return status == STATUS_NOT_FOUND
               ? err_set(err, status, "which mail? Set up notmuch, or name your Maildir: heed init ~/Maildir")
               : status;
}

/* The mail that is meant, and where folders are the history all that is to be there before it is
 * read. */
static enum status set_up(struct reader *reader, const char *path, bool yes, struct err *err)
{
    enum status status = path ? init_folders(reader, path, yes, err) : find_mail(reader, err);
    const char *follows = status || path ? NULL : reader_follows(reader);
    if (follows)
        status = init_check_owner(follows, err);
    return follows && !status ? init_make_folders(reader, err) : status;
}

static enum status look_again(struct reader *reader, struct follow_report *report, struct err *err)
{
    const struct home *home = reader->home;
    puts("Looking back again, with that.");
    reader_close(reader);
    reader_begin(reader, home);
    enum status status = reader_find_mail(reader, err);
    return status ? status : look_back(reader, report, err);
}

enum status cmd_init(struct reader *reader, int argc, char **argv, struct err *err)
{
    gboolean rules = FALSE, yes = FALSE;
    const GOptionEntry entries[] = {
        {"yes", 0, 0, G_OPTION_ARG_NONE, &yes, "Take what MAILDIR shows for right", NULL},
        {"rules", 0, 0, G_OPTION_ARG_NONE, &rules, "Put a set of rules to start with in place",
         NULL},
        G_OPTION_ENTRY_NULL,
    };
    struct follow_report report;
    bool again = false;
    enum status status = verb_options(entries, &argc, &argv, err);
    if (!status && argc > 2)
        status = err_set(err, STATUS_USAGE, "unexpected argument");
    if (!status)
        status = set_up(reader, argc > 1 ? argv[1] : NULL, yes, err);
    cage_silence(); /* settings may be written yet, so files stay open */
    if (!status)
        status = look_back(reader, &report, err);
    if (!status && !report.believed && report.messages)
        status = offer_server(reader->config, &report, &again, err);
    if (again)
        status = look_again(reader, &report, err);
    if (!status)
        status = offer_rules(reader->config, rules, err);
    if (!status && init_at_terminal())
        puts("Next comes the line where mail arrives, step 2 in the README; heed doctor looks\n"
             "whether all is in place.");
    return status;
}
