/* Lets one call that heed or one of its libraries makes to the C library go wrong, or ends a process there. Preloaded;
 * sweep.py counts the calls with it and then fails each in turn.
 *
 * FAULT_POINT = "WHO CALL NUMBER KIND": WHO is parent or worker (what the parent forked); NUMBER counts its calls of
 * that name from 1; KIND is an errno by number ("28"; "28+": from there on), or
 *     short     half of the bytes that were asked for
 *     late28    done, and reported as failed with errno 28 all the same (NFS, close)
 *     before    kill -9 of the process before the call; after: behind it; all: of parent and worker, before it
 *     hang      it does not come back; alarms for minutes ring after a second, so that whoever waits for one need not
 * FAULT_LOG is a file of FAULT_LOG_BYTES that gets "WHO CALL" for each call where there is no point, and "hit" where one
 * is met, behind how many bytes that are. It is mapped: who reads mail closes what it has not opened.
 *
 * Why not strace: it counts a point in parent and worker at once, cannot carry out a call and report failure, or
 * read short, and where tracing is forbidden it does nothing. What this cannot reach is what the C library and its
 * loader do among themselves. Only what the cage allows is used. */
#define _GNU_SOURCE
#include <dirent.h>
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/inotify.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <sys/wait.h>
#include <unistd.h>

#define FAULT_LOG_BYTES (1 << 22)

enum how { PASS, FAIL, SHORT, LATE, AFTER };

static bool ready, onward, is_worker, point_is_worker;
static int number, kind_errno;
static struct { _Atomic unsigned long used; char text[FAULT_LOG_BYTES - sizeof(unsigned long)]; } *said;
static char call[32], kind[32];
static atomic_int seen;

static void say(const char *text)
{
    unsigned long length = strlen(text), at = said ? atomic_fetch_add(&said->used, length) : 0;
    if (said && at + length <= sizeof said->text)
        memcpy(said->text + at, text, length);
}

__attribute__((constructor)) static void start(void)
{
    char who[32];
    const char *point = getenv("FAULT_POINT"), *log = getenv("FAULT_LOG");
    if (log) {
        int fd = (int)syscall(SYS_openat, AT_FDCWD, log, O_RDWR | O_CLOEXEC);
        said = (void *)syscall(SYS_mmap, NULL, sizeof *said, PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
        syscall(SYS_close, fd);
        if (said == MAP_FAILED)
            abort();
    }
    if (point && sscanf(point, "%31s %31s %d %31s", who, call, &number, kind) != 4)
        abort();
    if (point) {
        point_is_worker = strcmp(who, "worker") == 0;
        onward = strchr(kind, '+');
        kind_errno = atoi(kind + strcspn(kind, "0123456789"));
    }
    ready = true;
}

static void die(bool all)
{
    syscall(SYS_kill, all ? 0 : syscall(SYS_getpid), SIGKILL);
}

static enum how fault(const char *name)
{
    if (!ready)
        return PASS;
    if (!number) {
        char line[64];
        snprintf(line, sizeof line, "%s %s\n", is_worker ? "worker" : "parent", name);
        if (strcmp(name, "malloc") != 0) /* too many to write down */
            say(line);
        return PASS;
    }
    if (is_worker != point_is_worker || strcmp(name, call) != 0)
        return PASS;
    int at = atomic_fetch_add(&seen, 1) + 1;
    if (at < number || (at > number && !onward))
        return PASS;
    if (at == number)
        say("hit\n");
    if (strcmp(kind, "before") == 0 || strcmp(kind, "all") == 0)
        die(*kind == 'a');
    while (strcmp(kind, "hang") == 0)
        syscall(SYS_pause);
    if (strcmp(kind, "after") == 0)
        return AFTER;
    if (strcmp(kind, "short") == 0)
        return SHORT;
    errno = kind_errno;
    return strncmp(kind, "late", 4) == 0 ? LATE : FAIL;
}

/* What is behind a call that was carried out. */
static bool fails_late(enum how how)
{
    if (how == AFTER)
        die(false);
    errno = how == LATE ? kind_errno : errno;
    return how == LATE;
}

#define REAL(type, name, params)                                     \
    static type(*real) params;                                       \
    if (!real)                                                       \
        real = (type(*) params)dlsym(RTLD_NEXT, #name);

#define WRAP(type, name, label, bad, params, args)                   \
    type name params                                                 \
    {                                                                \
        REAL(type, name, params)                                     \
        enum how how = fault(label);                                 \
        if (how == FAIL)                                             \
            return bad;                                              \
        type result = real args;                                     \
        return how != PASS && fails_late(how) ? bad : result;        \
    }

/* Those that move LEN bytes. */
#define WRAP_BYTES(name, label, params, args)                        \
    ssize_t name params                                              \
    {                                                                \
        REAL(ssize_t, name, params)                                  \
        enum how how = fault(label);                                 \
        if (how == FAIL)                                             \
            return -1;                                               \
        len = how == SHORT ? (len + 1) / 2 : len;                    \
        ssize_t result = real args;                                  \
        return how != PASS && fails_late(how) ? -1 : result;         \
    }

/* Those with an argument that may be missing. */
#define WRAP_OPTION(name, label, type, params, last, args)           \
    int name params                                                  \
    {                                                                \
        REAL(int, name, params)                                      \
        va_list list;                                                \
        va_start(list, last);                                        \
        type option = va_arg(list, type);                            \
        va_end(list);                                                \
        enum how how = fault(label);                                 \
        if (how == FAIL)                                             \
            return -1;                                               \
        int result = real args;                                      \
        return how != PASS && fails_late(how) ? -1 : result;         \
    }

WRAP_OPTION(open, "open", int, (const char *path, int flags, ...), flags, (path, flags, option))
WRAP_OPTION(open64, "open", int, (const char *path, int flags, ...), flags, (path, flags, option))
WRAP_OPTION(fcntl, "fcntl", void *, (int fd, int what, ...), what, (fd, what, option))
WRAP_OPTION(fcntl64, "fcntl", void *, (int fd, int what, ...), what, (fd, what, option))
WRAP(int, creat64, "open", -1, (const char *path, mode_t mode), (path, mode))
WRAP(int, mkostemp, "open", -1, (char *path, int flags), (path, flags))
WRAP(int, mkostemp64, "open", -1, (char *path, int flags), (path, flags))
WRAP(FILE *, fopen, "fopen", NULL, (const char *path, const char *mode), (path, mode))
WRAP(FILE *, fopen64, "fopen", NULL, (const char *path, const char *mode), (path, mode))
WRAP(DIR *, opendir, "opendir", NULL, (const char *path), (path))
WRAP_BYTES(read, "read", (int fd, void *p, size_t len), (fd, p, len))
WRAP_BYTES(pread, "pread", (int fd, void *p, size_t len, off_t at), (fd, p, len, at))
WRAP_BYTES(pread64, "pread", (int fd, void *p, size_t len, off_t at), (fd, p, len, at))
WRAP_BYTES(write, "write", (int fd, const void *p, size_t len), (fd, p, len))
WRAP_BYTES(pwrite, "pwrite", (int fd, const void *p, size_t len, off_t at), (fd, p, len, at))
WRAP_BYTES(pwrite64, "pwrite", (int fd, const void *p, size_t len, off_t at), (fd, p, len, at))
WRAP(ssize_t, writev, "writev", -1, (int fd, const struct iovec *parts, int count), (fd, parts, count))
WRAP(int, fsync, "fsync", -1, (int fd), (fd))
WRAP(int, fdatasync, "fdatasync", -1, (int fd), (fd))
WRAP(int, close, "close", -1, (int fd), (fd))
WRAP(off_t, lseek, "lseek", -1, (int fd, off_t at, int from), (fd, at, from))
WRAP(off_t, lseek64, "lseek", -1, (int fd, off_t at, int from), (fd, at, from))
WRAP(int, ftruncate, "ftruncate", -1, (int fd, off_t size), (fd, size))
WRAP(int, ftruncate64, "ftruncate", -1, (int fd, off_t size), (fd, size))
WRAP(int, link, "link", -1, (const char *from, const char *to), (from, to))
WRAP(int, rename, "rename", -1, (const char *from, const char *to), (from, to))
WRAP(int, renameat2, "rename", -1, (int at, const char *from, int in, const char *to, unsigned flags), (at, from, in, to, flags))
WRAP(int, unlink, "unlink", -1, (const char *path), (path))
WRAP(int, mkdir, "mkdir", -1, (const char *path, mode_t mode), (path, mode))
WRAP(int, access, "access", -1, (const char *path, int mode), (path, mode))
WRAP(int, stat, "stat", -1, (const char *path, struct stat *st), (path, st))
WRAP(int, stat64, "stat", -1, (const char *path, struct stat64 *st), (path, st))
WRAP(int, lstat64, "stat", -1, (const char *path, struct stat64 *st), (path, st))
WRAP(int, fstat, "fstat", -1, (int fd, struct stat *st), (fd, st))
WRAP(int, fstat64, "fstat", -1, (int fd, struct stat64 *st), (fd, st))
WRAP(int, flock, "flock", -1, (int fd, int what), (fd, what))
WRAP(int, dup2, "dup", -1, (int fd, int to), (fd, to))
WRAP(int, dup, "dup", -1, (int fd), (fd))
WRAP(int, pipe2, "pipe", -1, (int fds[2], int flags), (fds, flags))
WRAP(int, ppoll, "ppoll", -1, (struct pollfd *fds, nfds_t count, const struct timespec *wait, const sigset_t *mask), (fds, count, wait, mask))
WRAP(int, inotify_init1, "inotify", -1, (int flags), (flags))
WRAP(int, inotify_add_watch, "watch", -1, (int fd, const char *path, uint32_t mask), (fd, path, mask))
WRAP(int, poll, "poll", -1, (struct pollfd *fds, nfds_t count, int wait), (fds, count, wait))
WRAP(pid_t, waitpid, "waitpid", -1, (pid_t pid, int *status, int options), (pid, status, options))
WRAP(void *, mmap, "mmap", MAP_FAILED, (void *p, size_t len, int prot, int flags, int fd, off_t at), (p, len, prot, flags, fd, at))
WRAP(void *, mmap64, "mmap", MAP_FAILED, (void *p, size_t len, int prot, int flags, int fd, off_t at), (p, len, prot, flags, fd, at))
WRAP(void *, dlopen, "dlopen", NULL, (const char *path, int flags), (path, flags))
WRAP(int, gethostname, "gethostname", -1, (char *name, size_t len), (name, len))

/* A program of its own has no faults. */
int execv(const char *path, char *const *arguments)
{
    REAL(int, execv, (const char *, char *const *))
    if (fault("execv") == FAIL)
        return -1;
    unsetenv("LD_PRELOAD");
    return real(path, arguments);
}

unsigned alarm(unsigned seconds)
{
    REAL(unsigned, alarm, (unsigned))
    return real(seconds > 59 && strcmp(kind, "hang") == 0 ? 1 : seconds);
}

pid_t fork(void)
{
    REAL(pid_t, fork, (void))
    enum how how = fault("fork");
    if (how == FAIL)
        return -1;
    pid_t pid = real();
    if (pid == 0) {
        is_worker = true;
        seen = 0;
    } else if (how == AFTER) {
        die(false);
    }
    return pid;
}

#ifdef __GLIBC__
extern void *__libc_malloc(size_t), *__libc_calloc(size_t, size_t), *__libc_realloc(void *, size_t);

void *malloc(size_t size)
{
    return fault("malloc") == PASS ? __libc_malloc(size) : NULL;
}

void *calloc(size_t count, size_t size)
{
    return fault("malloc") == PASS ? __libc_calloc(count, size) : NULL;
}

void *realloc(void *p, size_t size)
{
    return fault("malloc") == PASS ? __libc_realloc(p, size) : NULL;
}
#endif
