/* notmuch's configuration as a file, and where usual mail goes below its mail root. */
#include <errno.h>
#include <string.h>
#include <sys/stat.h>

#include <glib.h>

#include "store/index-config.h"

static const char *setting_of(const char *name)
{
    const char *value = g_getenv(name);
    return value && *value ? value : NULL;
}

static char *find_file(void)
{
    const char *named = setting_of("NOTMUCH_CONFIG"), *profile = setting_of("NOTMUCH_PROFILE");
    if (named)
        return g_strdup(named);
    char *usual =
        g_build_filename(g_get_user_config_dir(), "notmuch", profile ? profile : "default", "config", NULL);
    if (g_file_test(usual, G_FILE_TEST_EXISTS))
        return usual;
    g_free(usual);
    return g_strdup_printf("%s/.notmuch-config%s%s", g_get_home_dir(), profile ? "." : "", profile ? profile : "");
}

/* A path that FILE has, from the home folder on, without slashes at its end; or NULL. */
static char *read_path(GKeyFile *file, const char *key)
{
    g_autofree char *path = g_key_file_get_string(file, "database", key, NULL);
    if (!path || !*path)
        return NULL;
    char *whole = g_path_is_absolute(path) ? g_strdup(path) : g_build_filename(g_get_home_dir(), path, NULL);
    for (size_t end = strlen(whole); end > 1 && whole[end - 1] == '/'; end--)
        whole[end - 1] = '\0';
    return whole;
}

/* Where libnotmuch looks for an index that its configuration does not name. */
static char *unnamed_index(void)
{
    const char *profile = setting_of("NOTMUCH_PROFILE"), *maildir = setting_of("MAILDIR");
    char *data = g_build_filename(g_get_user_data_dir(), "notmuch", profile ? profile : "default", NULL);
    if (g_file_test(data, G_FILE_TEST_EXISTS))
        return data;
    g_free(data);
    return maildir ? g_strdup(maildir) : g_build_filename(g_get_home_dir(), "mail", NULL);
}

/* What libnotmuch and GLib take differently: variables that are there, but empty. */
static bool is_odd(void)
{
    static const char *const may_lack[] = {"NOTMUCH_CONFIG", "NOTMUCH_PROFILE", "XDG_CONFIG_HOME"};
    for (size_t i = 0; i < G_N_ELEMENTS(may_lack); i++)
        if (g_getenv(may_lack[i]) && !setting_of(may_lack[i]))
            return true;
    return !setting_of("HOME") || g_getenv("NOTMUCH_DATABASE");
}

struct index_config *index_config_read(void)
{
    struct index_config *config = g_new0(struct index_config, 1);
    g_autoptr(GKeyFile) file = g_key_file_new();
    config->file = find_file();
    bool whole = g_key_file_load_from_file(file, config->file, G_KEY_FILE_NONE, NULL);
    const char *first = setting_of("NOTMUCH_DATABASE");
    g_autofree char *named = read_path(file, "path");
    config->mail = read_path(file, "mail_root");
    config->plain = whole && named && (config->mail || !g_key_file_has_key(file, "database", "mail_root", NULL)) && !is_odd();
    config->database = first ? g_strdup(first) : named ? g_steal_pointer(&named) : unnamed_index();
    if (!config->mail)
        config->mail = g_strdup(config->database);
    return config;
}

void index_config_free(struct index_config *config)
{
    if (!config)
        return;
    g_free(config->file);
    g_free(config->database);
    g_free(config->mail);
    g_free(config);
}

const char *const usual_folders[] = {"", "INBOX", "Inbox", "inbox", NULL};

enum status usual_folder(const char *root, const char **folder, struct err *err)
{
    *folder = NULL;
    for (size_t i = 0; usual_folders[i] && !*folder; i++) {
        struct stat st;
        g_autofree char *cur = g_build_filename(root, usual_folders[i], "cur", NULL);
        bool there = stat(cur, &st) == 0;
        if (!there && errno != ENOENT && errno != ENOTDIR)
            return err_errno(err, STATUS_IO, "cannot look at %s", cur);
        if (there && S_ISDIR(st.st_mode))
            *folder = usual_folders[i];
    }
    return STATUS_OK;
}
