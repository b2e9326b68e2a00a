/* Her attention: what she looks at on a day, in which order, what it costs, and where it ends; and what she
 * remembers of whom. */
#ifndef SIM_ATTENTION_H
#define SIM_ATTENTION_H

#include "dice.h"
#include "engine.h"
#include "play.h"
#include "state.h"

/* What she remembers of a party's letters to many. */
struct regard {
    double annoyance; /* in letters looked at for nothing, as of AT */
    int64_t at;
    double earned; /* what its letters were expected to earn, so far */
};

struct mailbox {
    const struct consumer *consumer;
    struct world *world;
    struct engine *engine;  /* told what she does; NULL without heed */
    struct play_side *side; /* what is counted */
    unsigned period;        /* of side->period, that is counted into */
    struct dice dice;
    GArray *inbox, *later;
    struct dealt dealt; /* with what she sat down to so far */
    struct regard *regard; /* one for each of parties[] */
};

void mailbox_init(struct mailbox *mailbox, const struct play_setup *setup, struct world *world,
                  struct engine *engine, struct play_side *side);
void mailbox_clear(struct mailbox *mailbox);

/* Settles what LETTER will be to her, were she to see it. */
void mailbox_expect(struct mailbox *mailbox, struct letter *letter);

/* LETTER must outlive the mailbox. */
void mailbox_put(struct mailbox *mailbox, const struct letter *letter, unsigned row,
                 enum placement placement);

/* Sits down at the end of a day for at most PATIENCE seconds: first what is marked, then what
 * catches the eye, then the rest, newest first. What she is waiting for she looks for everywhere. Returns
 * what is left of her patience. */
double mailbox_read(struct mailbox *mailbox, int64_t now, double patience);

/* Runs over what was put away, newest first, as long as PATIENCE lasts; some of the wanted she notices and
 * takes back. */
void mailbox_look_through(struct mailbox *mailbox, double patience);

/* Whether she would act on it, were she to see it. */
bool letter_is_wanted(const struct letter *letter);

#endif
