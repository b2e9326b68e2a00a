/* One person's folders and settings files: where everything of hers is. Made once, from the environment by
 * main or from a site's table of users, and handed on. Nothing else reads the environment or puts together
 * a path of these. */
#ifndef HEED_HOME_H
#define HEED_HOME_H

#include <stdbool.h>

#include "base/owned.h"
#include "base/status.h"

/* Where notmuch's settings and index are looked for (notmuch-config(1), FILES and ENVIRONMENT). */
struct home_notmuch {
    char *config;   /* the settings file, whether or not it exists */
    char *profile;  /* NOTMUCH_PROFILE, or NULL */
    char *database; /* the index's folder where NOTMUCH_DATABASE names it; or NULL */
    char *unnamed;  /* the same where neither that nor the settings name it */
    bool named;     /* NOTMUCH_CONFIG names the settings, and they are in no usual place */
    bool odd;       /* a variable is set that libnotmuch takes otherwise than heed, such as an empty one */
};

/* What systemd tells a service (sd_listen_fds(3), sd_notify(3), sd_watchdog_enabled(3)). */
struct home_service {
    unsigned sockets; /* descriptors from HOME_FIRST_SOCKET on */
    char *notify;     /* the socket that it wants to hear at, or NULL */
    double watchdog;  /* seconds within which it wants to hear that all is well; 0: it does not */
};
#define HOME_FIRST_SOCKET 3

struct home {
    char *dir;          /* what ~ stands for; absolute */
    char *config_dir;   /* heed's settings and rules of this person; may be absent; NULL: nobody's */
    char *site_dir;     /* those of the site; may be absent */
    char *state_dir;    /* the book, and what else can be made again; home_make_state() makes it */
    char *key_dir;      /* keys, in no folder that a process which reads mail can see */
    char *temp_dir;     /* for messages that are too large for memory */
    char *library_path; /* more folders of shared libraries, with ":" between them; or "" */
    bool interposed;    /* another library stands between the program and its own (LD_PRELOAD) */
    char *user;         /* of a site's user: her name, */
    char *maildir;      /* her Maildir, */
    char *address;      /* and her usual address in lower case; NULL where her own settings alone say */
    char *store;        /* the IMAP server that has her mail; NULL: it is in the Maildir */
    int imap; /* of a site's user whose mail is in no Maildir: a socket to who reads it (front/imap.h), the
                 home's; 0: none */
    struct home_notmuch notmuch;
    struct home_service service;
};

/* The home of whoever runs this process, by the XDG Base Directory Specification. Never NULL; the caller
 * frees it. */
struct home *home_from_environment(void);

/* The home in the folder DIR (absolute), with the usual places below it. Never NULL; the caller frees it. */
struct home *home_at(const char *dir);

void home_free(struct home *home);
OWNED_DEFINE(home)

/* STATE_DIR/NAME, CONFIG_DIR/NAME. The caller frees it. */
char *home_state(const struct home *home, const char *name);
char *home_config(const struct home *home, const char *name);

/* Makes the folder of the state, or of the keys, with mode 0700 where it is absent. Errors: STATUS_IO. */
STATUS_CHECK enum status home_make_state(const struct home *home, struct err *err);
STATUS_CHECK enum status home_make_keys(const struct home *home, struct err *err);

/* TEXT with a leading "~/" replaced by the home's folder. The caller frees it. */
char *home_expand(const struct home *home, const char *text);

#endif
