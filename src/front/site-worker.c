/* Becoming one user of the site for good. */
#include <stdio.h>

#include "front/site.h"
#include "site-judge.h"
#include "site-known.h"
#include "worker.h"

static void read_user(struct site_user *user, const void *packed, size_t length)
{
    g_autoptr(GBytes) bytes = g_bytes_new(packed, length); /* aligned */
    g_autoptr(GVariant) said =
        g_variant_ref_sink(g_variant_new_from_bytes(G_VARIANT_TYPE(SITE_USER), bytes, FALSE));
    guint uid, gid;
    g_variant_get(said, "(ssssuu)", &user->name, &user->address, &user->home, &user->maildir, &uid, &gid);
    user->uid = uid;
    user->gid = gid;
}

void site_worker(struct site *site, const void *packed, size_t length, int control)
{
    const struct config *config = site->config;
    owned(site_user) user = g_new0(struct site_user, 1);
    struct home *home = NULL;
    struct err err = {0};
    g_clear_pointer(&site->key, secret_free);
    read_user(user, packed, length);
    if (site_user_make_state(config, user, &err)) /* mail goes on all the same, unjudged */
        fprintf(stderr, "heed: %s\n", err.text);
    if (site_user_become(user, &err))
        fprintf(stderr, "heed: %s\n", err.text);
    else
        home = site_user_home(config, site->home, user);
    worker_serve(home, false, config->site.judge_time, control);
}
