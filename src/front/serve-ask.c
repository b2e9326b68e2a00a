/* The side of a delivery: the message goes there, and a plan comes back. */
#include <fcntl.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include "base/frame.h"
#include "base/pass.h"
#include "serve-door.h"
#include "worker.h"

/* Who serves another home, by the same folder of state, is not asked: it would judge by other settings. */
char *serve_name(const struct home *home)
{
    const struct home_notmuch *notmuch = &home->notmuch;
    const char *said[] = {home->dir,         home->config_dir,  home->site_dir,
                          home->state_dir,   home->key_dir,     notmuch->config,
                          notmuch->profile,  notmuch->database, notmuch->unnamed};
    g_autoptr(GString) all = g_string_new(HEED_VERSION);
    for (size_t i = 0; i < G_N_ELEMENTS(said); i++)
        g_string_append_printf(all, "\n%s", said[i] ? said[i] : "");
    return g_compute_checksum_for_string(G_CHECKSUM_SHA256, all->str, -1);
}

bool serve_address(const struct home *home, struct sockaddr_un *address)
{
    g_autofree char *path = home_state(home, "serve");
    *address = (struct sockaddr_un){.sun_family = AF_UNIX};
    return g_strlcpy(address->sun_path, path, sizeof address->sun_path) < sizeof address->sun_path;
}

int serve_find(const struct home *home)
{
    struct sockaddr_un address;
    int fd = serve_address(home, &address) ? socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0) : -1;
    if (fd >= 0 && connect(fd, (struct sockaddr *)&address, sizeof address) == 0)
        return fd;
    if (fd >= 0)
        close(fd);
    return -1;
}

/* A descriptor of what is in SPOOL, the caller's, or -1. */
static int descriptor_of(const struct spool *spool)
{
    if (spool_fd(spool) >= 0)
        return dup(spool_fd(spool));
    int fd = memfd_create("heed", MFD_CLOEXEC | MFD_ALLOW_SEALING);
    bool whole = fd >= 0 && write_all(fd, spool_memory(spool), (size_t)spool_size(spool)) &&
                 fcntl(fd, F_ADD_SEALS, F_SEAL_SEAL | F_SEAL_WRITE | F_SEAL_SHRINK | F_SEAL_GROW) == 0;
    if (fd >= 0 && !whole)
        close(fd);
    return whole ? fd : -1;
}

static struct plan *take(GVariant *said)
{
    g_autoptr(GVariant) packed = NULL;
    guchar placement, would;
    const char *why, *vouched;
    g_variant_get(said, "(y&syv&s)", &placement, &why, &would, &packed, &vouched);
    struct plan *plan =
        !*why && g_variant_is_of_type(packed, G_VARIANT_TYPE(PLAN_TYPE)) ? plan_unpack(packed) : NULL;
    if (plan && *vouched)
        plan->vouched = g_strdup(vouched);
    return plan;
}

bool serve_ask(int socket, const struct home *home, const struct spool *spool,
               const struct envelope *envelope, double seconds, struct plan **out)
{
    static const char *const nobody[] = {NULL};
    g_autoptr(GVariant) said = NULL;
    g_autofree char *name = serve_name(home);
    bool known = envelope && envelope->sender;
    const char *const *to =
        envelope && envelope->recipients ? (const char *const *)envelope->recipients : nobody;
    double deadline = clock_seconds() + seconds;
    int message = descriptor_of(spool), channel = -1;
    if (message < 0)
        return false;
    const char *queue_id = envelope && envelope->queue_id ? envelope->queue_id : "";
    GVariant *task =
        g_variant_new("(sbs^asd)", known ? envelope->sender : "", known, queue_id, to, deadline);
    channel = pass_hand(socket, name, strlen(name), message, g_variant_new_variant(task), false);
    close(message);
    if (channel >= 0 && frame_hear(channel, WORK_FOUND, deadline, &said) == HEARD)
        *out = take(said);
    if (channel >= 0)
        close(channel);
    return *out != NULL;
}

bool serve_left(int socket, const struct home *home)
{
    g_autofree char *name = serve_name(home);
    GVariant *what = g_variant_new_variant(g_variant_new(WORK_LEFT));
    int channel = pass_hand(socket, name, strlen(name), STDIN_FILENO, what, false);
    if (channel >= 0)
        close(channel);
    return channel >= 0;
}
