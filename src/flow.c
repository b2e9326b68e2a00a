/* The way of a message through the house, on one page:
 *
 *     bytes -> message -> facts -> findings -> scores -> verdict
 *              parse      recall   filters     score     rules, decide
 *
 * Delivery, the pipe filter, `why` and whatever comes later all judge by this function; they differ only
 * in what they do with the verdict (src/act, src/front, src/cmd). */
#include "filters/filter.h"
#include "flow.h"
#include "mail/heed-fields.h"
#include "mail/layout.h"

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

enum status flow_read(const struct config *config, const struct spool *spool, struct judgement **out,
                      struct err *err)
{
    owned(judgement) j = g_new0(struct judgement, 1);
    owned(layout) layout = layout_read(spool);
    enum status status = message_parse(spool, layout->start, &config->limits, &j->message, err);
    if (!status && spool_failed(spool))
        status = err_set(err, STATUS_IO, "cannot read all of the message");
    if (status)
        return status;
    j->sender = sender_read(j->message);
    if (message_header(j->message, HEED_FIELD_SEAL)) {
        j->id = layout_id(spool, layout);
        j->content = seal_content(spool, layout);
    }
    facts_read(config, j->message, j->sender, &j->facts);
    *out = g_steal_pointer(&j);
    return STATUS_OK;
}

void flow_decide(struct reader *reader, const struct envelope *envelope, int64_t now, struct judgement *j)
{
    j->facts.now = now;
    recall(reader, envelope, &j->facts);
    j->findings = flow_weigh(reader->config, reader->rules, &j->facts, &j->scores, &j->verdict);
}

enum status flow_judge(struct reader *reader, const struct envelope *envelope, const struct spool *spool,
                       enum moment moment, int64_t clock, struct judgement **out, struct err *err)
{
    enum status status = flow_read(reader->config, spool, out, err);
    if (!status) {
        (*out)->facts.known = moment == AT_CLOCK;
        flow_decide(reader, envelope, moment == AT_ARRIVAL ? message_arrived((*out)->message, clock) : clock,
                    *out);
    }
    /* What could not be read is not what is not there: half of what is known would judge wrongly. */
    if (!status && reader->book)
        status = book_sound(reader->book, err);
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
    g_free(judgement->id);
    g_free(judgement->content);
    g_free(judgement);
}
