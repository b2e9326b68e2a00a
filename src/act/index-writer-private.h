/* What the writer's two sides say to each other. */
#ifndef HEED_INDEX_WRITER_PRIVATE_H
#define HEED_INDEX_WRITER_PRIVATE_H

#include "act/index-writer.h"

/* To the child: a command and its argument. */
#define TOLD "(yv)"
enum told {
    TELL_OPEN = 'o',   /* d: seconds to wait for the index */
    TELL_ADD = 'a',    /* a(sias): path, placement, changes of tags */
    TELL_RETAG = 'r',  /* (ssasxb): struct retag */
    TELL_UNTAG = 'u',  /* s */
    TELL_COMMIT = 'c', /* b: or drop */
};
#define JOBS_TYPE "a(sias)"
#define RETAG_TYPE "(ssasxb)"

/* From the child, in the 'v' of SAID: its answer, or that a file is to be renamed (path, flags), which is
 * answered by the file's name as a string. */
#define ANSWER_TYPE "(isv)" /* status, why, what was asked for */
#define RENAME_TYPE "(ss)"

/* The child's side. Never returns. */
int index_writer_child(struct peer *parent, void *reader);

#endif
