/* How far a message is about what she buys, books or takes part in, and how well it comes. */
#ifndef HEED_HERS_H
#define HEED_HERS_H

#include "filters/finding.h"
#include "store/facts.h"

#define SELLS 4 /* words of discounts in 100, or of urgency, that neither a receipt nor a recall has */
#define SPARED_MOST 0.95 /* of hers_share(): something of what a sender's mail has come to always counts */

/* Each 0 to 1; strings are borrowed from the facts. */
struct hers {
    double due;      /* something that she buys again and again */
    double season;   /* something that she buys at this time of the year */
    double deadline; /* a day to come of what she takes part in */
    double again;    /* what she has booked before */
    double owned;    /* something that she bought, from whomever and whenever */
    double cheaper;  /* what she bought is to cost less than she paid */
    double dearer;   /* what she pays for again and again is to cost more */
    bool notice;     /* names an order or a booking that exists, and sells nothing */
    const char *bought, *joined, *booked, *had; /* the words of what was */
    int64_t last_bought, joined_at, last_booked, had_at;
    int64_t day;     /* noon of the day of the deadline */
    enum kind joined_as; /* what told of what it is for */
    const struct thing_fact *priced; /* whose price it names; or NULL */
    double every;    /* days between two purchases; 0: no rhythm */
    double ahead;    /* days until the end of a day to come that is hers, however far; 0: there is none */
    unsigned purchases; /* of it, with the same relation; those within four days are one */
    unsigned times;  /* booked */
};

/* Nothing of a sender to whom she said no outright. Pure. */
struct hers hers_of(const struct facts *facts);

/* The same of any sender. Pure. */
struct hers hers_known(const struct facts *facts);

/* Whether it names a number that she has with its sender, and does not sell. Pure. */
bool hers_is_notice(const struct facts *facts);

/* How far HERS says that its moment has come, whatever else it is: 0 to 1. Pure. */
double hers_moment(const struct hers *hers);

/* How much of what became of the sender's other mail does not count against it: 0 to SPARED_MOST; the less,
 * the less such messages turned out to be worth to her, by what FINDINGS know of their weights; and the more
 * their sender writes to many in vain. */
double hers_share(const struct hers *hers, const struct facts *facts, const struct findings *findings);

#endif
