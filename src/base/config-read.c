/* One file of settings: what GKeyFile would refuse it for, where in it something is wrong, and its values.
 * GKeyFile keeps no positions, so they are looked for again when there is something to complain about. */
#include <string.h>

#include "base/text.h"
#include "config-private.h"

/* Line and column of the last KEY in GROUP, which holds (or of the group's first line where KEY is NULL), 1:1
 * if not found. */
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
            if (!key)
                return;
        }
    }
}

void config_problem(const struct source *source, const char *group, const char *key, const char *format, ...)
{
    int line, column;
    find_position(source->text, group, key, &line, &column);
    va_list args;
    va_start(args, format);
    g_autofree char *what = g_strdup_vprintf(format, args);
    va_end(args);
    g_autofree char *clean = text_clean(what, 300);
    g_autofree char *told = g_strdup_printf("%s:%d:%d: %s", source->path, line, column, clean);
    if (!g_ptr_array_find_with_equal_func(source->problems, told, g_str_equal, NULL)) /* GLib says it twice */
        g_ptr_array_add(source->problems, g_steal_pointer(&told));
}

const struct config_row *config_row_find(const char *group, const char *key)
{
    for (size_t i = 0; i < CONFIG_ROWS; i++)
        if (strcmp(config_rows[i].setting.group, group) == 0 && strcmp(config_rows[i].setting.key, key) == 0)
            return &config_rows[i];
    return NULL;
}

void config_read_key(struct config *config, const struct source *source, GKeyFile *file, const char *group,
                     const char *key, const struct config_row *row)
{
    g_autofree char *value = g_key_file_get_value(file, group, key, NULL), *why = NULL;
    size_t at = (size_t)(row - config_rows);
    if (!source->site && config->fixed[at]) {
        config_problem(source, group, key, "%s; ignored",
                       strcmp(group, "site") ? "final: the site's settings hold"
                                             : "[site] is of the site's settings alone");
        return;
    }
    if (!config_set_value(config, row, value ? value : "", &why)) {
        config_problem(source, group, key, "%s; ignored (the default is \"%s\")", why, row->setting.fallback);
        return;
    }
    if (why)
        config_problem(source, group, key, "%s", why);
    bool failed = false;
    if (row->type == GROUP && value && *value && !config_group(value, &failed) && !failed)
        config_problem(source, group, key, "the system has no group \"%s\": only the owner may connect",
                       value);
    g_free(config->written[at]);
    config->written[at] = g_strdup(value ? value : "");
}

void config_screen(struct source *source)
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
