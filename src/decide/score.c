/* From findings to three scores to a placement. */
#include <math.h>

#include "base/days.h"
#include "decide/score.h"
#include "filters/claim.h"
#include "filters/hers.h"
#include "filters/prior.h"

#define MOST_LOGITS 12.0
#define OTHERS 30.0 /* people with a mailbox like theirs, that tell as much as one message of their own */
#define REFUSED_LATELY 3 /* messages that are not shown after a no */
#define PROBE_FOR 3.0 /* unpaid messages for which the wait is once more config->probe */
#define PROBE_MOST 6 /* at most this many times config->probe, for who was never wanted */

double score_percent(double logit)
{
    return 100 / (1 + exp(-CLAMP(logit, -MOST_LOGITS, MOST_LOGITS)));
}

struct scores score_findings(const struct findings *findings)
{
    struct scores scores;
    for (int axis = 0; axis < AXIS_COUNT; axis++)
        scores.of[axis] = score_percent(findings_sum(findings, axis));
    return scores;
}

bool is_protected(const struct config *config, const struct facts *facts)
{
    if (hers_is_notice(facts))
        return true;
    if (!config->protect[facts->kind.kind] || is_claim(facts))
        return false;
    if (facts->kind.kind == KIND_PERSON) /* a person she has written to, or who answers her */
        return facts->proven != AUTH_FAIL && !facts_refused(facts) &&
               (facts->contact.written > 0 || facts->answers_her || facts->thread_is_hers);
    if (facts->kind.kind == KIND_REPORT) /* anybody can write that a letter of hers came back */
        return facts->about_hers || facts->kind.local;
    return facts->proven == AUTH_PASS || facts->proven == AUTH_UNKNOWN;
}

double days_watched(const struct facts *facts)
{
    return facts->since > 0 ? MAX(0, (double)(facts->now - facts->since) / DAY) : 0;
}

double experience_of(const struct facts *facts)
{
    if (facts->stranger && facts->sender->free_mail)
        return facts->tally[LEVEL_STRANGER].received / OTHERS;
    if (is_claim(facts)) /* what it is called is its own choice */
        return facts->tally[LEVEL_ORGANISATION].received;
    double own = facts->tally[LEVEL_ORGANISATION_KIND].received + facts->akin;
    return facts->stranger ? facts->strangers : own + facts->as_stranger * facts->strangers;
}

double later_for_her(const struct config *config, const struct facts *facts)
{
    double below = config->later_below;
    if (below <= 0 || below >= 100)
        return below;
    double shift = logit(rate_of_hers(&facts->tally[LEVEL_ALL])) - logit(USUAL_RATE);
    struct hers hers = hers_of(facts);
    if (shift > 0) /* what she buys and books is hers however many letters she opens */
        shift *= 1 - hers_moment(&hers);
    return 100 * expit(logit(below / 100) + shift);
}

double later_below(const struct config *config, const struct facts *facts)
{
    double known = experience_of(facts);
    double days = days_watched(facts), below = later_for_her(config, facts);
    if (facts_refused(facts)) /* what she said leaves nothing to doubt */
        return below;
    if (config->doubt > 0)
        below *= known / (known + config->doubt);
    if (config->patience > 0) /* hardly anything at first, then soon most of it */
        below *= days * days / (days * days + config->patience * config->patience);
    return below;
}

double volume_unpaid(const struct facts *facts)
{
    double pays = 1 / rate_of_hers(&facts->tally[LEVEL_ALL]);
    return fmax(facts->volume.sent - facts->volume.acted * pays - VOLUME_FREE, 0);
}

/* A verdict must not prove itself: who is always demoted is shown now and then, so that she can say
 * otherwise; the more rarely the longer she has wanted nothing of it. */
bool is_probe(const struct config *config, const struct facts *facts)
{
    const struct tally *tally = &facts->tally[facts->stranger ? LEVEL_STRANGER : LEVEL_ORGANISATION_KIND];
    int64_t shown = MAX(facts->last_shown, tally->first), wanted = MAX(tally->last_wanted, tally->first);
    /* Of strangers, people: shops can wait, and domains are thrown away as they are bought. */
    bool nobody = facts->stranger && (!facts->auth.dkim_aligned || facts->kind.kind != KIND_PERSON);
    bool refused = facts_refused(facts), lately = refused && facts->since_wish.came < REFUSED_LATELY;
    if (config->probe <= 0 || !shown || facts->proven == AUTH_FAIL || nobody || lately || is_claim(facts))
        return false;
    double most = PROBE_MOST * config->probe, unwanted = (double)(facts->now - wanted) / DAY;
    double wait = refused ? most : CLAMP(unwanted / 3, config->probe, most);
    wait *= 1 + volume_unpaid(facts) / PROBE_FOR;
    return (double)(facts->now - shown) > MIN(wait, most) * DAY;
}

/* What is sent to many can wait; what somebody unknown writes, or a list, can, too, but less readily. */
double doubtful_below(const struct config *config, const struct facts *facts)
{
    enum kind kind = facts->kind.kind;
    bool mass =
        kind == KIND_NEWSLETTER || kind == KIND_PROMOTION || kind == KIND_SOCIAL || kind == KIND_OTHER;
    double below = config->doubtful_below, cleaner = mass                                       ? 0.5
                                                     : kind == KIND_PERSON || kind == KIND_LIST ? 0.125
                                                                                                : 0;
    return below > 0 && facts->proven != AUTH_UNKNOWN ? below + cleaner * (100 - below) : below;
}

/* What a stranger's lure looks like that is not plain enough to be called one. */
static bool is_doubtful(const struct config *config, const struct facts *facts, double trust)
{
    double nearly_suspect = (config->suspect_below + config->doubtful_below) / 2;
    bool spared = facts->proven == AUTH_PASS && is_protected(config, facts) && trust >= nearly_suspect &&
                  !facts->sender->free_mail; /* which proves no business */
    return trust < doubtful_below(config, facts) && !spared && facts->has_book && !facts->contact.written &&
           !facts->answers_her && !facts->thread_is_hers && !facts->about_hers && !facts->kind.local &&
           !facts->colleague && (facts->tally[LEVEL_ORGANISATION].acted < 0.5 || facts->newcomer);
}

/* Whoever asks for it: her own rule may mean the one whom a forger claims to be. */
static bool is_barred(const struct facts *facts, double trust)
{
    return facts_lapsed(facts) || trust < PRIORITY_LEAST;
}

/* Most people act on what people write, and on receipts: what a cold caller sends and a stranger's lure would
 * come first for no merit of theirs. */
static bool is_unproven(const struct facts *facts, double trust)
{
    if (facts->kind.kind == KIND_REPORT)
        return !facts->kind.local && !(facts->about_hers && facts->proven == AUTH_PASS);
    if (facts->kind.kind == KIND_PERSON)
        return facts->has_book && !facts->contact.written && !facts->answers_her && !facts->thread_is_hers &&
               facts->tally[LEVEL_SENDER_KIND].acted <= 0;
    return facts->stranger && trust < PRIORITY_TRUST;
}

static struct verdict by_score(enum placement placement, enum decision decision)
{
    return (struct verdict){placement, decision, false, placement, {.placement = PLACE_NONE}};
}

struct verdict verdict_with(struct verdict decided, const struct ruling *ruling)
{
    decided.ruling = *ruling;
    bool useless = decided.placement == PLACE_LATER && decided.decision != DECIDED_DOUBTFUL;
    bool kept = ruling->keeps && useless; /* what is put aside for its trust stays there */
    if (kept || ruling->placement != PLACE_NONE) {
        decided.placement = kept ? PLACE_INBOX : ruling->placement;
        decided.decision = DECIDED_RULE;
    }
    if (decided.barred && decided.placement == PLACE_PRIORITY)
        decided.placement = PLACE_INBOX;
    return decided;
}

static struct verdict by_scores(const struct config *config, const struct facts *facts,
                                const struct scores *scores)
{
    double useful = scores->of[AXIS_USEFUL], below = later_below(config, facts);
    if (scores->of[AXIS_TRUST] < config->suspect_below)
        return by_score(PLACE_SUSPECT, DECIDED_TRUST);
    if (is_doubtful(config, facts, scores->of[AXIS_TRUST]))
        return by_score(PLACE_LATER, DECIDED_DOUBTFUL);
    if (useful < below && is_protected(config, facts))
        return by_score(PLACE_INBOX, DECIDED_PROTECTED);
    if (useful < below && is_probe(config, facts))
        return by_score(PLACE_INBOX, DECIDED_PROBE);
    if (useful >= config->priority_above &&
        (is_barred(facts, scores->of[AXIS_TRUST]) || is_unproven(facts, scores->of[AXIS_TRUST])))
        return by_score(PLACE_INBOX, DECIDED_UNPROVEN);
    enum placement placement = useful < below                     ? PLACE_LATER
                               : useful >= config->priority_above ? PLACE_PRIORITY
                                                                  : PLACE_INBOX;
    return by_score(placement, DECIDED_USEFUL);
}

struct verdict decide(const struct config *config, const struct facts *facts, const struct scores *scores)
{
    struct verdict verdict = by_scores(config, facts, scores);
    verdict.barred = is_barred(facts, scores->of[AXIS_TRUST]);
    return verdict;
}
