/* The words of a message that can name a thing, and where they stand: what reading them and weighing them
 * share. */
#ifndef HEED_MENTIONS_PRIVATE_H
#define HEED_MENTIONS_PRIVATE_H

#include "mail/words.h"
#include "things-private.h"

#define SUBJECT_WORDS 24
#define ENDS 1024
#define NOWHERE G_MAXUINT

struct mention {
    char *word;
    size_t length, stem; /* stem: word_stem() */
    double counts; /* 0 to 1 */
    bool behind;   /* it stands right behind the one before */
    bool measure;  /* it is how far something goes: says nothing alone, and of no other thing */
    bool usual;    /* it stands in all sorts of mail: no name, and says nothing of what else it is about */
    guint head, tail; /* the one before it that begins so, or ends so; NOWHERE */
    unsigned goods;   /* goods_line(), once that was looked up; ... */
    bool end;         /* ... and whether it is an end of what has the form of a trip */
};

/* A sentence: the first of its mentions, at most SUBJECT_WORDS, and the one behind them. */
struct part {
    guint from, to;
    bool priced; /* it may have a price */
    char *text;  /* NUL-terminated; owned; or NULL */
};

struct mentions {
    const struct message *message;
    struct wording *author;     /* the name of who writes; owned */
    struct wording *without;    /* and hers, by which no thing is called; owned */
    const struct wording *said; /* where the mentions stand */
    GArray *list;               /* struct mention */
    GArray *parts;              /* struct part: what the message is about */
    GArray *lines;              /* struct part: where it may ask for a price; NULL until that is looked for */
    guint heads[ENDS], tails[ENDS]; /* by end_at(): the last mention that begins so, or whose stem ends so;
                                       NOWHERE */
    char *asked;                /* of what an offer was looked for last; or NULL; owned */
    bool offered;               /* whether there is one */
    bool looked;                /* mentions_look() was called; ... */
    uint64_t goods;             /* ... by bits, the lines of goods that they are words for, ... */
    bool romance;               /* ... and in its language what tells more of a word stands behind that */
};

/* Up to the blank behind it. */
static inline size_t word_length(const char *word)
{
    size_t length = 0;
    while (word[length] && word[length] != ' ')
        length++;
    return length;
}

/* Of the bytes at P, three or what there is. */
static inline guint end_at(const char *p, size_t length)
{
    guint b = length > 1 ? (guchar)p[1] : 0, c = length > 2 ? (guchar)p[2] : 0;
    return ((guchar)p[0] * 1009u + b * 37u + c) % ENDS;
}

/* Reads where MENTIONS' message may ask for a price: sentences with a number, and those above them. */
void mentions_read_lines(struct mentions *mentions);

/* Looks up what is needed only where something is known that they could be about. */
void mentions_look(struct mentions *mentions);

#endif
