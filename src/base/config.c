/* The settings of somebody, from all files that have some. Knows what may be set by the table
 * (config-rows.c), not what it does. */
#include <errno.h>
#include <string.h>

#include "config-private.h"
#include "base/spool.h"
#include "base/text.h"

#define MOST_FILE (1u << 20) /* bytes */

const struct setting *config_settings(size_t *count)
{
    static struct setting settings[CONFIG_ROWS];
    for (size_t i = 0; i < CONFIG_ROWS; i++)
        settings[i] = config_rows[i].setting;
    *count = CONFIG_ROWS;
    return settings;
}

/* All keys of GROUP, or all sections where GROUP is NULL; NULL-ended, the caller frees the array. */
static const char **known_names(const char *group)
{
    const char **known = g_new0(const char *, CONFIG_ROWS + 1);
    size_t n = 0;
    for (size_t i = 0; i < CONFIG_ROWS; i++)
        if (!group)
            known[n++] = config_rows[i].setting.group;
        else if (strcmp(config_rows[i].setting.group, group) == 0)
            known[n++] = config_rows[i].setting.key;
    return known;
}

enum status config_set(struct config *config, const char *group, const char *assignment, struct err *err)
{
    g_auto(GStrv) parts = g_strsplit(assignment, "=", 2);
    if (!parts[0] || !parts[1])
        return err_set(err, STATUS_USAGE, "expected NAME=VALUE, not \"%s\"", assignment);
    const struct config_row *row = config_row_find(group, g_strstrip(parts[0]));
    if (!row) {
        g_autofree const char **known = known_names(group);
        g_autofree char *meant = config_meant(parts[0], known);
        return err_set(err, STATUS_USAGE, "unknown setting \"%s\"%s", parts[0], meant);
    }
    g_autofree char *why = NULL;
    return config_set_value(config, row, g_strstrip(parts[1]), &why)
               ? STATUS_OK
               : err_set(err, STATUS_USAGE, "%s: %s", parts[0], why);
}

static void unknown_section(const struct source *source, const char *group)
{
    static const char *const of_users[] = {"domain", "group", NULL};
    g_autofree const char **known = known_names(NULL);
    g_autofree char *word = g_strndup(group, strcspn(group, " "));
    const char *near = text_nearest(word, strchr(group, ' ') ? of_users : known);
    config_problem(source, group, NULL, "unknown section [%s]%s%s%s", group, near ? ", did you mean [" : "",
                   near ? near : "", near ? "]?" : "");
}

static void read_group(struct config *config, const struct source *source, GKeyFile *file, const char *group)
{
    g_autofree const char **known = known_names(group);
    if (!*known) {
        unknown_section(source, group);
        return;
    }
    g_auto(GStrv) keys = g_key_file_get_keys(file, group, NULL, NULL);
    for (char **key = keys; key && *key; key++) {
        const struct config_row *row = config_row_find(group, *key);
        g_autofree char *meant = row ? NULL : config_meant(*key, known);
        if (row)
            config_read_key(config, source, file, group, *key, row);
        else
            config_problem(source, group, *key, "unknown setting \"%s\"%s", *key, meant);
    }
}

/* What the site has said is final, from here on. */
static void fix(struct config *config)
{
    for (size_t i = 0; i < CONFIG_ROWS; i++) {
        config->fixed[i] = strcmp(config_rows[i].setting.group, "site") == 0;
        for (char **name = config->site.final; *name; name++)
            config->fixed[i] |= config_names(*name, &config_rows[i]);
    }
}

static void read_groups(struct config *config, const struct source *source, GKeyFile *file)
{
    g_auto(GStrv) groups = g_key_file_get_groups(file, NULL);
    for (char **group = groups; *group; group++)
        if (!config_is_policy(*group))
            read_group(config, source, file, *group);
        else if (!source->site)
            config_problem(source, *group, NULL, "[%s] is of the site's settings alone; ignored", *group);
    if (!source->site)
        return;
    owned(config) other = config_default();
    config_read_policy(config, other, source, file);
    fix(config);
}

/* Whatever is not lasting may be over soon: until then nothing is known of the file. */
static void cannot_read(struct config *config, const struct source *source, enum status status,
                        const struct err *err)
{
    static const int lasting[] = {EACCES, EPERM, ENOTDIR, ELOOP, ENAMETOOLONG, EFBIG};
    bool passing = status == STATUS_IO;
    for (size_t i = 0; i < G_N_ELEMENTS(lasting); i++)
        passing &= err->number != lasting[i];
    config->unread |= passing;
    if (err->number != ENOENT)
        g_ptr_array_add(source->problems, g_strdup_printf("%s:1:1: %s", source->path, err->text));
}

static void read_file(struct config *config, struct source *source)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(GKeyFile) file = g_key_file_new();
    struct err err = {0};
    size_t length;
    enum status status = spool_text(source->path, MOST_FILE, &source->text, &length, &err);
    if (status) {
        cannot_read(config, source, status, &err);
        return;
    }
    config_screen(source);
    if (g_key_file_load_from_data(file, source->text, (gsize)-1, G_KEY_FILE_NONE, &error)) {
        read_groups(config, source, file);
    } else {
        g_autofree char *clean = text_clean(error->message, 300);
        g_ptr_array_add(source->problems, g_strdup_printf("%s:1:1: %s", source->path, clean));
    }
    g_clear_pointer(&source->text, g_free);
}

static int by_line(gconstpointer a, gconstpointer b, gpointer path)
{
    size_t before = strlen(path) + 1;
    gint64 one = g_ascii_strtoll(*(char *const *)a + before, NULL, 10);
    gint64 other = g_ascii_strtoll(*(char *const *)b + before, NULL, 10);
    return (one > other) - (one < other);
}

/* What is wrong is told in the order of its lines. */
static void read_in_order(struct config *config, const struct home *home, const char *path, bool site,
                          GPtrArray *problems)
{
    struct source source = {.path = path, .problems = problems, .home = home, .site = site};
    guint before = problems->len;
    read_file(config, &source);
    if (problems->len > before)
        g_qsort_with_data(problems->pdata + before, (gint)(problems->len - before), sizeof(char *), by_line,
                          (gpointer)path);
}

struct config *config_default(void)
{
    struct config *config = g_new0(struct config, 1);
    config->written = g_new0(char *, CONFIG_ROWS);
    config->fixed = g_new0(bool, CONFIG_ROWS);
    config->problems = g_new0(char *, 1);
    config->user_file = g_strdup("");
    config->home_dir = g_strdup("");
    for (size_t i = 0; i < CONFIG_ROWS; i++) {
        g_autofree char *why = NULL;
        if (!config_set_value(config, &config_rows[i], config_rows[i].setting.fallback, &why))
            g_error("default of %s.%s: %s", config_rows[i].setting.group, config_rows[i].setting.key, why);
    }
    fix(config);
    return config;
}

/* What a site's table says of her holds where no file does. */
static void take_from_site(struct config *config, const struct home *home)
{
    if (home->maildir && !*config->history) {
        g_free(config->history);
        config->history = g_strdup(home->maildir);
    }
    if (home->address && !*config->addresses) {
        g_strfreev(config->addresses);
        config->addresses = g_new0(char *, 2);
        *config->addresses = g_strdup(home->address);
    }
}

struct config *config_load(const struct home *home)
{
    struct config *config = config_default();
    g_autofree char *site_file = g_build_filename(home->site_dir, "config", NULL);
    g_free(config->user_file);
    config->user_file = home->config_dir ? home_config(home, "config") : g_strdup("");
    g_free(config->home_dir);
    config->home_dir = g_strdup(home->dir);
    GPtrArray *problems = g_ptr_array_new();
    read_in_order(config, home, site_file, true, problems);
    if (home->config_dir)
        read_in_order(config, home, config->user_file, false, problems);
    take_from_site(config, home);
    g_ptr_array_add(problems, NULL);
    g_free(config->problems);
    config->problems = (char **)g_ptr_array_free(problems, FALSE);
    return config;
}

bool config_is_final(const struct config *config, const char *group, const char *key)
{
    const struct config_row *row = config_row_find(group, key);
    return row && config->fixed[row - config_rows];
}

bool config_is_written(const struct config *config, const char *group, const char *key)
{
    const struct config_row *row = config_row_find(group, key);
    return row && config->written[row - config_rows];
}

bool config_has_group(const struct config *config, const char *group)
{
    for (size_t i = 0; i < CONFIG_ROWS; i++)
        if (config->written[i] && strcmp(config_rows[i].setting.group, group) == 0)
            return true;
    return false;
}

bool config_places_by(const struct config *config, const char *tag)
{
    for (int place = 0; place < PLACE_COUNT; place++)
        for (char **change = config->tags[place]; *change; change++)
            if (strcmp(*change + 1, tag) == 0)
                return true;
    return false;
}

void config_free(struct config *config)
{
    if (!config)
        return;
    for (size_t i = 0; i < CONFIG_ROWS; i++)
        g_free(config->written[i]);
    g_free(config->written);
    g_free(config->fixed);
    g_strfreev(config->site.final);
    g_strfreev(config->authserv_ids);
    g_strfreev(config->arc_sealers);
    for (int i = 0; i < PLACE_COUNT; i++) {
        g_strfreev(config->tags[i]);
        g_free(config->folders[i]);
    }
    char *texts[] = {config->trash, config->junk,    config->archive,  config->sent,
                     config->drafts, config->history, config->user_name};
    for (size_t i = 0; i < G_N_ELEMENTS(texts); i++)
        g_free(texts[i]);
    const struct config_site *site = &config->site;
    char *site_texts[] = {site->listen, site->store, site->users, site->account,  site->home, site->maildir,
                          site->domain, site->state, site->spool, site->listener, site->group,
                          site->metrics, site->filter, site->imap, site->master_user,
                          site->master_password, site->metrics_socket};
    for (size_t i = 0; i < G_N_ELEMENTS(site_texts); i++)
        g_free(site_texts[i]);
    g_strfreev(config->addresses);
    g_free(config->maildir);
    g_free(config->log_socket);
    g_free(config->alias_delimiter);
    g_free(config->alias_domain);
    g_free(config->alias_base);
    g_free(config->user_file);
    g_free(config->home_dir);
    g_strfreev(config->problems);
    g_free(config);
}
