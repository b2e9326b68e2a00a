/* The one way through the house. */
#ifndef HEED_FLOW_H
#define HEED_FLOW_H

#include "store/facts.h"
#include "filters/finding.h"
#include "decide/score.h"
#include "reader/reader.h"

/* Everything about one judged message. Owned by whoever got it from flow_judge(). */
struct judgement {
    struct message *message;
    struct sender *sender;
    struct facts facts;
    struct findings *findings;
    struct scores scores;
    struct verdict verdict;
    char *id, *content; /* layout_id() and seal_content(), where the message carries a seal; else NULL */
};

/* As of when a message is judged. */
enum moment {
    AT_ARRIVAL, /* as message_arrived() tells */
    AT_CLOCK,   /* now, long after it came perhaps: what became of it is no evidence about itself */
};

/* Judges the message in SPOOL: parse, recall, filters, score, rules, decide. ENVELOPE may be NULL. CLOCK
 * is the present, seconds since the epoch. Changes nothing anywhere. Errors: STATUS_IO where the spool
 * cannot be read. */
STATUS_CHECK enum status flow_judge(struct reader *reader, const struct envelope *envelope,
                                    const struct spool *spool, enum moment moment, int64_t clock,
                                    struct judgement **out, struct err *err);

/* Its first half, parse, which looks at nothing but the bytes and the settings: many threads may read at
 * once. The second, as of NOW, needs the judgement that flow_read() made. */
STATUS_CHECK enum status flow_read(const struct config *config, const struct spool *spool,
                                   struct judgement **out, struct err *err);
void flow_decide(struct reader *reader, const struct envelope *envelope, int64_t now,
                 struct judgement *judgement);

/* Judges again from other facts about the same message: what a change of them would do. The findings are the
 * caller's. */
struct findings *flow_weigh(const struct config *config, const struct rules *rules, const struct facts *facts,
                            struct scores *scores, struct verdict *verdict);

void judgement_free(struct judgement *judgement);
OWNED_DEFINE(judgement)

#endif
