/* What the files of the settings share. */
#ifndef HEED_CONFIG_PRIVATE_H
#define HEED_CONFIG_PRIVATE_H

#include <glib.h>

#include "base/config.h"

enum config_type {
    NUMBER,
    COUNT,
    KIB,
    MIB,
    FLAG,
    LIST,
    TAGS,
    TEXT,
    LINE,
    KINDS,
    DELIMITER,
    ADDRESS,
    ADDRESSES,
    DOOR,  /* an absolute path, or a loopback address and port */
    STORE, /* the same, or STORE_MAILDIR */
    NO_DOOR, /* a door, or nothing */
    TABLE, /* an absolute path, "passwd" or "template" */
    GROUP, /* of the system, by its name; one that is not there is taken, and said */
    MODE,  /* of enum user_mode, by its word */
    FINAL  /* names of settings or sections */
};

struct config_row {
    struct setting setting;
    enum config_type type;
    size_t offset; /* in struct config */
};

#define CONFIG_ROWS 69
extern const struct config_row *const config_rows; /* so many */

/* Puts VALUE where ROW says. False where it is none: *WHY, the caller's, says what was expected; it is also
 * said where the value was taken, but not as it stands. */
bool config_set_value(struct config *config, const struct config_row *row, const char *value, char **why);

/* One file that is being read. */
struct source {
    const char *path;
    char *text;
    GPtrArray *problems;
    const struct home *home;
    bool site; /* it is the site's, not the user's own */
};

/* Keeps that something is wrong at KEY in GROUP, or at the line of GROUP where KEY is NULL. */
void config_problem(const struct source *source, const char *group, const char *key, const char *format, ...)
    G_GNUC_PRINTF(4, 5);

/* The row of KEY in the section GROUP, or NULL. */
const struct config_row *config_row_find(const char *group, const char *key);

/* Whether NAME, a section or section.key, means ROW. */
bool config_names(const char *name, const struct config_row *row);

/* The system's group NAME, in the library's memory (getgrnam(3)), or NULL; FAILED: it cannot be told now. */
const struct group *config_group(const char *name, bool *failed);

/* ", did you mean X?" with the one of KNOWN (NULL-ended), or of all names of settings, that is nearest to
 * NAME, or "". The caller frees it. */
char *config_meant(const char *name, const char *const *known);
char *config_meant_of_all(const char *name);

/* Blanks every line of SOURCE that GKeyFile would refuse the whole file for, and says so. */
void config_screen(struct source *source);

/* Reads the value of KEY in GROUP of FILE, which is meant for ROW. */
void config_read_key(struct config *config, const struct source *source, GKeyFile *file, const char *group,
                     const char *key, const struct config_row *row);

/* --- of a site (config-policy.c) ------------------------------------------------------------------------ */

/* Whether GROUP is a section for a domain or a group of users, by its first word. */
bool config_is_policy(const char *group);

/* Reads these sections of the site's FILE: all of domains, then all of groups; into OTHER, for their
 * mistakes, those that are for somebody else than HOME. */
void config_read_policy(struct config *config, struct config *other, const struct source *source,
                        GKeyFile *file);

#endif
