/* What the words of a subject have meant to her: learned from outcomes, word by word, from anybody and
 * from this organisation. Its values are learned weights, so they are added as they are. */
#include <math.h>

#include "filters/filter.h"

enum { HERE, ANYWHERE, OTHERS, BIAS };

static const struct finding_spec specs[] = {
    [HERE] = {"words.here", AXIS_USEFUL, 1.0, "a word in this organisation's subjects",
              .spares = true, .fixed = true},
    [ANYWHERE] = {"words.anywhere", AXIS_USEFUL, 1.0, "a word in anybody's subjects",
                  .spares = true, .fixed = true},
    [OTHERS] = {"words.others", AXIS_USEFUL, 1.0, "the other words of the subject", .spares = true,
                .fixed = true},
    [BIAS] = {"words.sender", AXIS_USEFUL, 1.0, "what neither counts nor words of this sender explain",
              .scope = OF_SENDER, .spares = true, .fixed = true},
};

#define TOLD_FROM 0.15 /* logits; what is less is summed up */
#define MOST_TOLD 8

static void add_word(const struct facts *facts, const struct weight *weight, const char *word, int which,
                     int *told, double *others, struct findings *out)
{
    if (fabs(weight->value) < TOLD_FROM || *told >= MOST_TOLD) {
        *others += weight->value;
        return;
    }
    ++*told;
    findings_add(out, &specs[which], weight->value, "'%s'%s%s: acted on %.*f of %.0f", word,
                 which == HERE ? " from " : "", which == HERE ? facts->relation : "",
                 weight->acted == floor(weight->acted) ? 0 : 1, weight->acted, weight->seen);
}

static void judge(const struct facts *facts, struct findings *out)
{
    int told = 0;
    double others = 0;
    if (facts->proven == AUTH_FAIL) /* its words were learned from somebody else */
        return;
    for (unsigned i = 0; i < facts->n_words; i++) {
        const struct word_fact *fact = &facts->words[i];
        add_word(facts, fact->here, fact->word, HERE, &told, &others, out);
        add_word(facts, fact->anywhere, fact->word, ANYWHERE, &told, &others, out);
    }
    if (others)
        findings_add(out, &specs[OTHERS], others, "%s", "");
    double bias = 0;
    if (facts->bias_organisation)
        bias = facts->bias_organisation->value + facts->bias_sender->value;
    if (bias)
        findings_add(out, &specs[BIAS], bias, "%s", "");
}

const struct filter filter_words = {
    "words", "what the words of a subject have meant to you", specs, G_N_ELEMENTS(specs), judge,
};
