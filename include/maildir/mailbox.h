/* The folders of mail below one root, as IMAP servers and mail programs lay them out: Maildir++
 * (".Lists.Birds" beside cur), one below the other ("Lists/Birds", Dovecot's LAYOUT=fs), or several accounts
 * side by side. And which files are in them. */
#ifndef HEED_MAILBOX_H
#define HEED_MAILBOX_H

#include <glib.h>
#include <stdbool.h>
#include <stdint.h>

#include "base/status.h"

/* What a folder is for (RFC 6154, and heed's own). */
enum special_use {
    USE_OTHER, /* one that she made */
    USE_INBOX,
    USE_LATER,
    USE_SUSPECT,
    USE_JUNK,
    USE_TRASH,
    USE_ARCHIVE,
    USE_SENT,
    USE_DRAFTS,
    USE_COUNT
};

/* Flags of a file's name, and the keywords that a server keeps beside them. */
enum mail_flag {
    MAIL_SEEN = 1 << 0,
    MAIL_REPLIED = 1 << 1,
    MAIL_PASSED = 1 << 2,
    MAIL_FLAGGED = 1 << 3,
    MAIL_TRASHED = 1 << 4,
    MAIL_DRAFT = 1 << 5,
    MAIL_JUNK = 1 << 6,     /* $Junk (RFC 8457's registry of keywords) */
    MAIL_NOT_JUNK = 1 << 7, /* $NotJunk */
};

/* What a keyword (RFC 9051 2.3.2) stands for, in whatever case; 0 for others. */
uint32_t mail_keyword(const char *name);

struct mailbox {
    char *path;      /* below the root: "", ".Lists.Birds", "work/INBOX" */
    char *name;      /* as people see it: "INBOX", "Lists/Birds" */
    enum special_use use;
};

/* Names of folders that have such a use, beside the usual ones; NULL or "" for none. */
struct use_names {
    const char *of[USE_COUNT];
};

/* What the folder NAME ("Lists/Birds", in UTF-8) is for; the last part that says so counts. */
enum special_use special_use_of(const char *name, const struct use_names *names);

/* All folders below ROOT that hold mail, 20,000 at most, twelve deep at most, each once although links lead
 * there; struct mailbox, the caller's. NAMES may be NULL: then all are USE_OTHER. */
GPtrArray *mailboxes_find(const char *root, const struct use_names *names);
void mailbox_free(struct mailbox *mailbox);

/* That one of ALL whose path is PATH, or NULL. */
const struct mailbox *mailboxes_at(const GPtrArray *all, const char *path);

/* Where the folder that people call NAME lies below ROOT, or would: as it is there already, else as
 * whoever keeps the other folders lays them out. Dovecot and Courier show ".Later" beside an inbox
 * that is ROOT itself, also where it has no other folder yet, and "Later" below one that is not.
 * The caller frees it. */
char *mailbox_place(const char *root, const char *name);

/* The account that the folder PATH (mailbox.path) belongs to, where it is an inbox: below which folder its
 * others lie, "" for the root. The caller frees it. */
char *mailbox_account(const char *path);

/* Where below ROOT an IMAP server would show the folder NAME, if there is one of that name where it
 * shows none; else NULL. The caller frees it. */
char *mailbox_hidden(const char *root, const char *name);

/* Makes the folder NAME below ROOT where there is none, with ROOT's mode and group, and has Dovecot, where it
 * keeps a list of folders to show, list it. Errors: STATUS_IO. */
STATUS_CHECK enum status mailbox_make(const char *root, const char *name, struct err *err);

/* The same by mailbox_place(), for whoever has mail to put there: that it is not listed is no error. */
STATUS_CHECK enum status mailbox_make_at(const char *root, const char *place, struct err *err);

/* When anything in its cur and new changed last, as text: the same while nothing comes or goes. "" where that
 * was so shortly before NOW (seconds since the epoch) that more may come without changing it, which is the
 * same as nothing. The caller frees it. */
char *mailbox_stamp(const char *root, const struct mailbox *mailbox, int64_t now);
bool mailbox_is_same(const char *stamp, const char *before);

/* One file of a folder. */
struct mail_name {
    const char *base; /* up to ":2,": what stays when flags change; borrowed */
    const char *info; /* "new" where it lies in new, else what is behind BASE */
    uint32_t flags;   /* enum mail_flag */
};

/* Calls EACH for every file in new and cur of MAILBOX. False where they could not be read whole. */
typedef void mail_each(const struct mail_name *name, void *data);
bool mailbox_names(const char *root, const struct mailbox *mailbox, mail_each *each, void *data);

/* The file BASE with INFO in the folder PATH below ROOT. The caller frees it. */
char *mail_path(const char *root, const char *path, const char *base, const char *info);

/* The way back, of a file below ROOT: the folder, and its name in two parts. */
struct mail_parts {
    char *folder, *base, *info;
};
struct mail_parts mail_split(const char *root, const char *path);
void mail_parts_clear(struct mail_parts *parts);

#endif
