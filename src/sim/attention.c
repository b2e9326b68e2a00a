/* How she spends the time that she has for mail, and what she makes of who takes it. The figures are rough,
 * and the same for all senders. */
#include <math.h>

#include "attention.h"
#include "base/days.h"

#define IGNORED_AFTER 14 /* days; what heed ships ([learn]) */
#define PASSED_AFTER 3
#define RUN_OVER 1.2  /* seconds for a line while looking through what was put away */
#define PASS_OVER 0.2 /* and for one more of a sender whose lines she has read enough of */
#define NOTICE 0.7    /* how probable it is that a wanted one is noticed there */
#define HUNT 45       /* seconds to find a code that she is waiting for and that was put away */
#define LEAVE 15      /* seconds to unsubscribe */

/* Annoyance, in letters looked at for nothing. */
#define HALF_AS_KEEN 5.0 /* at which she acts on a brand's letters, and finds them, half as readily */
#define OF_A_LIE 4.0  /* of a letter that claims what is not so */
#define OF_A_LINE 0.5 /* of one among what was put away */
#define FORGIVEN 0.25 /* of what made her leave: with less, who sold her something may write again */

struct item {
    const struct letter *letter;
    unsigned row; /* of play_side */
    int rank;     /* by which it catches the eye; less is sooner */
    bool seen;
    bool passed; /* heed takes it for ignored */
};

/* A glance at sender and subject costs 4 seconds. */
static const struct {
    double seconds;
    enum outcome outcome;
} deeds[DEED_COUNT] = {
    [DEED_OPENED] = {25, OUTCOME_OPENED},        [DEED_ANSWERED] = {60, OUTCOME_ANSWERED},
    [DEED_FORWARDED] = {40, OUTCOME_FORWARDED},  [DEED_FLAGGED] = {25, OUTCOME_FLAGGED},
    [DEED_FILED] = {25, OUTCOME_FILED},          [DEED_IGNORED] = {4, OUTCOME_IGNORED},
    [DEED_DELETED] = {12, OUTCOME_DELETED_READ}, [DEED_DELETED_UNREAD] = {5, OUTCOME_DELETED_UNREAD},
};

void mailbox_init(struct mailbox *mailbox, const struct play_setup *setup, struct world *world,
                  struct engine *engine, struct play_side *side)
{
    *mailbox = (struct mailbox){.consumer = setup->consumer,
                                .world = world,
                                .engine = engine,
                                .side = side,
                                .dice = {.state = setup->world.seed}};
    mailbox->inbox = g_array_new(FALSE, FALSE, sizeof(struct item));
    mailbox->later = g_array_new(FALSE, FALSE, sizeof(struct item));
    mailbox->regard = g_new0(struct regard, n_parties);
}

void mailbox_clear(struct mailbox *mailbox)
{
    g_array_unref(mailbox->inbox);
    g_array_unref(mailbox->later);
    g_free(mailbox->regard);
}

bool letter_is_wanted(const struct letter *letter)
{
    return outcome_acted(deeds[letter->deed].outcome) == 1;
}

/* --- what she remembers ---------------------------------------------------------------------------------
 */

static bool is_to_many(const struct letter *letter)
{
    return letter->party && talk_traits[letter->talk].bulk && letter->origin == ORIGIN_OWN;
}

static unsigned party_of(const struct letter *letter)
{
    return (unsigned)(letter->party - parties);
}

/* As of the day, when she has forgotten some of it. */
static struct regard *regard_of(struct mailbox *mailbox, const struct letter *letter)
{
    struct regard *regard = &mailbox->regard[party_of(letter)];
    int64_t now = mailbox->world->start + (int64_t)mailbox->world->day * DAY;
    regard->annoyance *= exp2(-(double)(now - regard->at) / (mailbox->consumer->forgives * DAY));
    regard->at = now;
    return regard;
}

/* How readily she still takes note of whoever sent it: 1 where nothing annoys her. */
static double goodwill(struct mailbox *mailbox, const struct letter *letter)
{
    return is_to_many(letter) ? 1 / (1 + regard_of(mailbox, letter)->annoyance / HALF_AS_KEEN) : 1;
}

void mailbox_expect(struct mailbox *mailbox, struct letter *letter)
{
    if (letter->deed == DEED_ANSWERED || letter->deed == DEED_WROTE)
        return;
    if (is_to_many(letter))
        letter->want = MIN(letter->want * mailbox->consumer->keen / 100, 1) * goodwill(mailbox, letter);
    struct world *world = mailbox->world;
    world->dice.state = world->seed ^ (uint64_t)letter->when << 16 ^ (uint64_t)letter->talk;
    letter->deed = reader_react(world, letter);
}

static bool is_lie(const struct letter *letter)
{
    return letter->talk == TALK_ENDS || letter->talk == TALK_ORDERED;
}

/* Of a line among what was put away, SHARE of what a letter does to her. Returns the seconds that it takes
 * her to leave, where she does. */
static double bear(struct mailbox *mailbox, const struct item *item, double share)
{
    const struct consumer *her = mailbox->consumer;
    if (!item->letter->party || item->letter->origin != ORIGIN_OWN)
        return 0;
    struct business *business = &mailbox->world->business[party_of(item->letter)];
    struct regard *regard = regard_of(mailbox, item->letter);
    if (item->letter->talk == TALK_RECEIPT && regard->annoyance <= FORGIVEN * her->leaves)
        business->left = false;
    if (!is_to_many(item->letter))
        return 0;
    if (is_lie(item->letter))
        regard->annoyance += share * her->temper * OF_A_LIE;
    else if (!letter_is_wanted(item->letter))
        regard->annoyance += share * her->temper;
    else if (share == 1)
        regard->annoyance /= 2;
    if (her->leaves <= 0 || regard->annoyance < her->leaves || business->left)
        return 0;
    business->left = true;
    mailbox->side->row[item->row].left++;
    return LEAVE;
}

/* --- what she looks at ----------------------------------------------------------------------------------
 */

static void tell(struct mailbox *mailbox, const struct item *item, enum outcome outcome)
{
    if (mailbox->engine)
        engine_tell(mailbox->engine, item->letter->id, outcome);
}

static double spend(struct mailbox *mailbox, const struct item *item, double seconds)
{
    mailbox->side->row[item->row].seconds += seconds;
    return seconds;
}

/* She sees it with probability SHARE: that is what its sender earns, whatever comes of it this time. */
static void earn(struct mailbox *mailbox, const struct item *item, double share)
{
    double earned = share * item->letter->want;
    mailbox->side->row[item->row].earned += earned;
    if (is_to_many(item->letter))
        mailbox->regard[party_of(item->letter)].earned += earned;
}

/* What a look at it comes to. Returns the seconds. */
static double look(struct mailbox *mailbox, struct item *item)
{
    struct play_line *line = &mailbox->side->row[item->row];
    struct play_period *period = &mailbox->side->period[mailbox->period];
    bool wanted = letter_is_wanted(item->letter);
    double seconds = deeds[item->letter->deed].seconds + bear(mailbox, item, 1);
    item->seen = true;
    line->seen++;
    period->seen++;
    line->acted += wanted;
    period->acted += wanted;
    return spend(mailbox, item, seconds);
}

static double rescue(struct mailbox *mailbox, struct item *item)
{
    bool answers = item->letter->deed == DEED_ANSWERED;
    mailbox->side->rescued++;
    double seconds = look(mailbox, item);
    tell(mailbox, item, answers ? OUTCOME_ANSWERED : OUTCOME_RESCUED);
    return seconds;
}

static bool is_awaited(const struct letter *letter)
{
    return letter->talk == TALK_CODE && letter_is_wanted(letter);
}

void mailbox_put(struct mailbox *mailbox, const struct letter *letter, unsigned row,
                 enum placement placement)
{
    bool eye = row == PLAY_OTHERS + OTHER_PEOPLE || letter->talk == TALK_CODE;
    struct item item = {letter, row, placement == PLACE_PRIORITY ? 0 : eye ? 1 : 2, false, false};
    if (!placement_is_demoted(placement)) {
        g_array_append_val(mailbox->inbox, item);
        return;
    }
    mailbox->side->put_away += letter_is_wanted(letter);
    if (is_awaited(letter)) {
        spend(mailbox, &item, HUNT);
        earn(mailbox, &item, 1);
        rescue(mailbox, &item);
    } else {
        g_array_append_val(mailbox->later, item);
    }
}

static int newest_first(gconstpointer a, gconstpointer b)
{
    const struct item *x = a, *y = b;
    return x->letter->serial < y->letter->serial ? 1 : -1;
}

static int by_eye(gconstpointer a, gconstpointer b)
{
    const struct item *x = a, *y = b;
    return x->rank != y->rank ? x->rank - y->rank : newest_first(a, b);
}

/* What was left alone for long is settled: seen or not, she will not come back to it. heed takes what she
 * passed over for ignored before that. */
static void let_lie(struct mailbox *mailbox, int64_t now)
{
    int64_t gone = now - IGNORED_AFTER * DAY;
    int64_t before =
        outcome_ignored_before(mailbox->dealt.dates[DEALT - 1], IGNORED_AFTER, PASSED_AFTER, now);
    for (guint i = mailbox->inbox->len; i-- > 0;) {
        struct item *item = &g_array_index(mailbox->inbox, struct item, i);
        if (item->letter->when < before && !item->passed) {
            tell(mailbox, item, OUTCOME_IGNORED);
            item->passed = true;
        }
        if (item->letter->when <= gone)
            g_array_remove_index(mailbox->inbox, i);
    }
}

double mailbox_read(struct mailbox *mailbox, int64_t now, double patience)
{
    let_lie(mailbox, now);
    g_array_sort(mailbox->inbox, by_eye);
    for (guint i = 0; i < mailbox->inbox->len && patience > 0;) {
        struct item *item = &g_array_index(mailbox->inbox, struct item, i);
        enum outcome outcome = deeds[item->letter->deed].outcome;
        if (!item->seen) {
            earn(mailbox, item, 1);
            patience -= look(mailbox, item);
        }
        if (outcome == OUTCOME_IGNORED) { /* which shows only by and by */
            i++;
            continue;
        }
        tell(mailbox, item, outcome);
        if (outcome_acted(outcome) == 1)
            dealt_add(&mailbox->dealt, item->letter->when);
        g_array_remove_index(mailbox->inbox, i);
    }
    return MAX(patience, 0);
}

/* One line there. Returns the seconds. */
static double run_over(struct mailbox *mailbox, struct item *item, GHashTable *read)
{
    const char *sender = item->letter->from_address;
    unsigned lines = GPOINTER_TO_UINT(g_hash_table_lookup(read, sender));
    bool reads = lines < mailbox->consumer->lines;
    double notices = reads ? NOTICE * goodwill(mailbox, item->letter) : 0;
    double seconds = (reads ? RUN_OVER : PASS_OVER) + bear(mailbox, item, OF_A_LINE);
    g_hash_table_insert(read, (char *)sender, GUINT_TO_POINTER(lines + 1));
    mailbox->side->looking_through += spend(mailbox, item, seconds);
    earn(mailbox, item, notices);
    if (dice_chance(&mailbox->dice, notices) && letter_is_wanted(item->letter))
        seconds += rescue(mailbox, item);
    return seconds;
}

void mailbox_look_through(struct mailbox *mailbox, double patience)
{
    g_autoptr(GHashTable) read = g_hash_table_new(g_str_hash, g_str_equal);
    g_array_sort(mailbox->later, newest_first);
    for (guint i = 0; i < mailbox->later->len && patience > 0; i++)
        patience -= run_over(mailbox, &g_array_index(mailbox->later, struct item, i), read);
    g_array_set_size(mailbox->later, 0);
}
