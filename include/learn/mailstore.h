/* Where her folders are looked at: in a Maildir, or, of a site's user whose mail is in no Maildir, by asking
 * the process that speaks IMAP with the store (front/imap.h). What is found means the same: of a message in
 * such a store the name of its file is "UIDVALIDITY.UID" (RFC 9051 2.3.1.1), and what stands behind that is
 * what tells it from others and when it came. */
#ifndef HEED_MAILSTORE_H
#define HEED_MAILSTORE_H

#include "act/judge.h"
#include "learn/folders.h"
#include "store/places.h"

struct mailstore;

/* The folders of READER, which is borrowed. Errors: STATUS_IO where the store does not tell. */
STATUS_CHECK enum status mailstore_open(struct reader *reader, struct mailstore **out, struct err *err);
void mailstore_free(struct mailstore *store);
OWNED_DEFINE(mailstore)

/* Whether it is no Maildir: then no file is moved, and its messages have to be fetched. */
bool mailstore_is_remote(const struct mailstore *store);

/* struct mailbox, the store's. */
const GPtrArray *mailstore_folders(const struct mailstore *store);

/* Whether the folder PATH, which is none of these, may only be out of reach now. */
bool mailstore_is_away(const struct mailstore *store, const char *path);

/* As mailbox_stamp(): "" where it has to be looked into again. The caller frees it. */
char *mailstore_stamp(const struct mailstore *store, const struct mailbox *mailbox, int64_t now);

/* As mailbox_names(). BEFORE (or NULL) is the stamp of the last look, whose files BOOK knows. *WHOLE: whether
 * it could be read whole. Errors: STATUS_IO, those of the book; of a Maildir none. */
STATUS_CHECK enum status mailstore_names(struct mailstore *store, struct book *book,
                                         const struct mailbox *mailbox, const char *before, mail_each *each,
                                         void *data, bool *whole, struct err *err);

/* The name of a file for judging and telling it apart, as mail_path(). The caller frees it. */
char *mailstore_path(const struct mailstore *store, const char *folder, const char *base, const char *info);

/* Peeks at the file PATH that mailstore_names() has named, and is not known yet; *DATE (or NULL) is when it
 * was sent or came. Errors: STATUS_NOT_FOUND where it is gone, STATUS_IO. */
STATUS_CHECK enum status mailstore_peek(const struct mailstore *store, const char *path, struct peek *peek,
                                        int64_t *date, struct err *err);

/* What tells PLACE from others; false where it cannot be told. And when it came, NOW at the latest. */
bool mailstore_content(const struct mailstore *store, const struct place *place, uint64_t *content);
int64_t mailstore_came(const struct mailstore *store, const char *path, const char *info, int64_t now);

/* The name under which BOOK is to have what was peeked at: its id, or what tells it from another letter that
 * has the same. The caller frees it. */
char *mailstore_name(const struct mailstore *store, struct book *book, const struct peek *peek);

/* judge_server_ask() about the message PATH, which is fetched for it where it is no file. STORE may be NULL:
 * then it is one. */
struct plan *mailstore_judge(struct mailstore *store, struct judge_server *judges, const char *path,
                             const struct record *record);

/* The first MiB of the messages PATHS (N of them, 64 at most), by path: GBytes; NULL of a Maildir, whose
 * files are read by whoever needs them. */
GHashTable *mailstore_bodies(struct mailstore *store, const char *const *paths, unsigned n);

/* --- what is said to the process that speaks IMAP, and by it -------------------------------------------- */

/* What is asked ('L' folders, 'C' changes, 'B' bodies), the number of the folder in the last answer to 'L',
 * its UIDVALIDITY; of 'C' UIDNEXT and HIGHESTMODSEQ of the last look (1 and 0: there was none) and how many
 * messages it had then; of 'B' UIDs. */
#define MAILSTORE_ASKED "(yuuutuau)"

/* The answer is some of the following, the last one an end or a failure. */
#define MAILSTORE_SAID "(yv)"
#define SAID_FOLDER 'f' /* name as the server has it and as people see it; enum special_use; UIDVALIDITY,
                           UIDNEXT, HIGHESTMODSEQ, number of messages */
#define SAID_FOLDER_TYPE "(ssyuutu)"
#define SAID_FACTS 'm' /* of messages: UID, enum mail_flag, when they came, and struct peek; the id is "" of
                          those that the last look had */
#define SAID_FACTS_TYPE "a(uuxst)"
#define SAID_THERE 't' /* ranges of the UIDs of all that are there, where some went */
#define SAID_THERE_TYPE "a(uu)"
#define SAID_BODY 'b'
#define SAID_BODY_TYPE "(uay)"
#define SAID_END 'e' /* how many messages are there */
#define SAID_END_TYPE "u"
#define SAID_FAILURE '!' /* why, for a person */
#define SAID_FAILURE_TYPE "s"

#define MAILSTORE_FOLDERS 5000        /* of one user, at most */
#define MAILSTORE_MESSAGES 1000000    /* in one folder */
#define MAILSTORE_BODY (1u << 20)     /* bytes of a message; what is behind is attachments */
#define MAILSTORE_FACTS 500           /* in one frame */
#define MAILSTORE_BODIES 64           /* in one question */

#endif
