/* What happens on a day: each role has a function that says what such a party sends, purchases set
 * off receipts and parcels, people write and answer. Words are compose.c's. */
#include "state.h"

#define NOBODY G_MAXUINT
#define BUYING 100 /* parts of a day, for steady() */
#define PLANNED 1000
#define PEOPLE 2000

/* Where two lives of one world are compared, what one party does rolls no other's dice. */
static void steady(struct world *world, unsigned party, unsigned part)
{
    if (!world->steady)
        return;
    struct dice dice = {.state = world->seed ^
                                 ((uint64_t)(unsigned)world->day << 40 | (uint64_t)party << 20 | part)};
    world->dice.state = dice_next(&dice);
}

static struct letter *send(struct world *world, struct occasion o)
{
    struct letter *letter = compose(world, &o);
    g_ptr_array_add(world->today, letter);
    return letter;
}

/* A time on the world's day within the hours of TALK. */
static int64_t moment(struct world *world, enum talk talk)
{
    const struct talk_trait *trait = &talk_traits[talk];
    int64_t day = world->start + (int64_t)world->day * DAY;
    int64_t second =
        (int64_t)dice_between(&world->dice, trait->first_hour, trait->last_hour) * 3600 +
        (int64_t)dice_below(&world->dice, 3600);
    /* Days of this world start at any hour of the clock, since its end is "now". */
    int64_t since = (second - day % DAY + DAY) % DAY;
    return day + since;
}

/* The usual occasion: some time of this day, from this party, about this item. */
static struct occasion by_party(struct world *world, unsigned party, enum talk talk, int item)
{
    return (struct occasion){.when = moment(world, talk),
                             .talk = talk,
                             .party = party,
                             .item = item,
                             .correspondent = -1,
                             .list = -1};
}

static struct occasion by_person(struct world *world, int friend, enum talk talk)
{
    return (struct occasion){.when = moment(world, talk),
                             .talk = talk,
                             .party = NOBODY,
                             .item = (int)dice_below(&world->dice, TOPIC_ITEMS),
                             .correspondent = friend,
                             .list = -1};
}

static void plan(struct world *world, unsigned party, enum talk talk, int days_ahead,
                 const struct plan *about)
{
    struct plan p = *about;
    p.talk = talk;
    p.party = party;
    p.when = moment(world, talk) + (int64_t)days_ahead * DAY;
    g_array_append_val(world->plans, p);
}

/* An item of TOPIC, one she likes with probability AIM. */
static int pick_item(struct world *world, enum topic topic, double aim)
{
    int item = (int)dice_below(&world->dice, TOPIC_ITEMS);
    if (topic == TOPIC_NONE || !dice_chance(&world->dice, aim))
        return item;
    while (!world->likes[topic][item])
        item = (item + 1) % TOPIC_ITEMS;
    return item;
}

static void buy(struct world *world, unsigned party, int item)
{
    struct business *b = &world->business[party];
    struct occasion o = by_party(world, party, TALK_RECEIPT, item);
    g_autofree char *order = g_strdup_printf("%d", dice_between(&world->dice, 100000, 999999));
    b->order = o.order = g_string_chunk_insert(world->strings, order);
    b->bought = o.when;
    b->bought_item = item;
    send(world, o);
    int ships = dice_between(&world->dice, 1, 2), comes = ships + dice_between(&world->dice, 1, 3);
    struct plan about = {
        .item = item, .order = b->order, .event = o.when + (int64_t)comes * DAY};
    plan(world, party, TALK_SHIPPED, ships, &about);
    plan(world, party, TALK_DELIVERED, comes, &about);
}

/* She buys by the calendar, give or take; a timely shop has noticed. */
static void cadence_day(struct world *world, unsigned party)
{
    struct business *b = &world->business[party];
    int cadence = b->cadence, ahead = MAX(2, cadence / 13);
    if (b->next - ahead == world->day && b->bought && b->conduct.due && !b->left) {
        struct occasion o = by_party(world, party, TALK_DUE, b->bought_item);
        o.due = true;
        o.order = b->order;
        send(world, o);
    }
    if (b->next > world->day)
        return;
    buy(world, party, b->bought_item);
    b->next_base += cadence;
    b->next = b->next_base + dice_between(&world->dice, -cadence / 30, cadence / 30);
}

/* Whether WEEKLY letters a week make one at this moment of the day, of which there are as many as it takes.
 */
static bool is_moment(struct world *world, double weekly)
{
    return dice_chance(&world->dice, weekly / 7);
}

/* What it claims instead of what it has to say. */
static enum talk claim(struct world *world, const struct conduct *conduct)
{
    double die = conduct->false_dates + conduct->false_orders > 0 ? dice_unit(&world->dice) : 1;
    return die < conduct->false_dates                           ? TALK_ENDS
           : die < conduct->false_dates + conduct->false_orders ? TALK_ORDERED
                                                                : conduct->talk;
}

static void offer(struct world *world, unsigned party, const struct conduct *conduct)
{
    enum talk talk = claim(world, conduct);
    send(world, by_party(world, party, talk, pick_item(world, parties[party].topic, conduct->aim)));
}

static void shop_day(struct world *world, unsigned party)
{
    struct business *b = &world->business[party];
    const struct conduct *conduct = &b->conduct;
    double weekly = conduct->weekly;
    for (unsigned part = 0; weekly > 0; part++, weekly -= 7) {
        steady(world, party, part);
        if (is_moment(world, weekly) && (!b->left || conduct->stays))
            offer(world, party, conduct);
    }
    steady(world, party, BUYING);
    if (b->cadence)
        cadence_day(world, party);
    else if (dice_chance(&world->dice, conduct->talk == TALK_BLAST ? 0.003 : 0.013))
        buy(world, party, pick_item(world, parties[party].topic, 0.9));
}

static void airline_day(struct world *world, unsigned party)
{
    if (is_moment(world, parties[party].weekly) && !world->business[party].left) {
        int city = (int)dice_below(&world->dice, TOPIC_ITEMS - 1);
        if (city >= world->home)
            city++;
        send(world, by_party(world, party, TALK_ROUTE, city));
    }
    if (!dice_chance(&world->dice, 1.0 / 75))
        return;
    struct occasion o = by_party(world, party, TALK_BOOKING, world->route);
    o.event = o.when + 21 * DAY;
    const struct letter *booking = send(world, o);
    plan(world, party, TALK_BOOKING, 20,
         &(struct plan){.item = world->route, .order = booking->order, .event = o.event});
}

static void stage_day(struct world *world, unsigned party)
{
    if (is_moment(world, parties[party].weekly) && !world->business[party].left) {
        int band = (int)dice_below(&world->dice, TOPIC_ITEMS);
        send(world, by_party(world, party, TALK_GIG, band));
    }
    if (dice_chance(&world->dice, 0.011))
        buy(world, party, world->band);
}

/* Shouts all year; the order she places there at last is part of the premiere. */
static void forgotten_day(struct world *world, unsigned party)
{
    const struct conduct *conduct = &manners[STRATEGY_BLAST].before;
    if (is_moment(world, conduct->weekly) && !world->business[party].left)
        send(world, by_party(world, party, conduct->talk, pick_item(world, parties[party].topic, 0)));
}

static void paper_day(struct world *world, unsigned party)
{
    if (is_moment(world, parties[party].weekly) && !world->business[party].left)
        send(world, by_party(world, party, TALK_NEWS, pick_item(world, parties[party].topic, 0)));
}

static void social_day(struct world *world, unsigned party)
{
    if (is_moment(world, parties[party].weekly) && !world->business[party].left)
        send(world, by_party(world, party, TALK_SOCIAL, 0));
    if (dice_chance(&world->dice, 0.012))
        send(world, by_party(world, party, TALK_CODE, 0));
}

static void bank_day(struct world *world, unsigned party)
{
    if (world->day % 30 == 3)
        send(world, by_party(world, party, TALK_ACCOUNT, 0));
    if (dice_chance(&world->dice, 0.08))
        send(world, by_party(world, party, TALK_CODE, 0));
}

static void stream_day(struct world *world, unsigned party)
{
    if (world->day % 30 == 17)
        send(world, by_party(world, party, TALK_ACCOUNT, 0));
    if (dice_chance(&world->dice, 0.10))
        send(world, by_party(world, party, TALK_CODE, 0));
}

static void clinic_day(struct world *world, unsigned party)
{
    if (world->day % 90 != 12)
        return;
    struct occasion o = by_party(world, party, TALK_VISIT, 0);
    o.event = o.when + 14 * DAY;
    send(world, o);
    plan(world, party, TALK_VISIT, 12, &(struct plan){.event = o.event});
}

static void (*const role_day[ROLE_COUNT])(struct world *, unsigned) = {
    [ROLE_SHOP] = shop_day,           [ROLE_AIRLINE] = airline_day, [ROLE_STAGE] = stage_day,
    [ROLE_FORGOTTEN] = forgotten_day, [ROLE_PAPER] = paper_day,     [ROLE_SOCIAL] = social_day,
    [ROLE_BANK] = bank_day,           [ROLE_STREAM] = stream_day,   [ROLE_CLINIC] = clinic_day,
};

static void planned_day(struct world *world)
{
    int64_t end = world->start + (int64_t)(world->day + 1) * DAY;
    for (guint i = 0; i < world->plans->len;) {
        struct plan p = g_array_index(world->plans, struct plan, i);
        if (p.when >= end) {
            i++;
            continue;
        }
        g_array_remove_index(world->plans, i);
        steady(world, p.party, PLANNED + p.talk);
        send(world, (struct occasion){.when = p.when,
                                      .talk = p.talk,
                                      .party = p.party,
                                      .item = p.item,
                                      .order = p.order,
                                      .event = p.event,
                                      .correspondent = -1,
                                      .list = -1});
    }
}

/* A friend writes; some letters become a conversation, with her side of it in the sent mail. */
static void converse(struct world *world, int friend)
{
    struct letter *first = send(world, by_person(world, friend, TALK_FRIEND));
    if (!dice_chance(&world->dice, 0.6))
        return;
    first->deed = DEED_ANSWERED;
    struct occasion reply = by_person(world, friend, TALK_REPLY);
    reply.origin = ORIGIN_HER;
    reply.reply_to = first;
    reply.when = first->when + dice_between(&world->dice, 1200, 30000);
    struct letter *hers = compose(world, &reply);
    g_ptr_array_add(world->replies, hers);
    if (!dice_chance(&world->dice, 0.6))
        return;
    struct occasion answer = by_person(world, friend, TALK_ANSWER);
    answer.reply_to = hers;
    answer.when = hers->when + dice_between(&world->dice, 600, 90000);
    g_ptr_array_add(world->replies, compose(world, &answer));
}

static void people_day(struct world *world)
{
    for (unsigned i = 0; i < n_friends; i++)
        if (dice_chance(&world->dice, friends[i].weekly / 7))
            converse(world, (int)i);
    int64_t end = world->start + (int64_t)(world->day + 1) * DAY;
    for (guint i = 0; i < world->replies->len;) {
        struct letter *letter = world->replies->pdata[i];
        if (letter->when < end)
            g_ptr_array_add(world->today, g_ptr_array_steal_index(world->replies, i));
        else
            i++;
    }
    for (unsigned i = 0; i < n_lists; i++) {
        if (!dice_chance(&world->dice, lists[i].weekly / 7))
            continue;
        struct occasion o = by_person(world, -1, TALK_LIST);
        o.list = (int)i;
        send(world, o);
    }
}

static void phish(struct world *world, unsigned party, enum origin origin)
{
    struct occasion o = by_party(world, party, TALK_PHISH, 0);
    o.origin = origin;
    send(world, o);
}

/* By the table, where nobody else says what it does. */
static void conduct_day(struct world *world, unsigned party)
{
    struct business *b = &world->business[party];
    const struct manner_row *row = &manners[b->strategy];
    b->conduct = world->day < b->turn ? row->before : row->after;
    b->conduct.due = b->cadence > 0;
}

void days_send(struct world *world)
{
    planned_day(world);
    for (unsigned i = 0; i < n_parties; i++) {
        if (!world->steady)
            conduct_day(world, i);
        steady(world, i, 0);
        role_day[parties[i].role](world, i);
    }
    steady(world, n_parties, PEOPLE);
    people_day(world);
    if (dice_chance(&world->dice, 0.06)) {
        unsigned party = dice_below(&world->dice, n_parties);
        phish(world, party, (enum origin)dice_between(&world->dice, ORIGIN_FORGED, ORIGIN_NAMED));
    }
}

/* The first party of ROLE whose strategy is STRATEGY (STRATEGY_DEALT: any). */
static unsigned find_party(const struct world *world, enum role role, enum manner strategy)
{
    for (unsigned i = 0; i < n_parties; i++)
        if (parties[i].role == role &&
            (strategy == STRATEGY_DEALT || world->business[i].strategy == strategy))
            return i;
    return 0;
}

void days_premiere(struct world *world)
{
    unsigned airline = find_party(world, ROLE_AIRLINE, STRATEGY_DEALT);
    unsigned forgotten = find_party(world, ROLE_FORGOTTEN, STRATEGY_DEALT);
    unsigned shoes = find_party(world, ROLE_SHOP, STRATEGY_TIMELY);
    unsigned decaying = find_party(world, ROLE_SHOP, STRATEGY_DECAYING);
    unsigned reformed = find_party(world, ROLE_SHOP, STRATEGY_REFORMED);
    unsigned bank = find_party(world, ROLE_BANK, STRATEGY_DEALT);
    int other_city = 0;
    while (other_city == world->route || other_city == world->home)
        other_city++;
    const struct {
        unsigned party;
        enum talk talk;
        int item;
    } cues[] = {
        {airline, TALK_ROUTE, world->route},
        {airline, TALK_ROUTE, other_city},
        {forgotten, TALK_BLAST, 0},
        {decaying, TALK_BLAST, 1},
        {reformed, TALK_HELPFUL, pick_item(world, parties[reformed].topic, 1)},
        {find_party(world, ROLE_STAGE, STRATEGY_DEALT), TALK_GIG, world->band},
        {find_party(world, ROLE_STREAM, STRATEGY_DEALT), TALK_CODE, 0},
        {find_party(world, ROLE_CLINIC, STRATEGY_DEALT), TALK_VISIT, 0},
    };
    for (guint i = 0; i < G_N_ELEMENTS(cues); i++)
        send(world, by_party(world, cues[i].party, cues[i].talk, cues[i].item));
    buy(world, forgotten, pick_item(world, parties[forgotten].topic, 1));
    struct occasion due = by_party(world, shoes, TALK_DUE, world->business[shoes].bought_item);
    due.due = true;
    due.order = world->business[shoes].order;
    send(world, due);
    phish(world, bank, ORIGIN_FORGED);
    phish(world, shoes, ORIGIN_LOOKALIKE);
    send(world, by_person(world, 0, TALK_FRIEND));
}
