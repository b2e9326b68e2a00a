/* A book that a process has from the one that forked it, with the right to write. */
#include <sys/mman.h>

#include "book-private.h"

#define REGION 32768 /* bytes that SQLite maps of the log's index at a time (sqlite3_io_methods, xShmMap) */
#define MOST_REGIONS 4096

void book_forget(struct book *book)
{
    sqlite3_file *file = NULL;
    void volatile *at = NULL;
    if (!book || sqlite3_file_control(book->db, "main", SQLITE_FCNTL_FILE_POINTER, &file) != SQLITE_OK ||
        !file || !file->pMethods || file->pMethods->iVersion < 2 || !file->pMethods->xShmMap)
        return;
    /* Where pages are larger than that, several lie in one, and only the first is at its beginning. */
    for (int i = 0; i < MOST_REGIONS && file->pMethods->xShmMap(file, i, REGION, 0, &at) == SQLITE_OK && at;
         i++)
        (void)munmap((void *)at, REGION);
}
