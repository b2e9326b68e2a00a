/* Linked into the programs of `make coverage` alone, around three calls, so that the counts of every process are
 * written down and heed's own source knows nothing of it. Where the cage is shut, the folder of the counts stays open. */
#include <signal.h>
#include <sys/types.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/cage.h"

#define PATIENCE_MS 300

extern void __gcov_dump(void);
extern void __real__exit(int code) __attribute__((noreturn));
extern int __real_kill(pid_t pid, int number);
extern struct cage *__real_cage_new(enum cage_signals signals);

void __wrap__exit(int code)
{
    __gcov_dump();
    __real__exit(code);
}

struct cage *__wrap_cage_new(enum cage_signals signals)
{
    struct cage *cage = __real_cage_new(signals);
    cage_allow(cage, COVERAGE_FOLDER, CAGE_WRITE);
    return cage;
}

/* A worker that has done its work is killed on its way out: only now that takes it some milliseconds. */
int __wrap_kill(pid_t pid, int number)
{
    for (int ms = 0; ms < PATIENCE_MS; ms++) {
        siginfo_t ended = {0};
        if (waitid(P_PID, (id_t)pid, &ended, WEXITED | WNOHANG | WNOWAIT) != 0 || ended.si_pid == pid)
            break;
        usleep(1000);
    }
    return __real_kill(pid, number);
}
