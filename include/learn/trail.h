/* What folders, flags and keywords of a Maildir tell, in the words that tags have for it (enum tag_bit): one
 * message's state, and what moving it from one state to another means. Pure. */
#ifndef HEED_TRAIL_H
#define HEED_TRAIL_H

#include "maildir/mailbox.h"
#include "store/history.h"

/* The state of a message from all files it has, begun with {0}. */
struct trail {
    uint32_t flags;              /* enum mail_flag: of any of them that is not to be removed */
    unsigned in[USE_COUNT];     /* how many lie in folders of each use, likewise */
    unsigned removed;            /* flagged as to be removed (IMAP's \Deleted), where others may be left */
    unsigned files;
};

void trail_add(struct trail *trail, enum special_use use, uint32_t flags);

/* Where copies lie in several folders, half of a move may have been seen: what lies in the inbox has not left
 * it yet, and a copy of hers in a folder of her own is no more than the message. */
uint32_t trail_bits(const struct trail *trail);

/* What lies in a folder of USE, alone. */
uint32_t trail_place(enum special_use use);

/* Whether both mean the same place; BEFORE with what trail_moved() added to it. */
bool trail_is_same(uint32_t before, uint32_t now);

/* NOW, with what is remembered of BEFORE (both of trail_bits(), BEFORE with what this added to it): that she
 * moved it by hand, and out of where it was thrown away from. FIRST: nothing was known of it before. */
uint32_t trail_moved(uint32_t before, uint32_t now, bool first);

/* TAGS with TAG_BY_FILTER where what lies there, put there by heed or a filter, cannot come of age. */
uint32_t trail_at_rest(uint32_t tags);

/* Whether it lies where it was BEFORE, and another copy of it somewhere. */
bool trail_is_copied(const struct trail *trail, uint32_t before);

/* NOW where no file of it went anywhere: another copy came, which says nothing of the one that was there. */
uint32_t trail_copied(uint32_t before, uint32_t now);

#endif
