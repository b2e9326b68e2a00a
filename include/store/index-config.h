/* Where notmuch keeps mail and index, read from the few lines of its configuration that tell (notmuch-config(1),
 * CONFIGURATION). libnotmuch would say, too, but loading it costs more than judging most messages. */
#ifndef HEED_INDEX_CONFIG_H
#define HEED_INDEX_CONFIG_H

#include <stdbool.h>

#include "base/owned.h"
#include "base/status.h"

struct index_config {
    char *file;     /* the configuration, there or not */
    char *database; /* the folder that the index is in */
    char *mail;     /* the mail root */
    bool plain;     /* that is what libnotmuch says, too, unless other settings stand in the index itself */
};

/* Never fails: what the file does not say, or where it cannot be read, notmuch's defaults do. index_config_free() it. */
struct index_config *index_config_read(void);
void index_config_free(struct index_config *config);
OWNED_DEFINE(index_config)

/* Folders below a mail root, one of which is the Maildir for usual mail, in the order in which they are tried; the first
 * is "": the root itself. NULL-ended. */
extern const char *const usual_folders[];

/* Which one is below ROOT: *FOLDER is of the above, or NULL where none is there. Errors: STATUS_IO. */
STATUS_CHECK enum status usual_folder(const char *root, const char **folder, struct err *err);

#endif
