/* Whether the receiving server could tell that the message is from whom it says, and whether it is a first
 * contact. Passing says who sent it, not that they mean well; where nobody trusted said anything, nothing
 * is concluded. */
#include <string.h>

#include "filters/filter.h"

enum { PASS, VOUCHED, LIST, NO_LIST, FAIL, NOTHING, UNSEEN, KNOWN, LAPSED, TWO_AUTHORS, DISTRUSTED };

static const struct finding_spec specs[] = {
    [PASS] = {"authentication.pass", AXIS_TRUST, 1.5, "proven to be from whom it says"},
    [VOUCHED] = {"authentication.forwarded", AXIS_TRUST, 1.2, "proven to a forwarder whose word is taken"},
    [LIST] = {"authentication.list", AXIS_TRUST, -0.3,
              "sent on by a list you follow, which cannot prove the author"},
    [NO_LIST] = {"authentication.no-list", AXIS_TRUST, -2.0,
                 "names a list whose mail was proven so far, and does not come from it"},
    [FAIL] = {"authentication.fail", AXIS_TRUST, -3.5, "not from whom it says"},
    [NOTHING] = {"authentication.none", AXIS_TRUST, -0.8, "nothing proves from whom it is",
                 .scope = OF_SENDER},
    [UNSEEN] = {"authentication.first-contact", AXIS_TRUST, -0.7, "a first message, or hardly more",
                .scope = OF_SENDER},
    [KNOWN] = {"authentication.known", AXIS_TRUST, 1.0, "an organisation whose mail you act on"},
    [LAPSED] = {"authentication.lapsed", AXIS_TRUST, -2.0,
                "earlier mail of this organisation was proven, this is not"},
    [TWO_AUTHORS] = {"authentication.authors", AXIS_TRUST, -1.0, "names more than one author"},
    [DISTRUSTED] = {"authentication.distrusted", AXIS_USEFUL, -1.5, "not from whom it says"},
};

/* Of mail that fails or proves nothing, much is genuine: where the domain itself tells servers to let it
 * pass, mailings that those who send them sign, and letters from hosts that people keep themselves. */
#define LENIENT 0.4
#define SIGNED 0.4
#define LETTER 0.7
#define BUSINESS 1.5 /* what companies send, they sign; who wants to be taken for one cannot */
#define OF_PLATFORM 0.5 /* of a proof that is a platform's, where a customer wrote whom nobody proves */
#define OF_HOST 0.5     /* of a host that may write (SPF), where nothing is signed and no policy says more */
#define OF_MAILBOX 0.4  /* of one that is a mailbox's, which anybody can have under any name */

static double nothing_counts(const struct facts *facts)
{
    static const double worth[] = {
        [KIND_PERSON] = LETTER, [KIND_LIST] = LETTER, [KIND_RECEIPT] = BUSINESS, [KIND_SHIPPING] = BUSINESS,
        [KIND_CODE] = BUSINESS, [KIND_ACCOUNT] = BUSINESS, [KIND_PROMOTION] = BUSINESS,
    };
    unsigned kind = facts->kind.kind;
    return facts->mailed ? SIGNED : kind < G_N_ELEMENTS(worth) && worth[kind] > 0 ? worth[kind] : 1;
}

/* A platform's customers write whatever they want; its proof says that it sent it on. Whether one who says
 * that he is somebody she knows is that one, the filter for imitations weighs; hosts of customers the one for
 * lures. */
static double pass_counts(const struct facts *facts)
{
    const struct sender *sender = facts->sender;
    bool customer = !sender->free_mail && !strcmp(sender->relation, sender->address);
    bool unknown = facts->stranger && !facts->imitation.organisation;
    if (!unknown || sender->relayed)
        return 1;
    const struct auth *auth = &facts->auth;
    bool host_only = auth->spf_aligned && !auth->dkim_aligned && auth->dmarc != AUTH_PASS;
    return sender->free_mail ? OF_MAILBOX : customer ? OF_PLATFORM : host_only ? OF_HOST : 1;
}

/* Those who are imitated sign their mail, whatever they tell servers. */
static double fail_counts(const struct facts *facts)
{
    const struct sender *sender = facts->sender;
    bool forwarded = facts->mailed || sender->free_mail || *facts->auth.forwarder;
    bool lenient = facts->auth.lenient && (forwarded || !organisation_is_brand(sender->organisation));
    return !lenient ? 1 : facts->mailed ? LENIENT * SIGNED : LENIENT;
}

static void judge_result(const struct facts *facts, struct findings *out)
{
    const struct auth *auth = &facts->auth;
    const char *organisation = facts->sender->organisation;
    if (facts->sent_on) {
        findings_add(out, &specs[LIST], 1, "%s sent on what says %s", facts->relation,
                     facts->sender->address);
        return;
    }
    if (auth->vouched && auth->dmarc != AUTH_PASS)
        findings_add(out, &specs[VOUCHED], 1, "%s found dmarc=%s, but it was %s's when it was forwarded",
                     auth->server, auth_result_name(auth->dmarc), organisation);
    else if (facts->proven == AUTH_PASS)
        findings_add(out, &specs[PASS], pass_counts(facts), "%s says dmarc=%s, spf=%s, dkim=%s for %s",
                     auth->server, auth_result_name(auth->dmarc), auth_result_name(auth->spf),
                     auth_result_name(auth->dkim), organisation);
    else if (facts->proven == AUTH_FAIL) {
        double much = fail_counts(facts);
        findings_add(out, &specs[FAIL], much, "says %s, but %s found dmarc=%s, spf=%s, dkim=%s%s%s",
                     organisation, auth->server, auth_result_name(auth->dmarc),
                     auth_result_name(auth->spf), auth_result_name(auth->dkim),
                     *auth->forwarder ? "; forwarded by " : "", auth->forwarder);
        findings_add(out, &specs[DISTRUSTED], much, "%s%s", "authentication failed",
                     auth->lenient ? ", which its domain tells servers to let pass" : "");
    } else if (facts->proven == AUTH_NONE)
        findings_add(out, &specs[NOTHING], nothing_counts(facts),
                     "%s found nothing that proves %s", auth->server, organisation);
    if (!facts->discussion && facts_lapsed(facts)) /* whose own proof is another matter */
        findings_add(out, &specs[LAPSED], 1, "%u of %u earlier messages from %s were proven",
                     facts->genuine.proven, tally_total(&facts->genuine), organisation);
}

static void judge(const struct facts *facts, struct findings *out)
{
    const struct tally *earlier = &facts->tally[LEVEL_ORGANISATION];
    judge_result(facts, out);
    if (facts->has_book && facts->stranger)
        findings_add(out, &specs[UNSEEN], 1, "%s from %s before",
                     tally_total(earlier) ? "next to nothing" : "nothing", facts->relation);
    if (facts->proven != AUTH_FAIL && !auth_is_unproven(facts->entitled) && earlier->acted > 0.5)
        findings_add(out, &specs[KNOWN], MIN(earlier->acted / 3, 1), "%s", facts->relation);
    if (facts->no_list)
        findings_add(out, &specs[NO_LIST], 1, "%s", facts->sender->list);
    if (facts->message->n_from > 1)
        findings_add(out, &specs[TWO_AUTHORS], 1, "%u mailboxes in From", facts->message->n_from);
}

const struct filter filter_authentication = {
    "authentication", "who sent it, by the receiving server's Authentication-Results", specs,
    G_N_ELEMENTS(specs), judge,
};
