/* `heed user`: a verb as a user of the site, whom no shell need know; or as everybody of whom
 * something is known. */
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/ending.h"
#include "front/imap.h"
#include "front/site-learned.h"
#include "front/site.h"
#include "options.h"
#include "verb.h"

#define AT_ONCE 2        /* users; learning is not to be in the way of reading */
#define TABLE_SECONDS 10 /* for the table to answer */

/* Whether that looks at what lies in the store. */
static bool reads_store(char **words)
{
    static const char *const verbs[] = {"init", "sync", NULL};
    bool reads = g_strv_contains(verbs, *words);
    for (char **word = words + 1; *word; word++)
        reads |= g_str_has_prefix(*word, "id:") || strcmp(*word, "--learn") == 0;
    return reads;
}

static bool is_one_of(const char *word, const char *const *words)
{
    return word && g_strv_contains(words, word);
}

/* Whether that is to leave something in the user's state. */
static bool makes_state(char **words)
{
    static const char *const verbs[] = {"init", "sync", "deliver", "filter", "serve",
                                        "tag",  "key",  "import",  NULL};
    static const char *const aliases[] = {"new", "note", "close", "renew", NULL};
    static const char *const help[] = {"--help", "-h", NULL};
    bool gives = strcmp(*words, "alias") == 0 && is_one_of(words[1], aliases);
    return (gives || is_one_of(*words, verbs)) && !is_one_of(words[1], help);
}

/* Whether that tells of the book, which would be made where there is none. */
static bool tells_of_book(char **words)
{
    static const char *const verbs[] = {"alias", "backtest", "senders", "why", NULL};
    return is_one_of(*words, verbs);
}

static enum status make_state(const struct config *config, const struct site_user *user, char **words,
                              struct err *err)
{
    g_autofree char *folder = site_user_folder(config, user);
    if (makes_state(words))
        return site_user_make_state(config, user, err);
    if (tells_of_book(words) && access(folder, F_OK) != 0 && errno == ENOENT)
        return err_set(err, STATUS_NOT_FOUND, "nothing is known of %s yet", user->name);
    return STATUS_OK;
}

static enum status check_site(const struct home *home, const struct config *config, struct err *err)
{
    g_autofree char *path = g_build_filename(home->site_dir, "config", NULL);
    if (config_has_group(config, "site"))
        return STATUS_OK;
    return *config->problems ? err_set(err, STATUS_CONFIG, "%s", *config->problems)
                             : err_set(err, STATUS_CONFIG, "no site is set up here: %s has no [site]", path);
}

/* A timer has all users learned from; and what an IMAP server has is neither changed nor searched. */
static enum status check_verb(const struct config *config, char **words, struct err *err)
{
    static const char *const verbs[] = {"tag", "backtest", NULL};
    bool walks = g_strv_contains(verbs, *words), why = strcmp(*words, "why") == 0;
    for (char **word = words + 1; *word; word++)
        walks |= why && (g_str_has_prefix(*word, "folder:") || g_str_has_prefix(*word, "date:"));
    if (strcmp(*words, "watch") == 0)
        return err_set(err, STATUS_USAGE,
                       "watch is for one person: for a site there is heed user --all sync, on a timer");
    if (walks && *config->site.imap)
        return err_set(err, STATUS_USAGE,
                       "with [site] imap there are no Maildirs that %s could look through%s", *words,
                       why ? "; it takes id:MESSAGE-ID" : "");
    return STATUS_OK;
}

enum status user_begin(struct home **home, const char *name, char **words, struct err *err)
{
    int imap = 0;
    owned(config) config = site_config(*home);
    owned(site_user) user = NULL;
    enum status status = check_verb(config, words, err);
    if (!status)
        status = check_site(*home, config, err);
    if (!status)
        status = site_user_find(config, name, TABLE_SECONDS, &user, err);
    if (!status && *config->site.imap && reads_store(words))
        status = imap_start(config, user, &imap, err);
    if (!status)
        status = make_state(config, user, words, err);
    if (!status)
        status = site_user_become(user, err);
    if (status)
        return status;
    struct home *theirs = site_user_home(config, *home, user);
    theirs->imap = imap;
    home_free(*home);
    *home = theirs;
    return STATUS_OK;
}

struct all {
    char **arguments; /* with a place for the name */
    char **name;      /* that place */
    unsigned running, failed, users;
};

static void wait_for_one(struct all *all)
{
    int code = 0;
    pid_t pid;
    while ((pid = waitpid(-1, &code, 0)) < 0 && errno == EINTR)
        ;
    all->running -= all->running > 0;
    all->failed += pid > 0 && code != 0;
    ending_renew();
}

static bool run_one(const char *name, void *data)
{
    struct all *all = data;
    while (all->running >= AT_ONCE)
        wait_for_one(all);
    *all->name = (char *)name;
    all->users++;
    pid_t pid = fork();
    if (pid == 0) {
        execv("/proc/self/exe", all->arguments);
        _exit(127);
    }
    all->running += pid > 0;
    all->failed += pid < 0;
    return true;
}

static enum status run_all(const struct home *home, char **words, struct err *err)
{
    owned(config) config = site_config(home);
    guint n = g_strv_length(words);
    enum status status = check_site(home, config, err);
    if (!status)
        status = site_may_look(config, err);
    if (status)
        return status;
    g_autofree char **arguments = g_new0(char *, n + 4);
    arguments[0] = (char *)"heed";
    arguments[1] = (char *)"user";
    for (guint i = 0; i < n; i++)
        arguments[i + 3] = words[i];
    struct all all = {.arguments = arguments, .name = &arguments[2]};
    site_users(config, run_one, &all);
    while (all.running)
        wait_for_one(&all);
    enum status noted = strcmp(*words, "sync") ? STATUS_OK : site_learned_note(home, config, err);
    return all.failed
               ? err_set(err, STATUS_IO, "it failed for %u of %u users", all.failed, all.users)
               : noted;
}

enum status cmd_user(struct reader *reader, int argc, char **argv, struct err *err)
{
    gboolean all = FALSE;
    g_auto(GStrv) words = NULL;
    const GOptionEntry entries[] = {
        {"all", 0, 0, G_OPTION_ARG_NONE, &all, "For everybody of whom something is known", NULL},
        {G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &words, NULL, "VERB [ARGUMENT...]"},
        G_OPTION_ENTRY_NULL,
    };
    enum status status = verb_options(entries, &argc, &argv, err);
    if (!status && (!all || !words))
        status = err_set(err, STATUS_USAGE, "it takes a user's name or --all, and a verb");
    return status ? status : run_all(reader->home, words, err);
}
