/* What a judgement is drawn from: settings, index, book and key, opened once for all messages of a run. */
#ifndef HEED_SOURCES_H
#define HEED_SOURCES_H

#include "store/book.h"
#include "base/config.h"
#include "store/facts.h"
#include "store/history.h"
#include "decide/rules.h"
#include "store/seal.h"
#include "store/secret.h"

struct sources {
    struct config *config;
    struct history *history; /* NULL without notmuch, or while nobody has asked for it */
    bool tried;              /* sources_index() has been asked */
    char *mail_root;         /* notmuch's; NULL while nobody has asked for it */
    bool elsewhere;          /* sources_maildir() took it to be another; the next one will know better */
    char **own;              /* her addresses, the primary one first; lower case, NULL-ended */
    char *user_name;         /* as notmuch has it, or "" */
    struct book *book;       /* NULL where it could not be opened */
    struct secret *key;      /* of seals; NULL where there is none: headers go unsealed */
    struct secret *alias_key; /* of aliases; NULL until one is looked at, or where none was ever made */
    bool tried_alias_key;
    char **recipients;       /* of the envelope, where the mail server said them; borrowed, or NULL */
    struct rules *rules;     /* NULL where there are none, or nobody has asked for them */
    char *state_dir;
    bool terse;              /* facts.terse */
    const char *without;     /* a filter to leave out, for measuring what it is worth; or NULL */
    char *trouble;           /* why one of the above is NULL, for a person; or NULL */
};

/* Reads the settings only. */
void sources_settings(struct sources *sources);

/* The index, opened at the first call; NULL where there is none. One message in ten needs it to be judged. */
struct history *sources_index(struct sources *sources);

/* Sees to it that it can be told where mail is delivered: by the settings, or by notmuch's configuration.
 * Errors: STATUS_NOT_FOUND where neither says. */
STATUS_CHECK enum status sources_maildir(struct sources *sources, struct err *err);

/* Opens settings and index. Errors: STATUS_NOT_FOUND where there is neither notmuch nor a Maildir in the
 * settings. An index that cannot be opened is trouble, not an error. */
enum status sources_open(struct sources *sources, struct err *err);

/* Reads the rules, hers and the site's, from the usual places. */
void sources_read_rules(struct sources *sources);

enum confine {
    CONFINE_READ,  /* nothing but the book's folder can be written to, and no mail be read but what is open */
    CONFINE_WALK,  /* the mail that is in the index can be read */
    CONFINE_STORE, /* index, and new and cur of the Maildirs that mail is delivered into, too */
    CONFINE_TAG,   /* index, and where tags become flags of file names the whole mail root, too */
};

/* Gives up all files but those that judging needs from here on (cage.h): libraries, settings, index, and the folder
 * of the book. FOLDER is the one below the mail root that was asked for, or NULL. Settings and book are opened before,
 * for CONFINE_WALK and CONFINE_TAG the index as well. */
void sources_confine(const struct sources *sources, enum confine how, const char *folder);

/* Opens book and key. What cannot be opened is trouble, and left as it is; the status is for verbs that cannot do
 * without. */
enum status sources_open_book(struct sources *sources, struct err *err);

/* The same for those who write the book: one that is damaged is put aside, as by sources_renew_book(). */
STATUS_CHECK enum status sources_mend_book(struct sources *sources, struct err *err);

/* The same where there is a book; makes none. */
void sources_find_book(struct sources *sources);

/* Opens a book again that seemed to be damaged. One that is gets put aside for a new, empty one; that is trouble to
 * tell. */
STATUS_CHECK enum status sources_renew_book(struct sources *sources, struct err *err);

/* Notes in the book that the run WHAT (RUN_SYNC, RUN_INIT of book-state.h) ended well at NOW. What keeps it from being noted does not
 * matter to anybody. */
void sources_note_run(const struct sources *sources, const char *what, int64_t now);

void sources_close(struct sources *sources);

/* Fills FACTS, which facts_read() has begun and which know when "now" is, with everything that must be looked up.
 * All look-ups happen here, once. What cannot be looked up stays unknown. */
void recall(struct sources *sources, struct facts *facts);

/* The part of it that is about aliases. */
void recall_alias(struct sources *sources, struct facts *facts);

/* The key of aliases, NULL where there is none. What keeps it from being read is trouble. */
const struct secret *sources_alias_key(struct sources *sources);

/* Her primary address, or "" without notmuch: whom a seal is for. */
const char *sources_user(const struct sources *sources);

/* Whether ADDRESS is one of hers, with or without what stands behind the recipient delimiter. */
bool sources_is_own(const struct sources *sources, const char *address);

/* Notes in the book who she is, so that judging need not open the index for it. */
STATUS_CHECK enum status sources_note_user(const struct sources *sources, struct book *book,
                                           struct err *err);

#endif
