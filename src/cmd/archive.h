/* What `heed export` writes and `heed import` reads, in this order: files of an archive (base/tar.h). */
#ifndef HEED_ARCHIVE_H
#define HEED_ARCHIVE_H

#include "base/home.h"
#include "store/secret.h"

#define ARCHIVE_NOTE "heed-export" /* one line, ARCHIVE_FORMAT, and more for a person to read */
#define ARCHIVE_FORMAT "format 1\n"
#define ARCHIVE_KEYS "keys/"       /* and a name of archive_keys: as `heed key --export` prints them */
#define ARCHIVE_PLANS "plans/"     /* and a number: of a delivery that the book has not heard of yet */
#define ARCHIVE_BOOK "book.db"     /* the last */

/* WHAT below the state folder, "export.XXXXXX" or "import.XXXXXX", for mkostemp(3); the caller frees it. What
 * was left under such a name a day ago, by one that was killed, is removed: it is a copy of the book. */
char *archive_place(const struct home *home, const char *what);

static const char *const archive_keys[] = {SEAL_KEY, ALIAS_KEY};

#endif
