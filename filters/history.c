/* What she did with earlier mail like this one. Each level - everything, the kind, the organisation, its
 * mail of this kind, this sender's mail of this kind - starts from what the level above it says, worth a
 * few messages, and moves with its own evidence: the posterior mean of a beta-binomial chain. A finding is
 * the step from one level to the next in logits, so the steps add up to the last rate. */
#include <string.h>

#include "filters/claim.h"
#include "filters/filter.h"
#include "filters/prior.h"
#include "base/text.h"

enum { ALL, KIND, ORGANISATION, ORGANISATION_KIND, SENDER, FIRST, STRANGERS, UNPROVEN };

static const struct finding_spec specs[] = {
    [ALL] = {"history.all", AXIS_USEFUL, 1.0, "what you do with mail as a whole", .background = true},
    [KIND] = {"history.kind", AXIS_USEFUL, 1.0, "what you do with mail of this kind", .scope = OF_KIND,
              .spares = true},
    [ORGANISATION] = {"history.organisation", AXIS_USEFUL, 1.0, "what you do with this organisation's mail",
                      .scope = OF_SENDER, .spares = true},
    [ORGANISATION_KIND] = {"history.organisation-kind", AXIS_USEFUL, 1.0,
                           "what you do with this organisation's mail of this kind", .scope = OF_SENDER,
                           .spares = true},
    [SENDER] = {"history.sender", AXIS_USEFUL, 1.0, "what you do with this sender's mail of this kind",
                .scope = OF_SENDER, .spares = true},
    [FIRST] = {"history.first", AXIS_USEFUL, 1.0, "what you do with first messages", .scope = OF_SENDER,
               .spares = true},
    [STRANGERS] = {"history.strangers", AXIS_USEFUL, 1.0, "what you do with first messages of this kind",
                   .scope = OF_SENDER, .spares = true},
    [UNPROVEN] = {"history.unproven", AXIS_USEFUL, 1.0,
                  "the organisation's history is not its own to use"},
};

/* How many messages the level above is worth. */
static const double strength[LEVEL_COUNT] = {
    [LEVEL_ALL] = 20, [LEVEL_KIND] = 6, [LEVEL_ORGANISATION] = 5, [LEVEL_ORGANISATION_KIND] = 8,
    [LEVEL_SENDER_KIND] = 2, [LEVEL_STRANGER] = 20,
};

/* What other people with a mailbox of the same kind were says only so much about the next one,
 * however many they were. */
#define STRANGERS_MOST 0.7 /* logits */
#define STRANGERS_POOL 12 /* messages that the kinds are worth here: a few ignored ones bury nobody */
#define MOST_LOGITS 12.0

/* An organisation's mail of other kinds says only so much about this kind. */
#define ORGANISATION_SHARE 0.3

/* And who writes to a list, about what comes next from him there. */
#define AUTHOR_SHARE 0.6

/* "acted on 2 of 41 promotions from velora.example since 3 Mar 2026" */
static void add_step(struct findings *out, int which, const struct tally *tally, double from, double to,
                     const char *what, const char *whose)
{
    double acted = 0;
    for (int i = 0; i < OUTCOME_COUNT; i++)
        acted += outcome_acted(i) * tally->count[i];
    uint32_t known = tally_total(tally) - tally->count[OUTCOME_NONE];
    char day[32];
    if (known == 0)
        return;
    findings_add(out, &specs[which], logit(to) - logit(from), "acted on %.*f of %u %s%s%s since %s",
                 acted == floor(acted) ? 0 : 1, acted, known, what, *whose ? " from " : "", whose,
                 text_day(tally->first, day, sizeof day));
}

/* How strangers' mail of all its kinds fares, against what she does with mail of these kinds: what is sent to
 * anybody takes now this form, now that. In logits. */
static double step_of_strangers(const struct facts *facts, double of_kind, struct tally *pool)
{
    *pool = facts->tally[LEVEL_STRANGER];
    double expected = pool->received * of_kind;
    for (unsigned i = 0; i < STRANGERS_KINDS && facts->with_strangers; i++) {
        const struct of_strangers *of = &facts->of_strangers[i];
        expected += of->first.received * tally_rate(&of->all, prior_rate(of->kind), strength[LEVEL_KIND]);
        tally_add(pool, &of->first);
    }
    if (pool->received <= 0 || !facts->with_strangers)
        return 0;
    double mean = expected / pool->received;
    return logit(tally_rate(pool, mean, STRANGERS_POOL)) - logit(mean);
}

static void judge_stranger(const struct facts *facts, double of_kind, const char *what, struct findings *out)
{
    const struct tally *own = &facts->tally[LEVEL_STRANGER];
    g_autofree char *first = g_strdup_printf("first %s", what);
    g_autofree char *whose =
        g_strdup_printf("strangers (authentication: %s)", auth_result_name(facts->proven));
    double most = facts->sender->free_mail ? STRANGERS_MOST : MOST_LOGITS;
    struct tally pool;
    double step = CLAMP(step_of_strangers(facts, of_kind, &pool), -most, most);
    double any = expit(logit(of_kind) + step);
    if (facts->with_strangers)
        add_step(out, FIRST, &pool, of_kind, any, "first messages", whose);
    double own_step = logit(tally_rate(own, any, strength[LEVEL_STRANGER])) - logit(of_kind);
    double strangers = expit(logit(of_kind) + CLAMP(own_step, -most, most));
    add_step(out, STRANGERS, own, any, strangers, first, whose);
}

/* How far what she does with somebody's letters tells of the next one: measured on what office workers and
 * readers of lists answer (doc/evaluation.md). A reply belongs to a conversation, a list's to a subject. */
static double share_of_letters(const struct facts *facts)
{
    if (facts->kind.kind != KIND_PERSON)
        return 1;
    return facts->addressing.subject == SUBJECT_REPLY ? 0.2 : 0.75;
}

/* SHARE of the step from FROM to TO, in logits. */
static double part_of_step(double from, double to, double share)
{
    return expit(logit(from) + share * (logit(to) - logit(from)));
}

static void judge(const struct facts *facts, struct findings *out)
{
    const struct tally *t = facts->tally;
    enum kind kind = facts->kind.kind;
    g_autofree char *what = g_strdup_printf("%s mails", kind_name(kind));
    if (!facts->has_book)
        return;

    /* What is no receipt but for what it says has nothing of what she does with receipts. */
    bool claims = is_claim(facts);
    /* What she does with mail as a whole, against what most people would do with the same mix. */
    double base = prior_rate(claims ? KIND_PROMOTION : kind);
    double grown = t[LEVEL_ALL].received / (t[LEVEL_ALL].received + 200);
    double all = tally_rate(&t[LEVEL_ALL], base, strength[LEVEL_ALL]);
    double start = part_of_step(base, all, 0.2 * grown);
    add_step(out, ALL, &t[LEVEL_ALL], base, start, "messages", "");

    double of_kind = claims ? start : tally_rate(&t[LEVEL_KIND], start, strength[LEVEL_KIND]);
    add_step(out, KIND, &t[LEVEL_KIND], start, of_kind, what, "");
    if (facts->proven == AUTH_FAIL) {
        findings_add(out, &specs[UNPROVEN], 0, "authentication failed: %s's history does not count",
                     facts->relation);
        return;
    }

    if (facts->stranger && !facts->colleague) {
        judge_stranger(facts, of_kind, what, out);
        return;
    }
    double organisation = tally_rate(&t[LEVEL_ORGANISATION], of_kind, strength[LEVEL_ORGANISATION]);
    double share = share_of_letters(facts);
    double with = part_of_step(of_kind, organisation, ORGANISATION_SHARE * share);
    add_step(out, ORGANISATION, &t[LEVEL_ORGANISATION], of_kind, with, "messages",
             facts->relation);

    double narrow = tally_rate(&t[LEVEL_ORGANISATION_KIND], with, strength[LEVEL_ORGANISATION_KIND]);
    narrow = part_of_step(with, narrow, share);
    add_step(out, ORGANISATION_KIND, &t[LEVEL_ORGANISATION_KIND], with, narrow, what,
             facts->relation);

    double sender = tally_rate(&t[LEVEL_SENDER_KIND], narrow, strength[LEVEL_SENDER_KIND]);
    sender = part_of_step(narrow, sender, facts->discussion ? AUTHOR_SHARE : share);
    add_step(out, SENDER, &t[LEVEL_SENDER_KIND], narrow, sender, what, facts->voice);
}

const struct filter filter_history = {
    "history", "what you did with earlier mail like this", specs, G_N_ELEMENTS(specs), judge,
};
