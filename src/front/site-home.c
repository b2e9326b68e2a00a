/* Where everything of a site's user is, and becoming that user. What is known of her lies in
 * STATE/XX/NAME: XX from a hash of the name, so that no folder gets too many. */
#include <errno.h>
#include <fcntl.h>
#include <grp.h>
#include <pwd.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "front/site.h"

#define KEPT "@+=~_-" /* beside letters and digits, in names of folders */

char *site_user_folder(const struct config *config, const struct site_user *user)
{
    g_autofree char *hash = g_compute_checksum_for_string(G_CHECKSUM_SHA256, user->name, -1);
    g_autofree char *part = g_strndup(hash, 2), *name = g_uri_escape_string(user->name, KEPT, TRUE);
    return g_build_filename(config->site.state, part, name, NULL);
}

/* PATH with MODE, whatever the umask of who started heed; one that is there is to be a folder of UID. */
static enum status make_folder(const char *path, mode_t mode, uid_t uid, gid_t gid, struct err *err)
{
    struct stat st;
    bool made = mkdir(path, mode) == 0;
    if (made ? chmod(path, mode) != 0 : errno != EEXIST)
        return err_errno(err, STATUS_IO, "cannot make %s", path);
    if (made && geteuid() == 0 && lchown(path, uid, gid) != 0) {
        enum status status = err_errno(err, STATUS_IO, "cannot give %s to its user", path);
        rmdir(path);
        return status;
    }
    if (lstat(path, &st) != 0 || !S_ISDIR(st.st_mode) || st.st_uid != uid)
        return err_set(err, STATUS_IO, "%s is not a folder of uid %lu", path, (unsigned long)uid);
    return STATUS_OK;
}

static enum status may_be(const struct site_user *user, struct err *err)
{
    if (user->uid == 0)
        return err_set(err, STATUS_DENIED, "nothing is done as root");
    if (geteuid() != 0 && geteuid() != user->uid)
        return err_set(err, STATUS_IO, "only root can be %s", user->name);
    return STATUS_OK;
}

enum status site_user_make_state(const struct config *config, const struct site_user *user, struct err *err)
{
    g_autofree char *folder = site_user_folder(config, user), *above = g_path_get_dirname(folder);
    struct stat st;
    enum status status = may_be(user, err);
    if (status || (lstat(folder, &st) == 0 && S_ISDIR(st.st_mode) && st.st_uid == user->uid))
        return status;
    if (g_mkdir_with_parents(config->site.state, 0711) != 0)
        return err_errno(err, STATUS_IO, "cannot make %s", config->site.state);
    status = make_folder(above, 0711, geteuid(), getegid(), err);
    /* Of two that make it the other one may not have given it away yet. */
    for (int try = 0; !status && try < 50; try++) {
        status = make_folder(folder, 0700, user->uid, user->gid, err);
        if (!status)
            return STATUS_OK;
        g_usleep(2000);
        status = try < 49 ? STATUS_OK : status;
    }
    return status;
}

enum status site_user_become(const struct site_user *user, struct err *err)
{
    enum status status = may_be(user, err);
    if (status || geteuid() != 0)
        return status;
    if (setgroups(1, &user->gid) != 0 || setgid(user->gid) != 0 || setuid(user->uid) != 0)
        return err_errno(err, STATUS_IO, "cannot be %s", user->name);
    return setuid(0) == 0 ? err_set(err, STATUS_IO, "cannot stop being root") : STATUS_OK;
}

struct home *site_user_home(const struct config *config, const struct home *site,
                            const struct site_user *user)
{
    struct home *home = home_at(user->home);
    g_autofree char *folder = site_user_folder(config, user);
    g_free(home->site_dir);
    home->site_dir = g_strdup(site->site_dir);
    g_free(home->state_dir);
    home->state_dir = g_build_filename(folder, "state", NULL);
    g_free(home->key_dir);
    home->key_dir = g_build_filename(folder, "keys", NULL);
    g_free(home->temp_dir);
    home->temp_dir = g_strdup(site->temp_dir);
    g_free(home->library_path);
    home->library_path = g_strdup(site->library_path);
    home->user = g_strdup(user->name);
    home->maildir = g_strdup(user->maildir);
    home->store = *config->site.imap ? g_strdup(config->site.imap) : NULL;
    home->address = *user->address ? g_strdup(user->address) : NULL;
    return home;
}

static bool each_in(const char *folder, site_each *each, void *data)
{
    bool more = true;
    GDir *dir = g_dir_open(folder, 0, NULL);
    for (const char *entry; dir && more && (entry = g_dir_read_name(dir));) {
        g_autofree char *name = g_uri_unescape_string(entry, NULL);
        more = !name || each(name, data);
    }
    if (dir)
        g_dir_close(dir);
    return more;
}

enum status site_may_look(const struct config *config, struct err *err)
{
    const char *state = config->site.state;
    struct stat st;
    if (access(state, R_OK | X_OK) == 0 || errno != EACCES)
        return STATUS_OK;
    const struct passwd *owner = lstat(state, &st) == 0 ? getpwuid(st.st_uid) : NULL;
    bool other = owner && owner->pw_uid != 0;
    return err_set(err, STATUS_IO, "root%s%s alone may look into %s", other ? " or " : "",
                   other ? owner->pw_name : "", state);
}

void site_users(const struct config *config, site_each *each, void *data)
{
    bool more = true;
    GDir *dir = g_dir_open(config->site.state, 0, NULL);
    for (const char *part; dir && more && (part = g_dir_read_name(dir));) {
        g_autofree char *folder = g_build_filename(config->site.state, part, NULL);
        if (strlen(part) == 2)
            more = each_in(folder, each, data);
    }
    if (dir)
        g_dir_close(dir);
}
