/* One piece of evidence: a stable code, an axis, a value; with its weight it is a term of a score. */
#ifndef HEED_FINDING_H
#define HEED_FINDING_H

#include <stdbool.h>
#include <stddef.h>

#include <glib.h>

#include "base/owned.h"
#include "base/scores.h"

/* What a finding is about. The narrower, the more it sets one message apart from others. */
enum scope {
    OF_MESSAGE, /* this one */
    OF_SENDER,  /* whoever sent it: holds for all their mail of its kind; what the steps of a chain come to
                   together */
    OF_KIND,    /* all mail of its kind, whoever sent it */
};

/* What a filter can find. Part of the filter's constant table; the rule language, `heed filters` and the
 * explanation are made from it. */
struct finding_spec {
    const char *code;  /* "history.sender": filter, dot, what */
    enum axis axis;
    double weight;     /* shipped; in logits per unit of value */
    const char *says;  /* what it means, for a person */
    bool background;   /* holds for all mail alike: no reason why this one is where it is */
    enum scope scope;
    bool kept;         /* its detail is not for headers, which are forwarded */
    bool spares;       /* counts less against what is about something of hers: findings_spare() */
    bool spares_learned; /* so does what was learned of its weight, as far as that makes it more */
    bool fixed;        /* nothing is learned about its weight: its value itself was learned, or it must
                          hold */
};

struct finding {
    const struct finding_spec *spec;
    double value;
    double weight; /* shipped and learned */
    double term;  /* weight x value, rounded to hundredths: what is printed is what is added */
    char *detail; /* the facts behind it; clean one-line UTF-8 */
};

struct findings;

/* DEVIATIONS of this user from the shipped weights (book_deviations()), or NULL; borrowed. TERSE: details
 * stay "". */
struct findings *findings_new(GHashTable *deviations, bool terse);
void findings_free(struct findings *findings);

/* What was learned about the weight of SPEC, as a share of the shipped one: 1 at first, 0 to 1.5. */
double findings_worth(const struct findings *findings, const struct finding_spec *spec);

/* Of what speaks against a message and is of a spec that spares, or was learned of one that spares that,
 * SHARE (0 to 1) is left out from now on. */
void findings_spare(struct findings *findings, double share);
OWNED_DEFINE(findings)

/* Appends one; at most 500 are kept. Parts that round to nothing are left out unless DETAIL has something
 * to say. FORMAT's text may hold anything from a message: it is cleaned here. */
void findings_add(struct findings *findings, const struct finding_spec *spec, double value,
                  const char *format, ...) G_GNUC_PRINTF(4, 5);

size_t findings_count(const struct findings *findings);
const struct finding *findings_at(const struct findings *findings, size_t index);

/* Sum of the parts on AXIS, in logits. */
double findings_sum(const struct findings *findings, enum axis axis);

#endif
