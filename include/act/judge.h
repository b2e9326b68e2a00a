/* Judging a message in a process of its own, which may crash, hang or be taken over: it changes nothing,
 * and what it says is a plan that is checked. One message's judge judges no other, but where it sits. */
#ifndef HEED_JUDGE_H
#define HEED_JUDGE_H

#include "act/plan.h"
#include "reader/envelope.h"
#include "reader/reader.h"

struct judge_task {
    const struct spool *spool;
    const struct envelope *envelope; /* or NULL */
    const char *path, *id; /* where it lies and its name in the index, where it has these; else NULL */
    int64_t date;          /* of the message, by the index; 0: as it arrives now */
    bool sent;             /* it is tagged as what she sent */
    double seconds;        /* that judging may take */
};

/* Judges the message of TASK for READER, whose settings are open. *OUT is the plan, the caller's. Returns
 * NULL, or a word for what went wrong: "crashed", "timeout", "garbled", "no-process". */
const char *judge_message(struct reader *reader, const struct judge_task *task, struct plan **out);

/* What libraries make once is made here for all judges that are forked, by a message that nobody sent. */
void judge_warm_up(const struct config *config);

/* A judge that sits: it sees a few messages of one reader as they arrive, one after the other, where starting
 * one for each costs more than judging. What a message does to it, the next SITTING_MESSAGES - 1 at most may
 * suffer; so it goes when it has failed once. It has READER's settings and rules, and the book's file, as
 * they were when it was started, and what book and index say as it is. Who starts one does not have the book
 * open. NULL where no process can be started. */
#define SITTING_MESSAGES 16
struct sitting;
struct sitting *sitting_start(struct reader *reader);
void sitting_end(struct sitting *sitting);

/* As judge_message(); of TASK the envelope and the seconds. MESSAGE is a descriptor of what is judged;
 * KEYRING answers the judge's questions. */
const char *sitting_judge(struct sitting *sitting, const struct keyring *keyring, int message,
                          const struct judge_task *task, struct plan **out);

/* Whether it has seen as many as it may; and whether it has seen one alone, so that what went wrong is not of
 * another's making. */
bool sitting_is_first(const struct sitting *sitting);
bool sitting_is_over(const struct sitting *sitting);

/* Somebody who has files judged for a process that must not fork judges itself: it has the book open to
 * write, and SQLite lets no child open it anew (sqlite.org/howtocorrupt.html, 2.6). To be started before
 * the book is opened. */
struct judge_server;
STATUS_CHECK enum status judge_server_start(struct reader *reader, struct judge_server **out,
                                            struct err *err);
void judge_server_free(struct judge_server *server);
OWNED_DEFINE(judge_server)

/* The plan for the file PATH of RECORD; NULL where it cannot be read or judged. */
struct plan *judge_server_ask(struct judge_server *server, const char *path, const struct record *record);

#endif
