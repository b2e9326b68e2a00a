/* How she is addressed in what people write, and what shape of letter it is: what is asked of her alone is
 * answered sooner than what she is shown. The shipped weights are those of logistic regressions over what
 * office workers, and readers of lists, answered (doc/evaluation.md); hers are learned. Of what is sent to
 * many the place tells nothing, and lists name her only where they mean her. */
#include <math.h>
#include <string.h>

#include "filters/filter.h"

enum {
    NOT, COPY, FEW, CROWD, NAMED, MENTIONED, CONTINUES, DIRECT, REPLY, FORWARD, RESPONSE, LENGTHY, BRIEF,
    LONG, ATTACHED, ASKS, GREETED, WITH
};

static const struct finding_spec specs[] = {
    [NOT] = {"addressed.not", AXIS_USEFUL, -2.1, "none of your addresses is in To or Cc"},
    [COPY] = {"addressed.copy", AXIS_USEFUL, -0.4, "a copy for you"},
    [FEW] = {"addressed.few", AXIS_USEFUL, 0.4, "to you, or to you and one other"},
    [CROWD] = {"addressed.crowd", AXIS_USEFUL, -0.3, "to you among many"},
    [NAMED] = {"addressed.named", AXIS_USEFUL, 2.0, "to a list, and to you by name"},
    [MENTIONED] = {"addressed.mentioned", AXIS_USEFUL, 0.8, "to a list, with a copy for you"},
    [CONTINUES] = {"addressed.continues", AXIS_USEFUL, -1.0, "goes on with what was said on a list"},
    [DIRECT] = {"addressed.answered", AXIS_USEFUL, 1.0, "a reply, to you before others"},
    [REPLY] = {"addressed.reply", AXIS_USEFUL, 0.1, "a reply"},
    [FORWARD] = {"addressed.forward", AXIS_USEFUL, 0.4, "forwarded to you"},
    [RESPONSE] = {"addressed.response", AXIS_USEFUL, -0.8, "an answer to an invitation"},
    [LENGTHY] = {"addressed.lengthy", AXIS_USEFUL, -0.6, "a long subject"},
    [BRIEF] = {"addressed.brief", AXIS_USEFUL, -0.5, "a line, or less"},
    [LONG] = {"addressed.long", AXIS_USEFUL, -0.4, "a long text, per doubling"},
    [ATTACHED] = {"addressed.attached", AXIS_USEFUL, 0.2, "something is attached"},
    [ASKS] = {"addressed.asks", AXIS_USEFUL, 0.2, "it asks something"},
    [GREETED] = {"addressed.greeted", AXIS_USEFUL, 0.2, "it begins with your name"},
    [WITH] = {"addressed.with", AXIS_USEFUL, 1.0, "who else it is to", .fixed = true},
};

#define LATER 0.75 /* of being named, where others are before her */
#define LENGTHY_SUBJECT 28 /* characters */
#define BRIEF_TEXT 64
#define LONG_TEXT 600
#define MANY 4 /* others */
#define GREETING 40 /* bytes of a text that a greeting takes */

static void judge_discussion(const struct addressing *a, struct findings *out)
{
    if (a->as == ADDRESSED_TO)
        findings_add(out, &specs[NAMED], a->place == 1 ? 1 : LATER, "in To, at place %u", a->place);
    if (a->as == ADDRESSED_COPY)
        findings_add(out, &specs[MENTIONED], 1, "in Cc");
    if (a->subject == SUBJECT_REPLY)
        findings_add(out, &specs[CONTINUES], 1, "%s", "");
}

static void judge_recipients(const struct facts *facts, struct findings *out)
{
    const struct addressing *a = &facts->addressing;
    if (a->as == ADDRESSED_UNKNOWN)
        return;
    double with = 0;
    for (unsigned i = 0; i < facts->n_with; i++)
        with += facts->with[i]->value;
    if (with)
        findings_add(out, &specs[WITH], with, "%s", "");
    if (facts->discussion) {
        judge_discussion(a, out);
        return;
    }
    if (a->as == ADDRESSED_NOT)
        findings_add(out, &specs[NOT], 1, "to %u others", a->others);
    if (a->as == ADDRESSED_COPY)
        findings_add(out, &specs[COPY], 1, "in Cc, with %u others", a->others);
    if (a->others <= 1 && a->as != ADDRESSED_NOT)
        findings_add(out, &specs[FEW], 1, "%s", a->others ? "and one other" : "to you alone");
    if (a->others >= MANY)
        findings_add(out, &specs[CROWD], 1, "%u others", a->others);
}

/* "Hello Robin," where she is Robin Reader. */
static bool is_greeted(const struct facts *facts)
{
    g_autofree char *name = g_strndup(facts->user_name, strcspn(facts->user_name, " "));
    const char *at = strlen(name) >= 3 ? strstr(facts->message->text, name) : NULL;
    return at && at - facts->message->text < GREETING;
}

static void judge_letter(const struct facts *facts, struct findings *out)
{
    const struct addressing *a = &facts->addressing;
    if (a->subject == SUBJECT_REPLY) {
        findings_add(out, &specs[REPLY], 1, "%s", "");
        if (a->as == ADDRESSED_TO && a->place <= 2 && !facts->answers_her) /* which says it better */
            findings_add(out, &specs[DIRECT], 1, "%s in To", a->place == 1 ? "first" : "second");
    } else if (a->subject == SUBJECT_FORWARD) {
        findings_add(out, &specs[FORWARD], 1, "%s", "");
    } else if (a->subject == SUBJECT_RESPONSE) {
        findings_add(out, &specs[RESPONSE], 1, "%s", "");
    }
    if (a->subject_length >= LENGTHY_SUBJECT)
        findings_add(out, &specs[LENGTHY], 1, "%u characters", a->subject_length);
    if (a->text_length < BRIEF_TEXT)
        findings_add(out, &specs[BRIEF], 1, "%u characters", a->text_length);
    if (a->text_length > LONG_TEXT)
        findings_add(out, &specs[LONG], MIN(log2((double)a->text_length / LONG_TEXT), 3), "%u characters",
                     a->text_length);
    if (facts->message->n_attachments)
        findings_add(out, &specs[ATTACHED], 1, "%s", "");
    if (a->asks)
        findings_add(out, &specs[ASKS], 1, "%s", "");
    if (is_greeted(facts))
        findings_add(out, &specs[GREETED], 1, "%s", "");
}

static void judge(const struct facts *facts, struct findings *out)
{
    enum kind kind = facts->kind.kind;
    if (!facts->has_book || facts->proven == AUTH_FAIL || (kind != KIND_PERSON && kind != KIND_LIST))
        return;
    judge_recipients(facts, out);
    if (kind == KIND_PERSON)
        judge_letter(facts, out);
}

const struct filter filter_addressed = {
    "addressed", "how people address you, and what shape of letter it is", specs, G_N_ELEMENTS(specs), judge,
};
