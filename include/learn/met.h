/* Meeting a message of the index for the first time; shared by looking back, following and delivering. */
#ifndef HEED_MET_H
#define HEED_MET_H

#include "flow.h"
#include "decide/learn.h"
#include "reader/sources.h"

/* A message of the index, read and judged as of its arrival. ENTRY borrows from the others. */
struct met {
    struct judgement *judgement;
    struct features *features; /* NULL for her own mail */
    struct entry entry;        /* its outcome is not decided yet */
};

/* False where the file cannot be read. RECORD must outlive *MET. */
bool meet(struct sources *sources, const struct record *record, int64_t now, struct met *met);

/* The same in two halves: flow_read() of the file at PATH, NULL where it cannot be read, in any thread; and the
 * rest, which takes over what was READ. */
struct judgement *met_read(const struct config *config, const char *path);
void met_decide(struct sources *sources, const struct record *record, int64_t now, struct judgement *read,
                struct met *met);
void met_clear(struct met *met);

/* Takes over into ENTRY what the index says of where heed placed its message, which goes before all else: heed may have
 * placed it anew since it came, or taken that back. */
void met_placed(const struct record *record, struct entry *entry);

/* What became of ENTRY as of NOW; what she had acted on stays so when it vanishes. */
enum outcome met_outcome(const struct config *config, const struct entry *entry, int64_t now);

/* How many ordinary outcomes OUTCOME counts for when learning: fetching back what heed had put away is an
 * effort, and the only answer heed gets to that verdict. */
double met_importance(enum outcome outcome);

/* Whether she wrote it: from her address, and either never travelled, or proven, or kept in a folder of sent mail. Spam
 * likes to come from one's own address. PATH is where it lies, below the index's mail root, or NULL. */
bool met_is_own(const struct sources *sources, const struct judgement *judgement, const char *path);

/* Notes whom she wrote to. */
STATUS_CHECK enum status met_own(const struct sources *sources, const struct message *message, int64_t date,
                                 struct err *err);

#endif
