/* `heed doctor --site`: what whoever runs heed for a whole site would have to know is wrong, on heed's own
 * side. */
#include <errno.h>
#include <grp.h>
#include <pwd.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <unistd.h>

#include "base/days.h"
#include "doctor.h"
#include "front/imap.h"
#include "front/lmtp.h"
#include "front/site-look.h"
#include "store/secret.h"
#include "when.h"

#define SECONDS 5 /* for whoever is asked */
#define LONG (2 * DAY) /* without a sync */

void examine_site_settings(struct visit *visit)
{
    const struct config *config = visit->site;
    g_autofree char *path = g_build_filename(visit->reader->home->site_dir, "config", NULL);
    const char *none[] = {NULL};
    struct stat st;
    for (char **problem = config->problems; *problem; problem++)
        tell(visit, PROBLEM, "correct that line; heed-config(5)", "%s", *problem);
    if (stat(path, &st) == 0 && (st.st_mode & 022))
        tell(visit, PROBLEM, "chmod go-w it", "others can write to %s", path);
    owned(rules) rules = rules_read(visit->reader->home->site_dir, none);
    if (rules_skipped(rules))
        tell(visit, PROBLEM, "heed check says which and why", "%u rules of the site are left out",
             rules_skipped(rules));
    if (!*config->problems)
        tell(visit, FINE, NULL, "%s%s", path, access(path, F_OK) == 0 ? "" : " is not there: defaults hold");
}

static void greet(struct visit *visit, const char *where, const char *who, const char *mend)
{
    struct err err = {0};
    if (lmtp_greets(where, SECONDS, &err))
        tell(visit, PROBLEM, mend, "%s: %s", who, err.text);
    else
        tell(visit, FINE, NULL, "%s greets at %s", who, where);
}

void examine_site_listen(struct visit *visit)
{
    const struct config_site *site = &visit->site->site;
    greet(visit, site->listen, "heed lmtp", "start heed lmtp: until then mail goes past it, or waits");
    if (*site->filter)
        greet(visit, site->filter, "heed lmtp for heed filter",
              "start heed lmtp anew: until then Sieve gets no verdict");
    bool told = config_is_written(visit->site, "site", "group"); /* with the settings */
    if (!told && *site->listen == '/' && *site->group && !getgrnam(site->group))
        tell(visit, NOTE, "[site] group", "there is no group %s: only the owner may connect to %s",
             site->group, site->listen);
}

void examine_site_store(struct visit *visit)
{
    if (strcmp(visit->site->site.store, STORE_MAILDIR) == 0)
        tell(visit, FINE, NULL, "mail is stored in users' Maildirs, as their users");
    else
        greet(visit, visit->site->site.store, "the store",
              "start its LMTP server, or correct [site] store: until then mail waits in the queue");
    struct err err = {0};
    const struct config *config = visit->site;
    if (!*config->site.imap)
        return;
    if (imap_look(config, &err))
        tell(visit, PROBLEM, "correct [site] imap and what belongs to it: until then nothing is learned",
             "%s", err.text);
    else
        tell(visit, FINE, NULL, "the IMAP server listens at %s", config->site.imap);
}

void examine_site_accounts(struct visit *visit)
{
    const struct config_site *site = &visit->site->site;
    struct err err = {0};
    owned(site_user) user = NULL;
    bool by_root = strcmp(site->users, "passwd") == 0;
    enum status status = site_user_find(visit->site, "heed-doctor@heed.example", SECONDS, &user, &err);
    bool failed = status == STATUS_IO || status == STATUS_CONFIG;
    if (*site->account && !getpwnam(site->account))
        tell(visit, PROBLEM, "[site] account", "there is no account %s: nobody's mail is judged",
             site->account);
    else if (failed)
        tell(visit, PROBLEM, "[site] users; until then no mail is judged", "the table of users: %s",
             err.text);
    else
        tell(visit, FINE, NULL, "the table of users (%s) answers", site->users);
    if (!getpwnam(site->listener))
        tell(visit, by_root ? PROBLEM : NOTE, "make it, or name another: [site] listener",
             "there is no account %s, which heed lmtp needs where root starts it", site->listener);
}

/* --- what is kept --------------------------------------------------------------------------------------- */

static bool is_private(struct visit *visit, const char *path, mode_t others)
{
    struct stat st;
    if (lstat(path, &st) != 0 || !(st.st_mode & others))
        return true;
    tell(visit, PROBLEM, others & 022 ? "chmod go-w it" : "chmod go= it", "others can %s %s",
         st.st_mode & others & 022 ? "write to" : "look into", path);
    return false;
}

void examine_site_state(struct visit *visit)
{
    const char *state = visit->site->site.state;
    g_autofree char *keys = g_build_filename(state, "keys", NULL);
    g_autofree char *key = g_build_filename(keys, SEAL_KEY, NULL);
    if (access(state, F_OK) != 0) {
        tell(visit, NOTE, "heed lmtp makes it, if it may", "%s is not there yet", state);
        return;
    }
    bool good = is_private(visit, state, 022);
    good = is_private(visit, keys, 077) && good;
    good = is_private(visit, key, 077) && good;
    if (access(key, F_OK) != 0 && errno == ENOENT) {
        tell(visit, PROBLEM, "heed lmtp makes it with the next mail, where the folder is its own",
             "%s is not there: verdicts go unsealed", key);
        good = false;
    }
    if (good)
        tell(visit, FINE, NULL, "%s and the site's key are nobody else's", state);
}

void examine_site_space(struct visit *visit)
{
    const struct config_site *site = &visit->site->site;
    const char *const folders[] = {site->spool, site->state};
    const uint64_t needed[] = {site->spool_size, 64u << 20};
    for (size_t i = 0; i < G_N_ELEMENTS(folders); i++) {
        struct statvfs st;
        if (statvfs(folders[i], &st) != 0) {
            tell(visit, i || errno != ENOENT ? NOTE : PROBLEM, "[site] spool, state", "%s: %s", folders[i],
                 g_strerror(errno));
            continue;
        }
        uint64_t room = (uint64_t)st.f_bavail * st.f_frsize;
        bool scarce = room < needed[i];
        tell(visit, scarce ? PROBLEM : FINE, scarce ? "make room, or set [site] spool-size lower" : NULL,
             "%s: %" G_GUINT64_FORMAT " MiB free%s", folders[i], room >> 20,
             scarce && !i ? ", less than spool-size: senders of much hear 452" : "");
    }
}

/* --- users ---------------------------------------------------------------------------------------------- */

/* How many of a sort there are, and the first. */
struct sort {
    unsigned n;
    char *first;
};

struct seen {
    unsigned users;
    struct sort unknown, troubled, unstored, open, mistaken, behind, unlearned;
    int64_t now;
};

static void add(struct sort *sort, const char *name, const char *what)
{
    if (sort->n++ == 0)
        sort->first = *what ? g_strdup_printf("%s: %s", name, what) : g_strdup(name);
}

static void see(const struct site_state *state, void *data)
{
    struct seen *seen = data;
    char buffer[WHEN_SIZE];
    seen->users++;
    if (state->unknown)
        add(&seen->unknown, state->name, "");
    else if (state->trouble)
        add(&seen->troubled, state->name, state->trouble);
    if (*state->unstored)
        add(&seen->unstored, state->name, state->unstored);
    if (state->is_open)
        add(&seen->open, state->name, "");
    if (state->problems)
        add(&seen->mistaken, state->name, state->problem);
    if (state->synced && state->synced < seen->now - LONG)
        add(&seen->behind, state->name, when_ago(state->synced, seen->now, buffer));
    if (state->messages > 0 && !state->synced)
        add(&seen->unlearned, state->name, "");
}

static void tell_sort(struct visit *visit, struct sort *sort, enum health health, const char *mend,
                      const char *what)
{
    if (sort->n)
        tell(visit, health, mend, "%u %s, the first %s", sort->n, what, sort->first);
    g_free(sort->first);
}

void examine_site_users(struct visit *visit)
{
    struct seen seen = {.now = visit->now};
    struct err err = {0};
    if (site_look_all(visit->reader->home, visit->site, see, &seen, &err))
        tell(visit, PROBLEM, "[site] users", "users cannot be looked at: %s", err.text);
    tell_sort(visit, &seen.troubled, PROBLEM, "heed user NAME doctor", "cannot be looked at");
    tell_sort(visit, &seen.unstored, PROBLEM,
              "an alias to somebody else, or a home: until then such mail waits in the queue, and comes back",
              "can store no mail");
    tell_sort(visit, &seen.open, PROBLEM, "chmod go= the folder", "have folders that others can look into");
    tell_sort(visit, &seen.mistaken, PROBLEM, "heed user NAME check", "have mistakes in their settings");
    tell_sort(visit, &seen.behind, PROBLEM, "heed user --all sync, on a timer",
              "were not learned from for two days");
    tell_sort(visit, &seen.unlearned, NOTE,
              "heed user --all sync, on a timer; stores without Maildirs never are",
              "were never learned from");
    tell_sort(visit, &seen.unknown, NOTE, "remove the folder, if they are gone for good",
              "are not in the table of users any more");
    tell(visit, FINE, NULL, "something is known of %u", seen.users);
}
