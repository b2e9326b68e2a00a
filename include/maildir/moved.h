/* Where a delivered file is by now: another program has taken notice of it and moved it from new to cur. */
#ifndef HEED_MOVED_H
#define HEED_MOVED_H

#include <stdbool.h>

#include <glib.h>

/* The folder looked into last, since those that look for one file often look for more. Starts as zeros. */
struct moved {
    char *folder;
    GHashTable *names; /* unique part -> whole name */
    bool unread;       /* not all of it could be read */
};
void moved_clear(struct moved *moved);

/* PATH's file in the cur beside its new, with flags behind its name (maildir(5)); NULL where there is
 * none, or where it is not known (moved->unread). The caller frees it. */
char *moved_to(struct moved *moved, const char *path);

#endif
