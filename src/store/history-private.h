/* Shared by the files that read and that write the index. */
#ifndef HEED_HISTORY_PRIVATE_H
#define HEED_HISTORY_PRIVATE_H

#include <notmuch.h>
#include <glib.h>

#include "history.h"

/* The notmuch property that marks what heed has placed; written in the same commit as the tags, so that
 * neither is ever there without the other. */
#define PLACED_PROPERTY "heed"
#define RULED_PROPERTY "heed.tag" /* one for each tag that a rule added */

struct history {
    notmuch_database_t *db;
    bool ready;
    bool sync_flags; /* maildir.synchronize_flags */
    char *mail_root, *user_name, *index_dir;
    struct index_terms *terms; /* opened when first asked for */
    char **new_tags;
    char **own;           /* her addresses, lower case */
    GHashTable *tag_bits; /* tag -> enum tag_bit */
};

bool history_is_placed(notmuch_message_t *message);

#endif
