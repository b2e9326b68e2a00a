/* Writing to the user's index. libnotmuch parses mail, so it does that in a child that can write Xapian's
 * folder and nothing else (CONFINE_INDEX). Whoever has the child parses nothing: it says what to do,
 * renames files where that is asked for, and looks that the settings which stand in the index itself -
 * libnotmuch obeys all of them, the folder of its hooks included - are the same as before. */
#ifndef HEED_INDEX_WRITER_H
#define HEED_INDEX_WRITER_H

#include "base/placement.h"
#include "reader/reader.h"

struct index_writer;

/* Starts the child of READER, whose settings are open. RENAMES says whether files may be renamed here.
 * Errors: STATUS_IO, STATUS_NOT_FOUND where there is no index. */
STATUS_CHECK enum status index_writer_start(struct reader *reader, bool renames, struct index_writer **out,
                                            struct err *err);

/* Ends it. May be NULL. */
void index_writer_free(struct index_writer *writer);
OWNED_DEFINE(index_writer)

/* What is to be written of one message. */
struct index_job {
    char *path;      /* of its file, or WAIT_ID and its id where it is in the index already */
    enum placement placement; /* PLACE_NONE: no mark and no tags */
    char **tags;     /* all changes of tags, NULL-ended */
    enum index_done {
        INDEX_DONE,
        INDEX_ABSENT, /* it is not in the index, and will not be by heed */
        INDEX_LEFT,   /* it cannot be read now, or was not come to */
        INDEX_HARD    /* the index failed at it: nothing was written */
    } done;
};

/* Writes JOBS in one commit, once no other program holds the index for longer than SECONDS. Errors:
 * STATUS_LOCKED; STATUS_IO, STATUS_CORRUPT: nothing was written; STATUS_LIMIT: the child did not come
 * back, and its writer is of no use any more. */
STATUS_CHECK enum status index_writer_add(struct index_writer *writer, struct index_job *jobs, unsigned n,
                                          double seconds, struct err *err);

/* Opens the index to change what is in it; nothing is written before index_writer_commit(). Errors as
 * above. */
STATUS_CHECK enum status index_writer_begin(struct index_writer *writer, double seconds, struct err *err);

/* history_retag() and history_untag(), after index_writer_begin(). */
STATUS_CHECK enum status index_writer_retag(struct index_writer *writer, const struct retag *how, char **undo,
                                            struct err *err);
STATUS_CHECK enum status index_writer_untag(struct index_writer *writer, const char *undo, enum untag *done,
                                            struct err *err);

STATUS_CHECK enum status index_writer_commit(struct index_writer *writer, struct err *err);
void index_writer_drop(struct index_writer *writer);

/* Where it is noted what settings were put back, for `heed doctor`: a line of time and key each, in the
 * folder of the state. */
#define SETTINGS_PUT_BACK "settings-put-back"

#endif
