/* Three scores, and the placement that follows from them. */
#ifndef HEED_SCORE_H
#define HEED_SCORE_H

#include "base/config.h"
#include "store/facts.h"
#include "filters/finding.h"
#include "base/placement.h"
#include "base/scores.h"
#include "decide/rules.h"

struct scores score_findings(const struct findings *findings);

/* Logits, bounded to +-12, as 0 < P < 100. */
double score_percent(double logit);

/* Where the message goes, and which of the decisions it was. */
enum decision {
    DECIDED_TRUST,     /* trust is below the threshold */
    DECIDED_DOUBTFUL,  /* trust is not much above it, and nothing speaks for them */
    DECIDED_PROTECTED, /* would be later, but its kind is protected */
    DECIDED_PROBE,     /* would be later, but nothing like it was shown for long */
    DECIDED_USEFUL,    /* by usefulness */
    DECIDED_UNPROVEN,  /* would be priority, but who writes is not known well enough, or not trusted */
    DECIDED_RULE,      /* by a rule: verdict_rule() */
};
struct verdict {
    enum placement placement;
    enum decision decision;
    bool barred;             /* from priority, whoever asks for it: hardly trusted, or not proven where such
                                mail always was */
    enum placement by_score; /* where it would go without the rules' placement */
    struct ruling ruling;
};

/* The rule that decided, or NULL. A rule that keeps out of later decides nothing where the scores would not
 * put it there: ruling.placed_by names it all the same. */
static inline const struct rule *verdict_rule(const struct verdict *verdict)
{
    return verdict->decision == DECIDED_RULE ? verdict->ruling.placed_by : NULL;
}

/* Whether that rule asks for priority, and is refused it. */
static inline bool verdict_refuses(const struct verdict *verdict)
{
    return verdict_rule(verdict) && verdict->barred && verdict->ruling.placement == PLACE_PRIORITY;
}

/* By scores alone. */
struct verdict decide(const struct config *config, const struct facts *facts, const struct scores *scores);

/* The usefulness below which a message like this goes to later: later_for_her() once heed knows her and
 * what she does with this organisation's mail of this kind, less while it has seen little of either. A sender
 * that nobody knows yet gets the benefit of the doubt. */
double later_below(const struct config *config, const struct facts *facts);

/* What config->later_below, which holds for who acts on USUAL_RATE of all mail, comes to for her: moved in
 * logits as far as her rate is from that, so that who acts on little loses no more than who acts on much; not
 * up for what is hers at its moment (hers_moment()). 0 and 100 stay what they are. */
double later_for_her(const struct config *config, const struct facts *facts);

/* The trust below which a message like this goes to later where she never acted on their mail:
 * config->doubtful_below; where a trusted server has looked at who sends it, half way from that to 100 for
 * what is sent to many, an eighth for what a person or a list sends. */
double doubtful_below(const struct config *config, const struct facts *facts);

/* How many messages weigh in the threshold: what is known of this organisation's mail of this kind, where
 * offers and news, which words do not always tell apart, are one; of a stranger, what is known of first
 * messages of this kind. Decayed. */
double experience_of(const struct facts *facts);

/* Days since the first message that heed knows of. */
double days_watched(const struct facts *facts);

/* What a relation sends to many in 30 days and she does not pay for by acting on it: so many are free, and
 * one that she acts on pays for as many as she usually acts on one of. */
#define VOLUME_FREE 9.0
double volume_unpaid(const struct facts *facts);

/* Whether a message that would go to later gets its chance: nothing of its organisation and kind was shown
 * for config->probe days, or up to six times as long where she has wanted none of it for long, or where they
 * send much for nothing: attention is charged for by volume, and whoever writes less has the next chance
 * sooner. */
bool is_probe(const struct config *config, const struct facts *facts);

#define PRIORITY_TRUST                                                                             \
    70.0 /* that an organisation's first messages need for priority; a person's have to have been acted on */
#define PRIORITY_LEAST 50.0 /* that anything does */

/* Whether FACTS name a kind that score alone may not place in later: protected by CONFIG, and from whom it
 * says it is as far as anybody trusted can tell. */
bool is_protected(const struct config *config, const struct facts *facts);

/* Lets what the rules say of a message prevail over DECIDED. */
struct verdict verdict_with(struct verdict decided, const struct ruling *ruling);

#endif
