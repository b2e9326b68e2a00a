/* Setting up for whoever reads a Maildir, by IMAP or otherwise, without notmuch. */
#include <stdio.h>
#include <string.h>

#include "base/text.h"
#include "base/wrap.h"
#include "init-folders.h"
#include "learn/folders.h"
#include "maildir/folder.h"

struct setting_up {
    struct reader *reader;
    bool yes;
    struct init_settings *settings,
        *proposed; /* to be written; and only said, since nobody was there to ask */
};

/* Where what she is asked goes; NULL where she says no. */
static struct init_settings *agreed(const struct setting_up *up, const char *question)
{
    if (up->yes)
        return up->settings;
    if (!init_at_terminal())
        return up->proposed;
    fputs(question, stdout);
    return init_agrees(true) ? up->settings : NULL;
}

/* ADDRESSES behind KNOWN, by which a site has her (or NULL): what others wrote into her mail stands beside
 * that. The caller frees it. */
static char **behind_known(char **addresses, const char *known)
{
    GPtrArray *all = g_ptr_array_new();
    if (known)
        g_ptr_array_add(all, g_strdup(known));
    for (char **address = addresses; *address; address++)
        if (!known || strcmp(*address, known) != 0)
            g_ptr_array_add(all, g_strdup(*address));
    g_ptr_array_add(all, NULL);
    return (char **)g_ptr_array_free(all, FALSE);
}

static enum status settle_owner(const struct setting_up *up, struct err *err)
{
    g_auto(GStrv) found = NULL;
    g_autofree char *name = NULL;
    const struct config *config = up->reader->config;
    if (init_is_set(config, "user", "addresses"))
        return STATUS_OK;
    enum status status = folders_owner(up->reader, &found, &name, err);
    if (status)
        return status;
    g_auto(GStrv) addresses = behind_known(found, up->reader->home->address);
    g_autofree char *all = g_strjoinv(";", addresses), *shown = text_clean(all, 1000);
    if (!*shown) {
        wrap_print(2,
                   "No address of yours can be told from the mail that is there: set [user] "
                   "addresses in %s",
                   config->user_file);
        return STATUS_OK;
    }
    g_autofree char *listed = g_strjoinv(", ", addresses), *clean = text_clean(listed, 1000);
    wrap_print(2, "Your addresses, by what you sent and what was delivered to you: %s", clean);
    struct init_settings *settings = agreed(up, "Are these yours?");
    if (!settings) {
        wrap_print(2, "Then set [user] addresses in %s.", config->user_file);
        return STATUS_OK;
    }
    init_settings_add(settings, "user", "addresses", shown);
    if (*name)
        init_settings_add(settings, "user", "name", name);
    return STATUS_OK;
}

/* Tags show nothing to whoever reads by IMAP. */
static void settle_folders(const struct setting_up *up)
{
    const struct config *config = up->reader->config;
    if (init_is_set(config, "folders", "later") || init_is_set(config, "folders", "suspect"))
        return;
    puts("What heed puts aside goes into the folders Later and Suspect, which every mail\n"
         "program shows that reads by IMAP; whoever fetches by POP3 sees the inbox only.");
    struct init_settings *settings = agreed(up, "Is that right?");
    if (!settings) {
        puts("Then nothing is sorted: mail stays in the inbox, and its header says where it\n"
             "belongs.");
        return;
    }
    init_settings_add(settings, "folders", "later", "Later");
    init_settings_add(settings, "folders", "suspect", "Suspect");
}

/* In each account; beside an inbox that has no others yet as Dovecot and Courier do by default. */
static enum status make_folder(const struct reader *reader, const struct mailbox *inbox, bool alone,
                               const char *name, struct err *err)
{
    g_autofree char *account = mailbox_account(inbox->path);
    g_autofree char *root = g_build_filename(reader->follows, *account ? account : NULL, NULL);
    g_autofree char *encoded = maildir_folder_encoded(name);
    g_autofree char *dotted = g_strconcat(*name == '.' ? "" : ".", encoded, NULL);
    bool maildir = strcmp(account, inbox->path) == 0;
    return mailbox_make(root, alone && maildir && !strchr(name, '/') ? dotted : name, err);
}

enum status init_make_folders(const struct reader *reader, struct err *err)
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
    return reader_follows(reader)
               ? STATUS_OK
               : err_set(err, STATUS_INTERNAL, "the settings do not name the Maildir");
}

/* From here on it is the one that is looked at. */
static void follow_it(struct reader *reader, const char *maildir)
{
    g_free(reader->config->history);
    reader->config->history = g_strdup(maildir);
    g_clear_pointer(&reader->follows, g_free);
    reader->asked = false;
    reader_follows(reader);
}

static enum status set_up(const struct setting_up *up, const char *maildir, struct err *err)
{
    struct reader *reader = up->reader;
    init_settings_add(up->settings, "history", "maildir", maildir);
    follow_it(reader, maildir);
    enum status status = settle_owner(up, err);
    if (status)
        return status;
    settle_folders(up);
    status = init_make_folders(reader, err); /* first, so that one that fails is tried again */
    if (!status)
        status = init_settings_write(up->settings, err);
    g_autofree char *proposed = init_settings_text(up->proposed);
    if (!status && *proposed)
        printf("Nobody was here to ask, so that is not written yet. heed init --yes takes it;\n"
               "or put it into %s:\n\n%s\n",
               reader->config->user_file, proposed);
    return status;
}

enum status init_folders(struct reader *reader, const char *path, bool yes, struct err *err)
{
    g_autofree char *maildir = NULL;
    const char *set = reader->config->history;
    enum status status = init_maildir(reader, path, &maildir, err);
    if (status)
        return status;
    g_autofree char *known = g_canonicalize_filename(*set ? set : maildir, "/");
    if (strcmp(known, maildir) != 0)
        return err_set(err, STATUS_USAGE, "[history] maildir is %s by now: change it there", set);
    owned(init_settings) settings = init_settings_new(reader->config, true);
    owned(init_settings) proposed = init_settings_new(reader->config, false);
    const struct setting_up up = {reader, yes, settings, proposed};
    status = set_up(&up, maildir, err);
    return status ? status : begin_anew(reader, err);
}
