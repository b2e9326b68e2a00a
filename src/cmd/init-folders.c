/* Setting up for whoever reads a Maildir, by IMAP or otherwise, without notmuch. */
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/cage.h"
#include "base/spool.h"
#include "base/text.h"
#include "init-folders.h"
#include "learn/folders.h"

bool init_at_terminal(void)
{
    return isatty(STDIN_FILENO) && isatty(STDOUT_FILENO);
}

bool init_agrees(bool yes)
{
    char answer[16] = "";
    printf(yes ? " [Y/n] " : " [y/N] ");
    fflush(stdout);
    if (!fgets(answer, sizeof answer, stdin))
        return false;
    char first = g_ascii_tolower(*g_strstrip(answer));
    return first ? first == 'y' : yes;
}

/* --- settings ------------------------------------------------------------------------------------------- */

/* Whether the user's file or the site's sets KEY in GROUP. */
static bool is_set(const struct config *config, const char *group, const char *key)
{
    size_t count;
    const struct setting *settings = config_settings(&count);
    for (size_t i = 0; i < count; i++)
        if (!strcmp(settings[i].group, group) && !strcmp(settings[i].key, key))
            return config->written[i] != NULL;
    return false;
}

struct settings {
    const struct config *config;
    GString *text;
    const char *group; /* that was written last */
};

static void add(struct settings *settings, const char *group, const char *key, const char *value)
{
    if (is_set(settings->config, group, key))
        return;
    if (g_strcmp0(settings->group, group) != 0)
        g_string_append_printf(settings->text, "%s[%s]\n", settings->text->len ? "\n" : "", group);
    settings->group = group;
    g_string_append_printf(settings->text, "%s=%s\n", key, value);
}

static bool write_whole(const char *path, const char *before, const char *text)
{
    int fd = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600);
    if (fd < 0)
        return false;
    bool gap = *before && !g_str_has_suffix(before, "\n");
    bool done = write_all(fd, before, strlen(before)) && write_all(fd, "\n", gap ? 1 : 0) &&
                write_all(fd, "\n", *before ? 1 : 0) && write_all(fd, text, strlen(text)) && fsync(fd) == 0;
    return close(fd) == 0 && done;
}

/* Behind what stands in the file, which stays as it is; all of it or nothing. */
static enum status write_settings(const struct config *config, const char *text, struct err *err)
{
    const char *path = config->user_file;
    g_autofree char *folder = g_path_get_dirname(path), *before = NULL;
    g_autofree char *made = g_strdup_printf("%s.%ld", path, (long)getpid());
    g_autoptr(GError) error = NULL;
    if (g_mkdir_with_parents(folder, 0700))
        return err_errno(err, STATUS_IO, "cannot make %s", folder);
    if (!g_file_get_contents(path, &before, NULL, &error)) {
        if (!g_error_matches(error, G_FILE_ERROR, G_FILE_ERROR_NOENT))
            return err_set(err, STATUS_IO, "%s", error->message);
        before = g_strdup("");
    }
    if (write_whole(made, before, text) && rename(made, path) == 0)
        return STATUS_OK;
    enum status status = err_errno(err, STATUS_IO, "cannot write %s", path);
    unlink(made);
    return status;
}

/* --- what is asked -------------------------------------------------------------------------------------- */

static enum status settle_owner(struct reader *reader, struct settings *settings, struct err *err)
{
    g_auto(GStrv) addresses = NULL;
    g_autofree char *name = NULL;
    if (is_set(reader->config, "user", "addresses"))
        return STATUS_OK;
    enum status status = folders_owner(reader, &addresses, &name, err);
    if (status)
        return status;
    g_autofree char *all = g_strjoinv(";", addresses), *shown = text_clean(all, 1000);
    if (!*shown) {
        printf("No address of yours can be told from the mail that is there: set [user] addresses in\n%s\n",
               reader->config->user_file);
        return STATUS_OK;
    }
    printf("Your addresses, by what you sent and what was delivered to you: %s\n", shown);
    if (init_at_terminal()) {
        printf("Are these yours?");
        if (!init_agrees(true)) {
            printf("Then set [user] addresses in %s.\n", reader->config->user_file);
            return STATUS_OK;
        }
    }
    add(settings, "user", "addresses", shown);
    if (*name)
        add(settings, "user", "name", name);
    return STATUS_OK;
}

/* Tags show nothing to whoever reads by IMAP. */
static bool wants_folders(const struct config *config)
{
    if (is_set(config, "folders", "later") || is_set(config, "folders", "suspect"))
        return false;
    printf("What heed puts aside goes into the folders Later and Suspect, which every mail program shows\n"
           "that reads by IMAP; whoever fetches by POP3 sees the inbox only.\n");
    if (!init_at_terminal())
        return true;
    printf("Is that right?");
    return init_agrees(true);
}

/* In each account; beside an inbox that has no others yet as Dovecot and Courier do by default. */
static enum status make_folder(const struct reader *reader, const struct mailbox *inbox, bool alone,
                               const char *name, struct err *err)
{
    g_autofree char *account = mailbox_account(inbox->path);
    g_autofree char *root = g_build_filename(reader->follows, *account ? account : NULL, NULL);
    g_autofree char *dotted = g_strconcat(*name == '.' ? "" : ".", name, NULL);
    bool maildir = strcmp(account, inbox->path) == 0;
    return mailbox_make(root, alone && maildir && !strchr(name, '/') ? dotted : name, err);
}

static enum status make_folders(const struct reader *reader, struct err *err)
{
    struct use_names names = reader_uses(reader);
    g_autoptr(GPtrArray) all = mailboxes_find(reader->follows, &names);
    enum status status = STATUS_OK;
    for (guint i = 0; i < all->len; i++)
        for (int place = 0; place < PLACE_COUNT && !status; place++)
            if (((struct mailbox *)all->pdata[i])->use == USE_INBOX && *reader->config->folders[place])
                status = make_folder(reader, all->pdata[i], all->len == 1, reader->config->folders[place],
                                     err);
    return status;
}

static enum status begin_anew(struct reader *reader, struct err *err)
{
    const struct home *home = reader->home;
    reader_close(reader);
    reader_begin(reader, home);
    return reader_follows(reader) ? make_folders(reader, err)
                                  : err_set(err, STATUS_INTERNAL, "the settings do not name the Maildir");
}

enum status init_folders(struct reader *reader, const char *path, struct err *err)
{
    g_autofree char *expanded = home_expand(reader->home, path);
    g_autofree char *maildir = g_canonicalize_filename(expanded, NULL);
    struct settings settings = {reader->config, g_string_new(NULL), NULL};
    const char *set = reader->config->history;
    if (*set && strcmp(set, maildir) != 0)
        return err_set(err, STATUS_USAGE, "[history] maildir is %s by now: change it there", set);
    g_autoptr(GPtrArray) mailboxes = mailboxes_find(maildir, NULL);
    if (!mailboxes->len)
        return err_set(err, STATUS_USAGE, "%s is no Maildir, and there is none below it (cur, new and tmp)",
                       maildir);
    g_free(reader->config->history);
    reader->config->history = g_strdup(maildir);
    g_clear_pointer(&reader->follows, g_free);
    reader->asked = false;
    reader_follows(reader);
    add(&settings, "history", "maildir", maildir);
    enum status status = settle_owner(reader, &settings, err);
    if (!status && wants_folders(reader->config)) {
        add(&settings, "folders", "later", "Later");
        add(&settings, "folders", "suspect", "Suspect");
    }
    if (!status && settings.text->len) {
        status = write_settings(reader->config, settings.text->str, err);
        if (!status)
            printf("Written into %s:\n\n%s\n", reader->config->user_file, settings.text->str);
    }
    g_string_free(settings.text, TRUE);
    return status ? status : begin_anew(reader, err);
}
