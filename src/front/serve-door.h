/* What both sides of `heed serve` agree on. */
#ifndef HEED_SERVE_DOOR_H
#define HEED_SERVE_DOOR_H

#include <sys/un.h>

#include "front/serve.h"

/* Where it listens; false where the path is too long for a socket. */
bool serve_address(const struct home *home, struct sockaddr_un *address);

/* What a task for HOME is called. The caller frees it. */
char *serve_name(const struct home *home);

#endif
