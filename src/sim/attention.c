/* How she spends the time that she has for mail. The figures are rough, and the same for all senders. */
#include "base/days.h"
#include "attention.h"

#define IGNORED_AFTER (14 * DAY)
#define RUN_OVER 1.2 /* seconds for a line while looking through what was put away */
#define NOTICE 0.7   /* how probable it is that a wanted one is noticed there */
#define HUNT 45      /* seconds to find a code that she is waiting for and that was put away */

struct item {
    const struct letter *letter;
    enum play_group group;
    int rank; /* by which it catches the eye; less is sooner */
    bool seen;
};

/* A glance at sender and subject costs 4 seconds. */
static const struct {
    double seconds;
    enum outcome outcome;
} deeds[DEED_COUNT] = {
    [DEED_OPENED] = {25, OUTCOME_OPENED},
    [DEED_ANSWERED] = {60, OUTCOME_ANSWERED},
    [DEED_FORWARDED] = {40, OUTCOME_FORWARDED},
    [DEED_FLAGGED] = {25, OUTCOME_FLAGGED},
    [DEED_FILED] = {25, OUTCOME_FILED},
    [DEED_IGNORED] = {4, OUTCOME_IGNORED},
    [DEED_DELETED] = {12, OUTCOME_DELETED_READ},
    [DEED_DELETED_UNREAD] = {5, OUTCOME_DELETED_UNREAD},
};

void mailbox_init(struct mailbox *mailbox, struct engine *engine, struct play_side *side,
                  uint32_t seed)
{
    *mailbox = (struct mailbox){.engine = engine, .side = side, .dice = {.state = seed}};
    mailbox->inbox = g_array_new(FALSE, FALSE, sizeof(struct item));
    mailbox->later = g_array_new(FALSE, FALSE, sizeof(struct item));
}

void mailbox_clear(struct mailbox *mailbox)
{
    g_array_unref(mailbox->inbox);
    g_array_unref(mailbox->later);
}

bool letter_is_wanted(const struct letter *letter)
{
    return outcome_acted(deeds[letter->deed].outcome) == 1;
}

static void tell(struct mailbox *mailbox, const struct item *item, enum outcome outcome)
{
    if (mailbox->engine)
        engine_tell(mailbox->engine, item->letter->id, outcome);
}

static double spend(struct mailbox *mailbox, const struct item *item, double seconds)
{
    mailbox->side->of[item->group].seconds += seconds;
    if (letter_is_wanted(item->letter))
        mailbox->side->period[mailbox->period].wanted += seconds;
    else
        mailbox->side->period[mailbox->period].unwanted += seconds;
    return seconds;
}

/* What a look at it comes to. Returns the seconds. */
static double look(struct mailbox *mailbox, struct item *item)
{
    struct play_line *line = &mailbox->side->of[item->group];
    struct play_period *period = &mailbox->side->period[mailbox->period];
    bool wanted = letter_is_wanted(item->letter);
    item->seen = true;
    line->seen++;
    period->seen++;
    line->acted += wanted;
    period->acted += wanted;
    return spend(mailbox, item, deeds[item->letter->deed].seconds);
}

static void rescue(struct mailbox *mailbox, struct item *item)
{
    bool answers = item->letter->deed == DEED_ANSWERED;
    mailbox->side->rescued++;
    look(mailbox, item);
    tell(mailbox, item, answers ? OUTCOME_ANSWERED : OUTCOME_RESCUED);
}

static bool is_awaited(const struct letter *letter)
{
    return letter->talk == TALK_CODE && letter_is_wanted(letter);
}

void mailbox_put(struct mailbox *mailbox, const struct letter *letter, enum play_group group,
                 enum placement placement)
{
    bool eye = group == GROUP_PEOPLE || letter->talk == TALK_CODE;
    struct item item = {letter, group, placement == PLACE_PRIORITY ? 0 : eye ? 1 : 2, false};
    if (!placement_is_demoted(placement)) {
        g_array_append_val(mailbox->inbox, item);
        return;
    }
    mailbox->side->put_away += letter_is_wanted(letter);
    if (is_awaited(letter)) {
        spend(mailbox, &item, HUNT);
        rescue(mailbox, &item);
    } else {
        g_array_append_val(mailbox->later, item);
    }
}

static int by_eye(gconstpointer a, gconstpointer b)
{
    const struct item *x = a, *y = b;
    if (x->rank != y->rank)
        return x->rank - y->rank;
    return x->letter->serial < y->letter->serial ? 1 : -1;
}

/* What was left alone for long is settled: seen or not, she will not come back to it. */
static void let_lie(struct mailbox *mailbox, int64_t now)
{
    for (guint i = mailbox->inbox->len; i-- > 0;) {
        struct item *item = &g_array_index(mailbox->inbox, struct item, i);
        if (now - item->letter->when < IGNORED_AFTER)
            continue;
        tell(mailbox, item, OUTCOME_IGNORED);
        g_array_remove_index(mailbox->inbox, i);
    }
}

void mailbox_read(struct mailbox *mailbox, int64_t now, double patience)
{
    let_lie(mailbox, now);
    g_array_sort(mailbox->inbox, by_eye);
    for (guint i = 0; i < mailbox->inbox->len && patience > 0;) {
        struct item *item = &g_array_index(mailbox->inbox, struct item, i);
        enum outcome outcome = deeds[item->letter->deed].outcome;
        if (!item->seen)
            patience -= look(mailbox, item);
        if (outcome == OUTCOME_IGNORED) { /* which shows only by and by */
            i++;
            continue;
        }
        tell(mailbox, item, outcome);
        g_array_remove_index(mailbox->inbox, i);
    }
}

void mailbox_look_through(struct mailbox *mailbox)
{
    for (guint i = 0; i < mailbox->later->len; i++) {
        struct item *item = &g_array_index(mailbox->later, struct item, i);
        bool noticed = dice_chance(&mailbox->dice, NOTICE);
        mailbox->side->looking_through += spend(mailbox, item, RUN_OVER);
        if (noticed && letter_is_wanted(item->letter))
            rescue(mailbox, item);
    }
    g_array_set_size(mailbox->later, 0);
}
