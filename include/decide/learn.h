/* Learning what matters to one user: an online logistic model of deviations from the shipped weights, moved
 * after each outcome by its gradient. Source: logistic regression by stochastic gradient descent with
 * per-feature rates (AdaGrad: Duchi, Hazan, Singer, JMLR 12, 2011), as in Gmail's Priority Inbox
 * (Aberdeen, Pacovsky, Slater 2010). */
#ifndef HEED_LEARN_H
#define HEED_LEARN_H

#include <glib.h>

#include "store/book.h"
#include "store/facts.h"
#include "filters/finding.h"
#include "base/owned.h"

/* What a message was judged by, as far as it can be learned from: FIXED logits that shipped weights give, and
 * features that each add learned weight x value. */
struct features;

struct features *features_of(const struct facts *facts, const struct findings *findings);
void features_free(struct features *features);
OWNED_DEFINE(features)

/* To keep them in the book until the outcome is known. NULL where BYTES are not features. */
GBytes *features_pack(const struct features *features);
struct features *features_unpack(GBytes *bytes);

/* Moves the weights of BOOK towards an outcome: ACTED is 0 to 1 (outcome_acted()), IMPORTANCE how many
 * ordinary outcomes it counts for. */
void learn(struct book *book, const struct features *features, double acted, double importance);

#endif
