/* The tables behind lure.c: a person can extend them by adding rows. */
#ifndef HEED_MAIL_LURE_PRIVATE_H
#define HEED_MAIL_LURE_PRIVATE_H

#include <stdbool.h>

#include "mail/brands.h"
#include "mail/lure.h"

extern const char *const hosting[];     /* who give host names and pages to anyone; in no order, NULL-ended */
extern const char *const sharing[];     /* who keep files and forms of anyone, and write mail of their own */
extern const char *const shorteners[];  /* likewise */
extern const char *const cheap_tlds[];  /* likewise, with the dot */

/* HOST is one of NAMES (NULL-ended) or under one. */
bool host_is_under_any(const char *host, const char *const *names);
/* In a top-level domain whose names cost next to nothing. */
bool host_is_cheap(const char *host);
/* The label that ORGANISATION, which HOST belongs to, has for its own is letters and digits as a machine
 * draws them. */
bool host_is_random(const char *host, const char *organisation);
/* DOMAIN, in lower case, could be one that mail is sent to. */
bool host_is_reachable(const char *domain);
/* What a host name looks like where it stands in a text: "www.bank.example", "https://bank.example/x",
 * "bank.com". Lower case, or NULL. The caller frees it. */
char *host_in_text(const char *text);
/* Whether TEXT, of LENGTH bytes (-1: to its end), names an amount of money of so many DIGITS or more before
 * its decimals, or of coins. */
bool lure_names_sum(const char *text, gssize length, unsigned digits);
/* A line of TEXT begins, behind a label or a greeting, with somebody else's host, and names a sum: what was
 * put where a name belongs. */
bool lure_is_planted(const char *text, const struct sender *sender);
/* A machine drew the part before the @ of MAILBOX, which is as written: capitals tell. */
bool mailbox_is_random(const char *mailbox);
/* A machine drew WORD, of LEN bytes: capitals within it, or digits. */
bool word_is_drawn(const char *word, size_t len);
/* Such a word ends TEXT, which has others. */
bool lure_has_tail(const char *text);
/* How many different words of TEXT are letters that a machine drew, GIBBERISH_MOST at most; of letters
 * that stand alone in a row, every six are one more. */
unsigned lure_gibberish(const char *text);
/* How many digits the number has that stands in NAME and is no year; 0: none does. */
unsigned lure_number(const char *name);
/* NAME has signs that are to be seen from afar, as no name has. */
bool lure_is_decorated(const char *name);
/* Of the part before the @ of MAILBOX a machine drew a piece, or numbered it: First_Last_12345. */
bool mailbox_is_odd(const char *mailbox);
/* The part before the @ of MAILBOX ends with a number that is no year: bill72344. */
bool mailbox_is_numbered(const char *mailbox);
/* TEXT with letters for the digits that stand in its words; NULL where there are none. The caller frees
 * it. */
char *lure_digits_as_letters(const char *text);
/* Digits in the name of ORGANISATION stand for letters of NAME. */
bool lure_spells(const char *name, const char *organisation);
/* What of enum odd SENDER's host is. */
unsigned host_odd(const struct sender *sender);

#define LURE_WORDS 300u    /* that are weighed together: of names and subjects all */
#define LURE_TEXT_WORDS (1u << 20) /* of a text, by LURE_WORDS at a time */

/* Where words stand. */
enum lure_place { LURE_NAME, LURE_SUBJECT, LURE_TEXT };

/* What the words of one text say. */
struct lure_words {
    const struct brand *brand; /* the first that is named, or NULL */
    const struct brand *beside; /* another one, or NULL */
    bool heads;                /* it is the first word */
    const struct brand *hers;  /* "your Velora account": whose, or NULL */
    bool brand_sure;           /* it is named for sure: not by a common word in passing */
    bool office;               /* has a word of an office */
};

/* Adds the phrases of LURE_WORDS words of TEXT, from the word FROM on, to the themes of LURE, and says what
 * else they are. */
struct wording;
struct lure_words lure_words_read(const struct wording *text, guint from, enum lure_place place,
                                  struct lure *lure);

/* Where answers to MESSAGE of SENDER go, if to somebody else, into LURE. */
void lure_read_reply(const struct message *message, const struct sender *sender, struct lure *lure);

/* TEXT without invisible characters, and with letters that look like Latin ones made Latin, where they stand
 * in Latin words; *DISGUISED says whether there were any. The caller frees it. */
char *lure_unmasked(const char *text, bool *disguised);

enum mask {
    MASK_NONE,
    MASK_PERHAPS, /* letters far apart, of other scripts, digits: a disguise where they hide something */
    MASK_SURE,    /* what stands in no text by itself */
};

/* Words with what has no width in them: templates leave fewer, and hosts that shall be no links. */
#define PIERCED 30

/* The same of a whole text, where several letters make a disguise, and invisible ones, by which long words
 * break, do not; NULL where nothing differs. */
char *lure_unmasked_text(const char *text, enum mask *mask);

/* Takes a piece of capitals and digits out of words that have it between small letters, LEAST times or
 * more: "AIJMXD2EVWLmazon". Returns how often. */
unsigned lure_unsalted(GString *text, unsigned least);

/* Brings letters together that stand apart in TEXT, as words: "C o i n b a s e"; up to three may be initials.
 * Returns how often. */
unsigned lure_joined(GString *text);

/* Puts letters for digits and signs in words of TEXT where that makes a word of the table: "acc0unt". Returns
 * how many words. */
unsigned lure_respelt(GString *text);

#endif
