/* Her attention: what she looks at on a day, in which order, what it costs, and where it ends. */
#ifndef SIM_ATTENTION_H
#define SIM_ATTENTION_H

#include "dice.h"
#include "engine.h"
#include "play.h"

struct mailbox {
    struct engine *engine;  /* told what she does; NULL without heed */
    struct play_side *side; /* what is counted */
    unsigned period;        /* of side->period, that is counted into */
    struct dice dice;
    GArray *inbox, *later;
};

void mailbox_init(struct mailbox *mailbox, struct engine *engine, struct play_side *side,
                  uint32_t seed);
void mailbox_clear(struct mailbox *mailbox);

/* Whether she would act on it, were she to see it. */
bool letter_is_wanted(const struct letter *letter);

/* LETTER must outlive the mailbox. */
void mailbox_put(struct mailbox *mailbox, const struct letter *letter, enum play_group group,
                 enum placement placement);

/* Sits down at the end of a day for at most PATIENCE seconds: first what is marked, then what
 * catches the eye, then the rest, newest first. What she is waiting for she looks for everywhere.
 */
void mailbox_read(struct mailbox *mailbox, int64_t now, double patience);

/* Runs over what was put away; some of the wanted she notices and takes back. */
void mailbox_look_through(struct mailbox *mailbox);

#endif
