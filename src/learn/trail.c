/* Folders and flags as tags. What heed moved itself is known to the book already when it is seen. */
#include <string.h>

#include "learn/trail.h"

#define PLACES (TAG_INBOX | TAG_LATER | TAG_SUSPECT | TAG_SPAM | TAG_DELETED | TAG_FILED)
#define AWAY (TAG_LATER | TAG_SUSPECT | TAG_SPAM)

void trail_add(struct trail *trail, enum special_use use, uint32_t flags)
{
    bool removed = flags & MAIL_TRASHED, none_left = trail->removed == trail->files;
    trail->files++;
    trail->removed += removed;
    if (removed && !none_left)
        return;
    if (!removed && none_left) { /* those before count no more */
        trail->flags = 0;
        memset(trail->in, 0, sizeof trail->in);
    }
    trail->flags |= flags;
    trail->in[use]++;
}

static const struct {
    enum special_use use;
    uint32_t bit;
} order[] = {{USE_INBOX, TAG_INBOX}, {USE_OTHER, TAG_FILED}, {USE_ARCHIVE, 0},
                 {USE_SENT, TAG_SENT},   {USE_DRAFTS, TAG_DRAFT}, {USE_LATER, TAG_LATER},
                 {USE_SUSPECT, TAG_SUSPECT}, {USE_JUNK, TAG_SPAM}, {USE_TRASH, TAG_DELETED}};

uint32_t trail_place(enum special_use use)
{
    for (size_t i = 0; i < G_N_ELEMENTS(order); i++)
        if (order[i].use == use)
            return order[i].bit;
    return 0;
}

/* The one place that counts, of those it lies in. */
static uint32_t place_of(const struct trail *trail)
{
    for (size_t i = 0; i < G_N_ELEMENTS(order); i++)
        if (trail->in[order[i].use])
            return order[i].bit;
    return 0;
}

uint32_t trail_bits(const struct trail *trail)
{
    static const struct {
        uint32_t flag, bit;
    } flags[] = {{MAIL_REPLIED, TAG_REPLIED}, {MAIL_PASSED, TAG_FORWARDED}, {MAIL_FLAGGED, TAG_FLAGGED},
                 {MAIL_DRAFT, TAG_DRAFT},     {MAIL_JUNK, TAG_SPAM}};
    uint32_t bits = TAG_BY_FOLDER | place_of(trail);
    for (size_t i = 0; i < G_N_ELEMENTS(flags); i++)
        if (trail->flags & flags[i].flag)
            bits |= flags[i].bit;
    if (trail->flags & MAIL_NOT_JUNK)
        bits &= ~(uint32_t)TAG_SPAM;
    if (!(trail->flags & MAIL_SEEN))
        bits |= TAG_UNREAD;
    if (trail->files && trail->removed == trail->files)
        bits |= TAG_DELETED | (trail->in[USE_ARCHIVE] && !place_of(trail) ? TAG_MISSING_NEW : 0);
    return bits;
}

/* What was taken out of the inbox, or filed, and archived then is remembered as that; what was emptied, by
 * where it was. */
static bool is_archived(uint32_t before, uint32_t to)
{
    return !to && before & TAG_BY_HAND && before & (TAG_INBOX | TAG_FILED) && !(before & TAG_DELETED);
}

/* The same where it is marked as deleted in the archive. */
static bool is_marked_there(uint32_t before, uint32_t now)
{
    const uint32_t there = TAG_DELETED | TAG_MISSING_NEW;
    return (now & there) == there && before & TAG_BY_HAND && before & (TAG_INBOX | TAG_FILED);
}

static bool is_emptied(uint32_t from, uint32_t to)
{
    return to == TAG_DELETED && from & AWAY;
}

bool trail_is_same(uint32_t before, uint32_t now)
{
    uint32_t from = before & PLACES, to = now & PLACES;
    return from == to || is_archived(before, to) || (is_emptied(from, to) && from & TAG_DELETED);
}

uint32_t trail_at_rest(uint32_t tags)
{
    bool rests = tags & TAG_UNREAD && tags & AWAY && !(tags & TAG_BY_HAND);
    return tags | (rests ? TAG_BY_FILTER : 0);
}

bool trail_is_copied(const struct trail *trail, uint32_t before)
{
    uint32_t from = before & PLACES;
    bool there = false;
    for (size_t i = 0; i < G_N_ELEMENTS(order); i++)
        there |= trail->in[order[i].use] && (order[i].bit == from || order[i].bit & from);
    return there && trail->files - trail->removed > 1;
}

uint32_t trail_copied(uint32_t before, uint32_t now)
{
    return before & TAG_BY_FOLDER ? (now & ~(uint32_t)PLACES) | (before & (PLACES | TAG_BY_HAND)) : now;
}

uint32_t trail_moved(uint32_t before, uint32_t now, bool first)
{
    uint32_t from = before & PLACES, to = now & PLACES;
    if (first || !(before & TAG_BY_FOLDER))
        return now;
    if (from == to)
        return now | (before & TAG_BY_HAND);
    if ((from ^ to) == TAG_DELETED) /* marked as deleted where it lies, or not any more */
        return now | (before & TAG_BY_HAND) | (to == TAG_INBOX ? TAG_BY_HAND : 0);
    if (is_archived(before, to) || is_marked_there(before, now))
        return now | (before & (TAG_INBOX | TAG_FILED | TAG_BY_HAND));
    if (is_emptied(from, to))
        return now | (before & (AWAY | TAG_BY_HAND));
    bool back = to & TAG_INBOX && !(to & AWAY) && from & (AWAY | TAG_DELETED);
    bool away = to & (AWAY | TAG_FILED);
    return now | (back || away ? TAG_BY_HAND : 0);
}
