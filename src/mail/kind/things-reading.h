/* What reading things from the lines of a message and from all else shares. */
#ifndef HEED_THINGS_READING_H
#define HEED_THINGS_READING_H

#include "mail/details.h"
#include "mail/words.h"
#include "things-private.h"

struct reading {
    const struct message *message;
    struct wording *without, *herself, *author; /* names of both, of hers, of the author's; owned */
    GPtrArray *things;
    struct details details[THINGS_MOST]; /* of each */
    struct details people;
    char *stop;     /* the line of one end of a trip that waits for the other; owned */
    char *route;    /* the first line that may have both; owned */
    char *summed;   /* what stood above the first sum; owned */
    char *label;    /* the first line that names nothing but what a day or a price is called; owned */
    bool own;       /* she entered for what has the author's name */
    bool counts;    /* what is only counted is told of, too; ... */
    bool parcel;    /* ... and nothing else */
    unsigned trips; /* that were told in two lines */
    bool marked; /* markup told of things: the lines say the same, and worse, but for the price */
};

/* The words by which the thing that WORDING names is known again. Where an author's name leaves too little of
 * it, it is a part of the thing's: a 10 km race of those whom it gave the name. NULL: it names none. The
 * caller unrefs it. */
GPtrArray *thing_words(const struct reading *reading, const struct wording *wording);

/* Adds what WORDING names, where it does and there is room; the name that TEXT (or NULL), from which it was
 * made, may have in it is looked at first. NULL: nothing. */
struct details *thing_add(struct reading *reading, const char *text, const struct wording *wording);

/* The thing that markup told of all of whose words stand in LINE, or NULL. */
struct details *thing_told_in(struct reading *reading, const struct wording *line);

/* Takes out what is but one end of a trip that is told whole, with its code or without. */
void things_drop_ends(struct reading *reading);

/* Adds what the lines of the message name. */
void things_read_lines(struct reading *reading);

#endif
