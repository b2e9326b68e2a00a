/* What a process can do with the files of a book that it has open, beyond what it is to do with them. */
#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>

#include "book-private.h"

#define REGION 32768 /* bytes that SQLite maps of the log's index at a time (sqlite3_io_methods, xShmMap) */
#define MOST_REGIONS 4096

static sqlite3_vfs *usual, reading;

void book_forget(struct book *book)
{
    sqlite3_file *file = NULL;
    void volatile *at = NULL;
    if (!book ||
        sqlite3_file_control(book->db, "main", SQLITE_FCNTL_FILE_POINTER, &file) != SQLITE_OK || !file ||
        !file->pMethods || file->pMethods->iVersion < 2 || !file->pMethods->xShmMap)
        return;
    /* Where pages are larger than that, several lie in one, and only the first is at its beginning. */
    for (int i = 0;
         i < MOST_REGIONS && file->pMethods->xShmMap(file, i, REGION, 0, &at) == SQLITE_OK && at; i++)
        (void)munmap((void *)at, REGION);
}

/* SQLite opens the log to write even for a book that is opened to read, and makes it where it is absent. */
static int open_to_read(sqlite3_vfs *vfs, sqlite3_filename name, sqlite3_file *file, int flags, int *opened)
{
    (void)vfs;
    if (flags & SQLITE_OPEN_WAL) {
        int made = open(name, O_RDONLY | O_CREAT | O_CLOEXEC, 0600);
        if (made >= 0)
            close(made);
        flags = (flags & ~(SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE)) | SQLITE_OPEN_READONLY;
    }
    return usual->xOpen(usual, name, file, flags, opened);
}

const char *book_reading_vfs(void)
{
    if (!usual) {
        usual = sqlite3_vfs_find(NULL);
        reading = *usual;
        reading.zName = "heed-reading";
        reading.xOpen = open_to_read;
        sqlite3_vfs_register(&reading, 0);
    }
    return reading.zName;
}
