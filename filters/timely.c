/* Whether the time is right: who buys running shoes every six months wants to hear of them in the sixth.
 * Reads the rhythm from the receipts of the organisation: the median gap, and how far the gaps stray from
 * it. */
#include <math.h>

#include "base/days.h"
#include "filters/filter.h"
#include "filters/rhythm.h"
#include "base/text.h"
#include "base/when.h"

enum { DUE, YEARLY, AHEAD, PASSED };

static const struct finding_spec specs[] = {
    [DUE] = {"timely.due", AXIS_USEFUL, 0.5, "about when you buy again"},
    [YEARLY] = {"timely.yearly", AXIS_USEFUL, 0.3, "about when you bought in earlier years"},
    [AHEAD] = {"timely.ahead", AXIS_USEFUL, 0.4, "what it is about is still to come"},
    [PASSED] = {"timely.passed", AXIS_USEFUL, -1.5, "what it is about has passed"},
};

#define SOON 60.0     /* days: what lies farther ahead can wait */
#define FEWEST 3      /* purchases that make a rhythm */
#define EARLY 0.8     /* of the gap, from when on she is due ... */
#define LATE 1.35     /* ... and until when */
#define SEASON 21.0    /* days around the day of an earlier year */
#define YEAR 365.25

/* What is bought once a year, around the same day: presents, an insurance. */
static void judge_yearly(const struct facts *facts, struct findings *out)
{
    unsigned years = 0;
    for (unsigned i = 0; i < facts->n_purchases; i++) {
        double ago = (double)(facts->now - facts->purchases[i]) / DAY;
        double off = fabs(ago - round(ago / YEAR) * YEAR);
        if (ago < YEAR - SEASON && off > SEASON && ago > 2 * SEASON)
            return; /* she buys all year round */
        years += ago > YEAR - SEASON && off <= SEASON;
    }
    if (years)
        findings_add(out, &specs[YEARLY], 1, "you bought from %s at this time of %s", facts->relation,
                     years > 1 ? "earlier years" : "last year");
}

static void judge_rhythm(const struct facts *facts, struct findings *out)
{
    struct rhythm rhythm;
    if (!rhythm_of(facts->purchases, facts->n_purchases, &rhythm) || rhythm.gaps + 1 < FEWEST)
        return;
    double gap = rhythm.gap, since = (double)(facts->now - facts->purchases[0]) / DAY;
    if (since < EARLY * gap || since > LATE * gap)
        return;
    char every[40], ago[40];
    /* Less for senders whose mail she hardly ever acts on. */
    double heard = MIN(tally_rate(&facts->tally[LEVEL_ORGANISATION_KIND], 0.2, 3) / 0.3, 1);
    findings_add(out, &specs[DUE], heard * heard, "you buy from %s about every %s; the last was %s ago",
                 facts->relation, text_duration((int64_t)(gap * DAY), every, sizeof every),
                 text_duration((int64_t)(since * DAY), ago, sizeof ago));
}

/* Appointments, parcels, what is to be paid or confirmed; an offer is no more welcome for ending soon. */
static void judge_day(const struct facts *facts, struct findings *out)
{
    static const uint32_t matters = 1u << KIND_APPOINTMENT | 1u << KIND_SHIPPING | 1u << KIND_ACCOUNT;
    static const uint32_t passes = matters | 1u << KIND_PROMOTION;
    char day[40], span[40];
    if (!facts->ahead)
        return;
    int64_t over = when_day_ends(facts->ahead), off = over - facts->now;
    text_day(over - 1, day, sizeof day);
    text_duration(off < 0 ? -off : off, span, sizeof span);
    if (off < 0 && facts->message->event.until >= facts->now - DAY) /* it recurs */
        return;
    if (off < 0 && (passes >> facts->kind.kind & 1))
        findings_add(out, &specs[PASSED], 1, "%s, %s ago", day, span);
    else if (off >= 0 && (matters >> facts->kind.kind & 1))
        findings_add(out, &specs[AHEAD], exp2(-(double)off / DAY / SOON), "%s, in %s", day, span);
}

static void judge(const struct facts *facts, struct findings *out)
{
    if (facts->proven != AUTH_FAIL)
        judge_day(facts, out);
    if (facts->proven == AUTH_FAIL ||
        (facts->kind.kind != KIND_PROMOTION && facts->kind.kind != KIND_NEWSLETTER))
        return;
    if (facts->has_things) /* what they were for says more: filters/hers.c */
        return;
    judge_rhythm(facts, out);
    judge_yearly(facts, out);
}

const struct filter filter_timely = {
    "timely", "whether it is about time", specs, G_N_ELEMENTS(specs), judge,
};
