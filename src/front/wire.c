/* Sockets of a mail server: waiting, reading, writing. Every wait has an end. */
#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <poll.h>
#include <stdarg.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <time.h>
#include <unistd.h>

#include "base/frame.h"
#include "wire.h"

#define QUEUED 128 /* connections that wait to be accepted */

struct wire *wire_new(int fd)
{
    struct wire *wire = g_new0(struct wire, 1);
    wire->fd = fd;
    wire->out = g_string_new(NULL);
    return wire;
}

void wire_free(struct wire *wire)
{
    if (!wire)
        return;
    close(wire->fd);
    g_string_free(wire->out, TRUE);
    g_free(wire);
}

/* --- where ---------------------------------------------------------------------------------------------- */

union address {
    struct sockaddr any;
    struct sockaddr_un path;
    struct sockaddr_in v4;
    struct sockaddr_in6 v6;
    struct sockaddr_storage room;
};

static bool read_host(const char *where, union address *address, socklen_t *length)
{
    const char *colon = strrchr(where, ':');
    guint64 port = 0;
    if (!colon || !g_ascii_string_to_unsigned(colon + 1, 10, 1, 65535, &port, NULL))
        return false;
    bool bracketed = *where == '[';
    g_autofree char *host = g_strndup(
        where + bracketed, (gsize)(colon - where) - (bracketed ? MIN(2, colon - where) : 0));
    if (bracketed) {
        address->v6 =
            (struct sockaddr_in6){.sin6_family = AF_INET6, .sin6_port = htons((uint16_t)port)};
        *length = sizeof address->v6;
        return inet_pton(AF_INET6, host, &address->v6.sin6_addr) == 1;
    }
    address->v4 = (struct sockaddr_in){.sin_family = AF_INET, .sin_port = htons((uint16_t)port)};
    *length = sizeof address->v4;
    return inet_pton(AF_INET, host, &address->v4.sin_addr) == 1;
}

static bool is_loopback(const union address *address)
{
    if (address->any.sa_family == AF_INET)
        return ntohl(address->v4.sin_addr.s_addr) >> 24 == 127;
    return address->any.sa_family == AF_INET6 && IN6_IS_ADDR_LOOPBACK(&address->v6.sin6_addr);
}

static bool read_where(const char *where, union address *address, socklen_t *length)
{
    memset(address, 0, sizeof *address);
    if (*where == '/' && strlen(where) < sizeof address->path.sun_path) {
        address->path.sun_family = AF_UNIX;
        strcpy(address->path.sun_path, where);
        *length = sizeof address->path;
        return true;
    }
    return *where != '/' && read_host(where, address, length) && is_loopback(address);
}

static int failed(int fd, int error)
{
    if (fd >= 0)
        close(fd);
    errno = error;
    return -1;
}

int wire_connect(const char *where, double seconds)
{
    union address address;
    socklen_t length, size = sizeof(int);
    int error = 0;
    if (!read_where(where, &address, &length))
        return failed(-1, EINVAL);
    int fd = socket(address.any.sa_family, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
    if (fd < 0)
        return -1;
    int done = connect(fd, &address.any, length);
    /* A Unix socket's queue may be full for now (connect(2)): whoever listens is busy, not away. */
    for (double end = clock_seconds() + seconds; done && errno == EAGAIN && clock_seconds() < end;) {
        (void)poll(NULL, 0, 10);
        done = connect(fd, &address.any, length);
    }
    if (done != 0) {
        struct pollfd pollfd = {.fd = fd, .events = POLLOUT};
        if (errno != EINPROGRESS)
            return failed(fd, errno);
        if (poll(&pollfd, 1, (int)(seconds * 1000)) <= 0)
            return failed(fd, ETIMEDOUT);
        if (getsockopt(fd, SOL_SOCKET, SO_ERROR, &error, &size) != 0 || error)
            return failed(fd, error ? error : EIO);
    }
    return fd;
}

/* A socket that a process which ended has left is in the way; one that somebody listens at is not
 * touched. */
static bool remove_stale(const char *path)
{
    struct stat st;
    int fd;
    if (lstat(path, &st) != 0)
        return errno == ENOENT;
    if (!S_ISSOCK(st.st_mode) || (fd = wire_connect(path, 1)) >= 0 || errno != ECONNREFUSED) {
        if (S_ISSOCK(st.st_mode) && fd >= 0)
            close(fd);
        errno = EADDRINUSE;
        return false;
    }
    return unlink(path) == 0;
}

int wire_listen(const char *where)
{
    union address address;
    socklen_t length;
    int yes = 1;
    if (!read_where(where, &address, &length))
        return failed(-1, EINVAL);
    if (*where == '/' && !remove_stale(where))
        return -1;
    int fd = socket(address.any.sa_family, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (fd < 0)
        return -1;
    (void)setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
    mode_t before = umask(0177); /* until its mode is set */
    bool bound = bind(fd, &address.any, length) == 0;
    int error = errno;
    umask(before);
    if (!bound || listen(fd, QUEUED) != 0)
        return failed(fd, bound ? errno : error);
    return fd;
}

bool wire_is_local(int fd)
{
    union address address = {0};
    socklen_t length = sizeof address, size = sizeof(int);
    int type = 0;
    return getsockopt(fd, SOL_SOCKET, SO_TYPE, &type, &size) == 0 && type == SOCK_STREAM &&
           getsockname(fd, &address.any, &length) == 0 &&
           (address.any.sa_family == AF_UNIX || is_loopback(&address));
}

/* --- reading -------------------------------------------------------------------------------------------- */

enum wire_got wire_fill(struct wire *wire, double deadline)
{
    for (;;) {
        if (wire->at < wire->filled)
            return WIRE_LINE;
        struct pollfd pollfd = {.fd = wire->fd, .events = POLLIN};
        double left = MAX(deadline - clock_seconds(), 0);
        struct timespec most = {(time_t)left, (long)((left - (double)(time_t)left) * 1e9)};
        int ready = ppoll(&pollfd, 1, &most, wire->mask);
        if (ready == 0)
            return WIRE_LATE;
        if (ready < 0 && errno == EINTR && wire->mask)
            return WIRE_TOLD;
        if (ready < 0 && errno != EINTR)
            return WIRE_END;
        if (ready < 0)
            continue;
        ssize_t got = recv(wire->fd, wire->buffer, sizeof wire->buffer, MSG_DONTWAIT);
        if (got < 0 && (errno == EINTR || errno == EAGAIN))
            continue;
        if (got <= 0)
            return WIRE_END;
        wire->at = 0;
        wire->filled = (size_t)got;
    }
}

enum wire_got wire_line(struct wire *wire, GString *line, size_t most, double deadline)
{
    bool long_one = false;
    g_string_truncate(line, 0);
    for (;;) {
        enum wire_got got = wire_fill(wire, deadline);
        if (got == WIRE_TOLD && (line->len || long_one))
            continue;
        if (got != WIRE_LINE)
            return got;
        const char *from = wire->buffer + wire->at;
        const char *end = memchr(from, '\n', wire->filled - wire->at);
        size_t length = end ? (size_t)(end - from) + 1 : wire->filled - wire->at;
        wire->at += length;
        long_one |= line->len + length > most + 2;
        if (!long_one)
            g_string_append_len(line, from, (gssize)length);
        if (end)
            break;
    }
    if (long_one)
        return WIRE_LONG;
    g_string_truncate(line, line->len - 1);
    if (!line->len || line->str[line->len - 1] != '\r')
        return WIRE_BARE;
    g_string_truncate(line, line->len - 1);
    return WIRE_LINE;
}

/* --- writing -------------------------------------------------------------------------------------------- */

void wire_put(struct wire *wire, const char *bytes, size_t length)
{
    g_string_append_len(wire->out, bytes, (gssize)length);
}

void wire_say(struct wire *wire, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    g_string_append_vprintf(wire->out, format, args);
    va_end(args);
}

bool wire_flush(struct wire *wire, double seconds)
{
    double deadline = clock_seconds() + seconds;
    size_t sent = 0;
    while (sent < wire->out->len && !wire->broken) {
        struct pollfd pollfd = {.fd = wire->fd, .events = POLLOUT};
        double left = deadline - clock_seconds();
        int ready = left > 0 ? poll(&pollfd, 1, (int)(left * 1000) + 1) : 0;
        if (ready < 0 && errno == EINTR)
            continue;
        ssize_t n = ready > 0 ? send(wire->fd, wire->out->str + sent, wire->out->len - sent,
                                     MSG_DONTWAIT | MSG_NOSIGNAL)
                              : -1;
        if (n < 0 && ready > 0 && (errno == EINTR || errno == EAGAIN))
            continue;
        wire->broken = n <= 0;
        sent += n > 0 ? (size_t)n : 0;
    }
    g_string_truncate(wire->out, 0);
    return !wire->broken;
}
