/* What she buys, where she travels, what she takes part in: a message that is about that, at the time when it
 * matters, is hers whatever became of its sender's other mail. That counts the less, the more this does
 * (findings_spare()). */
#include <math.h>
#include <string.h>

#include "base/days.h"
#include "base/text.h"
#include "base/when.h"
#include "filters/filter.h"
#include "filters/hers.h"
#include "filters/rhythm.h"
#include "mail/details.h"

enum { DUE, SEASON, DEADLINE, AGAIN, NOTICE, OWNED, CHEAPER, DEARER };

static const struct finding_spec specs[] = {
    [DUE] = {"hers.due", AXIS_USEFUL, 2.7, "about something that you buy, and it is time again",
             .kept = true},
    [SEASON] = {"hers.season", AXIS_USEFUL, 2.5, "about something that you buy at this time of the year",
                .kept = true},
    [DEADLINE] = {"hers.deadline", AXIS_USEFUL, 2.7, "a day to come, of something that you take part in",
                  .kept = true},
    [AGAIN] = {"hers.again", AXIS_USEFUL, 3.0, "about what you have booked before", .kept = true},
    [OWNED] = {"hers.owned", AXIS_USEFUL, 0.8, "about something that you bought", .kept = true},
    [CHEAPER] = {"hers.cheaper", AXIS_USEFUL, 0.8, "something that you bought, for less than you paid",
                 .kept = true},
    [DEARER] = {"hers.dearer", AXIS_USEFUL, 1.2, "what you pay for again and again is to cost more",
                .kept = true},
    [NOTICE] = {"hers.notice", AXIS_USEFUL, 2.4, "about an order or a booking that exists"},
};

#define EARLY 0.75   /* of the gap between two purchases, from when on the next is due ... */
#define RIPE 0.9     /* ... wholly, ... */
#define LATE 1.25    /* ... until when, ... */
#define OVER 1.5     /* ... and when no more */
#define TWICE 0.7    /* what two purchases tell, against three */
#define SEASON_DAYS 21.0 /* around the day of an earlier year, it is the same time; ... */
#define SEASON_OVER 42.0 /* ... and from there on no more */
#define SPAN_LEAST 25.0  /* days: however long the gap, so much before the day it is due wholly, ... */
#define SPAN_MOST 45.0   /* ... and so much around it at all, ... */
#define SPAN_OVER 75.0   /* ... but for who is late */
#define YEAR 365.25
#define YEARLY (YEAR - SEASON_OVER) /* days: from there on, two purchases tell of a season, not of a rhythm */
#define NEAR 14.0    /* days before a day, within which it is to be seen to */
#define FAR 60.0     /* and from when on it can wait */
#define LAST_YEAR 560.0 /* days: what comes back each year was there within these */
#define LONG_AGO 365.0  /* days: what was booked a year and so many ago counts half; what within one, whole */
#define SAME_DAY 10.0   /* days that what comes back each year is earlier or later than the year before */
#define OFTEN 12.0     /* messages to many within 30 days, ... */
#define VAIN 3.0       /* ... for each that she acted on so many less, ... */
#define NAMED 4.0      /* ... of all that it has sent, those that name what is hers count so many times */
#define ELSEWHERE 0.9   /* what was booked with somebody else */
#define LONE 0.3        /* one place of a route, where nothing is offered: news from there */
#define CHEAPER_BY 0.95 /* of what she paid; ... */
#define DEARER_BY 1.02  /* ... and what is another price */
#define FAR_FROM 4.0    /* times: it is the price of another thing */
#define ALIKE 10        /* times: of the same line of things, be it of another sort, size or colour */
#define UNDER_WAY (30 * (int64_t)DAY) /* what was ordered is sent within these */
#define ON_ITS_WAY (10 * (int64_t)DAY) /* parcels within these are one, where no order is told */
#define AT_ONCE (4 * (int64_t)DAY) /* receipts or bookings within these are one */

static double ramp(double at, double from, double to)
{
    return CLAMP((at - from) / (to - from), 0, 1);
}

static double days_since(const struct facts *facts, int64_t then)
{
    return (double)(facts->now - then) / DAY;
}

static bool is_goods(const struct thing_fact *thing)
{
    return thing->kind == KIND_RECEIPT || thing->kind == KIND_SHIPPING;
}

/* When THING was bought; of what is paid for again and again, the day when that was due; 0: it was not. */
static int64_t bought_at(const struct facts *facts, const struct thing_fact *thing)
{
    int64_t due = thing->kind == KIND_ACCOUNT && thing->day <= facts->now ? thing->day : 0;
    return !thing->theirs ? 0 : is_goods(thing) ? thing->date : due;
}

/* The same, if thing AT is of the line of those that the message is about by up to SHARE; else 0. */
static int64_t bought_alike(const struct facts *facts, unsigned at, double share)
{
    return ALIKE * facts->things[at].share > share ? bought_at(facts, &facts->things[at]) : 0;
}

/* How long before a parcel what tells of the same purchase may be. */
static int64_t under_way(const struct facts *facts, double share)
{
    for (unsigned i = 0; i < facts->n_things; i++)
        if (facts->things[i].kind == KIND_RECEIPT && bought_alike(facts, i, share))
            return UNDER_WAY;
    return ON_ITS_WAY;
}

/* Purchases of what the message is about most, the latest first. */
static unsigned purchases_of(const struct facts *facts, int64_t times[THINGS_ABOUT], const char **words,
                             double *share)
{
    unsigned count = 0;
    bool dated = false; /* a subscription */
    int64_t sent = 0; /* the last parcel of the one before, where no order of it was found yet */
    *share = 0;
    for (unsigned i = 0; i < facts->n_things; i++)
        if (bought_at(facts, &facts->things[i]) && facts->things[i].share > *share) {
            *share = facts->things[i].share;
            *words = facts->things[i].words;
            dated = facts->things[i].day != 0;
        }
    if (dated && facts->passed && !facts->next) /* its day is over */
        return 0;
    for (unsigned i = 0; i < facts->n_things; i++) {
        int64_t when = bought_alike(facts, i, *share);
        bool parcel = facts->things[i].kind == KIND_SHIPPING;
        /* Reminders of one day, and the receipt for it, tell the same. */
        bool known = count && times[count - 1] - when < AT_ONCE;
        /* A parcel is of the order before it. */
        bool of_order = sent && sent - when < under_way(facts, *share);
        if (!when)
            continue;
        if (of_order)
            times[count - 1] = when;
        else if (is_goods(&facts->things[i]) || !known)
            times[count++] = when;
        sent = !parcel ? 0 : of_order ? sent : when;
    }
    return count;
}

/* SINCE days after a purchase of what is bought every GAP days: 0 to 1. */
static double how_due(double since, double gap)
{
    double early = MAX(EARLY * gap, gap - SPAN_MOST), ripe = MAX(RIPE * gap, gap - SPAN_LEAST);
    double late = MIN(LATE * gap, gap + SPAN_MOST), over = MIN(OVER * gap, gap + SPAN_OVER);
    return MIN(ramp(since, early, ripe), 1 - ramp(since, late, over));
}

static void find_due(const struct facts *facts, struct hers *hers)
{
    int64_t times[THINGS_ABOUT];
    struct rhythm rhythm;
    double share;
    const char *words = "";
    unsigned count = purchases_of(facts, times, &words, &share), years = 0, others = 0;
    double near = 0;
    if (!count)
        return;
    hers->bought = words;
    hers->last_bought = times[0];
    for (unsigned i = 0; i < count; i++)
        hers->purchases += !i || times[i - 1] - times[i] > AT_ONCE;
    if (rhythm_of(times, count, &rhythm) && (rhythm.gaps > 1 || rhythm.gap < YEARLY)) {
        hers->every = rhythm.gap;
        hers->due = share * (rhythm.gaps > 1 ? 1 : TWICE) * how_due(days_since(facts, times[0]), rhythm.gap);
    }
    for (unsigned i = 0; i < count; i++) {
        double ago = days_since(facts, times[i]), off = fabs(ago - round(ago / YEAR) * YEAR);
        bool season = ago > YEAR - SEASON_OVER && off <= SEASON_OVER;
        years += season;
        others += !season && ago > 2 * SEASON_DAYS;
        near = MAX(near, season ? 1 - ramp(off, SEASON_DAYS, SEASON_OVER) : 0);
    }
    hers->season = years && !others ? share * near * (years > 1 ? 1 : TWICE) : 0;
}

/* What she paid last for what the message is about, against what it asks. */
static void find_price(const struct facts *facts, struct hers *hers)
{
    for (unsigned i = 0; i < facts->n_things; i++) {
        const struct thing_fact *thing = &facts->things[i];
        double paid = thing->details.price;
        if (!thing->theirs || paid <= 0 || thing->lowest <= 0)
            continue;
        bool paid_again = facts->kind.kind == KIND_ACCOUNT || (thing->kind == KIND_ACCOUNT && thing->day);
        if (paid_again && thing->highest > DEARER_BY * paid && thing->highest < FAR_FROM * paid)
            hers->dearer = thing->share;
        else if (!paid_again && thing->lowest < CHEAPER_BY * paid && FAR_FROM * thing->lowest > paid)
            hers->cheaper = thing->share;
        hers->priced = thing;
        return; /* the latest counts */
    }
}

/* What comes back each year, and what she has booked and is to come. */
static bool is_ahead(const struct facts *facts, const struct thing_fact *thing, const struct hers *hers)
{
    bool to_come = thing->day > facts->now, last_year = days_since(facts, thing->date) < LAST_YEAR;
    bool yearly = last_year && (!is_goods(thing) || hers->season > 0);
    return thing->theirs && (to_come || yearly);
}

static double days_until(const struct facts *facts, int64_t day)
{
    return day ? (double)(when_day_ends(day) - facts->now) / DAY : 0;
}

/* Of a message that names no day, not even one that is past, the day that the thing is for. */
static void find_deadline(const struct facts *facts, struct hers *hers)
{
    hers->ahead = facts->her_business ? MAX(days_until(facts, facts->next), 0) : 0;
    for (unsigned i = 0; i < facts->n_things; i++) {
        const struct thing_fact *thing = &facts->things[i];
        int64_t day = facts->next || facts->passed || !thing->theirs ? facts->next : thing->day;
        double ahead = days_until(facts, day), off = ahead > 0 ? ceil(ahead) - 1 : -1;
        double near = off < 0 ? 0 : off <= NEAR ? 1 - 0.3 * off / NEAR : 0.5 * (1 - ramp(off, NEAR, FAR));
        if (ahead <= 0 || !is_ahead(facts, thing, hers))
            continue;
        hers->ahead = ahead;
        if (near * thing->share <= hers->deadline)
            continue;
        hers->deadline = near * thing->share;
        hers->joined = thing->words;
        hers->joined_at = thing->date;
        hers->joined_as = thing->kind;
        hers->day = day;
    }
}

/* Whether what was booked at ONE and at OTHER comes back each year: on the same day, or it is booked then. */
static bool is_yearly(const struct thing_fact *one, const struct thing_fact *other)
{
    bool days = one->day && other->day;
    double gap = (double)(days ? one->day - other->day : one->date - other->date) / DAY;
    return fabs(gap - YEAR) < (days ? SAME_DAY : SEASON_OVER);
}

/* Trips that are the same, and how often; what was booked at once is one. What comes back each year has its
 * day, and is over behind it. */
static void find_again(const struct facts *facts, struct hers *hers)
{
    static const double usual[] = {0, 0.25, 0.7, 0.9, 1}; /* by times */
    static const double yearly[] = {0, 0.15, 0.35, 0.5, 0.5};
    const struct thing_fact *before = NULL;
    double best = 0;
    bool each_year = false, any = false;
    for (unsigned i = 0; i < facts->n_things; i++) {
        const struct thing_fact *thing = &facts->things[i];
        if (thing->kind != KIND_APPOINTMENT || thing->named)
            continue;
        if (!before)
            hers->last_booked = thing->date;
        if (before && before->date - thing->date > AT_ONCE) {
            each_year = (each_year || !any) && is_yearly(before, thing);
            any = true;
        }
        hers->times += !before || before->date - thing->date > AT_ONCE;
        before = thing;
        bool offered = !thing->lone || facts->next || details_has_price(facts->message->in_subject);
        double worth = thing->share * (thing->theirs ? 1 : ELSEWHERE) * (offered ? 1 : LONE);
        if (worth > best) {
            best = worth;
            hers->booked = thing->words;
        }
    }
    double over_a_year = MAX(days_since(facts, hers->last_booked) - YEAR, 0);
    double aged = hers->times ? exp2(-over_a_year / LONG_AGO) : 0;
    const double *by_times = each_year ? yearly : usual;
    bool over = each_year && facts->passed && !facts->next;
    hers->again = over ? 0 : best * by_times[MIN(hers->times, G_N_ELEMENTS(usual) - 1)] * aged;
}

/* What she bought, from anybody, is what she cares for, also when no more of it is due. */
static void find_owned(const struct facts *facts, struct hers *hers)
{
    for (unsigned i = 0; i < facts->n_things; i++) {
        const struct thing_fact *thing = &facts->things[i];
        if (!is_goods(thing) || thing->share <= hers->owned)
            continue;
        hers->owned = thing->share;
        hers->had = thing->words;
        hers->had_at = thing->date;
    }
}

bool hers_is_notice(const struct facts *facts)
{
    static const uint64_t kinds = 1u << KIND_NEWSLETTER | 1u << KIND_PROMOTION | 1u << KIND_OTHER |
                                  1u << KIND_ACCOUNT;
    const char *key = facts->her_business;
    /* What is sent back "free of charge" is not sold. */
    bool sells = facts->kind.discount >= SELLS && facts->kind.discounts > 1;
    return key && !business_is_day(key) && kinds >> facts->kind.kind & 1 && !sells &&
           !auth_is_unproven(facts->entitled);
}

struct hers hers_known(const struct facts *facts)
{
    struct hers hers = {0};
    find_due(facts, &hers);
    find_deadline(facts, &hers);
    find_again(facts, &hers);
    find_owned(facts, &hers);
    find_price(facts, &hers);
    hers.notice = hers_is_notice(facts);
    return hers;
}

struct hers hers_of(const struct facts *facts)
{
    /* What she said outright is the last word. */
    return facts_refused(facts) ? (struct hers){0} : hers_known(facts);
}

double hers_moment(const struct hers *hers)
{
    return MAX(MAX(hers->due, hers->season), MAX(hers->deadline, hers->again));
}

static bool is_of_hers(const struct facts *facts, const char *word)
{
    bool found = false;
    for (unsigned i = 0; i < facts->n_things && !found; i++) {
        g_auto(GStrv) words = g_strsplit(facts->things[i].words, " ", 0);
        found = g_strv_contains((const char *const *)words, word);
    }
    return found;
}

/* Who writes often, and in vain, is not spared what that has come to by naming what is hers each time; what
 * the subject says rarely is not the less hers for all the rest. */
static double how_seldom(const struct facts *facts)
{
    double vain = facts->volume.sent - VAIN * facts->volume.acted;
    bool known = facts->tally[LEVEL_ORGANISATION].received > 2 * facts->volume.sent; /* what they write of */
    for (unsigned i = 0; known && i < facts->n_words && vain > OFTEN; i++)
        if (is_of_hers(facts, facts->words[i].word))
            vain = MIN(vain, NAMED * (facts->words[i].here->seen - VAIN * facts->words[i].here->acted));
    return 1 / (1 + MAX(vain - OFTEN, 0) / OFTEN * 2);
}

double hers_share(const struct hers *hers, const struct facts *facts, const struct findings *findings)
{
    const double values[] = {
        [DUE] = hers->due, [SEASON] = hers->season, [DEADLINE] = hers->deadline, [AGAIN] = hers->again};
    double most = 0;
    for (size_t i = 0; i < G_N_ELEMENTS(values); i++)
        most = MAX(most, values[i] * findings_worth(findings, &specs[i]));
    return hers->notice ? SPARED_MOST : MIN(2 * most, 1) * SPARED_MOST * how_seldom(facts);
}

static void judge_price(const struct hers *hers, struct findings *out)
{
    const struct thing_fact *thing = hers->priced;
    g_autofree char *currency = g_utf8_strup(thing->details.currency, -1);
    bool dearer = hers->dearer > 0;
    char day[40];
    findings_add(out, &specs[dearer ? DEARER : CHEAPER], dearer ? hers->dearer : hers->cheaper,
                 "%s for %.2f%s%s; you paid %.2f on %s", thing->words,
                 dearer ? thing->highest : thing->lowest, *currency ? " " : "", currency,
                 thing->details.price, text_day(thing->date, day, sizeof day));
}

static void judge(const struct facts *facts, struct findings *out)
{
    struct hers hers = hers_of(facts);
    char every[40], ago[40], day[40], span[40], times[20];
    if (hers.due > 0)
        findings_add(out, &specs[DUE], hers.due, "you buy %s about every %s, the last time %s ago",
                     hers.bought,
                     text_duration((int64_t)(hers.every * DAY), every, sizeof every),
                     text_duration(facts->now - hers.last_bought, ago, sizeof ago));
    if (hers.season > hers.due)
        findings_add(out, &specs[SEASON], hers.season, "you bought %s at this time of the year", hers.bought);
    if (hers.deadline > 0) {
        int64_t over = when_day_ends(hers.day);
        const char *how = hers.joined_as == KIND_APPOINTMENT ? "booked on"
                          : hers.joined_as == KIND_RECEIPT || hers.joined_as == KIND_SHIPPING ? "bought on"
                                                             : "confirmed on";
        findings_add(out, &specs[DEADLINE], hers.deadline, "%s is in %s: about %s, %s %s",
                     text_day(over - 1, day, sizeof day),
                     text_duration(over - facts->now, span, sizeof span), hers.joined, how,
                     text_day(hers.joined_at, ago, sizeof ago));
    }
    if (hers.owned > 0 && hers.due <= 0 && hers.season <= 0)
        findings_add(out, &specs[OWNED], hers.owned, "you bought %s %s ago", hers.had,
                     text_duration(facts->now - hers.had_at, ago, sizeof ago));
    if (hers.cheaper > 0 || hers.dearer > 0)
        judge_price(&hers, out);
    if (hers.again > 0)
        findings_add(out, &specs[AGAIN], hers.again, "you booked %s %s, the last %s ago", hers.booked,
                     text_times(hers.times, times, sizeof times),
                     text_duration(facts->now - hers.last_booked, ago, sizeof ago));
    if (hers.notice)
        findings_add(out, &specs[NOTICE], 1, "%s, known since %s", facts->her_business,
                     text_day(facts->business_since, day, sizeof day));
}

const struct filter filter_hers = {
    "hers", "about what you buy, book or take part in", specs, G_N_ELEMENTS(specs), judge,
};
