/* Settings as one table: name, default, range, where it goes. Knows what may be set, not what it does.
 * GKeyFile reads the files; it keeps no positions, so they are looked for again when there is something
 * to complain about. */
#include <errno.h>
#include <stddef.h>
#include <string.h>

#include "config-private.h"
#include "base/text.h"

#define AT(field) offsetof(struct config, field)
#define TAG_ROW(name, place, fallback, help)                                                       \
    {{"tags", name, fallback, help, 0, 0}, TAGS, AT(tags) + sizeof(char **) * (place)}
#define FOLDER_ROW(name, place)                                                                    \
    {{"folders", name, "", "folder below the mail root for " name "; empty: the usual one", 0, 0}, \
     TEXT, AT(folders) + sizeof(char *) * (place)}
#define ROLE_ROW(name, field, what)                                                                \
    {{"folders", name, "", "folder of " what "; empty: by its usual names", 0, 0}, TEXT, AT(field)}

static const struct config_row rows[] = {
    {{"trust", "authserv-id", "", "servers whose Authentication-Results are believed", 0, 0}, LIST,
     AT(authserv_ids)},
    {{"trust", "arc-sealers", "", "forwarders whose word about what they forwarded is taken (ARC)", 0, 0},
     LIST, AT(arc_sealers)},
    {{"placement", "later", "18", "usefulness below this is placed in later", 0, 100}, NUMBER,
     AT(later_below)},
    {{"placement", "doubt", "4", "messages of a sender after which half of \"later\" holds", 0, 1000}, NUMBER,
     AT(doubt)},
    {{"placement", "patience", "55", "days of watching your mail after which half of \"later\" holds", 0,
      1000},
     NUMBER, AT(patience)},
    {{"placement", "probe", "60", "days after which a sender in later gets another chance; 0: never", 0,
      1000},
     NUMBER, AT(probe)},
    {{"placement", "priority", "80", "usefulness from this on is placed in priority", 0, 101}, NUMBER,
     AT(priority_above)},
    {{"placement", "suspect", "20", "trust below this is placed in suspect", 0, 100}, NUMBER,
     AT(suspect_below)},
    {{"placement", "doubtful", "40",
      "trust below this is placed in later, where you never acted on mail of theirs", 0, 100}, NUMBER,
     AT(doubtful_below)},
    {{"placement", "protect", "person;receipt;shipping;code;account;appointment;report",
      "kinds never placed in later by score alone, if authenticated; person: only whom you have written to",
      0, 0}, KINDS, AT(protect)},
    {{"learn", "half-life", "90", "days after which what you did counts half", 7, 10000}, NUMBER,
     AT(half_life)},
    {{"learn", "ignored-after", "14", "days after which unread means ignored", 1, 365}, NUMBER,
     AT(ignored_after)},
    TAG_ROW("priority", PLACE_PRIORITY, "+priority", "tags changed for priority"),
    TAG_ROW("inbox", PLACE_INBOX, "", "tags changed for inbox"),
    TAG_ROW("later", PLACE_LATER, "-inbox;+later", "tags changed for later"),
    TAG_ROW("suspect", PLACE_SUSPECT, "-inbox;+suspect", "tags changed for suspect"),
    FOLDER_ROW("priority", PLACE_PRIORITY),
    FOLDER_ROW("inbox", PLACE_INBOX),
    FOLDER_ROW("later", PLACE_LATER),
    FOLDER_ROW("suspect", PLACE_SUSPECT),
    ROLE_ROW("trash", trash, "what you delete"),
    ROLE_ROW("junk", junk, "what you call spam"),
    ROLE_ROW("archive", archive, "what you keep out of the way"),
    ROLE_ROW("sent", sent, "what you sent"),
    ROLE_ROW("drafts", drafts, "what you have not sent yet"),
    {{"folders", "move", "false",
      "heed tag moves mail that is there, where folders are the history: true or false", 0, 0},
     FLAG, AT(move)},
    {{"history", "maildir", "",
      "Maildir whose folders and flags tell what became of mail; empty: notmuch's index tells", 0, 0}, TEXT,
     AT(history)},
    {{"user", "addresses", "", "your addresses, the usual one first, where notmuch does not say", 0, 0},
     ADDRESSES, AT(addresses)},
    {{"user", "name", "", "your name, likewise", 0, 0}, LINE, AT(user_name)},
    {{"alias", "delimiter", "+", "what the mail server takes for the end of a local part; empty: nothing", 0,
      0},
     DELIMITER, AT(alias_delimiter)},
    {{"alias", "address", "", "address of yours that new aliases hang on; empty: the primary one", 0, 0},
     ADDRESS, AT(alias_base)},
    {{"alias", "domain", "", "domain whose addresses all reach you, for aliases; empty: none", 0, 0}, ADDRESS,
     AT(alias_domain)},
    {{"deliver", "maildir", "", "Maildir to deliver into (absolute, or ~/...); empty: notmuch's mail root", 0,
      0}, TEXT, AT(maildir)},
    {{"deliver", "lock-wait", "3", "seconds to wait for the index", 0, 60}, NUMBER, AT(lock_wait)},
    {{"deliver", "judge-time", "10", "seconds that judging one message may take", 0.1, 300}, NUMBER,
     AT(judge_time)},
    {{"limits", "size", G_STRINGIFY(LIMITS_SIZE_MIB), "MiB of a message that are looked at", 1, 4095}, MIB,
     AT(limits.bytes)},
    {{"limits", "headers", G_STRINGIFY(LIMITS_HEADERS), "header fields that are looked at", 10, 100000},
     COUNT, AT(limits.headers)},
    {{"limits", "header-length", G_STRINGIFY(LIMITS_HEADER_KIB), "KiB of one header field that are looked at",
      1, 1024},
     KIB, AT(limits.header_bytes)},
    {{"limits", "addresses", G_STRINGIFY(LIMITS_ADDRESSES), "addresses of one header field", 1, 10000}, COUNT,
     AT(limits.addresses)},
    {{"limits", "parts", G_STRINGIFY(LIMITS_PARTS), "MIME parts", 1, 10000}, COUNT, AT(limits.parts)},
    {{"limits", "depth", G_STRINGIFY(LIMITS_DEPTH), "MIME parts within each other", 1, 100}, COUNT,
     AT(limits.depth)},
    {{"limits", "text", G_STRINGIFY(LIMITS_TEXT_KIB), "KiB of one part's text that are looked at, decoded", 1,
      8192}, KIB, AT(limits.text_bytes)},
    {{"limits", "links", G_STRINGIFY(LIMITS_LINKS), "links that are looked at", 1, 10000}, COUNT,
     AT(limits.links)},
    {{"log", "syslog", "true", "one line for each message to the system's log: true or false", 0, 0}, FLAG,
     AT(syslog)},
    {{"log", "socket", "/dev/log", "where the system's log listens", 0, 0}, TEXT, AT(log_socket)},
};

const struct setting *config_settings(size_t *count)
{
    static struct setting settings[G_N_ELEMENTS(rows)];
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++)
        settings[i] = rows[i].setting;
    *count = G_N_ELEMENTS(rows);
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
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++)
        if (strcmp(rows[i].setting.group, group) == 0 && strcmp(rows[i].setting.key, key) == 0)
            return &rows[i];
    return NULL;
}

/* The nearest known name; all keys of GROUP, or all groups where GROUP is NULL. */
static const char *nearest(const char *group, const char *name)
{
    const char *known[G_N_ELEMENTS(rows) + 1];
    size_t n = 0;
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++)
        if (!group)
            known[n++] = rows[i].setting.group;
        else if (strcmp(rows[i].setting.group, group) == 0)
            known[n++] = rows[i].setting.key;
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
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++)
        known |= strcmp(rows[i].setting.group, group) == 0;
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
        char **written = &config->written[row - rows];
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
    config->written = g_new0(char *, G_N_ELEMENTS(rows));
    config->problems = g_new0(char *, 1);
    config->user_file = g_strdup("");
    config->home_dir = g_strdup("");
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        g_autofree char *why = NULL;
        if (!config_set_value(config, &rows[i], rows[i].setting.fallback, &why))
            g_error("default of %s.%s: %s", rows[i].setting.group, rows[i].setting.key, why);
    }
    return config;
}

struct config *config_load(const struct home *home)
{
    struct config *config = config_default();
    g_autofree char *site_file = g_build_filename(home->site_dir, "config", NULL);
    g_free(config->user_file);
    config->user_file = home_config(home, "config");
    g_free(config->home_dir);
    config->home_dir = g_strdup(home->dir);
    GPtrArray *problems = g_ptr_array_new();
    read_in_order(config, site_file, problems);
    read_in_order(config, config->user_file, problems);
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
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++)
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
