/* The users of a site: who a recipient is, and where everything of theirs is. Settings: [site]. */
#ifndef HEED_SITE_H
#define HEED_SITE_H

#include <sys/types.h>

#include "base/config.h"
#include "base/home.h"
#include "base/status.h"

struct site_user {
    char *name;    /* of the mailbox, after aliases; what is known of her is kept under it */
    char *address; /* her usual one, lower case; "" where her name has no domain and the settings
                      name none */
    char *home;    /* absolute */
    char *maildir; /* absolute */
    uid_t uid;
    gid_t gid;
};

/* The home of accounts that have none, which is never to be there (Debian Policy 9.2.3). */
#define SITE_NO_HOME "/nonexistent"

void site_user_free(struct site_user *user);
OWNED_DEFINE(site_user)

/* The settings of the site alone: those of its folder over the defaults. */
struct config *site_config(const struct home *home);

/* Who gets mail for ADDRESS, a recipient's or a user's name: by [site] users. CONFIG is the site's.
 * Within SECONDS. Errors: STATUS_NOT_FOUND; STATUS_IO where the table does not tell; STATUS_CONFIG.
 */
STATUS_CHECK enum status site_user_find(const struct config *config, const char *address,
                                        double seconds, struct site_user **out, struct err *err);

/* The folder of all that is known of USER, in config->site.state. The caller frees it. */
char *site_user_folder(const struct config *config, const struct site_user *user);

/* Makes that folder (0700) where it is absent. Errors: STATUS_IO, where this is neither root nor USER, too;
 * STATUS_DENIED where USER is root. */
STATUS_CHECK enum status site_user_make_state(const struct config *config, const struct site_user *user,
                                              struct err *err);

/* Becomes USER for good where this is root. Errors: likewise. */
STATUS_CHECK enum status site_user_become(const struct site_user *user, struct err *err);

/* The home of USER, beside SITE, whose folder of settings and of temporary files is taken over. */
struct home *site_user_home(const struct config *config, const struct home *site,
                            const struct site_user *user);

/* Whether this process may see who is known. Errors: STATUS_IO, which says who may. */
STATUS_CHECK enum status site_may_look(const struct config *config, struct err *err);

/* Calls EACH with the name of everybody of whom something is known. False stops. */
typedef bool site_each(const char *name, void *data);
void site_users(const struct config *config, site_each *each, void *data);

#endif
