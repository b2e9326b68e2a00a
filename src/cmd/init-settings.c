/* The user's file of settings, and asking whether something may be written into it. What stands
 * there stays as it is. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "init-settings.h"

struct init_settings {
    struct config *config;
    bool hold;        /* there, too, from now on */
    GPtrArray *lines; /* group, "key=value", group, "key=value" ... */
};

struct init_settings *init_settings_new(struct config *config, bool hold)
{
    struct init_settings *settings = g_new0(struct init_settings, 1);
    settings->config = config;
    settings->hold = hold;
    settings->lines = g_ptr_array_new_with_free_func(g_free);
    return settings;
}

void init_settings_free(struct init_settings *settings)
{
    if (settings)
        g_ptr_array_unref(settings->lines);
    g_free(settings);
}

bool init_is_set(const struct config *config, const char *group, const char *key)
{
    size_t count;
    const struct setting *settings = config_settings(&count);
    for (size_t i = 0; i < count; i++)
        if (!strcmp(settings[i].group, group) && !strcmp(settings[i].key, key))
            return config->written[i] || config->fixed[i];
    return false;
}

void init_settings_add(struct init_settings *settings, const char *group, const char *key,
                       const char *value)
{
    if (init_is_set(settings->config, group, key))
        return;
    char *line = g_strdup_printf("%s=%s", key, value);
    if (settings->hold)
        (void)!config_set(settings->config, group, line, NULL);
    g_ptr_array_add(settings->lines, g_strdup(group));
    g_ptr_array_add(settings->lines, line);
}

/* --- the file ------------------------------------------------------------------------------------------- */

/* Behind the last line of GROUP that says something, the end of its last section of that name; NULL
 * where TEXT has none. */
static const char *end_of_group(const char *text, const char *group)
{
    g_autofree char *head = g_strdup_printf("[%s]", group);
    const char *end = NULL;
    bool inside = false;
    for (const char *line = text; *line;) {
        const char *next = line + strcspn(line, "\n");
        next += *next == '\n';
        g_autofree char *one = g_strndup(line, (gsize)(next - line));
        g_strstrip(one);
        inside = *one == '[' ? strcmp(one, head) == 0 : inside;
        if (inside && *one)
            end = next;
        line = next;
    }
    return end;
}

static void insert(GString *text, const char *group, const char *line)
{
    if (text->len && text->str[text->len - 1] != '\n')
        g_string_append_c(text, '\n');
    const char *end = end_of_group(text->str, group);
    g_autofree char *behind = g_strdup_printf("%s[%s]\n%s\n", text->len ? "\n" : "", group, line);
    g_autofree char *within = g_strdup_printf("%s\n", line);
    if (end)
        g_string_insert(text, end - text->str, within);
    else
        g_string_append(text, behind);
}

char *init_settings_text(const struct init_settings *settings)
{
    const GPtrArray *lines = settings->lines;
    g_autoptr(GString) text = g_string_new(NULL);
    for (guint i = 0; i < lines->len; i += 2)
        insert(text, lines->pdata[i], lines->pdata[i + 1]);
    return g_strdup(text->str);
}

enum status init_settings_write(struct init_settings *settings, struct err *err)
{
    const GPtrArray *lines = settings->lines;
    const char *path = settings->config->user_file;
    g_autofree char *folder = g_path_get_dirname(path), *before = NULL;
    g_autoptr(GError) error = NULL;
    if (!lines->len)
        return STATUS_OK;
    if (g_mkdir_with_parents(folder, 0700))
        return err_errno(err, STATUS_IO, "cannot make %s", folder);
    if (!g_file_get_contents(path, &before, NULL, &error) &&
        !g_error_matches(error, G_FILE_ERROR, G_FILE_ERROR_NOENT))
        return err_set(err, STATUS_IO, "%s", error->message);
    g_clear_error(&error);
    g_autoptr(GString) text = g_string_new(before);
    for (guint i = 0; i < lines->len; i += 2)
        insert(text, lines->pdata[i], lines->pdata[i + 1]);
    g_autofree char *added = init_settings_text(settings),
                    *real = realpath(path, NULL); /* it may be a link */
    if (!g_file_set_contents_full(real ? real : path, text->str, (gssize)text->len,
                                  G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, 0600,
                                  &error))
        return err_set(err, STATUS_IO, "cannot write %s: %s", path, error->message);
    printf("Written into %s:\n\n%s\n", path, added);
    return STATUS_OK;
}

/* --- asking --------------------------------------------------------------------------------------------- */

bool init_at_terminal(void)
{
    return isatty(STDIN_FILENO) && isatty(STDOUT_FILENO);
}

bool init_agrees(bool yes)
{
    char answer[16] = "";
    printf(yes ? " [Y/n] " : " [y/N] ");
    fflush(stdout);
    if (!fgets(answer, sizeof answer, stdin))
        return false;
    char first = g_ascii_tolower(*g_strstrip(answer));
    return first ? first == 'y' : yes;
}
