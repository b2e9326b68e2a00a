/* The only reader of the environment. Knows where things are by custom, and opens none of them. */
#include <string.h>
#include <unistd.h>

#include <glib.h>

#include "base/home.h"

#define SITE_DIR "/etc/heed"

/* An empty variable is as good as none. */
static const char *variable(const char *name)
{
    const char *value = g_getenv(name);
    return value && *value ? value : NULL;
}

/* Who starts heed may lack that variable. */
static bool is_named_only(const char *dir, const char *config_root)
{
    g_autofree char *usual = g_build_filename(dir, ".notmuch-config", NULL);
    g_autofree char *newer = g_build_filename(config_root, "notmuch", "default", "config", NULL);
    return variable("NOTMUCH_CONFIG") && !g_file_test(usual, G_FILE_TEST_EXISTS) &&
           !g_file_test(newer, G_FILE_TEST_EXISTS);
}

static char *find_notmuch_config(const char *dir, const char *config_root, const char *profile)
{
    const char *named = variable("NOTMUCH_CONFIG");
    if (named)
        return g_strdup(named);
    char *usual = g_build_filename(config_root, "notmuch", profile ? profile : "default", "config", NULL);
    if (g_file_test(usual, G_FILE_TEST_EXISTS))
        return usual;
    g_free(usual);
    return g_strdup_printf("%s/.notmuch-config%s%s", dir, profile ? "." : "", profile ? profile : "");
}

/* Where libnotmuch looks for an index that its settings do not name. */
static char *find_unnamed_index(const char *dir, const char *data_root, const char *profile)
{
    const char *maildir = variable("MAILDIR");
    char *data = g_build_filename(data_root, "notmuch", profile ? profile : "default", NULL);
    if (g_file_test(data, G_FILE_TEST_EXISTS))
        return data;
    g_free(data);
    return maildir ? g_strdup(maildir) : g_build_filename(dir, "mail", NULL);
}

/* What libnotmuch and GLib take differently: variables that are there, but empty. */
static bool is_odd(void)
{
    static const char *const may_lack[] = {"NOTMUCH_CONFIG", "NOTMUCH_PROFILE", "XDG_CONFIG_HOME"};
    for (size_t i = 0; i < G_N_ELEMENTS(may_lack); i++)
        if (g_getenv(may_lack[i]) && !variable(may_lack[i]))
            return true;
    return !variable("HOME") || g_getenv("NOTMUCH_DATABASE");
}

/* NAME, a number up to MOST, which is meant for the process that PROCESS names; else 0. */
static guint64 number_for_us(const char *name, guint64 most, const char *process)
{
    const char *value = variable(name), *whose = variable(process);
    guint64 number = 0, meant = 0;
    bool ours = value && whose && g_ascii_string_to_unsigned(value, 10, 0, most, &number, NULL) &&
                g_ascii_string_to_unsigned(whose, 10, 1, G_MAXINT32, &meant, NULL) &&
                meant == (guint64)getpid();
    return ours ? number : 0;
}

struct home *home_from_environment(void)
{
    struct home *home = g_new0(struct home, 1);
    const char *profile = variable("NOTMUCH_PROFILE"), *libraries = variable("LD_LIBRARY_PATH");
    home->dir = g_strdup(g_get_home_dir());
    home->config_dir = g_build_filename(g_get_user_config_dir(), "heed", NULL);
    home->site_dir = g_strdup(variable("HEED_SITE_DIR") ? variable("HEED_SITE_DIR") : SITE_DIR);
    home->state_dir = g_build_filename(g_get_user_state_dir(), "heed", NULL);
    home->key_dir = g_build_filename(g_get_user_data_dir(), "heed", NULL);
    home->temp_dir = g_strdup(g_get_tmp_dir());
    home->library_path = g_strdup(libraries ? libraries : "");
    home->interposed = variable("LD_PRELOAD") != NULL;
    home->notmuch = (struct home_notmuch){
        .config = find_notmuch_config(home->dir, g_get_user_config_dir(), profile),
        .profile = g_strdup(profile),
        .database = g_strdup(variable("NOTMUCH_DATABASE")),
        .unnamed = find_unnamed_index(home->dir, g_get_user_data_dir(), profile),
        .named = is_named_only(home->dir, g_get_user_config_dir()),
        .odd = is_odd(),
    };
    home->service = (struct home_service){
        .sockets = (unsigned)number_for_us("LISTEN_FDS", 16, "LISTEN_PID"),
        .notify = g_strdup(variable("NOTIFY_SOCKET")),
        .watchdog = (double)number_for_us("WATCHDOG_USEC", G_MAXINT64, "WATCHDOG_PID") / 1e6,
    };
    return home;
}

struct home *home_at(const char *dir)
{
    struct home *home = g_new0(struct home, 1);
    home->dir = g_strdup(dir);
    home->config_dir = g_build_filename(dir, ".config", "heed", NULL);
    home->site_dir = g_strdup(SITE_DIR);
    home->state_dir = g_build_filename(dir, ".local", "state", "heed", NULL);
    home->key_dir = g_build_filename(dir, ".local", "share", "heed", NULL);
    home->temp_dir = g_strdup("/tmp");
    home->library_path = g_strdup("");
    home->notmuch.config = g_build_filename(dir, ".notmuch-config", NULL);
    home->notmuch.unnamed = g_build_filename(dir, "mail", NULL);
    return home;
}

void home_free(struct home *home)
{
    if (!home)
        return;
    char *owned[] = {home->dir,
                     home->config_dir,
                     home->site_dir,
                     home->state_dir,
                     home->key_dir,
                     home->temp_dir,
                     home->library_path,
                     home->user,
                     home->store,
                     home->maildir,
                     home->address,
                     home->service.notify,
                     home->notmuch.config,
                     home->notmuch.profile,
                     home->notmuch.database,
                     home->notmuch.unnamed};
    for (size_t i = 0; i < G_N_ELEMENTS(owned); i++)
        g_free(owned[i]);
    if (home->imap)
        close(home->imap);
    g_free(home);
}

char *home_state(const struct home *home, const char *name)
{
    return g_build_filename(home->state_dir, name, NULL);
}

char *home_config(const struct home *home, const char *name)
{
    return g_build_filename(home->config_dir, name, NULL);
}

static enum status make_private(const char *dir, struct err *err)
{
    return g_mkdir_with_parents(dir, 0700) == 0 ? STATUS_OK
                                                : err_errno(err, STATUS_IO, "cannot make %s", dir);
}

enum status home_make_state(const struct home *home, struct err *err)
{
    return make_private(home->state_dir, err);
}

enum status home_make_keys(const struct home *home, struct err *err)
{
    return make_private(home->key_dir, err);
}

char *home_expand(const struct home *home, const char *text)
{
    return g_str_has_prefix(text, "~/") ? g_build_filename(home->dir, text + 2, NULL) : g_strdup(text);
}
