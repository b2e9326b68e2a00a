/* What a process can do with the files of a book that it has open, beyond what it is to do with them. */
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "book-private.h"

#define REGION 32768 /* bytes that SQLite maps of the log's index at a time (sqlite3_io_methods, xShmMap) */
#define MOST_REGIONS 4096
#define MOST_FILES 1024

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

/* SQLite opens the log to write, where it may, for a book that is opened to read. It locks other files than
 * that. */
void book_bar_log(const char *path)
{
    struct stat log, st;
    g_autofree char *name = g_strconcat(path, "-wal", NULL);
    int reading = open(name, O_RDONLY | O_CLOEXEC);
    for (int fd = STDERR_FILENO + 1; reading >= 0 && fstat(reading, &log) == 0 && fd < MOST_FILES; fd++)
        if (fd != reading && fstat(fd, &st) == 0 && st.st_ino == log.st_ino && st.st_dev == log.st_dev)
            (void)dup3(reading, fd, O_CLOEXEC);
    if (reading >= 0)
        close(reading);
}
