/* Lines to the local log, in the form that the C library's syslog(3) writes (RFC 3164 4.1, without the
 * time, which the log adds). syslog(3) itself would open its socket when it has something to say, and wait
 * where the log is full. */
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include "base/log.h"

#define FACILITY_MAIL (2 << 3)
#define LINE_BYTES 700 /* RFC 3164 4.1: 1024 with what the log puts before it */

static int connected = -1;

void log_open(const char *path)
{
    struct sockaddr_un address = {.sun_family = AF_UNIX};
    log_close();
    if (!*path || strlen(path) >= sizeof address.sun_path)
        return;
    strcpy(address.sun_path, path);
    connected = socket(AF_UNIX, SOCK_DGRAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
    if (connected >= 0 && connect(connected, (struct sockaddr *)&address, sizeof address) != 0)
        log_close();
}

void log_line(enum log_level level, const char *format, ...)
{
    char line[LINE_BYTES];
    va_list args;
    if (connected < 0)
        return;
    int head = snprintf(line, sizeof line, "<%d>heed[%ld]: ", FACILITY_MAIL | level, (long)getpid());
    va_start(args, format);
    int length = vsnprintf(line + head, sizeof line - (size_t)head, format, args);
    va_end(args);
    if (length > 0)
        (void)!write(connected, line, MIN((size_t)(head + length), sizeof line - 1));
}

void log_close(void)
{
    if (connected >= 0)
        close(connected);
    connected = -1;
}
