/* From tags and folders to outcomes. What heed demoted and she left alone says nothing: she may never have
 * seen it, and a verdict must not prove itself. */
#include <glib.h>

#include "base/days.h"
#include "store/history.h"
#include "store/outcome.h"

static const struct {
    const char *name;
    double acted, depth, importance;
    int wish;
} table[OUTCOME_COUNT] = {
    [OUTCOME_NONE] = {"undecided", 0, 0, 1, 0},
    [OUTCOME_ANSWERED] = {"answered", 1, 1, 1, 1},
    [OUTCOME_FORWARDED] = {"forwarded", 1, 1, 1, 0},
    [OUTCOME_FLAGGED] = {"flagged", 1, 1, 1, 0},
    [OUTCOME_OPENED] = {"opened", 1, 0.5, 1, 0},
    [OUTCOME_FILED] = {"filed", 1, 0.75, 1, 0},
    [OUTCOME_RESCUED] = {"rescued", 1, 1, 2, 1},
    [OUTCOME_DEMOTED] = {"demoted", 0, -1, 2, -1},
    [OUTCOME_IGNORED] = {"ignored", 0, 0, 1, 0},
    [OUTCOME_DELETED_UNREAD] = {"deleted unread", 0, -0.5, 1, 0},
    [OUTCOME_DELETED_READ] = {"deleted after reading", 0.5, 0.25, 1, 0},
};

const char *outcome_name(enum outcome outcome)
{
    return (guint)outcome < OUTCOME_COUNT ? table[outcome].name : "unknown";
}

double outcome_acted(enum outcome outcome)
{
    return (guint)outcome < OUTCOME_COUNT ? table[outcome].acted : 0;
}

double outcome_importance(enum outcome outcome)
{
    return (guint)outcome < OUTCOME_COUNT ? table[outcome].importance : 1;
}

double outcome_depth(enum outcome outcome)
{
    return (guint)outcome < OUTCOME_COUNT ? table[outcome].depth : 0;
}

int outcome_wish(enum outcome outcome)
{
    return (guint)outcome < OUTCOME_COUNT ? table[outcome].wish : 0;
}

void dealt_add(struct dealt *dealt, int64_t date)
{
    int at = DEALT - 1;
    if (date <= dealt->dates[at])
        return;
    for (; at > 0 && dealt->dates[at - 1] < date; at--)
        dealt->dates[at] = dealt->dates[at - 1];
    dealt->dates[at] = date;
}

int64_t outcome_ignored_before(int64_t since, double after, double passed, int64_t now)
{
    return MAX(now - (int64_t)(after * DAY), MIN(since, now - (int64_t)(passed * DAY)));
}

/* What has not been acted on, HIDDEN from her by heed or not: left alone for how long? */
static enum outcome left_alone(const struct outcome_signs *s, bool hidden)
{
    return (hidden ? s->lay > s->ignored_after : s->passed) ? OUTCOME_IGNORED : OUTCOME_NONE;
}

/* Where folders tell. What lies in one because a filter put it there at its arrival is nobody's doing; and
 * who empties later, suspect, junk or trash says no more than was said before. */
static enum outcome by_folder(const struct outcome_signs *s)
{
    bool unread = s->tags & TAG_UNREAD, hand = s->tags & TAG_BY_HAND;
    bool away = s->tags & (TAG_LATER | TAG_SUSPECT | TAG_SPAM), demoted = placement_is_demoted(s->placement);
    bool unsure = s->tags & TAG_BY_FILTER;

    if (!away && (s->gone || s->tags & TAG_DELETED))
        return !unread ? OUTCOME_DELETED_READ : unsure ? OUTCOME_NONE : OUTCOME_DELETED_UNREAD;
    if (s->tags & TAG_SPAM)
        return hand ? OUTCOME_DEMOTED : OUTCOME_NONE;
    if (away && hand)
        return OUTCOME_DEMOTED;
    if (s->tags & TAG_INBOX && (hand || (demoted && s->shows)))
        return OUTCOME_RESCUED;
    if (s->tags & TAG_FILED && hand)
        return OUTCOME_FILED;
    if (!unread)
        return unsure ? OUTCOME_NONE : OUTCOME_OPENED;
    return left_alone(s, away || demoted);
}

/* Where only \Deleted says that it was thrown away. */
static bool is_marked(uint32_t tags)
{
    const uint32_t lies = TAG_INBOX | TAG_FILED | TAG_MISSING_NEW;
    return tags & TAG_BY_FOLDER && tags & TAG_DELETED && tags & lies;
}

enum outcome outcome_when_gone(const struct outcome_signs *s, enum outcome before)
{
    struct outcome_signs unmarked = *s;
    unmarked.tags &= ~(uint32_t)TAG_DELETED;
    unmarked.gone = false;
    if (is_marked(s->tags) && outcome_acted(outcome_of(&unmarked)) == 1)
        return outcome_of(&unmarked);
    return outcome_acted(before) == 1 ? before : outcome_of(s);
}

enum outcome outcome_of(const struct outcome_signs *s)
{
    bool unread = s->tags & TAG_UNREAD;
    bool demoted_by_heed = placement_is_demoted(s->placement);
    bool in_demoted_tag = s->tags & (TAG_LATER | TAG_SUSPECT);
    bool deleted = s->gone || (s->tags & TAG_DELETED);

    if (s->answered || (s->tags & TAG_REPLIED))
        return OUTCOME_ANSWERED;
    if (s->tags & TAG_FORWARDED)
        return OUTCOME_FORWARDED;
    if (s->tags & TAG_FLAGGED)
        return OUTCOME_FLAGGED;
    if (s->tags & TAG_BY_FOLDER)
        return by_folder(s);
    if (s->tags & TAG_SPAM)
        return OUTCOME_DEMOTED;
    if (deleted && unread && demoted_by_heed && in_demoted_tag) /* emptied, unseen */
        return OUTCOME_NONE;
    if (deleted)
        return unread ? OUTCOME_DELETED_UNREAD : OUTCOME_DELETED_READ;
    if (demoted_by_heed && s->shows && !in_demoted_tag && (s->tags & TAG_INBOX))
        return OUTCOME_RESCUED;
    if (!demoted_by_heed && in_demoted_tag)
        return OUTCOME_DEMOTED;
    if (!unread && s->tags & TAG_BY_FILTER)
        return OUTCOME_NONE;
    if (!unread)
        return s->tags & TAG_FILED ? OUTCOME_FILED : OUTCOME_OPENED;
    if (demoted_by_heed && (in_demoted_tag || !s->shows)) /* what she had ignored before stays so */
        return left_alone(s, true);
    if (s->tags & TAG_MISSING_NEW) /* archived without a look */
        return OUTCOME_IGNORED;
    return left_alone(s, false);
}
