/* What is to be done with one message: where it belongs, what its header says, what index and book are
 * told. The judge makes a plan and says it; the keeper carries it out; it waits as a small file for
 * whoever writes book and index; a dry run prints it. One struct, one packed form, and whoever gets a
 * packed one checks it like a stranger's: who made it has read what a stranger wrote. */
#ifndef HEED_PLAN_H
#define HEED_PLAN_H

#include <stdio.h>

#include "base/scores.h"
#include "flow.h"
#include "mail/layout.h"
#include "store/book.h"

#define PLAN_RECIPIENTS 50 /* of her own mail, whom she is noted to have written to */

/* All strings are borrowed from PACKED and live as long as the plan. */
struct plan {
    GVariant *packed;
    GBytes *features;          /* entry.features, until somebody settles that */
    enum placement placement;
    enum placement would;      /* be its placement, were it not MODE_HEADERS; else PLACE_NONE */
    bool carried;              /* the message bears the verdict already, and its seal holds: its header
                                  stays as it is */
    int64_t when;              /* of judging */
    struct scores scores;
    enum kind kind;
    bool is_protected, is_probe; /* why it is not in later */
    bool without_book;         /* nothing of what she did was known */
    bool was_unjudged;         /* plan_is_owed() of the message */
    unsigned settings_skipped, rules_skipped; /* for their mistakes */
    const char *rule;          /* "file:line" of the rule that placed it, or "" */
    const char *folder;        /* that rules name, below the mail root; or "" */
    const char **tags;         /* that rules change, "+travel", "-list"; NULL-ended */
    const char *reasons;       /* one line, ASCII; "" where carried */
    const char *user;          /* whom a seal is for */
    struct entry entry;        /* its id is "" where the book is to hear of it from the index only */
    struct alias_fact alias;   /* entry.alias, where there is one */
    const char **business;     /* entry.business, where there is any */
    const char **things;       /* entry.things, likewise */
    const char **wrote_to;     /* of her own mail: addresses; NULL-ended */
    char *vouched;             /* the verdict whose seal was found to hold while it was judged, by who has the
                                  key; or NULL. Owned, and not packed */
    const char *answers;       /* of her own mail: the id of what it answers, or "" */
};

/* Of the message that J is about, by READER. PATH is where it lies, where it lies anywhere; ID its name in
 * the index (NULL: its Message-ID, if that is one that notmuch takes as it is). A verdict that it carries
 * under a seal goes before the judgement's if it is younger than CARRIED_DAYS before NOW, or whenever ID
 * says that it is in the index already. */
struct plan *plan_of(struct reader *reader, const struct judgement *j, const char *path, const char *id,
                     int64_t now);

/* Whether MESSAGE's header says that it was delivered to the inbox since it could not be judged. */
bool plan_is_owed(const struct message *message);

/* Of a message that could not be judged. */
struct plan *plan_unjudged(int64_t now);

void plan_free(struct plan *plan);
OWNED_DEFINE(plan)

/* A verdict holds for delivery as long as mail may wait in queues (RFC 5321 4.5.4.1: four to five days)
 * and a bit. */
#define CARRIED_DAYS 7

/* The packed form, and the way back; NULL where PACKED is none that a judge may say. Borrows nothing. */
#define PLAN_HEAD "(ibx(ddd)yyuu)"
#define PLAN_WORDS "(ssasss)"
#define PLAN_ENTRY "(sxsssyyytsssasasyay)"
#define PLAN_ALIAS "(sssyxy)"
#define PLAN_OWN "(ass)"
#define PLAN_TYPE "(" PLAN_HEAD PLAN_WORDS PLAN_ENTRY PLAN_ALIAS PLAN_OWN ")"
GVariant *plan_pack(const struct plan *plan); /* floating */
struct plan *plan_unpack(GVariant *packed);

/* Takes out of PLAN what is not about the message in SPOOL: an id, an address or an organisation that its
 * header section does not name, a date to come. Then the book is told nothing; sync meets the message in
 * the index. */
void plan_hold_to(struct plan *plan, const struct spool *spool, const struct layout *layout, int64_t now);

/* The same for a folder and tags that are neither the settings' nor named in RULES or the verdict that was
 * vouched for, which may be of rules that are no more. */
void plan_hold_to_rules(struct plan *plan, const struct config *config, const struct rules *rules);

/* Prints it for a person. */
void plan_print(const struct plan *plan, const char *maildir, const char *block, FILE *out);

/* --- in the header -------------------------------------------------------------------------------------- */

/* The fields for the message in SPOOL, sealed with KEY (NULL: not at all), each line ended by LF. The
 * caller frees it. */
char *plan_block(const struct plan *plan, const struct spool *spool, const struct layout *layout,
                 const struct secret *key);

/* The one field of a message that could not be judged; WHY is a word or two. */
char *plan_block_unjudged(const char *why);

/* Whether VERDICT (or NULL) has NAME=VALUE ("tag", "+travel") among its words. */
bool verdict_has(const char *verdict, const char *name, const char *value);

/* What a verdict that a message carries says. */
struct carried {
    enum placement placement;
    struct scores scores;
    int64_t when;           /* sealed, too */
    char **tags;            /* "+travel", "-list"; NULL-ended */
    char *folder;           /* or NULL */
    const char *verdict, *why; /* the fields' values; borrowed from the message */
};
void carried_clear(struct carried *carried);

/* False where the message carries no verdict, more than one, or one whose seal does not hold for READER. */
bool carried_read(const struct reader *reader, const struct judgement *j, struct carried *carried);

#endif
