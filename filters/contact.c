/* Whether she is in conversation with the author: she has written to them, or this answers her. */
#include "filters/filter.h"
#include "base/text.h"

enum { WRITTEN, ANSWER, THREAD, REPORT, WRITTEN_TRUST, WRITTEN_PERSONAL, ANSWER_PERSONAL, REPORT_PERSONAL };

static const struct finding_spec specs[] = {
    [WRITTEN] = {"contact.written", AXIS_USEFUL, 1.5, "you have written to the author", .scope = OF_SENDER},
    [ANSWER] = {"contact.answer", AXIS_USEFUL, 1.0, "an answer to a message of yours"},
    [THREAD] = {"contact.thread", AXIS_USEFUL, 0.6, "in a conversation you have taken part in"},
    [REPORT] = {"contact.report", AXIS_USEFUL, 2.0, "says what became of a letter of yours"},
    [WRITTEN_TRUST] = {"contact.known", AXIS_TRUST, 1.0, "you have written to the author"},
    [WRITTEN_PERSONAL] = {"contact.correspondent", AXIS_PERSONAL, 1.5, "you have written to the author"},
    [ANSWER_PERSONAL] = {"contact.conversation", AXIS_PERSONAL, 2.0, "part of a conversation of yours"},
    [REPORT_PERSONAL] = {"contact.letter", AXIS_PERSONAL, 2.0, "about a letter of yours"},
};

#define LEFT 0.25 /* of having written to somebody, where all is known of their letters */
#define HALF 4    /* letters known at which half of the rest is left */

#define TALK 2.5  /* values of ANSWER and THREAD: who ends conversations and who goes on with them differ more
                     than anything else, so these are learned in larger steps than their weights would be */
#define PUBLIC 0.25 /* of all this on a list, where everybody writes to all */

static void judge_talk(const struct facts *facts, double share, struct findings *out)
{
    double value = share * TALK;
    if (facts->answers_her)
        findings_add(out, &specs[ANSWER], value, "%s", "in reply to a message of yours");
    else if (facts->thread_is_hers)
        findings_add(out, &specs[THREAD], value, "%s", "you have written in this thread");
    if (facts->answers_her || facts->thread_is_hers)
        findings_add(out, &specs[ANSWER_PERSONAL], 1, "%s", "");
}

static void judge(const struct facts *facts, struct findings *out)
{
    if (facts->about_hers) { /* servers send them under names that prove little */
        findings_add(out, &specs[REPORT], 1, "%s", facts->kind.why);
        findings_add(out, &specs[REPORT_PERSONAL], 1, "%s", "");
    }
    /* A forged author has none of the author's standing. */
    if (facts->proven == AUTH_FAIL)
        return;
    double share = facts->discussion ? PUBLIC : 1;
    if (facts->contact.written > 0) { /* what became of their letters says more, the more there are */
        double known = facts->tally[LEVEL_SENDER_KIND].received;
        char day[32];
        uint32_t n = facts->contact.written;
        findings_add(out, &specs[WRITTEN], share * (LEFT + (1 - LEFT) * HALF / (known + HALF)),
                     "you wrote to %s %u time%s, last on %s",
                     facts->sender->address, n, n == 1 ? "" : "s",
                     text_day(facts->contact.last, day, sizeof day));
        findings_add(out, &specs[WRITTEN_TRUST], 1, "%s", "");
        findings_add(out, &specs[WRITTEN_PERSONAL], 1, "%s", "");
    }
    judge_talk(facts, share, out);
}

const struct filter filter_contact = {
    "contact", "people you write to and threads you take part in", specs, G_N_ELEMENTS(specs), judge,
};
