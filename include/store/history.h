/* The user's mail index: what she has, how it is tagged, which threads it forms. The only door to
 * libnotmuch (5.6 or later: notmuch 0.36). */
#ifndef HEED_HISTORY_H
#define HEED_HISTORY_H

#include <stdbool.h>
#include <stdint.h>

#include "base/config.h"
#include "store/index-config.h"
#include "base/owned.h"
#include "base/status.h"

struct history;

/* What tags say, as far as heed reads them. */
enum tag_bit {
    TAG_UNREAD = 1 << 0,
    TAG_INBOX = 1 << 1,
    TAG_REPLIED = 1 << 2,
    TAG_FORWARDED = 1 << 3, /* notmuch's "passed" */
    TAG_FLAGGED = 1 << 4,
    TAG_DELETED = 1 << 5, /* deleted, trash */
    TAG_SPAM = 1 << 6,    /* spam, junk */
    TAG_LATER = 1 << 7,   /* what the configuration adds for later */
    TAG_SUSPECT = 1 << 8,
    TAG_FILED = 1 << 9, /* any other that is neither new.tags' nor notmuch's nor heed's own */
    TAG_MISSING_NEW = 1 << 10, /* lacks the inbox, which new.tags has: somebody has dealt with it */
    TAG_DRAFT = 1 << 11,
    TAG_SENT = 1 << 13, /* what her mail program or Gmail (lieer) sent */
    TAG_BY_FOLDER = 1 << 14, /* folders and flags tell, not tags (learn/trail.h) */
    TAG_BY_HAND = 1 << 15,   /* likewise: she moved it to where it is */
    TAG_BY_FILTER = 1 << 12, /* the book's own: read when it was first seen, which a filter may have
                                done */
};

/* One message of the index. All strings are borrowed and live until the callback returns. */
struct record {
    const char *id;     /* without <> */
    const char *path;   /* one of its files */
    const void *body;   /* what it holds, or the first of it, where it is no file; else NULL */
    size_t body_length; /* in bytes */
    const char *thread; /* notmuch's thread id; changes when threads are joined */
    int64_t date;       /* Date header as notmuch understood it, seconds since the epoch */
    uint32_t tags;      /* enum tag_bit */
    bool placed;        /* heed has tagged it (the property "heed" is there) */
    enum placement placement; /* where heed has placed it; PLACE_NONE where it has not, or took that back */
    int64_t placed_at;  /* when, where that was after it came; otherwise 0 */
    bool untouched;     /* its tags are those of new mail, or those that heed gave it */
    const char *newest; /* of several files, the one that was written last; "" where there is but one */
};

/* Opens notmuch's settings and index, which are where WHERE says, read-only; CONFIG is borrowed. An index
 * that is absent or broken still gives a history, whose history_ready() is false; ERR then says why.
 * Errors: STATUS_NOT_FOUND where there are no settings at all. */
STATUS_CHECK enum status history_open(const struct config *config, const struct index_config *where,
                                      struct history **out, struct err *err);
void history_free(struct history *history);
OWNED_DEFINE(history)

/* Sets N KEYS to their VALUES (NULL: not at all) in the index in DIR, in one commit; no other program
 * holds the index for longer than SECONDS. Errors: STATUS_LOCKED, STATUS_CORRUPT. */
STATUS_CHECK enum status history_set_settings(const char *dir, const char *const *keys,
                                              const char *const *values, size_t n, double seconds,
                                              struct err *err);

const char *history_index_dir(const struct history *history); /* Xapian's files; NULL where there is none */
char *history_hook_dir(const struct history *history); /* of notmuch's hooks, or NULL; the caller frees it */
bool history_ready(const struct history *history);
const char *history_mail_root(const struct history *history); /* absolute */
const char *const *history_own_addresses(const struct history *history); /* lower case, NULL-ended */
const char *history_user_name(const struct history *history); /* "" where not configured */

/* Whether new.tags has a tag that only says that a message is new, which a hook is to take away; and, for
 * the first, not inbox, which the hook is to add. */
bool history_tags_by_hook(const struct history *history);
bool history_marks_new(const struct history *history);

/* Whether new.tags has neither. */
bool history_leaves_inbox(const struct history *history);

/* Whether tags of what is new can say that it is unread: by new.tags, by flags, by a hook. */
bool history_tells_unread(const struct history *history);

/* notmuch's lastmod and the index's identity; two indexes with different UUIDs share no revisions. */
uint64_t history_revision(struct history *history, const char **uuid);

/* A number that changes with every commit to the index, deletions included (Xapian's revision). 0 where
 * it cannot be told. */
uint64_t history_commit(const struct history *history);

/* Calls EACH for every message that matches QUERY ("*" for all, excluded tags included), oldest first if
 * SORTED. A false return stops the walk. *TOTAL (may be NULL) is set before the first call. Errors:
 * STATUS_CORRUPT; STATUS_LOCKED where a writer changed the index so that not all could be read: call
 * history_refresh() and walk again. */
typedef bool history_each(const struct record *record, void *data);
STATUS_CHECK enum status history_walk(struct history *history, const char *query, bool sorted,
                                      unsigned *total, history_each *each, void *data, struct err *err);

/* Reads the index as it is now. */
STATUS_CHECK enum status history_refresh(struct history *history, struct err *err);

/* Finds one message and calls EACH for it. Errors: STATUS_NOT_FOUND. EACH may be NULL. */
STATUS_CHECK enum status history_find(struct history *history, const char *id, history_each *each,
                                      void *data, struct err *err);

/* How many files the message ID has; 0 where it is not in the index. */
unsigned history_count_files(struct history *history, const char *id);

/* Whether the file PATH is in the index. Errors: STATUS_NOT_FOUND where it is not, STATUS_CORRUPT. */
STATUS_CHECK enum status history_find_file(struct history *history, const char *path, struct err *err);

/* Waits up to SECONDS until no other writer holds the index, then opens it for writing. Errors:
 * STATUS_LOCKED, STATUS_CORRUPT, STATUS_NOT_FOUND. */
STATUS_CHECK enum status history_write(struct history *history, double seconds, struct err *err);

/* Where tags become flags of file names (maildir.synchronize_flags), libnotmuch would rename files itself.
 * Whoever writes to the index may not: it asks RENAME for PATH to get FLAGS (maildir/flags.h), which gives
 * its new name, the caller's, or NULL where it keeps the one it has. Without this no file is renamed. */
typedef char *history_rename(const char *path, const char *flags, void *data);
void history_set_rename(struct history *history, history_rename *rename, void *data);

/* Commits what was written and closes the index; whatever needs it next opens it again. */
STATUS_CHECK enum status history_commit_writes(struct history *history, struct err *err);

/* Among changes of tags: what is there under the Message-ID was another letter, which says nothing of this
 * one. */
#define HISTORY_ANEW "=anew"

/* Adds the file PATH to the index with new.tags, then the changes TAGS ("+tag", "-tag"), and marks it as
 * placed by heed. A message that heed has placed before, or that the user has dealt with, keeps its tags.
 * PLACEMENT is the mark; NULL: none, and no TAGS. Errors: STATUS_NOT_FOUND where there is no message (any
 * more) or the index is not for it, STATUS_IO where there is but it cannot be read now, STATUS_CORRUPT. */
STATUS_CHECK enum status history_add(struct history *history, const char *path, const char *placement,
                                     const char *const *tags, struct err *err);

/* The same tag changes for a message that is in the index already. */
STATUS_CHECK enum status history_place(struct history *history, const char *id, const char *placement,
                                       const char *const *tags, struct err *err);

/* What is to be made of a message that has been in the index before. */
struct retag {
    const char *id, *placement;
    const char *const *tags; /* all changes of tags, NULL-ended, from those of new mail on */
    int64_t at;              /* the present, seconds since the epoch */
    bool again;              /* also where heed has placed it before */
};

/* Does so, unless the user has touched the message or nothing is to be changed: then *UNDO is NULL. It is
 * a line of text that takes the change back, the caller's. Errors as history_add(). */
STATUS_CHECK enum status history_retag(struct history *history, const struct retag *how, char **undo,
                                       struct err *err);

enum untag {
    UNTAG_DONE,
    UNTAG_HERS, /* the user has changed its tags since */
    UNTAG_GONE, /* there is nothing (any more) to take back */
};

/* Takes back the change of which history_retag() gave UNDO. */
STATUS_CHECK enum status history_untag(struct history *history, const char *undo, enum untag *done,
                                       struct err *err);

/* Ends writing without a commit: what was written is as if it had not been. */
void history_drop_writes(struct history *history);

#endif
