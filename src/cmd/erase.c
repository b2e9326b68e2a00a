/* `heed erase`: all that heed knows of whom it runs for goes. Mail, and what was written into it, stays. */
#include <errno.h>
#include <ftw.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "init-settings.h"
#include "options.h"
#include "verb.h"

#define DEPTH 16 /* folders that are open at once */

static int remove_one(const char *path, const struct stat *st, int type, struct FTW *at)
{
    (void)st;
    (void)type;
    (void)at;
    return remove(path) == 0 || errno == ENOENT ? 0 : -1;
}

/* What somebody makes there meanwhile is met again. */
static enum status remove_folder(const char *path, struct err *err)
{
    for (int try = 0; try < 3; try++)
        if (access(path, F_OK) != 0 || nftw(path, remove_one, DEPTH, FTW_DEPTH | FTW_PHYS) == 0)
            return STATUS_OK;
    return err_errno(err, STATUS_IO, "cannot remove all of %s", path);
}

enum status cmd_erase(struct reader *reader, int argc, char **argv, struct err *err)
{
    const struct home *home = reader->home;
    gboolean yes = FALSE;
    const GOptionEntry entries[] = {
        {"yes", 0, 0, G_OPTION_ARG_NONE, &yes, "Without asking", NULL},
        G_OPTION_ENTRY_NULL,
    };
    enum status status = verb_options(entries, &argc, &argv, err);
    if (!status && argc > 1)
        status = err_set(err, STATUS_USAGE, "unexpected argument");
    if (!status && !yes && !isatty(STDIN_FILENO))
        status = err_set(err, STATUS_USAGE, "nobody is here to ask, and --yes was not given");
    if (status)
        return status;
    if (!yes) {
        printf("What heed has learned, its counters and its keys, by which it knows your aliases and its\n"
               "own verdicts, are removed:\n  %s\n  %s\nMail and settings stay as they are. Remove them?",
               home->state_dir, home->key_dir);
        if (!init_agrees(false))
            return STATUS_OK;
    }
    status = remove_folder(home->state_dir, err);
    return status ? status : remove_folder(home->key_dir, err);
}
