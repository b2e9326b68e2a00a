/* heed's own settings: $XDG_CONFIG_HOME/heed/config over /etc/heed/config over defaults that work. In the
 * site's file sections for a domain and for a group stand over the others, and it says what is final.
 * A bad line costs only itself: the default stands in for it, and the problem is kept to be told. */
#ifndef HEED_CONFIG_H
#define HEED_CONFIG_H

#include <stdbool.h>
#include <stdint.h>

#include "base/home.h"
#include "base/kind.h"
#include "base/limits.h"
#include "base/owned.h"
#include "base/placement.h"
#include "base/status.h"

/* [user] mode: what becomes of mail that arrives. */
enum user_mode {
    MODE_ON,
    MODE_HEADERS, /* judged, and its header says where it would be; it stays in the inbox */
    MODE_OFF,     /* not judged, and no header */
    MODE_COUNT
};

/* [site]: mail of many users, in /etc/heed/config (heed-site(7)). */
struct config_site {
    char *listen, *store;         /* "/path", "127.0.0.1:2003" or "[::1]:2003"; store: or STORE_MAILDIR */
    char *users;                  /* "passwd", "template", or the path of Dovecot's auth-userdb */
    char *account, *home;         /* of users by template */
    char *maildir, *domain;       /* "" for none */
    char *imap;                   /* as listen, to learn from; "" for none */
    char *master_user, *master_password; /* for that: a name, and the file of the password */
    char *state, *spool;          /* folders */
    char *listener, *group;       /* account and group, by name */
    char *metrics, *metrics_socket; /* file, Unix socket; "" for none */
    char *filter;                 /* Unix socket; "" for none */
    char **final;                 /* "section" or "section.key", NULL-ended: what users cannot set */
    double judge_time;            /* seconds */
    uint32_t sessions;            /* at the same time */
    uint32_t size, spool_size;    /* bytes: of one message, and of all that are under way */
};

#define STORE_MAILDIR "maildir" /* mail is stored in users' Maildirs, and handed on to nobody */

struct config {
    /* [trust] */
    char **authserv_ids; /* NULL-ended; empty: no Authentication-Results are believed */

    char **arc_sealers;  /* NULL-ended: forwarders whose word about what they got is taken (RFC 8617) */

    /* [placement] thresholds, 0-100 */
    double later_below;    /* usefulness below this is later */
    double priority_above; /* usefulness from this on is priority */
    double doubt;          /* messages of a sender at which half of later_below holds; 0: all, at once */
    double patience;       /* days of her mail after which half of it holds; 0: all, at once */
    double probe;          /* days after which what was demoted gets a chance; 0: never */
    double suspect_below;  /* trust below this is suspect */
    double doubtful_below; /* trust below this is later where she has acted on nothing of theirs */
    bool protect[KIND_COUNT];

    /* [learn] */
    double half_life;     /* days after which evidence counts half */
    double ignored_after; /* days after which unread means ignored */
    double passed_after;  /* the same where she has acted on DEALT messages (outcome.h) that came later */

    /* [tags] changes for each placement, "+tag" or "-tag"; NULL-ended */
    char **tags[PLACE_COUNT];

    /* [folders] below the mail root for each placement; "" for none */
    char *folders[PLACE_COUNT];
    /* and what others are called that have a use of their own; "": by their usual names */
    char *trash, *junk, *archive, *sent, *drafts;
    bool move; /* what came past deliver is moved into them, too */

    /* [history] */
    char *history; /* Maildir whose folders and flags tell what became of mail; "": notmuch's index does */

    /* [user] who she is, where no index says; lower case, NULL-ended; and "" where not set */
    char **addresses;
    char *user_name;
    enum user_mode mode;

    /* [alias] */
    char *alias_delimiter; /* between local part and label; "" where the mail server knows none */
    char *alias_domain;    /* whose addresses all reach her, lower case; or "" */
    char *alias_base;      /* the address that new aliases hang on, lower case; "" for her primary one */

    /* [deliver] */
    char *maildir;      /* Maildir to deliver into; "" for notmuch's mail root */
    double lock_wait;   /* seconds to wait for the index */
    double judge_time;  /* seconds that judging one message may take */

    /* [limits] */
    struct message_limits limits;

    /* [log] */
    bool syslog;      /* one line for each message */
    char *log_socket; /* where the system's log listens */

    struct config_site site;

    char **written;  /* for each of config_settings(): as it stands in a file, NULL where the default holds */
    bool *fixed;     /* for each likewise: whether the user's own file cannot set it */
    char *user_file; /* path of the user's file, whether or not it exists; "" where there is no home */
    char *home_dir;  /* what ~ stands for in values; "" likewise */
    bool unread;      /* a file is there but could not be read just now: nothing is known of it */
    char **problems; /* "file:line:column: what", NULL-ended */
};

/* The settings of HOME: its own over those of its groups, its domain, the site, over the defaults. Never
 * fails: what cannot be read is a problem in the list, and defaults stand in. */
struct config *config_load(const struct home *home);

/* The defaults alone. */
struct config *config_default(void);
void config_free(struct config *config);
OWNED_DEFINE(config)

/* Whether a placement adds or takes away TAG. */
bool config_places_by(const struct config *config, const char *tag);

/* Whether the user's own file cannot set KEY in GROUP. */
bool config_is_final(const struct config *config, const char *group, const char *key);

/* Whether a file sets KEY in GROUP. */
bool config_is_written(const struct config *config, const char *group, const char *key);

/* Whether a file sets anything in GROUP. */
bool config_has_group(const struct config *config, const char *group);

/* The word for MODE, and the way back: MODE_COUNT where NAME is none. */
const char *mode_name(enum user_mode mode);
enum user_mode mode_from_name(const char *name);

/* Sets one by "NAME=VALUE" in GROUP. Errors: STATUS_USAGE, with what is wrong. */
STATUS_CHECK enum status config_set(struct config *config, const char *group, const char *assignment,
                                    struct err *err);

/* One setting of the table, for `heed check` and heed-config(5). */
struct setting {
    const char *group, *key, *fallback, *help;
    double min, max; /* of numbers */
};
const struct setting *config_settings(size_t *count);

#endif
