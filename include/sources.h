/* What a judgement is drawn from: settings, index, book and key, opened once for all messages of a run. */
#ifndef HEED_SOURCES_H
#define HEED_SOURCES_H

#include "book.h"
#include "config.h"
#include "facts.h"
#include "history.h"
#include "seal.h"

struct sources {
    struct config *config;
    struct history *history; /* NULL without notmuch */
    struct book *book;       /* NULL where it could not be opened */
    struct seal_key *key;    /* NULL where there is none: headers go unsealed */
    char *state_dir;
    char *trouble;           /* why one of the above is NULL, for a person; or NULL */
};

/* Opens settings and index. Errors: STATUS_NOT_FOUND where there is neither notmuch nor a Maildir in the
 * settings. An index that cannot be opened is trouble, not an error. */
enum status sources_open(struct sources *sources, struct err *err);

/* Opens book and key. What cannot be opened is trouble; the status is for verbs that cannot do without. */
enum status sources_open_book(struct sources *sources, struct err *err);

void sources_close(struct sources *sources);

/* Fills FACTS with everything that must be looked up about MESSAGE. All look-ups happen here, once. What
 * cannot be looked up stays unknown. FACTS borrows from its arguments. */
void recall(const struct sources *sources, const struct message *message, const struct sender *sender,
            int64_t now, struct facts *facts);

/* Her primary address, or "" without notmuch: whom a seal is for. */
const char *sources_user(const struct sources *sources);

#endif
