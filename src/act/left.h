/* Reading plans that were left. */
#ifndef HEED_ACT_LEFT_H
#define HEED_ACT_LEFT_H

#include "act/indexing.h"

/* Their files, in order of time. */
GPtrArray *left_names(const struct home *home);

/* The plan in the file NAME and where its message lies, which is the caller's; NULL where it is none. */
struct plan *left_read(const char *name, char **path);

#endif
