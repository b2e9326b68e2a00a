/* notmuch's settings as a file, and where usual mail goes below its mail root. */
#include <errno.h>
#include <string.h>
#include <sys/stat.h>

#include <glib.h>

#include "base/spool.h"
#include "store/index-config.h"

#define MOST_FILE (1u << 20) /* bytes */

/* A path that FILE has, from the home folder on, without slashes at its end; or NULL. */
static char *read_path(const struct home *home, GKeyFile *file, const char *key)
{
    g_autofree char *path = g_key_file_get_string(file, "database", key, NULL);
    if (!path || !*path)
        return NULL;
    char *whole = g_path_is_absolute(path) ? g_strdup(path) : g_build_filename(home->dir, path, NULL);
    for (size_t end = strlen(whole); end > 1 && whole[end - 1] == '/'; end--)
        whole[end - 1] = '\0';
    return whole;
}

/* Where Xapian's files are: below .notmuch, or beside it where mail and index are kept apart. */
static char *find_xapian(const char *database)
{
    char *dir = g_build_filename(database, ".notmuch", "xapian", NULL);
    if (g_file_test(dir, G_FILE_TEST_IS_DIR))
        return dir;
    g_free(dir);
    return g_build_filename(database, "xapian", NULL);
}

static enum setting_said read_flag(GKeyFile *file, const char *group, const char *key)
{
    g_autoptr(GError) error = NULL;
    bool value = g_key_file_get_boolean(file, group, key, &error);
    return error ? SAID_NOTHING : value ? SAID_YES : SAID_NO;
}

/* False where it cannot be read, or is none. */
static bool read_file(GKeyFile *file, const char *path)
{
    size_t length;
    g_autofree char *text = NULL;
    return spool_text(path, MOST_FILE, &text, &length, NULL) == STATUS_OK &&
           g_key_file_load_from_data(file, text, length, G_KEY_FILE_NONE, NULL);
}

struct index_config *index_config_read(const struct home *home)
{
    struct index_config *config = g_new0(struct index_config, 1);
    const struct home_notmuch *at = &home->notmuch;
    g_autoptr(GKeyFile) file = g_key_file_new();
    config->file = g_strdup(at->config);
    config->profile = g_strdup(at->profile);
    bool whole = read_file(file, config->file);
    g_autofree char *named = read_path(home, file, "path");
    config->mail = read_path(home, file, "mail_root");
    config->odd = at->odd;
    config->mail_said = config->mail;
    config->plain = whole && named && !at->odd &&
                    (config->mail || !g_key_file_has_key(file, "database", "mail_root", NULL));
    config->database = g_strdup(at->database ? at->database : named ? named : at->unnamed);
    config->xapian = find_xapian(config->database);
    config->new_tags = g_key_file_get_string_list(file, "new", "tags", NULL, NULL);
    config->sync_flags = read_flag(file, "maildir", "synchronize_flags");
    config->hooks_pinned = g_key_file_has_key(file, "database", "hook_dir", NULL);
    if (!config->mail)
        config->mail = g_strdup(config->database);
    return config;
}

void index_config_free(struct index_config *config)
{
    if (!config)
        return;
    g_free(config->file);
    g_free(config->profile);
    g_free(config->database);
    g_free(config->xapian);
    g_free(config->mail);
    g_strfreev(config->new_tags);
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
