/* Shared by the files that read and that write the index. */
#ifndef HEED_HISTORY_PRIVATE_H
#define HEED_HISTORY_PRIVATE_H

#include <notmuch.h>
#include <glib.h>

#include "store/history.h"

/* The notmuch property that marks what heed has placed, and where. */
#define PLACED_PROPERTY "heed"
#define PLACED_AT_PROPERTY "heed.at"  /* when, where that was after it came; seconds since the epoch */
#define RULED_PROPERTY "heed.tag"     /* one for each tag that a rule added, or ("-tag") took away */
#define TAKEN_BACK "none"             /* for a placement: heed's own change was taken back */

struct history {
    const struct config *config; /* borrowed */
    notmuch_database_t *db;
    bool ready;
    bool closed; /* for now: history_refresh(), history_write() */
    bool writing;
    bool spoilt; /* writing failed: what is open for it is never let go of, but ends with the process */
    bool sync_flags; /* maildir.synchronize_flags */
    char *mail_root, *user_name, *index_dir;
    char **new_tags;
    char **own;           /* her addresses, lower case */
    GHashTable *tag_bits; /* tag -> enum tag_bit */
    uint64_t commit, revision; /* Xapian's and notmuch's when writing began */
    history_rename *rename;    /* or NULL */
    void *rename_data;
};

/* Opens the index to read where it is closed. */
enum status history_open_to_read(struct history *history, struct err *err);

bool history_is_placed(notmuch_message_t *message);

/* The value of PROPERTY, or "". Borrowed. */
const char *history_mark(notmuch_message_t *message, const char *property);

/* True while the message has just the tags that `notmuch new` gives or, where heed placed it, that heed
 * gave it; or where the index kept nothing of FLAGGED ("-unread", "+flagged"; NULL-ended), which the names of
 * its files say. */
bool history_is_untouched(const struct history *history, notmuch_message_t *message,
                          const char *const *flagged);

/* Changes TAGS ("+tag", "-tag") and marks the message as in PLACEMENT. */
notmuch_status_t history_change(struct history *history, notmuch_message_t *message, const char *placement,
                                const char *const *tags);

/* As if it were new, whatever she did to another letter that has its Message-ID. */
notmuch_status_t history_place_anew(struct history *history, notmuch_message_t *message,
                                    const char *placement, const char *const *tags);

/* Whether flags of its files say if the message is unread, as notmuch has it (maildir.synchronize_flags). */
bool history_flags_tell(const struct history *history, notmuch_message_t *message);

/* Whether one of TAGS ("+tag", "-tag"; NULL-ended) stands for a flag. */
bool history_concerns_flags(const char *const *tags);

/* Has the files of the message renamed as its tags say, where that is asked for. */
void history_sync_flags(struct history *history, notmuch_message_t *message);

/* What STATUS comes to. Where Xapian failed while HISTORY was open for writing, nothing of that is
 * committed. */
enum status history_status(struct history *history, struct err *err, notmuch_status_t status,
                           const char *what);

#endif
