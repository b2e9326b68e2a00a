/* What a relation takes of her attention by writing to many: how much came in 30 days, of whatever kind it
 * looks like, and how much of that she acted on. */
#include "base/days.h"
#include "reader/reader.h"

#define WITHIN (30 * DAY)

static const enum kind to_many[] = {KIND_PROMOTION, KIND_NEWSLETTER, KIND_SOCIAL, KIND_OTHER};

static void count(const struct recent *recent, unsigned n, int64_t now, struct volume *volume)
{
    for (unsigned i = 0; i < n && now - recent[i].date < WITHIN; i++) {
        volume->sent++;
        volume->acted += outcome_acted(recent[i].outcome);
    }
}

void recall_volume(struct book *book, struct facts *facts)
{
    bool counts = false, unproven = auth_is_unproven(facts->entitled);
    for (size_t i = 0; i < G_N_ELEMENTS(to_many); i++)
        counts |= to_many[i] == facts->kind.kind;
    if (!counts || facts->discussion)
        return;
    count(facts->recent, facts->n_recent, facts->now, &facts->volume);
    for (size_t i = 0; i < G_N_ELEMENTS(to_many); i++) {
        struct recent recent[RECENT_MESSAGES];
        const struct lately lately = {facts->relation, to_many[i], unproven, facts->now - (int64_t)WITHIN,
                                      facts->now};
        if (to_many[i] == facts->kind.kind)
            continue;
        unsigned n = book_recent(book, &lately, recent, RECENT_MESSAGES);
        count(recent, n, facts->now, &facts->volume);
    }
}
