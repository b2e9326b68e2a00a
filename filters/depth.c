/* How deep the relationship goes. Answering, forwarding, flagging, fetching back and buying are more than a
 * look, junk and deleting unread are more than silence, as far as they are more than she usually does. And a
 * yes or a no outright outweighs all that was before it, until what she does with the mail that follows says
 * otherwise. Comes last but for chance, since that holds whatever the other findings come to. */
#include "filters/filter.h"
#include "filters/prior.h"
#include "base/text.h"

enum { GIVEN, REFUSED, YES, NO };

static const struct finding_spec specs[] = {
    [GIVEN] = {"depth.given", AXIS_USEFUL, 0.8, "you give them more than a look", .scope = OF_SENDER},
    [REFUSED] = {"depth.refused", AXIS_USEFUL, -1.2, "you do more about them than to let them lie",
                 .scope = OF_SENDER},
    [YES] = {"depth.yes", AXIS_USEFUL, 1.0, "you said yes to them", .scope = OF_SENDER, .fixed = true},
    [NO] = {"depth.no", AXIS_USEFUL, 1.0, "you said no to them", .scope = OF_SENDER, .fixed = true},
};

#define USUALLY 0.15 /* the share of what is acted on, or not, that most people do more about; and ... */
#define USUAL_WORTH 10.0 /* ... messages that this is worth */
#define LOOK_WORTH 10.0 /* messages that what she usually does with what she opens is worth for one sender; */
#define SILENCE_WORTH 3.0 /* ... likewise with what she does not */

/* Rates of a sender to whom she has just said yes or no, for who acts on USUAL_RATE of all mail; messages
 * that each is worth; those that come after a yes and may lie; and logits that a no counts even against whom
 * she lets lie anyway. */
#define YES_RATE 0.35
#define NO_RATE 0.02
#define YES_WORTH 2.0
#define NO_WORTH 4.0
#define YES_MAY_LIE 2.0
#define NO_LEAST 0.5

/* Of SOME among ALL. */
struct share {
    double some, all;
};

static double shrunk(struct share share, double mean, double worth)
{
    return (share.some + worth * mean) / (share.all + worth);
}

/* Of what was acted on, what was more than opened: who BOUGHT did not only look at as many of the offers. */
static struct share given(const struct tally *tally, unsigned bought)
{
    struct share share = {bought, 0};
    for (int i = 0; i < OUTCOME_COUNT; i++) {
        bool acted = outcome_acted(i) == 1;
        share.some += acted ? tally->count[i] * (2 * outcome_depth(i) - 1) : 0;
        share.all += acted ? tally->count[i] : 0;
    }
    share.some = MIN(share.all, share.some);
    return share;
}

static bool is_unwanted(enum outcome outcome)
{
    return outcome != OUTCOME_NONE && outcome_acted(outcome) == 0;
}

/* Of what was not acted on, what was not merely let lie. */
static struct share refused(const struct tally *tally)
{
    struct share share = {0, 0};
    for (int i = 0; i < OUTCOME_COUNT; i++) {
        bool lost = is_unwanted(i);
        share.some -= lost ? tally->count[i] * outcome_depth(i) : 0;
        share.all += lost ? tally->count[i] : 0;
    }
    return share;
}

static double beyond_usual(struct share theirs, struct share all, double worth)
{
    double usual = shrunk(all, USUALLY, USUAL_WORTH);
    return MAX(0, shrunk(theirs, usual, worth) - usual);
}

/* "answered 3, flagged 1" of those outcomes that are DEEP. The caller frees it. */
static char *told(const struct tally *tally, bool (*deep)(enum outcome outcome))
{
    GString *text = g_string_new(NULL);
    for (int i = 0; i < OUTCOME_COUNT; i++)
        if (tally->count[i] && deep(i))
            g_string_append_printf(text, "%s%s %u", text->len ? ", " : "", outcome_name(i), tally->count[i]);
    return g_string_free(text, FALSE);
}

static bool is_more_than_a_look(enum outcome outcome)
{
    return outcome_depth(outcome) > outcome_depth(OUTCOME_OPENED);
}

static void judge_depth(const struct facts *facts, struct findings *out)
{
    bool person = facts->kind.kind == KIND_PERSON;
    const struct tally *theirs = &facts->tally[person ? LEVEL_SENDER_KIND : LEVEL_ORGANISATION_KIND];
    const struct tally *all = &facts->tally[LEVEL_ALL];
    double up = beyond_usual(given(theirs, facts->n_purchases), given(all, 0), LOOK_WORTH);
    double down = beyond_usual(refused(theirs), refused(all), SILENCE_WORTH);
    g_autofree char *deep = told(theirs, is_more_than_a_look), *bad = told(theirs, is_unwanted);
    g_autofree char *bought =
        facts->n_purchases ? g_strdup_printf("bought %u", facts->n_purchases) : g_strdup("");
    if (up > 0)
        findings_add(out, &specs[GIVEN], up, "%s%s%s", deep, *deep && *bought ? ", " : "", bought);
    if (down > 0)
        findings_add(out, &specs[REFUSED], down, "%s", bad);
}

/* What is usual for most people, for who acts on more or less than they do. In logits. */
static double for_her(const struct facts *facts, double rate)
{
    return logit(rate) + logit(rate_of_hers(&facts->tally[LEVEL_ALL])) - logit(USUAL_RATE);
}

static void judge_wish(const struct facts *facts, struct findings *out)
{
    int wish = outcome_wish(facts->wish.outcome);
    struct wish_since since = facts->since_wish;
    double worth = wish > 0 ? YES_WORTH : NO_WORTH, first = wish > 0 ? YES_RATE : NO_RATE;
    double ended = wish > 0 ? MAX(since.decided, since.came - YES_MAY_LIE) : since.decided;
    double fresh = worth / (worth + ended), rate = (first * worth + since.acted) / (worth + ended);
    double step = for_her(facts, rate) - findings_sum(out, AXIS_USEFUL);
    char day[32];
    if (!wish || (wish > 0 && facts->kind.kind == KIND_PERSON)) /* whom she writes to is never put aside */
        return;
    text_day(facts->wish.date, day, sizeof day);
    g_autofree char *more = g_strdup_printf("; of %u since, acted on %.0f", since.came, since.acted);
    if (!since.came)
        *more = '\0';
    if (wish > 0 && step > 0)
        findings_add(out, &specs[YES], step, "%s what came on %s%s", outcome_name(facts->wish.outcome), day,
                     more);
    if (wish < 0)
        findings_add(out, &specs[NO], MIN(0, step) - NO_LEAST * fresh, "%s %s%s",
                     facts->wish.date == facts->alias.closed ? "you closed the address it came to on"
                     : facts->left                           ? "you wrote to be taken off on"
                                                             : "junk or put aside: what came on",
                     day, more);
}

static void judge(const struct facts *facts, struct findings *out)
{
    if (!facts->has_book || facts->proven == AUTH_FAIL)
        return;
    judge_depth(facts, out);
    judge_wish(facts, out);
}

const struct filter filter_depth = {
    "depth", "how deep it goes, beyond acted on or not", specs, G_N_ELEMENTS(specs), judge,
};
