/* The process that stores looks at nothing of the message but where header lines begin and end. */
#include <fcntl.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "act/indexing.h"
#include "base/cage.h"
#include "base/ending.h"
#include "base/frame.h"
#include "mail/heed-fields.h"
#include "maildir/mailbox.h"
#include "maildir/maildir.h"
#include "storing.h"

#define RETURN_PATH "Return-Path"
/* status, errno, why; path, id, header block; whether the plan names the message; whether it is several */
#define STORED_TYPE "(iissssbb)"

/* --- the fields ----------------------------------------------------------------------------------------- */

char *storing_block(const struct storing *storing, const struct layout *layout)
{
    const struct keyring *keyring = storing->reader->keyring;
    if (storing->block)
        return g_strdup(storing->block);
    return storing->unjudged
               ? plan_block_unjudged(storing->unjudged)
               : plan_block(storing->plan, storing->spool, layout, keyring ? keyring->seal : NULL);
}

static void note_first(const char *name, struct span value, void *data)
{
    char **first = data;
    (void)value;
    if (!*first)
        *first = g_strdup(name);
}

/* BLOCK, which is taken over, behind a Return-Path. */
static char *with_sender(const struct storing *storing, const struct layout *layout, char *block)
{
    g_autofree char *first = NULL;
    if (!storing->sender)
        return block;
    layout_fields(storing->spool, layout, note_first, &first);
    if (first && g_ascii_strcasecmp(first, RETURN_PATH) == 0)
        return block;
    GString *all = g_string_new(NULL);
    g_autofree char *path = g_strdup_printf("<%s>", storing->sender);
    heed_field_append(all, RETURN_PATH, path);
    g_string_append(all, block);
    g_free(block);
    return g_string_free(all, FALSE);
}

/* --- the process that stores ---------------------------------------------------------------------------- */

/* Below which Maildir the folder is to be made; NULL where it is there, or is nobody's. */
static const char *root_to_make_in(const struct storing *storing)
{
    const struct reader *reader = storing->reader;
    const char *root = *reader->config->maildir ? reader->config->maildir : reader->mail_root;
    g_autofree char *cur = g_build_filename(storing->maildir, "cur", NULL);
    size_t length = root ? strlen(root) : 0;
    bool below = length && g_str_has_prefix(storing->maildir, root) && storing->maildir[length] == '/';
    return below && access(cur, F_OK) != 0 ? root : NULL;
}

/* Nothing is open but MAILDIR: the folders that files come into, or the one that they are to be made in; and
 * ROOT (or NULL). */
static void confine_to(const char *maildir, const char *root)
{
    static const char *const folders[] = {"", "tmp", "new", "cur"}; /* some are links */
    struct cage *cage = cage_new(CAGE_SIGNALS);
    if (root)
        cage_allow(cage, root, CAGE_WRITE);
    for (size_t i = 0; i < G_N_ELEMENTS(folders); i++) {
        g_autofree char *path = g_build_filename(maildir, folders[i], NULL);
        cage_allow_first(cage, path, CAGE_WRITE);
    }
    cage_enter(cage);
}

/* Where nothing came into the folder yet: it is to be made, or may have been by somebody who ended before it
 * was on the disk. */
struct beginning {
    bool is;
    const char *root; /* below which it is made as servers make it; or NULL */
    int above;        /* else the folder around it, open to be fsynced; -1 where that cannot be read */
};

static enum status make_folder(const char *maildir, const struct beginning *beginning, struct err *err)
{
    const char *root = beginning->root;
    if (!beginning->is)
        return STATUS_OK;
    enum status status = root ? mailbox_make_at(root, maildir + strlen(root) + 1, err) : STATUS_OK;
    if (!status)
        status = maildir_make(maildir, err);
    if (!status)
        status = maildir_sync_down(root ? root : maildir, maildir, err);
    if (!status && beginning->above >= 0 && fsync(beginning->above) != 0)
        status = err_errno(err, STATUS_IO, "cannot fsync the folder around %s", maildir);
    return status;
}

static enum status store(const struct storing *storing, const struct beginning *beginning,
                         const struct layout *layout, const char *block, char **path, struct err *err)
{
    const struct plan *plan = storing->plan;
    if (spool_failed(storing->spool))
        return err_set(err, STATUS_IO, "cannot read the message back");
    if (storing->dry)
        return STATUS_OK;
    enum status status = make_folder(storing->maildir, beginning, err);
    if (status)
        return status;
    return maildir_deliver(storing->maildir, storing->spool, layout, plan->carried ? NULL : block,
                           index_flags(storing->reader, plan->placement), path, err);
}

static int store_child(struct peer *parent, void *data)
{
    const struct storing *storing = data;
    struct err err = {0};
    g_autofree char *path = NULL;
    struct beginning beginning = {maildir_is_empty(storing->maildir), root_to_make_in(storing), -1};
    g_autofree char *above = g_path_get_dirname(storing->maildir);
    peer_close_others(parent, spool_fd(storing->spool));
    if (beginning.is && !beginning.root)
        beginning.above = open(above, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    cage_silence();
    confine_to(storing->maildir, beginning.root);
    owned(layout) layout = layout_read(storing->spool);
    g_autofree char *id = layout_id(storing->spool, layout);
    g_autofree char *block = with_sender(storing, layout, storing_block(storing, layout));
    plan_hold_to(storing->plan, storing->spool, layout, time(NULL));
    enum status status = store(storing, &beginning, layout, block, &path, &err);
    if (path)
        ending_answer(STATUS_OK); /* for want of memory it may be unable to say where */
    bool said = frame_say(parent->to,
                          g_variant_new(STORED_TYPE, (gint32)status, (gint32)err.number,
                                        status ? err.text : "", path ? path : "", id,
                                        storing->dry ? block : "", *storing->plan->entry.id != '\0',
                                        layout_is_several(storing->spool, layout)));
    /* Who is not heard is not believed to have stored it. */
    if (!said && path)
        unlink(path);
    /* What is not heard is told by this, too: 0 only where the message is stored. */
    return said && path ? 0 : status_exit(STATUS_IO);
}

/* --- its parent ----------------------------------------------------------------------------------------- */

static enum status find_maildir(struct storing *storing, struct err *err)
{
    const struct plan *plan = storing->plan;
    const char *folder = storing->folder ? storing->folder
                         : *plan->folder ? plan->folder
                                         : storing->reader->config->folders[plan->placement];
    return reader_maildir(storing->reader, folder, &storing->maildir, err);
}

/* Storing may take as long as the disk does. */
static enum status have_stored(struct storing *storing, struct err *err)
{
    struct peer child;
    g_autoptr(GVariant) said = NULL;
    gint32 status, number;
    gboolean named, several;
    const char *why, *path = "", *id, *block;
    enum status forked = peer_fork(&child, store_child, storing, err);
    if (forked)
        return forked;
    enum heard heard = frame_hear(child.from, STORED_TYPE, G_MAXDOUBLE, &said);
    /* How it ends decides: it may have said that all is well, and heard that nobody was told. */
    bool done = peer_end(&child, false) == 0;
    if (heard != HEARD && done) /* stored, and where is not known */
        return STATUS_OK;
    if (heard == HEARD)
        g_variant_get(said, "(ii&s&s&s&sbb)", &status, &number, &why, &path, &id, &block, &named, &several);
    if (heard != HEARD || (*path && !done))
        return err_set(err, STATUS_IO, "the process that stores the message ended");
    storing->several = several;
    storing->id = g_utf8_make_valid(id, -1);
    if (status) {
        err_set(err, STATUS_IO, "%s", why);
        err->number = number;
        return STATUS_IO;
    }
    storing->path = *path ? g_strdup(path) : NULL;
    storing->made = g_strdup(block);
    if (!named)
        storing->plan->entry.id = "";
    return STATUS_OK;
}

enum status storing_run(struct storing *storing, struct err *err)
{
    enum status status = find_maildir(storing, err);
    return status ? status : have_stored(storing, err);
}

void storing_clear(struct storing *storing)
{
    g_clear_pointer(&storing->maildir, g_free);
    g_clear_pointer(&storing->path, g_free);
    g_clear_pointer(&storing->id, g_free);
    g_clear_pointer(&storing->made, g_free);
}
