/* One sync, from the opening of what it needs to the last commit: `sync` and `tag --new`. */
#ifndef HEED_SYNC_H
#define HEED_SYNC_H

#include "learn/follow.h"
#include "reader/reader.h"

/* Brings book and index of READER, whose settings are read and whose mail root is known, up to date as of
 * NOW: see follow_changes(). Waits SECONDS for the index. Opens the book, puts one that is damaged aside,
 * and gives up all files but those that it needs (CONFINE_SYNC). One-shot: the process is ended where
 * libnotmuch does not come back. */
STATUS_CHECK enum status sync_reader(struct reader *reader, int64_t now, double seconds, bool places,
                                     struct follow_report *report, struct err *err);

#endif
