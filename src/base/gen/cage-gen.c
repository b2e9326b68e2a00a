/* Makes the system call filter of src/base/cage.c while heed is built: libseccomp takes longer to work it out
 * than heed to judge a message, and is one library more to load. Writes C to standard output.
 *
 * What is named here ends the process. All else stays allowed, since a list of what libraries may do breaks
 * with their next version. */
#include <errno.h>
#include <linux/filter.h>
#include <seccomp.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <unistd.h>

static const char *const forbidden[] = {
    /* network */
    "connect", "bind", "listen", "accept", "accept4", "sendto", "sendmsg", "sendmmsg",
    /* other programs */
    "execve", "execveat",
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

static void print_program(scmp_filter_ctx filter)
{
    struct sock_filter step;
    FILE *program = tmpfile();
    if (!program)
        check(-errno);
    check(seccomp_export_bpf(filter, fileno(program)));
    rewind(program);
    puts("#include \"cage-program.h\"\n\nconst struct sock_filter cage_program[] = {");
    while (fread(&step, sizeof step, 1, program) == 1)
        printf("    {0x%02x, %u, %u, 0x%08x},\n", step.code, step.jt, step.jf, step.k);
    puts("};\nconst unsigned short cage_program_length = sizeof cage_program / sizeof *cage_program;");
    fclose(program);
}

int main(void)
{
    scmp_filter_ctx filter = seccomp_init(SCMP_ACT_ALLOW);
    if (!filter)
        check(-ENOMEM);
    check(seccomp_attr_set(filter, SCMP_FLTATR_ACT_BADARCH, SCMP_ACT_KILL_PROCESS));
    /* The kernel tries every system call when it takes a filter; a tree is walked faster than a list. */
    check(seccomp_attr_set(filter, SCMP_FLTATR_CTL_OPTIMIZE, 2));
    forbid_sockets(filter);
    forbid_typing(filter);
    for (size_t i = 0; i < sizeof forbidden / sizeof *forbidden; i++) {
        int number = seccomp_syscall_resolve_name(forbidden[i]);
        if (number != __NR_SCMP_ERROR) /* newer than this libseccomp, or of other machines */
            check(seccomp_rule_add(filter, SCMP_ACT_KILL_PROCESS, number, 0));
    }
    print_program(filter);
    seccomp_release(filter);
    return ferror(stdout) || fclose(stdout) != 0;
}
