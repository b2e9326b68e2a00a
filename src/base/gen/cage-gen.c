/* Makes the system call filter of src/base/cage.c while heed is built: libseccomp takes longer to work it out
 * than heed to judge a message, and is one library more to load. Writes C to standard output.
 *
 * What is named here ends the process. All else stays allowed, since a list of what libraries may do breaks
 * with their next version. */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sched.h>
#include <seccomp.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <unistd.h>

static const char *const network[] = {
    "connect", "bind", "listen", "accept", "accept4", "sendto", "sendmsg", "sendmmsg",
};

static const char *const forbidden[] = {
    /* other programs */
    "execve", "execveat",
    /* the ends of sockets that others have open, too */
    "shutdown",
    /* other processes */
    "ptrace", "process_vm_readv", "process_vm_writev", "pidfd_getfd", "kcmp",
    /* ways around the kernel's usual doors */
    "io_uring_setup", "io_uring_enter", "io_uring_register", "bpf", "perf_event_open", "userfaultfd",
    "open_by_handle_at", "personality", "add_key", "request_key", "keyctl",
    /* another view of the machine */
    "unshare", "setns", "chroot", "pivot_root", "mount", "umount", "umount2", "open_tree", "move_mount",
    "fsopen", "fsconfig", "fsmount", "fspick", "mount_setattr",
    /* the machine itself */
    "init_module", "finit_module", "delete_module", "kexec_load", "kexec_file_load", "reboot", "swapon",
    "swapoff", "acct", "quotactl", "sethostname", "setdomainname", "settimeofday", "clock_settime",
    "iopl", "ioperm",
};

static void check(int result)
{
    if (result == 0)
        return;
    fprintf(stderr, "cage-gen: libseccomp: error %d\n", -result);
    exit(1);
}

static void forbid_sockets(scmp_filter_ctx filter)
{
    /* The C library asks a name service on a local socket whose home this is, and does well without. */
    const uint32_t refuse = SCMP_ACT_ERRNO(EPERM);
    check(seccomp_rule_add(filter, refuse, SCMP_SYS(socket), 1, SCMP_A0(SCMP_CMP_EQ, AF_UNIX)));
    check(seccomp_rule_add(filter, refuse, SCMP_SYS(socketpair), 0));
    int other =
        seccomp_rule_add(filter, SCMP_ACT_KILL_PROCESS, SCMP_SYS(socket), 1, SCMP_A0(SCMP_CMP_NE, AF_UNIX));
    check(other == -EEXIST ? 0 : other); /* machines where socketcall(2) hides the family refuse all of
                                            them */
}

/* Typing into the terminal that `heed why` runs in would be another way to start programs. */
static void forbid_typing(scmp_filter_ctx filter)
{
    check(seccomp_rule_add(filter, SCMP_ACT_KILL_PROCESS, SCMP_SYS(ioctl), 1,
                           SCMP_A1(SCMP_CMP_MASKED_EQ, 0xffffffff, TIOCSTI)));
    check(seccomp_rule_add(filter, SCMP_ACT_KILL_PROCESS, SCMP_SYS(ioctl), 1,
                           SCMP_A1(SCMP_CMP_MASKED_EQ, 0xffffffff, TIOCLINUX)));
}

/* --- who reads mail and changes no file, and who writes the index alone --------------------------------- */

/* What changes a file's mode, owner, times or other attributes, or cuts it: Landlock leaves all of it
 * open, and cutting, too, before its third version. */
static const char *const attributes[] = {
    "chmod", "fchmod", "fchmodat", "fchmodat2", "chown", "lchown", "fchown", "fchownat", "setxattr",
    "lsetxattr", "fsetxattr", "setxattrat", "removexattr", "lremovexattr", "fremovexattr",
    "removexattrat", "utime", "utimes", "utimensat", "futimesat", "file_setattr", "truncate",
};

/* What makes folders, links, devices. */
static const char *const makers[] = {"mkdir",   "mkdirat",   "mknod", "mknodat",
                                     "symlink", "symlinkat", "link",  "linkat"};

/* What takes names away, or changes what a file holds without write(2). */
static const char *const changers[] = {"rename",    "renameat", "renameat2", "unlink",
                                       "unlinkat",  "rmdir",    "creat",     "ftruncate",
                                       "fallocate", "pwrite64", "pwritev",   "pwritev2"};

static void refuse(scmp_filter_ctx filter, const char *const *names, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        int number = seccomp_syscall_resolve_name(names[i]);
        if (number != __NR_SCMP_ERROR)
            check(seccomp_rule_add(filter, SCMP_ACT_ERRNO(EPERM), number, 0));
    }
}

/* Refuses open(2) and openat(2) where MASK of their flags is VALUE. */
static void refuse_flags(scmp_filter_ctx filter, uint32_t mask, uint32_t value)
{
    check(seccomp_rule_add(filter, SCMP_ACT_ERRNO(EPERM), SCMP_SYS(open), 1,
                           SCMP_A1(SCMP_CMP_MASKED_EQ, mask, value)));
    check(seccomp_rule_add(filter, SCMP_ACT_ERRNO(EPERM), SCMP_SYS(openat), 1,
                           SCMP_A2(SCMP_CMP_MASKED_EQ, mask, value)));
}

/* No file is made that could be run: one rule for each bit that says so. */
static void refuse_programs(scmp_filter_ctx filter, uint32_t flag)
{
    static const uint32_t bits[] = {0100, 0010, 0001, 04000, 02000};
    for (size_t i = 0; i < sizeof bits / sizeof *bits; i++) {
        check(seccomp_rule_add(filter, SCMP_ACT_ERRNO(EPERM), SCMP_SYS(open), 2,
                               SCMP_A1(SCMP_CMP_MASKED_EQ, flag, flag),
                               SCMP_A2(SCMP_CMP_MASKED_EQ, bits[i], bits[i])));
        check(seccomp_rule_add(filter, SCMP_ACT_ERRNO(EPERM), SCMP_SYS(openat), 2,
                               SCMP_A2(SCMP_CMP_MASKED_EQ, flag, flag),
                               SCMP_A3(SCMP_CMP_MASKED_EQ, bits[i], bits[i])));
        check(seccomp_rule_add(filter, SCMP_ACT_ERRNO(EPERM), SCMP_SYS(creat), 1,
                               SCMP_A1(SCMP_CMP_MASKED_EQ, bits[i], bits[i])));
    }
}

static void hide(scmp_filter_ctx filter, const char *name)
{
    int number = seccomp_syscall_resolve_name(name);
    if (number != __NR_SCMP_ERROR)
        check(seccomp_rule_add(filter, SCMP_ACT_ERRNO(ENOSYS), number, 0));
}

/* Nobody is left behind who could wait until he is no longer looked at, and nobody else is ended, held up
 * or cut short. Threads may be started; the C library says how in clone(2) where clone3(2), whose
 * structure no filter sees, is not there. It ends the process in another way where abort(3) may send no
 * signal. */
static void refuse_others(scmp_filter_ctx filter)
{
    static const char *const names[] = {"fork", "vfork", "kill", "tkill", "tgkill", "rt_sigqueueinfo",
                                        "rt_tgsigqueueinfo", "pidfd_send_signal"};
    refuse(filter, names, sizeof names / sizeof *names);
    check(seccomp_rule_add(filter, SCMP_ACT_ERRNO(EPERM), SCMP_SYS(clone), 1,
                           SCMP_A0(SCMP_CMP_MASKED_EQ, CLONE_THREAD, 0)));
    check(seccomp_rule_add(filter, SCMP_ACT_ERRNO(EPERM), SCMP_SYS(prlimit64), 1, SCMP_A0(SCMP_CMP_NE, 0)));
    static const uint32_t owners[] = {F_SETOWN, F_SETOWN_EX}; /* who gets SIGIO */
    for (size_t i = 0; i < sizeof owners / sizeof *owners; i++)
        check(seccomp_rule_add(filter, SCMP_ACT_ERRNO(EPERM), SCMP_SYS(fcntl), 1,
                               SCMP_A1(SCMP_CMP_MASKED_EQ, 0xffffffff, owners[i])));
    hide(filter, "clone3");
}

/* A structure says how it opens, which no filter sees; the C library does without. */
static void hide_openat2(scmp_filter_ctx filter)
{
    hide(filter, "openat2");
}

static void judge_only(scmp_filter_ctx filter)
{
    refuse(filter, attributes, sizeof attributes / sizeof *attributes);
    refuse(filter, makers, sizeof makers / sizeof *makers);
    refuse(filter, changers, sizeof changers / sizeof *changers);
    refuse_flags(filter, O_ACCMODE, O_WRONLY);
    refuse_flags(filter, O_ACCMODE, O_RDWR);
    refuse_flags(filter, O_CREAT, O_CREAT);
    refuse_flags(filter, O_TRUNC, O_TRUNC);
    hide_openat2(filter);
    refuse_others(filter);
}

/* Landlock says where; Xapian writes its version to a new file and renames that. */
static void index_only(scmp_filter_ctx filter)
{
    refuse(filter, attributes, sizeof attributes / sizeof *attributes);
    refuse(filter, makers, sizeof makers / sizeof *makers);
    refuse_flags(filter, O_ACCMODE | O_TRUNC, O_RDONLY | O_TRUNC);
    refuse_programs(filter, O_CREAT);
    refuse_programs(filter, O_TMPFILE & ~O_DIRECTORY);
    hide_openat2(filter);
    refuse_others(filter);
}

/* --- printing ------------------------------------------------------------------------------------------- */

/* System calls that came after this table was made are no way around it: whoever asks hears that there is
 * none. */
static void print_unknown(void)
{
    int last = 0;
    for (int number = 0; number < 2000; number++) {
        char *name = seccomp_syscall_resolve_num_arch(SCMP_ARCH_NATIVE, number);
        last = name ? number : last;
        free(name);
    }
    printf("    {0x20, 0, 0, 0x00000000},\n    {0x25, 0, 1, 0x%08x},\n    {0x06, 0, 0, 0x%08x},\n",
           (unsigned)last, SECCOMP_RET_ERRNO | ENOSYS);
}

static void print_program(scmp_filter_ctx filter, const char *name, bool all_known)
{
    struct sock_filter step;
    FILE *program = tmpfile();
    if (!program)
        check(-errno);
    check(seccomp_export_bpf(filter, fileno(program)));
    rewind(program);
    printf("\nconst struct sock_filter %s[] = {\n", name);
    if (!all_known)
        print_unknown();
    while (fread(&step, sizeof step, 1, program) == 1)
        printf("    {0x%02x, %u, %u, 0x%08x},\n", step.code, step.jt, step.jf, step.k);
    printf("};\nconst unsigned short %s_length = sizeof %s / sizeof *%s;\n", name, name, name);
    fclose(program);
}

static void forbid_all(scmp_filter_ctx filter, const char *const *names, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        int number = seccomp_syscall_resolve_name(names[i]);
        if (number != __NR_SCMP_ERROR) /* newer than this libseccomp, or of other machines */
            check(seccomp_rule_add(filter, SCMP_ACT_KILL_PROCESS, number, 0));
    }
}

/* Who listens for a mail server. */
static void forbid_but_network(scmp_filter_ctx filter)
{
    forbid_typing(filter);
    forbid_all(filter, forbidden, sizeof forbidden / sizeof *forbidden);
}

static void forbid(scmp_filter_ctx filter)
{
    forbid_sockets(filter);
    forbid_all(filter, network, sizeof network / sizeof *network);
    forbid_but_network(filter);
}

static void make(const char *name, void (*add)(scmp_filter_ctx filter), bool all_known)
{
    scmp_filter_ctx filter = seccomp_init(SCMP_ACT_ALLOW);
    if (!filter)
        check(-ENOMEM);
    check(seccomp_attr_set(filter, SCMP_FLTATR_ACT_BADARCH, SCMP_ACT_KILL_PROCESS));
    /* The kernel tries every system call when it takes a filter; a tree is walked faster than a list. */
    check(seccomp_attr_set(filter, SCMP_FLTATR_CTL_OPTIMIZE, 2));
    add(filter);
    print_program(filter, name, all_known);
    seccomp_release(filter);
}

int main(void)
{
    puts("#include \"cage-program.h\"");
    make("cage_program", forbid, true);
    make("cage_listener_program", forbid_but_network, true);
    make("cage_judge_program", judge_only, false);
    make("cage_index_program", index_only, false);
    return ferror(stdout) || fclose(stdout) != 0;
}
