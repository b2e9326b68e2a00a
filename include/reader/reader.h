/* One reader: what a judgement of her mail is drawn from - settings, rules, index, book - opened once for
 * all messages of a run. Several may be open in one process. */
#ifndef HEED_READER_H
#define HEED_READER_H

#include "base/config.h"
#include "base/home.h"
#include "decide/rules.h"
#include "maildir/mailbox.h"
#include "reader/envelope.h"
#include "store/book.h"
#include "store/facts.h"
#include "store/history.h"
#include "store/index.h"
#include "store/index-config.h"
#include "store/keyring.h"

/* When a file was last changed, to notice that it was changed since. */
struct stamp {
    int64_t seconds, nanoseconds, inode;
};

struct reader {
    const struct home *home;    /* borrowed */
    struct config *config;
    struct rules *rules;        /* NULL where there are none, or nobody has asked for them */
    struct index_config *where; /* reader_where() */
    struct history *history;    /* NULL without notmuch, or while nobody has asked for it */
    bool tried;                 /* reader_history() has been asked */
    struct index *index;        /* likewise; by Xapian alone */
    bool looked;                /* reader_index() has been asked */
    char *follows;              /* reader_follows() */
    bool asked;                 /* it has been */
    char *mail_root;            /* notmuch's, or follows; NULL while nobody has asked for it */
    char **own;                 /* her addresses, the primary one first; lower case, NULL-ended */
    char *user_name;            /* as notmuch has it, or "" */
    struct book *book;          /* NULL where it could not be opened */
    struct book *known;         /* while the book is made anew: the one that it replaces; or NULL */
    struct witness witness;     /* who knows about seals and codes */
    struct peer keys;           /* reader_ask_keys(); its pid is 0 where there is none */
    bool keeps;                 /* this process writes the book, so it leaves libnotmuch, which parses
                                   mail, to children */
    struct keyring *keyring;    /* NULL in processes that read mail, and while nobody has asked for it */
    bool reads_store;           /* reader_begin_child() leaves home->imap open */
    bool terse;                 /* facts.terse */
    const char *without;        /* filters to leave out (facts.without), for measuring what they are worth */
    char *trouble;              /* why one of the above is NULL, for a person; or NULL */
    struct stamp settings, ruled; /* of the files of settings and of rules, as they were read */
};

/* Reads the settings of HOME only. */
void reader_begin(struct reader *reader, const struct home *home);

/* Reads the rules, hers and the site's, from the usual places. */
void reader_read_rules(struct reader *reader);

/* Where notmuch's settings say that things are; read at the first call. Borrowed. */
const struct index_config *reader_where(struct reader *reader);

/* The Maildir whose folders and flags are her history, absolute and without slashes at its end: that of the
 * settings or, where notmuch is not set up, the one that mail is delivered into. NULL where notmuch's index
 * is. Borrowed. */
const char *reader_follows(struct reader *reader);

/* Whether what is put aside stays in the inbox: no folder is set for it, and tags show nothing to
 * whoever reads by IMAP. And what that is called. */
bool reader_sorts_nothing(struct reader *reader);
#define SORTS_NOTHING                                                                              \
    "what is put aside stays in the inbox: [folders] later and suspect are not set"

/* The names of her folders that the settings say. Borrowed strings. */
struct use_names reader_uses(const struct reader *reader);

/* What libnotmuch makes of settings and index, opened at the first call; NULL where there are neither. */
struct history *reader_history(struct reader *reader);

/* The index to look something up in, opened at the first call; NULL where there is none that can be read. To
 * judge a message takes no more, and most need not even this. */
struct index *reader_index(struct reader *reader);

/* Settings and index. Errors: STATUS_NOT_FOUND where there is neither notmuch nor a Maildir in the
 * settings. An index that cannot be opened is trouble, not an error. */
enum status reader_open(struct reader *reader, struct err *err);

/* Opens the book to write. What cannot be opened is trouble, and left as it is; the status is for verbs
 * that cannot do without. */
enum status reader_open_book(struct reader *reader, struct err *err);

/* The same without the right to write, for processes that will read mail. */
enum status reader_read_book(struct reader *reader, struct err *err);

/* Opens it to write, and puts one that is damaged aside as by reader_renew_book(). */
STATUS_CHECK enum status reader_mend_book(struct reader *reader, struct err *err);

/* Opens a book again that seemed to be damaged. One that is gets put aside for a new, empty one; that is
 * trouble to tell. */
STATUS_CHECK enum status reader_renew_book(struct reader *reader, struct err *err);

/* The keys, opened at the first call; only for processes that read no mail. The key of seals is made where
 * it is absent. */
const struct keyring *reader_keyring(struct reader *reader);

/* Starts somebody to ask about keys, for a process that will read mail. Errors: STATUS_IO. */
STATUS_CHECK enum status reader_ask_keys(struct reader *reader, struct err *err);

/* In a child that will read mail: has nothing any more that who forked it had open, keys, book, index and
 * files, but the ends of PARENT's pipes and KEPT (a descriptor, or -1). It may ask PARENT about keys where
 * it ASKS. It opens book and index anew, for what it is to do with them. */
void reader_begin_child(struct reader *reader, const struct peer *parent, bool asks, int kept);

/* Reads again what has changed on disk since it was read: settings, rules, the index, and what the book
 * knows. To be called between two messages; ends the life of what was drawn from these. */
void reader_refresh(struct reader *reader);

/* The same of settings and rules, changed or not, and of notmuch's settings: for who begins anew. */
void reader_reread(struct reader *reader);

/* The same of what book and index say alone, where what else changed is out of reach. */
void reader_refresh_history(struct reader *reader);

/* Notes in the book that the run WHAT (RUN_SYNC, RUN_INIT of book-state.h) ended well at NOW. What keeps
 * it from being noted does not matter to anybody. */
void reader_note_run(const struct reader *reader, const char *what, int64_t now);

/* Takes over what COPY, a copy of READER with another book, has opened since it was made. */
void reader_take_back(struct reader *reader, const struct reader *copy);

void reader_close(struct reader *reader);

/* --- where mail goes ------------------------------------------------------------------------------------ */

/* Sees to it that it can be told where mail is delivered: by the settings, by notmuch's, or by a child
 * that asks libnotmuch. Errors: STATUS_NOT_FOUND where none of them says, STATUS_IO. */
STATUS_CHECK enum status reader_find_mail(struct reader *reader, struct err *err);

/* The Maildir that FOLDER ("" for the usual one) means: below heed's own setting, or notmuch's mail root;
 * where the root is no Maildir itself but has an INBOX that is one, that. Where it cannot be told now, it
 * is not guessed: mail would lie where nobody looks. The caller frees *MAILDIR. Errors: STATUS_IO. */
STATUS_CHECK enum status reader_maildir(const struct reader *reader, const char *folder, char **maildir,
                                        struct err *err);

/* Notes for later deliveries whether the mail root stands in the index, SAID (or NULL), so that notmuch's
 * file does not tell it. */
void reader_note_mail_root(struct reader *reader, const char *said);

/* --- who she is ----------------------------------------------------------------------------------------- */

/* Her primary address, or "" where it is not known: whom a seal is for. */
const char *reader_user(const struct reader *reader);

/* Whether ADDRESS is one of hers, with or without what stands behind the recipient delimiter. */
bool reader_is_own(const struct reader *reader, const char *address);

/* Who she is, by somebody who asked the index: addresses, the primary one first, NULL-ended; taken over. */
void reader_set_user(struct reader *reader, char **own, const char *name);

/* Notes in the book who she is, so that judging need not open the index for it. */
STATUS_CHECK enum status reader_note_user(const struct reader *reader, struct book *book, struct err *err);

/* --- recall --------------------------------------------------------------------------------------------- */

/* Fills FACTS, which facts_read() has begun and which know when "now" is, with everything that must be
 * looked up. ENVELOPE may be NULL. All look-ups happen here, once. What cannot be looked up stays unknown. */
void recall(struct reader *reader, const struct envelope *envelope, struct facts *facts);

/* The parts of it: whose standing it has; whether its domain belongs with another, or it shows which does;
 * whether a name of somebody else's is lent by whom she knows; whether it came by a relay that is not hers;
 * whether it answers her; and what is about aliases. */
void recall_relation(struct book *book, struct facts *facts);
void recall_joined(struct book *book, struct facts *facts);
void recall_affiliate(struct facts *facts);
void recall_newcomer(struct book *book, struct facts *facts);
void recall_volume(struct book *book, struct facts *facts);
void recall_relay(struct book *book, struct facts *facts);
void recall_conversation(struct reader *reader, struct facts *facts);
/* Whether it names a number of hers that mail before BEFORE told of, of its relation and of whom it looks
 * like. */
void recall_business(struct book *book, struct facts *facts, int64_t before);
void recall_their_business(struct book *book, struct facts *facts, int64_t before);
/* What it is about, of what earlier mail told that she bought or booked before BEFORE. */
void recall_things(const struct reader *reader, struct facts *facts, int64_t before);

void recall_alias(struct reader *reader, const struct envelope *envelope, struct facts *facts);

/* Whether a receiving server wrote into MESSAGE that it was delivered to ADDRESS; a sender may have written
 * the same further down. */
bool delivered_by_server(const struct message *message, const char *address);

/* --- giving up rights ----------------------------------------------------------------------------------- */

enum confine {
    CONFINE_JUDGE, /* changes nothing, and reads no mail but what is open */
    CONFINE_LOOK,  /* changes nothing, and reads the mail that is in the index */
    CONFINE_INDEX, /* the same, and writes Xapian's folder */
    CONFINE_KEEP,  /* reads no mail; writes the folder of the book, Xapian's, and new, cur and tmp of the
                      Maildirs that mail is delivered into */
    CONFINE_SYNC,  /* the same, and looks where mail lies; where tags become flags of file names, any may
                      change */
};

/* Gives up all files but those that the step needs from here on (cage.h): beside the above, libraries and
 * settings. FOLDER is one below the mail root that was asked for, or NULL. Settings and book are opened
 * before. */
void reader_confine(struct reader *reader, enum confine how, const char *folder);

#endif
