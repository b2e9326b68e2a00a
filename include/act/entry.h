/* What the book is told of a message, and what it makes of what became of it: the same whoever tells,
 * delivery, sync or a look back. */
#ifndef HEED_ENTRY_H
#define HEED_ENTRY_H

#include "act/plan.h"
#include "decide/learn.h"
#include "reader/reader.h"

/* An entry of a judgement, its outcome not decided yet. ID as the index has it, PATH where it lies (NULL:
 * unknown). Borrows from its arguments; entry->features is not set. */
struct entry entry_of(const struct reader *reader, const struct judgement *j, const char *id,
                      const char *path);

/* Whether she wrote it: from her address, and either never travelled, or proven, or kept in a folder of
 * sent mail; or from one that nobody listed, where it lies there and never came from outside, or is tagged as
 * sent. Spam likes to come from one's own address. */
bool entry_is_own(const struct reader *reader, const struct judgement *j, const char *path);

/* Whether what folders told of ENTRY stands: RECORD is of an index that was made since, and its tags say no
 * more than that the message is there. */
bool entry_keeps_folders(const struct entry *entry, const struct record *record);

/* Takes over what the index says of where heed placed the message, which goes before all else: heed may
 * have placed it anew since it came, or taken that back. */
void entry_placed(const struct record *record, struct entry *entry);

/* Takes over what the index says of its tags in RECORD. What was read when it is first seen says nothing
 * where a filter may have done that: within minutes of its arrival, or filed beside. BOOK (or NULL) knows
 * what else of the same sender lay unread. */
void entry_see(struct book *book, struct entry *entry, const struct record *record, int64_t now);

/* outcome_ignored_before() of what BOOK knew when it was last followed (BOOK_DEALT). */
int64_t entry_ignored_before(const struct config *config, struct book *book, int64_t now);

/* What became of ENTRY, where what came before IGNORED counts as ignored; what she had acted on stays so when
 * it vanishes. */
enum outcome entry_outcome(const struct config *config, const struct entry *entry, int64_t ignored);

/* Puts ENTRY into BOOK with what became of it as of NOW, and learns from that when it is first known or
 * has turned. FEATURES are what it was judged by; NULL: what the book kept of them. Errors: those of
 * book_put(). */
STATUS_CHECK enum status entry_settle(const struct config *config, struct book *book, struct entry *entry,
                                      const struct features *features, int64_t now, struct err *err);

/* Of her own MESSAGE, whom she wrote to: PLAN_RECIPIENTS addresses at most that are not hers. The caller
 * frees it. */
char **entry_recipients(const struct reader *reader, const struct message *message);

/* Puts her own mail into BOOK: ENTRY, and that she WROTE_TO these; ANSWERED is then called for the id that
 * it ANSWERS, if it is not "". */
typedef enum status entry_answered(const char *id, void *data, struct err *err);
STATUS_CHECK enum status entry_own(struct book *book, const struct entry *entry, const char *const *wrote_to,
                                   const char *answers, entry_answered *answered, void *data,
                                   struct err *err);

/* A message of the index, met for the first time: read and judged as of its arrival. ENTRY borrows from
 * the others. */
struct met {
    struct judgement *judgement;
    struct features *features; /* NULL for her own mail */
    struct entry entry;        /* its outcome is not decided yet */
};

/* Meets RECORD, whose file was READ, which is taken over. RECORD must outlive *MET, which met_clear()
 * empties. */
void entry_meet(struct reader *reader, const struct record *record, int64_t now, struct judgement *read,
                struct met *met);
void met_clear(struct met *met);

/* flow_read() of the file PATH, or of the LENGTH bytes of BODY where that is not NULL, in any thread; NULL
 * where it cannot be read. */
struct judgement *entry_read(const struct config *config, const char *path, const void *body,
                             size_t length);

/* Notes that a reply of hers to the message ID is there. */
STATUS_CHECK enum status entry_mark_answered(const struct config *config, struct book *book, const char *id,
                                             int64_t now, struct err *err);

/* Whether PLAN is of another letter than KNOWN, which was demoted under its Message-ID: proven, and of
 * somebody whose mail she wants, so that nothing that became of the other one says anything of it. */
bool entry_is_anew(struct book *book, const struct entry *known, const struct plan *plan);

/* Puts what PLAN says of a delivered message into BOOK, unless the book has it already; what was demoted
 * under its Message-ID may have been a forgery that came first. *ANEW: entry_is_anew(). */
STATUS_CHECK enum status entry_delivered(const struct config *config, struct book *book,
                                         const struct plan *plan, int64_t now, bool *anew,
                                         struct err *err);

#endif
