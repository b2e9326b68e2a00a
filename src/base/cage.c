/* The doors that the kernel shuts behind heed. Knows seccomp and Landlock; what is to stay open, its
 * callers say. Nothing here is an error: on a kernel that lacks one or the other, mail is delivered all
 * the same. */
#include <errno.h>
#include <fcntl.h>
#include <linux/seccomp.h>
#include <stdint.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <glib.h>

#include "base/cage.h"
#include "cage-program.h"

/* AddressSanitizer looks into /proc, and LeakSanitizer traces the process that it is in. */
#ifdef HEED_SANITIZE
#define CAGED 0
#else
#define CAGED 1
#endif

static bool give_up_privileges(void)
{
    return CAGED && prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0;
}

static void install(const struct sock_filter *steps, unsigned short length)
{
    /* The kernel only reads it. */
    const struct sock_fprog program = {length, (struct sock_filter *)steps};
    if (!give_up_privileges())
        return;
    /* Kernels before 5.16 would slow the processor down, too, against code that measures its own
     * speculation: that is for those who run programs of strangers. Kernels before 4.17 know no such
     * choice. */
    if (syscall(SYS_seccomp, SECCOMP_SET_MODE_FILTER, SECCOMP_FILTER_FLAG_SPEC_ALLOW, &program) != 0)
        (void)prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program, 0, 0);
}

void cage_silence(void)
{
    install(cage_program, cage_program_length);
}

void cage_listen(void)
{
    install(cage_listener_program, cage_listener_program_length);
}

void cage_restrain(enum cage_work work)
{
    if (work == CAGE_JUDGES)
        install(cage_judge_program, cage_judge_program_length);
    else
        install(cage_index_program, cage_index_program_length);
}

bool cage_can_silence(void)
{
    /* A kernel that has filters answers EFAULT, since none is at this address; any other gives another
     * error. */
    return CAGED && prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, NULL, 0, 0) != 0 && errno == EFAULT;
}

void cage_allow_first(struct cage *cage, const char *path, enum cage_access access)
{
    g_autofree char *there = g_strdup(path);
    while (cage && *there && !g_file_test(there, G_FILE_TEST_EXISTS)) {
        char *above = g_path_get_dirname(there);
        g_free(there);
        there = above;
    }
    cage_allow(cage, there, access);
}

#if defined(SYS_landlock_create_ruleset) && __has_include(<linux/landlock.h>)
#include <linux/landlock.h>

/* Not all of it is in the headers of older systems. Each version of Landlock has all of those before. */
#define REFER (1ULL << 13)     /* version 2: moving from one folder to another */
#define TRUNCATE (1ULL << 14)  /* version 3 */
#define IOCTL_DEV (1ULL << 15) /* version 5 */
#define FIRST_RIGHTS ((1ULL << 13) - 1)
#define TCP 3ULL               /* version 4: binding and connecting */
#define ABSTRACT_SOCKETS 1ULL  /* version 6 */
#define SIGNALS 2ULL

#define READING (LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_READ_DIR)
#define WRITING                                                                          \
    (READING | LANDLOCK_ACCESS_FS_WRITE_FILE | LANDLOCK_ACCESS_FS_REMOVE_FILE |          \
     LANDLOCK_ACCESS_FS_MAKE_REG | LANDLOCK_ACCESS_FS_MAKE_DIR | REFER | TRUNCATE)
#define OF_FILES (LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_WRITE_FILE | TRUNCATE)

struct ruleset { /* struct landlock_ruleset_attr of version 6; kernels before take zeros for what they lack */
    uint64_t files, net, scoped;
};

struct cage {
    int fd;
    uint64_t rights; /* all that this kernel tells apart */
};

static int version(void)
{
    return CAGED ? (int)syscall(SYS_landlock_create_ruleset, NULL, 0, LANDLOCK_CREATE_RULESET_VERSION) : 0;
}

bool cage_can_confine(void)
{
    return version() >= 2; /* version 1 lets no file move from new to cur */
}

struct cage *cage_new(enum cage_signals signals)
{
    int known = version();
    if (known < 2)
        return NULL;
    const struct ruleset ruleset = {
        .files = FIRST_RIGHTS | REFER | (known >= 3 ? TRUNCATE : 0) | (known >= 5 ? IOCTL_DEV : 0),
        .net = known >= 4 && signals != CAGE_CONNECTS ? TCP : 0,
        .scoped = known >= 6 ? ABSTRACT_SOCKETS | (signals == CAGE_NO_SIGNALS ? SIGNALS : 0) : 0,
    };
    int fd = (int)syscall(SYS_landlock_create_ruleset, &ruleset, sizeof ruleset, 0);
    if (fd < 0)
        return NULL;
    struct cage *cage = g_new0(struct cage, 1);
    *cage = (struct cage){.fd = fd, .rights = ruleset.files};
    return cage;
}

void cage_allow(struct cage *cage, const char *path, enum cage_access access)
{
    struct stat st;
    int fd = cage ? open(path, O_PATH | O_CLOEXEC) : -1;
    if (fd < 0)
        return;
    struct landlock_path_beneath_attr rule = {.parent_fd = fd};
    rule.allowed_access = (access == CAGE_WRITE ? WRITING : READING) & cage->rights;
    if (fstat(fd, &st) == 0 && !S_ISDIR(st.st_mode))
        rule.allowed_access &= OF_FILES;
    (void)syscall(SYS_landlock_add_rule, cage->fd, LANDLOCK_RULE_PATH_BENEATH, &rule, 0);
    close(fd);
}

void cage_enter(struct cage *cage)
{
    if (!cage)
        return;
    if (give_up_privileges())
        (void)syscall(SYS_landlock_restrict_self, cage->fd, 0);
    close(cage->fd);
    g_free(cage);
}

#else

bool cage_can_confine(void)
{
    return false;
}

struct cage *cage_new(enum cage_signals signals)
{
    (void)signals;
    return NULL;
}

void cage_allow(struct cage *cage, const char *path, enum cage_access access)
{
    (void)cage;
    (void)path;
    (void)access;
}

void cage_enter(struct cage *cage)
{
    (void)cage;
}

#endif
