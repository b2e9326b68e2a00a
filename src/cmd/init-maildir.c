/* Which Maildir `heed init MAILDIR` means: people name their home, a folder of theirs, a file, or
 * are root. */
#include <pwd.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/text.h"
#include "base/wrap.h"
#include "init-folders.h"

static bool is_maildir(const char *path)
{
    g_autofree char *cur = g_build_filename(path, "cur", NULL),
                    *new = g_build_filename(path, "new", NULL);
    return g_file_test(cur, G_FILE_TEST_IS_DIR) && g_file_test(new, G_FILE_TEST_IS_DIR);
}

/* --- whose it is ---------------------------------------------------------------------------------------- */

/* "su kim -c 'heed init /home/kim/Maildir'"; the caller frees it. */
static char *as_owner(uid_t uid, const char *maildir)
{
    const struct passwd *owner = getpwuid(uid);
    g_autofree char *command = g_strdup_printf("heed init %s", maildir),
                    *quoted = g_shell_quote(command);
    if (!owner)
        return g_strdup_printf("%s as user %lu", quoted, (unsigned long)uid);
    bool shut = g_str_has_suffix(owner->pw_shell, "/nologin") ||
                g_str_has_suffix(owner->pw_shell, "/false");
    return g_strdup_printf("su %s%s -c %s", shut ? "-s /bin/sh " : "", owner->pw_name, quoted);
}

enum status init_check_owner(const char *maildir, struct err *err)
{
    static const char *const places[] = {"cur", "INBOX/cur", ""};
    struct stat st = {.st_uid = geteuid()};
    for (size_t i = 0; i < G_N_ELEMENTS(places); i++) {
        g_autofree char *path = g_build_filename(maildir, places[i], NULL);
        if (stat(path, &st) == 0)
            break;
    }
    if (st.st_uid == geteuid())
        return STATUS_OK;
    g_autofree char *instead = as_owner(st.st_uid, maildir);
    return err_set(err, STATUS_USAGE,
                   "%s is somebody else's, who could not use what is made there now: run %s",
                   maildir, instead);
}

/* --- what is meant -------------------------------------------------------------------------------------- */

/* The Maildir that PATH is a folder of; NULL where it is none. The caller frees it. */
static char *maildir_above(const char *path)
{
    char *found = NULL;
    g_autofree char *above = g_path_get_dirname(path), *name = g_path_get_basename(path);
    g_autofree char *beside = g_build_filename(above, "INBOX", NULL);
    enum special_use use = special_use_of(name + (*name == '.'), NULL);
    if (use != USE_OTHER && use != USE_INBOX && is_maildir(beside))
        found = g_strdup(above);
    while (strcmp(above, "/") != 0) {
        if (is_maildir(above)) {
            g_free(found);
            found = g_strdup(above);
        }
        char *next = g_path_get_dirname(above);
        g_free(above);
        above = next;
    }
    return found;
}

static bool is_below(const char *path, const char *above)
{
    size_t length = strlen(above);
    return strncmp(path, above, length) == 0 && path[length] == '/';
}

/* The accounts in ALL whose folders lie beside their inbox or, with INBOXES false, whatever could
 * be one: each once, and none that lies in another. */
static GPtrArray *find_accounts(const GPtrArray *all, bool inboxes)
{
    GPtrArray *found = g_ptr_array_new_with_free_func(g_free);
    for (guint i = 0; i < all->len; i++) {
        const struct mailbox *mailbox = all->pdata[i];
        g_autofree char *account = mailbox_account(mailbox->path);
        bool fits = mailbox->use == USE_INBOX || (!inboxes && mailbox->use == USE_OTHER),
             within = false;
        for (guint j = 0; j < found->len; j++)
            within |= !strcmp(account, found->pdata[j]) || is_below(account, found->pdata[j]);
        if (fits && !within)
            g_ptr_array_add(found, g_steal_pointer(&account));
    }
    return found;
}

/* PATH is none itself. Several accounts side by side are followed together; below her home they are
 * hardly meant. */
static enum status choose(const struct reader *reader, const char *path, const GPtrArray *all,
                          char **maildir, struct err *err)
{
    g_autoptr(GPtrArray) inboxes = find_accounts(all, true), others = find_accounts(all, false);
    const GPtrArray *found = inboxes->len ? inboxes : others;
    const char *home = reader->home->dir, *first = found->len ? found->pdata[0] : "";
    bool whole = found->len && (!*first || *reader->config->maildir);
    bool accounts = inboxes->len > 1 && strcmp(path, home) != 0 && !is_below(home, path);
    g_autofree char *one = g_build_filename(path, first, NULL);
    if (!whole && found->len == 1) {
        wrap_print(2, "The one Maildir below %s that mail arrives in is %s: that is taken.", path,
                   one);
        g_free(*maildir);
        *maildir = g_steal_pointer(&one);
        return STATUS_OK;
    }
    if (accounts && !whole)
        wrap_print(
            2,
            "Mail arrives in several places there: say by [deliver] maildir in %s where heed is to "
            "deliver, such as %s.",
            reader->config->user_file, one);
    if (whole || accounts)
        return STATUS_OK;
    return found->len
               ? err_set(
                     err, STATUS_USAGE,
                     "%s is no Maildir, and %u folders below it could be one: name yours, such as "
                     "heed init %s",
                     path, found->len, one)
               : err_set(err, STATUS_USAGE, "there is no inbox in %s or below it", path);
}

enum status init_maildir(const struct reader *reader, const char *path, char **maildir,
                         struct err *err)
{
    g_autofree char *expanded = home_expand(reader->home, path);
    *maildir = g_canonicalize_filename(expanded, NULL);
    if (g_file_test(*maildir, G_FILE_TEST_IS_REGULAR))
        return err_set(
            err, STATUS_USAGE,
            "%s is a file (mbox?); heed needs a Maildir: mb2md, say, makes one of an mbox",
            *maildir);
    g_autofree char *above = maildir_above(*maildir);
    if (above)
        return err_set(err, STATUS_USAGE,
                       "%s is a folder of a Maildir: heed init %s takes all of it", *maildir,
                       above);
    struct use_names names = reader_uses(reader);
    g_autoptr(GPtrArray) all = mailboxes_find(*maildir, &names);
    if (!all->len)
        return err_set(err, STATUS_USAGE,
                       "%s is no Maildir, and there is none below it (cur, new and tmp)", *maildir);
    enum status status =
        is_maildir(*maildir) ? STATUS_OK : choose(reader, *maildir, all, maildir, err);
    return status ? status : init_check_owner(*maildir, err);
}
