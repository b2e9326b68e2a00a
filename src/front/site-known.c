/* A table of addresses that is thrown away as a whole. */
#include "base/frame.h"
#include "pool.h"
#include "site-known.h"

#define KNOWN_SECONDS 60 /* that who an address is holds */
#define MOST_KNOWN 1000  /* addresses */

struct site_known {
    GHashTable *users; /* addresses: their user, packed */
    double since;      /* clock_seconds() of the first of them */
};

struct site_known *site_known_new(void)
{
    struct site_known *known = g_new0(struct site_known, 1);
    known->users = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_variant_unref);
    return known;
}

void site_known_free(struct site_known *known)
{
    g_hash_table_destroy(known->users);
    g_free(known);
}

enum status site_known_find(struct site_known *known, const struct config *config, const char *address,
                            double seconds, GVariant **user, struct err *err)
{
    double now = clock_seconds();
    if (now - known->since > KNOWN_SECONDS || g_hash_table_size(known->users) >= MOST_KNOWN) {
        g_hash_table_remove_all(known->users);
        known->since = now;
    }
    *user = g_hash_table_lookup(known->users, address);
    if (*user)
        return STATUS_OK;
    owned(site_user) found = NULL;
    enum status status = site_user_find(config, address, seconds, &found, err);
    if (status)
        return status;
    *user = g_variant_ref_sink(g_variant_new(SITE_USER, found->name, found->address, found->home,
                                             found->maildir, (guint)found->uid, (guint)found->gid));
    if (g_variant_get_size(*user) > POOL_BYTES) {
        g_clear_pointer(user, g_variant_unref);
        return err_set(err, STATUS_NOT_FOUND, "the paths of %s are too long", found->name);
    }
    g_hash_table_insert(known->users, g_strdup(address), *user);
    return STATUS_OK;
}
