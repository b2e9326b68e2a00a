/* The file of counters: fixed in size, shared by all processes through memory, so that a count costs no
 * write and many deliveries at once lose none. Knows nothing of what is counted. */
#include <errno.h>
#include <fcntl.h>
#include <setjmp.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include <glib.h>

#include "base/counters.h"
#include "base/placement.h"
#include "base/spool.h"

#define MAGIC 0x746e756f63646568ULL /* "hedcount"; another number on machines of the other byte order,
                                       which could not read the file */

struct file {
    uint64_t magic, version;
    int64_t since;
    uint64_t values[COUNTER_COUNT];
};

static struct file *mapped;

G_STATIC_ASSERT(COUNT_SUSPECT - COUNT_PRIORITY == (int)PLACE_SUSPECT && PLACE_PRIORITY == 0);

static const struct {
    const char *group, *name;
} names[COUNTER_COUNT] = {
    [COUNT_DELIVERED] = {"", "delivered"},
    [COUNT_FILTERED] = {"", "filtered"},
    [COUNT_UNJUDGED_TIMEOUT] = {"unjudged", "timeout"},
    [COUNT_UNJUDGED_CRASHED] = {"unjudged", "crashed"},
    [COUNT_UNJUDGED_GARBLED] = {"unjudged", "garbled"},
    [COUNT_UNJUDGED_NO_PROCESS] = {"unjudged", "no-process"},
    [COUNT_REFUSED_SETTINGS] = {"refused", "settings"},
    [COUNT_REFUSED_INPUT] = {"refused", "input"},
    [COUNT_REFUSED_FOLDER] = {"refused", "folder"},
    [COUNT_REFUSED_STORE] = {"refused", "store"},
    [COUNT_INDEX_LATE] = {"", "index-late"},
    [COUNT_SYNC_FAILED] = {"", "sync-failed"},
};

static bool is_placement(enum counter counter)
{
    return counter >= COUNT_PRIORITY && counter <= COUNT_SUSPECT;
}

const char *counter_name(enum counter counter)
{
    return is_placement(counter) ? placement_name(counter - COUNT_PRIORITY) : names[counter].name;
}

const char *counter_group(enum counter counter)
{
    return is_placement(counter) ? "placed" : names[counter].group;
}

static bool is_ours(const struct file *file)
{
    return file->magic == MAGIC && file->version == COUNTERS_VERSION;
}

/* The descriptor of a file that can be used, or -1; *ABSENT says whether there was none. */
static int open_file(const char *path, int flags, bool *absent)
{
    struct stat st;
    struct file file;
    int fd = open(path, flags | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
    *absent = fd < 0 && errno == ENOENT;
    if (fd >= 0 && fstat(fd, &st) == 0 && S_ISREG(st.st_mode) && st.st_size == sizeof file &&
        pread(fd, &file, sizeof file, 0) == sizeof file && is_ours(&file))
        return fd;
    if (fd >= 0)
        close(fd);
    return -1;
}

/* Whole under another name first: nobody maps a file that is not there yet. Of two that make one, one
 * wins; where there was none, what came meanwhile stays, since others count in it already. */
static void begin_anew(const char *path, bool absent)
{
    const struct file file = {.magic = MAGIC, .version = COUNTERS_VERSION, .since = time(NULL)};
    struct stat st;
    g_autofree char *temporary = g_strconcat(path, ".XXXXXX", NULL);
    bool usable = absent || (lstat(path, &st) == 0 && S_ISREG(st.st_mode));
    int fd = usable ? mkostemp(temporary, O_CLOEXEC) : -1; /* mode 0600 */
    if (fd < 0)
        return;
    bool written = write_all(fd, &file, sizeof file);
    written = close(fd) == 0 && written;
    if (written && (absent ? link(temporary, path) : rename(temporary, path)) == 0 && !absent)
        return;
    unlink(temporary);
}

void counters_open(const char *state_dir)
{
    g_autofree char *path = g_build_filename(state_dir, COUNTERS_FILE, NULL);
    counters_close();
    bool absent;
    int fd = open_file(path, O_RDWR, &absent);
    if (fd < 0) {
        begin_anew(path, absent);
        fd = open_file(path, O_RDWR, &absent);
    }
    if (fd < 0)
        return;
    void *memory = mmap(NULL, sizeof *mapped, PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
    close(fd);
    if (memory == MAP_FAILED)
        return;
    /* A child could be taken over by what it reads, so it does not count. */
    if (madvise(memory, sizeof *mapped, MADV_DONTFORK) == 0)
        mapped = memory;
    else
        munmap(memory, sizeof *mapped);
}

static sigjmp_buf missed;

static void miss(int signal)
{
    (void)signal;
    siglongjmp(missed, 1);
}

void counters_add(enum counter counter)
{
    /* A file that was cut, or has no room on its disk, cannot be written through memory: mmap(2), SIGBUS. */
    struct sigaction catch = {.sa_handler = miss}, before;
    if (!mapped || sigaction(SIGBUS, &catch, &before) != 0)
        return;
    if (sigsetjmp(missed, 1) == 0)
        __atomic_fetch_add(&mapped->values[counter], 1, __ATOMIC_RELAXED);
    sigaction(SIGBUS, &before, NULL);
}

void counters_close(void)
{
    if (mapped)
        munmap(mapped, sizeof *mapped);
    mapped = NULL;
}

struct counters counters_read(const char *state_dir)
{
    struct counters counters = {0};
    struct file file;
    g_autofree char *path = g_build_filename(state_dir, COUNTERS_FILE, NULL);
    bool absent;
    int fd = open_file(path, O_RDONLY, &absent);
    if (fd >= 0 && pread(fd, &file, sizeof file, 0) == sizeof file) {
        counters.since = file.since;
        memcpy(counters.values, file.values, sizeof file.values);
    }
    if (fd >= 0)
        close(fd);
    return counters;
}
