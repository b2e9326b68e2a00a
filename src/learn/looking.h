/* One look at all folders: what it found that the table of files does not know, or knows otherwise. */
#ifndef HEED_LOOKING_H
#define HEED_LOOKING_H

#include "follow-private.h"
#include "intent.h"
#include "learn/mailstore.h"
#include "maildir/mailbox.h"

/* A file that the table does not know. */
struct change {
    const struct mailbox *mailbox;
    char *base, *info;
    uint32_t flags;
};

struct looking {
    struct follow *follow;
    struct mailstore *store;
    const GPtrArray *mailboxes;
    GHashTable *by_path; /* path -> struct mailbox */
    GHashTable *stamps;  /* path -> stamp of the last look */
    GHashTable *delivered; /* id -> enum special_use + 1 of the folder that heed delivered it into, where
                              nobody has looked since; -1: into several */
    GHashTable *left;      /* ids of which a file has left the place it was in */
    GHashTable *touched; /* id -> whether a file with it was taken out that mbsync or its like brought */
    GHashTable *absent;  /* paths of folders that are no more, and whose mail is not known to be gone yet */
    GHashTable *intents; /* intent_left() */
    GPtrArray *fresh;    /* struct change */
    GHashTable *files;   /* base -> struct known: of the folder that is looked into */
    const struct mailbox *mailbox;
    int64_t last;        /* look before */
};

void looking_begin(struct looking *looking, struct follow *follow);
void looking_clear(struct looking *looking);

/* Notes that something of the message ID changed; SYNCED: as in looking.touched. */
void looking_touch(struct looking *looking, const char *id, bool synced);

/* Compares MAILBOX, where anything changed in it since the last look, with the table; and, some weeks later,
 * takes what lay in folders that are no more out of the table. What fails is follow->status. */
void look_into(struct looking *looking, const struct mailbox *mailbox);
void look_forget(struct looking *looking);

#endif
