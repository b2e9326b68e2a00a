/* The file of counters: fixed in size, locked for each count, so that many deliveries at once lose none.
 * Knows nothing of what is counted. */
#include <errno.h>
#include <fcntl.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
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

static int opened = -1;

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
    opened = open_file(path, O_RDWR, &absent);
    if (opened >= 0)
        return;
    begin_anew(path, absent);
    opened = open_file(path, O_RDWR, &absent);
}

/* Only those who count lock it, and only for two calls. */
void counters_add(enum counter counter)
{
    uint64_t value;
    off_t at = (off_t)(offsetof(struct file, values) + counter * sizeof value);
    if (opened < 0 || flock(opened, LOCK_EX) != 0)
        return;
    if (pread(opened, &value, sizeof value, at) == sizeof value) {
        value++;
        (void)!pwrite(opened, &value, sizeof value, at);
    }
    flock(opened, LOCK_UN);
}

void counters_close(void)
{
    if (opened >= 0)
        close(opened);
    opened = -1;
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
