/* Reading the index in a child that can write nothing and reads no mail: what libnotmuch makes of an index
 * that somebody spoilt stays with it. What it says is a list of records, held to their form. */
#ifndef HEED_INDEX_WALKER_H
#define HEED_INDEX_WALKER_H

#include "reader/reader.h"

struct index_walker;

/* Errors: STATUS_IO, STATUS_NOT_FOUND where there is no index that can be read. */
STATUS_CHECK enum status index_walker_start(struct reader *reader, struct index_walker **out,
                                            struct err *err);
void index_walker_free(struct index_walker *walker);
OWNED_DEFINE(index_walker)

/* notmuch's lastmod, and the index's identity, which is borrowed. */
STATUS_CHECK enum status index_walker_revision(struct index_walker *walker, uint64_t *revision,
                                               const char **uuid, struct err *err);

/* Who she is by notmuch's settings; both are the caller's. */
STATUS_CHECK enum status index_walker_user(struct index_walker *walker, char **name, char ***own,
                                           struct err *err);

/* history_find_file(), history_walk() (again, where a writer changed the index meanwhile) and
 * history_find(). */
STATUS_CHECK enum status index_walker_has(struct index_walker *walker, const char *path, struct err *err);
STATUS_CHECK enum status index_walker_walk(struct index_walker *walker, const char *query, bool sorted,
                                           history_each *each, void *data, struct err *err);
STATUS_CHECK enum status index_walker_find(struct index_walker *walker, const char *id, history_each *each,
                                           void *data, struct err *err);

#endif
