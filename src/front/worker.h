/* Judging and indexing happen in a process of their own, since both read what a stranger wrote: it may
 * crash, hang or be taken over, and the message is delivered all the same. The parent only moves bytes. */
#ifndef HEED_WORKER_H
#define HEED_WORKER_H

#include "act/headers.h"
#include "base/placement.h"
#include "reader/sources.h"
#include "base/spool.h"

/* What the worker says is to be done with the message. */
struct order {
    bool keep;                /* the message carries a sealed verdict: leave its headers as they are */
    enum placement placement;
    char *folder;             /* below the mail root; "" for the usual one */
    char *block;              /* header fields to put before the message */
};
void order_clear(struct order *order);

struct worker;

/* Forks a worker that judges the message. SOURCES has the settings; the worker opens book, key and index
 * itself. FOLDER is what the command line asked for, or NULL. With STORES, worker_index() is to follow.
 * Returns NULL where there is no process to be had. */
struct worker *worker_start(const struct sources *sources, const struct spool *spool, const char *folder,
                            bool stores);

/* Waits up to SECONDS for the verdict. Returns NULL with *ORDER filled in (order_clear() it), or a word for
 * what went wrong: "crashed", "timeout", "garbled". */
const char *worker_order(struct worker *worker, double seconds, struct order *order);

/* What the worker says last. */
#define WORKER_INDEXED '.'
#define WORKER_LEFT_IT 'w'   /* waiting, or missed: INTERNALS.md */
#define WORKER_ELSEWHERE 'e' /* left alone: the mail root is elsewhere (sources.h) */

/* Tells the worker that the message is at PATH, and waits up to SECONDS until it is indexed and tagged, or is left to
 * the next sync. Returns what the worker says, or 0. */
char worker_index(struct worker *worker, const char *path, double seconds);

/* Ends the worker if it still runs, and forgets it. May be NULL. */
void worker_stop(struct worker *worker);

#endif
