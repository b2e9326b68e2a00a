/* The made-up consumer's mind: what she wants, and what she does with a letter. It knows what a
 * letter means, never how it was worded. */
#include "state.h"

#define OPENED_FIRST (5.0 / 17) /* of what she deletes, how much she opens before */

/* Where it matters whether the letter is about something she likes. */
static const struct {
    float liked, other;
} interest[TALK_COUNT] = {
    [TALK_HELPFUL] = {0.74f, 0.18f}, [TALK_BLAST] = {0.09f, 0.015f}, [TALK_QUIET] = {0.40f, 0.10f},
    [TALK_ROUTE] = {0.82f, 0.02f},   [TALK_GIG] = {0.86f, 0.04f},
};

static bool likes(const struct world *world, const struct letter *letter)
{
    if (letter->talk == TALK_ROUTE)
        return letter->item == world->route;
    if (letter->talk == TALK_GIG)
        return letter->item == world->band;
    return letter->party && letter->party->topic != TOPIC_NONE &&
           world->likes[letter->party->topic][letter->item];
}

double reader_want(const struct world *world, const struct letter *letter)
{
    const struct party *party = letter->party;
    const struct talk_trait *trait = &talk_traits[letter->talk];
    if (letter->talk == TALK_LIST) {
        for (unsigned i = 0; i < n_lists; i++)
            if (g_str_equal(lists[i].id, letter->list_id))
                return lists[i].pull;
    }
    if (letter->talk == TALK_NEWS || letter->talk == TALK_SOCIAL)
        return party->pull;
    if (letter->talk == TALK_DUE)
        return letter->due ? 0.80 : trait->want;
    if (party && party->role == ROLE_FORGOTTEN && trait->bulk)
        return 0.005;
    if (interest[letter->talk].liked > 0)
        return likes(world, letter) ? interest[letter->talk].liked : interest[letter->talk].other;
    return trait->want;
}

static enum deed welcome(struct dice *dice, const char *kind)
{
    /* Which letters of friends she answers is settled where the conversation is made. */
    if (g_str_equal(kind, "person") || g_str_equal(kind, "code"))
        return DEED_OPENED;
    if (g_str_equal(kind, "list"))
        return dice_chance(dice, 0.06) ? DEED_ANSWERED : DEED_OPENED;
    if (dice_chance(dice, 0.10))
        return DEED_FLAGGED;
    if (dice_chance(dice, 0.03))
        return DEED_FORWARDED;
    bool keep = g_str_equal(kind, "receipt") || g_str_equal(kind, "account");
    return dice_chance(dice, keep ? 0.45 : 0.08) ? DEED_FILED : DEED_OPENED;
}

enum deed reader_react(struct world *world, const struct letter *letter)
{
    struct dice *dice = &world->dice;
    if (letter->origin == ORIGIN_HER)
        return DEED_WROTE;
    if (dice_chance(dice, letter->want))
        return welcome(dice, talk_traits[letter->talk].kind);
    double die = dice_unit(dice);
    double tidy = world->tidy;
    return die < 1 - tidy ? DEED_IGNORED : die < 1 - tidy * OPENED_FIRST ? DEED_DELETED_UNREAD : DEED_DELETED;
}
