/* The user's file of settings, and asking whether something may be written into it. What stands
 * there stays as it is. */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/spool.h"
#include "init-settings.h"

#define MOST_FILE (1u << 20) /* bytes */

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
            return config->written[i] || config_is_final(config, group, key);
    return false;
}

void init_settings_add(struct init_settings *settings, const char *group, const char *key,
                       const char *value)
{
    if (!init_is_set(settings->config, group, key))
        init_settings_put(settings, group, key, value);
}

void init_settings_put(struct init_settings *settings, const char *group, const char *key, const char *value)
{
    char *line = g_strdup_printf("%s=%s", key, value);
    if (settings->hold)
        (void)!config_set(settings->config, group, line, NULL);
    g_ptr_array_add(settings->lines, g_strdup(group));
    g_ptr_array_add(settings->lines, line);
}

/* --- the file ------------------------------------------------------------------------------------------- */

static bool sets(const char *line, const char *key, size_t length)
{
    return strncmp(line, key, length) == 0 && line[length + strspn(line + length, " \t")] == '=';
}

/* Takes out what sets the same in GROUP as LINE ("key=value"). Where in TEXT the last line of GROUP ends that
 * says something, in its last section of that name; -1 where it has none. */
static gssize make_room(GString *text, const char *group, const char *line)
{
    g_autofree char *head = g_strdup_printf("[%s]", group);
    gssize end = -1;
    bool inside = false;
    for (gsize at = 0; at < text->len;) {
        gsize length = strcspn(text->str + at, "\n") + 1;
        g_autofree char *one = g_strndup(text->str + at, length);
        g_strstrip(one);
        inside = *one == '[' ? strcmp(one, head) == 0 : inside;
        if (inside && sets(one, line, strcspn(line, "="))) {
            g_string_erase(text, (gssize)at, (gssize)length);
            continue;
        }
        at += length;
        if (inside && *one)
            end = (gssize)at;
    }
    return end;
}

static void insert(GString *text, const char *group, const char *line)
{
    if (text->len && text->str[text->len - 1] != '\n')
        g_string_append_c(text, '\n');
    gssize end = make_room(text, group, line);
    g_autofree char *behind = g_strdup_printf("%s[%s]\n%s\n", text->len ? "\n" : "", group, line);
    g_autofree char *within = g_strdup_printf("%s\n", line);
    if (end >= 0)
        g_string_insert(text, end, within);
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
    struct err why = {0};
    size_t length;
    if (!lines->len)
        return STATUS_OK;
    if (g_mkdir_with_parents(folder, 0700))
        return err_errno(err, STATUS_IO, "cannot make %s", folder);
    if (spool_text(path, MOST_FILE, &before, &length, &why) && why.number != ENOENT)
        return err_set(err, STATUS_IO, "%s", why.text);
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
