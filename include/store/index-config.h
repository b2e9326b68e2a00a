/* What notmuch's settings say of mail and index, read from the few lines of its file that tell
 * (notmuch-config(1)). libnotmuch would say, too, but loading it costs more than judging most messages;
 * and it parses mail, while whoever stores a message must know these things from somebody who does not. */
#ifndef HEED_INDEX_CONFIG_H
#define HEED_INDEX_CONFIG_H

#include <stdbool.h>

#include "base/home.h"
#include "base/owned.h"
#include "base/status.h"

enum setting_said { SAID_NOTHING, SAID_NO, SAID_YES };

struct index_config {
    char *file;     /* the settings, there or not */
    char *profile;  /* or NULL */
    char *database; /* the folder that the index is in */
    char *xapian;   /* Xapian's own folder in it, whether or not it exists */
    char *mail;     /* the mail root */
    bool mail_said; /* the file names it, so that the index does not */
    char **new_tags; /* new.tags, or NULL where the file does not say */
    enum setting_said sync_flags; /* maildir.synchronize_flags */
    bool hooks_pinned; /* the file says where hooks are (database.hook_dir), so the index cannot */
    bool odd;       /* libnotmuch is to look for all this itself (home_notmuch.odd) */
    bool plain;     /* that is what libnotmuch says, too, unless other settings stand in the index itself */
};

/* Never fails: what the file does not say, or where it cannot be read, notmuch's defaults do. The caller
 * frees it. */
struct index_config *index_config_read(const struct home *home);
void index_config_free(struct index_config *config);
OWNED_DEFINE(index_config)

/* Folders below a mail root, one of which is the Maildir for usual mail, in the order in which they are
 * tried; the first is "": the root itself. NULL-ended. */
extern const char *const usual_folders[];

/* Which one is below ROOT: *FOLDER is of the above, or NULL where none is there. Errors: STATUS_IO. */
STATUS_CHECK enum status usual_folder(const char *root, const char **folder, struct err *err);

#endif
