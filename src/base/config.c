/* Reading the files of settings. Knows what may be set by the table (config-rows.c), not what it does.
 * GKeyFile reads the files; it keeps no positions, so they are looked for again when there is something
 * to complain about. */
#include <string.h>

#include "config-private.h"
#include "base/text.h"

const struct setting *config_settings(size_t *count)
{
    static struct setting settings[CONFIG_ROWS];
    for (size_t i = 0; i < CONFIG_ROWS; i++)
        settings[i] = config_rows[i].setting;
    *count = CONFIG_ROWS;
    return settings;
}

/* Line and column of KEY in GROUP (or of the group's own line where KEY is NULL), 1:1 if not found. */
static void find_position(const char *text, const char *group, const char *key, int *line, int *column)
{
    g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
    bool inside = false;
    *line = *column = 1;
    for (int i = 0; lines[i]; i++) {
        const char *p = lines[i];
        while (g_ascii_isspace(*p))
            p++;
        size_t len = strlen(key ? key : group);
        if (*p == '[') {
            inside = strncmp(p + 1, group, strlen(group)) == 0 && p[1 + strlen(group)] == ']';
            p += key ? 0 : 1;
        }
        bool here = key ? inside && *p != '[' : inside;
        if (here && strncmp(p, key ? key : group, len) == 0 && strchr("= \t]", p[len])) {
            *line = i + 1;
            *column = (int)(p - lines[i]) + 1;
            return;
        }
    }
}

struct source {
    const char *path;
    char *text;
    GPtrArray *problems;
};

static void problem(struct source *source, const char *group, const char *key, const char *format, ...)
{
    int line, column;
    find_position(source->text, group, key, &line, &column);
    va_list args;
    va_start(args, format);
    g_autofree char *what = g_strdup_vprintf(format, args);
    va_end(args);
    g_autofree char *clean = text_clean(what, 300);
    g_ptr_array_add(source->problems, g_strdup_printf("%s:%d:%d: %s", source->path, line, column, clean));
}

static const struct config_row *find_row(const char *group, const char *key)
{
    for (size_t i = 0; i < CONFIG_ROWS; i++)
        if (strcmp(config_rows[i].setting.group, group) == 0 && strcmp(config_rows[i].setting.key, key) == 0)
            return &config_rows[i];
    return NULL;
}

/* The nearest known name; all keys of GROUP, or all groups where GROUP is NULL. */
static const char *nearest(const char *group, const char *name)
{
    const char *known[CONFIG_ROWS + 1];
    size_t n = 0;
    for (size_t i = 0; i < CONFIG_ROWS; i++)
        if (!group)
            known[n++] = config_rows[i].setting.group;
        else if (strcmp(config_rows[i].setting.group, group) == 0)
            known[n++] = config_rows[i].setting.key;
    known[n] = NULL;
    return text_nearest(name, known);
}

enum status config_set(struct config *config, const char *group, const char *assignment, struct err *err)
{
    g_auto(GStrv) parts = g_strsplit(assignment, "=", 2);
    if (!parts[0] || !parts[1])
        return err_set(err, STATUS_USAGE, "expected NAME=VALUE, not \"%s\"", assignment);
    const struct config_row *row = find_row(group, g_strstrip(parts[0]));
    if (!row) {
        const char *near = nearest(group, parts[0]);
        return err_set(err, STATUS_USAGE, "unknown setting \"%s\"%s%s%s", parts[0],
                       near ? ", did you mean " : "", near ? near : "", near ? "?" : "");
    }
    g_autofree char *why = NULL;
    return config_set_value(config, row, g_strstrip(parts[1]), &why)
               ? STATUS_OK
               : err_set(err, STATUS_USAGE, "%s: %s", parts[0], why);
}

static void read_group(struct config *config, struct source *source, GKeyFile *file, const char *group)
{
    bool known = false;
    for (size_t i = 0; i < CONFIG_ROWS; i++)
        known |= strcmp(config_rows[i].setting.group, group) == 0;
    if (!known) {
        const char *near = nearest(NULL, group);
        problem(source, group, NULL, "unknown section [%s]%s%s%s", group,
                near ? ", did you mean [" : "", near ? near : "", near ? "]?" : "");
        return;
    }
    g_auto(GStrv) keys = g_key_file_get_keys(file, group, NULL, NULL);
    for (char **key = keys; key && *key; key++) {
        const struct config_row *row = find_row(group, *key);
        if (!row) {
            const char *near = nearest(group, *key);
            problem(source, group, *key, "unknown setting \"%s\"%s%s%s", *key,
                    near ? ", did you mean " : "", near ? near : "", near ? "?" : "");
            continue;
        }
        g_autofree char *value = g_key_file_get_value(file, group, *key, NULL);
        g_autofree char *why = NULL;
        if (!config_set_value(config, row, value ? value : "", &why)) {
            problem(source, group, *key, "%s; ignored (the default is \"%s\")", why, row->setting.fallback);
            continue;
        }
        if (why)
            problem(source, group, *key, "%s", why);
        char **written = &config->written[row - config_rows];
        g_free(*written);
        *written = g_strdup(value ? value : "");
    }
}

/* Blanks every line that GKeyFile would refuse the whole file for, and says so. */
static void screen_lines(struct source *source)
{
    bool inside = false;
    int number = 0;
    char *next;
    for (char *line = source->text; line && *line; line = next) {
        char *end = strchrnul(line, '\n');
        next = *end ? end + 1 : NULL;
        number++;
        char *p = line;
        while (p < end && g_ascii_isspace(*p))
            p++;
        const char *why = NULL;
        char *equals = memchr(p, '=', (size_t)(end - p));
        if (p == end || *p == '#')
            continue;
        if (!g_utf8_validate(line, end - line, NULL))
            why = "not UTF-8";
        else if (*p == '[') {
            char *close = memchr(p, ']', (size_t)(end - p));
            inside = close && close > p + 1 && !memchr(p + 1, '[', (size_t)(close - p - 1));
            why = inside ? NULL : "expected [section]";
        } else if (!equals || equals == p)
            why = "expected name=value";
        else if (!inside)
            why = "a setting before any [section]";
        if (!why)
            continue;
        g_ptr_array_add(source->problems, g_strdup_printf("%s:%d:%d: %s; the line is skipped",
                                                          source->path, number, (int)(p - line) + 1, why));
        memset(line, ' ', (size_t)(end - line));
    }
}

static void read_file(struct config *config, const char *path, GPtrArray *problems)
{
    struct source source = {.path = path, .text = NULL, .problems = problems};
    g_autoptr(GError) error = NULL;
    if (!g_file_get_contents(path, &source.text, NULL, &error)) {
        static const GFileError passing[] = {G_FILE_ERROR_IO,    G_FILE_ERROR_MFILE, G_FILE_ERROR_NFILE,
                                             G_FILE_ERROR_NOMEM, G_FILE_ERROR_INTR,  G_FILE_ERROR_AGAIN,
                                             G_FILE_ERROR_FAILED};
        for (size_t i = 0; i < G_N_ELEMENTS(passing); i++)
            config->unread |= g_error_matches(error, G_FILE_ERROR, (gint)passing[i]);
        if (!g_error_matches(error, G_FILE_ERROR, G_FILE_ERROR_NOENT))
            g_ptr_array_add(problems, g_strdup_printf("%s:1:1: %s", path, error->message));
        return;
    }
    screen_lines(&source);
    g_autoptr(GKeyFile) file = g_key_file_new();
    if (!g_key_file_load_from_data(file, source.text, (gsize)-1, G_KEY_FILE_NONE, &error)) {
        g_autofree char *clean = text_clean(error->message, 300);
        g_ptr_array_add(problems, g_strdup_printf("%s:1:1: %s", path, clean));
        g_free(source.text);
        return;
    }
    g_auto(GStrv) groups = g_key_file_get_groups(file, NULL);
    for (char **group = groups; *group; group++)
        read_group(config, &source, file, *group);
    g_free(source.text);
}

static int by_line(gconstpointer a, gconstpointer b, gpointer path)
{
    size_t before = strlen(path) + 1;
    gint64 one = g_ascii_strtoll(*(char *const *)a + before, NULL, 10);
    gint64 other = g_ascii_strtoll(*(char *const *)b + before, NULL, 10);
    return (one > other) - (one < other);
}

/* What is wrong is told in the order of its lines. */
static void read_in_order(struct config *config, const char *path, GPtrArray *problems)
{
    guint before = problems->len;
    read_file(config, path, problems);
    if (problems->len > before)
        g_qsort_with_data(problems->pdata + before, (gint)(problems->len - before), sizeof(char *), by_line,
                          (gpointer)path);
}

struct config *config_default(void)
{
    struct config *config = g_new0(struct config, 1);
    config->written = g_new0(char *, CONFIG_ROWS);
    config->problems = g_new0(char *, 1);
    config->user_file = g_strdup("");
    config->home_dir = g_strdup("");
    for (size_t i = 0; i < CONFIG_ROWS; i++) {
        g_autofree char *why = NULL;
        if (!config_set_value(config, &config_rows[i], config_rows[i].setting.fallback, &why))
            g_error("default of %s.%s: %s", config_rows[i].setting.group, config_rows[i].setting.key, why);
    }
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
    read_in_order(config, site_file, problems);
    if (home->config_dir)
        read_in_order(config, config->user_file, problems);
    take_from_site(config, home);
    g_ptr_array_add(problems, NULL);
    g_free(config->problems);
    config->problems = (char **)g_ptr_array_free(problems, FALSE);
    return config;
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
                          site->metrics};
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
