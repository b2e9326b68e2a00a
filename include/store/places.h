/* Where a reader's mail lies who has no index: her folders and the files in them, as of the last look. A
 * table in the book; about 250 bytes a message. */
#ifndef HEED_PLACES_H
#define HEED_PLACES_H

#include "store/book.h"

/* One file of mail. All strings are borrowed and live until the callback returns. */
struct place {
    const char *folder; /* below the root: mailbox.path */
    const char *base;   /* of its name */
    const char *info;   /* "new", or what is behind BASE */
    const char *id;     /* of the message */
    uint32_t flags;     /* enum mail_flag; and how often it could not be judged, or PLACE_UNSEEN */
};
#define PLACE_UNSEEN 0x10000 /* delivered there, and not looked at since */
#define PLACE_TRY 0x100000   /* one time that it could not be judged */
#define PLACE_TRIES 3        /* after which it is left to init */

typedef void book_each_place(const struct place *place, void *data);

/* The files of FOLDER, and those of the message ID. Errors: STATUS_CORRUPT, STATUS_IO. */
STATUS_CHECK enum status book_places_in(struct book *book, const char *folder, book_each_place *each,
                                        void *data, struct err *err);
STATUS_CHECK enum status book_places_of(struct book *book, const char *id, book_each_place *each,
                                        void *data, struct err *err);

/* Puts PLACE in, in place of what is known of that file; and takes the file out. */
STATUS_CHECK enum status book_place_put(struct book *book, const struct place *place, struct err *err);
STATUS_CHECK enum status book_place_drop(struct book *book, const char *folder, const char *base,
                                         struct err *err);

/* The folders that are known, with what mailbox_stamp() said at the last look; or, of one that is no more,
 * FOLDER_ABSENT and since when. */
#define FOLDER_ABSENT "absent "
typedef void book_each_folder(const char *folder, const char *stamp, void *data);
STATUS_CHECK enum status book_folders(struct book *book, book_each_folder *each, void *data,
                                      struct err *err);
STATUS_CHECK enum status book_folder_looked(struct book *book, const char *folder, const char *stamp,
                                            struct err *err);
/* Takes over from OLD those folders, with their files, for which IS_ABSENT, as absent since NOW where OLD
 * does not say since when. */
STATUS_CHECK enum status book_places_carry(struct book *book, struct book *old, int64_t now,
                                           bool (*is_absent)(const char *folder, void *data), void *data,
                                           struct err *err);

/* Forgets FOLDER, in which no file is left. */
STATUS_CHECK enum status book_folder_drop(struct book *book, const char *folder, struct err *err);

/* Notes that the message ID lies nowhere since SINCE, unless that is known; and that it lies somewhere
 * again. SURE: it was seen shortly before. */
STATUS_CHECK enum status book_missing_put(struct book *book, const char *id, int64_t since, bool sure,
                                          struct err *err);
STATUS_CHECK enum status book_missing_drop(struct book *book, const char *id, struct err *err);

bool book_is_missing(struct book *book, const char *id);

/* Those that are missing since before BEFORE. */
typedef void book_each_missing(const char *id, bool sure, void *data);
STATUS_CHECK enum status book_missing(struct book *book, int64_t before, book_each_missing *each, void *data,
                                      struct err *err);

#endif
