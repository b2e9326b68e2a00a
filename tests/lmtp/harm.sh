# What harms judges and disks, loaded into heed lmtp, and words for those who look what it does then. Source it after
# between.sh, unless there are sanitizers, which have to be loaded first.
need cc pgrep ps
cat > "$work/harm.c" <<'EOC'
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <iconv.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <unistd.h>
iconv_t iconv_open(const char *to, const char *from)
{
    if (!strcasecmp(from, "koi8-r")) raise(SIGKILL), _exit(1);
    while (!strcasecmp(from, "koi8-u")) pause();
    iconv_t (*real)(const char *, const char *) = (iconv_t (*)(const char *, const char *))dlsym(RTLD_NEXT, "iconv_open");
    return real(to, from);
}
/* A folder below deep/ that is fsynced bears a mark; a file below quota/ or noroom/ cannot be written; below stuck/ it can be at SIGUSR1, and a file has the process's name. */
static void go_on(int number) { (void)number; }
int fsync(int fd)
{
    char link[64], path[4096] = "", *at;
    int (*real)(int) = (int (*)(int))dlsym(RTLD_NEXT, "fsync");
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    if (readlink(link, path, sizeof path - 1) < 0) return real(fd);
    if (strstr(path, "/deep/Maildir") && !strstr(path, "/Maildir/tmp/")) close(open(strcat(path, "/.synced"), O_CREAT | O_WRONLY, 0600));
    if (strstr(path, "/quota/Maildir/tmp/")) return errno = EDQUOT, -1;
    if (strstr(path, "/noroom/Maildir/tmp/")) return errno = ENOSPC, -1;
    if ((at = strstr(path, "/stuck/Maildir/tmp/"))) {
        sigset_t all, some;
        sigemptyset(&all), sigaddset(&all, SIGUSR1), sigprocmask(SIG_BLOCK, &all, &some), sigdelset(&some, SIGUSR1);
        signal(SIGUSR1, go_on);
        snprintf(at, 64, "/stuck/Maildir/tmp/pid.%d", getpid());
        close(open(path, O_CREAT | O_WRONLY, 0600));
        sigsuspend(&some);
    }
    return real(fd);
}
EOC
harm=$work/harm.so
${CC:-cc} -shared -fPIC -w -o "$harm" "$work/harm.c" -ldl

make_two() { # two accounts that have homes
    local name
    for name in a b; do
        make_account "heedtest$$$name" "$work/users/$name"
        mkdir -p "$work/users/$name"
        chown "heedtest$$$name:" "$work/users/$name"
    done
}
try() { # try WHERE ADDRESS...: the replies to one message for these
    PYTHONPATH=$root/tests/lmtp PYTHONDONTWRITEBYTECODE=1 $python -c 'import sys
from lmtp import *
client = Client(sys.argv[1])
print(client.greeting[:3] if client.greeting[:1] != "2" else client.offers[:3] if client.offers[:1] != "2" else
      " ".join(reply[:9] for reply in client.deliver(letter("tried"), *sys.argv[2:])))' "$@" 2>&1 | tail -n 1
}
