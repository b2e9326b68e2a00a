/* Where mail goes. notmuch's file says it; where other settings stand in the index itself (notmuch config
 * set --database), or a variable of the environment is one that libnotmuch takes otherwise, a child asks
 * libnotmuch. */
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/cage.h"
#include "base/frame.h"
#include "reader/reader.h"

#define ASK_SECONDS 20

/* A file in the folder of the state says that the mail root stands in the index. */
static char *mark_path(const struct reader *reader)
{
    return home_state(reader->home, "mail-root-in-index");
}

void reader_note_mail_root(struct reader *reader, const char *said)
{
    g_autofree char *mark = mark_path(reader);
    const struct index_config *where = reader_where(reader);
    if (!said || !where->plain || strcmp(said, where->mail) == 0) { /* libnotmuch compares letters, too */
        unlink(mark);
        return;
    }
    int fd = open(mark, O_WRONLY | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
    if (fd >= 0)
        close(fd);
}

/* By notmuch's file, or NULL where libnotmuch has to say. */
static char *plain_mail_root(struct reader *reader)
{
    const struct index_config *where = reader_where(reader);
    g_autofree char *mark = mark_path(reader);
    const char *folder = NULL;
    bool plain = where->plain && access(mark, F_OK) != 0 && errno == ENOENT &&
                 usual_folder(where->mail, &folder, NULL) == STATUS_OK && folder;
    return plain ? g_strdup(where->mail) : NULL;
}

/* "": there is none. */
static int say_mail_root(struct peer *parent, void *data)
{
    struct reader *reader = data;
    cage_silence();
    bool known = reader_history(reader) && reader->mail_root;
    return frame_say(parent->to, g_variant_new("(ss)", known ? reader->mail_root : "",
                                               reader->trouble ? reader->trouble : "")) ? 0 : 1;
}

static enum status ask_mail_root(struct reader *reader, struct err *err)
{
    struct peer child;
    g_autoptr(GVariant) said = NULL;
    const char *root = "", *trouble = "";
    enum status status = peer_fork(&child, say_mail_root, reader, err);
    if (status)
        return status;
    enum heard heard = frame_hear(child.from, "(ss)", clock_seconds() + ASK_SECONDS, &said);
    peer_end(&child, true);
    if (heard != HEARD)
        return err_set(err, STATUS_IO, "libnotmuch does not tell where mail is");
    g_variant_get(said, "(&s&s)", &root, &trouble);
    if (!*root)
        return err_set(err, STATUS_NOT_FOUND, "%s", trouble);
    reader->mail_root = g_strdup(root);
    return STATUS_OK;
}

enum status reader_find_mail(struct reader *reader, struct err *err)
{
    if (reader_follows(reader) || *reader->config->maildir || reader->mail_root)
        return STATUS_OK;
    reader->mail_root = plain_mail_root(reader);
    return reader->mail_root ? STATUS_OK : ask_mail_root(reader, err);
}

enum status reader_maildir(const struct reader *reader, const char *folder, char **maildir, struct err *err)
{
    bool set = *reader->config->maildir;
    const char *root = set ? reader->config->maildir : reader->mail_root;
    if (!root || !g_path_is_absolute(root))
        return err_set(err, STATUS_IO, "no Maildir to deliver into: set [deliver] maildir");
    struct stat mounted;
    if (!set && stat(root, &mounted) != 0)
        return err_errno(err, STATUS_IO, "cannot look at the mail root %s", root);
    const char *usual = NULL;
    enum status status = *folder && !reader->follows ? STATUS_OK : usual_folder(root, &usual, err);
    if (status)
        return status;
    if (reader->follows && !set && !usual) /* not mounted; or several accounts, and which one is not said */
        return err_set(err, STATUS_IO, "there is no inbox in %s itself: set [deliver] maildir", root);
    if (*folder)
        usual = NULL;
    if (usual)
        folder = usual;
    g_autofree char *place = *folder && !usual ? mailbox_place(root, folder) : g_strdup(folder);
    *maildir = *place ? g_build_filename(root, place, NULL) : g_strdup(root);
    return STATUS_OK;
}
