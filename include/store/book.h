/* The book: which messages came, how they were judged, what became of them, and the counts that follow.
 * The only door to SQLite. */
#ifndef HEED_BOOK_H
#define HEED_BOOK_H

#include <stdbool.h>
#include <stdint.h>

#include <glib.h>

#include "mail/authres.h"
#include "base/kind.h"
#include "store/outcome.h"
#include "base/owned.h"
#include "base/placement.h"
#include "base/scores.h"
#include "base/status.h"

struct book;
struct alias_fact; /* alias.h */

#define BOOK_FILE "book.db" /* in the folder of the state */

/* What it knows of itself: book_number(), book_text(). */
#define BOOK_OWN "own"           /* her addresses, one a line */
#define BOOK_NAME "name"         /* hers */
#define BOOK_REVISION "revision" /* of the index, up to which it was followed */
#define BOOK_UUID "uuid"         /* of that index */
#define BOOK_COMMIT "commit"     /* Xapian's revision then */
#define BOOK_RETRIED "retried"   /* when files that the index could not take were last tried again */
#define BOOK_LOOKED "looked"     /* when files that nobody indexed were last looked for */
#define BOOK_LOOKED_AT "looked-at" /* a hash of the folders' times then */
#define BOOK_DEALT "dealt"       /* when the first came of the last DEALT (outcome.h) that she acted on */
#define BOOK_FORGOT "forgot"     /* when strangers were last forgotten */
#define BOOK_LEDGER "ledger"     /* date and id of the message down to which it was filled; or ... */
#define BOOK_LEDGER_WHOLE "whole"
#define BOOK_CLOCK "clock"       /* from when on the clock cannot be behind; 0: it is right */
#define BOOK_LATEST "latest"     /* date of the latest message when it was built */
#define BOOK_WATCHED "watched"   /* date and id of the message up to which older mail was looked for */
#define BOOK_RELATIONS "relations" /* relation_tables() by which relations were told */
#define BOOK_MOVING "moving"       /* what heed is about to move (learn/intent.h), or "" */
#define BOOK_HALF_LIFE "half-life" /* by which the tallies were counted, in seconds */

/* What the book knows of one message. */
struct entry {
    const char *id;           /* Message-ID without <> */
    int64_t date;             /* arrival, seconds since the epoch */
    const char *address;      /* facts.voice: author's, lower case, or the list */
    const char *organisation; /* facts.relation */
    const char *thread;       /* notmuch's, of her own messages only; "" otherwise */
    enum kind kind;
    enum auth_result proven;  /* auth_verdict() */
    enum placement placement; /* PLACE_NONE where heed did not place it */
    struct scores scores;     /* at delivery */
    enum outcome outcome;
    uint32_t tags;            /* enum tag_bit, as last seen */
    bool own;                 /* she wrote it */
    bool by_program;          /* no, a program did, for her: a vacation answer, a receipt */
    bool stranger;            /* facts.first */
    bool to_many;             /* it says that it went to many, for book_put() only */
    bool answered;            /* a reply of hers is in the index */
    bool gone;                /* no longer in the index */
    bool indexed;             /* has been seen in the index */
    uint64_t fingerprint;     /* message_fingerprint() */
    const char *name;         /* skeleton of the author's display name, for book_put() only; NULL: none to
                                 learn */
    char **business;          /* business_read(), for book_put() only; NULL: nothing to learn. Borrowed */
    char **things;            /* things_read(), likewise */
    const char *affiliate;    /* facts.affiliate, for book_put() only; NULL or "": none. Borrowed */
    const char *seller;       /* sender.answers, who is told of by BUSINESS and THINGS as well, likewise; NULL
                                 or "": nobody else */
    const struct alias_fact *alias; /* the alias it came to, for book_put() only; NULL: none */
    bool hidden;              /* its placement does not show in the index; not kept */
    int64_t placed_at;        /* when heed placed it, where that was after its arrival; otherwise 0; not
                                 kept */
    GBytes *features;         /* what it was judged by, while its outcome is open; or NULL. Borrowed */
};

enum level {
    LEVEL_ALL,
    LEVEL_KIND,
    LEVEL_ORGANISATION,
    LEVEL_ORGANISATION_KIND,
    LEVEL_SENDER_KIND,
    LEVEL_STRANGER, /* first contacts, by how far they are proven (auth_result_name()) and kind */
    LEVEL_COUNT,
    LEVEL_UNPROVEN =
        LEVEL_COUNT /* added to one of these but the last: mail that was looked at and not proven */
};

/* What she did with the messages of one sender, organisation or kind. */
struct tally {
    double received; /* messages whose outcome is known, each halved by every half-life since it came */
    double acted;    /* of these, acted on; the same decay */
    uint32_t count[OUTCOME_COUNT]; /* plain counts, OUTCOME_NONE being those not decided yet */
    uint32_t proven; /* that passed authentication */
    int64_t first, last, last_wanted; /* arrival; 0 for never */
};

/* Adds MORE to TALLY. */
void tally_add(struct tally *tally, const struct tally *more);

/* All that came, decided or not. */
uint32_t tally_total(const struct tally *tally);

/* The share acted on, 0 to 1, where MEAN is worth WORTH messages: the posterior mean of a beta-binomial. */
static inline double tally_rate(const struct tally *tally, double mean, double worth)
{
    return (tally->acted + worth * mean) / (tally->received + worth);
}

/* Opens or makes the book. PATH may be ":memory:". HALF_LIFE (days) is that of the tallies; where the book
 * was kept with another one, the tallies are made anew. Waits at most two seconds for other writers.
 * Errors: STATUS_IO, STATUS_LOCKED, STATUS_CORRUPT (damaged), STATUS_CONFIG (of a newer heed). */
STATUS_CHECK enum status book_open(const char *path, double half_life, struct book **out, struct err *err);

/* The same without the right to write: to be called before a process reads mail. Where there is no file
 * the book is empty, and none is made. A book of an older heed, or kept with another half-life, is changed
 * first, by whoever calls. */
STATUS_CHECK enum status book_open_to_read(const char *path, double half_life, struct book **out,
                                           struct err *err);

/* Forgets the weights that were read where another process has written since. */
void book_refresh(struct book *book);

void book_close(struct book *book);

/* In a process that has BOOK (or NULL) from the one that forked it: takes the memory that both share out
 * of reach. Nothing can be done with it then, not even closing; its files are the caller's to close
 * (peer_close_others() of frame.h). */
void book_forget(struct book *book);
static inline void book_free(struct book *book)
{
    book_close(book);
}
OWNED_DEFINE(book)

/* What is read between hold and release is of one moment, and the book is locked for reading once instead
 * of for each reading. Nothing is written in between. Within book_begin() neither does anything. */
void book_hold(struct book *book);
void book_release(struct book *book);

/* All between begin and commit is one change; what is not committed is as if it had not been. */
/* Whether something that was read or written so far showed that the file is damaged. */
bool book_is_broken(const struct book *book);

/* Looks over the whole file. */
bool book_is_whole(struct book *book);

/* Keeps the book in PATH under another name. */
void book_move_aside(const char *path);

STATUS_CHECK enum status book_begin(struct book *book, struct err *err);

/* Whether commits wait for the disk, as what must outlive a power failure does; not within one. They do not
 * unless told to: all but what heed is about to move can be found again in the messages. */
STATUS_CHECK enum status book_write_through(struct book *book, bool on, struct err *err);
STATUS_CHECK enum status book_commit(struct book *book, struct err *err);
void book_rollback(struct book *book); /* ends the life of what book_weight() gave */

/* STATUS_OK unless something could not be read since the last book_begin(): then what seems not to be
 * there may be. Errors: STATUS_IO, STATUS_CORRUPT, STATUS_LOCKED. */
STATUS_CHECK enum status book_sound(struct book *book, struct err *err);

/* Takes out strangers whose one message has vanished, came before BEFORE, and was not wanted, and likewise
 * those of some messages within thirty days, where there are 200 such messages: entries, counts, names,
 * weights. Where it is 200 messages in all, words that she never acted on go, too, but for the strongest. Of
 * relations of which nothing was ever wanted (nothing unproven), but more than 64 (unproven) messages have
 * vanished, it takes out the entries of older ones. What these add to other counts stays, until all is
 * counted anew (another half-life). What older messages that were acted on were judged by goes, too. */
STATUS_CHECK enum status book_forget_strangers(struct book *book, int64_t before, struct err *err);

/* Folds the write-ahead log into the file, so that opening the book stays cheap. Costs an fsync or two: for
 * init and sync, not for deliveries. What cannot be folded now is folded another time. */
void book_settle(struct book *book);

/* Fills *ENTRY and returns true where the book has ID. Its strings live until the next book_get(). */
bool book_get(struct book *book, const char *id, struct entry *entry);

/* Adds or replaces what is known of entry->id, and moves the tallies by the difference. */
STATUS_CHECK enum status book_put(struct book *book, const struct entry *entry, struct err *err);

/* Notes that the message ID is in the index now; nothing where the book does not have it. */
STATUS_CHECK enum status book_mark_indexed(struct book *book, const char *id, struct err *err);

/* Counts at LEVEL (LEVEL_UNPROVEN may be added) as of NOW. NAME: "" for LEVEL_ALL and LEVEL_KIND,
 * the organisation, or the address. KIND is ignored where the level has none. All zero where
 * nothing is known. */
struct tally book_tally(struct book *book, int level, const char *name, enum kind kind,
                        int64_t now);

/* Takes out of TALLY, which book_tally() gave for the same LEVEL, NAME, KIND and NOW, what ENTRY counts in
 * it. */
void book_tally_without(const struct book *book, const struct entry *entry, int level,
                        const char *name, enum kind kind, int64_t now, struct tally *tally);

/* Calls EACH for the organisations (KIND_ANY) and their kinds, most mail first. */
typedef void book_each_tally(const char *organisation, enum kind kind, const struct tally *tally,
                             void *data);
STATUS_CHECK enum status book_relations(struct book *book, int64_t now, book_each_tally *each, void *data,
                                        struct err *err);

struct lately {
    const char *organisation;
    enum kind kind;
    bool unproven;         /* whether mail counts that is not proven */
    int64_t since, before; /* SINCE counts, BEFORE does not */
};
struct recent {
    int64_t date;
    enum outcome outcome;
    enum placement placement;
    uint64_t fingerprint;
};

/* What came lately, the newest first; up to MOST. Returns how many. */
unsigned book_recent(struct book *book, const struct lately *lately, struct recent *recent, unsigned most);

/* The same of first messages of KIND, whoever wrote them. */
int64_t book_last_stranger(struct book *book, enum kind kind, int64_t now);

/* Since when mail came, as of NOW: the date of the eighth oldest message that is in the index, of those that
 * no half year without any mail parts from the latest, since some have a date of long ago; 0: there are not
 * that many. */
int64_t book_since(struct book *book, int64_t now);

/* When the latest of these came that heed did not demote; 0 where there is none. */
int64_t book_last_shown(struct book *book, const char *organisation, enum kind kind, bool unproven,
                        int64_t now);

/* Calls EACH for the organisations of which at least FEWEST messages were proven and one was
 * wanted: an impostor does not get to be known by insisting. False stops. */
typedef bool book_each_organisation(const char *organisation, unsigned proven, void *data);
void book_organisations(struct book *book, unsigned fewest, book_each_organisation *each, void *data);

/* The organisation that DOMAIN was seen to belong with; false where it stands for itself. */
struct affiliation {
    char *organisation; /* the caller frees it; or NULL */
    unsigned days;      /* on which that was seen */
    bool is_signed;     /* by the domain's signatures beside the organisation's; or that's mail leads there */
};
#define AFFILIATE_SIGNED '+' /* before entry.affiliate, where it signed */
bool book_affiliate_of(struct book *book, const char *domain, struct affiliation *found);

/* What came proven from such domains before that was known counts for the organisation, too. */
STATUS_CHECK enum status book_unite(struct book *book, struct err *err);

/* Whether proven mail of ORGANISATION bore at least MANY display names, and none of these has OWN, a
 * skeleton, in it. */
bool book_has_many_names(struct book *book, const char *organisation, unsigned many, const char *own);

/* The organisation, or person's address, other than EXCEPT whose proven mail most often bore the display
 * name of which NAME is the skeleton, at least FEWEST times, and some of whose mail was wanted; *TIMES is how
 * often. NULL where there is none. The caller frees it. */
char *book_name_owner(struct book *book, const char *name, const char *except, unsigned fewest,
                      unsigned *times);

/* One learned weight: of a word, a word from one organisation, or a finding. Read once and kept in memory
 * until the book closes; book_commit() writes what was changed. */
struct weight {
    uint64_t key;
    double value;  /* deviation from the shipped weight, in logits */
    double square; /* sum of squared gradients (AdaGrad: Duchi, Hazan, Singer 2011) */
    double seen;   /* messages it was learned from */
    double acted;  /* of these, acted on */
    char *name;    /* for a person: "boots velora.example"; NULL until learned */
    bool changed;
};

/* Never NULL; all zero where nothing was learned. Lives as long as the book. */
struct weight *book_weight(struct book *book, uint64_t key);

/* Keys of weights: of a finding by its code; of a word, from one organisation or ("") from anybody. */
uint64_t weight_key_of_finding(const char *code);
uint64_t weight_key_of_word(const char *organisation, const char *word);
#define WEIGHT_WITH "with" /* in place of an organisation: whom a letter is to beside her */

/* Deviations of findings' weights: key -> const struct weight. Borrowed. */
GHashTable *book_deviations(struct book *book);

/* All that was learned, strongest first; for `heed filters --learned`. */
typedef void book_each_weight(const struct weight *weight, void *data);
STATUS_CHECK enum status book_weights(struct book *book, unsigned most, book_each_weight *each, void *data,
                                      struct err *err);

/* Forgets all learned weights; the counts stay. */
STATUS_CHECK enum status book_forget_weights(struct book *book, struct err *err);

/* People she has written to. */
STATUS_CHECK enum status book_wrote_to(struct book *book, const char *address, int64_t when,
                                       struct err *err);
struct contact {
    uint32_t written; /* messages of hers to that address */
    int64_t last;     /* the latest, seconds since the epoch */
};
struct contact book_contact(struct book *book, const char *address);

/* Calls EACH for the addresses that she wrote to at SINCE or later, as far as 1000 of them. False stops. */
typedef bool book_each_address(const char *address, void *data);
void book_wrote_since(struct book *book, int64_t since, book_each_address *each, void *data);

/* When she wrote the earliest of IDS (NULL-ended) that are hers, or of her letters in THREAD (may be NULL);
 * 0: none is. */
int64_t book_is_hers(struct book *book, const char *const *ids);
int64_t book_thread_is_hers(struct book *book, const char *thread);

/* Messages whose outcome may still change by itself: not decided and older than BEFORE, or any that was
 * in the index and arrived after SINCE (0: none). EACH must not write to the book. */
typedef void book_each_id(const char *id, void *data);
STATUS_CHECK enum status book_undecided(struct book *book, int64_t before, int64_t since,
                                        book_each_id *each, void *data, struct err *err);

/* When the first came of the last DEALT (outcome.h) messages that she acted on, of those after SINCE and by
 * NOW; 0 where there are not so many. */
int64_t book_dealt(struct book *book, int64_t since, int64_t now);

/* Calls EACH for up to MOST messages in the index, the oldest first, that came before BEFORE and after the
 * one that FROM names ("": any), as BOOK_WATCHED has it. Returns the name of the last for another call; "":
 * there are no more. The caller frees it. */
char *book_older(struct book *book, const char *from, int64_t before, unsigned most, book_each_id *each,
                 void *data);

#define WAIT_ID "id:" /* before the id, for a path: a message that is in the index already and waits for
                         its tags */

/* Delivered files that wait for the index. EACH returns false to stop. */
struct waiting {
    const char *path, *id;
    enum placement placement;
    const char *tags; /* what rules change, "+travel" and "-list", separated by line breaks; or "" */
    unsigned tries;   /* to index it that were begun and did not end */
};
STATUS_CHECK enum status book_wait_add(struct book *book, const struct waiting *waiting, struct err *err);
/* A file of which nothing is known but its PATH: no id, PLACE_NONE. One that waits already is left alone. */
STATUS_CHECK enum status book_wait_missed(struct book *book, const char *path, struct err *err);
typedef bool book_each_waiting(const struct waiting *waiting, void *data);
/* Those that were tried at least TRIES times and at most TO times. */
STATUS_CHECK enum status book_wait_each(struct book *book, unsigned most, unsigned tries, unsigned to,
                                        book_each_waiting *each, void *data, struct err *err);
/* Counts BY more tries (or fewer) of what waits at PATH. */
STATUS_CHECK enum status book_wait_try(struct book *book, const char *path, int by, struct err *err);
bool book_waits(struct book *book, const char *path);
STATUS_CHECK enum status book_wait_done(struct book *book, const char *path, struct err *err);

/* The last yes or no of hers (outcome_wish()) to mail of ORGANISATION of KIND that came before NOW and at
 * SINCE or later; with ADDRESS, of that address; of unproven mail only where UNPROVEN. SELF (may be NULL) is
 * left out. */
struct wish {
    enum outcome outcome; /* OUTCOME_NONE: she said none */
    int64_t date;         /* arrival of the message that she said it to */
};
struct wish_query {
    const char *organisation, *address; /* ADDRESS "": any */
    enum kind kind;
    bool unproven;
    int64_t since, now;
    const struct entry *self;
};
struct wish book_wish(struct book *book, const struct wish_query *query);

/* When mail of ORGANISATION first told of the business KEY (business_read()), seconds since the epoch; 0:
 * never. *NAMED: how many messages to many of theirs have named it since, those apart that tell of it within
 * a month. */
int64_t book_business_since(struct book *book, const char *organisation, const char *key, unsigned *named);

/* When mail of ORGANISATION told of a business last that it had not told of, before BEFORE; 0: never. */
int64_t book_business_last(struct book *book, const char *organisation, int64_t before);

/* Notes what holds of a book that was just built: BOOK_LEDGER, BOOK_LATEST. */
STATUS_CHECK enum status book_note_built(struct book *book, struct err *err);

/* Small facts about the book itself; an absent number is 0, an absent text "". The text is the caller's. */
int64_t book_number(struct book *book, const char *key);
char *book_text(struct book *book, const char *key);
STATUS_CHECK enum status book_set_number(struct book *book, const char *key, int64_t value,
                                         struct err *err);
STATUS_CHECK enum status book_set_text(struct book *book, const char *key, const char *value,
                                       struct err *err);

/* Copies the entries of vanished messages, and how heed judged what it delivered, from OLD: the two things
 * that an index cannot tell. */
STATUS_CHECK enum status book_remember(struct book *book, struct book *old, struct err *err);

/* Writes the whole of BOOK to FD, and opens what was so written into memory, as another process may have
 * done that was taken over: it is held to the form of this heed's books. Errors: STATUS_IO,
 * STATUS_CORRUPT. */
STATUS_CHECK enum status book_write_image(struct book *book, int fd, struct err *err);
STATUS_CHECK enum status book_read_image(int fd, double half_life, struct book **out, struct err *err);

/* Replaces all of TO by what is in FROM, in one change. */
STATUS_CHECK enum status book_replace(struct book *to, struct book *from, struct err *err);

/* The same, also of what waits for the index, which book_replace() leaves as it is. */
STATUS_CHECK enum status book_take_over(struct book *to, struct book *from, struct err *err);

#endif
