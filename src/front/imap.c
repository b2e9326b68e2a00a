/* Starting who speaks IMAP with the store. This process parses nothing of that; the other one connects to
 * nothing and opens nothing. */
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/cage.h"
#include "base/frame.h"
#include "front/imap.h"
#include "imap-talk.h"
#include "nobody.h"

#define CONNECT_SECONDS 10
#define MOST_PASSWORD 512 /* bytes */

/* The first line of a file that only root or this account may read. The caller frees it. */
static enum status read_password(const char *path, char **out, struct err *err)
{
    char bytes[MOST_PASSWORD + 1];
    struct stat st;
    int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (fd < 0)
        return err_errno(err, STATUS_IO, "cannot read [site] master-password-file %s", path);
    bool plain = fstat(fd, &st) == 0 && S_ISREG(st.st_mode);
    bool private = plain && !(st.st_mode & 077) && (st.st_uid == 0 || st.st_uid == geteuid());
    ssize_t n = private ? read(fd, bytes, sizeof bytes - 1) : -1;
    close(fd);
    if (!private)
        return err_set(err, STATUS_DENIED,
                       "others than root and heed may read [site] master-password-file %s: chmod 600", path);
    bytes[MAX(n, 0)] = '\0';
    bytes[strcspn(bytes, "\r\n")] = '\0';
    if (!*bytes)
        return err_set(err, STATUS_CONFIG, "[site] master-password-file %s has no password", path);
    *out = g_strdup(bytes);
    explicit_bzero(bytes, sizeof bytes);
    return STATUS_OK;
}

struct starting {
    const struct config_site *site;
    const char *user;
    char *password;
    int server, above; /* sockets: the store, and whoever asks */
};

static void forget(char **password)
{
    explicit_bzero(*password, strlen(*password));
    g_clear_pointer(password, g_free);
}

static int run(struct peer *parent, void *data)
{
    struct starting *starting = data;
    const struct peer above = {0, starting->above, starting->above};
    struct err err = {0};
    (void)parent; /* what its pipes are for that socket is for */
    peer_close_others(&above, starting->server);
    signal(SIGPIPE, SIG_IGN);
    enum status status = nobody_become(starting->site->listener, &err);
    prctl(PR_SET_DUMPABLE, 0); /* who else is this account does not see the password */
    cage_silence();
    cage_enter(cage_new(CAGE_NO_SIGNALS));
    cage_restrain(CAGE_JUDGES);
    owned(imap) imap = imap_new(starting->server);
    if (!status)
        status = imap_log_in(imap, starting->user, starting->site->master_user, starting->password, &err);
    forget(&starting->password);
    imap_serve(imap, starting->above, status, &err);
    return 0;
}

/* Its password, the caller's to forget(), and the connection. */
static enum status prepare(const struct config_site *site, char **password, int *server, struct err *err)
{
    if (!*site->master_user || !*site->master_password)
        return err_set(err, STATUS_CONFIG, "[site] imap needs master-user and master-password-file");
    enum status status = read_password(site->master_password, password, err);
    if (status)
        return status;
    *server = wire_connect(site->imap, CONNECT_SECONDS);
    if (*server >= 0)
        return STATUS_OK;
    forget(password);
    return err_errno(err, STATUS_IO, "cannot connect to [site] imap %s", site->imap);
}

enum status imap_look(const struct config *config, struct err *err)
{
    char *password = NULL;
    int server = -1;
    enum status status = prepare(&config->site, &password, &server, err);
    if (status)
        return status;
    forget(&password);
    close(server);
    return STATUS_OK;
}

enum status imap_start(const struct config *config, const struct site_user *user, int *fd, struct err *err)
{
    struct starting starting = {.site = &config->site, .user = user->name};
    struct peer child;
    int ends[2];
    enum status status = prepare(starting.site, &starting.password, &starting.server, err);
    if (status)
        return status;
    if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0)
        status = err_errno(err, STATUS_IO, "cannot make a socket");
    if (!status) {
        starting.above = ends[1];
        status = peer_fork(&child, run, &starting, err);
        close(ends[1]);
        if (status)
            close(ends[0]);
        else
            *fd = ends[0];
    }
    if (!status) { /* it hears by that socket, and ends by it; where it is gone, saying so is enough */
        signal(SIGPIPE, SIG_IGN);
        close(child.from);
        close(child.to);
    }
    close(starting.server);
    forget(&starting.password);
    return status;
}
