/* The way of a message through the house, on one page:
 *
 *     bytes -> message -> facts -> findings -> scores -> verdict
 *              parse      recall   filters     score     rules, decide
 *
 * Delivery, the pipe filter, `why` and whatever comes later all judge by this function; they differ only
 * in what they do with the verdict (src/act, src/front, src/cmd). */
#include "filters/filter.h"
#include "flow.h"
#include "act/headers.h"

struct findings *flow_weigh(const struct config *config, const struct rules *rules, const struct facts *facts,
                            struct scores *scores, struct verdict *verdict)
{
    struct ruling ruling;
    struct findings *findings = filters_judge(facts);
    *scores = score_findings(findings);
    rules_apply(rules, facts, findings, scores, &ruling);
    *verdict = verdict_with(decide(config, facts, scores), &ruling);
    return findings;
}

enum status flow_read(const struct config *config, const struct spool *spool, uint64_t start,
                      struct judgement **out, struct err *err)
{
    owned(judgement) j = g_new0(struct judgement, 1);
    enum status status = message_parse(spool, start, &config->limits, &j->message, err);
    if (!status && spool_failed(spool))
        status = err_set(err, STATUS_IO, "cannot read all of the message");
    if (status)
        return status;
    j->sender = sender_read(j->message);
    if (message_header(j->message, HEADER_SEAL))
        j->content = seal_content(j->message, spool);
    facts_read(config, j->message, j->sender, &j->facts);
    *out = g_steal_pointer(&j);
    return STATUS_OK;
}

void flow_decide(struct sources *sources, int64_t now, struct judgement *j)
{
    j->facts.now = now;
    recall(sources, &j->facts);
    j->findings = flow_weigh(sources->config, sources->rules, &j->facts, &j->scores, &j->verdict);
}

enum status flow_judge(struct sources *sources, const struct spool *spool, uint64_t start,
                       enum moment moment, int64_t clock, struct judgement **out, struct err *err)
{
    enum status status = flow_read(sources->config, spool, start, out, err);
    if (!status) {
        (*out)->facts.known = moment == AT_CLOCK;
        flow_decide(sources, moment == AT_ARRIVAL ? message_arrived((*out)->message, clock) : clock, *out);
    }
    /* What could not be read is not what is not there: half of what is known would judge wrongly. */
    if (!status && sources->book)
        status = book_sound(sources->book, err);
    if (status)
        g_clear_pointer(out, judgement_free);
    return status;
}

void judgement_free(struct judgement *judgement)
{
    if (!judgement)
        return;
    findings_free(judgement->findings);
    facts_clear(&judgement->facts);
    sender_free(judgement->sender);
    message_free(judgement->message);
    g_free(judgement->content);
    g_free(judgement);
}
