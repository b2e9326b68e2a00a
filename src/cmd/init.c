/* `heed init`: look back over the whole index and build the book. Needs no terminal; shows progress on
 * one. */
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "book-state.h"
#include "follow.h"
#include "progress.h"
#include "spool.h"
#include "text.h"
#include "verb.h"

/* Nobody is trusted yet, or nobody who wrote: who might be. */
static void print_offer(const struct config *config, const struct follow_report *report)
{
    g_autofree char *name = text_clean(report->offered, 130);
    if (*config->authserv_ids)
        printf("No message has Authentication-Results of a server that [trust] authserv-id names, so forged mail cannot be told.\n");
    else
        printf("No server's Authentication-Results are trusted, so forged mail cannot be told.\n");
    if (!*name) {
        printf("No message has such a field where your mail server would write it; see heed-config(5).\n");
        return;
    }
    printf("%u messages have those of %s where your mail server would write. If that is your server or\n"
           "provider, put this into %s and run heed init again:\n\n    [trust]\n    authserv-id=%s\n\n",
           report->offers, name + strspn(name, "+*."), config->user_file, name);
}

/* The set of rules to start with, installed beside the program or where it was built. The caller frees both. */
static bool read_sample(char **path, char **text)
{
    static const char *const places[] = {"../share/heed/default.rules", "../../sample-rules/default.rules"};
    g_autofree char *program = g_file_read_link("/proc/self/exe", NULL);
    g_autofree char *bin = g_path_get_dirname(program ? program : "/usr/bin/heed");
    for (size_t i = 0; i < G_N_ELEMENTS(places); i++) {
        *path = g_build_filename(bin, places[i], NULL);
        if (g_file_get_contents(*path, text, NULL, NULL))
            return true;
        g_clear_pointer(path, g_free);
    }
    return false;
}

/* Never in place of a file that is there. */
static enum status write_rules(const char *path, const char *text, struct err *err)
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

static bool says_yes(const char *sample, const char *path)
{
    char answer[16] = "";
    printf("There are no rules of yours yet. %s is a set to start with.\nCopy it to %s? [y/N] ", sample, path);
    fflush(stdout);
    return fgets(answer, sizeof answer, stdin) && g_ascii_tolower(*answer) == 'y';
}

/* With her consent: ASKED for on the command line, or given on a terminal. */
static enum status offer_rules(const struct config *config, bool asked, struct err *err)
{
    g_autofree char *folder = g_path_get_dirname(config->user_file);
    g_autofree char *path = g_build_filename(folder, "rules", NULL), *sample = NULL, *text = NULL;
    if (!asked && (!isatty(STDIN_FILENO) || !isatty(STDOUT_FILENO) || g_file_test(path, G_FILE_TEST_EXISTS)))
        return STATUS_OK;
    if (!read_sample(&sample, &text))
        return asked ? err_set(err, STATUS_NOT_FOUND, "the set of rules to start with is not installed") : STATUS_OK;
    if (!asked && !says_yes(sample, path))
        return STATUS_OK;
    enum status status = write_rules(path, text, err);
    if (!status)
        printf("%s is yours to change; heed-rules(5) tells how.\n", path);
    return status;
}

enum status cmd_init(struct sources *sources, int argc, char **argv, struct err *err)
{
    gboolean rules = FALSE;
    const GOptionEntry entries[] = {
        {"rules", 0, 0, G_OPTION_ARG_NONE, &rules, "Put a set of rules to start with in place", NULL},
        G_OPTION_ENTRY_NULL,
    };
    struct bar bar = bar_start();
    struct follow_report report;
    enum status status = verb_options(entries, &argc, &argv, err);
    if (!status && argc > 1)
        status = err_set(err, STATUS_USAGE, "unexpected argument");
    if (!status)
        status = sources_open_book(sources, err);
    if (!status)
        status = follow_all(sources, time(NULL), bar.terminal ? bar_draw : NULL, &bar, &report, err);
    bar_end(&bar);
    if (sources->trouble)
        fprintf(stderr, "heed init: %s\n", sources->trouble);
    if (status)
        return status;
    sources_note_run(sources, RUN_INIT, time(NULL));
    printf("Looked back over %u messages in %.1f s.\n", report.messages,
           bar_seconds(&bar));
    if (report.unreadable)
        printf("%u files of the index could not be read; run notmuch new.\n", report.unreadable);
    if (!report.believed && report.messages)
        print_offer(sources->config, &report);
    return offer_rules(sources->config, rules, err);
}
