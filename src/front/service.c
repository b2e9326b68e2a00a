/* systemd's socket, and the allocator's habits. */
#include <malloc.h>
#include <signal.h>
#include <stddef.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include "base/frame.h"
#include "service.h"

#define ALIVE_PARTS 4 /* of the watchdog's time: so often it hears that all is well */

void service_tell(const struct home *home, const char *word)
{
    const char *where = home->service.notify;
    struct sockaddr_un address = {.sun_family = AF_UNIX};
    if (!where || (*where != '/' && *where != '@') || strlen(where) >= sizeof address.sun_path)
        return;
    strcpy(address.sun_path, where);
    if (*where == '@')
        address.sun_path[0] = '\0';
    int fd = socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0);
    socklen_t length = (socklen_t)(offsetof(struct sockaddr_un, sun_path) + strlen(where));
    if (fd >= 0)
        (void)!sendto(fd, word, strlen(word), MSG_NOSIGNAL, (struct sockaddr *)&address, length);
    if (fd >= 0)
        close(fd);
}

double service_alive(const struct home *home, double seconds, double *due)
{
    double every = home->service.watchdog / ALIVE_PARTS, now = clock_seconds();
    if (every <= 0)
        return seconds;
    if (now >= *due) {
        service_tell(home, "WATCHDOG=1");
        *due = now + every;
    }
    return MIN(seconds, every);
}

void service_settle(void)
{
    struct rlimit files;
    if (getrlimit(RLIMIT_NOFILE, &files) == 0) {
        files.rlim_cur = files.rlim_max;
        (void)setrlimit(RLIMIT_NOFILE, &files);
    }
    (void)mallopt(M_MMAP_THRESHOLD, 1 << 20);
    (void)mallopt(M_TRIM_THRESHOLD, 8 << 20);
}

void service_catch(void (*hear)(int number), sigset_t *usual, sigset_t *waiting)
{
    static const int numbers[] = {SIGTERM, SIGINT, SIGHUP, SIGCHLD};
    const struct sigaction action = {.sa_handler = hear};
    sigset_t blocked;
    sigemptyset(&blocked);
    for (size_t i = 0; i < G_N_ELEMENTS(numbers); i++) {
        sigaddset(&blocked, numbers[i]);
        sigaction(numbers[i], &action, NULL);
    }
    sigprocmask(SIG_BLOCK, &blocked, usual);
    for (size_t i = 0; i < G_N_ELEMENTS(numbers); i++)
        sigdelset(usual, numbers[i]);
    *waiting = *usual;
    signal(SIGPIPE, SIG_IGN);
}
