/* Who a recipient is: by the system's accounts, by a template, or by Dovecot (site-userdb.c). What
 * comes from an address becomes part of a path only where it is fit for one. */
#include <errno.h>
#include <pwd.h>
#include <string.h>
#include <unistd.h>

#include "front/site.h"
#include "site-userdb.h"

#define MOST_NAME 200 /* bytes */

void site_user_free(struct site_user *user)
{
    if (!user)
        return;
    g_free(user->name);
    g_free(user->address);
    g_free(user->home);
    g_free(user->maildir);
    g_free(user);
}

struct config *site_config(const struct home *home)
{
    struct home site = *home;
    site.config_dir = NULL;
    site.user = site.maildir = site.address = NULL;
    return config_load(&site);
}

/* Fit for one part of a path, for a line, and for an argument. */
static bool is_fit(const char *name)
{
    if (!*name || strchr(".-", *name) || strlen(name) > MOST_NAME || !g_utf8_validate(name, -1, NULL))
        return false;
    for (const unsigned char *p = (const unsigned char *)name; *p; p++)
        if (*p <= ' ' || *p == 127 || strchr("/\\\"<>%", *p))
            return false;
    return true;
}

/* TEMPLATE with %u, %n, %d, %h and %%; NULL where it has another, or asks for what is not there.
 * The caller frees it. */
static char *expand(const char *template, const char *name, const char *home)
{
    const char *at = strrchr(name, '@');
    g_autofree char *local = at ? g_strndup(name, (gsize)(at - name)) : g_strdup(name);
    g_autoptr(GString) out = g_string_new(NULL);
    for (const char *p = template; *p; p++) {
        const char *value = NULL;
        if (*p != '%') {
            g_string_append_c(out, *p);
            continue;
        }
        p++;
        value = *p == 'u'   ? name
                : *p == 'n' ? local
                : *p == 'd' ? (at ? at + 1 : NULL)
                : *p == 'h' ? home
                : *p == '%' ? "%"
                            : NULL;
        if (!value || !*value || (*p != 'h' && *value == '.'))
            return NULL;
        g_string_append(out, value);
    }
    return *out->str == '/' ? g_strdup(out->str) : NULL;
}

/* The address as names are kept: lower case, without what stands behind the delimiter where DETAIL
 * goes. */
static char *plain_name(const struct config *config, const char *address, bool detail)
{
    g_autofree char *lower = g_ascii_strdown(address, -1);
    const char *at = strrchr(lower, '@'), *end = at ? at : lower + strlen(lower);
    const char *sign = *config->alias_delimiter && !detail
                           ? memchr(lower, *config->alias_delimiter, (size_t)(end - lower))
                           : NULL;
    if (!sign || sign == lower)
        return g_steal_pointer(&lower);
    g_autofree char *local = g_strndup(lower, (gsize)(sign - lower));
    return g_strconcat(local, end, NULL);
}

static enum status fill(const struct config *config, struct site_user *user, struct err *err)
{
    if (!user->maildir)
        user->maildir = expand(config->site.maildir, user->name, user->home);
    if (!user->maildir)
        return err_set(err, STATUS_CONFIG, "[site] maildir gives no absolute path for %s",
                       user->name);
    user->address = strchr(user->name, '@') ? g_strdup(user->name)
                    : *config->site.domain ? g_strconcat(user->name, "@", config->site.domain, NULL)
                                           : g_strdup("");
    return STATUS_OK;
}

static enum status by_account(const char *account, struct site_user *user, struct err *err)
{
    struct passwd entry, *found = NULL;
    char room[16384];
    int error = getpwnam_r(account, &entry, room, sizeof room, &found);
    if (error && error != ENOENT && error != ESRCH) {
        errno = error;
        return err_errno(err, STATUS_IO, "cannot look up the account %s", account);
    }
    if (!found)
        return err_set(err, STATUS_NOT_FOUND, "there is no account %s", account);
    user->uid = found->pw_uid;
    user->gid = found->pw_gid;
    if (!user->home)
        user->home = g_strdup(found->pw_dir);
    return STATUS_OK;
}

static enum status by_passwd(const struct config *config, const char *name, struct site_user *user,
                             struct err *err)
{
    const char *at = strrchr(name, '@');
    g_autofree char *local = at ? g_strndup(name, (gsize)(at - name)) : g_strdup(name);
    (void)config;
    user->name = g_steal_pointer(&local);
    return by_account(user->name, user, err);
}

static enum status by_template(const struct config *config, const char *name,
                               struct site_user *user, struct err *err)
{
    user->name = g_strdup(name);
    user->home = expand(config->site.home, name, NULL);
    if (!user->home)
        return err_set(err, STATUS_CONFIG, "[site] home gives no absolute path for %s", name);
    user->uid = geteuid();
    user->gid = getegid();
    return *config->site.account ? by_account(config->site.account, user, err) : STATUS_OK;
}

static enum status find(const struct config *config, const char *name, double seconds,
                        struct site_user *user, struct err *err)
{
    const char *table = config->site.users;
    if (!is_fit(name))
        return err_set(err, STATUS_NOT_FOUND, "no user can have that name");
    enum status status = !strcmp(table, "passwd") ? by_passwd(config, name, user, err)
                         : !strcmp(table, "template")
                             ? by_template(config, name, user, err)
                             : site_userdb_ask(table, name, seconds, user, err);
    if (!status && (!is_fit(user->name) || *user->home != '/'))
        status = err_set(err, STATUS_NOT_FOUND, "the table gives no name or home that can be used");
    return status ? status : fill(config, user, err);
}

/* The name itself goes before the one without what stands behind the delimiter. */
enum status site_user_find(const struct config *config, const char *address, double seconds,
                           struct site_user **out, struct err *err)
{
    g_autofree char *whole = plain_name(config, address, true),
                    *plain = plain_name(config, address, false);
    bool both = strcmp(whole, plain) != 0 && strcmp(config->site.users, "template") != 0;
    owned(site_user) user = g_new0(struct site_user, 1);
    enum status status = find(config, both ? whole : plain, seconds, user, err);
    if (status == STATUS_NOT_FOUND && both) {
        g_clear_pointer(&user, site_user_free);
        user = g_new0(struct site_user, 1);
        status = find(config, plain, seconds, user, err);
    }
    if (!status)
        *out = g_steal_pointer(&user);
    return status;
}
