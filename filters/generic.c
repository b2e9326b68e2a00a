/* How far the message is the same for everyone: bulk headers, trackers, pictures instead of text, the
 * vocabulary of urgency and discounts - against being about her. */
#include <string.h>

#include "filters/claim.h"
#include "filters/filter.h"
#include "base/text.h"

enum {
    BULK, TRACKERS, LOUD, TRANSACTION, PERSON, ADDRESSED, NAMED, MERGED, REPEATED, PICTURES, BUSINESS,
    HER_BUSINESS, GENERIC_LOUD, UNSAID
};

static const struct finding_spec specs[] = {
    [BULK] = {"generic.bulk", AXIS_PERSONAL, -1.5, "sent to many alike"},
    [TRACKERS] = {"generic.trackers", AXIS_PERSONAL, -0.4, "watches whether it is opened"},
    [LOUD] = {"generic.loud", AXIS_PERSONAL, -0.3, "words of urgency and discounts, per 100 words"},
    [TRANSACTION] = {"generic.transaction", AXIS_PERSONAL, 2.5, "about something you did"},
    [PERSON] = {"generic.person", AXIS_PERSONAL, 2.0, "written by a person"},
    [ADDRESSED] = {"generic.addressed", AXIS_PERSONAL, 0.4, "addressed to you alone"},
    [NAMED] = {"generic.named", AXIS_PERSONAL, 0.5, "your name stands in the text"},
    [MERGED] = {"generic.merged", AXIS_PERSONAL, 0.1, "your first name, which any mail merge fills in"},
    [REPEATED] = {"generic.repeated", AXIS_PERSONAL, -0.6, "they have sent nearly the same before"},
    [PICTURES] = {"generic.pictures", AXIS_PERSONAL, -0.2, "pictures instead of words"},
    [BUSINESS] = {"generic.business", AXIS_PERSONAL, 1.5, "names an order or a day that you have with them"},
    [HER_BUSINESS] = {"generic.order", AXIS_USEFUL, 0.2, "about an order or a day that you have with them"},
    [UNSAID] = {"generic.unsaid", AXIS_TRUST, -1.2, "a stranger's mail to many that does not say so"},
    [GENERIC_LOUD] = {"generic.shouting", AXIS_USEFUL, -0.05,
                      "words of urgency and discounts, per 100 words", .scope = OF_KIND, /* offers shout */
                      .spares = true},
};

static bool is_about_her(enum kind kind)
{
    return kind == KIND_RECEIPT || kind == KIND_SHIPPING || kind == KIND_CODE || kind == KIND_ACCOUNT ||
           kind == KIND_APPOINTMENT;
}

/* Her full name in the visible text; a first name is what every mail merge fills in. */
static bool has_name(const struct facts *facts)
{
    const char *name = facts->user_name;
    return name && strchr(name, ' ') && strlen(name) >= 5 && facts->message->text &&
           strstr(facts->message->text, name);
}

static bool has_first_name(const struct facts *facts)
{
    g_autofree char *first = g_strndup(facts->user_name, strcspn(facts->user_name, " "));
    return strlen(first) >= 3 &&
           (strstr(facts->message->subject, first) || strstr(facts->message->text, first));
}

static void judge_text(const struct facts *facts, struct findings *out)
{
    const struct message *message = facts->message;
    unsigned alike = 0;
    for (unsigned i = 0; i < facts->n_recent; i++)
        alike += fingerprints_match(facts->fingerprint, facts->recent[i].fingerprint);
    if (alike && !is_about_her(facts->kind.kind))
        findings_add(out, &specs[REPEATED], MIN(alike, 3), "nearly the text of %u of the last %u", alike,
                     facts->n_recent);
    if (message->n_images > 1 && facts->kind.bulk) {
        double words = (double)strlen(message->text) / 6;
        findings_add(out, &specs[PICTURES], MIN(25 * message->n_images / MAX(words, 25), 4),
                     "%u pictures to about %.0f words", message->n_images, words);
    }
    if (facts->her_business) {
        char day[32];
        text_day(facts->business_since, day, sizeof day);
        findings_add(out, &specs[BUSINESS], 1, "%s, known since %s", facts->her_business, day);
        findings_add(out, &specs[HER_BUSINESS], 1, "%s, known since %s", facts->her_business, day);
    }
    if (has_name(facts))
        findings_add(out, &specs[NAMED], 1, "%s", "your full name");
    else if (has_first_name(facts))
        findings_add(out, &specs[MERGED], 1, "%s", "");
}

#define SIGNED 0.5 /* by a mailer, who has customers to lose */

/* Who asks leave to be left, as mailers must, says so in List-Unsubscribe (RFC 2369, RFC 8058). */
static bool is_unsaid(const struct facts *facts)
{
    bool many = facts->kind.kind == KIND_NEWSLETTER || facts->kind.kind == KIND_PROMOTION;
    return many && !facts->kind.bulk && facts->has_book && facts->stranger && !facts->hers &&
           facts->proven != AUTH_UNKNOWN; /* old mail and archives have no such field */
}

static void judge(const struct facts *facts, struct findings *out)
{
    const struct message *message = facts->message;
    if (is_unsaid(facts))
        findings_add(out, &specs[UNSAID], facts->mailed ? SIGNED : 1, "%s", facts->kind.why);
    if (facts->kind.bulk)
        findings_add(out, &specs[BULK], 1, "%s", "has the header fields of a bulk mailing");
    if (message->n_trackers)
        findings_add(out, &specs[TRACKERS], MIN(message->n_trackers, 3), "%u tracking image%s",
                     message->n_trackers, message->n_trackers == 1 ? "" : "s");
    double loud = MIN(facts->kind.urgency + facts->kind.discount, 10);
    if (loud > 0) {
        findings_add(out, &specs[LOUD], loud, "%.1f in 100 words", loud);
        if (facts->kind.bulk)
            findings_add(out, &specs[GENERIC_LOUD], loud, "%s", "");
    }
    if (is_about_her(facts->kind.kind) && !is_claim(facts))
        findings_add(out, &specs[TRANSACTION], 1, "%s", kind_name(facts->kind.kind));
    if (facts->kind.kind == KIND_PERSON)
        findings_add(out, &specs[PERSON], 1, "%s", "");
    if (facts->addressing.place && message->n_recipients == 1)
        findings_add(out, &specs[ADDRESSED], 1, "%s", "");
    judge_text(facts, out);
}

const struct filter filter_generic = {
    "generic", "the same for everyone, or about you", specs, G_N_ELEMENTS(specs), judge,
};
