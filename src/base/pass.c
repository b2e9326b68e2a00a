/* Descriptors over Unix sockets (unix(7), SCM_RIGHTS). */
#include <errno.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/uio.h>
#include <unistd.h>

#include "base/frame.h"
#include "base/pass.h"

union control {
    char bytes[CMSG_SPACE(PASS_FDS * sizeof(int))];
    struct cmsghdr aligned;
};

bool pass_pair(int ends[2])
{
    return socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, ends) == 0;
}

bool pass_send(int socket, const void *bytes, size_t length, const int *fds, unsigned n, bool waits)
{
    union control control = {.bytes = {0}};
    struct iovec vec = {(void *)bytes, length};
    struct msghdr message = {.msg_iov = &vec, .msg_iovlen = 1};
    if (n) {
        message.msg_control = control.bytes;
        message.msg_controllen = CMSG_SPACE(n * sizeof(int));
        struct cmsghdr *head = CMSG_FIRSTHDR(&message);
        head->cmsg_level = SOL_SOCKET;
        head->cmsg_type = SCM_RIGHTS;
        head->cmsg_len = CMSG_LEN(n * sizeof(int));
        memcpy(CMSG_DATA(head), fds, n * sizeof(int));
    }
    ssize_t sent;
    do
        sent = sendmsg(socket, &message, MSG_NOSIGNAL | (waits ? 0 : MSG_DONTWAIT));
    while (sent < 0 && errno == EINTR);
    return sent == (ssize_t)length;
}

ssize_t pass_receive(int socket, void *bytes, size_t most, int fds[PASS_FDS], bool waits)
{
    union control control;
    struct iovec vec = {bytes, most};
    struct msghdr message = {.msg_iov = &vec,
                             .msg_iovlen = 1,
                             .msg_control = control.bytes,
                             .msg_controllen = sizeof control.bytes};
    ssize_t got;
    for (unsigned i = 0; i < PASS_FDS; i++)
        fds[i] = -1;
    do
        got = recvmsg(socket, &message, MSG_CMSG_CLOEXEC | (waits ? 0 : MSG_DONTWAIT));
    while (got < 0 && errno == EINTR);
    if (got < 0)
        return errno == EAGAIN || errno == EWOULDBLOCK ? -1 : 0;
    struct cmsghdr *head = CMSG_FIRSTHDR(&message);
    if (head && head->cmsg_level == SOL_SOCKET && head->cmsg_type == SCM_RIGHTS) {
        size_t n = (head->cmsg_len - CMSG_LEN(0)) / sizeof(int);
        memcpy(fds, CMSG_DATA(head), MIN(n, PASS_FDS) * sizeof(int));
    }
    return got;
}

int pass_hand(int socket, const void *bytes, size_t length, int fd, GVariant *what, bool waits)
{
    g_autoptr(GVariant) held = g_variant_ref_sink(what);
    int pair[2];
    if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, pair) != 0)
        return -1;
    const int fds[2] = {pair[1], fd};
    bool sent = pass_send(socket, bytes, length, fds, 2, waits);
    close(pair[1]);
    if (sent && frame_say(pair[0], held))
        return pair[0];
    close(pair[0]);
    return -1;
}
